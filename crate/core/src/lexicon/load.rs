//! Reads the data files into the lexicon. They are part of the program: a line that cannot be read is a mistake of
//! ours. It is left out and told of, and a test finds that nothing is told.

mod measures;

use super::class::Class;
use super::entries::{Entries, Entry, Id};
use super::{
    Conversion, Currency, LONGEST, Length, Lexicon, Measure, Modifier, Part, Scale, UnitEntry,
    Word, class, fold,
};
use crate::text::tokens;
use std::collections::HashMap;
use std::str::FromStr;

/// A data file: its name, what it says, and how many fields its lines have at least.
struct File {
    name: &'static str,
    text: &'static str,
    fields: usize,
}

macro_rules! file {
    ($name:literal, $fields:literal) => {
        File {
            name: $name,
            text: include_str!(concat!("../../data/", $name)),
            fields: $fields,
        }
    };
}

const NUMBERS: File = file!("figures/numbers.tsv", 3);
const MAGNITUDES: File = file!("figures/magnitudes.tsv", 3);
const CURRENCIES: File = file!("figures/currencies.tsv", 6);
const UNITS: File = file!("figures/units.tsv", 5);
const CONVERSIONS: File = file!("figures/conversions.tsv", 3);
const DURATIONS: File = file!("figures/durations.tsv", 4);
const PREFIXES: File = file!("figures/prefixes.tsv", 2);
const HEDGES: File = file!("figures/hedges.tsv", 3);
const CHANGES: File = file!("figures/changes.tsv", 2);
const NOUN_PHRASES: File = file!("figures/noun-phrases.tsv", 2);
const CONTEXTS: File = file!("figures/contexts.tsv", 2);
const NOUNS: File = file!("figures/nouns.tsv", 2);
const MULTIPLES: File = file!("figures/multiples.tsv", 2);
const IDIOMS: File = file!("figures/idioms.tsv", 1);
const CALENDAR: File = file!("figures/calendar.tsv", 2);
const LINKS: File = file!("figures/links.tsv", 2);
const FRACTIONS: File = file!("figures/fraction-signs.tsv", 3);
/// Files of closed classes: a class, a colon, its words.
const CLASSES: [File; 9] = [
    file!("language/asked.txt", 1),
    file!("language/closed.txt", 1),
    file!("language/names.txt", 1),
    file!("language/abbreviations.txt", 1),
    file!("language/tenses.txt", 1),
    file!("article/bylines.txt", 1),
    file!("article/english.txt", 1),
    file!("article/ratings.txt", 1),
    file!("reading/counted.txt", 1),
];

/// A line of a data file, cut at tabs.
struct Row {
    fields: Vec<&'static str>,
}

impl Row {
    fn field(&self, index: usize) -> &'static str {
        self.fields.get(index).copied().unwrap_or("-")
    }

    /// The parts of a field that lists several; `-` is none.
    fn list(&self, index: usize) -> Vec<&'static str> {
        self.field(index)
            .split('|')
            .filter(|part| *part != "-" && !part.is_empty())
            .collect()
    }

    fn number<T: FromStr>(&self, index: usize) -> Result<T, String> {
        let field = self.field(index);
        field
            .parse()
            .map_err(|_| format!("“{field}” is no number that fits"))
    }
}

type Read = Result<(), String>;

/// The lexicon as far as it is read. Words have the numbers in which they come, until all are known.
#[derive(Default)]
struct Loader {
    ids: HashMap<Vec<u8>, Id>,
    texts: Vec<&'static str>,
    words: Vec<Word>,
    classes: Vec<Class>,
    currencies: Vec<Currency>,
    units: Vec<UnitEntry>,
    conversions: Vec<Conversion>,
    lengths: Vec<Length>,
    before: Vec<Entry<u16>>,
    after: Vec<Entry<Measure>>,
    hedges: Vec<Entry<Modifier>>,
    sides: Vec<Entry<Modifier>>,
    trailing: Vec<Entry<(Modifier, bool)>>,
    idioms: Vec<Entry<()>>,
    /// SI prefixes: word and symbol.
    prefixes: Vec<(&'static str, &'static str)>,
    /// What cannot be read, with where it stands.
    problems: Vec<String>,
}

