//! Input that is not nice: whatever stands in `seeds/`, the reader lists it,
//! shows what can be shown, says what cannot, and stays in its screen.

#![cfg(unix)]
#![expect(clippy::unicode_not_nfc, reason = "the screen shows letters as the input has them")]

use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;

use expect_test::expect;
use unicode_width::UnicodeWidthStr as _;

use crate::harness::{Reader, Setting, desk};

/// Texts that break programs, by what they are.
fn texts() -> Vec<(&'static str, Vec<u8>)> {
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>()
    };
    let french = "Été 2024 : 12 000 soldats tués à Kiev.";
    vec![
        ("bidi", "abc \u{202e}300 morts\u{202c} \u{2066}def\u{2069} שלום".into()),
        ("broken-utf8", b"300 morts \xff\xfe \xe2\x82 \xf0\x9f fin \xc3\xa9t\xc3\xa9".to_vec()),
        ("cjk", "2024年10月,约12000名士兵被派往俄罗斯。全角ＡＢＣ".into()),
        ("combining", "e\u{301}te\u{301} 300 mo\u{308}rts z\u{300}\u{301}\u{302}\u{303}".into()),
        ("control", b"300\0 morts\x08\x0c\x0b \x7f fin\x1a".to_vec()),
        ("crlf", b"un\r\ndeux\rtrois\n300 morts\r\n".to_vec()),
        ("emoji", "300 👩‍👩‍👧‍👦 🇫🇷 👍🏽 ❤️ 1️⃣ morts 🏴󠁧󠁢󠁥󠁮󠁧󠁿".into()),
        ("empty", Vec::new()),
        ("escape", b"300 \x1b[31mmorts\x1b]0;titre\x07 \xc2\x9b1m".to_vec()),
        ("only-marks", "\u{301}\u{301}\u{200b}\u{200d}\u{feff}".into()),
        ("only-spaces", b"   \n\t\n\n   ".to_vec()),
        ("tabs", b"un\tdeux\t\t300 morts\n\ttrois".to_vec()),
        ("utf16be", utf16(french, u16::to_be_bytes)),
        ("utf16le", utf16(french, u16::to_le_bytes)),
        ("utf8-bom", "\u{feff}300 morts en été".into()),
        ("windows-1252", b"L\x92\xe9t\xe9 dernier, 300 soldats \x96 dit-on \x96 ont \xe9t\xe9 tu\xe9s \xe0 Kiev, \x80 5.".to_vec()),
        ("zero-width", "3\u{200b}0\u{200d}0 mo\u{ad}rts\u{2060} fin".into()),
    ]
}

fn setting_of(texts: &[(&str, Vec<u8>)]) -> Setting {
    let setting = Setting::empty();
    for (name, bytes) in texts {
        setting.file(&format!("seeds/{name}.txt"), bytes);
    }
    setting
}

