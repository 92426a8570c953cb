//! A newcomer's first ten minutes, from an empty home folder, in both languages: what is seen after
//! each thing that is done.

use std::process::Command;

use claimdesk::i18n::Lang;
use claimdesk::state::Settings;

use crate::harness::{Reader, Setting};
use crate::pty::Place;

const EARLY: &str = "Incendie à Lyon\n\nUn incendie a tué 12 personnes lundi à Lyon, selon le préfet. \
    Le feu a détruit 300 maisons.";
const LATE: &str =
    "Lyon : le bilan monte\n\nUn incendie a tué 15 personnes lundi à Lyon, selon le préfet.";

/// Keys, and what the screen says then: English, French.
const MINUTES: &[(&str, &str, &str)] = &[
    ("", "○ open", "○ ouverte"),
    // The way about.
    ("j", "2/2", "2/2"),
    ("j", "Last claim; once more", "Dernière affirmation ; encore une fois"),
    ("?", "Verdict ✗ disputed", "Verdict ✗ contesté"),
    ("<Esc>", "? help", "? aide"),
    ("<Esc>", "Enter open", "Entrée ouvrir"),
    ("<Enter>k", "1/2", "1/2"),
    ("y", "Nothing to confirm here", "Rien à confirmer ici"),
    ("~", "~: no such key", "~ : touche sans effet"),
    // A verdict, and what goes with it.
    ("d", "✗ disputed · “Un incendie", "✗ contesté · « Un incendie"),
    ("N", "Note", "Note"),
    ("vu<Ctrl-S>", "note saved", "note enregistrée"),
    ("U", "undone: note saved", "annulé : note enregistrée"),
    ("<Ctrl-R>", "redone: note saved", "rétabli : note enregistrée"),
    ("b", "✗ disputed · Zoé Martin", "✗ contesté · Zoé Martin"),
    // What the other article says.
    ("V", "Deaths: 12 ↔ 15 personnes", "Morts : 12 ↔ 15 personnes"),
    ("a", "evidence: refutes", "preuve : contredit"),
    ("<Esc>1", "Lyon : le bilan monte", "Lyon : le bilan monte"),
    ("b", "Incendie à Lyon", "Incendie à Lyon"),
    ("D", "Differences between the articles", "Différences entre les articles"),
    ("<Esc>", "? help", "? aide"),
    // Finding something.
    ("/maisons<Enter>", "/maisons 1/1", "/maisons 1/1"),
    ("<Esc>sbilan", "1 match in 1 article", "1 résultat dans 1 article"),
    ("<Esc>:avancem", "Palette", "Palette"),
    ("<Esc>/rien<Enter>", "“rien” is not in this article", "« rien » n’est pas dans cet article"),
    // To the end.
    (
        "oc",
        "all claims of this article are decided",
        "toutes les affirmations de l’article sont traitées",
    ),
    ("oc", "claims of the desk are decided", "affirmations du dossier sont toutes traitées"),
    ("P", "100 %", "100 %"),
    ("<Esc>X", "Report and exports", "Rapport et exports"),
    ("<Enter>", "decided claims written to", "affirmations traitées écrites dans"),
];

fn play(
    lang: Lang,
    says: fn(&(&'static str, &'static str, &'static str)) -> &'static str,
) -> Reader {
    let setting = Setting::empty().size(120, 34).lang(lang);
    let results = |settings: &mut Settings| settings.exports = claimdesk::app::results::choices();
    let mut reader = setting.settings(results).start();
    let first = match lang {
        Lang::En => "This desk has no articles yet",
        Lang::Fr => "Ce dossier n’a pas encore d’articles",
    };
    assert!(reader.shows(first), "{}", reader.screen());
    reader.change_all(&[("seeds/a.txt", EARLY), ("seeds/b.txt", LATE)]);
    for minute in MINUTES {
        reader.keys(minute.0);
        let words = says(minute);
        // French puts no-break spaces before its signs.
        let screen = reader.screen().replace('\u{a0}', " ");
        assert!(screen.contains(words), "{}: no `{words}`:\n{screen}", minute.0);
    }
    reader
}

#[test]
fn the_first_ten_minutes_in_english() {
    let mut reader = play(Lang::En, |minute| minute.1);
    assert_eq!(reader.saved().len(), 3);
    // The next day one goes on where one stopped, and nothing asks whether to save.
    assert!(reader.keys("q").has_quit());
    assert!(reader.restart().shows("✓ corroborated"), "{}", reader.screen());
}

#[test]
fn the_first_ten_minutes_in_french() {
    let mut reader = play(Lang::Fr, |minute| minute.2);
    assert_eq!(reader.saved().len(), 3);
    assert!(reader.keys("q").has_quit());
    assert!(reader.restart().shows("✓ corroboré"), "{}", reader.screen());
}

#[test]
fn the_program_itself_in_an_empty_folder_speaks_the_locale() {
    for (locale, first, open) in [
        ("fr_FR.UTF-8", "pas encore d’articles", "ouverte"),
        ("en_GB.UTF-8", "has no articles yet", "open"),
    ] {
        let place = Place::new(b"");
        std::fs::remove_dir_all(place.desk().join("seeds")).unwrap();
        let mut program = place.start(&[("LANG", locale)]);
        program.see(first);
        // To look writes nothing.
        assert_eq!(std::fs::read_dir(place.desk()).unwrap().count(), 0);
        // A text that comes meanwhile is opened.
        std::fs::write(place.desk().join("a.txt"), EARLY).unwrap();
        program.see(open);
        assert_eq!(program.press(b"q").end().0, 0);
        let list = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
            .args(["list", "-C"])
            .arg(place.desk())
            .env_clear()
            .env("HOME", place.desk().join("../home"))
            .env("LANG", locale)
            .output()
            .unwrap();
        assert!(String::from_utf8_lossy(&list.stdout).contains("Incendie à Lyon"));
    }
}
