//! The style sheet of the marks in a page.
//!
//! It is inserted by the browser as the reader's own sheet: no policy of the page can refuse it,
//! no rule of the page outweighs it, and the page cannot read it.

use crate::browser::{Answer, Call, call, stored_text};
use plumbline_protocol::{APPEARANCE_KEY, Appearance};
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

/// Gives the page of a tab the style sheet that the reader has chosen, in the place of the one it has.
/// Returns the appearance it has then.
pub(crate) async fn apply(tab_id: i32, styled: Option<Appearance>) -> Answer<Appearance> {
    let chosen = chosen().await?;
    if styled != Some(chosen) {
        call(Call::InsertCss, &injection(tab_id, chosen)).await?;
        if let Some(old) = styled {
            call(Call::RemoveCss, &injection(tab_id, old)).await?;
        }
    }
    Ok(chosen)
}

async fn chosen() -> Answer<Appearance> {
    let key = stored_text(APPEARANCE_KEY).await?;
    Ok(key
        .and_then(|key| Appearance::from_key(&key))
        .unwrap_or_default())
}

fn injection(tab_id: i32, appearance: Appearance) -> Injection {
    Injection {
        target: Target { tab_id },
        css: appearance.style_sheet(),
        origin: "USER",
    }
}
