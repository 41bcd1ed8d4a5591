//! Pictures, sound, film and captions: what is known of a file that is passed on as it is.
//!
//! A medium is held by its place, size and hash, never by its bytes; what a page needs to know (size in pixels, length in
//! seconds, unsafe parts of an SVG) is read off once, when the tree is made.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

use super::{Path, Span};

/// A media file.
#[derive(Clone, Debug)]
pub struct Media {
    pub stored: Stored,
    pub bytes: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
    /// The ending of its name, in lower case.
    pub extension: String,
    /// Width and height in pixels, for pictures and film.
    pub size: Option<(u32, u32)>,
    /// Length in whole seconds, rounded up, for sound and film.
    pub seconds: Option<u32>,
    /// What makes an SVG unsafe to show.
    pub unsafe_parts: Vec<UnsafePart>,
}

/// Where the bytes are when they are needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    Disk(PathBuf),
    Memory(Arc<[u8]>),
}

/// A part of an SVG that may run, reach out, or hide.
#[derive(Clone, Debug)]
pub struct UnsafePart {
    pub span: Span,
    /// The element or attribute, as written.
    pub name: String,
}

impl Media {
    /// Reads off what is known of `bytes`, which are stored at `stored`.
    pub fn read(path: &Path, bytes: &[u8], stored: Stored) -> Media {
        let extension = path.extension();
        let (size, seconds, unsafe_parts) = match extension.as_str() {
            "svg" => {
                let (size, unsafe_parts) = svg(bytes);
                (size, None, unsafe_parts)
            }
            "mp4" | "m4a" | "m4v" | "mov" => {
                let (size, seconds) = mp4(bytes);
                (size, seconds, Vec::new())
            }
            _ => {
                let size = imagesize::blob_size(bytes).ok();
                (size.map(|size| (size.width as u32, size.height as u32)), None, Vec::new())
            }
        };
        Media {
            stored,
            bytes: bytes.len() as u64,
            sha256: super::sha256(bytes),
            extension,
            size,
            seconds,
            unsafe_parts,
        }
    }

    /// The file's name in every output: its hash and its ending.
    pub fn file(&self) -> String {
        format!("media/{}.{}", self.sha256, self.extension)
    }

    /// The media type by the name's ending.
    pub fn media_type(&self) -> &'static str {
        media_type(&self.extension)
    }
}

/// The media type for an ending.
pub fn media_type(extension: &str) -> &'static str {
    match extension {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "m4a" => "audio/mp4",
        "mp3" => "audio/mpeg",
        "ogg" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "mp4" | "m4v" | "mov" => "video/mp4",
        "webm" => "video/webm",
        "vtt" => "text/vtt",
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

/// The size of an SVG and its unsafe parts.
fn svg(bytes: &[u8]) -> (Option<(u32, u32)>, Vec<UnsafePart>) {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let mut size = None;
    let mut parts = Vec::new();
    let mut first = true;
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event();
        let span = Span::new(start, reader.buffer_position() as usize);
        let mut unsafe_part = |name: String| parts.push(UnsafePart { span, name });
        match event {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                if std::mem::take(&mut first) {
                    size = svg_size(&tag);
                }
                let name = String::from_utf8_lossy(tag.local_name().as_ref()).to_ascii_lowercase();
                if matches!(
                    name.as_str(),
                    "script" | "foreignobject" | "iframe" | "embed" | "object" | "handler"
                ) {
                    unsafe_part(format!("<{name}>"));
                }
                let mut from = tag.name().as_ref().len();
                for attribute in tag.attributes().with_checks(false).flatten() {
                    let place = place_of(&attribute, &tag, from);
                    from = place.end;
                    if let Some(name) = unsafe_attribute(&attribute) {
                        // The tag's own bytes begin after its `<`.
                        parts.push(UnsafePart { span: Span::from(place).moved(start + 1), name });
                    }
                }
            }
            Ok(Event::Text(text)) => {
                let text = String::from_utf8_lossy(&text).to_ascii_lowercase();
                if text.contains("@import") || reaches_out(&text) {
                    unsafe_part("url(…)".into());
                }
            }
            Ok(Event::CData(text)) => {
                let text = String::from_utf8_lossy(&text).to_ascii_lowercase();
                if text.contains("@import") || reaches_out(&text) {
                    unsafe_part("url(…)".into());
                }
            }
            Ok(Event::DocType(_)) => unsafe_part("<!DOCTYPE>".into()),
            Ok(Event::PI(instruction)) => {
                unsafe_part(format!("<?{}", String::from_utf8_lossy(instruction.target())));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => {
                unsafe_part("XML".into());
                break;
            }
        }
    }
    (size, parts)
}

