//! Where reading stopped, and what was typed and not saved.

use std::path::Path;

use super::context::{Context, Folders};
use crate::command::Command;
use crate::core::annotation::{Evidence, Selector};
use crate::core::claim::Level;
use crate::state::model::reader::Target;
use crate::state::model::unfinished::{Left, Unfinished, Written};
use crate::state::model::widths::Widths;
use crate::state::{Effect, Model, Pane, go_to, offer_left};
use crate::store::annotator::Annotator;
use crate::store::session::{Session, State};
use crate::store::unfinished::{self, Drafts, Piece};

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
    drafts: Option<Drafts>,
    /// What is kept of that now.
    kept: Vec<Unfinished>,
    /// What was typed about articles that the desk no longer has.
    strays: Vec<unfinished::Unfinished>,
}

impl SessionStore {
    pub(super) fn new(context: &Context) -> Self {
        let state = context.state().cloned();
        let drafts = state.as_ref().map(|state| Drafts::new(state.drafts()));
        Self { state, drafts, kept: Vec::new(), strays: Vec::new() }
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

    /// Offers what readers that no longer run left unfinished.
    pub(super) fn offer(&mut self, model: &mut Model, context: &Context) -> Vec<Effect> {
        for left in self.drafts.as_mut().map(Drafts::take_over).unwrap_or_default() {
            match recalled(&left, context) {
                Some(what) => model.left.push(Left { what, offered: false }),
                None => self.strays.push(left),
            }
        }
        offer_left(model)
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

    /// Keeps what is typed and not saved.
    pub(super) fn keep_unfinished(&mut self, typed: Vec<Unfinished>, context: &Context) {
        let Some(drafts) = self.drafts.as_mut().filter(|_| typed != self.kept) else { return };
        let mut all: Vec<_> = typed.iter().map(|typed| kept(typed, context)).collect();
        all.extend(self.strays.iter().cloned());
        if let Err(error) = drafts.keep(&all) {
            tracing::warn!("what is typed is not kept: {error}");
        }
        self.kept = typed;
    }
}

fn kept(typed: &Unfinished, context: &Context) -> unfinished::Unfinished {
    let Unfinished { article, words, command, now, before } = typed;
    let written = |Written { texts, evidence }: &Written| unfinished::Written {
        texts: texts.clone(),
        evidence: evidence.iter().map(Piece::from).collect(),
    };
    unfinished::Unfinished {
        command: command.entry().name.to_owned(),
        article: context.name(*article),
        start: words.start,
        end: words.end,
        exact: words.exact.clone(),
        prefix: words.prefix.clone(),
        suffix: words.suffix.clone(),
        now: written(now),
        before: written(before),
    }
}

fn recalled(left: &unfinished::Unfinished, context: &Context) -> Option<Unfinished> {
    let written = |unfinished::Written { texts, evidence }: &unfinished::Written| Written {
        texts: texts.clone(),
        evidence: evidence.iter().cloned().map(Evidence::from).collect(),
    };
    let words = Selector {
        exact: left.exact.clone(),
        prefix: left.prefix.clone(),
        suffix: left.suffix.clone(),
        start: left.start,
        end: left.end,
        blob: None,
    };
    Some(Unfinished {
        article: context.article(&left.article)?,
        words,
        command: Command::named(&left.command)?,
        now: written(&left.now),
        before: written(&left.before),
    })
}
