//! `claimdesk anchor`: finds quotes again in changed articles, for scripts.

use std::io;

use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::output::print_value;
use crate::core::anchor::{Change, Outcome, Points, Reanchor};
use crate::core::annotation::Selector;
use crate::core::article::Span;
use crate::i18n::line as say;

const PROTOCOL: &str = r#"Each line of standard input is a question:
  {"id", "text", "old_text"?, "selector": {"exact", "prefix", "suffix", "start", "end"}}
Each gets one line as its answer:
  {"id", "state", "start", "end", "changes"?, "candidates"?, "there"?}
Offsets are Unicode code points; start and end are null where the quote attaches nowhere.
States: exact, moved, cosmetic, same-value, material, ambiguous, lost."#;

/// Find quotes again in changed articles: JSON lines in, JSON lines out.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = PROTOCOL)]
pub(super) struct Args {}

#[derive(Deserialize)]
struct Question {
    id: serde_json::Value,
    text: String,
    old_text: Option<String>,
    selector: Quote,
}

#[derive(Deserialize)]
struct Quote {
    exact: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
    #[serde(default)]
    start: usize,
    #[serde(default)]
    end: usize,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    state: &'static str,
    start: Option<usize>,
    end: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Difference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    there: Option<Place>,
}

#[derive(Serialize)]
struct Difference {
    old: String,
    new: String,
    what: &'static str,
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

/// Answers every line of standard input before the next is read, so that a
/// program can hold a dialogue.
pub(super) fn run() -> Result<(), Failure> {
    for (n, line) in io::stdin().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let question: Question = serde_json::from_str(&line).map_err(|error| {
            let what = say::NO_QUESTION.with(&[&(n + 1), &error]);
            Failure::failed(what, say::NO_QUESTION_HINT)
        })?;
        print_value(&answer(&question))?;
    }
    Ok(())
}

fn answer(question: &Question) -> Answer<'_> {
    let quote = &question.selector;
    let selector = Selector {
        exact: quote.exact.clone(),
        prefix: quote.prefix.clone(),
        suffix: quote.suffix.clone(),
        start: quote.start,
        end: quote.end,
        blob: None,
    };
    let points = Points::new(&question.text);
    let place = |span: Span| {
        let (start, end) = points.points(span);
        Place { start, end }
    };
    let outcome = Reanchor::new(question.old_text.as_deref(), &question.text).find(&selector);
    let found = outcome.span().map(place);
    let mut answer = Answer {
        id: &question.id,
        state: outcome.name(),
        start: found.as_ref().map(|place| place.start),
        end: found.as_ref().map(|place| place.end),
        changes: Vec::new(),
        candidates: Vec::new(),
        there: None,
    };
    match outcome {
        Outcome::SameValue { changes, .. } | Outcome::Material { changes, .. } => {
            answer.changes = changes.into_iter().map(difference).collect();
        }
        Outcome::Ambiguous { candidates } => {
            answer.candidates = candidates.into_iter().map(place).collect();
        }
        Outcome::Lost { there } => answer.there = there.map(place),
        Outcome::Exact { .. } | Outcome::Moved { .. } | Outcome::Cosmetic { .. } => {}
    }
    answer
}

fn difference(change: Change) -> Difference {
    Difference { old: change.old, new: change.new, what: change.what.name() }
}
