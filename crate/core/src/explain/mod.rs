//! The words and numbers shown: one or two plain sentences and the evidence, from templates.

mod amounts;
mod others;
mod reckoned;

use crate::align::Claim;
use crate::calendar::shifted;
use crate::check::{Derived, DerivedEvidence, Judgement, LikelySlip};
use crate::figures::{Kind, Slip, agree, same_measure};
use crate::reference::{Behaviour, DerivationKind, Rank, ReadStatement, Reference, independent};
use crate::report::{Evidence, Level, SourceLine, Verdict};

use std::cmp::Reverse;
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
fn stand(agrees: bool, slip: bool, value: &str, shown: &str) -> &'static str {
    if !agrees {
        "differs"
    } else if slip {
        "as on this page, but likely a slip"
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
        (Verdict::Contradicted, _) if slipping(judgement) > 0 => "Most likely a slip",
        (Verdict::Contradicted | Verdict::NotCovered, _) => "No source supports this",
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
    let says = says(judgement, reference);
    let mut best_text = written(reference, judgement.best);
    best_text.push_str(&reckoned::age(judgement.best, judgement.published));
    let mut text = match (judgement.verdict, judgement.level) {
        (Verdict::Supported, _) => match supporting(judgement) {
            // "One source puts it at nearly $14 billion (May 2024); it is $29 billion now" says both.
            Some(other) => format!(
                "{} {}{}; {says}.",
                capital(&count(
                    independent(std::iter::once(other)),
                    "source puts it at",
                    "sources put it at"
                )),
                written(reference, other),
                dated(judgement, reference, other)
            ),
            None => format!("{}.", capital(&says)),
        },
        (Verdict::Disputed, Level::Mark) => {
            let others = others::say(judgement, reference);
            format!("Sources differ. {}; {others}.", capital(&says))
        }
        (Verdict::Disputed, _) => {
            format!(
                "{}; {says}.",
                capital(&agreeing(claim, judgement, reference, quote))
            )
        }
        _ if matches!(judgement.slip, Some(LikelySlip::OtherTime(_))) => {
            format!("No source gives {quote} for that time; {says}.")
        }
        _ => match slipping(judgement) {
            0 => format!("No source gives {quote}; {says}."),
            sources => format!(
                "{} {quote}, most likely by a slip; {says}.",
                capital(&count(sources, "source gives", "sources give"))
            ),
        },
    };
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
fn says(judgement: &Judgement<'_>, reference: &Reference) -> String {
    let best = judgement.best;
    let saying = saying(judgement);
    let mut rounded = normal(judgement).filter(|s| {
        !same_figure(s, best)
            && !saying.iter().any(|o| o.origin == s.origin)
            && agree(&s.quantity, &best.quantity)
            && s.time.meets(&best.time)
    });
    let mut text = format!(
        "{} it at {}{}",
        count(
            independent(saying.iter().copied()),
            "source puts",
            "sources put"
        ),
        written(reference, best),
        dated(judgement, reference, best)
    );
    if let Some(other) = rounded.next()
        && best.quantity.kind != Kind::Age
    {
        let _ = write!(text, ", and {} fits", written(reference, other));
    }
    text
}

/// A statement that agrees with the page where the best supported figure does not.
fn supporting<'r>(judgement: &Judgement<'r>) -> Option<&'r ReadStatement> {
    let agreeing = |best: bool| {
        judgement
            .stated
            .iter()
            .filter(|(s, agrees)| *agrees && s.rank == Rank::Normal)
            .map(|(s, _)| *s)
            .find(|s| same_figure(s, judgement.best) == best)
    };
    agreeing(false).filter(|_| agreeing(true).is_none())
}

/// How many independent sources give the figure of the page, each by a slip.
fn slipping(judgement: &Judgement<'_>) -> usize {
    let slips = (judgement.stated.iter())
        .filter(|(s, agrees)| *agrees && matches!(s.rank, Rank::Slip(_)))
        .map(|(s, _)| *s);
    independent(slips)
}

/// The comparable statements that count as evidence.
fn normal<'r>(judgement: &Judgement<'r>) -> impl Iterator<Item = &'r ReadStatement> {
    let stated = judgement.stated.iter().map(|(s, _)| *s);
    stated.filter(|s| s.rank == Rank::Normal)
}

/// The statements of the best supported figure.
fn saying<'r>(judgement: &Judgement<'r>) -> Vec<&'r ReadStatement> {
    normal(judgement)
        .filter(|s| same_figure(s, judgement.best))
        .collect()
}

/// When its source says that a figure holds. The days that this is read as would say more than it does.
enum Said {
    /// "May 2024".
    At(String),
    /// Only that it was before "June 2025".
    Before(String),
    Never,
}

fn said(reference: &Reference, statement: &ReadStatement) -> Said {
    let data = &reference.set.statements[statement.index];
    match (&data.time, &data.before) {
        (Some(time), _) => Said::At(amounts::date(time)),
        (None, Some(before)) => Said::Before(amounts::date(before)),
        (None, None) => Said::Never,
    }
}

/// " (May 2024)", " (before June 2025)", where the source says when and the figure changes with time.
fn dated(judgement: &Judgement<'_>, reference: &Reference, statement: &ReadStatement) -> String {
    if statement.quantity.kind == Kind::Age {
        return reckoned::age(statement, judgement.published);
    }
    let data = &reference.set.statements[statement.index];
    let state = reference
        .property(&data.property)
        .and_then(|p| reference.set.properties.get(p))
        .is_some_and(|p| p.behaviour == Behaviour::State);
    match said(reference, statement) {
        Said::At(when) if state => format!(" ({when})"),
        Said::Before(when) => format!(" (before {when})"),
        Said::At(_) | Said::Never => String::new(),
    }
}

