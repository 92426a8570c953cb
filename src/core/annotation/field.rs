//! The table of an annotation's fields.
//!
//! Whoever goes through *all* fields reads it here: reading, writing, the
//! schema, merging, undo, taking a verdict back, printing. A new field is a
//! member of [`Annotation`] and a row.

use std::borrow::Cow;

use super::model::{Annotation, BlobId, Evidence, Rival, Selector, Stance, VerdictId};
use super::team::{FINAL, REMARK, final_verdict, remark};
use super::value::{Field, Member, Shape, Value, between, member, object, put, required, time};

/// How three versions of a field become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Of two new values the later is in force, and the other waits as a [`Rival`].
    One,
    /// The same by the time that each value tells of itself, as `at`.
    Dated,
    /// An object of dated values: by name, of two new values the later.
    Entries,
    /// A list as a set: what either side added, without what either took out.
    Set,
    /// The merge sets it: from the earlier, or from the later side.
    Time,
}

impl Rule {
    /// Whether a value that lost waits for a choice.
    pub const fn has_rivals(self) -> bool {
        matches!(self, Self::One | Self::Dated)
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// Its name, purpose, shape and value.
    pub field: Field<Annotation>,
    /// How it is merged.
    pub rule: Rule,
    /// Whether its members stand in the annotation itself, without its name.
    pub flat: bool,
}

impl Row {
    /// Its name; in JSON, too, unless it is flat.
    pub const fn name(&self) -> &'static str {
        self.field.member.name
    }

    /// Its value.
    pub fn get<'a>(&self, of: &'a Annotation) -> Value<'a> {
        (self.field.get)(of)
    }

    /// Puts a value of its shape.
    pub fn set(&self, of: &mut Annotation, value: Value<'_>) {
        (self.field.set)(of, value);
    }

    /// Adds its members in the annotation's object, blank ones as none.
    fn write<'a>(&self, of: &'a Annotation, out: &mut Vec<Option<(Cow<'a, str>, Value<'a>)>>) {
        match (self.get(of), self.field.member.shape) {
            (Value::Object(written), Shape::Object(all)) if self.flat => {
                let mut written = written.into_iter().peekable();
                for member in all.list() {
                    out.push(written.next_if(|(name, _)| name == member.name));
                }
            }
            (value, _) => {
                out.push((value != self.field.blank).then_some((self.name().into(), value)));
            }
        }
    }

    /// The names it has in the annotation's object.
    pub fn members(&self) -> Vec<Member> {
        match (self.flat, self.field.member.shape) {
            (true, Shape::Object(members)) => members.list(),
            _ => vec![self.field.member],
        }
    }
}

/// The verdict's row.
pub const VERDICT: &str = "verdict";
/// The place's row.
pub const PLACE: &str = "place";
/// The row of the claim in a few words.
pub const SHORT: &str = "short";
/// The note's row.
pub const NOTE: &str = "note";
/// The final verdict's row.
pub const FINAL_VERDICT: &str = "final";
/// The row of the values that wait for a choice.
pub const CONFLICT: &str = "conflict";

