//! Articles that tell of one story: what one of them makes of the figures of another.
//!
//! ```text
//! page ─ Telling::of ─ what it tells: owned, can be stored and sent
//!      ─ Ready::of   ─ the same with its figures indexed, for as many others as there are
//!      ─ Ready::met  ─ which figures of two articles are of one cell, and whether both can be true
//! ```
//!
//! Figures meet by their cells where a set knows what they are about, and else by the words of their sentences. One
//! article alone is no evidence against another: who is right is for those to say who see all of them.

use crate::align::words::Known;
use crate::align::{self, Claim, Kept};
use crate::article::Article;
use crate::calendar::Period;
use crate::check::texts::{self, said_of, same_value};
use crate::check::{denied, derived, is_one_document, judge, value_of};
use crate::figures::{Measure, Quantity};
use crate::page::Page;
use crate::reading::Reading;
use crate::reading::words::WordReading;
use crate::reference::{Cell, Reference, ReferenceText, Source, Statement};
use crate::report::{Arithmetic, Stand, Verdict, Voice};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// An article as it is held against others: its text, and what it tells in the words of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Its text, with what is known of it.
    pub article: ReferenceText,
    /// What its figures measure, each once: `USD`, `metre`, `calendar`, or `number`; sorted.
    pub measures: Vec<String>,
    /// The figures that the set knows what they are about, in reading order.
    pub figures: Vec<ToldFigure>,
}

/// What a figure is about, by the ids of a set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct About {
    /// The property.
    pub property: String,
    /// Whose it is.
    pub entity: String,
    /// What it is directed at, where the property has that.
    pub object: Option<String>,
}

/// A figure of which the set knows what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldFigure {
    /// What it is about.
    pub about: About,
    /// The same for people: "Meta's investment in Scale AI".
    pub name: String,
    /// How the text tells it; the quantity stands in [`Telling::article`]'s text.
    pub claim: Claim,
    /// What it states, unless it is of a part, denied, or of a time that nobody knows.
    pub statement: Option<Statement>,
}

impl Telling {
    /// What the article of a page tells, read with the words of `vocabulary`; nothing where it is in another language or
    /// has no figure.
    pub fn of(page: &Page, vocabulary: &Reference) -> Option<Self> {
        let article = Article::of(vocabulary.language, page);
        let Kept {
            text,
            reading,
            prose,
        } = Kept::of(&article, &page.url)?;
        let measures = reading.figures.iter().map(|f| measure(&f.quantity));
        let mut measures: Vec<String> = measures.collect();
        crate::order::sort(&mut measures);
        measures.dedup();
        let denied = denied(vocabulary.language, &text.reviews);
        let mut claims = align::claims(Reading::of(&article, vocabulary), vocabulary);
        claims.retain(|claim| {
            !denied
                .iter()
                .any(|figure| same_value(figure, &claim.quantity))
        });
        let figures = claims.into_iter().filter_map(|claim| {
            let begin = prose.start_of(claim.block)?;
            let block = article.blocks.get(claim.block)?.text;
            ToldFigure::of(claim, block, begin, &text.published, vocabulary)
        });
        Some(Self {
            figures: figures.collect(),
            measures,
            article: text,
        })
    }

    /// Whether two articles are one: by their address.
    pub fn is_of_one_document(&self, other: &Self) -> bool {
        is_one_document(&self.article.address, &other.article.address)
    }

    /// It as a source: its statements are with it.
    fn source(&self) -> Source {
        let article = &self.article;
        Source {
            id: article.address.clone(),
            publisher: article.publisher.clone(),
            title: article.title.clone(),
            date: article.published.clone(),
            undated: article.published.is_empty(),
            address: article.address.clone(),
            ..Source::default()
        }
    }
}

impl ToldFigure {
    /// A claim of a block that begins at a byte of the text; none without a cell.
    fn of(
        mut claim: Claim,
        block: &str,
        begin: usize,
        published: &str,
        vocabulary: &Reference,
    ) -> Option<Self> {
        let cell = claim.cell?;
        let entity = |id: usize| vocabulary.set.entities.get(id).map(|e| e.id.clone());
        let about = About {
            property: vocabulary.set.properties.get(cell.property)?.id.clone(),
            entity: entity(cell.entity)?,
            object: match cell.object {
                Some(object) => Some(entity(object)?),
                None => None,
            },
        };
        let mut statement =
            Statement::told(&claim, block, vocabulary).map(|(_, statement)| statement);
        // What held before held before the article, at the latest.
        if let Some(before) = (statement.as_mut()).and_then(|s| s.before.as_mut()) {
            published.clone_into(before);
        }
        let start = begin + claim.quantity.start;
        claim.quantity = claim.quantity.moved_to(start);
        // The ids stand for themselves: an index means nothing without its set.
        claim.cell = None;
        claim.block = 0;
        Some(Self {
            about,
            name: vocabulary.name_of(cell),
            claim,
            statement,
        })
    }
}

