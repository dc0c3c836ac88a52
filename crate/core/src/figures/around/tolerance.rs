//! A value with its tolerance: "14.2 ± 0.3".

use crate::figures::amount::{Amount, Look, What};
use crate::figures::exact::Exact;
use crate::figures::interval::Interval;
use crate::figures::reader::Reader;

impl Reader<'_> {
    /// "9.83e-3 +/- 1e-5 km", "14 ± 2 per cent": a value with its tolerance; the token after it.
    pub(in crate::figures) fn tolerance(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let at = low.end;
        let next = if scan.sign(at) == '±' {
            at + 1
        } else if scan.sign(at) == '+' && scan.sign(at + 1) == '/' && scan.dash(at + 2) {
            at + 3
        } else {
            return None;
        };
        let Look::Amount(by) = scan.amount(next) else {
            return None;
        };
        if by.negative || !(low.what == What::Bare || low.what == by.what || by.what == What::Bare)
        {
            return None;
        }
        let what = if low.what == What::Bare {
            by.what
        } else {
            low.what
        };
        let amount = Amount {
            what,
            end: by.end,
            after: by.after,
            per: by.per,
            ..*low
        };
        let before = self.found.len();
        let end = self.one(amount, amount).max(by.end);
        if self.found.len() > before
            && let Some(quantity) = self.found.last_mut()
            && let (Some(from), Some(to)) = (
                quantity.low.minus(by.numeral.value),
                quantity.high.plus(by.numeral.value),
            )
        {
            quantity.interval = Interval::closed(from, to);
            quantity.rounding = quantity.interval;
        }
        Some(end)
    }
}
