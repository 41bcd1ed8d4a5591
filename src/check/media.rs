//! `missing-alt`, `external-resource`, `unsafe-svg`, and `broken-link` for files: pictures, sound and film are in the
//! project, safe to show, and have words for those who can't see them.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::link::scheme;
use crate::model::page::Page;

pub fn check(programme: &Programme, _: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    for (_, translation) in page.present() {
        let path = &translation.path;
        for file in &translation.mentions.files {
            if let Some(whole) = file.without_alt {
                found.push(Diagnostic::new(Lint::MissingAlt, whole.within(path), message!("missing-alt")));
            }
            let place = file.at.within(path);
            if scheme(&file.source).is_some() || file.source.starts_with("//") {
                let message = message!("external-resource", source = file.source);
                found.push(Diagnostic::new(Lint::ExternalResource, place, message));
            } else if programme.media(path, &file.source).is_none()
                && !programme.leads_out(path, &file.source)
            {
                let message = message!("broken-link-file", target = file.source);
                let fault = Diagnostic::new(Lint::BrokenLink, place, message);
                let name = file.source.rsplit('/').next().unwrap_or_default();
                let names = programme
                    .all_media()
                    .map(|(path, _)| path.name())
                    .collect::<std::collections::BTreeSet<_>>();
                found.push(fault.nearest(name, names, false));
            }
        }
    }
}

/// Pictures that may run or reach out, whoever shows them.
pub fn check_safety(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    for (path, media) in programme.all_media() {
        for part in &media.unsafe_parts {
            let message = message!("unsafe-svg", part = part.name);
            found.push(Diagnostic::new(Lint::UnsafeSvg, part.span.within(path), message));
        }
    }
}
