//! The entries of the context menu of pages.

use crate::browser::{create_menu, remove_menus};
use plumbline_browser::{Answer, says, write};
use serde::Serialize;

/// Over a selection: checks it.
const CHECK: &str = "check-selection";

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Checks what is selected.
    CheckSelection,
}

impl Entry {
    /// The entry of that id.
    pub(crate) fn of(id: &str) -> Option<Self> {
        (id == CHECK).then_some(Self::CheckSelection)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Item<'a> {
    id: &'a str,
    title: String,
    contexts: [&'static str; 1],
    document_url_patterns: [&'static str; 3],
}

/// Makes the entries; the browser keeps them until the next version of the extension.
pub(crate) async fn make() -> Answer<()> {
    remove_menus().await?;
    for (id, title, over) in [(CHECK, says("menu_check_selection"), "selection")] {
        create_menu(write(&Item {
            id,
            title,
            contexts: [over],
            document_url_patterns: ["http://*/*", "https://*/*", "file:///*"],
        })?)?;
    }
    Ok(())
}
