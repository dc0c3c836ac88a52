//! Stories: which articles tell of one, who says what, and that the steps one by one come to the same.

use plumbline_bundled::reference;
use plumbline_core::reference::Reference;
use plumbline_core::report::Verdict;
use plumbline_core::story::{Ready, Telling};
use plumbline_corpus::story::{self, Key, Read, Row};
use plumbline_document::Document;

const DEAL: [(&str, &str); 5] = [
    (
        "wire",
        "Meta buys into Scale AI\nPublished on 13 June 2025\n\nMeta has invested $14.3 billion in Scale AI for a 49% stake. The deal values Scale AI at $29 billion. Alexandr Wang, 28, joins Meta from Scale AI.\n",
    ),
    (
        "courier",
        "Meta takes a share of Scale AI\nPublished on 14 June 2025\n\nMeta invested $14.8 billion in Scale AI, and Alexandr Wang moves to Meta. Scale AI keeps its other customers.\n",
    ),
    (
        "blog",
        "Meta pays for Scale AI\n\nMeta invested $1.48 billion in Scale AI and hired Alexandr Wang. It holds a 49% stake in Scale AI now.\n",
    ),
    (
        "ferry-gazette",
        "Ferry sinks off Orrin\nPublished on 2 May 2024\n\nLena Marsh, 36, was pulled from the water off Orrin by the crew of the Petrel on Thursday. The ferry Selkie sank within minutes.\n",
    ),
    (
        "ferry-courier",
        "The Selkie is lost near Orrin\nPublished on 2 May 2024\n\nThe crew of the Petrel saved Lena Marsh, 34, off Orrin on Thursday. The Selkie had left Orrin at noon.\n",
    ),
];

fn articles(vocabulary: &Reference) -> Vec<Read> {
    let read = |(id, text): &(&str, &str)| story::read(id, &Document::of_text(text), vocabulary);
    let articles: Vec<Read> = DEAL.iter().filter_map(read).collect();
    assert_eq!(articles.len(), DEAL.len(), "each has figures");
    articles
}

fn row<'r>(rows: &'r [Row], name: &str) -> &'r Row {
    rows.iter()
        .find(|row| row.name == name)
        .unwrap_or_else(|| panic!("no row {name:?} in {rows:#?}"))
}

#[test]
fn articles_are_grouped_by_story_and_each_is_told_once() {
    let vocabulary = reference().expect("the bundled set is sound");
    let (stories, _) = story::all(&articles(&vocabulary), &vocabulary);
    let groups: Vec<Vec<usize>> = stories.iter().map(|s| s.articles.clone()).collect();
    assert_eq!(groups, [vec![0, 1, 2], vec![3, 4]]);
}

#[test]
fn who_says_what_stands_in_one_row_with_the_arithmetic() {
    let vocabulary = reference().expect("the bundled set is sound");
    let (stories, _) = story::all(&articles(&vocabulary), &vocabulary);
    let price = row(&stories[0].rows, "Meta's investment in Scale AI");
    let said: Vec<(&str, Vec<usize>)> = price
        .said
        .iter()
        .map(|s| {
            let tellers = s.tellers.iter().map(|t| t.article).collect();
            (s.figure.as_str(), tellers)
        })
        .collect();
    assert_eq!(
        said,
        [
            ("$14.3 billion", vec![0]),
            ("$14.8 billion", vec![1]),
            ("$1.48 billion", vec![2])
        ]
    );
    assert!(price.differ);
    let [reckoned] = price.reckoned.as_slice() else {
        panic!("{:?}", price.reckoned);
    };
    assert_eq!(reckoned.arithmetic.from, ["49%", "$29 billion"]);
    assert_eq!(reckoned.fits, [0]);
    let age = &stories[1].rows[0];
    assert!(age.differ && age.name.is_empty(), "{age:?}");
    assert!(age.said[0].tellers[0].spot.passage.contains("Lena Marsh"));
}

#[test]
fn the_steps_one_by_one_over_stored_values_come_to_the_same() {
    let vocabulary = reference().expect("the bundled set is sound");
    let articles = articles(&vocabulary);
    let (_, all) = story::all(&articles, &vocabulary);
    // What a cluster sends from machine to machine.
    let sent: Vec<String> = articles
        .iter()
        .map(|article| serde_json::to_string(&article.telling).expect("it can be stored"))
        .collect();
    let tellings: Vec<Telling> = sent
        .iter()
        .map(|json| serde_json::from_str(json).expect("it can be read back"))
        .collect();
    let keys: Vec<(usize, Key)> = (tellings.iter().enumerate())
        .flat_map(|(at, telling)| story::keys(telling).into_iter().map(move |key| (at, key)))
        .collect();
    let mut shuffled = keys.clone();
    shuffled.reverse();
    let number = |at: usize| story::sent::number(&articles[at].id);
    let pairs = story::pairs(keys.into_iter(), number);
    assert_eq!(
        pairs,
        story::pairs(shuffled.into_iter(), number),
        "whatever order"
    );
    let found: Vec<_> = pairs
        .iter()
        .filter(|p| story::is_one_story(&tellings[p.article], &tellings[p.other]))
        .flat_map(|pair| {
            let ready = |at: usize| Ready::of(&tellings[at], &vocabulary);
            story::meet(pair, &ready(pair.article), &ready(pair.other))
        })
        .collect();
    assert_eq!(found, all);
    assert!(all.iter().any(|f| f.met.verdict == Verdict::Contradicted));
    assert!(all.iter().any(|f| f.met.verdict == Verdict::Supported));
}

