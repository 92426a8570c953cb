//! A desk for unit tests: one article, keys in.

use std::sync::Arc;

use jiff::Timestamp;

use super::act::article::open;
use super::model::Model;
use super::model::desk::Listing;
use super::model::settings::{Pane, Settings};
use super::model::signal::{Done, Effect, Msg, Stamp};
use super::model::work::{Answer, Loaded};
use super::update::update;
use crate::command::Key;
use crate::core::annotation::BlobId;
use crate::core::article::Document;
use crate::core::claim::analyze;
use crate::i18n::Lang;

/// The moment of every call.
pub(super) fn stamp(model: &Model) -> Stamp {
    Stamp { now: model.stamp.now }
}

/// A desk of articles with these texts, the first one open, at 120 columns and 40 rows.
pub(super) fn desk(texts: &[&str]) -> Model {
    let first = Stamp { now: Timestamp::UNIX_EPOCH };
    let mut model = Model::new(Settings::new("Zoé", Lang::En), (120, 40), first);
    let listings =
        (0..texts.len()).map(|n| Listing { name: format!("{n}.txt"), ..Listing::default() });
    done(&mut model, Done::Listed(listings.collect()));
    model.focus = Pane::Text;
    if let Some(text) = texts.first() {
        open(&mut model, 0, None);
        read(&mut model, 0, text);
    }
    model
}

/// What the program does when an article is opened.
pub(super) fn read(model: &mut Model, article: usize, text: &str) {
    let doc = Arc::new(Document::new(text.as_bytes().to_vec()));
    let blob = Some(BlobId::of(text.as_bytes()));
    done(model, Done::BooksRead(article, Box::default()));
    done(model, Done::Work(Answer::Read(article, Ok(Loaded { doc, blob }))));
    done(model, Done::Work(Answer::Analyzed(article, Arc::new(analyze(text)))));
}

pub(super) fn done(model: &mut Model, done: Done) -> Vec<Effect> {
    let stamp = stamp(model);
    update(model, Msg::Done(done), stamp)
}

/// Presses keys, named ones in `<>`: `v<Tab>]]<Enter>`.
pub(super) fn press(model: &mut Model, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '<' => rest.find('>').map_or(1, |end| end + 1),
            _ => first.len_utf8(),
        };
        let name = if end > 1 && first == '<' { &rest[1..end - 1] } else { &rest[..end] };
        let name = if name == " " { "Space" } else { name };
        let key: Key = name.parse().expect("a key");
        let stamp = stamp(model);
        effects.extend(update(model, Msg::Key(key), stamp));
        // Each key is seen before the next.
        model.drawn(None);
        rest = &rest[end..];
    }
    effects
}
