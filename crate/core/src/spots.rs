//! What stands around the figures of findings, by which they are found again in another reading of their page.
//!
//! The text of a page is its blocks in their order, with a line break between two of them. What stands around a figure
//! is taken from that, so that it is the same for whoever reads the page.

use crate::language::Language;
use crate::page::Block;
use crate::report::{Finding, Place, Spot};
use crate::text;
use std::ops::Range;

/// How many characters stand in a prefix or suffix.
const AROUND: usize = 32;

/// How far a sentence is looked for on either side of its figure, in bytes.
const REACH: usize = 600;

/// How many places of one finding have a spot, and of how many places of a report more than the first one has.
const MOST_OF_ONE: usize = 8;
const MOST: usize = 2_000;

/// A place that is to have a spot: its finding, which of its places it is, and where it stands.
struct Wanted {
    finding: usize,
    number: usize,
    block: usize,
    start: usize,
}

/// Gives the first places of findings on a page of `blocks` their spots.
pub(crate) fn mark(language: Language, blocks: &[Block], findings: &mut [Finding]) {
    let mut wanted = Vec::new();
    for (index, finding) in findings.iter_mut().enumerate() {
        let most = if wanted.len() < MOST { MOST_OF_ONE } else { 1 };
        let places = finding.places.iter().take(most).enumerate();
        wanted.extend(places.map(|(number, place)| Wanted {
            finding: index,
            number,
            block: place.block,
            start: place.start,
        }));
        finding.spots = vec![Spot::default(); finding.places.len().min(most)];
    }
    crate::order::by_key(&mut wanted, |one| (one.block, one.start));
    let mut passed = Passed::default();
    let mut page = blocks.iter().enumerate();
    let mut at = 0;
    for one in wanted {
        // One pass over the page, block by block.
        if one.block != passed.block || passed.text.is_empty() {
            let Some(block) = page.find_map(|(index, block)| {
                if index == one.block {
                    return Some(block);
                }
                at += block.text.chars().count() + 1;
                None
            }) else {
                return;
            };
            passed = Passed {
                block: one.block,
                text: &block.text,
                before: at,
                ..Passed::default()
            };
            at += block.text.chars().count() + 1;
        }
        let finding = &mut findings[one.finding];
        let Some(bytes) = passed.bytes(&finding.places[one.number]) else {
            continue;
        };
        finding.spots[one.number] = Spot {
            at: passed.before + passed.chars,
            prefix: prefix(blocks, one.block, bytes.start),
            suffix: suffix(blocks, one.block, bytes.end),
            sentence: sentence(language, passed.text, &bytes),
        };
    }
}

/// How far a block was passed.
#[derive(Default)]
struct Passed<'t> {
    block: usize,
    text: &'t str,
    /// Characters of the page before the block, and of the block before `byte`, which is so many units.
    before: usize,
    chars: usize,
    byte: usize,
    units: usize,
}

impl Passed<'_> {
    /// The bytes of a place at or after the last one; none where the text does not say there what the place quotes.
    fn bytes(&mut self, place: &Place) -> Option<Range<usize>> {
        let mut rest = self.text[self.byte..].chars();
        while self.units < place.start {
            let c = rest.next()?;
            self.units += c.len_utf16();
            self.byte += c.len_utf8();
            self.chars += 1;
        }
        let end = self.byte + place.quote.len();
        (self.text.get(self.byte..end) == Some(place.quote.as_str())).then_some(self.byte..end)
    }
}

/// The characters before a byte of a block.
fn prefix(blocks: &[Block], block: usize, byte: usize) -> String {
    let within = blocks[block].text[..byte].chars().rev();
    let mut around: Vec<char> = within.take(AROUND).collect();
    for earlier in blocks[..block].iter().rev() {
        if around.len() >= AROUND {
            break;
        }
        around.push('\n');
        around.extend(earlier.text.chars().rev().take(AROUND - around.len()));
    }
    around.iter().rev().collect()
}

