//! Showing only some claims, and the articles that hold such claims.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::desk::ArticleId;
use super::dialog::Dialog;
use super::list::Sort;
use super::model::Model;
use super::notice::Notice;
use super::picker::{Moved, Picker};
use super::reader::Target;
use super::signal::Effect;
use super::{geometry, panes, team, update};
use crate::command::{Command, Key};
use crate::core::anchor::fold::Fold;
use crate::core::filter::{self, Filter, KEYS, KINDS, STATES, State};
use crate::i18n::{Lang, Text, messages as say};

/// A filter in force.
#[derive(Clone, Debug)]
pub struct Sieve {
    /// As it was written.
    pub line: String,
    /// As it is used.
    pub filter: Arc<Filter>,
    /// The articles that hold such claims, as far as they were looked through.
    pub kept: BTreeSet<ArticleId>,
    /// How many articles were looked through.
    pub searched: usize,
    /// The open article, where it holds such claims no more.
    pub spent: Option<ArticleId>,
}

/// The line a filter is written in.
#[derive(Clone, Debug)]
pub struct FilterDialog {
    /// What is typed, and the completion chosen.
    pub picker: Picker,
    /// What the last word may become.
    pub offers: Vec<Offer>,
    /// The filter before.
    before: String,
}

/// A word that a filter knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The word.
    pub word: String,
    /// What it lets through.
    pub doc: String,
}

/// Opens the line, with the filter in force.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let before = model.filter.as_ref().map_or(String::new(), |sieve| sieve.line.clone());
    let line = if before.is_empty() { String::new() } else { format!("{before} ") };
    let picker = Picker::new(&line);
    let dialog = FilterDialog { picker, offers: Vec::new(), before };
    model.dialog = Some(Dialog::Filter(Box::new(dialog)));
    offer(model);
    Vec::new()
}

/// Carries out a command of the line.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let area = geometry::filter(geometry::screen(model).body);
    let visible = usize::from(geometry::picker_list(area).height);
    let Some(Dialog::Filter(dialog)) = &mut model.dialog else { return Vec::new() };
    match command {
        Command::Accept => return keep(model),
        Command::Cancel => {
            let before = std::mem::take(&mut dialog.before);
            model.dialog = None;
            return set(model, &before);
        }
        Command::Complete => return complete(model),
        _ => {}
    }
    match dialog.picker.run(command, dialog.offers.len(), visible) {
        Moved::Typed => typed(model),
        Moved::Stayed => Vec::new(),
    }
}

/// Takes a key that is no command.
pub(super) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(Dialog::Filter(dialog)) = &mut model.dialog else { return Vec::new() };
    match dialog.picker.key(key) {
        Moved::Typed => typed(model),
        Moved::Stayed => Vec::new(),
    }
}

/// Takes pasted text.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(Dialog::Filter(dialog)) = &mut model.dialog else { return Vec::new() };
    dialog.picker.paste(text);
    typed(model)
}

/// Shows everything again.
pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    if model.filter.is_none() {
        model.notice = Some(Notice::info(say::NO_FILTER.to(model.settings.lang)));
        return Vec::new();
    }
    set(model, "")
}

/// Looks for articles anew, for instance where other claims are shown.
pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    let line = model.filter.as_ref().map(|sieve| sieve.line.clone());
    line.map_or(Vec::new(), |line| set(model, &line))
}

/// Some articles were looked through.
pub(super) fn sifted(model: &mut Model, line: &str, kept: &[ArticleId], searched: usize) {
    let Some(sieve) = model.filter.as_mut().filter(|sieve| sieve.line == line) else { return };
    sieve.kept.extend(kept);
    sieve.searched += searched;
    relist(model);
}

/// The claims of the open article were joined anew: it is listed as soon as one
/// is let through. Where none is any more it stays in the list until another
/// article is opened: a line that vanishes under one's eyes would put another
/// one there, and the next key would go to that.
pub(super) fn recheck(model: &mut Model) {
    let Some(article) = model.reader.article.filter(|_| model.reader.analysis.is_some()) else {
        return;
    };
    let Some(sieve) = &mut model.filter else { return };
    let holds = !model.reader.items.is_empty();
    sieve.spent = (!holds).then_some(article);
    if holds && sieve.kept.insert(article) {
        relist(model);
    }
}

