//! The saved articles as a table for spreadsheets: a row for each figure.

use crate::SavedArticle;

/// The first row.
pub const TABLE_HEAD: &str = "publisher,title,published,address,figure,sentence\r\n";

/// The rows of an article.
pub fn rows(saved: &SavedArticle) -> String {
    let article = &saved.article;
    let mut rows = String::new();
    for figure in &saved.figures {
        let cells = [
            &article.publisher,
            &article.title,
            &article.published,
            &article.address,
            &figure.figure,
            &figure.sentence,
        ];
        for (at, text) in cells.into_iter().enumerate() {
            rows.push_str(if at == 0 { "" } else { "," });
            push_cell(&mut rows, text);
        }
        rows.push_str("\r\n");
    }
    rows
}

/// A cell, in quotes. A spreadsheet takes what begins like a formula for one, and runs it: that is told to be text.
fn push_cell(rows: &mut String, text: &str) {
    rows.push('"');
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        rows.push('\'');
    }
    for character in text.chars() {
        match character {
            '"' => rows.push_str("\"\""),
            '\n' | '\r' => rows.push(' '),
            _ => rows.push(character),
        }
    }
    rows.push('"');
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::SavedArticle;
    use plumbline_core::reference::{ReferenceText, StatedFigure};

    #[test]
    fn cells_are_text_whatever_they_hold() {
        let saved = SavedArticle {
            article: ReferenceText {
                title: "=HYPERLINK(\"x\")".to_owned(),
                publisher: "valley.example".to_owned(),
                ..ReferenceText::default()
            },
            figures: vec![StatedFigure {
                figure: "-3 °C".to_owned(),
                sentence: "It was “-3 °C”,\nno more.".to_owned(),
            }],
            ..SavedArticle::default()
        };
        assert_eq!(
            rows(&saved),
            "\"valley.example\",\"'=HYPERLINK(\"\"x\"\")\",\"\",\"\",\"'-3 °C\",\"It was “-3 °C”, no more.\"\r\n"
        );
    }
}