/// Where an attribute stands among the bytes of its tag, from the one before it on.
fn place_of(attribute: &Attribute, tag: &[u8], from: usize) -> Range<usize> {
    let key = attribute.key.as_ref();
    let start = tag[from..].windows(key.len()).position(|bytes| bytes == key).map_or(from, |at| from + at);
    let value = start + key.len();
    let quote = tag[value..].iter().position(|byte| matches!(byte, b'"' | b'\'')).unwrap_or(0);
    start..(value + quote + attribute.value.len() + 2).min(tag.len())
}

fn unsafe_attribute(attribute: &Attribute) -> Option<String> {
    let name = String::from_utf8_lossy(attribute.key.as_ref()).to_ascii_lowercase();
    let local = String::from_utf8_lossy(attribute.key.local_name().as_ref()).to_ascii_lowercase();
    // A letter may be written as a character reference.
    let plain = attribute.unescape_value().unwrap_or_else(|_| String::from_utf8_lossy(&attribute.value));
    let value = plain.trim().to_ascii_lowercase();
    let reference = matches!(local.as_str(), "href" | "src") && !value.starts_with('#');
    let namespace = name.starts_with("xmlns");
    (local.starts_with("on") || reference || (!namespace && reaches_out(&value))).then_some(name)
}

/// Whether a value of CSS or a presentation attribute loads from somewhere else.
fn reaches_out(value: &str) -> bool {
    value.contains("javascript:")
        || value.match_indices("url(").any(|(at, _)| {
            let target =
                value[at + 4..].trim_start_matches([' ', '"', '\'', '&', ';']).trim_start_matches("quot;");
            !target.starts_with('#')
        })
}

fn svg_size(tag: &BytesStart) -> Option<(u32, u32)> {
    let attribute = |name: &str| {
        let value = tag.try_get_attribute(name).ok()??;
        Some(String::from_utf8_lossy(&value.value).into_owned())
    };
    let pixels =
        |text: String| text.trim_end_matches("px").parse::<f64>().ok().map(|number| number.round() as u32);
    if let (Some(width), Some(height)) =
        (attribute("width").and_then(pixels), attribute("height").and_then(pixels))
    {
        return Some((width, height));
    }
    let view = attribute("viewBox")?;
    let mut sides =
        view.split([' ', ',']).filter(|part| !part.is_empty()).skip(2).map(|part| pixels(part.into()));
    Some((sides.next()??, sides.next()??))
}

/// Size and length of an MPEG-4 file, off its movie and track headers (ISO/IEC 14496-12, 8.2.2 and 8.3.2).
fn mp4(bytes: &[u8]) -> (Option<(u32, u32)>, Option<u32>) {
    let Some(movie) = boxes(bytes).find(|(name, _)| *name == b"moov").map(|(_, body)| body) else {
        return (None, None);
    };
    let (mut size, mut seconds) = (None, None);
    for (name, body) in boxes(movie) {
        match name {
            b"mvhd" => seconds = duration(body),
            b"trak" => {
                let header = boxes(body).find(|(name, _)| *name == b"tkhd").map(|(_, body)| body);
                let sides = header.and_then(|header| {
                    let end = header.len();
                    Some((
                        number(header, end.checked_sub(8)?, 4)? >> 16,
                        number(header, end.checked_sub(4)?, 4)? >> 16,
                    ))
                });
                size = size.or(sides.filter(|(width, height)| *width > 0 && *height > 0));
            }
            _ => {}
        }
    }
    (size.map(|(width, height)| (width as u32, height as u32)), seconds)
}

fn duration(header: &[u8]) -> Option<u32> {
    let (scale, length) = match header.first()? {
        0 => (number(header, 12, 4)?, number(header, 16, 4)?),
        _ => (number(header, 20, 4)?, number(header, 24, 8)?),
    };
    u32::try_from(length.checked_div(scale)? + u64::from(length % scale > 0)).ok()
}

fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let short = number(bytes, 0, 4)?;
        let (header, length) = match short {
            0 => (8, bytes.len()),
            1 => (16, usize::try_from(number(bytes, 8, 8)?).ok()?),
            length => (8, length as usize),
        };
        let (name, body) = (bytes.get(4..8)?, bytes.get(header..length)?);
        bytes = &bytes[length..];
        Some((name, body))
    })
}

/// A big-endian number of `length` bytes.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    Some(bytes.get(at..at + length)?.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}
