//! Web annotations (W3C Recommendation, 2017), one a line.

use serde_json::{Map, Value, json};

use super::results::{Article, Header};
use super::{Piece, Writer};
use crate::core::annotation::{Evidence, Selector};
use crate::core::article::Source;
use crate::core::team::opinion::Opinion;

/// How an article without an address is named.
pub(super) const URN: &str = "urn:claimdesk:";

/// An annotation for each person's verdict or note on a claim, one for each final verdict, and
/// one for each note on an article.
#[derive(Debug)]
pub(super) struct W3c;

impl Writer for W3c {
    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        let opinions = article.claims.iter().flat_map(|claim| &claim.opinions);
        let mut all = Vec::new();
        for opinion in opinions.chain(&article.lost) {
            all.push(annotation(desk, article, opinion));
            all.extend(ruling(desk, article, opinion));
        }
        all.extend(article.notes.iter().map(|note| on_article(article, note)));
        Piece::part(all.iter().map(|line| format!("{line}\n")).collect::<Vec<_>>().concat())
    }
}

fn annotation(desk: &Header, article: &Article, opinion: &Opinion) -> Value {
    let said = &opinion.annotation;
    let mut bodies = Vec::new();
    if let Some(verdict) = &said.verdict {
        bodies.push(textual(desk.label(verdict), "classifying"));
        let help = Some(desk.help(verdict)).filter(|help| !help.is_empty());
        bodies.extend(help.map(|help| textual(help, "describing")));
    }
    if !said.note.is_empty() {
        bodies.push(textual(&said.note, "commenting"));
    }
    if !said.short.is_empty() {
        bodies.push(textual(&said.short, "editing"));
    }
    bodies.extend(said.tags.iter().map(|tag| textual(tag, "tagging")));
    bodies.extend(said.evidence.iter().flat_map(links));
    let motivation = if said.verdict.is_some() { "assessing" } else { "commenting" };
    let mut value = frame(&address(article, &opinion.key), motivation, &opinion.name);
    value["created"] = said.created.to_string().into();
    value["modified"] = said.updated.to_string().into();
    value["body"] = bodies.into();
    value["target"] = target(article, &said.selector);
    value
}

/// What an editor decided for the team.
fn ruling(desk: &Header, article: &Article, opinion: &Opinion) -> Option<Value> {
    let ruled = opinion.annotation.final_verdict.as_ref()?;
    let mut bodies = vec![textual(desk.label(ruled.verdict.as_ref()?), "classifying")];
    if !ruled.why.is_empty() {
        bodies.push(textual(&ruled.why, "commenting"));
    }
    let id = format!("{}:final", address(article, &opinion.key));
    let mut value = frame(&id, "moderating", &opinion.name);
    value["created"] = ruled.at.to_string().into();
    value["body"] = bodies.into();
    value["target"] = target(article, &opinion.annotation.selector);
    Some(value)
}

fn on_article(article: &Article, (person, note): &(String, String)) -> Value {
    let id = format!("{}:note:{}", urn(&article.name), path(person));
    let mut value = frame(&id, "commenting", person);
    value["body"] = vec![textual(note, "commenting")].into();
    value["target"] = source(article).into();
    value
}

fn frame(id: &str, motivation: &str, person: &str) -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": id,
        "type": "Annotation",
        "motivation": motivation,
        "creator": { "type": "Person", "name": person },
        "generator": { "type": "Software", "name": "claimdesk" },
    })
}

fn textual(value: &str, purpose: &str) -> Value {
    json!({ "type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose })
}

/// The address of a piece of evidence, and of the copy that an archive keeps.
fn links(evidence: &Evidence) -> impl Iterator<Item = Value> {
    let urls = [&evidence.url, &evidence.archive_url].into_iter().flatten();
    urls.map(|url| json!({ "type": "SpecificResource", "source": url, "purpose": "linking" }))
}

/// The words as they were when they were marked: the quote is the truth, the
/// position (in code points) a hint.
fn target(article: &Article, selector: &Selector) -> Value {
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
    let selectors = [Value::Object(quote), position];
    let mut target =
        json!({ "type": "SpecificResource", "source": source(article), "selector": selectors });
    if let Some(origin) = origin(article) {
        target["schema:isPartOf"] = origin;
    }
    target
}

/// Who published the article, and when, in words of schema.org, which the context names; none where
/// neither is known.
fn origin(article: &Article) -> Option<Value> {
    let Source { title, outlet, published, .. } = &article.source;
    let known =
        [("schema:name", title), ("schema:publisher", outlet), ("schema:datePublished", published)];
    let mut origin = Map::new();
    origin.insert("type".into(), "schema:NewsArticle".into());
    origin.extend(known.into_iter().filter_map(|(name, value)| {
        let value = value.as_deref().filter(|value| !value.is_empty())?;
        Some((name.to_owned(), value.into()))
    }));
    (outlet.is_some() || published.is_some()).then_some(Value::Object(origin))
}

fn source(article: &Article) -> String {
    article.source.url.clone().unwrap_or_else(|| urn(&article.name))
}

fn urn(name: &str) -> String {
    format!("{URN}{}", path(name))
}

fn address(article: &Article, key: &str) -> String {
    format!("{}:{}", urn(&article.name), path(key))
}

/// A name as part of an address (RFC 3986): what is not plain is written in percents.
pub(super) fn path(name: &str) -> String {
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
