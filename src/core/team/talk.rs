//! What people say to each other about a claim.

use std::collections::{HashMap, HashSet};

use super::status::Unit;
use crate::core::annotation::{BlobId, Remark};

/// One remark of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who said it, by folder name.
    pub person: String,
    /// The readable name.
    pub name: String,
    /// The remark's name in the whole team: `folder/id`.
    pub key: String,
    /// The remark.
    pub remark: Remark,
}

/// All that is said on a claim, the oldest first, of one second an answer behind what it answers; what
/// was taken back is left out.
pub fn thread(unit: &Unit) -> Vec<Said> {
    let mut all: Vec<_> = unit
        .opinions
        .iter()
        .flat_map(|opinion| {
            let folder = opinion.key.split('/').next().unwrap_or_default();
            opinion.remarks().map(move |(id, remark)| Said {
                person: opinion.person.clone(),
                name: opinion.name.clone(),
                key: format!("{folder}/{id}"),
                remark: remark.clone(),
            })
        })
        .collect();
    let answers: HashMap<String, String> =
        all.iter().filter_map(|said| Some((said.key.clone(), said.remark.re.clone()?))).collect();
    let depth = |key: &String| {
        let steps = std::iter::successors(Some(key), |key| answers.get(*key));
        // Remarks that answer each other in a circle end somewhere, too.
        steps.take(answers.len() + 1).count()
    };
    all.sort_by_cached_key(|said| (said.remark.at, depth(&said.key), said.key.clone()));
    all
}

/// The people named in a text by `@folder`, each once, in order.
pub fn mentions(text: &str, people: &[String]) -> Vec<String> {
    named(text).filter(|word| people.contains(word)).collect()
}

/// What a text names like people who are not there; addresses of mail name nobody.
pub fn strangers(text: &str, people: &[String]) -> Vec<String> {
    named(text).filter(|word| !people.contains(word)).collect()
}

/// The words behind an `@` that begins a word, each once, in order.
fn named(text: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut known = HashSet::new();
    let at = text.match_indices('@').filter(move |(at, _)| !text[..*at].ends_with(is_part));
    at.filter_map(move |(at, sign)| {
        let word = text[at + sign.len()..].split(|c| !is_part(c)).next()?;
        let word = word.trim_end_matches('-').to_lowercase();
        (!word.is_empty() && known.insert(word.clone())).then_some(word)
    })
}

/// A name for a new remark, from who said what and when: two machines of one person give two.
pub fn id(person: &str, remark: &Remark) -> String {
    let Remark { text, at, re, .. } = remark;
    let re = re.as_deref().unwrap_or_default();
    let hash = BlobId::of(format!("{person}\0{at}\0{re}\0{text}").as_bytes()).0;
    format!("r{}", &hash[..9])
}

/// Whether a thread waits for an answer of this person: somebody else had the last word, said to
/// them or to nobody by name, and did not call it settled.
pub fn waits_for<'a>(thread: &'a [Said], person: &str) -> Option<&'a Said> {
    let last = thread.last().filter(|said| said.person != person && !said.remark.done)?;
    let answers = last
        .remark
        .re
        .as_deref()
        .is_some_and(|re| thread.iter().any(|said| said.key == re && said.person == person));
    let named = last.remark.to.iter().any(|to| to == person);
    (named || answers).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_named_by_their_folders() {
        let people = ["anna-berg", "zoé"].map(str::to_owned);
        let named = |text| mentions(text, &people);
        assert_eq!(named("@anna-berg, source ? @Zoé. @anna-berg"), ["anna-berg", "zoé"]);
        assert_eq!(named("a@b.org @nobody @"), Vec::<String>::new());
        assert_eq!(strangers("a@b.org @nobody @zoé, @Anna- @anna @", &people), ["nobody", "anna"]);
    }
}
