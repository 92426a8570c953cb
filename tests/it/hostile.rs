//! A desk on which every name and every value talks to the terminal: no
//! subcommand passes that on, whether it succeeds or fails.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Sets a title, swaps the order of words, hides something, begins a line of its own.
const EVIL: &str = "é\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\u{200b}\u{7f}\rz";
/// The same without what git or TOML take for the end of a value.
const MILD: &str = "é\u{9b}31m\u{202e}\u{200b}z";
const ANNOTATOR: &str = "Zoé \u{1b}[31m\u{9d}";

fn article(title: &str) -> String {
    format!(
        "{title}{EVIL}\n\nLe 3 mai 2023, 300 {EVIL}personnes ont été tuées à Kiev, selon la police. Il pleut.\n"
    )
}

/// A notebook with two verdicts, one of them twice, and hostile in every field.
fn notebook(annotator: &str, article: &str) -> String {
    let exact = format!("300 {EVIL}personnes");
    serde_json::to_string_pretty(&serde_json::json!({
        "format": "claimdesk/1", "article": article, "annotator": annotator, EVIL: EVIL,
        "annotations": {
            EVIL: {
                "verdict": EVIL, "exact": exact, "prefix": EVIL, "suffix": EVIL, "start": 20, "end": 40,
                "note": EVIL, "tags": [EVIL],
                "evidence": [{"stance": "refutes", "article": EVIL, "quote": EVIL, "url": EVIL, EVIL: EVIL}],
                "conflict": [{"verdict": EVIL, "note": EVIL}],
                "created": "2026-11-20T10:12:03Z", "updated": "2026-11-20T10:12:03Z", EVIL: EVIL,
            },
            "gone": {
                "verdict": "disputed", "exact": format!("aucune trace {EVIL}"), "start": 5, "end": 9,
                "created": "2026-11-20T10:12:03Z", "updated": "2026-11-20T10:12:03Z",
            },
        },
    }))
    .unwrap()
}

const TOML: &str = r#"
"\u001b[31m\u009b" = "\u001b[31m"
lang = "\u001b[31m\u009b"
annotator = "\u001b[31m\u009b\u202e"
[[labels]]
id = "\u001b[31m\u009b"
key = "d"
en = "\u001b[31m\u009b"
fr = "\u001b[31m\u009b"
color = "\u001b[31m\u009b"
"#;

struct Desk {
    dir: TempDir,
}

impl Desk {
    /// With a configuration of this text, and a hostile git around it.
    fn new(toml: &str) -> Self {
        let desk = Self { dir: tempfile::tempdir().unwrap() };
        for (name, title) in [("a", "Guerre"), ("b", "Bataille"), (EVIL, "Paix")] {
            desk.file(&format!("seeds/{name}.txt"), &article(title));
            let file = format!("{name}.txt");
            for slug in ["zoe-31m", "max", MILD] {
                let text = notebook(&format!("{slug}{EVIL}"), &file);
                desk.file(&format!("annotations/{slug}/{file}.json"), &text);
            }
        }
        desk.file(&format!("annotations/max/{EVIL}.json"), &format!("{{ {EVIL}"));
        desk.file(&format!("annotations/{EVIL}.json"), "{}");
        desk.file(
            "anchor.jsonl",
            &serde_json::json!({"id": EVIL, "text": article(""), "selector": {"exact": EVIL}})
                .to_string(),
        );
        desk.file(
            "page.html",
            &format!("<html><title>{EVIL}</title><meta property=og:site_name content='{EVIL}'><p>{EVIL} Il pleut.</p></html>"),
        );
        desk.file(
            "evil.csv",
            &format!(
                "article,claim,quote,start,end,verdict\n\"{EVIL}\",1,\"{EVIL}\",0,3,\"{EVIL}\"\n"
            ),
        );
        desk.file("evil.eml", &format!("Subject: {MILD}\r\n\r\n{EVIL}"));
        desk.file("seeds/b.source.json", &format!("{{ \"{MILD}\": {EVIL}"));
        if !toml.is_empty() {
            desk.file("claimdesk.toml", toml);
        }
        let git = |args: &[&str]| {
            let done = desk.command("git").args(args).output().unwrap();
            assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
        };
        git(&["init", "-q", "."]);
        git(&["config", "user.name", ANNOTATOR]);
        git(&["config", "user.email", MILD]);
        git(&["config", "merge.claimdesk.driver", EVIL]);
        git(&["add", "-A"]);
        git(&["commit", "-qm", EVIL]);
        desk
    }

