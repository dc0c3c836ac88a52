//! Tables: a total against its cells, a column of shares or changes against the columns that it is reckoned from, and a
//! figure of the text against the cell that it quotes.
//!
//! A table does not say how its columns are reckoned. Where all of them but one are reckoned in one way, so is that one
//! meant to be.

mod quoted;
mod reckoned;
mod total;

use super::{Conflict, Inside, Place, Read, Tie};
use crate::article::{Article, Block};
use crate::figures::{Decimal, Kind, Modifier, Quantity, Unit};
use crate::language::InsideList;
use crate::page::Role;

/// Tables of more rows or columns are lists of another sort, and are left alone.
const MOST_ROWS: usize = 300;
const MOST_COLUMNS: usize = 30;

/// The cells of a row, as indices of blocks.
type Row = Vec<usize>;

pub(super) fn check(article: &Article<'_>, reads: &[Read<'_>], inside: &mut Inside) {
    let tables = tables(article);
    for rows in &tables {
        let table = Table {
            rows,
            article,
            reads,
        };
        total::columns(&table, inside);
        total::rows(&table, inside);
        reckoned::shares(&table, inside);
        reckoned::changes(&table, inside);
    }
    quoted::check(&tables, article, reads, inside);
}

/// The tables of an article. A row of totals ends one.
fn tables(article: &Article<'_>) -> Vec<Vec<Row>> {
    let mut tables: Vec<Vec<Row>> = Vec::new();
    let mut last = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        if block.role != Role::Cell || block.row == 0 {
            last = 0;
            continue;
        }
        if block.row != last {
            let goes_on = last != 0
                && tables.last().is_some_and(|table| {
                    !table.last().is_some_and(|row| says_total(article, row[0]))
                });
            if !goes_on {
                tables.push(Vec::new());
            }
            if let Some(table) = tables.last_mut() {
                table.push(Vec::new());
            }
            last = block.row;
        }
        if let Some(row) = tables.last_mut().and_then(|table| table.last_mut())
            && row.len() <= MOST_COLUMNS
        {
            row.push(index);
        }
    }
    tables.retain(|table| (2..=MOST_ROWS).contains(&table.len()));
    tables
}

/// Whether a cell calls its row or its column a total.
fn says_total(article: &Article<'_>, cell: usize) -> bool {
    let text = article.blocks[cell].text.trim().trim_end_matches(':');
    let mut totals = article.language.inside(InsideList::Total).iter();
    totals.any(|total| text.eq_ignore_ascii_case(total))
}

/// A table with what was read in its cells.
struct Table<'t, 'r> {
    rows: &'t [Row],
    article: &'t Article<'t>,
    reads: &'t [Read<'r>],
}

impl<'r> Table<'_, 'r> {
    fn text(&self, cell: usize) -> &str {
        self.article.blocks[cell].text.trim()
    }

    /// The rows of as many cells as the first one, without it: it has the headings.
    fn body(&self) -> impl Iterator<Item = &Row> {
        let width = self.rows[0].len();
        self.rows[1..].iter().filter(move |row| row.len() == width)
    }

    /// The heading of a column, in lower case.
    fn heading(&self, column: usize) -> String {
        let cell = self.rows[0].get(column);
        cell.map_or_else(String::new, |&cell| crate::text::lowercase(self.text(cell)))
    }

    /// The figure of a cell that holds an amount and nothing else.
    fn amount(&self, cell: usize) -> Option<&'r Quantity> {
        self.lone(cell).filter(|figure| {
            figure.low >= Decimal::ZERO
                && matches!(figure.kind, Kind::Number | Kind::Count | Kind::Money)
        })
    }

    /// The figure of a cell that holds one and nothing else.
    fn lone(&self, cell: usize) -> Option<&'r Quantity> {
        let text: &Block<'_> = self.article.blocks.get(cell)?;
        let [figure] = self.reads.get(cell)?.quantities else {
            return None;
        };
        let rest = text.text.trim().len() - (figure.outer_end - figure.outer_start);
        (rest == 0 && figure.low == figure.high && figure.modifier == Modifier::Exact)
            .then_some(figure)
    }
}

fn place(cell: usize, figure: &Quantity) -> Place {
    Place {
        block: cell,
        start: figure.start,
        end: figure.end,
    }
}

fn alike(one: &Quantity, two: &Quantity) -> bool {
    match (&one.unit, &two.unit) {
        (Unit::Currency(a), Unit::Currency(b)) => a == b,
        (Unit::Currency(_), _) | (_, Unit::Currency(_)) => {
            one.unit == Unit::None || two.unit == Unit::None
        }
        _ => true,
    }
}
