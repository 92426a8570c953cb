//! How much of the articles stands on colour.
//!
//! `cargo run --release --example pointed -- PATHS`: text files, and folders for the text files in
//! them; without any, `seeds/`. Prints for each level the share of the characters of all articles,
//! the mean share of an article, and how many claims an article has on colour.

#![expect(clippy::unwrap_used, reason = "a program that cannot read its data has nothing to say")]
#![expect(clippy::print_stdout, reason = "the figures are what it is for")]

use std::path::{Path, PathBuf};

use claimdesk::core::article::{Document, Span};
use claimdesk::core::claim::{Level, analyze};

fn main() {
    let mut paths: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push("seeds".into());
    }
    let files: Vec<PathBuf> = paths.iter().flat_map(|path| files(path)).collect();
    let articles: Vec<Vec<Share>> = files.iter().filter_map(|path| shares(path)).collect();
    println!("{} articles", articles.len());
    for level in Level::every() {
        let at = usize::from(level.number());
        let sum =
            |of: fn(&Share) -> usize| articles.iter().map(|a| of(&a[at])).sum::<usize>() as f64;
        let mean: f64 = articles.iter().map(|a| a[at].share()).sum();
        let default = if level == Level::default() { " (default)" } else { "" };
        println!(
            "level {}{default}: {:.3} of all characters, {:.3} of an article; {:.1} claims an article",
            at + 1,
            sum(|share| share.coloured) / sum(|share| share.all),
            mean / articles.len() as f64,
            sum(|share| share.claims) / articles.len() as f64,
        );
    }
}

/// What of one article stands on colour at one level.
struct Share {
    coloured: usize,
    all: usize,
    claims: usize,
}

impl Share {
    fn share(&self) -> f64 {
        self.coloured as f64 / self.all as f64
    }
}

/// The text files at a path.
fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut found: Vec<_> = std::fs::read_dir(path).unwrap().map(|e| e.unwrap().path()).collect();
    found.sort();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    found
}

/// By level; none where there is no text.
fn shares(path: &Path) -> Option<Vec<Share>> {
    let doc = Document::new(std::fs::read(path).unwrap());
    let text = doc.text();
    let characters = |span: Span| span.of(text).chars().filter(|c| !c.is_whitespace()).count();
    let all = characters(Span::new(0, text.len()));
    let analysis = analyze(text);
    let at = |level| {
        let shown = || analysis.claims.iter().filter(move |claim| claim.level <= level);
        let coloured = shown().map(|claim| characters(claim.span)).sum();
        Share { coloured, all, claims: shown().count() }
    };
    (all > 0).then(|| Level::every().map(at).collect())
}
