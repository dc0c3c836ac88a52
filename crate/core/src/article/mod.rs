//! Which blocks of a page are its article, and the day the article speaks from.

mod dates;
mod furniture;

use crate::page::{self, Page, Role, Zone};
use time::Date;

/// The article of a page.
#[derive(Debug)]
pub struct Article<'p> {
    /// The title of the document.
    pub title: &'p str,
    /// The day it was published, as far as the page says.
    pub published: Option<Date>,
    /// Its blocks, in order.
    pub blocks: Vec<Block<'p>>,
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
    pub fn of(page: &'p Page) -> Self {
        let zone = best_zone(page);
        let blocks: Vec<Block<'p>> = page
            .blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| belongs(block, zone))
            .map(|(index, block)| Block {
                index,
                role: block.role,
                text: &block.text,
                row: block.row,
            })
            .collect();
        Self {
            title: &page.title,
            published: dates::published(page),
            blocks,
        }
    }
}

/// The zone that holds the article: what is marked as one, else the main part, else the whole body.
fn best_zone(page: &Page) -> Zone {
    let words = |zone: Zone| -> usize {
        page.blocks
            .iter()
            .filter(|b| {
                b.zone == zone && matches!(b.role, Role::Paragraph | Role::Item | Role::Quote)
            })
            .map(|b| b.text.len().saturating_sub(b.linked))
            .sum()
    };
    let all: usize = [Zone::Article, Zone::Main, Zone::Body]
        .into_iter()
        .map(words)
        .sum();
    // An article element that holds little of the text is a teaser, not the article.
    [Zone::Article, Zone::Main]
        .into_iter()
        .find(|zone| words(*zone) * 3 >= all && words(*zone) > 0)
        .unwrap_or(Zone::Body)
}

/// Whether a block may belong to the article, whatever the rest of its page is.
pub(crate) fn may_hold(block: &page::Block) -> bool {
    let zone_fits = matches!(
        block.zone,
        Zone::Article | Zone::Main | Zone::Body | Zone::Header
    );
    zone_fits && block.role != Role::Code
}

fn belongs(block: &page::Block, zone: Zone) -> bool {
    let text = block.text.trim();
    if text.is_empty() {
        return false;
    }
    let zone_fits = match (zone, block.zone) {
        (Zone::Article, Zone::Article) | (Zone::Main, Zone::Article | Zone::Main) => true,
        (Zone::Body, other) => matches!(
            other,
            Zone::Article | Zone::Main | Zone::Body | Zone::Header
        ),
        (_, Zone::Main | Zone::Body | Zone::Header) => block.role == Role::Headline,
        _ => false,
    };
    // A short block that is mostly link leads elsewhere; a headline may link to itself.
    let link_only = block.linked > 0
        && block.role != Role::Headline
        && block.linked * 10 > block.text.encode_utf16().count() * 8;
    zone_fits && !link_only && block.role != Role::Code && !furniture::is_furniture(text)
}
