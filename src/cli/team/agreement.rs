//! `claimdesk agreement`: how far people agree.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::super::Place;
use super::super::failure::Failure;
use super::super::output::{self, Format};
use super::{Team, cell, head, row};
use crate::core::article::Span;
use crate::core::team::agreement::{Agreement, ENOUGH, alpha, interval};
use crate::core::team::panel::Panel;
use crate::core::team::spans::{Unitizing, disjoint, unitizing};
use crate::core::team::status::Unit;
use crate::desk::Sheet;

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
        Format::Text => output::print(&report.text())?,
        Format::Markdown => output::print(&report.markdown())?,
        _ => output::print_value(&report.json())?,
    }
    match (args.min_alpha, report.figures.alpha) {
        (Some(least), Some(alpha)) if alpha < least => Err(Failure::failed(
            format!("α is {alpha:.3}, below {least}"),
            "`claimdesk verdicts` prints where people differ",
        )),
        _ => Ok(()),
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
    output::print(&out)
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

    fn text(&self) -> String {
        let Self { panel, figures, interval, articles, .. } = self;
        let mut out = String::new();
        for (name, figure) in self.headline() {
            let _ = writeln!(out, "{name:<22} {figure}");
        }
        if let Some((low, high)) = interval {
            let _ = writeln!(out, "{:<22} {low:.3} to {high:.3}", "95 % interval of α");
        }
        let by_verdict: Vec<_> = self.by_verdict().collect();
        if by_verdict.len() > 1 {
            out.push_str("\nα of each verdict against all others\n");
            for (verdict, alpha) in by_verdict {
                let _ = writeln!(out, "  {alpha:>6}  {verdict}");
            }
        }
        if !figures.pairs.is_empty() {
            out.push_str("\n     n  equal       κ  pair\n");
            for pair in &figures.pairs {
                let (a, b) = (&panel.people[pair.a], &panel.people[pair.b]);
                let (equal, kappa) = (number(pair.observed), number(pair.cohen));
                let _ =
                    writeln!(out, "{:>6}  {equal:>5}  {kappa:>6}  {a}, {b}{}", pair.n, few(pair.n));
            }
        }
        let articles: Vec<_> = articles.iter().filter_map(Article::figures).collect();
        if !articles.is_empty() {
            out.push_str("\n units       α  article\n");
            for Figures { name, units, alpha, spans } in articles {
                let spans = spans.map(|s| format!("  (αU {})", number(s.alpha)));
                let spans = spans.unwrap_or_default();
                let name = output::on_one_line(name);
                let _ =
                    writeln!(out, "{units:>6}  {:>6}  {name}{spans}{}", number(alpha), few(units));
            }
        }
        out
    }

    fn markdown(&self) -> String {
        let Self { panel, figures, articles, .. } = self;
        let mut out = String::from("### Agreement\n\n");
        out.push_str(&head(&["figure", "value"]));
        for (name, figure) in self.headline() {
            out.push_str(&row([name, &figure]));
        }
        for (verdict, alpha) in self.by_verdict() {
            out.push_str(&row([&*format!("α of {verdict}"), &alpha]));
        }
        if !figures.pairs.is_empty() {
            let _ = write!(out, "\n{}", head(&["pair", "n", "equal", "Cohen’s κ"]));
            for pair in &figures.pairs {
                let people = format!("{}, {}", panel.people[pair.a], panel.people[pair.b]);
                let n = format!("{}{}", pair.n, few(pair.n));
                out.push_str(&row([&*people, &n, &number(pair.observed), &number(pair.cohen)]));
            }
        }
        let _ = write!(out, "\n{}", head(&["article", "units", "α"]));
        for Figures { name, units, alpha, .. } in articles.iter().filter_map(Article::figures) {
            let _ = writeln!(out, "| {} | {units}{} | {} |", cell(name), few(units), number(alpha));
        }
        out
    }

    /// The figures of the whole desk with their names.
    fn headline(&self) -> [(&'static str, String); 5] {
        let figures = &self.figures;
        let undefined = match figures.observed {
            Some(_) => "–, all agree",
            None => "–, nothing shared",
        };
        let or_undefined =
            |figure: Option<f64>| figure.map_or(undefined.to_owned(), |f| format!("{f:.3}"));
        let full = figures.fleiss_units;
        let fleiss = match full {
            0 => "–, no unit that all decided".to_owned(),
            _ => format!("{} ({full} units that all decided)", or_undefined(figures.fleiss)),
        };
        [
            ("units", format!("{}{}", figures.units, few(figures.units))),
            ("verdicts", figures.verdicts.to_string()),
            ("observed agreement", or_undefined(figures.observed)),
            ("Krippendorff’s α", or_undefined(figures.alpha)),
            ("Fleiss’ κ", fleiss),
        ]
    }

    fn by_verdict(&self) -> impl Iterator<Item = (&str, String)> {
        let all = self.figures.alpha_by_verdict.iter();
        all.map(|(verdict, alpha)| (self.panel.verdicts[*verdict].as_str(), number(*alpha)))
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

fn number(figure: Option<f64>) -> String {
    figure.map_or("–".to_owned(), |figure| format!("{figure:.3}"))
}

/// What is said of figures that stand on little.
const fn few(units: usize) -> &'static str {
    if units < ENOUGH { " (few)" } else { "" }
}
