//! The help in the reader's language: what the parser says in English is said in French.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use super::export;
use crate::i18n::{Lang, help};

/// The program's help in French.
pub(super) fn in_french(mut program: Command) -> Command {
    // Help and version are among the arguments from then on.
    program.build();
    translated(program)
}

fn translated(mut command: Command) -> Command {
    if let Some(about) = command.get_about().map(french) {
        command = command.about(about);
    }
    if let Some(about) = command.get_long_about().map(french) {
        command = command.long_about(about);
    }
    if let Some(after) = command.get_after_help().map(french) {
        let is_export = command.get_name() == "export";
        command = command.after_help(if is_export { export::formats(Lang::Fr) } else { after });
    }
    command
        .help_template(help::TEMPLATE)
        .subcommand_help_heading(help::COMMANDS)
        .mut_args(argument)
        .mut_subcommands(translated)
}

fn argument(argument: Arg) -> Arg {
    let heading = match argument.is_positional() {
        true => help::ARGUMENTS,
        false => help::OPTIONS,
    };
    let values = values(&argument);
    let said = |help: &StyledStr| french(help) + &values;
    let (short, long) = (argument.get_help().map(said), argument.get_long_help().map(said));
    let mut argument =
        argument.help_heading(heading).hide_default_value(true).hide_possible_values(true);
    if let Some(help) = short {
        argument = argument.help(help);
    }
    if let Some(help) = long {
        argument = argument.long_help(help);
    }
    argument
}

/// What an argument may be, and is where it is not given.
fn values(argument: &Arg) -> String {
    if !argument.get_action().takes_values() || argument.is_hide_possible_values_set() {
        return String::new();
    }
    let possible = argument.get_possible_values();
    let possible: Vec<_> = possible.iter().map(clap::builder::PossibleValue::get_name).collect();
    let default = argument.get_default_values();
    let default: Vec<_> = default.iter().map(|value| value.to_string_lossy()).collect();
    let told = [(help::VALUES, possible.join(", ")), (help::DEFAULT, default.join(" "))];
    let told = told.into_iter().filter(|(_, values)| !values.is_empty());
    told.map(|(head, values)| format!(" [{head}{values}]")).collect::<Vec<_>>().concat()
}

/// A text of the help by its paragraphs; one that is not known stays English.
fn french(text: &StyledStr) -> String {
    let text = text.to_string();
    let paragraphs = text.split("\n\n");
    let said = paragraphs.map(|part| help::paragraph(part).unwrap_or_else(|| part.to_owned()));
    said.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Cli;

    /// Paragraphs of the help that nobody has said in French.
    fn unsaid(command: &Command) -> Vec<String> {
        let own = [command.get_about(), command.get_long_about(), command.get_after_help()];
        let arguments = command.get_arguments();
        let arguments = arguments.flat_map(|arg| [arg.get_help(), arg.get_long_help()]);
        let texts = own.into_iter().chain(arguments).flatten().map(ToString::to_string);
        let parts =
            texts.flat_map(|text| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>());
        // The list of formats is made of what the reader says of them.
        let is_said =
            |part: &String| help::paragraph(part).is_some() || *part == export::formats(Lang::En);
        let here = parts.filter(|part| !is_said(part));
        here.chain(command.get_subcommands().flat_map(unsaid)).collect()
    }

    #[test]
    fn all_help_is_said_in_french() {
        let mut program = Cli::command();
        program.build();
        assert_eq!(unsaid(&program), Vec::<String>::new());
    }
}
