//! The words and numbers shown: one or two plain sentences and the evidence, from templates.

mod amounts;

use crate::calendar::shifted;
use crate::check::{Derived, DerivedEvidence, Judgement, LikelySlip};
use crate::claims::Claim;
use crate::figures::Kind;
use crate::reference::{Behaviour, DerivationKind, Rank, ReadStatement, Reference, Slip};
use crate::report::{Evidence, Level, SourceLine, Verdict};

use std::fmt::Write;
use time::Date;

/// What is shown of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) label: String,
    pub(crate) claim: String,
    pub(crate) explanation: String,
    pub(crate) evidence: Vec<Evidence>,
}

pub(crate) fn explain(
    claim: &Claim,
    judgement: &Judgement<'_>,
    reference: &Reference,
    text: &str,
    published: Option<Date>,
) -> Words {
    let quote = text
        .get(claim.quantity.outer_start..claim.quantity.outer_end)
        .unwrap_or("")
        .trim();
    let shown = text
        .get(claim.quantity.start..claim.quantity.end)
        .unwrap_or("");
    Words {
        label: label(judgement).to_owned(),
        claim: capital(&reference.name_of(judgement.cell)),
        explanation: sentences(claim, judgement, reference, quote)
            + &age(judgement, reference, published),
        evidence: evidence(judgement, reference, shown),
    }
}

/// How a value of the sources stands to the figure on the page, which is `shown` there.
fn stand(agrees: bool, value: &str, shown: &str) -> &'static str {
    if !agrees {
        "differs"
    } else if value.split_whitespace().eq(shown.split_whitespace()) {
        "as on this page"
    } else {
        "fits this page’s figure"
    }
}

/// How many days the sources may be older than the article without a word of it.
const RECENT: i32 = 60;

/// " The references are from June 2025.": what can have changed since is held against them with care.
fn age(judgement: &Judgement<'_>, reference: &Reference, published: Option<Date>) -> String {
    let behaviour = reference
        .set
        .properties
        .get(judgement.cell.property)
        .map(|p| p.behaviour);
    let latest = judgement
        .stated
        .iter()
        .map(|(s, _)| s.source_date)
        .max_by_key(|period| period.to);
    match (latest, latest.and_then(|l| l.to), published) {
        (Some(latest), Some(to), Some(day))
            if judgement.level == Level::Warn
                && behaviour == Some(Behaviour::State)
                && shifted(to, RECENT).is_some_and(|end| end < day) =>
        {
            format!(
                " The references are from {}.",
                amounts::date(&latest.label())
            )
        }
        _ => String::new(),
    }
}

