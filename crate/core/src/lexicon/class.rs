//! Word classes, as bits: what the data files call them and what the rules ask for.

pub(crate) use super::bits::Class;

/// Gives every class the next bit; those with a name are named so in the data files.
macro_rules! classes {
    ($($(#[$about:meta])* $name:ident $(= $written:literal)?,)*) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "the names of the constants below")]
        enum Bit { $($name),* }
        $($(#[$about])* pub(crate) const $name: Class = Class::bit(Bit::$name as u32);)*
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
    PLURAL = "plural", NOT_PLURAL = "notplural",
    /// A plural that modifies another: "sports teams".
    PREMOD = "premod",
    /// A verb in the third person that looks like a plural: "runs", "lives".
    VERB = "verb",
    BE = "be", MONEYISH = "moneyish", WEIGHTY = "weighty", LENGTHY = "lengthy", YEAR_PREP = "yearprep",
    /// Raises what it has for an object: "raised prices by 3%".
    RAISES = "raises",
    AGE_NOUN = "agenoun", ERA = "era",
    /// Lowers what it has for an object: "cut deaths by 3%".
    LOWERS = "lowers",
    UP = "up", DOWN = "down",
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
    /// Behind a length and a hyphen: "week-long".
    GOING_ON = "goingon",
    /// Behind a length of time it counts from before: "nine years later".
    LATER = "laterthan",
    /// What a price makes of the whole follows with "at": "valuing it".
    VALUES_AT = "valuesat",
    /// Buys or sells a part of something.
    DEALS = "deals",
    /// A part of something that somebody has: "stake".
    HOLDING = "holding",
    /// Near a deal it speaks of another part, or of another value: "another", "debt".
    OTHER_DEAL = "otherdeal",
    /// Those who vote: "the nine justices".
    VOTER = "voter",
    /// By how many votes somebody won follows: "a majority of 3,190".
    MAJORITY = "majority",
    /// A speed or a price that is the same for the whole follows: "averaging 60mph".
    AVERAGED = "averaged",
    /// What parts add up to follows: "making 141 in all".
    ADDS_UP = "addsup",
    /// How far somebody went follows: "covered 180 miles".
    TRAVELS = "travels",
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
    AND = "and", AS = "as", AT = "at", BARE_BE = "barebe", LEAST = "least", OF = "of", OR = "or",
    THAN = "than", WHO = "who", PREPOSITION = "preposition", CONJUNCTION = "conjunction",
    RELATIVE = "relative", AUXILIARY = "auxiliary", PRONOUN = "pronoun", NEGATION = "negation",
    DETERMINER = "determiner", ADVERB = "adverb",
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
    ABOUT = "about", AGES = "ages", ALL = "all", ALTOGETHER = "altogether", AM = "am",
    ANNIVERSARY = "anniversary", BELOW = "below",
    /// Two limits follow: "between 18 and 24".
    BETWEEN_TWO = "betweentwo",
    BIRTHDAY = "birthday", BLOCK = "block", BORN = "born", BUT = "but", BY = "by", CASH = "cash",
    CENT = "cent", CENTURY = "century", CLOCK = "clock",
    /// With "to" or "with" it stands before what a number is compared with.
    COMPARED_WITH = "comparedwith",
    /// Parts the places of a spoken number: "two point five".
    POINT = "decimalpoint",
    /// A game for four rather than a factor, unless something is doubled.
    DOUBLES = "doubles",
    /// The word "down" alone.
    DOWNWARDS = "downwards",
    EACH = "each", EVERY = "every", FEWER = "fewer",
    /// Ends the ordinal of one: "21st".
    FIRST_ENDING = "firstending",
    FOR = "for",
    /// An ordinal that is an adverb before a participle: "first opened".
    FOREMOST = "foremost",
    FROM = "from",
    /// An s behind an apostrophe: "Norway's".
    GENITIVE_S = "genitive-s",
    HALF = "half",
    /// Behind a comma it is a recipe's.
    HALVED = "halved",
    HUNDRED = "hundred", IN = "in", INCLUDING = "including", IS = "is", ITS = "its", JUST = "just",
    /// The same, as a description: "lasting 3 days".
    LASTS_FOR = "lastsfor",
    LESS = "less", LETTER_C = "letter-c", LETTER_D = "letter-d", LETTER_E = "letter-e", LETTER_M = "letter-m",
    LETTER_O = "letter-o", LETTER_P = "letter-p", LETTER_T = "letter-t", LETTER_X = "letter-x",
    LETTER_Z = "letter-z", LOCAL = "local",
    /// A currency, and what a target is: "the 100 mark".
    MARK = "mark",
    MINUS = "minus", MORE = "more", MOST = "most", NEGATIVE = "negative", NO = "no",
    /// "Nos 4 and 5"
    NOS = "nos",
    /// "not", where only it denies
    NOT_DONE = "notdone",
    NOW = "now",
    /// A rank follows: "number 3 in".
    NUMBER_OF = "numberof",
    OFF = "off", ON = "on", ONE = "one", ONLY = "only", OUT = "out", OVER = "over", PART = "part",
    /// "past", behind a part of an hour
    PAST_HOUR = "pasthour",
    PER = "per",
    /// "percentage", of points
    PERCENTAGE = "percentage",
    PERSON = "person", PLUS = "plus", PM = "pm", QUARTERS = "quarters",
    /// What a sign or a line does: "80 read".
    READ = "read",
    RECORD = "record", ROW = "row", SECOND = "second", STERLING = "sterling", STRONG = "strong",
    TALL = "tall", TENS = "tens", THAT = "that", THE = "the", THEIR = "their", THIS = "this", THOSE = "those",
    THOUSAND = "thousand", THROUGH = "through", TO = "to", TOOK = "took", TOP = "top", TOTAL = "total",
    TURNOUT = "turnout", UNDER = "under", UPWARD = "upward",
    /// The word "up" alone.
    UPWARDS = "upwards",
    WELL = "well", WHILE = "while", WITH = "with",
    /// Behind a time it says how long something is past.
    YEARS_AGO = "yearsago",
    YO = "yo", ZERO = "zero",
    /// After "or" it opens a number to one side: "10 or over".
    ABOVE_BELOW = "abovebelow",
    /// The same by age.
    ADULTS_CHILDREN = "adultschildren",
    /// Stands before a number that another is compared with: "versus".
    AGAINST = "against",
    /// Behind "in" it is the side of those who want it: "58% were in favour".
    FAVOUR = "favour",
    /// Behind a verb it says how far two lie apart: "reports 20 behind".
    AHEAD_BEHIND = "aheadbehind",
    /// May stand between a name and the year of a birth: "who was born in".
    BEFORE_BIRTH = "beforebirth",
    /// Whom something happens to, or where, so that what follows is counted: "in London 200 people".
    BEFORE_COUNT = "beforecount",
    /// Before a share it tells what was found by asking: "said 20%".
    BEFORE_SHARE = "beforeshare",
    /// There can be more of them than of what they are out of: "five points out of four".
    BEYOND_FULL = "beyondfull",
    /// A part of the day that no night belongs to.
    BY_DAY = "byday",
    /// After "this" it is the one that a text speaks from: "this year".
    CALENDAR_SPAN = "calendarspan",
    /// May begin the next clause: "a third and then".
    CLAUSE_OPENS = "clauseopens",
    /// Stands before the name of a street: "12 West Street".
    COMPASS = "compass",
    /// The same as a letter: "12 W. Street".
    COMPASS_LETTER = "compassletter",
    /// All parts of a whole follow: "consists of".
    CONSISTS = "consists",
    /// With a point and an m it is half of a day: "a.m.".
    DAY_HALF_LETTER = "dayhalfletter",
    /// Stands between two days of a span: "Monday through Friday".
    DAY_TO_DAY = "daytoday",
    /// What a court or a house gives: "a 6-3 ruling".
    DECISION = "decision",
    /// Before "not" it denies what a list says: "two did not".
    DID = "did",
    /// A factor only as a verb: "double room" is none.
    DOUBLE = "double",
    /// A time or a place of a range follows.
    DURING = "during",
    /// Ends a life: "died in 1950".
    DYING = "dying",
    /// Those who may vote: "of voters".
    ELECTORS = "electors",
    /// A foot, in one or more.
    FEET = "feet",
    /// A street where its number comes last: "Rue 8".
    FOREIGN_STREET = "foreignstreet",
    /// The same of the young.
    GIRLS_BOYS = "girlsboys",
    /// A dollar of the United States, whatever the place.
    GREENBACK = "greenback",
    /// Parts that count themselves: "two halves".
    HALVES = "halves",
    /// Says which way a number moved, behind it.
    HIGHER_LOWER = "higherlower",
    /// Minutes follow: "2 hrs 5m".
    HOUR = "hour",
    /// Stands before "past" and an hour: "half past".
    HOUR_PART = "hourpart",
    /// The number of a house follows: "at 12 High Street".
    HOUSE_AT = "houseat",
    /// An article of one among many.
    INDEFINITE = "indefinite",
    /// Behind a name and an age it tells of that person: "Ada Lind, 80, died".
    IS_OR_DIED = "isordied",
    /// How long it was follows: "lasted".
    LASTED = "lasted",
    /// Stands before a day that a night belongs to: "late Tuesday".
    LATE_AT_NIGHT = "lateatnight",
    /// May stand between a change and its level: "to close at a record".
    LEADS_TO_LEVEL = "leadstolevel",
    /// An ordinal that may be an adverb: "Second, the law".
    LOW_ORDINAL = "lowordinal",
    /// Joined to a number, it says how many somebody consists of: "a nine-judge court".
    MEMBERED = "membered",
    /// Everybody, of whom a part is told: "half the population".
    NATION = "nation",
    /// A modifier that is a place too: "near 20".
    NEARING = "nearing",
    /// Stands before such a verb: "nearly doubled".
    NEARLY = "nearly",
    /// Behind the name of a paper: "Radio 4 reports".
    NEWS_VERB = "newsverb",
    /// A day may end in it.
    NIGHT = "night",
    /// The year of a period follows: "ended 30 June".
    OF_A_DAY = "ofaday",
    /// Tells how often something counted comes.
    OFTEN = "often",
    /// After "of" it stands for what was counted before: "three of them".
    OF_THEM = "ofthem",
    /// What people who are asked do: "60% agree".
    OPINION = "opinion",
    /// Before a year it says that an age is not reckoned from it: "until 1950".
    OTHER_YEAR = "otheryear",
    /// An ordinal after it ranks something: "his first".
    OWNER = "owner",
    /// Behind a part it tells of the part: "half were".
    PART_DOES = "partdoes",
    /// "per cent" in one word, or what it is of
    PERCENT_WORD = "percentword",
    /// Says that what stands before it is more than one.
    PLURAL_VERB = "pluralverb",
    /// Ends any other ordinal: "22nd", "23rd", "24th".
    RANK_ENDING = "rankending",
    /// Near two numbers it says that they are votes: "the vote was 6-3".
    RULING = "ruling",
    /// Before dozens it says how many, roughly.
    SEVERAL = "several",
    /// May stand between a name and its beginning: "which was founded".
    SINCE_BEGINNING = "sincebeginning",
    /// Takes time, so that "over" leads to a time: "over three nights".
    SPENT_TIME = "spenttime",
    /// A rating, of which a number is no fraction.
    STARS = "stars",
    /// A time as a thing: "a period of 3 years".
    STRETCH = "stretch",
    /// Behind a part and an article it makes a time: "a quarter earlier".
    TIME_SIDE = "timeside",
    /// A factor only where something is compared: "twice as many".
    TWICE = "twice",
    UNTIL = "until",
    /// Before an age that ends a clause: "was 80".
    WAS_AGED = "wasaged",
    /// Two that are all people there are.
    WOMEN_MEN = "womenmen",
    /// Those who are in a ship or a plane: "62 passengers and five crew".
    PASSENGERS_CREW = "passengerscrew",
    /// Behind people it says where they are: "on board", "aboard".
    ABOARD = "aboard",
    /// Between two amounts it says that they are one: "which is to say".
    SAYS_AGAIN = "saysagain",
    /// Gives no vote: "none abstained".
    ABSTAINS = "abstains",
    /// Before it there is none: "nobody", "no".
    NOBODY = "nobody",
    /// All parts of a whole follow, and nothing else can: "comprising".
    COMPRISES = "comprises",
    /// What a number of things comes to follows: "a bill of".
    SUM_OF = "sumof",
    /// Behind a year it makes an age: "year-old".
    YEAR_OLD = "yearold",
    /// Says that a limit of ages is a rule: "you must be over 18".
    ALLOWED = "allowed",
    THEY = "they",
    /// What follows is told of two: "Boor and Ruiz, both 24".
    BOTH = "both",
    /// Before "they" it says the same: "prove they are over 15".
    ON_CONDITION = "oncondition",
    /// How old somebody became follows: "lived to 102".
    LIVES = "lives",
    /// A place follows it, and no subject: "in Scale AI's office".
    PLACE_BEFORE = "placebefore",
    /// Before a company it means one that was named: "his company".
    OWNED_BY = "ownedby",
    /// Makes a description of something known: "this company".
    DEFINITE = "definite",
    /// Behind "and" it is somebody besides: "X and its partners".
    ANOTHER = "another",
    /// A pronoun that is a subject where a verb follows.
    SUBJECT_PRONOUN = "subjectpronoun",
    /// Opens a sentence with a condition that holds for all of it.
    CONDITION = "condition",
    SINCE_DAY = "sinceday", WHAT = "what",
    /// Tells an age of the past: "was 19 and had".
    STOOD = "stood",
    AFTERWARDS = "afterwards",
    /// A month in short: "Jan".
    SHORT_MONTH = "shortmonth",
    /// A day of the week in short: "Mon".
    SHORT_DAY = "shortday",
    RESPECTIVELY = "respectively", THERE = "there", WITHOUT = "without", OTHER = "other",
    ACCORDING = "according",
    /// A name follows that is the same thing: "a startup called X".
    KNOWN_AS = "knownas",
    /// Stands for a thing: "in it".
    THING_PRONOUN = "thingpronoun",
    /// Stands for the thing that has something.
    OF_A_THING = "ofathing",
    /// The same for a person.
    OF_A_PERSON = "ofaperson",
    /// Stands between a name and an age: "Lind turned 80".
    IS_AGED = "isaged",
    /// Stands before an age behind a name: "Lind, aged 80".
    BEFORE_AGE = "beforeage",
    /// May stand between a subject and its verb: "last valued".
    BEFORE_SUBJECT = "beforesubject",
    /// Tells of what is to come.
    TO_COME = "tocome",
    /// Begins another part of a sentence, faintly: "with 648 deaths".
    SETS_APART = "setsapart",
    WHOM = "whom",
    /// Behind it stands what somebody says.
    SAYS = "says",
    /// Behind it stands what somebody says of themselves: "confirmed it would pay".
    ANNOUNCES = "announces",
    /// The same with whom it is said to before that: "told investors it would pay".
    TELLS = "tells",
    WOULD = "would",
    /// Before what happens again and again, it says that another one is meant: "the last Altea election".
    OTHER_OCCASION = "otheroccasion",
    /// A noun for what is measured or counted, which is no name where it opens a sentence: "Turnout in Altea".
    MEASURE = "measure",
    /// "two of them were 17"
    PLURAL_BE = "pluralbe",
    /// Rates a claim: that it holds, that it does not, and what leaves it open: "mostly true", "misleading".
    RATED_TRUE = "ratedtrue", RATED_FALSE = "ratedfalse", RATED_MOSTLY = "ratedmostly", RATED_OPEN = "ratedopen",
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
