//! `ClaimReview` of schema.org, in the form that search engines ask for.

use serde_json::{Value, json};

use super::results::{Article, Claim, Results};
use crate::core::annotation::VerdictId;

/// Who publishes the fact checks: `[publish]` of claimdesk.toml.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// The organisation.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The address of one fact check; `{article}` and `{claim}` are replaced.
    pub page: Option<String>,
}

/// What a claim lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The article and the claim, or the setting.
    pub place: String,
    /// What is not there, and where to write it.
    pub what: &'static str,
}

/// The longest claim that is shown whole on a telephone, in code points (Google).
pub(super) const SHORT: usize = 75;

/// Verdicts that are published. An open or unverified claim never is.
fn is_published(verdict: &VerdictId) -> bool {
    !matches!(verdict.0.as_str(), "unverified" | "not-a-claim")
}

/// One array of all claims whose verdict counts.
pub(super) fn write(results: &Results, publisher: &Publisher) -> Result<String, Vec<Missing>> {
    let mut missing = of_publisher(publisher);
    let mut reviews = Vec::new();
    for article in &results.articles {
        let ready: Vec<_> = article
            .claims
            .iter()
            .filter_map(|claim| {
                let effective = claim.effective.as_ref()?;
                is_published(&effective.verdict).then_some((claim, &effective.verdict))
            })
            .collect();
        if !ready.is_empty() {
            missing.extend(of_article(article));
        }
        reviews.extend(
            ready
                .into_iter()
                .map(|(claim, verdict)| review(results, article, claim, verdict, publisher)),
        );
    }
    if missing.is_empty() { Ok(format!("{:#}\n", Value::Array(reviews))) } else { Err(missing) }
}

fn of_publisher(publisher: &Publisher) -> Vec<Missing> {
    let needs = [
        (&publisher.name, "no `name` in [publish] of claimdesk.toml: who publishes the fact check"),
        (&publisher.page, "no `page` in [publish] of claimdesk.toml: the address of a fact check"),
    ];
    let missing = needs.into_iter().filter(|(value, _)| value.is_none());
    missing.map(|(_, what)| Missing { place: "claimdesk.toml".into(), what }).collect()
}

fn of_article(article: &Article) -> Vec<Missing> {
    let source = &article.source;
    let needs = [
        (source.url.is_none(), "no address of the article (its source's `url`)"),
        (source.published.is_none(), "no date of the article (its source's `published`)"),
        (
            source.outlet.is_none() && source.author.is_empty(),
            "no outlet and no author of the article",
        ),
    ];
    let missing = needs.into_iter().filter(|(is_missing, _)| *is_missing);
    missing.map(|(_, what)| Missing { place: article.name.clone(), what }).collect()
}

fn review(
    results: &Results,
    article: &Article,
    claim: &Claim,
    verdict: &VerdictId,
    publisher: &Publisher,
) -> Value {
    let source = &article.source;
    let author = match (source.author.first(), &source.outlet) {
        (Some(name), _) => json!({ "@type": "Person", "name": name }),
        (None, outlet) => json!({ "@type": "Organization", "name": outlet }),
    };
    let page = publisher.page.as_deref().unwrap_or_default();
    let stem = article.name.trim_end_matches(".txt");
    let url = page.replace("{article}", stem).replace("{claim}", &claim.number.to_string());
    let mut organisation = json!({ "@type": "Organization", "name": publisher.name });
    if let Some(url) = &publisher.url {
        organisation["url"] = url.as_str().into();
    }
    let decided = claim.opinions.iter().filter(|o| o.firm() == Some(verdict));
    let date = decided.map(|opinion| opinion.annotation.updated).max().unwrap_or(results.made);
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": url,
        "datePublished": date.strftime("%Y-%m-%d").to_string(),
        "author": organisation,
        "claimReviewed": short(article.words(claim)),
        "reviewRating": { "@type": "Rating", "alternateName": results.label(verdict) },
        "itemReviewed": {
            "@type": "Claim",
            "author": author,
            "datePublished": source.published,
            "appearance": { "@type": "CreativeWork", "url": source.url },
        },
    })
}

/// The claim, cut at a word where it is too long.
fn short(words: &str) -> String {
    if words.chars().count() <= SHORT {
        return words.to_owned();
    }
    let mut out = String::new();
    for word in words.split_whitespace() {
        if out.chars().count() + word.chars().count() + 2 > SHORT {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.push('…');
    out
}
