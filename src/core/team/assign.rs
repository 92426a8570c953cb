//! Who checks an article, by a rule that needs no file.
//!
//! Rendezvous hashing (D. Thaler, C. Ravishankar, *A Name-Based Mapping Scheme
//! for Rendezvous*, 1996): each person weighs each article by a hash, and the
//! heaviest check it. Everybody computes the same; a person who comes or goes
//! moves only the articles that are theirs.

use sha2::{Digest, Sha256};

/// The `per_article` people who check an article, the heaviest first. `people`
/// are slugs, without guests and editors; `article` is its path below `seeds/`.
pub fn assigned<'a>(article: &str, people: &[&'a str], per_article: usize) -> Vec<&'a str> {
    let mut weighed: Vec<_> = people.iter().map(|slug| (weight(article, slug), *slug)).collect();
    weighed.sort_unstable_by(|a, b| b.cmp(a));
    weighed.into_iter().take(per_article).map(|(_, slug)| slug).collect()
}

/// SHA-256 of article, a NUL and the slug, compared as a big-endian number.
fn weight(article: &str, slug: &str) -> [u8; 32] {
    Sha256::new().chain_update(article).chain_update([0]).chain_update(slug).finalize().into()
}

/// Which articles: `*` stands for anything in a name, `**` also for folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(String);

impl Pattern {
    /// A pattern as it is written.
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether an article, by its path below `seeds/`, is one of them.
    pub fn fits(&self, article: &str) -> bool {
        fits(self.0.as_bytes(), article.as_bytes())
    }
}

fn fits(pattern: &[u8], name: &[u8]) -> bool {
    match pattern {
        [] => name.is_empty(),
        [b'*', b'*', rest @ ..] => {
            let rest = rest.strip_prefix(b"/").unwrap_or(rest);
            (0..=name.len()).any(|at| fits(rest, &name[at..]))
        }
        [b'*', rest @ ..] => {
            let end = name.iter().position(|byte| *byte == b'/').unwrap_or(name.len());
            (0..=end).any(|at| fits(rest, &name[at..]))
        }
        [first, rest @ ..] => {
            name.split_first().is_some_and(|(byte, left)| byte == first && fits(rest, left))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stays_in_its_folder_and_two_go_deeper() {
        for (pattern, name, expected) in [
            ("2026-11/**", "2026-11/a.txt", true),
            ("2026-11/**", "2026-11/x/y/a.txt", true),
            ("2026-11/**", "2026-12/a.txt", false),
            ("2026-11/*", "2026-11/x/a.txt", false),
            ("**/a.txt", "a.txt", true),
            ("**/a.txt", "x/y/a.txt", true),
            ("00*.txt", "001_é.txt", true),
            ("a.txt", "a.txt", true),
            ("", "a", false),
        ] {
            assert_eq!(Pattern::new(pattern).fits(name), expected, "{pattern} {name}");
        }
    }
}
