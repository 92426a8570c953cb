//! `claimdesk init`, and a team of two machines that git merges for.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use expect_test::{Expect, expect};

fn command(program: &str, dir: &Path, args: &[&str]) -> Output {
    let own = Path::new(env!("CARGO_BIN_EXE_claimdesk")).parent().unwrap().to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places = std::iter::once(own).chain(std::env::split_paths(&path));
    Command::new(program)
        .args(args)
        .current_dir(dir)
        .env_clear()
        .env("PATH", std::env::join_paths(places).unwrap())
        .env("HOME", dir)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CEILING_DIRECTORIES", dir.parent().unwrap())
        .envs([
            ("GIT_AUTHOR_NAME", "é"),
            ("GIT_AUTHOR_EMAIL", "e@x"),
            ("GIT_COMMITTER_NAME", "é"),
            ("GIT_COMMITTER_EMAIL", "e@x"),
        ])
        .env("CLAIMDESK_ANNOTATOR", "Zoé Martin")
        .output()
        .unwrap()
}

#[track_caller]
fn git(dir: &Path, args: &[&str]) {
    let out = command("git", dir, args);
    assert!(
        out.status.success(),
        "git {args:?}: {}{}",
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr)
    );
}

fn claimdesk(dir: &Path, args: &[&str]) -> Output {
    command(env!("CARGO_BIN_EXE_claimdesk"), dir, args)
}

#[track_caller]
fn says(dir: &Path, args: &[&str], expected: &Expect) {
    let out = claimdesk(dir, args);
    let text = format!(
        "{}{}exit {}\n",
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr),
        out.status.code().unwrap()
    );
    expected.assert_eq(&text);
}

#[test]
fn the_articles_of_a_plain_folder_stay_its_articles() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), "Le ministère a recensé 1 500 départs en 2024.\n").unwrap();
    assert!(claimdesk(dir.path(), &["init"]).status.success());
    assert!(!dir.path().join("seeds").exists() && dir.path().join("annotations").exists());
    let list = String::from_utf8(claimdesk(dir.path(), &["list"]).stdout).unwrap();
    assert!(list.contains("a.txt"), "{list}");
}

