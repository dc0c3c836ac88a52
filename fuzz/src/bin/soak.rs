//! The fuzz target's body on many texts fast, without coverage: cuts the texts of the case table apart, joins the
//! pieces anew and spoils single characters. `soak EXECUTIONS [SEED]`; panics where something does not hold.

#[path = "../../../crate/core/tests/figures/invariants.rs"]
mod invariants;

const CASES: &str = include_str!("../../../crate/core/tests/figures/cases.tsv");
const SIGNS: &[&str] = &[
    " ", "-", "–", ".", ",", "/", "(", ")", "$", "€", "%", "+", "~", "'", "\n", "\n\n", "\u{A0}",
    "\u{AD}", "½", "0", "1", "9", "000", "a", "m", "k", "of", "to", "and", "٣",
];

/// Marsaglia's xorshift: the same texts for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).unwrap_or(0)
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let executions: u64 = arguments
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(1_000_000);
    let seed: u64 = arguments
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(1);
    let texts: Vec<Vec<&str>> = CASES
        .lines()
        .filter_map(|line| line.split('\t').nth(1))
        .map(|text| text.split_inclusive(' ').collect())
        .collect();
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let (mut text, mut figures) = (String::new(), 0u64);
    for _ in 0..executions {
        text.clear();
        for _ in 0..=random.below(3) {
            let words = &texts[random.below(texts.len())];
            let from = random.below(words.len());
            for word in words[from..].iter().take(1 + random.below(6)) {
                match random.below(12) {
                    0 => text.push_str(SIGNS[random.below(SIGNS.len())]),
                    1 => text.push_str(word.trim_end()),
                    2 => {
                        text.push_str(word.trim_end());
                        text.push_str(SIGNS[random.below(SIGNS.len())]);
                    }
                    3 => text.extend(word.chars().rev()),
                    _ => text.push_str(word),
                }
            }
        }
        figures += invariants::check(&text).len() as u64;
    }
    println!("{executions} executions, {figures} figures, seed {seed}: everything holds");
}
