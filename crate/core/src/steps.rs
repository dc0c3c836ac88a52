//! How much work is done, counted: a look at a token, at an item of a sentence, at a name or at a statement is a step.
//! Counting is compiled where tests ask for it, and costs nothing elsewhere; unlike a clock it says the same each time.

#[cfg(feature = "steps")]
thread_local! {
    static TAKEN: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts a step.
#[inline]
pub(crate) fn step() {
    #[cfg(feature = "steps")]
    TAKEN.set(TAKEN.get() + 1);
}

/// How many steps a piece of work takes.
#[cfg(feature = "steps")]
pub fn of<T>(work: impl FnOnce() -> T) -> u64 {
    let before = TAKEN.get();
    drop(work());
    TAKEN.get() - before
}
