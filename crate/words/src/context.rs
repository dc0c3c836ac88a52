//! What words are made from, and how dates and sources are told wherever they stand.

use crate::count::capital;
use crate::dates::{Dates, in_words};
use crate::lines::SourceLine;
use crate::passage;
use plumbline_core::lexicon::Lexicon;
use plumbline_core::report::{Report, Reviewed, Source, Voice};

/// What words are made from.
#[derive(Clone, Copy)]
pub(crate) struct Words<'r> {
    /// What currencies are called and how they are signed.
    pub(crate) lexicon: &'r Lexicon,
    pub(crate) report: &'r Report,
    pub(crate) dates: &'r dyn Dates,
}

impl Words<'_> {
    pub(crate) fn date(&self, text: &str) -> String {
        in_words(self.dates, text)
    }

    /// Who says something; none where that is not known.
    pub(crate) fn who(&self, voice: &Voice) -> Option<String> {
        self.report.sources.get(voice.source).map(name)
    }

    pub(crate) fn source(&self, voice: &Voice) -> Option<SourceLine> {
        let source = self.report.sources.get(voice.source)?;
        let mut publisher = name(source);
        if let Some(origin) = voice.repeats.and_then(|at| self.report.sources.get(at)) {
            publisher = format!("{publisher} (repeating {})", name(origin));
        }
        if let Some(reviewed) = &voice.reviewed {
            publisher = format!(
                "{publisher}{}: “{}”",
                self.claimed(reviewed),
                reviewed.rating
            );
        }
        Some(SourceLine {
            publisher,
            title: source.title.clone(),
            date: match (source.date.is_empty(), source.dated) {
                (true, _) => String::from("no date"),
                (false, true) => self.date(&source.date),
                (false, false) => format!("undated, about {}", self.date(&source.date)),
            },
            address: passage::address(&source.address, &voice.passage),
            passage: voice.passage.clone(),
        })
    }
}

impl Words<'_> {
    /// " on what Ann Bo said on 1 March 2024", as far as that is known.
    fn claimed(&self, reviewed: &Reviewed) -> String {
        let on = match reviewed.claimed.as_str() {
            "" => String::new(),
            day => format!(" on {}", self.date(day)),
        };
        match (reviewed.claimant.as_str(), on.as_str()) {
            ("", "") => String::new(),
            ("", on) => format!(" on what was said{on}"),
            (who, on) => format!(" on what {who} said{on}"),
        }
    }
}

/// Who published a source, or what it is.
fn name(source: &Source) -> String {
    match (source.publisher.as_str(), source.described.as_str()) {
        ("", "") => String::from("Publisher not stated"),
        ("", described) => format!("{} (publisher not stated)", capital(described)),
        (publisher, _) => publisher.to_owned(),
    }
}
