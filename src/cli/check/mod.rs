//! `claimdesk check`: what is wrong with the annotations of a desk, for people and for CI.

mod inspect;

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::failure::Failure;
use super::output::{self, Format, on_one_line};
use super::{Place, desk};
use inspect::Problem;

/// Look for what is wrong with the annotations of a desk.
///
/// Ends with 1 when an error is left; warnings alone end with 0.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Repair what can be repaired without loss, and say what was done.
    #[arg(long)]
    fix: bool,
}

pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let (library, config) = desk::library_to_write(place)?;
    let (files, problems) = inspect::all(&library, &config.labels, args.fix);
    let errors = problems.iter().filter(|p| p.kind.is_error() && !p.fixed).count();
    match format {
        Format::Text => {
            let others = desk::others(&library.list());
            output::print(&(text(files, &problems) + &others))?;
        }
        Format::Json => output::print_value(&json!({
            "notebooks": files,
            "errors": errors,
            "problems": problems.iter().map(value).collect::<Vec<_>>(),
        }))?,
        _ => output::print_list(true, problems.iter().map(value))?,
    }
    if errors == 0 {
        return Ok(());
    }
    let fixable = problems.iter().any(|p| p.kind.is_fixable() && !p.fixed);
    let hint = if fixable && !args.fix {
        "`claimdesk check --fix` repairs what can be repaired without loss"
    } else {
        "open the reader to decide what only a person can"
    };
    Err(Failure::failed(
        format!("{} left in {}", count(errors, "error"), count(files, "notebook")),
        hint,
    ))
}

fn text(files: usize, problems: &[Problem]) -> String {
    let mut text = String::new();
    for p in problems {
        let place = p.line.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let grade = match (p.fixed, p.kind.is_error()) {
            (true, _) => "fixed",
            (false, true) => "error",
            (false, false) => "warning",
        };
        let line = format!("{}{place}: {grade}: {} [{}]", p.file, p.message, p.kind.name());
        let _ = writeln!(text, "{}", on_one_line(&line));
    }
    if problems.is_empty() {
        let _ = writeln!(text, "{}: nothing wrong", count(files, "notebook"));
    }
    text
}

fn value(p: &Problem) -> Value {
    let mut value = json!({
        "file": p.file,
        "kind": p.kind.name(),
        "severity": if p.kind.is_error() { "error" } else { "warning" },
        "message": p.message,
        "fixed": p.fixed,
    });
    if let Some((line, column)) = p.line {
        value["line"] = line.into();
        value["column"] = column.into();
    }
    if let Some(id) = &p.annotation {
        value["annotation"] = id.0.clone().into();
    }
    value
}

fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
