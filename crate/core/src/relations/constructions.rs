//! The constructions of English, by name: what their patterns say is data, when they apply is said by those who ask.

use crate::language::lines;
use std::sync::OnceLock;

/// `data/language/constructions.txt` without its comments.
const FILE: &str = include_str!(concat!(env!("OUT_DIR"), "/constructions.txt"));

macro_rules! constructions {
    ($($name:ident = $written:literal,)*) => {
        /// A construction of the data, which has an example of each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Construction {
            $($name,)*
        }

        impl Construction {
            /// Their names in the data, in the order of their declaration.
            const NAMES: &'static [&'static str] = &[$($written),*];
        }
    };
}

constructions! {
    Receiver = "verb receiver",
    Active = "verb active",
    ActiveFigure = "verb active-figure",
    GivenTo = "verb given-to",
    GivenByWhoever = "verb given-by-whoever",
    WithAnAside = "verb with-an-aside",
    PassiveFigure = "verb passive-figure",
    PassiveFigureSaid = "verb passive-figure-said",
    PassiveFigureByWhoever = "verb passive-figure-by-whoever",
    PassiveThing = "verb passive-thing",
    Describing = "verb describing",
    DescribingBy = "verb describing-by",
    RelativeFigure = "verb relative-figure",
    RelativeFigureSaid = "verb relative-figure-said",
    RelativeThing = "verb relative-thing",
    RelativePlace = "verb relative-place",
    Fronted = "verb fronted",
    FrontedByWhoever = "verb fronted-by-whoever",
    EventCompound = "event compound",
    EventWorth = "event worth",
    EventApposed = "event apposed",
    EventValuedByOthers = "event valued-by-others",
    EventFronted = "event fronted",
    EventOfFigure = "event of-figure",
    EventCosting = "event costing",
    EventMade = "event made",
    EventGiving = "event giving",
    EventMutual = "event mutual",
    EventAgent = "event agent",
    ThingBought = "thing bought",
    OccasionDated = "occasion dated",
    MeasureHeld = "measure held",
    MeasureOfFigure = "measure of-figure",
    MeasureOwned = "measure owned",
    MeasureOfEntity = "measure of-entity",
    MeasureCompound = "measure compound",
    MeasureHaving = "measure having",
    MeasureOpening = "measure opening",
    MeasureCounted = "measure counted",
    MeasureLabel = "measure label",
    AdjectivePredicative = "adjective predicative",
    AdjectiveAttributive = "adjective attributive",
    AdjectiveBeside = "adjective beside",
    AgeBeforeTheName = "age before-the-name",
    AgeBehindTheName = "age behind-the-name",
    AgeSaid = "age said",
    AgeOfAPronoun = "age of-a-pronoun",
    AgeOpening = "age opening",
    AgeAtADeed = "age at-a-deed",
}

impl Construction {
    /// Its lines in the data.
    fn written(self) -> &'static [&'static str] {
        static ALL: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
        let all = ALL.get_or_init(|| {
            let mut all: Vec<Vec<&str>> = Vec::with_capacity(Self::NAMES.len());
            for line in lines(FILE) {
                match (line.strip_prefix("  "), all.last_mut()) {
                    (Some(pattern), Some(construction)) => construction.push(pattern),
                    _ => all.push(Vec::new()),
                }
            }
            all
        });
        all.get(self as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether those words are one of its lines.
    pub(super) fn holds(self, words: &str) -> bool {
        self.written().contains(&words)
    }

    /// Its patterns, each `{hole}` filled; what is filled with nothing leaves no gap.
    pub(super) fn patterns(self, holes: &[(&str, &str)]) -> Vec<String> {
        let filled = |line: &&str| {
            let text = (holes.iter()).fold((*line).to_owned(), |text, (hole, words)| {
                text.replace(&format!("{{{hole}}}"), words)
            });
            spaced(text.split(' '))
        };
        self.written().iter().map(filled).collect()
    }
}

/// The parts with a space between those that say something.
pub(super) fn spaced<'p>(parts: impl IntoIterator<Item = &'p str>) -> String {
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" ")
}

/// All that the data says of them.
#[cfg(test)]
pub(super) fn written() -> impl Iterator<Item = &'static str> {
    lines(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_has_the_constructions_that_are_asked_for_in_their_order() {
        let headings: Vec<&str> = written().filter(|line| !line.starts_with(' ')).collect();
        assert_eq!(headings, Construction::NAMES);
    }
}
