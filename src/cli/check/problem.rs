//! What can be wrong with a desk.

use std::path::Path;

use crate::core::annotation::AnnotationId;
use crate::i18n::Message;
use crate::store::desk::Desk;

/// Something that is wrong.
pub(super) struct Problem {
    /// The file, as its path below the desk.
    pub file: String,
    /// Line and column, from 1, where they are known.
    pub line: Option<(usize, usize)>,
    /// The annotation, where it is one's.
    pub annotation: Option<AnnotationId>,
    pub kind: Kind,
    /// What is wrong, in a sentence.
    pub message: Message,
    /// It was repaired just now.
    pub fixed: bool,
    /// Somebody else has to settle it.
    pub is_theirs: bool,
}

/// What can be wrong. The names are stable: scripts read them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Schema,
    Newer,
    Unreadable,
    Outside,
    Empty,
    ConflictMarkers,
    Damaged,
    Doubled,
    Conflict,
    KeptDespiteRemoval,
    UnknownVerdict,
    SameValue,
    Stale,
    Ambiguous,
    Lost,
    Renamed,
    Copy,
    SameBytes,
    Columns,
    Letters,
    ArticleGone,
    ArticleUnreadable,
    EvidenceGone,
    Needs,
    WrongPlace,
    Layout,
    Leftover,
    NotSaved,
    Source,
    ForeignWrite,
    UnknownPerson,
    TwoPeople,
    SameName,
    Contested,
    Overtaken,
    ChangedSincePublished,
}

impl Kind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Newer => "newer-format",
            Self::Unreadable => "unreadable",
            Self::Outside => "outside",
            Self::Empty => "empty",
            Self::ConflictMarkers => "conflict-markers",
            Self::Damaged => "damaged",
            Self::Doubled => "doubled",
            Self::Conflict => "conflict",
            Self::KeptDespiteRemoval => "kept-despite-removal",
            Self::UnknownVerdict => "unknown-verdict",
            Self::SameValue => "same-value",
            Self::Stale => "stale",
            Self::Ambiguous => "ambiguous",
            Self::Lost => "lost",
            Self::Renamed => "renamed",
            Self::Copy => "copy",
            Self::SameBytes => "same-bytes",
            Self::Columns => "columns",
            Self::Letters => "letters",
            Self::ArticleGone => "article-gone",
            Self::ArticleUnreadable => "article-unreadable",
            Self::EvidenceGone => "evidence-gone",
            Self::Needs => "needs",
            Self::WrongPlace => "wrong-place",
            Self::Layout => "layout",
            Self::Leftover => "leftover",
            Self::NotSaved => "not-saved",
            Self::Source => "source",
            Self::ForeignWrite => "foreign-write",
            Self::UnknownPerson => "unknown-person",
            Self::TwoPeople => "two-people-one-folder",
            Self::SameName => "same-name",
            Self::Contested => "contested",
            Self::Overtaken => "overtaken",
            Self::ChangedSincePublished => "changed-since-published",
        }
    }

    /// Whether it must be settled before the annotations can be relied on.
    pub(super) const fn is_error(self) -> bool {
        !matches!(
            self,
            Self::Newer
                | Self::SameValue
                | Self::Renamed
                | Self::Copy
                | Self::SameBytes
                | Self::Columns
                | Self::Letters
                | Self::Empty
                | Self::KeptDespiteRemoval
                | Self::EvidenceGone
                | Self::Needs
                | Self::Layout
                | Self::Leftover
                | Self::TwoPeople
                | Self::SameName
                | Self::Contested
                | Self::Overtaken
                | Self::ChangedSincePublished
        )
    }

    /// Whether nothing of the notebook can be read, so that no reader can settle it.
    pub(super) const fn is_unread(self) -> bool {
        matches!(self, Self::Schema | Self::Unreadable | Self::Outside)
    }

    /// Whether only the notebook's owner can settle it, the file being sound.
    pub(super) const fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Conflict
                | Self::UnknownVerdict
                | Self::Stale
                | Self::Ambiguous
                | Self::Lost
                | Self::ArticleGone
        )
    }

    /// Whether writing the file anew settles it.
    pub(super) const fn is_fixable(self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::ConflictMarkers
                | Self::Damaged
                | Self::Doubled
                | Self::KeptDespiteRemoval
                | Self::Layout
                | Self::Leftover
                | Self::Renamed
        )
    }
}

impl Problem {
    pub(super) fn new(file: String, kind: Kind, message: impl Into<Message>) -> Self {
        let message = message.into();
        let (line, annotation, fixed, is_theirs) = (None, None, false, false);
        Self { file, line, annotation, kind, message, fixed, is_theirs }
    }
}

impl Problem {
    /// The folder of annotations that the file lies in.
    pub(super) fn folder<'a>(&'a self, desk: &Desk) -> Option<&'a str> {
        let annotations = desk.annotations().strip_prefix(desk.root()).ok()?;
        let below = Path::new(&self.file).strip_prefix(annotations).ok()?;
        below.iter().next()?.to_str()
    }
}
