//! The links of a claim and its article.

use super::choose::{self, Choice};
use crate::command::Command;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::links::{Link, Stands, all};

/// Opens the only link in the browser, or a list of them: first those of the evidence, one's own
/// before those of teammates that may be seen, then the claim's, the article's, and the text's.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    let mut rows: Vec<Choice> = all(model).into_iter().map(|link| choice(model, link)).collect();
    match rows.len() {
        0 => model.notice = Some(Notice::info(say::NO_LINK.to(lang))),
        1 => return rows.swap_remove(0).done(model),
        _ => choose::open(model, Command::OpenLink, say::LINKS, rows),
    }
    Vec::new()
}

fn choice(model: &Model, Link { url, stands, words }: Link) -> Choice {
    let lang = model.settings.lang;
    let name = match stands {
        Stands::Evidence => say::LINK_OF_EVIDENCE,
        Stands::Article => say::LINK_OF_ARTICLE,
        Stands::Text => say::LINK_IN_TEXT,
    };
    let said = say::LINK_OPENED.fill(lang, &[&url]);
    let does = Effect::Work(Job::Browse(url.clone()));
    Choice { name: name.to(lang).to_owned(), text: url, detail: words, said, does }
}
