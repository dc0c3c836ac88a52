//! Real prose where it is present beside the repository, else the articles of this folder.

use crate::shared::shared;
use std::fs;

/// The articles to measure with, and where they are from.
pub fn articles() -> (String, &'static str) {
    let pages = shared("pages").and_then(|folder| fs::read_dir(folder).ok());
    let mut found: Vec<_> = pages
        .into_iter()
        .flatten()
        .flatten()
        .map(|folder| folder.path().join("expected.html"))
        .collect();
    found.sort();
    let text: String = found
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .map(|html| plain(&html))
        .collect();
    if text.is_empty() {
        (
            include_str!("../corpus/articles.txt").to_string(),
            "own articles",
        )
    } else {
        (text, "article texts of saved pages")
    }
}

/// A text of at least `bytes` bytes, made of `text` over and over.
pub fn repeated(text: &str, bytes: usize) -> String {
    text.repeat(bytes.div_ceil(text.len().max(1)).max(1))
}

/// The text of a page without its tags; the ends of blocks are blank lines.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let tag = &rest[open..];
        if ["</p", "</h", "</li", "</div", "<br"]
            .iter()
            .any(|block| tag.starts_with(block))
        {
            text.push_str("\n\n");
        }
        rest = tag.find('>').map_or("", |close| &tag[close + 1..]);
    }
    text.push_str(rest);
    let entities = [
        ("&nbsp;", "\u{A0}"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text, |text, (entity, character)| {
        text.replace(entity, character)
    })
}
