//! Lines of doccano: a text and `[start, end, label]`, or `{start_offset, end_offset, label}`.

use serde_json::Value;

use super::{About, File, Incoming, Place, Read, number, objects, words};
use crate::i18n::{Message, line as say};

pub(super) fn read(files: &[File]) -> Result<Read, Message> {
    let mut read = Read::default();
    for file in files {
        for (at, line) in objects(file)? {
            let text = line["text"].as_str().or_else(|| line["data"].as_str());
            let Some(text) = text else {
                read.misfit(at, say::NO_TEXT_FIELD);
                continue;
            };
            document(&at, &line, text, &mut read);
        }
    }
    Ok(read)
}

fn document(at: &Message, line: &Value, text: &str, read: &mut Read) {
    let letters: Vec<char> = text.chars().collect();
    let article = About {
        name: line["article"].as_str().map(str::to_owned),
        text: Some(text.to_owned()),
        url: None,
    };
    let labels = ["label", "labels", "entities"].iter().find_map(|name| line[*name].as_array());
    for (i, label) in labels.into_iter().flatten().enumerate() {
        let at = say::LABEL_OF.with(&[at, &i]);
        let (start, end, name) = match label {
            Value::Array(of) if of.len() == 3 => (&of[0], &of[1], &of[2]),
            label => (&label["start_offset"], &label["end_offset"], &label["label"]),
        };
        let (Some(start), Some(end), Some(name)) = (number(start), number(end), name.as_str())
        else {
            read.misfit(at, say::NO_START_END_LABEL);
            continue;
        };
        let Some(words) = words(&letters, start, end) else {
            read.misfit(at, say::NOT_A_STRETCH.with(&[&start, &end]));
            continue;
        };
        read.found.push(Incoming {
            at,
            author: line["username"].as_str().map(str::to_owned),
            article: article.clone(),
            place: Some(Place::Points { start, end, words }),
            verdict: Some(name.to_owned()),
            ..Incoming::default()
        });
    }
}
