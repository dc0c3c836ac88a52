//! The figures of a reference text, so that those that can be about the same as another are found without looking at
//! all: time is linear in both texts.

use super::sums::{Sums, are_alike};
use crate::calendar::DateSpan;
use crate::figures::{Decimal, Interval, Kind, Sort, may_agree};
use crate::language::Language;
use crate::reading::words::{WordFigure, WordReading};
use rustc_hash::{FxHashMap, FxHashSet};

/// How many figures of one measure are looked at for one that agrees, and how many sentences for each word.
const MOST: usize = 256;

/// How many figures of one measure are looked at for one that has the same digits.
const MOST_ALIKE: usize = 64;

/// A reference text made ready.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) language: Language,
    pub(crate) reading: WordReading,
    alike: FxHashMap<Sort<'static>, Alike>,
    /// The ages of each person, by surname.
    ages: FxHashMap<String, Vec<usize>>,
    /// The ages of lists, by how many the list has.
    lists: FxHashMap<usize, Vec<usize>>,
    /// The ranges of ages of people who are not named.
    ranges: Vec<usize>,
    exact: FxHashSet<(Decimal, Decimal, Option<DateSpan>)>,
}

/// Figures of one sort.
#[derive(Debug, Default)]
struct Alike {
    /// Those that count something by that name, by the lower end of what they can stand for.
    by_low: Vec<usize>,
    /// For each of them the highest upper end up to it.
    highest: Vec<Decimal>,
    sums: Sums,
    /// Those in whose sentence each stem stands, in reading order.
    by_stem: FxHashMap<String, Vec<usize>>,
    /// The same in the order of the stems, once all are there.
    stems: Vec<(String, Vec<usize>)>,
}

impl Known {
    pub(crate) fn new(language: Language, reading: WordReading) -> Self {
        let mut known = Self {
            language,
            alike: FxHashMap::default(),
            ages: FxHashMap::default(),
            lists: FxHashMap::default(),
            ranges: Vec::new(),
            exact: FxHashSet::default(),
            reading,
        };
        let figures = &known.reading.figures;
        for (at, figure) in figures.iter().enumerate() {
            let quantity = &figure.quantity;
            known
                .exact
                .insert((quantity.low, quantity.high, quantity.dates));
            if let Some(person) = &figure.whose {
                let ages = known.ages.entry(person.last().to_owned()).or_default();
                ages.push(at);
            }
            if !figure.listed.is_empty() {
                known.lists.entry(figure.listed.len()).or_default().push(at);
            }
            if figure.is_range_of_ages() {
                known.ranges.push(at);
            }
            let sort = Sort::of(quantity).into_owned();
            known.alike.entry(sort).or_default().add(at, figure);
        }
        for alike in known.alike.values_mut() {
            alike.make_ready(figures);
        }
        known
    }

    /// The ages of the people of that surname, in reading order.
    pub(crate) fn aged(&self, surname: &str) -> impl Iterator<Item = &WordFigure> {
        let ages = self.ages.get(surname);
        let ages = ages.into_iter().flatten().take(MOST);
        ages.map(|&at| &self.reading.figures[at])
    }

    /// The ages of lists of that length, in reading order.
    pub(crate) fn listed(&self, length: usize) -> impl Iterator<Item = &WordFigure> {
        let ages = self.lists.get(&length);
        let ages = ages.into_iter().flatten().take(MOST);
        ages.map(|&at| &self.reading.figures[at])
    }

    /// The range of ages of people who are not named, where there is one.
    pub(crate) fn only_range_of_ages(&self) -> Option<&WordFigure> {
        match self.ranges[..] {
            [at] => self.reading.figures.get(at),
            _ => None,
        }
    }

    /// Whether the reference gives one age at the most; true for whatever is no age. Of several nobody knows which
    /// somebody without a name has.
    pub(crate) fn has_one_age(&self, figure: &WordFigure) -> bool {
        let alike = self.alike.get(&Sort::of(&figure.quantity));
        figure.quantity.kind != Kind::Age || alike.is_none_or(|alike| alike.by_low.len() < 2)
    }

    /// Whether the reference has the very number, for whatever.
    pub(crate) fn has_number(&self, figure: &WordFigure) -> bool {
        let quantity = &figure.quantity;
        self.exact
            .contains(&(quantity.low, quantity.high, quantity.dates))
    }

