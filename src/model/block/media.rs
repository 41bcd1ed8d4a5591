//! `audio` and `video`: sound and film with their words. A transcript is a fragment, captions are a WebVTT file.

use super::{Form, Kind, Row, Written};
use crate::source::Spanned;
use crate::syntax::shape::{Key, Shape};

const SRC: Key = Key::required("src", Shape::Text, "The file, beside the page or below content/media.");
const TRANSCRIPT: Key = Key::optional("transcript", Shape::Id, "The fragment that holds its words.");

pub const AUDIO: Row = Row {
    name: "audio",
    form: Form::Leaf,
    attributes: &[SRC, TRANSCRIPT],
    id: false,
    lower: |_, written| {
        Kind::Audio(Box::new(Audio {
            src: source(&written),
            transcript: written.text("transcript").cloned(),
        }))
    },
};

pub const VIDEO: Row = Row {
    name: "video",
    form: Form::Leaf,
    attributes: &[
        SRC,
        Key::optional("captions", Shape::Text, "A WebVTT file in the page's language."),
        Key::optional("poster", Shape::Text, "The picture shown before it plays."),
        TRANSCRIPT,
    ],
    id: false,
    lower: |_, written| {
        Kind::Video(Box::new(Video {
            src: source(&written),
            captions: written.text("captions").cloned(),
            poster: written.text("poster").cloned(),
            transcript: written.text("transcript").cloned(),
        }))
    },
};

#[derive(Clone, Debug)]
pub struct Audio {
    pub src: Spanned<String>,
    pub transcript: Option<Spanned<String>>,
}

#[derive(Clone, Debug)]
pub struct Video {
    pub src: Spanned<String>,
    pub captions: Option<Spanned<String>>,
    pub poster: Option<Spanned<String>>,
    pub transcript: Option<Spanned<String>>,
}

fn source(written: &Written) -> Spanned<String> {
    written.text("src").cloned().unwrap_or_else(|| written.span.at(String::new()))
}
