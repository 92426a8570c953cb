//! One article of the report: its text with the claims marked, and what was said of each.

use std::fmt::Write as _;

use super::super::words as w;
use super::super::{is_folder, label, origin, relation, result, rivals, says_something, stance};
use super::{Page, escape, line};
use crate::core::annotation::Evidence;
use crate::core::annotation::link::is_link;
use crate::core::team::opinion::Opinion;
use crate::core::team::status::How;
use crate::exchange::results::{Article, Claim, Other};

impl Page<'_> {
    pub(super) fn article(self, article: &Article, anchor: &str) -> String {
        let lang = self.lang;
        let mut out = format!(
            "<article><h2 class=\"article\" id=\"{anchor}\" dir=\"auto\">{}</h2>\n<p class=\"meta\">{}",
            escape(&article.title),
            line(&origin(article))
        );
        if let Some(url) = article.source.url.as_ref().filter(|url| is_link(url)) {
            let _ = write!(out, " · {}", link(url, w::READ.to(lang)));
        }
        out.push_str("</p>\n");
        out.push_str(&self.gaps(&article.gaps));
        for (person, note) in &article.notes {
            let _ = writeln!(
                out,
                "<div class=\"said note\"><p class=\"person\">{}</p><p dir=\"auto\">{}</p></div>",
                escape(person),
                escape(note)
            );
        }
        let _ = write!(out, "<h3>{}</h3>\n<div class=\"text\">", w::TEXT.to(lang));
        out.push_str(&self.text(article, anchor));
        out.push_str("</div>\n");
        if article.decided().next().is_some() {
            let _ = writeln!(out, "<h3>{}</h3>", w::VERDICTS.to(lang));
        }
        for claim in article.decided() {
            out.push_str(&self.claim(article, claim, anchor));
        }
        if !article.lost.is_empty() {
            let _ = writeln!(out, "<h3>{}</h3>", w::LOST.to(lang));
        }
        for opinion in &article.lost {
            let words = escape(&opinion.annotation.selector.exact);
            let _ = writeln!(
                out,
                "<section class=\"item dim\"><blockquote dir=\"auto\">{words}</blockquote>\n{}</section>",
                self.opinion(opinion)
            );
        }
        let _ = writeln!(
            out,
            "<p class=\"up\"><a href=\"#top\">↑ {}</a></p></article>",
            if is_folder(self.desk.articles) { w::UP_HERE } else { w::UP }.to(lang)
        );
        out
    }

    /// The text in paragraphs; each decided claim leads to what is said of it. Where
    /// claims overlap, the one that begins first goes on to its end.
    fn text(self, article: &Article, anchor: &str) -> String {
        let mut out = String::from("<p dir=\"auto\">");
        let mut at = 0;
        for claim in article.decided() {
            let (start, end) = (claim.span.start.max(at), claim.span.end.max(at));
            out.push_str(&paragraphs(&article.text[at..start]));
            if start < end {
                let words = article.text[start..end].trim_end_matches('\n');
                let _ = write!(
                    out,
                    "<a class=\"claim {}\" href=\"#{anchor}c{number}\" id=\"{anchor}t{number}\">{}<sup>{}\u{2009}{number}</sup></a>",
                    self.class(claim),
                    escape(&words.replace('\n', " ")),
                    escape(&self.sign(claim)),
                    number = claim.number,
                );
                out.push_str(&paragraphs(&article.text[start + words.len()..end]));
            } else {
                // Nothing of it is left to mark; its number still has a place to come back to.
                let _ = write!(out, "<a id=\"{anchor}t{}\"></a>", claim.number);
            }
            at = end;
        }
        out.push_str(&paragraphs(article.text[at..].trim_end()));
        out.push_str("</p>");
        out.replace("<p dir=\"auto\"></p>", "")
    }

    fn sign(self, claim: &Claim) -> String {
        match &claim.effective {
            Some(effective) => label(self.desk, &effective.verdict, self.lang).0.to_string(),
            None if claim.is_disputed() => "≠".to_owned(),
            None => String::new(),
        }
    }

    fn class(self, claim: &Claim) -> &'static str {
        match &claim.effective {
            Some(effective) => self.hue(&effective.verdict),
            None if claim.is_disputed() => "differ",
            None => "open",
        }
    }

    fn claim(self, article: &Article, claim: &Claim, anchor: &str) -> String {
        let mut out = format!(
            "<section class=\"item {}\" id=\"{anchor}c{number}\"><p class=\"verdict\"><a href=\"#{anchor}t{number}\">{number}</a> · {}</p>\n<blockquote dir=\"auto\">{}</blockquote>\n",
            self.class(claim),
            escape(&result(self.desk, claim, self.lang)),
            escape(article.words(claim)),
            number = claim.number,
        );
        out.push_str(&self.ruling(claim));
        for opinion in &claim.opinions {
            out.push_str(&self.opinion(opinion));
        }
        out.push_str(&self.others(&claim.others));
        out.push_str("</section>\n");
        out
    }

    /// Who decided for the team, and why.
    fn ruling(self, claim: &Claim) -> String {
        let Some(effective) = claim.effective.as_ref().filter(|e| e.how == How::Final) else {
            return String::new();
        };
        let Some((editor, why)) = &effective.editor else { return String::new() };
        let head = w::FINAL.fill(self.lang, &[&escape(editor)]);
        let why = match &**why {
            "" => String::new(),
            why => format!("<p dir=\"auto\">{}</p>", escape(why)),
        };
        format!("<div class=\"said\"><p class=\"person\">{head}</p>{why}</div>\n")
    }

    fn opinion(self, opinion: &Opinion) -> String {
        if !says_something(opinion) {
            return String::new();
        }
        let said = &opinion.annotation;
        let mut head = escape(&opinion.name);
        if let Some(verdict) = &said.verdict {
            let _ = write!(head, " · {}", self.shown(verdict));
        }
        if !opinion.standing.is_in_force() {
            let _ = write!(head, " ({})", w::STALE.to(self.lang));
        }
        let mut out = format!("<div class=\"said\"><p class=\"person\">{head}</p>");
        if !said.note.is_empty() {
            let _ = write!(out, "<p dir=\"auto\">{}</p>", escape(&said.note));
        }
        for rival in rivals(self.desk, said, self.lang) {
            let _ = write!(out, "<p class=\"meta\" dir=\"auto\">{}</p>", escape(&rival));
        }
        if !said.evidence.is_empty() {
            let _ = write!(out, "<ul aria-label=\"{}\">", w::EVIDENCE.to(self.lang));
            for evidence in &said.evidence {
                let _ = write!(out, "<li>{}</li>", self.evidence(evidence));
            }
            out.push_str("</ul>");
        }
        out.push_str("</div>\n");
        out
    }

    fn evidence(self, evidence: &Evidence) -> String {
        let stance = stance(evidence.stance);
        let mut parts = Vec::new();
        if let Some(url) = &evidence.url {
            parts.push(link(url, evidence.title.as_ref().unwrap_or(url)));
        }
        parts.extend(evidence.article.as_ref().map(|name| self.title(name)));
        parts.extend(evidence.quote.as_ref().map(|quote| self.quoted(quote)));
        parts.extend(evidence.accessed.as_ref().map(|day| escape(day)));
        parts.extend(evidence.archive_url.as_ref().map(|url| link(url, w::ARCHIVED.to(self.lang))));
        let kept = evidence.archived.as_ref();
        parts.extend(kept.map(|file| format!("{} {}", w::KEPT.to(self.lang), escape(file))));
        format!("{}{} {}", stance.to(self.lang), self.colon(), parts.join(" · "))
    }

    /// What other articles say about a claim.
    fn others(self, others: &[Other]) -> String {
        if others.is_empty() {
            return String::new();
        }
        let heading = w::OTHERS.to(self.lang);
        let mut out = format!("<div class=\"said others\"><p class=\"person\">{heading}</p><ul>");
        for other in others {
            let values = match &*other.values {
                "" => String::new(),
                values => format!(" <span class=\"meta\" dir=\"auto\">({})</span>", escape(values)),
            };
            let origin = match &*other.origin {
                "" => String::new(),
                origin => format!(" · {}", escape(origin)),
            };
            let _ = write!(
                out,
                "<li><b>{}</b>{} {}{} <span class=\"meta\">{}{origin}</span></li>",
                relation(other.relation).to(self.lang),
                self.colon(),
                self.quoted(&other.words),
                values,
                self.title(&other.article)
            );
        }
        out.push_str("</ul></div>\n");
        out
    }

    /// An article of the desk by its title.
    pub(super) fn title(self, name: &str) -> String {
        escape(self.desk.titles.get(name).map_or(name, |title| title))
    }
}

/// A link where it is one, else its text.
fn link(url: &str, name: &str) -> String {
    if is_link(url) {
        format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(&address(url)), escape(name))
    } else {
        escape(url)
    }
}

/// An address in which nothing stands that an address must not hold (WHATWG URL): what people
/// paste is not always one.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

/// Text in which a line end begins a new paragraph.
fn paragraphs(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(escape).collect();
    lines.join("</p><p dir=\"auto\">")
}
