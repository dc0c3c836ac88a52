//! An article beside other articles on the same story.

mod site;

use plumbline_core::language::Language;
use plumbline_core::page::Page;
use plumbline_core::reference::{Reference, ReferenceText, Set};
use plumbline_core::report::{Code, Evidence, Held, Level, Reason, Report};
use plumbline_core::{Arriving, check, check_beside};
use site::page;

const DAY: &str = "2024-05-02";

fn ours() -> Page {
    page(
        "ours.example",
        DAY,
        &[
            "Ferry sinks off Orrin",
            "Lena Marsh, 36, was pulled from the water off Orrin by the crew of the Petrel on Thursday.",
        ],
    )
}

fn told(site: &str, sentence: &str) -> ReferenceText {
    let rest = "The coastguard searched the water through the night, and the search goes on, said a speaker.";
    let page = page(site, DAY, &["Ferry lost near Orrin", sentence, rest]);
    ReferenceText::of(Language::english(), &page).expect("it has a figure")
}

/// A reference set that says nothing.
fn nothing() -> Reference {
    Reference::new(Language::english(), Set::default()).0
}

fn report(texts: &[ReferenceText]) -> Report {
    check_beside(&ours(), &nothing(), texts)
}

/// What it comes to, and how it is shown.
fn found(texts: &[ReferenceText]) -> Option<(Code, Level)> {
    let report = report(texts);
    let finding = report.findings.first()?;
    let Reason::Sources(weighed) = &finding.reason else {
        return None;
    };
    Some((weighed.code, finding.level))
}

const OTHERWISE: &str = "The crew of the Petrel saved Lena Marsh, 34, off Orrin on Thursday.";
const THE_SAME: &str = "Off Orrin the Petrel picked up Lena Marsh, 36, on Thursday.";

/// Its name, what was read before, and what that comes to.
type Case<'t> = (&'t str, &'t [ReferenceText], Option<(Code, Level)>);

#[test]
fn one_article_alone_is_told_of_quietly_and_two_make_a_warning() {
    let also = "Lena Marsh, 34, from Orrin, was taken aboard the Petrel on Thursday.";
    let one = told("one.example", OTHERWISE);
    let two = told("two.example", also);
    let same = told("same.example", THE_SAME);
    let copy = told("copy.example", OTHERWISE);
    let cases: [Case<'_>; 6] = [
        ("none", &[], None),
        (
            "one differs",
            std::slice::from_ref(&one),
            Some((Code::OneDiffers, Level::Mark)),
        ),
        (
            "two differ",
            &[one.clone(), two.clone()],
            Some((Code::Unsupported, Level::Warn)),
        ),
        (
            "the second is a copy of the first",
            &[one.clone(), copy],
            Some((Code::OneDiffers, Level::Mark)),
        ),
        (
            "one agrees",
            std::slice::from_ref(&same),
            Some((Code::OneAgrees, Level::None)),
        ),
        (
            "one agrees and one differs",
            &[same.clone(), one.clone()],
            Some((Code::Differ, Level::Mark)),
        ),
    ];
    for (name, texts, expected) in cases {
        assert_eq!(found(texts), expected, "{name}");
    }
}

#[test]
fn articles_share_the_names_that_are_words_with_endings_too() {
    // "Dunmore" has another stem; what is kept of an article are the words of its names.
    let sentence =
        |age: u8| format!("Marla Jones, {age}, was pulled from the river at Dunmore on Thursday.");
    let theirs = page("one.example", DAY, &["Rescue at Dunmore", &sentence(34)]);
    let theirs = ReferenceText::of(Language::english(), &theirs).expect("it has a figure");
    let ours = page(
        "ours.example",
        DAY,
        &["Saved from the river", &sentence(36)],
    );
    assert_eq!(check_beside(&ours, &nothing(), &[theirs]).findings.len(), 1);
}

#[test]
fn the_passage_of_each_article_is_told() {
    let report = report(&[told("one.example", OTHERWISE)]);
    assert_eq!(report.beside, [0]);
    let Reason::Sources(weighed) = &report.findings[0].reason else {
        panic!("{:?}", report.findings[0].reason);
    };
    assert_eq!(weighed.whose, "Lena Marsh");
    assert_eq!(report.sources[0].publisher, "one.example");
    assert_eq!(report.sources[0].date, DAY);
    let evidence = &report.findings[0].evidence;
    let [Evidence::Source(testimony)] = evidence.as_slice() else {
        panic!("{evidence:?}");
    };
    assert_eq!(testimony.figure.text, "34");
    assert_eq!(testimony.voices[0].passage, OTHERWISE);
    assert_eq!(report.findings[0].places[0].quote, "36");
}

#[test]
fn a_page_is_no_reference_for_itself() {
    let itself = ReferenceText::of(Language::english(), &ours()).expect("it has a figure");
    assert_eq!(found(&[itself]), None);
    // Nor is a copy of it elsewhere, whose words are its own.
    let mut copy = ours();
    copy.url = "https://elsewhere.example/copied".to_owned();
    let copy = ReferenceText::of(Language::english(), &copy).expect("it has a figure");
    assert_eq!(found(&[copy]), None);
}

