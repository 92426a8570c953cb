//! Searching in the open article, as typed.

use super::desk::ArticleId;
use super::dialog::Dialog;
use super::editor::Editor;
use super::model::{Model, Pane};
use super::notice::Notice;
use super::signal::Effect;
use super::{find, geometry};
use crate::command::{Command, Key};
use crate::core::article::Span;
use crate::core::search::Needle;
use crate::i18n::messages as say;

/// A search that is on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What is searched for.
    pub query: String,
    /// The matches in the open article, in order.
    pub matches: Matches,
    /// The match gone to last.
    pub current: Option<usize>,
    /// The current claim at that moment: as long as it is the same, the match was gone to last.
    beside: Option<usize>,
    /// Whether the matches are still being looked for.
    pub pending: bool,
}

/// The matches of a search in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Their places.
    pub spans: Vec<Span>,
    /// Whether there are more than are kept.
    pub more: bool,
}

/// The line a query is typed in.
#[derive(Clone, Debug)]
pub struct SearchLine {
    /// What is typed.
    pub editor: Editor,
    /// Where the page began before: a byte of the text.
    top: usize,
    /// The search that was on before.
    before: Option<Search>,
}

/// No more matches than this are kept and counted.
const MOST: usize = 10_000;
/// Up to this many bytes of text are searched before the frame; more in the background.
const QUICK: usize = 1 << 20;

impl Search {
    /// A search that has found nothing yet.
    pub(super) fn new(query: String) -> Self {
        Self { query, ..Self::default() }
    }
}

impl Matches {
    /// The matches of a query in a text.
    pub fn of(query: &str, text: &str) -> Self {
        let Some(needle) = Needle::new(query) else { return Self::default() };
        let mut spans: Vec<_> = needle.find(text).take(MOST + 1).collect();
        let more = spans.len() > MOST;
        spans.truncate(MOST);
        Self { spans, more }
    }

    /// Those that touch a stretch of the text, with their numbers.
    pub fn within(&self, span: Span) -> impl Iterator<Item = (usize, Span)> {
        let from = self.spans.partition_point(|found| found.end <= span.start);
        let rest = self.spans.iter().copied().enumerate().skip(from);
        rest.take_while(move |(_, found)| found.start < span.end)
    }
}

/// Opens the line to type in.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.focus = Pane::Text;
    model.dialog = Some(Dialog::Search(Box::new(SearchLine {
        editor: Editor::line(""),
        top: model.reader.top,
        before: model.search.take(),
    })));
    Vec::new()
}

/// Carries out a command of the line.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Dialog::Search(line)) = &mut model.dialog else { return Vec::new() };
    match command {
        Command::Accept => return keep(model),
        Command::Cancel => {
            model.reader.top = line.top;
            model.dialog = None;
            model.search = None;
        }
        Command::EraseAll => {
            line.editor.erase();
            return typed(model);
        }
        Command::Next | Command::Previous => return step(model, command == Command::Next),
        Command::SearchDesk => {
            let query = line.editor.text();
            model.dialog = None;
            return find::open_with(model, &query);
        }
        _ => {}
    }
    Vec::new()
}

/// Takes a key that is no command.
pub(super) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(Dialog::Search(line)) = &mut model.dialog else { return Vec::new() };
    let before = line.editor.text();
    line.editor.key(key);
    if line.editor.text() == before { Vec::new() } else { typed(model) }
}

/// Takes pasted text.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(Dialog::Search(line)) = &mut model.dialog else { return Vec::new() };
    line.editor.paste(text);
    typed(model)
}

/// The line is done: the search stays on. An empty line takes up the search before it.
fn keep(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Search(line)) = model.dialog.take() else { return Vec::new() };
    if line.editor.text().is_empty()
        && let Some(before) = line.before
    {
        model.search = Some(before);
        return step(model, true);
    }
    if model.search.as_ref().is_some_and(|s| s.matches.spans.is_empty() && !s.pending) {
        not_found(model);
        model.search = None;
    }
    Vec::new()
}

