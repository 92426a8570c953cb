//! Tasks of Label Studio with their annotations: labels of a text, and notes on the same regions.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{About, File, Incoming, Place, Read, number, objects, words};
use crate::i18n::{Message, line as say};

pub(super) fn read(files: &[File]) -> Result<Read, Message> {
    let mut read = Read::default();
    for file in files {
        for (at, value) in objects(file)? {
            task(&at, &value, &mut read);
        }
    }
    Ok(read)
}

fn task(at: &Message, task: &Value, read: &mut Read) {
    let Some(text) = task["data"]["text"].as_str() else {
        return read.misfit(at.clone(), say::NO_TEXT_FIELD);
    };
    let letters: Vec<char> = text.chars().collect();
    let article = About {
        name: task["data"]["article"].as_str().map(str::to_owned),
        text: Some(text.to_owned()),
        url: task["data"]["url"].as_str().map(str::to_owned),
    };
    for annotation in task["annotations"].as_array().into_iter().flatten() {
        if annotation["was_cancelled"] == true {
            continue;
        }
        let author = author(&annotation["completed_by"]);
        let mut regions: BTreeMap<&str, Incoming> = BTreeMap::new();
        let results = annotation["result"].as_array().map_or(&[][..], Vec::as_slice);
        for result in results.iter().filter(|result| result["type"] == "labels") {
            let id = result["id"].as_str().unwrap_or_default();
            let at = say::REGION_OF.with(&[at, &id]);
            match region(result, &letters) {
                Ok((place, verdict)) => {
                    let (article, author) = (article.clone(), author.clone());
                    let incoming = Incoming {
                        at,
                        author,
                        article,
                        place: Some(place),
                        verdict: Some(verdict),
                        note: Some(String::new()),
                        ..Incoming::default()
                    };
                    regions.insert(id, incoming);
                }
                Err(why) => read.misfit(at, why),
            }
        }
        for note in results.iter().filter(|result| result["type"] == "textarea") {
            let lines = note["value"]["text"].as_array().into_iter().flatten();
            let lines: Vec<_> = lines.filter_map(Value::as_str).collect();
            let id = note["id"].as_str().unwrap_or_default();
            if let Some(incoming) = regions.get_mut(id) {
                incoming.note = Some(lines.join("\n"));
            }
        }
        read.found.extend(regions.into_values());
    }
}

fn region(result: &Value, letters: &[char]) -> Result<(Place, String), Message> {
    let value = &result["value"];
    let (Some(start), Some(end)) = (number(&value["start"]), number(&value["end"])) else {
        return Err(say::NO_START_END.into());
    };
    let labels = value["labels"].as_array().map_or(&[][..], Vec::as_slice);
    let [label] = labels else { return Err(say::LABELS_INSTEAD.with(&[&labels.len()])) };
    let words = words(letters, start, end).ok_or(say::NOT_IN_THE_TEXT)?;
    if value["text"].as_str().is_some_and(|text| text != words) {
        return Err(say::OTHER_WORDS.with(&[&words]));
    }
    Ok((Place::Points { start, end, words }, label.as_str().unwrap_or_default().to_owned()))
}

fn author(who: &Value) -> Option<String> {
    let name = who["email"].as_str().or_else(|| who.as_str());
    name.map(str::to_owned).or_else(|| who.as_u64().map(|id| id.to_string()))
}
