//! `[labels.<id>]`: the desk's verdicts, made from the defaults.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::DeValue;

use super::Reading;
use super::problem::known;
use super::source::{Table, Value, in_order};
use super::value::{choice, number, quoted, words};
use crate::core::annotation::{Hue, Label, Need, VerdictId};
use crate::core::article::width::text_cells;
use crate::i18n::{Message, line as say};

/// The fields of a label.
const FIELDS: [&str; 10] =
    ["en", "fr", "symbol", "ascii", "colour", "key", "order", "help", "needs", "rating"];
/// Between the defaults there is room for nine more each.
const STEP: u16 = 10;
/// So many labels at most: each wants a key of its own.
const MOST: usize = 64;
/// Where a label stands that gives no order.
const LAST: u16 = 1000;

/// A label on its way.
#[derive(Clone)]
struct Draft {
    label: Label,
    order: u16,
    /// Which fields the file gave, and where.
    given: BTreeMap<&'static str, Range<usize>>,
}

/// Reads `[labels]`: the labels sorted by their `order`, and under
/// `labels.<id>.<field>` where each field was set.
pub(super) fn read(
    reading: &mut Reading<'_>,
    table: &Table<'_>,
    origins: &mut BTreeMap<String, String>,
) -> Vec<(Label, u16)> {
    let mut drafts = defaults();
    let mut last = 0;
    for (id, at, value) in in_order(table) {
        last = at.start;
        if value.get_ref().as_bool() == Some(false) {
            match drafts.iter().position(|draft| draft.label.id.0 == id) {
                Some(place) => drop(drafts.remove(place)),
                None => unknown(reading, id, at, &drafts),
            }
        } else if let Some(fields) = value.get_ref().as_table() {
            one(reading, &mut drafts, id, at, fields);
        } else {
            reading.refuse(at, say::NO_LABEL.with(&[&id]), say::NO_LABEL_HINT);
        }
    }
    part(reading, &mut drafts);
    if drafts.is_empty() {
        reading.refuse(last..last, say::NO_VERDICT_LEFT, say::KEEP_A_LABEL);
        drafts = defaults();
    }
    drafts.sort_by_key(|draft| draft.order);
    for draft in &drafts {
        for (field, at) in &draft.given {
            let name = format!("labels.{}.{field}", draft.label.id.0);
            origins.insert(name, reading.source.place(at.start));
        }
    }
    drafts.into_iter().map(|draft| (draft.label, draft.order)).collect()
}

/// A label as TOML, field by field; those that say nothing are left out.
pub(super) fn fields(label: &Label, order: u16) -> Vec<(&'static str, String)> {
    let colour = Hue::ALL.iter().find(|(hue, _)| *hue == label.hue).map_or("", |(_, name)| *name);
    let mut fields = vec![
        ("en", quoted(&label.en)),
        ("fr", quoted(&label.fr)),
        ("symbol", quoted(&label.symbol.to_string())),
        ("ascii", quoted(&label.ascii.to_string())),
        ("colour", quoted(colour)),
        ("key", quoted(&label.key.to_string())),
        ("order", order.to_string()),
    ];
    if !label.help.is_empty() {
        fields.push(("help", quoted(&label.help)));
    }
    if !label.needs.is_empty() {
        let needs: Vec<_> = label.needs.iter().map(|need| quoted(need.name())).collect();
        fields.push(("needs", format!("[{}]", needs.join(", "))));
    }
    fields.extend(label.rating.as_deref().map(|rating| ("rating", quoted(rating))));
    fields
}

/// The labels of a desk that says nothing, with their `order`.
pub(super) fn standard() -> Vec<(Label, u16)> {
    Label::defaults().into_iter().zip((STEP..).step_by(usize::from(STEP))).collect()
}

fn defaults() -> Vec<Draft> {
    let all = standard().into_iter();
    all.map(|(label, order)| Draft { label, order, given: BTreeMap::new() }).collect()
}

fn unknown(reading: &mut Reading<'_>, id: &str, at: Range<usize>, drafts: &[Draft]) {
    let names = drafts.iter().map(|draft| draft.label.id.0.as_str());
    reading.refuse(at, say::NONE_TO_LEAVE_OUT.with(&[&id]), known(id, names));
}

