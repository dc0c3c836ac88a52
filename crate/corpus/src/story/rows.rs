//! Who says what: the stories that articles tell, each with its figures in rows.

use super::{Finding, Pair, Read};
use plumbline_core::reference::Reference;
use plumbline_core::report::Verdict;
use plumbline_core::story::{About, Reckoned, Spot, ToldFigure, reckoned, stating};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Articles that tell of one story.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The articles, by their places, in order.
    pub articles: Vec<usize>,
    /// What at least two of them say of the same: where they differ first, then what most speak of.
    pub rows: Vec<Row>,
}

/// What several articles say of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about, where a set knows it.
    pub about: Option<About>,
    /// The same for people: "Meta's investment in Scale AI"; or empty.
    pub name: String,
    /// Whether some of them cannot both be right.
    pub differ: bool,
    /// What they say, what most say first.
    pub said: Vec<Said>,
    /// What follows from what they say of other things; the places are those of the story's articles.
    pub reckoned: Vec<Reckoned>,
}

/// A figure with those who say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// As the first of them writes it.
    pub figure: String,
    /// When it holds, where they say it: `2025-06`; "before 2025" where they say only that; or empty.
    pub when: String,
    /// Who says it, in the order of the articles.
    pub tellers: Vec<Teller>,
}

/// An article that says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teller {
    /// The article, by its place.
    pub article: usize,
    /// Where the figure stands.
    pub spot: Spot,
}

/// The stories, from the pairs that tell of one and from what met in them; in the order of their first articles.
pub fn tell(
    articles: &[Read],
    pairs: &[Pair],
    found: &[Finding],
    vocabulary: &Reference,
) -> Vec<Story> {
    let mut groups = Groups::of(articles.len());
    for pair in pairs {
        groups.join(pair.article, pair.other);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for article in 0..articles.len() {
        members
            .entry(groups.first(article))
            .or_default()
            .push(article);
    }
    let mut by_story: BTreeMap<usize, Vec<&Finding>> = BTreeMap::new();
    for finding in found {
        let story = by_story.entry(groups.first(finding.article)).or_default();
        story.push(finding);
    }
    let stories = members.into_iter().filter(|(_, members)| members.len() > 1);
    stories
        .map(|(first, members)| {
            let found = by_story.remove(&first).unwrap_or_default();
            let mut rows = by_cells(articles, &members, &found, vocabulary);
            rows.extend(by_words(&found));
            rows.sort_by_key(|row| {
                let tellers = row.said.iter().map(|said| said.tellers.len());
                (!row.differ, Reverse(tellers.sum::<usize>()))
            });
            Story {
                articles: members,
                rows,
            }
        })
        .collect()
}

/// What is said of cells that the set knows.
fn by_cells(
    articles: &[Read],
    members: &[usize],
    found: &[&Finding],
    vocabulary: &Reference,
) -> Vec<Row> {
    let mut told: BTreeMap<&About, Vec<(usize, &ToldFigure)>> = BTreeMap::new();
    for &article in members {
        let figures = articles[article].telling.figures.iter();
        for figure in figures.filter(|f| f.statement.as_ref().is_some_and(|s| !s.hypothetical)) {
            told.entry(&figure.about)
                .or_default()
                .push((article, figure));
        }
    }
    let tellings: Vec<_> = members.iter().map(|&at| &articles[at].telling).collect();
    let together = stating(&tellings, vocabulary);
    let differ: BTreeSet<&About> = (found.iter())
        .filter(|f| f.met.verdict != Verdict::Supported)
        .filter_map(|f| f.met.about.as_ref())
        .collect();
    let rows = told.into_iter().filter_map(|(about, told)| {
        let mut said: Vec<(&ToldFigure, Said)> = Vec::new();
        for (article, figure) in &told {
            let teller = || Teller {
                article: *article,
                spot: spot(articles, *article, figure),
            };
            match said.iter_mut().find(|(other, _)| same(other, figure)) {
                Some((_, known)) if known.tellers.iter().any(|t| t.article == *article) => {}
                Some((_, known)) => known.tellers.push(teller()),
                None => said.push((
                    figure,
                    Said {
                        figure: spot(articles, *article, figure).text,
                        when: when(figure),
                        tellers: vec![teller()],
                    },
                )),
            }
        }
        let mut said: Vec<Said> = said.into_iter().map(|(_, said)| said).collect();
        let who: BTreeSet<usize> = (said.iter().flat_map(|s| &s.tellers))
            .map(|teller| teller.article)
            .collect();
        said.sort_by_key(|said| Reverse(said.tellers.len()));
        (who.len() > 1).then(|| Row {
            name: told[0].1.name.clone(),
            differ: differ.contains(about),
            reckoned: reckoned(&together, about),
            about: Some(about.clone()),
            said,
        })
    });
    rows.collect()
}

/// Whether two figures of a cell say the same of the same time.
fn same(one: &ToldFigure, other: &ToldFigure) -> bool {
    let (a, b) = (&one.claim.quantity, &other.claim.quantity);
    (a.low, a.high, a.modifier, &a.unit) == (b.low, b.high, b.modifier, &b.unit)
        && when(one) == when(other)
}

fn when(figure: &ToldFigure) -> String {
    let statement = figure.statement.as_ref();
    match statement.map(|s| (s.time.as_deref(), s.before.as_deref())) {
        Some((Some(time), _)) => time.to_owned(),
        Some((None, Some(""))) => String::from("before"),
        Some((None, Some(before))) => format!("before {before}"),
        _ => String::new(),
    }
}

fn spot(articles: &[Read], article: usize, figure: &ToldFigure) -> Spot {
    let quantity = &figure.claim.quantity;
    let range = quantity.outer_start..quantity.outer_end;
    let text = &articles[article].telling.article.text;
    Spot {
        text: written(text.get(range.clone()).unwrap_or("")),
        passage: passage(text, range.start).to_owned(),
        range,
    }
}

/// A figure without what marks it as strong in Markdown.
fn written(figure: &str) -> String {
    figure.replace("**", "").trim().to_owned()
}

/// The paragraph around a byte, where no sentence is known.
fn passage(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |line| line + 1);
    let end = text[at..].find('\n').map_or(text.len(), |line| at + line);
    text[start..end].trim()
}

