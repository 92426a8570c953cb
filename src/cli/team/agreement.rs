//! `claimdesk agreement`: how far people agree.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::super::Place;
use super::super::failure::Failure;
use super::super::output::{self, Format};
use super::super::review::label_name;
use super::{Team, cell, head, row};
use crate::core::annotation::Label;
use crate::core::article::Span;
use crate::core::team::agreement::{Agreement, ENOUGH, alpha, interval};
use crate::core::team::panel::Panel;
use crate::core::team::spans::{Unitizing, disjoint, unitizing};
use crate::core::team::status::Unit;
use crate::desk::Sheet;
use crate::i18n::{Lang, Message, Text, line as say};

/// Print how far people agree.
///
/// Observed agreement, Krippendorff’s α, Cohen’s and Fleiss’ κ. A unit is one claim, whoever looks: the verdicts of several people on about
/// the same words. Final verdicts are no opinion and do not count.
#[derive(Debug, clap::Args)]
pub(in super::super) struct Args {
    /// The articles, each by its file, its name below `seeds/`, or a beginning of the name; else all.
    article: Vec<String>,
    /// Only these people, by folder name.
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    people: Vec<String>,
    /// Also how far people agree on which words are claims: αU of each article.
    #[arg(long)]
    spans: bool,
    /// Also a 95 % interval of α: the bootstrap over units, 1,000 draws, a fixed seed.
    #[arg(long)]
    interval: bool,
    /// Fail with exit code 1 where α is below this.
    #[arg(long, value_name = "A", allow_hyphen_values = true)]
    min_alpha: Option<f64>,
}

/// An article and what its people agree on.
struct Article {
    name: String,
    units: Vec<Unit>,
    /// How far its people agree on which words are claims, where that was asked for.
    spans: Option<Unitizing>,
}

/// An article's figures.
struct Figures<'a> {
    name: &'a str,
    units: usize,
    alpha: Option<f64>,
    spans: Option<Unitizing>,
}

/// All that is printed.
struct Report {
    panel: Panel,
    figures: Agreement,
    /// Whether an interval was asked for; it may still be undefined.
    with_interval: bool,
    interval: Option<(f64, f64)>,
    articles: Vec<Article>,
}

pub(in super::super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let mut team = Team::open(place)?;
    if !args.people.is_empty() {
        team.only(&args.people)?;
    }
    if format == Format::GammaCsv {
        return gamma_csv(&team, &args.article);
    }
    let mut articles = Vec::new();
    for name in team.articles(&args.article)? {
        let sheet = team.sheet(&name)?;
        let units = sheet.units(team.rules());
        let spans = args.spans.then(|| on_spans(&sheet, &units));
        articles.push(Article { name, units, spans });
    }
    let panel = Panel::of(articles.iter().flat_map(|article| &article.units));
    let figures = Agreement::of(&panel.matrix);
    let interval = if args.interval { interval(&panel.matrix.rows) } else { None };
    let with_interval = args.interval;
    let report = Report { panel, figures, with_interval, interval, articles };
    match format {
        Format::Text => output::print(&report.text(&team.config.labels, team.lang))?,
        Format::Markdown => output::print(&report.markdown(&team.config.labels, team.lang))?,
        _ => output::print_value(&report.json())?,
    }
    match (args.min_alpha, report.figures.alpha) {
        (Some(least), Some(alpha)) if alpha < least => Err(Failure::failed(
            Message::of(|lang| say::ALPHA_BELOW.fill(lang, &[&number(lang, alpha), &least])),
            say::VERDICTS_PRINTS,
        )),
        _ => team.whole(),
    }
}

/// The verdicts in force as pygamma-agreement reads them: annotator, label, start, end, in code
/// points; those of each article begin behind the end of the one before.
fn gamma_csv(team: &Team, asked: &[String]) -> Result<(), Failure> {
    let (mut out, mut offset) = (String::new(), 0);
    for name in team.articles(asked)? {
        let sheet = team.sheet(&name)?;
        for opinion in &sheet.opinions {
            let Some(verdict) = opinion.firm() else { continue };
            let (start, end) = sheet.document.to_points(opinion.span);
            let (start, end) = (start + offset, end + offset);
            let _ = writeln!(out, "{},{},{start},{end}", opinion.person, verdict.0);
        }
        offset += sheet.document.original().chars().count() + 1;
    }
    output::print(&out)?;
    team.whole()
}

