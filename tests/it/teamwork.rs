//! A team's work on the command line: what changed, what waits, who does what, what a change broke.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use crate::sync::Team;

const TOML: &str = "[team]\nper-article = 2\n\
    [team.people.anna-berg]\nname = \"Anna Berg\"\nemail = [\"anna@example.org\"]\n\
    [team.people.ben]\nemail = [\"ben@example.org\"]\n\
    [team.people.chef]\nrole = \"editor\"\nemail = [\"chef@example.org\"]\n";

/// A desk under git, with Anna, Ben and an editor.
fn team() -> Team {
    let team = Team::new();
    team.write("first/claimdesk.toml", TOML);
    team.git("first", &["add", "-A"]);
    team.git("first", &["commit", "-qm", "roster"]);
    team
}

/// Commits as somebody.
fn commit(team: &Team, email: &str) {
    team.git("first", &["add", "-A"]);
    let author = format!("--author=X <{email}>");
    team.git("first", &["commit", "-qm", "work", &author]);
}

fn quote(n: usize) -> String {
    format!("Le rapport {n} parle de {} soldats", 1000 + n)
}

fn json(team: &Team, who: &str, args: &[&str]) -> Vec<Value> {
    let said = team.program("first", who, &[args, &["--format", "json"]].concat());
    serde_json::from_str(&said).unwrap()
}

fn acts(rows: &[Value]) -> Vec<String> {
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or("-").to_owned();
    let keys = ["by", "what", "from", "to"];
    rows.iter().map(|row| keys.map(|key| text(row, key)).join(" ")).collect()
}

#[test]
fn what_people_did_is_told_in_acts() {
    let team = team();
    team.mark("first", "Anna Berg", 3, "d");
    commit(&team, "anna@example.org");
    let start = team.git("first", &["rev-parse", "HEAD"]);
    team.mark("first", "Anna Berg", 3, "u");
    team.program("first", "Anna Berg", &["mark", "a.txt", "--quote", &quote(3), "--note", "Flou."]);
    commit(&team, "anna@example.org");
    team.mark("first", "Ben", 3, "d");
    let reply = ["reply", "a.txt", "--quote", &quote(3), "--text", "@anna-berg, source ?"];
    team.program("first", "Ben", &reply);
    team.program("first", "Ben", &["done", "a.txt"]);
    team.write("first/seeds/b.txt", "Il pleut.");
    commit(&team, "ben@example.org");
    let ruling = ["mark", "a.txt", "--quote", &quote(3), "--final", "m"];
    team.program("first", "Chef", &ruling);
    commit(&team, "chef@example.org");
    let range = format!("{start}..HEAD");
    let rows = json(&team, "Anna Berg", &["changes", &range]);
    assert_eq!(
        acts(&rows),
        [
            "anna-berg changed disputed unverified",
            "anna-berg noted - Flou.",
            "ben gave - disputed",
            "ben replied - @anna-berg, source ?",
            "ben work - done",
            "ben article-added - -",
            "chef finalised - misleading",
        ]
    );
    let mine = json(&team, "Ben", &["changes", &range, "--by", "me"]);
    assert!(mine.iter().all(|row| row["by"] == "ben") && mine.len() == 4);
    // The history of a claim goes back to its beginning, and on to what is in no commit yet.
    team.mark("first", "Ben", 3, "c");
    let log = json(&team, "Anna Berg", &["log", "a.txt", "--quote", &quote(3)]);
    let last = log.last().unwrap();
    assert_eq!(
        (&last["what"], &last["to"], &last["commit"]),
        (&"changed".into(), &"corroborated".into(), &Value::Null)
    );
    assert_eq!(acts(&log)[0], "anna-berg gave - disputed");
    let since = json(&team, "Anna Berg", &["changes", "--since", &start]);
    assert_eq!(since.len(), rows.len());
    let markdown = team.program("first", "Anna Berg", &["changes", &range, "--format", "markdown"]);
    assert!(markdown.contains("| Anna Berg | disputed → unverified | a.txt |"), "{markdown}");
}

