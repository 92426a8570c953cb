//! Configuration: every fixture is read by one loop. A file whose name begins
//! with `user_` is read as a person's own, all others as a desk's.

use std::fs;
use std::path::{Path, PathBuf};

use claimdesk::cli::reference;
use claimdesk::command::{Action, Command, Context, Key, Origin, docs};
use claimdesk::config::{self, Config};
use expect_test::{expect, expect_file};

/// The fixtures of one kind, in order.
fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/config").join(kind);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<_> = paths.filter(|p| p.extension().is_some_and(|e| e == "toml")).collect();
    all.sort();
    assert!(!all.is_empty());
    all
}

fn read(path: &Path) -> Config {
    let nowhere = Path::new("nowhere.toml");
    if path.file_name().unwrap().to_str().unwrap().starts_with("user_") {
        Config::read(Some(path), nowhere)
    } else {
        Config::read(None, path)
    }
}

/// A desk's file with this text.
fn desk(text: &str) -> Config {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("claimdesk.toml");
    fs::write(&path, text).unwrap();
    Config::read(None, &path)
}

/// What is wrong in a configuration, with paths cut to file names.
fn problems(config: &Config, folder: &Path) -> String {
    let told = config.problems.iter().map(|problem| format!("{problem}\n"));
    told.collect::<String>().replace(&format!("{}/", folder.display()), "")
}