fn one(
    reading: &mut Reading<'_>,
    drafts: &mut Vec<Draft>,
    id: &str,
    at: Range<usize>,
    fields: &Table<'_>,
) {
    let place = drafts.iter().position(|draft| draft.label.id.0 == id);
    if place.is_none() && !is_id(id) {
        reading.refuse(at, say::NO_ID.with(&[&id]), say::NO_ID_HINT);
        return;
    }
    if place.is_none() && drafts.len() >= MOST {
        let hint = say::AT_MOST.with(&[&MOST]);
        reading.refuse(at, say::ONE_TOO_MANY.with(&[&id]), hint);
        return;
    }
    let mut draft = place.map_or_else(|| blank(id), |place| drafts[place].clone());
    for (name, at, value) in in_order(fields) {
        match FIELDS.iter().find(|field| **field == name) {
            None => {
                reading.refuse(at, say::NO_LABEL_FIELD.with(&[&name]), known(name, FIELDS));
            }
            Some(field) => match set(&mut draft, field, value) {
                Ok(()) => drop(draft.given.insert(field, at)),
                Err(wanted) => reading.refuse_value(name, value, wanted),
            },
        }
    }
    match place {
        Some(place) => drafts[place] = draft,
        None if ["en", "key"].iter().all(|field| draft.given.contains_key(field)) => {
            if !draft.given.contains_key("fr") {
                draft.label.fr.clone_from(&draft.label.en);
            }
            if !draft.given.contains_key("ascii") && draft.label.symbol.is_ascii() {
                draft.label.ascii = draft.label.symbol;
            }
            drafts.push(draft);
        }
        None => reading.refuse(at, say::LACKS_NAME.with(&[&id]), say::LACKS_NAME_HINT),
    }
}

fn is_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.len() <= 40
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn blank(id: &str) -> Draft {
    let label = Label {
        id: VerdictId(id.to_owned()),
        en: String::new(),
        fr: String::new(),
        symbol: '•',
        ascii: '*',
        hue: Hue::Blue,
        key: ' ',
        help: String::new(),
        needs: Vec::new(),
        rating: None,
    };
    Draft { label, order: LAST, given: BTreeMap::new() }
}

fn set(draft: &mut Draft, field: &str, value: &Value<'_>) -> Result<(), Message> {
    let (label, value) = (&mut draft.label, value.get_ref());
    let sign = |value| words(value, 1).ok().and_then(|text| text.chars().next());
    let ascii = |value| sign(value).filter(char::is_ascii_graphic);
    match field {
        "en" => label.en = words(value, 30)?,
        "fr" => label.fr = words(value, 30)?,
        "symbol" => {
            label.symbol =
                sign(value).filter(|c| text_cells(&c.to_string()) == 1).ok_or(say::ONE_SIGN)?;
        }
        "ascii" => label.ascii = ascii(value).ok_or(say::ONE_ASCII_SIGN)?,
        "colour" => label.hue = choice(value, &Hue::ALL)?,
        "key" => {
            label.key = sign(value).ok_or(say::ONE_CHARACTER)?;
        }
        "help" => label.help = words(value, 500)?,
        "needs" => label.needs = needs(value)?,
        "rating" => label.rating = Some(words(value, 60)?),
        _ => draft.order = number(value, 0, LAST)?,
    }
    Ok(())
}

/// What must stand beside a verdict.
fn needs(value: &DeValue<'_>) -> Result<Vec<Need>, Message> {
    let all = value.as_array().ok_or(say::A_LIST_OF_NEEDS)?;
    all.iter().map(|need| choice(need.get_ref(), &Need::ALL)).collect()
}

/// Sees that no two labels share a key; of two, the one that the file set gives way.
fn part(reading: &mut Reading<'_>, drafts: &mut Vec<Draft>) {
    let defaults = defaults();
    let mut i = 0;
    while i < drafts.len() {
        let key = drafts[i].label.key;
        let Some(other) = drafts[..i].iter().position(|draft| draft.label.key == key) else {
            i += 1;
            continue;
        };
        let (late, early) =
            if drafts[i].given.contains_key("key") { (i, other) } else { (other, i) };
        let at = drafts[late].given.get("key").cloned().unwrap_or_default();
        let whose = match drafts[early].given.get("key") {
            Some(at) => Message::same(reading.source.place(at.start)),
            None => say::A_DEFAULT.into(),
        };
        let (id, name) = (drafts[late].label.id.0.clone(), &drafts[early].label.id.0);
        reading.refuse(
            at,
            say::ONE_KEY_FOR_BOTH.with(&[&key, &id, &name, &whose]),
            say::ANOTHER_KEY,
        );
        let default = defaults.iter().find(|draft| draft.label.id.0 == id);
        match default.filter(|draft| draft.label.key != key) {
            Some(default) => drafts[late].label.key = default.label.key,
            None => drop(drafts.remove(late)),
        }
        i = 0;
    }
}
