//! Carries out what an update of the model asks for.

use std::collections::VecDeque;
use std::sync::Arc;

use super::event::Held;
use super::saver::Work;
use super::teammates::Teammates;
use super::{App, Care, study};
use crate::state::model::work::{Answer, Job, Then};
use crate::state::{Done, Effect, Msg, update};
use crate::term::system;

impl App {
    /// Carries out effects; what is answered at once is taken at once.
    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            for done in self.effect(effect) {
                let stamp = (self.clock)();
                queue.extend(update(&mut self.model, Msg::Done(done), stamp));
            }
        }
    }

    fn effect(&mut self, effect: Effect) -> Vec<Done> {
        match effect {
            Effect::Open(article) => self.pending.debounce.turn_to(article),
            Effect::Reload(article) => {
                self.saver.reload(article, self.teammates.read(&self.context, article));
            }
            Effect::Hold(articles, then) => self.scheduler.schedule(Job::Hold(articles, then)),
            Effect::SettleGone(article, write_back) => self.saver.settle(article, write_back),
            Effect::Save { article, base, now } => {
                self.pending.saves += 1;
                self.saver.save(article, Work { base, now });
            }
            // Passed by quickly, these are not worth a look.
            Effect::Work(
                job @ (Job::Relate { .. }
                | Job::Preview(_)
                | Job::CountDifferences(_)
                | Job::LookAtGit(_)
                | Job::History { .. }),
            ) => {
                self.pending.debounce.put(job);
            }
            Effect::Sync(agreed) => {
                // What was acknowledged is on disk before it is shared.
                self.saver.wait();
                self.scheduler.schedule(Job::Sync(agreed));
            }
            Effect::Work(job @ Job::Summarize(_)) if self.pending.debounce.passes_by() => {
                self.pending.debounce.put(job);
            }
            Effect::Work(job) => self.scheduler.schedule(job),
            Effect::ReadAhead(on) => self.scheduler.read_ahead(on),
            Effect::Renew(article) => self.scheduler.renew(article),
            Effect::Copy(text) => self.pending.copied = Some(text),
            Effect::Edit => self.pending.screen = self.pending.screen.max(Care::Edit),
            Effect::Redraw => self.pending.screen = self.pending.screen.max(Care::Redraw),
            Effect::Suspend if !system::ask_to_stop() => return vec![Done::NotSuspended],
            // The system answers with the signal to stop.
            Effect::Suspend => {}
            Effect::KeepElsewhere(unsaved) => {
                return vec![Done::KeptElsewhere(self.keep_elsewhere(&unsaved))];
            }
            Effect::GoOn => self.pending.goes_on = true,
            Effect::Quit => self.pending.quit = true,
        }
        Vec::new()
    }

    /// Takes annotations that were read behind the screen, then what waited for them. An article that
    /// was opened meanwhile has newer ones.
    pub(super) fn take_held(&mut self, read: Vec<Held>, then: Then) {
        for (article, books, file) in read {
            if !self.model.desk.books.contains_key(&article) {
                self.saver.hold(article, Some(file));
                self.update(Msg::Done(Done::BooksRead(article, Box::new(books))));
            }
        }
        self.update(Msg::Done(match then {
            Then::Confirm(article, places) => Done::Work(Answer::SameValues(article, places)),
            Then::Decide(batches, label) => Done::Decide(batches, label),
        }));
    }

    /// Opens the article that was last turned to: of many passed by at once, only that.
    pub(super) fn open_pending(&mut self) {
        let Some(article) = self.pending.debounce.open() else { return };
        let held = self.model.desk.books.contains_key(&article);
        let is_first = self.pending.drawn.is_none();
        // The very first frame waits for no lexicon to be read.
        let quick = if is_first { 0 } else { study::QUICK };
        let people = (!held).then(|| self.context.library().teammates());
        let people = people.as_deref();
        let marks = Teammates::marks(&self.context, article, people.unwrap_or_default());
        let (done, mut rest, file) = study::open(&self.context, article, people, quick);
        for done in &done {
            if let Done::BooksRead(article, books) = done {
                self.teammates.took(*article, &marks, &books.team);
            }
        }
        if is_first {
            self.pending.behind = rest.extract_if(.., |job| study::is_quick(job)).next();
        }
        self.saver.hold(article, file);
        if held {
            self.carry_out(vec![Effect::Reload(article)]);
        }
        self.scheduler.first(rest);
        for done in done {
            self.update(Msg::Done(done));
        }
    }

    /// Finds the claims that the very first frame did not wait for: before a key is read, so that
    /// none is pressed on claims that are not there yet, and before a screen has shown that frame.
    pub(super) fn claims_behind_the_first_frame(&mut self) -> Option<Answer> {
        let Some(Job::Analyze(article, doc)) = self.pending.behind.take() else { return None };
        let analysis = Arc::new(self.context.library().analyze(doc.text()));
        Some(Answer::Analyzed(article, analysis))
    }
}
