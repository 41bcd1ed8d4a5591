//! `approval-void`: an approval of other words than those that stand on the page now, reported at the hash that was
//! approved. What a role approved again since is not void.
//!
//! An approval hangs on [`meaning::of`] in the whole programme: a fact or a fragment that changes voids it, as does every
//! word in `only`, for each of its readers.

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::meaning;
use crate::syntax::yaml::Yaml;

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    let Reading { programme, language, text, .. } = *reading;
    let approvals = text.front.get("approved").map_or(&[][..], Yaml::many);
    if approvals.is_empty() || !text.whole || !text.sound {
        return;
    }
    let now = meaning::of(programme, language, text);
    let word =
        |approval: &Yaml, key: &str| approval.get(key).and_then(Yaml::text).unwrap_or_default().to_string();
    let holds = |role: &str| {
        approvals.iter().any(|approval| word(approval, "role") == role && word(approval, "at") == now)
    };
    for (number, approval) in approvals.iter().enumerate() {
        let (role, date) = (word(approval, "role"), word(approval, "date"));
        let newer = approvals.iter().enumerate().any(|(other, later)| {
            word(later, "role") == role && (word(later, "date"), other) > (date.clone(), number)
        });
        let Some(at) = approval.get("at") else { continue };
        if !newer && !holds(&role) {
            let message =
                message!("approval-void", id = reading.page.id, role = role, by = word(approval, "by"));
            found.push(reading.fault(Lint::ApprovalVoid, at.span, message));
        }
    }
}
