//! `claimdesk crosscheck`: which claims of a desk speak about the same fact.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{IsTerminal as _, stdout};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::failure::{Failure, Wrong};
use super::output::{self, Format, List, on_one_line};
use super::progress::Progress;
use super::{Place, desk};
use crate::app::parallel;
use crate::core::article::{Document, Span};
use crate::core::claim::analyze;
use crate::core::crosscheck::{
    Compared, DEFAULT_SCORE, Digest, Digester, DocId, FactKind, Index, Pair, Relation, Why,
};
use crate::desk::Library;
use crate::i18n::{Lang, line as say};
use crate::store::desk::Desk;
use crate::store::listing::Entry;

/// Print which claims of a desk speak about the same fact, and how they agree or differ.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Args {
    /// Only pairs with a claim of these articles, each by its file, its name or a beginning of the name;
    /// files outside a desk are compared with each other.
    #[arg(value_name = "ARTICLE")]
    articles: Vec<PathBuf>,
    /// Print pairs from this score on, 0 to 1.
    #[arg(long, value_name = "SCORE", default_value_t = DEFAULT_SCORE, value_parser = score)]
    least: f32,
    /// Print no more pairs than this as text; on a terminal 200 unless set. Other formats print all.
    #[arg(long, value_name = "PAIRS")]
    limit: Option<usize>,
}

/// So many pairs are a long read.
const READABLE: usize = 200;

/// A score as pairs have it.
fn score(text: &str) -> Result<f32, Wrong> {
    let score = text.parse().ok().filter(|score| (0.0..=1.0).contains(score));
    score.ok_or_else(|| Wrong(say::A_SCORE.into()))
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
pub(super) struct Article {
    pub name: String,
    pub document: Document,
    /// When it was published.
    published: Option<String>,
}

/// Prints the pairs of a desk, as they are found.
pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (articles, wanted) = read(args, place)?;
    let index = index(place.lang, &articles)?;
    let all = (0..articles.len()).map(DocId::new);
    let asked: Vec<_> = all.filter(|id| wanted.is_empty() || wanted.contains(id)).collect();
    // Of a pair whose articles are both asked for, one side tells.
    let is_asked = |article: &DocId| wanted.is_empty() || wanted.contains(article);
    let is_told = |pair: &Pair| !is_asked(&pair.found.article) || pair.is_ordered();
    let pairs = |id: &DocId| {
        let is_known = |other: DocId| other < *id && is_asked(&other);
        let pairs = index.pairs_beside(*id, args.least, is_known).into_iter();
        pairs.filter(is_told).collect::<Vec<_>>()
    };
    let mut printer = Printer::new(place.lang, &articles, args, format);
    let mut progress = Progress::of(asked.len(), say::COMPARED_OF, place.lang);
    parallel::in_order(
        &asked,
        || (),
        |(), id| pairs(id),
        |pairs| {
            progress.step();
            if !pairs.is_empty() {
                progress.clear();
            }
            pairs.iter().try_for_each(|pair| printer.print(pair))
        },
    )?;
    drop(progress);
    printer.end()
}

/// Analyses the articles on all processors.
pub(super) fn index(lang: Lang, articles: &[Article]) -> Result<Index, Failure> {
    let mut index = Index::new();
    let mut progress = Progress::of(articles.len(), say::ANALYSED_OF, lang);
    let digest = |digester: &mut Digester, article: &Article| {
        let text = article.document.text();
        digester.digest(text, &analyze(text), article.published.as_deref())
    };
    let mut next = 0;
    parallel::in_order(articles, Digester::default, digest, |digest: Digest| {
        index.insert_digest(DocId(next), digest);
        next += 1;
        progress.step();
        Ok::<_, Failure>(())
    })?;
    Ok(index)
}

/// The articles to compare, and those whose pairs are asked for; none stands for all.
fn read(args: &Args, place: &Place) -> Result<(Vec<Article>, BTreeSet<DocId>), Failure> {
    let config = desk::configuration(&place.desk);
    let library = match desk::configured(&place.desk, &config) {
        Ok(desk) => desk::library_of(desk, place, &config),
        Err(_) if !args.articles.is_empty() => {
            return Ok((loose(&args.articles)?, BTreeSet::new()));
        }
        Err(error) => return Err(error.into()),
    };
    let articles = all(&library);
    let mut wanted = BTreeSet::new();
    for path in &args.articles {
        let name = match path.to_str().filter(|_| !path.exists()) {
            Some(asked) => Some(desk::article(library.desk(), asked)?),
            None => name_in(library.desk(), path),
        };
        let found = articles.iter().position(|article| Some(&article.name) == name.as_ref());
        let Some(i) = found else {
            return Ok((loose(&args.articles)?, BTreeSet::new()));
        };
        wanted.insert(DocId::new(i));
    }
    Ok((articles, wanted))
}

