//! All keys of a place, from the table of commands.

use claimdesk::command::Command::{Help, Quit};
use claimdesk::command::{Action, Code, Key};
use claimdesk::command::{Context, Origin};
use claimdesk::i18n::Lang;
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
        ▌ Un.         │ Text                                                                                     │
        ▌ a.txt       │  j                      Next claim, or next line of a list                               │puted
                      │  k                      Previous claim, or previous line of a list                       │ading
                      │  h Left                 Leave the pane for the list of articles                          │
                      │                                                                                          │
                      │ Everywhere on the desk                                                                   │
                      │  c                      Verdict “corroborated”, then on to the next open claim           │
                      │  d                      Verdict “disputed”, then on to the next open claim               │
                      │  u                      Verdict “unverified”, then on to the next open claim             │
                      │  m                      Verdict “misleading”, then on to the next open claim             │
                      │  x                      Verdict “not a claim”, then on to the next open claim            │
                      │  & 1                    Open the related claim of this number (1 to 9)                   │
                      │  o                      Next open claim, in this article or a later one                  │
                      │  O                      Previous open claim of this article                              │
                      │  n                      Write a note on the claim                                        │
                      │  e                      Add evidence: a link or a quote                                  │
                      │  t                      Give the claim tags                                              │
                      │  N                      Write a note on the claim decided last                           │
                      │  E                      Add evidence to the claim decided last                           │
                      │  Ctrl-K                 After a verdict, move on or stay                                 │
                      │  Delete Backspace       Take the verdict back; the claim is open again                   │
                      │  y                      Confirm a stale verdict for the new words                        │
                      │  v                      Select words for a claim of your own                             │
                      │  w                      Go through the claims that overlap here                          │
                      │  a                      Take the related claim as evidence                               │
                      │  r                      The last verdict also where the same is said, one by one         │
                      │  b Alt-Left             Come back to where you were                                      │
                      │  U Ctrl-Z               Undo the last change                                             │
                      │  Ctrl-R                 Redo what was undone                                             │
                      │  J Ctrl-N               Next article                                                     │
                      │  K                      Previous article                                                 │
                      │  Tab                    Next pane, or next view of a list                                │
                      │  Shift-Tab              Previous pane, or view of a list                                 │
                      │  Esc                    Leave the pane for the list of articles                          │
                      │  Down                   One line down                                                    │
                      │  Up                     One line up                                                      │
                      │  PgDn Space Ctrl-F      One page down                                                    │
                      ╰─────────────────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Enter close  Esc close  / search
        ╭─ Keys ───────────────────────────────────────────────────────────────────────╮
        │ Text                                                                         │
        │  j                   Next claim, or next line of a list                      │
        │  k                   Previous claim, or previous line of a list              │
        │  h Left              Leave the pane for the list of articles                 │
        │                                                                              │
        │ Everywhere on the desk                                                       │
        │  c                   Verdict “corroborated”, then on to the next open claim  │
        │  d                   Verdict “disputed”, then on to the next open claim      │
        │  u                   Verdict “unverified”, then on to the next open claim    │
        │  m                   Verdict “misleading”, then on to the next open claim    │
        │  x                   Verdict “not a claim”, then on to the next open claim   │
        │  & 1                 Open the related claim of this number (1 to 9)          │
        │  o                   Next open claim, in this article or a later one         │
        │  O                   Previous open claim of this article                     │
        │  n                   Write a note on the claim                               │
        │  e                   Add evidence: a link or a quote                         │
        │  t                   Give the claim tags                                     │
        │  N                   Write a note on the claim decided last                  │
        │  E                   Add evidence to the claim decided last                  │
        │  Ctrl-K              After a verdict, move on or stay                        │
        │  Delete Backspace    Take the verdict back; the claim is open again          │
        ╰─────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Enter close  Esc close  / search
        ╭─ Keys ───────────────────────────────╮
        │ Text                                 │
        │  j         Next claim, or next line  │
        │            of a list                 │
        │  k         Previous claim, or        │
        │            previous line of a list   │
        │  h Left    Leave the pane for the    │
        │            list of articles          │
        │                                      │
        │ Everywhere on the desk               │
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
        ▌ Un.         │ Texte                                                                                    │
        ▌ a.txt       │  j                      Affirmation suivante, ou ligne suivante d’une liste              │té
                      │  k                      Affirmation précédente, ou ligne précédente d’une liste          │peur
                      │  h Left                 Quitter le volet pour la liste des articles                      │
                      │                                                                                          │
                      │ Partout sur le bureau                                                                    │
                      │  c                      Verdict « corroboré », puis affirmation ouverte suivante         │
                      │  d                      Verdict « contesté », puis affirmation ouverte suivante          │
                      │  u                      Verdict « non vérifié », puis affirmation ouverte suivante       │
                      │  m                      Verdict « trompeur », puis affirmation ouverte suivante          │
                      │  x                      Verdict « pas une affirmation », puis affirmation ouverte        │
                      │                         suivante                                                         │
                      │  & 1                    Ouvrir l’affirmation liée de ce numéro (1 à 9)                   │
                      │  o                      Affirmation ouverte suivante, ici ou dans un article suivant     │
                      │  O                      Affirmation ouverte précédente de cet article                    │
                      │  n                      Écrire une note sur l’affirmation                                │
                      │  e                      Ajouter une preuve : lien ou citation                            │
                      │  t                      Étiqueter l’affirmation                                          │
                      │  N                      Écrire une note sur la dernière affirmation traitée              │
                      │  E                      Ajouter une preuve à la dernière affirmation traitée             │
                      │  Ctrl-K                 Après un verdict, avancer ou rester                              │
                      │  Delete Backspace       Retirer le verdict ; l’affirmation redevient ouverte             │
                      │  y                      Confirmer un verdict périmé pour les nouveaux mots               │
                      │  v                      Choisir les mots d’une affirmation à soi                         │
                      │  w                      Parcourir les affirmations qui se chevauchent ici                │
                      │  a                      Prendre l’affirmation liée comme preuve                          │
                      │  r                      Le dernier verdict aussi là où la même chose est dite            │
                      │  b Alt-Left             Revenir où l’on était                                            │
                      │  U Ctrl-Z               Annuler la dernière modification                                 │
                      │  Ctrl-R                 Rétablir ce qui a été annulé                                     │
                      │  J Ctrl-N               Article suivant                                                  │
                      │  K                      Article précédent                                                │
                      │  Tab                    Volet suivant, ou autre vue d’une liste                          │
                      │  Shift-Tab              Volet précédent, ou vue d’une liste                              │
                      │  Esc                    Quitter le volet pour la liste des articles                      │
                      │  Down                   Une ligne plus bas                                               │
                      │  Up                     Une ligne plus haut                                              │
                      ╰─────────────────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Enter fermer  Esc fermer  / chercher
        ╭─ Touches ────────────────────────────────────────────────────────────────────╮
        │ Texte                                                                        │
        │  j                   Affirmation suivante, ou ligne suivante d’une liste     │
        │  k                   Affirmation précédente, ou ligne précédente d’une       │
        │                      liste                                                   │
        │  h Left              Quitter le volet pour la liste des articles             │
        │                                                                              │
        │ Partout sur le bureau                                                        │
        │  c                   Verdict « corroboré », puis affirmation ouverte         │
        │                      suivante                                                │
        │  d                   Verdict « contesté », puis affirmation ouverte          │
        │                      suivante                                                │
        │  u                   Verdict « non vérifié », puis affirmation ouverte       │
        │                      suivante                                                │
        │  m                   Verdict « trompeur », puis affirmation ouverte          │
        │                      suivante                                                │
        │  x                   Verdict « pas une affirmation », puis affirmation       │
        │                      ouverte suivante                                        │
        │  & 1                 Ouvrir l’affirmation liée de ce numéro (1 à 9)          │
        │  o                   Affirmation ouverte suivante, ici ou dans un article    │
        │                      suivant                                                 │
        │  O                   Affirmation ouverte précédente de cet article           │
        ╰─────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Enter fermer  Esc fermer  / chercher
        ╭─ Touches ────────────────────────────╮
        │ Texte                                │
        │  j         Affirmation suivante, ou  │
        │            ligne suivante d’une      │
        │            liste                     │
        │  k         Affirmation précédente,   │
        │            ou ligne précédente       │
        │            d’une liste               │
        │  h Left    Quitter le volet pour la  │
        │            liste des articles        │
        ╰─────────────────────────────── ↓ … ──╯
         Enter fermer  Esc fermer  / chercher
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
        │  c                   Verdict “corroborated”, then on to the next open claim  │
        │  d                   Verdict “disputed”, then on to the next open claim      │
        │  u                   Verdict “unverified”, then on to the next open claim    │
        │  m                   Verdict “misleading”, then on to the next open claim    │
        │  x                   Verdict “not a claim”, then on to the next open claim   │
        │  o                   Next open claim, in this article or a later one         │
        ╰─────────────────────────────────────────────────────────────────────── ↓ … ──╯
         Enter keep  Esc drop  Down next  Up previous
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
    assert!(reader.keys("<Esc>").shows("Everywhere on the desk"));
    assert!(!reader.keys("<Esc>").shows("Everywhere on the desk"));
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
        assert_eq!(titles, ["Everywhere on the desk", title]);
        let own = screen.find(&format!("│ {title} ")).unwrap();
        assert!(own < screen.find("Everywhere").unwrap(), "{screen}");
        reader.keys("<Esc>");
    }
}

#[test]
fn it_shows_which_file_set_a_key() {
    let setting = desk(&[("a.txt", "⟦Un⟧.")]).size(100, 90).settings(|settings| {
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
