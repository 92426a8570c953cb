//! `claimdesk claims`: what is found in an article, for people and for programs.

use std::fmt::Write as _;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{self, Format, List, on_one_line};
use super::{Place, desk};
use crate::app::parallel;
use crate::core::article::{Document, Span, table};
use crate::core::claim::{self, Analysis, Claim, Level, Sentence};
use crate::core::fact::{Date, Fact, Kind, Measure, Moment, Part, Quantity};
use crate::core::lang::Language;
use crate::desk::document;
use crate::i18n::{Lang, line as say, messages};
use crate::import;

/// Print the checkable claims of articles.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Articles, each by its file or its name on the desk; `-` reads standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print the features and weights behind each score.
    #[arg(long)]
    explain: bool,
}

/// Prints what is found in each file, one after the other where the format allows it.
pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let level = desk::configuration(&place.desk).values.level;
    if format == Format::Text {
        let text = |(): &mut (), path: &PathBuf| {
            Ok(Page::read(path, place, level)?.text(place.lang, args.explain))
        };
        return parallel::in_order(
            &args.files,
            || (),
            text,
            |text: Result<_, Failure>| output::print(&text?),
        );
    }
    let mut list = List::new(format != Format::Json);
    let object =
        |(): &mut (), path: &PathBuf| Ok(Page::read(path, place, level)?.object(args.explain));
    parallel::in_order(
        &args.files,
        || (),
        object,
        |object: Result<_, Failure>| list.push(&object?),
    )?;
    list.end()
}

/// A web page or document is no text yet: its tags would be read as words.
fn refuse_sources(path: &Path) -> Result<(), Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if !path.is_file() || import::Kind::of_name(&name).is_none() {
        return Ok(());
    }
    let shown = output::on_one_line(&path.display().to_string());
    Err(Failure::usage(say::NO_TEXT_YET.with(&[&shown]), say::NO_TEXT_YET_HINT.with(&[&shown])))
}

/// One article and what was found in it.
struct Page<'a> {
    path: &'a Path,
    doc: Document,
    analysis: Analysis,
    /// The level that the configuration sets.
    level: Level,
}

