//! Who says what beside a figure, one line for each value.

use crate::answer::{figure, in_time};
use crate::context::Words;
use crate::lines::EvidenceLine;
use crate::{amounts, arithmetic};
use plumbline_core::reference::DerivationKind;
use plumbline_core::report::{Arithmetic, Evidence, Finding, Reason, Stand, Testimony, Voice};

pub(crate) fn lines(words: Words<'_>, finding: &Finding) -> Vec<EvidenceLine> {
    let line = |evidence: &Evidence| match evidence {
        Evidence::Source(testimony) => stated(words, testimony),
        Evidence::Page(place) => EvidenceLine {
            value: place.quote.clone(),
            agrees: false,
            stand: String::from("on this page"),
            arithmetic: String::new(),
            sources: Vec::new(),
            place: Some(place.clone()),
        },
        Evidence::Arithmetic(reckoned) => calculated(words, finding, reckoned),
    };
    finding.evidence.iter().map(line).collect()
}

/// A stated figure: "$29 billion (June 2025)", "$1.48 billion (likely a slip)".
pub(crate) fn figure_of(words: Words<'_>, testimony: &Testimony) -> String {
    let slip = if testimony.slip {
        " (likely a slip)"
    } else {
        ""
    };
    format!("{}{slip}", figure(words, &testimony.figure))
}

fn stated(words: Words<'_>, testimony: &Testimony) -> EvidenceLine {
    let mut reviews = testimony
        .voices
        .iter()
        .filter_map(|voice| voice.reviewed.as_ref());
    let stand = match (testimony.stand, testimony.slip) {
        (Stand::Differs, _) if reviews.any(|reviewed| reviewed.denied) => "denied",
        (Stand::Same | Stand::Fits, true) => "as on this page, but likely a slip",
        (Stand::Same, false) => "as on this page",
        (Stand::Fits, false) => "fits this page’s figure",
        (Stand::Differs, _) => "differs",
    };
    EvidenceLine {
        value: figure_of(words, testimony),
        agrees: testimony.stand != Stand::Differs,
        stand: stand.to_owned(),
        arithmetic: String::new(),
        sources: sources(words, &testimony.voices),
        place: None,
    }
}

fn calculated(words: Words<'_>, finding: &Finding, reckoned: &Arithmetic) -> EvidenceLine {
    let Reason::Sources(weighed) = &finding.reason else {
        return EvidenceLine {
            value: amounts::amount(words, reckoned.gives, &reckoned.unit, 3),
            agrees: reckoned.stand != Stand::Differs,
            stand: String::new(),
            arithmetic: arithmetic::line(words, reckoned),
            sources: Vec::new(),
            place: None,
        };
    };
    let agrees = reckoned.stand != Stand::Differs;
    let best = in_time(words, &weighed.best);
    EvidenceLine {
        value: match reckoned.by {
            DerivationKind::BirthFromAgeAt => format!("born about {}", reckoned.gives.round_dp(0)),
            _ => format!(
                "about {}",
                amounts::amount(words, reckoned.gives, &reckoned.unit, 3)
            ),
        },
        agrees,
        stand: String::from(if agrees {
            "fits this page’s figure"
        } else {
            "differs"
        }),
        arithmetic: format!(
            "By arithmetic: {}",
            arithmetic::sentence(words, reckoned, weighed, &best)
        ),
        sources: sources(words, &reckoned.voices),
        place: None,
    }
}

fn sources(words: Words<'_>, voices: &[Voice]) -> Vec<crate::lines::SourceLine> {
    voices
        .iter()
        .filter_map(|voice| words.source(voice))
        .collect()
}
