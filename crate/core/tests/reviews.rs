//! Claims that pages say were reviewed (ClaimReview): what is read of their data, and what that makes of figures.

mod site;

use plumbline_core::article::Article;
use plumbline_core::language::Language;
use plumbline_core::page::Page;
use plumbline_core::reference::{Reference, ReferenceText, Set};
use plumbline_core::report::{Code, Evidence, Level, Reason, Report};
use plumbline_core::{Arriving, check, check_beside};

/// What the reviews in scripts of data say: a line each.
fn read(data: &[String]) -> String {
    let page = Page {
        data: data.to_vec(),
        ..Page::default()
    };
    let or = |text: &str| if text.is_empty() { "-" } else { text }.to_owned();
    let lines = Article::of(Language::english(), &page).reviews;
    let line = lines.iter().map(|review| {
        format!(
            "{} {:?} of {} {}; {} {} {}: {}",
            if review.denied { "denied" } else { "held" },
            review.claim,
            or(&review.claimant),
            or(&review.claimed),
            or(&review.publisher),
            or(&review.address),
            or(&review.published),
            review.rating
        )
    });
    line.collect::<Vec<_>>().join(" ¶ ")
}

#[test]
fn the_table_of_data_is_read_as_it_says() {
    let table = include_str!("reviews/data.tsv");
    let mut wrong = Vec::new();
    let mut names = std::collections::HashSet::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(name), Some(scripts), Some(expected)) =
            (fields.next(), fields.next(), fields.next())
        else {
            panic!("no three fields: {line}");
        };
        assert!(names.insert(name), "{name} comes twice");
        let scripts: Vec<String> = scripts.split('¶').map(str::to_owned).collect();
        let found = read(&scripts);
        if found != expected.trim_end_matches('∅') {
            wrong.push(format!("{name}: {found}"));
        }
    }
    assert!(names.len() > 30, "the table is whole");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rating of a claim as data.
fn rated(rating: &str) -> String {
    format!(
        r#"{{"@type":"ClaimReview","claimReviewed":"It rained.","author":{{"name":"The Gauge"}},"reviewRating":{{{rating}}}}}"#
    )
}