fn same_figure(a: &ReadStatement, b: &ReadStatement) -> bool {
    a.quantity.low == b.quantity.low
        && a.quantity.high == b.quantity.high
        && same_measure(&a.quantity, &b.quantity)
}

/// "only one source agrees with $14.8 billion"; where it says so in other figures, which: "one source says $14.8
/// billion, which fits $15 billion".
fn agreeing(
    claim: &Claim,
    judgement: &Judgement<'_>,
    reference: &Reference,
    quote: &str,
) -> String {
    let with: Vec<&ReadStatement> = judgement
        .stated
        .iter()
        .filter(|(s, agrees)| s.rank == Rank::Normal && *agrees)
        .map(|(s, _)| *s)
        // What fits the best supported figure as well is no voice for this one.
        .filter(|s| s.quantity.kind == Kind::Age || !others::bears_out(judgement.best, s))
        .collect();
    let sources = independent(with.iter().copied());
    if sources == 0 {
        return format!("no source gives {quote}");
    }
    let as_written = |s: &&ReadStatement| {
        s.quantity.low == claim.quantity.low && s.quantity.high == claim.quantity.high
    };
    match with.iter().find(|s| !as_written(s)) {
        Some(other) if !with.iter().any(as_written) => {
            let figure = written(reference, other) + &dated(judgement, reference, other);
            let fits = if other.quantity.kind == Kind::Age {
                String::new()
            } else {
                format!(", which fits {quote}")
            };
            let alike = with.iter().copied().filter(|s| same_figure(s, other));
            let who = count(independent(alike), "source says", "sources say");
            format!("{who} {figure}{fits}")
        }
        _ => {
            let fewer = sources < independent(saying(judgement));
            format!(
                "{}{} with {quote}",
                if fewer { "only " } else { "" },
                count(sources, "source agrees", "sources agree")
            )
        }
    }
}

fn arithmetic(
    claim: &Claim,
    evidence: &DerivedEvidence<'_>,
    best: &str,
    quote: &str,
    reference: &Reference,
) -> String {
    let line = derivation_line(&evidence.derived, reference);
    let implied = implied(claim, quote, &evidence.derived, reference).unwrap_or_default();
    match (evidence.agrees, evidence.fits_best) {
        (true, true) => format!("{line}, which fits."),
        (true, false) => format!("{line}, which fits {quote} and not {best}."),
        (false, true) => format!("{line}, which fits {best} and not {quote}{implied}."),
        (false, false) => format!("{line}, which fits neither."),
    }
}

/// "; $1.48 billion would be a stake of 5 %", for a share of a whole.
fn implied(
    claim: &Claim,
    quote: &str,
    derived: &Derived<'_>,
    reference: &Reference,
) -> Option<String> {
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
        "; {quote} would be {share}% of {}",
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
            let figure = written(reference, s);
            match said(reference, s) {
                Said::At(when) => format!("{} is the figure for {when}.", capital(&figure)),
                Said::Before(when) => {
                    format!("{} is a figure from before {when}.", capital(&figure))
                }
                Said::Never => format!("A source gives {figure} without saying when."),
            }
        }
    }
}

/// The evidence, agreeing first, one line for each value.
fn evidence(judgement: &Judgement<'_>, reference: &Reference, shown: &str) -> Vec<Evidence> {
    let mut lines: Vec<(Evidence, Vec<&ReadStatement>)> = Vec::new();
    for (at, (statement, agrees)) in judgement.stated.iter().enumerate() {
        let slip = matches!(statement.rank, Rank::Slip(_));
        let mut value = written(reference, statement);
        // Its date is no part of the figure that the page's is held against.
        let stand = stand(*agrees, slip, &value, shown);
        value.push_str(&dated(judgement, reference, statement));
        if slip {
            value.push_str(" (likely a slip)");
        }
        let source = source_line(reference, statement);
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
            .find(|(line, _)| line.value == value && line.derivation.is_empty())
        {
            Some((line, _)) if line.sources.contains(&source) => {}
            Some((line, saying)) => {
                line.sources.push(source);
                saying.push(statement);
            }
            None => {
                let line = Evidence {
                    stand: stand.to_owned(),
                    value,
                    agrees,
                    derivation: String::new(),
                    sources: vec![source],
                };
                lines.push((line, vec![statement]));
            }
        }
    }
    for DerivedEvidence {
        derived, agrees, ..
    } in &judgement.derived
    {
        let mut sources: Vec<SourceLine> = Vec::new();
        for statement in &derived.from {
            let source = source_line(reference, statement);
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
        let line = Evidence {
            stand: stand(*agrees, false, &value, shown).to_owned(),
            value,
            agrees: *agrees,
            derivation: derivation_line(derived, reference),
            sources,
        };
        lines.push((line, derived.from.clone()));
    }
    lines.sort_by_key(|(line, saying)| {
        (
            !line.agrees,
            !line.derivation.is_empty(),
            Reverse(independent(saying.iter().copied())),
        )
    });
    lines.into_iter().map(|(line, _)| line).collect()
}

/// The source of a statement as shown; one that counts only with another says so.
fn source_line(reference: &Reference, statement: &ReadStatement) -> SourceLine {
    let sources = &reference.set.sources;
    let source = &sources[statement.source];
    let publisher = if statement.origin == statement.source {
        source.publisher.clone()
    } else {
        let origin = &sources[statement.origin].publisher;
        format!("{} (repeating {origin})", source.publisher)
    };
    SourceLine {
        publisher,
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
