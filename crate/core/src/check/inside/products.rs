//! "250 tickets at £8 each, raising £2,000": the total against how many and how much for each.

use super::reckon::{Fit, Span, fit, last_digit};
use super::{Judged, Text};

pub(super) fn judge(text: &Text<'_>, figures: [usize; 3]) -> Judged {
    let [many, each, total] = figures.map(|i| &text.quantities[i]);
    let open = Span::of(many).each(Span::of(each));
    let gives = Span::exactly(many.low).each(Span::exactly(each.low)).low;
    match fit(Span::of(total), open, last_digit(total)) {
        // Amounts are rounded one by one; a last digit is nobody's mistake.
        Fit::Outside => Judged::of(Fit::Outside, gives),
        _ => Judged::Agrees,
    }
}
