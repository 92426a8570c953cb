//! An object a line, for programs; docs/export.md shows how to read it.

use serde_json::{Value, json};

use super::results::{Article, Claim, Results};
use crate::core::annotation::Evidence;
use crate::core::team::opinion::Opinion;

/// A line for each claim, open ones too.
pub(super) fn write(results: &Results) -> String {
    let mut out = String::new();
    for article in &results.articles {
        for claim in &article.claims {
            out.push_str(&object(article, claim).to_string());
            out.push('\n');
        }
    }
    out
}

fn object(article: &Article, claim: &Claim) -> Value {
    let source = &article.source;
    json!({
        "article": article.name,
        "title": article.title,
        "outlet": source.outlet,
        "published": source.published,
        "url": source.url,
        "claim": claim.number,
        "quote": article.words(claim),
        "start": claim.points.0,
        "end": claim.points.1,
        "effective": claim.effective.as_ref().map(|effective| &effective.verdict.0),
        "how": claim.effective.as_ref().map(|effective| effective.how.name()),
        "people": claim.opinions.iter().map(opinion).collect::<Vec<_>>(),
    })
}

fn opinion(opinion: &Opinion) -> Value {
    let said = &opinion.annotation;
    json!({
        "person": opinion.name,
        "id": opinion.key,
        "verdict": said.verdict.as_ref().map(|verdict| &verdict.0),
        "firm": opinion.standing.is_in_force(),
        "note": said.note,
        "evidence": said.evidence.iter().map(evidence).collect::<Vec<_>>(),
        "tags": said.tags,
        "created": said.created.to_string(),
        "updated": said.updated.to_string(),
    })
}

pub(super) fn evidence(evidence: &Evidence) -> Value {
    json!({
        "stance": evidence.stance.word(),
        "article": evidence.article,
        "quote": evidence.quote,
        "url": evidence.url,
        "title": evidence.title,
        "accessed": evidence.accessed,
    })
}
