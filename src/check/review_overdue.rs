//! `review-overdue`: a page that was to be read again by a day that has passed.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::page::Page;

pub fn check(_: &Programme, beside: &Beside, page: &Page, found: &mut Vec<Diagnostic>) {
    let Some(today) = &beside.today else { return };
    for (_, text) in page.present().filter(|(_, text)| text.whole) {
        // Dates in ISO 8601 sort as words do. The day itself is still in time.
        let Some(day) = text.front.get("review_by").and_then(|day| day.words()) else { continue };
        if day.value < *today {
            let message = message!("review-overdue", date = day.value);
            found.push(Diagnostic::new(Lint::ReviewOverdue, day.span.within(&text.path), message));
        }
    }
}
