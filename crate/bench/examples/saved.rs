//! Articles as the library keeps them, for the bench in the browsers: `saved FOLDER` reads JSON lines with `id`,
//! `published` and `text`, as crate/python/tests/corpus.py writes them, and writes what the extension would have stored
//! of them: `heads.json`, a list in the order of the numbers, which begin with 1; `articles.bin`, the records of the
//! articles one after the other, each as long as its head says; `names.bin` with the parts of the index, whose numbers
//! and lengths are in `names.json`.

use plumbline_core::page::{Block, DateSource, Page, StatedDate};
use plumbline_core::{Arrived, Arriving};
use plumbline_library::{SavedArticle, Segment, segment_of};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::stdin;
use std::path::PathBuf;

fn page(line: &Value) -> Page {
    let of = |name: &str| line[name].as_str().unwrap_or_default();
    let blocks = of("text").split("\n\n").map(|text| Block {
        text: text.to_owned(),
        ..Block::default()
    });
    Page {
        url: format!("https://news.example/{}", of("id")),
        title: of("text").split('.').next().unwrap_or_default().to_owned(),
        language: "en".to_owned(),
        dates: vec![StatedDate::new(DateSource::Meta, of("published"))],
        blocks: blocks.collect(),
        ..Page::default()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("saved FOLDER < articles")?);
    let language = plumbline_bundled::language()?;
    let (mut heads, mut articles) = (Vec::new(), Vec::new());
    let mut names: BTreeMap<u32, Segment> = BTreeMap::new();
    for line in stdin().lines() {
        let page = page(&serde_json::from_str(&line?)?);
        let arrived = Arriving::new(language).whole(page);
        let Some(article) = arrived.ok().and_then(Arrived::into_reference) else {
            continue;
        };
        let number = u32::try_from(heads.len())? + 1;
        let part = names.entry(segment_of(number)).or_default();
        part.put(number, &article.names);
        let saved = SavedArticle {
            saved: 1_700_000_000_000 + u64::from(number),
            figures: article.figures(language),
            article,
        };
        let record = saved.to_bytes();
        let article = &saved.article;
        heads.push(json!({
            "number": number,
            "address": article.address,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published,
            "saved": saved.saved,
            "figures": saved.figures.len(),
            "bytes": record.len(),
            "problem": "",
        }));
        articles.extend(record);
    }
    let names: Vec<(u32, Vec<u8>)> = (names
        .iter()
        .map(|(number, part)| (*number, part.to_bytes())))
    .collect();
    let lengths: Vec<_> = (names.iter().map(|(number, part)| (number, part.len()))).collect();
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("heads.json"), serde_json::to_vec(&heads)?)?;
    fs::write(folder.join("articles.bin"), &articles)?;
    fs::write(folder.join("names.json"), serde_json::to_vec(&lengths)?)?;
    let parts: Vec<&[u8]> = names.iter().map(|(_, part)| part.as_slice()).collect();
    fs::write(folder.join("names.bin"), parts.concat())?;
    println!(
        "{} articles of {} bytes, an index of {} bytes",
        heads.len(),
        articles.len(),
        parts.iter().map(|part| part.len()).sum::<usize>()
    );
    Ok(())
}
