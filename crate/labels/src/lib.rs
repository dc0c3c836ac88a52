//! The reader's word: what a reader has said of findings, and what follows from it.
//!
//! A [`Label`] is kept with the place of its figures (their page, what they say, and what stands around them), the
//! reason, and what they were held against. From then on it is honoured on that page: see [`honour`].

mod address;
mod honour;

pub use address::plain;
pub use honour::{Honoured, honour};

use plumbline_words::{Entry, EvidenceLine};
use serde::{Deserialize, Serialize};

/// What a reader says of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// The finding is right: it stays, and is known to be right.
    Right,
    /// The figure and what it was held against are not about the same thing.
    NotSame,
    /// The figure, or what it is about, is read wrongly.
    WrongReading,
    /// Whatever it is, it is not to be told of here.
    Ignore,
}

impl Word {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Right, Self::NotSame, Self::WrongReading, Self::Ignore];
}

/// The version of what is kept; what has another is not read.
pub const VERSION: u32 = 1;

/// How many figures of a finding are kept, and how many lines of what they were held against.
const MOST: usize = 12;

/// What a reader has said of one finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Label {
    /// [`VERSION`].
    pub version: u32,
    /// What was said.
    pub word: Word,
    /// When, as ISO 8601 with milliseconds in UTC; no two words on one page have the same.
    pub said: String,
    /// The address of the page, without what does not say which it is.
    pub address: String,
    /// The title of the page.
    pub title: String,
    /// The kind of reason: `article/weekday`, `sources/one-differs`.
    pub code: String,
    /// What the finding says, for people: its heading, what it is about, and the answer.
    pub label: String,
    /// What the figure is about, where that has a name.
    pub about: String,
    /// The answer.
    pub answer: String,
    /// The figures of the page.
    pub figures: Vec<Figure>,
    /// What they were held against.
    pub evidence: Vec<EvidenceLine>,
    /// The page is the other side: what is held against is the page on which it was said.
    #[serde(default)]
    pub mirrored: bool,
}

/// A figure with what stands around it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// The figure as the page writes it.
    pub quote: String,
    /// The characters before it.
    pub prefix: String,
    /// The characters that follow it.
    pub suffix: String,
    /// Its sentence.
    pub sentence: String,
}

/// A page on which something is said.
#[derive(Debug, Clone, Copy)]
pub struct OfPage<'p> {
    /// Its address.
    pub address: &'p str,
    /// Its title.
    pub title: &'p str,
}

impl Label {
    /// A word on a finding of a page, said at a time.
    pub fn new(word: Word, said: String, page: OfPage<'_>, finding: &Entry) -> Self {
        Self {
            version: VERSION,
            word,
            said,
            address: plain(page.address),
            title: page.title.to_owned(),
            code: finding.code.clone(),
            label: finding.label.clone(),
            about: finding.about.clone(),
            answer: finding.answer.clone(),
            figures: figures(finding).collect(),
            evidence: finding.evidence.iter().take(MOST).cloned().collect(),
            mirrored: false,
        }
    }

    /// Whether it is a word on this very finding.
    pub fn is_of(&self, finding: &Entry) -> bool {
        !self.mirrored
            && self.code == finding.code
            && self
                .figures
                .iter()
                .eq(figures(finding).collect::<Vec<_>>().iter())
            && self.evidence.iter().eq(finding.evidence.iter().take(MOST))
    }

    /// The same seen from the other pages, for what is not the same thing: there the figure that stands here is
    /// what is held against. Only where the sentence is known does it say which figure it is.
    pub fn mirrors(&self) -> Vec<Self> {
        let [figure] = self.figures.as_slice() else {
            return Vec::new();
        };
        if self.word != Word::NotSame || figure.sentence.is_empty() {
            return Vec::new();
        }
        let differing = self.evidence.iter().filter(|line| !line.agrees);
        let told = differing.flat_map(|line| line.sources.iter().map(move |source| (line, source)));
        told.filter(|(_, source)| !source.address.is_empty() && !source.passage.is_empty())
            .map(|(line, source)| Self {
                address: plain(&source.address),
                title: source.title.clone(),
                figures: vec![Figure {
                    quote: line.value.clone(),
                    sentence: source.passage.clone(),
                    ..Figure::default()
                }],
                evidence: vec![EvidenceLine {
                    value: figure.quote.clone(),
                    sources: vec![plumbline_words::SourceLine {
                        publisher: String::new(),
                        title: self.title.clone(),
                        date: String::new(),
                        address: self.address.clone(),
                        passage: figure.sentence.clone(),
                    }],
                    ..line.clone()
                }],
                mirrored: true,
                ..self.clone()
            })
            .collect()
    }
}

/// The figures of a finding with what stands around them, as far as that is known.
fn figures(finding: &Entry) -> impl Iterator<Item = Figure> {
    let places = finding.places.iter().zip(&finding.spots).take(MOST);
    places.map(|(place, spot)| Figure {
        quote: place.quote.clone(),
        prefix: spot.prefix.clone(),
        suffix: spot.suffix.clone(),
        sentence: spot.sentence.clone(),
    })
}