    fn file(&self, path: &str, text: &str) {
        let path = self.dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("HOME", self.dir.path())
            .env("PATH", "/usr/bin:/bin")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .current_dir(self.dir.path());
        command
    }

    /// Runs the program and gives all it printed.
    fn run(&self, args: &[&str], input: &str) -> Vec<u8> {
        let mut child = self
            .command(env!("CARGO_BIN_EXE_claimdesk"))
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may end without reading.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let out = child.wait_with_output().unwrap();
        [out.stdout, out.stderr].concat()
    }
}

/// What must not be printed: written apart from the program's own list on purpose.
fn talks(c: char) -> bool {
    let hidden = ['\u{200b}', '\u{200e}', '\u{200f}', '\u{61c}', '\u{2060}', '\u{feff}', '\u{ad}'];
    c != '\n' && c.is_control()
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
        || hidden.contains(&c)
}

/// Calls of every subcommand, most of which succeed on one desk and fail on another.
const CALLS: &[&[&str]] = &[
    &["list"],
    &["list", "--annotator", EVIL],
    &["list", "-C", EVIL],
    &["show", "a.txt"],
    &["show", "é"],
    &["show", EVIL],
    &["mark", "a", "--claim", "1", "--verdict", EVIL],
    &["mark", "a", "--claim", "1", "--note", EVIL, "--annotator", EVIL],
    &["mark", "é", "--claim", "1", "--note", EVIL],
    &["mark", "a", "--quote", EVIL, "--verdict", "d"],
    &["mark", EVIL, "--claim", EVIL, "--verdict", "d"],
    &["unmark", "a", "--claim", "1"],
    &["unmark", "é", "--quote", EVIL],
    &["status"],
    &["status", EVIL],
    &["verdicts"],
    &["verdicts", "é"],
    &["agreement", "--spans", "--interval"],
    &["agreement", "--people", EVIL],
    &["adjudicate"],
    &["adjudicate", EVIL],
    &["changes"],
    &["changes", EVIL],
    &["changes", "--since", EVIL, "--people", EVIL],
    &["log", "é", "--claim", "1"],
    &["log", EVIL, "--quote", EVIL],
    &["todo"],
    &["reply", "é", "--claim", "1", "--text", EVIL, "--to", EVIL],
    &["take", "é"],
    &["done", EVIL],
    &["publish", "é"],
    &["assign"],
    &["assign", EVIL, EVIL],
    &["check", "--all", "--since", EVIL],
    &["check", "--authors", EVIL],
    &["sync"],
    &["sync", "--dry-run", "-m", EVIL],
    &["sync", "--with", EVIL],
    &["review"],
    &["review", "é", "--lang", "fr"],
    &["review", EVIL],
    &["import", "page.html", "evil.eml", EVIL, "."],
    &["import", "-", "--title", EVIL, "--outlet", EVIL, "--no-original"],
    &["import", "--published", EVIL, "-"],
    &["source", "a.txt"],
    &["source", "a.txt", "--outlet", EVIL, "--notes", EVIL],
    &["source", "b.txt", "--url", EVIL],
    &["source", EVIL],
    &["follow", "--dry-run"],
    &["follow"],
    &["mv", EVIL, "z.txt"],
    &["mv", "a.txt", EVIL],
    &["mv", "a.txt", "b.txt"],
    &["claims", "seeds/a.txt"],
    &["claims", "a.txt", "é", "--explain"],
    &["claims", EVIL],
    &["crosscheck"],
    &["crosscheck", "--least", "0", "seeds/a.txt"],
    &["crosscheck", EVIL],
    &["crosscheck", "--least", EVIL],
    &["anchor"],
    &["completions", EVIL],
    &["completions", "fish"],
    &["man"],
    &["check"],
    &["check", "--fix"],
    &["export", "--to", "jsonl"],
    &["export", "--to", EVIL],
    &["import-annotations", "--from", "csv", "evil.csv", "--as", EVIL],
    &["import-annotations", "--from", "w3c", "anchor.jsonl", "--as", "tool", "--by", EVIL],
    &["import-annotations", "--from", EVIL, EVIL, "--as", EVIL],
    &["export", "--to", "csv", EVIL],
    &["export", "--to", "brat", "-o", "out"],
    &["export", "--to", "claimreview"],
    &["report", "-o", "out.html"],
    &["report", "-o", "-"],
    &["report", "-o", "out.md", "--people", EVIL],
    &["config"],
    &["doctor"],
    &["config", "--check"],
    &[
        "merge-driver",
        "annotations/max/a.txt.json",
        "ours.json",
        "annotations/max/b.txt.json",
        EVIL,
    ],
    &["merge-driver", EVIL, EVIL, EVIL],
    &["init"],
    &["init", EVIL],
    &["init", "annotations/max/a.txt.json"],
    &["mv", EVIL, EVIL],
    &["mv", "b.txt", EVIL],
    &["tutor"],
    &["tutor", "--lang", EVIL],
    &[EVIL],
    &["--lang", EVIL],
    &["."],
];

