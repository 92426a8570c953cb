//! The report as Markdown, for wikis and pull requests.

use std::fmt::Write as _;

use super::words as w;
use super::{Summary, is_disputed, label};
use crate::core::annotation::Evidence;
use crate::exchange::results::{Article, Claim, Results};
use crate::i18n::Lang;

pub(super) fn page(results: &Results, lang: Lang) -> String {
    let summary = Summary::of(&results.articles);
    let decided: usize = summary.verdicts.values().sum();
    let mut out = format!("# {} – {}\n\n", escape(&results.desk), w::REPORT.to(lang));
    let _ = writeln!(
        out,
        "| {} | {} | {} | {} |\n|--:|--:|--:|--:|\n| {} | {decided} | {} | {} |\n",
        w::CLAIMS.to(lang),
        w::DECIDED.to(lang),
        w::OPEN.to(lang),
        w::DISPUTED.to(lang),
        summary.claims,
        summary.open,
        summary.disputed
    );
    for (verdict, count) in summary.in_order(results) {
        let (sign, name) = label(results, &verdict, lang);
        let _ = writeln!(out, "- {} {}: {count}", escape(&sign.to_string()), escape(&name));
    }
    for article in &results.articles {
        let mut claims = article.claims.iter().filter(|c| !c.opinions.is_empty()).peekable();
        if claims.peek().is_none() {
            continue;
        }
        let _ = write!(out, "\n## {}\n\n{}\n", escape(&article.title), source(article));
        for one in claims {
            claim(&mut out, results, article, one, lang);
        }
    }
    out
}

fn source(article: &Article) -> String {
    let source = &article.source;
    let parts = [&source.outlet, &source.published, &source.url, &Some(article.name.clone())];
    parts.into_iter().flatten().map(|part| escape(part)).collect::<Vec<_>>().join(" · ")
}

fn claim(out: &mut String, results: &Results, article: &Article, claim: &Claim, lang: Lang) {
    let verdict = match &claim.effective {
        Some(effective) => {
            let (sign, name) = label(results, &effective.verdict, lang);
            format!("{} {}", escape(&sign.to_string()), escape(&name))
        }
        None if is_disputed(claim) => format!("≠ {}", w::DISPUTED.to(lang)),
        None => w::NO_VERDICT.to(lang).to_owned(),
    };
    let words = article.words(claim).replace('\n', " ");
    let _ = write!(out, "\n### {} · {verdict}\n\n> {}\n\n", claim.number, escape(&words));
    for opinion in &claim.opinions {
        let said = &opinion.annotation;
        let mut line = format!("- **{}**", escape(&opinion.name));
        if let Some(verdict) = &said.verdict {
            let (sign, name) = label(results, verdict, lang);
            let _ = write!(line, ": {} {}", escape(&sign.to_string()), escape(&name));
        }
        if !opinion.standing.is_in_force() {
            let _ = write!(line, " ({})", w::STALE.to(lang));
        }
        if !said.note.is_empty() {
            let _ = write!(line, ". {}", escape(&said.note.replace(['\n', '\r'], " ")));
        }
        let _ = writeln!(out, "{line}");
        for evidence in &said.evidence {
            let _ = writeln!(out, "  - {}", evidence_line(evidence));
        }
    }
}

fn evidence_line(evidence: &Evidence) -> String {
    let parts = [&evidence.title, &evidence.url, &evidence.article, &evidence.quote];
    let said: Vec<_> =
        parts.into_iter().flatten().map(|part| escape(&part.replace('\n', " "))).collect();
    format!("{}: {}", evidence.stance.word(), said.join(" · "))
}

/// Text as text: every character with a meaning in Markdown or HTML is escaped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            // A line that would begin a list, a rule or a table is none after a space entity.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
