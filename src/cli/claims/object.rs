//! What is found in an article, as the JSON of `claimdesk claims` has it.
//!
//! Types of its own rather than a tree of values: making and writing such a tree took as long as finding
//! the claims.

use serde::{Serialize, Serializer};

use super::Page;
use crate::core::article::{Span, table};
use crate::core::claim::{Claim, Sentence};
use crate::core::fact::{Date, Fact, Kind, Measure, Moment, Part, Quantity};
use crate::core::lang::Language;
use crate::i18n::Lang;

/// An article and what was found in it.
#[derive(Serialize)]
pub(super) struct Object<'a> {
    file: String,
    lang: &'static str,
    not_read: &'static [&'static str],
    sentences: Vec<At<SentenceFields>>,
    claims: Vec<At<ClaimFields>>,
    #[serde(flatten)]
    facts: Facts<'a>,
}

/// Something at a place, in code points of the original.
#[derive(Serialize)]
struct At<T> {
    start: usize,
    end: usize,
    #[serde(flatten)]
    rest: T,
}

#[derive(Serialize)]
struct SentenceFields {
    score: f64,
    /// Where it is another one than that of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'static str>,
}

#[derive(Serialize)]
struct ClaimFields {
    score: f64,
    strength: &'static str,
    shown: bool,
    kinds: Vec<&'static str>,
    reasons: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    features: Option<Vec<(&'static str, f64, f64)>>,
}

/// The facts, a list for each kind.
struct Facts<'a>(&'a Page<'a>);

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Kind::ALL.map(|kind| {
            let facts = self.0.analysis.facts.of(kind);
            (kind.name(), facts.map(|fact| self.0.fact(&fact)).collect::<Vec<_>>())
        }))
    }
}

/// What is known of a fact apart from its place.
#[derive(Serialize)]
#[serde(untagged)]
enum FactFields<'a> {
    Quantity(QuantityFields<'a>),
    Date { from: MomentFields, to: Option<MomentFields>, relative: bool },
    Attribution { source: Option<At<Text<'a>>>, content: Place, denies: bool },
    Quote { speaker: Option<&'a str> },
    Name { key: &'a str, text: &'a str },
    Other { text: &'a str },
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct QuantityFields<'a> {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    vague: bool,
    unit: Option<&'static str>,
    kind: &'static str,
    noun: Option<&'a str>,
    stem: Option<&'a str>,
    per: Option<&'a str>,
    column: Option<&'a str>,
    row: Option<&'a str>,
}

#[derive(Serialize)]
struct MomentFields {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    weekday: Option<u8>,
    hour: Option<u8>,
    minute: Option<u8>,
    part: Option<&'static str>,
}

impl Page<'_> {
    pub(super) fn object(&self, explain: bool) -> Object<'_> {
        Object {
            file: self.path.display().to_string(),
            lang: self.analysis.language.code(),
            not_read: not_read(self.analysis.language),
            sentences: self.analysis.sentences.iter().map(|s| self.sentence(s)).collect(),
            claims: self.analysis.claims.iter().map(|c| self.claim(c, explain)).collect(),
            facts: Facts(self),
        }
    }

    fn at<T>(&self, span: Span, rest: T) -> At<T> {
        let (start, end) = self.doc.to_points(span);
        At { start, end, rest }
    }

    fn sentence(&self, sentence: &Sentence) -> At<SentenceFields> {
        let own = Some(sentence.language).filter(|own| *own != self.analysis.language);
        let lang = own.map(Language::code);
        self.at(sentence.span, SentenceFields { score: rounded(sentence.score), lang })
    }

    fn claim(&self, claim: &Claim, explain: bool) -> At<ClaimFields> {
        let terms = explain.then(|| self.analysis.explain(self.doc.text(), claim.span));
        let fields = ClaimFields {
            score: rounded(claim.score),
            strength: claim.level.strength().name(),
            shown: claim.level <= self.level,
            kinds: claim.kinds.iter().map(|kind| kind.name()).collect(),
            reasons: self.reasons(Lang::En, claim),
            features: terms.map(|terms| {
                terms.iter().map(|t| (t.name, rounded(t.value), rounded(t.weight))).collect()
            }),
        };
        self.at(claim.span, fields)
    }

    fn fact<'a>(&'a self, fact: &Fact<'a>) -> At<FactFields<'a>> {
        let fields = match fact {
            Fact::Quantity(quantity) => FactFields::Quantity(self.quantity(quantity)),
            Fact::Date(Date { from, to, relative, .. }) => FactFields::Date {
                from: moment(from),
                to: to.as_ref().map(moment),
                relative: *relative,
            },
            Fact::Attribution(said) => {
                let (start, end) = self.doc.to_points(said.content);
                FactFields::Attribution {
                    source: said.source.map(|s| self.at(s, Text { text: self.words(s) })),
                    content: Place { start, end },
                    denies: said.denies,
                }
            }
            Fact::Quote(quote) => {
                FactFields::Quote { speaker: quote.speaker.map(|s| self.words(s)) }
            }
            Fact::Name(name) => FactFields::Name { key: &name.key, text: self.words(name.span) },
            other => FactFields::Other { text: self.words(other.span()) },
        };
        self.at(fact.span(), fields)
    }

    fn quantity<'a>(&'a self, quantity: &'a Quantity) -> QuantityFields<'a> {
        let heads = table::heads(self.doc.text(), quantity.span.start);
        QuantityFields {
            value: quantity.value(),
            low: quantity.low,
            high: quantity.high,
            vague: quantity.vague,
            unit: quantity.unit.map(|unit| unit.symbol),
            kind: quantity.unit.map_or("count", |unit| measure(unit.measure)),
            noun: quantity.noun.as_ref().map(|noun| self.words(noun.span)),
            stem: quantity.noun.as_ref().map(|noun| &*noun.stem),
            per: quantity.per.map(|span| self.words(span)),
            column: heads.column.map(|span| self.words(span)),
            row: heads.row.map(|span| self.words(span)),
        }
    }
}

/// What is not looked for, because the words of the language are not known.
fn not_read(language: Language) -> &'static [&'static str] {
    if language.has_pack() {
        return &[];
    }
    &["number words", "dates in words", "sources", "hearsay", "features of words"]
}

fn moment(moment: &Moment) -> MomentFields {
    let Moment { year, month, day, weekday, hour, minute, part, .. } = *moment;
    MomentFields { year, month, day, weekday, hour, minute, part: part.map(Part::name) }
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Share => "share",
        Measure::Points => "points",
        Measure::Rank => "rank",
        Measure::Money => "money",
        Measure::Length => "length",
        Measure::Area => "area",
        Measure::Volume => "volume",
        Measure::Mass => "mass",
        Measure::Duration => "duration",
        Measure::Speed => "speed",
        Measure::Temperature => "temperature",
        Measure::Power => "power",
        Measure::Energy => "energy",
        Measure::Data => "data",
    }
}

/// Four decimals: enough to rank by, and the same on every machine.
fn rounded(x: f32) -> f64 {
    (f64::from(x) * 1e4).round() / 1e4
}
