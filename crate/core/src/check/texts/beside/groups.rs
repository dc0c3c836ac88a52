//! Those who say the same of a figure, put together, and what all of them come to.

use super::super::same_value;
use super::{Said, Text};
use crate::check::weigh::ratio;
use crate::figures::{Kind, Quantity, Slip, slip_between};
use crate::report::{
    Code, Figure, Held, Level, Mistake, Reviewed, Stand, Stated, Testimony, Verdict, Voice, Weighed,
};
use std::cmp::Reverse;

/// Those who say the same, with whom each repeats.
pub(super) struct Group<'s, 't> {
    said: Vec<(&'s Said<'t>, Option<usize>)>,
    agrees: bool,
    independent: usize,
}

impl<'s, 't> Group<'s, 't> {
    fn first(&self) -> &'s Said<'t> {
        self.said[0].0
    }
}

/// What is said, by value: what most say first, of equals what agrees with the article, and claims that are denied last.
/// Who writes the very sentence of another repeats it; so does who denies a claim on the same page, or under the same name.
pub(super) fn grouped<'s, 't>(said: &'s [Said<'t>]) -> Vec<Group<'s, 't>> {
    let mut groups: Vec<Group<'s, 't>> = Vec::new();
    for one in said {
        let same = |group: &&mut Group<'_, '_>| {
            let first = group.first();
            first.denied.is_some() == one.denied.is_some()
                && same_value(&first.quantity, &one.quantity)
        };
        let repeats = |group: &Group<'_, '_>| {
            let origin = group
                .said
                .iter()
                .find(|(other, _)| match (other.denied, one.denied) {
                    (Some(a), Some(b)) => other.page == one.page || a.publisher == b.publisher,
                    _ => other.passage == one.passage,
                });
            origin.map(|(other, _)| other.text)
        };
        if let Some(group) = groups.iter_mut().find(same) {
            let origin = repeats(group);
            group.independent += usize::from(origin.is_none());
            group.said.push((one, origin));
        } else {
            groups.push(Group {
                said: vec![(one, None)],
                agrees: one.agrees,
                independent: 1,
            });
        }
    }
    crate::order::by_key(&mut groups, |group| {
        let denied = group.first().denied.is_some();
        (denied, Reverse(group.independent), !group.agrees)
    });
    groups
}

/// Of what is told later, the latest first; unless somebody says otherwise of the same time.
pub(super) fn put_latest_first<'d>(groups: &mut [Group<'_, '_>], day: impl Fn(usize) -> &'d str) {
    if !is_outdated(groups) {
        return;
    }
    let latest = |group: &Group<'_, '_>| {
        let of = group.said.iter().filter(|(said, _)| said.since);
        of.map(|(said, _)| day(said.text)).max()
    };
    crate::order::by_key(groups, |group| Reverse(latest(group)));
}

/// Whether later articles tell another number of it, and nobody says otherwise of its own time.
fn is_outdated(groups: &[Group<'_, '_>]) -> bool {
    let said = || groups.iter().flat_map(|group| &group.said);
    said().any(|(said, _)| said.since) && said().all(|(said, _)| said.since || said.agrees)
}

/// What it comes to. An article alone is no evidence against another: it takes two that say the same for a warning, and
/// so it does of those who have looked into a claim.
pub(super) fn verdict(groups: &[Group<'_, '_>]) -> (Verdict, Level, Code) {
    if is_outdated(groups) {
        return (Verdict::Outdated, Level::Mark, Code::Outdated);
    }
    let independent = |wanted: &dyn Fn(&Group<'_, '_>) -> bool| {
        let of = groups.iter().filter(|group| wanted(group));
        of.map(|group| group.independent).sum::<usize>()
    };
    let agreeing = independent(&|group| group.agrees);
    let differing = independent(&|group| !group.agrees);
    let denying = independent(&|group| group.first().denied.is_some());
    let strong = groups
        .iter()
        .any(|group| !group.agrees && group.independent >= 2);
    let level = if strong && differing > agreeing {
        Level::Warn
    } else {
        Level::Mark
    };
    match (agreeing, differing) {
        (1, 0) => (Verdict::Supported, Level::None, Code::OneAgrees),
        (_, 0) => (Verdict::Supported, Level::None, Code::Agree),
        // Nobody says otherwise but who denies it.
        (0, _) if denying == differing => (Verdict::Contradicted, level, Code::Denied),
        _ if denying == differing => (Verdict::Disputed, level, Code::Denied),
        (0, 1) => (Verdict::Contradicted, Level::Mark, Code::OneDiffers),
        (0, _) => (Verdict::Contradicted, level, Code::Unsupported),
        _ if level == Level::Warn => (Verdict::Disputed, level, Code::Outweighed),
        _ if agreeing > differing => (Verdict::Disputed, level, Code::BestSupported),
        _ => (Verdict::Disputed, level, Code::Differ),
    }
}

