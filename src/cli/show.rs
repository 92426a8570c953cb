//! `claimdesk show`: one article with numbered claims and verdicts.

use std::fmt::Write;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::{Place, desk, team};
use crate::core::anchor::Change;
use crate::core::annotation::field::{self, FIELDS, Rule};
use crate::core::annotation::{Annotation, Label, Rival};
use crate::core::claim::{Level, Strength};
use crate::core::review::team::about;
use crate::core::review::{Item, Review, Standing};
use crate::desk::Opened;
use crate::i18n::{Lang, line as say};
use crate::store::format::to_json;

/// Print an article with its claims numbered, and the verdicts given.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (library, config) = desk::library(place)?;
    let name = desk::article(library.desk(), &args.article)?;
    let opened = desk::opened(&library, &name)?;
    let left_out = team::unread(place.lang, &opened.notebooks.refused);
    let level = config.values.level;
    let review = opened.review(&library, level);
    let claims = review.items.iter().enumerate();
    let claims = claims.map(|(i, item)| object(&opened, &review, i + 1, item, level));
    match format {
        Format::Text => output::page(
            &Page { lang: place.lang, labels: &config.labels, opened: &opened, review: &review }
                .text(),
            config.values.pager.as_deref(),
        )?,
        Format::Jsonl => output::print_list(true, claims)?,
        _ => output::print_value(&json!({
            "article": name,
            "annotator": opened.notebooks.own.notebook().annotator,
            "text": opened.document.original(),
            "claims": claims.collect::<Vec<_>>(),
        }))?,
    }
    match left_out {
        0 => Ok(()),
        files => Err(Failure::left_out(files)),
    }
}

/// A claim's place, and all that its annotations say.
fn object(opened: &Opened, review: &Review, number: usize, item: &Item, level: Level) -> Value {
    let (start, end) = opened.document.to_points(item.span);
    let mut claim = json!({
        "claim": number, "start": start, "end": end, "quote": item.span.of(opened.document.text()),
        "strength": item.level.strength().name(), "shown": item.is_shown(level),
        "id": item.own().map(|id| &id.0), "verdict": null, "standing": item.standing().name(), "note": null,
    });
    if let Some(annotation) = opened.annotation(item.own()) {
        insert(&mut claim, annotation);
        then(&mut claim, annotation, item.standing());
    }
    let team = about(&review.team, item.span).into_iter().map(|theirs| {
        let mut value = json!({ "annotator": theirs.annotator, "firm": theirs.standing.is_in_force(), "standing": theirs.standing.name() });
        insert(&mut value, &theirs.annotation);
        then(&mut value, &theirs.annotation, &theirs.standing);
        value
    });
    claim["team"] = team.collect();
    claim
}

/// Adds the words a verdict was given for, and what changed since, where these are not those shown.
fn then(object: &mut Value, annotation: &Annotation, standing: &Standing) {
    if *standing == Standing::Firm {
        return;
    }
    object["was"] = annotation.selector.exact.clone().into();
    let change = |c: &Change| {
        let mut told = json!({ "what": c.what.name(), "old": c.old, "new": c.new });
        if let Some(direction) = c.direction() {
            told["direction"] = direction.into();
        }
        told
    };
    object["changes"] = standing.changes().iter().map(change).collect();
}

/// Adds all fields of an annotation that say something; its place stands beside them.
fn insert(object: &mut Value, annotation: &Annotation) {
    for row in FIELDS.iter().filter(|row| !row.flat && !row.field.is_blank(annotation)) {
        object[row.name()] = to_json(&row.get(annotation));
    }
}

/// An article with its claims, for people.
struct Page<'a> {
    lang: Lang,
    labels: &'a [Label],
    opened: &'a Opened,
    review: &'a Review,
}

