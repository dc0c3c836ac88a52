//! What the reader has saved: how much it is, what is listed of it, and the way out and in as a file.

use super::sizes::in_bytes;
use super::{files, sets};
use crate::browser::ask;
use crate::dom::{Built, by_id, element, fill, listen};
use crate::download;
use crate::library::{self, Article};
use crate::problem;
use crate::work::begin;
use plumbline_browser::{Answer, counted, failed, says, says_with};
use plumbline_protocol::{Ask, Exported, Imported, SavedHead, SavedSet, Saving};
use std::cell::Cell;
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

thread_local! {
    /// How often the section was filled or asked for: what comes late must not take the place of a question.
    static SHOWN: Cell<u32> = const { Cell::new(0) };
}

/// Fills the section, and has its search and its file do what they say.
pub(super) fn offer() {
    library::offer(show);
    listen(&by_id(FILE), "change", |_| {
        let field = by_id::<HtmlInputElement>(FILE);
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            begin(async move {
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
pub(super) fn show() {
    let shown = SHOWN.get() + 1;
    SHOWN.set(shown);
    begin(async move {
        // What is the matter with them, their own list says.
        let sets = ask::<Vec<SavedSet>>(&Ask::Sets).await.unwrap_or_default();
        let heads = ask::<Vec<SavedHead>>(&Ask::Shelf).await;
        if SHOWN.get() != shown {
            return;
        }
        match heads {
            Ok(heads) => {
                fill(SECTION, parts(&heads, !sets.is_empty()));
                let saved = heads.into_iter().map(Article::from).collect();
                library::show(Ok(vec![("shelf_saved", saved)]));
            }
            Err(failure) => problem::show(SECTION, &failure),
        }
    });
}

fn parts(heads: &[SavedHead], sets: bool) -> Vec<Built> {
    let import = button("import", || by_id::<HtmlElement>(FILE).click());
    let export = button("export", || begin(export(false)));
    let delete = button("delete_all", ask_whether);
    let actions = element("p", "actions");
    if heads.is_empty() {
        let nothing = element("p", "empty").text(&says("shelf_nothing"));
        let actions = if sets {
            actions.child(export).child(import).child(delete)
        } else {
            actions.child(import)
        };
        return vec![nothing, actions];
    }
    let room: usize = heads.iter().map(|head| head.bytes).sum();
    let room = says_with(
        "shelf_room",
        &[&counted(heads.len(), "articles"), &in_bytes(room)],
    );
    let table = button("export_table", || begin(self::export(true)));
    let actions = actions.child(export).child(table).child(import);
    vec![element("p", "").text(&room), actions.child(delete)]
}

fn button(name: &str, act: impl Fn() + 'static) -> Built {
    element("button", "")
        .attribute("type", "button")
        .text(&says(name))
        .on("click", move |_| act())
}

/// Says what became of something, and shows what there is now.
fn say(became: &Answer<Vec<String>>) {
    note(became);
    show();
}

/// Says what became of something.
fn note(became: &Answer<Vec<String>>) {
    let lines = match became {
        Ok(lines) => lines
            .iter()
            .map(|line| element("p", "").text(line))
            .collect(),
        Err(failure) => vec![problem::line(failure)],
    };
    fill(NOTE, lines);
}

/// Hands out all that is saved as a file. What there is stays as it is shown, and the button keeps the focus.
async fn export(table: bool) {
    note(&exported(table).await);
}

async fn exported(table: bool) -> Answer<Vec<String>> {
    let pieces = js_sys::Array::new();
    let (mut from, mut left_out, mut left_out_sets) = (Some(0), 0, 0);
    while let Some(at) = from {
        let piece: Exported = ask(&Ask::Export { from: at, table }).await?;
        pieces.push(&piece.text.into());
        left_out += piece.left_out;
        from = piece.next;
    }
    if !table {
        left_out_sets = sets::export(&pieces).await?;
    }
    let day = String::from(js_sys::Date::new_0().to_iso_string());
    let (ending, kind) = if table { TABLE } else { LINES };
    let name = format!("plumbline-{}.{ending}", day.get(..10).unwrap_or_default());
    download::save_all(&name, kind, &pieces);
    let mut said = vec![says_with("exported", &[&name])];
    if left_out > 0 {
        said.push(counted(left_out, "export_left_out"));
    }
    if left_out_sets > 0 {
        said.push(counted(left_out_sets, "export_sets_left_out"));
    }
    Ok(said)
}

/// Takes in a file: a packed set, or else a library that was exported.
async fn import(file: &File) -> Answer<Vec<String>> {
    if files::bytes(file, 0, sets::MAGIC.len()).await? == sets::MAGIC {
        let (_, name) = sets::import(file, file.name()).await?;
        return Ok(vec![says_with("set_imported", &[&name])]);
    }
    let mut library = Coming::default();
    let mut lines = files::Lines::of(file);
    while let Some((text, before)) = lines.next().await? {
        for (line, at) in text.lines().zip(before..) {
            library.take(line, at).await;
        }
        library.send().await;
        if library.stopped {
            break;
        }
    }
    library.end_set().await;
    Ok(library.said())
}

/// What has become of a library that is coming from a file. What came before a problem is saved.
#[derive(Default)]
struct Coming {
    /// Lines that have not been handed over, and how many lines come before them.
    lines: String,
    before: usize,
    /// The set whose lines are coming.
    set: Option<sets::Lines>,
    became: Imported,
    sets: Vec<String>,
    problems: Vec<String>,
    /// Whether it cannot go on.
    stopped: bool,
}

impl Coming {
    /// Takes the next line, before which there are so many.
    async fn take(&mut self, line: &str, at: usize) {
        if self.set.as_ref().is_some_and(|set| set.take(line)) {
            return;
        }
        self.end_set().await;
        self.set = sets::Lines::begin(line);
        if self.set.is_some() {
            return;
        }
        if self.lines.is_empty() {
            self.before = at;
        }
        self.lines.push_str(line);
        self.lines.push('\n');
    }

    /// The lines of a set have come.
    async fn end_set(&mut self) {
        if let Some(set) = self.set.take() {
            self.send().await;
            match set.import().await {
                Ok(name) => self.sets.push(name),
                Err(failure) => self.problems.push(failed(&failure)),
            }
        }
    }

    /// Hands over the lines of articles.
    async fn send(&mut self) {
        if self.lines.is_empty() || self.stopped {
            return;
        }
        let (lines, before) = (std::mem::take(&mut self.lines), self.before);
        match ask::<Imported>(&Ask::Import { lines, before }).await {
            Ok(piece) => {
                self.became.articles += piece.articles;
                self.became.older += piece.older;
                self.became.wrong += piece.wrong;
                self.became.told.extend(piece.told);
            }
            Err(failure) => {
                self.problems.push(failed(&failure));
                self.stopped = true;
            }
        }
    }

    /// In lines for the reader.
    fn said(self) -> Vec<String> {
        let (all, mut said) = (self.became, self.problems);
        if all.articles > 0 || self.sets.is_empty() {
            said.push(counted(all.articles, "imported"));
        }
        said.extend((self.sets.iter()).map(|name| says_with("set_imported", &[name])));
        if all.older > 0 {
            said.push(counted(all.older, "import_older"));
        }
        if all.wrong > 0 {
            said.push(counted(all.wrong, "import_left_out"));
            said.extend(all.told.into_iter().take(MOST_TOLD));
        }
        said
    }
}

/// The most lines that are told of by name among those that could not be taken.
const MOST_TOLD: usize = 5;

/// Asks whether really all is to go.
fn ask_whether() {
    SHOWN.set(SHOWN.get() + 1);
    let question = element("p", "").text(&says("delete_all_sure"));
    let delete = button("delete_all_yes", || {
        begin(async { say(&delete_all().await) });
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
    let all: Vec<SavedSet> = ask(&Ask::Sets).await?;
    for SavedSet { number: set, .. } in all {
        ask::<Vec<SavedSet>>(&Ask::RemoveSet { set }).await?;
    }
    sets::show();
    Ok(vec![says("deleted_all")])
}
