//! The answer to "is that right?", before anything else.

use crate::context::Words;
use crate::count::{capital, counted, number};
use crate::inside;
use plumbline_core::figures::Kind;
use plumbline_core::report::{
    Code, Evidence, Figure, Finding, Held, Level, Mistake, Ratio, Reason, Stated, Weighed,
};

/// Of how many who deny a claim the answer tells.
const MOST_TOLD: usize = 3;

/// The verdict in a few words.
pub(crate) fn label(finding: &Finding) -> &'static str {
    let weighed = match &finding.reason {
        Reason::Sources(weighed) => weighed,
        Reason::Article(_) => return "At odds within the article",
    };
    match weighed.code {
        Code::Agree => "Sources agree",
        Code::OneAgrees => "One other source says the same",
        Code::BestSupported if weighed.same => "Sources differ; this is the best supported figure",
        Code::BestSupported => "Sources differ; this fits the best supported figure",
        Code::Differ => "Sources differ",
        Code::OneDiffers => "One source says otherwise",
        Code::Outweighed | Code::Unsupported if is_garbled(weighed) => "Most likely a slip",
        // What is not known to be strong is not called evidence.
        Code::Outweighed | Code::Unsupported if weighed.weak => "Other sources say otherwise",
        Code::Outweighed => "Against the evidence",
        Code::Unsupported => "No source supports this",
        Code::Outdated => "A later article has another figure",
        Code::Denied => "Fact-checked, and denied",
    }
}

fn is_garbled(weighed: &Weighed) -> bool {
    matches!(
        weighed.slip,
        Some(Mistake::DecimalPoint | Mistake::Magnitude | Mistake::DigitsSwapped)
    )
}

/// One or two plain sentences.
pub(crate) fn answer(words: Words<'_>, finding: &Finding) -> String {
    match &finding.reason {
        Reason::Sources(weighed) if weighed.code == Code::Denied => denied(words, finding, weighed),
        Reason::Sources(weighed) => of_sources(words, weighed),
        Reason::Article(odds) => inside::answer(words, finding, odds),
    }
}

fn of_sources(words: Words<'_>, weighed: &Weighed) -> String {
    let page = &weighed.page;
    let best = in_time(words, &weighed.best);
    let agreeing = || counted(weighed.agreeing, "other source", "other sources");
    let say = |n: usize| if n == 1 { "says" } else { "say" };
    match weighed.code {
        Code::Agree | Code::OneAgrees => agreed(words, weighed, best),
        Code::BestSupported => {
            let stating = counted(weighed.stating, "other source", "other sources");
            let told = if !weighed.same {
                format!("{best}, which fits")
            } else if weighed.best.has_time() {
                best
            } else {
                String::from("the same")
            };
            let others = others(words, &weighed.others, weighed.stating);
            format!(
                "{} {} {told}{others}.",
                capital(&stating),
                say(weighed.stating)
            )
        }
        Code::Differ if weighed.with_best => {
            let told = if weighed.same {
                String::from("the same")
            } else {
                format!("{best}, which fits")
            };
            let others = others(words, &weighed.others, weighed.stating);
            format!(
                "{} {} {told}{others}.",
                capital(&agreeing()),
                say(weighed.agreeing)
            )
        }
        Code::Differ => {
            let told = match &weighed.in_other_words {
                Some(other) => format!("{}, which fits", in_time(words, other)),
                None => String::from("the same"),
            };
            format!(
                "{} {} {told}; another says {best}.",
                capital(&agreeing()),
                say(weighed.agreeing)
            )
        }
        Code::OneDiffers => {
            let slip = weighed.slip.as_ref().map(|slip| mistake(words, slip));
            format!(
                "This page says {page}; one other source says {best}{}.{}",
                ratio(weighed),
                slip.unwrap_or_default()
            )
        }
        Code::Outweighed => {
            let with = match &weighed.in_other_words {
                Some(other) => format!(
                    "{} {} {}, which fits this page.",
                    capital(&only(weighed)),
                    say(weighed.agreeing),
                    in_time(words, other)
                ),
                None => format!(
                    "{} {} with this page.",
                    capital(&only(weighed)),
                    if weighed.agreeing == 1 {
                        "agrees"
                    } else {
                        "agree"
                    }
                ),
            };
            format!("{} {with}", against(words, weighed))
        }
        Code::Outdated => {
            let day = &words.report.published;
            let told = if day.is_empty() {
                String::from("This page says")
            } else {
                format!("This page, of {}, says", words.date(day))
            };
            format!("{told} {page}; a later article says {best}.")
        }
        // It is told with who denies it.
        Code::Denied => String::new(),
        Code::Unsupported => {
            let slip = weighed.slip.as_ref().map(|slip| mistake(words, slip));
            format!("{}{}", against(words, weighed), slip.unwrap_or_default())
        }
    }
}