/// Reads every data file: the lexicon, and a line for every line that cannot be read.
pub(crate) fn load() -> (Lexicon, Vec<String>) {
    let mut loader = Loader::new();
    loader.each(&NUMBERS, Loader::number_word);
    loader.each(&MAGNITUDES, Loader::magnitude);
    loader.each(&MULTIPLES, Loader::multiple);
    loader.each(&FRACTIONS, Loader::fraction);
    for file in [CHANGES, NOUN_PHRASES, CONTEXTS, NOUNS, CALENDAR, LINKS] {
        loader.each(&file, Loader::word);
    }
    for file in CLASSES {
        loader.each(&file, Loader::class);
    }
    loader.each(&CURRENCIES, Loader::currency);
    loader.each(&PREFIXES, Loader::prefix);
    loader.each(&UNITS, Loader::unit);
    loader.each(&CONVERSIONS, Loader::conversion);
    loader.each(&DURATIONS, Loader::length);
    loader.each(&HEDGES, Loader::hedge);
    loader.each(&IDIOMS, Loader::idiom);
    loader.finish()
}

impl Loader {
    fn new() -> Self {
        Self {
            texts: vec![""],
            words: vec![Word::PLAIN],
            classes: vec![Class::NONE],
            ..Self::default()
        }
    }

    /// The number of a word, made when it is new; none where it is too long, or there is no room.
    fn intern(&mut self, text: &str) -> Result<usize, String> {
        let full = || format!("“{text}” has no room in the lexicon");
        if text.len() > LONGEST {
            return Err(full());
        }
        let mut buffer = [0u8; LONGEST];
        let folded = fold(text, &mut buffer).to_vec();
        if let Some(&id) = self.ids.get(&folded) {
            return Ok(usize::from(id));
        }
        let id = Id::try_from(self.texts.len()).map_err(|_| full())?;
        if self.texts.len() >= Lexicon::MOST {
            return Err(full());
        }
        let known = String::from_utf8(folded.clone()).map_err(|_| full())?;
        self.ids.insert(folded, id);
        self.texts.push(known.leak());
        self.words.push(Word::PLAIN);
        self.classes.push(Class::NONE);
        Ok(usize::from(id))
    }

