//! The rules by which a text is said otherwise, as data.

use plumbline_core::language::Language;
use regex::{Captures, Regex};

const FILE: &str = include_str!("rules.tsv");

/// What the expressions of the file are short for. The project's regex knows no classes but those of ASCII.
const SHORT: [(&str, &str); 4] = [
    ("FIG", r"(?:US)?[$£€]\d[\d.,]* ?(?:billion|million|bn|m)?"),
    ("NAME", r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?"),
    (r"\b", r"(?-u:\b)"),
    (r"\d", "[0-9]"),
];

/// Words that begin sentences in large letters and are no names.
const OPENING: [&str; 6] = ["Aged", "Last", "Valued", "Founded", "Backed", "Nearly"];

/// A way to say the same otherwise.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    of_sentences: bool,
    finds: Regex,
    instead: &'static str,
    /// How many texts at least it changes.
    pub(crate) texts: usize,
    /// How many figures of a hundred fall silent by it at most.
    pub(crate) silent: usize,
}

pub(crate) fn rules() -> Vec<Rule> {
    let lines = FILE.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(rule).collect()
}

fn rule(line: &'static str) -> Rule {
    let fields: Vec<&str> = line.split('\t').collect();
    let &[name, place, finds, instead, texts, silent] = fields.as_slice() else {
        panic!("not six fields: {line}");
    };
    let finds = (SHORT.iter()).fold(finds.to_owned(), |text, (short, long)| {
        text.replace(short, long)
    });
    Rule {
        name,
        of_sentences: place == "sentence",
        finds: Regex::new(&finds).unwrap_or_else(|error| panic!("{name}: {error}")),
        instead,
        texts: texts.parse().expect("how many texts"),
        silent: silent.parse().expect("how many of a hundred"),
    }
}

impl Rule {
    /// The text said otherwise, where the rule finds something in it.
    pub(crate) fn rephrased(&self, text: &str) -> Option<String> {
        if self.of_sentences && !is_one_sentence(text) {
            return None;
        }
        let text = text.trim();
        let said = self.finds.replace_all(text, |found: &Captures<'_>| {
            let mut said = String::new();
            let number = found.get(1).and_then(|number| number.as_str().parse().ok());
            let instead = match number.map(in_words) {
                Some(words) => self.instead.replace("#1", &words),
                None => self.instead.to_owned(),
            };
            found.expand(&instead, &mut said);
            with_letters(&said)
        });
        (said != text).then(|| said.into_owned())
    }
}

/// Whether the text is one plain sentence: nothing quoted, no headline, no list.
fn is_one_sentence(text: &str) -> bool {
    let text = text.trim();
    let ends = ['.', '?', '!', ':', ';', '\n', '"', '“', '‘'];
    let within = text.strip_suffix('.').unwrap_or(text);
    let broken = within
        .split_inclusive(ends)
        .skip(1)
        .any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    let quotes = within.contains(['"', '“', '\n', ':', ';', '?', '!']);
    text.ends_with('.') && !quotes && !broken && text.starts_with(|c: char| c.is_ascii_uppercase())
}

/// The text with its signs for large and small letters done.
fn with_letters(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['^', '~']) {
        done.push_str(&rest[..at]);
        let large = rest[at..].starts_with('^');
        rest = &rest[at + 1..];
        let word = rest
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("");
        let opens = Language::english().is_function_word(word) || OPENING.contains(&word);
        let small = !large && opens;
        let first = rest.chars().next().map_or(0, char::len_utf8);
        done.push_str(&match (large, small) {
            (true, _) => rest[..first].to_uppercase(),
            (_, true) => rest[..first].to_lowercase(),
            _ => rest[..first].to_owned(),
        });
        rest = &rest[first..];
    }
    done + rest
}

/// A number below a hundred in words.
fn in_words(number: usize) -> String {
    const ONES: [&str; 20] = [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    match (number / 10, number % 10) {
        (0 | 1, _) => ONES[number % 20].to_owned(),
        (tens, 0) => TENS[tens % 10].to_owned(),
        (tens, ones) => format!("{}-{}", TENS[tens % 10], ONES[ones]),
    }
}
