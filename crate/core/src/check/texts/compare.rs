//! A text against another text: which of its figures the other one speaks against.
//!
//! There is no reference set here. Which figures are about the same is settled by `align::words`, what that comes to by
//! `check`; in doubt nothing is said.

use super::{Story, judge};
use crate::align::words::Known;
use crate::language::Language;
use crate::reading::words::{WordFigure, WordReading};
use crate::report::{Level, Verdict};
use std::ops::Range;
use time::Date;

/// A text with the day that it speaks from, where that is known.
#[derive(Debug, Clone, Copy)]
pub struct Dated<'t> {
    /// The text.
    pub text: &'t str,
    /// Its day.
    pub published: Option<Date>,
}

impl<'t> Dated<'t> {
    /// A text of a day that is not known.
    pub fn undated(text: &'t str) -> Self {
        Self {
            text,
            published: None,
        }
    }
}

/// A figure of the text with what the reference makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// First byte of the figure.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What the reference says of it.
    pub verdict: Verdict,
    /// How it would be shown.
    pub level: Level,
    /// The figure of the reference that it agrees with or that speaks against it.
    pub against: Option<Against>,
}

/// A figure of the reference, as bytes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// Where it stands.
    pub figure: Range<usize>,
    /// The sentence in which it stands.
    pub sentence: Range<usize>,
}

impl Against {
    fn of(figure: &WordFigure) -> Self {
        Self {
            figure: figure.quantity.start..figure.quantity.end,
            sentence: figure.sentence.clone(),
        }
    }
}

