//! Lists of words for the reading of texts without a set, as data. They are laid out when they are first asked for.

use crate::lexicon::coded::{Bytes, Coded};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// A class of words, as a bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Listed(u32);

impl Listed {
    /// Does not tell what a figure measures.
    pub(crate) const LIGHT: Self = Self(1);
    /// What somebody does who only tells of it.
    pub(crate) const TELLING: Self = Self(1 << 1);
    /// Stands before a name and says where.
    pub(crate) const WHERE: Self = Self(1 << 2);
    /// A verb behind whose subject a figure stands.
    pub(crate) const LINKING: Self = Self(1 << 3);
    /// Stands before how far something went.
    pub(crate) const MOVING: Self = Self(1 << 4);
    /// Stands after how far two others lie apart.
    pub(crate) const AHEAD_OF: Self = Self(1 << 5);
    /// The same where "than" follows.
    pub(crate) const LESS_THAN: Self = Self(1 << 6);
    /// Makes a figure some of more.
    pub(crate) const OWNING: Self = Self(1 << 7);
    /// Stands before the day of a text.
    pub(crate) const DATELINE: Self = Self(1 << 8);
    /// Stands before the number of a picture.
    pub(crate) const PICTURED: Self = Self(1 << 9);
    /// Goes on changing after the occasion that it is told of.
    pub(crate) const CHANGING: Self = Self(1 << 10);
    /// Is the same on any occasion.
    pub(crate) const LASTING: Self = Self(1 << 11);

    /// Is told of people or things that are counted, and is no other such.
    pub(crate) const OUTCOME: Self = Self(1 << 12);
    /// Is a length of time that something is reckoned by.
    pub(crate) const PERIOD: Self = Self(1 << 13);
    /// Is one side of what happened, and not another.
    pub(crate) const SIDE: Self = Self(1 << 14);
    /// Says that people were at a place.
    pub(crate) const PRESENT: Self = Self(1 << 15);
    /// Counts those whose opinions a rating is reckoned from.
    pub(crate) const JUDGING: Self = Self(1 << 16);
    /// Completes the word before it: "tested positive".
    pub(crate) const SECOND: Self = Self(1 << 17);
    /// A verb of one who only tells of it.
    pub(crate) const REPORTING: Self = Self(1 << 18);
    /// Before "of" and a name, it is all of whom the name means: "the city of".
    pub(crate) const ALL_OF: Self = Self(1 << 19);
    /// Opens what is told of a place.
    pub(crate) const AT_WHICH: Self = Self(1 << 20);
    /// Says that a name follows which is somebody's too.
    pub(crate) const CALLED: Self = Self(1 << 21);

    /// Whether one of these classes is among them.
    pub(crate) fn meets(self, class: Self) -> bool {
        self.0 & class.0 != 0
    }
    /// Is kept under a number: "case number".
    pub(crate) const FILED: Self = Self(1 << 22);
    /// Says so: "number", "no".
    pub(crate) const NUMBERED: Self = Self(1 << 23);
    /// Says before a name how it lies to another place: "neighbouring".
    pub(crate) const NEARBY: Self = Self(1 << 24);
    /// What somebody does who is ahead of another, or behind.
    pub(crate) const BEATING: Self = Self(1 << 25);
    /// Is what a measure is of: "tall", as a stem.
    pub(crate) const EXTENT: Self = Self(1 << 27);
    /// Says beside an age that it is of a time which is over.
    pub(crate) const THEN: Self = Self(1 << 28);
    /// Says before what is counted how that is, and not which sort of it.
    pub(crate) const STATE: Self = Self(1 << 29);
    /// Says no more than that something is there.
    pub(crate) const HAVING: Self = Self(1 << 26);

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "light" => Self::LIGHT,
            "telling" => Self::TELLING,
            "where" => Self::WHERE,
            "linking" => Self::LINKING,
            "moving" => Self::MOVING,
            "aheadof" => Self::AHEAD_OF,
            "lessthan" => Self::LESS_THAN,
            "owning" => Self::OWNING,
            "dateline" => Self::DATELINE,
            "period" => Self::PERIOD,
            "outcome" => Self::OUTCOME,
            "pictured" => Self::PICTURED,
            "changing" => Self::CHANGING,
            "lasting" => Self::LASTING,
            "side" => Self::SIDE,
            "present" => Self::PRESENT,
            "judging" => Self::JUDGING,
            "second" => Self::SECOND,
            "reporting" => Self::REPORTING,
            "allof" => Self::ALL_OF,
            "called" => Self::CALLED,
            "filed" => Self::FILED,
            "numbered" => Self::NUMBERED,
            "atwhich" => Self::AT_WHICH,
            "nearby" => Self::NEARBY,
            "beating" => Self::BEATING,
            "having" => Self::HAVING,
            "state" => Self::STATE,
            "then" => Self::THEN,
            "extent" => Self::EXTENT,
            _ => return None,
        })
    }
}

