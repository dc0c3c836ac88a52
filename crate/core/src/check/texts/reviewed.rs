//! Claims that were reviewed, beside the figures of an article. A claim that holds is a source as others are; one that is
//! denied is no evidence for anything: it speaks against who states its figure of the same.

use super::Story;
use super::said_of;
use crate::align::words::Known;
use crate::article::{MOST_REVIEWS, Review};
use crate::calendar::Period;
use crate::figures::Quantity;
use crate::language::Language;
use crate::reading::words::{WordFigure, WordReading};
use crate::reference::host;
use crate::report::{Source, Verdict};

/// The figures of claims that are denied: the article that tells of the reviews merely repeats them.
pub(crate) fn denied(language: Language, reviews: &[Review]) -> Vec<Quantity> {
    let denied = reviews.iter().filter(|review| review.denied);
    let figures = denied.take(MOST_REVIEWS).flat_map(|review| {
        let claim = WordReading::of(language, &review.claim, None);
        claim.figures
    });
    figures.map(|figure| figure.quantity).collect()
}

/// A claim, read.
pub(super) struct Claim<'t> {
    pub(super) review: &'t Review,
    known: Known,
    story: Story,
}

impl<'t> Claim<'t> {
    /// The claims of reviews, beside the reading of an article; `day` is that of the page that tells of the reviews.
    pub(super) fn all(
        language: Language,
        reviews: &'t [Review],
        day: &str,
        article: &WordReading,
    ) -> Vec<Self> {
        let read = |review: &'t Review| {
            let days = [review.claimed.as_str(), &review.published, day];
            let day = days.into_iter().find(|day| !day.is_empty());
            let day = day.and_then(|day| Period::parse(day)?.from);
            let known = Known::new(language, WordReading::of(language, &review.claim, day));
            Self {
                review,
                story: Story::of(article, &known.reading),
                known,
            }
        };
        reviews.iter().take(MOST_REVIEWS).map(read).collect()
    }

    /// What the review makes of a figure of the article: the figure of the claim, and whether that speaks for it.
    pub(super) fn says<'k>(
        &'k self,
        figure: &'k WordFigure,
        article: &WordReading,
    ) -> Option<(Verdict, &'k WordFigure)> {
        let (verdict, claimed) = said_of(figure, (article, &self.known), self.story)?;
        match (self.review.denied, verdict) {
            (true, Verdict::Supported) => Some((Verdict::Contradicted, claimed)),
            (true, _) => None,
            (false, verdict) => Some((verdict, claimed)),
        }
    }

    /// Whether a figure of the page that tells of the review is the one that is denied there: that page only repeats it.
    pub(super) fn denies(&self, quantity: &Quantity) -> bool {
        let mut figures = self.known.reading.figures.iter();
        self.review.denied && figures.any(|claimed| super::same_value(&claimed.quantity, quantity))
    }

    /// Who has looked into it. Whose page it is told on is said too, for a page can name anybody.
    pub(super) fn source(&self, title: &str, address: &str) -> Source {
        let review = self.review;
        let site = host(address);
        let publisher = match (review.publisher.as_str(), site) {
            ("", site) => site.to_owned(),
            (name, "") => name.to_owned(),
            (name, site) if name.eq_ignore_ascii_case(site) => name.to_owned(),
            (name, site) => format!("{name} ({site})"),
        };
        Source {
            publisher,
            described: String::new(),
            title: title.to_owned(),
            date: review.published.clone(),
            dated: !review.published.is_empty(),
            address: if review.address.is_empty() || host(&review.address) != site {
                address.to_owned()
            } else {
                review.address.clone()
            },
        }
    }
}
