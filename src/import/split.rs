//! Many articles in one file, as the databases of the press export them.

use super::{Extracted, iso_date};
use crate::core::article::Source;

/// So many lines of an article are its head.
const HEAD: usize = 14;
/// So many lines of a file are its cover, where that has one.
const COVER: usize = 12;

/// Where one article ends and the next begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// As it was given.
    text: String,
    way: Way,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    /// At lines that begin with these words, which say this of themselves.
    Words(String, Line),
    /// As this database does.
    Export(Export),
}

/// The databases whose exports are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Export {
    Factiva,
    LexisNexis,
    Europresse,
}

const EXPORTS: [(&str, Export); 3] = [
    ("factiva", Export::Factiva),
    ("lexisnexis", Export::LexisNexis),
    ("europresse", Export::Europresse),
];

/// What a line says of where articles begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// Nothing.
    Text,
    /// The first of an article.
    First,
    /// One of the last of an article.
    Last,
    /// It stands between two and belongs to none.
    Between,
}

impl Rule {
    /// A rule by its name, or as `begin:WORDS`, `end:WORDS` or `line:WORDS`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let known = EXPORTS.iter().find(|(name, _)| text.eq_ignore_ascii_case(name));
        if let Some(&(name, export)) = known {
            return Some(Self { text: name.to_owned(), way: Way::Export(export) });
        }
        let (how, mark) = text.split_once(':')?;
        let line = match how {
            "begin" => Line::First,
            "end" => Line::Last,
            "line" => Line::Between,
            _ => return None,
        };
        let mark = mark.trim();
        let way = Way::Words(mark.to_owned(), line);
        (!mark.is_empty()).then(|| Self { text: text.to_owned(), way })
    }

    /// The rule as it was given, for what is told of an article's origin.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The articles of a text; the whole where no line parts it.
    pub fn split(&self, text: &str) -> Vec<Extracted> {
        let text = self.without_cover(text);
        let mut articles = vec![String::new()];
        // Whether the next line of text begins an article.
        let mut is_over = false;
        for line in text.split_inclusive('\n') {
            let said = self.line(line.trim());
            let goes_on = line.trim().is_empty() || said == Line::Last;
            if said == Line::First || is_over && !goes_on && said == Line::Text {
                articles.push(String::new());
            }
            is_over = matches!(said, Line::Last | Line::Between) || is_over && goes_on;
            if let Some(last) = articles.last_mut().filter(|_| said != Line::Between) {
                last.push_str(line);
            }
        }
        let whole = articles.iter().map(|text| text.trim_matches(['\n', '\r', '\u{c}']));
        // What follows the last end is a list of what was searched, or nothing.
        let told = whole.filter(|text| text.lines().filter(|l| !l.trim().is_empty()).count() > 1);
        told.map(|text| self.article(text)).collect()
    }

    fn line(&self, line: &str) -> Line {
        match &self.way {
            Way::Words(mark, said) if line.starts_with(mark) => *said,
            Way::Export(export) => export.line(line),
            Way::Words(..) => Line::Text,
        }
    }

    /// Without the page that says what was searched, and lists what was found.
    fn without_cover<'a>(&self, text: &'a str) -> &'a str {
        if self.way != Way::Export(Export::LexisNexis) {
            return text;
        }
        let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
            let here = *at;
            *at += line.len();
            Some((here, line.trim()))
        });
        if let Some((at, _)) = lines.clone().find(|(_, line)| is_number_of_all(line)) {
            return &text[at..];
        }
        let is_count = |line: &str| line.starts_with("Document") && line.ends_with(')');
        let listed = lines.by_ref().filter(|(_, line)| !line.is_empty()).take(COVER);
        if listed.filter(|(_, line)| is_count(line)).count() == 0 {
            return text;
        }
        // The first in the list is the first behind it.
        let mut lines = text.split_inclusive('\n').map(str::trim);
        let Some(title) = lines.find_map(|line| line.strip_prefix("1. ")) else { return text };
        let place = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
        lines.find(|line| *line == title.trim()).map_or(text, |line| &text[place(line)..])
    }

    fn article(&self, text: &str) -> Extracted {
        let head: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD).collect();
        let (source, text) = match &self.way {
            Way::Export(Export::Factiva) if is_tagged(&head) => tagged(text),
            Way::Export(export) => (export.source(&head), text.to_owned()),
            Way::Words(..) => (dated(&head), text.to_owned()),
        };
        let text = format!("{}\n", text.trim_end());
        Extracted { text, source, ..Extracted::default() }
    }
}