/// The files of an article have changed: asks whether it holds such claims now.
/// The open article is looked at as it is shown.
pub(super) fn renew(model: &Model, article: ArticleId) -> Option<Effect> {
    let sieve = model.filter.as_ref().filter(|_| model.reader.article != Some(article))?;
    let (line, filter, level) = (sieve.line.clone(), sieve.filter.clone(), model.settings.level);
    Some(Effect::Resift { article, line, filter, level })
}

/// The answer: the article is listed, or is not any more.
pub(super) fn renewed(model: &mut Model, article: ArticleId, line: &str, holds: bool) {
    let elsewhere = model.reader.article != Some(article);
    let Some(sieve) = model.filter.as_mut().filter(|sieve| sieve.line == line && elsewhere) else {
        return;
    };
    let changed = if holds { sieve.kept.insert(article) } else { sieve.kept.remove(&article) };
    if changed {
        relist(model);
    }
}

/// Another article is opened: the one left goes from the list where it holds
/// none of the claims wanted.
pub(super) fn leave(model: &mut Model) {
    let Some(sieve) = &mut model.filter else { return };
    if let Some(spent) = sieve.spent.take()
        && sieve.kept.remove(&spent)
    {
        relist(model);
    }
}

/// Lists the articles that the filter lets through, in the order wanted.
pub(super) fn relist(model: &mut Model) {
    let selected = model.list.article();
    let mut order: Vec<ArticleId> = match &model.filter {
        Some(sieve) => sieve.kept.iter().copied().collect(),
        None => (0..model.desk.articles.len()).collect(),
    };
    let level = usize::from(model.settings.level.number());
    let articles = &model.desk.articles;
    match model.list.sort {
        Sort::Name => {}
        Sort::Open => order.sort_by_cached_key(|id| {
            let progress = articles[*id].summary.as_ref().map(|s| s.progress[level]);
            std::cmp::Reverse(progress.map(|p| p.all - p.decided))
        }),
        Sort::Differences => {
            order.sort_by_cached_key(|id| {
                std::cmp::Reverse((team::disputes(model, *id).count(), articles[*id].differs))
            });
        }
    }
    model.list.order = order;
    let visible = geometry::list_lines(model);
    let line = model.list.selected;
    model.list.select(line, visible);
    if let Some(article) = selected {
        model.list.select_article(article, visible);
    }
}

/// Turns to the next way to sort the list.
pub(super) fn sort(model: &mut Model) -> Vec<Effect> {
    let (sort, name) = match model.list.sort {
        Sort::Name => (Sort::Open, say::SORT_OPEN),
        Sort::Open => (Sort::Differences, say::SORT_DIFFERENCES),
        Sort::Differences => (Sort::Name, say::SORT_NAME),
    };
    model.list.sort = sort;
    relist(model);
    model.notice = Some(Notice::info(name.to(model.settings.lang)));
    panes::arrange(model)
}

fn typed(model: &mut Model) -> Vec<Effect> {
    offer(model);
    let Some(Dialog::Filter(dialog)) = &model.dialog else { return Vec::new() };
    let line = dialog.picker.editor.text();
    set(model, &line)
}

/// Filters by this line from now on.
fn set(model: &mut Model, line: &str) -> Vec<Effect> {
    let mut filter = Filter::parse(line, &model.settings.labels);
    filter.blind = model.settings.blind;
    let filter = Arc::new(filter);
    let mut effects = Vec::new();
    let line = line.trim().to_owned();
    if filter.is_empty() && filter.unknown.is_empty() {
        model.filter = None;
        effects.push(Effect::StopSift);
    } else {
        let level = model.settings.level;
        let (kept, searched) = (BTreeSet::new(), 0);
        model.filter =
            Some(Sieve { line: line.clone(), filter: filter.clone(), kept, searched, spent: None });
        effects.push(Effect::Sift { line, filter, level });
    }
    if let Some(article) = model.reader.article {
        effects.extend(update::rebuild(model, article));
    }
    relist(model);
    effects
}

