//! Evidence and tags, as seen on the screen and in the file.

use claimdesk::i18n::Lang;
use expect_test::expect;

use crate::harness::{desk, drive};

const TEXT: &str = "Hier, ⟦300 soldats sont morts⟧. ⟦La ville est prise⟧.";

#[test]
fn a_piece_is_a_form_and_the_others_stand_below_it() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(80, 16).start();
    reader.keys("e").paste("https://example.org/dépêche").keys("<Tab>Dépêche<Ctrl-T><Enter>");
    reader.keys("e<Tab>Rapport").check(expect![[r#"
        ▌Hier, 300 soldats sont morts. La ville est prise.                          0 %
        ╭─ New evidence ───────────────────────────────────────────────────────────────╮
        │ 300 soldats sont morts                                                       │
        │                                                                              │
        │  Role     · context   Ctrl-T to change                                       │
        │  Link                                                                        │
        │ ▌Title    Rapport                                                            │
        │  Quote                                                                       │
        │  Seen on  2026-11-20                                                         │
        │  Copy                                                                        │
        │                                                                              │
        │  + supports · Dépêche                                                        │
        ╰──────────────────────────────────────────────────────────────────────────────╯
         300 soldats sont morts
                                                                                       ↓
         Enter/Esc keep  Ctrl-C drop  Ctrl-T role  PgUp previous  Ctrl-X remove
    "#]]);
    reader.keys("<Enter>").check_files(expect![[r#"
        ── zoe-martin/a.txt.json
        {
          "format": "claimdesk/1",
          "article": "a.txt",
          "annotator": "Zoé Martin",
          "annotations": {
            "xyxf9xw4x4": {
              "exact": "300 soldats sont morts",
              "prefix": "Hier, ",
              "suffix": ". La ville est prise.",
              "start": 6,
              "end": 28,
              "blob": "04266d114d8ae523c92715b9481eb573a468477f",
              "evidence": [
                {
                  "stance": "supports",
                  "url": "https://example.org/dépêche",
                  "title": "Dépêche",
                  "accessed": "2026-11-20"
                },
                {
                  "stance": "context",
                  "title": "Rapport",
                  "accessed": "2026-11-20"
                }
              ],
              "created": "2026-11-20T10:12:31Z",
              "updated": "2026-11-20T10:12:42Z"
            }
          }
        }
    "#]]);
}

#[test]
fn the_form_fits_a_small_screen_in_french() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(40, 9).lang(Lang::Fr).start();
    reader.keys("eexample.org<Enter>e<PgUp>").check(expect![[r#"
        ╭─ Preuve 1 sur 1 ─────────────────────╮
        │  Rôle      · contexte                │
        │ ▌Lien      https://example.org       │
        │  Titre                               │
        │  Citation                            │
        │  Vu le     2026-11-20                │
        │  Copie                               │
        ╰──────────────────────────────────────╯
         Entrée/Échap garder  Ctrl-C abandonner
    "#]]);
}

#[test]
fn tags_are_shown_with_the_claim_and_offered_again() {
    let mut reader = drive(TEXT, "teffectifs, nord<Enter>jt<Down>");
    reader.check(expect![[r#"
        ▌Hier, 300 soldats sont morts. La ville est prise.      0 %
        ▌  Hier,○300 soldats sont morts.○La ville est prise.
        ╭─ Tags ───────────────────────────────────────────────────╮
        │                                                          │
        │                                                          │
        │ effectifs  nord                                          │
        │                                                          │
        │ Several tags: put commas between them.                   │
        ╰──────────────────────────────────────────────────────────╯


         Enter/Esc keep  Ctrl-C drop  ↓ next  ↑ previous
    "#]]);
    reader.keys("<Tab><Enter><Tab>").check(expect![[r#"
        ▌Claim                                                  2/2
         ○ open
         c corroborated  d disputed  u unverified  m misleading
         x not a claim

         La ville est prise

         # nord

         Why
         strong 0.90 · figure                                      ↓
         cdumx verdict  ? help  q quit  j next  k previous  n note
    "#]]);
}

#[test]
fn no_link_says_so() {
    assert!(drive(TEXT, "B").foot().starts_with("Neither evidence nor text has a link"));
}

/// What the article itself says once more confirms nothing: it comes last, and taken as evidence it
/// does not support.
#[test]
fn an_article_is_no_witness_for_itself() {
    let first =
        "⟦Le ferry Hallgerd a heurté un récif mardi près de Skerra, blessant 14 passagers⟧.";
    let again = "Au port, on répète que ⟦le ferry Hallgerd a heurté un récif mardi près de Skerra, blessant 14 passagers⟧.";
    let other = "⟦Mardi, le ferry Hallgerd a heurté un récif près de Skerra : 14 passagers ont été blessés⟧.";
    let texts = [("a.txt", format!("{first} {again}")), ("b.txt", other.to_owned())];
    let texts = texts.each_ref().map(|(name, text)| (*name, &**text));
    let mut reader = desk(&texts).size(140, 40).start();
    let shown = reader.screen();
    let (other, here) = (shown.find("1 agrees"), shown.find("2 also said here"));
    assert!(other.is_some() && other < here, "{shown}");
    reader.keys("<Tab>ja");
    assert!(reader.foot().contains("context"), "{}\n{}", reader.foot(), reader.screen());
}
