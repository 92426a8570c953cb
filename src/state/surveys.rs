//! What the lists list: the facts of an article, the differences of the desk,
//! the verdicts that need a look.

use super::browse::{self, Row, Tone};
use super::desk::ArticleId;
use super::model::Model;
use super::signal::Effect;
use crate::core::annotation::{Label, VerdictId};
use crate::core::article::Span;
use crate::core::crosscheck::FactKind;
use crate::core::fact::Facts;
use crate::core::review::Standing;
use crate::i18n::{Text, messages as say};

/// The facts on which the articles of a desk differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divergences {
    /// The surest first.
    pub list: Vec<Divergence>,
    /// Whether these are all.
    pub complete: bool,
}

/// One fact on which articles differ, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// What kind of fact it is.
    pub kind: FactKind,
    /// The values and who gives them, that of the most claims first.
    pub values: Vec<Vec<Voice>>,
    /// How many claims give these or other values and are not listed.
    pub more: usize,
}

/// A claim that gives a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The article.
    pub article: ArticleId,
    /// First byte of the claim.
    pub at: usize,
    /// The words of the value.
    pub value: String,
    /// Whom the claim names as its source.
    pub source: Option<String>,
    /// The person's own verdict on the claim.
    pub verdict: Option<VerdictId>,
}

impl Divergence {
    fn open(&self) -> usize {
        self.values.iter().flatten().filter(|voice| voice.verdict.is_none()).count()
    }
}

/// Asks for the differences of the desk.
pub(super) fn differences(model: &mut Model) -> Vec<Effect> {
    browse::open(model, say::DIFFERENCES, say::NO_DIFFERENCES, None);
    vec![Effect::Diverge]
}

/// Shows the differences: what is most open first.
pub(super) fn diverging(model: &mut Model, mut found: Divergences) {
    found.list.sort_by_key(|d| std::cmp::Reverse(d.open()));
    let mut rows = Vec::new();
    if !found.complete {
        let note = say::NOT_ALL_COMPARED.to(model.settings.lang);
        rows.push(Row::Head(note.to_owned(), String::new()));
    }
    for one in &found.list {
        if !rows.is_empty() {
            rows.push(Row::Blank);
        }
        rows.extend(divergence(model, one));
    }
    if let Some(browse) = browse::shown(model).filter(|shown| shown.title == say::DIFFERENCES) {
        browse.fill(rows);
    }
}

fn divergence(model: &Model, one: &Divergence) -> Vec<Row> {
    let lang = model.settings.lang;
    let all: usize = one.values.iter().map(Vec::len).sum();
    let values: Vec<_> =
        one.values.iter().filter_map(|voices| voices.first()).map(|v| v.value.as_str()).collect();
    let head = say::REASON.fill(lang, &[&kind(one.kind).to(lang), &values.join(" / ")]);
    let mut rows = vec![Row::Head(head, say::OPEN_OF.fill(lang, &[&one.open(), &all]))];
    for voice in one.values.iter().flatten() {
        let mut detail = title(model, voice.article);
        if let Some(source) = &voice.source {
            detail = format!("{detail} · {}", say::ACCORDING_TO.fill(lang, &[source]));
        }
        let sign = voice.verdict.as_ref().map_or("○".into(), |v| sign(model, v));
        rows.push(Row::Entry {
            text: format!("{sign} {}", voice.value),
            detail,
            tone: Tone::Plain,
            target: Some((voice.article, voice.at)),
        });
    }
    if one.more > 0 {
        let detail = say::MORE_CLAIMS.fill(lang, &[&one.more]);
        rows.push(Row::Entry { text: String::new(), detail, tone: Tone::Dim, target: None });
    }
    rows
}

/// A verdict's sign, also where the desk does not know it.
pub(super) fn sign(model: &Model, verdict: &VerdictId) -> String {
    let ascii = model.settings.look.ascii;
    let sign = |label: &Label| if ascii { label.ascii } else { label.symbol };
    model.settings.label(verdict).map_or('*', sign).to_string()
}

/// What an article is known by.
pub(super) fn title(model: &Model, article: ArticleId) -> String {
    let article = &model.desk.articles[article];
    let title = article.summary.as_ref().map(|s| s.title.clone()).filter(|t| !t.is_empty());
    title.unwrap_or_else(|| article.listing.name.clone())
}

const fn kind(kind: FactKind) -> Text {
    match kind {
        FactKind::Figure => say::KIND_QUANTITY,
        FactKind::Date => say::KIND_DATE,
        FactKind::Place => say::KIND_PLACE,
        FactKind::Direction => say::KIND_DIRECTION,
        FactKind::Goods => say::KIND_GOODS,
        FactKind::Denial => say::KIND_DENIAL,
    }
}

