//! A headline beside the article that it heads.
//!
//! Headlines round, cut off, add up, take the rest, and reckon parts, years and what a year makes of a month; but whoever
//! writes one has the article. A figure of a headline to which nothing of its article leads is another one.

use crate::align::words::Known;
use crate::figures::{
    Decimal, Kind, Quantity, Sort, Unit, is_coarser, is_far_beyond, may_agree, same_digits,
};
use crate::language::Language;
use crate::lexicon::{Length, named};
use crate::reading::words::WordFigure;
use crate::reading::{Scope, Stance};

/// So many figures of an article are added up and divided by one another.
const MOST: usize = 60;
/// What lies within this part of a figure is near it.
const NEAR: u32 = 8;
/// What lies beyond an open figure by more than this part of it is told otherwise.
const FAR: u32 = 3;
/// Counts up to this are told with one more in other words: "two men and a boy".
const FEW: i64 = 10;
/// Numbers of four digits in this run are years, whatever they stand before.
const YEARS: std::ops::Range<i64> = 1_000..2_100;

/// The figures of an article, as its headline may use them.
pub(crate) struct Body<'q> {
    lengths: &'static [Length],
    figures: Vec<&'q Quantity>,
    years: Vec<i64>,
}

/// How a figure of the body stands to the headline's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Of its sort.
    Same,
    Percent,
    /// A number of things or a length of time.
    Many,
    Other,
}

impl<'q> Body<'q> {
    /// The figures of an article of one of those years, as far as they are known.
    pub(crate) fn of(
        language: Language,
        figures: impl Iterator<Item = &'q Quantity>,
        written: impl Iterator<Item = i64>,
    ) -> Self {
        let figures: Vec<&Quantity> = figures.collect();
        let stated = figures.iter().filter_map(|figure| match figure.kind {
            Kind::Year if figure.low == figure.high => i64::try_from(figure.low).ok(),
            _ => figure.dates?.first.year.map(i64::from),
        });
        let mut years: Vec<i64> = stated.chain(written).collect();
        crate::order::sort(&mut years);
        years.dedup();
        years.truncate(MOST);
        Self {
            lengths: &language.lexicon().lengths,
            figures,
            years,
        }
    }

    /// Whether the article has the figure, or what it is when it is rounded, cut off, told in another unit, or reckoned
    /// from figures of two sorts.
    pub(crate) fn tells(&self, figure: &Quantity) -> bool {
        self.figures
            .iter()
            .any(|other| says(self.lengths, figure, other))
            || self.years_make(figure)
            || self.pairs(figure, |one, two| two_sorts_make(figure, one, two))
    }

    /// Whether something near it stands there, or arithmetic with figures of its sort leads to it, be it by chance.
    pub(crate) fn may_lead_to(&self, figure: &Quantity) -> bool {
        self.figures.iter().any(|other| is_near(figure, other))
            || self.pairs(figure, |one, two| one_sort_makes(figure, one, two))
            || self.three_make(figure)
    }

    fn values(&self, figure: &Quantity) -> Vec<(Decimal, Role)> {
        (self.figures.iter())
            .filter(|other| !matches!(other.kind, Kind::Date | Kind::Year | Kind::Ordinal))
            .map(|other| (value(other), role(figure, other)))
            .filter(|(value, _)| *value > Decimal::ZERO)
            .take(MOST)
            .collect()
    }

    fn pairs(
        &self,
        figure: &Quantity,
        makes: impl Fn((Decimal, Role), (Decimal, Role)) -> bool,
    ) -> bool {
        let values = self.values(figure);
        let rest = |at: usize| values[at + 1..].iter();
        (values.iter().enumerate()).any(|(at, &one)| rest(at).any(|&two| makes(one, two)))
    }

