//! The jobs of docs/ci, run as a forge runs them: in a fresh clone, every line of their shell, with the
//! release's archive served by a `curl` that reaches no network.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

const CI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/ci");
const VERSION: &str = "0.1.0";
/// What a forge gives for "before" where a branch is new.
const NOTHING: &str = "0000000000000000000000000000000000000000";

/// A hub, a clone of it in which people work, and what a runner has.
struct Forge(TempDir);

impl Forge {
    fn new() -> Self {
        let forge = Self(tempfile::tempdir().unwrap());
        forge.tool("apt-get", "exit 0");
        forge.tool(
            "curl",
            &format!(
                "for a; do case $a in https:*) cp {}/\"${{a##*/}}\" . ;; esac; done",
                forge.path("release").display()
            ),
        );
        forge.release();
        forge.git("", &["init", "-q", "--bare", "-b", "main", "hub"]);
        forge.git("", &["clone", "-q", "hub", "work"]);
        forge.put("seeds/a.txt", "Hier, 300 soldats sont morts. La ville est prise. Il pleut.\n");
        let people = [("anna", "Anna"), ("ben", "Ben")].map(|(folder, name)| {
            format!(
                "[team.people.{folder}]\nname = \"{name}\"\nemail = [\"{folder}@example.org\"]\n"
            )
        });
        forge.put("claimdesk.toml", &people.concat());
        forge.push("anna", "The desk");
        forge
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.path("work").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A program that the runner finds before the system's.
    fn tool(&self, name: &str, script: &str) {
        let path = self.path("tools").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\nset -e\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// The files of a release, with this program in its archive.
    fn release(&self) {
        let name = format!("claimdesk-{VERSION}-x86_64-unknown-linux-musl");
        let folder = self.path("release").join(&name);
        fs::create_dir_all(&folder).unwrap();
        let program = env!("CARGO_BIN_EXE_claimdesk");
        self.tool("claimdesk", &format!("exec {program} \"$@\""));
        fs::rename(self.path("tools/claimdesk"), folder.join("claimdesk")).unwrap();
        let pack = format!(
            "tar -czf {name}.tar.gz {name} && sha256sum {name}.tar.gz > {name}.tar.gz.sha256"
        );
        let packed =
            Command::new("sh").args(["-c", &pack]).current_dir(self.path("release")).status();
        assert!(packed.unwrap().success());
    }

    fn command(&self, program: &str, dir: &str) -> Command {
        let mut command = Command::new(program);
        let path = format!("{}:/usr/bin:/bin", self.path("tools").display());
        command.env_clear().env("PATH", path).env("HOME", self.0.path());
        command
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("LC_ALL", "C.UTF-8")
            .current_dir(self.path(dir));
        command
    }

    fn git(&self, dir: &str, args: &[&str]) -> String {
        let out = self.command("git", dir).args(args).output().unwrap();
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap().trim().to_owned()
    }

    /// Commits all as somebody, pushes, and gives the commit before.
    fn push(&self, who: &str, message: &str) -> String {
        let before = self.git("work", &["rev-list", "-n1", "--all"]);
        let (name, mail) = (format!("user.name={who}"), format!("user.email={who}@example.org"));
        self.git("work", &["add", "-A"]);
        self.git("work", &["-c", &name, "-c", &mail, "commit", "-qm", message]);
        self.git("work", &["push", "-q", "origin", "HEAD"]);
        before
    }

    /// A verdict of somebody's on the first claim.
    fn mark(&self, who: &str, verdict: &str) {
        let mut mark = self.command(env!("CARGO_BIN_EXE_claimdesk"), "work");
        mark.args([
            "mark",
            "a.txt",
            "--quote",
            "300 soldats",
            "--verdict",
            verdict,
            "--annotator",
            who,
        ]);
        let out = mark.output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    }

    /// A clone as the runner makes it, with an empty place for programs.
    fn clone(&self) {
        for folder in ["runner", "temp", "bin"] {
            let _ = fs::remove_dir_all(self.path(folder));
        }
        self.git("", &["clone", "-q", "hub", "runner"]);
        fs::create_dir(self.path("temp")).unwrap();
        fs::create_dir(self.path("bin")).unwrap();
    }

    /// Runs the shell of the GitHub action, step by step; gives whether all went well, what was printed, and its
    /// summary.
    fn github(&self, since: &str) -> (bool, String) {
        self.clone();
        let action = fs::read_to_string(format!("{CI}/check/action.yml")).unwrap();
        let (summary, found) = (self.path("temp/summary"), self.path("temp/path"));
        fs::write(&found, "").unwrap();
        let steps = blocks(&action, "run: |");
        assert_eq!(steps.len(), 3);
        let (mut well, mut said) = (true, String::new());
        for (i, step) in steps.iter().enumerate() {
            // The last one runs always.
            if !well && i + 1 < steps.len() {
                continue;
            }
            let mut shell = self.command("bash", "runner");
            let path = fs::read_to_string(&found).unwrap().trim().replace('\n', ":");
            let path = format!("{path}:{}:/usr/bin:/bin", self.path("tools").display());
            shell.env("PATH", path).env("GITHUB_PATH", &found).env("GITHUB_STEP_SUMMARY", &summary);
            shell.env("RUNNER_TEMP", self.path("temp"));
            shell.envs([("VERSION", VERSION), ("DESK", "."), ("SINCE", since)]);
            let out = shell
                .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", step])
                .output()
                .unwrap();
            said += &printed(&out);
            well &= out.status.success();
        }
        (well, said + &fs::read_to_string(summary).unwrap())
    }

    /// Runs the lines of the GitLab job; gives whether all went well and what it printed.
    fn gitlab(&self, before: &str) -> (bool, String) {
        self.clone();
        let job = fs::read_to_string(format!("{CI}/gitlab.yml")).unwrap();
        // A runner is root on a machine of its own.
        let job = job.replace("/usr/local/bin", self.path("bin").to_str().unwrap());
        let run = |parts: &[&str]| {
            let lines: Vec<_> = parts.iter().flat_map(|part| items(&job, part)).collect();
            let mut shell = self.command("bash", "runner");
            let path = format!(
                "{}:{}:/usr/bin:/bin",
                self.path("bin").display(),
                self.path("tools").display()
            );
            shell.env("PATH", path).envs([("VERSION", VERSION), ("CI_COMMIT_BEFORE_SHA", before)]);
            shell.env("CI_DEFAULT_BRANCH", "main");
            shell.args(["-eo", "pipefail", "-c", &lines.join("\n")]).output().unwrap()
        };
        let out = run(&["before_script:", "script:"]);
        let after = run(&["after_script:"]);
        assert!(after.status.success(), "{}", printed(&after));
        (out.status.success(), printed(&out) + &printed(&after))
    }
}

fn printed(out: &Output) -> String {
    String::from_utf8([&*out.stdout, &*out.stderr].concat()).unwrap()
}

/// The texts of a YAML file that stand indented below such a line.
fn blocks(yaml: &str, head: &str) -> Vec<String> {
    let lines: Vec<_> = yaml.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let heads = lines.iter().enumerate().filter(|(_, line)| line.trim() == head);
    let block = |(at, line): (usize, &&str)| {
        let below = lines[at + 1..].iter().take_while(|below| indent(below) > indent(line));
        below.map(|line| line.trim_start_matches("        ")).collect::<Vec<_>>().join("\n")
    };
    heads.map(block).collect()
}

/// The entries of a list in a YAML file.
fn items(yaml: &str, head: &str) -> Vec<String> {
    let block = blocks(yaml, head).concat();
    block.lines().filter_map(|line| Some(line.trim().strip_prefix("- ")?.to_owned())).collect()
}

/// Every way a job can be asked: of a change to a branch, of a push, and of a branch that is new.
fn runs(forge: &Forge, before: &str) -> [(bool, String); 3] {
    [forge.github(before), forge.gitlab(before), forge.github(NOTHING)]
}

#[test]
fn a_good_change_passes_and_is_told() {
    let forge = Forge::new();
    forge.mark("anna", "disputed");
    let before = forge.push("anna", "A verdict");
    for (well, said) in runs(&forge, &before) {
        assert!(well, "{said}");
        assert!(said.contains("a.txt") && said.contains("disputed"), "{said}");
    }
    assert!(forge.github("origin/main~1").0);
    assert!(forge.gitlab(NOTHING).0);
}

#[test]
fn what_a_change_broke_fails_and_is_named() {
    let forge = Forge::new();
    forge.mark("anna", "disputed");
    forge.push("anna", "A verdict");
    forge.put("annotations/anna/a.txt.json", "{");
    let before = forge.push("anna", "Broken");
    for (well, said) in runs(&forge, &before) {
        assert!(!well, "{said}");
    }
    // What was broken before is nobody's fault now.
    forge.mark("ben", "disputed");
    let before = forge.push("ben", "A verdict");
    assert!(forge.github(&before).0 && forge.gitlab(&before).0);
}

#[test]
fn whoever_writes_into_anothers_folder_is_stopped() {
    let forge = Forge::new();
    forge.mark("anna", "disputed");
    let before = forge.push("ben", "In Anna's name");
    let (well, _) = forge.github(&before);
    assert!(!well);
    let (well, said) = forge.gitlab(&before);
    assert!(!well && said.contains("anna"), "{said}");
}
