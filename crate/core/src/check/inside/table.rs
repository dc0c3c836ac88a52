//! A column of a table against the row that calls itself its total.

use super::reckon::{Fit, Span, fit};
use super::{Conflict, Inside, Place, Read, Tie};
use crate::article::{Article, Block};
use crate::figures::{Decimal, Kind, Modifier, Quantity, Unit};
use crate::page::Role;

/// What the first cell of such a row says.
const TOTALS: [&str; 4] = ["total", "totals", "grand total", "sum"];
/// Tables of more rows or columns are lists of another sort, and are left alone.
const MOST_ROWS: usize = 300;
const MOST_COLUMNS: usize = 30;

/// The cells of a row, as indices of blocks.
type Row = Vec<usize>;

pub(super) fn check(article: &Article<'_>, reads: &[Read<'_>], inside: &mut Inside) {
    let mut table: Vec<Row> = Vec::new();
    let mut last = 0;
    for (index, block) in article.blocks.iter().enumerate() {
        if block.role != Role::Cell || block.row == 0 {
            table.clear();
            continue;
        }
        if block.row != last || table.is_empty() {
            // The row before is complete.
            if is_total(article, &table) {
                columns(&table, reads, article, inside);
                table.clear();
            }
            table.push(Vec::new());
            last = block.row;
        }
        if let Some(row) = table.last_mut()
            && row.len() <= MOST_COLUMNS
        {
            row.push(index);
        }
        let ends = article.blocks.get(index + 1);
        let ends = ends.is_none_or(|next: &Block<'_>| next.role != Role::Cell || next.row == 0);
        if ends && is_total(article, &table) {
            columns(&table, reads, article, inside);
        }
    }
}

/// Whether the last row of a table says that it is a total, and no row before says so.
fn is_total(article: &Article<'_>, table: &[Row]) -> bool {
    let says = |row: &Row| {
        row.first().is_some_and(|&cell| {
            let text = article.blocks[cell].text.trim().trim_end_matches(':');
            TOTALS.iter().any(|total| text.eq_ignore_ascii_case(total))
        })
    };
    table.len() <= MOST_ROWS && table.last().is_some_and(says)
}

/// Holds each column against its total. Where one of them is the sum of its cells, so are the others meant to be.
fn columns(table: &[Row], reads: &[Read<'_>], article: &Article<'_>, inside: &mut Inside) {
    let Some((total, rows)) = table.split_last() else {
        return;
    };
    // Rows of headings have no figures, or not as many cells.
    let rows: Vec<&Row> = (rows.iter())
        .filter(|row| row.len() == total.len())
        .skip_while(|row| {
            row.iter()
                .skip(1)
                .all(|&cell| lone(cell, reads, article).is_none())
        })
        .collect();
    let sub_total = |row: &&Row| {
        let text = article.blocks[row[0]].text.to_ascii_lowercase();
        text.contains("total")
    };
    if rows.len() < 2 || total.len() < 2 || rows.iter().any(sub_total) {
        return;
    }
    let mut sums = 0;
    let mut off = Vec::new();
    for column in 1..total.len() {
        let cells: Option<Vec<(usize, &Quantity)>> = (rows.iter())
            .map(|row| lone(row[column], reads, article).map(|figure| (row[column], figure)))
            .collect();
        let (Some(cells), Some(told)) = (cells, lone(total[column], reads, article)) else {
            continue;
        };
        if cells.iter().any(|(_, cell)| !alike(cell, told)) {
            continue;
        }
        let add = |of: &dyn Fn(&Quantity) -> Span| {
            (cells.iter()).fold(Span::exactly(Decimal::ZERO), |sum, (_, cell)| {
                sum.plus(of(cell))
            })
        };
        let written = add(&|cell| Span::exactly(cell.low));
        if written == Span::exactly(told.low) {
            sums += 1;
            inside.checked += cells.len() + 1;
        } else if fit(Span::of(told), add(&Span::of), Decimal::ZERO) != Fit::Within {
            off.push((column, cells, written.low));
        }
    }
    for (column, cells, gives) in off {
        if sums == 0 {
            break;
        }
        let place = |block: usize, figure: &Quantity| Place {
            block,
            start: figure.start,
            end: figure.end,
        };
        let Some(told) = lone(total[column], reads, article) else {
            continue;
        };
        let places = std::iter::once(place(total[column], told))
            .chain(cells.iter().map(|(block, cell)| place(*block, cell)))
            .collect();
        inside.checked += cells.len() + 1;
        inside.conflicts.push(Conflict {
            gives,
            unit: told.unit.clone(),
            ..Conflict::of(Tie::Column, places, false)
        });
    }
}

/// The figure of a cell that holds one and nothing else.
fn lone<'r>(cell: usize, reads: &[Read<'r>], article: &Article<'_>) -> Option<&'r Quantity> {
    let text = article.blocks.get(cell)?.text;
    let [figure] = reads.get(cell)?.quantities else {
        return None;
    };
    let rest =
        text.len() - (figure.outer_end - figure.outer_start) - (text.len() - text.trim().len());
    let plain = figure.low == figure.high
        && figure.modifier == Modifier::Exact
        && figure.low >= Decimal::ZERO
        && matches!(figure.kind, Kind::Number | Kind::Count | Kind::Money);
    (rest == 0 && plain).then_some(figure)
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
