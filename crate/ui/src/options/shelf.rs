//! What the reader has saved: how much it is, what is on the shelf, and the way out and in as a file.

use super::{files, sets};
use crate::browser::ask;
use crate::dom::{Built, by_id, element, fill, listen};
use crate::download;
use crate::shelf::{self, Article};
use plumbline_browser::{Answer, counted, says, says_with};
use plumbline_protocol::{Ask, Exported, Imported, SavedHead, Saving};
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlElement, HtmlInputElement};

const TITLE: &str = "shelf-title";
const SECTION: &str = "shelf";
/// What became of what was asked for.
const NOTE: &str = "shelf-note";
/// The field in which a file is chosen; a button presses it.
const FILE: &str = "import-file";

// What the files are: how their names end, and their kinds.
const LINES: (&str, &str) = ("jsonl", "application/jsonl");
const TABLE: (&str, &str) = ("csv", "text/csv");

/// Fills the section, and has its search and its file do what they say.
pub(super) fn offer() {
    shelf::offer(show);
    listen(&by_id(FILE), "change", |_| {
        let field = by_id::<HtmlInputElement>(FILE);
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            spawn_local(async move {
                fill(NOTE, [element("p", "").text(&says("importing"))]);
                say(&import(&file).await);
                sets::show();
                // The same file may be chosen again.
                by_id::<HtmlInputElement>(FILE).set_value("");
            });
        }
    });
    show();
}

/// Shows what there is.
fn show() {
    spawn_local(async {
        match ask::<Vec<SavedHead>>(&Ask::Shelf).await {
            Ok(heads) => {
                fill(SECTION, parts(&heads));
                let saved = heads.into_iter().map(Article::from).collect();
                shelf::show(Ok(vec![("shelf_saved", saved)]));
            }
            Err(problem) => super::fail(SECTION, &problem),
        }
    });
}

fn parts(heads: &[SavedHead]) -> Vec<Built> {
    let import = button("import", || by_id::<HtmlElement>(FILE).click());
    if heads.is_empty() {
        let nothing = element("p", "empty").text(&says("shelf_nothing"));
        return vec![nothing, element("p", "actions").child(import)];
    }
    let room: usize = heads.iter().map(|head| head.bytes).sum();
    let room = says_with(
        "shelf_room",
        &[&counted(heads.len(), "articles"), &in_bytes(room)],
    );
    let actions = element("p", "actions")
        .child(button("export", || spawn_local(export(false))))
        .child(button("export_table", || spawn_local(export(true))))
        .child(import)
        .child(button("delete_all", ask_whether));
    vec![element("p", "").text(&room), actions]
}

fn button(name: &str, act: impl Fn() + 'static) -> Built {
    element("button", "")
        .attribute("type", "button")
        .text(&says(name))
        .on("click", move |_| act())
}

/// How much room something takes, for people.
pub(super) fn in_bytes(bytes: usize) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
    }
}

/// Says what became of something, and shows what there is now.
fn say(became: &Answer<Vec<String>>) {
    let lines = match became {
        Ok(lines) => lines
            .iter()
            .map(|line| element("p", "").text(line))
            .collect(),
        Err(problem) => vec![element("p", "problem").text(problem)],
    };
    fill(NOTE, lines);
    show();
}

/// Hands out all that is saved as a file.
async fn export(table: bool) {
    say(&exported(table).await);
}

async fn exported(table: bool) -> Answer<Vec<String>> {
    let pieces = js_sys::Array::new();
    let (mut from, mut left_out) = (Some(0), 0);
    while let Some(at) = from {
        let piece: Exported = ask(&Ask::Export { from: at, table }).await?;
        pieces.push(&piece.text.into());
        left_out += piece.left_out;
        from = piece.next;
    }
    let day = String::from(js_sys::Date::new_0().to_iso_string());
    let (ending, kind) = if table { TABLE } else { LINES };
    let name = format!("plumbline-{}.{ending}", day.get(..10).unwrap_or_default());
    download::save_all(&name, kind, &pieces);
    let mut said = vec![says_with("exported", &[&name])];
    if left_out > 0 {
        said.push(counted(left_out, "export_left_out"));
    }
    Ok(said)
}

/// Takes in a file: a packed set, or else saved articles.
async fn import(file: &File) -> Answer<Vec<String>> {
    if files::bytes(file, 0, sets::MAGIC.len()).await? == sets::MAGIC {
        sets::import(file).await
    } else {
        import_articles(file).await
    }
}

/// Takes in the articles of a file, and says what became of them. What came before a problem is saved.
async fn import_articles(file: &File) -> Answer<Vec<String>> {
    let mut lines = files::Lines::of(file);
    let mut all = Imported::default();
    let mut problem = None;
    while let Some((text, before)) = lines.next().await? {
        match ask::<Imported>(&Ask::Import {
            lines: text,
            before,
        })
        .await
        {
            Ok(piece) => {
                all.articles += piece.articles;
                all.older += piece.older;
                all.wrong += piece.wrong;
                all.told.extend(piece.told);
            }
            Err(why) => {
                problem = Some(why);
                break;
            }
        }
    }
    let mut said: Vec<String> = problem.into_iter().collect();
    said.push(counted(all.articles, "imported"));
    if all.older > 0 {
        said.push(counted(all.older, "import_older"));
    }
    if all.wrong > 0 {
        said.push(counted(all.wrong, "import_left_out"));
        said.extend(all.told.into_iter().take(MOST_TOLD));
    }
    Ok(said)
}

/// The most lines that are told of by name among those that could not be taken.
const MOST_TOLD: usize = 5;

/// Asks whether really all is to go.
fn ask_whether() {
    let question = element("p", "").text(&says("delete_all_sure"));
    let delete = button("delete_all_yes", || {
        spawn_local(async { say(&delete_all().await) });
    });
    let keep = button("delete_all_no", || {
        show();
        let _ = by_id::<HtmlElement>(TITLE).focus();
    })
    .attribute("id", KEEP);
    fill(
        SECTION,
        [question, element("p", "actions").child(delete).child(keep)],
    );
    let _ = by_id::<HtmlElement>(KEEP).focus();
}

const KEEP: &str = "keep-all";

async fn delete_all() -> Answer<Vec<String>> {
    let _ = by_id::<HtmlElement>(TITLE).focus();
    let heads: Vec<SavedHead> = ask(&Ask::Shelf).await?;
    let numbers = heads.iter().map(|head| head.number).collect();
    ask::<Saving>(&Ask::RemoveArticles { numbers }).await?;
    Ok(vec![says("deleted_all")])
}

#[cfg(test)]
mod tests {
    use super::in_bytes;

    #[test]
    fn room_is_told_in_units_that_people_know() {
        for (bytes, told) in [
            (1, "1 KB"),
            (84_001, "85 KB"),
            (1_000_000, "1.0 MB"),
            (12_345_678, "12.3 MB"),
        ] {
            assert_eq!(in_bytes(bytes), told);
        }
    }
}
