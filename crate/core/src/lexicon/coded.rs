//! The compiled form of a language: what its tables are written as when the crate that ships them is built, and read
//! from at a start. Numbers are short where they are small, and words of a sorted list say only where they differ from
//! the one before.

/// Bytes that are read from the front; they are part of the program, so strings are borrowed from them.
#[derive(Debug)]
pub(crate) struct Bytes(pub(crate) &'static [u8]);

impl Bytes {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn take(&mut self, length: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number in groups of seven bits, the lowest first.
    #[inline(never)]
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Some(value);
            }
        }
        None
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// So many values of a sort, one behind the other.
    pub(crate) fn several<T: Coded>(&mut self, count: usize) -> Option<Vec<T>> {
        // No value is shorter than a byte, but for those that say nothing.
        let mut all = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            all.push(T::take(self)?);
        }
        Some(all)
    }

    /// The strings of a list, each told by what it shares with the one before: first how much of each, then the letters,
    /// for what is alike packs smaller side by side.
    pub(crate) fn strings(&mut self) -> Option<Vec<&'static str>> {
        let (count, size) = (self.length()?, self.length()?);
        let mut shapes = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            let shape = self.length()?;
            let more = if shape % LONG == LONG - 1 {
                self.length()?
            } else {
                0
            };
            shapes.push((shape % LONG + more, shape / LONG));
        }
        let mut pool = Vec::with_capacity(size);
        let mut ends = Vec::with_capacity(count);
        let mut start = 0;
        for (shared, own) in shapes {
            let end = pool.len();
            pool.extend_from_within(start..(start + shared).min(end));
            pool.extend_from_slice(self.take(own)?);
            start = end;
            ends.push(pool.len());
        }
        let mut rest: &'static str = String::from_utf8(pool).ok()?.leak();
        let mut from = 0;
        ends.into_iter()
            .map(|end| {
                let (one, after) = rest.split_at_checked(end - from)?;
                (rest, from) = (after, end);
                Some(one)
            })
            .collect()
    }
}

/// What a string shares with the one before is told in one number with its own length where it is shorter than this.
const LONG: usize = 16;

/// What a table is made of.
pub(crate) trait Coded: Sized {
    /// Writes it behind `out`.
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>);

    /// Reads what was written so; `None` where it was not.
    fn take(bytes: &mut Bytes) -> Option<Self>;
}

/// Writes strings so that [`Bytes::strings`] reads them.
#[cfg(feature = "load")]
pub(crate) fn put_strings<'s>(strings: impl Iterator<Item = &'s str> + Clone, out: &mut Vec<u8>) {
    strings.clone().count().put(out);
    strings.clone().map(str::len).sum::<usize>().put(out);
    let (mut last, mut letters) = ("", Vec::new());
    for text in strings {
        let both = last.bytes().zip(text.bytes());
        let shared = both.take_while(|(a, b)| a == b).count();
        (shared.min(LONG - 1) + (text.len() - shared) * LONG).put(out);
        if shared >= LONG - 1 {
            (shared - (LONG - 1)).put(out);
        }
        letters.extend(&text.as_bytes()[shared..]);
        last = text;
    }
    out.append(&mut letters);
}

impl Coded for u64 {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 128 {
            out.push(u8::try_from(rest & 127).unwrap_or(0) | 128);
            rest >>= 7;
        }
        out.push(u8::try_from(rest).unwrap_or(0));
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        bytes.number()
    }
}

macro_rules! coded_numbers {
    ($($number:ty)*) => {
        $(impl Coded for $number {
            #[cfg(feature = "load")]
            fn put(&self, out: &mut Vec<u8>) {
                u64::from(*self).put(out);
            }

            fn take(bytes: &mut Bytes) -> Option<Self> {
                bytes.number()?.try_into().ok()
            }
        })*
    };
}

coded_numbers!(u8 u16 u32);

impl Coded for usize {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u64).put(out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        bytes.length()
    }
}

impl Coded for bool {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        u8::from(*self).put(out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        Some(bytes.byte()? != 0)
    }
}

impl Coded for () {
    #[cfg(feature = "load")]
    fn put(&self, _: &mut Vec<u8>) {}

    fn take(_: &mut Bytes) -> Option<Self> {
        Some(())
    }
}

impl Coded for &'static str {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        out.extend(self.as_bytes());
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let length = bytes.length()?;
        std::str::from_utf8(bytes.take(length)?).ok()
    }
}

impl<T: Coded> Coded for Option<T> {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        Some(if bool::take(bytes)? {
            Some(T::take(bytes)?)
        } else {
            None
        })
    }
}

impl<A: Coded, B: Coded> Coded for (A, B) {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        Some((A::take(bytes)?, B::take(bytes)?))
    }
}

impl<T: Coded> Coded for Vec<T> {
    #[cfg(feature = "load")]
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for value in self {
            value.put(out);
        }
    }

    fn take(bytes: &mut Bytes) -> Option<Self> {
        let count = bytes.length()?;
        bytes.several(count)
    }
}

/// A struct, as its fields in that order.
macro_rules! coded {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::lexicon::coded::Coded for $name {
            #[cfg(feature = "load")]
            fn put(&self, out: &mut Vec<u8>) {
                $($crate::lexicon::coded::Coded::put(&self.$field, out);)*
            }

            fn take(bytes: &mut $crate::lexicon::coded::Bytes) -> Option<Self> {
                Some(Self { $($field: $crate::lexicon::coded::Coded::take(bytes)?),* })
            }
        }
    };
}
pub(crate) use coded;

/// An enum without fields whose values have names in the data, and are written by their places in that list.
macro_rules! coded_names {
    (
        $(#[$meta:meta])*
        $seen:vis enum $name:ident { $($(#[$about:meta])* $value:ident = $written:literal),* $(,)? }
    ) => {
        $(#[$meta])*
        $seen enum $name {
            $($(#[$about])* $value),*
        }

        impl $name {
            const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The one that the data files call so.
            #[cfg(feature = "load")]
            pub(crate) fn named(name: &str) -> Option<Self> {
                [$($written),*].iter().position(|known| *known == name).map(|at| Self::ALL[at])
            }
        }

        impl $crate::lexicon::coded::Coded for $name {
            #[cfg(feature = "load")]
            fn put(&self, out: &mut Vec<u8>) {
                Self::ALL.iter().position(|one| one == self).unwrap_or(0).put(out);
            }

            fn take(bytes: &mut $crate::lexicon::coded::Bytes) -> Option<Self> {
                let at = usize::try_from(bytes.number()?).ok()?;
                Self::ALL.get(at).copied()
            }
        }
    };
}
pub(crate) use coded_names;
