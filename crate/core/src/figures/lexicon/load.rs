//! Reads the data files into the lexicon. They are part of the program: a line that cannot be read is a mistake of
//! ours. It is left out and told of, and a test finds that nothing is told.

use crate::figures::lexicon::phrases::{Phrase, Phrases};
use crate::figures::lexicon::{
    Currency, LETTERS, Lexicon, MILLIONS, Measure, Part, Scale, Sort, UnitEntry, Word, class,
};
use crate::figures::quantity::Modifier;
use std::str::FromStr;
use std::sync::OnceLock;

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
            text: include_str!(concat!("../../../data/figures/", $name)),
            fields: $fields,
        }
    };
}

const NUMBERS: File = file!("numbers.tsv", 3);
const MAGNITUDES: File = file!("magnitudes.tsv", 3);
const CURRENCIES: File = file!("currencies.tsv", 6);
const UNITS: File = file!("units.tsv", 5);
const PREFIXES: File = file!("prefixes.tsv", 2);
const HEDGES: File = file!("hedges.tsv", 3);
const CHANGES: File = file!("changes.tsv", 2);
const WORDS: File = file!("words.tsv", 2);
const CONTEXTS: File = file!("contexts.tsv", 2);
const NOUNS: File = file!("nouns.tsv", 2);
const MULTIPLES: File = file!("multiples.tsv", 2);
const IDIOMS: File = file!("idioms.tsv", 1);
const LINKS: File = file!("links.tsv", 2);
const FRACTIONS: File = file!("fractions.tsv", 3);

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

/// The lexicon as far as it is read, with the phrases that are not in their tables yet.
struct Loader {
    lexicon: Lexicon,
    before: Vec<Phrase<u16>>,
    after: Vec<Phrase<Measure>>,
    hedges: Vec<Phrase<Modifier>>,
    sides: Vec<Phrase<Modifier>>,
    trailing: Vec<Phrase<(Modifier, bool)>>,
    idioms: Vec<Phrase<()>>,
    /// SI prefixes: word and symbol.
    prefixes: Vec<(&'static str, &'static str)>,
    /// What cannot be read, with where it stands.
    problems: Vec<String>,
}

/// The lexicon of English.
pub(in crate::figures) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| load().0)
}

/// Reads every data file: the lexicon, and a line for every line that cannot be read.
fn load() -> (Lexicon, Vec<String>) {
    let mut loader = Loader::new();
    loader.each(&NUMBERS, Loader::number_word);
    loader.each(&MAGNITUDES, Loader::magnitude);
    loader.each(&MULTIPLES, Loader::multiple);
    loader.each(&FRACTIONS, Loader::fraction);
    for file in [CHANGES, WORDS, CONTEXTS, NOUNS, LINKS] {
        loader.each(&file, Loader::word);
    }
    loader.each(&CURRENCIES, Loader::currency);
    loader.each(&PREFIXES, Loader::prefix);
    loader.each(&UNITS, Loader::unit);
    loader.each(&HEDGES, Loader::hedge);
    loader.each(&IDIOMS, Loader::idiom);
    loader.finish()
}

