//! The hook of docs/ci, as git runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const HOOK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/ci/pre-commit");

fn git(dir: &Path, path: &str, args: &[&str]) -> Output {
    Command::new("git")
        .env_clear()
        .env("PATH", path)
        .env("HOME", dir)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-C"])
        .arg(dir)
        .args(args)
        .output()
        .unwrap()
}

#[test]
fn the_hook_checks_decisions_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let program = Path::new(env!("CARGO_BIN_EXE_claimdesk")).parent().unwrap();
    let with = format!("{}:/usr/bin:/bin", program.display());
    let commit = |path: &str| {
        assert!(git(dir.path(), path, &["add", "-A"]).status.success());
        git(dir.path(), path, &["commit", "-qm", "x"])
    };
    assert!(git(dir.path(), &with, &["init", "-q"]).status.success());
    fs::copy(HOOK, dir.path().join(".git/hooks/pre-commit")).unwrap();
    put("seeds/a.txt", "Il pleut.\n");
    assert!(commit("/usr/bin:/bin").status.success(), "the program is not asked for articles");
    put("annotations/anna/a.txt.json", "{");
    let refused = commit(&with);
    assert!(!refused.status.success());
    let said = String::from_utf8([refused.stdout, refused.stderr].concat()).unwrap();
    assert!(said.contains("annotations/anna/a.txt.json:1:1: error: "), "{said}");
    let empty = r#"{ "format": "claimdesk/1", "article": "a.txt", "annotator": "Anna", "annotations": {} }"#;
    put("annotations/anna/a.txt.json", empty);
    let taken = commit(&with);
    assert!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
}
