//! What must hold of every text that is read for figures.

#[path = "figures/invariants.rs"]
mod invariants;

use invariants::check;
use plumbline_core::Locale;
use plumbline_core::figures::{self, Decimal, Interval};
use plumbline_core::language::Language;
use plumbline_core::steps;
use plumbline_core::text::tokens;
use proptest::prelude::*;

/// Texts made of what figures are made of, so that most of them mean something.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[0-9]{1,7}",
        2 => "[0-9]{1,3}[.,][0-9]{1,3}",
        4 => prop::sample::select(vec![
            "$", "€", "£", "US$", "USD", "%", "per cent", "million", "billion", "bn", "m", "k", "dollars", "pounds", "cents",
            "one", "two", "twenty", "hundred", "thousand", "half", "a", "third", "dozen", "-", "–", "to", "and", "or", "between",
            "from", "over", "nearly", "about", "up to", "more than", "less than", "years", "old", "year-old", "aged", "km", "per",
            "hour", "/", ".", ",", "(", ")", "+", "~", "<", ">", "people", "rose", "fell", "in", "May", "2016", "½", "×", "10^", "e",
            "point", "of", "the", "tens of", "thousands of", "'s", "1.2.3", "7-Eleven", "Boeing", "*", "**", "st", "th", "s",
        ]).prop_map(str::to_string),
        1 => "\\PC{0,4}",
    ];
    let space = prop::sample::select(vec!["", " ", " ", " ", "\u{A0}", "\n", "-"]);
    prop::collection::vec((piece, space), 0..24).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(piece, space)| [piece, space.to_string()])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_keeps_the_invariants(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn every_prose_keeps_the_invariants(text in prose()) {
        check(&text);
    }

    /// A sentence of its own paragraph changes nothing of what stands before it.
    #[test]
    fn what_follows_changes_nothing(text in prose()) {
        let alone = check(&text);
        let followed = check(&format!("{text}\n\nThe weather stayed mild and the streets were quiet."));
        prop_assert_eq!(alone, followed);
    }

    /// A sentence of its own paragraph before it only moves what is read.
    #[test]
    fn what_stands_before_only_moves(text in prose()) {
        let lead = "The weather stayed mild and the streets were quiet.\n\n";
        let alone = check(&text);
        let moved = check(&format!("{lead}{text}"));
        prop_assert_eq!(alone.len(), moved.len());
        for (one, two) in alone.iter().zip(&moved) {
            prop_assert_eq!(one.start + lead.len(), two.start);
            prop_assert_eq!((one.low, one.high, one.kind, one.modifier, one.interval), (two.low, two.high, two.kind, two.modifier, two.interval));
        }
    }

    /// Any amount of dollars is read to the cent, with whichever grouping.
    #[test]
    fn dollars_are_read_to_the_cent(whole in 0u64..1_000_000_000_000, cents in 0u8..100) {
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) { grouped.push(','); }
            grouped.push(digit);
        }
        let value = Decimal::new(i64::try_from(whole).unwrap() * 100 + i64::from(cents), 2);
        for text in [format!("It cost ${grouped}.{cents:02}."), format!("It cost ${digits}.{cents:02}.")] {
            let read = check(&text);
            prop_assert_eq!(read.len(), 1, "{}", text);
            prop_assert_eq!(read[0].low, value);
        }
    }

    /// Whatever rounds to the figure as written belongs to it, and its neighbours do not.
    #[test]
    fn a_magnitude_stands_for_what_rounds_to_it(tenths in 1i64..10_000) {
        let text = format!("It paid ${}.{} billion.", tenths / 10, tenths % 10);
        let read = check(&text);
        prop_assert_eq!(read.len(), 1);
        let unit = Decimal::from(100_000_000);
        let value = Decimal::from(tenths) * unit;
        let half = unit / Decimal::TWO;
        prop_assert_eq!(read[0].interval, Interval::half_open(value - half, value + half));
    }

    #[test]
    fn intervals_meet_both_ways(a in -50i64..50, b in 1i64..20, c in -50i64..50, d in 0i64..20) {
        let one = Interval::half_open(a.into(), (a + b).into());
        let two = Interval::closed(c.into(), (c + d).into());
        prop_assert_eq!(one.meets(&two), two.meets(&one));
        let shared = (-60i64 * 2..=80 * 2).any(|half| {
            let value = Decimal::new(half * 5, 1);
            one.contains(value) && two.contains(value)
        });
        prop_assert_eq!(one.meets(&two), shared);
    }
}

/// Work grows with the length of the text, whatever the text: the same pattern eight times as long takes at
/// most about eight times as long. Other work on the machine only ever makes a reading slower: the quickest of
/// several counts, and what grows faster than the text stays slow however often it is read.
/// What is repeated over and over.
const PATTERNS: &[&str] = &[
    "$",
    "$ ",
    "9",
    "1,",
    "1,111",
    "1.111.",
    "11,11,",
    "1 000 ",
    "1/",
    "1/2 ",
    "-1",
    "1-",
    "1 to ",
    "one ",
    "one hundred ",
    "twenty-",
    "million ",
    "and a half ",
    "between 1 and ",
    "more than ",
    "up to ",
    "(1",
    "1(",
    "*",
    "* 1",
    "5 ft ",
    "1 a ",
    "£1 and ",
    "10^",
    "1e1",
    "a ",
    "\u{AD}1",
    "½",
    "7- or ",
    "four-, ",
    "three million, two ",
    "Jan 1 ",
    "1:",
    "http://",
    "1+/-",
    "1 in ",
    "1 point ",
    "tens of ",
    "lakh crore ",
    "５",
    "²",
    "%%",
    "1 x ",
    "more than 1 and less than ",
    "aged ",
    "'",
    "1 big, ",
    "x-1",
    "_",
    "rose by 1 to ",
    "from 1 to ",
    "up 1%, or ",
    "up 1% and x ",
    "1 of its ",
    "1 of 1 ",
    "half of ",
    "x's ",
    "1m ",
    "1m x ",
    "call 1 ",
    "111 111 ",
    "over 1 day ",
    "a third to ",
    "between a third and ",
    "an hour and a half ",
    "1 and 3/4 ",
    "9st 4",
    "6 foot ",
    "voted 2 to ",
    "Route 1",
    "per 1 ",
    "R1,",
    "20 miles (32 km) ",
    "rose 5% to 10 from 9 ",
    "from 2 to 3, an increase of 5%, ",
    "born in 1960, died in 2020 aged 60, ",
    "Friday, May 3, 2024 ",
    "12 of 48 (25%) ",
    "9 people: 4 in, 5 and ",
];

#[test]
fn no_text_takes_more_than_linear_time() {
    let lexicon = Language::english().lexicon();
    let mut wrong = Vec::new();
    for pattern in PATTERNS {
        let [one, two] = [8_000, 16_000].map(|length| {
            let text = pattern.repeat(length / pattern.len());
            let cut = tokens(&text);
            steps::of(|| figures::read_linked(lexicon, Locale::default(), &text, &cut))
        });
        // Twice the text takes twice the steps, and a few of those that are taken once.
        if one == 0 || two > one * 2 + one / 8 {
            wrong.push(format!("{pattern:?}: {one} steps for 8 kB, {two} for 16"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_long_run_of_one_sign_is_read() {
    for sign in ["$", "(", "-", "9", "1,", "½", "~"] {
        check(&sign.repeat(200_000 / sign.len()));
    }
}
