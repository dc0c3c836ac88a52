//! Claims that were looked into and denied, where the set speaks of the figure too.

use plumbline_core::check;
use plumbline_core::page::{Block, DateSource, Page, StatedDate};
use plumbline_core::report::{Code, Evidence, Level, Reason};

/// What is found first on a page with that sentence, in whose data a claim is rated "False"; and how many deny it there.
fn found(sentence: &str, claim: &str) -> Option<(Code, Level, usize)> {
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let review = format!(
        r#"{{"@context":"https://schema.org","@type":"ClaimReview","datePublished":"2025-06-16","claimReviewed":"{claim}","author":{{"@type":"Organization","name":"The Gauge"}},"reviewRating":{{"@type":"Rating","ratingValue":1,"bestRating":5,"worstRating":1,"alternateName":"False"}}}}"#
    );
    let page = Page {
        url: String::from("https://news.example/story"),
        dates: vec![StatedDate::new(DateSource::Meta, "2025-06-16")],
        data: vec![review],
        blocks: vec![Block {
            text: sentence.to_owned(),
            ..Block::default()
        }],
        ..Page::default()
    };
    let report = check(&page, &reference);
    let finding = report.findings.first()?;
    let Reason::Sources(weighed) = &finding.reason else {
        return None;
    };
    let voices = finding.evidence.iter().flat_map(|line| match line {
        Evidence::Source(testimony) => testimony.voices.as_slice(),
        Evidence::Page(_) | Evidence::Arithmetic(_) => &[],
    });
    let denying = voices.filter(|voice| voice.reviewed.as_ref().is_some_and(|r| r.denied));
    Some((weighed.code, finding.level, denying.count()))
}

#[test]
fn a_denied_claim_is_told_beside_what_the_set_says() {
    const BORNE_OUT: &str = "Meta takes a 49% stake in Scale AI.";
    const BEST: &str = "Meta has invested $14.3 billion in Scale AI.";
    const SLIP: &str = "Meta has invested $1.48 billion in Scale AI.";
    let cases = [
        (
            "borne out by the set",
            BORNE_OUT,
            BORNE_OUT,
            Some((Code::Denied, Level::Mark, 1)),
        ),
        (
            "another claim is denied",
            BORNE_OUT,
            SLIP,
            Some((Code::Agree, Level::None, 0)),
        ),
        (
            "best supported by the set",
            BEST,
            BEST,
            Some((Code::BestSupported, Level::Mark, 1)),
        ),
        (
            "warned of by the set",
            SLIP,
            SLIP,
            Some((Code::Unsupported, Level::Warn, 1)),
        ),
    ];
    for (name, sentence, claim, expected) in cases {
        assert_eq!(found(sentence, claim), expected, "{name}");
    }
}
