//! Values as bytes, for what is kept between two runs and may be lost at any time.
//!
//! This is no format: bytes are only read back by the program that wrote them (`store::cache` sees to
//! that), so they hold no names, no version, and nothing that could be left out.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use compact_str::CompactString;
use jiff::Timestamp;

/// A value that can be kept.
pub trait Keep: Sized {
    /// Adds its bytes.
    fn put(&self, out: &mut Vec<u8>);
    /// Reads it from the front of what is left; none where that is no such value.
    fn take(from: &mut &[u8]) -> Option<Self>;
}

/// Keeps a struct by its fields, all of which must be named; an enum without fields by the place
/// of its variants, one with a field in some of them by a number before each.
macro_rules! keep {
    (struct $name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::core::keep::Keep for $name {
            fn put(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($crate::core::keep::Keep::put($field, out);)*
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                $(let $field = $crate::core::keep::Keep::take(from)?;)*
                Some(Self { $($field),* })
            }
        }
    };
    (enum $name:ident { $($variant:ident),* $(,)? }) => {
        impl $crate::core::keep::Keep for $name {
            fn put(&self, out: &mut Vec<u8>) {
                // Names all of them, or it does not compile.
                match self { $(Self::$variant)|* => {} }
                let all = [$(Self::$variant),*];
                let place = all.iter().position(|one| one == self).unwrap_or_default();
                $crate::core::keep::Keep::put(&place, out);
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                let place = <usize as $crate::core::keep::Keep>::take(from)?;
                [$(Self::$variant),*].into_iter().nth(place)
            }
        }
    };
    (enum $name:ident { $($tag:literal $variant:ident $(($inner:ident))?),* $(,)? }) => {
        impl $crate::core::keep::Keep for $name {
            fn put(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$variant $(($inner))? => {
                        out.push($tag);
                        $($crate::core::keep::Keep::put($inner, out);)?
                    })*
                }
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                match <u8 as $crate::core::keep::Keep>::take(from)? {
                    $($tag => Some(Self::$variant $(({
                        let $inner = $crate::core::keep::Keep::take(from)?;
                        $inner
                    }))?),)*
                    _ => None,
                }
            }
        }
    };
    (id $name:ident) => {
        impl $crate::core::keep::Keep for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $crate::core::keep::Keep::put(&self.0, out);
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                Some(Self($crate::core::keep::Keep::take(from)?))
            }
        }
    };
}

pub(crate) use keep;

/// Numbers in groups of seven bits, the least first.
impl Keep for u64 {
    fn put(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = u8::take(from)?;
            value |= Self::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }
}

impl Keep for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (first, rest) = from.split_first()?;
        *from = rest;
        Some(*first)
    }
}

impl Keep for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        u64::from(*self).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        u64::take(from)?.try_into().ok()
    }
}

/// In two halves: most are small.
impl Keep for u128 {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u64).put(out);
        ((*self >> 64) as u64).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let low = Self::from(u64::take(from)?);
        Some(low | Self::from(u64::take(from)?) << 64)
    }
}

impl Keep for i8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(self.cast_unsigned());
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(u8::take(from)?.cast_signed())
    }
}

impl Keep for i32 {
    fn put(&self, out: &mut Vec<u8>) {
        self.cast_unsigned().put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(u32::take(from)?.cast_signed())
    }
}

impl Keep for usize {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u64).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Self::try_from(u64::take(from)?).ok()
    }
}

/// The last byte first: those of a number that people write are mostly nought.
impl Keep for f64 {
    fn put(&self, out: &mut Vec<u8>) {
        self.to_bits().swap_bytes().put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(Self::from_bits(u64::take(from)?.swap_bytes()))
    }
}

impl Keep for bool {
    fn put(&self, out: &mut Vec<u8>) {
        u8::from(*self).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(u8::take(from)? != 0)
    }
}

