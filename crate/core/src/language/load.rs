//! Reads the data files of a language and writes its compiled form. A line that cannot be read is left out and told of.

use super::cues::{Cue, Says, Where};
use super::lists::Lists;
use super::phrases::Phrases;
use super::{
    Contraction, Country, FORMAT, Furniture, InsideList, Language, Pronoun, Tables, alike, asked,
    lines, open,
};
use crate::lexicon::class::{MONTH, WEEKDAY};
use crate::lexicon::coded::Coded;
use crate::lexicon::forms;
use crate::lexicon::load::load as load_lexicon;
use std::sync::OnceLock;

const CLASSES: &str = include_str!("../../data/language/classes.txt");
const CONTRACTIONS: &str = include_str!("../../data/language/contractions.txt");
const PRONOUNS: &str = include_str!("../../data/language/anaphora.txt");
const STANCE: &str = include_str!("../../data/reading/stance.txt");
const SCOPE: &str = include_str!("../../data/reading/scope.txt");
const TIMES: &str = include_str!("../../data/reading/times.txt");
const DATES: &str = include_str!("../../data/reading/conditions.txt");
const ENDINGS: &str = include_str!("../../data/reading/endings.txt");
const ALIKE: &str = include_str!("../../data/language/thesaurus.txt");
const INSIDE: &str = include_str!("../../data/inside/words.txt");
const COUNTRIES: &str = include_str!("../../data/language/countries.tsv");
const SAID: &str = include_str!("../../data/reading/said.txt");
const QUALIFIERS: &str = include_str!("../../data/reading/qualifiers.txt");
const FURNITURE: &str = include_str!("../../data/article/furniture-lines.txt");

impl Language {
    /// English, read from its data files: for what is built or tested beside them.
    pub fn english() -> Self {
        static ENGLISH: OnceLock<Tables> = OnceLock::new();
        Self(ENGLISH.get_or_init(|| load().0))
    }

    /// Its compiled form, for [`Language::unpack`].
    ///
    /// # Errors
    /// When lines of its data cannot be read: those lines, and why.
    pub fn pack_english() -> Result<Vec<u8>, Vec<String>> {
        let (tables, problems) = load();
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut out = vec![FORMAT];
        tables.put(&mut out);
        Ok(out)
    }
}

impl Tables {
    fn put(&self, out: &mut Vec<u8>) {
        self.lexicon.put(out);
        self.open.len().put(out);
        self.open.iter().for_each(|class| class.put(out));
        self.stance.put(out);
        self.scope.put(out);
        self.times.put(out);
        self.dates.put(out);
        self.contractions.put(out);
        self.pronouns.put(out);
        self.endings.put(out);
        self.inside.put(out);
        lines(ALIKE).collect::<Vec<_>>().put(out);
        self.lists.put(out);
        self.furniture.put(out);
        self.countries.put(out);
    }
}

/// The lists of words; what of them is not known goes to the problems.
fn said(problems: &mut Vec<String>) -> Lists {
    let (lists, unknown) = Lists::laid_out(lines(SAID).collect(), lines(QUALIFIERS).collect());
    let told = |name| format!("said.txt, qualifiers.txt: there is no {name}");
    problems.extend(unknown.into_iter().map(told));
    lists
}

fn load() -> (Tables, Vec<String>) {
    let (lexicon, mut problems) = load_lexicon();
    let (inside, lists) = (inside(&mut problems), said(&mut problems));
    let told = &mut problems;
    let mut open = read(told, "classes.txt", CLASSES, class);
    open.sort_by_key(|class| class.name);
    let open = open.leak();
    let asked = asked(open);
    if asked.is_none() {
        told.push("classes.txt: a class that the reading asks for is missing".into());
    }
    let days: &'static str = lexicon.words_of(MONTH | WEEKDAY).join("|").leak();
    let tables = Tables {
        lexicon,
        asked: asked.unwrap_or_default(),
        open,
        stance: read(told, "stance.txt", STANCE, |cues, line| {
            grouped(cues, cue(line)?);
            Some(())
        }),
        scope: read(told, "scope.txt", SCOPE, |cues, line| {
            grouped(cues, cue(line)?);
            Some(())
        }),
        // The order of times matters: only neighbours are one.
        times: read(told, "times.txt", TIMES, |cues, line| {
            in_order(cues, cue(line)?);
            Some(())
        }),
        dates: read(told, "conditions.txt", DATES, |cues, line| {
            let (says, phrase) = line.split_once(": ")?;
            in_order(cues, (Says::named(says)?, Where::Before, phrase));
            Some(())
        }),
        contractions: read(told, "contractions.txt", CONTRACTIONS, |all, line| {
            all.push(contraction(line)?);
            Some(())
        }),
        pronouns: read(told, "anaphora.txt", PRONOUNS, |all, line| {
            all.push(pronoun(line)?);
            Some(())
        }),
        endings: lines(ENDINGS).collect(),
        inside,
        alike: alike(lines(ALIKE).collect()),
        lists,
        furniture: read(told, "furniture-lines.txt", FURNITURE, |all, line| {
            all.push(sort_of_line(line, days)?);
            Some(())
        }),
        countries: read(told, "language/countries.tsv", COUNTRIES, |all, line| {
            all.push(country(line)?);
            Some(())
        }),
    };
    (tables, problems)
}

