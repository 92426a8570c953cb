//! What the reader offers to import, and imports.

use std::collections::HashSet;

use super::Importer;
use super::read::Input;
use crate::app::context::Context;
use crate::app::words;
use crate::core::annotation::BlobId;
use crate::i18n::{Message, messages as say};
use crate::store::article::Unread;
use crate::store::intake::Intake;

/// The documents among the articles that no article was made of, as they lie there now.
pub(in crate::app) fn importable(context: &Context) -> Vec<String> {
    new_among(context.library().list().others, context)
}

/// How many there were when the articles were listed.
pub(in crate::app) fn count_importable(context: &Context) -> usize {
    new_among(context.others(), context).len()
}

/// Those that no article was made of: by their bytes, since an article may have been called
/// otherwise.
fn new_among(mut names: Vec<String>, context: &Context) -> Vec<String> {
    let desk = context.library().desk();
    if names.is_empty() {
        return names;
    }
    let known: HashSet<String> = Intake::new(desk).known();
    names.retain(|name| {
        let input = desk.article_path(name).map(Input::named);
        let bytes = input.and_then(|input| input.bytes().ok());
        bytes.is_none_or(|bytes| !known.contains(&BlobId::of(&bytes).0))
    });
    names
}

/// Makes articles of these documents; gives what to say of it, and whether all went well.
pub(in crate::app) fn by_names(context: &Context, names: &[String]) -> (String, bool) {
    let (desk, lang) = (context.library().desk(), context.lang());
    let intake = Intake::new(desk);
    let importer = Importer { desk, intake: &intake, told: &|_| {}, keep: true, split: None };
    let (mut made, mut refused, mut doubts) = (Vec::new(), Vec::new(), Vec::new());
    for name in names {
        let input = desk.article_path(name).map(Input::named);
        let done = input.map_or_else(
            || Err(Message::of(|lang| words::unread(lang, &Unread::Name))),
            |input| importer.import(&input, |_| false),
        );
        match done {
            Ok(articles) => {
                doubts.extend(articles.iter().filter_map(|made| Some((name, made.warning?))));
                made.extend(articles.into_iter().map(|made| made.article));
            }
            Err(why) => refused.push((name, why)),
        }
    }
    let files = made.iter().filter_map(|path| desk.article_name(&desk.root().join(path)));
    let files: Vec<_> = files.flat_map(|name| desk.files_of(&name)).collect();
    if let Some(state) = context.state() {
        // Where it cannot be kept, sharing these files takes one more word (`sync --with`).
        let _ = state.keep_wrote(files);
    }
    match (refused.first(), doubts.first()) {
        (Some((name, why)), _) => {
            (say::IMPORTED_BUT.fill(lang, &[&made.len(), &refused.len(), name, why]), false)
        }
        (None, Some((name, doubt))) => {
            let why = words::doubt(lang, *doubt);
            (say::IMPORTED_DOUBTED.fill(lang, &[&made.len(), name, &why]), false)
        }
        (None, None) => (say::IMPORTED.fill(lang, &[&made.len()]), true),
    }
}
