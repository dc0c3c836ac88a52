//! The number on the toolbar icon: warnings on the page of a tab.
//!
//! Both browsers forget what was set for a tab when it goes to another page, so nothing has to be cleared then. But
//! while the background is busy a tab may go on: what it is set for then is another document, and it is taken back.

use crate::browser::{Call, call};
use plumbline_browser::{Answer, tell};
use plumbline_core::report::Summary;
use plumbline_protocol::{Shown, ToPage};
use serde::Serialize;

const BACKGROUND: &str = "#b3301a";
const FOREGROUND: &str = "#ffffff";

/// The title over a tab that was not checked, as the manifest has it.
const UNCHECKED: &str = "Plumbline: check the figures on this page";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Text {
    tab_id: i32,
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Title {
    tab_id: i32,
    title: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Colour {
    tab_id: i32,
    color: &'static str,
}

/// Shows what was found on the page of `tab_id`, which is the `document` of that name; in a `foreign` language nothing
/// was looked for.
pub(crate) async fn show(
    tab_id: i32,
    summary: Summary,
    foreign: bool,
    document: String,
) -> Answer<()> {
    call(
        Call::SetBadgeBackgroundColor,
        &Colour {
            tab_id,
            color: BACKGROUND,
        },
    )
    .await?;
    call(
        Call::SetBadgeTextColor,
        &Colour {
            tab_id,
            color: FOREGROUND,
        },
    )
    .await?;
    write(tab_id, text(summary.warned), title(summary, foreign)).await?;
    match tell(tab_id, ToPage::Stands { document }).await {
        Ok(Shown { shown: true }) => Ok(()),
        _ => write(tab_id, String::new(), UNCHECKED.to_owned()).await,
    }
}

async fn write(tab_id: i32, text: String, title: String) -> Answer<()> {
    call(Call::SetBadgeText, &Text { tab_id, text }).await?;
    call(Call::SetTitle, &Title { tab_id, title }).await
}

/// At most four characters fit on the badge.
fn text(warned: usize) -> String {
    match warned {
        0 => String::new(),
        1..=999 => warned.to_string(),
        _ => "999+".to_owned(),
    }
}

fn title(summary: Summary, foreign: bool) -> String {
    let said = match summary {
        _ if foreign => "not in English, not checked",
        Summary { warned: 1, .. } => "1 figure warned of",
        Summary { warned: 2.., .. } => {
            return format!("Plumbline: {} figures warned of", summary.warned);
        }
        Summary { read: 0, .. } => "no figures found",
        Summary {
            marked: 0,
            supported: 0,
            ..
        } => "nothing here to compare with",
        _ => "no figure on this page is against the evidence",
    };
    format!("Plumbline: {said}")
}

#[cfg(test)]
mod tests {
    use super::{Summary, text, title};

    #[test]
    fn the_badge_is_empty_without_warnings_and_never_too_long() {
        for (warned, shown) in [
            (0, ""),
            (1, "1"),
            (999, "999"),
            (1000, "999+"),
            (usize::MAX, "999+"),
        ] {
            assert_eq!(text(warned), shown);
        }
    }

    #[test]
    fn the_title_says_no_more_than_was_looked_at() {
        let counts = |read, warned, marked, supported| Summary {
            read,
            warned,
            marked,
            supported,
            not_covered: read - warned - marked - supported,
            ..Summary::default()
        };
        let agreed = "no figure on this page is against the evidence";
        let cases = [
            (counts(0, 0, 0, 0), "no figures found"),
            (counts(9, 0, 0, 0), "nothing here to compare with"),
            (counts(9, 0, 1, 0), agreed),
            (counts(9, 0, 0, 1), agreed),
            (counts(9, 1, 1, 1), "1 figure warned of"),
            (counts(9, 2, 0, 0), "2 figures warned of"),
        ];
        for (summary, said) in cases {
            assert_eq!(title(summary, false), format!("Plumbline: {said}"));
        }
        assert_eq!(
            title(counts(0, 0, 0, 0), true),
            "Plumbline: not in English, not checked"
        );
    }
}