fn figure(said: &Said<'_>) -> Figure {
    let text = match said.quantity.kind {
        Kind::Age => said.quantity.low.normalize().to_string(),
        _ => said.figure.trim().to_owned(),
    };
    Figure {
        text,
        when: Held::Unsaid,
    }
}

fn stand(page: &Quantity, group: &Group<'_, '_>) -> Stand {
    let stated = &group.first().quantity;
    let same =
        same_value(page, stated) && (page.modifier == stated.modifier || stated.kind == Kind::Age);
    match (group.agrees, same) {
        (true, true) => Stand::Same,
        (true, false) => Stand::Fits,
        (false, _) => Stand::Differs,
    }
}

pub(super) fn weighed(
    page: &str,
    quantity: &Quantity,
    code: Code,
    groups: &[Group<'_, '_>],
    texts: &[Text<'_>],
) -> Weighed {
    let best = &groups[0];
    let same = stand(quantity, best) == Stand::Same;
    let mut told = figure(best.first());
    let day = texts[best.first().text].published;
    if code == Code::Outdated && !day.is_empty() {
        told.when = Held::At(day.to_owned());
    }
    let slip = slip_between(quantity, &best.first().quantity);
    let agreeing = groups.iter().filter(|group| group.agrees);
    let other_words = agreeing
        .clone()
        .find(|group| stand(quantity, group) == Stand::Fits);
    let of_texts = groups.iter().flat_map(|group| &group.said);
    Weighed {
        code,
        page: page.to_owned(),
        whose: String::new(),
        kind: quantity.kind,
        exact: quantity.modifier == crate::figures::Modifier::Exact,
        best: told,
        stating: best.independent,
        roughly: false,
        with_best: best.agrees,
        same,
        agreeing: agreeing.map(|group| group.independent).sum(),
        in_other_words: other_words
            .filter(|_| !best.agrees)
            .map(|group| figure(group.first())),
        others: groups[1..]
            .iter()
            .filter(|group| !group.agrees && group.first().denied.is_none())
            .map(|group| Stated {
                figure: figure(group.first()),
                sources: group.independent,
            })
            .collect(),
        ratio: ratio(quantity, &best.first().quantity),
        slip: slip.filter(|_| !best.agrees).map(|slip| match slip {
            Slip::DecimalPoint => Mistake::DecimalPoint,
            Slip::Magnitude => Mistake::Magnitude,
            Slip::DigitsSwapped => Mistake::DigitsSwapped,
        }),
        as_of: None,
        reckoned: false,
        weak: of_texts
            .map(|(said, _)| &texts[said.text])
            .all(|text| text.source.publisher.is_empty() || text.published.is_empty()),
    }
}

pub(super) fn testimony(
    quantity: &Quantity,
    group: &Group<'_, '_>,
    texts: &[Text<'_>],
    place: &mut impl FnMut(usize) -> usize,
) -> Testimony {
    Testimony {
        figure: figure(group.first()),
        stand: stand(quantity, group),
        slip: false,
        voices: group
            .said
            .iter()
            .map(|(said, repeats)| Voice {
                source: place(said.text),
                repeats: repeats.map(&mut *place),
                passage: said.passage.clone(),
                reviewed: texts[said.text].review.map(|review| {
                    Box::new(Reviewed {
                        rating: review.rating.clone(),
                        denied: review.denied,
                        claimant: review.claimant.clone(),
                        claimed: review.claimed.clone(),
                    })
                }),
            })
            .collect(),
    }
}
