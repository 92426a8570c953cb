//! The text of an article is another: all that holds a place in it goes with the words, as verdicts
//! do, or is dropped and says so.

use crate::i18n::messages as say;
use crate::state::model::about::About;
use crate::state::model::desk::ArticleId;
use crate::state::model::follow::{Fate, Follow, Text};
use crate::state::model::notice::Notice;
use crate::state::model::reader::Astray;
use crate::state::model::repeat::Repeat;
use crate::state::model::work::Loaded;
use crate::state::model::{Dialog, Model};
use crate::state::query::annotation::{named, refusal};

/// Finds what something is about in the open article, which may be another than when that was named.
pub(in crate::state) fn found(model: &Model, mut about: About) -> About {
    let reader = &model.reader;
    let Some(doc) = reader.doc.clone().filter(|_| reader.article == Some(about.article)) else {
        return about;
    };
    if about.words.exact.is_empty() {
        // Named by an older version of the program, by its place alone.
        let place = doc.from_points(about.words.start, about.words.end);
        about.span = place.unwrap_or_default();
        return about;
    }
    about.follow(&Follow::new(about.article, None, Some((&doc, reader.blob.as_ref()))));
    about
}

/// Whether nothing can be said about this where it is, and says why: the article is not there.
pub(in crate::state) fn is_stranded(model: &mut Model, about: &About) -> bool {
    let open = model.reader.article == Some(about.article);
    let there = model.reader.doc.is_some() && model.desk.books.contains_key(&about.article);
    let why = match refusal(model) {
        _ if !open || !there => Notice::warning(say::NOT_SAVED_GONE.to(model.settings.lang)),
        Some(refusal) => refusal,
        None => return false,
    };
    model.notice = Some(why);
    true
}

/// Takes a text of the open article.
pub(in crate::state) fn take(model: &mut Model, article: ArticleId, loaded: Loaded) {
    let reader = &model.reader;
    let whole = reader.doc.clone().filter(|doc| !doc.is_partial());
    if whole.is_some() && loaded.doc.is_partial() {
        // What shows stays whole until all of the new text is there.
        return;
    }
    let (old, blob) = (whole, reader.blob.clone());
    let held = current(model);
    let is_new = model.reader.take(loaded);
    let Some(new) = model.reader.doc.clone().filter(|doc| is_new && !doc.is_partial()) else {
        return;
    };
    let now = model.reader.blob.clone();
    let old: Option<Text<'_>> = old.as_deref().map(|doc| (doc, blob.as_ref()));
    let to = Follow::new(article, old, Some((&new, now.as_ref())));
    cursor(model, &to, held);
    all(model, &to);
}

/// The text of an article is gone: what is about it keeps its words, and finds them again when it is
/// back.
pub(in crate::state) fn lose(
    model: &mut Model,
    article: ArticleId,
    turn: fn(&mut Model, ArticleId),
) {
    let (old, blob) = (model.reader.doc.clone(), model.reader.blob.clone());
    let held = current(model);
    turn(model, article);
    let old = old.filter(|doc| !doc.is_partial());
    let old: Option<Text<'_>> = old.as_deref().map(|doc| (doc, blob.as_ref()));
    let to = Follow::new(article, old, None);
    cursor(model, &to, held);
    all(model, &to);
}

/// What is current, or was before the text changed.
fn current(model: &Model) -> Option<About> {
    let here = model.reader.item().and_then(|item| named(model, item));
    here.or_else(|| model.reader.astray.as_ref().map(|astray| astray.about.clone()))
}

/// The cursor stands nowhere until the claims are known and its words are found among them.
fn cursor(model: &mut Model, to: &Follow<'_>, held: Option<About>) {
    let Some(mut about) = held else { return };
    let was_lost = about.span.is_empty();
    let instead = about.follow(to);
    if was_lost && about.span.is_empty() {
        // The cursor stood on a verdict whose words were gone, and does so still.
        about.words.exact.clear();
    }
    let at = instead.unwrap_or(about.span).start;
    let at = if about.span.is_empty() && instead.is_none() { model.reader.top } else { at };
    model.reader.astray = Some(Astray { about, at, instead, settled: false });
}

