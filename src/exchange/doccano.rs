//! Lines for doccano: an article a line, `[start, end, label]` in code points.

use serde_json::json;

use super::results::Results;

/// Every line has the same keys, and no span is empty or reversed: doccano drops
/// such without a word. A claim that people decided differently has a span each.
pub(super) fn write(results: &Results) -> String {
    let mut out = String::new();
    for (id, article) in results.articles.iter().enumerate() {
        let mut labels: Vec<(usize, usize, &str)> = Vec::new();
        for claim in &article.claims {
            let verdicts = claim.opinions.iter().filter_map(|o| o.firm());
            let (start, end) = claim.points;
            labels.extend(verdicts.map(|v| (start, end, v.0.as_str())).filter(|_| start < end));
        }
        labels.sort_unstable();
        labels.dedup();
        let line = json!({ "id": id + 1, "text": article.original, "label": labels, "article": article.name });
        out.push_str(&line.to_string());
        out.push('\n');
    }
    out
}
