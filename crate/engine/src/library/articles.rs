//! The articles that the reader has saved.

use super::database::{
    ARTICLES, BY_ADDRESS, Database, HEADS, Kept, NAMES, Transaction, Trouble, bytes, done, whole,
};
use super::index::{end, put_segment, segment};
use crate::browser::tab;
use crate::tabs;
use js_sys::Uint8Array;
use plumbline_browser::{Answer, read, says, write};
use plumbline_core::{Arrived, Arriving, order};
use plumbline_library::{SavedArticle, Segment, Unreadable, address_key, segment_of};
use plumbline_protocol::{NotKept, SavedHead, Saving};
use wasm_bindgen::JsValue;

/// Saves the article that a tab shows.
pub(crate) async fn save(tab_id: i32) -> Answer<Saving> {
    let refused = |why| Ok(Saving::Refused { why });
    if tab(tab_id).await?.incognito {
        return refused(NotKept::Private);
    }
    let page = match tabs::page(tab_id).await? {
        Ok(page) => page,
        Err(what) => return refused(NotKept::Untouchable { what }),
    };
    let language = plumbline_bundled::language().map_err(|error| error.to_string())?;
    let arrived = Arriving::new(language).whole(page);
    let Some(article) = arrived.ok().and_then(Arrived::into_reference) else {
        return refused(NotKept::NoFigures);
    };
    if article.address.is_empty() {
        return refused(NotKept::NoFigures);
    }
    let saved = SavedArticle {
        saved: now(),
        figures: article.figures(language),
        article,
    };
    let article = put(&saved).await?;
    Ok(Saving::Saved { article })
}

/// Whether the article that a tab shows is saved.
pub(crate) async fn is_saved(tab_id: i32) -> Answer<Saving> {
    let address = match tab(tab_id).await?.url {
        Some(address) => address,
        // The browser does not tell everybody; the page itself does where it was asked before.
        None => match tabs::page_there(tab_id).await {
            Some(page) => page.url,
            None => return Ok(Saving::NotSaved),
        },
    };
    Ok(match find(&address).await? {
        Some(article) => Saving::Saved { article },
        None => Saving::NotSaved,
    })
}

/// The article of an address.
async fn find(address: &str) -> Kept<Option<SavedHead>> {
    let database = Database::open().await?;
    let reading = database.reading(&[HEADS, ARTICLES])?;
    let Some(number) = number_of(&reading, address).await? else {
        return Ok(None);
    };
    let head = done(reading.store(HEADS)?.get(&number.into()));
    let record = done(reading.store(ARTICLES)?.get(&number.into()));
    let (head, record) = (head.await?, record.await?);
    Ok(head_of(number, head).map(|head| SavedHead {
        problem: problem_of(&record),
        ..head
    }))
}

/// Why nothing is compared with an article, by its record; or nothing.
fn problem_of(record: &JsValue) -> String {
    match SavedArticle::from_bytes(&bytes(record)) {
        Ok(_) => String::new(),
        Err(Unreadable::Newer) => says("article_newer"),
        Err(Unreadable::Damaged) => says("article_damaged"),
    }
}

async fn number_of(reading: &Transaction, address: &str) -> Kept<Option<u32>> {
    let index = reading.store(HEADS)?.index(BY_ADDRESS)?;
    let key = done(index.get_key(&address_key(address).into())).await?;
    Ok(whole(&key))
}

/// What is listed of an article, as the store has it; one that cannot be read is there all the same.
pub(super) fn head_of(number: u32, head: JsValue) -> Option<SavedHead> {
    if head.is_undefined() {
        return None;
    }
    let head = read(head).unwrap_or_else(|_| SavedHead {
        problem: says("article_damaged"),
        ..SavedHead::default()
    });
    Some(SavedHead { number, ..head })
}

/// Keeps an article, in the place of what was kept of the same address, all of it or nothing.
async fn put(saved: &SavedArticle) -> Kept<SavedHead> {
    let database = Database::open().await?;
    let mut putting = Putting::begin(&database)?;
    let head = putting.put(saved).await?;
    putting.end().await?;
    Ok(head)
}

/// Keeps articles, all of them or none, but for those of which something later is kept; says how many.
pub(super) async fn put_later(all: &[SavedArticle]) -> Kept<usize> {
    if all.is_empty() {
        return Ok(0);
    }
    let database = Database::open().await?;
    let mut putting = Putting::begin(&database)?;
    let mut kept = 0;
    for saved in all {
        if !putting.has_later(saved).await? {
            putting.put(saved).await?;
            kept += 1;
        }
    }
    putting.end().await?;
    Ok(kept)
}

