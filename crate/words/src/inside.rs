//! Figures of one article that cannot all be right: what they are, and the arithmetic. Nothing is called wrong.

use crate::amounts;
use crate::context::Words;
use crate::count::{capital, grouped, number};
use plumbline_core::calendar::weekday_name;
use plumbline_core::check::inside::{OneSlip, Tie};
use plumbline_core::figures::{Change, Decimal, Unit};
use plumbline_core::report::{AtOdds, Finding, Reason, Report, Summary};

/// What was checked within the article: "Within the article: 14 figures, 3 of which could be checked against one another,
/// and they agree."
pub(crate) fn checked(report: &Report) -> String {
    let Summary { read, checked, .. } = report.summary;
    let odds = report.findings.iter();
    let odds = odds.filter(|finding| matches!(finding.reason, Reason::Article(_)));
    let odds = odds.count();
    let figures = |n: usize| format!("{} figures", grouped(&n.to_string()));
    let could = match (read, checked) {
        (0, _) => return String::new(),
        (1, _) if odds == 0 => {
            return String::from("Within the article: 1 figure, and no other to check it against.");
        }
        (1, _) => {
            return String::from(
                "Within the article: 1 figure, and it cannot be right as it stands.",
            );
        }
        (_, 0) => {
            return format!(
                "Within the article: {}, none of which could be checked against another.",
                figures(read)
            );
        }
        // What is held against the calendar, or against what can be at all, needs no other figure.
        (_, 1) => String::from("one of which could be checked"),
        (read, checked) if checked >= read => {
            String::from("all of which could be checked against one another")
        }
        _ => format!(
            "{} of which could be checked against one another",
            grouped(&checked.to_string())
        ),
    };
    let end = match odds {
        0 if checked == 1 => String::from("and nothing is against it"),
        1 if checked == 1 => String::from("and it cannot be right as it stands"),
        0 => String::from("and they agree"),
        1 => String::from("and not all of them can be right"),
        n => format!("and in {} places they cannot all be right", number(n)),
    };
    format!("Within the article: {}, {could}, {end}.", figures(read))
}

/// What the figures are about, for headings.
pub(crate) fn about(odds: &AtOdds) -> &'static str {
    match odds.tie {
        Tie::Weekday => "A date and its day of the week",
        Tie::NoSuchDay => "A day that does not exist",
        Tie::Change => "A change and its levels",
        Tie::Move => "A change in two ways and its level",
        Tie::Impossible => "A value that nothing can have",
        Tie::Conversion => "One amount in two units",
        Tie::Rates => "Two conversions of the same currencies",
        Tie::Share | Tie::ShareOfFew => "A part, its whole and the percentage",
        Tie::Portion => "A part in words and its percentage",
        Tie::Rest => "A percentage and the rest",
        Tie::Again => "A number in words and in digits",
        Tie::Ages => "How many they are and their ages",
        Tie::Sum => "A whole and its parts",
        Tie::Product => "How many, how much for each, and the total",
        Tie::Journey => "How far, how fast and how long",
        Tie::Majority => "Votes and the majority",
        Tie::Column => "A column and its total",
        Tie::Row => "A row and its total",
        Tie::Span => "Two years and the time between them",
        Tie::Days => "Two days and how long it lasts",
        Tie::Life => "A birth, a death and an age",
        Tie::Born => "A birth and an age",
        Tie::Anniversary => "A beginning and its anniversary",
        Tie::Ago => "A year and how long ago it was",
        Tie::Headline => "A headline or caption and its article",
        Tie::Cell => "A figure and the table",
    }
}

/// One or two plain sentences.
pub(crate) fn answer(words: Words<'_>, finding: &Finding, odds: &AtOdds) -> String {
    let quotes: Vec<&str> = (odds.order.iter())
        .map(|&at| {
            finding
                .places
                .get(at)
                .map_or("", |place| place.quote.as_str())
        })
        .collect();
    let said = quotes.first().copied().unwrap_or("");
    let sentence = arithmetic(words, odds, &quotes, said);
    let slip = odds.slip.map_or("", |slip| match slip {
        OneSlip::DecimalPoint => " With its decimal point moved by one place it would fit.",
        OneSlip::Magnitude => " A thousand times as much or as little would fit.",
        OneSlip::DigitsSwapped => " With two digits swapped it would fit.",
        OneSlip::DigitDoubled => " With one of two equal digits more or fewer it would fit.",
        OneSlip::UnitsSwapped => " With the units swapped they would fit.",
    });
    format!("{sentence}.{slip}")
}

