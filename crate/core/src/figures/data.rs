//! Reads the data files into the lexicon. They are part of the program; a line that cannot be read is a
//! mistake of ours, which a test finds, and is skipped.

use super::lexicon::{Currency, Lexicon, MILLIONS, Measure, Part, Scale, Sort, UnitEntry, class};
use super::phrases::{Phrase, Phrases};
use super::quantity::Modifier;

const NUMBERS: &str = include_str!("../../data/figures/numbers.tsv");
const MAGNITUDES: &str = include_str!("../../data/figures/magnitudes.tsv");
const CURRENCIES: &str = include_str!("../../data/figures/currencies.tsv");
const UNITS: &str = include_str!("../../data/figures/units.tsv");
const PREFIXES: &str = include_str!("../../data/figures/prefixes.tsv");
const HEDGES: &str = include_str!("../../data/figures/hedges.tsv");
const CHANGES: &str = include_str!("../../data/figures/changes.tsv");
const WORDS: &str = include_str!("../../data/figures/words.tsv");
const NOUNS: &str = include_str!("../../data/figures/nouns.tsv");
const MULTIPLES: &str = include_str!("../../data/figures/multiples.tsv");
const IDIOMS: &str = include_str!("../../data/figures/idioms.tsv");
const FRACTIONS: &str = include_str!("../../data/figures/fractions.tsv");

/// The lines of a data file, cut at tabs, without comments.
#[inline(never)]
fn rows(file: &'static str) -> Vec<Vec<&'static str>> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect()
}

