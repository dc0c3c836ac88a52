//! What ties quantities of one text to one another, as the text says it: "rose 12% to $56 from $50", "20 miles
//! (32 km)", "Friday, 13 June 2025".
//!
//! A tie is read by its words, never guessed from numbers that fit or do not: whether it holds is for those who
//! judge it. Every room looks no further than a bounded number of tokens and figures around its own.

mod again;
mod ages;
mod changes;
mod conversions;
mod days;
mod impossible;
mod journeys;
mod majorities;
mod moves;
mod products;
mod runs;
mod shares;
mod spots;
mod sums;
mod years;

use crate::figures::quantity::{Change, Quantity};
use crate::figures::scan::Scan;
pub(crate) use impossible::coldest;
use rust_decimal::Decimal;
use spots::Spots;
use std::ops::Range;

/// How many, or how long: a figure, or words that are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Many {
    /// A figure: "three suspects", "three-day".
    Figure(usize),
    /// Words: "both", "week-long".
    Words {
        /// Their bytes.
        words: Range<usize>,
        /// The least that they can mean.
        least: u32,
        /// The most.
        most: u32,
    },
}

impl Many {
    /// The figure, where it is one.
    pub fn figure(&self) -> Option<usize> {
        match self {
            Self::Figure(figure) => Some(*figure),
            Self::Words { .. } => None,
        }
    }

    fn figure_mut(&mut self) -> Option<&mut usize> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Words { .. } => None,
        }
    }
}

/// A tie between figures of one text. Figures are told by their index among the quantities read with them, other
/// words by their bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A day of the week beside a date: "Friday, 13 June 2025".
    Weekday {
        /// The words of the weekday, as bytes.
        words: Range<usize>,
        /// Monday is 1, Sunday is 7.
        weekday: u8,
        /// The date.
        date: usize,
        /// Another date of the sentence that says the year, where this one does not.
        year_of: Option<usize>,
        /// "Friday night": what happened in the night may be dated to either day.
        night: bool,
    },
    /// A day that the month does not have, and that nothing near calls imaginary: "31 June".
    NoSuchDay {
        /// The date.
        date: usize,
    },
    /// "rose 12% to $56 from $50"
    Change {
        /// How much: a share of what it was before, a factor, or an amount of the same measure.
        size: usize,
        /// Which way it goes, where the text says.
        way: Option<Change>,
        /// The level before.
        from: usize,
        /// The level after.
        to: usize,
    },
    /// A change told as an amount and as a share, and the level that it leads to: "fell 12p, or 2.4%, to 488p".
    Move {
        /// The share of what it was before.
        share: usize,
        /// The amount.
        amount: usize,
        /// The level after.
        to: usize,
        /// Which way it goes, where that is read.
        way: Option<Change>,
    },
    /// What nothing can be: "340% of the pupils", "26 of the 24 witnesses", "-300C".
    Impossible {
        /// What is said.
        figure: usize,
        /// Of how many, where the text says.
        whole: Option<usize>,
    },
    /// The same amount in two units or two currencies: "20 miles (32 km)".
    Conversion {
        /// As it stands first.
        one: usize,
        /// As it stands again.
        two: usize,
    },
    /// "31,000 of 50,000 voters (62%)"
    Share {
        /// How many.
        part: usize,
        /// Of how many.
        whole: usize,
        /// The percentage.
        share: usize,
    },
    /// "bought 49% of the mill for $14m, valuing it at $29m"
    Stake {
        /// Which part was bought.
        share: usize,
        /// What was paid for it.
        price: usize,
        /// What that makes of all of it.
        value: usize,
    },
    /// A part in words and its percentage: "nearly half (46%)".
    Portion {
        /// The part.
        part: usize,
        /// The percentage.
        share: usize,
    },
    /// A share and those who are not of it: "68% save; 32% do not".
    Rest {
        /// The one.
        share: usize,
        /// The other.
        other: usize,
    },
    /// A share of things that are counted one by one: "33% of 25 pupils".
    ShareOf {
        /// The percentage.
        share: usize,
        /// Of how many.
        whole: usize,
    },
    /// A number in words, and again in digits: "seven (7) copies".
    Again {
        /// In words.
        words: usize,
        /// The digits, as bytes.
        digits: Range<usize>,
        /// The number that they write.
        value: Decimal,
    },
    /// All of some people with the age of each: "all three suspects, aged 19, 22 and 40".
    Ages {
        /// How many there are.
        total: Many,
        /// The ages, as bytes.
        list: Range<usize>,
        /// How many ages are told.
        told: u32,
        /// Whether the text says that these are all; else some may go without an age.
        all: bool,
    },
    /// A whole and all of its parts: "a jury of 12 with five women and seven men".
    Sum {
        /// The whole.
        total: usize,
        /// Its parts; a score stands for both of its sides.
        parts: Vec<usize>,
        /// Whether there may be more than the parts that are told.
        open: bool,
    },
    /// So many, how much for each, and what that makes: "250 tickets at £8 each, raising £2,000".
    Product {
        /// How many.
        many: usize,
        /// How much for each.
        each: usize,
        /// How much in all.
        total: usize,
    },
    /// How far, how fast on average, and how long it took.
    Journey {
        /// How far.
        distance: usize,
        /// How fast.
        speed: usize,
        /// How long, in hours or minutes.
        time: usize,
    },
    /// Votes of those who stood, and by how many the first won.
    Majority {
        /// Of the first.
        first: usize,
        /// Of the second.
        second: usize,
        /// The majority.
        by: usize,
    },
    /// "from 2001 to 2009, eight years", "built in 2001 and closed eight years later, in 2009"
    Span {
        /// The first and the last year, or the first.
        years: usize,
        /// The last year, where it is told apart.
        until: Option<usize>,
        /// How long.
        length: usize,
    },
    /// "three-day event from 3 to 5 May"
    Days {
        /// The first and the last day, or the first.
        days: usize,
        /// The last day, where it is told apart.
        until: Option<usize>,
        /// How many days.
        length: Many,
        /// Whether it goes on without a pause between them.
        unbroken: bool,
    },
    /// A birth, a death and the age at it, in one sentence.
    Life {
        /// The day or year of birth.
        born: usize,
        /// The day or year of death.
        died: usize,
        /// The age.
        age: usize,
    },
    /// "the 38-year-old, born in 1997, spoke in June 2025"
    Born {
        /// The age.
        age: usize,
        /// The day or year of birth.
        born: usize,
        /// The day or year at which the age is told, where the sentence says.
        seen: Option<usize>,
    },
    /// "founded in 1925, it marked its 100th anniversary in 2025"
    Anniversary {
        /// The year that it is counted from.
        since: usize,
        /// Which anniversary.
        which: usize,
        /// The year of the anniversary, where the sentence says it.
        seen: Option<usize>,
    },
    /// "in 1998, 27 years ago"
    Ago {
        /// The year or date.
        year: usize,
        /// How long ago.
        length: usize,
    },
}

