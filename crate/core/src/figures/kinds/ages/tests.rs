//! Each rule of ages beside sentences that it decides, and others that come near.

use super::{ANYWHERE, AT_AN_END, OF_ONE};
use crate::figures::read;
use crate::language::Language;
use crate::text::tokens;
use std::cell::RefCell;
use std::collections::HashSet;

thread_local! {
    /// The rules by which numbers were ages.
    pub(super) static TOLD: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Each rule beside sentences that it alone decides, and others that come near.
const SENTENCES: &[(&str, &[&str], &[&str])] = &[
    (
        "decade",
        &[
            "The mayor, in her forties, still rows.",
            "He sang in his late 20s.",
        ],
        &["It rained in the forties of latitude."],
    ),
    (
        "limit",
        &["The under-21 side lost.", "The over-70s swam first."],
        &["They ran under 21 miles."],
    ),
    (
        "aged",
        &[
            "Pupils aged 11 sat the test.",
            "Nobody under the age of 16 drives.",
        ],
        &["It was an age for 16 kings."],
    ),
    (
        "group",
        &[
            "Women over 65 were called first.",
            "Boys between 12 and 14 row.",
        ],
        &["Votes over 65 councils were cast."],
    ),
    (
        "bracket",
        &[
            "Skaters 12 and under start early.",
            "It is free for 65 or older.",
        ],
        &["He had 12 and sold them."],
    ),
    (
        "compared",
        &["Nobody older than 70 may dive."],
        &["No ship is older than 70 trees."],
    ),
    (
        "again",
        &["Her sons, aged 7 and 9, sang."],
        &["Her sons, aged 7 and 9 horses came."],
    ),
    (
        "opening",
        &["At 84, she climbed the tower.", "At just 19 he left."],
        &["At 84, it closed."],
    ),
    (
        "grown",
        &[
            "At 30, Carter left the choir.",
            "Ruiz, who at 34 is the younger, won.",
        ],
        &["At 30, the road bends."],
    ),
    (
        "as_old_as",
        &[
            "Nuns as old as 97 voted.",
            "Children as young as six and their aunts dive.",
        ],
        &["Trees as tall as 97 stood."],
    ),
    (
        "did_at",
        &["The keeper retired at 61."],
        &["The shop closed at 61."],
    ),
    (
        "apposition",
        &["Maria Lopez, 47, rows.", "Her brother, nine, waved."],
        &["In May, 12, they met."],
    ),
    (
        "dead_at",
        &["The composer is dead at about 79."],
        &["The index is flat at 79."],
    ),
    (
        "expectancy",
        &["Life expectancy for men is around 73."],
        &["The reading for men is around 73."],
    ),
    (
        "then",
        &[
            "Moreau was only 17 at the time.",
            "The cook was 43 when she left.",
        ],
        &["The total was 43 when they stopped."],
    ),
    (
        "turned",
        &["My aunt turned 90."],
        &["My aunt turned 90 pages."],
    ),
    (
        "somebody_is",
        &["He is 55.", "She will be 60."],
        &["The score will be 60."],
    ),
    (
        "named_is",
        &[
            "Rita Moll was 67.",
            "Rita Moll, a baker from Stade, was 67.",
            "The man, retired teacher Jonas Hale, was 81.",
        ],
        &[
            "Rita Moll was 67 points behind.",
            "The low, at Old Bridge, was 67.",
            "The yield in New Haven was 67.",
        ],
    ),
    (
        "behind_name",
        &["Jonas Hale (49) was jailed.", "Rita Ann Moll (17) is well."],
        &[
            "Jonas Hale (49), Ivo Lunt (60) and Max Orr (88) scored.",
            "Hale (49) was replaced.",
            "Jonas Hale (7) beat him.",
        ],
    ),
    (
        "allowed",
        &[
            "You must be over 18 to vote.",
            "It asks whether they prove they are under 16.",
        ],
        &["Prices are over 18 already."],
    ),
    (
        "both",
        &[
            "Ann Boor and Leo Ruiz, both 24 and of Dayton, swam.",
            "The brothers, both 61, row.",
        ],
        &["Porto and Faro, both 24 miles away, vote."],
    ),
    (
        "pair",
        &["The two girls, 5 and 14, were unhurt."],
        &["The two gates, 5 and 14, were shut."],
    ),
    (
        "lived_to",
        &[
            "She hopes to live to 110.",
            "The tortoise lived to 102, they say.",
        ],
        &["They live to 40 of their streets."],
    ),
    (
        "looks",
        &["Ortiz is 63 and looks older."],
        &["Brent is 71 and rising."],
    ),
    (
        "just_at",
        &["She took over at just 22."],
        &["It stood at 22."],
    ),
];

/// The rules that made numbers of the text ages.
fn told(text: &str) -> Vec<&'static str> {
    TOLD.with_borrow_mut(Vec::clear);
    read(Language::english().lexicon(), text, &tokens(text));
    TOLD.with_borrow(Clone::clone)
}

#[test]
fn every_rule_decides_its_own_sentences() {
    let mut wrong = Vec::new();
    for (rule, fits, near) in SENTENCES {
        for (texts, expected) in [(fits, true), (near, false)] {
            let other = |text: &&&str| told(text).contains(rule) != expected;
            wrong.extend(texts.iter().filter(other).map(|text| (rule, text)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_has_sentences() {
    let tested: HashSet<&str> = SENTENCES.iter().map(|(rule, ..)| *rule).collect();
    let rules = [ANYWHERE, OF_ONE, AT_AN_END].into_iter().flatten();
    let named: HashSet<&str> = rules.map(|rule| rule.name).chain(["decade"]).collect();
    assert_eq!(tested, named);
}