/// The line is done: the filter stays. Where nothing of the open article is let
/// through, the first article with such claims is opened.
fn keep(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    model.dialog = None;
    let Some(sieve) = &model.filter else { return Vec::new() };
    if !sieve.filter.unknown.is_empty() {
        let words = sieve.filter.unknown.join(" ");
        model.notice = Some(Notice::warning(say::FILTER_UNKNOWN.fill(lang, &[&words])));
    }
    match model.list.order.first().copied() {
        Some(first) if model.reader.items.is_empty() => {
            update::open(model, first, Some(Target::Claim(0)))
        }
        _ => Vec::new(),
    }
}

/// Puts the chosen offer in the place of the last word.
fn complete(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Filter(dialog)) = &mut model.dialog else { return Vec::new() };
    let Some(offer) = dialog.offers.get(dialog.picker.selected) else { return Vec::new() };
    let text = dialog.picker.editor.text();
    let (before, last) = text.split_at(last_word(&text));
    let not = if last.starts_with('-') { "-" } else { "" };
    let space = if offer.word.ends_with(':') { "" } else { " " };
    dialog.picker = Picker::new(&format!("{before}{not}{}{space}", offer.word));
    typed(model)
}

/// Where the last word of a line begins, in bytes.
fn last_word(line: &str) -> usize {
    line.rfind(char::is_whitespace)
        .map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8))
}

/// Lists what the last word may become.
fn offer(model: &mut Model) {
    let Some(Dialog::Filter(dialog)) = &model.dialog else { return };
    let text = dialog.picker.editor.text();
    let typed = Fold::of(text[last_word(&text)..].trim_start_matches('-'));
    let words = known(model, typed.split_once(':').map(|(key, _)| key));
    let offers = words.into_iter().filter(|offer| {
        let word = Fold::of(&offer.word);
        word.starts_with(&typed) && word != typed
    });
    let offers = offers.collect();
    if let Some(Dialog::Filter(dialog)) = &mut model.dialog {
        dialog.offers = offers;
        dialog.picker.selected = 0;
        dialog.picker.top = 0;
    }
}

/// The words a filter knows: states and keys, or the values of a key.
fn known(model: &Model, key: Option<&str>) -> Vec<Offer> {
    let lang = model.settings.lang;
    let pick = |en: &str, fr: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Fr => fr.to_owned(),
    };
    let Some(key) = key else {
        let states = STATES.iter().map(|(state, en, fr)| (pick(en, fr), state_doc(*state)));
        let keys = KEYS.iter().map(|(key, en, fr)| (format!("{}:", pick(en, fr)), key_doc(*key)));
        let all = states.chain(keys);
        return all.map(|(word, doc)| Offer { word, doc: doc.to(lang).to_owned() }).collect();
    };
    let named = KEYS.iter().find(|(_, en, fr)| *en == key || *fr == key);
    let values: Vec<(String, String)> = match named.map(|(key, ..)| key) {
        Some(filter::Key::Kind) => {
            KINDS.iter().map(|(_, en, fr)| (pick(en, fr), String::new())).collect()
        }
        Some(filter::Key::Verdict) => {
            let labels = model.settings.labels.iter();
            let name = |label: &crate::core::annotation::Label| pick(&label.en, &label.fr);
            labels.map(|label| (name(label), String::new())).collect()
        }
        Some(filter::Key::Tag) => in_use(model, |a| a.tags.clone()),
        Some(filter::Key::By) => annotators(model),
        None => Vec::new(),
    };
    let word = |value: &str| format!("{key}:{}", value.replace(' ', "-"));
    values.into_iter().map(|(value, doc)| Offer { word: word(&value), doc }).collect()
}

/// The tags of the notebooks read so far, each once.
fn in_use(
    model: &Model,
    of: impl Fn(&crate::core::annotation::Annotation) -> Vec<String>,
) -> Vec<(String, String)> {
    let books = model.desk.books.values();
    let tags: BTreeSet<String> = books
        .flat_map(|book| book.now.annotations.values().flat_map(&of))
        .filter(|tag| !tag.contains(char::is_whitespace))
        .collect();
    tags.into_iter().map(|tag| (tag, String::new())).collect()
}

