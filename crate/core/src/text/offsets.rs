//! Byte offsets to UTF-16 code units, once, here.

/// Converts ascending byte offsets of one text to UTF-16 code units in a single pass.
#[derive(Debug)]
pub struct Utf16<'t> {
    text: &'t str,
    byte: usize,
    unit: usize,
}

impl<'t> Utf16<'t> {
    /// A converter that stands at the start of `text`.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            unit: 0,
        }
    }

    /// The UTF-16 offset of a byte offset; goes back to the start when `byte` lies behind.
    /// An offset within a character counts as its start, one past the end as the end.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        // Of most text each byte is a unit.
        let end = byte.min(self.text.len());
        let ahead = self.text.as_bytes().get(self.byte..end);
        if ahead.is_some_and(<[u8]>::is_ascii) {
            self.unit += end - self.byte;
            self.byte = end;
            return self.unit;
        }
        for c in self.text[self.byte..].chars() {
            if self.byte + c.len_utf8() > byte {
                break;
            }
            self.byte += c.len_utf8();
            self.unit += c.len_utf16();
        }
        self.unit
    }
}
