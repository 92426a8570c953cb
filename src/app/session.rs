//! Where reading stopped, and a note that was being written.

use std::path::Path;

use super::context::{Context, Folders};
use crate::core::annotation::Selector;
use crate::core::claim::Level;
use crate::state::model::reader::Target;
use crate::state::model::signal::Unfinished;
use crate::state::model::widths::Widths;
use crate::state::{Effect, Model, Pane, go_to, offer_note};
use crate::store::annotator::Annotator;
use crate::store::session::{Recovery, Session, State};

/// Who was at the desk at `root` the last time, where that is known.
pub(crate) fn last_annotator(folders: &Folders, root: &Path) -> Option<Annotator> {
    let session = State::new(folders.state.as_deref()?, root).session()?;
    (!session.annotator.is_empty()).then(|| Annotator::new(&session.annotator))
}

/// Keeps and recalls places in the user's state folder.
#[derive(Debug)]
pub(super) struct SessionStore {
    /// None where the system names no folder for it.
    state: Option<State>,
}

impl SessionStore {
    pub(super) fn new(context: &Context) -> Self {
        Self { state: context.state().cloned() }
    }

    /// Opens the article that was asked for, else that where reading stopped, else the first.
    pub(super) fn recall(
        &self,
        model: &mut Model,
        context: &Context,
        asked: Option<&str>,
    ) -> Vec<Effect> {
        if context.len() == 0 {
            return Vec::new();
        }
        let session = self.state.as_ref().and_then(State::session).unwrap_or_default();
        if let Some(level) = session.level {
            model.settings.level = Level::new(level);
        }
        let ((list, claim), hides_list) = (session.widths, session.hides_list);
        model.widths = Widths { list, claim, hides_list };
        model.focus = Pane::Text;
        if let Some(article) = asked.filter(|name| session.article != **name) {
            let article = context.article(article).unwrap_or_default();
            return go_to(model, article, Some(Target::FirstOpen));
        }
        match context.article(&session.article) {
            Some(article) => {
                go_to(model, article, Some(Target::Points { at: session.at, top: session.top }))
            }
            None => go_to(model, 0, Some(Target::FirstOpen)),
        }
    }

    /// Offers a note that a crash left unfinished.
    pub(super) fn offer(&self, model: &mut Model, context: &Context) -> Vec<Effect> {
        let Some(left) = self.state.as_ref().and_then(State::recovery) else { return Vec::new() };
        let Some(article) = context.article(&left.article) else { return Vec::new() };
        let Recovery { start, end, exact, prefix, suffix, note, .. } = left;
        let words = Selector { exact, prefix, suffix, start, end, blob: None };
        offer_note(model, article, words, &note)
    }

    /// Keeps the place of this moment.
    pub(super) fn keep(&self, model: &Model, context: &Context) {
        let (Some(state), Some(article)) = (&self.state, model.reader.article) else { return };
        let points = |at: usize| {
            let span = crate::core::article::Span::new(at, at);
            model.reader.doc.as_ref().map_or(0, |doc| doc.to_points(span).0)
        };
        let session = Session {
            article: context.name(article),
            at: points(model.reader.item().map_or(0, |item| item.span.start)),
            top: points(model.reader.top),
            level: Some(model.settings.level.number()),
            widths: (model.widths.list, model.widths.claim),
            hides_list: model.widths.hides_list,
            annotator: context.library().annotator().name().to_owned(),
        };
        if let Err(error) = state.keep_session(&session) {
            tracing::warn!("the place is not kept: {error}");
        }
    }

    /// Keeps a note being written, or drops the one kept.
    pub(super) fn recover(&self, note: Option<&Unfinished>, context: &Context) {
        let Some(state) = &self.state else { return };
        let Some(note) = note else { return state.drop_recovery() };
        let recovery = Recovery {
            article: context.name(note.article),
            start: note.words.start,
            end: note.words.end,
            exact: note.words.exact.clone(),
            prefix: note.words.prefix.clone(),
            suffix: note.words.suffix.clone(),
            note: note.note.clone(),
        };
        if let Err(error) = state.keep_recovery(&recovery) {
            tracing::warn!("the unfinished note is not kept: {error}");
        }
    }
}