impl Loader {
    fn new() -> Self {
        Self {
            lexicon: Lexicon::empty(),
            before: Vec::new(),
            after: Vec::new(),
            hedges: Vec::new(),
            sides: Vec::new(),
            trailing: Vec::new(),
            idioms: Vec::new(),
            prefixes: Vec::new(),
            problems: Vec::new(),
        }
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

    /// Builds the tables of phrases; the lexicon is complete.
    fn finish(self) -> (Lexicon, Vec<String>) {
        let mut lexicon = self.lexicon;
        let words = lexicon.len();
        let before = self
            .before
            .iter()
            .map(|phrase| (phrase.words[0], class::CURRENCY));
        let after = self
            .after
            .iter()
            .map(|phrase| (phrase.words[0], class::AFTER));
        let idioms = self
            .idioms
            .iter()
            .map(|phrase| (phrase.words[0], class::IDIOM));
        for (first, class) in before.chain(after).chain(idioms) {
            lexicon.word_mut(first).class |= class;
        }
        lexicon.before = Phrases::build(self.before, words);
        lexicon.after = Phrases::build(self.after, words);
        lexicon.hedges = Phrases::build(self.hedges, words);
        lexicon.sides = Phrases::build(self.sides, words);
        lexicon.trailing = Phrases::build(self.trailing, words);
        lexicon.idioms = Phrases::build(self.idioms, words);
        lexicon.seal();
        (lexicon, self.problems)
    }

    /// The phrase of these words; an error where the lexicon cannot hold one of them.
    fn phrase<P>(
        &mut self,
        text: &str,
        exact: Option<&'static str>,
        meaning: P,
    ) -> Result<Phrase<P>, String> {
        let words = self.lexicon.phrase(text);
        if words.is_empty() || words.contains(&0) {
            return Err(format!("“{text}” has no room in the lexicon"));
        }
        Ok(Phrase {
            words,
            exact,
            touching: false,
            meaning,
        })
    }

    /// What is known of a word, to say more of it.
    fn known(&mut self, text: &str) -> Result<&mut Word, String> {
        match self.lexicon.intern(text) {
            0 => Err(format!("“{text}” has no room in the lexicon")),
            id => Ok(self.lexicon.word_mut(id)),
        }
    }

    fn number_word(&mut self, row: &Row) -> Read {
        let part = match row.field(1) {
            "unit" => Part::Unit,
            "teen" => Part::Teen,
            "tens" => Part::Tens,
            "hundred" => Part::Hundred,
            "hundreds" => Part::Hundreds,
            "half" => Part::Half,
            "quarter" => Part::Quarter,
            "part" => Part::Ordinal,
            "ordinal" => Part::OrdinalOnly,
            "parts" => Part::Parts,
            "dozen" => Part::Dozen,
            "dozens" => Part::Dozens,
            "gross" => Part::Gross,
            "couple" => Part::Couple,
            "decade" => Part::Decade,
            other => return Err(format!("no sort of number word: “{other}”")),
        };
        let value = row.number(2)?;
        let word = self.known(row.field(0))?;
        word.part = part;
        word.value = value;
        if part != Part::Gross {
            word.class |= class::NUMBER;
        }
        Ok(())
    }

    fn magnitude(&mut self, row: &Row) -> Read {
        let power = row.number(1)?;
        let word = self.known(row.field(0))?;
        let scale = match row.field(2) {
            "word" => Scale::Word,
            "vague" => Scale::Vague,
            "glued" => Scale::Glued,
            "money" => Scale::Money,
            "metre" => Scale::Metre,
            "upper" => {
                word.upper = Some(power);
                if word.scale == Scale::None {
                    word.scale = Scale::Upper;
                    word.power = power;
                }
                return Ok(());
            }
            other => return Err(format!("no way to write a magnitude: “{other}”")),
        };
        (word.scale, word.power) = (scale, power);
        if scale == Scale::Vague || (scale == Scale::Word && row.field(0).len() > 5) {
            word.class |= class::NUMBER;
        }
        Ok(())
    }

    fn multiple(&mut self, row: &Row) -> Read {
        let factor = row.field(1);
        let (upper, lower) = factor.split_once('/').unwrap_or((factor, "1"));
        let value = parts(upper, lower)?;
        let word = self.known(row.field(0))?;
        word.class |= class::MULTIPLE;
        word.value = value;
        Ok(())
    }

    fn fraction(&mut self, row: &Row) -> Read {
        let value = parts(row.field(1), row.field(2))?;
        let word = self.known(row.field(0))?;
        word.class |= class::NUMBER;
        word.value = value;
        Ok(())
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
        let word = self.known(row.field(0))?;
        word.class |= classes;
        if let Some(number) = number {
            word.value = number;
        }
        Ok(())
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
        let meaning = match row.field(1) {
            "exact" => Modifier::Exact,
            "about" => Modifier::About,
            "nearly" => Modifier::Nearly,
            "over" => Modifier::Over,
            "under" => Modifier::Under,
            "at_least" => Modifier::AtLeast,
            "at_most" => Modifier::AtMost,
            "up_to" => Modifier::UpTo,
            other => return Err(format!("no modifier: “{other}”")),
        };
        let closing = match row.field(2) {
            place @ ("before" | "date") => {
                let mut phrase = self.phrase(row.field(0), None, meaning)?;
                phrase.words.reverse();
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

    fn currency(&mut self, row: &Row) -> Read {
        let index = u16::try_from(self.lexicon.currencies.len())
            .ok()
            .filter(|&index| index < LETTERS)
            .ok_or("too many currencies")?;
        let minor_per_major = row.number(5)?;
        // A made-up code (a peso of no country) is never written.
        let (code, written) = match row.field(0).strip_suffix('*') {
            Some(code) => (code, false),
            None => (row.field(0), true),
        };
        self.lexicon.currencies.push(Currency {
            code,
            name: row.field(1),
            minor: row.list(4).first().copied().unwrap_or(""),
            minor_per_major,
        });
        // A code that is much else as well: "COP30".
        let wary = (row.list(2).iter()).any(|sign| sign.strip_prefix('~') == Some(code));
        let signs = (row.list(2).into_iter()).chain((written && !wary).then_some(code));
        for sign in signs {
            // A letter that only counts before a number that can be nothing but money: "R5.2 trillion".
            if let Some(letters) = sign.strip_prefix('~') {
                let phrase = self.phrase(letters, Some(letters), index | LETTERS)?;
                self.before.push(phrase);
                if letters == code {
                    let phrase = self.phrase(code, Some(code), Measure::Major(index))?;
                    self.after.push(phrase);
                }
                continue;
            }
            // A prefix that is a word as well ("all", "try") counts in capitals only.
            let exact = sign
                .bytes()
                .all(|b| b.is_ascii_alphabetic() || b == b'.')
                .then_some(sign);
            let phrase = self.phrase(sign, exact, index)?;
            self.before.push(phrase);
            let phrase = self.phrase(sign, exact, Measure::Major(index))?;
            self.after.push(phrase);
        }
        if written {
            let millions: &'static str = String::leak(format!("M{code}"));
            let phrase = self.phrase(millions, Some(millions), index | MILLIONS)?;
            self.before.push(phrase);
            let phrase = self.phrase(millions, Some(millions), Measure::Millions(index))?;
            self.after.push(phrase);
        }
        // The name itself also stands before: "ringgit 42".
        for word in row.list(3) {
            let exact = (word.len() <= 3 && word.is_ascii()).then_some(word);
            for form in [word.to_string(), format!("{word}s")] {
                let phrase = self.phrase(&form, exact, Measure::Major(index))?;
                self.after.push(phrase);
                if word.len() > 3 {
                    let phrase = self.phrase(&form, exact, index)?;
                    self.before.push(phrase);
                }
            }
        }
        for word in row.list(4) {
            let plural = (word.len() > 2).then(|| format!("{word}s"));
            for form in [Some(word.to_string()), plural].into_iter().flatten() {
                let phrase = self.phrase(&form, None, Measure::Minor(index))?;
                self.after.push(phrase);
            }
        }
        Ok(())
    }

    /// A unit, and those that its SI prefixes make.
    fn unit(&mut self, row: &Row) -> Read {
        let sort = match row.field(1) {
            "dimension" => Sort::Dimension,
            "duration" => Sort::Duration,
            "temperature" => Sort::Temperature,
            "percent" => Sort::Percent,
            "points" => Sort::Points,
            "basis" => Sort::Basis,
            "count" => Sort::Count,
            "factor" => Sort::Factor,
            "rate" => Sort::Rate,
            other => return Err(format!("no sort of unit: “{other}”")),
        };
        self.unit_with_prefix(row, row.field(0), sort, ("", ""))?;
        let takes = row.field(4).replace('µ', "µμ");
        let known = |letter: char| {
            self.prefixes
                .iter()
                .any(|(_, symbol)| symbol.starts_with(letter))
        };
        if takes != "-" && !takes.chars().all(known) {
            return Err(format!("no prefixes: “{takes}”"));
        }
        for (word, symbol) in self.prefixes.clone() {
            if takes.contains(symbol) {
                let name: &'static str = String::leak(format!("{word}{}", row.field(0)));
                self.unit_with_prefix(row, name, sort, (word, symbol))?;
            }
        }
        Ok(())
    }

    /// Adds one unit with its words and symbols, each with the prefix (its word, its symbol) before it.
    fn unit_with_prefix(
        &mut self,
        row: &Row,
        name: &'static str,
        sort: Sort,
        prefix: (&str, &str),
    ) -> Read {
        let units = &mut self.lexicon.units;
        let known = units.iter().position(|unit| unit.name == name);
        let index = known.unwrap_or(units.len());
        if known.is_none() {
            let lesser = match row.field(5).split_once(' ') {
                Some((unit, many)) => Some((
                    unit,
                    many.parse().map_err(|_| format!("“{many}” is no number"))?,
                )),
                None => None,
            };
            units.push(UnitEntry { name, sort, lesser });
        }
        let meaning = Measure::Unit(u16::try_from(index).map_err(|_| "too many units")?);
        for word in row.list(2) {
            // Abbreviations take no prefix in words: "kilometre", not "kilosec".
            if !prefix.0.is_empty() && word.len() < 4 && word != "bit" {
                continue;
            }
            let singular = format!("{}{word}", prefix.0);
            let plural = format!("{singular}s");
            for form in [singular, plural] {
                let phrase = self.phrase(&form, None, meaning)?;
                self.after.push(phrase);
            }
        }
        for symbol in row.list(3) {
            let touching = prefix.1.is_empty() && symbol.starts_with('~');
            let symbol = symbol.trim_start_matches('~');
            let exact: &'static str = if prefix.1.is_empty() {
                symbol
            } else {
                String::leak(format!("{}{symbol}", prefix.1))
            };
            let phrase = self.phrase(exact, Some(exact), meaning)?;
            self.after.push(Phrase { touching, ..phrase });
        }
        Ok(())
    }
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
    use super::{File, Loader, load};

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
                "rose\tupwards",
                2,
                Loader::word,
                "no class of words: “upwards”",
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
    fn the_lexicon_has_room() {
        assert!(load().0.len() < 4000, "enlarge the table of the lexicon");
    }
}