    /// Reads every line of a file that is no comment.
    #[inline(never)]
    fn each(&mut self, file: &File, read: fn(&mut Self, &Row) -> Read) {
        for (index, line) in file.text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let row = Row {
                fields: line.split('\t').collect(),
            };
            let untidy = |field: &&str| field.is_empty() || field.trim() != *field;
            let done = if row.fields.len() < file.fields {
                Err(format!("fewer than {} fields", file.fields))
            } else if row.fields.iter().any(untidy) {
                Err("a field is empty or has a space at its end".to_string())
            } else {
                read(self, &row)
            };
            if let Err(problem) = done {
                self.problems
                    .push(format!("{}:{}: {problem}: {line}", file.name, index + 1));
            }
        }
    }

    /// Puts the words in order and builds the tables of phrases; everything is read.
    fn finish(mut self) -> (Lexicon, Vec<String>) {
        fn firsts<P>(phrases: &[Entry<P>]) -> Vec<usize> {
            phrases
                .iter()
                .map(|phrase| usize::from(phrase.words[0]))
                .collect()
        }
        for (words, class) in [
            (firsts(&self.before), class::CURRENCY),
            (firsts(&self.after), class::AFTER),
            (firsts(&self.idioms), class::IDIOM),
        ] {
            for word in words {
                self.classes[word] |= class;
            }
        }
        let mut order: Vec<usize> = (0..self.texts.len()).collect();
        order.sort_by_key(|&word| self.texts[word]);
        let mut new_ids = vec![0; order.len()];
        for (id, &word) in (0..).zip(&order) {
            new_ids[word] = id;
        }
        let mut sets = vec![Class::NONE];
        let mut set_of = Vec::with_capacity(order.len());
        for &word in &order {
            let known = sets.iter().position(|set| *set == self.classes[word]);
            let set = known.unwrap_or_else(|| {
                sets.push(self.classes[word]);
                sets.len() - 1
            });
            set_of.push(u16::try_from(set).unwrap_or(0));
        }
        let mut lexicon = Lexicon::of(
            order.iter().map(|&word| self.texts[word]).collect(),
            order.iter().map(|&word| self.words[word]).collect(),
            sets,
            set_of,
        );
        lexicon.currencies = self.currencies;
        lexicon.units = self.units;
        lexicon.conversions = self.conversions;
        lexicon.lengths = self.lengths;
        lexicon.before = table(self.before, &new_ids);
        lexicon.after = table(self.after, &new_ids);
        lexicon.hedges = table(self.hedges, &new_ids);
        lexicon.sides = table(self.sides, &new_ids);
        lexicon.trailing = table(self.trailing, &new_ids);
        lexicon.idioms = table(self.idioms, &new_ids);
        (lexicon, self.problems)
    }

    /// The phrase of these words; an error where the lexicon cannot hold one of them.
    fn phrase<P>(
        &mut self,
        text: &str,
        exact: Option<&'static str>,
        meaning: P,
    ) -> Result<Entry<P>, String> {
        let words: Result<Vec<Id>, String> = tokens(text)
            .iter()
            .map(|token| Ok(Id::try_from(self.intern(token.of(text))?).unwrap_or(0)))
            .collect();
        let words = words?;
        if words.is_empty() {
            return Err(format!("“{text}” has no word"));
        }
        Ok(Entry {
            words: words.leak(),
            exact,
            touching: false,
            meaning,
        })
    }

    /// What is known of a word, to say more of it.
    fn known(&mut self, text: &str) -> Result<&mut Word, String> {
        let id = self.intern(text)?;
        Ok(&mut self.words[id])
    }

    /// Says that a word has some classes.
    fn classed(&mut self, text: &str, classes: Class) -> Read {
        let id = self.intern(text)?;
        self.classes[id] |= classes;
        Ok(())
    }

    fn number_word(&mut self, row: &Row) -> Read {
        let name = row.field(1);
        let part = Part::named(name).ok_or_else(|| format!("no sort of number word: “{name}”"))?;
        let value = row.number(2)?;
        let word = self.known(row.field(0))?;
        word.part = part;
        word.value = value;
        if part != Part::Gross {
            self.classed(row.field(0), class::NUMBER)?;
        }
        Ok(())
    }

    fn magnitude(&mut self, row: &Row) -> Read {
        let power = row.number(1)?;
        let word = self.known(row.field(0))?;
        let name = row.field(2);
        let scale =
            Scale::named(name).ok_or_else(|| format!("no way to write a magnitude: “{name}”"))?;
        if scale == Scale::Upper {
            word.upper = Some(power);
            if word.scale != Scale::None {
                return Ok(());
            }
        }
        (word.scale, word.power) = (scale, power);
        if scale == Scale::Vague || (scale == Scale::Word && row.field(0).len() > 5) {
            self.classed(row.field(0), class::NUMBER)?;
        }
        Ok(())
    }

    fn multiple(&mut self, row: &Row) -> Read {
        let factor = row.field(1);
        let (upper, lower) = factor.split_once('/').unwrap_or((factor, "1"));
        let value = parts(upper, lower)?;
        let word = self.known(row.field(0))?;
        word.value = value;
        self.classed(row.field(0), class::MULTIPLE)
    }

    fn fraction(&mut self, row: &Row) -> Read {
        let value = parts(row.field(1), row.field(2))?;
        let word = self.known(row.field(0))?;
        word.value = value;
        self.classed(row.field(0), class::NUMBER)
    }

    /// A word with its class, more classes, or the number of a month or a weekday.
    fn word(&mut self, row: &Row) -> Read {
        let mut classes = class::Class::NONE;
        let mut number = None;
        for name in row.list(1) {
            classes |= class::named(name).ok_or_else(|| format!("no class of words: “{name}”"))?;
        }
        if classes.meets(class::MONTH | class::WEEKDAY) {
            number = Some(row.number(2)?);
        } else if row.fields.len() > 2 {
            return Err("more than a word and its classes".to_string());
        }
        if let Some(number) = number {
            self.known(row.field(0))?.value = number;
        }
        self.classed(row.field(0), classes)
    }

    /// A closed class with all its words.
    fn class(&mut self, row: &Row) -> Read {
        let (name, words) = (row.field(0).split_once(": "))
            .ok_or_else(|| "no class of words and a colon".to_string())?;
        let class = class::named(name).ok_or_else(|| format!("no class of words: “{name}”"))?;
        words.split(' ').try_for_each(|word| {
            let Some(others) = word.strip_prefix('@') else {
                return self.classed(word, class);
            };
            for id in self.words_of(others)? {
                self.classes[id] |= class;
            }
            Ok(())
        })
    }

    /// The words of a class that was read before, without those of others: "month", "month-shortmonth".
    fn words_of(&self, names: &str) -> Result<Vec<usize>, String> {
        let mut classes = names
            .split('-')
            .map(|name| class::named(name).ok_or_else(|| format!("no class of words: “{name}”")));
        let taken = classes.next().transpose()?.unwrap_or_default();
        let but = classes.try_fold(Class::NONE, |all, class| Ok::<_, String>(all | class?))?;
        let has = |id: &usize| self.classes[*id].meets(taken) && !self.classes[*id].meets(but);
        Ok((0..self.classes.len()).filter(has).collect())
    }

    fn prefix(&mut self, row: &Row) -> Read {
        let (word, symbol) = (row.field(0), row.field(1));
        if symbol.chars().count() != 1 {
            return Err(format!("no symbol of a prefix: “{symbol}”"));
        }
        self.prefixes.push((word, symbol));
        Ok(())
    }

    fn idiom(&mut self, row: &Row) -> Read {
        let phrase = self.phrase(row.field(0), None, ())?;
        self.idioms.push(phrase);
        Ok(())
    }

    fn hedge(&mut self, row: &Row) -> Read {
        let name = row.field(1);
        let meaning = Modifier::named(name).ok_or_else(|| format!("no modifier: “{name}”"))?;
        let closing = match row.field(2) {
            place @ ("before" | "date") => {
                let mut phrase = self.phrase(row.field(0), None, meaning)?;
                phrase.words = phrase
                    .words
                    .iter()
                    .rev()
                    .copied()
                    .collect::<Vec<_>>()
                    .leak();
                let table = if place == "date" {
                    &mut self.sides
                } else {
                    &mut self.hedges
                };
                table.push(phrase);
                return Ok(());
            }
            "after" => false,
            "closing" => true,
            other => return Err(format!("no place of a modifier: “{other}”")),
        };
        let phrase = self.phrase(row.field(0), None, (meaning, closing))?;
        self.trailing.push(phrase);
        Ok(())
    }
}