/// The article of the desk; of the `changed` sentences the figures are another.
fn report(changed: &[usize]) -> String {
    let say = |n: usize| {
        let more = if changed.contains(&n) { 100 } else { 0 };
        format!("Le rapport {n} parle de {} soldats.", 1000 + n + more)
    };
    (0..40).map(say).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_edited_article_says_how_many_verdicts_no_longer_stand() {
    let team = team();
    for n in [3, 5, 7] {
        team.mark("first", "Anna Berg", n, "d");
    }
    team.mark("first", "Ben", 3, "c");
    team.program("first", "Anna Berg", &["mark", "a.txt", "--quote", &quote(9), "--note", "?"]);
    commit(&team, "anna@example.org");
    let start = team.git("first", &["rev-parse", "HEAD"]);
    // Words before all claims move them and change none.
    team.write("first/seeds/a.txt", &format!("Hier. {}", report(&[])));
    commit(&team, "anna@example.org");
    // Two people on one claim, one on another; of the third only a note was written.
    team.write("first/seeds/a.txt", &format!("Hier. {}", report(&[3, 5, 9])));
    commit(&team, "anna@example.org");
    // What was stale is not told again; and what its author confirms at once never was.
    team.write("first/seeds/a.txt", &report(&[3, 5, 7, 9]));
    let here = "Le rapport 7 parle de 1107 soldats";
    team.program("first", "Anna Berg", &["mark", "a.txt", "--quote", here, "--verdict", "c"]);
    commit(&team, "anna@example.org");
    team.git("first", &["mv", "seeds/a.txt", "seeds/z.txt"]);
    commit(&team, "anna@example.org");
    let range = format!("{start}..HEAD");
    let rows = json(&team, "Anna Berg", &["changes", &range]);
    let edits: Vec<_> =
        rows.iter().filter(|row| row["what"].as_str().unwrap().starts_with("article")).collect();
    let told = |row: &Value| {
        let text = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
        format!("{} {} {} {}", text("what"), text("from"), text("article"), row["stale"])
    };
    assert_eq!(
        edits.into_iter().map(told).collect::<Vec<_>>(),
        [
            "article-edited - a.txt 0",
            "article-edited - a.txt 3",
            "article-edited - a.txt 0",
            "article-renamed a.txt z.txt null",
        ]
    );
    let said = |lang: &str, more: &[&str]| {
        let mut command = team.command(env!("CARGO_BIN_EXE_claimdesk"), "first");
        let args = ["changes", &range, "--people", "anna-berg", "--annotator", "Chef"];
        let said = command.args(args).args(more).env("LC_ALL", lang).output().unwrap();
        String::from_utf8(said.stdout).unwrap()
    };
    let text = said("en_GB.UTF-8", &[]);
    assert!(
        text.contains("Anna Berg: edited the article → 3 verdicts no longer stand  a.txt"),
        "{text}"
    );
    assert!(text.contains("Anna Berg: edited the article  a.txt"), "{text}");
    assert!(text.contains("Anna Berg: renamed the article: a.txt → z.txt  z.txt"), "{text}");
    let french = said("fr_FR.UTF-8", &["--format", "markdown"]);
    assert!(french.contains("a modifié l’article → 3 verdicts ne tiennent plus |"), "{french}");
}

#[test]
fn what_waits_for_a_person_is_listed() {
    let team = team();
    team.mark("first", "Anna Berg", 3, "d");
    team.mark("first", "Ben", 3, "c");
    let reply = ["reply", "a.txt", "--quote", &quote(3), "--text", "@anna-berg, source ?"];
    team.program("first", "Ben", &reply);
    team.program("first", "Chef", &["mark", "a.txt", "--quote", &quote(3), "--final", "c"]);
    let why = |who: &str| -> Vec<String> {
        let rows = json(&team, who, &["todo"]);
        rows.iter().map(|row| row["why"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(why("Anna Berg"), ["assigned", "asked", "overruled"]);
    assert_eq!(why("Ben"), ["assigned"]);
    team.program("first", "Anna Berg", &["done", "a.txt"]);
    let answer = ["reply", "a.txt", "--quote", &quote(3), "--text", "AFP."];
    team.program("first", "Anna Berg", &answer);
    assert_eq!(why("Anna Berg"), ["overruled"]);
    assert_eq!(why("Ben"), ["assigned", "asked"]);
    team.mark("first", "Ben", 3, "u");
    assert_eq!(why("Chef"), ["overtaken"]);
    let refused = team.try_program("first", "Ben", &["publish", "a.txt"]);
    assert_eq!(refused.status.code(), Some(1));
    team.program("first", "Chef", &["publish", "a.txt"]);
    let file = fs::read_to_string(team.path("first/annotations/chef/a.txt.json")).unwrap();
    let head = team.git("first", &["rev-parse", "HEAD"]);
    assert!(file.contains(&format!("\"head\": \"{head}\"")), "{file}");
}

#[test]
fn a_line_of_the_roster_wins_over_the_rule() {
    let team = team();
    team.write("first/seeds/2026-11/b.txt", "Il pleut.");
    let listed = |team: &Team| team.program("first", "Chef", &["assign"]);
    assert_eq!(listed(&team), "2026-11/b.txt  anna-berg, ben\na.txt  anna-berg, ben\n");
    team.program("first", "Chef", &["assign", "2026-11/**", "anna-berg"]);
    assert_eq!(listed(&team), "2026-11/b.txt  anna-berg\na.txt  anna-berg, ben\n");
    team.program("first", "Chef", &["assign", "2026-11/**", "ben"]);
    let toml = fs::read_to_string(team.path("first/claimdesk.toml")).unwrap();
    assert!(toml.ends_with("[team.assign]\n\"2026-11/**\" = [\"ben\"]\n"), "{toml}");
    assert!(toml.starts_with(TOML));
    // What was said last counts, of patterns that fit both.
    team.program("first", "Chef", &["assign", "**", "anna-berg"]);
    assert_eq!(listed(&team), "2026-11/b.txt  anna-berg\na.txt  anna-berg\n");
    team.program("first", "Chef", &["assign", "2026-11/**", "ben"]);
    assert_eq!(listed(&team), "2026-11/b.txt  ben\na.txt  anna-berg\n");
    let refused = team.try_program("first", "Chef", &["assign", "**", "nobody"]);
    assert_eq!(refused.status.code(), Some(3));
    // Written for all: the next sync takes it along.
    let dry = team.program("first", "Chef", &["sync", "--dry-run"]);
    assert!(dry.contains("to share: claimdesk.toml"), "{dry}");
    team.git(".", &["clone", "-q", "hub.git", "second"]);
    team.program("first", "Chef", &["sync"]);
    let came = team.program("second", "Ben", &["sync"]);
    assert!(came.contains("received of articles and what stands beside them: 1\n"), "{came}");
    team.mark("second", "Ben", 3, "d");
    team.git(".", &["clone", "-q", "hub.git", "third"]);
    team.program("second", "Ben", &["sync"]);
    team.program("first", "Chef", &["assign", "**", "ben"]);
    team.program("first", "Chef", &["sync"]);
    let came = team.program("third", "Anna Berg", &["sync", "--format", "json"]);
    let came: Value = serde_json::from_str(&came).unwrap();
    assert_eq!(came["received"], serde_json::json!({ "ben": 1 }));
    assert_eq!(came["received_shared"], 1);
}

#[test]
fn a_day_by_which_articles_are_to_be_checked_is_told_until_they_are() {
    let team = team();
    team.write("first/seeds/2026-11/b.txt", "Il pleut.");
    let assign = ["assign", "2026-11/**", "ben", "--due", "2020-02-03"];
    team.program("first", "Chef", &assign);
    team.program("first", "Chef", &["assign", "a.txt", "--due", "2999-01-01"]);
    assert_eq!(
        team.program("first", "Chef", &["assign"]),
        "2026-11/b.txt  ben  due 2020-02-03\na.txt  anna-berg, ben  due 2999-01-01\n"
    );
    let listed = json(&team, "Chef", &["assign"]);
    assert_eq!(listed[0]["due"], "2020-02-03");
    let status = |who: &str| -> Vec<(String, Value)> {
        let text = team.program("first", who, &["status", "--format", "json"]);
        let status: Value = serde_json::from_str(&text).unwrap();
        let articles = status["articles"].as_array().unwrap().iter();
        articles.map(|a| (a["due"].as_str().unwrap().to_owned(), a["flags"].clone())).collect()
    };
    let flags = |status: &[(String, Value)]| status[0].1.to_string();
    assert_eq!(flags(&status("Chef")), "[\"overdue\"]");
    assert_eq!(status("Chef")[1], ("2999-01-01".to_owned(), serde_json::json!([])));
    let text = team.program("first", "Chef", &["status"]);
    assert!(text.contains("2026-11/b.txt  overdue since 2020-02-03\n"), "{text}");
    let todo = team.program("first", "Ben", &["todo"]);
    assert!(todo.contains("2026-11/b.txt  due 2020-02-03\n"), "{todo}");
    for who in ["Ben", "Anna Berg"] {
        team.program("first", who, &["done", "2026-11/b.txt"]);
    }
    assert_eq!(flags(&status("Chef")), "[]");
    let toml = fs::read_to_string(team.path("first/claimdesk.toml")).unwrap();
    let refused = toml.replace("2020-02-03", "3 février");
    team.write("first/claimdesk.toml", &refused);
    let said = team.try_program("first", "Chef", &["config", "--check"]);
    let said = String::from_utf8(said.stdout).unwrap() + &String::from_utf8_lossy(&said.stderr);
    assert!(said.contains("a day: \"2026-11-30\""), "{said}");
}

#[test]
fn a_check_fails_for_ones_own_and_for_what_a_change_broke() {
    let team = team();
    for who in ["Anna Berg", "Ben"] {
        team.mark("first", who, 3, "d");
    }
    commit(&team, "anna@example.org");
    let code = |who: &str, args: &[&str]| {
        team.try_program("first", who, &[&["check"], args].concat()).status.code()
    };
    assert_eq!(code("Anna Berg", &["--all"]), Some(0));
    let text = fs::read_to_string(team.path("first/seeds/a.txt")).unwrap();
    team.write("first/seeds/a.txt", &text.replace("1003 soldats", "9003 soldats"));
    // Stale for both; for Chef it is others' to settle.
    assert_eq!(
        (code("Anna Berg", &[]), code("Chef", &[]), code("Chef", &["--all"])),
        (Some(1), Some(0), Some(1))
    );
    assert_eq!(code("Chef", &["--since", "HEAD"]), Some(1));
    commit(&team, "chef@example.org");
    assert_eq!(code("Anna Berg", &["--since", "HEAD"]), Some(0));
    assert_eq!(code("Chef", &["--since", "HEAD~1"]), Some(1));
    // A repair stays in one's own folder.
    let file = "first/annotations/ben/a.txt.json";
    let ugly = fs::read_to_string(team.path(file)).unwrap().replace('\n', " ");
    team.write(file, &ugly);
    team.try_program("first", "Anna Berg", &["check", "--fix"]);
    assert_eq!(fs::read_to_string(team.path(file)).unwrap(), ugly);
    team.try_program("first", "Ben", &["check", "--fix"]);
    assert_ne!(fs::read_to_string(team.path(file)).unwrap(), ugly);
}

#[test]
fn commits_in_folders_of_others_and_people_who_are_mixed_up_are_told() {
    let team = team();
    team.mark("first", "Ben", 3, "d");
    commit(&team, "ben@example.org");
    let check = |args: &[&str]| {
        let out = team.try_program("first", "Chef", &[&["check"], args].concat());
        (out.status.code(), String::from_utf8(out.stdout).unwrap())
    };
    assert_eq!(check(&["--authors", "HEAD~1..HEAD"]).0, Some(0));
    team.mark("first", "Ben", 4, "d");
    team.mark("first", "Zoé", 4, "d");
    commit(&team, "anna@example.org");
    let (code, said) = check(&["--authors", "HEAD~1..HEAD"]);
    assert!(
        code == Some(1) && said.contains("[foreign-write]") && said.contains("[unknown-person]"),
        "{said}"
    );
    // One name in two folders, and one person under two names.
    let book = fs::read_to_string(team.path("first/annotations/ben/a.txt.json")).unwrap();
    team.write("first/annotations/ben-2/a.txt.json", &book);
    team.mark("first", "Berg Anna", 5, "d");
    team.mark("first", "Anna Berg", 5, "d");
    let (_, said) = check(&[]);
    assert!(said.contains("`Ben` is also the name of `ben`"), "{said}");
    assert!(said.contains("`Berg Anna` is also the name of `anna-berg`"), "{said}");
}

#[test]
fn who_is_called_otherwise_than_their_folder_is_told() {
    let team = team();
    team.mark("first", "Anna Berg", 3, "d");
    team.write("first/claimdesk.toml", &TOML.replace("people.anna-berg", "people.anna"));
    let told = "nothing reaches `anna`: the folder with this name is `anna-berg`";
    let err = |args: &[&str]| {
        let out = team.try_program("first", "Chef", args);
        (out.status.code(), String::from_utf8(out.stderr).unwrap())
    };
    let check = team.try_program("first", "Chef", &["check"]);
    let said = String::from_utf8(check.stdout).unwrap();
    assert!(said.contains(told), "{said}");
    // Work that reaches nobody is not given out by mistake.
    let before = fs::read_to_string(team.path("first/claimdesk.toml")).unwrap();
    let (code, said) = err(&["assign", "**", "anna"]);
    let refused = "nothing would reach `anna`: the folder is `anna-berg`";
    assert!(code == Some(3) && said.contains(refused) && said.contains("--force"), "{said}");
    assert_eq!(fs::read_to_string(team.path("first/claimdesk.toml")).unwrap(), before);
    let (code, said) = err(&["assign", "**", "anna", "--force"]);
    assert!(code == Some(0) && said.contains(told), "{said}");
    let reply = |text: &str, to: &[&str]| {
        err(&[&["reply", "a.txt", "--quote", &quote(3), "--text", text], to].concat())
    };
    let (code, said) = reply("@anna, source ?", &[]);
    assert!(code == Some(0) && said.contains(told), "{said}");
    // Whoever has no folder yet may begin any time.
    assert_eq!(reply("@ben, source ?", &[]), (Some(0), String::new()));
    let (code, said) = reply("@bob ?", &[]);
    let there = "`@bob` is nobody here; there are: anna, anna-berg, ben, chef";
    assert!(code == Some(0) && said.contains(there), "{said}");
    let (code, said) = reply("x", &["--to", "bob"]);
    assert!(code == Some(3) && said.contains("there are: anna, anna-berg, ben, chef"), "{said}");
    let (code, said) = err(&["assign", "**", "anna-berg"]);
    assert!(code == Some(3) && said.contains("there are: anna, ben, chef"), "{said}");
}

#[test]
fn a_short_name_without_a_folder_is_told_where_one_folder_has_a_longer_one() {
    let team = team();
    team.mark("first", "Anna Berg", 3, "d");
    let short = TOML.replace("people.anna-berg]\nname = \"Anna Berg\"\n", "people.anna]\n");
    assert_ne!(short, TOML);
    team.write("first/claimdesk.toml", &short);
    let told = "nothing reaches `anna`: the folder with this name is `anna-berg`";
    let said = || {
        let out = team.try_program("first", "Chef", &["check"]);
        String::from_utf8(out.stdout).unwrap()
    };
    assert!(said().contains(told), "{}", said());
    let out = team.try_program("first", "Chef", &["assign", "**", "anna"]);
    assert_eq!(out.status.code(), Some(3));
    // Of two nobody knows which one is meant.
    team.mark("first", "Anna Roux", 3, "d");
    assert!(!said().contains("nothing reaches `anna`"), "{}", said());
}

#[test]
fn a_folder_that_is_no_slug_is_read_and_written_as_it_stands() {
    let team = team();
    team.mark("first", "Ben", 3, "d");
    fs::rename(team.path("first/annotations/ben"), team.path("first/annotations/Ben")).unwrap();
    let out = team.try_program("first", "Ben", &["check"]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
    team.mark("first", "Ben", 4, "c");
    assert!(!team.path("first/annotations/ben").exists());
    assert_eq!(team.verdicts("first").len(), 2);
}

#[test]
fn gamma_is_left_to_others_who_get_its_table() {
    let team = team();
    team.mark("first", "Anna Berg", 0, "d");
    team.mark("first", "Ben", 0, "c");
    let said = team.program("first", "Chef", &["agreement", "--format", "gamma-csv"]);
    expect![[r#"
        anna-berg,disputed,0,34
        ben,corroborated,0,34
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_clone_holds_the_topics_that_one_works_on() {
    let team = Team::new();
    for topic in ["2026-10", "2026-11"] {
        team.write(&format!("first/seeds/{topic}/b.txt"), "Il pleut.");
    }
    team.program(
        "first",
        "Ben",
        &["mark", "2026-11/b.txt", "--quote", "Il pleut", "--verdict", "d"],
    );
    team.git("first", &["add", "-A"]);
    team.git("first", &["commit", "-qm", "topics"]);
    team.git("first", &["push", "-q"]);
    let url = format!("file://{}", team.path("hub.git").display());
    team.git("hub.git", &["config", "uploadpack.allowFilter", "true"]);
    team.program(".", "Anna Berg", &["init", "--clone", &url, "--topics", "2026-11", "mine"]);
    let list = team.program("mine", "Anna Berg", &["list"]);
    assert!(list.contains("2026-11/b.txt") && !list.contains("2026-10"), "{list}");
    assert_eq!(team.verdicts("mine"), ["ben \"Il pleut\" \"disputed\""]);
    let mark = ["mark", "2026-11/b.txt", "--quote", "Il pleut", "--verdict", "c"];
    team.program("mine", "Anna Berg", &mark);
    team.program("mine", "Anna Berg", &["sync"]);
    assert!(
        team.git("hub.git", &["ls-tree", "-r", "--name-only", "main"])
            .contains("annotations/anna-berg/2026-11/b.txt.json")
    );
    let refused =
        team.try_program(".", "Anna Berg", &["init", "--clone", &url, "--topics", "2027", "other"]);
    assert_eq!(refused.status.code(), Some(3));
}

#[test]
fn a_table_of_verdicts_tells_verdict_and_state_apart() {
    let team = team();
    for who in ["Anna Berg", "Ben"] {
        team.mark("first", who, 3, "d");
    }
    team.mark("first", "Anna Berg", 5, "d");
    team.mark("first", "Ben", 5, "c");
    let chef = ["mark", "a.txt", "--quote", &quote(3), "--final", "misleading", "--why", "Non."];
    team.program("first", "Chef", &chef);
    team.mark("first", "Ben", 3, "c");
    let table = team.program("first", "x", &["verdicts", "--format", "markdown"]);
    let expected = [
        "| article | claim | verdict | state | by | people |",
        &format!(
            "| a.txt | {} | misleading | overtaken | Chef | Anna Berg disputed, Ben corroborated |",
            quote(3)
        ),
        &format!(
            "| a.txt | {} | none | disputed |  | Anna Berg disputed, Ben corroborated |",
            quote(5)
        ),
    ];
    for row in expected {
        assert!(table.contains(row), "{row}\nin {table}");
    }
}

#[test]
fn a_verdict_without_its_option_is_told_where_it_goes() {
    let team = team();
    let out = team.try_program("first", "Ben", &["mark", "a.txt", "--claim", "2", "corroborated"]);
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(said.contains("--verdict corroborated"), "{said}");
}
