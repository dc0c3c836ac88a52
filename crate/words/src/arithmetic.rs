//! Calculations in words.

use crate::amounts::amount;
use crate::context::Words;
use crate::dates::EnglishDates;
use plumbline_core::language::Language;
use plumbline_core::reference::DerivationKind;
use plumbline_core::report::{Arithmetic, Report, Stand, Weighed};

/// A calculation of texts in that language: "49% of $29 billion is about $14.2 billion".
pub fn reckoned(language: Language, arithmetic: &Arithmetic) -> String {
    let words = Words {
        lexicon: language.lexicon(),
        report: &Report::default(),
        dates: &EnglishDates,
    };
    line(words, arithmetic)
}

/// "49% of $29 billion is about $14.2 billion".
pub(crate) fn line(words: Words<'_>, reckoned: &Arithmetic) -> String {
    let part = |i: usize| reckoned.from.get(i).map_or("", String::as_str);
    match reckoned.by {
        DerivationKind::ShareOf => format!(
            "{} of {} is about {}",
            part(0),
            part(1),
            amount(words, reckoned.gives, &reckoned.unit, 3)
        ),
        DerivationKind::WholeOf => format!(
            "{} for {} makes the whole about {}",
            part(0),
            part(1),
            amount(words, reckoned.gives, &reckoned.unit, 3)
        ),
        DerivationKind::BirthFromAgeAt => format!(
            "aged {} in {} means born about {}",
            part(0),
            part(1),
            reckoned.gives.round_dp(0)
        ),
    }
}

/// The same with what it comes to: "…, which fits $14.3 billion and not $14.8 billion."
pub(crate) fn sentence(
    words: Words<'_>,
    reckoned: &Arithmetic,
    weighed: &Weighed,
    best: &str,
) -> String {
    let line = line(words, reckoned);
    let page = &weighed.page;
    let implied = match (reckoned.implied, reckoned.from.get(1)) {
        (Some(share), Some(whole)) => format!("; {page} would be {share}% of {whole}"),
        _ => String::new(),
    };
    match (reckoned.stand != Stand::Differs, reckoned.fits_best) {
        (true, true) => format!("{line}, which fits."),
        (true, false) => format!("{line}, which fits {page} and not {best}."),
        (false, true) if weighed.exact => {
            format!("{line}, which fits {best} and not {page}{implied}.")
        }
        (false, true) => format!("{line}, which fits {best}."),
        (false, false) => format!("{line}, which fits neither."),
    }
}