impl About {
    fn cell(&self, reference: &Reference) -> Option<Cell> {
        Some(Cell {
            property: reference.property(&self.property)?,
            entity: reference.entity(&self.entity)?,
            object: match &self.object {
                Some(object) => Some(reference.entity(object)?),
                None => None,
            },
        })
    }
}

/// What a figure measures, as a name.
fn measure(quantity: &Quantity) -> String {
    match Measure::of(quantity) {
        Measure::Currency(name) | Measure::Named(name) => name.into_owned(),
        Measure::Calendar => String::from("calendar"),
        Measure::Plain => String::from("number"),
    }
}

/// An article made ready to be held against others.
#[derive(Debug)]
pub struct Ready<'t> {
    telling: &'t Telling,
    known: Known,
    /// What it states, by itself.
    stating: Reference,
    /// For each of those statements, which of the figures makes it.
    made_by: Vec<usize>,
    /// Where the figures stand of which the set knows what they are about.
    told: FxHashSet<usize>,
}

/// Two figures of one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// What both are about, where the set knows it.
    pub about: Option<About>,
    /// The same for people; empty where it is not known.
    pub name: String,
    /// The figure.
    pub figure: Spot,
    /// The figure of the other article.
    pub other: Spot,
    /// What the other makes of it.
    pub verdict: Verdict,
}

/// Where a figure stands in the text of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Its bytes.
    pub range: Range<usize>,
    /// The figure as it is written, hedge included.
    pub text: String,
    /// Its sentence.
    pub passage: String,
}

impl<'t> Ready<'t> {
    /// Makes an article ready; `vocabulary` is what it was read with.
    pub fn of(telling: &'t Telling, vocabulary: &Reference) -> Self {
        let article = &telling.article;
        let (mut made_by, mut statements) = (Vec::new(), Vec::new());
        for (at, figure) in telling.figures.iter().enumerate() {
            if let Some(statement) = &figure.statement {
                made_by.push(at);
                statements.push(statement.clone());
            }
        }
        let language = vocabulary.language;
        let mut reading = WordReading::of(language, &article.text, article.day());
        // What it tells of a claim that it denies is not its word.
        let denied = denied(language, &article.reviews);
        let is_denied =
            |quantity: &Quantity| denied.iter().any(|figure| same_value(figure, quantity));
        reading
            .figures
            .retain(|figure| !is_denied(&figure.quantity));
        // A time that nobody knows leaves its statement out, and that is all.
        let (stating, _left_out) = vocabulary.stating(vec![telling.source()], statements);
        let starts = telling.figures.iter().map(|f| f.claim.quantity.start);
        Self {
            told: starts.collect(),
            known: Known::new(language, reading),
            stating,
            made_by,
            telling,
        }
    }

    /// What it tells.
    pub fn telling(&self) -> &'t Telling {
        self.telling
    }

    /// What `other` makes of the figures of this article, in reading order; nothing is said of what is not certain.
    pub fn met(&self, other: &Ready<'_>) -> Vec<Met> {
        let mut met = self.by_cells(other);
        met.extend(self.by_words(other));
        crate::order::by_key(&mut met, |met| met.figure.range.start);
        met
    }

    fn by_cells(&self, other: &Ready<'_>) -> Vec<Met> {
        let published = self.telling.article.day();
        let figures = self.telling.figures.iter();
        let met = figures.filter_map(|figure| {
            let claim = Claim {
                cell: Some(figure.about.cell(&other.stating)?),
                ..figure.claim.clone()
            };
            let judgement = judge(&claim, &other.stating, published).ok()?;
            let agrees = judgement.verdict == Verdict::Supported;
            let mut stated = judgement.stated.iter().filter(|(_, a)| *a == agrees);
            let (against, _) = stated.next()?;
            let made_by = *other.made_by.get(against.index)?;
            Some(Met {
                about: Some(figure.about.clone()),
                name: figure.name.clone(),
                figure: self.spot(&figure.claim.quantity),
                other: other.spot(&other.telling.figures[made_by].claim.quantity),
                verdict: if agrees {
                    Verdict::Supported
                } else {
                    Verdict::Contradicted
                },
            })
        });
        met.filter(is_no_copy).collect()
    }

    fn by_words(&self, other: &Ready<'_>) -> Vec<Met> {
        let text = &self.known.reading;
        let story = texts::Story::of(text, &other.known.reading);
        let figures = text.figures.iter();
        let untold = figures.filter(|figure| !self.told.contains(&figure.quantity.start));
        let met = untold.filter_map(|figure| {
            let (verdict, against) = said_of(figure, (text, &other.known), story)?;
            Some(Met {
                about: None,
                name: String::new(),
                figure: self.spot(&figure.quantity),
                other: other.spot(&against.quantity),
                verdict,
            })
        });
        met.filter(is_no_copy).collect()
    }

    fn spot(&self, quantity: &Quantity) -> Spot {
        let text = &self.telling.article.text;
        let range = quantity.outer_start..quantity.outer_end;
        let figures = &self.known.reading.figures;
        // The figures of a text are in reading order, and so are their sentences.
        let next = figures.partition_point(|f| f.sentence.end <= range.start);
        let sentence = figures.get(next).map(|f| f.sentence.clone());
        let sentence = sentence.filter(|s| s.start <= range.start);
        Spot {
            text: text.get(range.clone()).unwrap_or("").trim().to_owned(),
            passage: plain(
                sentence
                    .and_then(|sentence| text.get(sentence))
                    .unwrap_or(""),
            ),
            range,
        }
    }
}