    fn three_make(&self, figure: &Quantity) -> bool {
        let same: Vec<Decimal> = (self.values(figure).into_iter())
            .filter(|(_, role)| *role == Role::Same)
            .map(|(value, _)| value)
            .collect();
        (same.iter().enumerate()).any(|(at, a)| {
            let rest = &same[at + 1..];
            rest.iter().enumerate().any(|(next, b)| {
                let sum = a.checked_add(*b);
                (rest[next + 1..].iter())
                    .any(|c| makes(figure, sum.and_then(|sum| sum.checked_add(*c))))
            })
        })
    }

    /// "six years" of what was in 2014 and is in 2020; "from 1996" of what is twenty years old.
    fn years_make(&self, figure: &Quantity) -> bool {
        let is = |figure: &Quantity, unit: &str| matches!(&figure.unit, Unit::Named(name) if name == unit);
        let apart = |years: i64, far: i64| {
            let years = Decimal::from(years);
            figure
                .low
                .checked_sub(years)
                .is_some_and(|d| d.abs() <= Decimal::from(far))
        };
        let spans =
            figure.kind == Kind::Age || figure.kind == Kind::Duration && is(figure, named::YEAR);
        let spanned = |since: i64| self.years.iter().any(|until| apart(until - since, 1));
        let ages = || self.figures.iter().filter(|other| other.kind == Kind::Age);
        let between_ages =
            |a: &Quantity| ages().any(|b| a.low.checked_sub(b.low) == Some(figure.low));
        let lasted = |other: &&&Quantity| {
            other.kind == Kind::Age || other.kind == Kind::Duration && is(other, named::YEAR)
        };
        let dated = |other: &Quantity| {
            let years = i64::try_from(other.low).unwrap_or_default();
            self.years
                .iter()
                .any(|year| apart(year - years, 1) || apart(year + years, 1))
        };
        spans
            && (self.years.iter().any(|since| spanned(*since))
                || ages().any(|age| between_ages(age)))
            || figure.kind == Kind::Year
                && self.figures.iter().filter(lasted).any(|other| dated(other))
    }
}

/// A part of a whole is told as a percentage as well.
fn value(figure: &Quantity) -> Decimal {
    let part = figure.kind == Kind::Fraction;
    let percent = figure.low.checked_mul(Decimal::ONE_HUNDRED);
    percent.filter(|_| part).unwrap_or(figure.low)
}

fn is_same(figure: &Quantity, other: &Quantity) -> bool {
    let share = |figure: &Quantity| matches!(figure.kind, Kind::Percent | Kind::Fraction);
    Sort::of(figure) == Sort::of(other)
        || share(figure) && share(other)
        || is_plain(figure) && is_plain(other)
}

fn is_plain(figure: &Quantity) -> bool {
    matches!(
        figure.kind,
        Kind::Count | Kind::Number | Kind::PercentagePoint
    )
}

fn role(figure: &Quantity, other: &Quantity) -> Role {
    match other.kind {
        _ if is_same(figure, other) => Role::Same,
        Kind::Percent | Kind::Fraction => Role::Percent,
        Kind::Count | Kind::Number | Kind::Duration => Role::Many,
        _ => Role::Other,
    }
}

/// Whether a value is the figure when it is rounded as the figure is, or cut off.
fn makes(figure: &Quantity, exact: Option<Decimal>) -> bool {
    let rounding = figure.rounding.low.zip(figure.rounding.high);
    let (Some(exact), Some((low, high))) = (exact, rounding) else {
        return false;
    };
    let written = value(figure);
    let cut_off = (high.value.checked_sub(low.value))
        .and_then(|width| written.checked_add(width))
        .is_some_and(|end| written <= exact && exact < end);
    cut_off || figure.kind != Kind::Fraction && low.value <= exact && exact <= high.value
}