#[test]
fn what_is_set_counts_and_says_where() {
    for path in fixtures("valid") {
        let config = read(&path);
        let folder = path.parent().unwrap();
        assert_eq!(problems(&config, folder), "", "{}", path.display());
        let printed = config.print(&[]).replace(&format!("{}/", folder.display()), "");
        let changed = |line: &&str| line.starts_with('[') || !line.ends_with("# default");
        let set: Vec<_> = printed.lines().filter(changed).collect();
        expect_file![path.with_extension("txt")].assert_eq(&(set.join("\n") + "\n"));
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_a_hint() {
    for path in fixtures("invalid") {
        let config = read(&path);
        let told = problems(&config, path.parent().unwrap());
        assert!(!told.is_empty(), "{}", path.display());
        expect_file![path.with_extension("txt")].assert_eq(&told);
    }
}

#[test]
fn what_was_understood_counts_beside_what_was_not() {
    let config = desk("colunm = 1\ncolumn = 50\nspacing = 9\n[team]\nblind = true\n");
    assert_eq!(config.problems.len(), 2);
    assert_eq!((config.values.column, config.values.spacing, config.values.blind), (50, 1, true));
}

#[test]
fn the_desk_wins_over_the_person() {
    let dir = tempfile::tempdir().unwrap();
    let (user, desk) = (dir.path().join("config.toml"), dir.path().join("claimdesk.toml"));
    fs::write(&user, "column = 50\nlang = \"fr\"\n[keys.desk]\nF2 = \"undo\"\nF3 = \"redo\"")
        .unwrap();
    fs::write(&desk, "column = 60\n[keys.desk]\nF2 = \"quit\"").unwrap();
    let config = Config::read(Some(&user), &desk);
    let origin =
        |name| config.origin(name).map(|o| o.replace(&format!("{}/", dir.path().display()), ""));
    assert_eq!(config.values.column, 60);
    assert_eq!(origin("column").as_deref(), Some("claimdesk.toml:1:1"));
    assert_eq!(origin("lang").as_deref(), Some("config.toml:2:1"));
    assert_eq!(origin("theme"), None);
    let keymap = config.keymap();
    let action = |key: &str| keymap.action(Context::Desk, key.parse::<Key>().unwrap());
    assert_eq!(action("F2"), Some(Action::Do(Command::Quit)));
    assert_eq!(action("F3"), Some(Action::Do(Command::Redo)));
}

#[test]
fn a_key_taken_away_in_a_pane_is_dead_there_and_alive_elsewhere() {
    let keymap = desk("[keys.text]\nn = false\n").keymap();
    let key = "n".parse().unwrap();
    assert_eq!(keymap.action(Context::Text, key), None);
    assert_eq!(keymap.action(Context::Claim, key), Some(Action::Do(Command::WriteNote)));
}

#[test]
fn a_verdicts_key_wins_in_every_pane_and_a_files_key_over_it() {
    let keymap = desk("[labels.disputed]\nkey = \"j\"\n").keymap();
    let key = "j".parse().unwrap();
    for pane in [Context::Articles, Context::Text, Context::Claim, Context::Select] {
        assert_eq!(keymap.action(pane, key), Some(Action::Verdict(1)), "{pane:?}");
    }
    let keymap = desk("[keys.desk]\nd = \"help\"\n").keymap();
    let action = keymap.action(Context::Text, "d".parse().unwrap());
    assert_eq!(action, Some(Action::Do(Command::Help)));
}

#[test]
fn a_key_says_who_set_it() {
    let folder = tempfile::tempdir().unwrap();
    let (user, shared) = (folder.path().join("config.toml"), folder.path().join("claimdesk.toml"));
    fs::write(&user, "[keys.desk]\nz = \"note\"\n").unwrap();
    fs::write(&shared, "[labels.disputed]\nkey = \"w\"\n[keys.desk]\nZ = \"undo\"\n").unwrap();
    let keymap = Config::read(Some(&user), &shared).keymap();
    let origin = |key: &str| {
        let key: Key = key.parse().unwrap();
        let bound = keymap.bound(Context::Desk).find(|(bound, ..)| *bound == key);
        bound.map(|(_, _, origin)| origin.clone())
    };
    let file = |name: &str| Some(Origin::File(name.to_owned()));
    assert_eq!(origin("z"), file("claimdesk/config.toml"));
    assert_eq!((origin("Z"), origin("w")), (file("claimdesk.toml"), file("claimdesk.toml")));
    assert_eq!((origin("n"), origin("c")), (Some(Origin::Default), Some(Origin::Label)));
}

#[test]
fn files_that_cannot_be_read_are_said() {
    let dir = tempfile::tempdir().unwrap();
    let config = Config::read(None, dir.path());
    assert_eq!(config.problems.len(), 1);
    assert_eq!(desk("\u{feff}column = 50").values.column, 50);
    let path = dir.path().join("latin1.toml");
    fs::write(&path, b"# caf\xe9\n").unwrap();
    expect![[r"
        latin1.toml: cannot be read: stream did not contain valid UTF-8
        hint: a configuration is a plain UTF-8 file below 1 MB that you may read
    "]]
    .assert_eq(&problems(&Config::read(None, &path), dir.path()));
}

#[test]
fn no_text_makes_it_panic() {
    let mut texts: Vec<String> = Vec::new();
    for path in fixtures("valid").into_iter().chain(fixtures("invalid")) {
        let text = fs::read_to_string(path).unwrap();
        texts.extend(text.char_indices().step_by(5).map(|(at, _)| text[..at].to_owned()));
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("claimdesk.toml");
    for text in texts {
        fs::write(&path, text).unwrap();
        let config = Config::read(Some(&path), &path);
        assert!(!config.labels.is_empty());
    }
}

#[test]
fn the_sample_is_the_defaults() {
    expect_file!["../../docs/claimdesk.toml"].assert_eq(&config::sample());
    let config = desk(&config::sample());
    assert_eq!(config.problems, []);
    assert_eq!(
        (config.values, config.labels),
        (Config::default().values, Config::default().labels)
    );
}

#[test]
fn the_keys_page_is_current() {
    expect_file!["../../docs/keys.md"].assert_eq(&docs::markdown());
}

#[test]
fn the_cli_page_is_current() {
    expect_file!["../../docs/cli.md"].assert_eq(&reference::markdown());
}

/// Runs the program on a desk with this configuration; standard output and errors, and the exit code.
#[track_caller]
fn run(text: &str, args: &[&str]) -> (String, String, Option<i32>) {
    let dir = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(dir.path()).unwrap();
    fs::create_dir_all(root.join("texts")).unwrap();
    fs::create_dir_all(root.join("seeds")).unwrap();
    fs::write(root.join("texts/a.txt"), "In June 500 soldiers left the town.\n").unwrap();
    fs::write(root.join("claimdesk.toml"), text).unwrap();
    fs::create_dir_all(root.join("home/claimdesk")).unwrap();
    fs::write(root.join("home/claimdesk/config.toml"), "annotator = \"Zoé\"\ntheme = \"light\"\n")
        .unwrap();
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(args)
        .current_dir(&root)
        .env_clear()
        .env("XDG_CONFIG_HOME", root.join("home"))
        .env("HOME", root.join("home"))
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap().replace(root.to_str().unwrap(), "");
    (text(out.stdout), text(out.stderr), out.status.code())
}

#[test]
fn the_program_prints_what_is_in_force_and_whence() {
    let (out, err, code) = run("theme = \"dark\"\nlevel = 4\n", &["config"]);
    assert_eq!((err.as_str(), code), ("", Some(0)));
    let head: Vec<_> = out.lines().take(11).collect();
    expect![[r##"
        # yours: /home/claimdesk/config.toml
        # the desk's: claimdesk.toml

        annotator = "Zoé"                       # /home/claimdesk/config.toml:1:1
        lang = "auto"                           # default
        theme = "dark"                          # claimdesk.toml:1:1
        ascii = false                           # default
        links = "auto"                          # default
        mouse = true                            # default
        layout = "auto"                         # default
        column = 84                             # default
    "##]]
    .assert_eq(&(head.join("\n") + "\n"));
    let (out, ..) = run("", &["config", "--annotator", "Ann"]);
    assert!(out.contains("annotator = \"Ann\"                       # --annotator\n"), "{out}");
}

#[test]
fn the_program_checks_the_files() {
    assert_eq!(
        run("", &["config", "--check"]),
        ("the configuration is in order\n".into(), String::new(), Some(0))
    );
    // A verdict may take a command's key: that is told where the command has no other.
    let taken = "[labels.misleading]\nkey = \"q\"\n";
    let (out, err, code) = run(taken, &["config", "--check"]);
    assert_eq!((out.as_str(), code), ("", Some(0)));
    expect![[r#"
        warning: claimdesk.toml:2:1: the key `q` of the verdict `misleading` was that of `quit` (Quit; everything is saved), which keeps Ctrl-C
        hint: give the verdict another `key`, or `quit` one below `[keys.desk]`; the palette has it, too
        warning: claimdesk.toml:2:1: the key `q` of the verdict `misleading` was that of `cancel` (Drop, or close), which keeps Esc
        hint: give the verdict another `key`, or `cancel` one below `[keys.desk]`; the palette has it, too
    "#]]
    .assert_eq(&err);
    for (key, lost) in [("v", "`select`"), ("r", "`repeat`"), ("n", "`article-note`")] {
        let (_, err, _) = run(&taken.replace('q', key), &["config", "--check"]);
        assert!(err.contains(lost) && err.contains("none left"), "{key}: {err}");
    }
    let (out, err, code) = run("colunm = 1\nlevel = 9\n", &["config", "--check"]);
    assert_eq!((out.as_str(), code), ("", Some(1)));
    expect![[r"
        error: claimdesk.toml:1:1: no setting `colunm`
        hint: did you mean `column`?
        error: claimdesk.toml:2:9: `level` cannot be 9
        hint: a whole number from 1 to 5, without quotes
    "]]
    .assert_eq(&err);
}

#[test]
fn commands_use_the_folders_and_verdicts_of_the_desk() {
    let desk = "[folders]\nseeds = \"texts\"\n[labels.outdated]\nen = \"outdated\"\nkey = \"p\"\n";
    let mark = ["mark", "a.txt", "--quote", "500 soldiers", "--verdict", "p"];
    assert_eq!(
        run(desk, &mark),
        ("a.txt: outdated: 500 soldiers\n".into(), String::new(), Some(0))
    );
    let (_, err, code) = run("[folders]\nseeds = \"texts\"\n", &mark);
    assert_eq!(code, Some(2), "{err}");
}

#[test]
fn what_is_wrong_warns_those_who_read_and_stops_those_who_write() {
    let desk = "colunm = 1\n[folders]\nseeds = \"texts\"\n";
    let (out, err, code) = run(desk, &["list"]);
    assert!(out.contains("a.txt") && err.contains("warning: claimdesk.toml:1:1"), "{out}{err}");
    assert_eq!(code, Some(0));
    let (_, err, code) = run(desk, &["mark", "a.txt", "--quote", "June", "--verdict", "c"]);
    assert!(err.contains("did you mean `column`?") && code == Some(1), "{err}");
}

/// A prepared desk hung: each label was compared with all others.
#[test]
fn labels_without_end_are_refused() {
    let labels = (0..20_000).map(|n| format!("[labels.v{n}]\nen=\"v{n}\"\nkey=\"x\"\n"));
    let text = labels.collect::<Vec<_>>().concat();
    let config = desk(&text);
    let told = problems(&config, Path::new(""));
    assert!(config.labels.len() <= 64 && told.contains("at most 64"), "{told}");
}
