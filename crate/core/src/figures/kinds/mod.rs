//! What kind of quantity an amount is and what its unit is; whether it is a figure at all.

mod ages;
mod nouns;
mod scores;
mod shares;
mod single;

use crate::figures::amount::{Amount, Look, What};
use crate::figures::number::Form;
use crate::figures::quantity::{Kind, Unit};
use crate::figures::reader::Reader;
use crate::lexicon::forms;
use crate::lexicon::named;
use crate::lexicon::{Sort, class};
use rust_decimal::Decimal;

/// What is known of a figure before its modifier is.
pub(in crate::figures) struct Draft {
    pub(in crate::figures) kind: Kind,
    pub(in crate::figures) unit: Unit,
    pub(in crate::figures) low: Amount,
    pub(in crate::figures) high: Amount,
    /// The token after the rate and the noun that belong to it.
    pub(in crate::figures) after: usize,
    /// Where to go on: past a noun phrase that has digits in it, past a rate.
    pub(in crate::figures) skip: usize,
}

impl Reader<'_> {
    /// Settles kind and unit, or that it is no figure.
    pub(in crate::figures) fn draft(&self, low: Amount, high: Amount) -> Option<Draft> {
        let scan = &self.scan;
        let range = low.first != high.first;
        let numeral = &low.numeral;
        let mut after = high.after;
        let mut skip = if high.per.is_some() {
            high.after
        } else {
            high.end
        };
        if high.what != What::Bare
            && !low.sign_before
            && !low.negative
            && !low.plus
            && scan.joined_before(low.first)
        {
            return None;
        }
        // "3 min read"
        let reading = matches!(high.what, What::Unit(_))
            && scan.is(high.end, class::READ)
            && scan.closes(high.end + 1);
        // "Route 66 turns 100", "the makers of 60 Minutes"
        let label =
            low.first > 0 && scan.is(low.first - 1, class::NUMBERED) && scan.capital(low.first - 1);
        let title = scan.title_of_time(&low, &high);
        if matches!(high.what, What::Unit(_)) && (reading || label || title) {
            return None;
        }
        // "The Six Million Dollar Man"
        let titled = matches!(high.what, What::Money { .. }) && scan.capital(high.end);
        let named = (matches!(high.what, What::Unit(_)) && numeral.power == 0 || titled)
            && !range
            && scan.capitalised_word(low.first, numeral)
            && scan.capital(high.end - 1);
        if named {
            return None;
        }
        let whole = if high.what == What::Bare && numeral.power >= 6 && !range {
            self.of_money(high.end)
                .or_else(|| self.money_compared(&low))
        } else {
            None
        };
        let (kind, unit) = match high.what {
            What::Bare if whole.is_some() => (Kind::Money, whole.unwrap_or(Unit::None)),
            What::Money { currency, .. } => (
                Kind::Money,
                Unit::Currency(scan.lexicon.currency(currency).code.into()),
            ),
            What::Age(unit) => (
                Kind::Age,
                Unit::Named(scan.lexicon.unit(unit).name.to_string()),
            ),
            What::Unit(_) if self.people_of_an_age(&low, &high) => {
                (Kind::Age, Unit::Named(named::YEAR.to_owned()))
            }
            What::Unit(unit) => self.measured(unit, &high),
            What::Bare if !range && self.percentage_of(&low) => {
                (Kind::Percent, Unit::Named(named::PERCENT.to_owned()))
            }
            What::Bare if self.age(&low, &high, range) => {
                (Kind::Age, Unit::Named(named::YEAR.to_owned()))
            }
            What::Bare => match numeral.form {
                Form::Ordinal if self.ranks(&low, &high) => (Kind::Ordinal, Unit::None),
                Form::Ordinal => return None,
                Form::Decade => {
                    if numeral.value < Decimal::ONE_THOUSAND || scan.joined_before(low.first) {
                        return None;
                    }
                    (Kind::Year, Unit::None)
                }
                Form::Rating => (Kind::Score, Unit::None),
                _ if self.year(&low, &high, range) => (Kind::Year, Unit::None),
                _ => {
                    let (kind, unit, noun_end) = self.counted(&low, &high)?;
                    if scan.name_with_digits(high.end, noun_end) {
                        skip = noun_end;
                    }
                    after = after.max(noun_end);
                    (kind, unit)
                }
            },
        };
        Some(Draft {
            kind,
            unit,
            low,
            high,
            after,
            skip,
        })
    }

    /// Whether an ordinal ranks something.
    fn ranks(&self, low: &Amount, high: &Amount) -> bool {
        let scan = &self.scan;
        // "the 21st century" names an age of the world.
        let century = scan.is(high.end, class::CENTURY)
            || (scan.dash(high.end) && scan.is(high.end + 1, class::CENTURY));
        // "frames per second"
        let rate = low.first > 0 && scan.is(low.first - 1, class::PER);
        // "waited a second before answering"
        let wait = low.first > 1
            && scan.is(low.first, class::SECOND)
            && scan.is(low.first - 1, class::INDEFINITE)
            && scan.is(low.first - 2, class::WAITS)
            && (scan.closes(high.end) || scan.is(high.end, class::STOP));
        !(century
            || rate
            || wait
            || scan.joined_before(low.first)
            || scan.adverb(low.first, high.end)
            || scan.street(high.end))
    }

    /// "a vote percentage of 38.2", "per cent of 210": the unit named first. Not where it names the base:
    /// "a large percentage of 300", "40 per cent of 210".
    fn percentage_of(&self, low: &Amount) -> bool {
        let scan = &self.scan;
        let plain = matches!(low.numeral.form, Form::Digits | Form::Words) && low.numeral.power < 3;
        let Some(of) = low
            .first
            .checked_sub(1)
            .filter(|&of| scan.is(of, class::OF))
        else {
            return false;
        };
        if !plain || !scan.closes(low.end) || of == 0 {
            return false;
        }
        let first = if scan.is(of - 1, class::PERCENT_WORD) {
            of - 1
        } else if of > 1 && scan.is(of - 1, class::CENT) && scan.is(of - 2, class::PER) {
            of - 2
        } else {
            return false;
        };
        first
            .checked_sub(1)
            .is_none_or(|i| !scan.is_number(i) && !scan.is(i, class::OF_BASE))
    }

    /// "280 million of the 1.5 billion shekels": the currency of the whole.
    fn of_money(&self, at: usize) -> Option<Unit> {
        let scan = &self.scan;
        if !scan.is(at, class::OF)
            || !(scan.is(at + 1, class::ARTICLE)
                || scan.is(at + 1, class::ITS)
                || scan.is(at + 1, class::THAT))
        {
            return None;
        }
        match scan.amount(at + 2) {
            Look::Amount(Amount {
                what:
                    What::Money {
                        currency,
                        minor: false,
                    },
                ..
            }) => Some(Unit::Currency(scan.lexicon.currency(currency).code.into())),
            _ => None,
        }
    }

    /// "3.4 billion euros, up from 2.9 billion": the currency of what it is compared with.
    fn money_compared(&self, low: &Amount) -> Option<Unit> {
        const REACH: usize = 50;
        let scan = &self.scan;
        let last = self.found.last()?;
        let before = low.first.checked_sub(1)?;
        let compared = scan.is(before, class::FROM | class::THAN | class::AGAINST)
            || before > 0
                && scan.is(before - 1, class::COMPARED_WITH)
                && scan.is(before, class::TO | class::WITH);
        let between = scan.text.get(last.end..scan.start(low.first))?;
        let follows = scan.closes(low.end) || scan.is(low.end, class::STOP);
        (compared
            && follows
            && last.kind == Kind::Money
            && last.minor.is_none()
            && between.len() < REACH
            && !between.contains(['.', ';', '\n']))
        .then(|| last.unit.clone())
    }

    /// "a father of two lives", "a family of four earns": a verb follows what is counted by itself.
    fn of_family(&self, low: &Amount) -> bool {
        let scan = &self.scan;
        low.first > 1 && scan.is(low.first - 1, class::OF) && scan.is(low.first - 2, class::FAMILY)
    }

    fn measured(&self, unit: u16, amount: &Amount) -> (Kind, Unit) {
        let entry = self.scan.lexicon.unit(unit);
        let kind = match entry.sort {
            Sort::Dimension => Kind::Dimension,
            Sort::Duration => Kind::Duration,
            Sort::Temperature => Kind::Temperature,
            Sort::Percent => Kind::Percent,
            Sort::Points | Sort::Basis => Kind::PercentagePoint,
            Sort::Factor => return (Kind::Multiple, Unit::None),
            Sort::Count | Sort::Rate => Kind::Count,
        };
        let name = match amount.per {
            Some(per) => format!("{} per {}", entry.name, self.scan.lexicon.unit(per).name),
            None => entry.name.to_string(),
        };
        (kind, Unit::Named(name))
    }

    /// A count with its noun, or a number by itself; with the token after the noun.
    fn counted(&self, low: &Amount, high: &Amount) -> Option<(Kind, Unit, usize)> {
        let scan = &self.scan;
        let numeral = &low.numeral;
        if scan.clock(high) {
            return None;
        }
        let part = numeral.form == Form::Fraction;
        let single = part || numeral.value == Decimal::ONE || numeral.form == Form::Vague;
        // "ten (10) storms"
        let again = scan.sign(high.end) == '('
            && scan.sign(high.end + 2) == ')'
            && numeral.form == Form::Words
            && scan.small(high.end + 1).map(Decimal::from) == Some(numeral.value);
        let after = high.end + if again { 3 } else { 0 };
        let counted = scan.noun_after_hedge(high.end).or_else(|| {
            if part {
                scan.noun_of_part(high.end)
            } else {
                scan.noun(after, single)
            }
        });
        // What some are counted of stands by itself: its number is a figure too.
        let of_some = counted.is_none();
        let noun = counted
            .or_else(|| scan.noun_of_some(high.end))
            .filter(|_| !self.of_family(low));
        if scan.names(low.first, high.end, numeral, noun.is_some()) {
            return None;
        }
        let one = numeral.value == Decimal::ONE && numeral.form == Form::Words;
        if one && low.first == high.first && !self.one_counts(low, noun.is_some()) {
            return None;
        }
        // "zero tolerance"
        let zero = numeral.form == Form::Words && numeral.value.is_zero();
        if zero && noun.is_none() && !scan.closes(high.end) && !scan.is(high.end, class::STOP) {
            return None;
        }
        // "three-pronged", "two-sided"
        let adjective = noun.is_some_and(|(first, _)| {
            scan.dash(first - 1) && scan.glued(first) && forms::is_past(scan.str(first))
        });
        if adjective {
            return None;
        }
        if part && !self.part_counts(low) {
            return None;
        }
        // "forty-five (45)": the same again.
        if scan.sign(low.first.wrapping_sub(1)) == '('
            && scan.sign(high.end) == ')'
            && self.found.last().is_some_and(|last| {
                last.low == numeral.value && last.end + 2 >= scan.start(low.first)
            })
        {
            return None;
        }
        if let Some((first, end)) = noun {
            let unit = Unit::Noun(scan.phrase_of(first, end));
            let kind = if part { Kind::Fraction } else { Kind::Count };
            let apart = of_some || scan.is_number_between(high.end, first);
            return Some((kind, unit, if apart { high.end } else { end }));
        }
        if part {
            return Some((Kind::Fraction, Unit::None, high.end));
        }
        // "the two had met"
        let pronoun = numeral.form == Form::Words
            && low.first == high.first
            && numeral.value <= Decimal::from(12)
            && low.first > 0
            && scan.is(low.first - 1, class::THE)
            && !matches!(scan.sign(high.end), '"' | '“' | '‘');
        if pronoun {
            return None;
        }
        if let Some(unit) = self.votes_against(low, high) {
            return Some((Kind::Count, unit, high.end));
        }
        if self.index_level(low) {
            return Some((Kind::Count, Unit::Named(named::POINT.to_owned()), high.end));
        }
        Some((Kind::Number, Unit::None, high.end))
    }
}
