//! Where two figures meet: whether they are of one measure, whether both can be true of one thing, and by which slip
//! the one may have become the other. Whatever compares figures asks here.

mod days;
mod slips;

use crate::steps::step;
use days::share_a_day;
pub use slips::{Slip, are_anagrams, same_digits, slip_between};

use super::{Bound, Kind, Modifier, Quantity, Unit};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What a figure measures, as far as it must be the same in another one for them to be compared. What is counted is
/// not part of it: the same employees are "staff" elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Measure<'q> {
    /// An amount of a currency, by its ISO 4217 code.
    Currency(Cow<'q, str>),
    /// A unit by its name in the singular.
    Named(Cow<'q, str>),
    /// Years and days of the calendar.
    Calendar,
    /// A number, of whatever is counted.
    Plain,
}

impl<'q> Measure<'q> {
    /// The measure of a quantity; an age may be written as a bare number.
    pub fn of(quantity: &'q Quantity) -> Self {
        match (&quantity.unit, quantity.kind) {
            (_, Kind::Age) => Self::Plain,
            (_, Kind::Date | Kind::Year) => Self::Calendar,
            (unit, _) => Self::of_unit(unit),
        }
    }

    /// The measure of what is given in a unit.
    pub fn of_unit(unit: &'q Unit) -> Self {
        match unit {
            Unit::Currency(code) => Self::Currency(Cow::Borrowed(code)),
            Unit::Named(name) => Self::Named(Cow::Borrowed(name)),
            Unit::None | Unit::Noun(_) => Self::Plain,
        }
    }

    /// The same, owning its name.
    pub fn into_owned(self) -> Measure<'static> {
        let owned = |name: Cow<'_, str>| Cow::Owned(name.into_owned());
        match self {
            Self::Currency(code) => Measure::Currency(owned(code)),
            Self::Named(name) => Measure::Named(owned(name)),
            Self::Calendar => Measure::Calendar,
            Self::Plain => Measure::Plain,
        }
    }
}

/// Whether two figures are of one measure.
pub fn same_measure(a: &Quantity, b: &Quantity) -> bool {
    step();
    Measure::of(a) == Measure::of(b)
}

/// What a figure measures and in which way it is told: what two figures must share where nothing else says that they are
/// of one property. A percentage is no rank, and a bare number may count what another one names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sort<'q> {
    measure: Measure<'q>,
    kind: Option<Kind>,
}

impl<'q> Sort<'q> {
    /// The sort of a quantity.
    pub fn of(quantity: &'q Quantity) -> Self {
        let kind = match quantity.kind {
            Kind::Count | Kind::Number | Kind::Money | Kind::Year | Kind::Date => None,
            kind => Some(kind),
        };
        let measure = Measure::of(quantity);
        Self { measure, kind }
    }

    /// The same, owning its names.
    pub fn into_owned(self) -> Sort<'static> {
        Sort {
            measure: self.measure.into_owned(),
            kind: self.kind,
        }
    }
}

/// Whether a figure and one that it is held against, which are of one sort, can both be true of one thing. A hedge of
/// the figure must hold for the other; one of the other may be left out, as headlines do: "50 hurt" where more than 50
/// were.
pub fn may_agree(figure: &Quantity, other: &Quantity) -> bool {
    step();
    if Measure::of(figure) == Measure::Calendar {
        return share_a_day(figure, other).unwrap_or(true);
    }
    // "4-3" is no range; "over 7/10" is open like any other figure.
    if figure.kind == Kind::Score && figure.low != figure.high {
        return (figure.low, figure.high) == (other.low, other.high);
    }
    if let Some(edge) = edge(figure, other) {
        return edge == Edge::Rounded;
    }
    let hedged = matches!(figure.modifier, Modifier::Nearly | Modifier::About);
    let bare = figure.modifier == Modifier::Exact;
    figure.interval.meets(&other.interval)
        || hedged && figure.rounding.meets(&other.interval)
        || bare && other.modifier != Modifier::Exact && figure.rounding.meets(&other.rounding)
}

