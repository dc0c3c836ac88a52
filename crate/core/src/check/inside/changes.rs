//! "rose 12% to $56 from $50": the size of a change against its two levels.

use super::reckon::{Fit, Span, fit, last_digit};
use super::{Judged, Text};
use crate::figures::{Change, Decimal, Kind, Modifier, Quantity, Unit};
use crate::lexicon::named;

/// What is said in words ("doubled", "a third") is rounder than any digits: a seventh off is as said.
const LOOSE: Decimal = Decimal::from_parts(15, 0, 0, false, 2);

pub(super) fn judge(text: &Text<'_>, figures: [usize; 3], way: Option<Change>) -> Judged {
    let [_, from, to] = figures;
    match by_levels(text, figures, way) {
        Judged::Conflict { .. }
            if told_next(text, figures).is_some_and(|next| {
                matches!(by_levels(text, [next, from, to], None), Judged::Agrees)
            }) =>
        {
            Judged::Unclear
        }
        judged => judged,
    }
}

/// The size that follows in the same sentence, which the levels may be told for instead: "fell 3% to 142p, down from 171p a
/// year ago, a fall of 17%".
fn told_next(text: &Text<'_>, figures: [usize; 3]) -> Option<usize> {
    let last = figures.into_iter().max()?;
    let (size, next) = (&text.quantities[figures[0]], text.quantities.get(last + 1)?);
    let between = text.written.get(text.quantities[last].end..next.start)?;
    (next.unit == size.unit && !between.contains(['.', ';'])).then_some(last + 1)
}

fn by_levels(text: &Text<'_>, [size, from, to]: [usize; 3], way: Option<Change>) -> Judged {
    let figure = |i: usize| &text.quantities[i];
    let (size, old, new) = (figure(size), figure(from), figure(to));
    let readings = readings(size, old, new);
    let written = Span::of(size);
    // A factor says by itself which way it goes: "halved".
    let way = way.filter(|_| size.kind != Kind::Multiple && !is_times(size));
    let mut best: Option<(Fit, Span, Option<Decimal>)> = None;
    for Reading { open, gives, loose } in readings {
        // A fall is told without its sign.
        let (open, gives) = match way {
            Some(Change::Down) => (open.negated(), gives.map(|gives| -gives)),
            _ => (open, gives),
        };
        let either = way.is_none().then(|| open.negated());
        for open in [Some(open), either].into_iter().flatten() {
            let written = if loose { loosened(size) } else { written };
            let step = if loose {
                Decimal::ZERO
            } else {
                last_digit(size)
            };
            let found = fit(written, open, step);
            if best.is_none_or(|(fit, ..)| found < fit) {
                best = Some((found, open, gives));
            }
        }
    }
    // A currency that weakens costs more or less, by which of the two is told.
    let rate = |level: &Quantity| level.kind == Kind::Number && !level.low.is_integer();
    let either_way =
        rate(old) && rate(new) && best.is_some_and(|(_, open, _)| mirrored(written, open, size));
    match best {
        _ if either_way => Judged::Unclear,
        None => Judged::Unclear,
        Some((Fit::Within, ..)) => Judged::Agrees,
        Some((found, open, gives)) => Judged::Conflict {
            nearly: found == Fit::Nearly || mirrored(written, open, size),
            gives,
        },
    }
}

fn is_times(size: &Quantity) -> bool {
    matches!(&size.unit, Unit::Named(name) if name == named::TIME)
}

fn is_point(size: &Quantity) -> bool {
    matches!(&size.unit, Unit::Named(name) if name == named::POINT)
}

/// Whether the size fits, but for its way: then the verb may be meant otherwise ("losses improved").
fn mirrored(written: Span, open: Span, size: &Quantity) -> bool {
    fit(written, open.negated(), last_digit(size)) != Fit::Outside
}

/// What a size can be by its levels.
struct Reading {
    open: Span,
    /// The one value that the levels make as written.
    gives: Option<Decimal>,
    /// The size is said in words, and stands for more than its digits.
    loose: bool,
}

