//! What the comparable statements and derivations make of a claim.

use super::evidence::{self, Stated};
use super::value::Value;
use super::{DerivedEvidence, derive, weigh};
use crate::align::Claim;
use crate::calendar::{Period, shifted};
use crate::figures::{Decimal, Quantity, is_far_beyond, same_size};
use crate::reading::{Certainty, Scope, Stance, When};
use crate::reference::{Behaviour, Cell, Rank, ReadStatement, Reference, independent};
use crate::report::{Code, Level, Verdict, Why};
use time::Date;

/// How many independent sources must speak against a figure for a warning, where no arithmetic does.
const WEIGHT: usize = 2;

/// A bound bears out what lies nearer to it than this part of the larger of the two: that it was "over $1 billion" says
/// nothing of 14.
const NEAR: u32 = 3;

/// A claim with all that is comparable with it.
pub(super) struct Compared<'r> {
    pub(super) cell: Cell,
    behaviour: Behaviour,
    published: Option<Date>,
    /// The time that the claim is seen from.
    pub(super) seen: Period,
    pub(super) value: Value,
    /// Every statement of the cell.
    pub(super) statements: &'r [ReadStatement],
    /// Those that are comparable.
    pub(super) stated: Vec<Stated<'r>>,
    pub(super) best: Stated<'r>,
    pub(super) derived: Vec<DerivedEvidence<'r>>,
    /// Whether the sources contradict each other.
    disputed: bool,
}

