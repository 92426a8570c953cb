//! Putting words on the clipboard, with where they stand.

use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::signal::Effect;
use crate::state::query::related::picked;

/// Copies the selected words, else the related claim that is marked in the claim
/// pane, else the current claim.
pub(in crate::state) fn claim(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    let Some(text) = related(model).or_else(|| here(model)) else {
        model.notice = Some(Notice::info(say::NO_CLAIM_HERE.to(lang)));
        return Vec::new();
    };
    model.notice = Some(Notice::info(say::COPIED.fill(lang, &[&text])));
    vec![Effect::Copy(text)]
}

fn related(model: &Model) -> Option<String> {
    let related = picked(model)?;
    Some(with_reference(model, related.article, &related.words, related.points))
}

fn here(model: &Model) -> Option<String> {
    let (article, doc) = (model.reader.article?, model.reader.doc.as_ref()?);
    let selected = model.selection.as_ref().map(|selection| selection.words(doc));
    let span = selected.or_else(|| model.reader.item().map(|item| item.span))?;
    Some(with_reference(model, article, span.of(doc.text()), doc.to_points(span)))
}

/// The words in quotation marks, then the article, its file, and the code points
/// of the words in it.
fn with_reference(
    model: &Model,
    article: ArticleId,
    words: &str,
    (start, end): (usize, usize),
) -> String {
    let lang = model.settings.lang;
    let article = &model.desk.articles[article];
    let file = article.listing.name.as_str();
    let quoted = say::QUOTED.fill(lang, &[&words]);
    match article.summary.as_ref().map(|s| s.title.as_str()).filter(|t| !t.is_empty()) {
        Some(title) => say::COPY_TITLED.fill(lang, &[&quoted, &title, &file, &start, &end]),
        None => say::COPY.fill(lang, &[&quoted, &file, &start, &end]),
    }
}

#[cfg(test)]
mod tests {
    use crate::state::model::desk::Summary;
    use crate::state::model::signal::{Done, Effect};
    use crate::state::model::work::Answer;
    use crate::state::testing::{desk, done, press};

    #[test]
    fn words_are_copied_with_their_place() {
        let mut model = desk(&["Là-bas.\n\nSelon Séoul, 12 000 soldats sont en Russie.\n"]);
        let title = "Soldats".to_owned();
        done(
            &mut model,
            Done::Work(Answer::Summarized(vec![(0, Summary { title, ..Summary::default() })])),
        );
        let effects = press(&mut model, "Y");
        let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(text, "“Selon Séoul, 12 000 soldats sont en Russie” (Soldats, 0.txt, 9–51)");
    }
}
