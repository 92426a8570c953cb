//! A folder that is no desk, and a desk without articles, explain themselves.

use std::fs;
use std::path::Path;
use std::process::Command;

use expect_test::expect;

use crate::harness::Setting;

/// What a command says about a folder, with the folder's own path left out.
fn says(root: &Path, folder: &str) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(["list", "-C"])
        .arg(root.join(folder))
        .env_clear()
        .env("HOME", root)
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(3));
    String::from_utf8(out.stderr).unwrap().replace(root.to_str().unwrap(), "ROOT")
}

#[test]
fn what_is_no_desk_is_told_with_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().canonicalize().unwrap();
    fs::create_dir_all(root.join("bare")).unwrap();
    fs::create_dir_all(root.join("desk/seeds")).unwrap();
    fs::write(root.join("a.txt"), "Hier.").unwrap();
    let all = ["bare", "desk/seeds", "a.txt", "nowhere"].map(|folder| says(&root, folder));
    expect![[r#"
        error: no folder of articles: ROOT/bare/seeds does not exist
        hint: `claimdesk init` prepares a desk; articles go into ROOT/bare/seeds
        error: no folder of articles: ROOT/desk/seeds/seeds does not exist
        hint: this is the folder of the articles: open the one above it
        warning: ROOT/a.txt/claimdesk.toml: cannot be read: Not a directory (os error 20)
        hint: a configuration is a plain UTF-8 file below 1 MB that you may read
        error: no folder of articles: ROOT/a.txt/seeds does not exist
        hint: a desk is a folder; `claimdesk claims FILE` looks at one file
        error: cannot open the desk ROOT/nowhere: No such file or directory (os error 2)
        hint: give the folder that holds `seeds/`
    "#]]
    .assert_eq(&all.concat());
}

#[test]
fn a_desk_without_articles_says_how_to_begin() {
    Setting::empty().size(80, 14).start().check(expect![[r#"
        ▌Articles                       │ Text
         No article here. Put plain     │   This desk has no articles yet. Put plain
         text files (.txt) into seeds/. │   text files (.txt) into its folder seeds/
                                        │   and start again: what can be checked is
                                        │   highlighted, one key is a verdict, and all
                                        │   of it is saved in annotations/ beside it.
                                        │   “claimdesk tutor” teaches it in ten steps.
                                        │
                                        │
                                        │
                                        │
                                        │
                                        │
         ? help  q quit  j next  k previous  Enter open  n note  e evidence  v select
    "#]]);
}
