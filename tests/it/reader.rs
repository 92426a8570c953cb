//! Reading: wrapping, scrolling, claims in place, going from claim to claim.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use claimdesk::state::model::signal::MouseAct;
use expect_test::expect;

use crate::harness::{Reader, desk, drive, is_current};

const TEXT: &str = "Hier, ⟦300 soldats sont morts⟧. Il pleut. ⟦La ville est prise⟧, dit-on.";

/// A text of thirty lines, with claims on the fifth, the fifteenth and the last.
fn long() -> Reader {
    let lines = (1..=30).map(|i| match i {
        5 | 15 | 30 => format!("⟦Ligne {i}⟧.\n"),
        _ => format!("Ligne {i}.\n"),
    });
    desk(&[("a.txt", &lines.collect::<String>())]).size(40, 6).start()
}

#[test]
fn claims_stand_out_in_place() {
    drive(TEXT, "").check_styles(expect![[r#"
        ▌Hier, 300 soldats sont morts. Il pleut. La ville est…  0 %
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  bbbb
        ▌  Hier,○300 soldats sont morts. Il pleut.○La ville est
        a       bcccccccccccccccccccccc           bdddddddddddd
           prise, dit-on.
           ddddd








         cdumx verdict  ? help  q quit  j next  k previous  n note
         aaaaabbbbbbbbaaabbbbbaaabbbbbaaabbbbbaaabbbbbbbbbaaabbbbb
        a: bold cyan
        b: darkgray
        c: bold underlined reversed
        d: bold underlined yellow
    "#]]);
}

#[test]
fn three_panes_from_110_columns() {
    let reader = desk(&[("a.txt", TEXT)]).size(120, 12).start();
    reader.check(expect![[r#"
         Articles                 1/1 │▌Hier, 300 soldats sont morts. Il pleut. La v…  0 % │ Claim                          1/2
        ▌ Hier, 300 soldats sont… 0/2 │▌  Hier,○300 soldats sont morts. Il pleut.○La       │ ○ open
        ▌ a.txt              ──────── │   ville est prise, dit-on.                         │ c corroborated  d disputed
                                      │                                                    │ u unverified  m misleading
                                      │                                                    │ x not a claim
                                      │                                                    │
                                      │                                                    │ 300 soldats sont morts
                                      │                                                    │
                                      │                                                    │ Why
                                      │                                                    │ strong 0.90 · figure
                                      │                                                    │ · figure: 300 soldats sont morts
         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence  v select  Tab pane  / search       ○ open claim
    "#]]);
}

#[test]
fn two_panes_from_70_columns() {
    let reader = desk(&[("a.txt", TEXT)]).size(72, 12).start();
    reader.check(expect![[r#"
        ▌Hier, 300 soldats sont morts. Il pleut. La ville est prise, dit-…  0 %
        ▌  Hier,○300 soldats sont morts. Il pleut.○La ville est prise, dit-on.





         Claim ─────────────────────────────────────────────────────────────1/2
         ○ open
         c corroborated  d disputed  u unverified  m misleading  x not a claim
                                                                               ↓
         cdumx verdict  ? help  q quit  j next  k previous  n note  e evidence
    "#]]);
}

#[test]
fn from_claim_to_claim_and_into_the_next_article() {
    let mut reader = desk(&[("a.txt", TEXT), ("b.txt", "⟦Mille⟧ et ⟦deux⟧.")]).start();
    assert_eq!(reader.current(), "300 soldats sont morts");
    assert_eq!(reader.keys("j").current(), "La ville est prise");
    assert_eq!(reader.keys("j").foot(), "Last claim; once more for the next article");
    assert_eq!(reader.keys("j").current(), "Mille");
    assert_eq!(reader.keys("k").foot(), "First claim; once more for the previous article");
    assert_eq!(reader.keys("k").current(), "La ville est prise");
    assert_eq!(reader.keys("J").current(), "Mille");
    assert_eq!(reader.keys("J").foot(), "This is the last article");
    assert_eq!(reader.keys("K").current(), "300 soldats sont morts");
    assert_eq!(reader.keys("K").foot(), "This is the first article");
}

#[test]
fn to_the_next_open_claim_wherever_it_is() {
    let mut reader = desk(&[("a.txt", TEXT), ("b.txt", "⟦Mille⟧ et ⟦deux⟧.")]).start();
    assert_eq!(reader.keys("jdo").current(), "Mille");
    assert_eq!(reader.keys("dO").foot(), "No open claim");
    assert_eq!(reader.keys("do").current(), "300 soldats sont morts");
    assert_eq!(reader.keys("do").foot(), "No open claim");
}

#[test]
fn film_of_scrolling() {
    let film = long().film("<Down><Down> <PgUp><Ctrl-D><Ctrl-U>G<Up>g");
    expect![[r#"
        ── start
        ▌Ligne 1.                           6 %
           Ligne 3.                            ┃
           Ligne 4.
        ▌○ Ligne 5.
           Ligne 6.
         cdumx verdict  ? help  q quit  j next
        ── Down
        ▌Ligne 1.                           9 %
           Ligne 4.                            ┃
        ▌○ Ligne 5.
           Ligne 6.
           Ligne 7.
         cdumx verdict  ? help  q quit  j next
        ── Down
        ▌Ligne 1.                          12 %
        ▌○ Ligne 5.                            ┃
           Ligne 6.
           Ligne 7.
           Ligne 8.
         cdumx verdict  ? help  q quit  j next
        ── Space
        ▌Ligne 1.                          21 %
           Ligne 8.                            ┃
           Ligne 9.
           Ligne 10.
           Ligne 11.
         cdumx verdict  ? help  q quit  j next
        ── PgUp
        ▌Ligne 1.                          12 %
        ▌○ Ligne 5.                            ┃
           Ligne 6.
           Ligne 7.
           Ligne 8.
         cdumx verdict  ? help  q quit  j next
        ── Ctrl-D
        ▌Ligne 1.                          18 %
           Ligne 7.                            ┃
           Ligne 8.
           Ligne 9.
           Ligne 10.
         cdumx verdict  ? help  q quit  j next
        ── Ctrl-U
        ▌Ligne 1.                          12 %
        ▌○ Ligne 5.                            ┃
           Ligne 6.
           Ligne 7.
           Ligne 8.
         cdumx verdict  ? help  q quit  j next
        ── G
        ▌Ligne 1.                          86 %
           Ligne 27.
           Ligne 28.
           Ligne 29.
        ▌○ Ligne 30.                           ┃
         cdumx verdict  ? help  q quit  j next
        ── Up
        ▌Ligne 1.                          82 %
           Ligne 26.
           Ligne 27.
           Ligne 28.                           ┃
           Ligne 29.
         cdumx verdict  ? help  q quit  j next
        ── g
        ▌Ligne 1.                           0 %
           Ligne 1.                            ┃
           Ligne 2.
           Ligne 3.
           Ligne 4.
         cdumx verdict  ? help  q quit  j next
    "#]]
    .assert_eq(&film);
}

#[test]
fn film_of_claims_on_a_long_page() {
    let film = long().film("jjjkk");
    expect![[r#"
        ── start
        ▌Ligne 1.                           6 %
           Ligne 3.                            ┃
           Ligne 4.
        ▌○ Ligne 5.
           Ligne 6.
         cdumx verdict  ? help  q quit  j next
        ── j
        ▌Ligne 1.                          41 %
           Ligne 14.
        ▌○ Ligne 15.                           ┃
           Ligne 16.
           Ligne 17.
         cdumx verdict  ? help  q quit  j next
        ── j
        ▌Ligne 1.                          86 %
           Ligne 27.
           Ligne 28.
           Ligne 29.
        ▌○ Ligne 30.                           ┃
         cdumx verdict  ? help  q quit  j next
        ── j
        ▌Ligne 1.                          86 %
           Ligne 27.
           Ligne 28.
           Ligne 29.
        ▌○ Ligne 30.                           ┃
         Last claim; once more for the next ar…
        ── k
        ▌Ligne 1.                          41 %
           Ligne 14.
        ▌○ Ligne 15.                           ┃
           Ligne 16.
           Ligne 17.
         cdumx verdict  ? help  q quit  j next
        ── k
        ▌Ligne 1.                           9 %
           Ligne 4.                            ┃
        ▌○ Ligne 5.
           Ligne 6.
           Ligne 7.
         cdumx verdict  ? help  q quit  j next
    "#]]
    .assert_eq(&film);
}

#[test]
fn the_place_is_kept_when_the_width_changes() {
    let text = "mot ".repeat(400) + "⟦ICI⟧ " + &"mot ".repeat(400);
    let mut reader = desk(&[("a.txt", &text)]).size(60, 12).start();
    assert!(reader.shows("ICI"));
    for (width, height) in [(20, 12), (100, 40), (9, 5), (200, 50), (60, 12)] {
        reader.resize(width, height);
        assert!(reader.shows("ICI"), "{width}×{height}:\n{}", reader.screen());
    }
}

#[test]
fn filmstrip_of_narrow_screens() {
    let text = "Été 2024 : ⟦12 000 soldats⟧ 北京 👩‍👩‍👧 fin.";
    let mut film = String::new();
    for width in 1..=7 {
        let reader = desk(&[("a.txt", text)]).size(width, 8).start();
        let _ = write!(film, "── {width}\n{}", reader.screen());
    }
    expect![[r#"
        ── 1
        ▌
        ▌
        ┃
        ▌
        ▌
        ▌
        ▌

        ── 2
        ▌…
        ▌○
        ▌┃
        ▌0
        ▌0
        ▌0
        ▌s

        ── 3
        ▌2…
        ▌○1
        ▌ ┃
        ▌ 0
        ▌ 0
        ▌ 0
        ▌ s

        ── 4
        ▌22…
        ▌○ 1
        ▌  ┃
        ▌  0
        ▌  0
        ▌  0
        ▌  s

        ── 5
        ▌22 …
        ▌○ 1
        ▌  2┃
        ▌  0
        ▌  0
        ▌  0
        ▌  s

        ── 6
        ▌22 %
        ▌○ 1
        ▌  2 ┃
        ▌  0
        ▌  0
        ▌  0
        ▌  s

        ── 7
        ▌ 22 %
        ▌○ 12
        ▌  00 ┃
        ▌  0
        ▌  so
        ▌  ld
        ▌  at
         ? help
    "#]]
    .assert_eq(&film);
}

#[test]
fn column_and_spacing_are_the_persons_choice() {
    let mut reader = desk(&[("a.txt", TEXT)]).size(72, 14).start();
    let narrow = "<<".repeat(12);
    reader.keys(&narrow).check(expect![[r#"
        ▌Hier, 300 soldats sont morts. Il pleut. La ville est prise, dit-…  0 %
                       ▌  Hier,○300 soldats sont morts. Il
                          pleut.○La ville est prise, dit-on.





         Claim ─────────────────────────────────────────────────────────────1/2
         ○ open
         c corroborated  d disputed  u unverified  m misleading  x not a claim

         300 soldats sont morts                                                ↓
         Text column: 36 cells
    "#]]);
    reader.keys(">").keys("L").check(expect![[r#"
        ▌Hier, 300 soldats sont morts. Il pleut. La ville est prise, dit-…  0 %
                     ▌  Hier,○300 soldats sont morts. Il pleut.
                      ○ La ville est prise, dit-on.





         Claim ─────────────────────────────────────────────────────────────1/2
         ○ open
         c corroborated  d disputed  u unverified  m misleading  x not a claim

         300 soldats sont morts                                                ↓
         Single spacing
    "#]]);
}

#[test]
fn the_mouse_chooses_a_claim() {
    let mut reader = desk(&[("a.txt", &format!("Titre\n\n{TEXT}"))]).start();
    reader.mouse(MouseAct::Press, "La ville est prise");
    assert_eq!(reader.current(), "La ville est prise");
    assert_eq!(reader.styled(is_current), ["La ville est prise"]);
}

#[test]
fn overlapping_claims_are_all_reached() {
    let mut reader = drive("⟦Le 3 mai, ⟦300 soldats⟧ sont morts⟧.", "");
    assert_eq!(reader.current(), "Le 3 mai, 300 soldats sont morts");
    assert_eq!(reader.keys("j").current(), "300 soldats");
}

#[test]
fn more_and_fewer_claims() {
    let mut reader = drive(TEXT, "+");
    assert_eq!(reader.foot(), "Detail 4 of 5: 2 claims shown");
    assert_eq!(reader.keys("----").foot(), "Detail 1 of 5: 0 claims shown");
}

#[test]
fn the_claim_pane_tells_why() {
    let text =
        "Selon Séoul, 12 000 soldats nord-coréens ont été envoyés en Russie en octobre 2024.";
    let reader = desk(&[("a.txt", text)]).size(120, 16).start();
    assert!(reader.shows("12 000 soldats") && reader.shows("Why"));
    assert!(reader.shows("figure"), "{}", reader.screen());
}

#[test]
fn the_claim_pane_scrolls_to_its_end_and_back_at_once() {
    let mut reader = desk(&[("a.txt", "⟦300 soldats sont morts⟧.")]).size(60, 10).start();
    let long: Vec<_> = (1..=20).map(|n| format!("ligne {n}")).collect();
    reader.keys("n").paste(&long.join("\n")).keys("<Esc><Tab>");
    assert!(reader.shows("↓") && !reader.shows("ligne 20"), "{}", reader.screen());
    reader.keys("<End>");
    assert!(!reader.shows("↓"), "{}", reader.screen());
    let end = reader.screen();
    assert_ne!(reader.keys("<Up>").screen(), end);
    assert_eq!(reader.keys("<Down>").screen(), end);
    assert_eq!(reader.keys("<Down>").screen(), end);
}

#[test]
fn the_claim_pane_follows_the_related_claim_that_is_marked() {
    let fact =
        |n: usize| format!("Texte {n}\nEn juin 2024, {n}00 soldats nord-coréens sont en Russie.\n");
    let texts: Vec<_> = (1..=5).map(fact).collect();
    let names: Vec<_> = (1..=5).map(|n| format!("{n}.txt")).collect();
    let articles: Vec<_> =
        names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    let mut reader = desk(&articles).size(70, 20).start();
    reader.keys("<Tab>");
    let marked: BTreeSet<_> = (0..3)
        .map(|_| {
            let shown = reader.keys("j").screen();
            let at = shown.find("▌ differs").unwrap_or_else(|| panic!("{shown}"));
            assert!(shown[at..].contains("soldats nord-coréens sont en Russie”"), "{shown}");
            shown[at..].lines().next().unwrap().to_owned()
        })
        .collect();
    assert_eq!(marked.len(), 3, "{marked:?}");
}

#[test]
fn the_heads_name_the_language_and_the_number_of_a_claim_among_all() {
    const SWEDISH: &str = "Statsministern sade att skatten ska höjas med två procent nästa år. \
        Kommunerna får betala resten, och många är arga över det. Det blir dyrt för alla som bor i \
        staden, sade hon i Stockholm. 12 000 personer berörs av beslutet.";
    const FRENCH: &str = "Le maire est venu hier à la fête de la ville, dit-on, et tout allait bien. \
        Il pleuvait un peu. La police a arrêté 300 personnes lundi à Lyon. L’armée a perdu 12 000 \
        soldats en 2023. Le budget a augmenté de 4,5 % en mai, selon le ministère. Il fera beau.";
    let head = |text: &str, keys: &str| {
        let mut reader = desk(&[("a.txt", text)]).size(140, 24).start();
        reader.keys(keys);
        reader.screen().lines().next().unwrap_or_default().to_owned()
    };
    assert!(head(SWEDISH, "").contains("figures only"), "{}", head(SWEDISH, ""));
    let french = head(FRENCH, "");
    assert!(french.contains(" fr · 0 %"), "{french}");
    // A weak claim stands before the first that is pointed out.
    assert!(french.contains("no. 3 · 1/3"), "{french}");
}
