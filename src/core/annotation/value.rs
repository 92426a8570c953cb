//! The values of an annotation apart from their types: what the merge compares
//! and the store reads and writes, by the shape that a field's row tells.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use jiff::Timestamp;

/// A value as a file holds it. Two are equal when they say the same, in
/// whatever order an object has its members.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// A number.
    Number(usize),
    /// Yes or no.
    Flag(bool),
    /// A text.
    Text(Cow<'a, str>),
    /// What this version does not know, as JSON text, byte for byte.
    Json(Cow<'a, str>),
    /// A list.
    List(Vec<Self>),
    /// Members by name, in the order of the file.
    Object(Vec<(Cow<'a, str>, Self)>),
}

impl<'a> Value<'a> {
    /// A text without letters.
    pub const EMPTY: Value<'static> = Value::Text(Cow::Borrowed(""));
    /// A list without entries.
    pub const NONE: Value<'static> = Value::List(Vec::new());

    /// A borrowed text.
    pub const fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// A text that may be missing.
    pub fn maybe(text: Option<&'a str>) -> Self {
        text.map_or(Self::Null, Self::text)
    }

    /// A list.
    pub fn list(values: impl IntoIterator<Item = Self>) -> Self {
        Self::List(values.into_iter().collect())
    }

    /// Its text; empty where it is none.
    pub fn into_text(self) -> String {
        self.into_maybe().unwrap_or_default()
    }

    /// Its text, where it is one.
    pub fn into_maybe(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.into_owned()),
            _ => None,
        }
    }

    /// Its number; zero where it is none.
    pub fn into_number(self) -> usize {
        if let Self::Number(n) = self { n } else { 0 }
    }

    /// Whether it says yes.
    pub fn into_flag(self) -> bool {
        matches!(self, Self::Flag(true))
    }

    /// Its entries; none where it is no list.
    pub fn into_list(self) -> Vec<Self> {
        if let Self::List(values) = self { values } else { Vec::new() }
    }

    /// Its members; none where it is no object.
    pub fn into_members(self) -> Vec<(Cow<'a, str>, Self)> {
        if let Self::Object(members) = self { members } else { Vec::new() }
    }

    /// The same, borrowed from nothing.
    pub fn into_owned(self) -> Value<'static> {
        let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Null => Value::Null,
            Self::Number(n) => Value::Number(n),
            Self::Flag(flag) => Value::Flag(flag),
            Self::Text(text) => Value::Text(own(text)),
            Self::Json(text) => Value::Json(own(text)),
            Self::List(values) => Value::list(values.into_iter().map(Self::into_owned)),
            Self::Object(members) => Value::Object(
                members.into_iter().map(|(name, v)| (own(name), v.into_owned())).collect(),
            ),
        }
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::Null => 0,
            Self::Number(_) => 1,
            Self::Text(_) => 2,
            Self::Json(_) => 3,
            Self::List(_) => 4,
            Self::Object(_) => 5,
            Self::Flag(_) => 6,
        }
    }
}

/// In a line, for people.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => Ok(()),
            Self::Number(n) => write!(f, "{n}"),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Text(text) | Self::Json(text) => f.write_str(text),
            Self::List(values) => {
                let shown: Vec<_> = values.iter().map(ToString::to_string).collect();
                f.write_str(&shown.join(", "))
            }
            Self::Object(members) => {
                let shown: Vec<_> = members.iter().map(|(_, value)| value.to_string()).collect();
                f.write_str(&shown.join(" · "))
            }
        }
    }
}

impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Value<'_> {}

impl PartialOrd for Value<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Value<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Flag(a), Self::Flag(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) | (Self::Json(a), Self::Json(b)) => a.cmp(b),
            (Self::List(a), Self::List(b)) => a.cmp(b),
            (Self::Object(a), Self::Object(b)) => {
                let by_name = |members: &[(Cow<'_, str>, Self)]| {
                    let mut order: Vec<usize> = (0..members.len()).collect();
                    order.sort_by(|&a, &b| members[a].0.cmp(&members[b].0));
                    order
                };
                let members = |i: usize, j: usize| a[i].cmp(&b[j]);
                let (left, right) = (by_name(a), by_name(b));
                let differ = left.iter().zip(&right).map(|(&i, &j)| members(i, j));
                differ.fold(Ordering::Equal, Ordering::then).then(left.len().cmp(&right.len()))
            }
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

/// A field this version does not know, kept as it was.
///
/// Two are equal when they say the same, wherever they stand.
#[derive(Clone, Debug)]
pub struct Unknown {
    /// Its name.
    pub name: String,
    /// Its value as JSON text, byte for byte.
    pub json: String,
    /// How many of the known fields, in their fixed order, stand before it: it
    /// goes back to its place, so that two versions do not push it to and fro.
    pub slot: usize,
}

impl Unknown {
    fn says(&self) -> (&str, &str) {
        (&self.name, &self.json)
    }
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Self) -> bool {
        self.says() == other.says()
    }
}

