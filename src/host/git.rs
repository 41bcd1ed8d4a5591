//! What git knows of a project: the commit it stands on, whether it differs from it, and when each file last changed.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use super::disk;
use crate::model::project::FILE;
use crate::release::Stamp;
use crate::source;

/// The time that stands where there is none: the first that a ZIP can say.
const NO_TIME: i64 = 315_532_800;

/// What git knows of the working tree, without the version. `epoch` is `SOURCE_DATE_EPOCH` where it is set.
pub fn stamp(root: &Path, epoch: Option<i64>) -> Stamp {
    let (stamp, status) = std::thread::scope(|scope| {
        let status = scope.spawn(|| ask(root, &[&["status", "--porcelain", "--"], disk::INPUTS].concat()));
        (stamp_of(root, "HEAD", epoch), status.join().ok().flatten())
    });
    let dirty = stamp.commit.is_some() && status.is_some_and(|status| !status.trim().is_empty());
    Stamp { dirty, ..stamp }
}

/// What git knows of a commit of the repository that tracks the project, without the version.
pub fn stamp_of(root: &Path, commit: &str, epoch: Option<i64>) -> Stamp {
    let ask = |args: &[&str]| ask(root, args);
    let log = ["log", "--format=%x01%ct", "--name-only", "--no-renames", "-z", "--relative", commit, "--"];
    let (tracked, head, history) = std::thread::scope(|scope| {
        let tracked = scope.spawn(|| ask(&["ls-files", "--error-unmatch", "--", FILE]));
        let head = scope.spawn(|| ask(&["log", "-1", "--format=%H %ct", commit, "--"]));
        let history = scope.spawn(|| ask(&[&log, disk::INPUTS].concat()));
        let join = |thread: std::thread::ScopedJoinHandle<Option<String>>| thread.join().ok().flatten();
        (join(tracked), join(head), join(history))
    });
    let head = tracked.and(head);
    let (commit, time) = match head.as_deref().and_then(|line| line.trim().split_once(' ')) {
        Some((commit, time)) => (Some(commit.to_string()), time.parse().ok()),
        None => (None, None),
    };
    Stamp {
        version: String::new(),
        created: instant(epoch.or(time).unwrap_or(NO_TIME)),
        dirty: false,
        updated: commit.as_ref().and(history).map(|history| updated(&history)).unwrap_or_default(),
        commit,
    }
}

/// What git answers; none where it fails or is not there.
pub(super) fn ask(root: &Path, args: &[&str]) -> Option<String> {
    let output =
        Command::new("git").arg("-C").arg(root).args(args).env("GIT_OPTIONAL_LOCKS", "0").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The newest date of each file, out of `git log --name-only -z`, newest commit first.
fn updated(history: &str) -> BTreeMap<source::Path, String> {
    let mut dates = BTreeMap::new();
    let mut date = String::new();
    for token in history.split('\0') {
        let token = token.trim_start_matches('\n');
        match token.strip_prefix('\u{1}') {
            Some(time) => date = instant(time.trim().parse().unwrap_or(NO_TIME))[..10].to_string(),
            None if token.is_empty() => {}
            None => drop(dates.entry(source::Path::new(token)).or_insert_with(|| date.clone())),
        }
    }
    dates
}

/// The date (UTC) that a commit made now would carry.
pub fn committer_date(root: &Path) -> Option<String> {
    let who = ask(root, &["var", "GIT_COMMITTER_IDENT"])?;
    let seconds = who.trim().rsplit(' ').nth(1)?.parse().ok()?;
    Some(instant(seconds)[..10].into())
}

/// Today's date, in UTC.
pub fn today() -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    instant(now.as_secs() as i64)[..10].into()
}

/// Seconds since 1970 as `2026-11-20T10:00:00Z`.
pub(super) fn instant(seconds: i64) -> String {
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Days to a date by Howard Hinnant's `civil_from_days`: years begin in March, eras have 400 years.
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600, rest % 3_600 / 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn an_instant_is_written_in_utc() {
        assert_eq!(instant(0), "1970-01-01T00:00:00Z");
        assert_eq!(instant(super::NO_TIME), "1980-01-01T00:00:00Z");
        assert_eq!(instant(1_709_210_096), "2024-02-29T12:34:56Z");
    }
}
