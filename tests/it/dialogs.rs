//! One rule for all dialogs: what Esc, Ctrl-C, a paste, the mouse, a small screen and an unknown key
//! do, and what they say where there is nothing to show.

use std::io;

use claimdesk::i18n::Lang;
use claimdesk::state::model::signal::{Mouse, MouseAct, Msg};

use crate::harness::{Reader, Setting, desk};
use crate::sharing;

const TEXT: &str =
    "Titre\n\n⟦Un incendie a tué 12 personnes lundi à Lyon⟧. ⟦Le riz coûte 12 euros⟧.";
const OTHER: &str = "Autre\n\n⟦Un incendie a tué 15 personnes lundi à Lyon⟧.";
const LINKED: &str = "⟦Le riz coûte 12 euros⟧: https://example.org/a, https://example.org/b.";
const PASTED: &str = "collé";

/// What a dialog does with what was typed into it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Typed {
    /// It takes none: a paste changes nothing.
    Nothing,
    /// It saves on Esc.
    Saved,
    /// It keeps a draft of it, or shows it again selected.
    Kept,
}

/// The keys that open each, and what it does with text.
const DIALOGS: &[(&str, Typed)] = &[
    ("n", Typed::Saved),
    ("e", Typed::Saved),
    ("t", Typed::Saved),
    (":source<Enter>", Typed::Saved),
    ("/", Typed::Kept),
    ("s", Typed::Kept),
    (":", Typed::Kept),
    ("f", Typed::Kept),
    ("?", Typed::Nothing),
    ("i", Typed::Nothing),
    ("D", Typed::Nothing),
    ("V", Typed::Nothing),
    ("*", Typed::Nothing),
    ("A", Typed::Nothing),
    ("T", Typed::Nothing),
    ("P", Typed::Nothing),
    ("X", Typed::Nothing),
    ("B", Typed::Nothing),
    ("I", Typed::Nothing),
    ("C", Typed::Nothing),
    ("<Ctrl-G>", Typed::Nothing),
];

/// A desk on which the dialog that these keys open has something to show.
fn setting(open: &str) -> Setting {
    match open {
        "C" | "<Ctrl-G>" => sharing::setting(),
        "B" => desk(&[("a.txt", LINKED)]),
        "I" => {
            let setting = desk(&[("a.txt", TEXT)]);
            setting.file("seeds/note.md", b"# A bridge\n\nIt is 212 m long.\n");
            setting
        }
        _ => desk(&[("a.txt", TEXT), ("b.txt", OTHER)]),
    }
}

fn reader(open: &str) -> Reader {
    let mut reader = setting(open).size(120, 30).start();
    reader.keys(open);
    assert!(reader.model().dialog.is_some(), "{open} opens nothing");
    reader
}

#[test]
fn the_facts_tell_how_a_figure_is_read_where_its_words_do_not() {
    let text = "⟦Trois ponts ont coûté 220 millions d’euros⟧. ⟦Il y a 300 soldats⟧.";
    let read = |lang| desk(&[("a.txt", text)]).size(100, 24).lang(lang).start().keys("i").screen();
    let english = read(Lang::En);
    assert!(english.contains("220 millions d’euros  220,000,000 "), "{english}");
    assert!(english.contains("Trois ponts  3 "), "{english}");
    assert!(english.contains("│   300 soldats     "), "{english}");
    let french = read(Lang::Fr);
    assert!(french.contains("220 millions d’euros  220\u{a0}000\u{a0}000 "), "{french}");
}

#[test]
fn esc_and_ctrl_c_close_and_nothing_typed_is_gone() {
    for &(open, typed) in DIALOGS {
        // Where a link is asked for, no other word is kept.
        let pasted = if open == "e" { "https://example.org" } else { PASTED };
        for close in ["<Esc>", "<Ctrl-C>"] {
            let mut reader = reader(open);
            if typed != Typed::Nothing {
                reader.paste(pasted);
            }
            reader.keys(close);
            assert!(reader.model().dialog.is_none(), "{open}{close} leaves it open");
            assert!(!reader.has_quit(), "{open}{close} quits");
            let saves = typed == Typed::Saved && close == "<Esc>";
            let draft = reader.foot().starts_with("not saved; the draft is kept");
            assert_eq!(draft, typed == Typed::Saved && !saves, "{open}{close}");
            if !open.starts_with(':') {
                assert_eq!(reader.saved().len(), usize::from(saves), "{open}{close}");
            }
            if typed != Typed::Nothing {
                assert!(reader.keys(open).shows(pasted), "{open}{close}: the words are gone");
            }
        }
    }
}

