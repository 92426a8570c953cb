//! The same verdict for a claim that is repeated elsewhere: one place after
//! the other, each looked at before it is decided.

use super::{related, verdict};
use crate::command::Command;
use crate::core::article::Span;
use crate::core::crosscheck::Relation;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::repeat::Repeat;
use crate::state::model::signal::Effect;
use crate::state::query::keys;

/// Gives the verdict at the place looked at, and goes on to the next; the
/// first time, goes to the first place.
pub(in crate::state) fn go_on(model: &mut Model) -> Vec<Effect> {
    let Some((label, article, span)) = model.repeat.given else {
        model.notice = Some(Notice::info(say::NOTHING_TO_REPEAT.to(model.settings.lang)));
        return Vec::new();
    };
    let mut effects = Vec::new();
    match model.repeat.here.take() {
        None => model.repeat.places = places(model, article, span),
        Some(place) if is_at(model, place) => effects = verdict::put(model, label),
        // Gone elsewhere meanwhile: the place is shown again before it is decided.
        Some(place) => model.repeat.places.push(place),
    }
    effects.extend(next(model, label));
    effects
}

fn next(model: &mut Model, label: usize) -> Vec<Effect> {
    let lang = model.settings.lang;
    let name = model.settings.labels.get(label).map(|l| lang.pick(&l.en, &l.fr).to_owned());
    let name = name.unwrap_or_default();
    let Some(place) = model.repeat.places.pop() else {
        model.repeat = Repeat::default();
        model.notice = Some(Notice::info(say::REPEATED_ALL.to(lang)));
        return Vec::new();
    };
    model.repeat.here = Some(place);
    let key = keys::first(model, Command::Repeat);
    let effects = related::jump(model, place.0, Target::Claim(place.1));
    model.notice = Some(Notice::info(say::REPEAT_HERE.fill(lang, &[&key, &name])));
    effects
}

/// Where other articles say the same.
fn places(model: &Model, article: ArticleId, span: Span) -> Vec<(ArticleId, usize)> {
    let known = model.reader.related.get(&span).filter(|_| model.reader.article == Some(article));
    let same = known.into_iter().flatten();
    let same = same.filter(|one| one.relation == Relation::Agree && one.is_claim);
    let mut places: Vec<_> = same.map(|one| (one.article, one.span.start)).collect();
    places.reverse();
    places
}

fn is_at(model: &Model, (article, at): (ArticleId, usize)) -> bool {
    let item = model.reader.item();
    model.reader.article == Some(article) && item.is_some_and(|item| item.span.contains(at))
}
