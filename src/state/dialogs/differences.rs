//! The facts on which the articles of the desk differ.

use std::any::Any;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::browse::{self, Browse, Row, Tone};
use crate::command::Command;
use crate::core::article::width::text_cells;
use crate::core::crosscheck::{FactKind, is_amount};
use crate::core::lang::Measure;
use crate::i18n::{Lang, Text, messages as say, slots};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::divergence::{Claimed, Counted, Divergence, Divergences, Voice};
use crate::state::model::reader::Target;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::names::sign;
use crate::state::query::story;

/// Asks for the differences of the desk.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    browse::open(model, Command::Differences, say::DIFFERENCES, say::NO_DIFFERENCES, None);
    vec![Effect::Work(Job::Diverge)]
}

/// All articles are read: what they differ on is asked for anew, where its list is open.
pub(in crate::state) fn renew(model: &mut Model) -> Vec<Effect> {
    let Some(list) = shown(model) else { return Vec::new() };
    if list.facts.is_empty() {
        list.rows = None;
    }
    vec![Effect::Work(Job::Diverge)]
}

/// Shows the differences where their list is still open: story by story, that with the most open
/// claims first, and in each the figures and dates first.
pub(in crate::state) fn fill(model: &mut Model, mut found: Divergences) {
    let open = by_story(model, &found.list);
    let order = |one: &Divergence| {
        let story = story(model, one);
        (Reverse(open[&story]), story, is_checked_last(one.kind), Reverse(one.open()))
    };
    found.list.sort_by_cached_key(order);
    let lang = model.settings.lang;
    let (read, all) = (model.desk.read, model.desk.order.len());
    let mut notes = Vec::new();
    if !model.desk.indexed {
        notes.push(say::NOT_ALL_READ.fill(lang, &[&read, &all]));
    }
    if !found.complete {
        notes.push(say::NOT_ALL_COMPARED.to(lang).to_owned());
    }
    let mut rows: Vec<_> = notes.into_iter().map(|note| Row::Head(note, String::new())).collect();
    let mut before = None;
    for one in &found.list {
        rows.extend((!rows.is_empty()).then_some(Row::Blank));
        let story = story(model, one);
        if open.len() > 1 && before.replace(story) != Some(story) {
            rows.extend([head(model, one), Row::Blank]);
        }
        rows.extend(divergence(model, one));
    }
    if let Some(list) = shown(model) {
        list.fill(rows);
        list.facts = found.list;
    }
}

/// The story of a difference, by its number or else by its first article.
fn story(model: &Model, one: &Divergence) -> Result<usize, ArticleId> {
    let article = one.voices().next().map_or(0, |voice| voice.article);
    model.stories.number(article).ok_or(article)
}

/// How many claims are open in the differences of each story.
fn by_story(model: &Model, list: &[Divergence]) -> BTreeMap<Result<usize, ArticleId>, usize> {
    let mut open = BTreeMap::new();
    for one in list {
        *open.entry(story(model, one)).or_default() += one.open();
    }
    open
}

/// The head of a story: its first article, and how many report it.
fn head(model: &Model, one: &Divergence) -> Row {
    let first = one.voices().next().map_or(0, |voice| voice.article);
    let articles = match model.stories.of(first) {
        [] => one.voices().map(|voice| voice.article).collect::<BTreeSet<_>>().len(),
        story => story.len(),
    };
    let title = model.stories.of(first).first().map_or(first, |article| *article);
    let count = say::STORY_ARTICLES.fill(model.settings.lang, &[&articles]);
    Row::Title(model.desk.title(title).to_owned(), count)
}

/// Figures and dates come first: they are checked the soonest.
const fn is_checked_last(kind: FactKind) -> bool {
    !matches!(kind, FactKind::Figure | FactKind::Date | FactKind::Hour)
}

/// The list of differences that is open, also where the help lies over it.
fn shown(model: &mut Model) -> Option<&mut Browse> {
    let dialog = model.dialog.as_mut()?;
    let dialog = if dialog.under().is_some() { dialog.under()? } else { dialog };
    let dialog: &mut dyn Any = &mut **dialog;
    dialog.downcast_mut::<Browse>().filter(|list| list.by == Command::Differences)
}

fn divergence(model: &Model, one: &Divergence) -> Vec<Row> {
    let lang = model.settings.lang;
    let values = one.values.iter().filter(|value| value.differs);
    let values: Vec<_> = values.filter_map(shortest).collect();
    let heading = say::REASON.fill(lang, &[&title(lang, one), &values.join(" / ")]);
    let all = one.voices().count();
    let mut rows = vec![Row::Head(heading, say::OPEN_OF.fill(lang, &[&one.open(), &all]))];
    let mut latest = latest(model, one);
    for value in &one.values {
        for (at, voice) in value.voices.iter().enumerate() {
            let sign = voice.verdict.as_ref().map_or("○".into(), |v| sign(model, v));
            let said = match value.differs {
                true => voice.value.clone(),
                false => say::ALSO.fill(lang, &[&voice.value]),
            };
            rows.push(Row::Entry {
                text: format!("{sign} {said}"),
                detail: detail(model, voice, &value.voices[..at], &mut latest),
                tone: if value.differs { Tone::Plain } else { Tone::Dim },
                target: Some((voice.article, Target::Item(voice.span))),
            });
            rows.push(Row::Quote(say::QUOTED.fill(lang, &[&voice.words])));
        }
    }
    if one.more > 0 {
        let detail = say::MORE_CLAIMS.fill(lang, &[&one.more]);
        rows.push(Row::Entry { text: String::new(), detail, tone: Tone::Dim, target: None });
    }
    rows
}

