//! The program as people call it on a desk.

use std::path::Path;
use std::process::{Command, Output};

/// What it does for a person in the folder of a desk, who has no settings of their own.
pub(crate) fn claimdesk(desk: &Path, person: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(args)
        .args(["--annotator", person])
        .current_dir(desk)
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HOME", desk.join("home"))
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap()
}

/// All that it printed.
pub(crate) fn printed(out: Output) -> String {
    String::from_utf8([out.stdout, out.stderr].concat()).unwrap()
}
