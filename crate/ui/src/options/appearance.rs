//! How marks look: the choices, each with a sample drawn as the page draws it.

use super::fail;
use crate::browser;
use crate::dom::{Built, element, fill};
use plumbline_protocol::Appearance;
use wasm_bindgen_futures::spawn_local;

const SECTION: &str = "appearance";
const SAMPLE_BEFORE: &str = "It paid ";
const SAMPLE_WARN: &str = "$1.2 billion";
const SAMPLE_BETWEEN: &str = ", or ";
const SAMPLE_MARK: &str = "$12 billion";
const SAMPLE_AFTER: &str = ".";

/// Name of a choice and what it is for.
const fn words(choice: Appearance) -> (&'static str, &'static str) {
    match choice {
        Appearance::Tinted => (
            "Tinted",
            "A light tint and an underline for warnings, dots where sources differ",
        ),
        Appearance::Lined => ("Underlined", "Lines only; the text keeps its background"),
        Appearance::Strong => ("Strong", "Deep tints and thick lines that are hard to miss"),
        Appearance::Plain => ("Without colour", "Lines in the colour of the text"),
    }
}

/// Shows the choices with the present one chosen.
pub(super) fn show() {
    spawn_local(async {
        match plumbline_browser::appearance().await {
            Ok(present) => fill(
                SECTION,
                Appearance::ALL.map(|choice| option(choice, choice == present)),
            ),
            Err(problem) => fail(SECTION, &problem),
        }
    });
}

fn option(choice: Appearance, chosen: bool) -> Built {
    let (name, purpose) = words(choice);
    let radio = element("input", "")
        .attribute("type", "radio")
        .attribute("name", SECTION)
        .attribute("value", choice.key())
        .on("change", move |_| {
            spawn_local(async move {
                if let Err(problem) = browser::keep_appearance(choice).await {
                    fail(SECTION, &problem);
                }
            });
        });
    let radio = if chosen {
        radio.attribute("checked", "")
    } else {
        radio
    };
    element("label", "choice").child(radio).child(
        element("span", "choice-text")
            .child(element("span", "choice-name").text(name))
            .child(element("span", "choice-purpose").text(purpose))
            .child(sample(choice)),
    )
}

fn sample(choice: Appearance) -> Built {
    let [(_, warn), (_, mark), _] = choice.looks();
    element("span", "sample")
        .attribute("aria-hidden", "true")
        .text(SAMPLE_BEFORE)
        .child(
            element("span", "")
                .style(&warn.tint())
                .style(&warn.line())
                .text(SAMPLE_WARN),
        )
        .text(SAMPLE_BETWEEN)
        .child(
            element("span", "")
                .style(&mark.tint())
                .style(&mark.line())
                .text(SAMPLE_MARK),
        )
        .text(SAMPLE_AFTER)
}
