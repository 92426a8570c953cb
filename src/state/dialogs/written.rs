//! Opening what is written about a claim: the current one, the one decided
//! last, or one that an earlier session left.

use super::note::What;
use super::{evidence, note, tags};
use crate::command::Command;
use crate::core::annotation::Selector;
use crate::i18n::messages as say;
use crate::state::act::{follow, related, verdict};
use crate::state::model::about::About;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::offer::{Offer, Offered};
use crate::state::model::reader::Target;
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::model::{Model, is_draft};
use crate::state::query::annotation::{named, refusal};

/// Opens a dialog on the current claim.
pub(super) fn here(model: &mut Model, command: Command) {
    let item = verdict::subject(model);
    if let Some(about) = item.and_then(|item| named(model, &item)) {
        open(model, command, about);
    }
}

/// Opens a dialog on the claim decided last; where that stands in another
/// article, once one is there.
pub(super) fn last(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(about) = model.decided.as_ref().map(|decided| decided.about.clone()) else {
        model.notice = Some(Notice::info(say::NOTHING_DECIDED.to(model.settings.lang)));
        return Vec::new();
    };
    if model.reader.article == Some(about.article) {
        match refusal(model) {
            Some(refusal) => model.notice = Some(refusal),
            None => open(model, command, about),
        }
        return Vec::new();
    }
    let (article, at) = (about.article, about.span.start);
    model.offered = Some(Offer { about, what: Offered::Dialog(command) });
    related::jump(model, article, Target::Claim(at))
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
    let about = About::whole(article);
    if !draft(model, Command::ArticleNote, &about) {
        note::on_article(model, about, written);
    }
}

/// Opens the dialog of a command on these words as it was left, where what was typed was not saved.
pub(super) fn draft(model: &mut Model, command: Command, about: &About) -> bool {
    let Some(at) = model.drafts.iter().position(|draft| is_draft(&**draft, command, about)) else {
        return false;
    };
    model.dialog = Some(model.drafts.remove(at));
    model.notice = Some(Notice::info(say::DRAFT_IS_BACK.to(model.settings.lang)));
    true
}

/// Opens a dialog on the claim on these words: as it was left, where something
/// was typed that is not saved.
fn open(model: &mut Model, command: Command, about: About) {
    if draft(model, command, &about) {
        return;
    }
    match command {
        Command::WriteNote => note::open(model, about, What::Note),
        Command::ShortClaim => note::open(model, about, What::Short),
        Command::Reply => note::open(model, about, What::Remark),
        Command::WriteReason => note::open(model, about, What::Reason),
        Command::AddEvidence => evidence::open(model, about),
        Command::EditTags => tags::open(model, about),
        _ => {}
    }
}

/// Offers a note that an earlier session left unfinished, in the editor.
pub(crate) fn offer(
    model: &mut Model,
    article: ArticleId,
    words: Selector,
    text: &str,
) -> Vec<Effect> {
    model.focus = Pane::Text;
    let target = Target::Points { at: words.start, top: words.start };
    let effects = crate::state::act::article::open(model, article, Some(target));
    let about = About { article, words, ..About::default() };
    model.offered = Some(Offer { about, what: Offered::Recovered(text.to_owned()) });
    if model.reader.analysis.is_some() {
        take_offer(model);
    }
    effects
}

/// Opens what was offered once its article is there.
pub(in crate::state) fn take_offer(model: &mut Model) {
    let (Some(offer), Some(doc)) = (&model.offered, &model.reader.doc) else { return };
    if model.reader.article != Some(offer.about.article)
        || doc.is_partial()
        || model.dialog.is_some()
    {
        return;
    }
    let Some(Offer { about, what }) = model.offered.take() else { return };
    let about = follow::found(model, about);
    match what {
        Offered::Recovered(text) => note::recover(model, about, &text),
        Offered::Dialog(command) => open(model, command, about),
    }
}
