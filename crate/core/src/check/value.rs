//! What two figures of one cell are compared by.

use crate::calendar::{Period, shifted, years_later};
use crate::figures::{Bound, Decimal, Interval, Kind, Measure, Quantity, Unit, is_open_dollar};
use crate::lexicon::Lexicon;
use crate::lexicon::named;
use crate::reference::Behaviour;
use rust_decimal::prelude::ToPrimitive;

/// Two ages a year apart can both be true for the days on which somebody may have a birthday: that is no
/// agreement. In days.
const A_FEW_WEEKS: i32 = 45;

/// A figure in the form in which it can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// An amount of something.
    Amount(Interval, Measure<'static>),
    /// The days on which somebody can have been born.
    Birth(Period),
    /// The days that a date is written for.
    Days(Period),
}

impl Value {
    /// The comparable form of a quantity of a property with that behaviour, seen on a day of `seen`.
    pub(crate) fn of(quantity: &Quantity, behaviour: Behaviour, seen: Period) -> Option<Self> {
        if behaviour == Behaviour::Age {
            // A bare number is an age where a frame says so, but only one that somebody can have.
            let possible =
                |n: &Decimal| n.is_integer() && (Decimal::ONE..=Decimal::from(120)).contains(n);
            if !possible(&quantity.low) || !possible(&quantity.high) {
                return None;
            }
            return birth(quantity.low.to_i32()?, quantity.high.to_i32()?, seen).map(Self::Birth);
        }
        let measure = match (&quantity.unit, quantity.kind) {
            (_, Kind::Date) => {
                let days = quantity.period(seen.from)?;
                return days.is_known().then_some(Self::Days(days));
            }
            (Unit::Named(name), Kind::Duration) if name.starts_with(named::YEAR) => {
                // "founded nine years ago": a year seen from the article's date.
                let year = Decimal::from(seen.from?.year());
                let interval = Interval {
                    low: Some(Bound {
                        value: year.checked_sub(quantity.high)?.checked_sub(Decimal::ONE)?,
                        closed: true,
                    }),
                    high: Some(Bound {
                        value: year.checked_sub(quantity.low)?,
                        closed: true,
                    }),
                };
                return Some(Self::Amount(interval, Measure::Calendar));
            }
            _ => Measure::of(quantity).into_owned(),
        };
        Some(Self::Amount(quantity.interval, measure))
    }

    /// Whether the two can both be true of one thing.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Amount(a, x), Self::Amount(b, y)) => x == y && a.meets(b),
            (Self::Birth(a), Self::Birth(b)) => a.overlap(b) > A_FEW_WEEKS,
            (Self::Days(a), Self::Days(b)) => a.overlap(b) > 0,
            (Self::Days(days), Self::Amount(years, Measure::Calendar))
            | (Self::Amount(years, Measure::Calendar), Self::Days(days)) => is_within(*days, years),
            _ => false,
        }
    }

    /// Whether the two are of the same measure at all.
    pub(crate) fn comparable(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Amount(_, x), Self::Amount(_, y)) => x == y,
            (Self::Birth(_), Self::Birth(_)) | (Self::Days(_), Self::Days(_)) => true,
            (Self::Days(_), Self::Amount(_, measure))
            | (Self::Amount(_, measure), Self::Days(_)) => *measure == Measure::Calendar,
            _ => false,
        }
    }

    /// An amount of a dollar whose country is not known as one of another's currency, where that is a dollar and the two
    /// agree.
    pub(crate) fn as_dollar_of(&self, lexicon: &Lexicon, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Amount(a, Measure::Currency(open)), Self::Amount(b, measure))
                if is_open_dollar(open) && a.meets(b) =>
            {
                let dollar = matches!(measure, Measure::Currency(code) if lexicon.is_dollar(code));
                dollar.then(|| Self::Amount(*a, measure.clone()))
            }
            _ => None,
        }
    }

    /// Whether it is bounded on both sides.
    pub(crate) fn is_bounded(&self) -> bool {
        match self {
            Self::Amount(interval, _) => interval.low.is_some() && interval.high.is_some(),
            Self::Birth(_) | Self::Days(_) => true,
        }
    }

    /// How wide it is; unbounded is widest. Only for choosing the narrower of two.
    pub(crate) fn width(&self) -> Decimal {
        match self {
            Self::Amount(
                Interval {
                    low: Some(low),
                    high: Some(high),
                },
                _,
            ) => high.value.checked_sub(low.value).unwrap_or(Decimal::MAX),
            _ => Decimal::MAX,
        }
    }

    /// A hedged amount as its bare digits round, without what the hedge adds.
    pub(crate) fn written(quantity: &Quantity, value: &Self) -> Option<Self> {
        use crate::figures::Modifier;
        match value {
            Self::Amount(_, measure)
                if matches!(quantity.modifier, Modifier::Nearly | Modifier::About) =>
            {
                Some(Self::Amount(quantity.rounding, measure.clone()))
            }
            _ => None,
        }
    }

    /// Whether an amount lies within the value; a birth holds none.
    pub(crate) fn holds(&self, amount: Decimal) -> bool {
        match self {
            Self::Amount(interval, _) => {
                let above = interval.low.is_none_or(|low| low.value <= amount);
                above && interval.high.is_none_or(|high| amount <= high.value)
            }
            Self::Birth(_) | Self::Days(_) => true,
        }
    }

    /// A hedged figure also stands for what its bare digits round: "nearly 14" is no claim against 14.1.
    pub(crate) fn lenient(quantity: &Quantity, behaviour: Behaviour, seen: Period) -> Option<Self> {
        use crate::figures::Modifier;
        let value = Self::of(quantity, behaviour, seen)?;
        let Self::Amount(interval, measure) = value else {
            return Some(value);
        };
        if !matches!(quantity.modifier, Modifier::Nearly | Modifier::About) {
            return Some(Self::Amount(interval, measure));
        }
        Some(Self::Amount(interval.hull(&quantity.rounding), measure))
    }
}

/// Whether some of the days are of a year within the interval.
fn is_within(days: Period, years: &Interval) -> bool {
    let (Some(from), Some(to)) = (days.from, days.to) else {
        return false;
    };
    let of = |value: i32, closed| {
        Some(Bound {
            value: value.into(),
            closed,
        })
    };
    years.meets(&Interval {
        low: of(from.year(), true),
        high: of(to.year(), true),
    })
}

/// The birth days that an age allows when seen on a day of `seen`: an interval of days.
fn birth(low: i32, high: i32, seen: Period) -> Option<Period> {
    let (from, to) = (seen.from?, seen.to?);
    // Aged n on day d: born after d − (n+1) years, up to and on d − n years.
    Some(Period {
        from: shifted(years_later(from, -(high + 1))?, 1),
        to: years_later(to, -low),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_a_birth_interval() {
        let seen = Period::parse("2025-06-13").expect("a date");
        assert_eq!(birth(28, 28, seen), Period::parse("1996-06-14/1997-06-13"));
    }
}
