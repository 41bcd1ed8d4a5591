//! What long work says of itself: on a terminal, after a second, one line that is written over and at last wiped out.
//! In a pipe it is silent.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long work may take before anyone asks what it does.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two looks at how far it has come.
const PACE: Duration = Duration::from_millis(100);

/// The line, for as long as this value lives.
pub struct Progress {
    shared: Arc<Shared>,
    writer: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    /// What is being done; `None` once all is done.
    step: Mutex<Option<String>>,
    ended: Condvar,
    count: AtomicUsize,
}

impl Progress {
    /// A line on standard error, where that is a terminal and no one asked for quiet.
    pub fn new(quiet: bool) -> Progress {
        let shared = Arc::new(Shared { step: Mutex::new(Some(String::new())), ..Shared::default() });
        let shown = !quiet && io::stderr().is_terminal();
        let writer = shown.then(|| {
            let shared = shared.clone();
            thread::spawn(move || write(&shared))
        });
        Progress { shared, writer }
    }

    /// Says what is done from here on; the count begins anew.
    pub fn step(&self, words: String) {
        self.shared.count.store(0, Ordering::Relaxed);
        *self.shared.step.lock().unwrap_or_else(PoisonError::into_inner) = Some(words);
    }

    /// Counts one more thing done.
    pub fn count(&self) {
        self.shared.count.fetch_add(1, Ordering::Relaxed);
    }

    /// Wipes the line out, before anything else is said.
    pub fn end(&mut self) {
        *self.shared.step.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.shared.ended.notify_all();
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

fn write(shared: &Shared) {
    let mut wait = PATIENCE;
    let mut written = false;
    let mut step = shared.step.lock().unwrap_or_else(PoisonError::into_inner);
    while step.is_some() {
        step = shared
            .ended
            .wait_timeout_while(step, wait, |step| step.is_some())
            .unwrap_or_else(PoisonError::into_inner)
            .0;
        if let Some(words) = &*step {
            let count = shared.count.load(Ordering::Relaxed);
            let count = if count > 0 { format!(" {count}") } else { String::new() };
            let _ = write!(io::stderr(), "\r\x1b[K{words}{count} …");
            written = true;
        }
        wait = PACE;
    }
    if written {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
}
