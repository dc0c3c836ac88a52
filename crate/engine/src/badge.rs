//! The number on the toolbar icon: warnings on the page of a tab.
//!
//! Both browsers forget what was set for a tab when it goes to another page, so nothing has to be cleared then.

use crate::browser::{Call, call};
use plumbline_browser::Answer;
use plumbline_core::report::Summary;
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

/// Shows what was found on the page of `tab_id`.
pub(crate) async fn show(tab_id: i32, summary: &Summary) -> Answer<()> {
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
    call(
        Call::SetBadgeText,
        &Text {
            tab_id,
            text: text(summary.warned),
        },
    )
    .await?;
    call(
        Call::SetTitle,
        &Title {
            tab_id,
            title: title(summary.warned),
        },
    )
    .await
}

/// At most four characters fit on the badge.
fn text(warned: usize) -> String {
    match warned {
        0 => String::new(),
        1..=999 => warned.to_string(),
        _ => "999+".to_owned(),
    }
}

fn title(warned: usize) -> String {
    match warned {
        0 => "Plumbline: no figure on this page is against the evidence".to_owned(),
        1 => "Plumbline: 1 figure on this page is against the evidence".to_owned(),
        many => format!("Plumbline: {many} figures on this page are against the evidence"),
    }
}

#[cfg(test)]
mod tests {
    use super::{text, title};

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
    fn one_figure_is_not_figures() {
        assert!(title(1).contains("1 figure on"));
        assert!(title(2).contains("2 figures on"));
    }
}
