//! Marks on claims: setting them, going to them.

use super::related;
use crate::command::Command;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::signal::Effect;
use crate::state::query::{annotation, claimless};

/// Marks the current claim, or takes its mark away.
pub(in crate::state) fn turn(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    let here = model.reader.article.zip(model.reader.item().map(|item| item.span));
    let (Some((article, span)), Some(doc)) = (here, &model.reader.doc) else {
        model.notice = Some(claimless::notice(model));
        return Vec::new();
    };
    let words = span.of(doc.text()).to_owned();
    let Some(named) = annotation::words(model, span) else { return Vec::new() };
    let is_marked = model.marks.turn(article, span, named);
    let text = if is_marked { say::MARKED } else { say::UNMARKED };
    let next = [(Command::NextMark, say::TO_NEXT_MARK), (Command::Bulk, say::DECIDE_MARKED)];
    let notice = Notice::info(text.fill(lang, &[&model.marks.count()])).about(&words);
    model.notice = Some(if is_marked { notice.then(&next) } else { notice });
    Vec::new()
}

/// Goes to the next marked claim; where none is marked, to the one that was changed last.
pub(in crate::state) fn next(model: &mut Model) -> Vec<Effect> {
    let at = model.reader.item().map_or(model.reader.top, |item| item.span.start);
    let here = (model.reader.article.unwrap_or_default(), at);
    if let Some((article, span)) = model.marks.behind(here) {
        return related::jump(model, article, Target::Item(span));
    }
    let Some((article, at)) = model.history.last() else {
        model.notice = Some(Notice::info(say::NO_MARK.to(model.settings.lang)));
        return Vec::new();
    };
    related::jump(model, article, Target::Claim(at))
}
