//! The lesson, played from the first step to the last.

use std::path::Path;

use claimdesk::i18n::Lang;
use claimdesk::state::query::tutor::place as place_of;
use expect_test::expect;

use crate::harness::{Reader, Setting};

fn lesson(width: u16, height: u16, lang: Lang) -> Reader {
    let setting = Setting::empty().size(width, height).lang(lang).settings(|s| s.lesson = true);
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/tutor");
    let articles = articles.join(if lang == Lang::Fr { "fr" } else { "en" });
    for entry in std::fs::read_dir(articles).unwrap() {
        let entry = entry.unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        setting.article(entry.file_name().to_str().unwrap(), &text);
    }
    setting.start()
}

fn place(reader: &Reader) -> Option<usize> {
    reader.model().tutor.as_ref().and_then(place_of).map(|(step, _)| step)
}

#[test]
fn each_step_is_noticed_and_only_then() {
    let mut reader = lesson(120, 40, Lang::En);
    assert_eq!(place(&reader), Some(1));
    for (keys, step) in [
        ("j", 1),
        ("<Esc>j", 1),
        ("<Enter>", 2),
        ("?<Esc>", 2),
        ("j", 3),
        ("k", 3),
        ("?", 4),
        ("<Esc>d", 5),
        ("c", 5),
        ("U", 6),
        ("<Ctrl-R>", 7),
        ("n<Ctrl-S>", 7),
        ("nEnviron.<Ctrl-S>", 8),
        ("e<Ctrl-S>", 8),
        ("ehttps://example.org<Enter>", 9),
    ] {
        reader.keys(keys);
        assert_eq!(place(&reader), Some(step), "{keys}:\n{}", reader.screen());
    }
    for _ in 0..20 {
        reader.keys("1");
        if place(&reader) == Some(10) {
            break;
        }
        reader.keys("j");
    }
    for (keys, step) in [
        ("b", Some(11)),
        ("D", Some(12)),
        ("<Esc>v<Esc>", Some(12)),
        ("vv[[[[[<Enter>", Some(13)),
        ("P", None),
    ] {
        reader.keys(keys);
        assert_eq!(place(&reader), step, "{keys}:\n{}", reader.screen());
    }
    assert!(reader.shows("That is all you need."));
}

#[test]
fn the_strip_stands_above_the_foot_and_gives_way_on_tiny_screens() {
    let mut reader = lesson(40, 12, Lang::Fr);
    reader.check(expect![[r#"
        ▌Crue de l’Or…  15 oct. 2025 · fr · 6 %
        ▌  BRÉVELLE, 15 octobre 2025 –○La crue ┃
        ▌  de l’Orlette a forcé 340 habitants
        ▌  de Brévelle à quitter leur logement
        ▌  dans la nuit de mardi à mercredi, a
        ▌  annoncé la préfecture.·Deux
           pompiers ont été légèrement blessés
         1/13  Bienvenue. Cinq articles pour
         s’exercer. Échap mène à leur liste, j
         y descend, Entrée ouvre : ouvrez le
         deuxième.
         cdumx verdict  ? aide  q quitter
    "#]]);
    reader.resize(40, 8);
    assert!(!reader.shows("Bienvenue"));
}
