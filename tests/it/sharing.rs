//! Sharing from the reader: what is asked first, what goes out and comes in, what others did.

use std::path::Path;
use std::process::Command;

use claimdesk::i18n::Lang;
use claimdesk::state::{Done, Msg};
use expect_test::expect;

use crate::harness::{Reader, Setting, desk};

const TEXT: &str = "Hier, ⟦300 soldats sont morts⟧. ⟦La ville est prise⟧.";

#[track_caller]
fn git(dir: &Path, args: &[&str]) -> String {
    let out = Command::new("git")
        .args(args)
        .current_dir(dir)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_DATE", "2026-11-20T08:00:00Z")
        .env("GIT_COMMITTER_DATE", "2026-11-20T08:00:00Z")
        .output()
        .unwrap();
    assert!(out.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap().trim().to_owned()
}

/// A clone of a desk, with the hub and the clone of somebody else beside it.
pub(crate) fn setting() -> Setting {
    let setting = desk(&[("a.txt", TEXT)]).size(110, 20).with_git();
    let root = setting.root();
    let beside = root.parent().unwrap().to_owned();
    git(&beside, &["init", "-q", "--bare", "--initial-branch=main", "hub.git"]);
    git(&root, &["init", "-q", "--initial-branch=main"]);
    git(&root, &["add", "-A"]);
    identity(&root, "zoe@example.org");
    git(&root, &["commit", "-qm", "desk"]);
    git(&root, &["remote", "add", "origin", "../hub.git"]);
    git(&root, &["push", "-q", "-u", "origin", "main"]);
    git(&beside, &["clone", "-q", "hub.git", "other"]);
    identity(&beside.join("other"), "ana@example.org");
    setting
}

fn identity(dir: &Path, email: &str) {
    git(dir, &["config", "user.name", "x"]);
    git(dir, &["config", "user.email", email]);
}

/// Ana gives verdicts in the other clone, and shares them.
fn ana(root: &Path, verdict: &str) {
    let other = root.parent().unwrap().join("other");
    let book = format!(
        r#"{{ "format": "claimdesk/1", "article": "a.txt", "annotator": "Ana", "annotations": {{
        "k1": {{ "verdict": "{verdict}", "exact": "La ville est prise", "start": 30, "end": 48,
        "created": "2026-11-19T08:00:00Z", "updated": "2026-11-19T08:00:00Z" }} }} }}"#
    );
    std::fs::create_dir_all(other.join("annotations/ana")).unwrap();
    std::fs::write(other.join("annotations/ana/a.txt.json"), book).unwrap();
    git(&other, &["add", "-A"]);
    git(&other, &["commit", "-qm", "work"]);
    git(&other, &["push", "-q"]);
}

fn hub(reader: &Reader) -> String {
    git(&reader.root().parent().unwrap().join("hub.git"), &["ls-tree", "-r", "--name-only", "main"])
}

#[test]
fn the_first_sync_asks_and_the_next_goes_ahead() {
    let mut reader = setting().start();
    reader.keys("<Enter>d");
    assert!(reader.foot().contains("●1"), "{}", reader.foot());
    ana(&reader.root(), "disputed");
    reader.keys("<Ctrl-G>").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La ville…  0 % │ Claim                        2/2
        ▌ Hier, 300 soldats so… 1/2 │▌  Hier,✗300 soldats sont morts.○La ville     │ ○ open
        ▌ a.txt            ━━━━──── │▌  est prise.                                 │ c corroborated  d disputed
                                    │                                              │ u unverified  m misleading
                                    │                                              │ x not a claim
                                    │                                              │
        ╭─ Git: commit, merge, push ─────────────────────────────────────────────────────────────────────────────────╮
        │     Enter agrees and shares                                                                                │
        │     Esc shares nothing                                                                                     │
        │                                                                                                            │
        │ Your files to commit                                                                                     1 │
        │   annotations/zoe-martin/a.txt.json                                                                        │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
         ? help  Esc close  j next  k previous  Enter share                                                        ●1
    "#]]);
    reader.keys("<Esc>");
    assert!(!hub(&reader).contains("zoe-martin"));
    reader.keys("<Ctrl-G><Enter>");
    assert!(
        reader.shows("shared; 1 of your files committed · 1 file came: ana"),
        "{}",
        reader.foot()
    );
    assert!(hub(&reader).contains("annotations/zoe-martin/a.txt.json"));
    reader.noticed("annotations/ana/a.txt.json");
    reader.keys("C").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La ville…  0 % │ Claim                        2/2
        ▌ Hier, 300 soldats so… 1/2 │▌  Hier,✗300 soldats sont morts.○La ville     │ ○ open
        ▌ a.txt            ━━━━──── │▌  est prise.                                 │ c corroborated  d disputed
                                    │                                              │ u unverified  m misleading
                                    │                                              │ x not a claim
                                    │                                              │
                                    │                                              │ La ville est prise
        ╭─ What others did (m: all seen) ────────────────────────────────────────────────────────────────────────────╮
        │ Nobody else has done anything since you last looked.                                                       │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
                                    │                                              │ strong 0.90 · figure
                                    │                                              │ · figure: La ville est prise
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
         ? help  Esc close  j next  k previous
    "#]]);
    // Enter leads to the claim; once all is seen, nothing is left.
    reader.keys("<Enter>");
    assert_eq!(reader.current(), "La ville est prise");
    reader.keys("CmC");
    assert!(reader.shows("Nobody else has done anything"), "{}", reader.screen());
    reader.keys("<Esc>jd<Ctrl-G>");
    assert!(reader.shows("shared; 1 of your files committed"), "{}", reader.screen());
}

