//! The figures of an article beside other articles that tell of the same: who says the same, and who says otherwise.

mod groups;

use super::reviewed::Claim;
use super::{Story, said_of};
use crate::align::Kept;
use crate::align::words::Known;
use crate::article::{Article, Review};
use crate::check::itself;
use crate::figures::{Kind, Quantity};
use crate::reading::words::{WordFigure, WordReading};
use crate::reference::{Prose, ReferenceText};
use crate::report::{Level, Source, Testimony, Verdict, Voice, Weighed};
use crate::text::tokens;
use groups::{grouped, put_latest_first, testimony, verdict, weighed};
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// With how many articles one is compared: those that have most of its names.
const MOST_TEXTS: usize = 8;

/// Articles that share fewer names tell of other things.
const FEWEST_NAMES: usize = 2;

/// How many words of names articles share that tell of one story, of close days, and which part of those of the one that
/// names fewer.
const FEWEST_SHARED: usize = 3;
const SHARED_PART: usize = 3;

/// What other articles say beside one.
#[derive(Debug, Default)]
pub(crate) struct Others {
    /// Of which of its figures they speak.
    pub(crate) figures: Vec<Beside>,
    /// Those that tell of the same, as places in the report.
    pub(crate) texts: Vec<usize>,
}

/// What is said beside a figure of the article.
#[derive(Debug)]
pub(crate) struct Beside {
    /// The block of the article.
    pub(crate) block: usize,
    /// The figure, its bytes within the block.
    pub(crate) quantity: Quantity,
    pub(crate) verdict: Verdict,
    pub(crate) level: Level,
    pub(crate) weighed: Weighed,
    pub(crate) evidence: Vec<Testimony>,
}

impl Beside {
    /// Those who say it.
    fn voices(&self) -> impl Iterator<Item = &Voice> {
        self.evidence.iter().flat_map(|line| &line.voices)
    }

    /// What those say who have looked into the very figure and deny it.
    pub(crate) fn into_denials(self) -> Vec<Testimony> {
        let denies = |line: &Testimony| {
            let mut reviewed = line
                .voices
                .iter()
                .filter_map(|voice| voice.reviewed.as_ref());
            reviewed.any(|reviewed| reviewed.denied)
        };
        self.evidence.into_iter().filter(denies).collect()
    }

    /// What another figure of the article has in common with this one that is one finding with it.
    pub(crate) fn key(&self) -> String {
        let passages = self.voices().map(|voice| voice.passage.as_str());
        let page = std::iter::once(self.weighed.page.as_str());
        page.chain(passages).collect::<Vec<_>>().join("\n")
    }
}

/// What is read of another article, or a claim that was reviewed.
struct Text<'t> {
    words: &'t str,
    published: &'t str,
    source: Source,
    /// The page that tells of it.
    page: &'t str,
    review: Option<&'t Review>,
}

/// A figure of another text that is about the same.
struct Said<'t> {
    /// Which of the texts says it.
    text: usize,
    /// The page that tells of it.
    page: &'t str,
    /// Who has looked into it and denies it.
    denied: Option<&'t Review>,
    quantity: Quantity,
    agrees: bool,
    /// Whether it is told later of what goes on changing.
    since: bool,
    /// The figure as it is written there, and its sentence.
    figure: &'t str,
    passage: String,
}

/// Holds the figures of an article against those of `others`. `kept` reads it as they are read, where there are any;
/// `source` gives the place of another in the report.
pub(crate) fn beside<'k>(
    url: &str,
    article: &Article<'_>,
    (others, kept): (&[ReferenceText], impl FnOnce() -> Option<&'k Kept>),
    mut source: impl FnMut(Source) -> usize,
) -> Others {
    // What the page said when it was read before is no other article, and is mostly the only one that there is.
    let others: Vec<&ReferenceText> = (others.iter())
        .filter(|text| !itself::same_address(&text.address, url))
        .collect();
    if others.is_empty() && article.reviews.is_empty() {
        return Others::default();
    }
    // Whoever it names stands there in capitals: where nobody whom others name does, it is not read for them.
    if article.reviews.is_empty() {
        let capitals = capitals(article);
        let names = |text: &ReferenceText| {
            text.names
                .iter()
                .filter(|name| capitals.contains(*name))
                .count()
        };
        if others.iter().all(|text| names(text) < FEWEST_NAMES) {
            return Others::default();
        }
    }
    let Some(Kept {
        text: own,
        reading,
        prose,
    }) = kept()
    else {
        return Others::default();
    };
    let language = article.language;
    let mut near: Vec<(usize, &ReferenceText)> = (others.into_iter())
        .map(|text| (text.shared_names(&own.names), text))
        .filter(|(shared, _)| *shared >= FEWEST_NAMES)
        .collect();
    crate::order::by_key(&mut near, |(shared, _)| Reverse(*shared));
    near.truncate(MOST_TEXTS);
    let mut heard = Heard {
        reading,
        prose: &prose.text,
        texts: Vec::new(),
        said: Vec::new(),
    };
    heard.said.resize_with(reading.figures.len(), Vec::new);
    let mut texts: Vec<usize> = Vec::new();
    for (_, text) in &near {
        let known = Known::new(language, WordReading::of(language, &text.text, text.day()));
        let story = Story::of(reading, &known.reading);
        if is_of_one_story(story, reading, &known.reading) {
            texts.push(source(source_of(text)));
        }
        let claims = Claim::all(language, &text.reviews, &text.published, reading);
        heard.article(text, &known, story, &claims);
        heard.claims(&claims, &text.title, &text.address, false);
    }
    let claims = Claim::all(language, &article.reviews, &own.published, reading);
    heard.claims(&claims, article.title, url, true);
    let mut figures = Vec::new();
    for (figure, said) in reading.figures.iter().zip(&heard.said) {
        if !said.is_empty() {
            figures.extend(told(figure, said, &heard.texts, prose, &mut source));
        }
    }
    // Who has looked into a claim tells no story.
    let voices = figures.iter().flat_map(Beside::voices);
    texts.extend(voices.filter(|v| v.reviewed.is_none()).map(|v| v.source));
    crate::order::sort(&mut texts);
    texts.dedup();
    Others { figures, texts }
}

