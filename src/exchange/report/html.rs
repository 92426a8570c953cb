//! The report as HTML: one file, no script, nothing is fetched.

use std::fmt::Write as _;

use super::chart::{Part, bar};
use super::words as w;
use super::{Summary, is_disputed, label, page_name};
use crate::core::annotation::link::is_link;
use crate::core::annotation::{Evidence, Hue, Stance, VerdictId};
use crate::core::team::opinion::Opinion;
use crate::exchange::results::{Article, Claim, Results};
use crate::i18n::Lang;

const STYLE: &str = include_str!("style.css");

/// All in one page.
pub(super) fn page(results: &Results, lang: Lang) -> String {
    let page = Page { results, lang };
    let mut main = page.summary(|article| format!("#{}", page.anchor(article)));
    for article in page.worth_showing() {
        main.push_str(&page.article(article));
    }
    page.frame(&results.desk, &main)
}

/// The summary, with a link to the page of each article.
pub(super) fn index_page(results: &Results, lang: Lang) -> String {
    let page = Page { results, lang };
    page.frame(&results.desk, &page.summary(page_name))
}

/// One article, with a link back to the index.
pub(super) fn article_page(results: &Results, article: &Article, lang: Lang) -> String {
    let page = Page { results, lang };
    let up = "../".repeat(article.name.matches('/').count());
    let mut main = format!("<nav><a href=\"{up}index.html\">← {}</a></nav>", w::INDEX.to(lang));
    main.push_str(&page.article(article));
    page.frame(&article.title, &main)
}

struct Page<'a> {
    results: &'a Results,
    lang: Lang,
}

