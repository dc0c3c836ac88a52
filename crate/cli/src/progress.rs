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
        // It hides itself where the error output is no terminal.
        self.show_on(ProgressDrawTarget::stderr, done, left);
    }

    fn show_on(&self, terminal: impl FnOnce() -> ProgressDrawTarget, done: usize, left: usize) {
        if self.bar.is_hidden() && self.started.elapsed() > PATIENCE {
            self.bar.set_draw_target(terminal());
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

#[cfg(test)]
mod tests {
    use super::{PATIENCE, Progress};
    use indicatif::{ProgressDrawTarget, TermLike};
    use std::io;
    use std::sync::{Arc, Mutex, PoisonError};

    /// A terminal that keeps what is written on it.
    #[derive(Debug, Clone, Default)]
    struct Kept(Arc<Mutex<String>>);

    impl Kept {
        fn text(&self) -> String {
            let text = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            text.clone()
        }

        fn target(&self) -> ProgressDrawTarget {
            ProgressDrawTarget::term_like(Box::new(self.clone()))
        }
    }

    impl TermLike for Kept {
        fn width(&self) -> u16 {
            80
        }

        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn write_line(&self, line: &str) -> io::Result<()> {
            self.write_str(line)
        }

        fn write_str(&self, text: &str) -> io::Result<()> {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push_str(text);
            Ok(())
        }

        fn clear_line(&self) -> io::Result<()> {
            Ok(())
        }

        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn who_waits_for_a_second_is_told_and_nobody_before() {
        let terminal = Kept::default();
        let mut progress = Progress::new();
        progress.show_on(|| terminal.target(), 5, 3);
        assert_eq!(terminal.text(), "");
        let Some(long_ago) = progress.started.checked_sub(2 * PATIENCE) else {
            return;
        };
        progress.started = long_ago;
        progress.show_on(|| terminal.target(), 7, 2);
        let told = terminal.text();
        assert!(
            told.contains("7 documents") && told.contains("2 files to open"),
            "{told}"
        );
        progress.finish();
    }
}