/// The lists of a language.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    /// A class, a colon, its words.
    classes: Vec<&'static str>,
    /// Where they stand, a colon, words that say the same.
    qualifiers: Vec<&'static str>,
    made: OnceLock<FxHashMap<&'static str, Entry>>,
}

/// What is listed of a word.
#[derive(Debug, Default)]
struct Entry {
    classes: u32,
    /// What it stands for that makes another figure of the same thing, and whether anywhere.
    qualifier: Option<(&'static str, bool)>,
    poles: Poles,
}

/// Which poles of opposites are named: two bits for each of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Poles(u32);

impl Poles {
    /// That side of the opposite of that number, where there is room for it.
    fn of(opposite: usize, side: usize) -> Self {
        let bit = u32::try_from(opposite * 2 + side).ok();
        Self(bit.and_then(|bit| 1u32.checked_shl(bit)).unwrap_or(0))
    }

    /// These and those.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one has one side of something alone, and the other the other side alone.
    pub(crate) fn are_opposed(self, other: Self) -> bool {
        const FIRST: u32 = 0x5555_5555;
        let alone = |Self(poles): Self| {
            let (one, two) = (poles & FIRST, poles >> 1 & FIRST);
            (one & !two, two & !one)
        };
        let ((a, b), (c, d)) = (alone(self), alone(other));
        a & d | b & c != 0
    }
}

impl Lists {
    /// Of lines that were read before; the names of those that cannot be read come back beside them.
    #[cfg(feature = "load")]
    pub(crate) fn laid_out(
        classes: Vec<&'static str>,
        qualifiers: Vec<&'static str>,
    ) -> (Self, Vec<&'static str>) {
        let name = |line: &&'static str| line.split_once(": ").map_or(*line, |(name, _)| name);
        let unknown = (classes.iter().map(name))
            .filter(|name| Listed::named(name).is_none())
            .chain(
                qualifiers
                    .iter()
                    .map(name)
                    .filter(|name| !matches!(*name, "beside" | "anywhere" | "opposite")),
            )
            .collect();
        let lists = Self {
            classes,
            qualifiers,
            made: OnceLock::new(),
        };
        (lists, unknown)
    }

    fn of_word(&self, word: &str) -> Option<&Entry> {
        let parted = |lines: &'_ [&'static str]| -> Vec<(&'static str, &'static str)> {
            lines
                .iter()
                .filter_map(|line| line.split_once(": "))
                .collect()
        };
        let made = self.made.get_or_init(|| {
            let mut made: FxHashMap<&'static str, Entry> = FxHashMap::default();
            for (name, words) in parted(&self.classes) {
                let bits = Listed::named(name).map_or(0, |class| class.0);
                for word in words.split(' ') {
                    made.entry(word).or_default().classes |= bits;
                }
            }
            let is_opposite = |(place, _): &(&str, &str)| *place == "opposite";
            let (opposites, qualifiers): (Vec<_>, Vec<_>) =
                parted(&self.qualifiers).into_iter().partition(is_opposite);
            for (opposite, (_, both)) in opposites.into_iter().enumerate() {
                for (side, words) in both.split(", ").take(2).enumerate() {
                    for word in words.split(' ') {
                        let poles = &mut made.entry(word).or_default().poles;
                        *poles = poles.and(Poles::of(opposite, side));
                    }
                }
            }
            for (place, words) in qualifiers {
                let first = words.split(' ').next().unwrap_or_default();
                for word in words.split(' ') {
                    made.entry(word).or_default().qualifier = Some((first, place == "anywhere"));
                }
            }
            made
        });
        made.get(word)
    }

    /// The classes of a word, and the poles of opposites that it names.
    pub(crate) fn of(&self, word: &str) -> (Listed, Poles) {
        let entry = self.of_word(word);
        entry.map_or((Listed(0), Poles::default()), |entry| {
            (Listed(entry.classes), entry.poles)
        })
    }

    pub(crate) fn qualifier(&self, word: &str, anywhere: bool) -> Option<&'static str> {
        let (first, is_anywhere) = self.of_word(word)?.qualifier?;
        (is_anywhere == anywhere).then_some(first)
    }
}

impl Coded for Lists {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        self.classes.put(out);
        self.qualifiers.put(out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        Some(Self {
            classes: Coded::take(bytes)?,
            qualifiers: Coded::take(bytes)?,
            made: OnceLock::new(),
        })
    }
}