    /// The figures of one measure with a figure that can both be true with it, in no order.
    pub(crate) fn agreeing<'k>(
        &'k self,
        figure: &'k WordFigure,
    ) -> impl Iterator<Item = &'k WordFigure> {
        let alike = self.alike.get(&Sort::of(&figure.quantity));
        let near = alike.map(|alike| alike.near(&self.reading.figures, &figure.quantity.interval));
        near.into_iter()
            .flatten()
            .filter(|other| are_alike(figure.counts(), other.counts()))
            .filter(|other| may_agree(&figure.quantity, &other.quantity))
    }

    /// Whether the figure is the sum or the difference of two figures that stand near each other: a text may
    /// state what its reference leaves to the reader.
    pub(crate) fn follows(&self, figure: &WordFigure) -> bool {
        let alike = self.alike.get(&Sort::of(&figure.quantity));
        alike.is_some_and(|alike| {
            let interval = &figure.quantity.interval;
            alike.sums.within(interval, figure.counts())
        })
    }

    /// The figures of one measure that count the same, in no order.
    pub(super) fn of_sort<'k>(
        &'k self,
        figure: &'k WordFigure,
    ) -> impl Iterator<Item = &'k WordFigure> {
        let alike = self.alike.get(&Sort::of(&figure.quantity));
        (alike.into_iter())
            .flat_map(|alike| alike.by_low.iter().take(MOST_ALIKE))
            .inspect(|_| crate::steps::step())
            .map(|&at| &self.reading.figures[at])
            .filter(|other| are_alike(figure.counts(), other.counts()))
    }

    /// The figures of one measure in whose sentences a word of the figure's stands, in reading order.
    pub(crate) fn proposed<'k>(
        &'k self,
        figure: &'k WordFigure,
    ) -> impl Iterator<Item = &'k WordFigure> {
        let alike = self.alike.get(&Sort::of(&figure.quantity));
        let mut found: Vec<usize> = alike
            .into_iter()
            .flat_map(|alike| figure.aspect.forms(&alike.stems))
            .flat_map(|figures| figures.iter().take(MOST))
            .inspect(|_| crate::steps::step())
            .copied()
            .collect();
        crate::order::sort(&mut found);
        found.dedup();
        found
            .into_iter()
            .map(|at| &self.reading.figures[at])
            .filter(|other| are_alike(figure.counts(), other.counts()))
    }
}

impl Alike {
    fn add(&mut self, at: usize, figure: &WordFigure) {
        self.by_low.push(at);
        for stem in &figure.aspect.stems {
            match self.by_stem.get_mut(stem) {
                Some(figures) => figures.push(at),
                None => drop(self.by_stem.insert(stem.clone(), vec![at])),
            }
        }
    }

    fn make_ready(&mut self, figures: &[WordFigure]) {
        self.stems = std::mem::take(&mut self.by_stem).into_iter().collect();
        crate::order::sort(&mut self.stems);
        let reach = |at: &usize| reach(&figures[*at]);
        let values =
            (self.by_low.iter()).map(|&at| (figures[at].quantity.low, figures[at].counts()));
        self.sums = Sums::of(values);
        crate::order::by_key(&mut self.by_low, |at| reach(at).0);
        let mut highest = Decimal::MIN;
        self.highest = (self.by_low.iter())
            .map(|at| {
                highest = highest.max(reach(at).1);
                highest
            })
            .collect();
    }

    /// Those that can stand for some value of an interval, or nearly, and no more than [`MOST`] of them.
    fn near<'f>(
        &'f self,
        figures: &'f [WordFigure],
        interval: &Interval,
    ) -> impl Iterator<Item = &'f WordFigure> + use<'f> {
        let (low, high) = ends(interval);
        let until = self
            .by_low
            .partition_point(|&at| reach(&figures[at]).0 <= high);
        (0..until)
            .rev()
            .take(MOST)
            .take_while(move |&i| self.highest[i] >= low)
            .map(|i| &figures[self.by_low[i]])
    }
}

/// The least and the greatest value that a figure can stand for, its bare digits included.
fn reach(figure: &WordFigure) -> (Decimal, Decimal) {
    ends(&figure.quantity.interval.hull(&figure.quantity.rounding))
}

fn ends(interval: &Interval) -> (Decimal, Decimal) {
    (
        interval.low.map_or(Decimal::MIN, |b| b.value),
        interval.high.map_or(Decimal::MAX, |b| b.value),
    )
}