/// What is said of what no set knows: figures that met by the words of their sentences.
fn by_words(found: &[&Finding]) -> Vec<Row> {
    let met: Vec<&&Finding> = found.iter().filter(|f| f.met.about.is_none()).collect();
    let mut spots: BTreeMap<(usize, usize), &Spot> = BTreeMap::new();
    for finding in &met {
        let met = &finding.met;
        spots.insert((finding.article, met.figure.range.start), &met.figure);
        spots.insert((finding.other, met.other.range.start), &met.other);
    }
    let places: Vec<(usize, usize)> = spots.keys().copied().collect();
    let place = |article: usize, spot: &Spot| {
        let place = places.binary_search(&(article, spot.range.start));
        place.unwrap_or_default()
    };
    let mut same = Groups::of(places.len());
    let mut differ = BTreeSet::new();
    for finding in &met {
        let one = place(finding.article, &finding.met.figure);
        let other = place(finding.other, &finding.met.other);
        same.join(one, other);
        if finding.met.verdict != Verdict::Supported {
            differ.insert(one);
        }
    }
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for (at, ((article, _), spot)) in spots.iter().enumerate() {
        let row = rows.entry(same.first(at)).or_insert_with(|| Row {
            about: None,
            name: String::new(),
            differ: false,
            said: Vec::new(),
            reckoned: Vec::new(),
        });
        row.differ |= differ.contains(&at);
        let teller = Teller {
            article: *article,
            spot: (*spot).clone(),
        };
        let known = row.said.iter_mut().find(|said| said.figure == spot.text);
        match known {
            Some(said) if said.tellers.iter().any(|t| t.article == *article) => {}
            Some(said) => said.tellers.push(teller),
            None => row.said.push(Said {
                figure: spot.text.clone(),
                when: String::new(),
                tellers: vec![teller],
            }),
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    for row in &mut rows {
        row.said.sort_by_key(|said| Reverse(said.tellers.len()));
    }
    rows
}

/// What belongs together, by the first of each.
struct Groups(Vec<usize>);

impl Groups {
    fn of(many: usize) -> Self {
        Self((0..many).collect())
    }

    fn first(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other)] = one.min(other);
    }
}
