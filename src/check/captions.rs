//! `missing-captions`, `missing-transcript`: film and sound have words for those who can't hear or see them.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::block::{Block, Kind};

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    for page in programme.everything() {
        // A misspelt attribute has been reported as such.
        for (_, text) in page.present().filter(|(_, text)| text.sound) {
            Block::walk(&text.blocks, &mut |block| {
                let (src, captions, transcript) = match &block.kind {
                    Kind::Audio(audio) => (&audio.src, true, audio.transcript.is_some()),
                    Kind::Video(video) => (&video.src, video.captions.is_some(), video.transcript.is_some()),
                    _ => return,
                };
                let place = src.span.within(&text.path);
                if !captions {
                    let message = message!("missing-captions", file = name(&src.value));
                    found.push(Diagnostic::new(Lint::MissingCaptions, place.clone(), message));
                }
                if !transcript {
                    let message = message!("missing-transcript", file = name(&src.value));
                    found.push(Diagnostic::new(Lint::MissingTranscript, place, message));
                }
            });
        }
    }
}

fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}
