//! A desk that comes from somebody else: nothing in it runs, reads or writes outside it.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A desk of one article, and room outside it.
struct Place {
    dir: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { dir: tempfile::tempdir().unwrap() };
        for folder in ["desk/seeds", "home", "outside", "ran", "bin"] {
            fs::create_dir_all(place.path(folder)).unwrap();
        }
        place.write("desk/seeds/a.txt", "Le 3 mai 2023, 300 personnes ont été tuées à Kiev.\n");
        place
    }

    fn path(&self, below: &str) -> PathBuf {
        self.dir.path().join(below)
    }

    fn write(&self, below: &str, text: &str) {
        fs::create_dir_all(self.path(below).parent().unwrap()).unwrap();
        fs::write(self.path(below), text).unwrap();
    }

    fn script(&self, below: &str, text: &str) {
        self.write(below, &format!("#!/bin/sh\n{text}\n"));
        fs::set_permissions(self.path(below), fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.path("desk"))
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", self.path("bin").display()))
            .env("HOME", self.path("home"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("CLAIMDESK_ANNOTATOR", "zoe");
        command
    }

    fn claimdesk(&self, args: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_claimdesk")).args(args).output().unwrap()
    }

    #[track_caller]
    fn git(&self, args: &[&str]) -> String {
        let identity = ["-c", "user.name=z", "-c", "user.email=z@x"];
        let output = self.command("git").args(identity).args(args).output().unwrap();
        assert!(output.status.success(), "git {args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// What has run.
    fn ran(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("ran")).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

/// What a git hook may be called.
const HOOKS: [&str; 8] = [
    "post-checkout",
    "post-index-change",
    "pre-auto-gc",
    "reference-transaction",
    "post-rewrite",
    "fsmonitor-watchman",
    "pre-commit",
    "post-merge",
];

/// Settings that name programs.
const PROGRAMS: [&str; 19] = [
    "core.fsmonitor",
    "core.sshCommand",
    "core.pager",
    "core.editor",
    "core.askPass",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "credential.helper",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "merge.evil.driver",
    "gpg.program",
    "pager.cat-file",
    "remote.origin.uploadpack",
    "uploadpack.packObjectsHook",
];

/// Plants a script in each place that git has for one, and lets an old text be missing, so that
/// git would like to fetch it.
fn prepared() -> (Place, String) {
    let place = Place::new();
    place.git(&["init", "-q", "-b", "main"]);
    let marked = place.claimdesk(&["mark", "a", "--quote", "300 personnes", "--verdict", "d"]);
    assert!(marked.status.success(), "{marked:?}");
    place.git(&["add", "."]);
    place.git(&["commit", "-qm", "x"]);
    let old = place.git(&["rev-parse", "HEAD:seeds/a.txt"]);
    place.write("desk/seeds/a.txt", "Hier, le 3 mai 2023, 301 personnes ont été tuées à Kiev.\n");
    place.git(&["commit", "-qam", "y"]);
    fs::remove_file(place.path(&format!("desk/.git/objects/{}/{}", &old[..2], &old[2..]))).unwrap();
    place.write("desk/.gitattributes", "* filter=evil diff=evil merge=evil\n");
    let trap = |name: &str| format!("touch '{}'", place.path("ran").join(name).display());
    for hook in HOOKS {
        place.script(&format!("desk/.git/hooks/{hook}"), &trap(hook));
    }
    for setting in PROGRAMS {
        place.script(&format!("outside/{setting}"), &trap(setting));
        let program = place.path("outside").join(setting);
        place.git(&["config", setting, program.to_str().unwrap()]);
    }
    place.script("outside/ext", &trap("ext"));
    let address = format!("ext::{}", place.path("outside/ext").display());
    for (name, value) in [
        ("remote.origin.url", address.as_str()),
        ("remote.origin.promisor", "true"),
        ("remote.origin.partialclonefilter", "blob:none"),
        ("extensions.partialClone", "origin"),
        ("core.repositoryformatversion", "1"),
        ("protocol.allow", "always"),
        ("protocol.ext.allow", "always"),
    ] {
        place.git(&["config", name, value]);
    }
    for left in place.ran() {
        fs::remove_file(place.path("ran").join(left)).unwrap();
    }
    (place, old)
}

#[test]
fn a_prepared_repository_runs_nothing_while_it_is_read() {
    let (place, old) = prepared();
    // The traps work: git itself steps into some of them.
    let _ = place.command("git").args(["status", "--short"]).output().unwrap();
    let _ = place.command("git").args(["cat-file", "-p", &old]).output().unwrap();
    let ran = place.ran();
    assert!(ran.iter().any(|name| name == "core.fsmonitor"), "{ran:?}");
    assert!(ran.iter().any(|name| name == "ext"), "{ran:?}");
    for is_old in [false, true] {
        if is_old {
            // A git that does not know the variable against fetching what is missing.
            place.script("bin/git", "unset GIT_NO_LAZY_FETCH\nexec /usr/bin/git \"$@\"");
        }
        for left in place.ran() {
            fs::remove_file(place.path("ran").join(left)).unwrap();
        }
        for args in [
            &["list"][..],
            &["check"],
            &["check", "--fix"],
            &["show", "a"],
            &["mark", "a", "--claim", "1", "--verdict", "d"],
            &["config"],
            &["crosscheck"],
        ] {
            let said = place.claimdesk(args);
            assert_eq!(place.ran(), [""; 0], "old git: {is_old}, {args:?}: {said:?}");
        }
        let said = place.claimdesk(&["show", "a"]);
        let said = String::from_utf8(said.stdout).unwrap();
        assert!(said.contains("disputed"), "the quote is found without the old text: {said}");
    }
}

#[test]
fn a_repository_that_claims_another_working_tree_is_none() {
    let place = Place::new();
    place.git(&["init", "-q", "-b", "main"]);
    place.git(&["config", "core.worktree", place.path("outside").to_str().unwrap()]);
    let found = claimdesk::git::Repo::discover(&place.path("desk"));
    assert!(matches!(found, Err(claimdesk::git::Error::NoRepository(_))), "{found:?}");
}

#[test]
fn init_appends_to_nothing_outside() {
    for name in [".gitattributes", ".gitignore", "claimdesk.toml", "annotations"] {
        let place = Place::new();
        place.write("outside/rc", "alias ll='ls -l'\n");
        let target = if name == "annotations" { "outside/new" } else { "outside/rc" };
        symlink(place.path(target), place.path("desk").join(name)).unwrap();
        let said = place.claimdesk(&["init"]);
        let text = String::from_utf8_lossy(&said.stderr).into_owned();
        if name != "claimdesk.toml" {
            assert_eq!(said.status.code(), Some(1), "{name}: {said:?}");
            assert!(text.contains(name) && text.contains("leaves the desk"), "{text}");
        }
        let outside = fs::read_to_string(place.path("outside/rc")).unwrap();
        assert_eq!(outside, "alias ll='ls -l'\n", "{name}");
        assert!(!place.path("outside/new").exists());
    }
}

#[test]
fn init_does_not_wait_for_a_pipe() {
    for name in [".gitattributes", ".gitignore", "claimdesk.toml"] {
        let place = Place::new();
        let made = Command::new("mkfifo").arg(place.path("desk").join(name)).status().unwrap();
        assert!(made.success());
        let said = place.claimdesk(&["init"]);
        if name != "claimdesk.toml" {
            assert_eq!(said.status.code(), Some(1), "{name}: {said:?}");
        }
    }
}

#[test]
fn check_deletes_nothing_outside() {
    let place = Place::new();
    place.write("outside/zoe/.claimdesk-abc.tmp", "x");
    place.write("outside/zoe/a.txt.json", "");
    symlink(place.path("outside"), place.path("desk/annotations")).unwrap();
    let said = place.claimdesk(&["check", "--fix"]);
    assert!(place.path("outside/zoe/.claimdesk-abc.tmp").exists(), "{said:?}");
    assert_eq!(fs::read_to_string(place.path("outside/zoe/a.txt.json")).unwrap(), "");
}

#[test]
fn a_configuration_is_read_inside_only() {
    let place = Place::new();
    place.write("outside/secret", "password hunter2\n");
    symlink(place.path("outside/secret"), place.path("desk/claimdesk.toml")).unwrap();
    let said = place.claimdesk(&["list"]);
    let text = String::from_utf8_lossy(&[said.stdout, said.stderr].concat()).into_owned();
    assert!(text.contains("leaves the desk") && !text.contains("hunter2"), "{text}");
}

#[test]
fn a_notebook_without_end_is_named_and_not_read() {
    let place = Place::new();
    place.write("desk/annotations/zoe/a.txt.json", "");
    let file = fs::File::create(place.path("desk/annotations/zoe/a.txt.json")).unwrap();
    // A file with a hole takes no room on the disk.
    file.set_len(2 << 30).unwrap();
    let said = place.claimdesk(&["list"]);
    let text = String::from_utf8_lossy(&said.stderr).into_owned();
    assert_eq!(said.status.code(), Some(1), "{text}");
    assert!(text.contains("a.txt.json") && text.contains("64 MB"), "{text}");
}

#[test]
fn a_merge_reads_no_file_without_end() {
    let place = Place::new();
    place.write("desk/base", "");
    place.write("desk/ours", "{}");
    place.write("desk/theirs", "");
    fs::File::create(place.path("desk/theirs")).unwrap().set_len(2 << 30).unwrap();
    let said = place.claimdesk(&["merge-driver", "base", "ours", "theirs", "annotations/z/a.json"]);
    let text = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(!said.status.success(), "git is told that it is not merged");
    assert!(text.contains("theirs") && text.contains("64 MB"), "{text}");
    assert_eq!(fs::read_to_string(place.path("desk/ours")).unwrap(), "{}");
}

#[test]
fn a_linked_person_is_nobody() {
    let place = Place::new();
    place.write("outside/a.txt.json", "{}");
    fs::create_dir_all(place.path("desk/annotations")).unwrap();
    symlink(place.path("outside"), place.path("desk/annotations/zoe")).unwrap();
    let said = place.claimdesk(&["mark", "a", "--claim", "1", "--verdict", "d"]);
    assert_eq!(said.status.code(), Some(1), "{said:?}");
    assert_eq!(fs::read_to_string(place.path("outside/a.txt.json")).unwrap(), "{}");
}
