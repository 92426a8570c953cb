//! A verdict for many claims at once: which, how many, and whether really.

use crate::command::{Action, Command, Context, Key};
use crate::core::anchor::fold::Fold;
use crate::i18n::{Text, messages as say};
use crate::state::act::bulk;
use crate::state::model::bulk::{Batch, Collected, Want};
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::geometry;

/// The dialog.
#[derive(Clone, Debug)]
pub(crate) struct Bulk {
    /// The ways to say which claims.
    pub scopes: Vec<Scope>,
    /// The one that counts.
    pub at: usize,
    /// The verdict whose yes is waited for.
    pub asked: Option<usize>,
    /// The claims found so far.
    batches: Vec<Batch>,
    /// How many articles were looked through.
    pub searched: usize,
    /// Tells what is looked for now from what was looked for before.
    number: u64,
}

/// A way to say which claims.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// In words.
    pub name: Text,
    /// What is looked for.
    want: Want,
}

/// What the claims amount to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    /// How many claims.
    pub claims: usize,
    /// In how many articles.
    pub articles: usize,
    /// How many have a verdict in force already.
    pub decided: usize,
}

/// Opens it on what is marked, else on what the filter lets through, else on the claims with the
/// words of the current one.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let scopes = scopes(model);
    if scopes.is_empty() {
        let text = say::BULK_NOTHING.to(model.settings.lang);
        let next = [(Command::Mark, say::MARK_IT), (Command::Filter, say::FILTER_IT)];
        model.notice = Some(Notice::info(text).then(&next));
        return Vec::new();
    }
    let number = model.stamp.now.as_millisecond().unsigned_abs() << 4;
    let mut dialog = Bulk { scopes, at: 0, asked: None, batches: Vec::new(), searched: 0, number };
    let effects = dialog.look();
    model.dialog = Some(Box::new(dialog));
    effects
}

fn scopes(model: &Model) -> Vec<Scope> {
    let marks = model.marks.places();
    let marked = (!marks.is_empty()).then_some((say::BULK_MARKED, Want::Marked(marks)));
    let filtered = model.filter.as_ref().filter(|active| !active.filter.is_empty());
    let filtered = filtered.map(|active| {
        (say::BULK_FILTERED, Want::Filtered(active.filter.clone(), model.settings.level))
    });
    let words = model.reader.item().zip(model.reader.doc.as_ref());
    let words = words.map(|(item, doc)| Fold::of(item.span.of(doc.text())));
    let same = words.filter(|words| !words.trim().is_empty());
    let same = same.map(|words| (say::BULK_SAME_WORDS, Want::Same(words)));
    let all = [marked, filtered, same].into_iter().flatten();
    all.map(|(name, want)| Scope { name, want }).collect()
}

impl Bulk {
    /// Looks for the claims of the scope that counts.
    fn look(&mut self) -> Vec<Effect> {
        self.batches.clear();
        self.searched = 0;
        self.number += 1;
        let want = self.scopes[self.at].want.clone();
        vec![Effect::Work(Job::Collect(self.number, Some(want)))]
    }

    fn turn(&mut self, by: usize) -> Vec<Effect> {
        let count = self.scopes.len();
        if count < 2 {
            return Vec::new();
        }
        self.at = (self.at + by) % count;
        self.look()
    }

    /// Takes a part of the claims.
    pub(in crate::state) fn take(&mut self, number: u64, found: Collected) {
        if self.number != number {
            return;
        }
        self.searched += found.searched;
        self.batches.extend(found.batches);
        self.batches.sort_by_key(|batch| batch.article);
    }

    /// Whether all articles of the desk were looked through.
    pub(crate) fn is_complete(&self, model: &Model) -> bool {
        self.searched >= model.desk.articles.len()
    }

    /// What the claims amount to.
    pub(crate) fn sum(&self) -> Sum {
        let claims = || self.batches.iter().flat_map(|batch| &batch.claims);
        Sum {
            claims: claims().count(),
            articles: self.batches.len(),
            decided: claims().filter(|(item, _)| !item.is_open()).count(),
        }
    }

    /// The words of the first claims.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let claims = self.batches.iter().flat_map(|batch| &batch.claims);
        claims.map(|(_, selector)| selector.exact.as_str())
    }

    /// Asks whether all of them are to have a verdict.
    fn ask(&mut self, model: &mut Model, label: usize) -> Out {
        let lang = model.settings.lang;
        let refusal = match self.is_complete(model) {
            false => Some(say::BULK_COUNTING),
            true if self.batches.is_empty() => Some(say::BULK_NONE),
            true => None,
        };
        match refusal {
            Some(why) => model.notice = Some(Notice::info(why.to(lang))),
            None => self.asked = Some(label),
        }
        Out::default()
    }
}

/// Nothing is looked for any more.
const fn stop() -> Effect {
    Effect::Work(Job::Collect(0, None))
}

impl Dialog for Bulk {
    fn opened_by(&self) -> Command {
        Command::Bulk
    }

    fn context(&self) -> Context {
        if self.asked.is_some() { Context::Confirm } else { Context::Bulk }
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match (command, self.asked) {
            (Command::Yes, Some(label)) => {
                let is_marked = matches!(self.scopes[self.at].want, Want::Marked(_));
                let batches = std::mem::take(&mut self.batches);
                if is_marked {
                    model.marks.clear();
                }
                Out::close(bulk::give(model, batches, label))
            }
            (Command::No, Some(_)) => {
                self.asked = None;
                Out::default()
            }
            (Command::NextPane, None) => Out::stay(self.turn(1)),
            (Command::PreviousPane, None) => {
                let back = self.scopes.len() - 1;
                Out::stay(self.turn(back))
            }
            (Command::Cancel, None) => Out::close(vec![stop()]),
            _ => Out::default(),
        }
    }

    fn key(&mut self, model: &mut Model, key: Key) -> Out {
        match model.settings.keymap.action(Context::Desk, key) {
            Some(Action::Verdict(label)) if self.asked.is_none() => self.ask(model, label),
            _ => Out::ignored(),
        }
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        let rows = geometry::BULK_HEAD + model.settings.labels.len() as u16;
        Some(Overlay::of(geometry::bulk(geometry::screen(model).body, rows)))
    }

    fn has_views(&self) -> bool {
        self.scopes.len() > 1
    }
}
