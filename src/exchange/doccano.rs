//! Lines for doccano: an article a line, `[start, end, label]` in code points.

use serde_json::{Map, Value, json};

use super::results::{Article, Claim, Header};
use super::{Piece, Writer};

/// Every line has the same keys, and no span is empty or reversed: doccano drops
/// such without a word.
#[derive(Debug, Default)]
pub(super) struct Doccano {
    lines: usize,
}

impl Writer for Doccano {
    fn takes(&self, claim: &Claim) -> bool {
        claim.effective.is_some() && claim.points.0 < claim.points.1
    }

    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        self.lines += 1;
        let mut labels: Vec<(usize, usize, &str)> = article
            .claims
            .iter()
            .filter_map(|claim| Some((claim.points, claim.effective.as_ref()?)))
            .filter(|((start, end), _)| start < end)
            .map(|((start, end), effective)| (start, end, effective.verdict.0.as_str()))
            .collect();
        labels.sort_unstable();
        labels.dedup();
        let source = &article.source;
        let line = json!({
            "id": self.lines,
            "text": article.original,
            "label": labels,
            "article": article.name,
            "outlet": source.outlet.as_deref().unwrap_or_default(),
            "published": source.published.as_deref().unwrap_or_default(),
            "url": source.url.as_deref().unwrap_or_default(),
            "definitions": definitions(desk),
        });
        Piece::part(format!("{line}\n"))
    }
}

/// What the code book says of each verdict.
fn definitions(desk: &Header) -> Value {
    let labels = desk.labels.iter().filter(|label| !label.help.is_empty());
    let pairs = labels.map(|label| (label.id.0.clone(), label.help.clone().into()));
    Value::Object(pairs.collect::<Map<_, _>>())
}