#[test]
fn a_broken_notebook_is_not_shared_and_the_foot_says_why() {
    let mut reader = setting().start();
    reader.keys("<Enter>d<Ctrl-G><Enter>");
    let path = reader.root().join("annotations/zoe-martin/a.txt.json");
    let whole = std::fs::read_to_string(&path).unwrap();
    let head = git(&reader.root(), &["rev-parse", "HEAD"]);
    reader.change("annotations/zoe-martin/a.txt.json", &whole.as_bytes()[..whole.len() / 2]);
    reader.keys("<Ctrl-G>");
    assert!(reader.foot().contains("nothing is shared while"), "{}", reader.foot());
    assert_eq!(git(&reader.root(), &["rev-parse", "HEAD"]), head);
}

#[test]
fn what_came_by_a_pull_is_announced() {
    let mut reader = setting().start();
    ana(&reader.root(), "disputed");
    git(&reader.root(), &["pull", "-q"]);
    reader.noticed("annotations/ana/a.txt.json");
    assert!(reader.shows("1 change by others"), "{}", reader.foot());
    ana(&reader.root(), "misleading");
    git(&reader.root(), &["fetch", "-q"]);
    reader.keys("<Enter>x");
    assert!(reader.foot().contains("↓1 ●1"), "{}", reader.foot());
}

#[test]
fn an_edit_by_somebody_else_is_told_with_the_verdicts_it_undid() {
    let mut reader = setting().start();
    ana(&reader.root(), "disputed");
    git(&reader.root(), &["pull", "-q"]);
    // All is seen up to here.
    reader.keys("Cm<Esc>");
    let other = reader.root().parent().unwrap().join("other");
    let edited =
        TEXT.replace(['⟦', '⟧'], "").replace("La ville", "Un village n’est pas pris ; la rive");
    std::fs::write(other.join("seeds/a.txt"), edited).unwrap();
    git(&other, &["commit", "-qam", "edit"]);
    git(&other, &["push", "-q"]);
    git(&reader.root(), &["pull", "-q"]);
    reader.keys("C");
    assert!(
        reader.shows("x edited the article → 1 verdict no longer stands"),
        "{}",
        reader.screen()
    );
}

