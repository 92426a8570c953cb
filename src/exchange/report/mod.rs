//! The report of a desk: what an editor reads and forwards.

mod chart;
mod html;
mod markdown;
mod words;

use std::collections::BTreeMap;

use super::results::{Article, Claim, Results};
use crate::core::annotation::VerdictId;
use crate::i18n::Lang;

/// From this number of articles on, the report has a page per article and an index.
pub const PAGES: usize = 100;

/// The report as one page of HTML, without script and without any request.
pub fn html(results: &Results, lang: Lang) -> String {
    html::page(results, lang)
}

/// The page of one article, for a report of many; it leads back to the index.
pub fn html_article(results: &Results, article: &Article, lang: Lang) -> String {
    html::article_page(results, article, lang)
}

/// The index of such a report: the summary, and a link to each article's page.
pub fn html_index(results: &Results, lang: Lang) -> String {
    html::index_page(results, lang)
}

/// The name of an article's page in a report of many.
pub fn page_name(article: &Article) -> String {
    format!("{}.html", article.name.trim_end_matches(".txt"))
}

/// The report in Markdown, for wikis and pull requests.
pub fn markdown(results: &Results, lang: Lang) -> String {
    markdown::page(results, lang)
}

/// What one looks for first.
struct Summary {
    claims: usize,
    /// Claims with a verdict that counts, by verdict.
    verdicts: BTreeMap<VerdictId, usize>,
    /// Claims on which people differ.
    disputed: usize,
    /// Claims without any verdict in force.
    open: usize,
    people: Vec<String>,
}

impl Summary {
    fn of<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let (mut claims, mut disputed, mut open) = (0, 0, 0);
        let mut verdicts = BTreeMap::new();
        let mut people = Vec::new();
        for claim in articles.into_iter().flat_map(|article| &article.claims) {
            claims += 1;
            people.extend(claim.opinions.iter().map(|opinion| opinion.name.clone()));
            match &claim.effective {
                Some(effective) => *verdicts.entry(effective.verdict.clone()).or_default() += 1,
                None if is_disputed(claim) => disputed += 1,
                None => open += 1,
            }
        }
        people.sort_unstable();
        people.dedup();
        Self { claims, verdicts, disputed, open, people }
    }

    /// The verdicts in the order of the labels, with their counts; unknown ones last.
    fn in_order(&self, results: &Results) -> Vec<(VerdictId, usize)> {
        let place =
            |verdict: &VerdictId| results.labels.iter().position(|label| label.id == *verdict);
        let mut all: Vec<_> =
            self.verdicts.iter().map(|(id, count)| (id.clone(), *count)).collect();
        all.sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
        all
    }
}

/// Whether people gave a claim different verdicts that are in force.
fn is_disputed(claim: &Claim) -> bool {
    let mut verdicts = claim.opinions.iter().filter_map(|opinion| opinion.firm());
    let first = verdicts.next();
    first.is_some_and(|first| verdicts.any(|other| other != first))
}

/// The sign and the name of a verdict.
fn label(results: &Results, verdict: &VerdictId, lang: Lang) -> (char, String) {
    let known = results.labels.iter().find(|label| label.id == *verdict);
    known.map_or_else(
        || ('?', verdict.0.clone()),
        |label| (label.symbol, lang.pick(&label.en, &label.fr).to_owned()),
    )
}
