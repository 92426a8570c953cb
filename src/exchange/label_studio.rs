//! Tasks for Label Studio, with the configuration they need.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Output;
use super::results::{Article, Claim, Results};
use crate::core::team::opinion::Opinion;

/// The labelling configuration and the tasks; positions are code points.
pub(super) fn write(results: &Results) -> Vec<Output> {
    let tasks: Vec<_> = results.articles.iter().enumerate().map(|(i, a)| task(i + 1, a)).collect();
    vec![
        Output::new("config.xml", configuration(results)),
        Output::new("tasks.json", format!("{:#}\n", Value::Array(tasks))),
    ]
}

fn configuration(results: &Results) -> String {
    let mut labels = String::new();
    for label in &results.labels {
        let _ = writeln!(labels, "    <Label value=\"{}\"/>", attribute(&label.id.0));
    }
    format!(
        "<View>\n  <Labels name=\"verdict\" toName=\"text\">\n{labels}  </Labels>\n  \
         <Text name=\"text\" value=\"$text\"/>\n  \
         <TextArea name=\"note\" toName=\"text\" perRegion=\"true\"/>\n</View>\n"
    )
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// An article, with an annotation for each person.
fn task(id: usize, article: &Article) -> Value {
    let mut people: Vec<&str> =
        article.claims.iter().flat_map(|c| c.opinions.iter().map(|o| o.name.as_str())).collect();
    people.sort_unstable();
    people.dedup();
    let annotations = people.iter().map(|person| {
        let results: Vec<Value> =
            article.claims.iter().flat_map(|claim| regions(article, claim, person)).collect();
        json!({ "result": results, "completed_by": { "email": person }, "was_cancelled": false })
    });
    json!({
        "id": id,
        "data": { "text": article.original, "article": article.name },
        "annotations": annotations.collect::<Vec<_>>(),
    })
}

fn regions(article: &Article, claim: &Claim, person: &str) -> Vec<Value> {
    let Some(opinion) = claim.opinions.iter().find(|opinion| opinion.name == person) else {
        return Vec::new();
    };
    let Some(verdict) = opinion.firm() else { return Vec::new() };
    let (start, end) = claim.points;
    let id = format!("claim-{}", claim.number);
    let value =
        json!({ "start": start, "end": end, "text": article.quote(claim), "labels": [verdict.0] });
    let mut out = vec![region(&id, "verdict", "labels", &value)];
    out.extend(note(article, claim, opinion, &id));
    out
}

fn note(article: &Article, claim: &Claim, opinion: &Opinion, id: &str) -> Option<Value> {
    let note = Some(&opinion.annotation.note).filter(|note| !note.is_empty())?;
    let (start, end) = claim.points;
    let value =
        json!({ "start": start, "end": end, "text": [note], "quote": article.quote(claim) });
    Some(region(id, "note", "textarea", &value))
}

fn region(id: &str, from: &str, kind: &str, value: &Value) -> Value {
    json!({ "id": id, "from_name": from, "to_name": "text", "type": kind, "value": value })
}