impl<'r> Compared<'r> {
    /// What is comparable with a claim, or why nothing is.
    pub(super) fn new(
        claim: &Claim,
        reference: &'r Reference,
        published: Option<Date>,
    ) -> Result<Self, Why> {
        let cell = claim.cell.ok_or(Why::NoSource)?;
        is_stated(claim)?;
        let statements = reference.statements(cell);
        if statements.iter().all(|s| s.rank == Rank::Hypothetical) {
            return Err(Why::NoSource);
        }
        let property = reference.set.properties.get(cell.property);
        let behaviour = property.ok_or(Why::NoSource)?.behaviour;
        let stated = evidence::comparable(reference, statements, behaviour, claim.when, published);
        let seen = match claim.when {
            When::At(period) => period,
            When::Elsewhen => return Err(Why::OtherTime),
            _ => published.map(Period::day).unwrap_or_default(),
        };
        let value = Value::lenient(&claim.quantity, behaviour, seen).ok_or(Why::NoTime)?;
        if stated.is_empty() {
            return Err(Why::OtherTime);
        }
        // A dollar of whatever country is the one that it agrees with; it is held against none.
        let settled = stated
            .iter()
            .find_map(|s| value.as_dollar_of(reference.language.lexicon(), &s.value));
        let open = settled.is_some();
        let value = settled.unwrap_or(value);
        let of_its_measure = |s: &Stated<'_>| s.value.comparable(&value);
        let stated: Vec<Stated<'r>> = stated.into_iter().filter(of_its_measure).collect();
        if stated.is_empty() {
            return Err(Why::OtherMeasure);
        }
        let mut derived = derive::derived(reference, cell);
        derived.retain(|d| evidence::derivation_is_of(d, statements, behaviour, claim.when));
        let best = evidence::best(&stated, &derived)
            .ok_or(Why::Unclear)?
            .clone();
        if open && !best.value.agrees(&value) {
            return Err(Why::OtherMeasure);
        }
        let disputed = evidence::differ(&stated);
        let value = match Value::written(&claim.quantity, &value) {
            Some(written) if disputed && evidence::tells_apart(&written, &best, &stated) => written,
            _ => value,
        };
        // What the claim is about was inferred: it must at least be of the size of what sources say.
        let plausible = |s: &Stated<'_>| {
            s.statement.rank == Rank::Normal
                && same_size(claim.quantity.low, s.statement.quantity.low)
        };
        if claim.certainty == Certainty::Inferred && !stated.iter().any(plausible) {
            return Err(Why::Unclear);
        }
        let beside = |derived| DerivedEvidence::beside(derived, &value, &best);
        Ok(Self {
            cell,
            behaviour,
            published,
            seen,
            derived: derived.into_iter().map(beside).collect(),
            value,
            statements,
            stated,
            best,
            disputed,
        })
    }

    /// The comparable statements that count as evidence.
    fn normal(&self) -> impl Iterator<Item = &Stated<'r>> {
        self.stated
            .iter()
            .filter(|s| s.statement.rank == Rank::Normal)
    }

    /// Those that agree with the claim.
    fn supporters(&self) -> impl Iterator<Item = &Stated<'r>> {
        self.normal().filter(|s| s.value.agrees(&self.value))
    }

    /// What it all comes to, or why it comes to nothing: bounds that are far away bear nothing out.
    pub(super) fn verdict(&self, claim: &Claim) -> Result<(Verdict, Level, Code), Why> {
        let found = self.weighed(claim)?;
        let mut supporters = self.supporters().peekable();
        let loose = supporters.peek().is_some() && supporters.all(|s| is_loose(&claim.quantity, s));
        if found.0 == Verdict::Supported && loose {
            return Err(Why::Rough);
        }
        Ok(found)
    }

    /// What it all comes to, as far as figures agree or do not.
    fn weighed(&self, claim: &Claim) -> Result<(Verdict, Level, Code), Why> {
        // A state whose time is unsaid may be any of its dated values, and so may "now" on a day that is not known.
        let timeless = self.behaviour == Behaviour::State
            && match claim.when {
                When::Unsaid | When::Was => true,
                When::Now => self.published.is_none(),
                _ => false,
            };
        let with_best = self.best.value.agrees(&self.value);
        let against = self.against();
        if timeless && self.is_current_value()
            || with_best && (!self.disputed || !self.value.is_bounded())
            // An age of years before is only reckoned from those that sources state: no dispute to show.
            || with_best && self.behaviour == Behaviour::Age && self.is_earlier()
        {
            return Ok(self.agreed());
        }
        if timeless && self.only_older_values_agree() {
            // "The deal values it at $14 billion" is not borne out by what it was worth the year before.
            return Err(Why::OtherTime);
        }
        if with_best {
            let reckoned = self.derived.iter().any(|d| d.agrees);
            let supporters = independent(self.supporters().map(|s| s.statement));
            return Ok(match against {
                0 if !self.differ_now() => self.agreed(),
                n if supporters <= n && !reckoned => (Verdict::Disputed, Level::Mark, Code::Differ),
                _ => (Verdict::Disputed, Level::Mark, Code::BestSupported),
            });
        }
        self.can_be_held_against(claim, timeless)?;
        let reckoned = self.derived.iter().any(|d| !d.agrees && d.fits_best);
        let outweighed = against >= WEIGHT || against > 0 && reckoned;
        // What bears out the best supported figure as well is no voice for another.
        let of_its_own = |s: &Stated<'_>| !weigh::bears_out(self.best.statement, s.statement);
        Ok(match (self.supporters().any(of_its_own), outweighed) {
            (true, true) => (Verdict::Disputed, Level::Warn, Code::Outweighed),
            (true, false) => (Verdict::Disputed, Level::Mark, Code::Differ),
            (false, true) => (Verdict::Contradicted, Level::Warn, Code::Unsupported),
            (false, false) => (Verdict::Contradicted, Level::Mark, Code::OneDiffers),
        })
    }

    /// How many independent sources speak against the claim, of the time that the best of them speak of.
    fn against(&self) -> usize {
        let differing = self.normal().filter(|s| {
            !s.value.agrees(&self.value) && evidence::of_one_time(s.statement, self.best.statement)
        });
        independent(differing.map(|s| s.statement))
    }

    /// Whether sources contradict each other of one time, though this fits them all.
    fn differ_now(&self) -> bool {
        let of_now = |s: &&Stated<'r>| evidence::of_one_time(s.statement, self.best.statement);
        let stated: Vec<Stated<'r>> = self.normal().filter(of_now).cloned().collect();
        evidence::differ(&stated)
    }

    fn agreed(&self) -> (Verdict, Level, Code) {
        let code = if independent(self.supporters().map(|s| s.statement)) > 1 {
            Code::Agree
        } else {
            Code::OneAgrees
        };
        (Verdict::Supported, Level::None, code)
    }

    /// Whether it is a value that held on the day of the article.
    fn is_current_value(&self) -> bool {
        self.supporters()
            .any(|s| s.statement.dated && s.value.is_bounded() && self.holds_now(s))
    }

    /// Whether those that agree with it all speak of an earlier time.
    fn only_older_values_agree(&self) -> bool {
        self.supporters().next().is_some()
            && self
                .supporters()
                .all(|s| s.statement.dated && !self.holds_now(s))
    }

    fn holds_now(&self, stated: &Stated<'_>) -> bool {
        let day = self.published.map(Period::day);
        evidence::held_on(stated.statement, self.statements, day)
    }

    /// Whether sources that do not agree with it speak of the same, as far as that can be known.
    fn can_be_held_against(&self, claim: &Claim, timeless: bool) -> Result<(), Why> {
        if timeless && !self.is_current() {
            return Err(if self.published.is_none() {
                Why::NoTime
            } else {
                Why::OtherTime
            });
        }
        if claim.when == When::Was
            && states_value(self.statements, &self.value, self.behaviour, self.seen)
        {
            // "was valued at $7.3 billion": true of the time that is meant, though the text does not say when.
            return Err(Why::NoTime);
        }
        let only_bounds_agree = !matches!(claim.when, When::At(_))
            && self.supporters().next().is_some()
            && !self.supporters().any(|s| s.value.is_bounded());
        if only_bounds_agree {
            // A bound agrees, the value of another time does not: too little to say anything.
            return Err(Why::Unclear);
        }
        Ok(())
    }

    /// Whether a claim is of a time long before the first of the sources.
    fn is_earlier(&self) -> bool {
        let first = self
            .stated
            .iter()
            .filter_map(|s| s.statement.source_date.from)
            .min();
        let long_before = |first| shifted(first, -evidence::FRESH);
        matches!((first.and_then(long_before), self.seen.to), (Some(first), Some(day)) if day < first)
    }

    /// Whether the latest of the statements is recent enough, seen from the article, to speak against it.
    fn is_current(&self) -> bool {
        let latest = self.normal().filter_map(|s| s.statement.time.to).max();
        match (latest, self.published) {
            (Some(latest), Some(day)) => {
                let age = day.to_julian_day() - latest.to_julian_day();
                (-evidence::FRESH..=evidence::FRESH).contains(&age)
            }
            _ => false,
        }
    }
}

