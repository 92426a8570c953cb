//! What the other articles say: asking for it, going there and back, taking it as evidence.

use super::desk::ArticleId;
use super::model::{Model, Pane};
use super::notice::Notice;
use super::reader::Target;
use super::signal::Effect;
use super::{update, verdict};
use crate::core::annotation::{Evidence, Stance};
use crate::core::article::Span;
use crate::core::crosscheck::Relation;
use crate::core::fact::Comparison;
use crate::i18n::{Text, messages as say};

/// A claim that speaks about the same fact as the current one.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The article it stands in.
    pub article: ArticleId,
    /// Its place there, in bytes of the shown text.
    pub span: Span,
    /// The same in code points of the original, for a reference.
    pub points: (usize, usize),
    /// Its words.
    pub words: String,
    /// Whom it names as its source.
    pub source: Option<String>,
    /// How it stands to the current claim.
    pub relation: Relation,
    /// Why, the strongest reason first.
    pub why: Vec<Reason>,
}

/// A reason for a relation, with the words of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What is compared.
    pub what: What,
    /// The words here.
    pub here: String,
    /// The words there.
    pub there: String,
}

/// What two claims have in common or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Figures.
    Figures(Comparison),
    /// Dates.
    Dates(Comparison),
    /// Places: the same or not.
    Places(bool),
    /// Two spellings of a name.
    Spelling,
    /// From whom to whom: the same way or the other.
    Direction(bool),
    /// What is given: the same or something else.
    Goods(bool),
    /// A denial.
    Denial,
    /// One says not.
    Negation,
    /// Words shared, of the words of the shorter.
    Words(usize, usize),
}

/// Asks what the desk says about the current claim, unless it is known or asked already.
pub(super) fn ask(model: &mut Model) -> Option<Effect> {
    let article = model.reader.article?;
    let span = model.reader.item()?.span;
    if span.is_empty() || !model.reader.asked.insert(span) {
        return None;
    }
    let (doc, analysis) = (model.reader.doc.clone()?, model.reader.analysis.clone()?);
    Some(Effect::Relate { article, doc, analysis, span })
}

/// What the desk says about the current claim, as far as it is known.
pub fn of_current(model: &Model) -> &[Related] {
    let span = model.reader.item().map(|item| item.span);
    span.and_then(|span| model.reader.related.get(&span)).map_or(&[], Vec::as_slice)
}

/// The related claim that is marked in the claim pane, where that has the focus.
pub(super) fn picked(model: &Model) -> Option<&Related> {
    let picking = model.focus == Pane::Claim && model.selection.is_none();
    of_current(model).get(model.reader.picked).filter(|_| picking)
}

/// Goes to the related claim of this number, from 1.
pub(super) fn open(model: &mut Model, number: usize) -> Vec<Effect> {
    let Some(to) = of_current(model).get(number.wrapping_sub(1)) else {
        model.notice = Some(Notice::info(say::NO_RELATED.fill(model.settings.lang, &[&number])));
        return Vec::new();
    };
    let (article, at) = (to.article, to.span.start);
    jump(model, article, Target::Claim(at))
}

/// Goes to a place, remembering this one.
pub(super) fn jump(model: &mut Model, article: ArticleId, to: Target) -> Vec<Effect> {
    if let Some(from) = model.reader.article {
        let here = model.reader.item().map_or(model.reader.top, |item| item.span.start);
        model.trail.push((from, here));
    }
    model.focus = Pane::Text;
    update::open(model, article, Some(to))
}

/// Comes back to where the last jump began.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    let Some((article, at)) = model.trail.pop() else {
        model.notice = Some(Notice::info(say::NOWHERE_BACK.to(model.settings.lang)));
        return Vec::new();
    };
    model.focus = Pane::Text;
    update::open(model, article, Some(Target::Claim(at)))
}

/// Moves the selection among the related claims; tells whether it could.
pub(super) fn step(model: &mut Model, forward: bool) -> bool {
    let count = of_current(model).len();
    let next = model.reader.picked.checked_add_signed(if forward { 1 } else { -1 });
    match next.filter(|next| *next < count) {
        Some(next) => (model.reader.picked, model.reader.following) = (next, true),
        None => return false,
    }
    true
}

/// Takes the selected related claim as evidence; again, turns to the next stance.
pub(super) fn take(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    if let Some(refusal) = verdict::refusal(model) {
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
    let taken = verdict::own(model, &item)
        .and_then(|own| own.evidence.iter().find(|e| is_it(e)))
        .map(|e| e.stance);
    let stance = taken.map_or_else(|| first_stance(related.relation), next_stance);
    model.notice = Some(Notice::info(say::TAKEN.fill(lang, &[&stance_name(stance).to(lang)])));
    let evidence = Evidence {
        stance,
        article: Some(article.clone()),
        quote: Some(related.words.clone()),
        ..Evidence::default()
    };
    verdict::change(model, item.span, item.own, |a| {
        match a.evidence.iter_mut().find(|e| is_it(e)) {
            Some(known) => known.stance = stance,
            None => a.evidence.push(evidence),
        }
    })
}

const fn first_stance(relation: Relation) -> Stance {
    match relation {
        Relation::Agree => Stance::Supports,
        Relation::Differ | Relation::Denied => Stance::Refutes,
        Relation::Related => Stance::Context,
    }
}

/// The stance that one key turns to.
pub(super) const fn next_stance(stance: Stance) -> Stance {
    match stance {
        Stance::Supports => Stance::Refutes,
        Stance::Refutes => Stance::Context,
        Stance::Context => Stance::Supports,
    }
}

/// The word for a stance.
pub const fn stance_name(stance: Stance) -> Text {
    match stance {
        Stance::Supports => say::SUPPORTS,
        Stance::Refutes => say::REFUTES,
        Stance::Context => say::CONTEXT,
    }
}
