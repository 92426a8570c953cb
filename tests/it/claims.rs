//! Claims of the five articles, held against what a careful reader underlines.

use std::path::Path;

use claimdesk::core::article::{Document, Span};
use claimdesk::core::claim::{Analysis, Level, analyze};

/// How a labelled stretch counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Worth,
    Not,
    Either,
}

struct Label {
    mark: Mark,
    article: String,
    span: Span,
}

struct Article {
    number: String,
    text: String,
    analysis: Analysis,
}

fn articles() -> Vec<Article> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> =
        std::fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &Path| {
        let doc = Document::new(std::fs::read(path).unwrap());
        let number = path.file_name().unwrap().to_string_lossy()[..3].to_owned();
        Article { number, analysis: analyze(doc.text()), text: doc.text().to_owned() }
    };
    paths.iter().map(|path| read(path)).collect()
}

/// Reads the labels; each names a stretch by its first and last words.
fn labels(articles: &[Article]) -> Vec<Label> {
    let lines = include_str!("fixtures/claims/seeds.txt").lines();
    let mut at = (String::new(), 0);
    let mut labels = Vec::new();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut parts = line.splitn(3, " | ");
        let (mark, number) = parts.next().unwrap().split_once(' ').unwrap();
        let (first, last) = parts.next().unwrap().split_once(" … ").unwrap();
        let text = &articles.iter().find(|article| article.number == number).unwrap().text;
        if at.0 != number {
            at = (number.to_owned(), 0);
        }
        let start = at.1 + text[at.1..].find(first).unwrap_or_else(|| panic!("not there: {line}"));
        let end = start
            + text[start..].find(last).unwrap_or_else(|| panic!("not there: {line}"))
            + last.len();
        at.1 = start + first.chars().next().unwrap().len_utf8();
        let mark = match mark {
            "+" => Mark::Worth,
            "-" => Mark::Not,
            _ => Mark::Either,
        };
        labels.push(Label { mark, article: number.to_owned(), span: Span::new(start, end) });
    }
    labels
}

/// Whether a highlight shows something of worth: most of it, or most of a worthy stretch.
fn is_worth(highlight: Span, labels: &[&Label]) -> bool {
    let best = labels
        .iter()
        .max_by(|a, b| a.span.iou(highlight).total_cmp(&b.span.iou(highlight)))
        .unwrap();
    let shared = |label: &Label| {
        label.span.end.min(highlight.end).saturating_sub(label.span.start.max(highlight.start))
    };
    best.mark != Mark::Not
        || labels
            .iter()
            .any(|l| l.mark != Mark::Not && shared(l) * 2 >= l.span.len().min(highlight.len()))
}

#[test]
fn nine_in_ten_are_found_and_one_in_six_on_colour_at_most_is_idle() {
    let articles = articles();
    let labels = labels(&articles);
    let (mut worth, mut found, mut shown, mut idle) = (0, 0, 0, Vec::new());
    for article in &articles {
        let here: Vec<&Label> =
            labels.iter().filter(|label| label.article == article.number).collect();
        let claims = &article.analysis.claims;
        for label in here.iter().filter(|label| label.mark == Mark::Worth) {
            worth += 1;
            found += usize::from(claims.iter().any(|claim| claim.span.iou(label.span) >= 0.5));
        }
        let coloured = claims.iter().filter(|claim| claim.level <= Level::default());
        let coloured: Vec<Span> = coloured.map(|claim| claim.span).collect();
        shown += coloured.len();
        idle.extend(coloured.iter().filter(|s| !is_worth(**s, &here)).map(|s| s.of(&article.text)));
    }
    println!("{found} of {worth} found; {} of {shown} not worth checking", idle.len());
    assert!(found * 10 >= worth * 9, "found {found} of {worth}");
    assert!(idle.len() * 6 <= shown, "{} of {shown} are idle: {idle:#?}", idle.len());
}

#[test]
fn the_articles_are_read_as_they_stand() {
    for entry in std::fs::read_dir("seeds").unwrap() {
        let doc = Document::new(std::fs::read(entry.unwrap().path()).unwrap());
        assert!(!doc.is_reflowed());
        assert_eq!(doc.text(), doc.original());
    }
}
