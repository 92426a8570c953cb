//! The values a decision is made of.

use std::borrow::Cow;
use std::collections::BTreeMap;

use compact_str::CompactString;
use jiff::Timestamp;

use super::value::{Extra, Value};
use crate::core::keep::{Keep, keep};

/// The name of an annotation inside its notebook: short, made from its words and their place. It lies
/// where the name is kept, so that going through ten thousand follows no pointers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnnotationId(pub CompactString);

keep!(id AnnotationId);

impl AnnotationId {
    /// A name for a new annotation: ten letters and figures that are hard to mistake
    /// for each other, from 50 bits of the SHA-1 of its words and their place. One
    /// person who marks the same claim on two machines makes the same annotation twice,
    /// so that two verdicts meet when the notebooks are merged, instead of standing
    /// side by side. Where the name is taken (borders were moved), the next is tried.
    pub fn of(selector: &Selector, is_taken: impl Fn(&Self) -> bool) -> Self {
        let mut turn = 0_usize;
        loop {
            let mut hash = sha1_smol::Sha1::new();
            hash.update(format!("{} {turn} {}", selector.start, selector.exact).as_bytes());
            let name = Self::of_bits(hash.digest().bytes());
            if !is_taken(&name) {
                return name;
            }
            turn += 1;
        }
    }

    fn of_bits(bytes: [u8; 20]) -> Self {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let bits = bytes[..8].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        Self((0..10).map(|i| char::from(LETTERS[(bits >> (5 * i)) as usize & 31])).collect())
    }
}

/// A verdict as stored (`disputed`). It may be unknown to this desk's labels.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VerdictId(pub String);

keep!(id VerdictId);

/// git's object id of an article's bytes: what `git hash-object` prints.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlobId(pub String);

keep!(id BlobId);

/// Where an annotation stands: the quote is the truth, the position a hint.
///
/// Positions are Unicode code points of the article's decoded text, as in the
/// W3C Web Annotation model (`TextQuoteSelector` and `TextPositionSelector`).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Selector {
    /// The words themselves.
    pub exact: String,
    /// The words before, 32 to 64 code points, more where that is not unique.
    pub prefix: String,
    /// The words after, likewise.
    pub suffix: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The article as it was when the claim was marked.
    pub blob: Option<BlobId>,
}

/// What a piece of evidence does to the claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stance {
    /// It speaks for the claim.
    Supports,
    /// It speaks against the claim.
    Refutes,
    /// It helps to understand the claim.
    #[default]
    Context,
}

impl Stance {
    /// The words that stand for them in a file.
    pub const WORDS: [&'static str; 3] = ["supports", "refutes", "context"];

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supports => Self::WORDS[0],
            Self::Refutes => Self::WORDS[1],
            Self::Context => Self::WORDS[2],
        }
    }

    /// The stance of a word; any other word only helps to understand.
    pub fn of_word(word: &str) -> Self {
        [Self::Supports, Self::Refutes].into_iter().find(|s| s.word() == word).unwrap_or_default()
    }
}

/// Something that supports, refutes or explains: a link, or words of another article.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// What it does to the claim.
    pub stance: Stance,
    /// Another article of the desk: its path below `seeds/`.
    pub article: Option<String>,
    /// The words quoted from it.
    pub quote: Option<String>,
    /// A link.
    pub url: Option<String>,
    /// The title of what the link leads to.
    pub title: Option<String>,
    /// The day it was looked at, as `YYYY-MM-DD`.
    pub accessed: Option<String>,
    /// A copy that was kept: a file below `originals/`.
    pub archived: Option<String>,
    /// A copy that an archive keeps: its address.
    pub archive_url: Option<String>,
    /// Fields of newer versions, kept as they were.
    pub extra: Extra,
}

/// A value that lost to a later one when two machines changed the same field.
/// It stays in the file until its author has chosen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rival {
    /// The field's name: of the table, or one this version does not know.
    pub field: String,
    /// The other value; a blank one where the other side had taken it back.
    pub value: Value<'static>,
}

impl Rival {
    /// Another value of a field.
    pub fn new(field: &str, value: Value<'_>) -> Self {
        Self { field: field.to_owned(), value: value.into_owned() }
    }

