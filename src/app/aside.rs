//! What cannot be saved on the desk: it is kept in the user's own folder, and taken in at the next
//! start.

use super::event::Event;
use super::{App, words};
use crate::i18n::messages as say;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Unsaved;
use crate::state::{Done, unsaved};
use crate::store::aside;
use crate::store::session::State;

impl App {
    /// Keeps what is not on disk elsewhere; gives what is to be said of it, or why it cannot be.
    pub(super) fn keep_elsewhere(&self, unsaved: &[Unsaved]) -> Result<String, String> {
        let lang = self.context.lang();
        let library = self.context.library();
        let (desk, slug) = (library.desk().root().display(), library.annotator().slug());
        let names: Vec<_> = unsaved.iter().map(|one| self.context.name(one.article)).collect();
        let books = unsaved.iter().zip(&names).map(|(one, article)| aside::Unsaved {
            article,
            base: &one.base,
            now: &one.now,
        });
        let books: Vec<_> = books.collect();
        let own = self.context.state().map(State::unsaved);
        if let Some(folder) = own.filter(|folder| aside::keep(folder, slug, &books).is_ok()) {
            return Ok(say::KEPT_ELSEWHERE.fill(lang, &[&desk, &folder.display()]));
        }
        match aside::keep_anywhere(slug, &books) {
            Ok(folder) => Ok(say::KEPT_ANYWHERE.fill(lang, &[&desk, &folder.display()])),
            Err(error) => Err(words::cause(lang, &error)),
        }
    }

    /// At the end: what is still not on disk, and nobody agreed to lose, is kept elsewhere.
    pub(super) fn keep_the_rest(&mut self) {
        while let Ok(event) = self.receiver.try_recv() {
            if let Event::Done(done @ Done::Saved { .. }) = event {
                self.take(Event::Done(done));
            }
        }
        let unsaved = unsaved(&self.model);
        if unsaved.is_empty() || self.model.loses || self.model.farewell.is_some() {
            return;
        }
        match self.keep_elsewhere(&unsaved) {
            Ok(said) => self.model.farewell = Some(said),
            Err(error) => tracing::error!("what is not saved is lost: {error}"),
        }
    }

    /// Saves what the last run kept elsewhere; gives what is to be said of it.
    pub(super) fn take_back(&self) -> Option<Notice> {
        let folder = self.context.state()?.unsaved();
        if !folder.exists() {
            return None;
        }
        let lang = self.context.lang();
        match aside::take_back(self.context.library().desk(), folder) {
            (_, Some(error)) => {
                let why = words::failure(lang, &error).cause;
                let said = say::STILL_ELSEWHERE.fill(lang, &[&why, &folder.display()]);
                Some(Notice::warning(said))
            }
            (0, None) => None,
            (_, None) => Some(Notice::info(say::TAKEN_BACK.to(lang))),
        }
    }

    /// Tells at the start that nothing can be saved.
    pub(super) fn warn_of_the_disk(&self) -> Option<Notice> {
        let library = self.context.library();
        let error = library.desk().unwritable(library.annotator())?;
        let lang = self.context.lang();
        Some(Notice::warning(say::FOLDER_READ_ONLY.fill(lang, &[&words::cause(lang, &error)])))
    }
}