/// Who has looked into the claim, and how each rates it: "The Gauge (gauge.example) rated this “False”."
fn denied(words: Words<'_>, finding: &Finding, weighed: &Weighed) -> String {
    let voices = finding.evidence.iter().flat_map(|evidence| match evidence {
        Evidence::Source(testimony) => testimony.voices.as_slice(),
        Evidence::Page(_) | Evidence::Arithmetic(_) => &[],
    });
    let rated = voices.filter_map(|voice| {
        let reviewed = voice.reviewed.as_ref().filter(|reviewed| reviewed.denied)?;
        let who = words.who(voice)?;
        let own = voice.repeats.is_none();
        own.then(|| format!("{who} rated this “{}”", reviewed.rating))
    });
    let rated: Vec<String> = rated.take(MOST_TOLD).collect();
    let agreeing = match weighed.agreeing {
        0 => String::new(),
        n => format!(
            " {} {} with this page.",
            capital(&counted(n, "other source", "other sources")),
            if n == 1 { "agrees" } else { "agree" }
        ),
    };
    format!("{}.{agreeing}", rated.join("; "))
}

/// What those say that agree.
fn agreed(words: Words<'_>, weighed: &Weighed, best: String) -> String {
    let agreeing = counted(weighed.agreeing, "other source", "other sources");
    let say = |n: usize| if n == 1 { "says" } else { "say" };
    let told = match &weighed.in_other_words {
        Some(other) => format!("{}, which fits", in_time(words, other)),
        None if !weighed.same => format!("{best}, which fits"),
        None if weighed.best.has_time() => best,
        None => String::from("the same"),
    };
    match weighed.code {
        Code::OneAgrees => {
            format!("One other source says {told}. No second one is known here.")
        }
        // Not all of them say the very figure that is told.
        _ if told.ends_with(", which fits") && weighed.stating < weighed.agreeing => {
            format!(
                "{} give figures that fit; {} {} {}.",
                capital(&agreeing),
                number(weighed.stating.max(1)),
                say(weighed.stating.max(1)),
                told.trim_end_matches(", which fits")
            )
        }
        _ => format!("{} {} {told}.", capital(&agreeing), say(weighed.agreeing)),
    }
}

/// "This page says $1.48 billion; other sources say about $14.3 billion, ten times as much."
fn against(words: Words<'_>, weighed: &Weighed) -> String {
    let page = &weighed.page;
    let best = in_time(words, &weighed.best);
    let ratio = ratio(weighed);
    if weighed.roughly {
        return format!("This page says {page}; other sources say about {best}{ratio}.");
    }
    let who = counted(weighed.stating, "other source says", "other sources say");
    let more = match weighed.stating {
        1 if !weighed.others.is_empty() && weighed.code == Code::Unsupported => {
            others(words, &weighed.others, 1)
        }
        1 if weighed.reckoned => String::from(", and arithmetic bears that out"),
        _ => String::new(),
    };
    format!("This page says {page}; {who} {best}{ratio}{more}.")
}

/// "only one other source", where those of the best supported figure are more.
fn only(weighed: &Weighed) -> String {
    let who = counted(weighed.agreeing, "other source", "other sources");
    if weighed.agreeing == 0 {
        String::from("no other source")
    } else if weighed.agreeing < weighed.stating || weighed.roughly {
        format!("only {who}")
    } else {
        who
    }
}

