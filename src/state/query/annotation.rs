//! One's own annotation of a claim, and whether there can be one.

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
