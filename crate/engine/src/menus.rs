//! The entries of the context menu of pages.

use crate::browser::{create_menu, remove_menus};
use plumbline_browser::{Answer, says, write};
use serde::Serialize;

/// Over a selection: checks it.
const CHECK: &str = "check-selection";
/// Over a page: saves its article.
const SAVE: &str = "save-article";

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Checks what is selected.
    CheckSelection,
    /// Saves the article.
    Save,
}

impl Entry {
    /// The entry of that id.
    pub(crate) fn of(id: &str) -> Option<Self> {
        match id {
            CHECK => Some(Self::CheckSelection),
            SAVE => Some(Self::Save),
            _ => None,
        }
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
    let entries = [
        (CHECK, says("menu_check_selection"), "selection"),
        (SAVE, says("menu_save"), "page"),
    ];
    for (id, title, over) in entries {
        create_menu(write(&Item {
            id,
            title,
            contexts: [over],
            document_url_patterns: ["http://*/*", "https://*/*", "file:///*"],
        })?)?;
    }
    Ok(())
}
