//! A table for spreadsheets (RFC 4180), safe to open in one.

use super::results::{Article, Claim, Header};
use super::{Piece, Writer};
use crate::core::annotation::Evidence;
use crate::core::team::opinion::Opinion;

const COLUMNS: [&str; 23] = [
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
    "definition",
    "standing",
    "note",
    "short",
    "evidence",
    "tags",
    "id",
    "created",
    "updated",
    "blob",
];

/// A row for each claim and person; an open claim has a row without person, a note on an article
/// one without claim. Lines end with CR LF, and a byte order mark says to Excel that this is UTF-8.
#[derive(Debug)]
pub(super) struct Csv;

impl Writer for Csv {
    fn begin(&mut self, _: &Header) -> Vec<Piece> {
        let mut out = String::from('\u{feff}');
        row(&mut out, &COLUMNS.map(str::to_owned));
        Piece::part(out)
    }

    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        let mut out = String::new();
        for claim in &article.claims {
            if claim.opinions.is_empty() {
                row(&mut out, &cells(desk, article, Some(claim), None));
            }
            for opinion in &claim.opinions {
                row(&mut out, &cells(desk, article, Some(claim), Some(opinion)));
            }
        }
        for opinion in &article.lost {
            row(&mut out, &cells(desk, article, None, Some(opinion)));
        }
        for (person, note) in &article.notes {
            let mut cells = cells(desk, article, None, None);
            cells[11].clone_from(person);
            cells[15].clone_from(note);
            row(&mut out, &cells);
        }
        Piece::part(out)
    }
}

fn cells(
    desk: &Header,
    article: &Article,
    claim: Option<&Claim>,
    opinion: Option<&Opinion>,
) -> [String; 23] {
    let of = |value: &Option<String>| value.clone().unwrap_or_default();
    let source = &article.source;
    let effective = claim.and_then(|claim| claim.effective.as_ref());
    let said = opinion.map(|opinion| &opinion.annotation);
    let verdict = said.and_then(|said| said.verdict.as_ref());
    let quote = match (claim, said) {
        (Some(claim), _) => article.words(claim),
        (None, Some(said)) => &said.selector.exact,
        (None, None) => "",
    };
    let point = |of: fn((usize, usize)) -> usize| claim.map(|claim| of(claim.points).to_string());
    [
        article.name.clone(),
        article.title.clone(),
        of(&source.outlet),
        of(&source.published),
        of(&source.url),
        claim.map(|claim| claim.number.to_string()).unwrap_or_default(),
        quote.to_owned(),
        point(|points| points.0).unwrap_or_default(),
        point(|points| points.1).unwrap_or_default(),
        effective.map(|effective| effective.verdict.0.clone()).unwrap_or_default(),
        effective.map(|effective| effective.how.name().to_owned()).unwrap_or_default(),
        opinion.map(|opinion| opinion.name.clone()).unwrap_or_default(),
        verdict.map(|verdict| verdict.0.clone()).unwrap_or_default(),
        verdict.map(|verdict| desk.help(verdict).to_owned()).unwrap_or_default(),
        opinion.map(|opinion| opinion.standing.name().to_owned()).unwrap_or_default(),
        said.map(|said| said.note.clone()).unwrap_or_default(),
        said.map(|said| said.short.clone()).unwrap_or_default(),
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

/// `refutes: 003.txt · words`, `supports: https://… · kept: originals/page.html`.
fn line(evidence: &Evidence) -> String {
    let parts = [&evidence.article, &evidence.url, &evidence.title, &evidence.quote];
    let mut said: Vec<_> = parts.into_iter().filter_map(Clone::clone).collect();
    let copies = [&evidence.archived, &evidence.archive_url].into_iter().flatten();
    said.extend(copies.map(|copy| format!("kept: {copy}")));
    format!("{}: {}", evidence.stance.word(), said.join(" · "))
}

fn row(out: &mut String, cells: &[String]) {
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
    if is_formula && !is_negative(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A number below zero, the one thing behind a sign that every spreadsheet reads as it is.
fn is_negative(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number = cell.strip_prefix('-').unwrap_or_default();
    number.split_once('.').map_or(digits(number), |(whole, rest)| digits(whole) && digits(rest))
}

/// What a cell said before it was made harmless.
pub(super) fn unharmed(cell: &str) -> &str {
    let inner = cell.strip_prefix('\'').filter(|inner| harmless(inner) == cell);
    inner.unwrap_or(cell)
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
        for cell in ["=SUM(A1)", "+1+1", "+3", "-1+1", "-inf", "-1e5", "@x", "\tx", " =x"] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
            assert_eq!(unharmed(&harmless(cell)), cell);
        }
        for cell in ["-12", "-1.5", "12", "a=b", "", "'twas"] {
            assert_eq!(harmless(cell), cell);
            assert_eq!(unharmed(cell), cell);
        }
        assert_eq!(quoted("a \"b\",\r\nc"), "\"a \"\"b\"\",\nc\"");
    }
}
