//! Reads the tables of currencies, units, conversions and lengths of time.

use super::{Loader, Read, Row};
use crate::lexicon::entries::Entry;
use crate::lexicon::{Conversion, Currency, LETTERS, Length, MILLIONS, Measure, Sort, UnitEntry};
use rust_decimal::Decimal;

impl Loader {
    /// How many of the first unit of a measure one of a unit is.
    pub(super) fn conversion(&mut self, row: &Row) -> Read {
        let factors: Result<Vec<_>, String> = row.list(2).into_iter().map(fraction).collect();
        self.conversions.push(Conversion {
            unit: row.field(0),
            measure: row.field(1),
            factors: factors?,
        });
        Ok(())
    }

    /// How long a unit of time is.
    pub(super) fn length(&mut self, row: &Row) -> Read {
        let number = |text: &str| {
            text.parse()
                .map_err(|_| format!("“{text}” is no number of days"))
        };
        let called = match row.field(2).split_once('-') {
            Some(("", "")) => None,
            Some((least, most)) => Some((number(least)?, number(most)?)),
            None => return Err(format!("“{}” are no days from and to", row.field(2))),
        };
        let of_longer: Result<Vec<u32>, String> = row.list(3).into_iter().map(number).collect();
        self.lengths.push(Length {
            unit: row.field(0),
            days: fraction(row.field(1))?,
            called,
            of_longer: of_longer?,
        });
        Ok(())
    }

    pub(super) fn currency(&mut self, row: &Row) -> Read {
        let index = u16::try_from(self.currencies.len())
            .ok()
            .filter(|&index| index < LETTERS)
            .ok_or("too many currencies")?;
        let minor_per_major = row.number(5)?;
        // A made-up code (a peso of no country) is never written.
        let (code, written) = match row.field(0).strip_suffix('*') {
            Some(code) => (code, false),
            None => (row.field(0), true),
        };
        self.currencies.push(Currency {
            code,
            name: row.field(1),
            sign: shown(row.list(2).first().copied().unwrap_or("")),
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
    pub(super) fn unit(&mut self, row: &Row) -> Read {
        let name = row.field(1);
        let sort = Sort::named(name).ok_or_else(|| format!("no sort of unit: “{name}”"))?;
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
        let units = &mut self.units;
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
            self.after.push(Entry { touching, ..phrase });
        }
        Ok(())
    }
}

/// A positive number or fraction: "365/12".
fn fraction(text: &str) -> Result<(Decimal, Decimal), String> {
    let number = |text: &str| {
        let wrong = || format!("“{text}” is no factor");
        let number = text.parse::<Decimal>().map_err(|_| wrong())?;
        let short = u64::try_from(number.mantissa()).is_ok_and(|mantissa| mantissa > 0);
        short.then_some(number).ok_or_else(wrong)
    };
    let (over, under) = text.split_once('/').unwrap_or((text, "1"));
    Ok((number(over)?, number(under)?))
}

/// A sign as it is shown before a number; letters alone would run into it.
fn shown(sign: &'static str) -> &'static str {
    if sign.ends_with(|c: char| !c.is_ascii() || c == '$') {
        sign
    } else {
        ""
    }
}