/// αU of an article over all who marked something in it, in code points.
fn on_spans(sheet: &Sheet, units: &[Unit]) -> Unitizing {
    let marks = |person: &str| -> Vec<Span> {
        let all = units.iter().flat_map(Unit::firm).filter(|(o, _)| o.person == person);
        let points = all.map(|(opinion, _)| sheet.document.to_points(opinion.span));
        disjoint(points.map(|(start, end)| Span::new(start, end)).collect())
    };
    let people = Panel::of(units).people;
    let raters: Vec<_> = people.iter().map(|person| marks(person)).collect();
    unitizing(sheet.document.original().chars().count(), &raters)
}

impl Report {
    fn json(&self) -> Value {
        let Self { panel, figures, with_interval, interval, articles } = self;
        let by_verdict: Map<_, _> = figures
            .alpha_by_verdict
            .iter()
            .map(|(verdict, alpha)| (panel.verdicts[*verdict].clone(), json!(alpha)))
            .collect();
        let pairs: Vec<_> = figures
            .pairs
            .iter()
            .map(|pair| {
                let (a, b) = (&panel.people[pair.a], &panel.people[pair.b]);
                json!({"a": a, "b": b, "n": pair.n, "observed": pair.observed, "cohen": pair.cohen})
            })
            .collect();
        let mut value = json!({
            "units": figures.units,
            "verdicts": figures.verdicts,
            "observed": figures.observed,
            "alpha": figures.alpha,
            "alpha_by_verdict": by_verdict,
            "fleiss": figures.fleiss,
            "fleiss_units": figures.fleiss_units,
            "pairs": pairs,
            "articles": articles.iter().filter_map(Article::json).collect::<Vec<_>>(),
        });
        if *with_interval {
            value["interval"] = json!(interval.map(|(low, high)| [low, high]));
        }
        value
    }

    fn text(&self, labels: &[Label], lang: Lang) -> String {
        let Self { panel, figures, interval, articles, .. } = self;
        let mut out = String::new();
        for (name, figure) in self.headline(lang) {
            let _ = writeln!(out, "{:<22} {figure}", name.to(lang));
        }
        if let Some((low, high)) = interval {
            let from_to = say::FROM_TO.fill(lang, &[&number(lang, *low), &number(lang, *high)]);
            let _ = writeln!(out, "{:<22} {from_to}", say::INTERVAL_OF_ALPHA.to(lang));
        }
        let by_verdict: Vec<_> = self.by_verdict(labels, lang).collect();
        if by_verdict.len() > 1 {
            out.push_str(say::ALPHA_OF_EACH.to(lang));
            for (verdict, alpha) in by_verdict {
                let _ = writeln!(out, "  {alpha:>6}  {verdict}");
            }
        }
        if !figures.pairs.is_empty() {
            out.push_str(say::PAIR_HEAD.to(lang));
            for pair in &figures.pairs {
                let (a, b) = (&panel.people[pair.a], &panel.people[pair.b]);
                let (equal, kappa) = (or_dash(lang, pair.observed), or_dash(lang, pair.cohen));
                let _ = writeln!(
                    out,
                    "{:>6}  {equal:>5}  {kappa:>6}  {a}, {b}{}",
                    pair.n,
                    few(lang, pair.n)
                );
            }
        }
        let articles: Vec<_> = articles.iter().filter_map(Article::figures).collect();
        if !articles.is_empty() {
            out.push_str(say::ARTICLE_HEAD.to(lang));
            for Figures { name, units, alpha, spans } in articles {
                let spans = spans.map(|s| format!("  (αU {})", or_dash(lang, s.alpha)));
                let spans = spans.unwrap_or_default();
                let name = output::on_one_line(name);
                let _ = writeln!(
                    out,
                    "{units:>6}  {:>6}  {name}{spans}{}",
                    or_dash(lang, alpha),
                    few(lang, units)
                );
            }
        }
        out
    }

