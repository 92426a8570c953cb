//! A filter of claims, written as a line: `open kind:quantity verdict:disputed -tag:war word`.
//!
//! Everything must hold, but the values of one key are alternatives; `-` turns
//! a word round; what is no known word is searched for in the claim, its note
//! and the article's title. Words are known in English and French alike.

use super::anchor::fold::Fold;
use super::annotation::{Annotation, Label, Notebook, VerdictId};
use super::article::{Document, Source};
use super::claim::{Analysis, Kind};
use super::review::Item;
use super::review::team::{self, NOBODY, Team};
use super::search::Needle;

/// A filter, ready to use.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    terms: Vec<Term>,
    /// What was written like a known word but is none.
    pub unknown: Vec<String>,
    /// Whether what others decided counts only where one has decided oneself.
    pub blind: bool,
}

#[derive(Clone, Debug)]
struct Term {
    not: bool,
    test: Test,
}

#[derive(Clone, Debug)]
enum Test {
    State(State),
    Verdict(VerdictId),
    Kind(Kind),
    /// A tag, folded.
    Tag(String),
    /// A part of an annotator's name, folded.
    By(String),
    /// A part of an outlet's name, folded.
    Outlet(String),
    /// The beginning of a day, month or year: `2024-10`.
    Published(String),
    Words(Box<Needle>),
}

/// States of a claim that have a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A decision is due.
    Open,
    /// A verdict is in force.
    Decided,
    /// The verdict's words changed, fit several places, or are gone.
    Stale,
    /// It has a note.
    Noted,
    /// One's own annotation, with or without verdict.
    Own,
    /// People disagree on it.
    Disagreed,
}

/// What stands before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A verdict by name.
    Verdict,
    /// What kind of claim it is.
    Kind,
    /// A tag of one's own.
    Tag,
    /// Who annotated these words.
    By,
    /// Who published the article.
    Outlet,
    /// When it was published.
    Published,
}

/// The words for states, in English and French.
pub const STATES: [(State, &str, &str); 6] = [
    (State::Open, "open", "ouverte"),
    (State::Decided, "decided", "traitée"),
    (State::Stale, "stale", "périmée"),
    (State::Noted, "noted", "notée"),
    (State::Own, "own", "mienne"),
    (State::Disagreed, "disagreed", "désaccord"),
];

/// The keys, in English and French.
pub const KEYS: [(Key, &str, &str); 6] = [
    (Key::Kind, "kind", "type"),
    (Key::Verdict, "verdict", "verdict"),
    (Key::Tag, "tag", "tag"),
    (Key::By, "by", "par"),
    (Key::Outlet, "outlet", "média"),
    (Key::Published, "published", "paru"),
];

/// The words for kinds, in English and French.
pub const KINDS: [(Kind, &str, &str); 7] = [
    (Kind::Quantity, "quantity", "chiffre"),
    (Kind::Date, "date", "date"),
    (Kind::Attribution, "attribution", "propos"),
    (Kind::Quote, "quote", "citation"),
    (Kind::Event, "event", "événement"),
    (Kind::Comparison, "comparison", "comparaison"),
    (Kind::Denial, "denial", "démenti"),
];

/// Other words for them, which nothing offers.
const ALSO: [(Kind, &str, &str); 2] =
    [(Kind::Quantity, "figure", "quantité"), (Kind::Quantity, "number", "nombre")];

/// The article on whose claims a filter is used.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Its text.
    pub doc: &'a Document,
    /// What was found in it.
    pub analysis: &'a Analysis,
    /// Its title.
    pub title: &'a str,
    /// Who published it, and when.
    pub source: &'a Source,
    /// One's own notebook.
    pub own: &'a Notebook,
    /// What teammates decided.
    pub team: &'a Team,
}

