//! Amounts and dates in words.

use crate::calendar::MONTHS;
use crate::figures::{Decimal, Unit};
use crate::language::words::lines;

/// An amount to so many significant digits: `$14.2 billion`, `8,850 metre`.
pub(crate) fn amount(value: Decimal, unit: &Unit, digits: u32) -> String {
    let rounded = value.round_sf(digits).unwrap_or(value).normalize();
    let scales = [
        (1_000_000_000_000_i64, " trillion"),
        (1_000_000_000, " billion"),
        (1_000_000, " million"),
    ];
    let magnitude = scales
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
        Unit::Currency(code) => match sign(code) {
            Some(sign) => format!("{sign}{number}"),
            None => format!("{code} {number}"),
        },
        Unit::Named(name) if name == "percent" => format!("{number}%"),
        Unit::Named(name) => format!("{number} {name}"),
        _ => number,
    }
}

/// The first sign of the currency table for a currency; letters alone ("Fr.") would run into the number.
fn sign(code: &str) -> Option<&'static str> {
    lines(include_str!("../../data/figures/currencies.tsv"))
        .map(|line| line.split('\t'))
        .find_map(|mut fields| (fields.next()? == code).then(|| fields.nth(1)).flatten())
        .and_then(|signs| signs.split('|').next())
        .filter(|sign| sign.ends_with(|c: char| !c.is_ascii() || c == '$'))
}

fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (whole, fraction) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let digits = whole.trim_start_matches('-');
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    if whole.starts_with('-') {
        out.insert(0, '-');
    }
    fraction.map_or(out.clone(), |f| format!("{out}.{f}"))
}

/// `2024-05` as "May 2024", `2024-05-21` as "21 May 2024", `2022/2023` as "2022 to 2023"; anything else
/// as it is.
pub(crate) fn date(text: &str) -> String {
    if let Some((from, to)) = text.split_once('/') {
        return format!("{} to {}", date(from), date(to));
    }
    let parts: Vec<&str> = text.split('-').collect();
    let month = |m: &str| {
        let name = MONTHS.get(m.parse::<usize>().ok()?.checked_sub(1)?)?;
        Some(format!("{}{}", name[..1].to_uppercase(), &name[1..]))
    };
    match parts.as_slice() {
        [year, m] => month(m).map_or_else(|| text.to_owned(), |m| format!("{m} {year}")),
        [year, m, day] => month(m).map_or_else(
            || text.to_owned(),
            |m| format!("{} {m} {year}", day.trim_start_matches('0')),
        ),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_news_writes_them() {
        let d = |n: i64| Decimal::from(n);
        assert_eq!(
            amount(d(14_210_000_000), &Unit::Currency("USD".into()), 3),
            "$14.2 billion"
        );
        assert_eq!(amount(d(1_500), &Unit::None, 3), "1,500");
        assert_eq!(amount(d(49), &Unit::Named("percent".into()), 3), "49%");
        assert_eq!(
            amount(d(2_000_000), &Unit::Currency("CHF".into()), 3),
            "CHF 2 million"
        );
        for (code, shown) in [
            ("EUR", "€5 billion"),
            ("INR", "₹5 billion"),
            ("CAD", "C$5 billion"),
            ("KRW", "₩5 billion"),
            ("SEK", "SEK 5 billion"),
        ] {
            assert_eq!(
                amount(d(5_000_000_000), &Unit::Currency(code.into()), 3),
                shown
            );
        }
        assert_eq!(date("2024-05"), "May 2024");
        assert_eq!(date("2025-06-03"), "3 June 2025");
        assert_eq!(date("2016"), "2016");
        assert_eq!(date("2022/2023"), "2022 to 2023");
        assert_eq!(
            date("2024-12-30/2025-01"),
            "30 December 2024 to January 2025"
        );
    }
}