/// The table of phrases, whose words get their new numbers: by first word, the longer first, then those in which case
/// counts; equals keep their order.
fn table<P>(mut phrases: Vec<Entry<P>>, new_ids: &[Id]) -> Entries<P> {
    for phrase in &mut phrases {
        let words = phrase.words.iter().map(|&word| new_ids[usize::from(word)]);
        phrase.words = words.collect::<Vec<_>>().leak();
    }
    phrases.sort_by_key(|phrase| {
        let (first, length) = (phrase.words[0], phrase.words.len());
        (first, usize::MAX - length, phrase.exact.is_none())
    });
    Entries::of_sorted(phrases, new_ids.len())
}

/// Numerator and denominator, which is below a hundred, in one number.
fn parts(upper: &str, lower: &str) -> Result<u64, String> {
    let number = |text: &str| text.parse::<u64>().ok().filter(|&number| number > 0);
    match (number(upper), number(lower).filter(|&lower| lower < 100)) {
        (Some(upper), Some(lower)) => Ok(upper * 100 + lower),
        _ => Err(format!("no fraction: “{upper}/{lower}”")),
    }
}

#[cfg(test)]
mod tests {
    use super::{File, Lexicon, Loader, load};
    use crate::lexicon::coded::Bytes;

    #[test]
    fn every_line_of_the_data_files_is_read() {
        assert_eq!(load().1, Vec::<String>::new());
    }

    #[test]
    fn a_line_that_cannot_be_read_is_told_of() {
        let mut loader = Loader::new();
        let tell = |loader: &mut Loader, text, fields, read| {
            let name = "a.tsv";
            loader.each(&File { name, text, fields }, read);
            loader.problems.pop().unwrap_or_default()
        };
        for (text, fields, read, problem) in [
            (
                "# fine\nthree\tunit",
                3,
                Loader::number_word as fn(&mut Loader, &super::Row) -> super::Read,
                "fewer than 3 fields",
            ),
            (
                "three\tunit\tIII",
                3,
                Loader::number_word,
                "“III” is no number that fits",
            ),
            (
                "three\tunits\t3",
                3,
                Loader::number_word,
                "no sort of number word: “units”",
            ),
            (
                "three\tunit\t 3",
                3,
                Loader::number_word,
                "a field is empty or has a space at its end",
            ),
            (
                "rose\tupwardly",
                2,
                Loader::word,
                "no class of words: “upwardly”",
            ),
            (
                "m\t6\tbig",
                3,
                Loader::magnitude,
                "no way to write a magnitude: “big”",
            ),
            ("halved\t1/0", 2, Loader::multiple, "no fraction: “1/0”"),
            (
                "about\tabouts\tbefore",
                3,
                Loader::hedge,
                "no modifier: “abouts”",
            ),
            (
                "about\tabout\taround",
                3,
                Loader::hedge,
                "no place of a modifier: “around”",
            ),
            (
                "gram\tmass\tgram\tg\tk",
                5,
                Loader::unit,
                "no sort of unit: “mass”",
            ),
            (
                "gram\tdimension\tgram\tg\tz",
                5,
                Loader::unit,
                "no prefixes: “z”",
            ),
            (
                "a word of far too many letters is supercalifragilisticexpialidocious",
                1,
                Loader::idiom,
                "has no room in the lexicon",
            ),
        ] {
            let told = tell(&mut loader, text, fields, read);
            assert!(
                told.starts_with("a.tsv:") && told.contains(problem),
                "{told}"
            );
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut written = Vec::new();
        load().0.put(&mut written);
        let read = Lexicon::take(&mut Bytes(written.leak())).expect("what was written");
        assert_eq!(format!("{read:?}"), format!("{:?}", load().0));
    }
}
