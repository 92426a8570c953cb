//! Articles come, go and are renamed while the reader is open.

use super::list::{arrange, relist};
use super::{article, follow, kept};
use crate::core::article::Span;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::{ArticleId, Listing};
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;

/// The folder was read again; `moved` is what the article on the screen is called now, where it
/// was renamed.
pub(in crate::state) fn changed(
    model: &mut Model,
    listings: Vec<Listing>,
    moved: Option<ArticleId>,
) -> Vec<Effect> {
    let open = model.reader.article;
    let (gone, come) = model.desk.take(listings);
    let mut effects = Vec::new();
    let lost = open.filter(|open| gone.contains(open));
    if let (Some(open), None) = (lost, moved) {
        article::gone(model, open);
    }
    for article in &gone {
        // What is not saved yet stays, and is said to be unsaved.
        if model.desk.books.get(article).is_some_and(|book| !book.is_unsaved()) {
            model.desk.books.remove(article);
        }
        if let Some(active) = &mut model.filter {
            active.kept.remove(article);
        }
    }
    if open.is_some_and(|open| come.contains(&open)) {
        effects.extend(open.map(Effect::Open));
    }
    effects.extend(come.iter().filter_map(|article| kept::renew(model, *article)));
    relist(model);
    effects.push(Effect::Work(Job::Orphans));
    effects.push(Effect::Work(Job::CountImportable));
    if let (Some(open), Some(now)) = (lost, moved) {
        effects.extend(follow(model, open, now));
    }
    effects.extend(arrange(model));
    effects
}

/// The article on the screen has another name: the reader stays where it is in it.
fn follow(model: &mut Model, from: ArticleId, to: ArticleId) -> Vec<Effect> {
    let doc = model.reader.doc.clone();
    let point = |at: usize| doc.as_ref().map_or(0, |doc| doc.to_points(Span::new(at, at)).0);
    let at = point(model.reader.item().map_or(0, |item| item.span.start));
    let target = Target::Points { at, top: point(model.reader.top) };
    let name = |article: ArticleId| model.desk.articles[article].listing.name.clone();
    let text = say::FOLLOWED.fill(model.settings.lang, &[&name(from), &name(to)]);
    follow::rename(model, from, to);
    let effects = article::open(model, to, Some(target));
    relist(model);
    model.notice = Some(Notice::info(text));
    effects
}
