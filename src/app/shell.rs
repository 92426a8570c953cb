//! Programs that the person names, as a shell reads them: `code --wait`.

use std::process::Command;

/// A program of the person's; what is added to it reaches it as it is, read by no shell.
#[cfg(unix)]
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new("sh");
    // As git runs an editor.
    command.args(["-c", &format!("{program} \"$@\""), program]);
    command
}

/// The same: there, words are divided at spaces.
#[cfg(windows)]
pub(crate) fn command(program: &str) -> Command {
    let mut words = program.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or(program));
    command.args(words);
    command
}