fn readings(size: &Quantity, old: &Quantity, new: &Quantity) -> Vec<Reading> {
    let levels = [
        (beside(old, new), beside(new, old)),
        (Span::exactly(old.low), Span::exactly(new.low)),
    ];
    // What the levels leave open, and what they make as written.
    let reading = |by: &dyn Fn(Span, Span) -> Span, loose: bool| {
        let [open, written] = levels.map(|(before, after)| by(before, after));
        Reading {
            open,
            gives: written.middle(),
            loose,
        }
    };
    let ratio = |before: Span, after: Span| after.over(before);
    let grown =
        |before: Span, after: Span| ratio(before, after).map(|r| r.checked_sub(Decimal::ONE));
    let percent = |before: Span, after: Span| grown(before, after).times(Decimal::ONE_HUNDRED);
    let more = |before: Span, after: Span| after.minus(before);
    let shares = old.kind == Kind::Percent && new.kind == Kind::Percent;
    match size.kind {
        // "from 4% to 5%, up 1%": a part of it, or points.
        Kind::Percent if shares => vec![reading(&percent, false), reading(&more, false)],
        Kind::Percent => vec![reading(&percent, false)],
        Kind::PercentagePoint if shares => {
            let basis = matches!(&size.unit, Unit::Named(name) if name == named::BASIS_POINT);
            let many = if basis {
                Decimal::ONE_HUNDRED
            } else {
                Decimal::ONE
            };
            let points = move |before: Span, after: Span| after.minus(before).times(many);
            vec![reading(&points, false)]
        }
        // "fell 6 points to 48 per cent from 54"
        Kind::Count if shares && is_point(size) => vec![reading(&more, false)],
        Kind::Multiple => vec![reading(&ratio, true)],
        // "four times as many as the 420"
        Kind::Count if size.unit != new.unit && is_times(size) => vec![reading(&ratio, true)],
        Kind::Fraction => vec![Reading {
            gives: reading(&percent, true).gives,
            ..reading(&grown, true)
        }],
        _ if size.unit == new.unit && size.kind == new.kind && old.unit == new.unit => {
            vec![reading(&more, false)]
        }
        _ => Vec::new(),
    }
}

/// What a level can stand for beside the other one: who counts 1,560 has not rounded 1,248 to 1,200. It may be ten times
/// as rough all the same.
fn beside(level: &Quantity, other: &Quantity) -> Span {
    let digits = |figure: &Quantity| {
        let plain = matches!(figure.kind, Kind::Count | Kind::Number)
            && figure.modifier == Modifier::Exact
            && figure.low.is_integer();
        // "1.2 million" has fewer digits than it stands for.
        let number = figure.low.to_string();
        let many = number.len();
        let written = figure.end.saturating_sub(figure.start);
        // A thousand is no number that was counted.
        let counted = number.trim_end_matches('0').len() > 1;
        plain && counted && (written == many || written == many + (many - 1) / 3)
    };
    let own = last_digit(level);
    let tenth = own.checked_div(Decimal::TEN).unwrap_or(own);
    let step = last_digit(other).max(tenth).min(own);
    if !digits(level) || !digits(other) || step == own {
        return Span::of(level);
    }
    let half = step.checked_div(Decimal::TWO).unwrap_or(step);
    Span::exactly(level.low).widened(half)
}

/// "doubled" is said of 1.8 times as of 2.3 times, "more than doubled" of three times as well.
fn loosened(size: &Quantity) -> Span {
    let part = |by: Decimal| size.low.checked_mul(by);
    let (less, more) = (Decimal::ONE - LOOSE, Decimal::ONE + LOOSE + LOOSE);
    let span = Span {
        low: part(less),
        high: part(more),
    };
    match size.modifier {
        Modifier::Over | Modifier::AtLeast => Span { high: None, ..span },
        Modifier::Under | Modifier::AtMost | Modifier::UpTo => Span { low: None, ..span },
        _ => span,
    }
}