/// The first words of the names of those who annotate, each once.
fn annotators(model: &Model) -> Vec<(String, String)> {
    let team = model.desk.books.values().flat_map(|book| &book.team);
    let names = team.map(|notebook| notebook.annotator.as_str());
    let names: BTreeSet<&str> = names.chain([model.settings.annotator.as_str()]).collect();
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
    names.into_iter().map(|name| (first(name), name.to_owned())).collect()
}

const fn state_doc(state: State) -> Text {
    match state {
        State::Open => say::FILTER_OPEN,
        State::Decided => say::FILTER_DECIDED,
        State::Stale => say::FILTER_STALE,
        State::Noted => say::FILTER_NOTED,
        State::Own => say::FILTER_OWN,
        State::Disagreed => say::FILTER_DISAGREED,
    }
}

const fn key_doc(key: filter::Key) -> Text {
    match key {
        filter::Key::Kind => say::FILTER_KIND,
        filter::Key::Verdict => say::FILTER_VERDICT,
        filter::Key::Tag => say::FILTER_TAG,
        filter::Key::By => say::FILTER_BY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Done;
    use crate::state::testing::{desk, done, press};

    const TEXT: &str = "En 2024, 300 soldats sont arrivés à Koursk.\nSelon Séoul, la Corée du Nord a envoyé des troupes en Russie.\n";

    fn offers(model: &Model) -> Vec<&str> {
        match &model.dialog {
            Some(Dialog::Filter(dialog)) => {
                dialog.offers.iter().map(|offer| offer.word.as_str()).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn claims_and_articles_are_filtered_as_typed_and_shown_again() {
        let mut model = desk(&[TEXT, "Autre.\n", "Encore.\n"]);
        let all = model.reader.items.len();
        assert!(all >= 2);
        let effects = press(&mut model, "fkoursk");
        assert!(matches!(effects.last(), Some(Effect::Sift { .. })), "{effects:?}");
        assert_eq!((model.reader.items.len(), model.list.order.as_slice()), (1, &[0][..]));
        done(&mut model, Done::Sifted { line: "kour".into(), kept: vec![1], searched: 1 });
        done(&mut model, Done::Sifted { line: "koursk".into(), kept: vec![2], searched: 3 });
        assert_eq!(model.list.order, [0, 2]);
        press(&mut model, "<Enter>F");
        assert_eq!((model.reader.items.len(), model.list.order.len()), (all, 3));
        press(&mut model, "fkoursk<Enter>fx<Esc>");
        assert_eq!(model.filter.as_ref().unwrap().line, "koursk");
    }

    #[test]
    fn known_words_are_offered_and_completed() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "f");
        assert_eq!(offers(&model).len(), STATES.len() + KEYS.len());
        press(&mut model, "ki<Tab>");
        assert_eq!(offers(&model)[0], "kind:quantity");
        press(&mut model, "da<Tab>-verd<Tab>dis<Tab>");
        assert_eq!(model.filter.as_ref().unwrap().line, "kind:date -verdict:disputed");
        assert!(model.filter.as_ref().unwrap().filter.unknown.is_empty());
    }

    #[test]
    fn a_decided_claim_leaves_and_the_next_one_comes() {
        let mut model = desk(&[TEXT]);
        let first = model.reader.items[0].span;
        press(&mut model, "fopen<Enter>gd");
        assert!(model.reader.items.iter().all(|item| item.span != first));
        assert_eq!(model.reader.current, Some(0));
        let done = model.reader.progress();
        assert_eq!((done.decided, done.all), (1, model.reader.items.len() + 1));
    }

    #[test]
    fn the_list_is_sorted() {
        let mut model = desk(&[TEXT, "b", "c"]);
        model.desk.articles[2].differs = Some(3);
        press(&mut model, "<Esc>SS");
        assert_eq!(model.list.order, [2, 0, 1]);
        press(&mut model, "S");
        assert_eq!(model.list.order, [0, 1, 2]);
    }
}
