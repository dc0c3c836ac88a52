//! Files that the reader gives, read piece by piece.

use js_sys::Uint8Array;
use plumbline_browser::{Answer, explain, wait};
use web_sys::File;

/// How much of a file is read at once, in bytes.
const PIECE: f64 = 1_000_000.0;

/// A longer line is cut off there, and so told as one that is no whole line; in bytes.
const LONGEST_LINE: usize = 16_000_000;

/// The lines of a file, some whole ones at a time.
pub(super) struct Lines<'f> {
    file: &'f File,
    read: f64,
    /// What was read of lines that have not come as a whole.
    rest: Vec<u8>,
    /// How many lines were handed out.
    before: usize,
}

impl<'f> Lines<'f> {
    pub(super) fn of(file: &'f File) -> Self {
        Self {
            file,
            read: 0.0,
            rest: Vec::new(),
            before: 0,
        }
    }

    /// The next lines, with how many come before them; nothing at the end.
    pub(super) async fn next(&mut self) -> Answer<Option<(String, usize)>> {
        loop {
            let at_end = self.read >= self.file.size();
            if at_end && self.rest.is_empty() {
                return Ok(None);
            }
            if !at_end {
                self.read().await?;
            }
            let at_end = self.read >= self.file.size();
            if let Some(end) = whole_lines(&self.rest, at_end) {
                let lines: Vec<u8> = self.rest.drain(..end).collect();
                let before = self.before;
                let lines = String::from_utf8_lossy(&lines);
                self.before += lines.matches('\n').count();
                return Ok(Some((
                    lines.trim_start_matches('\u{feff}').to_owned(),
                    before,
                )));
            }
            // Of a line without end only its beginning is kept.
            self.rest.truncate(LONGEST_LINE);
        }
    }

    async fn read(&mut self) -> Answer<()> {
        let until = (self.read + PIECE).min(self.file.size());
        let piece = self.file.slice_with_f64_and_f64(self.read, until);
        let piece = piece.map_err(|thrown| explain(&thrown))?;
        let bytes = wait(Ok(piece.array_buffer())).await?;
        self.rest.extend(Uint8Array::new(&bytes).to_vec());
        self.read = until;
        Ok(())
    }
}

/// Where the last whole line ends.
fn whole_lines(bytes: &[u8], at_end: bool) -> Option<usize> {
    if at_end {
        return Some(bytes.len());
    }
    let last = bytes.iter().rposition(|byte| *byte == b'\n')?;
    Some(last + 1)
}

#[cfg(test)]
mod tests {
    use super::whole_lines;

    #[test]
    fn lines_are_handed_on_as_a_whole() {
        for (bytes, at_end, end) in [
            ("", true, Some(0)),
            ("one\ntwo", false, Some(4)),
            ("one\ntwo", true, Some(7)),
            ("one\ntwo\n", false, Some(8)),
            ("one", false, None),
        ] {
            assert_eq!(
                whole_lines(bytes.as_bytes(), at_end),
                end,
                "{bytes:?}, {at_end}"
            );
        }
    }
}