/// All articles of a desk.
pub(super) fn all(library: &Library) -> Vec<Article> {
    let listed = library.list().entries.into_iter().filter(|entry| entry.problem.is_none());
    // What cannot be read is not compared; the reader shows it as unreadable.
    let article = |entry: Entry| {
        let (document, _) = library.document(&entry.name).ok()?;
        let published = library.source(&entry.name).published;
        Some(Article { name: entry.name, document, published })
    };
    listed.filter_map(article).collect()
}

/// What the article of a file is called in the desk, where it has it.
fn name_in(desk: &Desk, path: &Path) -> Option<String> {
    desk.article_name(&std::fs::canonicalize(path).ok()?)
}

/// Files that belong to no desk.
fn loose(paths: &[PathBuf]) -> Result<Vec<Article>, Failure> {
    let read = |path: &PathBuf| {
        let document = desk::file(path)?;
        Ok(Article { name: path.display().to_string(), document, published: None })
    };
    paths.iter().map(read).collect()
}

/// Prints pairs one after the other.
struct Printer<'a> {
    lang: Lang,
    articles: &'a [Article],
    format: Format,
    list: List,
    /// How many more are printed as text.
    room: usize,
    /// How many were not.
    left_out: usize,
}

impl<'a> Printer<'a> {
    fn new(lang: Lang, articles: &'a [Article], args: &Args, format: Format) -> Self {
        let readable = if stdout().is_terminal() { READABLE } else { usize::MAX };
        let room = args.limit.unwrap_or(readable);
        let list = List::new(format != Format::Json);
        Self { lang, articles, format, list, room, left_out: 0 }
    }

    fn print(&mut self, pair: &Pair) -> Result<(), Failure> {
        if self.format != Format::Text {
            let line = self.line(Lang::En, pair);
            return self.list.push(&line);
        }
        if self.room == 0 {
            self.left_out += 1;
            return Ok(());
        }
        self.room -= 1;
        output::print(&self.text(pair))
    }

    fn end(self) -> Result<(), Failure> {
        if self.format != Format::Text {
            return self.list.end();
        }
        if self.left_out > 0 {
            output::complain(&say::MORE_PAIRS.fill(self.lang, &[&self.left_out]));
        }
        Ok(())
    }

    fn line(&self, lang: Lang, pair: &Pair) -> Line<'a> {
        Line {
            a: self.place(pair.article, pair.span),
            b: self.place(pair.found.article, pair.found.span),
            relation: name(pair.found.relation),
            score: (f64::from(pair.found.score) * 1000.0).round() / 1000.0,
            why: pair.found.why.iter().map(|why| words(lang, why, self.texts(pair))).collect(),
        }
    }

    fn place(&self, id: DocId, span: Span) -> Stretch<'a> {
        let Article { name, document, .. } = &self.articles[id.index()];
        let (start, end) = document.to_points(span);
        Stretch { file: name, start, end }
    }

    fn texts(&self, pair: &Pair) -> (&'a str, &'a str) {
        let text = |id: DocId| self.articles[id.index()].document.text();
        (text(pair.article), text(pair.found.article))
    }

    fn text(&self, pair: &Pair) -> String {
        let lang = self.lang;
        let (line, (a, b)) = (self.line(lang, pair), self.texts(pair));
        let relation = say::name(line.relation).to(lang);
        let head = format!("{relation} {}", lang.decimals(&format!("{:.2}", pair.found.score)));
        let why = line.why.join(say::SEMICOLON.to(lang));
        let mut out = say::OF.fill(lang, &[&head, &why]).trim_end().to_owned() + "\n";
        for (at, span, text) in [(line.a, pair.span, a), (line.b, pair.found.span, b)] {
            let file = on_one_line(at.file);
            let _ = writeln!(out, "  {file}:{} {}", at.start, shown(span, text));
        }
        out.push('\n');
        out
    }
}

/// The words at a place, on one line.
pub(super) fn shown(span: Span, text: &str) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The stable name of a relation.
pub(super) const fn name(relation: Relation) -> &'static str {
    match relation {
        Relation::Nearest => "nearest",
        Relation::Related => "related",
        Relation::Agree => "agree",
        Relation::Differ => "differ",
    }
}

/// A reason in words.
pub(super) fn words(lang: Lang, why: &Why, (a, b): (&str, &str)) -> String {
    let words = why.at_its_words(a, b);
    let (here, there) = (shown(words.here, a), shown(words.there, b));
    let how = match (why.agreement, why.kind) {
        (Compared::Same, _) => say::HOW_SAME,
        (Compared::Meets, _) => say::HOW_MEETS,
        (Compared::Part, _) => say::HOW_PART,
        (Compared::Differs, FactKind::Figure) => say::HOW_FIGURE,
        (Compared::Differs, FactKind::Date) => say::HOW_DATE,
        (Compared::Differs, FactKind::Hour) => say::HOW_TIME,
        (Compared::Differs, FactKind::Place) => say::HOW_PLACE,
        (Compared::Differs, FactKind::Who) => say::HOW_WHO,
        (Compared::Differs, FactKind::Deed) => say::HOW_OPPOSITE,
    };
    let both = format!("{here} ↔ {there}");
    say::OF.fill(lang, &[&both, &how])
}
