//! The reference of the command line, `docs/cli.md`, made from clap.

use std::fmt::Write as _;

use clap::{Arg, Command, CommandFactory as _};

use super::{Cli, failure};

/// The Markdown text of `docs/cli.md`.
pub fn markdown() -> String {
    let mut program = Cli::command();
    program.build();
    let mut out = String::from(
        "# The command line\n\nMade from the program's own help (`src/cli/`) by `UPDATE_EXPECT=1 cargo test cli_page`.\n",
    );
    let _ = write!(out, "\n{}", failure::exit_code_table());
    let common: Vec<_> = program.get_arguments().filter(|arg| arg.is_global_set()).collect();
    let about = "These go with every subcommand, before or after its name.";
    let _ = write!(out, "\n## Common options\n\n{about}\n");
    table(&mut out, &common);
    section(&mut out, &program);
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        section(&mut out, command);
    }
    out
}

fn section(out: &mut String, command: &Command) {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let about = command.get_long_about().or_else(|| command.get_about());
    let about = about.map(ToString::to_string).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let usage: Vec<_> = usage.trim_start_matches("Usage:").lines().map(str::trim).collect();
    let usage = usage.join("\n");
    let _ = write!(out, "\n## {name}\n\n{about}\n\n```text\n{usage}\n```\n");
    let args: Vec<_> = command.get_arguments().filter(|arg| documented(arg)).collect();
    table(out, &args);
}

fn table(out: &mut String, args: &[&Arg]) {
    if !args.is_empty() {
        out.push_str("\n| argument | what it is |\n|---|---|\n");
    }
    for arg in args {
        let _ = writeln!(out, "| {} | {} |", shown(arg), help(arg));
    }
}

/// All but those that every subcommand has.
fn documented(arg: &Arg) -> bool {
    !arg.is_hide_set()
        && !arg.is_global_set()
        && !["help", "version"].contains(&arg.get_id().as_str())
}

fn shown(arg: &Arg) -> String {
    let mut parts = Vec::new();
    parts.extend(arg.get_short().map(|short| format!("`-{short}`")));
    parts.extend(arg.get_long().map(|long| format!("`--{long}`")));
    if arg.get_action().takes_values() {
        let names = arg.get_value_names().unwrap_or_default();
        parts.extend(names.iter().map(|name| format!("`{name}`")));
    }
    parts.join(" ")
}

fn help(arg: &Arg) -> String {
    let help = arg.get_long_help().or_else(|| arg.get_help()).map(ToString::to_string);
    let help = help.unwrap_or_default().replace('\n', " ").replace('|', "\\|");
    let mut help = format!("{}.", help.trim_end_matches('.'));
    let takes = arg.get_action().takes_values();
    let choices: Vec<_> =
        arg.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
    if takes && !choices.is_empty() && !arg.is_hide_possible_values_set() {
        let _ = write!(help, " One of {}.", choices.join(", "));
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|v| v.to_string_lossy()).collect();
    if takes && !default.is_empty() {
        let _ = write!(help, " Default: `{}`.", default.join(" "));
    }
    help
}
