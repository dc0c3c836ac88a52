//! A quantity in one line of text, for the case table and the documentation.

use plumbline_core::figures::{Bound, Change, Decimal, Interval, Kind, Modifier, Quantity, Unit};

/// `[as written] kind value unit (modifier, change) {interval}`
pub(crate) fn written(text: &str, quantity: &Quantity) -> String {
    let mut line = format!(
        "[{}] {} {}",
        &text[quantity.start..quantity.end],
        kind(quantity.kind),
        value(quantity)
    );
    let unit = unit(quantity);
    if !unit.is_empty() {
        line = format!("{line} {unit}");
    }
    let signs = [modifier(quantity.modifier), change(quantity.change)];
    let signs: Vec<&str> = signs.into_iter().filter(|sign| !sign.is_empty()).collect();
    if !signs.is_empty() {
        line = format!("{line} ({})", signs.join(", "));
    }
    // A date has no number to stand for.
    if quantity.dates.is_some() {
        return line;
    }
    format!("{line} {{{}}}", interval(&quantity.interval))
}

fn short(value: Decimal) -> String {
    let few = value.round_dp(4).normalize();
    let kept = if few.abs() < Decimal::new(1, 2) {
        value.round_sf(4).unwrap_or(few)
    } else {
        few
    };
    let value = kept.normalize().to_string();
    let (whole, decimals) = value.split_once('.').unwrap_or((&value, ""));
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 4 {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{grouped}{point}{decimals}")
}

fn value(quantity: &Quantity) -> String {
    if let Some(dates) = quantity.dates {
        return dates.to_string();
    }
    if quantity.low == quantity.high {
        short(quantity.low)
    } else {
        format!("{}…{}", short(quantity.low), short(quantity.high))
    }
}

fn kind(kind: Kind) -> String {
    format!("{kind:?}").to_lowercase()
}

fn unit(quantity: &Quantity) -> String {
    let unit = match &quantity.unit {
        Unit::None => String::new(),
        Unit::Currency(code) => code.to_string(),
        Unit::Named(name) => name.clone(),
        Unit::Noun(noun) => format!("“{}”", noun.words),
    };
    match (&quantity.unit, &quantity.per) {
        (Unit::Currency(_), Some(per)) => format!("{unit} per {per}"),
        _ => unit,
    }
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Exact => "",
        Modifier::About => "about",
        Modifier::Nearly => "nearly",
        Modifier::Over => "over",
        Modifier::Under => "under",
        Modifier::AtLeast => "at least",
        Modifier::AtMost => "at most",
        Modifier::UpTo => "up to",
    }
}

fn change(change: Option<Change>) -> &'static str {
    match change {
        None => "",
        Some(Change::Up) => "up",
        Some(Change::Down) => "down",
    }
}

fn interval(interval: &Interval) -> String {
    if interval.low == interval.high
        && let Some(Bound { value, .. }) = interval.low
    {
        return short(value);
    }
    let low = interval.low.map_or("(−∞".to_string(), |low| {
        format!("{}{}", if low.closed { '[' } else { '(' }, short(low.value))
    });
    let high = interval.high.map_or("∞)".to_string(), |high| {
        format!(
            "{}{}",
            short(high.value),
            if high.closed { ']' } else { ')' }
        )
    });
    format!("{low}, {high}")
}
