//! The other articles that tell the same story, and what each says of the page's figures.

use crate::context::Words;
use crate::evidence::figure_of;
use crate::lines::{Said, SourceLine, StoryLine};
use plumbline_core::report::{Evidence, Finding, Stand, Testimony, Voice};

/// The articles that the page was compared with, each with what it says.
pub(crate) fn lines(words: Words<'_>) -> Vec<StoryLine> {
    let report = words.report;
    let line = |&source: &usize| {
        let voice = Voice {
            source,
            repeats: None,
            passage: String::new(),
            reviewed: None,
        };
        Some(StoryLine {
            source: words.source(&voice)?,
            says: report
                .findings
                .iter()
                .flat_map(|finding| said(words, finding, source))
                .collect(),
        })
    };
    report.beside.iter().filter_map(line).collect()
}

/// What a source says of the figure of a finding.
fn said<'r>(
    words: Words<'r>,
    finding: &'r Finding,
    source: usize,
) -> impl Iterator<Item = Said> + use<'r> {
    let page = finding.places.first().map_or("", |place| &place.quote);
    let about = crate::about::about(finding);
    let testimonies = finding
        .evidence
        .iter()
        .filter_map(|evidence| match evidence {
            Evidence::Source(testimony) => Some(testimony),
            Evidence::Page(_) | Evidence::Arithmetic(_) => None,
        });
    testimonies.filter_map(move |testimony: &Testimony| {
        let voice = testimony
            .voices
            .iter()
            .find(|voice| voice.source == source)?;
        let SourceLine {
            address, passage, ..
        } = words.source(voice)?;
        Some(Said {
            page: page.to_owned(),
            about: about.clone(),
            value: figure_of(words, testimony),
            agrees: testimony.stand != Stand::Differs,
            address,
            passage,
        })
    })
}