impl Keep for String {
    fn put(&self, out: &mut Vec<u8>) {
        put_text(self, out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        take_text(from).map(Self::from)
    }
}

impl Keep for CompactString {
    fn put(&self, out: &mut Vec<u8>) {
        put_text(self, out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        take_text(from).map(Self::from)
    }
}

fn put_text(text: &str, out: &mut Vec<u8>) {
    text.len().put(out);
    out.extend_from_slice(text.as_bytes());
}

fn take_text<'a>(from: &mut &'a [u8]) -> Option<&'a str> {
    let len = usize::take(from)?;
    let (text, rest) = from.split_at_checked(len)?;
    *from = rest;
    std::str::from_utf8(text).ok()
}

/// To the nanosecond.
impl Keep for Timestamp {
    fn put(&self, out: &mut Vec<u8>) {
        (self.as_second() as u64).put(out);
        (self.subsec_nanosecond() as u64).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (second, nanosecond) = (u64::take(from)? as i64, u64::take(from)? as i32);
        Self::new(second, nanosecond).ok()
    }
}

impl Keep for Ordering {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as i8 as u8).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some((u8::take(from)? as i8).cmp(&0))
    }
}

impl<T: Keep> Keep for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        match bool::take(from)? {
            true => T::take(from).map(Some),
            false => Some(None),
        }
    }
}

impl<T: Keep> Keep for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for value in self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        // Not made longer than the bytes that are there, whatever they claim.
        let len = usize::take(from)?;
        let mut all = Self::with_capacity(len.min(from.len()));
        for _ in 0..len {
            all.push(T::take(from)?);
        }
        Some(all)
    }
}

impl<T: Keep> Keep for Box<[T]> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for value in self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some(Vec::take(from)?.into_boxed_slice())
    }
}

impl<T: Keep> Keep for Box<T> {
    fn put(&self, out: &mut Vec<u8>) {
        T::put(self, out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        T::take(from).map(Self::new)
    }
}

impl<T: Keep + Default, const N: usize> Keep for [T; N] {
    fn put(&self, out: &mut Vec<u8>) {
        for value in self {
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let mut all = std::array::from_fn(|_| T::default());
        for value in &mut all {
            *value = T::take(from)?;
        }
        Some(all)
    }
}

impl<K: Keep + Ord, V: Keep> Keep for BTreeMap<K, V> {
    fn put(&self, out: &mut Vec<u8>) {
        self.len().put(out);
        for (key, value) in self {
            key.put(out);
            value.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let len = usize::take(from)?;
        (0..len).map(|_| Some((K::take(from)?, V::take(from)?))).collect()
    }
}

impl<A: Keep, B: Keep> Keep for (A, B) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        Some((A::take(from)?, B::take(from)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Mixed {
        number: usize,
        said: Box<[Said]>,
        bits: u128,
        pair: [Option<u32>; 2],
        words: Vec<String>,
        map: BTreeMap<String, Option<bool>>,
        order: Option<Ordering>,
        time: Timestamp,
    }
    keep!(struct Mixed { number, said, bits, pair, words, map, order, time });

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Said {
        Nothing,
        Sign(i8),
        Year(i32),
    }
    keep!(enum Said { 0 Nothing, 1 Sign(sign), 2 Year(year) });

    proptest! {
        #[test]
        fn what_was_put_is_taken_and_what_is_broken_is_nothing(
            number: usize, words: Vec<String>, map: BTreeMap<String, Option<bool>>, order in -1i8..3,
            second in -9_000_000_000i64..9_000_000_000, cut in 0usize..1000, noise: Vec<u8>,
            bits: u128, pair: [Option<u32>; 2], sign: i8, year: i32,
        ) {
            let said = Box::new([Said::Sign(sign), Said::Nothing, Said::Year(year)]);
            let time = Timestamp::new(second, 12).unwrap();
            let order = (order < 2).then(|| order.cmp(&0));
            let value = Mixed { number, said, bits, pair, words, map, order, time };
            let mut bytes = Vec::new();
            value.put(&mut bytes);
            let mut from = &bytes[..];
            prop_assert_eq!(Mixed::take(&mut from), Some(value));
            prop_assert!(from.is_empty());
            let cut = cut % bytes.len();
            prop_assert_eq!(Mixed::take(&mut &bytes[..cut]), None);
            let _ = Mixed::take(&mut &noise[..]);
        }
    }
}
