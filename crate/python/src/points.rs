//! Offsets as Python counts them: in code points, so that `text[start:end]` is what is meant.

use plumbline_records::quantity::Quantity;

/// Turns UTF-16 code units of a text, which the records count in, into code points.
#[derive(Debug)]
pub(crate) struct Points {
    /// The code unit at which each character begins that takes two of them.
    wide: Vec<usize>,
}

impl Points {
    /// The points of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut wide = Vec::new();
        // Only characters of four bytes take two units.
        if text.bytes().any(|byte| byte >= 0xF0) {
            let mut unit = 0;
            for c in text.chars() {
                if c.len_utf16() == 2 {
                    wide.push(unit);
                }
                unit += c.len_utf16();
            }
        }
        Self { wide }
    }

    /// The code point of a code unit.
    pub(crate) fn at(&self, unit: usize) -> usize {
        unit - self.wide.partition_point(|wide| *wide < unit)
    }

    /// Has a quantity say its places in code points.
    pub(crate) fn count(&self, quantity: &mut Quantity) {
        for place in [
            &mut quantity.start,
            &mut quantity.end,
            &mut quantity.outer_start,
            &mut quantity.outer_end,
        ] {
            *place = self.at(*place);
        }
    }
}