/// A value in the fewest words that one of those who give it has.
fn shortest(value: &Claimed) -> Option<&str> {
    let words = value.voices.iter().map(|voice| voice.value.as_str());
    words.min_by_key(|words| text_cells(words))
}

/// The day of the latest word, where all that is told on it is one value.
fn latest<'a>(model: &'a Model, one: &Divergence) -> Option<&'a str> {
    let day = story::latest(model, one.voices().map(|voice| voice.article))?;
    let told = |value: &&Claimed| {
        value.voices.iter().any(|voice| story::day(model, voice.article) == Some(day))
    };
    (one.values.iter().filter(told).count() == 1).then_some(day)
}

/// Who says it, in which article and when; that it is the latest word, which is told once; or a copy of one above.
fn detail(model: &Model, voice: &Voice, before: &[Voice], latest: &mut Option<&str>) -> String {
    let lang = model.settings.lang;
    let source = voice.source.as_ref().map(|source| say::ACCORDING_TO.fill(lang, &[source]));
    let day = story::day(model, voice.article);
    let of_latest = latest.take_if(|latest| day == Some(*latest)).is_some();
    let copied = before
        .iter()
        .find(|other| model.stories.are_copies(other.article, voice.article))
        .map(|other| say::SAME_COPY.fill(lang, &[&story::mark(model, other.article)]));
    let parts = [
        source,
        Some(story::mark(model, voice.article)),
        of_latest.then(|| say::LATEST.to(lang).to_owned()),
        copied,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a difference is about: the slot that the values fill, else the thing that is counted.
fn title(lang: Lang, one: &Divergence) -> String {
    // A day is of what happens: of what something costs nobody knows one.
    let dated = matches!(one.kind, FactKind::Date | FactKind::Hour);
    let slot = one.slot.filter(|slot| !(dated && is_amount(slot)));
    let slot = slot.and_then(slots::title).map(|title| title.to(lang));
    let kind = match one.kind {
        FactKind::Figure => return slot.map_or_else(|| counted(lang, one), str::to_owned),
        FactKind::Date => say::DATE_HEAD,
        FactKind::Hour => say::HOUR_HEAD,
        FactKind::Place => say::PLACE_HEAD,
        FactKind::Who => say::WHO_HEAD,
        FactKind::Deed => say::DEED_HEAD,
    };
    match slot {
        Some(slot) => format!("{} ({})", kind.to(lang), slot.to_lowercase()),
        None => kind.to(lang).to_owned(),
    }
}

/// What the figures are of: `Soldats`, `Montant`.
fn counted(lang: Lang, one: &Divergence) -> String {
    match &one.counted {
        Counted::Things(words) => {
            let mut letters = words.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
        }
        Counted::Measure(measure) => measured(*measure).to(lang).to_owned(),
        Counted::Nothing => say::FIGURES.to(lang).to_owned(),
    }
}

const fn measured(measure: Measure) -> Text {
    match measure {
        Measure::Money => say::AMOUNT_HEAD,
        Measure::Share | Measure::Points => say::SHARE_HEAD,
        Measure::Length => say::LENGTH_HEAD,
        Measure::Duration => say::DURATION_HEAD,
        _ => say::FIGURES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::signal::Done;
    use crate::state::model::work::Answer;
    use crate::state::testing::{desk, done, press};

    #[test]
    fn before_all_is_read_nothing_is_said_to_agree_and_the_list_is_asked_for_anew() {
        let mut model = desk(&["Trois soldats sont morts.\n"]);
        press(&mut model, "D");
        let nothing = || {
            Done::Work(Answer::Diverging(Divergences { complete: true, ..Divergences::default() }))
        };
        done(&mut model, nothing());
        let rows =
            |model: &mut Model| shown(model).and_then(|list| list.rows.clone()).unwrap_or_default();
        assert!(matches!(&rows(&mut model)[..], [Row::Head(note, _)] if note.contains("0 of 1")));
        let asked = done(&mut model, Done::Work(Answer::Indexed));
        assert!(asked.iter().any(|effect| matches!(effect, Effect::Work(Job::Diverge))));
        done(&mut model, nothing());
        assert!(rows(&mut model).is_empty());
        press(&mut model, "<Esc>");
        let asked = done(&mut model, Done::Work(Answer::Indexed));
        assert!(!asked.iter().any(|effect| matches!(effect, Effect::Work(Job::Diverge))));
    }
}