/// What the others make of the first figure, and what the article says.
fn arithmetic(words: Words<'_>, odds: &AtOdds, quotes: &[&str], said: &str) -> String {
    let quote = |at: usize| quotes.get(at).copied().unwrap_or("");
    let says = format!("the article says {said}");
    let gives = || plain(words, odds.gives);
    match odds.tie {
        Tie::Weekday => {
            let day = weekday(odds.gives);
            let year = odds.year.map_or(String::new(), |year| format!(" {year}"));
            format!("{}{year} is a {day}; {says}", quote(1))
        }
        Tie::NoSuchDay => format!("The month of {said} has {} days", gives()),
        Tie::Change => format!("{}; {says}", change(words, odds, quote(1), quote(2))),
        Tie::Move => format!("{}; {says}", moved(words, odds, quote(1), quote(2))),
        Tie::Impossible => impossible(words, odds, quotes, said),
        Tie::Conversion => format!(
            "{} is about {}; {says}",
            capital(quote(1)),
            measured(words, odds)
        ),
        Tie::Rates => format!(
            "As {} is {}, {} would be about {}; {says}",
            quote(2),
            quote(3),
            quote(1),
            measured(words, odds)
        ),
        Tie::Share => format!(
            "{} of {} is {}; {says}",
            capital(quote(1)),
            quote(2),
            measured(words, odds)
        ),
        Tie::ShareOfFew => format!("No whole number of {} makes {said}", quote(1)),
        Tie::Portion => format!("{} is {}; {says}", capital(quote(1)), measured(words, odds)),
        Tie::Rest => format!("{} and {said} are more than all together", quote(1)),
        Tie::Again => format!(
            "In words it is {}, in digits {}",
            plumbline_core::text::lowercase(said),
            quote(1)
        ),
        Tie::Ages => format!(
            "{} are spoken of, and {} ages are told: {}",
            capital(said),
            counted(odds.gives),
            quote(1)
        ),
        Tie::Sum => {
            let parts = listed(quotes.get(1..).unwrap_or_default());
            format!("{parts} make {}; {says}", total(words, odds))
        }
        Tie::Product => format!(
            "{} times {} is {}; {says}",
            capital(quote(1)),
            quote(2),
            total(words, odds)
        ),
        Tie::Journey => format!(
            "{} at {} take about {}; {says}",
            capital(quote(1)),
            quote(2),
            measured(words, odds)
        ),
        Tie::Majority => format!(
            "{} are {} more than {}; {says}",
            capital(quote(1)),
            gives(),
            quote(2)
        ),
        Tie::Span => {
            let years = to_last(quote(1), quotes);
            format!("From {years} it is {} years; {says}", gives())
        }
        Tie::Days => {
            let days = capital(&to_last(quote(1), quotes));
            format!("{days} are {} days; {says}", gives())
        }
        Tie::Life => format!(
            "Who was born {} and died {} was {}; {says}",
            when(quote(1)),
            when(quote(2)),
            run(words, odds)
        ),
        // Said so that it holds of the living and of the dead.
        Tie::Born => {
            let seen = match odds.seen.as_str() {
                "" => "the day of the article",
                seen => seen,
            };
            format!(
                "From {} to {seen} it is {} years; {says}",
                quote(1),
                run(words, odds)
            )
        }
        Tie::Anniversary => format!("Since {} it is {} years; {says}", quote(1), gives()),
        Tie::Headline | Tie::Column | Tie::Row | Tie::Cell => in_places(words, odds, quotes, said),
        Tie::Ago => format!(
            "{} was {} years before the article; {says} ago",
            capital(quote(1)),
            gives()
        ),
    }
}

/// The first day or year, and the last where it is told apart.
fn to_last(first: &str, quotes: &[&str]) -> String {
    let last = quotes.get(2).map(|last| format!(" to {last}"));
    first.to_owned() + &last.unwrap_or_default()
}

/// What others come to together.
fn total(words: Words<'_>, odds: &AtOdds) -> String {
    match odds.unit {
        Unit::None => plain(words, odds.gives),
        _ => measured(words, odds),
    }
}

/// What a move from one level to another comes to.
fn moved(words: Words<'_>, odds: &AtOdds, by: &str, to: &str) -> String {
    let way = match odds.way {
        Some(Change::Down) => "fall",
        Some(Change::Up) => "rise",
        None => "change",
    };
    let change = measured(words, odds);
    format!("A {way} of {by} to {to} is one of {change}")
}

/// What stands in another place of the article.
fn in_places(words: Words<'_>, odds: &AtOdds, quotes: &[&str], said: &str) -> String {
    let other = quotes.get(1).copied().unwrap_or("");
    let sum = |of: &str| {
        let sum = measured(words, odds);
        format!("The cells of the {of} add up to {sum}; its total says {said}")
    };
    match odds.tie {
        Tie::Column => sum("column"),
        Tie::Row => sum("row"),
        Tie::Cell => format!("The table says {other}; the text says {said}"),
        _ => format!("Above the text or beside it stands {said}; the text itself says {other}"),
    }
}

