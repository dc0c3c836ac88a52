//! What is saved as a file: out piece by piece, and in again.

use super::articles;
use super::database::{ARTICLES, Database, Kept, Trouble, bytes, done, whole};
use js_sys::{Array, JSON};
use plumbline_browser::{read, says, says_with, write};
use plumbline_library::{FILE_VERSION, Line, Opening, SavedArticle, TABLE_HEAD, Wrong, rows};
use plumbline_protocol::{Exported, Imported};
use serde::Serialize;
use web_sys::IdbKeyRange;

/// How many articles are handed out at once.
const AT_ONCE: u32 = 32;

/// The most lines that are told of by name among those that could not be taken.
const MOST_TOLD: usize = 5;

/// Appends a line of the file.
pub(super) fn push(text: &mut String, line: &impl Serialize) -> Kept<()> {
    let value = write(line).map_err(Trouble::Other)?;
    text.push_str(&String::from(JSON::stringify(&value)?));
    text.push('\n');
    Ok(())
}

/// The articles from this number on, as lines or rows, as many as go at once. What cannot be read is left out, and
/// counted.
pub(crate) async fn export(from: u32, table: bool) -> Kept<Exported> {
    let mut piece = Exported::default();
    if from == 0 {
        if table {
            piece.text.push_str(TABLE_HEAD);
        } else {
            let version = FILE_VERSION;
            push(&mut piece.text, &Line::Plumbline(Opening { version }))?;
        }
    }
    let database = Database::open().await?;
    let reading = database.reading(&[ARTICLES])?;
    let store = reading.store(ARTICLES)?;
    let all = IdbKeyRange::lower_bound(&from.into())?;
    let numbers = done(store.get_all_keys_with_key_and_limit(&all, AT_ONCE));
    let records = done(store.get_all_with_key_and_limit(&all, AT_ONCE));
    let numbers = Array::from(&numbers.await?);
    for record in Array::from(&records.await?).iter() {
        match SavedArticle::from_bytes(&bytes(&record)) {
            Ok(saved) if table => piece.text.push_str(&rows(&saved)),
            Ok(saved) => push(&mut piece.text, &Line::Article(saved))?,
            Err(_) => piece.left_out += 1,
        }
    }
    if numbers.length() == AT_ONCE {
        piece.next = whole(&numbers.get(AT_ONCE - 1)).map(|last| last + 1);
    }
    Ok(piece)
}

/// Saves the articles of these lines, all that can be taken or none; `before` lines came before them. What cannot be
/// taken is told.
pub(crate) async fn import(lines: &str, before: usize) -> Kept<Imported> {
    let mut imported = Imported::default();
    let mut coming = Vec::new();
    for (line, at) in lines.lines().zip(before + 1..) {
        if line.trim().is_empty() {
            continue;
        }
        match taken(line) {
            Ok(Line::Article(saved)) => coming.push(saved),
            Ok(Line::Plumbline(_)) => {}
            Err(why) => {
                imported.wrong += 1;
                if imported.told.len() < MOST_TOLD {
                    let line = says_with("import_wrong", &[&at.to_string(), &says(why)]);
                    imported.told.push(line);
                }
            }
        }
    }
    imported.articles = articles::put_later(&coming).await?;
    imported.older = coming.len() - imported.articles;
    Ok(imported)
}

/// A line of a file; or what is said of one that cannot be taken.
fn taken(line: &str) -> Result<Line, &'static str> {
    let value = JSON::parse(line).map_err(|_| "import_no_json")?;
    let line: Line = read(value).map_err(|_| "import_no_article")?;
    line.check().map_err(|wrong| match wrong {
        Wrong::Newer => "import_newer",
        Wrong::Address => "import_no_address",
        Wrong::TooLong => "import_too_long",
        Wrong::Day => "import_no_day",
    })?;
    Ok(line)
}
