//! What the model demands of annotations, as far as it says "must": each rule is told of by name where it is broken.

use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// What is wrong with an annotation, in the order in which it is looked at.
pub(super) fn faults(annotation: &Object, within: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let mut demand = |holds: bool, rule: &str| {
        if !holds {
            faults.push(rule.to_owned());
        }
    };
    // A page or collection says it for all of its annotations.
    let context = annotation.get("@context");
    demand(
        within && context.is_none() || includes(context, super::CONTEXT),
        "the context is not that of Web Annotations",
    );
    demand(
        single(annotation.get("id"), is_iri),
        "there is not one id that is an IRI",
    );
    demand(
        includes(annotation.get("type"), "Annotation"),
        "the type is not Annotation",
    );
    demand(
        !(annotation.contains_key("body") && annotation.contains_key("bodyValue")),
        "it has body and bodyValue",
    );
    demand(
        annotation.get("bodyValue").is_none_or(Value::is_string),
        "bodyValue is not one string",
    );
    let targets = annotation.get("target").map_or_else(Vec::new, listed);
    demand(!targets.is_empty(), "there is no target");
    demand(
        targets
            .iter()
            .all(|target| resource(target, Part::Target, 0)),
        "a target is no resource",
    );
    let bodies = annotation.get("body").map_or_else(Vec::new, listed);
    demand(
        bodies.iter().all(|body| resource(body, Part::Body, 0)),
        "a body is no resource",
    );
    for (owner, what) in std::iter::once((annotation, "the annotation"))
        .chain(
            targets
                .iter()
                .filter_map(|target| Some((target.as_object()?, "a target"))),
        )
        .chain(
            bodies
                .iter()
                .filter_map(|body| Some((body.as_object()?, "a body"))),
        )
    {
        faults.extend(described(owner, what));
    }
    faults
}

/// What is wrong with what describes an annotation, a body or a target.
fn described(owner: &Object, what: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for key in ["created", "modified", "generated"] {
        if owner
            .get(key)
            .is_some_and(|value| !single(Some(value), is_time))
        {
            faults.push(format!("{key} of {what} is not one time"));
        }
    }
    for key in ["rights", "via"] {
        if owner.get(key).is_some_and(|value| !several(value, is_iri)) {
            faults.push(format!("{key} of {what} is not an IRI, or several"));
        }
    }
    if owner
        .get("canonical")
        .is_some_and(|value| !single(Some(value), is_iri))
    {
        faults.push(format!("canonical of {what} is not one IRI"));
    }
    let direction = |value: &Value| matches!(value.as_str(), Some("ltr" | "rtl" | "auto"));
    if owner
        .get("textDirection")
        .is_some_and(|value| !single(Some(value), direction))
    {
        faults.push(format!("textDirection of {what} is none"));
    }
    faults
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Body,
    Target,
}

/// How deep choices and refinements may stand in one another.
const DEEPEST: usize = 16;

/// Whether a value is a resource that annotations can be about, or say.
fn resource(value: &Value, part: Part, depth: usize) -> bool {
    if depth > DEEPEST {
        return false;
    }
    let Some(object) = value.as_object() else {
        return is_iri(value);
    };
    let kind = object
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if matches!(kind, "Choice" | "Composite" | "List" | "Independents") {
        let items = object.get("items").and_then(Value::as_array);
        return items.is_some_and(|items| {
            !items.is_empty() && items.iter().all(|item| resource(item, part, depth + 1))
        });
    }
    if let Some(source) = object.get("source") {
        let external = source.as_object().is_some_and(|source| {
            single(source.get("id"), is_iri)
                && !source.contains_key("source")
                && !source.contains_key("value")
        });
        return (is_iri(source) || external) && specific(object, depth);
    }
    if let Some(value) = object.get("value") {
        return part == Part::Body && value.is_string();
    }
    single(object.get("id"), is_iri) && !object.contains_key("target")
}

/// Whether what makes a resource a part of another is well said.
fn specific(object: &Object, depth: usize) -> bool {
    let every = |key: &str, rule: &dyn Fn(&Value) -> bool| {
        object.get(key).is_none_or(|value| several(value, rule))
    };
    let says = [
        "purpose",
        "selector",
        "state",
        "styleClass",
        "renderedVia",
        "scope",
    ];
    says.iter().any(|key| object.contains_key(*key))
        && every("selector", &|value| is_iri(value) || selector(value, depth))
        && every("state", &|value| is_iri(value) || state(value, depth))
        && every("scope", &is_iri)
        && every("renderedVia", &|value| {
            is_iri(value)
                || value
                    .as_object()
                    .is_some_and(|via| single(via.get("id"), is_iri))
        })
        && object
            .get("styleClass")
            .is_none_or(|value| several(value, Value::is_string))
}

