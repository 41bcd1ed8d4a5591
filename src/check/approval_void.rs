//! `approval-void`: an approval of other words than those that stand on the page now, reported at the hash that was
//! approved. What a role approved again since is not void.

use std::collections::BTreeSet;

use super::Reading;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::approval::{Approval, approvals, said};

pub fn check(reading: &Reading, found: &mut Vec<Diagnostic>) {
    let Reading { programme, language, text, .. } = *reading;
    if !text.whole || !text.sound {
        return;
    }
    // Also of roles that are no longer asked.
    let roles: BTreeSet<&str> = said(text).map(|said| said.role).collect();
    for approval in approvals(programme, language, text, roles) {
        let Approval::Void(said) = approval else { continue };
        let message = message!("approval-void", id = reading.page.id, role = said.role, by = said.by);
        found.push(reading.fault(Lint::ApprovalVoid, said.span, message));
    }
}
