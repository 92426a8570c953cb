//! Standoff files of brat (<https://brat.nlplab.org/standoff.html>).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::results::{Article, Claim, Header};
use super::{Missing, Piece, Writer};
use crate::core::annotation::VerdictId;

/// A text and its annotations for each article, and the configuration. A claim on which people
/// differ has no `Verdict`; the notes tell who says what.
#[derive(Debug, Default)]
pub(super) struct Brat {
    /// Verdicts in use that the desk does not know.
    unknown: BTreeSet<VerdictId>,
    /// Where the articles come from, a line for each of which something is known.
    sources: String,
}

/// What brat has no place for: a table beside its files, which it passes over.
const SOURCES: &str = "sources.tsv";

impl Writer for Brat {
    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        self.unknown.extend(desk.unknown(article));
        let stem = article.stem();
        let source = &article.source;
        let known = [&source.outlet, &source.published, &source.url, &source.title];
        if known.iter().any(|value| value.is_some()) {
            let known = known.map(|value| one_line(value.as_deref().unwrap_or_default()));
            let _ = writeln!(self.sources, "{}\t{}", one_line(stem), known.join("\t"));
        }
        vec![
            Piece::file(format!("{stem}.txt"), &*article.original),
            Piece::file(format!("{stem}.ann"), standoff(article)),
        ]
    }

    fn end(&mut self, desk: &Header) -> Result<Vec<Piece>, Vec<Missing>> {
        let mut pieces = Piece::part(configuration(desk, &self.unknown));
        if !self.sources.is_empty() {
            let table = format!("document\toutlet\tpublished\turl\ttitle\n{}", self.sources);
            pieces.push(Piece::file(SOURCES.to_owned(), table));
        }
        Ok(pieces)
    }
}

fn configuration(desk: &Header, unknown: &BTreeSet<VerdictId>) -> String {
    let known = desk.labels.iter().map(|label| &label.id);
    let verdicts: Vec<_> = known.chain(unknown).map(|id| value(&id.0)).collect();
    let defined = desk.labels.iter().filter(|label| !label.help.is_empty());
    let help: String = defined
        .map(|label| format!("# {}: {}\n", label.id.0, one_line(&label.help)))
        .collect::<Vec<_>>()
        .concat();
    format!(
        "{help}[entities]\nClaim\n\n[relations]\n\n[events]\n\n[attributes]\n\
         Verdict\tArg:Claim, Value:{}\n",
        verdicts.join("|")
    )
}

fn standoff(article: &Article) -> String {
    let mut out = String::new();
    let (mut spans, mut attributes, mut notes) = (0, 0, 0);
    let letters: Vec<char> = article.original.chars().collect();
    for claim in article.decided() {
        let fragments = fragments(&letters, claim.points);
        if fragments.is_empty() {
            continue;
        }
        let places: Vec<_> = fragments.iter().map(|(a, b)| format!("{a} {b}")).collect();
        let words: Vec<String> =
            fragments.iter().map(|&(a, b)| letters[a..b].iter().collect()).collect();
        spans += 1;
        let _ = writeln!(out, "T{spans}\tClaim {}\t{}", places.join(";"), words.join(" "));
        if let Some(effective) = &claim.effective {
            attributes += 1;
            let verdict = value(&effective.verdict.0);
            let _ = writeln!(out, "A{attributes}\tVerdict T{spans} {verdict}");
        }
        for note in said(claim) {
            notes += 1;
            let _ = writeln!(out, "#{notes}\tAnnotatorNotes T{spans}\t{note}");
        }
    }
    out
}

/// The notes on a claim. Of several people each with the name, and with the verdict where they differ.
fn said(claim: &Claim) -> Vec<String> {
    let one = claim.opinions.len() == 1;
    let note = |name: &str, verdict: &str, note: &str| match (one, verdict, note) {
        (true, _, note) => one_line(note),
        (false, "", note) => one_line(&format!("{name}: {note}")),
        (false, verdict, "") => one_line(&format!("{name}: {verdict}")),
        (false, verdict, note) => one_line(&format!("{name}: {verdict}. {note}")),
    };
    let differ = claim.is_disputed();
    let notes = claim.opinions.iter().map(|opinion| {
        let verdict = opinion.firm().filter(|_| differ).map_or("", |verdict| &verdict.0);
        (opinion, verdict)
    });
    let told = notes.filter(|(o, verdict)| !o.annotation.note.is_empty() || !verdict.is_empty());
    told.map(|(o, verdict)| note(&o.name, verdict, &o.annotation.note)).collect()
}

/// A stretch without the line ends in it: brat wants one fragment a line.
fn fragments(letters: &[char], (start, end): (usize, usize)) -> Vec<(usize, usize)> {
    let words = &letters[start.min(letters.len())..end.min(letters.len())];
    let mut out = Vec::new();
    let mut from = start;
    for line in words.split(|letter| matches!(letter, '\n' | '\r')) {
        if !line.is_empty() {
            out.push((from, from + line.len()));
        }
        from += line.len() + 1;
    }
    out
}

/// A value that holds no space, which would end it.
pub(super) fn value(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_over_a_line_end_is_two_fragments() {
        let letters: Vec<char> = "ab\r\ncd e\n".chars().collect();
        assert_eq!(fragments(&letters, (1, 8)), [(1, 2), (4, 8)]);
        assert_eq!(fragments(&letters, (2, 4)), []);
        assert_eq!(value("pas une affirmation"), "pas_une_affirmation");
    }
}