fn typed(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Search(line)) = &model.dialog else { return Vec::new() };
    let (query, top) = (line.editor.text(), line.top);
    model.reader.top = top;
    set(model, &query)
}

/// Searches for this from now on.
pub(super) fn set(model: &mut Model, query: &str) -> Vec<Effect> {
    model.search = Needle::new(query).map(|_| Search::new(query.to_owned()));
    let effects = again(model);
    approach(model);
    effects
}

/// Searches the open article anew.
pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    let (Some(search), Some(article)) = (&mut model.search, model.reader.article) else {
        return Vec::new();
    };
    *search = Search::new(std::mem::take(&mut search.query));
    let Some(doc) = &model.reader.doc else { return Vec::new() };
    if doc.text().len() > QUICK {
        search.pending = true;
        return vec![Effect::Search { article, doc: doc.clone(), query: search.query.clone() }];
    }
    search.matches = Matches::of(&search.query, doc.text());
    Vec::new()
}

/// The matches that were looked for in the background are there.
pub(super) fn found(model: &mut Model, article: ArticleId, query: &str, matches: Matches) {
    let Some(search) = &mut model.search else { return };
    if model.reader.article == Some(article) && search.query == query {
        search.matches = matches;
        search.pending = false;
        if matches!(model.dialog, Some(Dialog::Search(_))) {
            approach(model);
        }
    }
}

/// Shows the first match from the top of the page on, else the first of all.
fn approach(model: &mut Model) {
    let Some(search) = &model.search else { return };
    let spans = &search.matches.spans;
    let from = spans.partition_point(|span| span.start < model.reader.top);
    if !spans.is_empty() {
        go(model, if from < spans.len() { from } else { 0 });
    }
}

/// Goes to the next or the previous match, around the end of the article.
pub(super) fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(search) = &model.search else {
        model.notice = Some(Notice::info(say::NO_SEARCH.to(model.settings.lang)));
        return Vec::new();
    };
    let spans = &search.matches.spans;
    if spans.is_empty() {
        not_found(model);
        return Vec::new();
    }
    let next = match search.current {
        Some(current) => current.checked_add_signed(if forward { 1 } else { -1 }),
        None if forward => Some(spans.partition_point(|span| span.start < model.reader.top)),
        None => spans.partition_point(|span| span.start < model.reader.top).checked_sub(1),
    };
    let around = if forward { 0 } else { spans.len() - 1 };
    let next = next.filter(|next| *next < spans.len());
    if next.is_none() && search.current.is_some() {
        model.notice = Some(Notice::info(say::SEARCH_AROUND.to(model.settings.lang)));
    }
    go(model, next.unwrap_or(around));
    Vec::new()
}

fn not_found(model: &mut Model) {
    let query = model.search.as_ref().map_or("", |search| search.query.as_str());
    let text = say::NOT_FOUND.fill(model.settings.lang, &[&query]);
    model.notice = Some(Notice::info(text));
}

/// Goes to the match that begins at a place, where there is one.
pub(super) fn arrive(model: &mut Model, at: usize) {
    let Some(search) = &model.search else { return };
    if let Ok(index) = search.matches.spans.binary_search_by_key(&at, |span| span.start) {
        go(model, index);
    }
}

/// Shows a match; the smallest claim around it becomes the current one.
fn go(model: &mut Model, index: usize) {
    let page = geometry::page(model);
    let Some(search) = &mut model.search else { return };
    let Some(span) = search.matches.spans.get(index).copied() else { return };
    model.reader.reveal(span, page);
    let around = model.reader.items.iter().enumerate().filter(|(_, item)| item.span.covers(span));
    if let Some((claim, _)) = around.min_by_key(|(_, item)| item.span.len()) {
        model.reader.current = Some(claim);
        model.reader.claim_top = 0;
    }
    search.current = Some(index);
    search.beside = model.reader.current;
}

