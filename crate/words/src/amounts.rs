//! Amounts in words.

use crate::context::Words;
use crate::count;
use plumbline_core::figures::{Decimal, Unit};

const SCALES: [(i64, &str); 3] = [
    (1_000_000_000_000, " trillion"),
    (1_000_000_000, " billion"),
    (1_000_000, " million"),
];

/// An amount to so many significant digits: `$14.2 billion`, `8,850 metre`.
pub(crate) fn amount(words: Words<'_>, value: Decimal, unit: &Unit, digits: u32) -> String {
    let rounded = value.round_sf(digits).unwrap_or(value).normalize();
    let magnitude = SCALES
        .iter()
        .find(|(size, _)| rounded.abs() >= Decimal::from(*size));
    let number = match magnitude {
        Some((size, name)) => {
            let shown = rounded
                .checked_div(Decimal::from(*size))
                .unwrap_or(rounded)
                .normalize();
            format!("{shown}{name}")
        }
        None => grouped(rounded),
    };
    match unit {
        Unit::Currency(code) => match words.lexicon.currency_sign(code) {
            Some(sign) => format!("{sign}{number}"),
            None => format!("{code} {number}"),
        },
        Unit::Named(name) if name == "percent" => format!("{number}%"),
        Unit::Named(name) => format!("{number} {name}"),
        _ => number,
    }
}

fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (sign, text) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |t| ("-", t));
    let (whole, fraction) = text
        .split_once('.')
        .map_or((text, None), |(w, f)| (w, Some(f)));
    let whole = count::grouped(whole);
    match fraction {
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{whole}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EnglishDates;
    use plumbline_core::language::Language;
    use plumbline_core::report::Report;

    #[test]
    fn amounts_read_as_news_writes_them() {
        let d = |n: i64| Decimal::from(n);
        let words = Words {
            lexicon: Language::english().lexicon(),
            report: &Report::default(),
            dates: &EnglishDates,
        };
        let shown = |value, unit: &Unit, digits| amount(words, value, unit, digits);
        let money = |code: &'static str| Unit::Currency(code.into());
        assert_eq!(shown(d(14_210_000_000), &money("USD"), 3), "$14.2 billion");
        assert_eq!(shown(d(1_500), &Unit::None, 3), "1,500");
        assert_eq!(shown(d(-1_500), &Unit::None, 3), "-1,500");
        assert_eq!(shown(d(49), &Unit::Named("percent".into()), 3), "49%");
        assert_eq!(shown(d(2_000_000), &money("CHF"), 3), "CHF 2 million");
        for (code, signed) in [
            ("EUR", "€5 billion"),
            ("INR", "₹5 billion"),
            ("CAD", "C$5 billion"),
            ("KRW", "₩5 billion"),
            ("SEK", "SEK 5 billion"),
        ] {
            assert_eq!(shown(d(5_000_000_000), &money(code), 3), signed);
        }
    }
}
