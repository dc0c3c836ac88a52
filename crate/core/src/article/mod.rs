//! Which blocks of a page are its article, and the day the article speaks from.

mod data;
mod days;
mod foreign;
mod furniture;
mod published;

use crate::language::Language;
use crate::locale::Locale;
use crate::page::{self, Page, Role, Zone};
use time::Date;

pub use data::{MOST_REVIEWS, Review};
pub use days::day;

/// The article of a page.
#[derive(Debug)]
pub struct Article<'p> {
    /// The title of the document.
    pub title: &'p str,
    /// The day it was published, as far as the page says.
    pub published: Option<Date>,
    /// The language it is in, if that is not English: then its figures are not understood.
    pub foreign: Option<&'p str>,
    /// How the place that it is written for writes.
    pub locale: Locale,
    /// The claims that its page says were reviewed, as far as that says something clear of them.
    pub reviews: Vec<Review>,
    /// Its blocks, in order.
    pub blocks: Vec<Block<'p>>,
    /// The language that it is read in.
    pub language: Language,
}

/// A block of the article.
#[derive(Debug)]
pub struct Block<'p> {
    /// Its index in the page.
    pub index: usize,
    /// What it is.
    pub role: Role,
    /// Its text.
    pub text: &'p str,
    /// Its table row, counted through the page; 0 for all others.
    pub row: usize,
}

impl<'p> Article<'p> {
    /// Finds the article in a page.
    pub fn of(language: Language, page: &'p Page) -> Self {
        let zone = best_zone(page);
        let blocks: Vec<Block<'p>> = page
            .blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| belongs(language, block, zone))
            .map(|(index, block)| Block {
                index,
                role: block.role,
                text: &block.text,
                row: block.row,
            })
            .collect();
        let data = data::read(language, &page.data);
        Self {
            title: &page.title,
            published: published::day(language, page, zone, &data.things),
            reviews: data.reviews,
            foreign: foreign::language(
                language,
                &page.language,
                blocks.iter().map(|block| block.text),
            ),
            locale: Locale::of(language, page),
            blocks,
            language,
        }
    }
}

/// The zone that holds the article: what is marked as one, else the main part, else the whole body.
fn best_zone(page: &Page) -> Zone {
    let (mut article, mut main, mut body) = (0, 0, 0);
    for block in &page.blocks {
        if matches!(block.role, Role::Paragraph | Role::Item | Role::Quote) {
            match block.zone {
                Zone::Article => article += block.unlinked(),
                Zone::Main => main += block.unlinked(),
                Zone::Body => body += block.unlinked(),
                _ => {}
            }
        }
    }
    // An article element that holds little of the text is a teaser, not the article.
    let holds_enough = |words: usize| words > 0 && words * 3 >= article + main + body;
    if holds_enough(article) {
        Zone::Article
    } else if holds_enough(main) {
        Zone::Main
    } else {
        Zone::Body
    }
}

/// Whether a block may belong to the article, whatever the rest of its page is.
pub(crate) fn may_hold(block: &page::Block) -> bool {
    let zone_fits = matches!(
        block.zone,
        Zone::Article | Zone::Main | Zone::Body | Zone::Header
    );
    zone_fits && block.role != Role::Code
}

/// Whether a block stands where the article does: what is in the body may be in its other parts too.
fn is_within(block: &page::Block, zone: Zone) -> bool {
    match zone {
        Zone::Article => block.zone == Zone::Article,
        Zone::Main => matches!(block.zone, Zone::Article | Zone::Main),
        _ => matches!(block.zone, Zone::Article | Zone::Main | Zone::Body),
    }
}

fn belongs(language: Language, block: &page::Block, zone: Zone) -> bool {
    let text = block.text.trim();
    if text.is_empty() {
        return false;
    }
    let zone_fits = is_within(block, zone)
        || match block.zone {
            Zone::Main | Zone::Body => block.role == Role::Headline,
            Zone::Header => zone == Zone::Body || block.role == Role::Headline,
            _ => false,
        };
    // A headline may link to itself.
    let leads_elsewhere = block.role != Role::Headline && block.is_mostly_link();
    // "Share" heads a column of a table.
    let furniture = block.role != Role::Cell && furniture::is_furniture(language, text);
    zone_fits && !leads_elsewhere && block.role != Role::Code && !furniture
}

#[cfg(test)]
mod tests {
    use super::{Article, best_zone};
    use crate::language::Language;
    use crate::page::{Block, Page, Role, Zone};

    fn block(zone: Zone, text: &str, linked: usize) -> Block {
        Block {
            zone,
            text: text.to_owned(),
            linked,
            ..Block::default()
        }
    }

    #[test]
    fn what_is_mostly_link_leads_elsewhere_however_long_it_is() {
        let teaser = "The older of the two bridges was closed in May, and nobody knows who is to pay the 14 million.";
        let prose = "The older of the two bridges was closed in May, says the council; more about it elsewhere.";
        let half = prose.find(';').unwrap_or(0);
        let cases = [
            (teaser, teaser.len(), Role::Paragraph, false),
            (teaser, teaser.len() - 10, Role::Paragraph, false),
            (prose, prose.len() - half, Role::Paragraph, true),
            ("See also", 8, Role::Paragraph, false),
            ("Two bridges", 11, Role::Headline, true),
            // Two bytes a letter, one unit: half of it is link.
            ("αβγδεζηθικ", 5, Role::Paragraph, true),
            ("αβγδεζηθικ", 9, Role::Paragraph, false),
        ];
        for (text, linked, role, belongs) in cases {
            let mut only = block(Zone::Article, text, linked);
            only.role = role;
            let page = Page {
                blocks: vec![only, block(Zone::Article, "They stand.", 0)],
                ..Page::default()
            };
            assert_eq!(
                Article::of(Language::english(), &page).blocks.len() == 2,
                belongs,
                "{linked} of {text}"
            );
        }
    }

    #[test]
    fn a_teaser_in_another_script_does_not_outweigh_the_article() {
        // All of it is link, of two bytes a letter: it has nothing of its own.
        let teaser = "Мосты ".repeat(20);
        let units = teaser.encode_utf16().count();
        let page = Page {
            blocks: vec![
                block(Zone::Article, &teaser, units),
                block(Zone::Body, "The bridges were closed in May.", 0),
            ],
            ..Page::default()
        };
        assert_eq!(best_zone(&page), Zone::Body);
    }
}
