//! Whether the page is itself one of the sources. What it says it cannot vouch for.

use crate::align::Claim;
use crate::article::Article;
use crate::figures::Quantity;
use crate::page::{Page, Role};
use crate::reference::{Cell, Reference, Source};
use rustc_hash::FxHashMap;

/// A title of fewer words may be that of many documents.
const TITLE_WORDS: usize = 5;
/// Fewer statements than these may be made by anybody who writes of the same.
const MANY: usize = 4;

/// The source (by index in the set) that a page is: by its address, its title, or what it states.
pub(crate) fn source(
    page: &Page,
    article: &Article<'_>,
    claims: &[Claim],
    reference: &Reference,
) -> Option<usize> {
    let sources = &reference.set.sources;
    let titles: Vec<&str> = std::iter::once(page.title.as_str())
        .chain(headlines(article))
        .collect();
    sources
        .iter()
        .position(|s| same_address(&s.address, &page.url))
        .or_else(|| sources.iter().position(|s| has_title(s, &titles)))
        .or_else(|| by_statements(claims, reference))
}

/// Whether two addresses are of one document; no address is of none. What they ask their site for may say which
/// document it is; what only one of them asks for was added to it.
pub(crate) fn same_address(a: &str, b: &str) -> bool {
    let ((page, one), (other_page, other)) = (parts(a), parts(b));
    let within = |few: &str, many: &str| (few.split('&')).all(|x| many.split('&').any(|y| x == y));
    let alike = one.is_empty() || other.is_empty() || within(one, other) || within(other, one);
    !a.is_empty() && page == other_page && alike
}

/// An address without what does not say which document it is, and what it asks its site for.
fn parts(url: &str) -> (&str, &str) {
    let url = url.split('#').next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (place, asked) = url.split_once('?').unwrap_or((url, ""));
    let place = place.strip_prefix("www.").unwrap_or(place);
    (place.trim_end_matches('/'), asked)
}

/// The headline, or what opens a page that has none.
fn headlines<'a>(article: &'a Article<'_>) -> impl Iterator<Item = &'a str> {
    let opening = article.blocks.first().map(|block| block.text);
    let headlines = article.blocks.iter().filter(|b| b.role == Role::Headline);
    opening
        .into_iter()
        .chain(headlines.map(|block| block.text).take(3))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(60)
}

/// Whether one of the titles is the source's, whatever name of a site stands after it.
fn has_title(source: &Source, titles: &[&str]) -> bool {
    words(&source.title).nth(TITLE_WORDS - 1).is_some()
        && titles.iter().any(|title| begins_with(title, &source.title))
}

/// Whether a text begins with these words, in whatever case.
fn begins_with(text: &str, title: &str) -> bool {
    let mut there = words(text);
    words(title).all(|word| {
        there
            .next()
            .is_some_and(|other| lower(word).eq(lower(other)))
    })
}

fn lower(word: &str) -> impl Iterator<Item = char> {
    word.chars().map(crate::text::small)
}

/// The source most of whose statements the page makes, as that source writes them and among them one that no other
/// source makes.
fn by_statements(claims: &[Claim], reference: &Reference) -> Option<usize> {
    // Only the cells that the page speaks of are looked at: a set may hold many more.
    let mut told: FxHashMap<Cell, Vec<&Quantity>> = FxHashMap::default();
    for claim in claims {
        if let Some(cell) = claim.cell {
            told.entry(cell).or_default().push(&claim.quantity);
        }
    }
    let mut made: FxHashMap<usize, (usize, bool)> = FxHashMap::default();
    for (cell, told) in &told {
        let statements = reference.statements(*cell);
        for statement in statements {
            let hypothetical = reference.set.statements[statement.index].hypothetical;
            let same = |other: &Quantity| {
                other.low == statement.quantity.low
                    && other.high == statement.quantity.high
                    && other.modifier == statement.quantity.modifier
            };
            if hypothetical || !told.iter().any(|quantity| same(quantity)) {
                continue;
            }
            let (as_written, own) = made.entry(statement.source).or_default();
            *as_written += 1;
            *own |= !statements
                .iter()
                .any(|s| s.origin != statement.origin && same(&s.quantity));
        }
    }
    made.into_iter()
        .filter(|(source, (as_written, own))| {
            let all = reference.stated_by(*source);
            *own && *as_written >= MANY && as_written * 4 >= all * 3
        })
        .map(|(source, _)| source)
        .min()
}
