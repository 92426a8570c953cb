//! The report as HTML: no script, nothing is fetched.

mod article;
mod overview;

use super::summary::{Dispute, Summary};
use super::words as w;
use super::{gaps, is_folder, page_name};
use crate::core::annotation::{Hue, VerdictId};
use crate::exchange::results::{Article, Gap, Header};
use crate::exchange::{Missing, Piece, Writer};
use crate::i18n::Lang;

const STYLE: &str = include_str!("../style.css");

/// The report so far: of a folder of pages only what the index tells.
pub(super) struct Html {
    lang: Lang,
    total: Summary,
    rows: Vec<Row>,
    disputes: Vec<(String, Dispute)>,
    /// The articles of a report of one page.
    body: String,
}

/// An article in the index.
struct Row {
    address: String,
    title: String,
    origin: Vec<String>,
    summary: Summary,
}

/// What every part of a page is written with.
#[derive(Clone, Copy)]
struct Page<'a> {
    desk: &'a Header,
    lang: Lang,
}

impl Html {
    pub(super) fn new(lang: Lang) -> Self {
        let (total, rows, disputes) = (Summary::default(), Vec::new(), Vec::new());
        Self { lang, total, rows, disputes, body: String::new() }
    }
}

impl Writer for Html {
    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        let page = Page { desk, lang: self.lang };
        let is_folder = is_folder(desk.articles);
        // On one page, a report of what nobody decided would be a copy of the articles.
        let is_told = is_folder || article.is_worth_telling();
        let anchor = format!("a{}", self.rows.len() + 1);
        let address = match (is_folder, is_told) {
            (_, false) => String::new(),
            (true, true) => page_name(article),
            (false, true) => format!("#{anchor}"),
        };
        let claim = |number| match is_folder {
            true => format!("{address}#{anchor}c{number}"),
            false => format!("#{anchor}c{number}"),
        };
        let disputes = Dispute::of(desk, article).map(|d| (claim(d.number), d));
        self.disputes.extend(disputes);
        let summary = Summary::of(article);
        self.total.add(&summary);
        let (title, origin) = (article.title.clone(), super::origin(article));
        self.rows.push(Row { address, title, origin, summary });
        if !is_told {
            return Vec::new();
        }
        let body = page.article(article, &anchor);
        if !is_folder {
            self.body.push_str(&body);
            return Vec::new();
        }
        let up = "../".repeat(article.name.matches('/').count());
        let index = w::INDEX.to(self.lang);
        let main = format!("<nav><a href=\"{up}index.html\">← {index}</a></nav>\n{body}");
        vec![Piece::file(page_name(article), page.frame(&article.title, &main))]
    }

    fn end(&mut self, desk: &Header) -> Result<Vec<Piece>, Vec<Missing>> {
        let page = Page { desk, lang: self.lang };
        let main = page.overview(&self.total, &self.rows, &self.disputes) + &self.body;
        Ok(Piece::part(page.frame(&desk.desk, &main)))
    }
}

impl Page<'_> {
    fn frame(self, title: &str, main: &str) -> String {
        let Self { desk, lang } = self;
        let date = w::day(desk.made, lang);
        let since =
            desk.since.map(|since| format!(" · {}", w::SINCE.fill(lang, &[&w::day(since, lang)])));
        format!(
            "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"generator\" content=\"claimdesk\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{title} – {report}</title>\n<style>\n{STYLE}</style>\n</head>\n<body id=\"top\">\n\
             <header><h1 dir=\"auto\">{title}</h1><p class=\"meta\">{report} · {date}{since}</p></header>\n\
             <main>\n{main}</main>\n<footer><p>{made}</p></footer>\n</body>\n</html>\n",
            code = lang.pick("en", "fr"),
            title = escape(title),
            report = w::REPORT.to(lang),
            since = since.unwrap_or_default(),
            made = w::MADE.fill(lang, &[&date]),
        )
    }

    fn hue(self, verdict: &VerdictId) -> &'static str {
        let hue = self.desk.known(verdict).map_or(Hue::Dim, |label| label.hue);
        Hue::ALL.iter().find(|(known, _)| *known == hue).map_or("dim", |(_, name)| name)
    }

    /// A verdict as it is shown: `✗ disputed`.
    fn shown(self, verdict: &VerdictId) -> String {
        escape(&super::shown(self.desk, verdict, self.lang))
    }

    /// A colon as the language sets it: French puts a no-break space before it.
    const fn colon(self) -> &'static str {
        self.lang.pick(":", "\u{a0}:")
    }

    /// Words between the quotation marks of the language.
    fn quoted(self, words: &str) -> String {
        let (open, close) = (self.lang.pick("“", "«\u{a0}"), self.lang.pick("”", "\u{a0}»"));
        format!("{open}<q dir=\"auto\">{}</q>{close}", escape(words))
    }
}

impl Page<'_> {
    /// What could not be read; nothing where all could.
    fn gaps(self, of: &[Gap]) -> String {
        if of.is_empty() {
            return String::new();
        }
        let told = gaps(of, self.lang).map(|gap| format!("<li dir=\"auto\">{}</li>", escape(&gap)));
        let (head, told) = (w::GAPS.to(self.lang), told.collect::<String>());
        format!("<div class=\"said note\"><p class=\"person\">⚠ {head}</p><ul>{told}</ul></div>\n")
    }
}

/// What is known of an article's origin, as text.
fn line(parts: &[String]) -> String {
    parts.iter().map(|part| escape(part)).collect::<Vec<_>>().join(" · ")
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
            c if c.is_control() || is_nothing(c) => out.push('\u{fffd}'),
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

/// Code points that are no characters, which HTML does not allow.
const fn is_nothing(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || c as u32 & 0xfffe == 0xfffe
}
