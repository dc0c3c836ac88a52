//! Bytes, written and read: numbers in as few bytes as they need, texts with their lengths.

/// Writes a number, seven bits a byte, the least first.
pub(crate) fn put(mut number: u64, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

/// Writes a difference: small ones of either sign are short.
pub(crate) fn put_signed(number: i64, to: &mut Vec<u8>) {
    put(
        (number.cast_unsigned() << 1) ^ (number >> 63).cast_unsigned(),
        to,
    );
}

/// Writes a text with its length before it.
pub(crate) fn put_text(text: &str, to: &mut Vec<u8>) {
    put(text.len() as u64, to);
    to.extend_from_slice(text.as_bytes());
}

/// Bytes that are being read; nothing where they end too soon.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bytes<'b>(pub(crate) &'b [u8]);

impl<'b> Bytes<'b> {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            number |= bits << shift;
            if byte < 0x80 {
                // What does not fit was never written.
                return (bits << shift >> shift == bits).then_some(number);
            }
        }
        None
    }

    pub(crate) fn index(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(crate) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(crate) fn text(&mut self) -> Option<&'b str> {
        let length = self.index()?;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, put, put_signed, put_text};

    #[test]
    fn what_is_written_is_read_back() {
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut bytes = Vec::new();
            put(number, &mut bytes);
            assert_eq!(Bytes(&bytes).number(), Some(number));
            assert_eq!(Bytes(&bytes[..bytes.len() - 1]).number(), None);
        }
        for number in [0, -1, 1, -64, 64, i64::MIN, i64::MAX] {
            let mut bytes = Vec::new();
            put_signed(number, &mut bytes);
            assert_eq!(Bytes(&bytes).signed(), Some(number));
        }
        let mut bytes = Vec::new();
        put_text("Šiauliai", &mut bytes);
        assert_eq!(Bytes(&bytes).text(), Some("Šiauliai"));
        assert_eq!(Bytes(&[0xff; 11]).number(), None);
        assert_eq!(Bytes(&[3, 0xff, 0xff, 0xff]).text(), None);
    }
}
