//! `[team.people.<folder>]`: who is in the team.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml::de::DeValue;

use super::Reading;
use super::problem::known;
use super::source::{Table, Value, in_order};
use super::value::{choice, quoted, words};
use crate::core::team::assign::Pattern;
use crate::core::team::roster::{Person, Role};
use crate::i18n::{Message, line as say};

/// The fields of a person.
const FIELDS: [&str; 5] = ["name", "email", "role", "also", "forge"];
/// Longest name, address or folder, in characters.
const LONGEST: usize = 100;

/// Reads `[team.people]`, and where each field was set.
pub(super) fn read(
    reading: &mut Reading<'_>,
    table: &Table<'_>,
    origins: &mut BTreeMap<String, String>,
) -> BTreeMap<String, Person> {
    let mut people = BTreeMap::new();
    for (slug, at, value) in in_order(table) {
        let Some(fields) = value.get_ref().as_table() else {
            reading.refuse_value(slug, value, say::A_TABLE.with(&[&"team.people.<folder>"]));
            continue;
        };
        if !is_folder(slug) {
            reading.refuse(at, say::NAMES_NO_FOLDER.with(&[&slug]), say::NAMES_NO_FOLDER_HINT);
            continue;
        }
        let mut person = Person::default();
        for (name, at, value) in in_order(fields) {
            if !FIELDS.contains(&name) {
                reading.refuse(at, say::NO_PERSON_FIELD.with(&[&name]), known(name, FIELDS));
                continue;
            }
            match set(&mut person, name, value) {
                Ok(()) => {
                    let setting = format!("team.people.{slug}.{name}");
                    origins.insert(setting, reading.source.place(at.start));
                }
                Err(wanted) => reading.refuse_value(name, value, wanted),
            }
        }
        people.insert(slug.to_owned(), person);
    }
    one_owner_each(reading, table, &mut people);
    people
}

/// Reads `[team.assign]`: a pattern of articles, and who checks them.
pub(super) fn assign(reading: &mut Reading<'_>, table: &Table<'_>) -> Vec<(Pattern, Vec<String>)> {
    let mut all = Vec::new();
    for (pattern, _, value) in in_order(table) {
        match list(value.get_ref()) {
            Ok(people) => all.push((Pattern::new(pattern), people)),
            Err(wanted) => reading.refuse_value(pattern, value, wanted),
        }
    }
    all
}

/// Reads `[team.due]`: a pattern of articles, and the day by which they are to be checked.
pub(super) fn due(reading: &mut Reading<'_>, table: &Table<'_>) -> Vec<(Pattern, Date)> {
    let mut all = Vec::new();
    for (pattern, _, value) in in_order(table) {
        // In quotes or as TOML's own date.
        let day = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string().parse(),
            other => other.as_str().unwrap_or_default().parse(),
        };
        match day {
            Ok(day) => all.push((Pattern::new(pattern), day)),
            Err(_) => reading.refuse_value(pattern, value, say::A_DAY),
        }
    }
    all
}

/// A person as TOML, field by field.
pub(super) fn fields(person: &Person) -> Vec<(&'static str, String)> {
    let list = |all: &[String]| {
        format!("[{}]", all.iter().map(|one| quoted(one)).collect::<Vec<_>>().join(", "))
    };
    let mut fields = Vec::new();
    fields.extend(person.name.as_deref().map(|name| ("name", quoted(name))));
    if !person.emails.is_empty() {
        fields.push(("email", list(&person.emails)));
    }
    fields.push(("role", quoted(person.role.name())));
    if !person.also.is_empty() {
        fields.push(("also", list(&person.also)));
    }
    fields.extend(person.forge.as_deref().map(|account| ("forge", quoted(account))));
    fields
}

/// A folder's name as a key of TOML.
pub(super) fn key(slug: &str) -> String {
    let is_bare = slug.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if is_bare { slug.to_owned() } else { quoted(slug) }
}

fn set(person: &mut Person, field: &str, value: &Value<'_>) -> Result<(), Message> {
    let value = value.get_ref();
    match field {
        "name" => person.name = Some(words(value, LONGEST)?),
        "email" => person.emails = list(value)?,
        "role" => person.role = choice(value, &Role::ALL)?,
        "forge" => {
            let account = words(value, LONGEST)?;
            if !account.starts_with('@') || account.contains(char::is_whitespace) {
                return Err(say::AN_ACCOUNT.into());
            }
            person.forge = Some(account);
        }
        _ => {
            let folders = list(value)?;
            if !folders.iter().all(|folder| is_folder(folder)) {
                return Err(say::FOLDERS_BELOW.into());
            }
            person.also = folders;
        }
    }
    Ok(())
}

fn list(value: &DeValue<'_>) -> Result<Vec<String>, Message> {
    let all = value.as_array().ok_or(say::A_LIST)?;
    all.iter().map(|one| words(one.get_ref(), LONGEST)).collect()
}

fn is_folder(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\', '\0']) && !matches!(name, "." | "..")
}

/// Drops a folder that two people claim: nobody's verdicts may count as another's.
fn one_owner_each(
    reading: &mut Reading<'_>,
    table: &Table<'_>,
    people: &mut BTreeMap<String, Person>,
) {
    let mut owners: BTreeMap<String, String> =
        people.keys().map(|slug| (slug.clone(), slug.clone())).collect();
    for (slug, person) in people {
        person.also.retain(|folder| {
            let owner = owners.entry(folder.clone()).or_insert_with(|| slug.clone());
            let is_own = owner == slug && folder != slug;
            if !is_own {
                let at = table.iter().find(|(key, _)| key.get_ref() == slug);
                reading.refuse(
                    at.map(|(key, _)| key.span()).unwrap_or_default(),
                    say::FOLDER_TAKEN.with(&[&folder, &owner]),
                    say::FOLDER_TAKEN_HINT,
                );
            }
            is_own
        });
    }
}
