//! `claimdesk source`: where an article comes from, told by a person.

use serde_json::{Map, Value, json};

use super::failure::{Failure, system};
use super::output::{self, Format, on_one_line};
use super::{Place, desk};
use crate::app::stamp;
use crate::i18n::{Lang, Message, line as say};
use crate::import::iso_date;
use crate::store::format::Provenance;
use crate::store::source::{SourceError, Why};

/// Show where an article comes from, or say it.
///
/// It is kept beside the article, in `NAME.source.json`. An empty value takes a field away.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
    #[command(flatten)]
    told: Told,
}

/// What a person says of an origin; it wins over what a file says.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Told {
    /// The headline.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The newspaper, agency or site.
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// Who wrote it; several times for several people.
    #[arg(long, value_name = "NAME")]
    author: Vec<String>,
    /// When it was published: `2024-10-23`, or as people write it.
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// When it was last changed.
    #[arg(long, value_name = "DATE")]
    modified: Option<String>,
    /// Its address.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Its language: `fr`, `en-GB`.
    #[arg(long = "language", value_name = "TAG")]
    lang: Option<String>,
    /// A note on it.
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
}

impl Told {
    /// What was told, as it is kept; nothing is written where a part of it makes no sense.
    pub(super) fn checked(&self) -> Result<Checked, Failure> {
        Ok(Checked {
            title: self.title.as_deref().map(text),
            outlet: self.outlet.as_deref().map(text),
            author: self.author.iter().map(|name| text(name)).collect(),
            published: self.published.as_deref().map(date).transpose()?,
            modified: self.modified.as_deref().map(date).transpose()?,
            url: self.url.as_deref().map(address).transpose()?,
            lang: self.lang.as_deref().map(text),
            notes: self.notes.as_deref().map(text),
        })
    }
}

/// A field that is set, or taken away.
type Field = Option<String>;

/// What was told, field by field; what is none was not told.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Checked {
    title: Option<Field>,
    outlet: Option<Field>,
    author: Vec<Field>,
    published: Option<Field>,
    modified: Option<Field>,
    url: Option<Field>,
    lang: Option<Field>,
    notes: Option<Field>,
}

impl Checked {
    fn is_empty(&self) -> bool {
        let Self { title, outlet, author, published, modified, url, lang, notes } = self;
        let fields = [title, outlet, published, modified, url, lang, notes];
        author.is_empty() && fields.into_iter().all(Option::is_none)
    }

    /// Puts it over what is known.
    pub(super) fn put(&self, known: &mut Provenance) {
        let source = &mut known.source;
        let fields = [
            (&self.title, &mut source.title),
            (&self.outlet, &mut source.outlet),
            (&self.published, &mut source.published),
            (&self.modified, &mut source.modified),
            (&self.url, &mut source.url),
            (&self.lang, &mut source.lang),
            (&self.notes, &mut known.notes),
        ];
        for (told, place) in fields {
            if let Some(told) = told {
                place.clone_from(told);
            }
        }
        if !self.author.is_empty() {
            source.author = self.author.iter().flatten().cloned().collect();
        }
        known.settle(|field| self.tells(field));
    }

    /// Whether somebody spoke about a field.
    fn tells(&self, field: &str) -> bool {
        match field {
            "title" => self.title.is_some(),
            "outlet" => self.outlet.is_some(),
            "author" => !self.author.is_empty(),
            "published" => self.published.is_some(),
            "modified" => self.modified.is_some(),
            "url" => self.url.is_some(),
            "lang" => self.lang.is_some(),
            "notes" => self.notes.is_some(),
            _ => false,
        }
    }
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let told = args.told.checked()?;
    let known = if told.is_empty() {
        let (library, _) = desk::library(place)?;
        let name = desk::article(library.desk(), &args.article)?;
        library.desk().provenance(&name)
    } else {
        let (library, _) = desk::library_to_write(place)?;
        let name = desk::article(library.desk(), &args.article)?;
        let changed = library.desk().change_provenance(&name, |known| {
            told.put(known);
            known.updated = Some(stamp().now.to_string());
        });
        desk::wrote(place.lang, library.desk(), library.desk().source_path(&name));
        changed
    };
    let known = known.map_err(|error| Failure::failed(unkept(&error), say::UNKEPT_HINT))?;
    let value: Value = serde_json::from_slice(&known.to_bytes())?;
    match format {
        Format::Text => output::print(&in_lines(place.lang, &value)),
        _ => output::print_value(&value),
    }
}

/// A field a line.
fn in_lines(lang: Lang, value: &Value) -> String {
    let fields = value.as_object().into_iter().flatten().filter(|(name, _)| *name != "format");
    let shown = |value: &Value| match value {
        Value::String(text) => text.clone(),
        // The copy that is kept, or only what git would call it.
        Value::Object(original) if is_original(original) => {
            let named = original.get("file").or_else(|| original.get("blob"));
            named.and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        Value::Array(values) if values.iter().all(Value::is_string) => {
            values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        // What lost, a field each.
        Value::Array(rivals) if rivals.iter().all(Value::is_object) => {
            let fields = rivals.iter().filter_map(Value::as_object).flatten();
            let told = |(name, value): (&String, &Value)| {
                let name = say::known_name(name).map_or(name.as_str(), |name| name.to(lang));
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                say::OF.fill(lang, &[&name, &value])
            };
            fields.map(told).collect::<Vec<_>>().join(", ")
        }
        other => json!(other).to_string(),
    };
    let lines: Vec<_> = fields
        .map(|(name, value)| {
            let name = say::known_name(name).map_or(name.as_str(), |name| name.to(lang));
            format!("{:<10} {}\n", on_one_line(name), on_one_line(&shown(value)))
        })
        .collect();
    if lines.is_empty() { say::NOTHING_KNOWN.to(lang).to_owned() } else { lines.concat() }
}

/// Whether an object says where the original of an article is, and nothing else.
fn is_original(object: &Map<String, Value>) -> bool {
    !object.is_empty()
        && object.iter().all(|(key, value)| value.is_string() && ["file", "blob"].contains(&&**key))
}

fn text(told: &str) -> Field {
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    (!told.is_empty()).then_some(told)
}

fn date(told: &str) -> Result<Field, Failure> {
    let Some(told) = text(told) else { return Ok(None) };
    iso_date(&told)
        .map(Some)
        .ok_or_else(|| Failure::usage(say::NO_DATE.with(&[&told]), say::NO_DATE_HINT))
}

fn address(told: &str) -> Result<Field, Failure> {
    let Some(told) = text(told) else { return Ok(None) };
    let is_web = ["http://", "https://"].iter().any(|scheme| told.starts_with(scheme));
    if is_web && !told.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Ok(Some(told));
    }
    Err(Failure::usage(
        say::NO_ADDRESS.with(&[&told]),
        say::NO_ADDRESS_HINT.with(&[&"http://", &"https://"]),
    ))
}

/// Why what is known of an article is not kept.
pub(super) fn unkept(error: &SourceError) -> Message {
    let why = match &error.why {
        Why::Form(form) => say::AT_LINE.with(&[&form.line, &form.column, &form.what]),
        Why::System(error) => system(error),
    };
    say::OF.with(&[&error.path.display(), &why])
}
