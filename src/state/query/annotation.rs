//! One's own annotation of a claim, and whether there can be one.

use super::keys;
use crate::command::Command;
use crate::core::anchor::select_in;
use crate::core::annotation::{Annotation, AnnotationId, Selector};
use crate::core::article::Span;
use crate::core::review::Item;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::about::About;
use crate::state::model::notice::Notice;

/// One's own annotation of a claim.
pub fn own<'a>(model: &'a Model, item: &Item) -> Option<&'a Annotation> {
    let book = model.desk.books.get(&model.reader.article?)?;
    book.now.annotations.get(item.own()?)
}

/// One's own annotation of what something is written about.
pub(in crate::state) fn about<'a>(model: &'a Model, about: &About) -> Option<&'a Annotation> {
    let annotations = &model.desk.books.get(&about.article)?.now.annotations;
    annotations.get(own_id(model, about)?)
}

/// Its name: what is on the same words now may have been made meanwhile.
pub(in crate::state) fn own_id<'a>(model: &'a Model, about: &'a About) -> Option<&'a AnnotationId> {
    let annotations = &model.desk.books.get(&about.article)?.now.annotations;
    let known = about.own.as_ref().filter(|id| annotations.contains_key(id));
    let open = model.reader.article == Some(about.article) && !about.span.is_empty();
    let mut here = model.reader.items.iter().filter(|item| open && item.span == about.span);
    known.or_else(|| here.find_map(|item| item.own()))
}

/// What names the words of a stretch of the article on the screen.
pub(in crate::state) fn words(model: &Model, span: Span) -> Option<Selector> {
    let doc = model.reader.doc.as_ref()?;
    Some(select_in(doc, span, model.reader.blob.clone()))
}

/// What something about this claim of the open article is written about.
pub(in crate::state) fn named(model: &Model, item: &Item) -> Option<About> {
    let article = model.reader.article?;
    let words = match item.span.is_empty() {
        // Of a verdict whose words are gone, those it was given for.
        true => own(model, item)?.selector.clone(),
        false => words(model, item.span)?,
    };
    Some(About { article, span: item.span, words, own: item.own().cloned() })
}

/// Why nothing can be decided here, in words.
pub(in crate::state) fn refusal(model: &Model) -> Option<Notice> {
    let book = model.desk.books.get(&model.reader.article?)?;
    let why = book.read_only.as_ref()?;
    Some(Notice::warning(say::READ_ONLY.fill(model.settings.lang, &[why])))
}

/// Nothing stands where the words of a verdict were.
pub(in crate::state) fn no_words(model: &Model) -> Notice {
    let keys = [keys::first(model, Command::Withdraw), keys::first(model, Command::SelectText)];
    Notice::warning(say::NO_WORDS_LEFT.fill(model.settings.lang, &[&keys[0], &keys[1]]))
}
