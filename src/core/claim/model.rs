//! Claims and the analysis they come from.

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU32;
use std::ops::Deref;

use super::level::Level;
use super::tone::Tone;
use crate::core::article::{Span, table};
use crate::core::fact::Facts;
use crate::core::lang::Language;

/// What was found in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The language it was read as.
    pub language: Language,
    /// Sentences in order; together they cover everything but white space.
    pub sentences: Vec<Sentence>,
    /// All claims in order of place, the weak ones, too.
    pub claims: Vec<Claim>,
    /// Typed values in order of place.
    pub facts: Facts,
    /// What was counted in it, until all of it is read.
    pub(super) tone: Tone,
}

/// The place of a claim among those of its text, in four bytes, also where there may be none: a text of a hundred
/// megabytes has hundreds of thousands of claims, and each stop on the way through it names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimId(NonZeroU32);

impl ClaimId {
    /// That of the claim that so many stand before.
    pub fn at(index: usize) -> Option<Self> {
        NonZeroU32::new(u32::try_from(index).ok()?.checked_add(1)?).map(Self)
    }
}

impl Analysis {
    /// A claim by its place.
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.get(id.0.get() as usize - 1)
    }

    /// The sentence that a stretch stands in, or the first behind its start; the stretch
    /// itself where there is none.
    pub fn sentence_of(&self, span: Span) -> Span {
        let i = self.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        self.sentences.get(i).map_or(span, |sentence| sentence.span)
    }
}

/// One sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Check-worthiness of the whole sentence, 0 to 1.
    pub score: f32,
    /// What most of it is read as: its text's language, or its own.
    pub language: Language,
    /// It tells but where, when and by whom its article was written.
    pub is_dateline: bool,
}

/// A stretch inside one sentence that can be checked.
#[expect(clippy::struct_excessive_bools, reason = "any of them can go with any other")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claim {
    /// Where it stands.
    pub span: Span,
    /// Check-worthiness, 0 to 1.
    pub score: f32,
    /// The first level at which it is pointed out.
    pub level: Level,
    /// What kinds of claim it is.
    pub kinds: Kinds,
    /// Why it was highlighted, the strongest first.
    pub reasons: Box<[Reason]>,
    /// Whether one of the reasons speaks for it by itself: a name or a source does not, nor does a
    /// weekday, an age or a small number in words, as in `the three men play on Tuesday`; nor does
    /// anything in what is asked, said to the reader or only due.
    pub founded: bool,
    /// Whether it says nothing that can be so or not: a question, what is due, a deed that is only
    /// named; or, where it is not [founded](Claim::founded), what is quoted, meant or told of no past.
    /// Where an article has less than three claims to point out, these come last.
    pub asks: bool,
    /// Whether anything is told that it can stand on where an article has too few that are founded: no
    /// name, nor how long, how old or which one (`the 37-year-old mayor`, `a 13-inch screen`).
    pub grounded: bool,
    /// Whether it stands on one ground only that seldom carries a claim: a date, a number in words, a
    /// comparison. Who says it and who is named are no grounds, since neither can be checked.
    pub thin: bool,
    /// Whether it tells money, a share, a large number or a denial: what is checked in any article.
    pub hard: bool,
    /// Whether it is only part of what is told: words of a quotation whose speaker stands elsewhere, or what leads to the
    /// next sentence.
    pub partial: bool,
    /// How much less it weighs than in the news, since its article argues or is about games.
    pub burden: f32,
}

/// A kind of claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    #[default]
    /// A figure with what it counts.
    Quantity,
    /// A date, a period, a duration.
    Date,
    /// Somebody is said to have said it.
    Attribution,
    /// Words in quotation marks.
    Quote,
    /// Something that happened, done by somebody.
    Event,
    /// More than, first, the largest.
    Comparison,
    /// A denial.
    Denial,
}

/// The kinds of a claim, each once, in the order they were found. A text of
/// 100 MB has half a million claims: hence no list of its own for each.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds {
    len: u8,
    list: [Kind; Kind::COUNT],
}

impl Kinds {
    /// Adds a kind, unless it is in.
    pub fn push(&mut self, kind: Kind) {
        if !self.contains(&kind) {
            self.list[usize::from(self.len)] = kind;
            self.len += 1;
        }
    }
}

impl Deref for Kinds {
    type Target = [Kind];

    fn deref(&self) -> &[Kind] {
        &self.list[..usize::from(self.len)]
    }
}

impl fmt::Debug for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&**self).finish()
    }
}

impl FromIterator<Kind> for Kinds {
    fn from_iter<T: IntoIterator<Item = Kind>>(all: T) -> Self {
        let mut kinds = Self::default();
        all.into_iter().for_each(|kind| kinds.push(kind));
        kinds
    }
}

/// One reason for a highlight, told in the reader's language where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What spoke.
    pub sign: Sign,
    start: u32,
    len: u32,
}

impl Reason {
    /// A reason that rests on these words, or on none.
    pub fn new(sign: Sign, span: Option<Span>) -> Self {
        let span = span.unwrap_or_default();
        Self { sign, start: span.start as u32, len: span.len() as u32 }
    }

    /// The words it rests on, where it rests on some.
    pub fn span(&self) -> Option<Span> {
        let (start, len) = (self.start as usize, self.len as usize);
        (len > 0).then(|| Span::new(start, start + len))
    }

    /// Those words, with what the heads of a table say of a figure in it.
    pub fn words<'a>(&self, text: &'a str) -> Option<Cow<'a, str>> {
        let span = self.span()?;
        let words = span.of(text);
        let heads = (self.sign == Sign::Figure).then(|| table::heads(text, span.start));
        Some(match heads.and_then(|heads| heads.words(text)) {
            Some(heads) => Cow::Owned(format!("{words} ({heads})")),
            None => Cow::Borrowed(words),
        })
    }
}

/// What speaks for a highlight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// A figure.
    Figure,
    /// Who is said to have said it.
    Source,
    /// Who denies it.
    DeniedBy,
    /// A date.
    Date,
    /// A verb that only reports.
    Hearsay,
    /// A named person or organisation.
    Name,
    /// A word for something done.
    Event,
    /// A rise or fall.
    Change,
    /// More than, first, the largest.
    Comparison,
}

impl Sign {
    /// Its stable name in files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Source => "source",
            Self::DeniedBy => "denied-by",
            Self::Date => "date",
            Self::Hearsay => "hearsay",
            Self::Name => "name",
            Self::Event => "event",
            Self::Change => "change",
            Self::Comparison => "comparison",
        }
    }
}

impl Kind {
    const COUNT: usize = 7;

    /// Its stable name in files and output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Date => "date",
            Self::Attribution => "attribution",
            Self::Quote => "quote",
            Self::Event => "event",
            Self::Comparison => "comparison",
            Self::Denial => "denial",
        }
    }
}