impl Export {
    fn line(self, line: &str) -> Line {
        let begins = |marks: &[&str]| marks.iter().any(|mark| line.starts_with(mark));
        match self {
            // Others may begin a sentence with this word.
            Self::Factiva => {
                let number = ["Document ", "Dokument ", "Documento "]
                    .into_iter()
                    .find_map(|mark| without_tag(line).strip_prefix(mark));
                let is_number = |text: &str| {
                    !text.contains(char::is_whitespace)
                        && text.contains(|c: char| c.is_ascii_digit())
                };
                if number.is_some_and(|text| is_number(text.trim())) {
                    Line::Last
                } else {
                    Line::Text
                }
            }
            Self::LexisNexis if is_number_of_all(line) => Line::Between,
            Self::LexisNexis if begins(&["End of Document"]) => Line::Last,
            Self::Europresse if begins(FOOT) => Line::Last,
            Self::LexisNexis | Self::Europresse => Line::Text,
        }
    }

    /// What the head of an article says of its origin.
    fn source(self, head: &[&str]) -> Source {
        // Where the title comes first, it may tell a day, too.
        let words = if self == Self::Factiva { 3 } else { usize::MAX };
        let is_day = |line: &&str| line.split_whitespace().count() <= words && date(line).is_some();
        let day = head.iter().position(is_day);
        let before = || Some(*head.get(day?.checked_sub(1)?)?);
        let behind = || day.map_or(&[][..], |at| &head[at + 1..]);
        let has_letters = |line: &&&str| line.chars().any(char::is_alphabetic);
        let (title, outlet) = match self {
            // An hour may stand between.
            Self::Factiva => (head.first().copied(), behind().iter().find(has_letters).copied()),
            Self::LexisNexis => (lexis_title(head, behind()), before()),
            // A section may stand between, in capitals.
            Self::Europresse => {
                let is_section = |line: &&&str| line.chars().any(char::is_lowercase);
                let title = behind().iter().find(is_section).or_else(|| head.first());
                (title.copied(), before())
            }
        };
        Source {
            title: title.map(str::to_owned),
            outlet: outlet.map(str::to_owned),
            published: day.and_then(|at| date(head[at])),
            ..Source::default()
        }
    }
}

/// How lines at the foot of an article of Europresse begin.
const FOOT: &[&str] = &[
    "Numéro de document",
    "Document number",
    "news·",
    "pub·",
    "Certificat émis",
    "Certificate issued",
    "Ce certificat",
    "This certificate",
    "Date d'émission",
    "Date d’émission",
    "Issue date",
    "Le présent document est protégé",
    "This material is protected",
];

/// What any head says: its first line, and the day.
fn dated(head: &[&str]) -> Source {
    Source {
        title: head.first().map(|line| (*line).to_owned()),
        published: head.iter().find_map(|line| date(line)),
        ..Source::default()
    }
}

/// The title of an article of this database: as it says itself, or behind the day where the outlet
/// stands first, else its first line.
fn lexis_title<'a>(head: &[&'a str], behind: &[&'a str]) -> Option<&'a str> {
    let named = head.iter().find_map(|line| {
        let (name, title) = line.split_once(':')?;
        matches!(name, "HEADLINE" | "TITRE" | "TITEL").then_some(title.trim())
    });
    let is_field = |line: &&&str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        !name.is_empty() && !name.contains(char::is_lowercase) || line.ends_with("Edition")
    };
    // Of the newer form the title is the first line, the outlet the second.
    let is_newer = head.len() - behind.len() == 3;
    let behind = behind.iter().find(|line| !is_field(line)).filter(|_| !is_newer);
    named.or(behind.copied()).or_else(|| head.first().copied())
}