/// How a bound that leaves its own number out stands to that very number: "fewer than 47" and 47.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// What was counted is what it is, and the two cannot both be true.
    Counted,
    /// The number may be rounded, to either side of the bound.
    Rounded,
}

fn edge(a: &Quantity, b: &Quantity) -> Option<Edge> {
    let strict = |q: &Quantity| matches!(q.modifier, Modifier::Over | Modifier::Under);
    let bare = |q: &Quantity| q.modifier == Modifier::Exact && q.low == q.high;
    let facing = strict(a) && bare(b) || strict(b) && bare(a);
    if !facing || a.low != b.low || a.high != b.high || Measure::of(a) == Measure::Calendar {
        return None;
    }
    let counted = |q: &Quantity| matches!(q.kind, Kind::Count | Kind::Number);
    let unrounded = !b.low.checked_rem(Decimal::TEN)?.is_zero() && b.low.fract().is_zero();
    Some(if counted(a) && counted(b) && unrounded {
        Edge::Counted
    } else {
        Edge::Rounded
    })
}

/// Whether a figure that can be true with another one is borne out by it: where one says "more than 85" and the other
/// "more than 70", or the one "less than 253" and the other 253, both can be true, and neither says so.
pub fn is_borne_out(figure: &Quantity, other: &Quantity) -> bool {
    let (a, b) = (&figure.interval, &other.interval);
    let value = |bound: Option<Bound>| bound.map(|bound| bound.value);
    let open = !figure.is_bounded() && !other.is_bounded();
    let within = || {
        value(a.low) <= value(b.low)
            && (a.high.is_none() || b.high.is_some() && value(b.high) <= value(a.high))
    };
    edge(figure, other).is_none() && (!open || Measure::of(figure) == Measure::Calendar || within())
}

/// Whether a figure can be what somebody made of a finer one: rounded, or cut off, as headlines do with "47.07" and
/// "$5.29 billion".
pub fn is_coarser(figure: &Quantity, other: &Quantity) -> bool {
    let coarser = || {
        let (value, finer) = (figure.low.abs(), other.low.abs());
        let mut unit = Decimal::ONE;
        while value.checked_rem(unit)? != Decimal::ZERO {
            unit = unit.checked_div(Decimal::TEN)?;
        }
        while value != Decimal::ZERO
            && value.checked_rem(unit.checked_mul(Decimal::TEN)?)? == Decimal::ZERO
        {
            unit = unit.checked_mul(Decimal::TEN)?;
        }
        let apart = finer.checked_sub(value)?;
        let cut = if figure.digits > 1 {
            unit
        } else {
            unit.checked_div(Decimal::TEN)?
        };
        let is_finer = finer.checked_rem(unit)? != Decimal::ZERO;
        let near = unit <= Decimal::ONE && apart.abs().checked_mul(Decimal::TWO)? <= unit;
        Some(is_finer && (near || apart.abs() <= cut))
    };
    figure.modifier == Modifier::Exact
        && figure.low == figure.high
        && other.low == other.high
        && coarser().unwrap_or(false)
}

/// Whether one of two figures is open, and the other lies so far from its end that nobody would have told it so: "46
/// dead" where at least 35 are. Far is more than one part of so many of the larger of the two.
pub fn is_far_beyond(figure: &Quantity, other: &Quantity, parts: u32) -> bool {
    let far = || {
        let (a, b) = (figure.low, other.low);
        let near = a.abs().max(b.abs()).checked_div(Decimal::from(parts))?;
        Some(a.checked_sub(b)?.abs() > near)
    };
    let open = |q: &Quantity| {
        matches!(
            q.modifier,
            Modifier::Over
                | Modifier::AtLeast
                | Modifier::Under
                | Modifier::AtMost
                | Modifier::UpTo
        )
    };
    Measure::of(figure) != Measure::Calendar
        && (open(figure) || open(other))
        && far().unwrap_or(false)
}

