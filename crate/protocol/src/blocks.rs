//! Blocks as they go over: the texts of many as one, for each string that is handed to the engine takes time of its own.

use plumbline_core::page::Block;
use serde::{Deserialize, Serialize};

/// Blocks that follow one another and differ in nothing but their texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Run {
    /// What all of them are; without a text.
    pub like: Block,
    /// How many UTF-16 code units the text of each has.
    pub lengths: Vec<usize>,
}

/// The blocks of `runs`, whose texts follow one another in `text`. Where that is too short, the last are empty or cut.
pub fn blocks(text: &str, runs: Vec<Run>) -> Vec<Block> {
    let mut rest = text;
    // Of most text each byte is a unit.
    let plain = text.is_ascii();
    let count = runs.iter().map(|run| run.lengths.len()).sum();
    let mut blocks = Vec::with_capacity(count);
    for Run { like, lengths } in runs {
        for units in lengths {
            let end = if plain { units } else { bytes_of(rest, units) };
            let (text, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            rest = after;
            blocks.push(Block {
                text: text.to_owned(),
                ..like.clone()
            });
        }
    }
    blocks
}

/// How many bytes the first so many UTF-16 code units of a text are; of half a character, all of it.
fn bytes_of(text: &str, units: usize) -> usize {
    let mut left = units;
    let mut chars = text.chars();
    while left > 0
        && let Some(c) = chars.next()
    {
        left = left.saturating_sub(c.len_utf16());
    }
    text.len() - chars.as_str().len()
}

#[cfg(test)]
mod tests {
    use super::{Run, blocks};
    use plumbline_core::page::{Block, Zone};

    fn texts(text: &str, lengths: &[&[usize]]) -> Vec<String> {
        let runs = lengths.iter().map(|lengths| Run {
            like: Block::default(),
            lengths: lengths.to_vec(),
        });
        let blocks = blocks(text, runs.collect());
        blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn texts_are_parted_by_units_as_a_page_counts_them() {
        for (text, lengths, parts) in [
            ("onetwo", vec![&[3, 3][..]], vec!["one", "two"]),
            ("onetwo", vec![&[3][..], &[0, 3]], vec!["one", "", "two"]),
            (
                "€5\u{1f4b6}6ü",
                vec![&[2, 2][..], &[2]],
                vec!["€5", "\u{1f4b6}", "6ü"],
            ),
            // The halves of one character in two blocks: all of it is in the first.
            ("a\u{1f4b6}b", vec![&[2, 2][..]], vec!["a\u{1f4b6}", "b"]),
            ("short", vec![&[3, 5, 2][..]], vec!["sho", "rt", ""]),
            ("shört", vec![&[3, 5, 2][..]], vec!["shö", "rt", ""]),
            ("", vec![], vec![]),
        ] {
            assert_eq!(texts(text, &lengths), parts, "{text} {lengths:?}");
        }
    }

    #[test]
    fn what_is_not_text_is_that_of_the_run() {
        let like = |zone, row| Block {
            zone,
            row,
            ..Block::default()
        };
        let runs = vec![
            Run {
                like: like(Zone::Aside, 1),
                lengths: vec![1, 1],
            },
            Run {
                like: like(Zone::Article, 2),
                lengths: vec![1],
            },
        ];
        let told: Vec<_> = (blocks("abc", runs).into_iter())
            .map(|block| (block.text, block.zone, block.row))
            .collect();
        let told: Vec<_> = told
            .iter()
            .map(|(text, zone, row)| (text.as_str(), *zone, *row))
            .collect();
        assert_eq!(
            told,
            [
                ("a", Zone::Aside, 1),
                ("b", Zone::Aside, 1),
                ("c", Zone::Article, 2)
            ]
        );
    }
}