/// `12 of 161 DOCUMENTS`, `Dokument 1 von 10`.
fn is_number_of_all(line: &str) -> bool {
    let words: Vec<_> = line.split_whitespace().collect();
    let numbers = words.iter().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let names = ["document", "dokument"];
    let named = words.iter().any(|word| names.iter().any(|n| word.to_lowercase().starts_with(n)));
    words.len() == 4 && numbers.count() == 2 && named
}

/// The fields of an article of Factiva that are no text, and those that are.
const ASIDE: &[&str] = &[
    "AN", "CLM", "CO", "CR", "CT", "CX", "CY", "DE", "ED", "ET", "FDS", "GC", "IN", "IPC", "IPD",
    "LA", "NGC", "NS", "PD", "PG", "PUB", "RE", "RF", "RIC", "RST", "SC", "SE", "SN", "VOL", "WC",
];
const WORDS: &[&str] = &["HD", "BY", "LP", "TD", "ART"];

/// The field that a line of Factiva begins with, and what it says.
fn field(line: &str) -> Option<(&str, &str)> {
    let (tag, said) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let known = ASIDE.contains(&tag) || WORDS.contains(&tag);
    known.then(|| (tag, said.trim()))
}

fn without_tag(line: &str) -> &str {
    field(line).map_or(line, |(_, said)| said)
}

/// Whether the fields of an article are named, as with Factiva's indexing.
fn is_tagged(head: &[&str]) -> bool {
    let tags: Vec<_> = head.iter().filter_map(|line| field(line)).map(|(tag, _)| tag).collect();
    tags.contains(&"HD") && (tags.contains(&"PD") || tags.contains(&"LP"))
}

/// An article whose fields are named: where it comes from, and its text without what is no text.
fn tagged(text: &str) -> (Source, String) {
    let (mut source, mut words, mut at) = (Source::default(), String::new(), "");
    for line in text.lines() {
        let (tag, said) = field(line.trim()).unwrap_or(("", line.trim()));
        at = if tag.is_empty() { at } else { tag };
        // The first line of a field may stand below its name.
        let first = |known: &mut Option<String>| {
            if known.is_none() && !said.is_empty() {
                *known = Some(said.to_owned());
            }
        };
        match at {
            "HD" => first(&mut source.title),
            "SN" => first(&mut source.outlet),
            "PD" if source.published.is_none() => source.published = date(said),
            "BY" if !said.is_empty() => source.author.push(said.to_owned()),
            _ => {}
        }
        if WORDS.contains(&at) {
            // Fields are paragraphs of their own.
            words.push_str(if tag.is_empty() || words.is_empty() { "" } else { "\n" });
            if !said.is_empty() {
                words.extend([said, "\n"]);
            }
        }
    }
    (source, words)
}

