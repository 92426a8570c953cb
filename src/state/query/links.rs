//! The links beside the current claim, in the text, and of the article.

use super::{annotation, team};
use crate::core::annotation::link::{is_link, links_in};
use crate::state::model::Model;

/// So many links of a text are offered.
const MOST: usize = 200;

/// A link and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// The address.
    pub url: String,
    /// Where it stands.
    pub stands: Stands,
    /// What it is called; empty where nobody said.
    pub words: String,
}

/// Where a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// In the evidence of the current claim.
    Evidence,
    /// It is where the article was published.
    Article,
    /// In the article's text.
    Text,
}

/// All links that may be meant, each once: those of the evidence, those in the current claim's
/// sentence, the article's own, and the others of its text.
pub(crate) fn all(model: &Model) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let mut add = |url: &str, stands, words: &str| {
        if is_link(url) && !found.iter().any(|link| link.url == url) {
            found.push(Link { url: url.to_owned(), stands, words: words.to_owned() });
        }
    };
    for (url, title) in evidence(model) {
        add(&url, Stands::Evidence, &title);
    }
    let reader = &model.reader;
    let text = reader.doc.as_ref().map_or("", |doc| doc.text());
    let near = reader.item().map(|item| item.span);
    let here = near.map(|span| {
        let from = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
        &text[from..to]
    });
    for url in here.into_iter().flat_map(links_in).take(MOST) {
        add(url, Stands::Text, "");
    }
    let entry = reader.article.map(|id| &model.desk.articles[id]);
    let summary = entry.and_then(|entry| entry.summary());
    if let Some(url) = summary.and_then(|summary| summary.source.url.as_deref()) {
        add(url, Stands::Article, &summary.map(|s| s.source.in_short()).unwrap_or_default());
    }
    for url in links_in(text).take(MOST) {
        add(url, Stands::Text, "");
    }
    found
}

/// The links of the evidence, each once, in the order of the claim pane.
pub(crate) fn links(model: &Model) -> Vec<String> {
    let mut links: Vec<String> = Vec::new();
    for (url, _) in evidence(model) {
        if is_link(&url) && !links.contains(&url) {
            links.push(url);
        }
    }
    links
}

/// The addresses in the evidence of the current claim, and their titles.
fn evidence(model: &Model) -> Vec<(String, String)> {
    let Some(item) = model.reader.item() else { return Vec::new() };
    let own = annotation::own(model, item).into_iter();
    let theirs = team::about(model, item).into_iter().map(|theirs| &theirs.annotation);
    let seen = theirs.filter(|_| !team::is_hidden(model, item));
    let evidence = own.chain(seen).flat_map(|said| &said.evidence);
    evidence.filter_map(|e| Some((e.url.clone()?, e.title.clone().unwrap_or_default()))).collect()
}
