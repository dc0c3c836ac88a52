//! What is written for people. Texts can hold sequences that a terminal obeys; none of them gets there.

use anstyle::Style;
use std::fmt::{Arguments, Write as _};
use std::io::{self, Write};

/// Writes text without the control characters that stand in it; only its own styles are more than text.
pub(crate) struct Terminal<W>(pub(crate) W);

impl<W: Write> Terminal<W> {
    /// Writes `text` in a style.
    ///
    /// # Errors
    /// When writing fails.
    pub(crate) fn styled(&mut self, style: Style, text: &str) -> io::Result<()> {
        write!(self.0, "{style}{}{style:#}", plain(text))
    }
}

impl<W: Write> Write for Terminal<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // What is formatted comes in whole pieces of text.
        let text = String::from_utf8_lossy(bytes);
        self.0.write_all(plain(&text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The text with a sign in place of each control character, and of those that turn the order of what follows.
pub(crate) fn plain(text: &str) -> String {
    let obeyed = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| if obeyed(c) { '\u{fffd}' } else { c })
        .collect()
}

/// Says on the error output what is wrong.
pub(crate) fn complain(message: Arguments<'_>) {
    let mut line = String::new();
    let _ = write!(line, "plumbline: {message}");
    eprintln!("{}", plain(&line));
}

/// "1 figure", "2 figures".
pub(crate) fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::Terminal;
    use std::io::Write;

    #[test]
    fn only_the_styles_of_the_program_reach_the_terminal() {
        let mut out = Terminal(Vec::new());
        let bold = anstyle::Style::new().bold();
        out.styled(bold, "\x1b[2Jname\u{9b}1m").expect("written");
        writeln!(out, ": a\x07\u{7f}\r\u{202e}b\tend").expect("written");
        let written = String::from_utf8(out.0).expect("UTF-8");
        let start = format!("{bold}\u{fffd}[2Jname\u{fffd}1m{bold:#}");
        assert_eq!(
            written,
            start + ": a\u{fffd}\u{fffd}\u{fffd}\u{fffd}b\tend\n"
        );
    }
}