impl Filter {
    /// Reads a line. What it does not understand it names and leaves out.
    pub fn parse(line: &str, labels: &[Label]) -> Self {
        let mut filter = Self::default();
        for word in words(line) {
            let (not, rest) = match word.text.strip_prefix('-') {
                Some(rest) if !rest.is_empty() && !word.quoted => (true, rest),
                _ => (false, word.text.as_str()),
            };
            match test(rest, word.quoted, labels) {
                Some(test) => filter.terms.push(Term { not, test }),
                None => filter.unknown.push(word.text),
            }
        }
        filter
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The claims it lets through.
    pub fn sift(&self, items: Vec<Item>, ground: Ground<'_>) -> Vec<Item> {
        if self.is_empty() {
            return items;
        }
        items.into_iter().filter(|item| self.admits(item, ground)).collect()
    }

    fn admits(&self, item: &Item, ground: Ground<'_>) -> bool {
        // Per key: whether one of its values holds, where it has any.
        let hidden = self.blind && item.verdict().is_none();
        let ground = Ground { team: if hidden { &NOBODY } else { ground.team }, ..ground };
        let mut keyed = [None::<bool>; KEYS.len()];
        for term in &self.terms {
            let holds = term.test.holds(item, ground);
            match term.test.key().filter(|_| !term.not) {
                Some(key) => {
                    let any = &mut keyed[key as usize];
                    *any = Some(any.unwrap_or(false) || holds);
                }
                None if holds == term.not => return false,
                None => {}
            }
        }
        keyed.iter().all(|any| *any != Some(false))
    }
}

impl Test {
    const fn key(&self) -> Option<Key> {
        match self {
            Self::Verdict(_) => Some(Key::Verdict),
            Self::Kind(_) => Some(Key::Kind),
            Self::Tag(_) => Some(Key::Tag),
            Self::By(_) => Some(Key::By),
            Self::Outlet(_) => Some(Key::Outlet),
            Self::Published(_) => Some(Key::Published),
            Self::State(_) | Self::Words(_) => None,
        }
    }

    fn holds(&self, item: &Item, ground: Ground<'_>) -> bool {
        let own = || -> Option<&Annotation> { ground.own.annotations.get(item.own()?) };
        match self {
            Self::State(State::Open) => item.is_open(),
            Self::State(State::Decided) => !item.is_open(),
            Self::State(State::Stale) => !item.standing().is_in_force(),
            Self::State(State::Noted) => own().is_some_and(|a| !a.note.is_empty()),
            Self::State(State::Own) => item.own().is_some(),
            Self::State(State::Disagreed) => team::dispute(ground.doc, item, ground.team).is_some(),
            Self::Verdict(verdict) => item.verdict() == Some(verdict),
            Self::Kind(kind) => item
                .detected
                .and_then(|id| ground.analysis.claim(id))
                .is_some_and(|claim| claim.kinds.contains(kind)),
            Self::Tag(tag) => own().is_some_and(|a| a.tags.iter().any(|t| Fold::of(t) == *tag)),
            Self::By(name) => {
                let is_it = |who: &str| Fold::of(who).contains(name);
                item.own().is_some() && is_it(&ground.own.annotator)
                    || ground.team.on(item.span).any(|theirs| is_it(&theirs.annotator))
            }
            Self::Outlet(name) => {
                let outlet = ground.source.outlet.as_deref();
                outlet.is_some_and(|outlet| joined(outlet).contains(name))
            }
            Self::Published(day) => {
                ground.source.day().is_some_and(|published| published.starts_with(day))
            }
            Self::Words(needle) => {
                let found = |text: &str| needle.find(text).next().is_some();
                found(item.span.of(ground.doc.text()))
                    || own().is_some_and(|a| found(&a.note))
                    || found(ground.title)
            }
        }
    }
}

struct Word {
    text: String,
    quoted: bool,
}

/// The words of a line; what stands in quotation marks is one word.
fn words(line: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut open = false;
    let mut begun = false;
    for c in line.chars() {
        if matches!(c, '"' | '«' | '»' | '“' | '”') {
            open = !open && c != '»' && c != '”';
            if open && !begun {
                out.push(Word { text: String::new(), quoted: true });
                begun = true;
            }
        } else if c.is_whitespace() && !open {
            begun = false;
        } else {
            if !begun {
                out.push(Word { text: String::new(), quoted: false });
                begun = true;
            }
            if let Some(word) = out.last_mut() {
                word.text.push(c);
            }
        }
    }
    out.retain(|word| !word.text.trim().is_empty());
    out
}

fn test(word: &str, quoted: bool, labels: &[Label]) -> Option<Test> {
    if quoted {
        return Needle::new(word).map(|needle| Test::Words(Box::new(needle)));
    }
    if let Some((key, value)) = word.split_once(':') {
        let key = named(&KEYS, key)?;
        let value = Fold::of(value.trim());
        return match key {
            _ if value.is_empty() => None,
            Key::Kind => named(&KINDS, &value).or_else(|| named(&ALSO, &value)).map(Test::Kind),
            Key::Verdict => {
                labels.iter().find(|l| is_named(l, &value)).map(|l| Test::Verdict(l.id.clone()))
            }
            Key::Tag => Some(Test::Tag(value)),
            Key::By => Some(Test::By(value)),
            Key::Outlet => Some(Test::Outlet(joined(&value))),
            Key::Published => Some(Test::Published(value)),
        };
    }
    match named(&STATES, word) {
        Some(state) => Some(Test::State(state)),
        None => Needle::new(word).map(|needle| Test::Words(Box::new(needle))),
    }
}

fn named<T: Copy>(table: &[(T, &str, &str)], word: &str) -> Option<T> {
    let word = Fold::of(word);
    let found = table.iter().find(|(_, en, fr)| *en == word || Fold::of(fr) == word);
    found.map(|(value, ..)| *value)
}

fn is_named(label: &Label, value: &str) -> bool {
    [&label.id.0, &label.en, &label.fr].iter().any(|name| joined(name) == value)
}

/// A name as it is compared: folded, its words joined.
fn joined(name: &str) -> String {
    Fold::of(name).replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::annotation::{AnnotationId, Book};
    use crate::core::article::Span;
    use crate::core::claim::Level;
    use crate::core::claim::analyze;
    use crate::core::review::{Decisions, Found, Review};
    use jiff::Timestamp;
    use std::sync::Arc;

    const TEXT: &str = "En juin 2024, 12 000 soldats sont partis.\nSelon Séoul, 300 chars ont été détruits à Koursk.\nLe riz est cher.\n";

    /// The words let through, of three claims: disputed with a tag, open, a note of one's own.
    fn sift(line: &str) -> Vec<&'static str> {
        let doc = Document::new(TEXT.as_bytes().to_vec());
        let analysis = analyze(TEXT);
        let mut own = Notebook { annotator: "Zoé Martin".into(), ..Notebook::default() };
        let mut team = Notebook { annotator: "Paul".into(), ..Notebook::default() };
        let annotation = |words: &str| {
            let at = TEXT.find(words).unwrap();
            let span = Span::new(at, at + words.len());
            Annotation::new(crate::core::anchor::select(TEXT, span, None), Timestamp::UNIX_EPOCH)
        };
        let mut first = annotation("En juin 2024, 12 000 soldats sont partis");
        first.verdict = Some(VerdictId("disputed".into()));
        first.tags = vec!["Armée".into()];
        let mut last = annotation("Le riz est cher");
        last.note = "prix du blé".into();
        own.annotations.insert(AnnotationId("a".into()), first);
        own.annotations.insert(AnnotationId("b".into()), last);
        team.annotations.insert(AnnotationId("c".into()), annotation("300 chars"));
        let decisions = Decisions::of(
            &doc,
            &own,
            &[Book { folder: "bob".into(), notebook: Arc::new(team) }],
            &Found::new(),
        );
        let Review { items, team, .. } = Review::of(&doc, &analysis, decisions, Level::default());
        let source = Source {
            outlet: Some("Le Monde".to_owned()),
            published: Some("2024-10-23T08:30:00Z".to_owned()),
            ..Source::default()
        };
        let ground = Ground {
            doc: &doc,
            analysis: &analysis,
            title: "Titre",
            source: &source,
            own: &own,
            team: &team,
        };
        let filter = Filter::parse(line, &Label::defaults());
        let kept = filter.sift(items, ground);
        kept.iter().map(|item| item.span.of(TEXT).split(' ').next().unwrap()).collect()
    }

