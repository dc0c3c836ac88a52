//! Files that the reader gives, read piece by piece.

use js_sys::Uint8Array;
use plumbline_browser::{Answer, explain, wait};
use web_sys::{Blob, File};

/// How much of a file is read at once, in bytes.
const PIECE: usize = 1_000_000;

/// A longer line is cut off there, and so told as one that is no whole line; in bytes.
const LONGEST_LINE: usize = 16_000_000;

/// The bytes of a file from one place to another, as far as it has them.
#[expect(clippy::cast_precision_loss, reason = "files are not that long")]
pub(super) async fn bytes(file: &Blob, from: usize, until: usize) -> Answer<Vec<u8>> {
    let piece = file.slice_with_f64_and_f64(from as f64, until as f64);
    let piece = piece.map_err(|thrown| explain(&thrown))?;
    let bytes = wait(Ok(piece.array_buffer())).await?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// The lines of a file, some whole ones at a time.
pub(super) struct Lines<'f> {
    file: &'f File,
    read: usize,
    at_end: bool,
    /// What was read of lines that have not come as a whole.
    rest: Vec<u8>,
    /// How many lines were handed out.
    before: usize,
}

impl<'f> Lines<'f> {
    pub(super) fn of(file: &'f File) -> Self {
        Self {
            file,
            read: 0,
            at_end: false,
            rest: Vec::new(),
            before: 0,
        }
    }

    /// The next lines, with how many come before them; nothing at the end.
    pub(super) async fn next(&mut self) -> Answer<Option<(String, usize)>> {
        loop {
            if self.at_end && self.rest.is_empty() {
                return Ok(None);
            }
            if !self.at_end {
                self.read().await?;
            }
            if let Some(end) = whole_lines(&self.rest, self.at_end) {
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
        let piece = bytes(self.file, self.read, self.read + PIECE).await?;
        self.at_end = piece.len() < PIECE;
        self.read += piece.len();
        self.rest.extend(piece);
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
