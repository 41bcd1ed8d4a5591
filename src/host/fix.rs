//! Applies the fixes that diagnostics carry to the files on disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::diag::Diagnostic;
use crate::source::{self, Span};

/// Applies every fix and says which diagnostics it mended. Of fixes that overlap the first is applied; the next run mends
/// the other. A file is replaced whole, never half-written.
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
    for (path, mut edits) in edits {
        let place = root.join(path.as_str());
        let mut text = fs::read_to_string(&place)?;
        edits.sort_by_key(|(span, _)| std::cmp::Reverse(*span));
        for (span, words) in edits {
            if text.get(span.range()).is_some() {
                text.replace_range(span.range(), words);
            }
        }
        let beside = place.with_extension("andrum-fix");
        fs::write(&beside, text)?;
        fs::rename(&beside, &place)?;
    }
    Ok(mended)
}

fn apart(a: Span, b: Span) -> bool {
    a != b && (a.end <= b.start || b.end <= a.start)
}
