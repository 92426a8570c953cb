//! An object a line, for programs; docs/export.md shows how to read it.

use serde_json::{Value, json};

use super::results::{Article, Claim, Header, Other};
use super::{Piece, Writer};
use crate::core::annotation::Evidence;
use crate::core::crosscheck::Relation;
use crate::core::team::opinion::Opinion;

/// A line for each claim, open ones too; words without a place have one without number.
#[derive(Debug)]
pub(super) struct Jsonl;

impl Writer for Jsonl {
    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        let claims = article.claims.iter().map(|claim| object(desk, article, claim));
        let lost = article.lost.iter().map(|opinion| without_place(desk, article, opinion));
        Piece::part(claims.chain(lost).map(|line| format!("{line}\n")).collect::<Vec<_>>().concat())
    }
}

fn object(desk: &Header, article: &Article, claim: &Claim) -> Value {
    let mut object = about(article);
    let effective = claim.effective.as_ref();
    let more = json!({
        "claim": claim.number,
        "quote": article.words(claim),
        "start": claim.points.0,
        "end": claim.points.1,
        "shown": claim.is_shown,
        "short": claim.short(),
        "effective": effective.map(|effective| &effective.verdict.0),
        "definition": effective.map(|effective| desk.help(&effective.verdict)),
        "how": effective.map(|effective| effective.how.name()),
        "people": claim.opinions.iter().map(opinion).collect::<Vec<_>>(),
        "others": claim.others.iter().map(other).collect::<Vec<_>>(),
    });
    extend(&mut object, more);
    object
}

fn without_place(_: &Header, article: &Article, said: &Opinion) -> Value {
    let mut object = about(article);
    let more = json!({
        "claim": null, "quote": said.annotation.selector.exact, "start": null, "end": null,
        "shown": true, "short": null, "effective": null, "definition": null, "how": null,
        "people": [opinion(said)], "others": [],
    });
    extend(&mut object, more);
    object
}

fn about(article: &Article) -> Value {
    let source = &article.source;
    let notes = article.notes.iter();
    json!({
        "article": article.name,
        "title": article.title,
        "outlet": source.outlet,
        "published": source.published,
        "url": source.url,
        "article_notes": notes.map(|(who, note)| json!({ "person": who, "note": note })).collect::<Vec<_>>(),
    })
}

fn extend(object: &mut Value, more: Value) {
    if let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) {
        object.extend(more);
    }
}

fn opinion(opinion: &Opinion) -> Value {
    let said = &opinion.annotation;
    json!({
        "person": opinion.name,
        "id": opinion.key,
        "verdict": said.verdict.as_ref().map(|verdict| &verdict.0),
        "standing": opinion.standing.name(),
        "firm": opinion.standing.is_in_force(),
        "note": said.note,
        "evidence": said.evidence.iter().map(evidence).collect::<Vec<_>>(),
        "tags": said.tags,
        "created": said.created.to_string(),
        "updated": said.updated.to_string(),
    })
}

fn evidence(evidence: &Evidence) -> Value {
    json!({
        "stance": evidence.stance.word(),
        "article": evidence.article,
        "quote": evidence.quote,
        "url": evidence.url,
        "title": evidence.title,
        "accessed": evidence.accessed,
        "archived": evidence.archived,
        "archive-url": evidence.archive_url,
    })
}

fn other(other: &Other) -> Value {
    json!({
        "relation": relation(other.relation),
        "article": other.article,
        "quote": other.words,
        "values": other.values,
    })
}

/// The name of a relation in files.
const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Nearest => "nearest",
        Relation::Related => "related",
        Relation::Agree => "agree",
        Relation::Differ => "differ",
    }
}
