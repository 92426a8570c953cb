//! Opening what is written about a claim: the current one, the one decided
//! last, or one that an earlier session left.

use super::note::What;
use super::{evidence, note, source, tags};
use crate::command::Command;
use crate::i18n::messages as say;
use crate::state::act::{follow, related, verdict};
use crate::state::model::about::About;
use crate::state::model::notice::Notice;
use crate::state::model::offer::Offer;
use crate::state::model::reader::Target;
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::model::unfinished::{Left, Unfinished};
use crate::state::model::{Dialog, Model, is_draft};
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
    model.offered = Some(Offer { about, command });
    related::jump(model, article, Target::Claim(at))
}

/// Opens the note on the article that is on the screen.
pub(super) fn on_article(model: &mut Model) {
    if let Some(refusal) = refusal(model) {
        model.notice = Some(refusal);
    } else if let Some(article) = model.reader.article {
        open(model, Command::ArticleNote, About::whole(article));
    }
}

/// Opens the form of where an article comes from.
pub(super) fn on_source(model: &mut Model) {
    if let Some(article) = source::chosen(model) {
        open(model, Command::TellSource, About::whole(article));
    }
}

/// Opens the dialog of a command on these words as it was left, where what was typed was not saved.
fn draft(model: &mut Model, command: Command, about: &About) -> bool {
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
    let asked = about.clone();
    match command {
        Command::WriteNote => note::open(model, about, What::Note),
        Command::ShortClaim => note::open(model, about, What::Short),
        Command::Reply => note::open(model, about, What::Remark),
        Command::WriteReason => note::open(model, about, What::Reason),
        Command::AddEvidence => evidence::open(model, about),
        Command::EditTags => tags::open(model, about),
        Command::ArticleNote => note::on_article(model, about),
        Command::TellSource => source::open(model, about.article),
        _ => {}
    }
    go_on(model, command, &asked);
}

/// Goes on in the dialog that was just opened with what an earlier reader left of it.
fn go_on(model: &mut Model, command: Command, about: &About) {
    let is_of = |Left { what, .. }: &Left| {
        let words = About { article: what.article, words: what.words.clone(), ..About::default() };
        what.command == command
            && what.article == about.article
            && follow::found(model, words).is(about)
    };
    let left = model.left.iter().position(is_of);
    let Some((at, dialog)) = left.zip(model.dialog.as_mut()) else { return };
    let Unfinished { now, before, .. } = model.left.remove(at).what;
    dialog.go_on(now, before);
    model.notice = Some(Notice::warning(say::NOT_FINISHED.to(model.settings.lang)));
}

/// Offers the next of what earlier readers left unfinished, where nothing else is open.
pub(crate) fn offer(model: &mut Model) -> Vec<Effect> {
    if model.dialog.is_some() || model.offered.is_some() || model.selection.is_some() {
        return Vec::new();
    }
    let Some(left) = model.left.iter_mut().find(|left| !left.offered) else { return Vec::new() };
    left.offered = true;
    let Unfinished { article, words, command, .. } = left.what.clone();
    model.focus = Pane::Text;
    let target = Target::Points { at: words.start, top: words.start };
    let target = (!words.exact.is_empty()).then_some(target);
    let effects = crate::state::act::article::open(model, article, target);
    let about = About { article, words, ..About::default() };
    model.offered = Some(Offer { about, command });
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
    let Some(Offer { about, command }) = model.offered.take() else { return };
    let about = follow::found(model, about);
    open(model, command, about);
}

/// All that is typed and not saved: in the open dialog, in those that were left, and by earlier readers.
pub(crate) fn unfinished(model: &mut Model) -> Vec<Unfinished> {
    fn add(dialog: &mut Box<dyn Dialog>, all: &mut Vec<Unfinished>) {
        if let Some((about, (now, before))) = dialog.unsaved().zip(dialog.written()) {
            let About { article, words, .. } = about;
            all.push(Unfinished { article, words, command: dialog.opened_by(), now, before });
        }
        if let Some(under) = dialog.under() {
            add(under, all);
        }
    }
    let mut all = Vec::new();
    for dialog in model.dialog.iter_mut().chain(&mut model.drafts) {
        add(dialog, &mut all);
    }
    all.extend(model.left.iter().map(|left| left.what.clone()));
    all
}
