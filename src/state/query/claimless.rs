//! What is said where a claim is asked for and there is none.

use super::keys;
use crate::command::Command;
use crate::i18n::messages as say;
use crate::state::model::Model;

/// That there is no claim, or that none of those in the article stands out and which key points out more.
pub(crate) fn no_claim(model: &Model) -> String {
    let lang = model.settings.lang;
    let analysis = model.reader.analysis.as_deref();
    if analysis.is_some_and(|analysis| !analysis.claims.is_empty()) {
        say::NONE_STANDS_OUT.fill(lang, &[&keys::first(model, Command::MoreClaims)])
    } else {
        say::NO_CLAIM_HERE.to(lang).to_owned()
    }
}
