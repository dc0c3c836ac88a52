//! Articles as the pages of a site, for tests of what is held beside them.

use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate, Zone};

/// The page of an article: its headline, its paragraphs, the day that it says.
pub(crate) fn page(site: &str, day: &str, paragraphs: &[&str]) -> Page {
    let blocks = paragraphs.iter().enumerate().map(|(index, text)| Block {
        text: (*text).to_owned(),
        zone: Zone::Article,
        role: if index == 0 {
            Role::Headline
        } else {
            Role::Paragraph
        },
        ..Block::default()
    });
    Page {
        url: format!("https://{site}/news/1"),
        language: "en".to_owned(),
        dates: vec![StatedDate::new(DateSource::Meta, day)],
        blocks: blocks.collect(),
        ..Page::default()
    }
}
