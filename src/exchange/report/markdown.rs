//! The report as Markdown, for wikis and pull requests.

use std::fmt::Write as _;

use super::summary::{Dispute, Summary, grouped};
use super::words as w;
use super::{gaps, origin, relation, result, rivals, says_something, shown, stance};
use crate::core::annotation::Evidence;
use crate::core::team::opinion::Opinion;
use crate::core::team::status::How;
use crate::exchange::results::{Article, Claim, Gap, Header};
use crate::exchange::{Missing, Piece, Writer};
use crate::i18n::Lang;

/// The report so far.
pub(super) struct Markdown {
    lang: Lang,
    total: Summary,
    disputes: Vec<Dispute>,
    body: String,
}

impl Markdown {
    pub(super) fn new(lang: Lang) -> Self {
        let (total, disputes) = (Summary::default(), Vec::new());
        Self { lang, total, disputes, body: String::new() }
    }
}

impl Writer for Markdown {
    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        self.total.add(&Summary::of(article));
        self.disputes.extend(Dispute::of(desk, article));
        if article.is_worth_telling() {
            self.body.push_str(&Page { desk, lang: self.lang }.article(article));
        }
        Vec::new()
    }

    fn end(&mut self, desk: &Header) -> Result<Vec<Piece>, Vec<Missing>> {
        let page = Page { desk, lang: self.lang };
        Ok(Piece::part(page.head(&self.total, &self.disputes) + &self.body))
    }
}

#[derive(Clone, Copy)]
struct Page<'a> {
    desk: &'a Header,
    lang: Lang,
}

