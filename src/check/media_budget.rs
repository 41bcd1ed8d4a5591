//! `media-budget`: a picture, sound or film too heavy for a phone on a bad line, at the first place that shows it.

use std::collections::HashSet;

use super::Beside;
use crate::diag::{Diagnostic, Lint, Message};
use crate::message;
use crate::model::Programme;
use crate::source::Media;

const KB: u64 = 1000;
const MB: u64 = 1000 * KB;

/// A picture of this weight takes ten seconds at 400 kbit/s, a bad mobile line.
const PICTURE: u64 = 500 * KB;

/// What a minute of sound or film may weigh, and a whole file.
///
/// A megabyte a minute is 133 kbit/s, more than speech and music need and still playable on a bad line; twelve are 1.6
/// Mbit/s, above which film stops and starts on a middling one. The whole counts because the bundle carries it to phones
/// that will be offline, and is fetched on the same line: 20 MB hold twenty minutes of sound, 50 MB ten of calm film.
struct Budget {
    minute: u64,
    whole: u64,
}

const SOUND: Budget = Budget { minute: MB, whole: 20 * MB };
const FILM: Budget = Budget { minute: 12 * MB, whole: 50 * MB };

/// Below this a short sound is never too heavy, whatever its pace.
const LIGHT: u64 = 500 * KB;

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    if programme.all_media().all(|(_, media)| too_heavy(media).is_none()) {
        return;
    }
    let mut met = HashSet::new();
    for page in programme.everything() {
        for (_, text) in page.present() {
            for file in &text.mentions.files {
                let Some(media) = programme.media(&text.path, &file.source) else { continue };
                if let Some(message) = too_heavy(media).filter(|_| met.insert(&media.sha256)) {
                    found.push(Diagnostic::new(Lint::MediaBudget, file.at.within(&text.path), message));
                }
            }
        }
    }
}

fn too_heavy(media: &Media) -> Option<Message> {
    let sort = media.media_type().split('/').next().unwrap_or_default();
    let budget = match sort {
        "image" if media.bytes > PICTURE => {
            return Some(message!("media-budget", size = media.bytes.div_ceil(KB), most = PICTURE / KB));
        }
        "audio" => SOUND,
        "video" => FILM,
        _ => return None,
    };
    if media.bytes > budget.whole {
        let (size, most) = (media.bytes.div_ceil(MB), budget.whole / MB);
        return Some(message!("media-budget-whole", size = size, most = most));
    }
    let a_minute = media.bytes * 60 / u64::from(media.seconds.filter(|seconds| *seconds > 0)?);
    (media.bytes > LIGHT && a_minute > budget.minute)
        .then(|| message!("media-budget-minute", size = a_minute.div_ceil(KB), most = budget.minute / KB))
}

#[cfg(test)]
mod tests {
    use super::too_heavy;
    use crate::source::media::Stored;
    use crate::source::{Media, Path};

    /// What is said of a file of so many bytes and seconds.
    fn said(name: &str, bytes: u64, seconds: Option<u32>) -> Option<String> {
        let media = Media::read(&Path::new(name), b"", Stored::Memory(Vec::new().into()));
        let message = too_heavy(&Media { bytes, seconds, ..media })?;
        let args: Vec<String> =
            message.args.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        Some(format!("{} {}", message.key, args.join(" ")))
    }

    #[test]
    fn a_medium_is_weighed_by_its_sort_its_length_and_its_whole() {
        let cases = [
            ("a.png", 500_000, None, None),
            ("a.png", 500_001, None, Some("media-budget size=501 most=500")),
            ("a.svg", 900_000, None, Some("media-budget size=900 most=500")),
            ("a.m4a", 960_000, Some(60), None),
            ("a.m4a", 499_000, Some(2), None),
            ("a.m4a", 2_400_000, Some(60), Some("media-budget-minute size=2400 most=1000")),
            ("a.mp3", 19_000_000, None, None),
            ("a.mp3", 20_000_001, None, Some("media-budget-whole size=21 most=20")),
            ("a.mp4", 12_000_000, Some(60), None),
            ("a.mp4", 20_000_000, Some(60), Some("media-budget-minute size=20000 most=12000")),
            ("a.mp4", 60_000_000, Some(600), Some("media-budget-whole size=60 most=50")),
            ("a.vtt", 60_000_000, None, None),
            ("a.mp4", 1_000_000, Some(0), None),
        ];
        for (name, bytes, seconds, expected) in cases {
            assert_eq!(
                said(name, bytes, seconds).as_deref(),
                expected,
                "{name}, {bytes} bytes, {seconds:?} s"
            );
        }
    }
}
