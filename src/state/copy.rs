//! Putting words on the clipboard, with where they stand.

use super::model::Model;
use super::notice::Notice;
use super::signal::Effect;
use crate::i18n::messages as say;

/// Copies the selected words, else the current claim: the words in quotation
/// marks, then the article, its file, and the code points of the words in it.
pub(super) fn claim(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    let (Some(article), Some(doc)) = (model.reader.article, &model.reader.doc) else {
        return Vec::new();
    };
    let selected = model.selection.as_ref().map(|selection| selection.words(doc));
    let Some(span) = selected.or_else(|| model.reader.item().map(|item| item.span)) else {
        model.notice = Some(Notice::info(say::NO_CLAIM_HERE.to(lang)));
        return Vec::new();
    };
    let words = span.of(doc.text());
    let (start, end) = doc.to_points(span);
    let article = &model.desk.articles[article];
    let file = article.listing.name.as_str();
    let quoted = say::QUOTED.fill(lang, &[&words]);
    let text = match article.summary.as_ref().map(|s| s.title.as_str()).filter(|t| !t.is_empty()) {
        Some(title) => say::COPY_TITLED.fill(lang, &[&quoted, &title, &file, &start, &end]),
        None => say::COPY.fill(lang, &[&quoted, &file, &start, &end]),
    };
    model.notice = Some(Notice::info(say::COPIED.fill(lang, &[&text])));
    vec![Effect::Copy(text)]
}

#[cfg(test)]
mod tests {
    use crate::state::Effect;
    use crate::state::desk::Summary;
    use crate::state::signal::Done;
    use crate::state::testing::{desk, done, press};

    #[test]
    fn words_are_copied_with_their_place() {
        let mut model = desk(&["Là-bas.\n\nSelon Séoul, 12 000 soldats sont en Russie.\n"]);
        let title = "Soldats".to_owned();
        done(&mut model, Done::Summed(vec![(0, Summary { title, ..Summary::default() })]));
        let effects = press(&mut model, "Y");
        let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(text, "“Selon Séoul, 12 000 soldats sont en Russie” (Soldats, 0.txt, 9–51)");
    }
}