fn label(judgement: &Judgement<'_>) -> &'static str {
    match (judgement.verdict, judgement.level) {
        (Verdict::Supported, _) => "Sources agree",
        (Verdict::Disputed, Level::Warn) => "Against the evidence",
        (Verdict::Disputed, _) => "Sources differ; this is the best supported figure",
        (Verdict::Contradicted, _) => "No source supports this",
        (Verdict::NotCovered, _) => "Not covered",
    }
}

/// The figure of a statement as its source writes it; an age as its bare number.
fn written(reference: &Reference, statement: &ReadStatement) -> String {
    if statement.quantity.kind == Kind::Age {
        return statement.quantity.low.normalize().to_string();
    }
    reference.set.statements[statement.index].quantity.clone()
}

fn sentences(
    claim: &Claim,
    judgement: &Judgement<'_>,
    reference: &Reference,
    quote: &str,
) -> String {
    let best = judgement
        .best
        .and_then(|i| judgement.stated.get(i))
        .map(|(s, _)| *s);
    let best_text = best.map_or_else(String::new, |s| written(reference, s));
    let mut text = match (judgement.verdict, judgement.level) {
        (Verdict::Supported, _) => {
            format!("{} here too.", capital(&says(judgement, reference, best)))
        }
        (Verdict::Disputed, Level::Mark) => {
            let others = others(judgement, reference, best);
            format!(
                "Sources differ. {}; {others}.",
                capital(&says(judgement, reference, best))
            )
        }
        (Verdict::Disputed, _) => {
            let with = agreeing(judgement, true);
            format!(
                "{} with {quote}; {}.",
                capital(&count(with, "source agrees", "sources agree")),
                says(judgement, reference, best)
            )
        }
        _ => format!(
            "No source gives {quote}; {}.",
            says(judgement, reference, best)
        ),
    };
    if judgement.verdict == Verdict::Supported {
        text = format!("{}.", capital(&says(judgement, reference, best)));
    }
    if judgement.level == Level::Warn || judgement.level == Level::Mark {
        for evidence in judgement.derived.iter().filter(|d| d.settles) {
            text.push(' ');
            text.push_str(&arithmetic(claim, evidence, &best_text, quote, reference));
        }
    }
    if let Some(slip) = &judgement.slip {
        text.push(' ');
        text.push_str(&slip_sentence(slip, reference, quote));
    }
    text
}

/// "three sources put it at $14.3 billion".
fn says(judgement: &Judgement<'_>, reference: &Reference, best: Option<&ReadStatement>) -> String {
    let Some(best) = best else {
        return String::from("no source gives a figure");
    };
    let mut sources: Vec<usize> = judgement
        .stated
        .iter()
        .filter(|(s, _)| s.rank == Rank::Normal && same_figure(s, best))
        .map(|(s, _)| s.source)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let rounded: Vec<&ReadStatement> = judgement
        .stated
        .iter()
        .map(|(s, _)| *s)
        .filter(|s| {
            s.rank == Rank::Normal
                && !same_figure(s, best)
                && !sources.contains(&s.source)
                && s.quantity.unit.same_measure(&best.quantity.unit)
                && s.quantity.interval.meets(&best.quantity.interval)
                && s.time.meets(&best.time)
        })
        .collect();
    let verb = if sources.len() == 1 { "puts" } else { "put" };
    let noun = if sources.len() == 1 {
        "source"
    } else {
        "sources"
    };
    let date = dated(reference, best);
    let mut text = format!(
        "{} {noun} {verb} it at {}{date}",
        number(sources.len()),
        written(reference, best)
    );
    if let Some(other) = rounded.first()
        && best.quantity.kind != Kind::Age
    {
        let _ = write!(text, ", and {} fits", written(reference, other));
    }
    text
}

/// ", as of May 2024" where the statement says when.
fn dated(reference: &Reference, statement: &ReadStatement) -> String {
    let data = &reference.set.statements[statement.index];
    let state = reference
        .property(&data.property)
        .and_then(|p| reference.set.properties.get(p))
        .is_some_and(|p| p.behaviour == Behaviour::State);
    match (&data.time, &data.before) {
        (Some(time), _) if state => format!(" ({})", amounts::date(time)),
        (None, Some(before)) => format!(" (before {})", amounts::date(before)),
        _ => String::new(),
    }
}

/// The values of the sources that do not agree with the best: "others say $14.8 billion or …".
fn others(
    judgement: &Judgement<'_>,
    reference: &Reference,
    best: Option<&ReadStatement>,
) -> String {
    let mut values: Vec<String> = Vec::new();
    for (statement, _) in &judgement.stated {
        let as_good = best.is_some_and(|best| {
            same_figure(best, statement)
                || best.quantity.kind != Kind::Age
                    && best.quantity.interval.meets(&statement.quantity.rounding())
        });
        let value = written(reference, statement);
        if statement.rank == Rank::Normal && !as_good && !values.contains(&value) {
            values.push(value);
        }
    }
    match values.as_slice() {
        [] => String::from("not every source gives the same figure"),
        [one] => format!("another says {one}"),
        [first, .., last] => {
            let middle = values[1..values.len() - 1].join(", ");
            let comma = if middle.is_empty() { "" } else { ", " };
            format!("others say {first}{comma}{middle} or {last}")
        }
    }
}

fn same_figure(a: &ReadStatement, b: &ReadStatement) -> bool {
    a.quantity.low == b.quantity.low
        && a.quantity.high == b.quantity.high
        && a.quantity.unit.same_measure(&b.quantity.unit)
}

fn agreeing(judgement: &Judgement<'_>, with: bool) -> usize {
    let mut sources: Vec<usize> = judgement
        .stated
        .iter()
        .filter(|(s, agrees)| s.rank == Rank::Normal && *agrees == with)
        .map(|(s, _)| s.source)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    sources.len()
}

fn arithmetic(
    claim: &Claim,
    evidence: &DerivedEvidence<'_>,
    best: &str,
    quote: &str,
    reference: &Reference,
) -> String {
    let line = derivation_line(&evidence.derived, reference);
    let implied = implied(claim, &evidence.derived, reference).unwrap_or_default();
    match (evidence.agrees, evidence.fits_best) {
        (true, true) => format!("{line}, which fits."),
        (true, false) => format!("{line}, which fits {quote} and not {best}."),
        (false, true) => format!("{line}, which fits {best} and not {quote}{implied}."),
        (false, false) => format!("{line}, which fits neither."),
    }
}

/// "; $1.48 billion would be a stake of 5 %", for a share of a whole.
fn implied(claim: &Claim, derived: &Derived<'_>, reference: &Reference) -> Option<String> {
    let whole = derived.from.get(1)?;
    (derived.by == DerivationKind::ShareOf && !whole.quantity.low.is_zero()).then_some(())?;
    let share = claim
        .quantity
        .low
        .checked_mul(crate::figures::Decimal::ONE_HUNDRED)?
        .checked_div(whole.quantity.low)?
        .round_dp(0);
    let possible =
        share >= crate::figures::Decimal::ONE && share <= crate::figures::Decimal::ONE_HUNDRED;
    possible.then_some(())?;
    Some(format!(
        "; that would be {share}% of {}",
        written(reference, whole)
    ))
}

/// "49% of $29 billion is about $14.2 billion".
fn derivation_line(derived: &Derived<'_>, reference: &Reference) -> String {
    let part = |i: usize| {
        derived
            .from
            .get(i)
            .map_or_else(String::new, |s| written(reference, s))
    };
    match derived.by {
        DerivationKind::ShareOf => {
            format!(
                "{} of {} is about {}",
                part(0),
                part(1),
                amounts::amount(derived.shown, &derived.unit, 3)
            )
        }
        DerivationKind::WholeOf => format!(
            "{} for {} makes the whole about {}",
            part(0),
            part(1),
            amounts::amount(derived.shown, &derived.unit, 3)
        ),
        DerivationKind::BirthFromAgeAt => {
            format!(
                "Aged {} in {}, so born about {}",
                part(0),
                part(1),
                derived.shown.round_dp(0)
            )
        }
    }
}

fn slip_sentence(slip: &LikelySlip<'_>, reference: &Reference, quote: &str) -> String {
    match slip {
        LikelySlip::Garbled(Slip::DecimalPoint, s) => format!(
            "The decimal point may have slipped: {quote} and {} differ by a factor of ten.",
            written(reference, s)
        ),
        LikelySlip::Garbled(Slip::Magnitude, s) => format!(
            "Million and billion may have been mixed up: sources say {}.",
            written(reference, s)
        ),
        LikelySlip::Garbled(Slip::DigitsSwapped, s) => {
            format!(
                "Two digits may have been swapped: sources say {}.",
                written(reference, s)
            )
        }
        LikelySlip::OtherProperty(cell, s) => {
            format!(
                "{} is the figure that sources give for {}.",
                capital(&written(reference, s)),
                reference.name_of(*cell)
            )
        }
        LikelySlip::OtherTime(s) => {
            let when = amounts::date(&s.time.label());
            if when.is_empty() {
                format!("{} is an older figure.", capital(&written(reference, s)))
            } else {
                format!(
                    "{} is the figure for {when}.",
                    capital(&written(reference, s))
                )
            }
        }
    }
}

/// The evidence, agreeing first, one line for each value.
fn evidence(judgement: &Judgement<'_>, reference: &Reference, shown: &str) -> Vec<Evidence> {
    let mut lines: Vec<Evidence> = Vec::new();
    for (at, (statement, agrees)) in judgement.stated.iter().enumerate() {
        let slip = matches!(statement.rank, Rank::Slip(_));
        let mut value = written(reference, statement);
        value.push_str(&dated(reference, statement));
        if slip {
            value.push_str(" (likely a slip)");
        }
        let source = source_line(reference, statement.source);
        // The same figure in other words of the same source is no second voice.
        let said = judgement.stated[..at].iter().any(|(s, _)| {
            s.source == statement.source && same_figure(s, statement) && s.time == statement.time
        });
        if said {
            continue;
        }
        let agrees = *agrees && !slip;
        match lines
            .iter_mut()
            .find(|l| l.value == value && l.derivation.is_empty())
        {
            Some(line) if line.sources.contains(&source) => {}
            Some(line) => line.sources.push(source),
            None => lines.push(Evidence {
                stand: stand(agrees, &value, shown).to_owned(),
                value,
                agrees,
                derivation: String::new(),
                sources: vec![source],
            }),
        }
    }
    for DerivedEvidence {
        derived, agrees, ..
    } in &judgement.derived
    {
        let mut sources: Vec<SourceLine> = Vec::new();
        for statement in &derived.from {
            let source = source_line(reference, statement.source);
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let value = match derived.by {
            DerivationKind::BirthFromAgeAt => {
                format!("born about {}", derived.shown.round_dp(0))
            }
            _ => amounts::amount(derived.shown, &derived.unit, 3),
        };
        lines.push(Evidence {
            stand: stand(*agrees, &value, shown).to_owned(),
            value,
            agrees: *agrees,
            derivation: derivation_line(derived, reference),
            sources,
        });
    }
    lines.sort_by_key(|line| {
        (
            !line.agrees,
            !line.derivation.is_empty(),
            std::cmp::Reverse(line.sources.len()),
        )
    });
    lines
}

/// A source as shown.
pub(crate) fn source_line(reference: &Reference, source: usize) -> SourceLine {
    let source = &reference.set.sources[source];
    SourceLine {
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        date: source.date.clone(),
        address: source.address.clone(),
    }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

fn number(n: usize) -> String {
    const WORDS: [&str; 10] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    WORDS
        .get(n)
        .map_or_else(|| n.to_string(), |w| (*w).to_owned())
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