#[test]
fn articles_about_others_are_not_asked() {
    let other = told(
        "other.example",
        "Lena Holt, 34, won the race at Marlow on Thursday.",
    );
    assert_eq!(found(&[other]), None);
    assert_eq!(report(&[]).beside, Vec::<usize>::new());
}

#[test]
fn an_article_on_the_same_story_is_named_though_no_figure_can_be_compared() {
    let quiet = told(
        "quiet.example",
        "Lena Marsh is well, says the crew of the Petrel, which found her off Orrin after 12 hours.",
    );
    let found = report(std::slice::from_ref(&quiet));
    assert_eq!(found.findings, []);
    assert_eq!(found.beside.len(), 1);
    assert_eq!(found.sources[found.beside[0]].publisher, "quiet.example");
    let elsewhere = told(
        "races.example",
        "Off Orrin the crew of Tom Boll sailed 12 miles on Thursday, said Ann Roth of the harbour of Kolm.",
    );
    assert_eq!(report(&[elsewhere]).beside, Vec::<usize>::new());
    let later = ReferenceText {
        published: "2024-09-20".to_owned(),
        ..quiet
    };
    assert_eq!(report(&[later]).beside, Vec::<usize>::new());
}

fn slide(site: &str, day: &str, sentence: &str) -> Page {
    let rest = "Soldiers from Brod dig in the mud of the Mara valley for those who are missing, said a speaker.";
    page(site, day, &["Mud in the valley", sentence, rest])
}

/// What it comes to, how it is shown, and the day of the figure that is told.
fn of_slide(ours: &Page, theirs: &Page) -> Option<(Code, Level, Held)> {
    let text = ReferenceText::of(Language::english(), theirs).expect("it has a figure");
    let report = check_beside(ours, &nothing(), &[text]);
    let finding = report.findings.first()?;
    let Reason::Sources(weighed) = &finding.reason else {
        return None;
    };
    Some((weighed.code, finding.level, weighed.best.when.clone()))
}

#[test]
fn what_has_changed_since_is_told_with_its_day() {
    let tuesday = slide(
        "one.example",
        "2023-05-09",
        "Flooding in the Mara valley killed 31 people, officials in Brod said.",
    );
    let friday = slide(
        "two.example",
        "2023-05-12",
        "Flooding in the Mara valley killed 47 people, officials in Brod said.",
    );
    let later = Held::At("2023-05-12".to_owned());
    assert_eq!(
        of_slide(&tuesday, &friday),
        Some((Code::Outdated, Level::Mark, later))
    );
    assert_eq!(of_slide(&friday, &tuesday), None, "it could not know");
}

#[test]
fn another_count_of_the_same_day_is_told_quietly() {
    let one = slide(
        "one.example",
        "2023-05-09",
        "Mudslides in the Mara valley destroyed 73 houses, officials in Brod said.",
    );
    let two = slide(
        "two.example",
        "2023-05-09",
        "Mudslides in the Mara valley destroyed 37 houses, officials in Brod said.",
    );
    assert_eq!(
        of_slide(&one, &two),
        Some((Code::OneDiffers, Level::Mark, Held::Unsaid))
    );
}

#[test]
fn what_tells_of_something_else_costs_little() {
    let own = ReferenceText::of(Language::english(), &ours()).expect("it has a figure");
    let elsewhere = page(
        "north.example",
        DAY,
        &["Snow in Harjedal", "Snow lay 40 centimetres deep."],
    );
    let elsewhere = ReferenceText::of(Language::english(), &elsewhere).expect("it has a figure");
    let reference = nothing();
    let steps = |texts: &[ReferenceText]| {
        plumbline_core::steps::of(|| check_beside(&ours(), &reference, texts))
    };
    let alone = steps(&[]);
    let of_the_same = steps(&[told("other.example", OTHERWISE)]) - alone;
    assert_eq!(steps(std::slice::from_ref(&own)), alone, "itself");
    let of_another = steps(&[elsewhere]) - alone;
    assert!(
        of_another * 3 < of_the_same,
        "{of_another} beside {of_the_same}"
    );
}

#[test]
fn a_page_that_is_held_against_others_afterwards_says_the_same_as_at_once() {
    let silent = told(
        "far.example",
        "In Kolm the mayor opened 3 schools on Monday.",
    );
    let cases: [(&str, &[ReferenceText], bool); 3] = [
        (
            "an article that says otherwise",
            &[told("one.example", OTHERWISE)],
            true,
        ),
        ("one that shares nobody with it", &[silent], false),
        ("none", &[], false),
    ];
    for (name, texts, speaks) in cases {
        let arriving = Arriving::new(Language::english());
        let mut arrived = arriving.whole(ours()).expect("it is short");
        assert_eq!(
            arrived.check(&nothing()),
            check(&ours(), &nothing()),
            "{name}"
        );
        let beside = arrived.check_beside(&nothing(), texts);
        let expected = speaks.then(|| report(texts));
        assert_eq!(beside, expected, "{name}");
    }
}
