//! Many articles in one file, as the databases of the press export them.

mod europresse;
mod factiva;
mod head;
mod lexisnexis;
mod line;

use self::head::Head;
use self::line::Line;
use super::Extracted;
use crate::core::article::Source;

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
        let text = match self.way {
            Way::Export(export) => export.without_cover(text),
            Way::Words(..) => text,
        };
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

    fn article(&self, text: &str) -> Extracted {
        let (source, text) = match &self.way {
            Way::Export(export) => export.article(&export.without_end(text)),
            Way::Words(..) => {
                let head = Head::of(text);
                (head.source(head.first(), None), text.to_owned())
            }
        };
        let text = format!("{}\n", text.trim_end());
        Extracted { text, source, ..Extracted::default() }
    }
}

impl Export {
    fn line(self, line: &str) -> Line {
        match self {
            Self::Factiva => factiva::line(line),
            Self::LexisNexis => lexisnexis::line(line),
            Self::Europresse => europresse::line(line),
        }
    }

    /// The text without what stands before its articles.
    fn without_cover(self, text: &str) -> &str {
        match self {
            Self::LexisNexis => lexisnexis::without_cover(text),
            Self::Factiva | Self::Europresse => text,
        }
    }

    /// An article without the line that ends it. What ends one of Europresse may be a sentence of its text.
    fn without_end(self, text: &str) -> String {
        let is_end = |said: &str| self != Self::Europresse && self.line(said.trim()) == Line::Last;
        text.split_inclusive('\n').filter(|said| !is_end(said)).collect()
    }

    /// Where an article comes from, and its text.
    fn article(self, text: &str) -> (Source, String) {
        match self {
            Self::Factiva => factiva::article(text),
            Self::LexisNexis => (lexisnexis::source(&Head::of(text)), text.to_owned()),
            Self::Europresse => (europresse::source(&Head::of(text)), text.to_owned()),
        }
    }
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
    fn the_line_that_ends_an_article_is_no_text() {
        for (rule, text) in [
            ("factiva", "It closes\nDocument of the day.\n\nDocument LDAIL00020241023ekan0\n"),
            (
                "factiva",
                "HD It closes\nPD 3 May 2024\nLP Document of the day.\n\nDocument LDAIL00020241023ekan0\n",
            ),
            ("lexisnexis", "It closes\nDocument of the day.\n\nEnd of Document\n"),
        ] {
            let articles = Rule::parse(rule).unwrap().split(text);
            assert_eq!(articles.len(), 1);
            assert!(articles[0].text.ends_with("Document of the day.\n"), "{}", articles[0].text);
        }
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
