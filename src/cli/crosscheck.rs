//! `claimdesk crosscheck`: which claims of a desk speak about the same fact.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use serde::Serialize;

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::{Place, desk};
use crate::core::article::{Document, Span};
use crate::core::claim::analyze;
use crate::core::crosscheck::{
    ArticleId, DEFAULT_SCORE, Digest, Digester, FactKind, Index, Pair, Relation, Why,
};
use crate::core::fact::Comparison;
use crate::store::desk::Desk;

/// Print which claims of a desk speak about the same fact, and how they agree or differ.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Args {
    /// Only pairs with a claim of these articles; files outside a desk are compared with each other.
    #[arg(value_name = "ARTICLE")]
    articles: Vec<PathBuf>,
    /// Print pairs from this score on, 0 to 1.
    #[arg(long, value_name = "SCORE", default_value_t = DEFAULT_SCORE, value_parser = score)]
    least: f32,
}

/// A score as pairs have it.
fn score(text: &str) -> Result<f32, String> {
    let score = text.parse().ok().filter(|score| (0.0..=1.0).contains(score));
    score.ok_or_else(|| "a score is a number from 0 to 1".to_owned())
}

#[derive(Serialize)]
struct Line<'a> {
    a: Stretch<'a>,
    b: Stretch<'a>,
    relation: &'static str,
    score: f64,
    why: Vec<String>,
}

/// A claim, in code points of its article.
#[derive(Serialize)]
struct Stretch<'a> {
    file: &'a str,
    start: usize,
    end: usize,
}

/// An article by name.
struct Article {
    name: String,
    document: Document,
}

/// Prints the pairs of a desk.
pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (articles, wanted) = read(args, place)?;
    let mut index = Index::new();
    for (i, digest) in digests(&articles).into_iter().enumerate() {
        index.insert_digest(ArticleId(i as u32), digest);
    }
    let pairs = if wanted.is_empty() {
        index.pairs(args.least)
    } else {
        let own = |pair: &Pair| !wanted.contains(&pair.found.article) || pair.is_ordered();
        wanted.iter().flat_map(|&id| index.pairs_of(id, args.least)).filter(own).collect()
    };
    print(format, &articles, &pairs)
}

/// The articles to compare, and those whose pairs are asked for; none stands for all.
fn read(args: &Args, place: &Place) -> Result<(Vec<Article>, BTreeSet<ArticleId>), Failure> {
    let config = desk::configuration(&place.desk);
    let library = match desk::configured(&place.desk, &config) {
        Ok(desk) => desk::library_of(desk, place, &config),
        Err(_) if !args.articles.is_empty() => {
            return Ok((loose(&args.articles)?, BTreeSet::new()));
        }
        Err(error) => return Err(Failure::not_found(&error, error.hint())),
    };
    let listed = library.list().entries.into_iter().filter(|entry| entry.problem.is_none());
    let mut articles = Vec::new();
    for entry in listed {
        // What cannot be read is not compared; the reader shows it as unreadable.
        if let Ok((document, _)) = library.document(&entry.name) {
            articles.push(Article { name: entry.name, document });
        }
    }
    let mut wanted = BTreeSet::new();
    for path in &args.articles {
        let name = name_in(library.desk(), path);
        let found = articles.iter().position(|article| Some(&article.name) == name.as_ref());
        let Some(i) = found else {
            return Ok((loose(&args.articles)?, BTreeSet::new()));
        };
        wanted.insert(ArticleId(i as u32));
    }
    Ok((articles, wanted))
}

/// What an article is called in the desk, given by path or by that name itself.
fn name_in(desk: &Desk, path: &Path) -> Option<String> {
    let absolute = std::fs::canonicalize(path).ok();
    let by_path = absolute.and_then(|path| desk.article_name(&path));
    by_path.or_else(|| path.to_str().map(str::to_owned))
}

/// Files that belong to no desk.
fn loose(paths: &[PathBuf]) -> Result<Vec<Article>, Failure> {
    let read = |path: &PathBuf| {
        Ok(Article { name: path.display().to_string(), document: desk::file(path)? })
    };
    paths.iter().map(read).collect()
}

/// Analyses the articles on all processors; the answer is in their order.
fn digests(articles: &[Article]) -> Vec<Digest> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = articles.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = articles
            .chunks(share)
            .map(|chunk| {
                scope.spawn(move || {
                    let mut digester = Digester::default();
                    let digest = |article: &Article| {
                        digester.digest(article.document.text(), &analyze(article.document.text()))
                    };
                    chunk.iter().map(digest).collect::<Vec<_>>()
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| {
                worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}

fn print(format: Format, articles: &[Article], pairs: &[Pair]) -> Result<(), Failure> {
    let article = |id: ArticleId| &articles[id.0 as usize];
    let place = |id: ArticleId, span: Span| {
        let (start, end) = article(id).document.to_points(span);
        Stretch { file: &article(id).name, start, end }
    };
    let texts = |pair: &Pair| {
        (article(pair.article).document.text(), article(pair.found.article).document.text())
    };
    let lines = pairs.iter().map(|pair| Line {
        a: place(pair.article, pair.span),
        b: place(pair.found.article, pair.found.span),
        relation: name(pair.found.relation),
        score: (f64::from(pair.found.score) * 1000.0).round() / 1000.0,
        why: pair.found.why.iter().map(|why| words(why, texts(pair))).collect(),
    });
    match format {
        Format::Json => output::print_list(false, lines),
        Format::Text => {
            let mut out = String::new();
            for (line, pair) in lines.zip(pairs) {
                let (a, b) = texts(pair);
                let _ =
                    writeln!(out, "{} {:.2}: {}", line.relation, line.score, line.why.join("; "));
                for (at, span, text) in [(line.a, pair.span, a), (line.b, pair.found.span, b)] {
                    let _ = writeln!(
                        out,
                        "  {}:{} {}",
                        on_one_line(at.file),
                        at.start,
                        shown(span, text)
                    );
                }
                out.push('\n');
            }
            output::print(&out)
        }
        _ => output::print_list(true, lines),
    }
}

/// The words at a place, on one line.
fn shown(span: Span, text: &str) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The stable name of a relation.
const fn name(relation: Relation) -> &'static str {
    match relation {
        Relation::Related => "related",
        Relation::Agree => "agree",
        Relation::Differ => "differ",
    }
}

/// A reason in words.
fn words(why: &Why, (a, b): (&str, &str)) -> String {
    let how = match (why.agreement, why.kind) {
        (Comparison::Same, _) => "same",
        (Comparison::Meets, _) => "both can be true",
        (Comparison::Differs, FactKind::Figure) => "other figure",
        (Comparison::Differs, FactKind::Date) => "other date",
        (Comparison::Differs, FactKind::Place) => "other place",
        (Comparison::Differs, FactKind::Deed) => "the opposite",
    };
    format!("{} ↔ {}: {how}", shown(why.here, a), shown(why.there, b))
}