impl Page<'_> {
    fn frame(&self, title: &str, main: &str) -> String {
        let Self { results, lang } = *self;
        let date = results.made.strftime("%Y-%m-%d").to_string();
        format!(
            "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"generator\" content=\"claimdesk\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title} – {report}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <header><h1>{title}</h1><p class=\"meta\">{report} · {date}</p></header>\n\
             <main>\n{main}</main>\n<footer><p>{made}</p></footer>\n</body>\n</html>\n",
            code = lang.pick("en", "fr"),
            title = escape(title),
            report = w::REPORT.to(lang),
            made = w::MADE.fill(lang, &[&date]),
        )
    }

    fn summary(&self, address: impl Fn(&Article) -> String) -> String {
        let Self { results, lang } = *self;
        let summary = Summary::of(&results.articles);
        let decided: usize = summary.verdicts.values().sum();
        let figures = [
            (summary.claims, w::CLAIMS),
            (decided, w::DECIDED),
            (summary.open, w::OPEN),
            (summary.disputed, w::DISPUTED),
        ];
        let mut out = format!("<section><h2>{}</h2>\n<ul class=\"figures\">", w::SUMMARY.to(lang));
        for (count, name) in figures {
            let _ = write!(out, "<li><b>{count}</b> {}</li>", name.to(lang));
        }
        out.push_str("</ul>\n");
        out.push_str(&self.bar(&summary));
        out.push_str(&self.legend(&summary));
        if !summary.people.is_empty() {
            let people: Vec<_> = summary.people.iter().map(|person| escape(person)).collect();
            let _ = writeln!(
                out,
                "<p class=\"meta\">{}{} {}</p>",
                w::PEOPLE.to(lang),
                colon(lang),
                people.join(", ")
            );
        }
        if decided + summary.disputed == 0 {
            let _ = writeln!(out, "<p>{}</p>", w::NOTHING.to(lang));
        }
        out.push_str(&self.table(address));
        out.push_str("</section>\n");
        out
    }

    fn table(&self, address: impl Fn(&Article) -> String) -> String {
        let lang = self.lang;
        let mut out = format!(
            "<h3>{}</h3>\n<table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>\n",
            w::ARTICLES.to(lang),
            w::ARTICLE.to(lang),
            w::CLAIMS.to(lang),
            w::VERDICTS.to(lang),
        );
        for article in &self.results.articles {
            let summary = Summary::of([article]);
            let _ = writeln!(
                out,
                "<tr><td><a href=\"{}\">{}</a><br><span class=\"meta\">{}</span></td><td class=\"number\">{}</td><td class=\"bars\">{}</td></tr>",
                escape(&address(article)),
                escape(&article.title),
                Self::source(article),
                summary.claims,
                self.bar(&summary)
            );
        }
        out.push_str("</tbody></table>\n");
        out
    }

    /// Where an article comes from: outlet, date, file.
    fn source(article: &Article) -> String {
        let source = &article.source;
        let day = source.published.as_ref().map(|date| date.chars().take(10).collect::<String>());
        let parts = [source.outlet.clone(), day, Some(article.name.clone())];
        parts.into_iter().flatten().map(|part| escape(&part)).collect::<Vec<_>>().join(" · ")
    }

    fn bar(&self, summary: &Summary) -> String {
        let Self { results, lang } = *self;
        let verdicts = summary.in_order(results).into_iter().map(|(verdict, count)| Part {
            class: self.hue(&verdict).to_owned(),
            name: label(results, &verdict, lang).1,
            count,
        });
        let part = |class: &str, name: crate::i18n::Text, count| Part {
            class: class.to_owned(),
            name: name.to(lang).to_owned(),
            count,
        };
        let rest =
            [part("differ", w::DISPUTED, summary.disputed), part("open", w::OPEN, summary.open)];
        bar(&verdicts.chain(rest).collect::<Vec<_>>(), escape)
    }

    /// Each verdict with its sign, name and number: colour is never alone.
    fn legend(&self, summary: &Summary) -> String {
        let mut out = format!("<ul class=\"legend\" aria-label=\"{}\">", w::LEGEND.to(self.lang));
        for label in &self.results.labels {
            let count = summary.verdicts.get(&label.id).copied().unwrap_or(0);
            let _ = write!(
                out,
                "<li class=\"{}\">{} {} · {count}</li>",
                self.hue(&label.id),
                escape(&label.symbol.to_string()),
                escape(self.lang.pick(&label.en, &label.fr))
            );
        }
        out.push_str("</ul>\n");
        out
    }

    fn hue(&self, verdict: &VerdictId) -> &'static str {
        let label = self.results.labels.iter().find(|label| label.id == *verdict);
        let hue = label.map_or(Hue::Dim, |label| label.hue);
        Hue::ALL.iter().find(|(known, _)| *known == hue).map_or("dim", |(_, name)| name)
    }

    /// The articles in which something was decided; a report of the others would be a copy.
    fn worth_showing(&self) -> impl Iterator<Item = &Article> {
        let all = self.results.articles.iter();
        all.filter(|article| article.claims.iter().any(|claim| !claim.opinions.is_empty()))
    }

    fn anchor(&self, article: &Article) -> String {
        let at = self.results.articles.iter().position(|known| known.name == article.name);
        format!("a{}", at.unwrap_or_default() + 1)
    }

    fn article(&self, article: &Article) -> String {
        let lang = self.lang;
        let anchor = self.anchor(article);
        let mut out = format!(
            "<article><h2 class=\"article\" id=\"{anchor}\">{}</h2>\n<p class=\"meta\">{}",
            escape(&article.title),
            Self::source(article)
        );
        if let Some(url) = article.source.url.as_ref().filter(|url| is_link(url)) {
            let _ = write!(out, " · <a href=\"{}\">{}</a>", escape(url), w::READ.to(lang));
        }
        let _ = write!(out, "</p>\n<h3>{}</h3>\n<div class=\"text\">", w::TEXT.to(lang));
        out.push_str(&self.text(article, &anchor));
        let _ = writeln!(out, "</div>\n<h3>{}</h3>", w::VERDICTS.to(lang));
        for claim in article.claims.iter().filter(|claim| !claim.opinions.is_empty()) {
            out.push_str(&self.claim(article, claim, &anchor));
        }
        out.push_str("</article>\n");
        out
    }

    /// The text in paragraphs; each decided claim leads to what is said of it. Where
    /// claims overlap, the one that begins first goes on to its end.
    fn text(&self, article: &Article, anchor: &str) -> String {
        let mut out = String::from("<p>");
        let mut at = 0;
        for claim in article.claims.iter().filter(|claim| !claim.opinions.is_empty()) {
            let (start, end) = (claim.span.start.max(at), claim.span.end.max(at));
            out.push_str(&paragraphs(&article.text[at..start]));
            if start < end {
                let words = article.text[start..end].trim_end_matches('\n');
                let _ = write!(
                    out,
                    "<a class=\"claim {}\" href=\"#{anchor}c{number}\" id=\"{anchor}t{number}\">{}<sup>{number}</sup></a>",
                    self.class(claim),
                    escape(&words.replace('\n', " ")),
                    number = claim.number,
                );
                out.push_str(&paragraphs(&article.text[start + words.len()..end]));
            }
            at = end;
        }
        out.push_str(&paragraphs(article.text[at..].trim_end()));
        out.push_str("</p>");
        out.replace("<p></p>", "")
    }

    fn class(&self, claim: &Claim) -> &'static str {
        match &claim.effective {
            Some(effective) => self.hue(&effective.verdict),
            None if is_disputed(claim) => "differ",
            None => "open",
        }
    }

    fn claim(&self, article: &Article, claim: &Claim, anchor: &str) -> String {
        let Self { results, lang } = *self;
        let class = self.class(claim);
        let verdict = match &claim.effective {
            Some(effective) => {
                let (sign, name) = label(results, &effective.verdict, lang);
                format!("{sign} {name}")
            }
            None if is_disputed(claim) => format!("≠ {}", w::DISPUTED.to(lang)),
            None => w::NO_VERDICT.to(lang).to_owned(),
        };
        let mut out = format!(
            "<section class=\"item {class}\" id=\"{anchor}c{number}\"><p class=\"verdict\"><a href=\"#{anchor}t{number}\">{number}</a> · {}</p>\n<blockquote>{}</blockquote>\n",
            escape(&verdict),
            escape(article.words(claim)),
            number = claim.number,
        );
        for opinion in &claim.opinions {
            out.push_str(&self.opinion(opinion));
        }
        out.push_str("</section>\n");
        out
    }

    fn opinion(&self, opinion: &Opinion) -> String {
        let Self { results, lang } = *self;
        let said = &opinion.annotation;
        let mut head = escape(&opinion.name);
        if let Some(verdict) = &said.verdict {
            let (sign, name) = label(results, verdict, lang);
            let _ = write!(head, " · {} {}", escape(&sign.to_string()), escape(&name));
        }
        if !opinion.standing.is_in_force() {
            let _ = write!(head, " ({})", w::STALE.to(lang));
        }
        let mut out = format!("<div class=\"said\"><p class=\"person\">{head}</p>");
        if !said.note.is_empty() {
            let _ = write!(out, "<p>{}</p>", escape(&said.note));
        }
        if !said.evidence.is_empty() {
            let _ = write!(out, "<ul aria-label=\"{}\">", w::EVIDENCE.to(lang));
            for evidence in &said.evidence {
                let _ = write!(out, "<li>{}</li>", self.evidence(evidence));
            }
            out.push_str("</ul>");
        }
        out.push_str("</div>\n");
        out
    }

    fn evidence(&self, evidence: &Evidence) -> String {
        let stance = match evidence.stance {
            Stance::Supports => w::SUPPORTS,
            Stance::Refutes => w::REFUTES,
            Stance::Context => w::CONTEXT,
        };
        let mut parts = Vec::new();
        if let Some(url) = &evidence.url {
            let name = evidence.title.as_ref().unwrap_or(url);
            parts.push(if is_link(url) {
                format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(url), escape(name))
            } else {
                escape(url)
            });
        }
        parts.extend(evidence.article.as_ref().map(|name| self.other(name)));
        parts.extend(evidence.quote.as_ref().map(|quote| format!("“{}”", escape(quote))));
        parts.extend(evidence.accessed.as_ref().map(|day| escape(day)));
        format!("{}{} {}", stance.to(self.lang), colon(self.lang), parts.join(" · "))
    }

    /// Another article of the desk by its title.
    fn other(&self, name: &str) -> String {
        let known = self.results.articles.iter().find(|article| article.name == name);
        escape(known.map_or(name, |article| &article.title))
    }
}

/// A colon as the language sets it: French puts a no-break space before it.
const fn colon(lang: Lang) -> &'static str {
    lang.pick(":", "\u{a0}:")
}

/// Text in which a line end begins a new paragraph.
fn paragraphs(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(escape).collect();
    lines.join("</p><p>")
}

/// Text as text: nothing in it is markup, and no control character is left.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.push('\u{fffd}'),
            c if is_direction(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Characters that turn the direction of what follows: they could hide where a text ends.
const fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