/// What the lines of a file say; `add` adds what one says, or cannot, which is told of.
fn read<T>(
    told: &mut Vec<String>,
    name: &str,
    text: &'static str,
    mut add: impl FnMut(&mut Vec<T>, &'static str) -> Option<()>,
) -> Vec<T> {
    let mut all = Vec::new();
    for line in lines(text) {
        if add(&mut all, line).is_none() {
            told.push(format!("{name}: cannot be read: {line}"));
        }
    }
    all
}

/// "verb pay: pay (paid), spend (spent)": what the rule for its forms would get wrong stands in brackets.
fn class(classes: &mut Vec<open::Class>, line: &'static str) -> Option<()> {
    let (head, words) = line.split_once(": ")?;
    let (part, name) = head.split_once(' ')?;
    let at = classes.iter().position(|class| class.name == name);
    let at = at.unwrap_or_else(|| {
        classes.push(open::Class {
            name,
            ..open::Class::default()
        });
        classes.len() - 1
    });
    let class = &mut classes[at];
    class.verbs |= part == "verb";
    for entry in entries(words) {
        if let Some(included) = entry.strip_prefix('@') {
            class.includes.push(included);
            continue;
        }
        let (base, irregular) = match entry.split_once(" (") {
            Some((base, forms)) => (base, forms.trim_end_matches(')')),
            None => (entry, ""),
        };
        class.phrases.add(base);
        for form in irregular.split(", ").filter(|form| !form.is_empty()) {
            class.phrases.add(form);
        }
        let forms = match part {
            "verb" => forms::of_verb(base),
            "noun" => vec![forms::plural(base)],
            "word" => Vec::new(),
            _ => return None,
        };
        for form in forms {
            class.phrases.add(&form);
        }
    }
    Some(())
}

/// Splits at commas outside brackets.
fn entries(words: &'static str) -> impl Iterator<Item = &'static str> {
    let mut depth = 0;
    words
        .split(move |c| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            c == ',' && depth == 0
        })
        .map(str::trim)
}

/// What a line says of figures, where, and with which phrase.
fn cue(line: &'static str) -> Option<(Says, Where, &'static str)> {
    let mut fields = line.split('\t');
    let (says, place, phrase) = (fields.next()?, fields.next()?, fields.next()?);
    let read = (Says::named(says)?, Where::named(place)?, phrase);
    (fields.next().is_none() && !phrase.is_empty()).then_some(read)
}

/// Adds a phrase to those that say the same in the same place.
fn grouped(cues: &mut Vec<Cue>, cue: (Says, Where, &str)) {
    let same = |known: &Cue| (known.says, known.place) == (cue.0, cue.1);
    let at = cues.iter().position(same);
    add(cues, at, cue);
}

/// Adds a phrase to those right before it, if they say the same in the same place.
fn in_order(cues: &mut Vec<Cue>, cue: (Says, Where, &str)) {
    let same = |last: &Cue| (last.says, last.place) == (cue.0, cue.1);
    let last = cues.len().checked_sub(1);
    add(cues, last.filter(|&last| same(&cues[last])), cue);
}

/// Adds a phrase to the cue at that place of the list, or as a new one.
fn add(cues: &mut Vec<Cue>, at: Option<usize>, (says, place, phrase): (Says, Where, &str)) {
    let at = at.unwrap_or_else(|| {
        cues.push(Cue {
            says,
            place,
            phrases: Phrases::default(),
        });
        cues.len() - 1
    });
    cues[at].phrases.add(phrase);
}

fn contraction(line: &'static str) -> Option<Contraction> {
    let mut fields = line.split('\t');
    let (letters, full, host) = (fields.next()?, fields.next()?, fields.next()?);
    let after_verbs = match host {
        "verb" => true,
        "pronoun" => false,
        _ => return None,
    };
    Some(Contraction {
        letters,
        full,
        after_verbs,
    })
}

/// The lists of `inside/words.txt`, by what they say.
fn inside(problems: &mut Vec<String>) -> Vec<Vec<&'static str>> {
    let mut found = vec![Vec::new(); InsideList::ALL.len()];
    for line in lines(INSIDE) {
        let read = line
            .split_once(": ")
            .and_then(|(list, words)| Some((InsideList::named(list)?, words)));
        match read {
            Some((list, words)) => found[list as usize].push(words),
            None => problems.push(format!("inside/words.txt: cannot be read: {line}")),
        }
    }
    found
}

