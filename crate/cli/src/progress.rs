//! How far it has got, on a terminal, for what takes longer than a second.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io;
use std::time::{Duration, Instant};

/// Whoever waits for no longer is not told.
const PATIENCE: Duration = Duration::from_secs(1);

/// A line on the error output that is gone at the end; none where that is no terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    started: Instant,
    bar: ProgressBar,
}

impl Progress {
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) =
            ProgressStyle::with_template("{pos} documents, {per_sec}, {msg} [{elapsed}]")
        {
            bar.set_style(style);
        }
        Self {
            started: Instant::now(),
            bar,
        }
    }

    /// So many documents are done, and so many files still to be opened.
    pub(crate) fn show(&self, done: usize, left: usize) {
        if self.bar.is_hidden() && self.started.elapsed() > PATIENCE {
            // It hides itself where the error output is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_message(format!("{left} files to open"));
        self.bar.set_position(done as u64);
    }

    /// Writes something else in between.
    pub(crate) fn hide_while(&self, write: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        self.bar.suspend(write)
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
