//! The style sheets of the marks in a page.
//!
//! The browser inserts them: no policy of the page can refuse them, and the page cannot read them.
//! Lines come as the reader's own sheet, over which no rule of the page has a say. Tints come as
//! the author's: Chromium paints the background of a highlight only when an author's sheet gives it.

use crate::browser::{Call, call};
use plumbline_browser::{Answer, marks};
use plumbline_protocol::Appearance;
use serde::Serialize;

#[derive(Serialize)]
struct Injection {
    target: Target,
    css: String,
    origin: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    tab_id: i32,
}

/// Gives the page of a tab the style sheet that the reader has `chosen`, in the place of the one it has.
/// Returns the appearance it has then.
pub(crate) async fn apply(
    tab_id: i32,
    styled: Option<Appearance>,
    chosen: impl Future<Output = Answer<Appearance>>,
) -> Answer<Appearance> {
    let chosen = chosen.await?;
    if styled != Some(chosen) {
        change(Call::InsertCss, tab_id, chosen).await?;
        if let Some(old) = styled {
            change(Call::RemoveCss, tab_id, old).await?;
        }
    }
    Ok(chosen)
}

async fn change(how: Call, tab_id: i32, appearance: Appearance) -> Answer<()> {
    let sheet = |css, origin| {
        call(
            how,
            &Injection {
                target: Target { tab_id },
                css,
                origin,
            },
        )
    };
    let lines = sheet(marks::lines(appearance), "USER");
    let tints = sheet(marks::tints(appearance), "AUTHOR");
    lines.await?;
    tints.await
}
