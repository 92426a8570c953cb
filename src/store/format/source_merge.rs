//! Two versions of what is known of an article's origin: the one file that several people may write.
//!
//! Field by field, by the JSON text of the values, so that fields which this version does not know
//! are merged, too. Where both sides changed a field, the version that was written later is in
//! force, and the other value is kept in `conflict` until somebody chooses.

use std::collections::BTreeMap;

use super::source::{CONFLICT, FORMAT, Provenance};

/// The members of a file, each with its JSON text.
type Members = Vec<(String, String)>;

/// Fields that tell of the writing and not of the article: the later one is right.
const OF_WRITING: [&str; 3] = ["updated", "accessed", "extractor"];

/// Merges two versions. Without a base nothing counts as removed.
pub(super) fn merge(
    base: Option<&Provenance>,
    ours: &Provenance,
    theirs: &Provenance,
) -> Provenance {
    let has_base = base.is_some();
    let b = base.map(Provenance::members).unwrap_or_default();
    let (o, t) = (ours.members(), theirs.members());
    let of = |members: &Members, name: &str| {
        members.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    };
    // Of two that were written at one time the greater text wins, so that two machines agree.
    let ours_later = (ours.written(), ours.to_bytes()) >= (theirs.written(), theirs.to_bytes());
    let mut merged = Members::new();
    let mut rivals = rivals([&b, &o, &t].map(|members| of(members, CONFLICT)));
    let theirs_alone = t.iter().filter(|(name, _)| of(&o, name).is_none());
    for (name, _) in o.iter().chain(theirs_alone) {
        if name == CONFLICT {
            continue;
        }
        let [was, here, there] = [&b, &o, &t].map(|members| of(members, name));
        let (kept, other) = match (&here, &there) {
            (h, t) if h == t || has_base && was == *t => (here, None),
            (h, _) if has_base && was == *h => (there, None),
            (None, _) if !has_base => (there, None),
            (_, None) if !has_base => (here, None),
            _ if ours_later => (here, Some(there)),
            _ => (there, Some(here)),
        };
        if let Some(other) = other.filter(|_| !OF_WRITING.contains(&name.as_str())) {
            let value = other.unwrap_or_else(|| "null".to_owned());
            rivals.push(format!("{{ \"{name}\": {value} }}"));
        }
        merged.extend(kept.map(|value| (name.clone(), value)));
    }
    rivals.sort();
    rivals.dedup();
    if !rivals.is_empty() {
        merged.push((CONFLICT.to_owned(), format!("[{}]", rivals.join(", "))));
    }
    Provenance::of_members(&merged).unwrap_or_else(|| ours.clone())
}

/// The rivals that are still to be chosen among: what one side settled is settled.
fn rivals(sides: [Option<String>; 3]) -> Vec<String> {
    let entries = |json: Option<String>| -> Vec<String> {
        let json = json.as_deref().unwrap_or("[]");
        serde_json::from_str::<Vec<BTreeMap<String, serde_json::Value>>>(json)
            .unwrap_or_default()
            .into_iter()
            .flatten()
            .map(|(name, value)| format!("{{ \"{name}\": {value} }}"))
            .collect()
    };
    let [b, o, t] = sides.map(entries);
    let settled = |entry: &String| b.contains(entry) && !(o.contains(entry) && t.contains(entry));
    o.iter().chain(&t).filter(|entry| !settled(entry)).cloned().collect()
}

impl Provenance {
    /// When it was last written, as far as that is known.
    fn written(&self) -> &str {
        let times = [&self.updated, &self.accessed].into_iter().flatten();
        times.max().map_or("", |time| time)
    }

    fn members(&self) -> Members {
        let text = self.to_bytes();
        let text = String::from_utf8_lossy(&text);
        let Ok(fields) = super::json::Source(&text).root() else { return Members::new() };
        let fields = fields.into_iter().map(|(name, raw)| (name, raw.get().to_owned()));
        fields.filter(|(name, _)| name != "format").collect()
    }

    fn of_members(members: &Members) -> Option<Self> {
        let fields = members
            .iter()
            .map(|(name, value)| format!(", {}: {value}", serde_json::Value::from(name.as_str())));
        let text = format!("{{ \"format\": \"{FORMAT}\"{} }}", fields.collect::<String>());
        Self::parse(text.as_bytes()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(fields: &str) -> Provenance {
        Provenance::parse(format!("{{ \"format\": \"claimdesk-source/1\", {fields} }}").as_bytes())
            .unwrap()
    }

    #[track_caller]
    fn merges(base: &str, ours: &str, theirs: &str, wanted: &str) {
        let [b, o, t, wanted] = [base, ours, theirs, wanted].map(file);
        let text = |file: Provenance| String::from_utf8(file.to_bytes()).unwrap();
        assert_eq!(text(merge(Some(&b), &o, &t)), text(wanted.clone()));
        assert_eq!(merge(Some(&b), &t, &o), merge(Some(&b), &o, &t), "whoever merges");
    }

    #[test]
    fn different_fields_are_taken_from_both() {
        merges(
            r#""outlet": "A", "paywall": 1e400"#,
            r#""outlet": "B", "paywall": 1e400"#,
            r#""outlet": "A", "url": "https://a.org", "paywall": 2"#,
            r#""outlet": "B", "url": "https://a.org", "paywall": 2"#,
        );
        merges(
            r#""outlet": "A", "notes": "x""#,
            r#""outlet": "A""#,
            r#""outlet": "A", "notes": "x", "lang": "fr""#,
            r#""outlet": "A", "lang": "fr""#,
        );
    }

    #[test]
    fn of_two_values_the_later_is_in_force_and_the_other_kept() {
        merges(
            r#""outlet": "A""#,
            r#""outlet": "B", "updated": "2026-11-20T10:00:00Z""#,
            r#""outlet": "C", "updated": "2026-11-21T10:00:00Z""#,
            r#""outlet": "C", "updated": "2026-11-21T10:00:00Z", "conflict": [{ "outlet": "B" }]"#,
        );
        merges(
            r#""outlet": "A""#,
            r#""updated": "2026-11-20T10:00:00Z""#,
            r#""outlet": "C", "updated": "2026-11-19T10:00:00Z""#,
            r#""updated": "2026-11-20T10:00:00Z", "conflict": [{ "outlet": "C" }]"#,
        );
    }

    #[test]
    fn what_one_side_chose_is_chosen() {
        merges(
            r#""outlet": "C", "conflict": [{ "outlet": "B" }]"#,
            r#""outlet": "C""#,
            r#""outlet": "C", "conflict": [{ "outlet": "B" }], "lang": "fr""#,
            r#""outlet": "C", "lang": "fr""#,
        );
    }
}