/// All else that holds a place.
fn all(model: &mut Model, to: &Follow<'_>) {
    model.pressed = None;
    model.sharing.history.clear();
    model.sharing.asked.clear();
    let mut dropped = model.marks.follow(to);
    selection(model, to);
    dialogs(model, to);
    if let Some(decided) = &mut model.decided {
        decided.about.follow(to);
    }
    for place in [&mut model.trail, &mut model.ahead] {
        let before = place.len();
        place.retain_mut(|(article, at)| *article != to.article || moved(to, at));
        dropped += before - place.len();
    }
    model.history.each(|part| {
        if part.article == to.article {
            moved(to, &mut part.at);
        }
    });
    repeat(model, to);
    target(model, to);
    if dropped > 0 && model.notice.is_none() {
        let text = say::PLACES_DROPPED.fill(model.settings.lang, &[&dropped]);
        model.notice = Some(Notice::info(text));
    }
}

/// Moves a place with its words; tells whether they stand somewhere.
fn moved(to: &Follow<'_>, at: &mut usize) -> bool {
    if !to.knows_both() {
        return true;
    }
    let there = to.point(*at);
    *at = there.unwrap_or(*at);
    there.is_some()
}

/// Words being selected; where they are gone so is the cursor, that no verdict falls elsewhere.
fn selection(model: &mut Model, to: &Follow<'_>) {
    let Some(selection) = &mut model.selection else { return };
    let span = selection.span;
    match to.fate(span) {
        Fate::Same(span) => selection.span = span,
        Fate::Gone(instead) => {
            model.selection = None;
            let words = to.before(span).unwrap_or_default();
            let about = About { article: to.article, words, ..About::default() };
            let at = instead.map_or(model.reader.top, |span| span.start);
            model.reader.astray = Some(Astray { about, at, instead, settled: false });
        }
    }
}

/// What is open, and what was left unsaved.
fn dialogs(model: &mut Model, to: &Follow<'_>) {
    fn one(dialog: &mut Box<dyn Dialog>, to: &Follow<'_>) -> bool {
        dialog.follow(to);
        let mut gone = false;
        if let Some(about) = dialog.about() {
            let before = about.are_gone();
            about.follow(to);
            gone = about.are_gone() && !before;
        }
        gone | dialog.under().is_some_and(|under| one(under, to))
    }
    let gone = model.dialog.as_mut().is_some_and(|dialog| one(dialog, to));
    for draft in &mut model.drafts {
        one(draft, to);
    }
    if gone {
        model.notice = Some(Notice::warning(say::WRITTEN_ON_GONE.to(model.settings.lang)));
    }
}

/// The last verdict on its way through the desk.
fn repeat(model: &mut Model, to: &Follow<'_>) {
    let here = |article: ArticleId| article == to.article;
    let Repeat { given, places, here: looked_at } = &mut model.repeat;
    places.retain_mut(|(article, at)| !here(*article) || moved(to, at));
    let lost = given.as_mut().is_some_and(|(_, article, span)| {
        let there = if here(*article) && to.knows_both() { to.span(*span) } else { Some(*span) };
        *span = there.unwrap_or_default();
        there.is_none()
    });
    let left = looked_at.as_mut().is_some_and(|(article, at)| here(*article) && !moved(to, at));
    if lost || left {
        model.repeat = Repeat::default();
    }
}

/// Where the person is on the way to.
fn target(model: &mut Model, to: &Follow<'_>) {
    model.reader.target = model.reader.target.and_then(|target| target.follow(to));
}

/// An article is called otherwise, and its text is the same.
pub(in crate::state) fn rename(model: &mut Model, from: ArticleId, to: ArticleId) {
    let open = model.dialog.as_mut().and_then(|dialog| dialog.about());
    let left = model.drafts.iter_mut().filter_map(|draft| draft.about());
    let decided = model.decided.as_mut().map(|decided| &mut decided.about);
    let earlier = model.left.iter_mut().filter(|left| left.what.article == from);
    earlier.for_each(|left| left.what.article = to);
    let all = open.into_iter().chain(left).chain(decided);
    for about in all.filter(|about| about.article == from) {
        about.article = to;
    }
}
