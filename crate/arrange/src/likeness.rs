//! Which order puts what is alike side by side.

use std::cmp::Ordering;
use std::collections::{HashMap, VecDeque};

/// How far back DEFLATE finds what it has seen, in bytes.
const WINDOW: usize = 32 * 1024;

/// Within which distances what is found counts, and how much: what stands nearer is told in fewer bits, and so counts
/// again for each smaller distance.
const REACHES: [(usize, usize); 3] = [(WINDOW, 4), (WINDOW / 4, 2), (WINDOW / 16, 1)];

/// How many bytes in a row are alike. DEFLATE finds three; of so few every two functions share many.
const RUN: usize = 7;

/// The runs of bytes that several pieces have.
struct Runs {
    /// For each piece the runs that it has, each once.
    of_piece: Vec<Vec<usize>>,
    /// For each run the pieces that have it.
    pieces: Vec<Vec<usize>>,
}

impl Runs {
    fn of(pieces: &[&[u8]]) -> Self {
        let mut numbers: HashMap<&[u8], usize> = HashMap::new();
        let mut having: Vec<Vec<usize>> = Vec::new();
        for (piece, bytes) in pieces.iter().enumerate() {
            for run in bytes.windows(RUN) {
                let number = *numbers.entry(run).or_insert_with(|| {
                    having.push(Vec::new());
                    having.len() - 1
                });
                if having[number].last() != Some(&piece) {
                    having[number].push(piece);
                }
            }
        }
        having.retain(|pieces| pieces.len() > 1);
        let mut of_piece = vec![Vec::new(); pieces.len()];
        for (number, pieces) in having.iter().enumerate() {
            for &piece in pieces {
                of_piece[piece].push(number);
            }
        }
        Self {
            of_piece,
            pieces: having,
        }
    }
}

/// What stands within some distance, and how much of every piece is found there.
struct Window<'a> {
    runs: &'a Runs,
    reach: usize,
    standing: VecDeque<(usize, usize)>,
    length: usize,
    /// How many of the standing pieces have each run.
    times: Vec<usize>,
    /// How many of each piece's runs some standing piece has.
    found: Vec<usize>,
}

impl<'a> Window<'a> {
    fn over(runs: &'a Runs, reach: usize) -> Self {
        Self {
            runs,
            reach,
            standing: VecDeque::new(),
            length: 0,
            times: vec![0; runs.pieces.len()],
            found: vec![0; runs.of_piece.len()],
        }
    }

    fn add(&mut self, piece: usize, length: usize) {
        for &run in &self.runs.of_piece[piece] {
            self.times[run] += 1;
            if self.times[run] == 1 {
                for &other in &self.runs.pieces[run] {
                    self.found[other] += 1;
                }
            }
        }
        self.standing.push_back((piece, length));
        self.length += length;
        while self.length > self.reach && self.standing.len() > 1 {
            self.drop_first();
        }
    }

    fn drop_first(&mut self) {
        let Some((piece, length)) = self.standing.pop_front() else {
            return;
        };
        self.length -= length;
        for &run in &self.runs.of_piece[piece] {
            self.times[run] -= 1;
            if self.times[run] == 0 {
                for &other in &self.runs.pieces[run] {
                    self.found[other] -= 1;
                }
            }
        }
    }
}

/// Whether more of one piece is found than of another, for its length: a long one is worth more than a short one of
/// which the same share is found, for what it brings stays in the window. The square of what is found over the
/// length, compared as fractions.
fn compare(one: (usize, usize), other: (usize, usize)) -> Ordering {
    let worth = |(found, _): (usize, usize), (_, length): (usize, usize)| {
        (found as u128) * (found as u128) * (length as u128 + 1)
    };
    worth(one, other).cmp(&worth(other, one))
}

/// The pieces one after the other, each the one of which most is found in what stands within reach before it; of several
/// alike the first. Takes the square of their number.
pub(crate) fn order(pieces: &[&[u8]]) -> Vec<usize> {
    let runs = Runs::of(pieces);
    let mut windows = REACHES.map(|(reach, weight)| (Window::over(&runs, reach), weight));
    let mut left: Vec<usize> = (0..pieces.len()).collect();
    let mut order = Vec::with_capacity(pieces.len());
    while let Some(place) = (0..left.len()).reduce(|best, place| {
        let found = |piece: usize| {
            let within = |(window, weight): &(Window, usize)| weight * window.found[piece];
            windows.iter().map(within).sum()
        };
        let of = |place: usize| (found(left[place]), pieces[left[place]].len());
        match compare(of(place), of(best)) {
            Ordering::Greater => place,
            _ => best,
        }
    }) {
        let piece = left.remove(place);
        for (window, _) in &mut windows {
            window.add(piece, pieces[piece].len());
        }
        order.push(piece);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_side_by_side() {
        let pieces: [&[u8]; 6] = [
            b"the tide rises at the quay",
            b"0123456789 apples and pears",
            b"no other says this",
            b"the tide falls at the quay",
            b"0123456789 pears and apples",
            b"the tide turns at the quay",
        ];
        let order = order(&pieces);
        let place = |piece| order.iter().position(|&at| at == piece).unwrap();
        let tides = [place(0), place(3), place(5)];
        assert_eq!(
            tides.iter().max().unwrap() - tides.iter().min().unwrap(),
            2,
            "{order:?}"
        );
        assert_eq!(place(1).abs_diff(place(4)), 1, "{order:?}");
    }

    #[test]
    fn each_piece_stands_once() {
        let pieces: Vec<Vec<u8>> = (0..200u32)
            .map(|n| {
                n.wrapping_mul(2_654_435_761)
                    .to_le_bytes()
                    .repeat(1 + n as usize % 7)
            })
            .collect();
        let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        let mut order = order(&pieces);
        order.sort_unstable();
        assert_eq!(order, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn what_has_left_the_window_is_not_looked_for() {
        let runs = Runs::of(&[&[1; 16], &vec![2; WINDOW], &[1; 16]]);
        let mut window = Window::over(&runs, WINDOW);
        window.add(0, 16);
        assert_eq!(window.found, [1, 0, 1]);
        window.add(1, WINDOW);
        assert_eq!(window.found, [0, 0, 0]);
    }

    #[test]
    fn nothing_is_in_order() {
        assert!(order(&[]).is_empty());
    }
}