/// Whether the article's figure is the headline's, in other words or rounded.
fn says(lengths: &[Length], figure: &Quantity, other: &Quantity) -> bool {
    let same = is_same(figure, other);
    let (written, told) = (value(figure), value(other));
    let equal = written == told || figure.low == other.high;
    if equal && (same || is_plain(figure) || is_plain(other)) {
        return true;
    }
    // "hundreds of", "10 to 20".
    let within = |value: Decimal| figure.low <= value && value <= figure.high;
    if figure.low < figure.high && same && within(told) {
        return true;
    }
    let few = || {
        let apart = written.checked_sub(told).map(|apart| apart.abs());
        is_plain(figure) && written <= Decimal::from(FEW) && apart == Some(Decimal::ONE)
    };
    let open =
        || !figure.is_bounded() && may_agree(figure, other) && !is_far_beyond(figure, other, FAR);
    let rounded = || {
        is_coarser(figure, other)
            || makes(figure, Some(told))
            || other.low < other.high && makes(figure, Some(other.high))
    };
    // "68 per cent do" where 32 per cent do not.
    let rest = || {
        let rest = Decimal::ONE_HUNDRED.checked_sub(value(other));
        matches!(figure.kind, Kind::Percent | Kind::Fraction) && makes(figure, rest)
    };
    let times = |times: u32| makes(figure, told.checked_mul(Decimal::from(times)));
    let mut of_longer = lengths.iter().flat_map(|length| &length.of_longer);
    let mut yearly = || figure.kind == Kind::Money && of_longer.any(|&many| times(many));
    // "$425,000 an eye", "$7 each"
    let both = || other.per.is_some() && times(2);
    same && (few() || open() || rounded() || yearly() || both() || rest())
        || as_long(lengths, figure, other)
}

/// "four months" of 120 days.
fn as_long(lengths: &[Length], figure: &Quantity, other: &Quantity) -> bool {
    const PART: i64 = 5;
    let days = |figure: &Quantity| {
        let Unit::Named(name) = &figure.unit else {
            return None;
        };
        let (over, under) = lengths.iter().find(|length| length.unit == name)?.days;
        figure.low.checked_mul(over)?.checked_div(under)
    };
    let near = || {
        let (one, two) = (days(figure)?, days(other)?);
        Some(one.checked_sub(two)?.abs().checked_mul(PART.into())? <= two)
    };
    figure.kind == Kind::Duration
        && other.kind == Kind::Duration
        && figure.unit != other.unit
        && near().unwrap_or(false)
}

/// Whether the article's figure is so near the headline's, or so much like it, that it may be meant.
fn is_near(figure: &Quantity, other: &Quantity) -> bool {
    let written = value(figure);
    let near = |told: Decimal| {
        let apart = written.checked_sub(told).map(|apart| apart.abs());
        apart
            .and_then(|apart| apart.checked_mul(Decimal::from(NEAR)))
            .is_none_or(|apart| apart <= told.abs())
    };
    let within = other.low <= figure.low && figure.low <= other.high;
    let agree = || may_agree(figure, other) && !is_far_beyond(figure, other, NEAR);
    if is_same(figure, other) {
        near(value(other)) || near(other.high) || within || agree()
    } else {
        // It may be told in another unit.
        same_digits(figure, other) && figure.digits > 1
    }
}

fn part_of(value: Decimal, percent: Decimal) -> Option<Decimal> {
    value
        .checked_mul(percent)?
        .checked_div(Decimal::ONE_HUNDRED)
}

/// "23K" of 24,000 of which 95 per cent, "ten points" of 52 and 42 per cent, "$60" of three at $20 each.
fn two_sorts_make(figure: &Quantity, one: (Decimal, Role), two: (Decimal, Role)) -> bool {
    let made = |value: Option<Decimal>| makes(figure, value);
    let percents = one.1 == Role::Percent && two.1 == Role::Percent;
    if percents && is_plain(figure) && made(one.0.checked_sub(two.0).map(|points| points.abs())) {
        return true;
    }
    [(one, two), (two, one)]
        .into_iter()
        .any(|((value, role), (by, what))| {
            if role != Role::Same {
                return false;
            }
            match what {
                Role::Percent => {
                    let rest = Decimal::ONE_HUNDRED.checked_sub(by);
                    let whole = value.checked_mul(Decimal::ONE_HUNDRED);
                    made(part_of(value, by))
                        || made(rest.and_then(|rest| part_of(value, rest)))
                        || by < Decimal::ONE_HUNDRED && made(whole.and_then(|w| w.checked_div(by)))
                }
                Role::Many if !is_plain(figure) => {
                    made(value.checked_mul(by)) || made(value.checked_div(by))
                }
                _ => false,
            }
        })
}

