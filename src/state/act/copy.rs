//! Putting words on the clipboard, with where they stand.

use crate::core::annotation::link::is_link;
use crate::core::article::Source;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::settings::Copied;
use crate::state::model::signal::Effect;
use crate::state::query::claimless;
use crate::state::query::names;
use crate::state::query::related::picked;

/// Copies the selected words, else the related claim that is marked in the claim
/// pane, else the current claim.
pub(in crate::state) fn claim(model: &mut Model) -> Vec<Effect> {
    let lang = model.settings.lang;
    let Some(text) = related(model).or_else(|| here(model)) else {
        model.notice = Some(claimless::notice(model));
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
    let entry = &model.desk.articles[article];
    let file = entry.listing.name.as_str();
    let source = entry.summary().map(|summary| &summary.source);
    let title = entry.summary().map(|s| s.title.as_str()).filter(|t| !t.is_empty());
    let verdict = verdict(model, article, (start, end));
    if model.settings.copy == Copied::Markdown {
        return markdown(words, (title.unwrap_or(file), file), source, verdict);
    }
    let quoted = say::QUOTED.fill(lang, &[&words]);
    let origin = source.map(Source::in_short).filter(|origin| !origin.is_empty());
    let title = match (title, origin) {
        (Some(title), Some(origin)) => Some(format!("{title}, {origin}")),
        (title, origin) => title.map(str::to_owned).or(origin),
    };
    let copied = match title {
        Some(title) => say::COPY_TITLED.fill(lang, &[&quoted, &title, &file, &start, &end]),
        None => say::COPY.fill(lang, &[&quoted, &file, &start, &end]),
    };
    verdict.map_or(copied.clone(), |verdict| format!("{copied} · {verdict}"))
}

/// One's own verdict on these words, where they are a claim on the screen.
fn verdict(model: &Model, article: ArticleId, points: (usize, usize)) -> Option<String> {
    let doc = model.reader.doc.as_ref().filter(|_| model.reader.article == Some(article))?;
    let span = doc.from_points(points.0, points.1)?;
    let item = model.reader.items.iter().find(|item| item.span == span && !item.is_open())?;
    let verdict = item.verdict()?;
    Some(names::verdict(model, verdict))
}

/// A quotation with its source below it.
fn markdown(
    words: &str,
    (title, file): (&str, &str),
    source: Option<&Source>,
    verdict: Option<String>,
) -> String {
    let plain = |text: &str| {
        let mut out = String::new();
        for c in text.chars() {
            if "\\`*_{}[]<>#|~".contains(c) {
                out.push('\\');
            }
            out.push(if c == '\n' { ' ' } else { c });
        }
        out
    };
    let url = source.and_then(|source| source.url.as_deref()).filter(|url| is_link(url));
    let named = match url {
        Some(url) => format!("[{}](<{}>)", plain(title), url.replace('>', "%3E")),
        None => plain(title),
    };
    let origin = source.map(Source::in_short).filter(|origin| !origin.is_empty());
    let origin = origin.map_or_else(|| plain(file), |origin| plain(&origin));
    let verdict = verdict.map_or(String::new(), |verdict| format!(" · **{}**", plain(&verdict)));
    format!("> {}\n>\n> — {named}, {origin}{verdict}\n", plain(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::signal::{Done, Effect};
    use crate::state::model::summary::Summary;
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

    #[test]
    fn a_copy_tells_source_and_verdict() {
        let mut model = desk(&["Selon Séoul, 12 000 soldats sont en Russie.\n"]);
        let source = Source {
            outlet: Some("Le Monde".into()),
            published: Some("2024-10-23T10:00:00Z".into()),
            url: Some("https://example.org/a".into()),
            ..Source::default()
        };
        let summary = Summary { title: "Un *titre*".to_owned(), source, ..Summary::default() };
        done(&mut model, Done::Work(Answer::Summarized(vec![(0, summary)])));
        model.settings.advance = false;
        press(&mut model, "d");
        let copy = |model: &mut _| match &press(model, "Y")[..] {
            [Effect::Copy(text)] => text.clone(),
            other => panic!("{other:?}"),
        };
        let text = copy(&mut model);
        assert!(
            text.ends_with("(Un *titre*, Le Monde · 2024-10-23, 0.txt, 0–42) · ✗ disputed"),
            "{text}"
        );
        model.settings.copy = Copied::Markdown;
        assert_eq!(
            copy(&mut model),
            "> Selon Séoul, 12 000 soldats sont en Russie\n>\n\
             > — [Un \\*titre\\*](<https://example.org/a>), Le Monde · 2024-10-23 · **✗ disputed**\n"
        );
    }
}
