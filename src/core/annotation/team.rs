//! The members of what a person says to the team: a final verdict, a remark,
//! how far one is with an article.

use super::model::{Final, Remark, VerdictId, Work};
use super::value::{Extra, Field, Shape, Value, member, object, put, required, time};

/// The members of a final verdict.
pub(super) static FINAL: [Field<Final>; 4] = [
    Field {
        member: required(
            "verdict",
            "The verdict; null where the team cannot decide.",
            Shape::Nullable(&Shape::Text),
        ),
        blank: Value::Null,
        get: |f| Value::maybe(f.verdict.as_ref().map(|verdict| &*verdict.0)),
        set: |f, value| f.verdict = value.into_maybe().map(VerdictId),
    },
    Field {
        member: member("why", "The reason.", Shape::Text),
        blank: Value::EMPTY,
        get: |f| Value::text(&f.why),
        set: |f, value| f.why = value.into_text(),
    },
    Field {
        member: required("at", "When it was decided, in UTC.", Shape::Time),
        blank: Value::Null,
        get: |f| Value::Text(f.at.to_string().into()),
        set: |f, value| f.at = time(value),
    },
    Field {
        member: member(
            "over",
            "What it was decided over: the verdict of each annotation, by `person/id`.",
            Shape::Map(&Shape::Text),
        ),
        blank: Value::Object(Vec::new()),
        get: |f| {
            let over = f.over.iter().map(|(at, v)| (at.as_str().into(), Value::text(&v.0)));
            Value::Object(over.collect())
        },
        set: |f, value| {
            let over = value.into_members().into_iter();
            f.over = over.map(|(at, v)| (at.into_owned(), VerdictId(v.into_text()))).collect();
        },
    },
];

/// The members of a remark.
pub(super) static REMARK: [Field<Remark>; 5] = [
    Field {
        member: member("to", "Whom it is for, by folder name.", Shape::List(&Shape::Text)),
        blank: Value::NONE,
        get: |r| Value::list(r.to.iter().map(|slug| Value::text(slug))),
        set: |r, value| r.to = value.into_list().into_iter().map(Value::into_text).collect(),
    },
    Field {
        member: member("re", "The remark it answers, as `person/id`.", Shape::Text),
        blank: Value::Null,
        get: |r| Value::maybe(r.re.as_deref()),
        set: |r, value| r.re = value.into_maybe(),
    },
    Field {
        member: required(
            "text",
            "The words; empty where the author took the remark back.",
            Shape::Text,
        ),
        blank: Value::EMPTY,
        get: |r| Value::text(&r.text),
        set: |r, value| r.text = value.into_text(),
    },
    Field {
        member: required("at", "When it was written or changed, in UTC.", Shape::Time),
        blank: Value::Null,
        get: |r| Value::Text(r.at.to_string().into()),
        set: |r, value| r.at = time(value),
    },
    Field {
        member: member("done", "Whether its author calls the matter settled.", Shape::Flag),
        blank: Value::Flag(false),
        get: |r| Value::Flag(r.done),
        set: |r, value| r.done = value.into_flag(),
    },
];

/// The members of the work on an article.
pub static WORK: [Field<Work>; 3] = [
    Field {
        member: required(
            "state",
            "How far the person is; without it the article is to do.",
            Shape::Word(&Work::STATES),
        ),
        blank: Value::Null,
        get: |w| Value::text(&w.state),
        set: |w, value| w.state = value.into_text(),
    },
    Field {
        member: required("at", "Since when, in UTC.", Shape::Time),
        blank: Value::Null,
        get: |w| Value::Text(w.at.to_string().into()),
        set: |w, value| w.at = time(value),
    },
    Field {
        member: member("head", "The commit that was published.", Shape::Text),
        blank: Value::Null,
        get: |w| Value::maybe(w.head.as_deref()),
        set: |w, value| w.head = value.into_maybe(),
    },
];

impl Work {
    /// As a file holds it.
    pub fn object(&self) -> Value<'_> {
        object(self, &WORK, &self.extra)
    }

    /// Out of a file.
    pub fn of_object(value: Value<'_>) -> Self {
        let mut work = Self::default();
        work.extra = put(&mut work, &WORK, value);
        work
    }
}

/// A final verdict out of a file; none where there is no object.
pub(super) fn final_verdict(value: Value<'_>) -> Option<Final> {
    let Value::Object(_) = value else { return None };
    let mut verdict = Final::default();
    verdict.extra = put(&mut verdict, &FINAL, value);
    Some(verdict)
}

/// A remark out of a file.
pub(super) fn remark(value: Value<'_>) -> Remark {
    let mut remark = Remark::default();
    let extra: Extra = put(&mut remark, &REMARK, value);
    Remark { extra, ..remark }
}
