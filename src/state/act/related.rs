//! What the other articles say: asking for it, going there and back, taking it as evidence.

use super::{article, verdict};
use crate::command::Command;
use crate::core::annotation::{Evidence, Stance};
use crate::core::crosscheck::Relation;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::related::of_current;
use crate::state::query::{annotation, names};

/// Asks what the desk says about the current claim, unless it is known or asked already.
pub(in crate::state) fn ask(model: &mut Model) -> Option<Effect> {
    let article = model.reader.article?;
    let span = model.reader.item()?.span;
    if span.is_empty() || !model.reader.asked.insert(span) {
        return None;
    }
    let (doc, analysis) = (model.reader.doc.clone()?, model.reader.analysis.clone()?);
    Some(Effect::Work(Job::Relate { article, doc, analysis, span }))
}

/// Goes to the related claim of this number, from 1.
pub(in crate::state) fn open(model: &mut Model, number: usize) -> Vec<Effect> {
    let Some(to) = of_current(model).get(number.wrapping_sub(1)) else {
        model.notice = Some(Notice::info(say::NO_RELATED.fill(model.settings.lang, &[&number])));
        return Vec::new();
    };
    let (article, span) = (to.article, to.span);
    let target = if to.is_claim { Target::Claim(span.start) } else { Target::Words(span) };
    jump(model, article, target)
}

/// Goes to a place, remembering this one.
pub(in crate::state) fn jump(model: &mut Model, article: ArticleId, to: Target) -> Vec<Effect> {
    model.trail.extend(here(model));
    model.ahead.clear();
    if let Some(decided) = &mut model.decided {
        decided.left = false;
    }
    model.focus = Pane::Text;
    article::open(model, article, Some(to))
}

/// The article and the place in it where the person is.
fn here(model: &Model) -> Option<(ArticleId, usize)> {
    let at = model.reader.item().map_or(model.reader.top, |item| item.span.start);
    Some((model.reader.article?, at))
}

/// Goes again where one came back from.
pub(in crate::state) fn forward(model: &mut Model) -> Vec<Effect> {
    let Some((article, at)) = model.ahead.pop() else {
        model.notice = Some(Notice::info(say::NOWHERE_AHEAD.to(model.settings.lang)));
        return Vec::new();
    };
    model.trail.extend(here(model));
    model.focus = Pane::Text;
    article::open(model, article, Some(Target::Claim(at)))
}

/// Comes back to where the last jump began.
pub(in crate::state) fn back(model: &mut Model) -> Vec<Effect> {
    // The claim decided last, where one has moved on from it.
    let left = model.decided.as_mut().is_some_and(|decided| std::mem::take(&mut decided.left));
    let decided = model.decided.as_ref().filter(|one| left && !one.about.span.is_empty());
    let decided = decided.map(|one| (one.about.article, one.about.span.start));
    let Some((article, at)) = decided.or_else(|| model.trail.pop()) else {
        model.notice = Some(Notice::info(say::NOWHERE_BACK.to(model.settings.lang)));
        return Vec::new();
    };
    model.ahead.extend(here(model));
    model.focus = Pane::Text;
    article::open(model, article, Some(Target::Claim(at)))
}

/// Moves the selection among the related claims; tells whether it could.
pub(in crate::state) fn step(model: &mut Model, forward: bool) -> bool {
    let count = of_current(model).len();
    let next = model.reader.picked.checked_add_signed(if forward { 1 } else { -1 });
    match next.filter(|next| *next < count) {
        Some(next) => (model.reader.picked, model.reader.following) = (next, true),
        None => return false,
    }
    true
}

/// Takes the selected related claim as evidence; again, turns to the next stance.
pub(in crate::state) fn take(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    if let Some(refusal) = annotation::refusal(model) {
        model.notice = Some(refusal);
        return Vec::new();
    }
    let (Some(item), Some(related)) =
        (model.reader.item().cloned(), of_current(model).get(model.reader.picked).cloned())
    else {
        model.notice =
            Some(Notice::info(say::NO_RELATED.fill(lang, &[&(model.reader.picked + 1)])));
        return Vec::new();
    };
    let article = model.desk.articles[related.article].listing.name.clone();
    let is_it = |e: &Evidence| {
        e.article.as_deref() == Some(&article) && e.quote.as_deref() == Some(&related.words)
    };
    let taken = annotation::own(model, &item)
        .and_then(|own| own.evidence.iter().find(|e| is_it(e)))
        .map(|e| e.stance);
    let open = model.reader.article;
    let is_copy = open.is_some_and(|open| model.stories.are_copies(open, related.article));
    let first =
        match related.relation == Relation::Agree && (is_copy || Some(related.article) == open) {
            // What is said once more, here or in a copy, confirms nothing.
            true => Stance::Context,
            false => first_stance(related.relation),
        };
    let stance = taken.map_or(first, next_stance);
    let evidence = Evidence {
        stance,
        article: Some(article.clone()),
        quote: Some(related.words.clone()),
        ..Evidence::default()
    };
    let effects = verdict::change(model, item.span, item.own(), |a| {
        match a.evidence.iter_mut().find(|e| is_it(e)) {
            Some(known) => known.stance = stance,
            None => a.evidence.push(evidence),
        }
    });
    let text = say::TAKEN.fill(lang, &[&names::stance(stance).to(lang)]);
    let next = [(Command::TakeAsEvidence, say::OTHER_STANCE), (Command::Undo, say::UNDO_IT)];
    model.notice = Some(Notice::info(text).about(&related.words).then(&next));
    effects
}

const fn first_stance(relation: Relation) -> Stance {
    match relation {
        Relation::Agree => Stance::Supports,
        Relation::Differ => Stance::Refutes,
        Relation::Related | Relation::Nearest => Stance::Context,
    }
}

/// The stance that one key turns to.
pub(in crate::state) const fn next_stance(stance: Stance) -> Stance {
    match stance {
        Stance::Supports => Stance::Refutes,
        Stance::Refutes => Stance::Context,
        Stance::Context => Stance::Supports,
    }
}
