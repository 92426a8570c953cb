//! A folder that is no desk, and a desk without articles, explain themselves.

use std::fs;
use std::path::Path;
use std::process::Command;

use expect_test::expect;

use crate::harness::Setting;

/// What `claimdesk list` says about a folder, with the folder's own path left out.
fn says(root: &Path, folder: &str) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(["list", "-C"])
        .arg(root.join(folder))
        .env_clear()
        .env("HOME", root.join("home"))
        .output()
        .unwrap();
    let said = [out.stdout, out.stderr].concat();
    String::from_utf8(said).unwrap().replace(root.to_str().unwrap(), "ROOT")
}

#[test]
fn any_folder_with_texts_is_a_desk() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().canonicalize().unwrap();
    for (name, text) in [
        ("bare/b.txt", "Hier, 300 soldats sont morts."),
        ("bare/A.TEXT", "Demain."),
        ("bare/deep/er/c.TXT", "Il pleut."),
        ("bare/page.html", "<p>Hier"),
        ("bare/report.pdf", "%PDF"),
        ("bare/photo.jpg", "x"),
        ("bare/README.txt", "Lisez-moi."),
        ("bare/LICENSE", "MIT"),
        ("bare/.hidden.txt", "x"),
        ("bare/originals/x.txt", "x"),
        ("bare/node_modules/x.txt", "x"),
        ("desk/beside.txt", "x"),
        ("desk/seeds/a.txt", "Hier."),
        ("desk/seeds/deep/dispatch", "Une dépêche."),
        ("desk/seeds/deep/program", "\u{7f}ELF\u{1}\u{0}"),
        ("home/a.txt", "Hier."),
    ] {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::create_dir_all(root.join("empty")).unwrap();
    let folders =
        ["bare", "desk", "desk/seeds", "desk/seeds/deep", "empty", "home", "bare/b.txt", "nowhere"];
    let all = folders.map(|folder| format!("-- {folder}\n{}", says(&root, folder)));
    expect![[r#"
        -- bare
           0/0    A.TEXT  Demain.
           0/1    b.txt  Hier, 300 soldats sont morts.
           0/0    deep/er/c.TXT  Il pleut.
        2 files of other kinds (html, pdf) · `claimdesk import` reads them
        -- desk
           0/0    a.txt  Hier.
           0/0    deep/dispatch  Une dépêche.
        -- desk/seeds
           0/0    a.txt  Hier.
           0/0    deep/dispatch  Une dépêche.
        -- desk/seeds/deep
           0/0    a.txt  Hier.
           0/0    deep/dispatch  Une dépêche.
        -- empty
        -- home
        error: ROOT/home is a home folder, or holds more than 10000 files
        hint: name the folder that holds the articles, or put them into `seeds/`
        -- bare/b.txt
        warning: ROOT/bare/b.txt/claimdesk.toml: cannot be read: Not a directory (os error 20)
        hint: a configuration is a plain UTF-8 file below 1 MB that you may read
        error: no folder of articles: ROOT/bare/b.txt/seeds does not exist
        hint: a desk is a folder; `claimdesk claims FILE` looks at one file
        -- nowhere
        error: cannot open the desk ROOT/nowhere: No such file or directory (os error 2)
        hint: give the folder that holds the articles
    "#]]
    .assert_eq(&all.concat());
    assert!(!root.join("bare/annotations").exists());
}

#[test]
fn an_empty_folder_fills_up_as_files_come() {
    let mut reader = Setting::empty().size(80, 8).start();
    reader.change_all(&[
        ("seeds/b.txt", "Il pleut."),
        ("seeds/a.txt", "Hier, 300 soldats sont morts."),
    ]);
    reader.check(expect![[r#"
        ▌Hier, 300 soldats sont morts.                                              0 %
        ▌○ Hier, 300 soldats sont morts.





         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select
    "#]]);
    // So does what comes later.
    reader.change("seeds/c.txt", b"Demain.");
    assert_eq!(reader.model().desk.order.len(), 3);
}

#[test]
fn a_desk_without_articles_says_how_to_begin() {
    Setting::empty().size(80, 14).start().check(expect![[r#"
        ▌Articles                       │ Text
         No article here. Put plain     │   This desk has no articles yet. Put plain
         text files (.txt) into seeds/: │   text files (.txt) into seeds/, and they
         they appear at once.           │   appear here; `claimdesk import` makes them
                                        │   of pages and documents. What can be
                                        │   checked is highlighted, one key is a
                                        │   verdict, and all of it is saved in
                                        │   annotations/ on this desk. “claimdesk
                                        │   tutor” teaches it in thirteen steps.
                                        │
                                        │
                                        │
                                        │
         ? help  q quit  j next  k previous  Enter open  v select  Tab pane  / search
    "#]]);
}