/// Compares every figure of `text` with the figures of `reference`, in reading order.
pub fn compare(language: Language, reference: Dated<'_>, text: Dated<'_>) -> Vec<Comparison> {
    let known = Known::new(
        language,
        WordReading::of(language, reference.text, reference.published),
    );
    let reading = WordReading::of(language, text.text, text.published);
    let story = Story::of(&reading, &known.reading);
    (reading.figures.iter())
        .map(|figure| {
            let found = judge(figure, (&reading, &known), story);
            Comparison {
                start: figure.quantity.start,
                end: figure.quantity.end,
                verdict: found.verdict,
                level: found.level,
                against: found.against.map(Against::of),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worst(reference: &str, text: &str) -> Level {
        let levels = compare(
            Language::english(),
            Dated::undated(reference),
            Dated::undated(text),
        )
        .into_iter()
        .map(|c| c.level);
        levels.max().unwrap_or(Level::None)
    }

    fn all(reference: &str, cases: &[(&str, Level)]) {
        for (text, level) in cases {
            assert_eq!(worst(reference, text), *level, "{text}");
        }
    }

    #[test]
    fn only_a_figure_about_the_same_thing_is_spoken_against() {
        all(
            "The dam at Orrin Falls supplies 340,000 homes. It was finished in 1962 and cost £41 million.",
            &[
                ("The Orrin Falls dam supplies 240,000 homes.", Level::Warn),
                ("The Orrin Falls dam supplies 340,000 homes.", Level::None),
                (
                    "The Orrin Falls dam supplies over 300,000 homes.",
                    Level::None,
                ),
                (
                    "The Orrin Falls dam could supply 500,000 homes.",
                    Level::None,
                ),
                ("A fire in Leeds damaged 12 homes.", Level::None),
            ],
        );
    }

    #[test]
    fn an_open_figure_is_spoken_against_from_its_far_side() {
        all(
            "The fair at Tolland sold 4,180 tickets on Friday and 3,150 tickets on Sunday.",
            &[
                (
                    "The fair at Tolland sold more than 4,300 tickets on Friday.",
                    Level::Warn,
                ),
                (
                    "The fair at Tolland sold fewer than 2,900 tickets on Friday.",
                    Level::Warn,
                ),
                (
                    "The fair at Tolland sold more than 4,100 tickets on Friday.",
                    Level::None,
                ),
                // The sum of the two.
                ("The fair at Tolland sold 7,330 tickets.", Level::None),
            ],
        );
    }

    #[test]
    fn days_and_years_are_compared_as_the_days_they_are() {
        all(
            "The viaduct at Corvane was opened on 14 May 1911.",
            &[
                ("The Corvane viaduct was opened before 1912.", Level::None),
                ("The Corvane viaduct was opened in 1911.", Level::None),
                ("The Corvane viaduct was opened on 14 May.", Level::None),
                ("The Corvane viaduct was opened in May 1911.", Level::None),
                ("The Corvane viaduct was opened before 1911.", Level::Warn),
                (
                    "The Corvane viaduct was opened after 20 May 1911.",
                    Level::Warn,
                ),
                ("The Corvane viaduct was opened on 15 May.", Level::Warn),
            ],
        );
    }

    #[test]
    fn a_headline_may_leave_out_the_hedge_of_its_article() {
        all(
            "More than 50 riders were hurt when the tram derailed in Selby, almost six years after the last crash.",
            &[
                ("Tram derails in Selby: 50 riders hurt", Level::None),
                (
                    "Selby tram derailed 6 years after the last crash",
                    Level::None,
                ),
                ("Tram derails in Selby: 80 riders hurt", Level::None),
                ("Tram derails in Selby: 40 riders hurt", Level::Warn),
            ],
        );
    }

    /// What headlines do with the figures of their articles, and what no arithmetic makes of these.
    #[test]
    fn a_headline_is_held_against_the_article_that_it_heads() {
        all(
            "(3 May 2021 8:10 AM) The ferry Solveig sank off Harsk on Monday with 24,000 salmon on board, of which 95% \
             drowned. The skipper, Jan Mork, 61, has sailed for the Harsk line since 1989. The owner pays the crew $6,800 \
             a month each, and the cargo was worth $2.43 million. Two men and a boy swam ashore after 150 minutes.",
            &[
                // Rounded, cut off, near, in another unit, reckoned.
                ("Salmon Worth $2.4M Lost Off Harsk", Level::None),
                ("Salmon Worth $2M Lost Off Harsk", Level::None),
                ("Harsk Ferry Sinks With 24K Salmon", Level::None),
                ("Harsk Ferry: 23K Salmon Drowned", Level::None),
                ("Harsk Ferry Crew Paid $82K", Level::None),
                ("Skipper of Harsk Ferry Sailed for 32 Years", Level::None),
                ("3 Swim Ashore From Harsk Ferry", Level::None),
                ("Harsk Ferry Crew Swam for 2.5 Hours", Level::None),
                ("5% of Harsk Ferry Salmon Survive", Level::None),
                ("Harsk Ferry Skipper, 61, Saved", Level::None),
                // Nothing leads to these.
                ("Salmon Worth $7.9M Lost Off Harsk", Level::Warn),
                ("Harsk Ferry Crew Swam for 7 Hours", Level::None),
                ("Harsk Ferry Skipper Mork Saved at 44", Level::Warn),
                ("Salmon of the Harsk Ferry: 70% Drowned", Level::Warn),
                ("Harsk Ferry Sinks With 37K Salmon on Board", Level::Warn),
                // A name, a question, another day's.
                ("Is the Harsk Ferry Cargo Worth $7.9M?", Level::None),
                (
                    "Harsk Ferry Film Has 31 Salmon Actors in Oslo Fjord Role",
                    Level::None,
                ),
            ],
        );
    }

    #[test]
    fn scores_are_pairs() {
        all(
            "The Herons beat the Otters 4-3 in overtime in Marlow last night.",
            &[
                ("Herons beat Otters 4-3 in overtime", Level::None),
                ("Herons beat Otters 5-3 in overtime", Level::Warn),
            ],
        );
    }

    #[test]
    fn a_number_that_the_reference_has_for_something_else_is_left_alone() {
        all(
            "The governor commuted the sentences of 95 offenders and pardoned two offenders on Friday.",
            &[("Governor commuted 95 sentences on Friday", Level::None)],
        );
    }

    #[test]
    fn a_people_is_known_by_its_country() {
        all(
            "As of 12 April there are 865 confirmed cases in the Bolivian lowlands.",
            &[("Bolivia had 790 confirmed cases by 12 April.", Level::Warn)],
        );
    }

    #[test]
    fn a_reference_about_others_says_nothing() {
        all(
            "As of 12 April, the port of Hamburg had 865 confirmed cases of the fever and four deaths.",
            &[
                (
                    "By 12 April, the port of Odessa had 790 confirmed cases of the fever.",
                    Level::None,
                ),
                (
                    "By 12 April, the port of Hamburg had 790 confirmed cases of the fever.",
                    Level::Warn,
                ),
            ],
        );
    }

    #[test]
    fn an_age_is_held_against_the_same_persons() {
        all(
            "Lena Marsh, 34, and her brother Tom Marsh, 31, were pulled from the Oder. Ana Boll, 58, a nurse, saw it.",
            &[
                (
                    "Rescuers pulled 36-year-old Lena Marsh from the Oder.",
                    Level::Warn,
                ),
                (
                    "Rescuers pulled 34-year-old Lena Marsh from the Oder.",
                    Level::None,
                ),
                (
                    "Nurse Ana Boll, 51, saw the two fall into the Oder.",
                    Level::Warn,
                ),
                // One year apart, on days that are not known.
                (
                    "Lena Marsh (the nurse Ana Boll, 57, said) fell in.",
                    Level::None,
                ),
                ("A 40-year-old nurse saw it at the Oder.", Level::None),
                ("Paul Marsh, 9, waited at the Oder.", Level::None),
            ],
        );
    }

    #[test]
    fn a_birthday_may_lie_between_two_days() {
        let day = |text| crate::calendar::Period::parse(text).and_then(|p| p.from);
        let reference = "Lena Marsh, 34, was pulled from the Oder.";
        let text = "Lena Marsh, 35, is well again.";
        for (published, level) in [
            ("2024-05-02", Level::Warn),
            ("2024-09-20", Level::None),
            ("2027-05-02", Level::Warn),
        ] {
            let dated = |text, day| Dated {
                text,
                published: day,
            };
            let found = compare(
                Language::english(),
                dated(reference, day("2024-05-01")),
                dated(text, day(published)),
            );
            let levels = found.into_iter().map(|c| c.level).max();
            assert_eq!(levels, Some(level), "{published}");
        }
    }

    #[test]
    fn counts_of_other_days_are_left_alone() {
        all(
            "As of 5 April, Lower Orland had 675 confirmed cases of the fever and 14 deaths.",
            &[
                (
                    "By 9 April, Lower Orland had 820 confirmed cases of the fever.",
                    Level::None,
                ),
                (
                    "As of 5 April, Lower Orland had 820 confirmed cases of the fever.",
                    Level::Warn,
                ),
                // The amounts are the same, and the day is not.
                (
                    "On 9 April Lower Orland had 675 confirmed cases of the fever.",
                    Level::Warn,
                ),
            ],
        );
    }

    #[test]
    fn the_rest_of_a_number_is_no_other_number() {
        all(
            "A landslide at Hovde killed nine people on Monday night.",
            &[
                (
                    "The landslide at Hovde killed four other people on Monday night.",
                    Level::None,
                ),
                (
                    "The landslide at Hovde killed four people on Monday night.",
                    Level::Warn,
                ),
            ],
        );
    }
}
