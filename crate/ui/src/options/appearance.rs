//! How marks look: the choices, each with a sample drawn as the page draws it.

use crate::browser;
use crate::dom::{Built, element, fill};
use crate::problem;
use crate::work::begin;
use plumbline_browser::{marks, says};
use plumbline_protocol::Appearance;

const SECTION: &str = "appearance";

/// Shows the choices with the present one chosen.
pub(super) fn show() {
    begin(async {
        match plumbline_browser::appearance().await {
            Ok(present) => fill(
                SECTION,
                Appearance::ALL.map(|choice| option(choice, choice == present)),
            ),
            Err(failure) => problem::show(SECTION, &failure),
        }
    });
}

fn option(choice: Appearance, chosen: bool) -> Built {
    let name = format!("look_{}", choice.key());
    let purpose = says(&format!("{name}_purpose"));
    let radio = element("input", "")
        .attribute("type", "radio")
        .attribute("name", SECTION)
        .attribute("value", choice.key())
        .on("change", move |_| {
            begin(async move {
                if let Err(failure) = browser::keep_appearance(choice).await {
                    problem::show(SECTION, &failure);
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
            .child(element("span", "choice-name").text(&says(&name)))
            .child(element("span", "choice-purpose").text(&purpose))
            .child(sample(choice)),
    )
}

fn sample(choice: Appearance) -> Built {
    let [(_, warn), (_, mark), _] = marks::looks(choice);
    element("span", "sample")
        .attribute("aria-hidden", "true")
        .text(&says("sample_before"))
        .child(
            element("span", "")
                .style(&warn.tint())
                .style(&warn.line())
                .text(&says("sample_warn")),
        )
        .text(&says("sample_between"))
        .child(
            element("span", "")
                .style(&mark.tint())
                .style(&mark.line())
                .text(&says("sample_mark")),
        )
        .text(&says("sample_after"))
}
