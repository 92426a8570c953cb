//! One's own annotation of a claim, and whether there can be one.

use super::keys;
use crate::command::Command;
use crate::core::annotation::Annotation;
use crate::core::review::Item;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;

/// One's own annotation of a claim.
pub fn own<'a>(model: &'a Model, item: &Item) -> Option<&'a Annotation> {
    let book = model.desk.books.get(&model.reader.article?)?;
    book.now.annotations.get(item.own.as_ref()?)
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