impl Link {
    /// The same with every figure's index so much higher.
    fn shifted(mut self, by: usize) -> Self {
        for figure in self.figures_mut() {
            *figure += by;
        }
        self
    }

    /// Every figure of the tie.
    fn figures_mut(&mut self) -> Vec<&mut usize> {
        match self {
            Self::Weekday { date, year_of, .. } => {
                std::iter::once(date).chain(year_of.iter_mut()).collect()
            }
            Self::NoSuchDay { date: one } | Self::Again { words: one, .. } => vec![one],
            Self::Ages { total, .. } => total.figure_mut().into_iter().collect(),
            Self::Change { size, from, to, .. } => vec![size, from, to],
            Self::Move {
                share, amount, to, ..
            } => vec![share, amount, to],
            Self::Share { part, whole, share } => vec![part, whole, share],
            Self::Conversion { one, two }
            | Self::Portion {
                part: one,
                share: two,
            }
            | Self::Rest {
                share: one,
                other: two,
            }
            | Self::ShareOf {
                share: one,
                whole: two,
            }
            | Self::Ago {
                year: one,
                length: two,
            } => vec![one, two],
            Self::Impossible { figure, whole } => {
                std::iter::once(figure).chain(whole.iter_mut()).collect()
            }
            Self::Days {
                days,
                until,
                length,
                ..
            } => (std::iter::once(days).chain(length.figure_mut()))
                .chain(until.iter_mut())
                .collect(),
            Self::Span {
                years,
                until,
                length,
            } => [years, length]
                .into_iter()
                .chain(until.iter_mut())
                .collect(),
            Self::Stake {
                share,
                price,
                value,
            } => vec![share, price, value],
            Self::Anniversary {
                since: one,
                which: two,
                seen,
            }
            | Self::Born {
                age: one,
                born: two,
                seen,
            } => [one, two].into_iter().chain(seen.iter_mut()).collect(),
            Self::Sum { total, parts, .. } => {
                std::iter::once(total).chain(parts.iter_mut()).collect()
            }
            Self::Life {
                born: one,
                died: two,
                age: three,
            }
            | Self::Product {
                many: one,
                each: two,
                total: three,
            }
            | Self::Journey {
                distance: one,
                speed: two,
                time: three,
            }
            | Self::Majority {
                first: one,
                second: two,
                by: three,
            } => vec![one, two, three],
        }
    }
}

/// Reads whether a figure is tied to those about it in one way.
type Tie = fn(&Spots<'_, '_>, usize) -> Option<Link>;

/// Reads the ties between the quantities `found` in one paragraph, and adds them to `links`; `before` quantities
/// stand before the paragraph.
pub(super) fn read(scan: &Scan<'_>, found: &[Quantity], before: usize, links: &mut Vec<Link>) {
    if found.is_empty() {
        return;
    }
    let spots = Spots::of(scan, found);
    let from = links.len();
    days::read(&spots, links);
    again::read(&spots, links);
    conversions::read(&spots, links);
    changes::read(&spots, links);
    moves::read(&spots, links);
    shares::read(&spots, links);
    sums::read(&spots, links);
    ages::read(&spots, links);
    runs::read(&spots, links);
    years::read(&spots, links);
    impossible::read(&spots, links);
    products::read(&spots, links);
    journeys::read(&spots, links);
    majorities::read(&spots, links);
    if before > 0 {
        let fresh = links.split_off(from);
        links.extend(fresh.into_iter().map(|link| link.shifted(before)));
    }
}