/// "; two others say $480 million": what those say that differ from the best supported figure.
fn others(words: Words<'_>, others: &[Stated], stating: usize) -> String {
    let told = |other: &Stated| in_time(words, &other.figure);
    let one_each = others.iter().all(|other| other.sources == 1);
    match others {
        [] => String::new(),
        [rest @ .., last] if one_each && !rest.is_empty() => {
            let rest: Vec<String> = rest.iter().map(told).collect();
            format!("; others say {} or {}", rest.join(", "), told(last))
        }
        _ => {
            let who = |other: &Stated| match other.sources {
                0 if stating == 1 => String::from("it also says"),
                0 => String::from("one of them also says"),
                1 => String::from("another says"),
                n => format!("{} others say", number(n)),
            };
            let parts: Vec<String> = others
                .iter()
                .map(|other| format!("{} {}", who(other), told(other)))
                .collect();
            format!("; {}", parts.join(", and "))
        }
    }
}

/// ", ten times as much".
fn ratio(weighed: &Weighed) -> String {
    let that = match weighed.kind {
        Kind::Money => "as much",
        Kind::Count => "as many",
        _ => return String::new(),
    };
    let part = |n: u32| match n {
        2 => Some("half"),
        3 => Some("about a third"),
        4 => Some("about a quarter"),
        5 => Some("about a fifth"),
        10 => Some("a tenth"),
        100 => Some("a hundredth"),
        1000 => Some("a thousandth"),
        _ => None,
    };
    match weighed.ratio {
        Some(Ratio::Times(2)) => format!(", twice {that}"),
        Some(Ratio::Times(10)) => format!(", ten times {that}"),
        Some(Ratio::Times(100)) => format!(", a hundred times {that}"),
        Some(Ratio::Times(1000)) => format!(", a thousand times {that}"),
        Some(Ratio::Times(n)) => format!(", about {} times {that}", number(n as usize)),
        Some(Ratio::Part(n)) => part(n).map_or_else(String::new, |part| format!(", {part} {that}")),
        None => String::new(),
    }
}

/// " The decimal point has probably slipped."
fn mistake(words: Words<'_>, slip: &Mistake) -> String {
    match slip {
        Mistake::DecimalPoint => String::from(" The decimal point has probably slipped."),
        Mistake::Magnitude => String::from(" Million and billion have probably been mixed up."),
        Mistake::DigitsSwapped => String::from(" Two digits have probably been swapped."),
        Mistake::OtherProperty { about, figure } => format!(
            " {} is what sources give for {about}.",
            capital(&in_time(words, figure))
        ),
        Mistake::OtherTime { figure } => {
            let text = capital(&figure.text);
            match &figure.when {
                Held::At(when) => format!(" {text} is the figure for {}.", words.date(when)),
                Held::Before(when) => {
                    format!(" {text} is a figure from before {}.", words.date(when))
                }
                _ => format!(" A source gives {} without saying when.", figure.text),
            }
        }
    }
}

/// A figure with its time: "$29 billion (June 2025)", "28 (June 2025), which makes about 29 in June 2026".
pub(crate) fn in_time(words: Words<'_>, figure: &Figure) -> String {
    let text = &figure.text;
    match &figure.when {
        Held::Unsaid => text.clone(),
        Held::At(when) => format!("{text} ({})", words.date(when)),
        Held::Before(when) => format!("{text} (before {})", words.date(when)),
        Held::Reckoned {
            told,
            low,
            high,
            now,
        } => {
            let age = if low == high {
                low.to_string()
            } else {
                format!("{low} or {high}")
            };
            format!(
                "{text} ({}), which makes about {age} in {}",
                words.date(told),
                words.date(now)
            )
        }
    }
}

/// A figure as a value of the evidence.
pub(crate) fn figure(words: Words<'_>, figure: &Figure) -> String {
    in_time(words, figure)
}

/// What else is to be known of the evidence.
pub(crate) fn notes(words: Words<'_>, weighed: &Weighed, level: Level) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(as_of) = &weighed.as_of {
        notes.push(format!(
            "The sources are from {}; it may have changed since.",
            words.date(as_of)
        ));
    }
    if weighed.weak && level != Level::None {
        notes.push(String::from(
            "These sources are weak: none of them names both its publisher and its day.",
        ));
    }
    notes
}
