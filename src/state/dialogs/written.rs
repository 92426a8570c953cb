//! Opening what is written about a claim: the current one, the one decided
//! last, or one that an earlier session left.

use super::note::What;
use super::{evidence, note, tags};
use crate::command::Command;
use crate::core::article::Span;
use crate::i18n::messages as say;
use crate::state::act::{related, verdict};
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::offer::{Offer, Offered};
use crate::state::model::reader::Target;
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::query::annotation::refusal;

/// Opens a dialog on the current claim.
pub(super) fn here(model: &mut Model, command: Command) {
    if let Some(span) = verdict::subject(model).map(|item| item.span) {
        open(model, command, span);
    }
}

/// Opens a dialog on the claim decided last; where that stands in another
/// article, once one is there.
pub(super) fn last(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(decided) = model.decided else {
        model.notice = Some(Notice::info(say::NOTHING_DECIDED.to(model.settings.lang)));
        return Vec::new();
    };
    if model.reader.article == Some(decided.article) {
        match refusal(model) {
            Some(refusal) => model.notice = Some(refusal),
            None => open(model, command, decided.span),
        }
        return Vec::new();
    }
    let (article, points) = (decided.article, decided.points);
    model.offered = Some(Offer { article, points, what: Offered::Dialog(command) });
    related::jump(model, article, Target::Claim(decided.span.start))
}

/// Opens the note on the article that is on the screen.
pub(super) fn on_article(model: &mut Model) {
    if let Some(refusal) = refusal(model) {
        model.notice = Some(refusal);
        return;
    }
    let Some((article, notebook)) = model.reader.article.zip(verdict::notebook(model)) else {
        return;
    };
    let written = notebook.note.clone();
    if !draft(model, Command::ArticleNote, article, WHOLE) {
        note::on_article(model, WHOLE, written);
    }
}

/// What stands for the article, where others stand on words of it.
pub(super) const WHOLE: Span = Span::new(0, 0);

/// Opens the dialog of a command on these words as it was left, where what was typed was not saved.
pub(super) fn draft(model: &mut Model, command: Command, article: ArticleId, span: Span) -> bool {
    let Some(draft) = model.drafts.remove(&(command, article, span)) else { return false };
    model.dialog = Some(draft);
    model.notice = Some(Notice::info(say::DRAFT_IS_BACK.to(model.settings.lang)));
    true
}

/// Opens a dialog on the claim on these words: as it was left, where something
/// was typed that is not saved.
fn open(model: &mut Model, command: Command, span: Span) {
    let Some(article) = model.reader.article else { return };
    if draft(model, command, article, span) {
        return;
    }
    match command {
        Command::WriteNote => note::open(model, span, What::Note),
        Command::ShortClaim => note::open(model, span, What::Short),
        Command::Reply => note::open(model, span, What::Remark),
        Command::WriteReason => note::open(model, span, What::Reason),
        Command::AddEvidence => evidence::open(model, span),
        Command::EditTags => tags::open(model, span),
        _ => {}
    }
}

/// Offers a note that an earlier session left unfinished, in the editor.
pub(crate) fn offer(
    model: &mut Model,
    article: ArticleId,
    points: (usize, usize),
    text: &str,
) -> Vec<Effect> {
    model.focus = Pane::Text;
    let target = Target::Points { at: points.0, top: points.0 };
    let effects = crate::state::act::article::open(model, article, Some(target));
    model.offered = Some(Offer { article, points, what: Offered::Recovered(text.to_owned()) });
    if model.reader.analysis.is_some() {
        take_offer(model);
    }
    effects
}

/// Opens what was offered once its article is there.
pub(in crate::state) fn take_offer(model: &mut Model) {
    let (Some(offer), Some(doc)) = (&model.offered, &model.reader.doc) else { return };
    if model.reader.article != Some(offer.article) || doc.is_partial() || model.dialog.is_some() {
        return;
    }
    let span = doc.from_points(offer.points.0, offer.points.1);
    let Some((offer, span)) = model.offered.take().zip(span) else { return };
    match offer.what {
        Offered::Recovered(text) => note::recover(model, span, &text),
        Offered::Dialog(command) => open(model, command, span),
    }
}