impl<'a> Page<'a> {
    fn read(path: &'a Path, place: &Place, level: Level) -> Result<Self, Failure> {
        let doc = if path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes)?;
            document(bytes)
        } else {
            refuse_sources(path)?;
            desk::file_or_article(place, path)?
        };
        Ok(Self { path, analysis: claim::analyze(doc.text()), doc, level })
    }

    fn words(&self, span: Span) -> &str {
        span.of(self.doc.text())
    }

    /// `{"start", "end"}` in code points of the original, with `rest` added.
    fn at(&self, span: Span, mut rest: Value) -> Value {
        let (start, end) = self.doc.to_points(span);
        let mut object = json!({ "start": start, "end": end });
        if let (Some(object), Some(rest)) = (object.as_object_mut(), rest.as_object_mut()) {
            object.append(rest);
        }
        object
    }

    fn object(&self, explain: bool) -> Value {
        let list = |values: &mut dyn Iterator<Item = Value>| values.collect::<Vec<_>>();
        let mut object = json!({
            "file": self.path.display().to_string(),
            "lang": self.analysis.language.code(),
            "not_read": not_read(self.analysis.language),
            "sentences": list(&mut self.analysis.sentences.iter().map(|s| self.sentence(s))),
            "claims": list(&mut self.analysis.claims.iter().map(|c| self.claim(c, explain))),
        });
        for kind in Kind::ALL {
            let facts = self.analysis.facts.of(kind);
            object[kind.name()] =
                facts.map(|fact| self.at(fact.span(), self.fact(&fact))).collect();
        }
        object
    }

    /// What is known of a fact apart from its place.
    fn fact(&self, fact: &Fact<'_>) -> Value {
        match fact {
            Fact::Quantity(quantity) => self.quantity(quantity),
            Fact::Date(found) => date(found),
            Fact::Attribution(said) => {
                let source = said.source.map(|s| self.at(s, json!({ "text": self.words(s) })));
                let content = self.at(said.content, json!({}));
                json!({ "source": source, "content": content, "denies": said.denies })
            }
            Fact::Quote(quote) => json!({ "speaker": quote.speaker.map(|s| self.words(s)) }),
            Fact::Name(name) => json!({ "key": &*name.key, "text": self.words(name.span) }),
            other => json!({ "text": self.words(other.span()) }),
        }
    }

    /// Its language is given where it is another one than that of the article.
    fn sentence(&self, sentence: &Sentence) -> Value {
        let mut rest = json!({ "score": rounded(sentence.score) });
        if sentence.language != self.analysis.language {
            rest["lang"] = sentence.language.code().into();
        }
        self.at(sentence.span, rest)
    }

    fn claim(&self, claim: &Claim, explain: bool) -> Value {
        let mut rest = json!({
            "score": rounded(claim.score),
            "strength": claim.level.strength().name(),
            "shown": claim.level <= self.level,
            "kinds": claim.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
            "reasons": self.reasons(Lang::En, claim),
        });
        if explain {
            let terms = self.analysis.explain(self.doc.text(), claim.span);
            let terms: Vec<Value> = terms
                .iter()
                .map(|t| json!([t.name, rounded(t.value), rounded(t.weight)]))
                .collect();
            rest["features"] = Value::from(terms);
        }
        self.at(claim.span, rest)
    }

    fn reasons(&self, lang: Lang, claim: &Claim) -> Vec<String> {
        let one = |reason: &claim::Reason| {
            let sign = say::name(reason.sign.name()).to(lang).replace('-', " ");
            match reason.words(self.doc.text()) {
                Some(words) => say::OF.fill(lang, &[&sign, &words]),
                None => sign,
            }
        };
        claim.reasons.iter().map(one).collect()
    }

    fn quantity(&self, quantity: &Quantity) -> Value {
        let heads = table::heads(self.doc.text(), quantity.span.start);
        json!({
            "value": quantity.value(),
            "low": quantity.low,
            "high": quantity.high,
            "vague": quantity.vague,
            "unit": quantity.unit.map(|unit| unit.symbol),
            "kind": quantity.unit.map_or("count", |unit| measure(unit.measure)),
            "noun": quantity.noun.as_ref().map(|noun| self.words(noun.span)),
            "stem": quantity.noun.as_ref().map(|noun| &noun.stem),
            "per": quantity.per.map(|span| self.words(span)),
            "column": heads.column.map(|span| self.words(span)),
            "row": heads.row.map(|span| self.words(span)),
        })
    }

    fn text(&self, lang: Lang, explain: bool) -> String {
        let name = on_one_line(&self.path.display().to_string());
        let language = self.analysis.language;
        let only = match language.has_pack() {
            true => language.code().to_owned(),
            false => messages::FIGURES_ONLY.fill(lang, &[&language.code()]),
        };
        let mut out = format!("{name} ({only})\n");
        for (number, claim) in (1..).zip(&self.analysis.claims) {
            let kinds: Vec<_> =
                claim.kinds.iter().map(|kind| say::name(kind.name()).to(lang)).collect();
            let strength = say::name(claim.level.strength().name()).to(lang);
            let strength = format!("{strength} {}", lang.decimals(&format!("{:.2}", claim.score)));
            let (words, kinds) = (self.words(claim.span), kinds.join(", "));
            let kinds = say::OF.fill(lang, &[&strength, &kinds]);
            let reasons = self.reasons(lang, claim).join(" · ");
            let _ = write!(out, "\n{number:>4}  {words}\n      {kinds}\n      {reasons}\n");
            let terms = explain.then(|| self.analysis.explain(self.doc.text(), claim.span));
            for term in terms.into_iter().flatten() {
                let claim::Term { name, value, weight } = term;
                let _ =
                    writeln!(out, "      {:+.2}  {name} {value:.2} × {weight:+.2}", value * weight);
            }
        }
        out.push('\n');
        out
    }
}

/// What is not looked for, because the words of the language are not known.
fn not_read(language: Language) -> &'static [&'static str] {
    if language.has_pack() {
        return &[];
    }
    &["number words", "dates in words", "sources", "hearsay", "features of words"]
}

fn date(date: &Date) -> Value {
    json!({ "from": moment(&date.from), "to": date.to.as_ref().map(moment), "relative": date.relative })
}

fn moment(moment: &Moment) -> Value {
    json!({
        "year": moment.year, "month": moment.month, "day": moment.day,
        "weekday": moment.weekday, "hour": moment.hour, "minute": moment.minute,
        "part": moment.part.map(Part::name),
    })
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
