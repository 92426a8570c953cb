//! Sharing through git, and what came from others.

use crate::command::Command;
use crate::i18n::team as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::settings::Pane;
use crate::state::model::sharing::{Report, Standing};
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::query::team;

/// Asks what there is to share.
pub(in crate::state) fn plan(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    // Asked for while one runs by itself, it says what comes of that.
    model.sharing.unasked = false;
    if std::mem::replace(&mut model.sharing.busy, true) {
        model.notice = Some(Notice::info(say::SYNC_RUNS.to(lang)));
        return Vec::new();
    }
    model.notice = Some(Notice::info(say::SYNC_BEGINS.to(lang)));
    vec![Effect::Work(Job::PlanSync)]
}

/// It is time to share one's work: in a clone, and where nobody is doing it already.
pub(in crate::state) fn due(model: &mut Model) -> Vec<Effect> {
    if model.sharing.standing.is_none() || std::mem::replace(&mut model.sharing.busy, true) {
        return Vec::new();
    }
    model.sharing.unasked = true;
    vec![Effect::Work(Job::PlanSync)]
}

/// A sync that nobody asked for came to nothing: told once, since it will be tried again.
pub(in crate::state) fn failed(model: &mut Model, why: String) {
    model.sharing.busy = false;
    let is_known = model.sharing.failed.as_ref() == Some(&why);
    if !model.sharing.unasked {
        model.notice = Some(Notice::warning(why));
    } else if !is_known {
        model.notice = Some(Notice::warning(why.clone()));
        model.sharing.failed = Some(why);
    }
}

/// A sync is over.
pub(in crate::state) fn synced(model: &mut Model, done: Result<Report, String>) -> Vec<Effect> {
    let lang = model.settings.lang;
    model.sharing.busy = false;
    match done {
        Err(why) => failed(model, why),
        // What went out is told by the foot, what came by the look at git that follows.
        Ok(_) if model.sharing.unasked => model.sharing.failed = None,
        Ok(Report { committed, received, pushed }) => {
            model.sharing.failed = None;
            let came: usize = received.values().sum();
            let mut text = match (pushed, committed) {
                (true, _) => say::SYNC_PUSHED.fill(lang, &[&committed]),
                (false, _) => say::SYNC_NOTHING_OUT.to(lang).to_owned(),
            };
            if came > 0 {
                let people: Vec<_> =
                    received.keys().filter(|name| !name.is_empty()).map(String::as_str).collect();
                let brought = say::SYNC_CAME.fill(lang, &[&came, &people.join(", ")]);
                text = format!("{text} · {brought}");
            }
            let next = [(Command::Changes, say::SEE_CHANGES)];
            let notice = Notice::info(text);
            model.notice = Some(if came > 0 { notice.then(&next) } else { notice });
            // What came by it is told already.
            if let Some(standing) = &mut model.sharing.standing {
                standing.head = None;
            }
        }
    }
    vec![look(model)]
}

/// Asks how the clone stands.
pub(in crate::state) fn look(model: &Model) -> Effect {
    let head = model.sharing.standing.as_ref().and_then(|standing| standing.head.clone());
    Effect::Work(Job::LookAtGit(head))
}

/// Takes how the clone stands, and tells of what came from others.
pub(in crate::state) fn stands(model: &mut Model, standing: Option<Standing>, came: usize) {
    model.sharing.standing = standing;
    if came > 0 && !model.sharing.busy {
        let lang = model.settings.lang;
        let text = say::CAME_FROM_OTHERS.fill(lang, &[&came]);
        let next = [(Command::Changes, say::SEE_CHANGES)];
        model.notice = Some(Notice::info(text).then(&next));
    }
}

/// Asks for the history of the current claim, while its pane has the focus.
pub(in crate::state) fn ask(model: &mut Model) -> Option<Effect> {
    let article = model.reader.article?;
    if model.focus != Pane::Claim || model.dialog.is_some() || model.sharing.standing.is_none() {
        return None;
    }
    let item = model.reader.item()?.clone();
    let unit = team::unit(model, &item)?;
    if team::is_hidden(model, &item) || !model.sharing.asked.insert(item.span) {
        return None;
    }
    let keys = unit.opinions.iter().map(|opinion| opinion.key.clone()).collect();
    Some(Effect::Work(Job::History { article, span: item.span, keys }))
}
