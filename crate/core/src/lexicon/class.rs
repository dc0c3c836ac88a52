//! Word classes, as bits: what the data files call them and what the rules ask for.

use super::coded::{Bytes, Coded};
use std::ops::{BitOr, BitOrAssign};

/// Some classes, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class([u128; 2]);

impl Class {
    #[cfg(feature = "load")]
    pub(crate) const NONE: Self = Self([0; 2]);

    const fn bit(bit: Bit) -> Self {
        match bit as u32 {
            bit @ 0..128 => Self([1 << bit, 0]),
            bit => Self([0, 1 << (bit - 128)]),
        }
    }

    /// Whether the two have a class in common.
    #[inline]
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0[0] & other.0[0] | self.0[1] & other.0[1] != 0
    }

    /// Those of the classes that the other has too.
    pub(crate) const fn within(self, other: Self) -> Self {
        Self([self.0[0] & other.0[0], self.0[1] & other.0[1]])
    }

    const fn and(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}

impl Coded for Class {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        for part in self.0 {
            u64::try_from(part & u128::from(u64::MAX))
                .unwrap_or(0)
                .put(out);
            u64::try_from(part >> 64).unwrap_or(0).put(out);
        }
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let mut part = || {
            let (low, high) = (bytes.number()?, bytes.number()?);
            Some(u128::from(low) | u128::from(high) << 64)
        };
        Some(Self([part()?, part()?]))
    }
}

impl BitOr for Class {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.and(other);
    }
}

