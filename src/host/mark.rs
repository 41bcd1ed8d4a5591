//! Marks in the headers of texts, such as that a translation is up to date: each is told, and why one could not be made.

use super::cli::{Common, End, print};
use super::project::Project;
use crate::diag::Message;
use crate::source::Path;

/// Why a text is not marked.
pub enum Refusal {
    Message(Message),
    Machine(std::io::Error),
}

/// Tells of each mark as it is made: the file that was written, none where it said so already, or why it can't be. The last
/// line is `summary`, of how many were marked and how many said so already.
pub fn tell<'a>(
    common: &Common,
    project: &Project,
    marks: impl Iterator<Item = Result<Option<&'a Path>, Refusal>>,
    summary: impl FnOnce(i64, i64) -> Message,
) -> Result<(), End> {
    let (mut marked, mut current, mut refused) = (0, 0, false);
    for mark in marks {
        match mark {
            Ok(Some(file)) => {
                print(&format!("{file}\n"))?;
                marked += 1;
            }
            Ok(None) => current += 1,
            Err(Refusal::Message(message)) => {
                eprintln!("{}", project.say(&message));
                refused = true;
            }
            Err(Refusal::Machine(error)) => return Err(error.into()),
        }
    }
    if !common.quiet {
        eprintln!("{}", project.say(&summary(marked, current)));
    }
    if refused { Err(End::Content) } else { Ok(()) }
}