#[test]
fn no_subcommand_passes_on_what_talks_to_the_terminal() {
    let mut seen = BTreeSet::new();
    for toml in ["", TOML, "\u{9b}\u{202e} = [[[\u{200b}"] {
        let desk = Desk::new(toml);
        for (args, format) in calls() {
            fs::copy(
                desk.dir.path().join("annotations/max/b.txt.json"),
                desk.dir.path().join("ours.json"),
            )
            .unwrap();
            let jsonl = fs::read_to_string(desk.dir.path().join("anchor.jsonl")).unwrap();
            let input = if args == ["anchor"] {
                format!("{jsonl}\n{EVIL}\n")
            } else {
                format!("d\n{EVIL}\nt\n?\nq\n")
            };
            let printed = desk.run(&[args, format].concat(), &input);
            let text = String::from_utf8(printed).unwrap_or_else(|e| panic!("{args:?}: {e}"));
            let ours = ["man", "completions"].contains(&args[0]);
            let found: Vec<char> =
                text.chars().filter(|&c| talks(c) && !(ours && c == '\t')).collect();
            assert!(found.is_empty(), "{args:?} {format:?}: {found:?} in {text}");
            seen.insert(args[0]);
        }
    }
    for name in subcommands() {
        assert!(seen.contains(name.as_str()), "no call of `{name}` here");
    }
}

/// All calls, those that take a desk in every format.
fn calls() -> impl Iterator<Item = (&'static [&'static str], &'static [&'static str])> {
    const FORMATS: &[&[&str]] = &[&[], &["--format", "json"], &["--format", "jsonl"]];
    let printing = [
        "list",
        "show",
        "status",
        "verdicts",
        "agreement",
        "mark",
        "import",
        "source",
        "claims",
        "crosscheck",
        "check",
    ];
    CALLS.iter().flat_map(move |call| {
        let formats = if printing.contains(&call[0]) { FORMATS } else { &FORMATS[..1] };
        formats.iter().map(move |format| (*call, *format))
    })
}

/// The names that `--help` lists.
fn subcommands() -> Vec<String> {
    let out = Command::new(env!("CARGO_BIN_EXE_claimdesk")).arg("--help").output().unwrap();
    let help = String::from_utf8(out.stdout).unwrap();
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    // What is indented further goes on from the line above.
    let names = list.lines().filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| !line.starts_with(' '));
    names.filter_map(|line| Some(line.split_whitespace().next()?.to_owned())).collect()
}

#[test]
fn json_gives_programs_the_value_itself() {
    let desk = Desk::new("");
    let out = desk.run(&["claims", "--format", "jsonl", &format!("seeds/{EVIL}.txt")], "");
    let value: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let path = Path::new("seeds").join(format!("{EVIL}.txt"));
    assert_eq!(value["file"], path.display().to_string());
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_shown_as_such() {
    use std::os::unix::ffi::OsStrExt as _;
    let desk = Desk::new("");
    let name = std::ffi::OsStr::from_bytes(b"seeds/\x9b31m\xff.txt");
    fs::write(desk.dir.path().join(name), article("x")).unwrap();
    for args in [&["list"][..], &["check"], &["crosscheck"]] {
        let text = String::from_utf8(desk.run(args, "")).unwrap();
        assert!(!text.chars().any(talks), "{args:?}: {text}");
    }
}
