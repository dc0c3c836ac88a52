//! The sites that are checked automatically.
//!
//! The reader's grant of a site is the one record of the wish: whatever changes the grants (our
//! switch, the options page, the browser's own settings) the registered scripts follow.

use crate::browser::{Call, call, is_registered};
use crate::tabs::CONTENT_SCRIPT;
use plumbline_browser::{Answer, every_tab, granted_origins, tell};
use plumbline_protocol::{Shown, ToPage};
use serde::Serialize;

/// The id under which the scripts are registered with the browser.
const REGISTERED: &str = "automatic";

/// Starts the check when the page has loaded.
const STARTER: &str = "content/automatic.js";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Registered {
    id: &'static str,
    matches: Vec<String>,
    js: [&'static str; 2],
    run_at: &'static str,
    persist_across_sessions: bool,
}

#[derive(Serialize)]
struct Ids {
    ids: [&'static str; 1],
}

/// Tells every page which sites are granted now. Most tabs have none of our scripts, and say so.
pub(crate) async fn tell_what_is_left() -> Answer<()> {
    let origins = granted_origins().await?;
    for tab in every_tab().await?.into_iter().filter_map(|tab| tab.id) {
        let message = ToPage::Granted {
            origins: origins.clone(),
        };
        let _: Answer<Shown> = tell(tab, message).await;
    }
    Ok(())
}

/// Has the browser run the content scripts on exactly the sites that are granted now.
pub(crate) async fn follow_grants() -> Answer<()> {
    let matches = granted_origins().await?;
    let registered = is_registered(REGISTERED).await?;
    if matches.is_empty() {
        return if registered {
            call(Call::UnregisterContentScripts, &Ids { ids: [REGISTERED] }).await
        } else {
            Ok(())
        };
    }
    let scripts = [Registered {
        id: REGISTERED,
        matches,
        js: [CONTENT_SCRIPT, STARTER],
        run_at: "document_idle",
        persist_across_sessions: true,
    }];
    if registered {
        return call(Call::UpdateContentScripts, &scripts).await;
    }
    // Two events may come at once (a grant while the browser starts): who loses the race updates.
    match call(Call::RegisterContentScripts, &scripts).await {
        Ok(()) => Ok(()),
        Err(_) => call(Call::UpdateContentScripts, &scripts).await,
    }
}