#[test]
fn a_paste_is_text_where_text_is_typed_and_nothing_elsewhere() {
    for &(open, typed) in DIALOGS {
        let mut reader = reader(open);
        let before = reader.screen();
        // As keys, `d` and `q` would decide and quit.
        reader.paste("dq");
        match typed {
            Typed::Nothing => assert_eq!(reader.screen(), before, "{open}"),
            _ => assert!(reader.shows("dq"), "{open}: {}", reader.screen()),
        }
        assert_eq!(reader.saved(), [], "{open}");
        assert!(!reader.has_quit(), "{open}");
    }
}

#[test]
fn a_click_beside_closes_and_the_wheel_decides_nothing() {
    for &(open, _) in DIALOGS {
        let mut reader = reader(open);
        for act in [MouseAct::WheelDown, MouseAct::WheelUp, MouseAct::WheelUp] {
            reader.send(Msg::Mouse(Mouse { act, x: 60, y: 15 }));
        }
        assert!(reader.model().dialog.is_some(), "{open}: the wheel closes it");
        reader.send(Msg::Mouse(Mouse { act: MouseAct::Press, x: 0, y: 28 }));
        // A form stays: a slip of the hand would put away what is written in it; and the overview
        // leaves nothing beside it.
        let stays = matches!(open, "e" | "t" | "P") || open.starts_with(":s");
        assert_eq!(reader.model().dialog.is_some(), stays, "{open}: after a click beside");
        assert_eq!(reader.saved(), [], "{open}");
    }
}

#[test]
fn at_any_size_it_draws_and_closes() {
    for &(open, _) in DIALOGS {
        let mut reader = reader(open);
        for (width, height) in [(1, 1), (12, 3), (40, 12), (80, 24), (160, 45)] {
            reader.resize(width, height);
        }
        reader.keys("<Ctrl-C>");
        assert!(reader.model().dialog.is_none(), "{open}");
    }
}

#[test]
fn a_key_that_a_list_does_not_know_is_answered() {
    for &(open, typed) in DIALOGS {
        if typed == Typed::Nothing {
            let mut reader = reader(open);
            assert!(
                reader.keys("~").foot().contains("~: no such key"),
                "{open}: {}",
                reader.foot()
            );
            assert!(reader.model().dialog.is_some(), "{open}");
        }
    }
}

#[test]
fn where_there_is_nothing_it_says_so_in_both_languages() {
    for (keys, english, french) in [
        ("i", "No figure, date, source", "Aucun chiffre, date, source"),
        ("D", "The articles do not differ", "Les articles ne diffèrent"),
        ("A", "All verdicts stand", "Tous les verdicts portent"),
        ("T", "Nothing in this view", "Rien dans cette vue"),
        ("szzz", "No matches in 1 article", "Aucun résultat dans 1 article"),
        ("/zzz<Enter>", "is not in this article", "n’est pas dans cet article"),
        (":zzzzq", "Nothing found", "Aucun résultat"),
        ("?/zzzzq", "No key with these words", "Aucune touche avec ces mots"),
        ("fzzz<Enter>", "No article holds such", "Aucun article n’a de"),
    ] {
        for (lang, said) in [(Lang::En, english), (Lang::Fr, french)] {
            let mut reader = desk(&[("a.txt", "Rien.")]).size(120, 30).lang(lang).start();
            reader.keys(keys);
            assert!(reader.shows(said), "{keys} {lang:?}: {}", reader.screen());
        }
    }
}

#[test]
fn a_question_stays_until_it_is_answered() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(120, 30).start();
    reader.disk(Some(io::ErrorKind::StorageFull)).keys("dq");
    assert!(reader.shows("leave and lose them"), "{}", reader.screen());
    reader.paste("y");
    reader.send(Msg::Mouse(Mouse { act: MouseAct::Press, x: 0, y: 28 }));
    assert!(reader.model().dialog.is_some() && !reader.has_quit());
    reader.keys("<Esc>");
    assert!(reader.model().dialog.is_none() && !reader.has_quit());
    assert!(reader.keys("q<Ctrl-C>").model().dialog.is_none() && !reader.has_quit());
}
