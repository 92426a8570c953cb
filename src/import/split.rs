//! Many articles in one file, as the databases of the press export them.

use super::{Extracted, iso_date};
use crate::core::article::Source;

/// So many lines of an article are its head.
const HEAD: usize = 14;

/// Where one article ends and the next begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How the lines between begin.
    mark: String,
    /// What such a line belongs to.
    belongs: Belongs,
    /// Where the head of an article names who published it.
    outlet: Outlet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Belongs {
    /// The article that it ends.
    End,
    /// The article that it begins.
    Begin,
    /// None: it stands between them.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outlet {
    /// In the line behind the date, or behind the hour there.
    BehindDate,
    /// In the line before the date.
    BeforeDate,
    /// Nobody knows.
    Unknown,
}

/// The exports that have a rule by name: each says of an article where it ends.
const KNOWN: [(&str, &str, Outlet); 3] = [
    ("factiva", "Document ", Outlet::BehindDate),
    ("lexisnexis", "End of Document", Outlet::BeforeDate),
    ("europresse", "Certificat émis le", Outlet::Unknown),
];

impl Rule {
    /// A rule by its name, or as `begin:WORDS`, `end:WORDS` or `line:WORDS`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let known = KNOWN.iter().find(|(name, ..)| text.eq_ignore_ascii_case(name));
        if let Some(&(_, mark, outlet)) = known {
            return Some(Self { mark: mark.to_owned(), belongs: Belongs::End, outlet });
        }
        let (how, mark) = text.split_once(':')?;
        let belongs = match how {
            "begin" => Belongs::Begin,
            "end" => Belongs::End,
            "line" => Belongs::None,
            _ => return None,
        };
        let mark = mark.trim();
        (!mark.is_empty()).then(|| Self { mark: mark.to_owned(), belongs, outlet: Outlet::Unknown })
    }

    /// The articles of a text; the whole where no line parts it.
    pub fn split(&self, text: &str) -> Vec<Extracted> {
        let mut articles = vec![String::new()];
        for line in text.split_inclusive('\n') {
            let is_mark = line.trim_start().starts_with(&self.mark) && self.is_alone(line);
            let next = |articles: &mut Vec<String>| articles.push(String::new());
            match (is_mark, self.belongs) {
                (true, Belongs::End) => {
                    last(&mut articles).push_str(line);
                    next(&mut articles);
                }
                (true, Belongs::Begin) => {
                    next(&mut articles);
                    last(&mut articles).push_str(line);
                }
                (true, Belongs::None) => next(&mut articles),
                (false, _) => last(&mut articles).push_str(line),
            }
        }
        let whole = articles.iter().map(|text| text.trim_matches(['\n', '\r', '\u{c}']));
        // What follows the last end is a list of what was searched, or nothing.
        let told = whole.filter(|text| text.lines().filter(|l| !l.trim().is_empty()).count() > 1);
        told.map(|text| self.article(text)).collect()
    }

    /// Factiva ends an article with `Document` and a number; others may begin a sentence so.
    fn is_alone(&self, line: &str) -> bool {
        let rest = line.trim().strip_prefix(self.mark.as_str()).unwrap_or_default();
        self.outlet != Outlet::BehindDate
            || !rest.contains(char::is_whitespace) && rest.contains(|c: char| c.is_ascii_digit())
    }

    fn article(&self, text: &str) -> Extracted {
        let head: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD).collect();
        let date = head.iter().position(|line| date(line).is_some());
        let outlet = match self.outlet {
            Outlet::BehindDate => date.and_then(|at| {
                head[at + 1..].iter().find(|line| line.chars().any(char::is_alphabetic))
            }),
            Outlet::BeforeDate => date.and_then(|at| head.get(at.checked_sub(1)?)),
            Outlet::Unknown => None,
        };
        let source = Source {
            title: head.first().map(|line| (*line).to_owned()),
            published: date.and_then(|at| self::date(head[at])),
            outlet: outlet.map(|line| (*line).to_owned()),
            ..Source::default()
        };
        Extracted { text: format!("{text}\n"), source, ..Extracted::default() }
    }
}

/// The day that a line of a head is, and nothing else; some name the day of the week behind it.
fn date(line: &str) -> Option<String> {
    const LONGEST: usize = 40;
    if line.len() > LONGEST || !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let without_weekday = line.rsplit_once(' ').map_or(line, |(day, _)| day);
    iso_date(line).or_else(|| iso_date(without_weekday))
}

fn last(articles: &mut [String]) -> &mut String {
    articles.last_mut().expect("it begins with one")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parts(rule: &str, text: &str, wanted: &[(&str, &str, &str)]) {
        let found = Rule::parse(rule).unwrap().split(text);
        let of = |field: &Option<String>| field.clone().unwrap_or_default();
        let found: Vec<_> = found
            .iter()
            .map(|a| (of(&a.source.title), of(&a.source.published), of(&a.source.outlet)))
            .collect();
        let wanted: Vec<_> = wanted
            .iter()
            .map(|(t, p, o)| ((*t).to_owned(), (*p).to_owned(), (*o).to_owned()))
            .collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn the_exports_of_the_press_fall_apart_into_articles() {
        parts(
            "factiva",
            "Le pont ferme\n\nA. Petit\n543 mots\n23 octobre 2024\n10:15\nLe Courrier\nLCOUR\n1\nFrançais\n\n\
             Le pont de Pau ferme.\nDocument de travail à l’appui.\n\nDocument LCOUR00020241023ekan0000x\n\n\
             Il rouvre\n210 mots\n24 octobre 2024\nLe Matin\n\nIl rouvre.\n\nDocument LMAT000020241024\n\nRecherche\n",
            &[
                ("Le pont ferme", "2024-10-23", "Le Courrier"),
                ("Il rouvre", "2024-10-24", "Le Matin"),
            ],
        );
        parts(
            "LexisNexis",
            "The bridge\nThe Daily\n23 October 2024 Wednesday\n\nIt closes.\n\nEnd of Document\n\nIt opens\nThe Daily\nOctober 24, 2024\n\nOpen.\nEnd of Document\n",
            &[("The bridge", "2024-10-23", "The Daily"), ("It opens", "2024-10-24", "The Daily")],
        );
    }

    #[test]
    fn a_rule_can_be_given() {
        let text = "= Un\nA.\n----\n= Deux\nB.\n----\n";
        parts("line:----", text, &[("= Un", "", ""), ("= Deux", "", "")]);
        parts("begin:=", text, &[("= Un", "", ""), ("= Deux", "", "")]);
        parts("end:----", text, &[("= Un", "", ""), ("= Deux", "", "")]);
        parts("end:====", text, &[("= Un", "", "")]);
        for rule in ["", "begin:", "every 3", "half:x"] {
            assert_eq!(Rule::parse(rule), None, "{rule}");
        }
    }
}
