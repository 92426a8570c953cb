//! What people say to each other about a claim.

use std::collections::HashMap;

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
    let named = text.split('@').skip(1).filter_map(|rest| {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let word = rest.split(|c| !is_part(c)).next()?.trim_end_matches('-').to_lowercase();
        people.iter().find(|person| **person == word).cloned()
    });
    let mut all = Vec::new();
    for person in named {
        if !all.contains(&person) {
            all.push(person);
        }
    }
    all
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
    }
}
