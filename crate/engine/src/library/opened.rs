//! What the engine keeps of the imported sets from one page to the next: what they open with, the parts in which pages
//! named somebody, and what they state of those whom the last page named. Of a set that is off, removed, or another under
//! the same number nothing is kept.

use super::database::{Kept, bytes};
use js_sys::Array;
use plumbline_core::reference::Reference;
use plumbline_packed::Head;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// How many bytes are kept of a set; parts make room, and a set that opens with more than half of it is read each time.
const MOST: usize = 12 << 20;

/// Of how many sets something is kept.
const MOST_SETS: usize = 2;

/// Whom a page names: sets, each with the entities.
pub(super) type Named = Vec<(u32, Vec<u32>)>;

thread_local! {
    static KEPT: RefCell<Vec<Opened>> = const { RefCell::new(Vec::new()) };
    static JOINED: RefCell<Option<(Named, Rc<Reference>)>> = const { RefCell::new(None) };
}

struct Opened {
    set: u32,
    /// What its file begins with: lengths and checksums of all its parts, by which another one is told from it.
    table: Vec<u8>,
    opening: Array,
    read: Option<Rc<Read>>,
    /// How many bytes may be kept of its parts.
    room: usize,
    /// Parts with their places.
    parts: Vec<(u32, Rc<Vec<u8>>)>,
}

/// What a set opens with, as the engine reads it.
pub(super) struct Read {
    pub(super) names: Vec<u8>,
    opening: Array,
    head: OnceCell<Rc<Head>>,
}

impl Read {
    fn of(opening: &Array) -> Self {
        Self {
            names: bytes(&opening.get(2)),
            opening: opening.clone(),
            head: OnceCell::new(),
        }
    }

    pub(super) fn head(&self) -> Kept<Rc<Head>> {
        if let Some(head) = self.head.get() {
            return Ok(head.clone());
        }
        let head = Rc::new(Head::open(&bytes(&self.opening.get(1)))?);
        Ok(self.head.get_or_init(|| head).clone())
    }
}

/// Reads what a set opens with, unless that was done for an earlier page.
pub(super) fn read(set: u32, opening: &Array) -> Rc<Read> {
    KEPT.with_borrow_mut(|kept| {
        let is_it = |opened: &&mut Opened| opened.set == set && opened.opening == *opening;
        let read = || Rc::new(Read::of(opening));
        match kept.iter_mut().find(is_it) {
            Some(opened) => opened.read.get_or_insert_with(read).clone(),
            None => read(),
        }
    })
}

/// What a set with that table opens with, if it is kept.
pub(super) fn opening(set: u32, table: &[u8]) -> Option<Array> {
    KEPT.with_borrow(|kept| {
        let mut kept = kept.iter();
        let opened = kept.find(|opened| opened.set == set && opened.table == table)?;
        Some(opened.opening.clone())
    })
}

/// Keeps what a set opens with, which takes so many bytes, in the place of what was kept under its number.
pub(super) fn keep(set: u32, table: Vec<u8>, opening: &Array, bytes: usize) {
    retain(&|other| other != set);
    KEPT.with_borrow_mut(|kept| {
        // As the store gives it, and as it is read.
        if let Some(room) = MOST
            .checked_sub(2 * bytes)
            .filter(|_| kept.len() < MOST_SETS)
        {
            kept.push(Opened {
                set,
                table,
                opening: opening.clone(),
                read: None,
                room,
                parts: Vec::new(),
            });
        }
    });
}

/// Forgets all sets but some.
pub(super) fn retain(stays: &dyn Fn(u32) -> bool) {
    KEPT.with_borrow_mut(|kept| kept.retain(|opened| stays(opened.set)));
    if JOINED.with_borrow(|joined| joined.as_ref().is_some_and(|(named, _)| !are_kept(named))) {
        JOINED.set(None);
    }
}

fn are_kept(named: &Named) -> bool {
    KEPT.with_borrow(|kept| {
        let is_kept = |set: u32| kept.iter().any(|opened| opened.set == set);
        named.iter().all(|(set, _)| is_kept(*set))
    })
}

/// The bundled set with what imported ones state of those, if it is kept.
pub(super) fn joined(of: &Named) -> Option<Rc<Reference>> {
    JOINED.with_borrow(|joined| {
        let (_, reference) = joined.as_ref().filter(|(named, _)| named == of)?;
        Some(reference.clone())
    })
}

/// Keeps the bundled set with what imported ones state of those, in the place of what the page before named.
pub(super) fn keep_joined(named: Named, reference: &Rc<Reference>) {
    if are_kept(&named) {
        JOINED.set(Some((named, reference.clone())));
    }
}

/// A part of a set, if it is kept.
pub(super) fn part(set: u32, place: u32) -> Option<Rc<Vec<u8>>> {
    KEPT.with_borrow(|kept| {
        let opened = kept.iter().find(|opened| opened.set == set)?;
        let known = opened.parts.iter().find(|(at, _)| *at == place)?;
        Some(known.1.clone())
    })
}

/// Keeps a part of a set, if what it opens with is kept; where there is no room, the oldest parts make it.
pub(super) fn keep_part(set: u32, place: u32, part: &Rc<Vec<u8>>) {
    KEPT.with_borrow_mut(|kept| {
        let Some(opened) = kept.iter_mut().find(|opened| opened.set == set) else {
            return;
        };
        while opened.room < part.len() && !opened.parts.is_empty() {
            opened.room += opened.parts.remove(0).1.len();
        }
        if opened.room >= part.len() && opened.parts.iter().all(|(at, _)| *at != place) {
            opened.room -= part.len();
            opened.parts.push((place, part.clone()));
        }
    });
}
