//! Web annotations: a line each, an array, or the items of a page or collection.

use jiff::Timestamp;
use serde_json::Value;

use super::super::w3c::URN;
use super::{About, File, Incoming, Place, Read, number, objects};
use crate::core::annotation::Evidence;
use crate::i18n::{Message, line as say};

pub(super) fn read(files: &[File]) -> Result<Read, Message> {
    let mut read = Read::default();
    for file in files {
        for (at, value) in objects(file)? {
            annotations(&at, &value, &mut read);
        }
    }
    Ok(read)
}

/// An annotation, or those of a collection.
fn annotations(at: &Message, value: &Value, read: &mut Read) {
    if let Some(items) = value["items"].as_array().or_else(|| value["first"]["items"].as_array()) {
        for (i, item) in items.iter().enumerate() {
            annotations(&say::ITEM_OF.with(&[at, &i]), item, read);
        }
        return;
    }
    if !many(&value["type"]).any(|kind| kind == "Annotation") {
        return read.misfit(at.clone(), say::IS_NO_ANNOTATION);
    }
    // What an editor decided for the team is not a person's own verdict.
    if value["motivation"] == "moderating" {
        return;
    }
    let Some(target) = many(&value["target"]).next() else {
        return read.misfit(at.clone(), say::NO_TARGET);
    };
    let source = target.as_str().or_else(|| target["source"].as_str());
    let source =
        source.or_else(|| target["source"]["id"].as_str()).or_else(|| target["id"].as_str());
    let Some(source) = source else { return read.misfit(at.clone(), say::TARGET_NAMES_NONE) };
    let place = place(target);
    if place.is_none() && !target["selector"].is_null() {
        return read.misfit(at.clone(), say::NO_QUOTE_NOR_PLACE);
    }
    let mut incoming = Incoming {
        at: at.clone(),
        author: author(&value["creator"]),
        article: about(source),
        place,
        verdict: None,
        // What a web annotation has no body for is empty.
        note: Some(String::new()),
        short: Some(String::new()),
        tags: Some(Vec::new()),
        evidence: Some(Vec::new()),
        times: times(value),
    };
    many(&value["body"]).for_each(|body| take(&mut incoming, body));
    read.found.push(incoming);
}

fn take(incoming: &mut Incoming, body: &Value) {
    let text = body["value"].as_str().or_else(|| body.as_str()).unwrap_or_default().to_owned();
    match body["purpose"].as_str().unwrap_or("commenting") {
        "classifying" => incoming.verdict = Some(text),
        "tagging" => incoming.tags.get_or_insert_default().push(text),
        "editing" => incoming.short = Some(text),
        "linking" => {
            let url = body["source"].as_str().or_else(|| body["id"].as_str());
            let evidence =
                |url: &str| Evidence { url: Some(url.to_owned()), ..Evidence::default() };
            incoming.evidence.get_or_insert_default().extend(url.map(evidence));
        }
        "commenting" | "describing" if text.is_empty() => {}
        "commenting" => {
            let note = incoming.note.get_or_insert_default();
            let gap = if note.is_empty() { "" } else { "\n\n" };
            note.push_str(gap);
            note.push_str(&text);
        }
        _ => {}
    }
}

fn about(source: &str) -> About {
    match source.strip_prefix(URN) {
        Some(path) => About { name: Some(decoded(path)), ..About::default() },
        None => About { url: Some(source.to_owned()), ..About::default() },
    }
}

/// The quote, with the position where both are there.
fn place(target: &Value) -> Option<Place> {
    let selectors: Vec<_> = many(&target["selector"]).collect();
    let of = |kind: &str| selectors.iter().find(|selector| selector["type"] == kind);
    let quote = of("TextQuoteSelector")?;
    let text = |name: &str| quote[name].as_str().unwrap_or_default().to_owned();
    let exact = text("exact");
    if let Some(position) = of("TextPositionSelector")
        && let (Some(start), Some(end)) = (number(&position["start"]), number(&position["end"]))
    {
        return Some(Place::Points { start, end, words: exact });
    }
    Some(Place::Quote { exact, prefix: text("prefix"), suffix: text("suffix") })
}

fn author(creator: &Value) -> Option<String> {
    let creator = many(creator).next()?;
    let name = creator["name"].as_str().or_else(|| creator.as_str());
    name.or_else(|| creator["id"].as_str()).map(str::to_owned)
}

fn times(value: &Value) -> Option<(Timestamp, Timestamp)> {
    let time = |name: &str| value[name].as_str()?.parse().ok();
    let created: Timestamp = time("created")?;
    Some((created, time("modified").unwrap_or(created)))
}

/// One value, or those of a list.
fn many(value: &Value) -> impl Iterator<Item = &Value> {
    match value {
        Value::Array(all) => all.iter(),
        Value::Null => [].iter(),
        one => std::slice::from_ref(one).iter(),
    }
}

/// A name out of an address: `%20` is a space.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = (*first == b'%').then(|| after.get(..2)).flatten();
        let hex = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(hex.unwrap_or(*first));
        rest = if hex.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
