//! Web annotations (W3C Recommendation, 2017), one a line.

use serde_json::{Map, Value, json};

use super::results::{Article, Results};
use crate::core::annotation::Selector;
use crate::core::team::opinion::Opinion;

/// An annotation for each person's verdict or note on a claim.
pub(super) fn write(results: &Results) -> String {
    let mut out = String::new();
    for (article, claim) in results.decided() {
        for (i, opinion) in claim.opinions.iter().enumerate() {
            let id = format!("urn:claimdesk:{}:{}:{i}", path(&article.name), claim.number);
            out.push_str(&annotation(results, article, opinion, &id).to_string());
            out.push('\n');
        }
    }
    out
}

fn annotation(results: &Results, article: &Article, opinion: &Opinion, id: &str) -> Value {
    let said = &opinion.annotation;
    let mut bodies = Vec::new();
    if let Some(verdict) = &said.verdict {
        bodies.push(textual(results.label(verdict), "classifying"));
    }
    if !said.note.is_empty() {
        bodies.push(textual(&said.note, "commenting"));
    }
    bodies.extend(said.tags.iter().map(|tag| textual(tag, "tagging")));
    bodies.extend(said.evidence.iter().filter_map(|evidence| {
        let url = evidence.url.as_ref()?;
        Some(json!({ "type": "SpecificResource", "source": url, "purpose": "linking" }))
    }));
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": id,
        "type": "Annotation",
        "motivation": if said.verdict.is_some() { "assessing" } else { "commenting" },
        "creator": { "type": "Person", "name": opinion.name },
        "created": said.created.to_string(),
        "modified": said.updated.to_string(),
        "generator": { "type": "Software", "name": "claimdesk" },
        "body": bodies,
        "target": target(article, &said.selector),
    })
}

fn textual(value: &str, purpose: &str) -> Value {
    json!({ "type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose })
}

/// The words as they were when they were marked: the quote is the truth, the
/// position (in code points) a hint.
fn target(article: &Article, selector: &Selector) -> Value {
    let source = article.source.url.clone();
    let source = source.unwrap_or_else(|| format!("urn:claimdesk:{}", path(&article.name)));
    let mut quote = Map::new();
    quote.insert("type".into(), "TextQuoteSelector".into());
    quote.insert("exact".into(), selector.exact.clone().into());
    for (key, words) in [("prefix", &selector.prefix), ("suffix", &selector.suffix)] {
        if !words.is_empty() {
            quote.insert(key.into(), words.clone().into());
        }
    }
    let position =
        json!({ "type": "TextPositionSelector", "start": selector.start, "end": selector.end });
    json!({ "type": "SpecificResource", "source": source, "selector": [Value::Object(quote), position] })
}

/// A name as part of an address (RFC 3986): what is not plain is written in percents.
fn path(name: &str) -> String {
    use std::fmt::Write as _;

    let mut out = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