impl Eq for Unknown {}

impl PartialOrd for Unknown {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Unknown {
    fn cmp(&self, other: &Self) -> Ordering {
        self.says().cmp(&other.says())
    }
}

/// The fields this version does not know, in file order.
pub type Extra = Vec<Unknown>;

/// What a value must be: the store reads by it, and the schema is made from it.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A day, as `YYYY-MM-DD`.
    Day,
    /// A time in UTC, as `2026-11-20T10:12:03Z`.
    Time,
    /// git's object id.
    Digest,
    /// A count.
    Number,
    /// Yes or no.
    Flag,
    /// A value of this shape, or null, which says something, too.
    Nullable(&'static Self),
    /// An object with values of one shape, by names that are free.
    Map(&'static Self),
    /// A list of values of one shape.
    List(&'static Self),
    /// An object with these members, and what this version does not know.
    Object(&'static dyn Members),
    /// An object of one field of an annotation: its other value.
    Rival,
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its name in JSON.
    pub name: &'static str,
    /// What it is for, in the schema.
    pub about: &'static str,
    /// What it must be.
    pub shape: Shape,
    /// Whether an object without it is broken.
    pub required: bool,
}

/// A member that may be missing.
pub(super) const fn member(name: &'static str, about: &'static str, shape: Shape) -> Member {
    Member { name, about, shape, required: false }
}

/// A member without which an object is broken.
pub(super) const fn required(name: &'static str, about: &'static str, shape: Shape) -> Member {
    Member { name, about, shape, required: true }
}

/// A time as a file holds it.
pub(super) fn time(value: Value<'_>) -> Timestamp {
    value.into_text().parse().unwrap_or_default()
}

/// The known members of an object, in the order they are written.
pub trait Members: Sync + fmt::Debug {
    /// All of them.
    fn list(&self) -> Vec<Member>;
    /// The one of this name.
    fn named(&self, name: &str) -> Option<Member>;
}

/// A row of the table of an object's members.
#[derive(Debug)]
pub struct Field<T: 'static> {
    /// Its name, purpose and shape.
    pub member: Member,
    /// What is left out of the file, since it says nothing.
    pub blank: Value<'static>,
    /// Its value.
    pub get: for<'a> fn(&'a T) -> Value<'a>,
    /// Puts a value of its shape; another one is put as blank.
    pub set: fn(&mut T, Value<'_>),
}

impl<T> Field<T> {
    /// Whether it says nothing.
    pub fn is_blank(&self, of: &T) -> bool {
        (self.get)(of) == self.blank
    }
}

impl<T: fmt::Debug, const N: usize> Members for [Field<T>; N] {
    fn list(&self) -> Vec<Member> {
        self.iter().map(|field| field.member).collect()
    }

    fn named(&self, name: &str) -> Option<Member> {
        self.iter().map(|field| field.member).find(|member| member.name == name)
    }
}

/// An object of the members that say something, the unknown ones between them.
pub(super) fn object<'a, T>(of: &'a T, fields: &[Field<T>], extra: &'a [Unknown]) -> Value<'a> {
    let known = fields.iter().map(|field| {
        let value = (field.get)(of);
        (field.member.required || value != field.blank)
            .then_some((Cow::Borrowed(field.member.name), value))
    });
    Value::Object(between(known, extra))
}

/// Known members in their order, each unknown one at its place between them.
pub fn between<'a>(
    known: impl IntoIterator<Item = Option<(Cow<'a, str>, Value<'a>)>>,
    extra: &'a [Unknown],
) -> Vec<(Cow<'a, str>, Value<'a>)> {
    let known = known.into_iter();
    if extra.is_empty() {
        return known.flatten().collect();
    }
    let unknown = |slot| {
        let here = extra.iter().filter(move |u| u.slot == slot);
        here.map(|u| (Cow::Borrowed(&*u.name), Value::Json(Cow::Borrowed(&*u.json))))
    };
    let mut members: Vec<_> = unknown(0).collect();
    for (n, known) in known.enumerate() {
        members.extend(known);
        members.extend(unknown(n + 1));
    }
    members
}

/// Puts an object's members into what they belong to, and gives the unknown ones.
pub(super) fn put<T>(into: &mut T, fields: &[Field<T>], value: Value<'_>) -> Extra {
    let mut extra = Extra::new();
    let mut slot = 0;
    for (name, value) in value.into_members() {
        match (fields.iter().position(|field| field.member.name == name), value) {
            (Some(rank), value) => {
                slot = slot.max(rank + 1);
                (fields[rank].set)(into, value);
            }
            (None, Value::Json(json)) => {
                extra.push(Unknown { name: name.into_owned(), json: json.into_owned(), slot });
            }
            // A known value of an unknown name does not come out of a file.
            (None, _) => {}
        }
    }
    extra
}
