//! Without the screen: arguments and files in, text and files out.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Output, Stdio};

use expect_test::expect;
use tempfile::TempDir;

/// A desk of two articles and a hermetic environment.
struct Shell {
    dir: TempDir,
}

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Shell {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("seeds")).unwrap();
        fs::write(dir.path().join("seeds/a.txt"), "Pluie\n\nLe 3 mai 2023, 300 personnes ont été tuées à Kiev, selon la police. Il pleut.\n").unwrap();
        fs::write(dir.path().join("seeds/b.txt"), "Il pleut.\n").unwrap();
        Self { dir }
    }

    fn run(&self, args: &[&str]) -> Said {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
            .env_clear()
            .env("HOME", self.dir.path())
            .env("PATH", "/usr/bin:/bin")
            .env("CLAIMDESK_ANNOTATOR", "Zoé Martin")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .current_dir(self.dir.path())
            .args(args)
            .output()
            .unwrap();
        let text = |bytes| {
            let home = fs::canonicalize(self.dir.path()).unwrap();
            String::from_utf8(bytes).unwrap().replace(home.to_str().unwrap(), "DESK")
        };
        Said { code: status.code(), out: text(stdout), err: text(stderr) }
    }

    /// Runs what must succeed silently but for its output.
    #[track_caller]
    fn ok(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{args:?}");
        said.out
    }

    /// Runs what must fail: gives the exit code and what is said.
    fn fails(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.out, "", "{args:?}");
        format!("{}: {}", said.code.unwrap(), said.err)
    }

    /// What is said with this on standard input, of errors first.
    fn fed(&self, args: &[&str], input: &str) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
            .args(args)
            .current_dir(self.dir.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let Output { stdout, stderr, .. } = child.wait_with_output().unwrap();
        String::from_utf8(stderr).unwrap() + &String::from_utf8(stdout).unwrap()
    }

    fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.ok(args)).unwrap()
    }

    fn notebook(&self) -> serde_json::Value {
        let path = self.dir.path().join("annotations/zoe-martin/a.txt.json");
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    }
}

