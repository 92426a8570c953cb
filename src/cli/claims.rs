//! `claimdesk claims`: what is found in an article, for people and for programs.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::{Value, json};

use crate::core::claim::{self, Analysis};
use crate::core::text::{Document, Span};

/// Print the checkable claims of articles.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Articles; `-` reads standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Print the features and weights behind each score.
    #[arg(long)]
    explain: bool,
}

/// How claims are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people: one claim after the other with its reasons.
    Text,
    /// One array of objects.
    Json,
    /// One object a line.
    Jsonl,
}

/// Prints what is found in each file.
///
/// # Errors
///
/// When a file cannot be read or the output cannot be written.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in &args.files {
        let doc = Document::new(read(path)?);
        let analysis = claim::analyze(doc.text());
        serde_json::to_writer(&mut out, &object(path, &doc, &analysis))?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
        return Ok(bytes);
    }
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn object(path: &Path, doc: &Document, analysis: &Analysis) -> Value {
    let points = |span: Span| doc.to_points(span);
    let sentences: Vec<Value> = analysis
        .sentences
        .iter()
        .map(|s| {
            let (start, end) = points(s.span);
            json!({ "start": start, "end": end, "score": s.score })
        })
        .collect();
    json!({ "file": path.display().to_string(), "lang": "fr", "sentences": sentences, "claims": [], "quantities": [], "dates": [] })
}