/// The parts of a field that lists several; `-` is none.
#[inline(never)]
fn list(field: &'static str) -> Vec<&'static str> {
    field
        .split('|')
        .filter(|part| *part != "-" && !part.is_empty())
        .collect()
}

fn field(row: &[&'static str], index: usize) -> &'static str {
    row.get(index).copied().unwrap_or("-")
}

/// Reads every data file.
pub(super) fn load() -> Lexicon {
    let mut lexicon = Lexicon::empty();
    numbers(&mut lexicon);
    words(&mut lexicon);
    let mut before = Vec::new();
    let mut after = Vec::new();
    currencies(&mut lexicon, &mut before, &mut after);
    units(&mut lexicon, &mut after);
    let (mut hedges, mut trailing) = (Vec::new(), Vec::new());
    for row in rows(HEDGES) {
        let Some(meaning) = modifier(field(&row, 1)) else {
            continue;
        };
        let mut words = lexicon.phrase(row[0]);
        let place = field(&row, 2);
        if place == "before" {
            words.reverse();
            hedges.push(Phrase {
                words,
                exact: None,
                touching: false,
                meaning,
            });
        } else {
            trailing.push(Phrase {
                words,
                exact: None,
                touching: false,
                meaning: (meaning, place == "closing"),
            });
        }
    }
    let mut idioms = Vec::new();
    for row in rows(IDIOMS) {
        let words = lexicon.phrase(row[0]);
        idioms.push(Phrase {
            words,
            exact: None,
            touching: false,
            meaning: (),
        });
    }
    let count = lexicon.len();
    for phrase in &before {
        let first = phrase.words.first().copied().unwrap_or(0);
        if first != 0 {
            lexicon.word_mut(first).class |= class::CURRENCY;
        }
    }
    for phrase in &after {
        let first = phrase.words.first().copied().unwrap_or(0);
        if first != 0 {
            lexicon.word_mut(first).class |= class::AFTER;
        }
    }
    lexicon.before = Phrases::build(before, count);
    lexicon.after = Phrases::build(after, count);
    lexicon.hedges = Phrases::build(hedges, count);
    lexicon.trailing = Phrases::build(trailing, count);
    for phrase in &idioms {
        let first = phrase.words.first().copied().unwrap_or(0);
        if first != 0 {
            lexicon.word_mut(first).class |= class::IDIOM;
        }
    }
    lexicon.idioms = Phrases::build(idioms, count);
    lexicon.seal();
    lexicon
}

fn modifier(name: &str) -> Option<Modifier> {
    Some(match name {
        "exact" => Modifier::Exact,
        "about" => Modifier::About,
        "nearly" => Modifier::Nearly,
        "over" => Modifier::Over,
        "under" => Modifier::Under,
        "at_least" => Modifier::AtLeast,
        "at_most" => Modifier::AtMost,
        "up_to" => Modifier::UpTo,
        _ => return None,
    })
}

fn numbers(lexicon: &mut Lexicon) {
    for row in rows(NUMBERS) {
        let part = match field(&row, 1) {
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
            _ => continue,
        };
        let id = lexicon.intern(row[0]);
        let word = lexicon.word_mut(id);
        word.part = part;
        word.value = field(&row, 2).parse().unwrap_or(0);
        if part != Part::Gross {
            word.class |= class::NUMBER;
        }
    }
    for row in rows(MAGNITUDES) {
        let power = field(&row, 1).parse().unwrap_or(0);
        let id = lexicon.intern(row[0]);
        let word = lexicon.word_mut(id);
        let scale = match field(&row, 2) {
            "word" => Scale::Word,
            "vague" => Scale::Vague,
            "glued" => Scale::Glued,
            "money" => Scale::Money,
            "metre" => Scale::Metre,
            _ => {
                word.upper = Some(power);
                if word.scale == Scale::None {
                    word.scale = Scale::Upper;
                    word.power = power;
                }
                continue;
            }
        };
        (word.scale, word.power) = (scale, power);
        if scale == Scale::Vague || (scale == Scale::Word && row[0].len() > 5) {
            word.class |= class::NUMBER;
        }
    }
    for row in rows(MULTIPLES) {
        let id = lexicon.intern(row[0]);
        let word = lexicon.word_mut(id);
        word.class |= class::MULTIPLE;
        let (upper, lower) = field(&row, 1)
            .split_once('/')
            .unwrap_or((field(&row, 1), "1"));
        word.value = parts(upper, lower);
    }
    for row in rows(FRACTIONS) {
        let id = lexicon.intern(row[0]);
        let word = lexicon.word_mut(id);
        word.class |= class::NUMBER;
        word.value = parts(field(&row, 1), field(&row, 2));
    }
}

/// Numerator and denominator, which is below a hundred, in one number.
fn parts(upper: &str, lower: &str) -> u64 {
    upper.parse().unwrap_or(0) * 100 + lower.parse().unwrap_or(1)
}

fn words(lexicon: &mut Lexicon) {
    for row in rows(CHANGES) {
        let bit = match field(&row, 1) {
            "up" => class::UP,
            "down" => class::DOWN,
            "raises" => class::RAISES,
            _ => class::LOWERS,
        };
        let id = lexicon.intern(row[0]);
        lexicon.word_mut(id).class |= bit;
    }
    for row in [WORDS, NOUNS].into_iter().flat_map(rows) {
        let bit = match field(&row, 1) {
            "stop" => class::STOP,
            "article" => class::ARTICLE,
            "between" => class::BETWEEN,
            "label" => class::LABEL,
            "plural" => class::PLURAL,
            "notplural" => class::NOT_PLURAL,
            "premod" => class::PREMOD,
            "verb" => class::VERB,
            "be" => class::BE,
            "moneyish" => class::MONEYISH,
            "weighty" => class::WEIGHTY,
            "lengthy" => class::LENGTHY,
            "yearprep" => class::YEAR_PREP,
            "agenoun" => class::AGE_NOUN,
            "era" => class::ERA,
            "month" => class::MONTH,
            "address" => class::ADDRESS,
            "risky" => class::RISKY,
            "listname" => class::LIST_NAME,
            "signword" => class::SIGN_WORD,
            "oneunit" => class::ONE_UNIT,
            "level" => class::LEVEL,
            "weather" => class::WEATHER,
            _ => continue,
        };
        let id = lexicon.intern(row[0]);
        let word = lexicon.word_mut(id);
        word.class |= bit;
        if bit == class::MONTH {
            word.value = field(&row, 2).parse().unwrap_or(0);
        }
    }
}

fn currencies(
    lexicon: &mut Lexicon,
    before: &mut Vec<Phrase<u16>>,
    after: &mut Vec<Phrase<Measure>>,
) {
    for row in rows(CURRENCIES) {
        let index = u16::try_from(lexicon.currencies.len()).unwrap_or(u16::MAX);
        let (code, name) = (row[0], field(&row, 1));
        let minor = list(field(&row, 4)).first().copied().unwrap_or("");
        lexicon.currencies.push(Currency {
            code,
            name,
            minor,
            minor_per_major: field(&row, 5).parse().unwrap_or(100),
        });
        // A made-up code ("XXP": a peso of no country) is never written.
        let written = !code.starts_with('X') || code == "XOF";
        let signs = list(field(&row, 2))
            .into_iter()
            .chain(written.then_some(code));
        for sign in signs {
            let words = lexicon.phrase(sign);
            // A prefix that is a word as well ("all", "try") counts in capitals only.
            let exact = sign
                .bytes()
                .all(|b| b.is_ascii_alphabetic() || b == b'.')
                .then_some(sign);
            before.push(Phrase {
                words: words.clone(),
                exact,
                touching: false,
                meaning: index,
            });
            after.push(Phrase {
                words,
                exact,
                touching: false,
                meaning: Measure::Major(index),
            });
        }
        if written {
            let code = format!("M{code}");
            let words = lexicon.phrase(&code);
            let exact = Some(&*String::leak(code));
            before.push(Phrase {
                words: words.clone(),
                exact,
                touching: false,
                meaning: index | MILLIONS,
            });
            after.push(Phrase {
                words,
                exact,
                touching: false,
                meaning: Measure::Millions(index),
            });
        }
        // The name itself also stands before: "ringgit 42".
        for word in list(field(&row, 3)) {
            let exact = (word.len() <= 3 && word.is_ascii()).then_some(word);
            for form in [word.to_string(), format!("{word}s")] {
                let words = lexicon.phrase(&form);
                after.push(Phrase {
                    words: words.clone(),
                    exact,
                    touching: false,
                    meaning: Measure::Major(index),
                });
                if word.len() > 3 {
                    before.push(Phrase {
                        words,
                        exact,
                        touching: false,
                        meaning: index,
                    });
                }
            }
        }
        for word in list(field(&row, 4)) {
            after.push(Phrase {
                words: lexicon.phrase(word),
                exact: None,
                touching: false,
                meaning: Measure::Minor(index),
            });
            if word.len() > 2 {
                let words = lexicon.phrase(&format!("{word}s"));
                after.push(Phrase {
                    words,
                    exact: None,
                    touching: false,
                    meaning: Measure::Minor(index),
                });
            }
        }
    }
}

fn units(lexicon: &mut Lexicon, after: &mut Vec<Phrase<Measure>>) {
    let prefixes: Vec<(&str, &str)> = rows(PREFIXES)
        .into_iter()
        .map(|row| (row[0], field(&row, 1)))
        .collect();
    for row in rows(UNITS) {
        let sort = match field(&row, 1) {
            "dimension" => Sort::Dimension,
            "duration" => Sort::Duration,
            "temperature" => Sort::Temperature,
            "percent" => Sort::Percent,
            "points" => Sort::Points,
            "basis" => Sort::Basis,
            "count" => Sort::Count,
            "factor" => Sort::Factor,
            "rate" => Sort::Rate,
            _ => continue,
        };
        unit(
            lexicon,
            after,
            row[0],
            sort,
            field(&row, 2),
            field(&row, 3),
            "",
            "",
        );
        for (word, symbol) in &prefixes {
            if field(&row, 4).replace('µ', "µμ").contains(symbol) {
                let name: &'static str = String::leak(format!("{word}{}", row[0]));
                unit(
                    lexicon,
                    after,
                    name,
                    sort,
                    field(&row, 2),
                    field(&row, 3),
                    word,
                    symbol,
                );
            }
        }
    }
}

/// Adds one unit with its words and symbols, each with the prefix before it.
#[expect(clippy::too_many_arguments, reason = "the fields of one line")]
fn unit(
    lexicon: &mut Lexicon,
    after: &mut Vec<Phrase<Measure>>,
    name: &'static str,
    sort: Sort,
    words: &'static str,
    symbols: &'static str,
    word_prefix: &str,
    symbol_prefix: &str,
) {
    let known = lexicon.units.iter().position(|unit| unit.name == name);
    let index = known.unwrap_or(lexicon.units.len());
    if known.is_none() {
        lexicon.units.push(UnitEntry { name, sort });
    }
    let meaning = Measure::Unit(u16::try_from(index).unwrap_or(u16::MAX));
    for word in list(words) {
        // Abbreviations take no prefix in words: "kilometre", not "kilosec".
        if !word_prefix.is_empty() && word.len() < 4 && word != "bit" {
            continue;
        }
        let singular = format!("{word_prefix}{word}");
        let plural = format!("{singular}s");
        for form in [singular, plural] {
            after.push(Phrase {
                words: lexicon.phrase(&form),
                exact: None,
                touching: false,
                meaning,
            });
        }
    }
    for symbol in list(symbols) {
        let touching = symbol_prefix.is_empty() && symbol.starts_with('~');
        let symbol = symbol.trim_start_matches('~');
        let exact: &'static str = if symbol_prefix.is_empty() {
            symbol
        } else {
            String::leak(format!("{symbol_prefix}{symbol}"))
        };
        after.push(Phrase {
            words: lexicon.phrase(exact),
            exact: Some(exact),
            touching,
            meaning,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{
        CHANGES, CURRENCIES, HEDGES, MAGNITUDES, MULTIPLES, NOUNS, NUMBERS, PREFIXES, UNITS, WORDS,
        load, rows,
    };

    #[test]
    fn every_line_has_its_fields() {
        let files = [
            (NUMBERS, 3),
            (MAGNITUDES, 3),
            (CURRENCIES, 6),
            (UNITS, 5),
            (PREFIXES, 2),
            (HEDGES, 3),
            (CHANGES, 2),
            (WORDS, 2),
            (NOUNS, 2),
            (MULTIPLES, 2),
        ];
        for (file, fields) in files {
            for row in rows(file) {
                assert!(row.len() >= fields, "{row:?}");
                assert!(
                    row.iter()
                        .all(|field| field.trim() == *field && !field.is_empty()),
                    "{row:?}"
                );
            }
        }
    }

    #[test]
    fn the_lexicon_has_room() {
        assert!(load().len() < 4000, "enlarge the table of the lexicon");
    }
}
