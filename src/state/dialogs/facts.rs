//! The facts of the open article, by kind.

use std::collections::HashMap;

use super::browse::{self, Row, Tone};
use crate::command::Command;
use crate::core::article::Span;
use crate::core::fact::{Fact, Facts, Kind, Name, NameKind};
use crate::i18n::{Lang, messages as say, slots};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::reader::Target;

/// Lists all facts of the open article.
pub(super) fn open(model: &mut Model) {
    let rows = match (&model.reader.analysis, model.reader.article) {
        (Some(analysis), Some(article)) => fact_rows(model, article, &analysis.facts),
        _ => Vec::new(),
    };
    browse::open(model, Command::Facts, say::FACTS, say::NO_FACTS, Some(rows));
}

fn fact_rows(model: &Model, article: ArticleId, facts: &Facts) -> Vec<Row> {
    let text = model.reader.doc.as_ref().map_or("", |doc| doc.text());
    let lang = model.settings.lang;
    let mut rows = Vec::new();
    for kind in Kind::ALL {
        let Some(head) = slots::facts(kind.name()) else { continue };
        let entries = match kind {
            Kind::Name => names(&facts.names),
            _ => entries(text, facts, kind, lang),
        };
        if entries.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(Row::Blank);
        }
        rows.push(Row::Head(head.to(lang).to_owned(), entries.len().to_string()));
        rows.extend(entries.into_iter().map(|(span, detail)| Row::Entry {
            text: span.of(text).replace('\n', " "),
            detail: detail.replace('\n', " "),
            tone: Tone::Plain,
            target: Some((article, Target::Claim(span.start))),
        }));
    }
    rows
}

/// The facts of a kind, each with what else there is to tell of it.
fn entries(text: &str, facts: &Facts, kind: Kind, lang: Lang) -> Vec<(Span, String)> {
    let entry = |fact: Fact<'_>| match fact {
        Fact::Quantity(quantity) => {
            let words = quantity.span.of(text);
            Some((quantity.span, figure(words, (quantity.low, quantity.high), lang)))
        }
        Fact::Attribution(said) => Some((said.source?, said.content.of(text).to_owned())),
        Fact::Quote(quote) => Some((
            quote.span,
            quote.speaker.map_or_else(String::new, |who| who.of(text).to_owned()),
        )),
        other => Some((other.span(), String::new())),
    };
    facts.of(kind).filter_map(entry).collect()
}

/// Each name once, where it stands first, with how often it is named in all its forms: persons and
/// bodies first. `russe` counts for Russia and is no name of its own.
fn names(names: &[Name]) -> Vec<(Span, String)> {
    let mut all: Vec<(&Name, usize)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for name in names.iter().filter(|name| name.kind != NameKind::People) {
        places.entry(&*name.key).or_insert_with(|| {
            all.push((name, 0));
            all.len() - 1
        });
    }
    for name in names {
        if let Some(place) = places.get(&*name.key) {
            all[*place].1 += 1;
        }
    }
    let rank = |kind: NameKind| match kind {
        NameKind::Person => 0,
        NameKind::Organisation => 1,
        NameKind::State | NameKind::People => 2,
        NameKind::Other => 3,
    };
    all.sort_by_key(|(name, times)| (rank(name.kind), std::cmp::Reverse(*times), name.span.start));
    let times = |times: usize| if times > 1 { format!("× {times}") } else { String::new() };
    all.into_iter().map(|(name, count)| (name.span, times(count))).collect()
}

/// The reading of a figure, where its words do not say the same digits.
fn figure(words: &str, bounds: (Option<f64>, Option<f64>), lang: Lang) -> String {
    let said = |number: f64| lang.grouped(&number.to_string());
    match bounds {
        (Some(low), Some(high)) if low.total_cmp(&high).is_eq() && words.contains(&said(low)) => {
            String::new()
        }
        (Some(low), Some(high)) if (low - high).abs() < f64::EPSILON => said(low),
        (Some(low), Some(high)) => format!("{} – {}", said(low), said(high)),
        (Some(low), None) => format!("≥ {}", said(low)),
        (None, Some(high)) => format!("≤ {}", said(high)),
        (None, None) => String::new(),
    }
}
