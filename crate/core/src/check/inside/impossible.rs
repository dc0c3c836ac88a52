//! What nothing can be, with the limit.

use super::{Judged, Text};
use crate::figures::{Decimal, Kind, Unit, coldest};

/// All of them, none of them, or absolute zero.
pub(super) fn judge(text: &Text<'_>, figure: usize, whole: Option<usize>) -> Judged {
    let figure = &text.quantities[figure];
    let limit = match (whole, figure.kind, &figure.unit) {
        (Some(whole), ..) => Some(text.quantities[whole].low),
        (_, Kind::Percent, _) => Some(Decimal::ONE_HUNDRED),
        (_, Kind::Temperature, Unit::Named(unit)) => coldest(unit),
        _ => None,
    };
    Judged::Conflict {
        nearly: false,
        gives: limit,
    }
}