#[test]
fn it_makes_what_is_missing_and_leaves_what_is_there() {
    let dir = tempfile::tempdir().unwrap();
    says(
        dir.path(),
        &["init"],
        &expect![[r#"
        seeds/: made
        annotations/: made
        claimdesk.toml: made
        .gitattributes: made
        .gitignore: made
        no git repository: to share the desk, `git init` and run this again with --git-only
        exit 0
    "#]],
    );
    let config = fs::read_to_string(dir.path().join("claimdesk.toml")).unwrap();
    assert!(config.lines().all(|line| line.is_empty() || line.starts_with('#')), "{config}");
    git(dir.path(), &["init", "-q"]);
    fs::write(dir.path().join("claimdesk.toml"), "# ours\n").unwrap();
    fs::write(dir.path().join(".gitattributes"), "*.png binary").unwrap();
    git(dir.path(), &["config", "merge.claimdesk.name", "something else"]);
    says(
        dir.path(),
        &["init"],
        &expect![[r#"
        seeds/: there already, left as it is
        annotations/: there already, left as it is
        claimdesk.toml: there already, left as it is
        .gitattributes: lines added
        .gitignore: there already, left as it is
        git config merge.claimdesk.name: changed; it was: something else
        git config merge.claimdesk.driver: set
        exit 0
    "#]],
    );
    assert_eq!(fs::read_to_string(dir.path().join("claimdesk.toml")).unwrap(), "# ours\n");
    expect![[r#"
        *.png binary
        annotations/**/*.json text eol=lf merge=claimdesk
        seeds/** -text
    "#]]
    .assert_eq(&fs::read_to_string(dir.path().join(".gitattributes")).unwrap());
    says(
        dir.path(),
        &["init"],
        &expect![[r#"
        seeds/: there already, left as it is
        annotations/: there already, left as it is
        claimdesk.toml: there already, left as it is
        .gitattributes: there already, left as it is
        .gitignore: there already, left as it is
        git config merge.claimdesk.name: set already
        git config merge.claimdesk.driver: set already
        exit 0
    "#]],
    );
}

#[test]
fn for_a_further_clone_only_git_is_told() {
    let dir = tempfile::tempdir().unwrap();
    says(
        dir.path(),
        &["init", "--git-only"],
        &expect![[r#"
        error: . is not inside a git repository
        hint: run this inside a clone of the desk
        exit 1
    "#]],
    );
    git(dir.path(), &["init", "-q"]);
    says(
        dir.path(),
        &["init", "--git-only"],
        &expect![[r#"
        git config merge.claimdesk.name: set
        git config merge.claimdesk.driver: set
        exit 0
    "#]],
    );
    assert!(!dir.path().join("seeds").exists());
}

/// A desk in git where the same person, on two branches, marked two claims and
/// gave the first different verdicts.
fn two_machines(dir: &Path, driver: bool) {
    git(dir, &["init", "-q", "-b", "main"]);
    assert!(claimdesk(dir, &["init"]).status.success());
    if !driver {
        git(dir, &["config", "--remove-section", "merge.claimdesk"]);
    }
    fs::write(
        dir.join("seeds/a.txt"),
        "Il y a 12 000 soldats. Le traité date de juin 2024. Il a coûté 3 millions.\n",
    )
    .unwrap();
    let mark = |quote: &str, verdict: &str| {
        let out = claimdesk(dir, &["mark", "a.txt", "--quote", quote, "--verdict", verdict]);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    };
    mark("12 000 soldats", "unverified");
    git(dir, &["add", "-A"]);
    git(dir, &["commit", "-q", "-m", "start"]);
    git(dir, &["checkout", "-q", "-b", "laptop"]);
    mark("12 000 soldats", "disputed");
    mark("juin 2024", "corroborated");
    git(dir, &["commit", "-q", "-a", "-m", "laptop"]);
    git(dir, &["checkout", "-q", "main"]);
    mark("12 000 soldats", "corroborated");
    mark("3 millions", "misleading");
    git(dir, &["commit", "-q", "-a", "-m", "desk"]);
}

fn verdicts(dir: &Path) -> Vec<String> {
    let text = fs::read_to_string(dir.join("annotations/zoe-martin/a.txt.json")).unwrap();
    let mut all: Vec<_> = text
        .lines()
        .filter(|l| l.contains("\"verdict\""))
        .map(|l| l.trim().trim_end_matches(',').to_owned())
        .collect();
    all.sort();
    all
}

/// Nothing lost: three annotations, and both verdicts on the first.
const BOTH: [&str; 4] = [
    r#""verdict": "corroborated""#,
    r#""verdict": "corroborated""#,
    r#""verdict": "disputed""#,
    r#""verdict": "misleading""#,
];

#[test]
fn with_the_driver_git_never_stops_and_the_conflict_is_checked() {
    let dir = tempfile::tempdir().unwrap();
    two_machines(dir.path(), true);
    git(dir.path(), &["merge", "-q", "--no-edit", "laptop"]);
    assert_eq!(verdicts(dir.path()), BOTH);
    let check = claimdesk(dir.path(), &["check"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&check.stdout).contains("[conflict]"));
    // The verdict in force, given again, is the choice.
    let mark = ["mark", "a.txt", "--quote", "12 000 soldats", "--verdict", "corroborated"];
    assert!(claimdesk(dir.path(), &mark).status.success());
    assert_eq!(claimdesk(dir.path(), &["check"]).status.code(), Some(0));
}

#[test]
fn without_the_driver_fix_comes_to_the_same() {
    let dir = tempfile::tempdir().unwrap();
    two_machines(dir.path(), false);
    let merge = command("git", dir.path(), &["merge", "-q", "--no-edit", "laptop"]);
    assert_eq!(merge.status.code(), Some(1), "git stops");
    claimdesk(dir.path(), &["check", "--fix"]);
    assert_eq!(verdicts(dir.path()), BOTH);
}

#[test]
fn should_the_program_be_gone_git_leaves_markers_as_ever() {
    let dir = tempfile::tempdir().unwrap();
    two_machines(dir.path(), true);
    let output = command("git", dir.path(), &["config", "merge.claimdesk.driver"]);
    let driver = String::from_utf8(output.stdout).unwrap();
    git(
        dir.path(),
        &[
            "config",
            "merge.claimdesk.driver",
            driver
                .trim()
                .replace("claimdesk merge-driver", "/gone/claimdesk merge-driver")
                .as_str(),
        ],
    );
    let merge = command("git", dir.path(), &["merge", "-q", "--no-edit", "laptop"]);
    assert_eq!(merge.status.code(), Some(1), "git stops");
    claimdesk(dir.path(), &["check", "--fix"]);
    assert_eq!(verdicts(dir.path()), BOTH);
}

#[test]
fn what_a_sparse_checkout_leaves_out_is_not_gone() {
    let home = tempfile::tempdir().unwrap();
    let whole = home.path().join("whole");
    for topic in ["one", "two"] {
        let seeds = whole.join("seeds").join(topic);
        fs::create_dir_all(&seeds).unwrap();
        fs::write(seeds.join("a.txt"), "La Corée du Nord a envoyé 12 000 soldats.\n").unwrap();
    }
    git(&whole, &["init", "--quiet", "--initial-branch=main"]);
    for topic in ["one", "two"] {
        let article = format!("{topic}/a.txt");
        let out = claimdesk(&whole, &["mark", &article, "--claim", "1", "--verdict", "d"]);
        assert!(out.status.success());
    }
    git(&whole, &["add", "-A"]);
    git(&whole, &["commit", "--quiet", "-m", "x"]);
    git(&whole, &["sparse-checkout", "set", "seeds/one", "annotations"]);
    assert!(!whole.join("seeds/two").exists());
    says(
        &whole,
        &["check"],
        &expect![[r#"
            2 notebooks: nothing wrong
            exit 0
        "#]],
    );
    // What is deleted is gone all the same.
    fs::remove_file(whole.join("seeds/one/a.txt")).unwrap();
    assert!(!claimdesk(&whole, &["check"]).status.success());
}

#[test]
fn the_same_claim_marked_first_on_two_machines_is_one_with_two_verdicts() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    git(dir, &["init", "-q", "-b", "main"]);
    assert!(claimdesk(dir, &["init"]).status.success());
    fs::write(dir.join("seeds/a.txt"), "Le traité date de juin 2024.\n").unwrap();
    git(dir, &["add", "-A"]);
    git(dir, &["commit", "-q", "-m", "start"]);
    for (branch, verdict) in [("laptop", "disputed"), ("desk", "corroborated")] {
        git(dir, &["checkout", "-q", "-b", branch, "main"]);
        let mark = ["mark", "a.txt", "--claim", "1", "--verdict", verdict];
        assert!(claimdesk(dir, &mark).status.success());
        git(dir, &["add", "-A"]);
        git(dir, &["commit", "-q", "-m", branch]);
    }
    git(dir, &["merge", "-q", "--no-edit", "laptop"]);
    let file = fs::read_to_string(dir.join("annotations/zoe-martin/a.txt.json")).unwrap();
    assert_eq!(file.matches("\"exact\"").count(), 1, "{file}");
    assert!(file.contains("corroborated") && file.contains("disputed"), "{file}");
    assert_eq!(claimdesk(dir, &["check"]).status.code(), Some(1));
}

#[test]
fn a_team_gets_owners_of_its_folders() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let out = claimdesk(dir, &["init", "--team"]);
    assert!(!out.status.success());
    assert!(String::from_utf8_lossy(&out.stderr).contains("forge = \"@anna\""));
    let roster = "[team.people.anna-berg]\nforge = \"@anna\"\nalso = [\"anna b\"]\n\n\
                  [team.people.ben]\n\n[team.people.chef]\nrole = \"editor\"\nforge = \"@chef\"\n";
    fs::write(dir.join("claimdesk.toml"), roster).unwrap();
    for _ in 0..2 {
        let out = claimdesk(dir, &["init", "--team"]);
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(said.contains("CODEOWNERS: no account of ben"), "{said}");
        let owners = fs::read_to_string(dir.join("CODEOWNERS")).unwrap();
        let lines = "/annotations/anna-berg/ @anna\n/annotations/anna\\ b/ @anna\n\
                     /annotations/chef/ @chef\n/claimdesk.toml @chef\n";
        assert_eq!(owners, lines);
    }
}
