//! A figure of the text against the cell that it quotes: the text names the row, and what the column is headed by.

use super::{Conflict, Inside, Place, Read, Row, Table, Tie, place};
use crate::article::Article;
use crate::check::inside::elsewhen;
use crate::figures::{Kind, Quantity, Sort, Unit, may_agree};
use crate::page::Role;
use crate::reading::is_function_word;
use crate::reading::words::aspect::stem;
use crate::text::{Token, TokenKind, sentences, tokens};

/// The text that quotes a table stands so many blocks of text before it or behind it.
const NEAR: usize = 6;
/// So many tables of an article are looked at, and only small ones are quoted cell by cell.
const MOST_TABLES: usize = 10;
const MOST_ROWS: usize = 40;

pub(super) fn check(
    tables: &[Vec<Row>],
    article: &Article<'_>,
    reads: &[Read<'_>],
    inside: &mut Inside,
) {
    for rows in tables
        .iter()
        .filter(|rows| rows.len() <= MOST_ROWS)
        .take(MOST_TABLES)
    {
        let table = Table {
            rows,
            article,
            reads,
        };
        let (Some(&first), Some(&last)) = (rows[0].first(), rows.last().and_then(|row| row.last()))
        else {
            continue;
        };
        let is_text = |at: &usize| matches!(article.blocks[*at].role, Role::Paragraph | Role::Item);
        let before = (0..first).rev().filter(is_text).take(NEAR);
        let behind = (last + 1..article.blocks.len()).filter(is_text).take(NEAR);
        let around: Vec<usize> = before.chain(behind).collect();
        for block in around {
            if reads
                .get(block)
                .is_some_and(|read| !read.quantities.is_empty())
            {
                quoted(&table, block, inside);
            }
        }
    }
}

/// Holds the figures of a paragraph against the cells that their sentences name.
fn quoted(table: &Table<'_, '_>, block: usize, inside: &mut Inside) {
    let text = table.article.blocks[block].text;
    let figures = table.reads[block].quantities;
    let tokens = tokens(text);
    let language = table.article.language;
    for range in sentences(text, &tokens, |word| language.is_abbreviation(word)) {
        let sentence = &tokens[range];
        let (start, end) = (
            sentence[0].start as usize,
            sentence[sentence.len() - 1].end as usize,
        );
        let mut own = figures
            .iter()
            .filter(|figure| (start..end).contains(&figure.start));
        // One figure alone: which of several is of which cell is not sure.
        let (Some(figure), None) = (own.next(), own.next()) else {
            continue;
        };
        let exact = figure.low == figure.high
            && figure.change.is_none()
            && matches!(
                figure.kind,
                Kind::Count | Kind::Number | Kind::Money | Kind::Percent
            );
        if !exact || elsewhen::says(language, &text[start..end]) {
            continue;
        }
        let Some(row) = named_row(table, text, sentence) else {
            continue;
        };
        let Some((cell, other)) = named_cell(table, row, (text, sentence), figure) else {
            continue;
        };
        inside.checked += 2;
        if may_agree(figure, other) || may_agree(other, figure) {
            continue;
        }
        // The text may add cells up, or mean another column by the same words.
        let column = row.iter().position(|&at| at == cell).unwrap_or(0);
        let elsewhere = (row.iter().copied())
            .chain(table.body().map(|row| row[column]))
            .filter_map(|cell| table.lone(cell))
            .any(|cell| cell.low == figure.low);
        if elsewhere {
            continue;
        }
        let said = Place {
            block,
            start: figure.start,
            end: figure.end,
        };
        let by_name = text[start..end].to_ascii_lowercase().contains("table");
        inside.conflicts.push(Conflict::of(
            Tie::Cell,
            vec![said, place(cell, other)],
            !by_name,
        ));
    }
}

/// The one row whose label stands in the sentence.
fn named_row<'t>(table: &Table<'t, '_>, text: &str, sentence: &[Token]) -> Option<&'t Row> {
    let labels = |row: &&Row| {
        let label = table.text(row[0]);
        label.len() > 2 && label.starts_with(char::is_uppercase) && stands(label, text, sentence)
    };
    let width = table.rows[0].len();
    let mut rows = table.rows[1..]
        .iter()
        .filter(|row| row.len() == width)
        .filter(labels);
    rows.next().filter(|_| rows.next().is_none())
}

/// Whether words stand in a sentence as they are written.
fn stands(label: &str, text: &str, sentence: &[Token]) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    sentence.windows(words.len()).any(|tokens| {
        tokens
            .iter()
            .zip(&words)
            .all(|(token, word)| token.of(text) == *word)
    })
}

/// The cell of a row under the one heading whose words all stand in the sentence, where it is of the figure's sort.
fn named_cell<'r>(
    table: &Table<'_, 'r>,
    row: &Row,
    (text, sentence): (&str, &[Token]),
    figure: &Quantity,
) -> Option<(usize, &'r Quantity)> {
    let language = table.article.language;
    let mut said: Vec<String> = (sentence.iter())
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| stem(language, token.of(text)))
        .collect();
    crate::order::sort(&mut said);
    let counted = match &figure.unit {
        Unit::Noun(noun) => Some(stem(language, noun.head())),
        _ => None,
    };
    let means = |column: &usize| {
        let heading = table.heading(*column);
        let mut words = heading
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.len() > 2 && !is_function_word(language, word))
            .map(|word| stem(language, word))
            .peekable();
        let counts = counted.as_ref().is_none_or(|counted| {
            heading
                .split(' ')
                .any(|word| stem(language, word) == *counted)
        });
        words.peek().is_some() && counts && words.all(|word| said.binary_search(&word).is_ok())
    };
    let mut columns = (1..row.len()).filter(means);
    let column = columns.next().filter(|_| columns.next().is_none())?;
    let other = table.lone(row[column])?;
    // What counts something must be counted by its heading.
    let named = counted.is_some() || !matches!(figure.kind, Kind::Count);
    let alike = Sort::of(figure) == Sort::of(other);
    (named && alike).then_some((row[column], other))
}