/// Whether a figure or a statement is a bound from which the other lies so far that it says nothing of it.
fn is_loose(figure: &Quantity, stated: &Stated<'_>) -> bool {
    let other = &stated.statement.quantity;
    is_far_beyond(figure, other, NEAR)
}

/// Whether the text says that it is so, of the whole, and of a figure that can be held against another.
fn is_stated(claim: &Claim) -> Result<(), Why> {
    match (claim.stance, claim.scope) {
        (Stance::Asserted, Scope::Single) => {}
        (Stance::Asserted, _) => return Err(Why::PartOrSum),
        (Stance::Hypothetical | Stance::Questioned, _) => return Err(Why::Supposed),
        _ => return Err(Why::NotAsserted),
    }
    if is_rough(claim) {
        return Err(Why::Rough);
    }
    Ok(())
}

/// "Billions of dollars" is no figure to hold against another.
fn is_rough(claim: &Claim) -> bool {
    let (low, high) = (claim.quantity.low, claim.quantity.high);
    let tenfold = low.checked_mul(Decimal::TEN).is_some_and(|ten| ten <= high);
    tenfold && high > low
}

/// Whether one of the statements has the value, for any time at all.
pub(super) fn states_value(
    statements: &[ReadStatement],
    value: &Value,
    behaviour: Behaviour,
    seen: Period,
) -> bool {
    statements
        .iter()
        .filter(|s| s.rank == Rank::Normal && s.quantity.is_bounded())
        .filter_map(|s| Value::lenient(&s.quantity, behaviour, seen))
        .any(|stated| stated.agrees(value))
}