    /// The verdict that it is, where it is one.
    pub(crate) fn as_verdict(&self) -> Option<VerdictId> {
        match (&*self.field, &self.value) {
            ("verdict", Value::Text(id)) => Some(VerdictId(id.to_string())),
            _ => None,
        }
    }

    /// The value in words; a dash where the other side had taken it back.
    pub(crate) fn said(&self) -> String {
        let said = self.value.to_string();
        if said.is_empty() { "—".to_owned() } else { said }
    }

    /// As a file holds it: an object of this field alone.
    pub(super) fn object(&self) -> Value<'_> {
        Value::Object(vec![(Cow::Borrowed(&*self.field), self.value.clone())])
    }

    pub(super) fn of_object(value: Value<'_>) -> Option<Self> {
        let (field, value) = value.into_members().into_iter().next()?;
        Some(Self::new(&field, value))
    }
}

/// The verdict that the team publishes on a claim, as an editor decided it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Final {
    /// None: the team cannot decide.
    pub verdict: Option<VerdictId>,
    /// The reason; empty where none is given.
    pub why: String,
    /// When it was decided.
    pub at: Timestamp,
    /// What it was decided over: the verdict of each annotation, by `person/id`.
    pub over: BTreeMap<String, VerdictId>,
    /// Fields of newer versions, kept as they were.
    pub extra: Extra,
}

/// Without the fields of newer versions: nothing but a save needs them.
impl Keep for Final {
    fn put(&self, out: &mut Vec<u8>) {
        let Self { verdict, why, at, over, extra: _ } = self;
        verdict.put(out);
        why.put(out);
        at.put(out);
        over.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (verdict, why) = (Keep::take(from)?, Keep::take(from)?);
        let (at, over) = (Keep::take(from)?, Keep::take(from)?);
        Some(Self { verdict, why, at, over, extra: Extra::default() })
    }
}

/// What one person says to others about a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// Whom it is for, by slug; empty: everybody.
    pub to: Vec<String>,
    /// The remark it answers, as `person/id`.
    pub re: Option<String>,
    /// The words; empty where its author took it back.
    pub text: String,
    /// When it was written or changed.
    pub at: Timestamp,
    /// Whether its author calls the matter settled.
    pub done: bool,
    /// Fields of newer versions, kept as they were.
    pub extra: Extra,
}

/// How far one person is with an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// One of [`Work::STATES`].
    pub state: String,
    /// Since when.
    pub at: Timestamp,
    /// The commit that was published.
    pub head: Option<String>,
    /// Fields of newer versions, kept as they were.
    pub extra: Extra,
}

impl Work {
    /// The states a person can set.
    pub const STATES: [&str; 3] = ["taken", "done", "published"];
}

/// One decision of one person on a stretch of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// None: a note without verdict; the claim stays open.
    pub verdict: Option<VerdictId>,
    /// Where it stands.
    pub selector: Selector,
    /// Free text, with line ends; empty when there is none.
    pub note: String,
    /// What speaks for or against.
    pub evidence: Vec<Evidence>,
    /// Short words to find it by.
    pub tags: Vec<String>,
    /// The claim in a few words, for publishing; empty when there is none.
    pub short: String,
    /// The team's verdict, where this person decided it as an editor.
    pub final_verdict: Option<Final>,
    /// What this person says to others about the claim, by id.
    pub talk: BTreeMap<String, Remark>,
    /// Values that wait for a choice, sorted; empty where nothing is in conflict.
    pub conflict: Vec<Rival>,
    /// When it was first made.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// Fields of newer versions, kept as they were.
    pub extra: Extra,
}

impl Annotation {
    /// What was written about the claim, to be searched: the note, and of the evidence titles, quotes
    /// and links, each on a line of its own.
    pub fn written(&self) -> String {
        let evidence = self.evidence.iter().flat_map(|one| [&one.title, &one.quote, &one.url]);
        let evidence = evidence.flatten().map(String::as_str);
        let parts = [self.note.as_str()].into_iter().chain(evidence);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// An annotation that says nothing yet.
    pub const fn new(selector: Selector, now: Timestamp) -> Self {
        Self {
            verdict: None,
            selector,
            note: String::new(),
            evidence: Vec::new(),
            tags: Vec::new(),
            short: String::new(),
            final_verdict: None,
            talk: BTreeMap::new(),
            conflict: Vec::new(),
            created: now,
            updated: now,
            extra: Vec::new(),
        }
    }
}
