//! An article as it is kept for others to be held against, made from what was read of it, and read again.

use crate::article::Article;
use crate::language::Language;
use crate::page::{Page, Role};
use crate::reading::words::WordReading;
use crate::reference::{Prose, ReferenceText, StatedFigure, host, prose};

/// An article as it is kept, with what was read of its running text.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) text: ReferenceText,
    pub(crate) reading: WordReading,
    pub(crate) prose: Prose,
}

impl Kept {
    /// An article with that address; none where it is in another language, or has no figure that others could be held
    /// against.
    pub(crate) fn of(article: &Article<'_>, url: &str) -> Option<Self> {
        if article.foreign.is_some() {
            return None;
        }
        let prose = prose(article);
        let reading = WordReading::of(article.language, &prose.text, article.published);
        if reading.figures.is_empty() {
            return None;
        }
        let headline = article.blocks.iter().find(|b| b.role == Role::Headline);
        let text = ReferenceText {
            title: headline
                .map_or(article.title, |block| block.text)
                .trim()
                .to_owned(),
            publisher: host(url).to_owned(),
            address: url.to_owned(),
            published: article
                .published
                .map_or_else(String::new, |day| crate::calendar::Period::day(day).label()),
            names: reading.names.words().map(str::to_owned).collect(),
            text: prose.text.clone(),
            reviews: article.reviews.clone(),
        };
        Some(Self {
            text,
            reading,
            prose,
        })
    }
}

impl ReferenceText {
    /// The article of a page; none where it is in another language, or has no figure that others could be held against.
    pub fn of(language: Language, page: &Page) -> Option<Self> {
        Some(Kept::of(&Article::of(language, page), &page.url)?.text)
    }

    /// Its figures as they are read now, each with its sentence.
    pub fn figures(&self, language: Language) -> Vec<StatedFigure> {
        let reading = WordReading::of(language, &self.text, self.day());
        let cut = |range: std::ops::Range<usize>| {
            let text = self.text.get(range).unwrap_or_default();
            text.trim().to_owned()
        };
        let figures = reading.figures.iter().map(|figure| StatedFigure {
            figure: cut(figure.quantity.outer_start..figure.quantity.outer_end),
            sentence: cut(figure.sentence.clone()),
        });
        figures.collect()
    }
}