fn pronoun(line: &'static str) -> Option<Pronoun> {
    let mut fields = line.split('\t');
    Some(Pronoun {
        word: fields.next()?,
        kind: fields.next()?,
        subject: fields.next(),
    })
}

fn country(line: &'static str) -> Option<Country> {
    let fields: Vec<&str> = line.split('\t').collect();
    let &[code, domains, dollar, signs, days, decimals] = fields.as_slice() else {
        return None;
    };
    Some(Country {
        code,
        domains,
        dollar,
        signs,
        day_first: match days {
            "day" => Some(true),
            "month" => Some(false),
            "-" => None,
            _ => return None,
        },
        decimal_comma: match decimals {
            "comma" => true,
            "-" => false,
            _ => return None,
        },
    })
}

/// A sort of furniture; where its expression has a %, `days` stand: the words for months and for days of the week.
fn sort_of_line(line: &'static str, days: &str) -> Option<Furniture> {
    let mut fields = line.split('\t');
    let (place, words, expression) = (fields.next()?, fields.next()?, fields.next()?);
    let begins = match place {
        "begins" => true,
        "holds" => false,
        _ => return None,
    };
    Some(Furniture {
        begins,
        words: words.split('|').collect(),
        expression: expression.replace('%', days).leak(),
        made: OnceLock::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::phrases::{End, split};
    use super::*;

    #[test]
    fn every_line_of_the_data_files_is_read() {
        assert_eq!(load().1, Vec::<String>::new());
    }

    #[test]
    fn what_is_packed_is_unpacked_the_same() {
        let packed = Language::pack_english().expect("every line is read");
        let unpacked = Language::unpack(packed.leak()).expect("what was packed");
        // The words alike are in no order.
        let told = |language: Language| {
            let Tables { alike, .. } = language.0;
            let mut alike: Vec<_> = alike.iter().collect();
            alike.sort();
            (
                alike,
                format!(
                    "{:?}",
                    (&language.0.open, &language.0.stance, &language.0.scope)
                ),
            )
        };
        assert!(told(unpacked) == told(Language::english()));
        assert_eq!(Language::unpack(&[FORMAT + 1]), None);
        assert_eq!(Language::unpack(&[FORMAT, 7]), None);
    }

    #[test]
    fn verbs_and_nouns_are_inflected() {
        let holds = |class: &str, phrase: &str| {
            let words = split(phrase);
            let class = Language::english().open_class(class).expect("a class");
            (class.phrases).found(End::First, |i| words.get(i).map(String::as_str))
                == Some(words.len())
        };
        for (class, phrase) in [
            ("invest", "invests"),
            ("invest", "committed"),
            ("pay", "paid"),
            ("pay", "shells out"),
            ("pay", "shelled out"),
            ("buy", "acquiring"),
            ("value", "valued"),
            ("value", "valuing"),
            ("found", "co-founded"),
            ("stake", "holdings"),
        ] {
            assert!(holds(class, phrase), "{class} should hold {phrase:?}");
        }
        assert!(!holds("pay", "bought"));
    }

    #[test]
    fn short_forms_are_told_from_possessives() {
        for (word, letters, expected) in [
            ("didn", "t", Some("not")),
            ("won", "t", Some("not")),
            ("shouldn", "t", Some("not")),
            ("it", "s", Some("is")),
            ("who", "s", Some("is")),
            ("they", "ve", Some("have")),
            ("he", "d", Some("would")),
            ("meta", "s", None),
            ("man", "s", None),
            ("women", "s", None),
        ] {
            let read = Language::english().expansion(word, letters);
            assert_eq!(read, expected, "{word}'{letters}");
        }
    }

    #[test]
    fn no_word_says_the_same_as_two_others() {
        let words = lines(ALIKE).flat_map(|line| line.split(' '));
        assert_eq!(words.count(), Language::english().0.alike.len());
    }
}