/// What others say of a figure, as a finding on the page; `source` gives the place of one of them in the report.
fn told(
    figure: &WordFigure,
    said: &[Said<'_>],
    texts: &[Text<'_>],
    prose: &Prose,
    source: &mut impl FnMut(Source) -> usize,
) -> Option<Beside> {
    let quantity = figure.quantity.clone();
    let (block, start) = prose.place(quantity.start)?;
    let page = prose.text.get(quantity.outer_start..quantity.outer_end)?;
    let mut groups = grouped(said);
    put_latest_first(&mut groups, |text| texts[text].published);
    let (verdict, level, code) = verdict(&groups);
    let whose = figure.whose.as_ref().filter(|_| quantity.kind == Kind::Age);
    let weighed = Weighed {
        whose: whose.map_or_else(String::new, |person| person.written().to_owned()),
        ..weighed(page.trim(), &quantity, code, &groups, texts)
    };
    let mut place = |text: usize| source(texts[text].source.clone());
    let evidence = groups
        .iter()
        .map(|group| testimony(&quantity, group, texts, &mut place))
        .collect();
    Some(Beside {
        block,
        quantity: quantity.moved_to(start),
        verdict,
        level,
        weighed,
        evidence,
    })
}

/// What other texts say of the figures of an article.
struct Heard<'t> {
    reading: &'t WordReading,
    /// The article's running text.
    prose: &'t str,
    texts: Vec<Text<'t>>,
    /// For each figure of the article what is said of it.
    said: Vec<Vec<Said<'t>>>,
}

impl<'t> Heard<'t> {
    /// What another article says itself; a claim that it denies is not its word.
    fn article(
        &mut self,
        text: &'t ReferenceText,
        known: &Known,
        story: Story,
        claims: &[Claim<'t>],
    ) {
        self.texts.push(Text {
            words: &text.text,
            published: &text.published,
            source: source_of(text),
            page: &text.address,
            review: None,
        });
        for at in 0..self.reading.figures.len() {
            let figure = &self.reading.figures[at];
            let said = said_of(figure, (self.reading, known), story);
            if let Some((verdict, against)) = said
                .filter(|(_, against)| !claims.iter().any(|claim| claim.denies(&against.quantity)))
            {
                self.add(at, verdict, against);
            }
        }
    }

    /// What claims say that were reviewed on a page; of the article's own page none bears it out.
    fn claims(&mut self, claims: &[Claim<'t>], title: &str, address: &'t str, own: bool) {
        for claim in claims {
            self.texts.push(Text {
                words: &claim.review.claim,
                published: &claim.review.published,
                source: claim.source(title, address),
                page: address,
                review: Some(claim.review),
            });
            for at in 0..self.reading.figures.len() {
                let said = claim.says(&self.reading.figures[at], self.reading);
                if let Some((verdict, claimed)) =
                    said.filter(|(verdict, _)| !own || *verdict != Verdict::Supported)
                {
                    self.add(at, verdict, claimed);
                }
            }
        }
    }

    /// Adds what the last of the texts says of a figure of the article.
    fn add(&mut self, at: usize, verdict: Verdict, against: &WordFigure) {
        let Some(text) = self.texts.last() else {
            return;
        };
        let agrees = verdict == Verdict::Supported;
        let cut = |range| text.words.get(range).unwrap_or("");
        let quantity = &against.quantity;
        let passage = cut(against.sentence.clone());
        // The same sentence is a copy, and no second voice.
        let own = self.prose.get(self.reading.figures[at].sentence.clone());
        if agrees && own == Some(passage) {
            return;
        }
        self.said[at].push(Said {
            text: self.texts.len() - 1,
            page: text.page,
            denied: text.review.filter(|review| review.denied),
            quantity: quantity.clone(),
            agrees,
            since: verdict == Verdict::Outdated,
            figure: cut(quantity.outer_start..quantity.outer_end),
            passage: passage.to_owned(),
        });
    }
}

/// The capitalised words of an article, in lower case.
fn capitals(article: &Article<'_>) -> FxHashSet<String> {
    let words = article.blocks.iter().flat_map(|block| {
        let tokens = tokens(block.text).into_iter();
        tokens.map(|token| token.of(block.text))
    });
    words
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(crate::text::lowercase)
        .collect()
}

/// Whether two articles tell of one story, be it that none of their figures can be compared: their days are known and
/// close, and most of those whom the one names the other names too.
fn is_of_one_story(story: Story, one: &WordReading, other: &WordReading) -> bool {
    let shared = one.names.shared(&other.names);
    let fewer = one.names.count().min(other.names.count());
    matches!(story, Story::Same(Some(_)))
        && shared >= FEWEST_SHARED
        && shared * SHARED_PART >= fewer
}

fn source_of(text: &ReferenceText) -> Source {
    Source {
        publisher: text.publisher.clone(),
        described: String::new(),
        title: text.title.clone(),
        date: text.published.clone(),
        dated: !text.published.is_empty(),
        address: text.address.clone(),
    }
}