/// All fields, in the order they are written.
pub static FIELDS: [Row; 11] = [
    row_of(
        Rule::One,
        Field {
            member: member(
                VERDICT,
                "What was decided, by the id of one of the desk's labels. Absent: the claim is open.",
                Shape::Text,
            ),
            blank: Value::Null,
            get: |a| Value::maybe(a.verdict.as_ref().map(|verdict| &*verdict.0)),
            set: |a, value| a.verdict = value.into_maybe().map(VerdictId),
        },
    ),
    Row {
        rule: Rule::One,
        flat: true,
        field: Field {
            member: member(PLACE, "Where it stands.", Shape::Object(&SELECTOR)),
            blank: Value::Null,
            get: |a| object(&a.selector, &SELECTOR, &[]),
            set: |a, value| {
                a.selector = Selector::default();
                put(&mut a.selector, &SELECTOR, value);
            },
        },
    },
    row_of(
        Rule::One,
        Field {
            member: member(NOTE, "Free text.", Shape::Text),
            blank: Value::EMPTY,
            get: |a| Value::text(&a.note),
            set: |a, value| a.note = value.into_text(),
        },
    ),
    row_of(
        Rule::Set,
        Field {
            member: member(
                "evidence",
                "What speaks for or against.",
                Shape::List(&Shape::Object(&EVIDENCE)),
            ),
            blank: Value::NONE,
            get: |a| Value::list(a.evidence.iter().map(|e| object(e, &EVIDENCE, &e.extra))),
            set: |a, value| a.evidence = value.into_list().into_iter().map(evidence).collect(),
        },
    ),
    row_of(
        Rule::Set,
        Field {
            member: member("tags", "Short words to find it by.", Shape::List(&Shape::Text)),
            blank: Value::NONE,
            get: |a| Value::list(a.tags.iter().map(|tag| Value::text(tag))),
            set: |a, value| a.tags = value.into_list().into_iter().map(Value::into_text).collect(),
        },
    ),
    row_of(
        Rule::One,
        Field {
            member: member(
                SHORT,
                "The claim in a few words, as it is published: at most 75 characters.",
                Shape::Text,
            ),
            blank: Value::EMPTY,
            get: |a| Value::text(&a.short),
            set: |a, value| a.short = value.into_text(),
        },
    ),
    row_of(
        Rule::Dated,
        Field {
            member: member(
                FINAL_VERDICT,
                "The verdict that the team publishes, where this person decided it as an editor.",
                Shape::Object(&FINAL),
            ),
            blank: Value::Null,
            get: |a| a.final_verdict.as_ref().map_or(Value::Null, |f| object(f, &FINAL, &f.extra)),
            set: |a, value| a.final_verdict = final_verdict(value),
        },
    ),
    row_of(
        Rule::Entries,
        Field {
            member: member(
                "talk",
                "What this person says to others about the claim, by id.",
                Shape::Map(&Shape::Object(&REMARK)),
            ),
            blank: Value::Object(Vec::new()),
            get: |a| {
                let remarks =
                    a.talk.iter().map(|(id, r)| (id.as_str(), object(r, &REMARK, &r.extra)));
                Value::Object(remarks.map(|(id, r)| (id.into(), r)).collect())
            },
            set: |a, value| {
                let remarks = value.into_members().into_iter();
                a.talk = remarks.map(|(id, r)| (id.into_owned(), remark(r))).collect();
            },
        },
    ),
    row_of(
        Rule::Set,
        Field {
            member: member(
                CONFLICT,
                "Values that lost to a later one in a merge and wait for a choice, one field each.",
                Shape::List(&Shape::Rival),
            ),
            blank: Value::NONE,
            get: |a| Value::list(a.conflict.iter().map(Rival::object)),
            set: |a, value| {
                a.conflict = value.into_list().into_iter().filter_map(Rival::of_object).collect();
            },
        },
    ),
    row_of(
        Rule::Time,
        Field {
            member: required("created", "When it was made, in UTC.", Shape::Time),
            blank: Value::Null,
            get: |a| Value::Text(a.created.to_string().into()),
            set: |a, value| a.created = time(value),
        },
    ),
    row_of(
        Rule::Time,
        Field {
            member: required(
                "updated",
                "When it was last changed, in UTC. It never goes back.",
                Shape::Time,
            ),
            blank: Value::Null,
            get: |a| Value::Text(a.updated.to_string().into()),
            set: |a, value| a.updated = time(value),
        },
    ),
];