    fn markdown(&self, labels: &[Label], lang: Lang) -> String {
        let Self { panel, figures, articles, .. } = self;
        let mut out = format!("### {}\n\n", say::AGREEMENT.to(lang));
        out.push_str(&head(lang, &[say::FIGURE, say::VALUE]));
        for (name, figure) in self.headline(lang) {
            out.push_str(&row([name.to(lang), &figure]));
        }
        for (verdict, alpha) in self.by_verdict(labels, lang) {
            out.push_str(&row([&*say::ALPHA_OF.fill(lang, &[&verdict]), &alpha]));
        }
        if !figures.pairs.is_empty() {
            let _ = write!(
                out,
                "\n{}",
                head(lang, &[say::PAIR, say::N, say::EQUAL, say::COHENS_KAPPA])
            );
            for pair in &figures.pairs {
                let people = format!("{}, {}", panel.people[pair.a], panel.people[pair.b]);
                let n = format!("{}{}", pair.n, few(lang, pair.n));
                out.push_str(&row([
                    &*people,
                    &n,
                    &or_dash(lang, pair.observed),
                    &or_dash(lang, pair.cohen),
                ]));
            }
        }
        let _ = write!(out, "\n{}", head(lang, &[say::AN_ARTICLE, say::UNITS, say::ALPHA]));
        for Figures { name, units, alpha, .. } in articles.iter().filter_map(Article::figures) {
            let _ = writeln!(
                out,
                "| {} | {units}{} | {} |",
                cell(name),
                few(lang, units),
                or_dash(lang, alpha)
            );
        }
        out
    }

    /// The figures of the whole desk with their names.
    fn headline(&self, lang: Lang) -> [(Text, String); 5] {
        let figures = &self.figures;
        let undefined = match figures.observed {
            Some(_) => say::ALL_AGREE,
            None => say::NOTHING_SHARED,
        };
        let or_undefined =
            |figure: Option<f64>| figure.map_or(undefined.to(lang).to_owned(), |f| number(lang, f));
        let full = figures.fleiss_units;
        let fleiss = match full {
            0 => say::NO_FULL_UNIT.to(lang).to_owned(),
            _ => {
                let units = say::FULL_UNITS.fill(lang, &[&full]);
                format!("{} ({units})", or_undefined(figures.fleiss))
            }
        };
        [
            (say::UNITS, format!("{}{}", figures.units, few(lang, figures.units))),
            (say::VERDICTS, figures.verdicts.to_string()),
            (say::OBSERVED_AGREEMENT, or_undefined(figures.observed)),
            (say::KRIPPENDORFFS_ALPHA, or_undefined(figures.alpha)),
            (say::FLEISS_KAPPA, fleiss),
        ]
    }

    fn by_verdict<'a>(
        &'a self,
        labels: &'a [Label],
        lang: Lang,
    ) -> impl Iterator<Item = (&'a str, String)> {
        let all = self.figures.alpha_by_verdict.iter();
        all.map(move |(verdict, alpha)| {
            let id = self.panel.verdicts[*verdict].as_str();
            let label = labels.iter().find(|label| label.id.0 == id);
            (label.map_or(id, |label| label_name(label, lang)), or_dash(lang, *alpha))
        })
    }
}

impl Article {
    /// Its figures; none where nobody decided anything.
    fn figures(&self) -> Option<Figures<'_>> {
        let rows = Panel::of(&self.units).matrix.rows;
        let (name, units, spans) = (self.name.as_str(), rows.len(), self.spans);
        (units > 0).then(|| Figures { name, units, alpha: alpha(&rows), spans })
    }

    fn json(&self) -> Option<Value> {
        let Figures { name, units, alpha, spans } = self.figures()?;
        let mut value = json!({"article": name, "units": units, "alpha": alpha});
        if let Some(spans) = spans {
            value["alpha_spans"] = json!(spans.alpha);
        }
        Some(value)
    }
}

fn or_dash(lang: Lang, figure: Option<f64>) -> String {
    figure.map_or("–".to_owned(), |figure| number(lang, figure))
}

/// A number of three decimals, as people write it.
fn number(lang: Lang, figure: f64) -> String {
    lang.decimals(&format!("{figure:.3}"))
}

/// What is said of figures that stand on little.
const fn few(lang: Lang, units: usize) -> &'static str {
    if units < ENOUGH { say::FEW.to(lang) } else { "" }
}