/// The day that a line of a head tells, with the day of the week, the section or the page beside it.
fn date(line: &str) -> Option<String> {
    const LONGEST: usize = 60;
    let may_be = line.len() <= LONGEST && line.contains(|c: char| c.is_ascii_digit());
    iso_date(line).filter(|_| may_be)
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

    /// In the shape of exports as they are: a cover, articles numbered, fields at their feet.
    #[test]
    fn lexisnexis_numbers_its_articles_behind_a_cover() {
        let text = "\u{c}\n\nDownload Request: All Documents: 1-2\nTime Of Request: Saturday, July 11, 2015  22:32:52 EST\n\n\n\
             \x20                              1 of 2 DOCUMENTS\n\n\n     Copyright 2015 Post Company, LLC\n\
             \x20                             All Rights Reserved\n\n                              The Post\n\n\
             \x20                            July 1, 2015 Wednesday\n                                 Met 2 Edition\n\n\
             SECTION: A-SECTION; Pg. A01\n\nLENGTH: 3362 words\n\nHEADLINE: The bridge closes\n\nBYLINE: A. Small\n\n\
             BODY:\n\nThe bridge closed on May 3, 2015.\n\nLOAD-DATE: July 1, 2015\n\nLANGUAGE: ENGLISH\n\n\n\
             \x20                              2 of 2 DOCUMENTS\n\n\n                              Some Paper\n\n\
             \x20                         12 April 2013 Tuesday\n\nIt opens again\n\nRUBRIQUE: INTERNATIONAL; Pg. 35\n\n\
             It opens.\n";
        parts(
            "lexisnexis",
            text,
            &[
                ("The bridge closes", "2015-07-01", "The Post"),
                ("It opens again", "2013-04-12", "Some Paper"),
            ],
        );
        let articles = Rule::parse("lexisnexis").unwrap().split(text);
        assert!(!articles.iter().any(|article| article.text.contains("DOCUMENTS")));
    }

    #[test]
    fn lexisnexis_lists_its_articles_before_them() {
        parts(
            "lexisnexis",
            "User Name: x\nDate and Time: Friday, 20 March 2020\nJob Number: 1\nDocuments (2)\n1. The bridge closes\n\
             Client/Matter: -None-\nSearch Terms: bridge\n2. It opens\nClient/Matter: -None-\n\n\
             The bridge closes\nThe Daily\n23 October 2024 Wednesday\n\nCopyright 2024\nLength: 20 words\nBody\nIt closes.\n\
             End of Document\n\nIt opens\nThe Daily\nOctober 24, 2024 Thursday\n\nOpen.\nEnd of Document\n",
            &[
                ("The bridge closes", "2024-10-23", "The Daily"),
                ("It opens", "2024-10-24", "The Daily"),
            ],
        );
    }

    #[test]
    fn factiva_may_name_its_fields() {
        let text = "HD\u{a0}Le pont ferme le 3 mai 2024\nWC 295 mots\nPD 29 décembre 2011\nET 15:32\nSN Le Courrier\n\
            SC COURFR\nLA Français\nLP\nLe pont de Pau ferme.\nIl mesure 212 mètres.\nTD Il rouvrira.\n\n\
            NS gpol : Politics | gvote\n: Elections\nAN Document COURFR0020111229e7ct0015j\n\n\
            HD Il rouvre\nPD 30 décembre 2011\nSN Le Matin\nLP Il rouvre.\nAN Document MATFR0020111230e7ct0\n";
        parts(
            "factiva",
            text,
            &[
                ("Le pont ferme le 3 mai 2024", "2011-12-29", "Le Courrier"),
                ("Il rouvre", "2011-12-30", "Le Matin"),
            ],
        );
        let articles = Rule::parse("factiva").unwrap().split(text);
        assert_eq!(
            articles[0].text,
            "Le pont ferme le 3 mai 2024\n\nLe pont de Pau ferme.\nIl mesure 212 mètres.\n\nIl rouvrira.\n"
        );
    }

    #[test]
    fn europresse_ends_an_article_with_its_number_and_a_certificate() {
        let foot = "\n© 2006 Le Soir. Tous droits réservés.\n\nNuméro de document : news·20060315·LM·0q15\n\n\
             Ce certificat est émis à des fins de visualisation.\n\nDate d'émission : 2015-07-04\n\n\
             Le présent document est protégé par les lois.\n\n";
        let text = format!(
            "Le Soir\n\nCommunication, mardi 14 mars 2006, p. 16\n\nMEDIAS\n\nLe pont ferme\n\nA. Petit\n\nIl ferme.\n{foot}\
             Le Matin\n\nmercredi 15 mars 2006\n\nIl rouvre\n\nOui.\n{foot}"
        );
        parts(
            "europresse",
            &text,
            &[("Le pont ferme", "2006-03-14", "Le Soir"), ("Il rouvre", "2006-03-15", "Le Matin")],
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
