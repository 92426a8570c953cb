//! All keys of a place, from the table of commands.

use claimdesk::command::Command::{Help, Quit};
use claimdesk::command::{Action, Code, Key};
use claimdesk::command::{Context, Origin};
use claimdesk::i18n::Lang;
use claimdesk::state::Pane;
use expect_test::expect;
use ratatui::style::Modifier;

use crate::harness::{Reader, desk, drive};

fn reader(width: u16, height: u16, lang: Lang) -> Reader {
    desk(&[("a.txt", "⟦Un⟧.")]).size(width, height).lang(lang).start()
}

#[test]
fn at_three_sizes_in_english() {
    let mut film = String::new();
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        film += &reader(width, height, Lang::En).keys("?").screen();
    }
    expect![[r#"
         Articles     ╭─ Keys ───────────────────────────────────────────────────────────────────────────────────╮          1/1
        ▌ Un.         │ Signs · colours: G                                                                       │
        ▌ a.txt       │  ○  open claim                               ·  claim of little weight                   │puted
                      │  ◆  marked by you                            ⚠  to look at again                         │ading
                      │  ⇄  in dispute                               ≠  differ from other articles               │
                      │  ★  final verdict                            ▽  filter on                                │
                      │  ↑  commits to push                          ↓  commits to take over                     │
                      │  ●  files to commit                                                                      │
                      │                                                                                          │
                      │ Text                                                                                     │
                      │  j                      Next claim, or next line of a list                               │
                      │  k                      Previous claim, or previous line of a list                       │
                      │  h ←                    Leave the pane for the list of articles                          │
                      │                                                                                          │
                      │ Decide                                                                                   │
                      │  c                      Verdict ✓ corroborated, then on to the next open claim           │
                      │  d                      Verdict ✗ disputed, then on to the next open claim               │
                      │  u                      Verdict ? unverified, then on to the next open claim             │
                      │  m                      Verdict ≈ misleading, then on to the next open claim             │
                      │  x                      Verdict – not a claim, then on to the next open claim            │
                      │  n                      Write a note on the claim                                        │
                      │  e                      Add evidence: a link or a quote                                  │
                      │  t                      Give the claim tags                                              │
                      │  N                      Write a note on the claim decided last                           │
                      │  E                      Add evidence to the claim decided last                           │
                      │  Ctrl-K                 After a verdict, move on or stay                                 │
                      │  Delete Backspace       Take the verdict back; the claim is open again                   │
                      │  y                      Confirm a stale verdict for the new words                        │
                      │  v                      Select words for a claim of your own                             │
                      │  r                      The last verdict also where the same is said, one by one         │
                      │  *                      A verdict for all marked or filtered claims, or same words       │
                      │  U Ctrl-Z               Undo the last change                                             │
                      │  Ctrl-R                 Redo what was undone                                             │
                      │                                                                                          │
                      │ Move                                                                                     │
                      │  o                      Next open claim, in this article or a later one                  │
                      │  O                      Previous open claim of this article                              │
                      │  w                      Go through the claims that overlap here                          │
                      ╰─────────────────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Enter close  Esc close  / search
        ╭─ Keys ───────────────────────────────────────────────────────────────────────╮
        │ Signs · colours: G                                                           │
        │  ○  open claim                         ·  claim of little weight             │
        │  ◆  marked by you                      ⚠  to look at again                   │
        │  ⇄  in dispute                         ≠  differ from other articles         │
        │  ★  final verdict                      ▽  filter on                          │
        │  ↑  commits to push                    ↓  commits to take over               │
        │  ●  files to commit                                                          │
        │                                                                              │
        │ Text                                                                         │
        │  j                   Next claim, or next line of a list                      │
        │  k                   Previous claim, or previous line of a list              │
        │  h ←                 Leave the pane for the list of articles                 │
        │                                                                              │
        │ Decide                                                                       │
        │  c                   Verdict ✓ corroborated, then on to the next open claim  │
        │  d                   Verdict ✗ disputed, then on to the next open claim      │
        │  u                   Verdict ? unverified, then on to the next open claim    │
        │  m                   Verdict ≈ misleading, then on to the next open claim    │
        │  x                   Verdict – not a claim, then on to the next open claim   │
        │  n                   Write a note on the claim                               │
        │  e                   Add evidence: a link or a quote                         │
        ╰─────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Enter close  Esc close  / search
        ╭─ Keys ───────────────────────────────╮
        │ Signs · colours: G                   │
        │  ○  open claim                       │
        │  ·  claim of little weight           │
        │  ◆  marked by you                    │
        │  ⚠  to look at again                 │
        │  ⇄  in dispute                       │
        │  ≠  differ from other articles       │
        │  ★  final verdict                    │
        │  ▽  filter on                        │
        ╰─────────────────────────────── ↓ … ──╯
         Enter close  Esc close  / search
    "#]].assert_eq(&film);
}

#[test]
fn at_three_sizes_in_french() {
    let mut film = String::new();
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        film += &reader(width, height, Lang::Fr).keys("?").screen();
    }
    expect![[r#"
         Articles     ╭─ Touches ────────────────────────────────────────────────────────────────────────────────╮          1/1
        ▌ Un.         │ Signes · couleurs : G                                                                    │
        ▌ a.txt       │  ○  affirmation ouverte                      ·  affirmation de peu de poids              │té
                      │  ◆  marquée par vous                         ⚠  à revoir                                 │peur
                      │  ⇄  en désaccord                             ≠  diffèrent d’autres articles              │
                      │  ★  verdict final                            ▽  filtre actif                             │
                      │  ↑  commits à pousser                        ↓  commits à reprendre                      │
                      │  ●  fichiers à valider                                                                   │
                      │                                                                                          │
                      │ Texte                                                                                    │
                      │  j                      Affirmation suivante, ou ligne suivante d’une liste              │
                      │  k                      Affirmation précédente, ou ligne précédente d’une liste          │
                      │  h ←                    Quitter le volet pour la liste des articles                      │
                      │                                                                                          │
                      │ Décider                                                                                  │
                      │  c                      Verdict ✓ corroboré, puis affirmation ouverte suivante           │
                      │  d                      Verdict ✗ contesté, puis affirmation ouverte suivante            │
                      │  u                      Verdict ? non vérifié, puis affirmation ouverte suivante         │
                      │  m                      Verdict ≈ trompeur, puis affirmation ouverte suivante            │
                      │  x                      Verdict – pas une affirmation, puis affirmation ouverte          │
                      │                         suivante                                                         │
                      │  n                      Écrire une note sur l’affirmation                                │
                      │  e                      Ajouter une preuve : lien ou citation                            │
                      │  t                      Étiqueter l’affirmation                                          │
                      │  N                      Écrire une note sur la dernière affirmation traitée              │
                      │  E                      Ajouter une preuve à la dernière affirmation traitée             │
                      │  Ctrl-K                 Après un verdict, avancer ou rester                              │
                      │  Suppr Retour arrière   Retirer le verdict ; l’affirmation redevient ouverte             │
                      │  y                      Confirmer un verdict périmé pour les nouveaux mots               │
                      │  v                      Sélectionner les mots de votre affirmation                       │
                      │  r                      Le dernier verdict aussi là où la même chose est dite            │
                      │  *                      Un verdict pour toutes : marquées, filtrées, mêmes mots          │
                      │  U Ctrl-Z               Annuler la dernière modification                                 │
                      │  Ctrl-R                 Rétablir ce qui a été annulé                                     │
                      │                                                                                          │
                      │ Se déplacer                                                                              │
                      │  o                      Affirmation ouverte suivante, ici ou dans un article suivant     │
                      │  O                      Affirmation ouverte précédente de cet article                    │
                      ╰─────────────────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Entrée fermer  Échap fermer  / chercher
        ╭─ Touches ────────────────────────────────────────────────────────────────────╮
        │ Signes · couleurs : G                                                        │
        │  ○  affirmation ouverte                ·  affirmation de peu de poids        │
        │  ◆  marquée par vous                   ⚠  à revoir                           │
        │  ⇄  en désaccord                       ≠  diffèrent d’autres articles        │
        │  ★  verdict final                      ▽  filtre actif                       │
        │  ↑  commits à pousser                  ↓  commits à reprendre                │
        │  ●  fichiers à valider                                                       │
        │                                                                              │
        │ Texte                                                                        │
        │  j                   Affirmation suivante, ou ligne suivante d’une liste     │
        │  k                   Affirmation précédente, ou ligne précédente d’une       │
        │                      liste                                                   │
        │  h ←                 Quitter le volet pour la liste des articles             │
        │                                                                              │
        │ Décider                                                                      │
        │  c                   Verdict ✓ corroboré, puis affirmation ouverte suivante  │
        │  d                   Verdict ✗ contesté, puis affirmation ouverte suivante   │
        │  u                   Verdict ? non vérifié, puis affirmation ouverte         │
        │                      suivante                                                │
        │  m                   Verdict ≈ trompeur, puis affirmation ouverte suivante   │
        │  x                   Verdict – pas une affirmation, puis affirmation         │
        ╰─────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Entrée fermer  Échap fermer  / chercher
        ╭─ Touches ────────────────────────────╮
        │ Signes · couleurs : G                │
        │  ○  affirmation ouverte              │
        │  ·  affirmation de peu de poids      │
        │  ◆  marquée par vous                 │
        │  ⚠  à revoir                         │
        │  ⇄  en désaccord                     │
        │  ≠  diffèrent d’autres articles      │
        │  ★  verdict final                    │
        │  ▽  filtre actif                     │
        ╰─────────────────────────────── ↓ … ──╯
         Entrée fermer  Échap fermer  / chercher
    "#]].assert_eq(&film);
}

#[test]
fn it_scrolls_to_its_last_row_and_closes() {
    let mut reader = reader(60, 10, Lang::En);
    let before = reader.screen();
    reader.keys("?G");
    let end = reader.screen();
    assert_eq!(reader.keys("jj  <PgDn>").screen(), end);
    assert_ne!(reader.keys("k").screen(), end);
    for close in ["<Esc>", "q", "?", "<Ctrl-C>", "<Enter>"] {
        reader.keys("<Esc>?").keys(close);
        assert_eq!(reader.screen(), before, "{close} closes it");
        reader.keys("?");
    }
}

#[test]
fn a_search_narrows_it_over_all_places_with_those_here_first() {
    let mut reader = reader(80, 14, Lang::En);
    reader.keys("?/phrase");
    assert!(reader.shows("No key with these words"));
    reader.keys("<Ctrl-U>next claim").check(expect![[r#"
        ╭─ Keys ───────────────────────────────────────────────────────────────────────╮
        │ / next claim                                                                 │
        │ Text                                                                         │
        │  j                   Next claim, or next line of a list                      │
        │                                                                              │
        │ Everywhere on the desk                                                       │
        │  c                   Verdict ✓ corroborated, then on to the next open claim  │
        │  d                   Verdict ✗ disputed, then on to the next open claim      │
        │  u                   Verdict ? unverified, then on to the next open claim    │
        │  m                   Verdict ≈ misleading, then on to the next open claim    │
        │  x                   Verdict – not a claim, then on to the next open claim   │
        │  o                   Next open claim, in this article or a later one         │
        ╰─────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Enter keep  Esc close  ↓ next  ↑ previous
    "#]]);
    let marked = reader.styled(|style| style.add_modifier.contains(Modifier::REVERSED));
    assert_eq!(marked[..4], ["Next", "claim", "next", "next"]);
    // What a command is called in the settings is found too, and keys by their names.
    assert!(reader.keys("<Ctrl-U>half-down").shows("Half a page down"));
    assert!(reader.keys("<Ctrl-U>ctrl-z").shows("Undo the last change"));
    reader.keys("<Enter>j").check(expect![[r#"
        ╭─ Keys ───────────────────────────────────────────────────────────────────────╮
        │ / ctrl-z  in all places; Esc: all keys again                                 │
        │ Everywhere on the desk                                                       │
        │  U Ctrl-Z            Undo the last change                                    │
        │                                                                              │
        │ Writing a note                                                               │
        │  Ctrl-Z              Undo the last change                                    │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ╰──────────────────────────────────────────────────────────────────────────────╯
         Enter close  Esc close  / search
    "#]]);
    assert!(reader.keys("<Esc>").shows("Signs"));
    assert!(!reader.keys("<Esc>").shows("Signs"));
}

#[test]
fn asked_from_a_list_it_comes_back_to_the_list() {
    let mut reader = reader(80, 24, Lang::En);
    let list = reader.keys("P").screen();
    assert!(reader.keys("?").shows("Lists"));
    assert_eq!(reader.keys("/ab<Esc><Esc>").screen(), list);
}

#[test]
fn every_place_lists_its_own_keys_first() {
    let mut reader = reader(100, 60, Lang::En);
    for (keys, title) in [("", "Text"), ("<Tab>", "Claim"), ("<Esc>", "List of articles")] {
        let screen = reader.keys(keys).keys("?").screen();
        let titles: Vec<_> = Context::ALL
            .iter()
            .map(|place| place.title().en)
            .filter(|title| screen.contains(&format!("│ {title} ")))
            .collect();
        assert_eq!(titles, [title]);
        let own = screen.find(&format!("│ {title} ")).unwrap();
        assert!(own < screen.find("│ Decide ").unwrap(), "{screen}");
        reader.keys("<Esc>");
    }
}

#[test]
fn it_shows_which_file_set_a_key() {
    let setting = desk(&[("a.txt", "⟦Un⟧.")]).size(100, 120).settings(|settings| {
        let origin = Origin::File("claimdesk.toml".to_owned());
        let key = Key::plain(Code::Char('z'));
        settings.keymap.bind(Context::Desk, key, Some(Action::Do(Quit)), origin.clone());
        settings.keymap.bind(Context::Desk, "q".parse().unwrap(), None, origin.clone());
        settings.keymap.bind(Context::Desk, "h".parse().unwrap(), Some(Action::Do(Help)), origin);
    });
    let mut reader = setting.start();
    let screen = reader.keys("?").screen();
    let row = |doc: &str| screen.lines().find(|line| line.contains(doc)).unwrap();
    assert!(row("Quit; everything is saved").contains("z set in claimdesk.toml"));
    assert!(!row("Quit; everything is saved").contains(" q "));
    assert!(!row("Undo the last change").contains("claimdesk.toml"));
    assert!(reader.keys("<Esc>z").has_quit());
}

#[test]
fn a_keyboard_that_is_not_latin_is_told_why_nothing_happens() {
    for letter in ["в", "ο", "д", "ש", "ㅇ"] {
        let mut reader = drive("Hier, ⟦300 soldats sont morts⟧.", letter);
        assert!(reader.foot().contains("to Latin letters"), "{letter}: {}", reader.foot());
        assert!(!reader.keys("n").typed(letter).shows("to Latin letters"), "it is text");
    }
    let reader = drive("Hier, ⟦300 soldats sont morts⟧.", "ợ");
    assert!(!reader.shows("to Latin letters"), "a Latin letter is only unbound");
}

#[test]
fn the_signs_come_first_and_the_keys_are_grouped_by_what_they_are_for() {
    for (lang, heads) in [
        (
            Lang::En,
            ["Signs", "Text", "Decide", "Move", "Compare", "Team", "View", "Files and program"],
        ),
        (
            Lang::Fr,
            [
                "Signes",
                "Texte",
                "Décider",
                "Se déplacer",
                "Comparer",
                "Équipe",
                "Affichage",
                "Fichiers et programme",
            ],
        ),
    ] {
        let mut reader = reader(120, 110, lang);
        reader.keys("?");
        let rows: Vec<_> =
            heads.map(|head| reader.find(&format!("│ {head} ")).map(|(_, y)| y)).into();
        assert!(
            rows.iter().all(Option::is_some) && rows.is_sorted(),
            "{rows:?}\n{}",
            reader.screen()
        );
    }
}

/// What a newcomer sees in the text is told on the screen, as it looks there.
#[test]
fn the_looks_of_words_are_told_and_shown() {
    let mut reader = reader(120, 150, Lang::En);
    let ground = |reader: &Reader, words: &str| {
        let screen = reader.screen();
        assert!(screen.contains(words), "{words}:\n{screen}");
    };
    reader.keys("?");
    for words in [
        "Colours and looks",
        "open claim, pointed out first",
        "figure, date or name in it",
        "▌words",
        "words decided as disputed",
        "12 ↔ 15",
        "12 = 12",
        "12 ~ 15",
        "2/5",
        "0.92",
    ] {
        ground(&reader, words);
    }
    let italic = reader.styled(|style| style.add_modifier.contains(Modifier::ITALIC));
    assert!(italic.contains(&"she says".to_owned()), "{italic:?}");
    let struck = reader.styled(|style| style.add_modifier.contains(Modifier::CROSSED_OUT));
    assert_eq!(struck, ["words"]);
    for words in ["colour", "yellow", "italic", "orange", "underlined"] {
        reader.keys("/").typed(words).keys("<Enter>");
        assert!(reader.shows("Colours and looks"), "{words}:\n{}", reader.screen());
        assert!(!reader.shows("No key with these words"), "{words}");
    }
}

#[test]
fn another_search_begins_anew() {
    let mut reader = reader(80, 24, Lang::En);
    reader.keys("?/zzz<Enter>/next claim<Enter>");
    assert!(reader.shows("/ next claim") && !reader.shows("zzz"), "{}", reader.screen());
}

/// A key that a nearer place has is told once, with what it does there.
#[test]
fn no_key_is_told_with_two_meanings_on_one_page() {
    for (keys, place) in [("<Esc>", "list"), ("", "text"), ("<Tab>", "claim")] {
        let mut reader = reader(120, 130, Lang::En);
        let screen = reader.keys(keys).keys("?").screen();
        let mut keys: Vec<&str> = Vec::new();
        let keys_only = screen.split("│ Colours and looks").next().unwrap_or_default();
        let rows = keys_only.lines().filter_map(|line| line.split_once("│  ")).map(|(_, row)| row);
        for row in rows.skip_while(|row| !row.contains("Next claim")) {
            keys.extend(row.get(..23).unwrap_or_default().split_whitespace());
        }
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count, "{place}:\n{screen}");
    }
    let mut reader = reader(120, 130, Lang::En);
    let screen = reader.keys("<Esc>?").screen();
    assert!(screen.contains("Write a note on the whole article"), "{screen}");
    assert!(!screen.contains("Write a note on the claim  "), "{screen}");
}

#[test]
fn the_keys_that_leave_the_text_leave_the_claim() {
    for key in ["h", "<Left>", "<Esc>"] {
        let mut reader = reader(80, 24, Lang::En);
        reader.keys("<Tab>").keys(key);
        assert_eq!(reader.model().focus, Pane::Articles, "{key}");
    }
}