/// Articles on their way into the library.
struct Putting {
    writing: Transaction,
    /// The parts of the index that they change.
    segments: Vec<(u32, Segment)>,
}

impl Putting {
    fn begin(database: &Database) -> Kept<Self> {
        Ok(Self {
            writing: database.writing(&[HEADS, ARTICLES, NAMES])?,
            segments: Vec::new(),
        })
    }

    /// Whether what is kept of an article's address was saved after it.
    async fn has_later(&self, saved: &SavedArticle) -> Kept<bool> {
        let Some(number) = number_of(&self.writing, &saved.article.address).await? else {
            return Ok(false);
        };
        let head = done(self.writing.store(HEADS)?.get(&number.into())).await?;
        Ok(head_of(number, head).is_some_and(|head| head.saved > saved.saved))
    }

    async fn put(&mut self, saved: &SavedArticle) -> Kept<SavedHead> {
        let bytes = saved.to_bytes();
        let article = &saved.article;
        let number = match number_of(&self.writing, &article.address).await? {
            Some(number) => number,
            None => after_last(&self.writing).await?,
        };
        let head = SavedHead {
            number,
            address: address_key(&article.address).to_owned(),
            title: article.title.clone(),
            publisher: article.publisher.clone(),
            published: article.published.clone(),
            saved: saved.saved,
            figures: saved.figures.len(),
            bytes: bytes.len(),
            problem: String::new(),
        };
        let value = write(&head).map_err(Trouble::Other)?;
        let heads = self.writing.store(HEADS)?;
        done(heads.put_with_key(&value, &number.into())).await?;
        let record = Uint8Array::from(bytes.as_slice());
        let articles = self.writing.store(ARTICLES)?;
        done(articles.put_with_key(&record, &number.into())).await?;
        let of = segment_of(number);
        let known = self.segments.iter().position(|(number, _)| *number == of);
        let known = if let Some(known) = known {
            known
        } else {
            (self.segments).push((of, segment(&self.writing, of).await?));
            self.segments.len() - 1
        };
        self.segments[known].1.put(number, &article.names);
        Ok(head)
    }

    /// Writes the index, and waits until all is written.
    async fn end(self) -> Kept<()> {
        for (number, segment) in &self.segments {
            put_segment(&self.writing, *number, segment).await?;
        }
        end(self.writing).await
    }
}

/// A number that no article has ever had: what was deleted in one window may still be listed in another, and must not
/// be something else when it is deleted there.
async fn after_last(writing: &Transaction) -> Kept<u32> {
    let number = done(writing.store(HEADS)?.add(&js_sys::Object::new())).await?;
    whole(&number).ok_or_else(|| Trouble::Other("There are no more numbers".to_owned()))
}

/// What is listed of all saved articles, the latest first.
pub(crate) async fn shelf() -> Kept<Vec<SavedHead>> {
    let database = Database::open().await?;
    let reading = database.reading(&[HEADS])?;
    let heads = reading.store(HEADS)?;
    let (numbers, all) = (done(heads.get_all_keys()), done(heads.get_all()));
    let numbers = js_sys::Array::from(&numbers.await?);
    let all = js_sys::Array::from(&all.await?);
    let mut shelf: Vec<SavedHead> = (numbers.iter().zip(all.iter()))
        .filter_map(|(number, head)| head_of(whole(&number)?, head))
        .collect();
    order::by_key(&mut shelf, |head| {
        std::cmp::Reverse((head.saved, head.number))
    });
    Ok(shelf)
}

/// Deletes articles, all of them or none.
pub(crate) async fn remove(numbers: &[u32]) -> Kept<()> {
    let database = Database::open().await?;
    let writing = database.writing(&[HEADS, ARTICLES, NAMES])?;
    let mut numbers = numbers.to_vec();
    order::sort(&mut numbers);
    for of_segment in numbers.chunk_by(|one, other| segment_of(*one) == segment_of(*other)) {
        let mut segment = segment(&writing, segment_of(of_segment[0])).await?;
        for &number in of_segment {
            segment.remove(number);
            for store in [HEADS, ARTICLES] {
                done(writing.store(store)?.delete(&number.into())).await?;
            }
        }
        put_segment(&writing, segment_of(of_segment[0]), &segment).await?;
    }
    end(writing).await
}

/// Now, in milliseconds since 1970.
fn now() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and after 1970"
    )]
    let now = js_sys::Date::now() as u64;
    now
}