fn selector(value: &Value, depth: usize) -> bool {
    let Some(object) = value.as_object() else {
        return false;
    };
    let text = |key: &str| object.get(key).is_some_and(Value::is_string);
    let text_if = |key: &str| object.get(key).is_none_or(Value::is_string);
    let end = |key: &str| {
        let inner = object.get(key);
        inner.is_some_and(|inner| depth < DEEPEST && selector(inner, depth + 1))
    };
    let said = match object.get("type").and_then(Value::as_str) {
        Some("FragmentSelector") => text("value") && object.get("conformsTo").is_none_or(is_iri),
        Some("CssSelector" | "XPathSelector") => text("value") != object.contains_key("id"),
        Some("SvgSelector") => text("value") != single(object.get("id"), is_iri),
        Some("TextQuoteSelector") => text("exact") && text_if("prefix") && text_if("suffix"),
        Some("TextPositionSelector" | "DataPositionSelector") => {
            let at = |key: &str| object.get(key).and_then(Value::as_u64);
            matches!((at("start"), at("end")), (Some(start), Some(end)) if start <= end)
        }
        Some("RangeSelector") => end("startSelector") && end("endSelector"),
        _ => false,
    };
    said && refined(object, depth)
}

fn refined(object: &Object, depth: usize) -> bool {
    object.get("refinedBy").is_none_or(|refined| {
        depth < DEEPEST
            && several(refined, |value| {
                is_iri(value) || selector(value, depth + 1) || state(value, depth + 1)
            })
    })
}

fn state(value: &Value, depth: usize) -> bool {
    let Some(object) = value.as_object() else {
        return false;
    };
    let has = |key: &str| object.contains_key(key);
    let said = match object.get("type").and_then(Value::as_str) {
        Some("TimeState") => {
            let times = ["sourceDate", "sourceDateStart", "sourceDateEnd"];
            has("sourceDateStart") == has("sourceDateEnd")
                && !(has("sourceDate") && has("sourceDateStart"))
                && times
                    .iter()
                    .all(|key| object.get(*key).is_none_or(|time| several(time, is_time)))
                && object
                    .get("cached")
                    .is_none_or(|cached| several(cached, is_iri))
        }
        Some("HttpRequestState") => object.get("value").is_some_and(Value::is_string),
        _ => single(object.get("id"), is_iri),
    };
    said && refined(object, depth)
}

/// The values that a key has: one, or a list of them.
pub(super) fn listed(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        value => vec![value],
    }
}

fn several(value: &Value, rule: impl Fn(&Value) -> bool) -> bool {
    let values = listed(value);
    !values.is_empty() && values.into_iter().all(rule)
}

/// Whether there is one value, be it in a list of its own.
fn single(value: Option<&Value>, rule: impl Fn(&Value) -> bool) -> bool {
    let values = value.map_or_else(Vec::new, listed);
    values.len() == 1 && values.into_iter().all(rule)
}

fn includes(value: Option<&Value>, wanted: &str) -> bool {
    value.is_some_and(|value| {
        listed(value)
            .into_iter()
            .any(|one| one.as_str() == Some(wanted))
    })
}

/// Whether a value is an IRI: a scheme, a colon, and more.
pub(super) fn is_iri(value: &Value) -> bool {
    let Some((scheme, rest)) = value.as_str().and_then(|text| text.split_once(':')) else {
        return false;
    };
    let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let forbidden = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`')
    };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(named)
        && !rest.is_empty()
        && !rest.contains(forbidden)
}

/// Whether a value is a time with its zone: `2015-01-28T12:00:00Z`.
fn is_time(value: &Value) -> bool {
    let Some((day, time)) = value.as_str().and_then(|text| text.split_once(['T', 't'])) else {
        return false;
    };
    let numbers = |text: &str, sign: char, lengths: &[usize]| -> Option<Vec<u32>> {
        let parts: Vec<&str> = text.split(sign).collect();
        let sound = parts.len() == lengths.len()
            && parts.iter().zip(lengths).all(|(part, length)| {
                part.len() == *length && part.bytes().all(|byte| byte.is_ascii_digit())
            });
        sound.then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
    };
    let zone = time.find(['Z', 'z', '+', '-']);
    let (Some(zone), Some(day)) = (zone, numbers(day, '-', &[4, 2, 2])) else {
        return false;
    };
    let (clock, zone) = time.split_at(zone);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let within = |parts: Option<Vec<u32>>, most: &[u32]| {
        parts.is_some_and(|parts| parts.iter().zip(most).all(|(part, most)| part <= most))
    };
    let leap = day[0] % 4 == 0 && (day[0] % 100 != 0 || day[0] % 400 == 0);
    let longest = match day[1] {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=longest).contains(&day[2])
        && within(numbers(clock, ':', &[2, 2, 2]), &[23, 59, 60])
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
        && (zone.eq_ignore_ascii_case("z") || within(numbers(&zone[1..], ':', &[2, 2]), &[23, 59]))
}