/// The characters from a byte of a block on.
fn suffix(blocks: &[Block], block: usize, byte: usize) -> String {
    let mut around: String = blocks[block].text[byte..].chars().take(AROUND).collect();
    let mut left = AROUND.saturating_sub(around.chars().count());
    for later in &blocks[block + 1..] {
        if left == 0 {
            break;
        }
        around.push('\n');
        let more = later.text.chars().take(left - 1);
        left -= 1;
        for c in more {
            around.push(c);
            left -= 1;
        }
    }
    around
}

/// The sentence that holds some bytes of a text, as far as it is in reach.
fn sentence(language: Language, text: &str, bytes: &Range<usize>) -> String {
    let from = text.floor_char_boundary(bytes.start.saturating_sub(REACH));
    let to = text.ceil_char_boundary(bytes.end.saturating_add(REACH).min(text.len()));
    let near = &text[from..to];
    let tokens = text::tokens(near);
    let sentences = text::sentences(near, &tokens, |word| language.is_abbreviation(word));
    let holds = |sentence: &Range<usize>| {
        let start = tokens.get(sentence.start)?.start as usize;
        let end = tokens.get(sentence.end.checked_sub(1)?)?.end as usize;
        (start + from <= bytes.start && bytes.end <= end + from).then(|| &near[start..end])
    };
    let found = sentences.iter().find_map(holds).unwrap_or_default();
    found.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::check_inside;
    use crate::language::Language;
    use crate::page::{Block, Page};
    use crate::report::Spot;

    fn page(texts: &[&str]) -> Page {
        let block = |text: &&str| Block {
            text: (*text).to_owned(),
            ..Block::default()
        };
        Page {
            blocks: texts.iter().map(block).collect(),
            ..Page::default()
        }
    }

    fn spots(texts: &[&str]) -> Vec<Spot> {
        let report = check_inside(Language::english(), &page(texts));
        let mut findings = report.findings.into_iter();
        findings
            .next()
            .map_or_else(Vec::new, |finding| finding.spots)
    }

    #[test]
    fn a_spot_says_what_stands_around_in_characters_of_the_page() {
        let texts = [
            "Ünïcödé 𝒳",
            "Mr. Böll came. The court met on Wednesday, 3 March 2026. It rose.",
            "End",
        ];
        let [weekday, date] = spots(&texts).try_into().expect("a weekday and a date");
        let whole: Vec<char> = texts.join("\n").chars().collect();
        let read = |at: usize, length: usize| whole[at..at + length].iter().collect::<String>();
        assert_eq!(read(weekday.at, 9), "Wednesday");
        assert_eq!(read(date.at, 12), "3 March 2026");
        assert_eq!(
            weekday.sentence,
            "The court met on Wednesday, 3 March 2026."
        );
        assert_eq!(weekday.prefix, read(weekday.at - 32, 32));
        assert_eq!(date.prefix, read(date.at - 32, 32));
        assert_eq!(date.suffix, ". It rose.\nEnd", "a short text ends");
        assert_eq!(
            weekday.suffix,
            read(weekday.at + 9, weekday.suffix.chars().count())
        );
    }

    #[test]
    fn what_is_at_the_edge_of_a_page_has_less_around_it() {
        let [day] = spots(&["31 June 2026"]).try_into().expect("a day");
        assert_eq!(
            (day.at, day.prefix.as_str(), day.suffix.as_str()),
            (0, "", "")
        );
        let around = spots(&["", "", "Rent is due on 31 June 2026", "", "x"]);
        assert_eq!(around[0].prefix, "\n\nRent is due on ");
        assert_eq!(around[0].suffix, "\n\nx");
        let long = "a ".repeat(40);
        let around = spots(&[&format!("{long}31 June 2026 {long}")]);
        assert_eq!(around[0].prefix.chars().count(), 32);
        assert_eq!(around[0].suffix.chars().count(), 32);
    }
}
