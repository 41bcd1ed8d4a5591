//! A page in all its languages to a page that shows them next to each other, for who translates or reads them together.

use super::preview::Preview;
use crate::emit::status;

/// The page `id` of an edition; none where it has no such page.
pub fn page(preview: &Preview, edition: &str, id: &str) -> Option<String> {
    let good = preview.good.as_ref()?;
    let programme = &good.project.programme;
    let page = good.programme(edition)?.page(id)?;
    let file = if id == "home" { "index.html".to_string() } else { format!("{id}/index.html") };
    let words = &preview.words;
    let columns = page.present().map(|(at, text)| {
        let row = &programme.project.languages[at];
        let address = format!("/{edition}/{}/{file}", row.code);
        let state = programme.page(id).map(|page| status::translation(programme, page, at).state.name());
        let state = words.get(&format!("state-{}", state.unwrap_or_default())).to_string();
        format!(
            "<section class=\"column\" lang=\"{tag}\"><p><strong>{title}</strong> <span>{code}</span> <span lang=\"{own}\">{state}</span> \
             <a lang=\"{own}\" href=\"{open}\">{source}</a> <a lang=\"{own}\" href=\"{address}\">{back}</a></p>\
             <iframe src=\"{address}\" title=\"{title}\"></iframe></section>",
            tag = row.tag,
            code = row.code,
            own = words.get("language-code"),
            title = escaped(&text.title.value),
            open = escaped(&preview.opens(&text.path, 1, 1)),
            source = words.get("bar-source"),
            back = words.get("back"),
        )
    });
    let title = page.first().map(|text| escaped(&text.title.value)).unwrap_or_default();
    Some(format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"/_andrum/preview.css\"><body class=\"beside\"><main><h1>{title}</h1>{}</main>\
         <script defer src=\"/_andrum/beside.js\"></script>",
        words.get("language-code"),
        columns.collect::<String>()
    ))
}

/// Words as HTML has them.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
