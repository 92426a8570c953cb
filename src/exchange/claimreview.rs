//! `ClaimReview` of schema.org, in the form that search engines ask for.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use super::results::{Article, Claim, Effective, Header};
use super::{Piece, Writer};
use crate::core::annotation::{SHORT, VerdictId};
use crate::i18n::{Message, line as say};

/// Who publishes the fact checks: `[publish]` of claimdesk.toml.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// The organisation.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The address of one fact check; `{article}`, `{claim}` and `{number}` are replaced.
    pub page: Option<String>,
}

/// What stands in the way of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Missing {
    /// The article and the claim, or the setting.
    pub place: Message,
    /// What is not there, and where to write it.
    pub what: Message,
}

impl Missing {
    pub(super) fn new(place: impl Into<Message>, what: impl Into<Message>) -> Self {
        Self { place: place.into(), what: what.into() }
    }
}

/// Verdicts that are published. An open or unverified claim never is.
fn is_published(verdict: &VerdictId) -> bool {
    !matches!(verdict.0.as_str(), "unverified" | "not-a-claim")
}

/// One array of all claims whose verdict counts, or the list of all that is missing.
#[derive(Debug, Default)]
pub(super) struct ClaimReview {
    reviews: Vec<Value>,
    missing: Vec<Missing>,
}

impl Writer for ClaimReview {
    fn begin(&mut self, desk: &Header) -> Vec<Piece> {
        self.missing = of_publisher(&desk.publisher);
        Vec::new()
    }

    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        let ready: Vec<_> = article
            .claims
            .iter()
            .filter_map(|claim| Some((claim, claim.effective.as_ref()?)))
            .filter(|(_, effective)| is_published(&effective.verdict))
            .collect();
        if !ready.is_empty() {
            self.missing.extend(of_article(article));
        }
        let ids = lasting(article);
        for (claim, effective) in ready {
            match short(article, claim) {
                Some(short) => {
                    let id = ids.get(&claim.number).map_or("", |id| id);
                    let url = address(desk, article, claim, id);
                    self.reviews.push(review(desk, article, claim, effective, &short, &url));
                }
                None => self.missing.push(Missing::new(
                    say::CLAIM_OF.with(&[&article.name, &claim.number]),
                    say::LONGER_THAN.with(&[&SHORT]),
                )),
            }
        }
        Vec::new()
    }

    fn takes(&self, claim: &Claim) -> bool {
        claim.effective.as_ref().is_some_and(|effective| is_published(&effective.verdict))
    }

    fn end(&mut self, _: &Header) -> Result<Vec<Piece>, Vec<Missing>> {
        if !self.missing.is_empty() {
            return Err(std::mem::take(&mut self.missing));
        }
        Ok(Piece::part(format!("{:#}\n", Value::Array(std::mem::take(&mut self.reviews)))))
    }
}

fn of_publisher(publisher: &Publisher) -> Vec<Missing> {
    let needs = [(&publisher.name, say::NO_PUBLISHER), (&publisher.page, say::NO_PAGE)];
    let missing = needs.into_iter().filter(|(value, _)| value.is_none());
    missing.map(|(_, what)| Missing::new(Message::same("claimdesk.toml"), what)).collect()
}

fn of_article(article: &Article) -> Vec<Missing> {
    let source = &article.source;
    let needs = [
        (source.url.is_none(), say::NO_URL),
        (source.published.is_none(), say::NO_PUBLISHED),
        (source.outlet.is_none() && source.author.is_empty(), say::NO_AUTHOR),
    ];
    let missing = needs.into_iter().filter(|(is_missing, _)| *is_missing);
    missing.map(|(_, what)| Missing::new(Message::same(&article.name), what)).collect()
}

/// The claim in a few words: as somebody wrote it, else its own where they are few.
fn short(article: &Article, claim: &Claim) -> Option<String> {
    let words = || article.words(claim).split_whitespace().collect::<Vec<_>>().join(" ");
    let short = claim.short().map_or_else(words, str::to_owned);
    (short.chars().count() <= SHORT).then_some(short)
}

/// A name for each claim, by its number, that stays whatever is said on it later and whatever else is marked
/// in the article: the id of what was first said on it. Of two claims with one id, the later has
/// the folder of its author before it.
fn lasting(article: &Article) -> BTreeMap<usize, String> {
    let first = |claim: &Claim| {
        let first = claim.opinions.iter().min_by_key(|o| (o.annotation.created, &o.key))?;
        Some((first.annotation.created, first.key.clone(), claim.number))
    };
    let mut all: Vec<_> = article.claims.iter().filter_map(first).collect();
    all.sort_unstable();
    let mut taken = HashSet::new();
    let name = |(_, key, number): (_, String, usize)| {
        let id = key.rsplit('/').next().unwrap_or(&key).to_owned();
        let name = if taken.insert(id.clone()) { id } else { key.replace('/', "-") };
        (number, encoded(&name))
    };
    all.into_iter().map(name).collect()
}

/// A name as a part of an address (RFC 3986).
fn encoded(name: &str) -> String {
    let sign = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    name.bytes().map(sign).collect()
}

/// The address of a fact check.
fn address(desk: &Header, article: &Article, claim: &Claim, id: &str) -> String {
    let page = desk.publisher.page.as_deref().unwrap_or_default();
    page.replace("{article}", article.stem())
        .replace("{claim}", id)
        .replace("{number}", &claim.number.to_string())
}

fn review(
    desk: &Header,
    article: &Article,
    claim: &Claim,
    effective: &Effective,
    short: &str,
    url: &str,
) -> Value {
    let (source, publisher) = (&article.source, &desk.publisher);
    let author = match (source.author.first(), &source.outlet) {
        (Some(name), _) => json!({ "@type": "Person", "name": name }),
        (None, outlet) => json!({ "@type": "Organization", "name": outlet }),
    };
    let mut organisation = json!({ "@type": "Organization", "name": publisher.name });
    if let Some(url) = &publisher.url {
        organisation["url"] = url.as_str().into();
    }
    let date = claim.said().map(|said| said.updated).max().unwrap_or(desk.made);
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": url,
        "datePublished": date.strftime("%Y-%m-%d").to_string(),
        "author": organisation,
        "claimReviewed": short,
        "reviewRating": rating(desk, &effective.verdict),
        "itemReviewed": {
            "@type": "Claim",
            "author": author,
            "datePublished": source.published,
            "appearance": { "@type": "CreativeWork", "url": source.url },
        },
    })
}

/// What search engines show of a verdict: the label's `rating`, else its name.
fn rating(desk: &Header, verdict: &VerdictId) -> Value {
    let shown = desk.known(verdict).and_then(|label| label.rating.as_deref());
    let mut rating =
        json!({ "@type": "Rating", "alternateName": shown.unwrap_or_else(|| desk.label(verdict)) });
    let help = desk.help(verdict);
    if !help.is_empty() {
        rating["description"] = help.into();
    }
    rating
}
