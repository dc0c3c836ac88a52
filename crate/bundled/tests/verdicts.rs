//! Sentences of our own against the bundled set: which level each figure gets.

mod cases;

use cases::{Now, page};
use plumbline_core::check;
use plumbline_core::report::{Level, Place, Verdict};
use plumbline_words::{EnglishDates, account};
use std::collections::HashSet;

#[test]
fn figures_get_the_level_that_a_careful_checker_would_give() {
    let cases = cases::all();
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let mut names = HashSet::new();
    let mut wrong = Vec::new();
    for case in &cases {
        assert!(
            names.insert(&case.name),
            "two cases are called {:?}",
            case.name
        );
        let report = check(&page(case), &reference);
        let quotes = |level: Level| -> Vec<String> {
            let findings = report.findings.iter().filter(|f| f.level == level);
            // What is at odds within the article has cases of its own.
            let findings = findings.filter(|f| f.verdict != Verdict::AtOdds);
            let mut places: Vec<&Place> = findings.flat_map(|f| &f.places).collect();
            places.sort_by_key(|place| (place.block, place.start));
            places.iter().map(|place| place.quote.clone()).collect()
        };
        let shown = Now {
            warn: quotes(Level::Warn),
            mark: quotes(Level::Mark),
        };
        let met = shown.warn == case.warn && shown.mark == case.mark;
        if met && case.known.is_some() {
            wrong.push(format!("{}: is met now, drop its known reason", case.name));
        } else if case.known.is_some() && shown != case.now {
            wrong.push(format!(
                "{}: is not met, and shows {shown:?} where it showed {:?}",
                case.name, case.now
            ));
        } else if case.known.is_none() && case.now != Now::default() {
            wrong.push(format!(
                "{}: says what is shown now, and no reason",
                case.name
            ));
        } else if !met && case.known.is_none() {
            wrong.push(format!(
                "{}: warned of {:?}, marked {:?}; expected {:?}, {:?}\n    {}",
                case.name,
                quotes(Level::Warn),
                quotes(Level::Mark),
                case.warn,
                case.mark,
                case.text.trim()
            ));
        }
        let told = account(reference.language, &report, &EnglishDates).findings;
        let shown = told.iter().find(|f| f.level != Level::None);
        for words in &case.says {
            let lines = shown.map(|f| {
                let arithmetic = f.evidence.iter().map(|line| line.arithmetic.as_str());
                let notes = f.notes.iter().map(String::as_str);
                let lines = std::iter::once(f.answer.as_str())
                    .chain(arithmetic)
                    .chain(notes);
                lines.collect::<Vec<_>>().join(" ")
            });
            if !lines.as_ref().is_some_and(|lines| lines.contains(words)) {
                wrong.push(format!("{}: {words:?} is not in {lines:?}", case.name));
            }
        }
        for finding in report.findings.iter().filter(|f| f.level != Level::None) {
            assert!(
                !finding.evidence.is_empty() || finding.verdict == Verdict::AtOdds,
                "{}: {:?} is shown without evidence",
                case.name,
                finding.places
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

/// A figure that can be checked by itself is not told of as one of several, neither among the counts nor in its notes.
#[test]
fn what_is_told_of_an_article_fits_how_many_figures_were_checked() {
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let (some, none, tell) = (
        "These figures of the article cannot all be right. Plumbline cannot tell which of them is wrong.",
        "",
        "Within the article: ",
    );
    for (text, inside, note) in [
        (
            "It fell to minus 300 degrees Celsius.",
            "1 figure, and it cannot be right as it stands.",
            none,
        ),
        (
            "It fell to minus 30 degrees Celsius.",
            "1 figure, and no other to check it against.",
            none,
        ),
        (
            "It fell to minus 300 degrees Celsius. The baker has 31 ovens.",
            "2 figures, one of which could be checked, and it cannot be right as it stands.",
            none,
        ),
        (
            "The crane is 12 metres (39ft) high. The baker has 31 ovens.",
            "3 figures, 2 of which could be checked against one another, and they agree.",
            none,
        ),
        (
            "The crane is 12 metres (59ft) high. The baker has 31 ovens.",
            "3 figures, 2 of which could be checked against one another, and not all of them can be right.",
            some,
        ),
        (
            "The owners met on Tuesday, 3 March 2026. The baker has 31 ovens.",
            "2 figures, one of which could be checked, and nothing is against it.",
            none,
        ),
    ] {
        let case = cases::Case {
            text: String::from(text),
            ..cases::Case::default()
        };
        let report = check(&page(&case), &reference);
        let told = account(reference.language, &report, &EnglishDates);
        let notes = told
            .findings
            .first()
            .map_or(String::new(), |finding| finding.notes.concat());
        assert_eq!(
            (told.inside, notes),
            (format!("{tell}{inside}"), note.into()),
            "{text}"
        );
    }
}

/// What is at odds within the article comes first, wherever it stands, in the report and in the lines that popup and
/// command line list.
#[test]
fn what_is_at_odds_within_the_article_is_listed_first() {
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let case = cases::Case {
        text: String::from(
            "Meta paid $14.8 billion for 49% of Scale AI.\n\nThe owners met on Wednesday, 3 March 2026.",
        ),
        ..cases::Case::default()
    };
    let report = check(&page(&case), &reference);
    let odds: Vec<bool> = (report.findings.iter())
        .map(|finding| finding.verdict == Verdict::AtOdds)
        .collect();
    assert!(
        odds.len() > 1 && odds[0] && !odds[1..].contains(&true),
        "{odds:?}"
    );
    let told = account(reference.language, &report, &EnglishDates).findings;
    let first = told.first().map_or("", |finding| finding.answer.as_str());
    assert!(first.contains("Tuesday"), "{first}");
}
