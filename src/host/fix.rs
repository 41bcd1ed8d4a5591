//! Applies the fixes that diagnostics carry to the files on disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::diag::Diagnostic;
use crate::source::{self, Span};

/// Applies every fix and says which diagnostics it mended. Of fixes that overlap the first is applied; the next run mends
/// the other.
pub fn apply<'a>(root: &Path, found: &'a [Diagnostic]) -> io::Result<Vec<&'a Diagnostic>> {
    let mut edits: BTreeMap<&source::Path, Vec<(Span, &str)>> = BTreeMap::new();
    let mut mended = Vec::new();
    for diagnostic in found {
        let Some(fix) = &diagnostic.fix else { continue };
        let free = fix.edits.iter().all(|(place, _)| {
            edits.get(&place.path).is_none_or(|taken| taken.iter().all(|(span, _)| apart(*span, place.span)))
        });
        if free {
            for (place, text) in &fix.edits {
                edits.entry(&place.path).or_default().push((place.span, text));
            }
            mended.push(diagnostic);
        }
    }
    for (path, edits) in edits {
        replace(root, path, &edits)?;
    }
    Ok(mended)
}

/// Makes edits that do not overlap in one file. It is replaced whole, never half-written, and everything else in it stays.
pub fn replace(root: &Path, path: &source::Path, edits: &[(Span, impl AsRef<str>)]) -> io::Result<()> {
    let place = root.join(path.as_str());
    let text = edited(fs::read_to_string(&place)?, edits);
    let beside = place.with_extension("andrum-fix");
    fs::write(&beside, text)?;
    fs::set_permissions(&beside, fs::metadata(&place)?.permissions())?;
    fs::rename(&beside, &place)
}

/// A text with edits made that do not overlap.
pub fn edited(mut text: String, edits: &[(Span, impl AsRef<str>)]) -> String {
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(*span));
    for (span, words) in edits {
        if text.get(span.range()).is_some() {
            text.replace_range(span.range(), words.as_ref());
        }
    }
    text
}

fn apart(a: Span, b: Span) -> bool {
    a != b && (a.end <= b.start || b.end <= a.start)
}
