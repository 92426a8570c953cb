//! One verdict for many claims, in whatever articles, as one step.

use super::{answer, verdict};
use crate::core::annotation::edit::Edit;
use crate::core::annotation::{Notebook, Selector, VerdictId};
use crate::core::review::{self, Given, Item};
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::bulk::Batch;
use crate::state::model::history::{Part, Step};
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::Then;

/// Gives these claims a verdict; the notebooks that are not at hand are read first.
pub(in crate::state) fn give(model: &mut Model, batches: Vec<Batch>, label: usize) -> Vec<Effect> {
    let Some(verdict) = model.settings.labels.get(label).map(|label| label.id.clone()) else {
        return Vec::new();
    };
    let is_held = |batch: &&Batch| model.desk.books.contains_key(&batch.article);
    let missing = batches.iter().filter(|batch| !is_held(batch));
    let missing: Vec<_> = missing.map(|batch| batch.article).collect();
    if !missing.is_empty() {
        let reading = say::BULK_READING.fill(model.settings.lang, &[&missing.len()]);
        model.notice = Some(Notice::info(reading));
        return vec![Effect::Hold(missing, Then::Decide(batches, label))];
    }
    let mut parts = Vec::new();
    for batch in batches {
        let Some(book) = model.desk.books.get(&batch.article) else { continue };
        if book.read_only.is_some() {
            continue;
        }
        let edit = decide(&book.now, &batch.claims, &verdict, model);
        let at = batch.claims.first().map_or(0, |(item, _)| item.span.start);
        if !edit.is_empty() {
            parts.push(Part { article: batch.article, edit, at });
        }
    }
    commit(model, parts)
}

/// The edit that gives claims of one article a verdict.
fn decide(
    notebook: &Notebook,
    claims: &[(Item, Selector)],
    verdict: &VerdictId,
    model: &Model,
) -> Edit {
    let mut now = notebook.clone();
    let changes = claims.iter().flat_map(|(item, here)| {
        let given = item.given.clone().or_else(|| on_words(&now, here));
        let item = Item { given, ..*item };
        let (_, edit) =
            review::decide(&now, &item, here.clone(), model.stamp.now, verdict.clone(), |_| ());
        edit.apply(&mut now);
        edit.changes
    });
    Edit::of(changes.collect())
}

/// The annotation that was made on these words since they were looked for.
fn on_words(notebook: &Notebook, here: &Selector) -> Option<Box<Given>> {
    let is_it = |selector: &Selector| {
        (selector.start, selector.end, &selector.exact) == (here.start, here.end, &here.exact)
    };
    let mut all = notebook.annotations.iter();
    let (id, _) = all.find(|(_, annotation)| is_it(&annotation.selector))?;
    Some(Box::new(Given::new(id.clone())))
}

/// Carries the parts out as one step.
fn commit(model: &mut Model, parts: Vec<Part>) -> Vec<Effect> {
    if parts.is_empty() {
        model.notice = Some(Notice::info(say::BULK_SAME.to(model.settings.lang)));
        return Vec::new();
    }
    let open = model.reader.article;
    let mut effects = Vec::new();
    for part in &parts {
        effects.extend(verdict::apply(model, part.article, &part.edit));
        // What is open is counted as it is shown.
        let elsewhere = open != Some(part.article);
        effects.extend(elsewhere.then_some(Effect::Renew(part.article)));
    }
    let step = Step { parts };
    model.notice = Some(answer::of_step(model, &step, answer::How::Done));
    model.history.push(step);
    effects
}