/// The match that was gone to last, unless one went on to a claim since.
pub(super) fn here(model: &Model) -> Option<Span> {
    let search = model.search.as_ref()?;
    let span = search.matches.spans.get(search.current?).copied()?;
    (search.beside == model.reader.current && model.reader.shows(span, geometry::page(model)))
        .then_some(span)
}

/// How many matches there are and which one is shown: `3/17`.
pub fn count(search: &Search) -> String {
    let all = search.matches.spans.len();
    let more = if search.matches.more { "+" } else { "" };
    match (search.pending, search.current) {
        (true, _) => "…".to_owned(),
        (false, Some(current)) => format!("{}/{all}{more}", current + 1),
        (false, None) => format!("{all}{more}"),
    }
}

/// The query that is on, to begin another search with.
pub(super) fn query(model: &Model) -> String {
    model.search.as_ref().map(|search| search.query.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::reader::Target;
    use crate::state::testing::{desk, done, press, read};
    use crate::state::{Done, go_to};

    const TEXT: &str = "Les soldats sont à Séoul.\nUn soldat dit que 12 000 SOLDATS sont partis.\n";

    fn here(model: &Model) -> String {
        let search = model.search.as_ref().unwrap();
        let doc = model.reader.doc.as_ref().unwrap();
        let span = search.current.map(|index| search.matches.spans[index]).unwrap_or_default();
        format!("{} {}", span.of(doc.text()), count(search))
    }

    #[test]
    fn matches_are_found_as_typed_and_gone_through() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "/sold");
        assert_eq!(here(&model), "sold 1/3");
        press(&mut model, "ats");
        assert_eq!(here(&model), "soldats 1/2");
        press(&mut model, "<Enter>.");
        assert_eq!(here(&model), "SOLDATS 2/2");
        press(&mut model, ".");
        assert_eq!(here(&model), "soldats 1/2");
        assert!(model.notice.is_some());
        press(&mut model, "<Shift-F3>");
        assert_eq!(here(&model), "SOLDATS 2/2");
        press(&mut model, "<Esc>");
        assert!(model.search.is_none() && model.focus == Pane::Text);
    }

    #[test]
    fn a_search_that_finds_nothing_or_is_dropped_leaves_no_trace() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "/rien<Enter>");
        assert!(model.search.is_none() && model.notice.is_some());
        press(&mut model, "/soldats<Esc>");
        assert!(model.search.is_none() && model.dialog.is_none() && model.reader.top == 0);
        press(&mut model, ".");
        assert!(model.notice.is_some());
    }

    #[test]
    fn an_empty_line_takes_the_search_before_up_again() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "/soldats<Enter>/<Enter>");
        assert_eq!(here(&model), "SOLDATS 2/2");
    }

    #[test]
    fn a_selection_begins_at_the_match() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "/12 000<Enter>v");
        let doc = model.reader.doc.clone().unwrap();
        assert_eq!(model.selection.as_ref().unwrap().span.of(doc.text()), "12 000");
    }

    #[test]
    fn the_search_goes_with_the_reader_into_another_article() {
        let mut model = desk(&[TEXT, "Rien.\nDes soldats.\n"]);
        press(&mut model, "/soldats<Enter>");
        go_to(&mut model, 1, Some(Target::Words(Span::new(10, 17))));
        read(&mut model, 1, "Rien.\nDes soldats.\n");
        assert_eq!(here(&model), "soldats 1/1");
    }

    #[test]
    fn a_large_text_is_searched_in_the_background() {
        let text = format!("{}Koursk", "mot ".repeat(QUICK / 3));
        let mut model = desk(&[&text]);
        let effects = press(&mut model, "/koursk");
        let Some(Effect::Search { article, doc, query }) = effects.last().cloned() else {
            panic!("asked for in the background: {effects:?}")
        };
        assert!(model.search.as_ref().unwrap().pending);
        let matches = Matches::of(&query, doc.text());
        done(&mut model, Done::Matched(article, "kours".into(), Matches::default()));
        done(&mut model, Done::Matched(article, query, matches));
        assert_eq!(here(&model), "Koursk 1/1");
        assert!(model.reader.top > QUICK);
    }
}
