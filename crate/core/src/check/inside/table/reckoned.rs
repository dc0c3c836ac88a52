//! Columns that are reckoned from others: shares of the total, and changes from one column to the next.

use super::super::reckon::{Fit, Span, fit, last_digit};
use super::{Conflict, Inside, Table, Tie, place, says_total};
use crate::figures::{Change, Decimal, Kind, Quantity, Unit};
use crate::language::InsideList;
use crate::lexicon::named;

/// So many cells must be reckoned in one way for another one to be meant so.
const ENOUGH: usize = 3;

/// A cell with what it should be by others.
struct Cell<'r> {
    at: usize,
    figure: &'r Quantity,
    others: [(usize, &'r Quantity); 2],
    gives: Option<Decimal>,
}

/// A column with how many of its cells are as reckoned, and those that are not.
#[derive(Default)]
struct Column<'r> {
    agree: usize,
    off: Vec<Cell<'r>>,
}

impl<'r> Column<'r> {
    /// Holds a percentage against what two others make.
    fn note(&mut self, cell: Cell<'r>, open: Span) {
        match fit(Span::of(cell.figure), open, last_digit(cell.figure)) {
            Fit::Outside => self.off.push(cell),
            _ => self.agree += 1,
        }
    }

    /// Where all but one are reckoned so.
    fn report(mut self, tie: Tie, inside: &mut Inside) {
        if self.agree < ENOUGH {
            return;
        }
        inside.checked += 2 * self.agree;
        let (Some(cell), true) = (self.off.pop(), self.off.is_empty()) else {
            return;
        };
        let [one, two] = cell.others;
        let way = cell.others[1].1.low.cmp(&cell.others[0].1.low);
        let way = (tie == Tie::Change).then(|| {
            if way.is_lt() {
                Change::Down
            } else {
                Change::Up
            }
        });
        inside.checked += 3;
        inside.conflicts.push(Conflict {
            gives: cell.gives.map(|gives| gives.abs()),
            unit: Unit::Named(String::from(named::PERCENT)),
            way,
            ..Conflict::of(
                tie,
                vec![
                    place(cell.at, cell.figure),
                    place(one.0, one.1),
                    place(two.0, two.1),
                ],
                false,
            )
        });
    }
}

/// A percentage; under a heading that says so a bare number is one.
fn percentage<'r>(table: &Table<'_, 'r>, cell: usize, column: usize) -> Option<&'r Quantity> {
    table.lone(cell).filter(|figure| {
        figure.kind == Kind::Percent
            || figure.kind == Kind::Number && table.heading(column).contains('%')
    })
}

/// Holds the shares of a column against the counts before it and their total.
pub(super) fn shares(table: &Table<'_, '_>, inside: &mut Inside) {
    let Some(total) = table
        .rows
        .last()
        .filter(|row| says_total(table.article, row[0]))
    else {
        return;
    };
    if total.len() != table.rows[0].len() {
        return;
    }
    for column in 2..total.len() {
        let counts = column - 1;
        let Some(whole) = table
            .amount(total[counts])
            .filter(|whole| whole.low > Decimal::ZERO)
        else {
            continue;
        };
        // A share of the total is all in the row of totals, where that row tells it.
        let all = percentage(table, total[column], column);
        if all.is_some_and(|all| all.low < Decimal::from(99) || all.low > Decimal::from(101)) {
            continue;
        }
        let mut found = Column::default();
        for row in table.body().filter(|row| row[0] != total[0]) {
            let told = percentage(table, row[column], column).zip(table.amount(row[counts]));
            let Some((figure, part)) = told else {
                continue;
            };
            let share = |part: Span, whole: Span| part.over(whole).times(Decimal::ONE_HUNDRED);
            let cell = Cell {
                at: row[column],
                figure,
                others: [(row[counts], part), (total[counts], whole)],
                gives: share(Span::exactly(part.low), Span::exactly(whole.low)).low,
            };
            found.note(cell, share(Span::of(part), Span::of(whole)));
        }
        found.report(Tie::Share, inside);
    }
}

/// Holds the changes of a column against the two columns before it, whichever of them is the earlier.
pub(super) fn changes(table: &Table<'_, '_>, inside: &mut Inside) {
    for column in 3..table.rows[0].len() {
        let heading = table.heading(column);
        if !table
            .article
            .language
            .inside(InsideList::Change)
            .iter()
            .any(|word| heading.contains(word))
        {
            continue;
        }
        let ways = [[column - 2, column - 1], [column - 1, column - 2]];
        let best = ways
            .map(|[from, to]| {
                let mut found = Column::default();
                for row in table.body() {
                    let levels = table.amount(row[from]).zip(table.amount(row[to]));
                    let told = percentage(table, row[column], column).zip(levels);
                    let Some((figure, (old, new))) =
                        told.filter(|(_, (old, _))| old.low > Decimal::ZERO)
                    else {
                        continue;
                    };
                    let grown = |old: Span, new: Span| {
                        let ratio = new.over(old).map(|ratio| ratio.checked_sub(Decimal::ONE));
                        ratio.times(Decimal::ONE_HUNDRED)
                    };
                    let cell = Cell {
                        at: row[column],
                        figure,
                        others: [(row[from], old), (row[to], new)],
                        gives: grown(Span::exactly(old.low), Span::exactly(new.low)).low,
                    };
                    let open = grown(Span::of(old), Span::of(new));
                    // A fall may be told without its sign.
                    let unsigned = open.high.is_some_and(|high| high < Decimal::ZERO)
                        && figure.low > Decimal::ZERO;
                    found.note(cell, if unsigned { open.negated() } else { open });
                }
                found
            })
            .into_iter()
            .max_by_key(|found| found.agree);
        if let Some(best) = best {
            best.report(Tie::Change, inside);
        }
    }
}
