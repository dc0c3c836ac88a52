//! What must hold for every text: the one body of the property tests and of the fuzz target.

use plumbline_core::figures::{self, Decimal, Interval, Modifier, Quantity};
use plumbline_core::language::Language;
use plumbline_core::text::{Utf16, tokens};

/// Reads `text` and checks everything that must hold of what is read.
///
/// # Panics
///
/// Where something does not hold.
pub(crate) fn check(text: &str) -> Vec<Quantity> {
    let tokens = tokens(text);
    let mut end = 0;
    for token in &tokens {
        assert!(
            token.start as usize >= end && token.start < token.end,
            "tokens overlap or are empty"
        );
        end = token.end as usize;
        assert!(
            text.get(token.start as usize..end).is_some(),
            "a token cuts a character"
        );
    }
    let quantities = figures::read(Language::english().lexicon(), text, &tokens);
    let mut utf16 = Utf16::new(text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut before = 0;
    for quantity in &quantities {
        let Quantity {
            start,
            end,
            outer_start,
            outer_end,
            ..
        } = *quantity;
        assert!(
            before <= start && start < end,
            "figures overlap or are empty: {quantity:?}"
        );
        assert!(
            outer_start <= start && end <= outer_end,
            "the modifier lies inside: {quantity:?}"
        );
        let written = text.get(start..end).expect("a figure cuts a character");
        assert!(
            text.get(outer_start..outer_end).is_some(),
            "a modifier cuts a character"
        );
        let (first, last) = (utf16.at(start), utf16.at(end));
        assert_eq!(
            String::from_utf16_lossy(&units[first..last]),
            written,
            "UTF-16 offsets differ"
        );
        if let figures::Unit::Noun(noun) = &quantity.unit {
            assert!(
                !noun.words.is_empty() && text.get(noun.start..noun.end) == Some(&*noun.words),
                "a noun cuts a character"
            );
        }
        assert!(
            contains(quantity, quantity.low) && contains(quantity, quantity.high),
            "the value lies outside: {quantity:?}"
        );
        if !matches!(quantity.kind, figures::Kind::Score | figures::Kind::Date) {
            check_rounding(quantity);
        }
        before = end;
    }
    quantities
}

/// Whether the one ends where the other begins.
fn touch(below: &Interval, above: &Interval) -> bool {
    let value = |end: Option<figures::Bound>| end.map(|end| end.value);
    below.high.is_some() && value(below.high) == value(above.low)
}

/// Without a modifier a figure stands for what its number does; *about* widens it; limits begin or end in it.
fn check_rounding(quantity: &Quantity) {
    let Quantity {
        interval, rounding, ..
    } = quantity;
    let fits = match quantity.modifier {
        Modifier::Exact => interval == rounding,
        Modifier::About => interval.hull(rounding) == *interval,
        _ => interval.meets(rounding) || touch(interval, rounding) || touch(rounding, interval),
    };
    assert!(
        fits,
        "its number alone stands for something else: {quantity:?}"
    );
}

/// Whether the value belongs to the interval or is the open end of it. A score is a pair, not an interval.
fn contains(quantity: &Quantity, value: Decimal) -> bool {
    if quantity.kind == figures::Kind::Score {
        return true;
    }
    let (low, high) = (quantity.interval.low, quantity.interval.high);
    low.is_none_or(|low| low.value <= value) && high.is_none_or(|high| value <= high.value)
}