#[test]
fn a_claim_remembers_what_was_ever_said_of_it() {
    let setting = setting().lang(Lang::Fr);
    ana(&setting.root(), "disputed");
    ana(&setting.root(), "misleading");
    git(&setting.root(), &["pull", "-q"]);
    let mut reader = setting.start();
    reader.keys("<Enter>j<Tab>").check(expect![[r#"
         Articles               1/1 │ Hier, 300 soldats sont morts. La ville…  0 % │▌Affirmation                  2/2
        ▌ Hier, 300 soldats so… 0/2 │▌  Hier,○300 soldats sont morts.○La ville     │ ○ ouverte
        ▌ a.txt            ──────── │▌  est prise.                                 │ c corroboré  d contesté
                                    │                                              │ u non vérifié  m trompeur
                                    │                                              │ x pas une affirmation
                                    │                                              │
                                    │                                              │ La ville est prise
                                    │                                              │
                                    │                                              │ Équipe
                                    │                                              │ ≈ trompeur · Ana
                                    │                                              │
                                    │                                              │ Pourquoi
                                    │                                              │ forte 0,90 · chiffre
                                    │                                              │ · chiffre : La ville est prise
                                    │                                              │
                                    │                                              │ Historique
                                    │                                              │ 2026-11-20 08:00 · Ana
                                    │                                              │   ✗ contesté → ≈ trompeur
                                    │                                              │ 2026-11-20 08:00 · Ana          ↓
         cdumx verdict  ? aide  q quitter  j suivante  k précédente  Entrée ouvrir  n note  e preuve  v sélectionner
    "#]]);
}

#[test]
fn a_clone_that_has_synced_once_shares_by_itself() {
    let mut reader = setting().start();
    let due = || Msg::Done(Done::SyncIsDue);
    reader.keys("<Enter>d").send(due());
    assert!(reader.foot().starts_with("Ctrl-G once: then"), "{}", reader.foot());
    assert!(!hub(&reader).contains("zoe-martin"));
    // Told once.
    reader.keys("<Esc>").send(due());
    assert!(!reader.foot().starts_with("Ctrl-G once"), "{}", reader.foot());
    reader.keys("<Ctrl-G><Enter><Esc>jd");
    git(&reader.root().parent().unwrap().join("other"), &["pull", "-q"]);
    ana(&reader.root(), "disputed");
    reader.send(due());
    // What came is told, what went out is seen in the foot.
    assert!(reader.foot().starts_with("1 change by others"), "{}", reader.foot());
    assert!(!reader.foot().contains('●') && !reader.foot().contains('↑'), "{}", reader.foot());
    reader.keys("<Esc>").send(due());
    assert!(!reader.shows("shared"), "{}", reader.foot());
    let hub = reader.root().parent().unwrap().join("hub.git");
    std::fs::rename(&hub, hub.with_extension("away")).unwrap();
    reader.send(due());
    assert!(reader.foot().starts_with("cannot fetch"), "{}", reader.foot());
    reader.keys("<Esc>").send(due());
    assert!(!reader.foot().starts_with("cannot fetch"), "{}", reader.foot());
}

#[test]
fn where_nothing_can_be_shared_it_says_so() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(110, 20).start();
    reader.keys("<Ctrl-G>");
    assert!(reader.shows("is not inside a git repository"), "{}", reader.foot());
    reader.keys("C");
    assert!(reader.shows("is not inside a git repository"), "{}", reader.foot());
}

#[test]
fn the_overview_turns_to_the_team() {
    let setting = setting();
    ana(&setting.root(), "disputed");
    git(&setting.root(), &["pull", "-q"]);
    let mut reader = setting.start();
    // One has not decided anything: the team comes first.
    reader.keys("P").check(expect![[r#"
         Articles               1/1 │▌Hier, 300 soldats sont morts. La ville…  0 % │ Claim                        1/2
        ▌ Hier, 300 soldats so… 0/2 │▌  Hier,○300 soldats sont morts.○La ville     │ ○ open
        ▌ a.txt            ──────── │   est prise.                                 │ c corroborated  d disputed
                                    │                                              │ u unverified  m misleading
        ╭─ Overview: the team ───────────────────────────────────────────────────────────────────────────────────────╮
        │   ana                                                                          ✓ done  ◐ begun  ○ assigned │
        │   ◐    Hier, 300 soldats sont morts. La ville …  in work                                                   │
        │ ── Hier, 300 soldats sont morts. La ville est prise. ───────────────────────────────────────────────────── │
        │ Hier, 300 soldats sont morts. La ville est prise.                                                          │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        │                                                                                                            │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
         ? help  Esc close  j next  k previous  Enter open  Tab view
    "#]]);
    reader.keys("<Tab>");
    assert!(reader.shows("Overview"), "{}", reader.screen());
    reader.keys("<Tab>");
    assert!(reader.shows("Overview: the team"));
}

#[test]
fn at_the_end_it_says_what_is_left_to_share() {
    let mut reader = setting().size(120, 20).start();
    let foot = reader.keys("dd").foot();
    let all = "all 2 claims of the desk are decided · 1 file to commit";
    assert!(foot.contains(all) && foot.contains("Ctrl-G share"), "{foot}");
    reader.keys("<Ctrl-G><Enter>");
    let foot = reader.keys("kd").foot();
    assert!(foot.contains("already ✗ disputed") && !foot.contains("to commit"), "{foot}");
}

#[test]
fn what_fails_is_said_in_the_language_of_the_screen() {
    let setting = setting().lang(Lang::Fr);
    git(&setting.root(), &["checkout", "-q", "--detach"]);
    let mut reader = setting.size(160, 20).start();
    reader.keys("<Enter>d<Ctrl-G><Enter>");
    let foot = reader.foot();
    assert!(foot.contains("aucune branche n’est active") && foot.contains("git switch"), "{foot}");
}