/// Gives every class the next bit; those with a name are named so in the data files.
macro_rules! classes {
    ($($(#[$about:meta])* $name:ident $(= $written:literal)?,)*) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "the names of the constants below")]
        enum Bit { $($name),* }
        $($(#[$about])* pub(crate) const $name: Class = Class::bit(Bit::$name);)*
        #[cfg(feature = "load")]
        const NAMED: &[(&str, Class)] = &[$($(($written, $name),)?)*];
    };
}

classes! {
    /// Ends the noun phrase after a number.
    STOP = "stop",
    ARTICLE = "article",
    /// Ends a noun phrase as a verb, and is a noun behind a hyphen: "a 60-vote lead".
    NOUN_TOO = "nountoo",
    /// Ends a noun phrase as a verb, and describes a plural: "10 used cars".
    ADJECTIVE_TOO = "adjectivetoo",
    /// May stand between a hedge and its figure: "about its 300 shops".
    BETWEEN = "between",
    /// The number after it is a name: "Section 4".
    LABEL = "label",
    PLURAL = "plural",
    NOT_PLURAL = "notplural",
    /// A plural that modifies another: "sports teams".
    PREMOD = "premod",
    /// A verb in the third person that looks like a plural: "runs", "lives".
    VERB = "verb",
    BE = "be",
    MONEYISH = "moneyish",
    WEIGHTY = "weighty",
    LENGTHY = "lengthy",
    YEAR_PREP = "yearprep",
    /// Raises what it has for an object: "raised prices by 3%".
    RAISES = "raises",
    AGE_NOUN = "agenoun",
    ERA = "era",
    /// Lowers what it has for an object: "cut deaths by 3%".
    LOWERS = "lowers",
    UP = "up",
    DOWN = "down",
    /// A word of change only before a number with a unit: "up", "added".
    MEASURED = "measured",
    MONTH = "month",
    /// A currency that is another word as well: "won".
    RISKY = "risky",
    /// Speaks of the weather.
    WEATHER = "weather",
    /// "minus", "negative", "tens", "point"
    SIGN_WORD = "signword",
    /// With an article before it, it is a measure: "a mile".
    ONE_UNIT = "oneunit",
    /// Speaks of a change without a direction: "changed from".
    LEVEL = "level",
    /// Follows the number in the name of a list: "the 100 Most Influential People".
    LIST_NAME = "listname",
    /// What comes after it may not have happened: "may rise", "to rise".
    MODAL = "modal",
    /// Begins an address: "http".
    ADDRESS = "address",
    /// Told of in millions: "viewers", "sales"; a lone "m" near it is no metre.
    MILLIONS = "inmillions",
    /// Speaks of lengths: "wave", "pool"; a lone "m" near it is a metre.
    LONG = "long",
    /// After a lone "m" it may measure a length or compare a number: "4m of cloth", "2m of its users".
    COMPARED = "compared",
    /// Before "over" and a time, the time is exceeded: "for over 20 years"; after others it is what happens during it.
    LASTING = "lasting",
    /// A verb that "up to" belongs to: "went up to 5%".
    REACHES = "reaches",
    /// Somebody or something that no year has: "1950 workers".
    PEOPLED = "peopled",
    /// Stands before what somebody has: "its", "their".
    WHOSE = "whose",
    /// Stands between "of the" and a number: "the last 10 games".
    SOME_OF = "someof",
    /// Stands inside what is raised or cut by something: "cut the cost of care by 3%".
    IN_OBJECT = "inobject",
    /// What comes after it is a level and no change.
    TO_LEVEL = "tolevel",
    /// "by an average of 3%"
    MEAN = "mean",
    /// "at an annual rate of 3%"
    PACE = "pace",
    /// May stand between a verb of change and "by": "rose overall by 3%", "fell in May by 2%".
    ADVERBIAL = "adverbial",
    /// A level that something comes from: "from lows of 2%".
    PEAK = "peak",
    /// Compares speeds, and so times the other way round: "faster than 10 seconds".
    PACED = "paced",
    /// Before "7/10" it makes it points out of ten: "a rating of 7/10".
    RATED = "rated",
    /// Before "from … to" it tells a range: "rises can range from 4 to 6 feet".
    RANGES = "ranges",
    /// With "up" or "down" it tells no change: "make up 9%", "put down a deposit".
    PHRASAL = "phrasal",
    /// After a bare number it counts what came one after another: "lost four straight".
    RUN_OF = "runof",
    /// May stand between a word of change and its size: "rose by another 3%".
    BY_CHANGE = "bychange",
    /// Compares upwards, after a figure: "3% higher".
    GREATER = "greater",
    /// Compares downwards, after a figure: "3% lower".
    LESSER = "lesser",
    /// Ends a time that something is compared with: "than a month ago".
    AGO = "ago",
    /// Begins a time that something is compared with: "than last year".
    LAST = "last",
    /// Tells how many were for and against: "voted 52 to 48".
    VOTE = "vote",
    /// What somebody did at an age: "retired at 65".
    AGE_VERB = "ageverb",
    /// A score may follow it: "reached 287-6".
    AT_SCORE = "atscore",
    /// Digits after it are called: "call 0800 1111".
    PHONE = "phone",
    /// A label whose number counts nothing, whatever follows: "Route 66 turns", "grade 8 pupils".
    NUMBERED = "numbered",
    /// After an ordinal or a number it makes a name: "60th Street", "12 High Street".
    STREET = "street",
    /// A part of the day: "10 in the morning".
    DAYTIME = "daytime",
    /// A time of day ends with it: "2130 GMT".
    ZONE = "zone",
    /// A time that titles are made of: "60 Minutes".
    PERIOD = "period",
    /// Describes a percentage that names its base: "a large percentage of 300".
    OF_BASE = "ofbase",
    /// What has the number of its members after "of": "a father of two".
    FAMILY = "family",
    /// "One" after it counts nothing: "no one", "this one".
    ONE_PRONOUN = "onepronoun",
    /// "One" before it counts nothing: "one of", "one day".
    ONE_IDIOM = "oneidiom",
    /// "Half" after it is a name and no part: "the second half", "the northern half".
    HALF_NAME = "halfname",
    /// A modifier only directly before its figure: "some 400 jobs", not "some of 400".
    ADJACENT = "adjacent",
    /// A verb that is a modifier, but before an article what it says is known: "topped the 272 seats needed".
    EXCEEDS = "exceeds",
    /// A preposition of place too: with an article after it, it is no modifier ("over the 10 years").
    PLACE = "place",
    /// Denies what follows: "not over 30".
    NOT = "not",
    /// After a time that "over" stands before, the time is exceeded: "over 20 years ago".
    SINCE = "since",
    /// A measure that prices are told for with an article: "$80 a barrel".
    PRICED = "priced",
    /// After a time with an article, it tells when and not how often: "a year earlier".
    WHEN = "when",
    /// May stand between what tells an age and the age: "at just 19".
    AGE_HEDGE = "agehedge",
    /// Sterling or a weight.
    POUND = "pound",
    /// May stand before a hyphen and a figure: "sub-7", "mid-20".
    PREFIX = "prefix",
    /// The number of a register follows: "ISBN 9780521839402".
    REGISTER = "register",
    /// With a full stop, the number after it is a name: "No. 3", "pp. 12".
    DOTTED = "dotted",
    /// Before "a second" it tells a time: "waited a second".
    WAITS = "waits",
    /// A day of the week.
    WEEKDAY = "weekday",
    /// Before a day of the week it means many of them, or a name: "every Friday".
    REPEATS = "repeats",
    /// Near a day it says that it is of another calendar or of none.
    UNREAL = "unreal",
    /// Near a change it says that the change is reckoned in another way than its levels: "on a comparable basis".
    OTHER_BASIS = "otherbasis",
    /// A time that levels are of: "from 40 in the comparable period".
    COMPARED_TIME = "comparedtime",
    /// A change and its levels stand on one side of it.
    PARTS_CLAUSE = "partsclause",
    /// Before a level that another one is compared with: "against 40 a year ago".
    COMPARES = "compares",
    /// People who are counted as members of it: "a jury of 12".
    BODY = "body",
    /// Near a birth or a death it tells of somebody else, or of another time: "his son", "when".
    ANOTHER_LIFE = "anotherlife",
    /// Anniversaries are counted from it: "founded in 1925".
    BEGINNING = "beginning",
    /// Near a list it says that it may not be all: "among them".
    SOME_ONLY = "someonly",
    /// Goes on without a pause for as long as it is called: "a three-day strike".
    UNBROKEN = "unbroken",
    /// Tells how long something goes on: "runs from", "lasted".
    RUNS = "runs",
    /// Those who vote: "the nine justices".
    VOTER = "voter",
    /// Gives how many were for and against: "ruled 6-3".
    RULES = "rules",
    /// People who are asked, treated or taught, and are never more than all: "120% of the pupils".
    ASKED = "asked",
    /// What central banks move by points: "rates".
    INTEREST = "interest",
    /// A part of a decade of somebody's life: "her early 20s".
    PART_OF_DECADE = "partofdecade",
    /// Stands before what a person has: "in his twenties".
    PERSONAL = "personal",
    /// An age follows: "aged 28".
    AGED = "aged",
    AGE = "age",
    /// A limit of ages: "women over 65".
    AGE_LIMIT = "agelimit",
    /// Two limits of them: "between 18 and 24".
    AGE_SPAN = "agespan",
    /// Compares ages: "older than 65".
    OLDER = "older",
    /// Compares them as equal: "as old as 102".
    OLD = "old",
    /// Ages of people follow: "among over 16s".
    OF_PEOPLE = "ofpeople",
    /// A person as a subject: "he".
    SOMEBODY = "somebody",
    /// Says that somebody's life ended: "dead at 79".
    DIES = "dies",
    /// "life expectancy"
    EXPECTANCY = "expectancy",
    /// Reaches an age: "turned 40".
    TURNS = "turns",
    /// Names somebody: "a son called Rob".
    CALLED = "called",
    /// Goes on about somebody whose age was told: "Rian, 6, has".
    TELLS_OF = "tellsof",
    /// "will", "would"
    FUTURE = "future",
    /// Opens a clause that tells a time: "when".
    TIME_CLAUSE = "timeclause",
    /// "at the time"
    TIME = "time",
    AND = "and",
    AS = "as",
    AT = "at",
    BARE_BE = "barebe",
    LEAST = "least",
    OF = "of",
    OR = "or",
    THAN = "than",
    WHO = "who",
    PREPOSITION = "preposition",
    CONJUNCTION = "conjunction",
    RELATIVE = "relative",
    AUXILIARY = "auxiliary",
    PRONOUN = "pronoun",
    NEGATION = "negation",
    DETERMINER = "determiner",
    ADVERB = "adverb",
    /// Capitalised, yet no name of anybody: "AI", "Monday", "British".
    GENERIC = "generic",
    /// Stands before or after a name without being part of it: "CEO", "Inc".
    TITLE = "title",
    /// Often the first word of a sentence, and then capitalised without being a name.
    FIRST = "first",
    /// A word of names that is also a verb: "Scale".
    VERB_LIKE = "verb-like",
    /// A form of the past tense that does not end in -ed: "was", "became".
    PAST = "past",
    /// Those of them that tell how things stood.
    WAS = "was",
    /// A verb in the present tense that tells of a state: "is", "has", "values".
    PRESENT = "present",
    /// Opens a clause of its own within the sentence: "because", "which".
    SUBORDINATOR = "subordinator",
    /// Ends a name that father and son share: "Jr".
    GENERATION = "generation",
    /// A full stop after it ends no sentence: "Mr".
    ABBREVIATION = "abbreviation",
    /// English cannot do without it: a text in another language has it only in quotations.
    ENGLISH = "english",
    /// In a line with a day, it says that it is the day of publication: "posted".
    PUBLICATION = "publication",
    /// In a line with a day, it says that it is the day of a change: "updated".
    REVISION = "change",
    /// In a line with a day, it says who writes: "editor".
    WRITER = "writer",
    /// May stand beside a day in a line of its own: "min read".
    BESIDE = "beside",
    /// A noun that tells nobody apart: "people".
    ANYBODY = "anybody",
    /// Counts the rest of a number: "six other people".
    THE_REST = "rest",
    /// A number may begin with it.
    NUMBER,
    /// A phrase before a number (currency) may begin with it.
    CURRENCY,
    /// A factor: "doubled".
    MULTIPLE,
    /// A unit or a currency after a number may begin with it.
    AFTER,
    /// An idiom may begin with it.
    IDIOM,
}

/// Words that a noun phrase cannot run across.
pub(crate) const HARD: Class = PREPOSITION
    .and(CONJUNCTION)
    .and(RELATIVE)
    .and(AUXILIARY)
    .and(PRONOUN)
    .and(NEGATION);

/// The closed classes of grammar.
pub(crate) const CLOSED: Class = HARD
    .and(DETERMINER)
    .and(ADVERB)
    .and(GENERIC)
    .and(TITLE)
    .and(FIRST)
    .and(VERB_LIKE)
    .and(PAST)
    .and(WAS)
    .and(PRESENT)
    .and(SUBORDINATOR)
    .and(GENERATION);

/// Words that a figure can begin with.
pub(crate) const BEGINS: Class = BEGINS_ALONE.and(ARTICLE);

/// Those of them that need no other word behind them.
pub(crate) const BEGINS_ALONE: Class = NUMBER
    .and(CURRENCY)
    .and(MULTIPLE)
    .and(ADDRESS)
    .and(MONTH)
    .and(SIGN_WORD)
    .and(IDIOM);

/// The class that a data file calls so.
#[cfg(feature = "load")]
pub(crate) fn named(name: &str) -> Option<Class> {
    NAMED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|&(_, class)| class)
}
