//! The head of the report: figures, legend, differences, the list of articles.

use std::fmt::Write as _;

use super::super::chart::{Part, bar};
use super::super::label;
use super::super::summary::{Dispute, Summary, grouped};
use super::super::words as w;
use super::{Page, Row, escape, line};
use crate::core::crosscheck::FactKind;

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
        out.push_str(&self.table(rows));
        out.push_str(&self.articles_differ());
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
            figures.push((format!("{:.0}\u{202f}%", observed * 100.0), w::AGREEMENT));
            figures.extend(alpha.map(|alpha| (format!("{alpha:.2}"), w::ALPHA)));
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

    /// Each verdict with its sign, name, number, and when it is given: colour is never alone.
    fn legend(self, total: &Summary) -> String {
        let mut out = format!("<ul class=\"legend\" aria-label=\"{}\">", w::LEGEND.to(self.lang));
        for label in &self.desk.labels {
            let count = total.verdicts.get(&label.id).copied().unwrap_or(0);
            let help = match &*label.help {
                "" => String::new(),
                help => format!(" <span class=\"help\">{}</span>", escape(help)),
            };
            let _ = write!(
                out,
                "<li><span class=\"{}\">{} · {count}</span>{help}</li>",
                self.hue(&label.id),
                self.shown(&label.id),
            );
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
            let kind = match difference.kind {
                FactKind::Figure => w::FIGURE,
                FactKind::Date => w::DATE,
                FactKind::Place => w::PLACE,
                FactKind::Deed => w::DEED,
            };
            let values = difference.values.iter().map(|(value, holders)| {
                let mut titles: Vec<_> = holders.iter().map(|name| self.title(name)).collect();
                titles.dedup();
                format!(
                    "<b dir=\"auto\">{}</b> <span class=\"meta\">{}</span>",
                    escape(value),
                    titles.join(" · ")
                )
            });
            let values: Vec<_> = values.collect();
            let _ =
                write!(out, "<li>{}{} {}</li>", kind.to(lang), self.colon(), values.join(" ≠ "));
        }
        out.push_str("</ul>\n");
        if let Some(rest) = desk.differences.len().checked_sub(MOST).filter(|rest| *rest > 0) {
            let _ = writeln!(out, "<p class=\"meta\">{}</p>", w::MORE.fill(lang, &[&rest]));
        }
        out
    }

    fn table(self, rows: &[Row]) -> String {
        let lang = self.lang;
        let mut out = format!(
            "<h3>{}</h3>\n<table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>\n",
            w::ARTICLES.to(lang),
            w::ARTICLE.to(lang),
            w::CLAIMS.to(lang),
            w::VERDICTS.to(lang),
        );
        for row in rows {
            let title = match &*row.address {
                "" => format!("<span dir=\"auto\">{}</span>", escape(&row.title)),
                address => format!(
                    "<a href=\"{}\" dir=\"auto\">{}</a>",
                    escape(address),
                    escape(&row.title)
                ),
            };
            let _ = writeln!(
                out,
                "<tr><td>{title}<br><span class=\"meta\">{}</span></td><td class=\"number\">{}</td><td class=\"bars\">{}</td></tr>",
                line(&row.origin),
                row.summary.claims,
                self.bar(&row.summary)
            );
        }
        out.push_str("</tbody></table>\n");
        out
    }
}