#[test]
fn the_table_of_ratings_is_read_as_it_says() {
    let table = include_str!("reviews/ratings.tsv");
    let mut wrong = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let Some((rating, expected)) = line.split_once('\t') else {
            panic!("no two fields: {line}");
        };
        assert!(seen.insert(rating), "{rating} comes twice");
        let found = read(&[rated(rating)]);
        let ruling = match found.split(' ').next() {
            Some("") | None => "open",
            Some(ruling) => ruling,
        };
        if ruling != expected {
            wrong.push(format!("{rating}: {ruling}"));
        }
    }
    assert!(seen.len() > 30, "the table is whole");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn hostile_data_is_read_in_bounds() {
    let sound = rated(r#""ratingValue":1"#);
    let deep = |part: &str| part.repeat(100_000);
    for (name, script) in [
        ("deep objects", deep(r#"{"claimReviewed":"#)),
        ("deep lists", deep("[") + r#"{"claimReviewed":"x"}"#),
        ("deep ratings", deep(r#"{"@type":"ClaimReview","claimReviewed":"x","reviewRating":"#)),
        ("a claim without end", rated(r#""ratingValue":1"#).replace("It rained.", &deep("rain "))),
        ("a publisher without end", format!(r#"{{"claimReviewed":"x","publisher":"{}"#, deep("a"))),
        ("a number without end", rated(&format!(r#""ratingValue":{}"#, deep("1")))),
        ("signs of HTML without end", rated(r#""ratingValue":1"#).replace("It rained.", &deep("&<"))),
        ("escapes without end", rated(r#""ratingValue":1"#).replace("It rained.", &deep(r"\u0026"))),
        ("closed more often than opened", deep("}") + "claimReviewed"),
        (
            "things that are told of in one another",
            r#"{"@graph":[{"@id":"a","@type":"ClaimReview","claimReviewed":"x","reviewRating":{"@id":"a"},"author":{"@id":"b"}},{"@id":"b","author":{"@id":"a"}}]}"#.to_owned(),
        ),
        (
            "wrong types everywhere",
            r#"{"@type":{"@type":"ClaimReview"},"claimReviewed":["x",7,null],"reviewRating":"low","author":[[[]]],"itemReviewed":false,"url":{}}"#.to_owned(),
        ),
    ] {
        assert_eq!(read(std::slice::from_ref(&script)), "", "{name}");
        let expected = read(std::slice::from_ref(&sound));
        assert_eq!(read(&[script, sound.clone()]), expected, "{name}, then a sound one");
    }
    let many = vec![sound; 1_000];
    assert_eq!(read(&many).matches('¶').count(), 19, "the first twenty");
    let long = "Very long ".repeat(40);
    let named = rated(r#""ratingValue":1"#).replace("The Gauge", &long);
    assert!(read(&[named]).contains(" Very long…"), "a name is cut");
    let markup = r#"<img src=x onerror=\"alert(1)\"> \u202eIt <b>rained</b> 9&nbsp;mm."#;
    let found = read(&[rated(r#""ratingValue":1"#).replace("It rained.", markup)]);
    assert!(found.contains(r#""It rained 9 mm.""#), "{found}");
}

const DAY: &str = "2024-05-02";

fn page(site: &str, paragraphs: &[&str], data: &[&str]) -> Page {
    Page {
        data: data.iter().map(|script| (*script).to_owned()).collect(),
        ..site::page(site, DAY, paragraphs)
    }
}

fn review(publisher: &str, claim: &str, rating: &str) -> String {
    format!(
        r#"{{"@context":"https://schema.org","@type":"ClaimReview","datePublished":"2024-05-01","claimReviewed":"{claim}","itemReviewed":{{"@type":"Claim","author":{{"name":"Councillor Hale"}},"datePublished":"2024-04-29"}},"author":{{"@type":"Organization","name":"{publisher}"}},"reviewRating":{{"@type":"Rating",{rating}}}}}"#
    )
}

const CLAIM: &str = "The new bridge at Orrin cost Dunmore council 48 million pounds.";
const FALSE: &str = r#""ratingValue":1,"bestRating":5,"worstRating":1,"alternateName":"False""#;
const TRUE: &str = r#""ratingValue":5,"bestRating":5,"worstRating":1,"alternateName":"True""#;
const HALF: &str = r#""ratingValue":3,"bestRating":5,"worstRating":1,"alternateName":"Half true""#;

/// A page on which a claim is looked into, as a reference for others.
fn checked(site: &str, publisher: &str, claim: &str, rating: &str) -> ReferenceText {
    let page = page(
        site,
        &[
            "Did the bridge at Orrin cost Dunmore that much?",
            "Councillor Hale of Dunmore says so of the bridge at Orrin, and 14 readers have asked about it.",
        ],
        &[&review(publisher, claim, rating)],
    );
    ReferenceText::of(Language::english(), &page).expect("it has a figure")
}

fn nothing() -> Reference {
    Reference::new(Language::english(), Set::default()).0
}

const HEADLINE: &str = "A bridge for Orrin";
const STATES: &str =
    "The new bridge at Orrin has cost Dunmore council 48 million pounds, the paper writes.";

fn report(sentence: &str, texts: &[ReferenceText]) -> Report {
    check_beside(
        &page("ours.example", &[HEADLINE, sentence], &[]),
        &nothing(),
        texts,
    )
}

fn found(report: &Report) -> Option<(Code, Level)> {
    let finding = report.findings.first()?;
    let Reason::Sources(weighed) = &finding.reason else {
        return None;
    };
    Some((weighed.code, finding.level))
}

/// Its name, what the article says, what was read before, and what that comes to.
type Case<'t> = (&'t str, &'t str, &'t [ReferenceText], Option<(Code, Level)>);

#[test]
fn a_claim_that_is_denied_speaks_against_who_states_it_and_for_nobody() {
    let gauge = checked("gauge.example", "The Gauge", CLAIM, FALSE);
    let plumb = checked("plumb.example", "Plumb", CLAIM, FALSE);
    let again = checked("gauge.example", "The Gauge", CLAIM, FALSE);
    let mut own_again = again.clone();
    own_again.address = "https://gauge.example/news/2".to_owned();
    let repeats = ReferenceText::of(
        Language::english(),
        &page(
            "gauge.example",
            &["Did the bridge at Orrin cost Dunmore that much?", CLAIM],
            &[&review("The Gauge", CLAIM, FALSE)],
        ),
    )
    .expect("it has a figure");
    let same = ReferenceText::of(
        Language::english(),
        &page("same.example", &[HEADLINE, "Dunmore council has paid 48 million pounds: so much did the new bridge at Orrin cost Dunmore council."], &[]),
    )
    .expect("it has a figure");
    let open = checked("gauge.example", "The Gauge", CLAIM, HALF);
    let other = STATES.replace("48", "31");
    let denies = format!("It is not true that {}", STATES.to_lowercase());
    let elsewhere = STATES
        .replace("Orrin", "Calder")
        .replace("bridge", "harbour");
    let cases: [Case<'_>; 10] = [
        (
            "one denies it",
            STATES,
            std::slice::from_ref(&gauge),
            Some((Code::Denied, Level::Mark)),
        ),
        (
            "two deny it",
            STATES,
            &[gauge.clone(), plumb],
            Some((Code::Denied, Level::Warn)),
        ),
        (
            "one denies it on two pages",
            STATES,
            &[gauge.clone(), own_again],
            Some((Code::Denied, Level::Mark)),
        ),
        (
            "the page that denies it repeats it",
            STATES,
            std::slice::from_ref(&repeats),
            Some((Code::Denied, Level::Mark)),
        ),
        (
            "another says the same",
            STATES,
            &[gauge.clone(), same],
            Some((Code::Denied, Level::Mark)),
        ),
        ("half true", STATES, std::slice::from_ref(&open), None),
        ("another figure", &other, std::slice::from_ref(&gauge), None),
        (
            "another figure beside who repeats it",
            &other,
            std::slice::from_ref(&repeats),
            None,
        ),
        (
            "the article denies it too",
            &denies,
            std::slice::from_ref(&gauge),
            None,
        ),
        (
            "the same number of something else",
            &elsewhere,
            std::slice::from_ref(&gauge),
            None,
        ),
    ];
    for (name, sentence, texts, expected) in cases {
        assert_eq!(found(&report(sentence, texts)), expected, "{name}");
    }
}

#[test]
fn a_claim_that_holds_is_a_source_as_others_are() {
    let held = checked("gauge.example", "The Gauge", CLAIM, TRUE);
    let other = STATES.replace("48", "31");
    let cases: [Case<'_>; 2] = [
        (
            "the same",
            STATES,
            std::slice::from_ref(&held),
            Some((Code::OneAgrees, Level::None)),
        ),
        (
            "another",
            &other,
            std::slice::from_ref(&held),
            Some((Code::OneDiffers, Level::Mark)),
        ),
    ];
    for (name, sentence, texts, expected) in cases {
        assert_eq!(found(&report(sentence, texts)), expected, "{name}");
    }
}

#[test]
fn the_page_that_tells_of_a_review_is_held_against_it_and_does_not_bear_itself_out() {
    for (name, rating, expected) in [
        ("denied", FALSE, Some((Code::Denied, Level::Mark))),
        ("held", TRUE, None),
        ("open", HALF, None),
    ] {
        let own = page(
            "gauge.example",
            &[HEADLINE, STATES],
            &[&review("The Gauge", CLAIM, rating)],
        );
        let report = check(&own, &nothing());
        let arrived = Arriving::new(Language::english()).whole(own.clone());
        let arrived = arrived.map(|mut page| page.check(&nothing()));
        assert_eq!(arrived.as_ref(), Ok(&report), "before others are asked");
        assert_eq!(found(&report), expected, "{name}");
        assert_eq!(
            report.beside,
            Vec::<usize>::new(),
            "{name}: no other article"
        );
    }
    let two = [
        review("The Gauge", CLAIM, FALSE),
        review("Made Up", CLAIM, FALSE),
    ];
    let own = page("gauge.example", &[HEADLINE, STATES], &[&two[0], &two[1]]);
    assert_eq!(
        found(&check(&own, &nothing())),
        Some((Code::Denied, Level::Mark)),
        "one page is one voice"
    );
}

#[test]
fn who_denies_it_is_told_with_the_site_and_the_claim() {
    let report = report(
        STATES,
        &[checked("gauge.example", "The Gauge", CLAIM, FALSE)],
    );
    let Evidence::Source(testimony) = &report.findings[0].evidence[0] else {
        panic!("{:?}", report.findings[0].evidence);
    };
    let voice = &testimony.voices[0];
    let source = &report.sources[voice.source];
    assert_eq!(source.publisher, "The Gauge (gauge.example)");
    assert_eq!(
        (source.date.as_str(), source.address.as_str()),
        ("2024-05-01", "https://gauge.example/news/1")
    );
    assert_eq!(voice.passage, CLAIM);
    let reviewed = voice.reviewed.as_deref().expect("a review");
    assert_eq!((reviewed.rating.as_str(), reviewed.denied), ("False", true));
    assert_eq!(
        (reviewed.claimant.as_str(), reviewed.claimed.as_str()),
        ("Councillor Hale", "2024-04-29")
    );
}

#[test]
fn reviews_are_kept_with_the_article_and_older_records_have_none() {
    let gauge = checked("gauge.example", "The Gauge", CLAIM, FALSE);
    let kept = serde_json::to_string(&gauge).expect("JSON");
    let read: ReferenceText = serde_json::from_str(&kept).expect("a reference");
    assert_eq!(read, gauge);
    let older = kept
        .split(r#","reviews""#)
        .next()
        .expect("a beginning")
        .to_owned()
        + "}";
    let older: ReferenceText = serde_json::from_str(&older).expect("a reference");
    assert!(older.reviews.is_empty());
    assert_eq!(older.text, gauge.text);
}
