//! Where the paragraphs are in text whose line breaks readers see: plain text, `pre`.
//!
//! A blank line parts them. Within a run of lines each stands by itself, unless they are one paragraph that was
//! broken to a width: then the first word of each would not have fitted on the line before it.

use std::ops::Range;

/// The widths, in UTF-16 code units, that texts are broken to.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// A part of the text that stands on its own, and whether the line breaks within say nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) range: Range<usize>,
    pub(crate) wrapped: bool,
}

/// The paragraphs of a text, in order, without the blank lines between.
pub(crate) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut run: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let range = at..at + content.len();
        at += line.len();
        if content.trim().is_empty() {
            end_run(text, &mut run, &mut found);
        } else {
            if begins_item(content) {
                end_run(text, &mut run, &mut found);
            }
            run.push(range);
        }
    }
    end_run(text, &mut run, &mut found);
    found
}

fn end_run(text: &str, run: &mut Vec<Range<usize>>, found: &mut Vec<Paragraph>) {
    if let [first, .., last] = run.as_slice()
        && is_wrapped(text, run)
    {
        found.push(Paragraph {
            range: first.start..last.end,
            wrapped: true,
        });
    } else {
        found.extend(run.iter().map(|range| Paragraph {
            range: range.clone(),
            wrapped: false,
        }));
    }
    run.clear();
}

fn is_wrapped(text: &str, run: &[Range<usize>]) -> bool {
    let length = |range: &Range<usize>| text[range.clone()].trim_end().encode_utf16().count();
    let width = run.iter().map(length).max().unwrap_or(0);
    WIDTHS.contains(&width)
        && run.windows(2).all(|pair| {
            let next = text[pair[1].clone()].split_whitespace().next();
            length(&pair[0]) + 1 + next.map_or(0, |word| word.encode_utf16().count()) > width
        })
}

/// Whether a line begins an item of a list, a heading or a quotation of Markdown.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let marker = line.split(' ').next().unwrap_or("");
    let numbered = marker.strip_suffix(['.', ')']).is_some_and(|number| {
        !number.is_empty() && number.len() < 4 && number.bytes().all(|b| b.is_ascii_digit())
    });
    matches!(marker, "-" | "*" | "•" | "–" | "+") || numbered || line.starts_with(['#', '>', '|'])
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn lines_stand_alone_unless_they_were_broken_to_a_width() {
        for (text, expected) in [
            ("one\ntwo", vec!["one", "two"]),
            ("one\r\n\r\n \r\ntwo\r\n", vec!["one", "two"]),
            (
                "The bridge over the river was closed in\nMay, and nobody knows for how long it is to\nbe.\n\nIt is old.",
                vec![
                    "The bridge over the river was closed in\nMay, and nobody knows for how long it is to\nbe.",
                    "It is old.",
                ],
            ),
            (
                "The old bridge\nThe bridge over the river was closed in May.",
                vec![
                    "The old bridge",
                    "The bridge over the river was closed in May.",
                ],
            ),
            (
                "Net profit 5 mln\nRevenues 61 mln\nNote: the year ended in April, as it does every year.",
                vec![
                    "Net profit 5 mln",
                    "Revenues 61 mln",
                    "Note: the year ended in April, as it does every year.",
                ],
            ),
            (
                "- The bridge over the river was closed in May, and\n- nobody knows for how long",
                vec![
                    "- The bridge over the river was closed in May, and",
                    "- nobody knows for how long",
                ],
            ),
            ("  \n\n", vec![]),
        ] {
            let found: Vec<&str> = paragraphs(text)
                .into_iter()
                .map(|paragraph| &text[paragraph.range])
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
