//! A table for spreadsheets (RFC 4180), safe to open in one.

use super::results::{Article, Claim, Results};
use crate::core::annotation::Evidence;
use crate::core::team::opinion::Opinion;

const COLUMNS: [&str; 21] = [
    "article",
    "title",
    "outlet",
    "published",
    "url",
    "claim",
    "quote",
    "start",
    "end",
    "effective",
    "how",
    "person",
    "verdict",
    "standing",
    "note",
    "evidence",
    "tags",
    "id",
    "created",
    "updated",
    "blob",
];

/// A row for each claim and person; an open claim has a row without person. Lines
/// end with CR LF, and a byte order mark says to Excel that this is UTF-8.
pub(super) fn write(results: &Results) -> String {
    let mut out = String::from('\u{feff}');
    row(&mut out, &COLUMNS.map(str::to_owned));
    for article in &results.articles {
        for claim in &article.claims {
            if claim.opinions.is_empty() {
                row(&mut out, &cells(article, claim, None));
            }
            for opinion in &claim.opinions {
                row(&mut out, &cells(article, claim, Some(opinion)));
            }
        }
    }
    out
}

fn cells(article: &Article, claim: &Claim, opinion: Option<&Opinion>) -> [String; 21] {
    let of = |value: &Option<String>| value.clone().unwrap_or_default();
    let source = &article.source;
    let effective = claim.effective.as_ref();
    let said = opinion.map(|opinion| &opinion.annotation);
    [
        article.name.clone(),
        article.title.clone(),
        of(&source.outlet),
        of(&source.published),
        of(&source.url),
        claim.number.to_string(),
        article.words(claim).to_owned(),
        claim.points.0.to_string(),
        claim.points.1.to_string(),
        effective.map(|effective| effective.verdict.0.clone()).unwrap_or_default(),
        effective.map(|effective| effective.how.name().to_owned()).unwrap_or_default(),
        opinion.map(|opinion| opinion.name.clone()).unwrap_or_default(),
        said.and_then(|said| Some(said.verdict.as_ref()?.0.clone())).unwrap_or_default(),
        opinion
            .map(|o| if o.standing.is_in_force() { "firm" } else { "stale" }.to_owned())
            .unwrap_or_default(),
        said.map(|said| said.note.clone()).unwrap_or_default(),
        said.map(|said| lines(&said.evidence)).unwrap_or_default(),
        said.map(|said| said.tags.join(", ")).unwrap_or_default(),
        opinion.map(|opinion| opinion.key.clone()).unwrap_or_default(),
        said.map(|said| said.created.to_string()).unwrap_or_default(),
        said.map(|said| said.updated.to_string()).unwrap_or_default(),
        said.and_then(|said| Some(said.selector.blob.as_ref()?.0.clone())).unwrap_or_default(),
    ]
}

fn lines(evidence: &[Evidence]) -> String {
    evidence.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// `refutes: 003.txt « words »`, `supports: https://…`.
fn line(evidence: &Evidence) -> String {
    let parts = [&evidence.article, &evidence.url, &evidence.title, &evidence.quote];
    let said: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
    format!("{}: {}", evidence.stance.word(), said.join(" · "))
}

fn row(out: &mut String, cells: &[String; 21]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(&quoted(&harmless(cell)));
    }
    out.push_str("\r\n");
}

/// A cell that a spreadsheet does not run: what looks like a formula gets an
/// apostrophe (OWASP, *CSV Injection*).
fn harmless(cell: &str) -> String {
    let is_formula =
        cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']);
    if is_formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    let cell = cell.replace("\r\n", "\n").replace('\r', "\n");
    if cell.contains([',', '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        for cell in ["=SUM(A1)", "+1+1", "-1+1", "@x", "\tx", " =x"] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["-12", "12", "a=b", ""] {
            assert_eq!(harmless(cell), cell);
        }
        assert_eq!(quoted("a \"b\",\r\nc"), "\"a \"\"b\"\",\nc\"");
    }
}
