//! Tells a release build which commit it is made of, and the tests whether `seeds/` is there.
//! Other builds are not made anew for each commit.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=CLAIMDESK_COMMIT");
    // The published package comes without the articles, so without the tests that read them.
    println!("cargo:rustc-check-cfg=cfg(has_seeds)");
    if Path::new("seeds").is_dir() {
        println!("cargo:rustc-cfg=has_seeds");
    }
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    // A package unpacked inside somebody else's repository is none of it.
    let is_release = is_release && Path::new(".git").exists();
    if is_release {
        watch_the_commit();
    }
    // Packagers without the repository name it themselves: `abc1234 2026-11-25`.
    let named = std::env::var("CLAIMDESK_COMMIT").ok();
    let commit = named.or_else(|| is_release.then(commit).flatten());
    let build = commit.map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo:rustc-env=CLAIMDESK_BUILD={build}");
}

/// Has a release built anew when another commit is checked out. A file that is not there would have
/// it built each time, so git is asked where its files are: in a linked worktree not under `.git`.
fn watch_the_commit() {
    let mut git = Command::new("git");
    git.args(["rev-parse", "--git-path", "HEAD", "--git-path", "logs/HEAD"]);
    let Ok(output) = git.output() else { return };
    for path in
        String::from_utf8_lossy(&output.stdout).lines().filter(|path| Path::new(path).exists())
    {
        println!("cargo:rerun-if-changed={path}");
    }
}

/// The commit of this repository and its day, where this is one and git is there.
fn commit() -> Option<String> {
    let output =
        Command::new("git").args(["log", "-1", "--format=%h %cs", "--abbrev=9"]).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !said.is_empty()).then_some(said)
}
