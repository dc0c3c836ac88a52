//! An article as Python hands it over.

use plumbline_core::article::day;
use plumbline_document::Document;
use pyo3::{FromPyObject, PyErr, PyResult};

/// What is known of an article beside its text; `None` leaves it to the article to say.
#[derive(Debug, Default, Clone, FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct About {
    /// Whether the text is HTML.
    pub(crate) html: bool,
    /// Its headline.
    pub(crate) title: Option<String>,
    /// Its address.
    pub(crate) url: Option<String>,
    /// The day that it speaks from, `YYYY-MM-DD`.
    pub(crate) published: Option<String>,
    /// The language that it is in, with the place that it is written for: `en-CA`.
    pub(crate) language: Option<String>,
}

/// A day that is none.
#[derive(Debug)]
pub(crate) struct NoDay(pub(crate) String);

impl std::fmt::Display for NoDay {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "“{}” is no day: write YYYY-MM-DD", self.0)
    }
}

impl From<NoDay> for PyErr {
    fn from(refusal: NoDay) -> Self {
        crate::refused(refusal)
    }
}

/// The day as it was given, if it is one.
pub(crate) fn known_day(published: Option<&str>) -> Result<Option<&str>, NoDay> {
    let given = published
        .map(str::trim)
        .filter(|published| !published.is_empty());
    match given {
        Some(given) if day(given).is_none() => Err(NoDay(given.to_owned())),
        given => Ok(given),
    }
}

impl About {
    /// The document that it is told of.
    ///
    /// # Errors
    /// When `published` is no day.
    pub(crate) fn document(&self, text: &str) -> PyResult<Document> {
        let published = known_day(self.published.as_deref())?;
        let mut document = if self.html {
            Document::of_html(text)
        } else {
            Document::of_text(text)
        };
        let page = &mut document.page;
        if let Some(title) = &self.title {
            page.title.clone_from(title);
        }
        if let Some(url) = &self.url {
            page.url.clone_from(url);
        }
        if let Some(language) = &self.language {
            page.language.clone_from(language);
        }
        Ok(document.published(published.map(str::to_owned)))
    }
}
