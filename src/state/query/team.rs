//! What the team makes of the claims: as far as the desk's rules let it be seen.

use super::annotation;
use crate::core::review::Item;
use crate::core::review::team::{self, Theirs};
use crate::core::team::opinion::Opinion;
use crate::core::team::outline::{Line, Outline, View};
use crate::core::team::status::Unit;
use crate::state::model::Model;
use crate::state::model::about::About;
use crate::state::model::desk::ArticleId;
use crate::state::model::settings::Team;

/// What teammates decided about a claim, also where it is hidden for now.
pub(crate) fn about<'a>(model: &'a Model, item: &Item) -> Vec<&'a Theirs> {
    team::about(&model.reader.team, item.span)
}

/// Whether others' verdicts on a claim stay hidden until one's own is given.
pub(crate) fn is_hidden(model: &Model, item: &Item) -> bool {
    model.settings.blind && item.verdict().is_none() && !sees_all(model)
}

/// Whether one sees what others say before having decided: who decides for the team must.
fn sees_all(model: &Model) -> bool {
    model.settings.team.roster.has_editors() && model.settings.team.is_editor()
}

/// What the team says of a claim, where anybody has said something.
pub(crate) fn unit(model: &Model, item: &Item) -> Option<Unit> {
    model.reader.opinions.unit_on(item.span, model.settings.team.rules())
}

/// Whether people disagree on a claim, as far as it may be seen.
pub(crate) fn is_disputed(model: &Model, item: &Item) -> bool {
    !model.reader.outline.lines.is_empty()
        && !is_hidden(model, item)
        && unit(model, item)
            .is_some_and(|unit| unit.status.asks_editor() || unit.is_stale_dispute())
}

/// Whether an editor has decided a claim for the team, as far as that may be seen.
pub(crate) fn is_final(model: &Model, item: &Item) -> bool {
    !is_hidden(model, item) && unit(model, item).is_some_and(|unit| unit.decision.is_some())
}

/// How the team stands on an article; none while that is unknown.
pub(crate) fn outline(model: &Model, article: ArticleId) -> Option<&Outline> {
    Some(&model.desk.articles.get(article)?.summary()?.team)
}

/// The claims of an article that somebody should look at, as far as they may be seen.
pub(crate) fn lines(model: &Model, article: ArticleId) -> impl Iterator<Item = &Line> {
    let me = model.settings.team.me();
    let all = !model.settings.blind || sees_all(model);
    outline(model, article)
        .into_iter()
        .flat_map(move |outline| outline.lines.iter().map(move |line| (outline, line)))
        .filter(move |(outline, line)| all || outline.is_by(line, me))
        .map(|(_, line)| line)
}

/// How many of them are in a view.
pub(crate) fn count(model: &Model, article: ArticleId, view: View) -> usize {
    if model.settings.blind && !sees_all(model) {
        return lines(model, article).filter(|line| view.holds(line)).count();
    }
    outline(model, article).map_or(0, |outline| outline.count(view))
}

/// The people whose verdicts are in force on a claim, by verdict and name: what an editor chooses from.
pub(crate) fn panel(model: &Model, item: &Item) -> Vec<Opinion> {
    let unit = unit(model, item);
    let firm = unit.iter().flat_map(Unit::firm).map(|(opinion, _)| opinion.clone());
    let mut panel: Vec<_> = firm.collect();
    let label = |opinion: &Opinion| {
        let labels = &model.settings.labels;
        labels.iter().position(|label| Some(&label.id) == opinion.annotation.verdict.as_ref())
    };
    panel.sort_by(|a, b| {
        (label(a), &a.annotation.verdict, &a.name).cmp(&(label(b), &b.annotation.verdict, &b.name))
    });
    panel
}

/// Whether an article is assigned to the person, and not done.
pub(crate) fn is_mine(model: &Model, article: ArticleId) -> bool {
    let Team { roster, per_article, .. } = &model.settings.team;
    let (me, article) = (model.settings.team.me(), &model.desk.articles[article]);
    let is_me = |person: &String| person == me;
    let done = article.summary().is_some_and(|s| s.team.progress.done.iter().any(is_me));
    !done && roster.assigned(&article.listing.name, *per_article).iter().any(is_me)
}

/// The folder names of everybody who is known.
pub(crate) fn people(model: &Model) -> Vec<String> {
    let roster = model.settings.team.roster.people.keys();
    let open = model.reader.opinions.all().iter().map(|opinion| &opinion.person);
    let mut people: Vec<_> = roster.chain(model.desk.sums().begun()).chain(open).cloned().collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The name and the words of what one said last about the claim on these words.
pub(crate) fn last_remark(model: &Model, about: &About) -> Option<(String, String)> {
    let said = annotation::about(model, about)?.talk.iter();
    let said = said.filter(|(_, remark)| !remark.text.is_empty());
    let (id, remark) = said.max_by_key(|(id, remark)| (remark.at, *id))?;
    Some((id.clone(), remark.text.clone()))
}
