//! Standoff files of brat: text-bound annotations, their first attribute that names a verdict (or
//! their type), and notes on them. The text beside is what the positions count in.

use std::collections::BTreeMap;

use super::{About, File, Incoming, Place, Read, words};
use crate::i18n::{Message, line as say};

/// The type that `export --to brat` gives each claim: it is no verdict.
const CLAIM: &str = "Claim";

pub(super) fn read(files: &[File]) -> Result<Read, Message> {
    let mut read = Read::default();
    let texts: BTreeMap<&str, &str> =
        files.iter().filter_map(|f| Some((f.name.strip_suffix(".txt")?, &*f.text))).collect();
    let standoffs: Vec<_> =
        files.iter().filter_map(|f| Some((f.name.strip_suffix(".ann")?, f))).collect();
    if standoffs.is_empty() {
        return Err(say::NO_ANN.into());
    }
    for (stem, file) in standoffs {
        standoff(stem, texts.get(stem).copied(), file, &mut read);
    }
    Ok(read)
}

fn standoff(stem: &str, text: Option<&str>, file: &File, read: &mut Read) {
    let letters: Option<Vec<char>> = text.map(|text| text.chars().collect());
    let mut found: BTreeMap<String, Incoming> = BTreeMap::new();
    let mut order = Vec::new();
    for line in file.text.lines() {
        let mut parts = line.splitn(3, '\t');
        let (id, middle) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let rest = parts.next().unwrap_or_default();
        let at = Message::same(format_args!("{} {id}", file.name));
        match id.chars().next() {
            Some('T') => match bound(middle, rest, letters.as_deref()) {
                Ok((kind, place)) => {
                    let incoming = Incoming {
                        at,
                        article: About {
                            name: Some(format!("{stem}.txt")),
                            text: text.map(str::to_owned),
                            url: None,
                        },
                        place: Some(place),
                        verdict: (kind != CLAIM).then(|| kind.to_owned()),
                        note: Some(String::new()),
                        ..Incoming::default()
                    };
                    order.push(id.to_owned());
                    found.insert(id.to_owned(), incoming);
                }
                Err(why) => read.misfit(at, why),
            },
            Some('A' | 'M') => {
                let mut words = middle.split(' ');
                let (_, target) = (words.next(), words.next().unwrap_or_default());
                if let (Some(incoming), Some(value)) = (found.get_mut(target), words.next()) {
                    incoming.verdict = Some(value.to_owned());
                }
            }
            Some('#') => {
                let target = middle.split(' ').nth(1).unwrap_or_default();
                if let Some(incoming) = found.get_mut(target) {
                    let before = incoming.note.take().unwrap_or_default();
                    let notes = [&*before, rest].into_iter().filter(|note| !note.is_empty());
                    incoming.note = Some(notes.collect::<Vec<_>>().join("\n"));
                }
            }
            // Relations, events and equivalences are about other things than verdicts.
            _ => {}
        }
    }
    read.found.extend(order.into_iter().filter_map(|id| found.remove(&id)));
}

/// `Claim 4 10;12 20` and its words: from the first fragment to the last.
fn bound<'a>(
    middle: &'a str,
    words_there: &str,
    letters: Option<&[char]>,
) -> Result<(&'a str, Place), Message> {
    let (kind, places) = middle.split_once(' ').ok_or(say::NO_POSITION)?;
    let mut points = Vec::new();
    for fragment in places.split(';') {
        let (start, end) = fragment.split_once(' ').ok_or(say::NOT_TWO_NUMBERS)?;
        let number =
            |text: &str| text.trim().parse::<usize>().map_err(|_| say::NO_NUMBER.with(&[&text]));
        points.push((number(start)?, number(end)?));
    }
    let (start, end) = (points[0].0, points[points.len() - 1].1);
    let words = match letters {
        Some(letters) => words(letters, start, end).ok_or(say::NOT_IN_THE_TEXT)?,
        None => words_there.to_owned(),
    };
    if squeezed(&words) != squeezed(words_there) {
        return Err(say::OTHER_WORDS.with(&[&words]));
    }
    Ok((kind, Place::Points { start, end, words }))
}

/// Without any white space: brat writes spaces for line ends.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