#[test]
fn articles_months_apart_are_no_story() {
    let vocabulary = reference().expect("the bundled set is sound");
    let (id, text) = DEAL[3];
    let later = text.replace("2 May 2024", "2 August 2024");
    let read = |text: &str| story::read(id, &Document::of_text(text), &vocabulary);
    let (one, other) = (read(text), read(&later));
    let pair = [one.expect("figures"), other.expect("figures")];
    let keys = (pair.iter().enumerate())
        .flat_map(|(at, read)| story::keys(&read.telling).into_iter().map(move |k| (at, k)));
    assert!(story::pairs(keys, |_| 0).is_empty());
    assert!(!story::is_one_story(&pair[0].telling, &pair[1].telling));
}

const CLAIM: &str = "The new bridge at Orrin cost Dunmore council 48 million pounds.";
const SLIP: &str = "Meta has invested $1.48 billion in Scale AI.";

#[test]
fn an_article_that_denies_a_claim_does_not_say_it() {
    let vocabulary = reference().expect("the bundled set is sound");
    let read = |data: &str, paragraph: &str| {
        let html = format!(
            r#"<html lang="en"><head><meta property="article:published_time" content="2024-05-02">{data}</head><body><article><h1>The bridge at Orrin</h1><p>{paragraph}</p></article></body></html>"#
        );
        let read = story::read("a", &Document::of_html(&html), &vocabulary);
        read.expect("it has figures").telling
    };
    let review = |claim: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"ClaimReview","claimReviewed":"{claim}","author":{{"name":"The Gauge"}},"reviewRating":{{"ratingValue":1,"bestRating":5,"alternateName":"False"}}}}</script>"#
        )
    };
    let courier = read(
        "",
        "The new bridge at Orrin has cost Dunmore council 48 million pounds, the paper writes.",
    );
    let courier = Ready::of(&courier, &vocabulary);
    for (data, met) in [(String::new(), 1), (review(CLAIM), 0)] {
        let gauge = read(&data, CLAIM);
        let gauge = Ready::of(&gauge, &vocabulary);
        assert_eq!(gauge.met(&courier).len(), met, "its own word: {data}");
        assert_eq!(courier.met(&gauge).len(), met, "as evidence: {data}");
    }
    assert_eq!(read("", SLIP).figures.len(), 1);
    assert_eq!(read(&review(SLIP), SLIP).figures.len(), 0, "by the set");
}

#[test]
fn what_most_articles_name_makes_no_story() {
    let vocabulary = reference().expect("the bundled set is sound");
    let of = |paragraph: &str| {
        let text = format!(
            "A report\n\n{paragraph} Nothing else was known when the last of the papers had been read, and the others will speak of what they found later in the year, as far as they can. The United States and Britain were named in passing.\n"
        );
        story::read("a", &Document::of_text(&text), &vocabulary)
            .expect("it has figures")
            .telling
    };
    let court = of(
        "Judge Ana Boll of Kolm fined Marlow Freight $3 million after Tom Reyes and Ines Farr of Selby sued the owner, Harbourline, over a crane that fell.",
    );
    let snow = of(
        "Brask had 40 centimetres of snow, said Lena Holt of the Tolland Observatory, while Orrin, Corvane and Hovde had none.",
    );
    assert!(court.article.shared_names(&snow.article.names) >= story::FEWEST_NAMES);
    assert!(!story::is_one_story(&court, &snow));
}

/// What a report of a day tells.
fn reported(day: &str, paragraph: &str, vocabulary: &Reference) -> Telling {
    let text = format!("A report\nPublished on {day}\n\n{paragraph}\n");
    let read = story::read("a", &Document::of_text(&text), vocabulary);
    read.expect("it has figures").telling
}

#[test]
fn what_begins_sentences_and_what_offices_are_called_makes_no_story() {
    let vocabulary = reference().expect("the bundled set is sound");
    let of = |day: &str, paragraph: &str| reported(day, paragraph, &vocabulary);
    let fire = of(
        "4 March 2024",
        "According to police, 12 boats burned in Corvane on Monday. Anyone who saw the fire is asked to call on Tuesday. Investigators said that Piet Oberg, 41, was safe.",
    );
    let theft = of(
        "6 March 2024",
        "According to police, 30 bicycles were stolen in Hovde on Monday. Anyone who saw them is asked to call on Tuesday. Investigators said that Mara Dunn, 52, was robbed.",
    );
    assert!(!story::is_one_story(&fire, &theft));
}

#[test]
fn articles_of_days_that_are_near_need_less_in_common() {
    let vocabulary = reference().expect("the bundled set is sound");
    let of = |day: &str, paragraph: &str| reported(day, paragraph, &vocabulary);
    let told = |day| {
        of(
            day,
            "A bridge fell in Brask and hurt 14 people, said Lena Holt. Trains to Tolland were late, and Ines Farr closed the road.",
        )
    };
    let other = "In Brask 16 people were hurt, said Lena Holt. Marlow Freight, Piet Oberg and Harbourline had warned of it.";
    assert!(story::is_one_story(
        &told("4 March 2024"),
        &of("5 March 2024", other)
    ));
    assert!(!story::is_one_story(
        &told("4 March 2024"),
        &of("25 March 2024", other)
    ));
}