/// The limit that a value is beyond.
fn impossible(words: Words<'_>, odds: &AtOdds, quotes: &[&str], said: &str) -> String {
    let says = format!("the article says {said}");
    match (&odds.unit, odds.gives) {
        _ if quotes.len() > 1 => format!("There are {} of them; {says}", quotes[1]),
        (Unit::Named(unit), _) if unit == "percent" => format!("All of them are 100%; {says}"),
        (Unit::Named(_), Some(_)) => {
            format!("Nothing is colder than {}; {says}", measured(words, odds))
        }
        _ => format!("Nobody is fewer than none; {says}"),
    }
}

/// What else is to be known; a figure that cannot be right by itself has no others to choose from.
pub(crate) fn notes(odds: &AtOdds, places: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if places > 1 {
        notes.push(String::from(
            "These figures of the article cannot all be right. Plumbline cannot tell which of them is wrong.",
        ));
    }
    if odds.year.is_some() {
        notes.push(String::from(
            "The year is not stated; it is the one nearest to the article.",
        ));
    } else if odds.by_last_digit {
        notes.push(String::from("Only the last digit is off."));
    }
    notes
}

fn weekday(day: Option<Decimal>) -> String {
    day.and_then(|day| u8::try_from(day.mantissa()).ok())
        .and_then(weekday_name)
        .unwrap_or_else(|| String::from("another day"))
}

fn change(words: Words<'_>, odds: &AtOdds, from: &str, to: &str) -> String {
    let times = matches!(odds.unit, Unit::None) && odds.way.is_none();
    let value = measured(words, odds);
    match odds.way {
        _ if times => format!("From {from} to {to} is about {value} times as much"),
        Some(Change::Up) => format!("From {from} to {to} is a rise of {value}"),
        Some(Change::Down) => format!("From {from} to {to} is a fall of {value}"),
        None => format!("From {from} to {to} is {value}"),
    }
}

/// The value that the others give, in its unit.
fn measured(words: Words<'_>, odds: &AtOdds) -> String {
    let Some(value) = odds.gives else {
        return String::from("something else");
    };
    // What is added up is told to its last digit.
    let digits = match odds.tie {
        Tie::Sum | Tie::Column | Tie::Row => 12,
        _ => 3,
    };
    match &odds.unit {
        Unit::Named(name) if name != "percent" => {
            format!(
                "{} {}",
                amounts::amount(words, value, &Unit::None, digits),
                plural(name)
            )
        }
        unit => amounts::amount(words, value, unit, digits),
    }
}

fn plain(words: Words<'_>, value: Option<Decimal>) -> String {
    value.map_or(String::new(), |value| {
        amounts::amount(words, value, &Unit::None, 6)
    })
}

fn counted(value: Option<Decimal>) -> String {
    let many = value.and_then(|value| usize::try_from(value.mantissa()).ok());
    many.map_or(String::new(), number)
}

/// "37 or 38", "59"
fn run(words: Words<'_>, odds: &AtOdds) -> String {
    match odds.up_to {
        Some(last) => format!("{} or {last}", plain(words, odds.gives)),
        None => plain(words, odds.gives),
    }
}

/// "in 1988", "on 4 May 1950"
fn when(date: &str) -> String {
    let day = date.chars().filter(|c| !c.is_ascii_digit()).count() > 0
        && date
            .split(|c: char| !c.is_ascii_digit())
            .any(|part| (1..=2).contains(&part.len()));
    format!("{} {date}", if day { "on" } else { "in" })
}

fn listed(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => capital(one),
        [rest @ .., last] => capital(&format!("{} and {last}", rest.join(", "))),
    }
}

/// A unit of the table in the plural: "kilometres per hour", "square feet".
fn plural(name: &str) -> String {
    let (first, rest) = match name.split_once(" per ") {
        Some((first, rest)) => (first, format!(" per {rest}")),
        None => (name, String::new()),
    };
    let (head, tail) = match first.split_once(" of ") {
        Some((head, tail)) => (head, format!(" of {tail}")),
        None => (first, String::new()),
    };
    let many = match head {
        "celsius" => String::from("°C"),
        "fahrenheit" => String::from("°F"),
        "kelvin" => String::from("K"),
        "pound-mass" => String::from("pounds"),
        _ if head.ends_with("foot") => format!("{}feet", head.trim_end_matches("foot")),
        _ if head.ends_with("inch") => format!("{head}es"),
        _ if head.ends_with("point") || !head.ends_with('s') => format!("{head}s"),
        _ => head.to_owned(),
    };
    format!("{many}{tail}{rest}")
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn units_are_told_in_the_plural() {
        for (one, many) in [
            ("kilometre", "kilometres"),
            ("square foot", "square feet"),
            ("mile per hour", "miles per hour"),
            ("barrel of oil", "barrels of oil"),
            ("inch", "inches"),
            ("fahrenheit", "°F"),
            ("percentage point", "percentage points"),
        ] {
            assert_eq!(plural(one), many);
        }
    }
}
