//! What a line of `forms.txt` says of its word, as a number: the build script (`build/forms.rs`), which lays
//! the words out, compiles this file, too.

pub(crate) const START: u16 = 1;
pub(crate) const OPEN: u16 = 2;
pub(crate) const SITE: u16 = 4;
pub(crate) const ORDINAL: u16 = 8;
pub(crate) const LEADS: u16 = 16;
pub(crate) const DAY: u16 = 32;
/// Of an abbreviation, one of these.
pub(crate) const TITLE: u16 = 1 << 8;
pub(crate) const NUMBER: u16 = 2 << 8;
pub(crate) const SELDOM: u16 = 3 << 8;
pub(crate) const LAST: u16 = 4 << 8;
/// The bits that tell which.
pub(crate) const ABBREVIATION: u16 = 7 << 8;
