//! "all three suspects, aged 19, 22 and 40": how many there are against the ages that are told.

use super::Judged;
use super::reckon::{Span, fit};
use crate::figures::Decimal;

/// Of all of them as many ages are told, of others no more.
pub(super) fn judge(total: Span, told: u32, all: bool) -> Judged {
    let told = Decimal::from(told);
    let open = Span {
        low: Some(told),
        high: all.then_some(told),
    };
    Judged::of(fit(total, open, Decimal::ZERO), Some(told))
}
