//! The index of the saved articles' names in the store: part by part, and what of it is damaged or lost made anew of the
//! articles, which have their names themselves. The engine keeps it from one page to the next: all who write it are here.

use super::database::{ARTICLES, Database, Kept, NAMES, Transaction, bytes, done, whole};
use js_sys::{Array, Uint8Array};
use plumbline_library::{Asked, PER_SEGMENT, SavedArticle, Segment, Unreadable};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::IdbKeyRange;

thread_local! {
    /// The index as it was read last, until something of it is written.
    static KEPT: RefCell<Option<Rc<Index>>> = const { RefCell::new(None) };
}

/// The whole index.
#[derive(Debug, Default)]
pub(super) struct Index {
    segments: Vec<Segment>,
    /// Why a part of it cannot be read.
    unread: Option<Unreadable>,
}

impl Index {
    /// The index as the engine has it already.
    pub(super) fn kept() -> Option<Rc<Self>> {
        KEPT.with_borrow(Clone::clone)
    }

    /// The index, read if need be. One that is whole is kept.
    pub(super) async fn of(database: &Database) -> Kept<Rc<Self>> {
        if let Some(kept) = Self::kept() {
            return Ok(kept);
        }
        let reading = database.reading(&[NAMES])?;
        let all = done(reading.store(NAMES)?.get_all()).await?;
        let mut index = Self::default();
        for segment in Array::from(&all).iter() {
            match Segment::from_bytes(&bytes(&segment)) {
                Ok(segment) => index.segments.push(segment),
                // What is damaged can be mended.
                Err(why) if index.unread != Some(Unreadable::Damaged) => index.unread = Some(why),
                Err(_) => {}
            }
        }
        let index = Rc::new(index);
        if index.unread.is_none() {
            KEPT.set(Some(index.clone()));
        }
        Ok(index)
    }

    /// Why a part of it cannot be read.
    pub(super) fn unread(&self) -> Option<Unreadable> {
        self.unread
    }

    /// The articles that share most with those names, at most so many, the nearest first.
    pub(super) fn nearest(&self, names: &[String], most: usize) -> Vec<u32> {
        let mut asked = Asked::new(names);
        self.segments.iter().for_each(|segment| asked.look(segment));
        asked.nearest(most)
    }
}

/// Waits until all is written of a transaction that changes the index.
pub(super) async fn end(writing: Transaction) -> Kept<()> {
    let ended = writing.end().await;
    // Who has read it before that has what was there before.
    KEPT.set(None);
    ended
}

/// A part of the index, by its number; as it is to be where it is not there or damaged.
///
/// # Errors
/// When a newer version has written it, which alone may change it.
pub(super) async fn segment(reading: &Transaction, number: u32) -> Kept<Segment> {
    let record = done(reading.store(NAMES)?.get(&number.into())).await?;
    match Segment::from_bytes(&bytes(&record)) {
        Err(Unreadable::Damaged) => made_anew(reading, number).await,
        read => Ok(read?),
    }
}

async fn made_anew(reading: &Transaction, number: u32) -> Kept<Segment> {
    let first = number.saturating_mul(PER_SEGMENT);
    let last = first.saturating_add(PER_SEGMENT - 1);
    let range = IdbKeyRange::bound(&first.into(), &last.into())?;
    let articles = reading.store(ARTICLES)?;
    let numbers = done(articles.get_all_keys_with_key(&range));
    let records = done(articles.get_all_with_key(&range));
    let (numbers, records) = (Array::from(&numbers.await?), Array::from(&records.await?));
    let mut segment = Segment::default();
    for (number, record) in numbers.iter().zip(records.iter()) {
        // Of an article that cannot be read nothing is known to look it up by.
        if let (Some(number), Ok(saved)) =
            (whole(&number), SavedArticle::from_bytes(&bytes(&record)))
        {
            segment.put(number, &saved.article.names);
        }
    }
    Ok(segment)
}

/// Writes a part of the index.
pub(super) async fn put_segment(writing: &Transaction, number: u32, segment: &Segment) -> Kept<()> {
    let record = Uint8Array::from(segment.to_bytes().as_slice());
    let names = writing.store(NAMES)?;
    done(names.put_with_key(&record, &number.into()))
        .await
        .map(drop)
}

/// Makes the parts anew that are damaged.
pub(super) async fn mend(database: &Database) -> Kept<()> {
    let writing = database.writing(&[ARTICLES, NAMES])?;
    let names = writing.store(NAMES)?;
    let (numbers, records) = (done(names.get_all_keys()), done(names.get_all()));
    let (numbers, records) = (Array::from(&numbers.await?), Array::from(&records.await?));
    for (number, record) in numbers.iter().zip(records.iter()) {
        let damaged = Segment::from_bytes(&bytes(&record)) == Err(Unreadable::Damaged);
        if let (true, Some(number)) = (damaged, whole(&number)) {
            let segment = made_anew(&writing, number).await?;
            put_segment(&writing, number, &segment).await?;
        }
    }
    end(writing).await
}