#[test]
fn list_show_mark_unmark() {
    let shell = Shell::new();
    // An expectation loses what all its lines are indented by.
    expect![[r#"
        list
           0/1    a.txt  Pluie
           0/0    b.txt  Il pleut.
    "#]]
    .assert_eq(&format!("list\n{}", shell.ok(&["list"])));
    expect![[r#"
        Pluie

        [1] Le 3 mai 2023, 300 personnes ont été tuées à Kiev, selon la police. Il pleut.

        [1] open: Le 3 mai 2023, 300 personnes ont été tuées à Kiev, selon la police
    "#]]
    .assert_eq(&shell.ok(&["show", "a"]));
    let quote = "300 personnes ont été tuées à Kiev";
    expect![[r#"
        a.txt: disputed: 300 personnes ont été tuées à Kiev
    "#]]
    .assert_eq(&shell.ok(&[
        "mark",
        "a.txt",
        "--quote",
        quote,
        "--verdict",
        "d",
        "--note",
        "AFP : 280.\nÀ revoir.",
    ]));
    expect![[r#"
        Pluie

        Le 3 mai 2023, [1] 300 personnes ont été tuées à Kiev, selon la police. Il pleut.

        [1] disputed: 300 personnes ont été tuées à Kiev
            AFP : 280.
            À revoir.
    "#]]
    .assert_eq(&shell.ok(&["show", "seeds/a.txt"]));
    assert_eq!(
        shell.ok(&["unmark", "a", "--quote", quote]),
        "a.txt: open: 300 personnes ont été tuées à Kiev\n"
    );
    assert_eq!(shell.notebook()["annotations"], serde_json::json!({}));
}

#[test]
fn three_ways_to_name_the_same_words() {
    let shell = Shell::new();
    let claim = &shell.json(&["show", "a", "--format", "json"])["claims"][0];
    let (start, end) = (claim["start"].to_string(), claim["end"].to_string());
    let quote = claim["quote"].as_str().unwrap();
    shell.ok(&["mark", "a", "--claim", "1", "--verdict", "disputed"]);
    shell.ok(&["mark", "a", "--quote", quote, "--verdict", "corroborated"]);
    let said = shell.json(&[
        "mark",
        "a",
        "--start",
        &start,
        "--end",
        &end,
        "--verdict",
        "u",
        "--format",
        "json",
    ]);
    assert_eq!((&said["verdict"], said["start"].to_string()), (&"unverified".into(), start));
    let notebook = shell.notebook();
    let annotations = notebook["annotations"].as_object().unwrap();
    assert_eq!(annotations.len(), 1, "one claim, three verdicts in turn");
    assert_eq!(annotations[said["id"].as_str().unwrap()]["exact"], quote);
}

#[test]
fn another_name_is_another_file() {
    let shell = Shell::new();
    shell.ok(&["mark", "a", "--claim", "1", "--verdict", "d", "--annotator", "Max"]);
    assert!(shell.dir.path().join("annotations/max/a.txt.json").exists());
    assert_eq!(shell.json(&["list", "--format", "json"])[0]["decided"], 0);
    assert_eq!(shell.json(&["list", "--format", "json", "--annotator", "Max"])[0]["decided"], 1);
}

#[test]
fn mistakes_are_said_with_a_hint_and_a_code() {
    let shell = Shell::new();
    let cases: &[&[&str]] = &[
        &["show", "zzz"],
        &["show", ""],
        &["mark", "a", "--claim", "99", "--verdict", "d"],
        &["mark", "a", "--claim", "0", "--verdict", "d"],
        &["mark", "a", "--claim", "1", "--verdict", "nonsense"],
        &["mark", "a", "--quote", "nowhere", "--verdict", "d"],
        &["mark", "a", "--quote", "e", "--verdict", "d"],
        &["mark", "a", "--quote", "", "--verdict", "d"],
        &["mark", "a", "--start", "9", "--end", "3", "--verdict", "d"],
        &["mark", "a", "--start", "0", "--end", "99999", "--verdict", "d"],
        &["unmark", "a", "--claim", "1"],
        &["list", "--desk", "nowhere"],
        &["claims", "nowhere.txt"],
        &["crosscheck", "--desk", "nowhere"],
        &["crosscheck", "nowhere.txt"],
        &["lst"],
        &["review", "--format", "json"],
        &["--ascii", "list"],
        &["list", "--format", "sarif"],
        &["mark", "a", "--claim", "1", "--verdict", "d", "--note", "- a list"],
        &["report", "-o", "r.docx"],
        &["assign", "**", "--due", "hier"],
    ];
    let said: Vec<_> =
        cases.iter().map(|args| format!("{}\n{}", args.join(" "), shell.fails(args))).collect();
    let said = said.join("\n");
    expect![[r#"
        show zzz
        3: error: no article `zzz` in DESK/seeds
        hint: `claimdesk list` prints all names

        show 
        3: error: several articles begin with ``
        hint: write more of the name; `claimdesk list` prints all names

        mark a --claim 99 --verdict d
        3: error: no claim 99
        hint: the article has 1 claim; `claimdesk show a.txt` prints it

        mark a --claim 0 --verdict d
        3: error: no claim 0
        hint: the article has 1 claim; `claimdesk show a.txt` prints it

        mark a --claim 1 --verdict nonsense
        2: error: no verdict `nonsense` on this desk
        hint: one of: corroborated, disputed, unverified, misleading, not-a-claim

        mark a --quote nowhere --verdict d
        3: error: these words do not stand in a.txt
        hint: `claimdesk show` prints the text

        mark a --quote e --verdict d
        3: error: these words stand in the article several times
        hint: quote more words, or use --start and --end

        mark a --quote  --verdict d
        3: error: these words do not stand in a.txt
        hint: `claimdesk show` prints the text

        mark a --start 9 --end 3 --verdict d
        2: error: no words from 9 to 3
        hint: positions are code points, start before end, at most 85

        mark a --start 0 --end 99999 --verdict d
        2: error: no words from 0 to 99999
        hint: positions are code points, start before end, at most 85

        unmark a --claim 1
        3: error: there is no verdict on these words
        hint: `claimdesk show` prints the claims with their verdicts

        list --desk nowhere
        3: error: cannot open the desk nowhere: No such file or directory (os error 2)
        hint: give the folder that holds the articles

        claims nowhere.txt
        3: error: no article `nowhere.txt` in DESK/seeds
        hint: `claimdesk list` prints all names

        crosscheck --desk nowhere
        3: error: cannot open the desk nowhere: No such file or directory (os error 2)
        hint: give the folder that holds the articles

        crosscheck nowhere.txt
        3: error: no article `nowhere.txt` in DESK/seeds
        hint: `claimdesk list` prints all names

        lst
        2: error: no folder, file or subcommand `lst`
        hint: did you mean `claimdesk list`?

        review --format json
        2: error: this does not print json
        hint: leave `--format` out: it prints text

        --ascii list
        2: error: folder, language and colours are given to the reader, or after the name of a subcommand that takes them
        hint: put options after the subcommand; `--desk` names the folder

        list --format sarif
        2: error: this does not print sarif
        hint: one of: text, json, jsonl

        mark a --claim 1 --verdict d --note - a list
        2: error: no argument `- ` here
        hint: a text that begins with `-` is joined to its option: `--note="- a list"`

        report -o r.docx
        2: error: a report is not written as .docx
        hint: name a file that ends in .html or .md; a word processor opens both

        assign ** --due hier
        2: error: `hier` is no value of `--due <DAY>`: a day such as 2026-11-20
        hint: `--help` says more
    "#]]
    .assert_eq(&said);
    assert!(!shell.dir.path().join("annotations").exists(), "nothing was written");
}

#[test]
fn wrong_usage_is_code_2() {
    let shell = Shell::new();
    let cases: &[&[&str]] = &[
        &["--nonsense"],
        &["mark", "a"],
        &["mark", "a", "--claim", "1"],
        &["mark", "a", "--quote", "x", "--start", "1", "--end", "2", "--verdict", "d"],
        &["mark", "a", "--start", "1", "--verdict", "d"],
        &["claims"],
        &["completions", "no-shell"],
        &["crosscheck", "--least", "7"],
        &["crosscheck", "--least", "NaN"],
        &["shwo", "a"],
    ];
    for args in cases {
        let said = shell.run(args);
        assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(said.err.starts_with("error: "), "{args:?}: {}", said.err);
    }
    assert!(shell.run(&["shwo", "a"]).err.ends_with("hint: did you mean `claimdesk show`?\n"));
}

#[test]
fn a_broken_notebook_is_left_alone() {
    let shell = Shell::new();
    let path = shell.dir.path().join("annotations/zoe-martin/a.txt.json");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "{\n  \"format\": oops\n}\n").unwrap();
    let said = shell.fails(&["mark", "a", "--claim", "1", "--verdict", "d"]);
    assert!(
        said.starts_with("1: error: ") && said.contains("line 2") && said.contains("hint: "),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "{\n  \"format\": oops\n}\n");
}

#[test]
fn show_tells_all_that_was_decided_and_by_whom() {
    let shell = Shell::new();
    let quote = "300 personnes ont été tuées à Kiev";
    for (name, verdict) in [("Zoé Martin", "disputed"), ("Max", "corroborated")] {
        shell.ok(&["mark", "a", "--quote", quote, "--verdict", verdict, "--annotator", name]);
    }
    let path = shell.dir.path().join("annotations/zoe-martin/a.txt.json");
    let mut notebook = shell.notebook();
    let annotation = notebook["annotations"].as_object_mut().unwrap().values_mut().next().unwrap();
    annotation["tags"] = serde_json::json!(["Armée"]);
    annotation["evidence"] = serde_json::json!([{"stance": "refutes", "quote": "280 morts"}]);
    fs::write(path, serde_json::to_string(&notebook).unwrap()).unwrap();
    let claim = &shell.json(&["show", "a", "--format", "json"])["claims"][0];
    assert_eq!(claim["tags"], serde_json::json!(["Armée"]));
    assert_eq!(claim["evidence"][0]["quote"], "280 morts");
    assert_eq!(claim["team"][0]["annotator"], "Max");
    assert_eq!(claim["team"][0]["verdict"], "corroborated");
    let text = shell.ok(&["show", "a"]);
    assert!(text.ends_with("    evidence: refutes · 280 morts\n    tags: Armée\n"), "{text}");
}

#[test]
fn what_cannot_be_read_is_not_said_to_be_open() {
    let shell = Shell::new();
    let path = shell.dir.path().join("annotations/zoe-martin/a.txt.json");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "{ oops").unwrap();
    let refused = "1: error: annotations/zoe-martin/a.txt.json: line 1, column 3: key must be a string\nhint: the file is left as it is; mend this place by hand, or take the file back from git\n";
    assert_eq!(shell.fails(&["show", "a"]), refused);
    let list = shell.run(&["list"]);
    assert_eq!(format!("{}: {}", list.code.unwrap(), list.err), refused);
    expect![[r#"
        list
           -/-    a.txt  (annotations/zoe-martin/a.txt.json: line 1, column 3: key must be a string)
           0/0    b.txt  Il pleut.
    "#]]
    .assert_eq(&format!("list\n{}", list.out));
}

#[test]
fn options_go_before_or_after_the_subcommand() {
    let shell = Shell::new();
    let home = shell.dir.path().to_str().unwrap().to_owned();
    let rows = shell.ok(&["list", "-C", &home, "--format", "jsonl"]);
    assert_eq!(rows.lines().count(), 2);
    assert_eq!(shell.ok(&["-C", &home, "--format", "jsonl", "list"]), rows);
    let claims = shell.ok(&["show", "a", "--format", "jsonl"]);
    let all = shell.json(&["show", "a", "--format", "json"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&claims).unwrap(), all["claims"][0]);
}

#[test]
fn anchor_answers_each_line_before_the_next_is_asked() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .arg("anchor")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut ask = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 1..=3 {
        writeln!(
            ask,
            r#"{{"id":{id},"text":"Il pleut depuis trois jours sur la ville.","selector":{{"exact":"depuis trois jours","prefix":"Il pleut ","suffix":" sur la ville.","start":9,"end":27}}}}"#
        )
        .unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert_eq!(answer, format!(r#"{{"id":{id},"state":"exact","start":9,"end":27}}"#));
    }
    drop(ask);
    assert!(child.wait().unwrap().success());
}

#[test]
fn claims_of_a_web_page_are_refused_until_it_is_imported() {
    let shell = Shell::new();
    let page = "<p>Le 3 juin, 300 usines ont fermé à Lens.</p>";
    fs::write(shell.dir.path().join("page.html"), page).unwrap();
    let said = shell.fails(&["claims", "page.html"]);
    assert_eq!(
        said.trim(),
        "2: error: page.html is no text yet: its tags would be read as words\n\
         hint: `claimdesk import page.html` takes the text out, and `claimdesk claims` reads that"
    );
    assert_eq!(shell.run(&["import", "page.html"]).code, Some(0));
    assert!(shell.ok(&["claims", "page"]).contains("300 usines"));
    // On standard input the first bytes say what it is.
    let whole = format!("<!doctype html>\n<html><body>{page}</body></html>");
    let said = shell.fed(&["claims", "-"], &whole);
    assert!(said.starts_with("error: - is no text yet"), "{said}");
    assert!(said.contains("`claimdesk import -`"), "{said}");
    assert!(shell.fed(&["claims", "-"], "300 usines ont fermé en 2019.").contains("300 usines"));
}

#[test]
fn claims_in_three_formats_from_files_and_standard_input() {
    let shell = Shell::new();
    let text = shell.ok(&["claims", "seeds/a.txt"]);
    assert!(text.contains("300 personnes"), "{text}");
    let all = shell.json(&["claims", "--format", "json", "seeds/a.txt", "seeds/b.txt"]);
    assert_eq!(all.as_array().unwrap().len(), 2);
    let lines = shell.ok(&["claims", "--format", "jsonl", "seeds/a.txt", "seeds/b.txt"]);
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(serde_json::Value::from(lines), all);
    let article =
        "Pluie\n\nLe 3 mai 2023, 300 personnes ont été tuées à Kiev, selon la police. Il pleut.\n";
    let claim = &all[0]["claims"][0];
    let points = |name: &str| claim[name].as_u64().unwrap() as usize;
    let words: String =
        article.chars().skip(points("start")).take(points("end") - points("start")).collect();
    assert!(words.contains("300 personnes"), "positions are code points: {words}");
    assert_eq!(
        shell.json(&["claims", "--format", "json", "a.txt"])[0]["claims"],
        all[0]["claims"],
        "by its name"
    );
}

#[test]
fn help_version_completions_and_manual() {
    let shell = Shell::new();
    let help = shell.ok(&["--help"]);
    for command in ["list", "show", "mark", "unmark", "claims", "completions", "man"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command} in {help}");
        assert!(shell.ok(&[command, "--help"]).contains("Usage: claimdesk"), "{command}");
    }
    let version = shell.ok(&["--version"]);
    assert!(version.starts_with(concat!("claimdesk ", env!("CARGO_PKG_VERSION"))), "{version}");
    for name in ["bash", "zsh", "fish"] {
        assert!(shell.ok(&["completions", name]).contains("claimdesk"), "{name}");
    }
    assert!(shell.ok(&["man"]).contains(".TH claimdesk 1"));
}

#[test]
fn an_article_is_found_by_the_name_of_its_file_and_a_folder_by_what_it_is() {
    let shell = Shell::new();
    let seeds = shell.dir.path().join("seeds");
    fs::create_dir(seeds.join("2026-11")).unwrap();
    fs::write(seeds.join("2026-11/crue.txt"), "Il y a 40 morts.\n").unwrap();
    assert!(shell.ok(&["show", "crue"]).contains("40 morts"));
    assert!(shell.ok(&["show", "2026-11/cr"]).contains("40 morts"));
    fs::write(seeds.join("crue-2.txt"), "Il y a 50 morts.\n").unwrap();
    // Its own name comes before that of a file in a folder.
    assert!(shell.ok(&["show", "crue"]).contains("50 morts"));
    let said = shell.fails(&["list", "seeds"]);
    assert!(said.contains("hint: the folder of a desk is named like this: `-C seeds`"), "{said}");
}

#[test]
fn figures_of_a_table_are_told_with_the_heads_of_their_row_and_column() {
    let shell = Shell::new();
    let table = "Bilan\n\nAnnée   Morts   Blessés\n2021    12      340\n2022    15      410\n2023    9       280\n";
    fs::write(shell.dir.path().join("seeds/c.txt"), table).unwrap();
    let claims = shell.ok(&["claims", "c.txt"]);
    assert!(claims.contains("figure: 410 (Blessés · 2022)"), "{claims}");
    let json = shell.ok(&["claims", "c.txt", "--format", "json"]);
    assert!(
        json.contains("\"column\": \"Morts\"") || json.contains("\"column\":\"Morts\""),
        "{json}"
    );
}

#[test]
fn help_is_asked_for_as_people_ask() {
    let shell = Shell::new();
    assert_eq!(shell.ok(&["help"]), shell.ok(&["--help"]));
    assert_eq!(shell.ok(&["help", "mark"]), shell.ok(&["mark", "--help"]));
    for (asked, told) in [
        (&["help", "lst"][..], "no subcommand `lst`\nhint: did you mean `claimdesk list`?\n"),
        (
            &["help", "qqqq"],
            "no subcommand `qqqq`\nhint: `claimdesk --help` lists the subcommands\n",
        ),
        (
            &["qqqq"],
            "no folder, file or subcommand `qqqq`\nhint: `claimdesk --help` lists the subcommands\n",
        ),
    ] {
        assert_eq!(shell.fails(asked), format!("2: error: {told}"));
    }
    let said = shell.fails(&["mark", "a", "--claim", "1"]);
    for option in ["--verdict", "--final", "--note", "--short"] {
        assert!(said.contains(option), "{said}");
    }
}

#[test]
fn shells_offer_the_words_that_an_option_takes() {
    let shell = Shell::new();
    for name in ["bash", "fish", "zsh"] {
        let script = shell.ok(&["completions", name]);
        for word in ["label-studio", "claimreview", "corroborated", "not-a-claim", "lexisnexis"] {
            assert!(script.contains(word), "{name}: {word}");
        }
    }
    let said = shell.fails(&["mark", "a", "--claim", "1", "--verdict", "maybe"]);
    assert!(said.starts_with("3: error: no verdict `maybe`") || said.contains("maybe"), "{said}");
    assert!(!shell.ok(&["mark", "--help"]).contains("possible values"));
}

#[test]
fn first_figures_of_a_table_with_tabs_are_read() {
    let shell = Shell::new();
    let table = "Region\tDead\tInjured\nNantes\t4\t9\nBrest\t1\t2\n";
    fs::write(shell.dir.path().join("t.txt"), table).unwrap();
    let claims: serde_json::Value =
        serde_json::from_str(&shell.ok(&["claims", "t.txt", "--format", "json"])).unwrap();
    let read = claims[0]["quantities"].as_array().unwrap().iter();
    let read: Vec<_> = read.map(|q| (q["value"].as_f64(), q["column"].as_str())).collect();
    let cells = [(4.0, "Dead"), (9.0, "Injured"), (1.0, "Dead"), (2.0, "Injured")];
    assert_eq!(read, cells.map(|(value, column)| (Some(value), Some(column))));
}
