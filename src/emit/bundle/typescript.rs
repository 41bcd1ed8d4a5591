//! The bundle's JSON Schema to TypeScript types: the same names, keys and descriptions, a type each.
//!
//! A key that the schema does not require is left out where it has no value, so it is optional here and never null.

use std::fmt::Write;

use serde_json::{Map, Value as Json};

/// The types of a schema's definitions, in its order.
pub fn types(schema: &Json) -> String {
    let mut text = String::from(
        "// The files of `andrum-bundle/1`, as `andrum schema bundle --typescript` prints them: don't edit.\n",
    );
    for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
        text.push('\n');
        comment(definition, "", &mut text);
        let _ = match definition["oneOf"].as_array() {
            None if definition["type"] == "object" => {
                writeln!(text, "export interface {name} {}", object(definition, ""))
            }
            None => writeln!(text, "export type {name} = {};", of(definition, "")),
            Some(kinds) => {
                let _ = write!(text, "export type {name} =");
                for kind in kinds {
                    text.push('\n');
                    comment(kind, "  ", &mut text);
                    let _ = write!(text, "  | {}", of(kind, "  "));
                }
                writeln!(text, ";")
            }
        };
    }
    text
}

/// The type of a value; what it spans further lines is indented by `indent`.
fn of(schema: &Json, indent: &str) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap_or_default();
        // What is named may have keys of its own besides: the `type` that tells it from others.
        return match schema["properties"].is_object() {
            true => format!("{} & {name}", object(schema, indent)),
            false => name.into(),
        };
    }
    if let Some(word) = schema["const"].as_str() {
        return format!("'{word}'");
    }
    if let Some(either) = schema["anyOf"].as_array() {
        return either.iter().map(|one| of(one, indent)).collect::<Vec<_>>().join(" | ");
    }
    match &schema["type"] {
        Json::Array(names) => {
            let each = names.iter().map(|name| named(name.as_str().unwrap_or_default(), schema, indent));
            each.collect::<Vec<_>>().join(" | ")
        }
        Json::String(name) => named(name, schema, indent),
        _ => "unknown".into(),
    }
}

/// The type that a schema's word names.
fn named(name: &str, schema: &Json, indent: &str) -> String {
    match name {
        "integer" => "number".into(),
        "array" => {
            let item = of(&schema["items"], indent);
            if item.contains(" | ") { format!("({item})[]") } else { format!("{item}[]") }
        }
        "object" if schema["properties"].is_object() => object(schema, indent),
        "object" => format!("Record<string, {}>", of(&schema["additionalProperties"], indent)),
        _ => name.into(),
    }
}

fn object(schema: &Json, indent: &str) -> String {
    let required =
        |key: &str| schema["required"].as_array().is_some_and(|keys| keys.iter().any(|it| it == key));
    let none = Map::new();
    let inner = format!("{indent}  ");
    let mut text = String::from("{\n");
    for (key, value) in schema["properties"].as_object().unwrap_or(&none) {
        comment(value, &inner, &mut text);
        let whole = of(value, &inner);
        let _ = match required(key) {
            true => writeln!(text, "{inner}{key}: {whole};"),
            false => writeln!(text, "{inner}{key}?: {};", whole.trim_end_matches(" | null")),
        };
    }
    text + indent + "}"
}

fn comment(schema: &Json, indent: &str, text: &mut String) {
    if let Some(words) = schema["description"].as_str() {
        let _ = writeln!(text, "{indent}/** {} */", words.replace('\n', " "));
    }
}