/// The members of a place.
static SELECTOR: [Field<Selector>; 6] = [
    Field {
        member: required("exact", "The words themselves.", Shape::Text),
        blank: Value::Null,
        get: |s| Value::text(&s.exact),
        set: |s, value| s.exact = value.into_text(),
    },
    Field {
        member: member("prefix", "The words before.", Shape::Text),
        blank: Value::EMPTY,
        get: |s| Value::text(&s.prefix),
        set: |s, value| s.prefix = value.into_text(),
    },
    Field {
        member: member("suffix", "The words after.", Shape::Text),
        blank: Value::EMPTY,
        get: |s| Value::text(&s.suffix),
        set: |s, value| s.suffix = value.into_text(),
    },
    Field {
        member: required("start", "First code point.", Shape::Number),
        blank: Value::Null,
        get: |s| Value::Number(s.start),
        set: |s, value| s.start = value.into_number(),
    },
    Field {
        member: required("end", "One past the last code point.", Shape::Number),
        blank: Value::Null,
        get: |s| Value::Number(s.end),
        set: |s, value| s.end = value.into_number(),
    },
    Field {
        member: member("blob", "git's object id of the article as it was then.", Shape::Digest),
        blank: Value::Null,
        get: |s| Value::maybe(s.blob.as_ref().map(|blob| &*blob.0)),
        set: |s, value| s.blob = value.into_maybe().map(BlobId),
    },
];

/// The members of a piece of evidence.
static EVIDENCE: [Field<Evidence>; 8] = [
    Field {
        member: member(
            "stance",
            "What it does to the claim. Absent: context.",
            Shape::Word(&Stance::WORDS),
        ),
        blank: Value::Null,
        get: |e| Value::text(e.stance.word()),
        set: |e, value| e.stance = Stance::of_word(&value.into_text()),
    },
    Field {
        member: member(
            "article",
            "Another article of the desk: its path below `seeds/`.",
            Shape::Text,
        ),
        blank: Value::Null,
        get: |e| Value::maybe(e.article.as_deref()),
        set: |e, value| e.article = value.into_maybe(),
    },
    Field {
        member: member("quote", "The words quoted from it.", Shape::Text),
        blank: Value::Null,
        get: |e| Value::maybe(e.quote.as_deref()),
        set: |e, value| e.quote = value.into_maybe(),
    },
    Field {
        member: member("url", "A link.", Shape::Text),
        blank: Value::Null,
        get: |e| Value::maybe(e.url.as_deref()),
        set: |e, value| e.url = value.into_maybe(),
    },
    Field {
        member: member("title", "The title of what the link leads to.", Shape::Text),
        blank: Value::Null,
        get: |e| Value::maybe(e.title.as_deref()),
        set: |e, value| e.title = value.into_maybe(),
    },
    Field {
        member: member("accessed", "The day it was looked at, as `YYYY-MM-DD`.", Shape::Day),
        blank: Value::Null,
        get: |e| Value::maybe(e.accessed.as_deref()),
        set: |e, value| e.accessed = value.into_maybe(),
    },
    Field {
        member: member("archived", "A copy that was kept: a file below `originals/`.", Shape::Text),
        blank: Value::Null,
        get: |e| Value::maybe(e.archived.as_deref()),
        set: |e, value| e.archived = value.into_maybe(),
    },
    Field {
        member: member("archive-url", "A copy that an archive keeps: its address.", Shape::Text),
        blank: Value::Null,
        get: |e| Value::maybe(e.archive_url.as_deref()),
        set: |e, value| e.archive_url = value.into_maybe(),
    },
];

const fn row_of(rule: Rule, field: Field<Annotation>) -> Row {
    Row { field, rule, flat: false }
}

/// The row of this name.
pub fn row(name: &str) -> Option<&'static Row> {
    FIELDS.iter().find(|row| row.name() == name)
}

/// An annotation's names in JSON, in the order they are written.
pub fn members() -> impl Iterator<Item = Member> {
    FIELDS.iter().flat_map(Row::members)
}

impl Annotation {
    /// As a file holds it.
    pub fn object(&self) -> Value<'_> {
        let mut known = Vec::with_capacity(FIELDS.len() * 2);
        for row in &FIELDS {
            row.write(self, &mut known);
        }
        Value::Object(between(known, &self.extra))
    }
}

fn evidence(value: Value<'_>) -> Evidence {
    let mut evidence = Evidence::default();
    evidence.extra = put(&mut evidence, &EVIDENCE, value);
    evidence
}
