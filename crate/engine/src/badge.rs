//! The number on the toolbar icon: warnings on the page of a tab.
//!
//! Both browsers forget what was set for a tab when it goes to another page, so nothing has to be cleared then. But
//! while the background is busy a tab may go on: what it is set for then is another document, and it is taken back.

use crate::browser::{Call, call};
use plumbline_browser::{Answer, counted, says, says_with, tell};
use plumbline_core::report::Summary;
use plumbline_protocol::{Shown, ToPage};
use serde::Serialize;

const BACKGROUND: &str = "#b3301a";
const FOREGROUND: &str = "#ffffff";

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
        _ => write(tab_id, String::new(), says("unchecked")).await,
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
        _ if foreign => says("badge_foreign"),
        Summary { warned: 1.., .. } => counted(summary.warned, "badge_warned"),
        Summary { read: 0, .. } => says("badge_empty"),
        Summary {
            marked: 0,
            supported: 0,
            ..
        } => says("badge_nothing"),
        _ => says("badge_agreed"),
    };
    says_with("badge", &[&said])
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
        let cases = [
            (counts(0, 0, 0, 0), "badge_empty"),
            (counts(9, 0, 0, 0), "badge_nothing"),
            (counts(9, 0, 1, 0), "badge_agreed"),
            (counts(9, 0, 0, 1), "badge_agreed"),
            (counts(9, 1, 1, 1), "badge_warned_one 1"),
            (counts(9, 2, 0, 0), "badge_warned_many 2"),
        ];
        for (summary, said) in cases {
            assert_eq!(title(summary, false), format!("badge {said}"));
        }
        assert_eq!(title(counts(0, 0, 0, 0), true), "badge badge_foreign");
    }
}
