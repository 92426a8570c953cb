//! What is said where a claim is asked for and there is none.

use super::keys;
use crate::command::Command;
use crate::i18n::{Lang, messages as say};
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::reader::Astray;

/// That there is no claim, or that none of those in the article stands out and which key points out more.
pub(crate) fn no_claim(model: &Model) -> String {
    if let Some(text) = astray(model) {
        return text;
    }
    let lang = model.settings.lang;
    if is_filtered_away(model) {
        return say::FILTER_HIDES_ALL.fill(lang, &[&keys::first(model, Command::ClearFilter)]);
    }
    match found(model) {
        0 => say::NO_CLAIM_HERE.to(lang).to_owned(),
        _ => say::NONE_STANDS_OUT.fill(lang, &[&keys::first(model, Command::MoreClaims)]),
    }
}

/// The same where there is room for the reason.
pub(crate) fn why_no_claim(model: &Model) -> String {
    let text = no_claim(model);
    let is_weak = astray(model).is_none() && !is_filtered_away(model);
    match found(model) {
        count if count > 0 && is_weak => {
            let why = say::WHY_NONE_STANDS_OUT.fill(model.settings.lang, &[&count]);
            format!("{text}. {why}")
        }
        _ => text,
    }
}

/// How many claims were found in the article, the weak ones included.
fn found(model: &Model) -> usize {
    model.reader.analysis.as_deref().map_or(0, |analysis| analysis.claims.len())
}

/// Whether a filter lets none of the claims through that are pointed out.
fn is_filtered_away(model: &Model) -> bool {
    let filters = model.filter.as_ref().is_some_and(|active| !active.filter.is_empty());
    filters && model.reader.progress().all > 0
}

/// The same in the foot.
pub(in crate::state) fn notice(model: &Model) -> Notice {
    astray_notice(model).unwrap_or_else(|| Notice::info(no_claim(model)))
}

/// That the words which were current are gone since the text changed, where that is so.
fn astray(model: &Model) -> Option<String> {
    let (astray, lang) = (lost(model)?, model.settings.lang);
    if !astray.settled {
        return Some(say::READING.to(lang).to_owned());
    }
    let keys = [keys::first(model, Command::Next), keys::first(model, Command::Previous)];
    let was = short(&astray.about.words.exact);
    let doc = model.reader.doc.as_ref();
    let is = astray.instead.zip(doc).map(|(span, doc)| short(span.of(doc.text())));
    Some(match is.filter(|is| !is.is_empty()) {
        Some(is) => say::ASTRAY_CHANGED.fill(lang, &[&was, &is, &keys[0], &keys[1]]),
        None => say::ASTRAY_GONE.fill(lang, &[&was, &keys[0], &keys[1]]),
    })
}

/// The same in the foot.
pub(in crate::state) fn astray_notice(model: &Model) -> Option<Notice> {
    let (astray, lang) = (lost(model)?, model.settings.lang);
    let text = match astray.instead {
        _ if !astray.settled => return Some(Notice::info(say::READING.to(lang))),
        Some(_) => say::ASTRAY_CHANGED_SHORT,
        None => say::ASTRAY_GONE_SHORT,
    };
    let next = [(Command::Next, say::ASTRAY_ON)];
    Some(Notice::warning(text.to(lang)).about(&astray.about.words.exact).then(&next))
}

/// Whether a notice says that words are gone.
pub(in crate::state) fn is_of_astray(lang: Lang, notice: &Notice) -> bool {
    [say::ASTRAY_CHANGED_SHORT, say::ASTRAY_GONE_SHORT]
        .iter()
        .any(|text| text.to(lang) == notice.text)
}

/// The claim that was current before the text changed, where none is now.
fn lost(model: &Model) -> Option<&Astray> {
    model.reader.astray.as_ref().filter(|_| model.reader.current.is_none())
}

/// The beginning of words, in one line.
fn short(words: &str) -> String {
    const MOST: usize = 160;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}
