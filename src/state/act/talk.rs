//! Saying something to the team about a claim.

use super::verdict;
use crate::core::annotation::{Annotation, Remark};
use crate::core::team::talk::{id, mentions, thread};
use crate::state::model::Model;
use crate::state::model::about::About;
use crate::state::model::signal::Effect;
use crate::state::query::team;

/// Says this about the claim on these words, in answer to the last remark of somebody else.
pub(in crate::state) fn say(model: &mut Model, about: &About, text: String) -> Vec<Effect> {
    if text.is_empty() {
        return Vec::new();
    }
    let item = model.reader.items.iter().find(|item| item.span == about.span).cloned();
    let unit = item.and_then(|item| team::unit(model, &item));
    let me = model.settings.team.me();
    let last = unit.as_ref().and_then(|unit| thread(unit).pop());
    let re = last.filter(|said| said.person != me).map(|said| said.key);
    let people = team::people(model);
    let now = model.stamp.now;
    let remark = Remark { to: mentions(&text, &people), re, text, at: now, ..Remark::default() };
    let id = id(me, &remark);
    verdict::set(model, about, |annotation: &mut Annotation| {
        annotation.talk.insert(id, remark);
    })
}

/// Changes what one said; nothing takes it back.
pub(in crate::state) fn change(
    model: &mut Model,
    about: &About,
    id: &str,
    text: String,
) -> Vec<Effect> {
    let (to, at) = (mentions(&text, &team::people(model)), model.stamp.now);
    verdict::set(model, about, |annotation: &mut Annotation| {
        if let Some(remark) = annotation.talk.get_mut(id).filter(|remark| remark.text != text) {
            *remark = Remark { to, text, at, ..std::mem::take(remark) };
        }
    })
}

/// Why the team decided the claim on these words so, where one decided it oneself.
pub(in crate::state) fn set_reason(model: &mut Model, about: &About, why: String) -> Vec<Effect> {
    let now = model.stamp.now;
    verdict::set(model, about, |annotation: &mut Annotation| {
        if let Some(ruling) = annotation.final_verdict.clone() {
            annotation.rule(Some(crate::core::annotation::Final { why, at: now, ..ruling }));
        }
    })
}
