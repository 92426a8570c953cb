//! The head of the report: figures, legend, differences, the list of articles.

use std::fmt::Write as _;

use super::super::chart::{Part, bar};
use super::super::label;
use super::super::summary::{Dispute, Summary, grouped};
use super::super::words as w;
use super::{Page, Row, escape, line};
use crate::core::crosscheck::FactKind;
use crate::i18n::{Lang, slots};

/// So many differences between articles are told; the rest is counted.
const MOST: usize = 20;

impl Page<'_> {
    pub(super) fn overview(
        self,
        total: &Summary,
        rows: &[Row],
        disputes: &[(String, Dispute)],
    ) -> String {
        let lang = self.lang;
        let mut out = format!("<section><h2>{}</h2>\n", w::SUMMARY.to(lang));
        out.push_str(&self.gaps(&self.desk.gaps));
        out.push_str(&self.figures(total));
        out.push_str(&self.bar(total));
        out.push_str(&self.legend(total));
        if !total.people.is_empty() {
            let people: Vec<_> = total.people.iter().map(|person| escape(person)).collect();
            let _ = writeln!(
                out,
                "<p class=\"meta\">{}{} {}</p>",
                w::PEOPLE.to(lang),
                self.colon(),
                people.join(", ")
            );
        }
        if rows.iter().all(|row| row.address.is_empty()) {
            let _ = writeln!(out, "<p>{}</p>", w::NOTHING.to(lang));
        }
        out.push_str(&self.people_differ(disputes));
        out.push_str(&self.articles_differ());
        out.push_str(&self.index(rows));
        out.push_str("</section>\n");
        out
    }

    fn figures(self, total: &Summary) -> String {
        let lang = self.lang;
        let mut figures = vec![
            (total.claims.to_string(), w::CLAIMS),
            (total.decided().to_string(), w::DECIDED),
            (total.open.to_string(), w::OPEN),
            (total.disputed.to_string(), w::DISPUTED),
        ];
        if let Some((observed, alpha)) = total.agreement() {
            figures.push((percent(observed, lang), w::AGREEMENT));
            figures.extend(alpha.map(|alpha| (decimal(alpha, lang), w::ALPHA)));
        }
        let mut out = String::from("<ul class=\"figures\">");
        for (figure, name) in figures {
            let _ = write!(out, "<li><b>{figure}</b> {}</li>", name.to(lang));
        }
        out.push_str("</ul>\n");
        out
    }

    pub(super) fn bar(self, summary: &Summary) -> String {
        let Self { desk, lang } = self;
        let verdicts = summary.in_order(desk).into_iter().map(|(verdict, count)| Part {
            class: self.hue(&verdict).to_owned(),
            name: label(desk, &verdict, lang).1,
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

    /// Each verdict with its sign, name, number, and when it is given, then what has no verdict:
    /// every colour of a bar by its name, and colour is never alone.
    fn legend(self, total: &Summary) -> String {
        let lang = self.lang;
        let mut out = format!("<ul class=\"legend\" aria-label=\"{}\">", w::LEGEND.to(lang));
        let known = self.desk.labels.iter().map(|label| label.id.clone());
        let unknown = total.verdicts.keys().filter(|id| self.desk.known(id).is_none()).cloned();
        for verdict in known.chain(unknown) {
            let count = total.verdicts.get(&verdict).copied().unwrap_or(0);
            let help = match self.desk.help(&verdict) {
                "" => String::new(),
                help => format!(" <span class=\"help\">{}</span>", escape(help)),
            };
            let _ = write!(
                out,
                "<li><span class=\"key {}\">{} · {count}</span>{help}</li>",
                self.hue(&verdict),
                self.shown(&verdict),
            );
        }
        let rest =
            [("differ", "≠", w::DISPUTED, total.disputed), ("open", "○", w::OPEN, total.open)];
        for (class, sign, name, count) in rest.into_iter().filter(|(.., count)| *count > 0) {
            let name = name.to(lang);
            let _ =
                write!(out, "<li><span class=\"key {class}\">{sign} {name} · {count}</span></li>");
        }
        out.push_str("</ul>\n");
        out
    }

    /// The claims on which people differ, by the verdicts they differ between.
    fn people_differ(self, disputes: &[(String, Dispute)]) -> String {
        if disputes.is_empty() {
            return String::new();
        }
        let lang = self.lang;
        let only: Vec<_> = disputes.iter().map(|(_, dispute)| dispute.clone()).collect();
        let mut out = format!("<h3>{}</h3>\n", w::PEOPLE_DIFFER.to(lang));
        for (kind, group) in grouped(&only) {
            let verdicts: Vec<_> = kind.iter().map(|verdict| self.shown(verdict)).collect();
            let _ = write!(
                out,
                "<p class=\"verdict\">{} · {}</p>\n<ul class=\"list\">",
                verdicts.join(" ≠ "),
                group.len()
            );
            for dispute in group {
                let same = |(_, d): &&(String, Dispute)| {
                    d.article == dispute.article && d.number == dispute.number
                };
                let address = disputes.iter().find(same).map_or("", |(address, _)| address);
                let people: Vec<_> = dispute
                    .verdicts
                    .iter()
                    .map(|(verdict, people)| {
                        format!("{} {}", self.shown(verdict), escape(&people.join(", ")))
                    })
                    .collect();
                let _ = write!(
                    out,
                    "<li><a href=\"{}\" dir=\"auto\">{}</a> <span class=\"meta\">{}</span></li>",
                    escape(address),
                    escape(&dispute.words),
                    people.join(" · ")
                );
            }
            out.push_str("</ul>\n");
        }
        out
    }

    /// What the articles tell in more than one way.
    fn articles_differ(self) -> String {
        let Self { desk, lang } = self;
        if desk.differences.is_empty() {
            return String::new();
        }
        let mut out = format!("<h3>{}</h3>\n<ul class=\"list\">", w::ARTICLES_DIFFER.to(lang));
        for difference in desk.differences.iter().take(MOST) {
            // The class says more than that it is a figure: `Deaths`.
            let title = difference.slot.and_then(slots::title);
            let kind = match difference.kind {
                FactKind::Figure => title.unwrap_or(w::FIGURE),
                FactKind::Date => w::DATE,
                FactKind::Hour => w::HOUR,
                FactKind::Place => w::PLACE,
                FactKind::Who => w::WHO,
                FactKind::Deed => title.unwrap_or(w::DEED),
            };
            let values = difference.values.iter().map(|value| {
                let mut titles: Vec<_> =
                    value.articles.iter().map(|name| self.title(name)).collect();
                titles.dedup();
                let words = format!("<b dir=\"auto\">{}</b>", escape(&value.words));
                // As the reader says it: the Monday may be that 11 March.
                let words = if value.differs { words } else { w::ALSO.fill(lang, &[&words]) };
                format!("<li>{words} <span class=\"meta\">{}</span></li>", titles.join(" · "))
            });
            let values = values.collect::<Vec<_>>().concat();
            let _ = writeln!(
                out,
                "<li><span class=\"meta\">{}</span><ul>{values}</ul></li>",
                kind.to(lang)
            );
        }
        out.push_str("</ul>\n");
        if let Some(rest) = desk.differences.len().checked_sub(MOST).filter(|rest| *rest > 0) {
            let _ = writeln!(out, "<p class=\"meta\">{}</p>", w::MORE.fill(lang, &[&rest]));
        }
        out
    }

    /// The articles, each with what was decided in it.
    fn index(self, rows: &[Row]) -> String {
        let lang = self.lang;
        let mut out = format!("<h3>{}</h3>\n<ol class=\"index\">\n", w::ARTICLES.to(lang));
        for row in rows {
            let title = match &*row.address {
                "" => format!("<span dir=\"auto\">{}</span>", escape(&row.title)),
                address => format!(
                    "<a href=\"{}\" dir=\"auto\">{}</a>",
                    escape(address),
                    escape(&row.title)
                ),
            };
            let (decided, claims) = (row.summary.decided(), row.summary.claims);
            let _ = writeln!(
                out,
                "<li><div>{title}<br><span class=\"meta\">{}</span></div><div class=\"bars\">{}<span class=\"meta\">{}</span></div></li>",
                line(&row.origin),
                self.bar(&row.summary),
                w::OF_CLAIMS.fill(lang, &[&decided, &claims]),
            );
        }
        out.push_str("</ol>\n");
        out
    }
}

/// A share as the language writes it.
fn percent(share: f64, lang: Lang) -> String {
    format!("{:.0}{}%", share * 100.0, lang.pick("", "\u{202f}"))
}

/// Two decimals, behind the mark of the language.
fn decimal(value: f64, lang: Lang) -> String {
    format!("{value:.2}").replace('.', lang.pick(".", ","))
}
