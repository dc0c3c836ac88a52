//! The articles of one story in their tabs.
//!
//! Where they are open is known from what was read in this session; whether a tab still shows the article, its page
//! says itself. So no permission to see the addresses of tabs is needed.

use crate::browser::{open_tab, show_tab};
use plumbline_browser::{Answer, session, tell};
use plumbline_protocol::{Shown, ToPage};

/// What follows in an address that leads to a passage.
const FRAGMENT: &str = ":~:";

/// Goes to where an article says something: in its tab, if it is still open there, else in a new one.
pub(crate) async fn go_to(address: &str, passage: String) -> Answer<Shown> {
    let plain = address.split(FRAGMENT).next().unwrap_or_default();
    let plain = plain.trim_end_matches('#');
    if let Some(tab) = session::tab_of(plain).await? {
        let message = ToPage::Passage {
            address: plain.to_owned(),
            passage: passage.clone(),
        };
        if let Ok(shown @ Shown { shown: true }) = tell(tab, message).await {
            show_tab(tab).await?;
            return Ok(shown);
        }
    }
    open_tab(address).await?;
    Ok(Shown { shown: false })
}

/// Tells the open articles at these addresses that another one is known now; each looks anew at what it says. The page
/// in `but` is the other one.
pub(crate) async fn tell_of_new(addresses: &[String], but: i32) -> Answer<()> {
    for address in addresses {
        let tab = session::tab_of(address).await?;
        if let Some(tab) = tab.filter(|tab| *tab != but) {
            let address = address.clone();
            // One that is closed does not answer.
            let _: Answer<Shown> = tell(tab, ToPage::Anew { address }).await;
        }
    }
    Ok(())
}