impl Page<'_> {
    /// The text with `[n]` before each claim, then the claims one by one.
    fn text(&self) -> String {
        let shown = self.opened.document.text();
        let mut out = String::new();
        let mut at = 0;
        let stands = |(_, item): &(usize, &Item)| !item.span.is_empty();
        for (i, item) in self.review.items.iter().enumerate().filter(stands) {
            out.push_str(&shown[at..item.span.start.max(at)]);
            let _ = write!(out, "[{}] ", i + 1);
            at = item.span.start.max(at);
        }
        out.push_str(shown[at..].trim_end());
        out.push('\n');
        for (i, item) in self.review.items.iter().enumerate() {
            let _ = write!(out, "\n[{}] {}\n", i + 1, self.head(item));
            if let Some(annotation) = self.opened.annotation(item.own()) {
                self.changed(&mut out, annotation, item.standing());
                self.said(&mut out, annotation);
            }
        }
        out
    }

    /// A claim's verdict, how it stands, and its words.
    fn head(&self, item: &Item) -> String {
        let lang = self.lang;
        let verdict = item.verdict();
        let verdict =
            verdict.map_or(say::OPEN.to(lang), |id| desk::verdict_name(self.labels, id, lang));
        let strength = item.level.strength();
        let state = match item.standing() {
            Standing::Firm if item.own().is_some() || strength == Strength::Strong => None,
            Standing::Firm => Some(say::name(strength.name())),
            standing => Some(say::name(standing.name())),
        };
        let head = match state {
            Some(state) => format!("{verdict}, {}", state.to(lang)),
            None => verdict.to_owned(),
        };
        match item.span.of(self.opened.document.text()) {
            "" => head,
            words => say::OF.fill(lang, &[&head, &words]),
        }
    }

    /// The words a verdict was given for, and what changed since.
    fn changed(&self, out: &mut String, annotation: &Annotation, standing: &Standing) {
        if *standing == Standing::Firm {
            return;
        }
        for line in say::WAS.fill(self.lang, &[&annotation.selector.exact]).lines() {
            let _ = writeln!(out, "    {line}");
        }
        for change in standing.changes() {
            let words = |words: &str| match on_one_line(words) {
                none if none.is_empty() => "—".to_owned(),
                words => words,
            };
            let what = match standing {
                Standing::Beside(_) => say::BESIDE_IT.with(&[&say::name(change.what.name())]),
                _ => say::name(change.what.name()).into(),
            };
            let (old, new) = (words(&change.old), words(&change.new));
            let both = say::BECOMES.with(&[&old, &new]);
            let line = say::OF.fill(self.lang, &[&what, &both]);
            let direction = change.direction().map(|d| format!(", {}", say::name(d).to(self.lang)));
            let _ = writeln!(out, "    {line}{}", direction.unwrap_or_default());
        }
    }

    /// What an annotation says besides its verdict.
    fn said(&self, out: &mut String, annotation: &Annotation) {
        let told = [field::VERDICT, field::CONFLICT];
        let rows = FIELDS.iter().filter(|row| !row.flat && row.rule != Rule::Time);
        for row in rows.filter(|row| !told.contains(&row.name()) && !row.field.is_blank(annotation))
        {
            let value = row.get(annotation).to_string();
            let value = match row.name() {
                field::NOTE => value,
                name => say::OF.fill(self.lang, &[&say::name(name), &value]),
            };
            for line in value.lines() {
                let _ = writeln!(out, "    {line}");
            }
        }
        for rival in rivals(self.lang, self.labels, annotation) {
            for line in rival.lines() {
                let _ = writeln!(out, "    {line}");
            }
        }
    }
}

/// What another machine of the same person says instead, until that person has chosen.
pub(super) fn rivals(lang: Lang, labels: &[Label], annotation: &Annotation) -> Vec<String> {
    let told = |rival: &Rival| {
        let field = say::known_name(&rival.field);
        let field = field.map_or(rival.field.as_str(), |field| field.to(lang));
        say::IN_CONFLICT.fill(lang, &[&field, &said(lang, labels, rival)])
    };
    annotation.conflict.iter().map(told).collect()
}

/// The value of a field, a verdict by its name.
fn said(lang: Lang, labels: &[Label], rival: &Rival) -> String {
    match rival.as_verdict() {
        Some(verdict) => desk::verdict_name(labels, &verdict, lang).to_owned(),
        None => rival.said(),
    }
}

/// Each field that a person's machines tell otherwise, with what it is here and there: `verdict: disputed / misleading`.
pub(super) fn choices(lang: Lang, labels: &[Label], annotation: &Annotation) -> String {
    let told = |rival: &Rival| {
        let field = say::known_name(&rival.field);
        let field = field.map_or(rival.field.as_str(), |field| field.to(lang));
        let own = field::row(&rival.field).map(|row| Rival::new(&rival.field, row.get(annotation)));
        let own = own.map_or_else(|| "—".to_owned(), |own| said(lang, labels, &own));
        say::HERE_AND_THERE.fill(lang, &[&field, &own, &said(lang, labels, rival)])
    };
    annotation.conflict.iter().map(told).collect::<Vec<_>>().join(" · ")
}