/// Lists all facts of the open article.
pub(super) fn facts(model: &mut Model) {
    let rows = match (&model.reader.analysis, model.reader.article) {
        (Some(analysis), Some(article)) => fact_rows(model, article, &analysis.facts),
        _ => Vec::new(),
    };
    browse::open(model, say::FACTS, say::NO_FACTS, Some(rows));
}

fn fact_rows(model: &Model, article: ArticleId, facts: &Facts) -> Vec<Row> {
    let text = model.reader.doc.as_ref().map_or("", |doc| doc.text());
    let lang = model.settings.lang;
    let quantities: Vec<_> =
        facts.quantities.iter().map(|q| (q.span, figure(q.low, q.high))).collect();
    let dates: Vec<_> = facts.dates.iter().map(|d| (d.span, String::new())).collect();
    let sources: Vec<_> =
        facts.attributions.iter().map(|a| (a.source, a.content.of(text).to_owned())).collect();
    let quotes: Vec<_> = facts
        .quotes
        .iter()
        .map(|q| (q.span, q.speaker.map(|s| s.of(text).to_owned()).unwrap_or_default()))
        .collect();
    let names: Vec<_> = facts.names.iter().map(|n| (n.span, String::new())).collect();
    let groups: [(Text, Vec<(Span, String)>); 5] = [
        (say::FIGURES, quantities),
        (say::DATES, dates),
        (say::SOURCES, sources),
        (say::QUOTES, quotes),
        (say::NAMES, names),
    ];
    let mut rows = Vec::new();
    for (head, entries) in groups.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        if !rows.is_empty() {
            rows.push(Row::Blank);
        }
        rows.push(Row::Head(head.to(lang).to_owned(), entries.len().to_string()));
        rows.extend(entries.into_iter().map(|(span, detail)| Row::Entry {
            text: span.of(text).replace('\n', " "),
            detail: detail.replace('\n', " "),
            tone: Tone::Plain,
            target: Some((article, span.start)),
        }));
    }
    rows
}

/// The reading of a figure.
fn figure(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if (low - high).abs() < f64::EPSILON => format!("{low}"),
        (Some(low), Some(high)) => format!("{low} – {high}"),
        (Some(low), None) => format!("≥ {low}"),
        (None, Some(high)) => format!("≤ {high}"),
        (None, None) => String::new(),
    }
}

/// Lists the verdicts that need a look: here word by word, elsewhere by article.
pub(super) fn attention(model: &mut Model) {
    let mut rows = attention_here(model);
    let level = usize::from(model.settings.level.number());
    let elsewhere =
        model.desk.articles.iter().enumerate().filter(|(id, _)| model.reader.article != Some(*id));
    let stale = elsewhere
        .filter_map(|(id, a)| Some((id, a.summary.as_ref()?.progress[level].stale)))
        .filter(|(_, count)| *count > 0);
    let lang = model.settings.lang;
    rows.extend(stale.map(|(id, count)| Row::Entry {
        text: title(model, id),
        detail: say::NEED_A_LOOK.fill(lang, &[&count]),
        tone: Tone::Warning,
        target: Some((id, 0)),
    }));
    browse::open(model, say::ATTENTION, say::NO_ATTENTION, Some(rows));
}

fn attention_here(model: &Model) -> Vec<Row> {
    let lang = model.settings.lang;
    let (Some(article), Some(doc)) = (model.reader.article, &model.reader.doc) else {
        return Vec::new();
    };
    let Some(book) = model.desk.books.get(&article) else { return Vec::new() };
    let due =
        model.reader.items.iter().filter(|item| item.standing != Standing::Firm || item.conflict);
    let mut rows: Vec<Row> = due
        .filter_map(|item| {
            let own = book.now.annotations.get(item.own.as_ref()?)?;
            let state = if item.conflict { say::IN_CONFLICT } else { standing(&item.standing) };
            let detail = say::BOTH.fill(
                lang,
                &[
                    &own.selector.exact.replace('\n', " "),
                    &item.span.of(doc.text()).replace('\n', " "),
                ],
            );
            Some(Row::Entry {
                text: state.to(lang).to_owned(),
                detail,
                tone: Tone::Warning,
                target: Some((article, item.span.start)),
            })
        })
        .collect();
    if !rows.is_empty() {
        rows.insert(0, Row::Head(title(model, article), String::new()));
    }
    rows
}

/// The word for how an annotation stands.
pub const fn standing(standing: &Standing) -> Text {
    match standing {
        Standing::Firm => say::IN_FORCE,
        Standing::Stale(_) => say::STALE,
        Standing::Ambiguous(_) => say::AMBIGUOUS,
        Standing::Lost(_) => say::LOST,
    }
}
