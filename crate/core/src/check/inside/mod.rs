//! Figures of one article that cannot all be right: arithmetic, calendar and units, with no reference at all.
//!
//! The text itself ties the figures ([`Link`]); for each room of `figures/links` the room of the same name here says what
//! the other figures of the tie leave open (`days`, `shares`, `sums` …). Whether a figure is within that is said in one place (`reckon`). Nothing is called wrong: all the figures of
//! a tie that does not hold are a *conflict*.

mod again;
mod ages;
mod changes;
mod conversions;
mod days;
mod elsewhen;
mod headline;
mod impossible;
mod journeys;
mod linked;
mod majorities;
mod moves;
mod products;
mod rates;
mod reckon;
mod runs;
mod shares;
mod slips;
mod sums;
mod table;
mod top;
mod years;

use crate::article::Article;
use crate::figures::{Change, Decimal, Kind, Link, Quantity, Unit};
use crate::language::Language;
use crate::reading::Skim;
use crate::report::Level;
pub use crate::report::{OneSlip, Tie};
use rates::Converted;
use reckon::Fit;
use rust_decimal::prelude::ToPrimitive;
use std::fmt::Write;
use std::ops::Range;
use time::Date;

/// Where a figure of a conflict stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the block in the article.
    pub block: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Place {
    /// That of a figure.
    fn of(block: usize, figure: &Quantity) -> Self {
        Self {
            block,
            start: figure.start,
            end: figure.end,
        }
    }
}

/// Figures that cannot all be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What ties them.
    pub tie: Tie,
    /// Where they stand, in the order in which the tie names them: what is reckoned first, then what it is reckoned
    /// from.
    pub places: Vec<Place>,
    /// What the others make of the first one, as far as one value says it: a number of its unit; for a day of the
    /// week the one that the date has, Monday is 1; for a day that does not exist how many days its month has.
    pub gives: Option<Decimal>,
    /// Where that is a run of values, the last of them: 37 or 38 years.
    pub up_to: Option<Decimal>,
    /// The unit of what the others give.
    pub unit: Unit,
    /// For a change, which way its levels go.
    pub way: Option<Change>,
    /// For a day without a year, the year that is nearest to the article.
    pub year: Option<i32>,
    /// One slip of the first one that would settle it.
    pub slip: Option<OneSlip>,
    /// The day or year from which it is seen, where the text says it: it is no part of the conflict.
    pub seen: Option<Place>,
    /// Whether only the last digit is off, or the tie is not said in so many words.
    pub nearly: bool,
    /// The values of its figures, where all of them are numbers: by these the same is known in other words.
    pub values: Vec<Decimal>,
}

impl Conflict {
    /// The conflict in a line, as tables of cases have it: `Weekday: [Friday] [3 March 2026] gives 2 (nearly)`.
    pub fn line(&self, article: &Article<'_>) -> String {
        // Writing to a string cannot fail.
        let mut line = format!("{:?}:", self.tie);
        for place in &self.places {
            let block = article
                .blocks
                .get(place.block)
                .map_or("", |block| block.text);
            let quote = block.get(place.start..place.end).unwrap_or_default();
            let _ = write!(line, " [{quote}]");
        }
        if let Some(gives) = self.gives {
            let _ = write!(line, " gives {}", gives.round_dp(2).normalize());
        }
        if let Some(up_to) = self.up_to {
            let _ = write!(line, " to {up_to}");
        }
        if let Some(slip) = self.slip {
            let _ = write!(line, ", {slip:?}?");
        }
        if self.nearly {
            line.push_str(" (nearly)");
        }
        line
    }

    fn of(tie: Tie, places: Vec<Place>, nearly: bool) -> Self {
        Self {
            tie,
            places,
            gives: None,
            up_to: None,
            unit: Unit::None,
            way: None,
            year: None,
            slip: None,
            seen: None,
            nearly,
            values: Vec::new(),
        }
    }

    /// How the page shows it.
    pub fn level(&self) -> Level {
        if self.nearly {
            Level::Mark
        } else {
            Level::Warn
        }
    }
}

/// What was found within an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inside {
    /// The conflicts, in reading order of their first places.
    pub conflicts: Vec<Conflict>,
    /// How many figures could be checked against one another.
    pub checked: usize,
}

/// A block with what was read in it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Read<'r> {
    pub(crate) quantities: &'r [Quantity],
    pub(crate) links: &'r [Link],
}

impl<'r> Read<'r> {
    pub(crate) fn of(skim: &'r Skim) -> Self {
        Self {
            quantities: &skim.quantities,
            links: &skim.links,
        }
    }
}

/// A block as the rooms see it.
struct Text<'r> {
    language: Language,
    written: &'r str,
    quantities: &'r [Quantity],
    published: Option<Date>,
    /// Whether the block or one near it speaks of other years than the article's own.
    other_years: bool,
}

impl Text<'_> {
    fn quote(&self, figure: &Quantity) -> &str {
        self.written.get(figure.start..figure.end).unwrap_or("")
    }
}

/// What a room says of a tie.
enum Judged {
    /// It cannot be judged.
    Unclear,
    /// It holds.
    Agrees,
    /// It does not.
    Conflict {
        nearly: bool,
        gives: Option<Decimal>,
    },
    /// The date has another day of the week, in its year or in the one that is nearest to the article.
    Weekday { is: u8, nearest: Option<i32> },
    /// It does not, and the others leave a run of whole numbers open.
    Outside { low: Decimal, high: Decimal },
}