#[test]
fn every_text_is_shown() {
    let mut film = String::new();
    for text in texts() {
        let reader = setting_of(std::slice::from_ref(&text)).size(60, 6).start();
        let _ = write!(film, "── {}\n{}", text.0, reader.screen());
    }
    expect![[r#"
        ── bidi
        ▌abc ◇300 morts◇ ◇def◇ שלום                             0 %
        ▌○ abc ◇300 morts◇ ◇def◇ שלום



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── broken-utf8
        ▌300 morts �� �� �� fin été                   UTF-8 � · 0 %
        ▌○ 300 morts �� �� �� fin été



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── cjk
        ▌2024年10月,约12000名士兵被派往俄罗斯…   figures only · 0 %
        ▌○ 2024年10月,约12000名士兵被派往俄罗斯。全角ＡＢＣ



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── combining
        ▌été 300 mörts z̀́̂̃                                        0 %
         · été 300 mörts z̀́̂̃



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── control
        ▌300␀ morts␈                                            0 %
         · 300␀ morts␈
           ␋ ␡ fin␚


         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── crlf
        ▌300 morts                                              0 %
           un
           deux
           trois
         · 300 morts
         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── emoji
        ▌300 👩‍👩‍👧‍👦 🇫🇷 👍🏽 ❤️ 1️⃣ morts 🏴󠁧󠁢󠁥󠁮󠁧󠁿                            0 %
         · 300 👩‍👩‍👧‍👦 🇫🇷 👍🏽 ❤️ 1️⃣ morts 🏴󠁧󠁢󠁥󠁮󠁧󠁿



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── empty
        ▌empty.txt                                              0 %
                                                                   ┃



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── escape
        ▌300 ␛[31mmorts␛]0;titre␇ �1m                           0 %
        ▌○ 300 ␛[31mmorts␛]0;titre␇ �1m



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── only-marks
        ▌                                                       0 %




         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── only-spaces
        ▌only-spaces.txt                                        0 %




         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── tabs
        ▌un    deux        300 morts trois                      0 %
        ▌○ un    deux        300 morts
               trois


         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── utf16be
        ▌Été 2024 : 12 000 soldats tués à Kiev.                 0 %
        ▌○ Été 2024 : 12 000 soldats tués à Kiev.



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── utf16le
        ▌Été 2024 : 12 000 soldats tués à Kiev.                 0 %
        ▌○ Été 2024 : 12 000 soldats tués à Kiev.



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── utf8-bom
        ▌300 morts en été                                       0 %
        ▌○ 300 morts en été



         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── windows-1252
        ▌L’été dernier, 300 soldats – dit-on …  windows-1252? · 0 %
        ▌○ L’été dernier, 300 soldats – dit-on – ont été tués à
        ▌  Kiev, € 5.


         cdumx verdict  ? help  q quit  j next  k previous  n note
        ── zero-width
        ▌30‍0 morts fin                                          0 %
        ▌○ 30‍0 morts fin



         cdumx verdict  ? help  q quit  j next  k previous  n note
    "#]]
    .assert_eq(&film);
}

#[test]
fn at_every_width_nothing_leaves_its_place() {
    for width in (1..=20).chain([41, 75, 113]) {
        let mut reader = setting_of(&texts()).size(width, 9).start();
        for _ in texts() {
            assert_whole(&reader);
            reader.keys("jG").keys("J");
        }
    }
}

/// No control character is drawn, and wide characters are whole.
#[track_caller]
fn assert_whole(reader: &Reader) {
    let buffer = reader.buffer();
    for cell in buffer.content() {
        let symbol = cell.symbol();
        assert!(!symbol.chars().any(char::is_control), "{symbol:?}");
        assert!(symbol.width() <= 2, "{symbol:?}");
    }
    for (row, line) in reader.screen().lines().enumerate() {
        assert!(line.width() <= usize::from(buffer.area.width), "row {row}: {line:?}");
    }
}

#[test]
fn a_verdict_on_every_text_is_found_again() {
    for (name, bytes) in texts() {
        let mut reader = setting_of(&[(name, bytes)]).start();
        reader.keys("++");
        if reader.current().is_empty() {
            continue;
        }
        let words = reader.current().to_owned();
        reader.keys("d").restart().keys("g");
        assert_eq!(reader.saved().len(), 1, "{name}");
        let item = reader.model().reader.items.iter().find(|item| item.verdict().is_some());
        let doc = reader.model().reader.doc.as_ref().unwrap();
        assert_eq!(item.map(|item| item.span.of(doc.text())), Some(words.as_str()), "{name}");
    }
}

#[test]
fn what_is_no_article_is_listed_with_its_reason() {
    let setting = desk(&[("good.txt", "300 morts.")]);
    let seeds = setting.root().join("seeds");
    std::fs::create_dir_all(seeds.join("folder.txt")).unwrap();
    setting.file("../outside.txt", b"secret");
    symlink("../../outside.txt", seeds.join("link-out.txt")).unwrap();
    symlink("/etc/passwd", seeds.join("link-far.txt")).unwrap();
    symlink("loop-b.txt", seeds.join("loop-a.txt")).unwrap();
    symlink("loop-a.txt", seeds.join("loop-b.txt")).unwrap();
    symlink(".", seeds.join("loop-folder.txt")).unwrap();
    symlink("good.txt", seeds.join("link-in.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(seeds.join("pipe.txt")).status().unwrap().success());
    let _socket = UnixListener::bind(seeds.join("socket.txt")).unwrap();
    setting.file("seeds/line\nend.txt", b"300 morts.");
    let bad = std::ffi::OsStr::from_bytes(b"bad\xff.txt");
    std::fs::write(seeds.join(bad), "300 morts.").unwrap();
    let mut reader = setting.size(70, 28).start();
    reader.keys("<Esc>").check(expect![[r#"
        ▌Articles              1/12 │ bad�.txt
        ▌ bad�.txt              0/0 │   its name is not UTF-8
        ▌ ⚠ its name is not UTF-8   │
          folder.txt            0/0 │
          ⚠ a folder, not an artic… │
          300 morts.            0/1 │
          good.txt         ──────── │
          lineend.txt           0/0 │
          ⚠ control characters in … │
          link-far.txt          0/0 │
          ⚠ a link that leaves the… │
          300 morts.            0/1 │
          link-in.txt      ──────── │
          link-out.txt          0/0 │
          ⚠ a link that leaves the… │
          loop-a.txt            0/0 │
          ⚠ a link that leads nowh… │
          loop-b.txt            0/0 │
          ⚠ a link that leads nowh… │
          loop-folder.txt       0/0 │
          ⚠ a link to a folder      │
          pipe.txt              0/0 │
          ⚠ a pipe, socket or devi… │
          socket.txt            0/0 │
          ⚠ a pipe, socket or devi… │
                                    │
                                    │
         ? help  q quit  j next  k previous  Enter open  v select  Tab pane
    "#]]);
    for _ in 0..12 {
        reader.keys("j<Enter>jd<Esc>");
        assert_whole(&reader);
    }
    let shown = reader.screen() + &reader.files();
    assert!(!shown.contains("secret"), "{shown}");
}
