//! `missing-captions`, `missing-transcript`: film and sound have words for those who can't hear or see them.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::block::{Block, Kind};

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    // A misspelt attribute has been reported as such.
    if !reading.text.sound {
        return;
    }
    Block::walk(&reading.text.blocks, &mut |block| {
        let (src, captions, transcript) = match &block.kind {
            Kind::Audio(audio) => (&audio.src, true, audio.transcript.is_some()),
            Kind::Video(video) => (&video.src, video.captions.is_some(), video.transcript.is_some()),
            _ => return,
        };
        let file = src.value.rsplit('/').next().unwrap_or(&src.value);
        if !captions {
            let message = message!("missing-captions", file = file);
            found.push(reading.fault(Lint::MissingCaptions, src.span, message));
        }
        if !transcript {
            let message = message!("missing-transcript", file = file);
            found.push(reading.fault(Lint::MissingTranscript, src.span, message));
        }
    });
}
