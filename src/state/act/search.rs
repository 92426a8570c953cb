//! Searching in the open article, as typed.

use crate::command::Command;
use crate::core::annotation::Annotation;
use crate::core::article::Span;
use crate::core::review::Item;
use crate::core::search::{Needle, Query};
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::search::{Matches, Search};
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::annotation::own;
use crate::state::query::{geometry, team};

/// Up to this many bytes of text are searched before the frame; more in the background.
const QUICK: usize = 1 << 20;

/// Searches for this from now on.
pub(in crate::state) fn set(model: &mut Model, query: &str) -> Vec<Effect> {
    let parsed = Query::parse(query);
    model.search = matches!(parsed, Ok(Some(_))).then(|| Search::new(query.to_owned()));
    if let Err(why) = parsed {
        let text = say::BAD_PATTERN.fill(model.settings.lang, &[&why]);
        model.notice = Some(Notice::info(text));
    }
    let effects = again(model);
    approach(model);
    effects
}

/// Searches the open article anew.
pub(in crate::state) fn again(model: &mut Model) -> Vec<Effect> {
    let (Some(search), Some(article)) = (&mut model.search, model.reader.article) else {
        return Vec::new();
    };
    *search = Search::new(std::mem::take(&mut search.query));
    let typed = search.query.clone();
    let Some(doc) = &model.reader.doc else { return Vec::new() };
    if let Ok(Some(query)) = Query::parse(&search.query)
        && let Some(needle) = query.noted()
    {
        let spans = noted(model, needle);
        let search = model.search.insert(Search::new(typed));
        search.matches = Matches { spans, more: false };
        return Vec::new();
    }
    if doc.text().len() > QUICK {
        search.pending = true;
        let (doc, query) = (doc.clone(), search.query.clone());
        return vec![Effect::Work(Job::Match { article, doc, query })];
    }
    search.matches = Matches::of(&search.query, doc.text());
    Vec::new()
}

/// The claims about which such words were written, by oneself or by teammates whose verdicts are seen.
fn noted(model: &Model, needle: &Needle) -> Vec<Span> {
    let says = |annotation: &Annotation| needle.find(&annotation.written()).next().is_some();
    let is_noted = |item: &&Item| {
        own(model, item).is_some_and(says)
            || !team::is_hidden(model, item)
                && model.reader.team.on(item.span).any(|theirs| says(&theirs.annotation))
    };
    let mut spans: Vec<_> =
        model.reader.items.iter().filter(is_noted).map(|item| item.span).collect();
    spans.dedup();
    spans
}

/// Takes the matches that were looked for in the background, where they are still wanted.
pub(in crate::state) fn found(
    model: &mut Model,
    article: ArticleId,
    query: &str,
    matches: Matches,
) -> bool {
    let here = model.reader.article == Some(article);
    let Some(search) = model.search.as_mut().filter(|search| here && search.query == query) else {
        return false;
    };
    search.matches = matches;
    search.pending = false;
    true
}

/// Shows the first match from the top of the page on, else the first of all.
pub(in crate::state) fn approach(model: &mut Model) {
    let Some(search) = &model.search else { return };
    let spans = &search.matches.spans;
    let from = spans.partition_point(|span| span.start < model.reader.top);
    if !spans.is_empty() {
        go(model, if from < spans.len() { from } else { 0 });
    }
}

/// Nothing more is typed: a search that found nothing is over.
pub(in crate::state) fn settle(model: &mut Model) {
    if model.search.as_ref().is_some_and(|s| s.matches.spans.is_empty() && !s.pending) {
        not_found(model);
        model.search = None;
    }
}

/// Goes to the next or the previous match, around the end of the article.
pub(in crate::state) fn step(model: &mut Model, forward: bool) {
    let Some(search) = &model.search else {
        let text = say::NO_SEARCH.to(model.settings.lang);
        let next = [(Command::Search, say::SEARCH_IT)];
        model.notice = Some(Notice::info(text).then(&next));
        return;
    };
    let spans = &search.matches.spans;
    if spans.is_empty() {
        not_found(model);
        return;
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
}

fn not_found(model: &mut Model) {
    let query = model.search.as_ref().map_or("", |search| search.query.as_str());
    let text = say::NOT_FOUND.fill(model.settings.lang, &[&query]);
    model.notice = Some(Notice::info(text));
}

/// Goes to the match that begins at a place, where there is one.
pub(in crate::state) fn arrive(model: &mut Model, at: usize) {
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
    model.reader.follow(page, false);
    let around = model.reader.items.iter().enumerate().filter(|(_, item)| item.span.covers(span));
    if let Some((claim, _)) = around.min_by_key(|(_, item)| item.span.len()) {
        model.reader.current = Some(claim);
        model.reader.claim_top = 0;
    }
    search.current = Some(index);
    search.beside = model.reader.current;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article::Span;
    use crate::state::go_to;
    use crate::state::model::reader::Target;
    use crate::state::model::settings::Pane;
    use crate::state::model::signal::Done;
    use crate::state::model::work::Answer;
    use crate::state::testing::{desk, done, press, read};

    const TEXT: &str = "Les soldats sont à Séoul.\nUn soldat dit que 12 000 SOLDATS sont partis.\n";

    fn here(model: &Model) -> String {
        let search = model.search.as_ref().unwrap();
        let doc = model.reader.doc.as_ref().unwrap();
        let span = search.current.map(|index| search.matches.spans[index]).unwrap_or_default();
        format!("{} {}", span.of(doc.text()), search.count())
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
        let Some(Effect::Work(Job::Match { article, doc, query })) = effects.last().cloned() else {
            panic!("asked for in the background: {effects:?}")
        };
        assert!(model.search.as_ref().unwrap().pending);
        let matches = Matches::of(&query, doc.text());
        done(&mut model, Done::Work(Answer::Matched(article, "kours".into(), Matches::default())));
        done(&mut model, Done::Work(Answer::Matched(article, query, matches)));
        assert_eq!(here(&model), "Koursk 1/1");
        assert!(model.reader.top > QUICK);
    }
}
