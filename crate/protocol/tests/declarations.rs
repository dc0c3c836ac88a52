//! `extension/protocol.d.ts` says to `tsc` what the Rust types say here.
//!
//! `PLUMBLINE_WRITE=1 cargo test -p plumbline-protocol` writes it anew.

use plumbline_core::{page, report};
use plumbline_protocol as protocol;
use plumbline_words as words;
use std::path::Path;
use ts_rs::{Config, TS};

const HEAD: &str = "\
// Written from the Rust types by crate/protocol/tests/declarations.rs; change those.
// The types of the messages between popup, options page, background and content script.

declare namespace Plumbline {
";

fn declarations() -> String {
    let config = Config::default().with_large_int("number");
    let mut text = HEAD.to_owned();
    let mut add = |declaration: String, docs: Option<String>| {
        let whole = docs.unwrap_or_default() + "type " + declaration.trim_start_matches("type ");
        for line in whole.lines() {
            let line = line.trim_end();
            text.push_str(if line.is_empty() { "" } else { "  " });
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
    };
    macro_rules! declare {
        ($($type:ty),* $(,)?) => { $( add(<$type>::decl(&config), <$type>::docs()); )* };
    }
    declare!(
        protocol::Ask,
        protocol::PagePart,
        protocol::LastPart,
        protocol::Run,
        protocol::ToPage,
        protocol::Outcome,
        protocol::Failure,
        protocol::Why,
        protocol::Untouchable,
        protocol::Checked,
        protocol::Styled,
        protocol::Shown,
        protocol::Said,
        protocol::Copied,
        plumbline_labels::Word,
        protocol::Appearance,
        protocol::Library,
        protocol::LibrarySource,
        protocol::LibraryStatement,
        protocol::Saving,
        protocol::NotKept,
        protocol::SavedHead,
        protocol::Exported,
        protocol::Imported,
        protocol::SavedSet,
        protocol::ComingSet,
        page::Page,
        page::StatedDate,
        page::DateSource,
        page::Block,
        page::Role,
        page::Zone,
        words::Account,
        report::Summary,
        words::Entry,
        report::Place,
        report::Spot,
        words::Sign,
        words::EvidenceLine,
        words::SourceLine,
        words::PassedLine,
        words::StoryLine,
        words::Said,
        report::Level,
    );
    text.truncate(text.trim_end().len());
    text.push_str("\n}\n");
    text
}

#[test]
fn declarations_are_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../extension/protocol.d.ts");
    let declared = declarations();
    if std::env::var_os("PLUMBLINE_WRITE").is_some() {
        std::fs::write(&path, &declared).expect("extension/protocol.d.ts can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == declared,
        "extension/protocol.d.ts is not what the Rust types say: run this test with PLUMBLINE_WRITE=1"
    );
}
