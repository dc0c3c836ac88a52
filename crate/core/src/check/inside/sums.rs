//! "a jury of 12 with five women and seven men": a whole against its parts.

use super::reckon::{Fit, Span, fit, last_digit};
use super::{Judged, Text};
use crate::figures::{Decimal, Kind, Modifier};

pub(super) fn judge(text: &Text<'_>, total: usize, parts: &[usize], open: bool) -> Judged {
    let total = &text.quantities[total];
    let (mut sum, mut written) = (Span::exactly(Decimal::ZERO), Span::exactly(Decimal::ZERO));
    for &part in parts {
        let part = &text.quantities[part];
        // A score has two sides.
        let score = part.kind == Kind::Score;
        let ends = if score {
            vec![part.low, part.high]
        } else {
            vec![part.low]
        };
        for value in ends {
            let exact = Span::exactly(value);
            written = written.plus(exact);
            sum = sum.plus(if score { exact } else { Span::of(part) });
        }
    }
    let gives = written.low;
    let (whole, told) = (Span::of(total), Span::exactly(total.low));
    let [rounded, exact] = [(whole, sum), (told, written)].map(|(whole, mut sum)| {
        // There may be more of them than the parts that are told, but not fewer.
        sum.high = sum.high.filter(|_| !open);
        let most = Span {
            low: whole.low.filter(|_| !open),
            ..whole
        };
        fit(most, sum, last_digit(total))
    });
    // "about 50 in all": what is no more than a quarter off is about that.
    if total.modifier == Modifier::About {
        let quarter = total.low.checked_div(Decimal::from(4)).unwrap_or_default();
        let found = fit(whole.widened(quarter), sum, Decimal::ZERO);
        return Judged::of(found, gives);
    }
    let money = total.kind == Kind::Money;
    match (rounded, exact) {
        (_, Fit::Within) => Judged::Agrees,
        // Amounts are rounded one by one; what is cut off then is a last digit.
        (Fit::Within, _) if money => Judged::Agrees,
        (Fit::Nearly, _) if money => Judged::Conflict {
            nearly: true,
            gives,
        },
        // Round numbers may have been rounded; the last digits are off all the same.
        (Fit::Within, _) => Judged::Conflict {
            nearly: true,
            gives,
        },
        _ => Judged::Conflict {
            nearly: false,
            gives,
        },
    }
}