/// Whether two ranges have one end in common and the other not: "25 to 30 shots", "25 to 36 shots".
pub fn shares_one_end(a: &Quantity, b: &Quantity) -> bool {
    let is_range = |q: &Quantity| {
        q.low < q.high
            && matches!(q.modifier, Modifier::Exact | Modifier::About)
            && !matches!(q.kind, Kind::Date | Kind::Year | Kind::Score)
    };
    is_range(a) && is_range(b) && (a.low == b.low) != (a.high == b.high)
}

/// Whether two figures are of one measure and can both be true: €14bn does not bear out $14bn.
pub fn agree(a: &Quantity, b: &Quantity) -> bool {
    same_measure(a, b)
        && if a.dates.or(b.dates).is_some() {
            share_a_day(a, b).unwrap_or(false)
        } else {
            a.interval.meets(&b.interval)
        }
}

/// Whether neither value is more than twice the other.
pub fn same_size(a: Decimal, b: Decimal) -> bool {
    let double = |d: Decimal| d.checked_mul(Decimal::TWO);
    double(a).is_none_or(|d| d >= b) && double(b).is_none_or(|d| d >= a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::read;
    use crate::language::Language;
    use crate::text::tokens;

    fn figure(text: &str) -> Quantity {
        read(Language::english().lexicon(), text, &tokens(text))
            .pop()
            .expect("a figure")
    }

    #[test]
    fn figures_agree_only_where_measure_and_value_do() {
        for (one, other, expected) in [
            ("$14.3 billion", "$14 billion", true),
            ("€14.3 billion", "$14.3 billion", false),
            ("30 miles", "30 km", false),
            ("14 May 2015", "May 2015", true),
            ("14 May 2015", "2015", true),
            ("14 May 2015", "15 May 2015", false),
            ("14 May 2015", "14 May", true),
            ("31 June 2015", "31 June 2015", false),
        ] {
            let (a, b) = (figure(one), figure(other));
            assert_eq!(agree(&a, &b), expected, "{one} and {other}");
            assert_eq!(agree(&b, &a), expected, "{other} and {one}");
        }
    }

    #[test]
    fn a_bound_is_not_borne_out_by_the_number_that_it_leaves_out() {
        for (one, other, both, says_so) in [
            ("fewer than 47 reviews", "47 reviews", false, false),
            ("more than 1,381 goats", "1,381 goats", false, false),
            ("more than 1,381 goats", "1,392 goats", true, true),
            ("over 60 reviews", "60 reviews", true, false),
            ("less than $253.2 million", "$253.2 million", true, false),
            ("less than $253.2 million", "$241 million", true, true),
            ("more than 43%", "43%", true, false),
            ("more than 85 million", "more than 70 million", true, false),
            ("more than 70 million", "more than 85 million", true, true),
            ("more than 70 million", "less than 85 million", true, false),
            ("at least 47 goats", "47 goats", true, true),
        ] {
            let (a, b) = (figure(one), figure(other));
            assert_eq!(may_agree(&a, &b), both, "{one} and {other}");
            assert_eq!(both && is_borne_out(&a, &b), says_so, "{one} by {other}");
        }
    }

    #[test]
    fn what_is_counted_is_the_same_wherever_its_words_stand() {
        let (one, other) = (
            figure("1,200 employees"),
            figure("The firm has 900 Employees"),
        );
        assert_eq!(one.unit, other.unit);
        assert_ne!(one.unit, figure("1,200 desks").unit);
    }

    #[test]
    fn a_quantity_can_be_stored() {
        for text in [
            "nearly £4.5m a year",
            "50 cents",
            "12 full-time employees",
            "20 miles an hour",
            "Oct. 18-22",
            "rose 8%",
            "over 7/10",
        ] {
            let quantity = figure(text);
            let bytes = postcard::to_stdvec(&quantity).expect("it can be written");
            assert_eq!(postcard::from_bytes(&bytes), Ok(quantity), "{text}");
        }
    }
}
