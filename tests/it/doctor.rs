//! What a bug report says of a machine, and what it does not.

use std::fs;
use std::process::Command;

use expect_test::expect;

#[test]
fn it_tells_what_matters_and_nothing_private() {
    let home = tempfile::tempdir().unwrap();
    let folder = |name: &str| {
        let path = home.path().join(name);
        fs::create_dir_all(&path).unwrap();
        path
    };
    let desk = folder("Secret Story");
    fs::create_dir(desk.join("seeds")).unwrap();
    fs::write(desk.join("seeds/minister.txt"), "300 personnes.\n").unwrap();
    let settings = "column = 70\ncolunm = 3\n[team.people.deep-throat]\nname = \"Deep Throat\"\n[publish]\nname = \"The Secret Post\"\n";
    fs::write(desk.join("claimdesk.toml"), settings).unwrap();
    fs::write(folder(".config/claimdesk").join("config.toml"), "annotator = \"Zoé Martin\"\n")
        .unwrap();
    let said = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .env_clear()
        .env("HOME", home.path())
        .env("PATH", "/usr/bin:/bin")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("TERM", "xterm-256color")
        .env("LANG", "en_GB.UTF-8")
        .env("TMUX", "/run/secret-socket,1,0")
        .current_dir("/")
        .args(["--desk".as_ref(), desk.as_os_str(), "doctor".as_ref()])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(said.stderr).unwrap(), "");
    let said = String::from_utf8(said.stdout).unwrap();
    for private in ["Secret", "secret", "minister", "Zoé", "Deep", "deep", "Post", "300"] {
        assert!(!said.contains(private), "{private}: {said}");
    }
    let version = concat!("claimdesk  ", env!("CARGO_PKG_VERSION"));
    assert!(said.starts_with(version), "{said}");
    // What the machine decides stands in lines of its own.
    let of_the_machine = ["claimdesk ", "system ", "git ", "program "];
    let rest = said.lines().filter(|line| !of_the_machine.iter().any(|own| line.starts_with(own)));
    expect![[r#"
        terminal   TERM=xterm-256color LANG=en_GB.UTF-8 TMUX
                   input no terminal, output no terminal
        colours    256, the terminal is asked for its ground, Unicode, not known to open links
        language   English, by the locale
        desk       a desk: articles 1, other files 0, people 0, notebooks 0
                   your name comes from ~/.config/claimdesk/config.toml:1:1
                   the desk is in no repository
        yours      ~/.config/claimdesk/config.toml
        the desk's DESK/claimdesk.toml
        state      ~/.local/state/claimdesk (not there)
        cache      ~/.cache/claimdesk (not there)
        settings   annotator = (your words)  (~/.config/claimdesk/config.toml:1:1)
                   column = 70  (DESK/claimdesk.toml:1:1)
                   publish.name = (your words)  (DESK/claimdesk.toml:6:1)
                   verdicts 5, people named 1, keys set 0
        problems   1, the first at DESK/claimdesk.toml:2:1 (`claimdesk config --check`)
    "#]]
    .assert_eq(&(rest.collect::<Vec<_>>().join("\n") + "\n"));
}