/// A sentence on one line.
fn plain(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.join(" ")
}

/// The very sentence of the other is a copy, and no second voice.
fn is_no_copy(met: &Met) -> bool {
    met.verdict != Verdict::Supported
        || met.figure.passage.is_empty()
        || met.figure.passage != met.other.passage
}

/// What several articles of one story state, as one set of which each is a source, in their order. It is for reckoning:
/// what an article tells without a time is news, and is dated to its month, or where it does not say its day to that of
/// the first that does.
pub fn stating(tellings: &[&Telling], vocabulary: &Reference) -> Reference {
    let sources = tellings.iter().map(|telling| telling.source()).collect();
    let days = tellings.iter().map(|t| t.article.published.as_str());
    let first = days.filter(|day| !day.is_empty()).min();
    let statements = tellings.iter().enumerate().flat_map(|(source, telling)| {
        let own = Some(telling.article.published.as_str()).filter(|day| !day.is_empty());
        let day = own.or(first).and_then(Period::parse).and_then(|p| p.from);
        let month = day.and_then(|day| Period::month(day.year(), day.month().into()));
        let stated = telling.figures.iter().filter_map(|f| f.statement.clone());
        stated.map(move |statement| {
            let untimed = statement.time.is_none() && statement.before.is_none();
            Statement {
                source,
                time: statement
                    .time
                    .or_else(|| month.filter(|_| untimed).map(|month| month.label())),
                ..statement
            }
        })
    });
    let (reference, _left_out) = vocabulary.stating(sources, statements.collect());
    reference
}

/// A value that follows from what sources state of other cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoned {
    /// The arithmetic; its voices are sources by their place in the set.
    pub arithmetic: Arithmetic,
    /// The sources whose figures it fits, by their place in the set.
    pub fits: Vec<usize>,
}

/// What can be reckoned of a cell from what the sources of `reference` state of others.
pub fn reckoned(reference: &Reference, about: &About) -> Vec<Reckoned> {
    let Some(cell) = about.cell(reference) else {
        return Vec::new();
    };
    let Some(property) = reference.set.properties.get(cell.property) else {
        return Vec::new();
    };
    let derived = derived(reference, cell).into_iter();
    let reckoned = derived.map(|derived| {
        let statements = reference.statements(cell).iter();
        let fitting = statements.filter(|statement| {
            value_of(statement, property.behaviour).is_some_and(|v| v.agrees(&derived.value))
        });
        let mut fits: Vec<usize> = fitting.map(|statement| statement.source).collect();
        crate::order::sort(&mut fits);
        fits.dedup();
        let from = || derived.from.iter();
        let arithmetic = Arithmetic {
            by: derived.by,
            from: from()
                .map(|s| reference.set.statements[s.index].quantity.clone())
                .collect(),
            gives: derived.shown,
            unit: derived.unit.clone(),
            stand: Stand::Fits,
            fits_best: true,
            implied: None,
            voices: from()
                .map(|s| Voice {
                    source: s.source,
                    repeats: None,
                    passage: String::new(),
                    reviewed: None,
                })
                .collect(),
        };
        Reckoned { arithmetic, fits }
    });
    reckoned.collect()
}

/// How many days two texts of one story lie apart at the most.
pub const DAYS_APART: i32 = texts::CLOSE;

/// The day of an article as a number, in days; none where it is not known.
pub fn day_number(article: &ReferenceText) -> Option<i32> {
    let day = Period::parse(&article.published)?.from?;
    Some(day.to_julian_day())
}