    #[test]
    fn words_are_combined() {
        for (line, want) in [
            ("", &["En", "Selon", "Le"][..]),
            ("open", &["Selon", "Le"]),
            ("ouverte", &["Selon", "Le"]),
            ("decided", &["En"]),
            ("-open", &["En"]),
            ("traitee kind:quantity", &["En"]),
            ("kind:quantity", &["En", "Selon"]),
            ("kind:figure", &["En", "Selon"]),
            ("type:quantité", &["En", "Selon"]),
            ("type:chiffre -verdict:contesté", &["Selon"]),
            ("verdict:disputed verdict:corroborated", &["En"]),
            ("verdict:corroborated", &[]),
            ("tag:armee", &["En"]),
            ("by:zoe", &["En", "Le"]),
            ("by:paul", &["Selon"]),
            ("by:paul by:zoé own", &["En", "Le"]),
            ("noted", &["Le"]),
            ("seoul", &["Selon"]),
            ("ble", &["Le"]),
            ("titre open", &["Selon", "Le"]),
            ("\"12 000 soldats\"", &["En"]),
            ("Seoul koursk", &["Selon"]),
            ("-soldats -riz", &["Selon"]),
            ("kind:nonsense", &["En", "Selon", "Le"]),
            ("outlet:le-monde published:2024-10 decided", &["En"]),
            ("média:monde paru:2023 paru:2024 decided", &["En"]),
            ("-outlet:monde", &[]),
            ("published:2024-11", &[]),
        ] {
            assert_eq!(sift(line), want, "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let filter = Filter::parse("open colour:red -kind:nothing verdict: \"a:b\"", &[]);
        assert_eq!(filter.unknown, ["colour:red", "-kind:nothing", "verdict:"]);
    }
}