impl Page<'_> {
    const fn colon(self) -> &'static str {
        self.lang.pick(":", "\u{a0}:")
    }

    fn evidence(self, evidence: &Evidence) -> String {
        let Evidence { title, url, article, quote, archived, archive_url, .. } = evidence;
        let parts = [title, url, article, quote, archived, archive_url].into_iter().flatten();
        let said: Vec<_> = parts.map(|part| escape(part)).collect();
        let stance = stance(evidence.stance).to(self.lang);
        format!("{stance}{} {}", self.colon(), said.join(" · "))
    }

    fn head(self, total: &Summary, disputes: &[Dispute]) -> String {
        let Self { desk, lang } = self;
        let mut out = format!("# {} – {}\n\n", escape(&desk.desk), w::REPORT.to(lang));
        self.gaps(&mut out, &desk.gaps);
        let mut figures = vec![
            (w::CLAIMS, total.claims.to_string()),
            (w::DECIDED, total.decided().to_string()),
            (w::OPEN, total.open.to_string()),
            (w::DISPUTED, total.disputed.to_string()),
        ];
        if let Some((observed, _)) = total.agreement() {
            figures.push((w::AGREEMENT, format!("{:.0} %", observed * 100.0)));
        }
        let row = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
        out.push_str(&row(figures.iter().map(|(name, _)| name.to(lang)).collect()));
        out.push_str(&row(figures.iter().map(|_| "--:").collect()));
        out.push_str(&row(figures.iter().map(|(_, figure)| figure.as_str()).collect()));
        out.push('\n');
        for label in &desk.labels {
            let count = total.verdicts.get(&label.id).copied().unwrap_or(0);
            let name = escape(&shown(desk, &label.id, lang));
            let _ = write!(out, "- {name}{} {count}", self.colon());
            if !label.help.is_empty() {
                let _ = write!(out, " · {}", escape(&label.help));
            }
            out.push('\n');
        }
        if !disputes.is_empty() {
            let _ = write!(out, "\n## {}\n\n", w::PEOPLE_DIFFER.to(lang));
        }
        for (kind, group) in grouped(disputes) {
            let kind: Vec<_> = kind.iter().map(|v| escape(&shown(desk, v, lang))).collect();
            let _ = writeln!(out, "- {} · {}", kind.join(" ≠ "), group.len());
            for dispute in group {
                let people = dispute.verdicts.iter().map(|(verdict, people)| {
                    format!("{} {}", shown(desk, verdict, lang), people.join(", "))
                });
                let people = people.collect::<Vec<_>>().join(" · ");
                let _ = writeln!(out, "  - {} ({})", escape(&dispute.words), escape(&people));
            }
        }
        out
    }

    /// What could not be read; nothing where all could.
    fn gaps(self, out: &mut String, of: &[Gap]) {
        if of.is_empty() {
            return;
        }
        let _ = writeln!(out, "**{}**\n", w::GAPS.to(self.lang));
        for gap in gaps(of, self.lang) {
            let _ = writeln!(out, "- {}", escape(&gap));
        }
        out.push('\n');
    }

    fn article(self, article: &Article) -> String {
        let mut parts = origin(article);
        parts.extend(article.source.url.clone());
        let parts: Vec<_> = parts.iter().map(|part| escape(part)).collect();
        let mut out = format!("\n## {}\n\n{}\n", escape(&article.title), parts.join(" · "));
        if !article.gaps.is_empty() {
            out.push('\n');
            self.gaps(&mut out, &article.gaps);
        }
        for (person, note) in &article.notes {
            let (person, note) = (escape(person), escape(note));
            let _ = write!(out, "\n> **{person}**{} {note}\n", self.colon());
        }
        for claim in article.decided() {
            self.claim(&mut out, article, claim);
        }
        if !article.lost.is_empty() {
            let _ = write!(out, "\n### {}\n\n", w::LOST.to(self.lang));
        }
        for opinion in &article.lost {
            let _ = write!(out, "> {}\n\n", escape(&opinion.annotation.selector.exact));
            self.opinion(&mut out, opinion);
            out.push('\n');
        }
        out
    }

    fn claim(self, out: &mut String, article: &Article, claim: &Claim) {
        let Self { desk, lang } = self;
        let verdict = escape(&result(desk, claim, lang));
        let words = escape(article.words(claim));
        let _ = write!(out, "\n### {} · {verdict}\n\n> {words}\n\n", claim.number);
        if let Some(effective) = claim.effective.as_ref().filter(|e| e.how == How::Final)
            && let Some((editor, why)) = &effective.editor
        {
            let _ = write!(out, "- {}", w::FINAL.fill(lang, &[&escape(editor)]));
            let why = Some(why).filter(|why| !why.is_empty());
            let _ =
                writeln!(out, "{}", why.map_or(String::new(), |why| format!(". {}", escape(why))));
        }
        for opinion in claim.opinions.iter().filter(|opinion| says_something(opinion)) {
            self.opinion(out, opinion);
        }
        for other in &claim.others {
            let title = desk.titles.get(&other.article).unwrap_or(&other.article);
            let about = [other.values.as_str(), title].map(escape);
            let about: Vec<_> = about.into_iter().filter(|part| !part.is_empty()).collect();
            let _ = writeln!(
                out,
                "- {}{} {} ({})",
                relation(other.relation).to(lang),
                self.colon(),
                escape(&other.words),
                about.join(" · ")
            );
        }
    }

    fn opinion(self, out: &mut String, opinion: &Opinion) {
        let Self { desk, lang } = self;
        let said = &opinion.annotation;
        let mut line = format!("- **{}**", escape(&opinion.name));
        if let Some(verdict) = &said.verdict {
            let _ = write!(line, "{} {}", self.colon(), escape(&shown(desk, verdict, lang)));
        }
        if !opinion.standing.is_in_force() {
            let _ = write!(line, " ({})", w::STALE.to(lang));
        }
        if !said.note.is_empty() {
            let _ = write!(line, ". {}", escape(&said.note));
        }
        let _ = writeln!(out, "{line}");
        for rival in rivals(desk, said, lang) {
            let _ = writeln!(out, "  - {}", escape(&rival));
        }
        for piece in &said.evidence {
            let _ = writeln!(out, "  - {}", self.evidence(piece));
        }
    }
}

/// Text as text on one line: every character with a meaning in Markdown or HTML is escaped. It
/// never begins a line, so that `-`, `+` and numbers begin no list; a bare address is no link.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // GitHub makes people and links of these.
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
