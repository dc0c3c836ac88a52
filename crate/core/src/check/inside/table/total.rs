//! A column against the row that calls itself its total, and a row against its total in the column that is headed so.

use super::super::reckon::{Fit, Span, fit};
use super::super::slips::settles;
use super::{Conflict, Inside, Row, Table, Tie, alike, place, says_total};
use crate::figures::{Decimal, Quantity};
use crate::report::OneSlip;

/// Cells with their figures.
type Cells<'r> = Vec<(usize, &'r Quantity)>;

/// How a total stands to its cells.
enum Adds {
    Up,
    Not { gives: Option<Decimal> },
    Unclear,
}

fn add(cells: &Cells<'_>, told: &Quantity) -> Adds {
    if cells.iter().any(|(_, cell)| !alike(cell, told)) {
        return Adds::Unclear;
    }
    let sum = |of: &dyn Fn(&Quantity) -> Span| {
        (cells.iter()).fold(Span::exactly(Decimal::ZERO), |sum, (_, cell)| {
            sum.plus(of(cell))
        })
    };
    let written = sum(&|cell| Span::exactly(cell.low));
    if written == Span::exactly(told.low) {
        Adds::Up
    } else if fit(Span::of(told), sum(&Span::of), Decimal::ZERO) == Fit::Within {
        Adds::Unclear
    } else {
        Adds::Not { gives: written.low }
    }
}

/// What was found of the totals of one table: how many add up, and those that do not.
#[derive(Default)]
struct Found<'r> {
    sums: usize,
    /// Those of them that add up three cells or more: that is no chance.
    long: usize,
    off: Vec<(usize, &'r Quantity, Cells<'r>, Option<Decimal>)>,
}

impl<'r> Found<'r> {
    fn note(
        &mut self,
        (total, told): (usize, &'r Quantity),
        cells: Cells<'r>,
        inside: &mut Inside,
    ) {
        match add(&cells, told) {
            Adds::Up => {
                self.sums += 1;
                let filled = |(_, cell): &&(usize, &Quantity)| !cell.low.is_zero();
                self.long += usize::from(cells.iter().filter(filled).count() > 2);
                inside.checked += cells.len() + 1;
            }
            Adds::Not { gives } => self.off.push((total, told, cells, gives)),
            Adds::Unclear => {}
        }
    }

    /// Where enough others are sums of their cells, so are these meant to be.
    fn report(self, tie: Tie, enough: usize, inside: &mut Inside) {
        // The only column of a table is meant to be summed up where one digit is all that it is off by.
        let alone = self.sums == 0
            && matches!(&self.off[..], [(_, told, cells, Some(gives))]
            if tie == Tie::Column && cells.len() > 2 && by_one_digit(told, *gives));
        if self.sums < enough && !alone {
            return;
        }
        for (total, told, cells, gives) in self.off {
            let places = std::iter::once(place(total, told))
                .chain(cells.iter().map(|(cell, figure)| place(*cell, figure)))
                .collect();
            inside.checked += cells.len() + 1;
            inside.conflicts.push(Conflict {
                gives,
                unit: told.unit.clone(),
                ..Conflict::of(tie, places, alone)
            });
        }
    }
}

/// Whether a number of four digits or more is another one but for one digit, or for two neighbours that were swapped.
fn by_one_digit(told: &Quantity, gives: Decimal) -> bool {
    let (one, two) = (told.low.to_string(), gives.normalize().to_string());
    let apart = one.bytes().zip(two.bytes()).filter(|(one, two)| one != two);
    let slip = || settles(told, gives) == Some(OneSlip::DigitsSwapped);
    one.len() == two.len() && one.len() > 3 && (apart.count() == 1 || slip())
}

/// Holds each column against its total. Where one of them is the sum of its cells, so are the others meant to be.
pub(super) fn columns(table: &Table<'_, '_>, inside: &mut Inside) {
    let Some((total, rows)) = table.rows.split_last() else {
        return;
    };
    if !says_total(table.article, total[0]) {
        return;
    }
    // Rows of headings have no figures, or not as many cells.
    let rows: Vec<&Row> = (rows.iter())
        .filter(|row| row.len() == total.len())
        .skip_while(|row| row.iter().skip(1).all(|&cell| table.amount(cell).is_none()))
        .collect();
    let sub_total = |row: &&Row| table.text(row[0]).to_ascii_lowercase().contains("total");
    if rows.len() < 2 || total.len() < 2 || rows.iter().any(sub_total) {
        return;
    }
    let mut found = Found::default();
    for column in 1..total.len() {
        let cells: Option<Cells<'_>> = (rows.iter())
            .map(|row| {
                table
                    .amount(row[column])
                    .map(|figure| (row[column], figure))
            })
            .collect();
        if let (Some(cells), Some(told)) = (cells, table.amount(total[column])) {
            found.note((total[column], told), cells, inside);
        }
    }
    found.report(Tie::Column, 1, inside);
}

/// Holds each row against its cell in the column of totals. Where three of them are the sums of their cells, and most
/// are, so are the others meant to be.
pub(super) fn rows(table: &Table<'_, '_>, inside: &mut Inside) {
    const ENOUGH: usize = 3;
    let head = &table.rows[0];
    let Some(column) = (2..head.len()).find(|&at| says_total(table.article, head[at])) else {
        return;
    };
    let mut found = Found::default();
    for row in table.body() {
        let Some(told) = table.amount(row[column]) else {
            continue;
        };
        // The label, and perhaps a rank before it, stand on the left.
        let from = (0..column)
            .rev()
            .take_while(|&at| at > 0 && table.amount(row[at]).is_some())
            .last();
        let Some(from) = from.filter(|from| column - from > 1) else {
            continue;
        };
        let cells: Option<Cells<'_>> = (row[from..column].iter())
            .map(|&cell| table.amount(cell).map(|figure| (cell, figure)))
            .collect();
        if let Some(cells) = cells {
            found.note((row[column], told), cells, inside);
        }
    }
    let enough = match (found.off.len(), found.long) {
        (1, 2..) => 2,
        (off, _) => ENOUGH.max(off * ENOUGH),
    };
    found.report(Tie::Row, enough, inside);
}
