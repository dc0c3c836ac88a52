//! How marks look: the colour and form of each choice, and the style sheet that it makes.

use plumbline_protocol::Appearance;

/// What one kind of highlight looks like, as values of CSS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The colour behind the text.
    pub tint: &'static str,
    /// `text-decoration-style` of the line under it, or empty for no line.
    pub line: &'static str,
    /// The line's colour.
    pub colour: &'static str,
    /// The line's thickness.
    pub thickness: &'static str,
}

/// Properties and values of CSS.
pub type Declarations = Vec<(&'static str, &'static str)>;

impl Look {
    /// What paints the text's background.
    pub fn tint(self) -> Declarations {
        vec![("background-color", self.tint)]
    }

    /// What paints the line under the text; empty for none.
    pub fn line(self) -> Declarations {
        if self.line.is_empty() {
            return Vec::new();
        }
        vec![
            ("text-decoration-line", "underline"),
            ("text-decoration-style", self.line),
            ("text-decoration-color", self.colour),
            ("text-decoration-thickness", self.thickness),
            ("text-decoration-skip-ink", "none"),
        ]
    }

    /// All that a page could otherwise say of lines: one far from its text is one that nobody sees.
    fn whole(self) -> Declarations {
        let mut whole = self.line();
        if self.line.is_empty() {
            whole.push(("text-decoration-line", "none"));
        }
        whole.extend([
            ("text-underline-offset", "auto"),
            ("text-underline-position", "auto"),
            ("text-shadow", "none"),
        ]);
        whole
    }
}

const CLEAR: &str = "transparent";

/// How warnings, marks and the figure that is being shown look, with the names of their highlights.
pub const fn looks(choice: Appearance) -> [(&'static str, Look); 3] {
    let (warn, mark, here) = match choice {
        Appearance::Tinted => (
            look("rgb(229 83 60 / 0.20)", "solid", "rgb(217 72 43)", "0.13em"),
            look(CLEAR, "dotted", "rgb(178 124 16)", "0.12em"),
            "rgb(64 132 235 / 0.28)",
        ),
        Appearance::Lined => (
            look(CLEAR, "solid", "rgb(217 72 43)", "0.13em"),
            look(CLEAR, "dotted", "rgb(178 124 16)", "0.12em"),
            "rgb(64 132 235 / 0.28)",
        ),
        Appearance::Strong => (
            look("rgb(229 83 60 / 0.42)", "solid", "rgb(217 72 43)", "0.22em"),
            look(
                "rgb(222 170 40 / 0.28)",
                "dotted",
                "rgb(178 124 16)",
                "0.18em",
            ),
            "rgb(64 132 235 / 0.45)",
        ),
        Appearance::Plain => (
            look(CLEAR, "solid", "currentcolor", "0.12em"),
            look(CLEAR, "dotted", "currentcolor", "0.12em"),
            "rgb(128 128 128 / 0.35)",
        ),
    };
    [
        ("plumbline-warn", warn),
        ("plumbline-mark", mark),
        ("plumbline-here", look(here, "", "", "")),
    ]
}

/// The style sheet that paints the backgrounds of a page's highlights.
pub fn tints(choice: Appearance) -> String {
    let tints = looks(choice)
        .map(|(name, look)| rule(name, &look.tint()))
        .concat();
    let forced = looks(choice)
        .map(|(name, _)| rule(name, &forced(name)[..1]))
        .concat();
    let forced = format!("@media (forced-colors:active){{{forced}}}");
    // What is important in a layer outweighs what is important outside of any, however exactly that is said.
    format!("@layer plumbline{{@media screen{{{tints}{forced}}}}}")
}

/// The style sheet that paints the lines of a page's highlights: it outweighs whatever the page says of them.
pub fn lines(choice: Appearance) -> String {
    let rules = |declarations: fn(&str, Look) -> Declarations| {
        looks(choice)
            .map(|(name, look)| rule(name, &declarations(name, look)))
            .concat()
    };
    let own = rules(|_, look| look.whole());
    let forced = rules(|name, _| forced(name)[1..].to_vec());
    // What is for the screen is not for paper.
    format!("@media screen{{{own}}}@media screen and (forced-colors:active){{{forced}}}")
}

const fn look(
    tint: &'static str,
    line: &'static str,
    colour: &'static str,
    thickness: &'static str,
) -> Look {
    Look {
        tint,
        line,
        colour,
        thickness,
    }
}

/// Where the reader has chosen the colours of everything, the colours that are for it; that behind the text first.
/// Chromium paints every highlight in the colours of a selection then, and the lines tell them apart, as they are: a thicker one would lie outside of what is painted.
fn forced(highlight: &str) -> Declarations {
    match highlight {
        "plumbline-here" => vec![
            ("background-color", "Highlight"),
            ("color", "HighlightText"),
        ],
        "plumbline-warn" => vec![
            ("background-color", "Mark"),
            ("color", "MarkText"),
            ("text-decoration-color", "MarkText"),
        ],
        _ => vec![
            ("background-color", "Canvas"),
            ("color", "CanvasText"),
            ("text-decoration-color", "CanvasText"),
        ],
    }
}

/// Every declaration is important: the page has no say.
fn rule(highlight: &str, declarations: &[(&str, &str)]) -> String {
    let declarations: Vec<String> = declarations
        .iter()
        .map(|(property, value)| format!("{property}:{value}!important"))
        .collect();
    format!("::highlight({highlight}){{{}}}", declarations.join(";"))
}

#[cfg(test)]
mod tests {
    use super::{lines, looks, tints};
    use plumbline_protocol::Appearance;

    #[test]
    fn warnings_and_marks_differ_in_form_and_not_only_in_colour() {
        for choice in Appearance::ALL {
            let [(_, warn), (_, mark), _] = looks(choice);
            assert_ne!(warn.line, mark.line, "{choice:?}");
        }
    }

    #[test]
    fn every_declaration_outweighs_the_page() {
        for choice in Appearance::ALL {
            for sheet in [tints(choice), lines(choice)] {
                let rules = sheet.split('}').filter_map(|rule| rule.rsplit_once('{'));
                for (_, declarations) in rules {
                    for declaration in declarations.split_terminator(';') {
                        assert!(
                            declaration.ends_with("!important"),
                            "{choice:?}: {declaration}"
                        );
                    }
                }
            }
        }
    }
}