impl Judged {
    /// What others leave open holds a figure, or it does not; `gives` is what they make of it.
    fn of(found: Fit, gives: Option<Decimal>) -> Self {
        match found {
            Fit::Within => Self::Agrees,
            _ => Self::Conflict {
                nearly: false,
                gives,
            },
        }
    }
}

/// Checks the figures of an article against one another.
pub fn of(article: &Article<'_>) -> Inside {
    let skims: Vec<Skim> = (article.blocks.iter())
        .map(|block| Skim::of(article.language, article.locale, block.text))
        .collect();
    check(article, &skims.iter().map(Read::of).collect::<Vec<_>>())
}

/// Checks the figures of an article against one another; `reads` are its blocks as they were read.
pub(crate) fn check(article: &Article<'_>, reads: &[Read<'_>]) -> Inside {
    let mut inside = Inside::default();
    let mut money: Vec<Converted> = Vec::new();
    for (block, read) in reads.iter().enumerate() {
        if read.links.is_empty() {
            continue;
        }
        let Some(source) = article.blocks.get(block) else {
            break;
        };
        let text = Text {
            language: article.language,
            written: source.text,
            quantities: read.quantities,
            published: article.published,
            other_years: other_years(reads, block, article.published),
        };
        let mut counted = vec![false; read.quantities.len()];
        for link in read.links {
            let place = |range: Range<usize>| Place {
                block,
                start: range.start,
                end: range.end,
            };
            let figure = |i: usize| place(read.quantities[i].start..read.quantities[i].end);
            if let &Link::Conversion { one, two } = link
                && read.quantities[one].kind == Kind::Money
            {
                let (a, b) = (&read.quantities[one], &read.quantities[two]);
                let Some(converted) = Converted::of((a, figure(one)), (b, figure(two))) else {
                    continue;
                };
                // What was paid in another year was converted at that year's rate; of a year to come there is none yet.
                if !dated(read, article.published, |year, own| year < own) {
                    rates(&mut money, converted, &mut inside);
                }
                continue;
            }
            let (tie, judged) = (linked::tie(link), linked::judge(&text, link));
            let places = linked::places(link, &figure, &place);
            let conflict = match judged {
                Judged::Unclear => continue,
                Judged::Agrees if !linked::is_tight(&text, link) => continue,
                Judged::Agrees => None,
                Judged::Conflict { nearly, gives } => Some(Conflict {
                    // A fall is told without its sign; a limit has one.
                    gives: gives.map(|gives| {
                        if tie == Tie::Impossible {
                            gives
                        } else {
                            gives.abs()
                        }
                    }),
                    slip: linked::slip(&text, link, gives),
                    ..Conflict::of(tie, places, nearly)
                }),
                Judged::Weekday { is, nearest } => Some(Conflict {
                    gives: Some(is.into()),
                    year: nearest,
                    ..Conflict::of(tie, places, nearest.is_some())
                }),
                Judged::Outside { low, high } => Some(Conflict {
                    gives: Some(low),
                    up_to: (high > low).then_some(high),
                    ..Conflict::of(tie, places, false)
                }),
            };
            inside.conflicts.extend(conflict.map(|conflict| Conflict {
                unit: linked::unit(&text, link),
                way: linked::way(&text, link),
                seen: linked::seen_from(link).map(figure),
                values: linked::values(&text, link),
                ..conflict
            }));
            for i in linked::figures(link) {
                inside.checked += usize::from(!std::mem::replace(&mut counted[i], true));
            }
        }
    }
    table::check(article, reads, &mut inside);
    headline::check(article, reads, &mut inside);
    top::check(article, reads, &mut inside);
    let first = |conflict: &Conflict| {
        let places = conflict.places.iter();
        places.map(|place| (place.block, place.start)).min()
    };
    crate::order::by_key(&mut inside.conflicts, first);
    inside
}

/// Holds a conversion of money against those before it; an article has few.
fn rates(money: &mut Vec<Converted>, converted: Converted, inside: &mut Inside) {
    const MOST: usize = 50;
    if money.iter().any(|other| other.comparable(&converted)) {
        inside.checked += converted.places.len();
    }
    if let Some(other) = money.iter().find(|other| other.differs(&converted)) {
        let [one, two] = converted.places.clone();
        let [one_before, two_before] = other.places.clone();
        let places = vec![two, one, one_before, two_before];
        inside.conflicts.push(Conflict {
            gives: converted.at_rate_of(other),
            unit: converted.unit(),
            ..Conflict::of(Tie::Rates, places, false)
        });
    }
    if money.len() < MOST {
        money.push(converted);
    }
}

/// Whether a block, or one near it, names a year that is not the article's own.
fn other_years(reads: &[Read<'_>], block: usize, published: Option<Date>) -> bool {
    const NEAR: usize = 2;
    let around = block.saturating_sub(NEAR)..(block + NEAR + 1).min(reads.len());
    published.is_none()
        || reads[around]
            .iter()
            .any(|read| dated(read, published, |year, own| year != own))
}

/// Whether a block names a year that stands so to the article's own, or any where that is not known.
fn dated(read: &Read<'_>, published: Option<Date>, so: fn(i32, i32) -> bool) -> bool {
    let year_of = |figure: &Quantity| match figure.kind {
        Kind::Year => figure.low.to_i32(),
        _ => figure
            .dates
            .and_then(|dates| dates.first.year)
            .map(i32::from),
    };
    (read.quantities.iter())
        .filter_map(year_of)
        .any(|year| published.is_none_or(|day| so(year, day.year())))
}
