//! The join in parts comes to the pairs of the join in one.

use plumbline_corpus::story::sent::{Gathered, Pairing, Sent, number};
use plumbline_corpus::story::{FEWEST_NAMES, Key, MOST_ARTICLES, MOST_OTHERS, Pair, pairs};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Articles with names of all frequencies, of days near and far, a tenth of them without one.
fn articles() -> Vec<Vec<Key>> {
    let mut seed = 7_u64;
    let mut draw = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % below
    };
    (0..700)
        .map(|_| {
            let day = (draw(10) > 0).then(|| i32::try_from(draw(9)).expect("it is small"));
            let runs = match day {
                Some(run) => vec![Some(run), Some(run + 1), None],
                None => vec![None],
            };
            let mut names: Vec<u64> = (0..12).map(|_| draw(900).min(draw(900))).collect();
            // One name is in all of them.
            names.push(0);
            names.sort_unstable();
            names.dedup();
            let measures = &["USD", "metre", "number"][..=usize::try_from(draw(3)).expect("small")];
            let mut keys = Vec::new();
            for name in names {
                for measure in measures {
                    keys.extend(runs.iter().map(|days| Key {
                        name: format!("name{}", name / 3),
                        measure: (*measure).to_owned(),
                        days: *days,
                        dated: day.is_some(),
                    }));
                }
            }
            keys.sort();
            keys.dedup();
            keys
        })
        .collect()
}

#[test]
fn the_join_in_parts_comes_to_the_same_pairs() {
    let articles = articles();
    let home = |at: usize| number(&at.to_string());
    let keyed = articles.iter().enumerate();
    let whole = pairs(
        keyed.flat_map(|(at, keys)| keys.iter().map(move |key| (at, key.clone()))),
        home,
    );
    assert!(whole.len() > 1_000, "{}", whole.len());

    let at: BTreeMap<u64, usize> = (0..articles.len()).map(|at| (home(at), at)).collect();
    // Three machines read, and two make pairs.
    let mut sent: Vec<Sent> = Vec::new();
    for part in 0..3 {
        let mut gathered = Gathered::default();
        for (at, keys) in articles.iter().enumerate().filter(|(at, _)| at % 3 == part) {
            gathered.add(home(at), keys);
        }
        sent.extend(gathered.take());
    }
    assert!(
        sent.iter().any(|key| key.articles.is_empty()),
        "none is too common"
    );
    assert!(sent.iter().all(|key| key.articles.len() <= MOST_ARTICLES));
    let mut names: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for machine in 0..2 {
        let mut here: Vec<Sent> = sent
            .iter()
            .filter(|key| key.name % 2 == machine)
            .cloned()
            .collect();
        here.sort();
        let (mut pairing, mut made) = (Pairing::default(), Vec::new());
        for key in here {
            pairing.add(key, &mut made);
        }
        pairing.finish(&mut made);
        for (one, other) in made {
            let (one, other) = (at[&one], at[&other]);
            *names.entry((one.min(other), one.max(other))).or_default() += 1;
        }
    }
    let mut near: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
    for ((one, two), names) in names {
        for (article, other) in [(one, two), (two, one)] {
            let pair = Pair {
                article,
                other,
                names,
            };
            near.entry(article).or_default().push(pair);
        }
    }
    let mut parts = Vec::new();
    for (_, mut others) in near {
        others.retain(|pair| pair.names >= FEWEST_NAMES);
        others.sort_by_key(|pair| (Reverse(pair.names), home(pair.other)));
        others.truncate(MOST_OTHERS);
        parts.extend(others);
    }
    assert_eq!(parts, whole);
}
