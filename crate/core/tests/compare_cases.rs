//! Pairs of texts on courts, football, weather, hospitals, elections and towns: half say another figure of the same, the others
//! tell of something that is like it.

use plumbline_core::calendar::Period;
use plumbline_core::compare::{Dated, compare};
use plumbline_core::language::Language;
use plumbline_core::report::Level;
use std::collections::HashSet;
use time::Date;

struct Case {
    name: &'static str,
    /// The figures that are warned of today, and no others.
    warned: Vec<&'static str>,
    reference: Dated<'static>,
    text: Dated<'static>,
}

fn cases() -> Vec<Case> {
    let day = |text: &str| -> Option<Date> { Period::parse(text).and_then(|period| period.from) };
    let list = |text: &'static str| text.split('|').filter(|quote| !quote.is_empty());
    include_str!("compare/cases.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('\t');
            let mut next = || fields.next().unwrap_or_default();
            let (name, warned, missed, wrong) = (next(), next(), next(), next());
            let (reference, text, published, there) = (next(), next(), next(), next());
            assert!(list(missed).all(|quote| text.contains(quote)), "{name}");
            Case {
                name,
                warned: list(warned).chain(list(wrong)).collect(),
                reference: Dated {
                    text: reference,
                    published: day(there),
                },
                text: Dated {
                    text,
                    published: day(published),
                },
            }
        })
        .collect()
}

#[test]
fn only_another_figure_of_the_same_is_warned_of() {
    let mut wrong = Vec::new();
    for case in cases() {
        let warned: Vec<&str> = compare(Language::english(), case.reference, case.text)
            .into_iter()
            .filter(|found| found.level == Level::Warn)
            .map(|found| &case.text.text[found.start..found.end])
            .collect();
        if warned != case.warned {
            wrong.push(format!(
                "{}: warned of {warned:?}, not {:?}",
                case.name, case.warned
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_has_a_name_of_its_own() {
    let mut names = HashSet::new();
    for case in cases() {
        assert!(names.insert(case.name), "{} stands twice", case.name);
    }
}