/// A sum, a difference, a ratio, and how far one is from the other in per cent.
fn one_sort_makes(figure: &Quantity, one: (Decimal, Role), two: (Decimal, Role)) -> bool {
    let made = |value: Option<Decimal>| makes(figure, value);
    let (more, less) = (one.0.max(two.0), one.0.min(two.0));
    let apart = more.checked_sub(less);
    let both = |role: Role| one.1 == role && two.1 == role;
    let percent = matches!(figure.kind, Kind::Percent | Kind::Fraction);
    let hundred = |part: Option<Decimal>, of: Decimal| {
        part.and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED))
            .and_then(|part| part.checked_div(of))
    };
    if both(Role::Same) && (made(more.checked_add(less)) || made(apart)) {
        return true;
    }
    if percent {
        return one.1 == two.1
            && (made(hundred(Some(less), more))
                || made(hundred(apart, less))
                || made(hundred(apart, more)));
    }
    let times = figure.kind == Kind::Multiple || is_plain(figure) && figure.low > Decimal::TEN;
    times && one.1 == two.1 && made(more.checked_div(less))
}

/// The figure of the article that a headline's figure must be meant to be, where nothing of the article leads to that: one
/// of its sort, in the sentence that says most of the same; of several the first.
pub(crate) fn misses<'k>(figure: &WordFigure, known: &'k Known) -> Option<&'k WordFigure> {
    let quantity = &figure.quantity;
    let shared = match quantity.kind {
        Kind::Age => 0,
        Kind::Money | Kind::Percent | Kind::Duration | Kind::Dimension | Kind::Ordinal => 1,
        Kind::Count | Kind::Number => 2,
        _ => return None,
    };
    // "the 6th victim", "a fourth victim": which of them it is.
    let of_one_kind = |other: &WordFigure| {
        quantity.kind != Kind::Ordinal
            || figure.said.after.is_some() && figure.said.after == other.said.after
    };
    let year = i64::try_from(quantity.low).is_ok_and(|value| YEARS.contains(&value));
    let named = is_plain(quantity) && (quantity.low <= Decimal::TWO || year && quantity.digits > 2);
    let single = quantity.low == quantity.high && figure.scope != Scope::Part;
    // Sums are few, and tell by themselves what they are of.
    let (part, whole) = if quantity.kind == Kind::Money {
        (2, 5)
    } else {
        (1, 2)
    };
    let about = figure.aspect.shared(&known.reading.whole) * whole >= figure.aspect.len() * part;
    if named || !single || !about || figure.stance == Stance::Questioned {
        return None;
    }
    let mut meant: Option<(usize, &WordFigure)> = None;
    for other in &known.reading.figures {
        if is_same(quantity, &other.quantity) && of_one_kind(other) {
            let words = figure.aspect.shared(&other.aspect);
            if meant.is_none_or(|(most, _)| words > most) {
                meant = Some((words, other));
            }
        }
    }
    let (most, other) = meant?;
    (most >= shared).then_some(other)
}

/// The figures of the article that `known` is of.
pub(crate) fn body(known: &Known) -> Body<'_> {
    let figures = known.reading.figures.iter().map(|figure| &figure.quantity);
    let stamps = known.reading.stamps.iter().map(|&year| year.into());
    let published = known.reading.published.map(|day| day.year().into());
    Body::of(known.language, figures, stamps.chain(published))
}
