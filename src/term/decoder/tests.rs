//! What is typed arrives, what is not typed is swallowed, however it is split.

use proptest::prelude::*;

use super::*;
use crate::term::input::Answer;

/// What a decoder makes of chunks, and of the silence behind them.
fn decode(chunks: &[&[u8]]) -> Vec<Input> {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    for chunk in chunks {
        decoder.feed(chunk, &mut out);
    }
    if decoder.patience().is_some() {
        decoder.silence(&mut out);
    }
    assert_eq!(decoder.patience(), None, "after silence nothing is pending");
    out
}

/// Inputs as they are named in settings.
fn named(inputs: &[Input]) -> String {
    let name = |input: &Input| match input {
        Input::Key(key) => key.to_string(),
        Input::Meta(key) => format!("ESC+{key}"),
        Input::Paste(text) => format!("{text:?}"),
        Input::Mouse(act, x, y) => format!("{act:?} {x},{y}"),
        Input::Answer(Answer::Ground(is_light)) => format!("light={is_light}"),
        Input::Answer(Answer::Identity) => "identity".into(),
        Input::Resized => "resized".into(),
    };
    inputs.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// Decodes it whole, byte by byte, and split in two at every place.
#[track_caller]
fn check(sent: &[u8], expect: &str) {
    let bytes: Vec<&[u8]> = sent.chunks(1).collect();
    assert_eq!(
        named(&decode(&bytes)),
        expect,
        "{:?} byte by byte",
        sent.escape_ascii().to_string()
    );
    for at in 0..=sent.len() {
        let (left, right) = sent.split_at(at);
        let got = named(&decode(&[left, right]));
        assert_eq!(got, expect, "{:?} split at {at}", sent.escape_ascii().to_string());
    }
}

#[test]
fn a_terminal_tells_when_it_turns_to_other_colours() {
    check(b"\x1b[?997;2n", "light=true");
    check(b"\x1b[?997;1n", "light=false");
    // A status of something else is no key either.
    check(b"\x1b[?13n\x1b[?997;9n", "");
}

#[test]
fn keys_of_all_kinds_of_terminals() {
    for (sent, expect) in [
        ("aZ é日👩", "a Z Space é 日 👩"),
        (
            "\r\t\x7f\x08\x00\x01\x13\x0a\x1f",
            "Enter Tab Backspace Backspace Ctrl-Space Ctrl-A Ctrl-S Ctrl-J Ctrl-7",
        ),
        ("\x1b[A\x1bOA\x1b[1;5A\x1bO5A\x1b[a\x1bOa", "Up Up Ctrl-Up Ctrl-Up Shift-Up Ctrl-Up"),
        (
            "\x1b[H\x1b[1~\x1b[7~\x1bOF\x1b[4;2~\x1b[5^\x1b[6$\x1b[3@",
            "Home Home Home End Shift-End Ctrl-PgUp Shift-PgDn Ctrl-Shift-Delete",
        ),
        (
            "\x1bOP\x1b[11~\x1b[[A\x1b[15~\x1b[17~\x1b[24;5~\x1b[34~\x1b[R",
            "F1 F1 F1 F5 F6 Ctrl-F12 F20 F3",
        ),
        ("\x1b[Z\x1b[9;2u\x1b[27;2;9~", "Shift-Tab Shift-Tab Shift-Tab"),
        (
            "\x1b[97u\x1b[97;2u\x1b[97:65;2u\x1b[101;5u\x1b[27;5;101~\x1b[100;3u\x1b[13;5u",
            "a A A Ctrl-E Ctrl-E Alt-d Ctrl-Enter",
        ),
        // What is let go, lone modifiers, and keys with Super are none of ours.
        ("\x1b[97;1:3u\x1b[57441u\x1b[97;9u\x1b[97;1:2u", "a"),
        ("\x1b[57414u\x1b[57400u\x1b[57413u\x1bOM\x1bOp\x1bOk", "Enter 1 + Enter 0 +"),
        // AltGr as Ctrl-Alt types; Ctrl-Alt with a letter is a chord.
        ("\x1b[64;7u\x1b[91;7u\x1b[8364;7u\x1b[27;7;125~\x1b[101;7u", "@ [ € } Ctrl-Alt-E"),
        ("\x1b[I\x1b[O", ""),
    ] {
        check(sent.as_bytes(), expect);
    }
}

#[test]
fn the_escape_key_beside_others() {
    for (sent, expect) in [
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc Esc"),
        ("\x1bd", "ESC+d"),
        ("\x1b\x1bd", "Esc ESC+d"),
        ("\x1bé", "Esc é"),
        ("\x1b\x7f", "ESC+Backspace"),
        // Option with an arrow, as Terminal.app sends it.
        ("\x1b\x1b[Ad", "Alt-Up d"),
        ("\x1b\x1bOD", "Alt-Left"),
        // The key before an answer.
        ("\x1b\x1b[?997;1nd", "Esc light=false d"),
        ("\x1b\x1b]11;rgb:0/0/0\x07d", "Esc light=false d"),
    ] {
        check(sent.as_bytes(), expect);
    }
}

#[test]
fn a_lone_esc_waits_a_moment_and_the_rest_of_a_sequence_longer() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    let mut patience = |bytes: &[u8]| {
        decoder.feed(bytes, &mut out);
        decoder.patience().map(|patience| patience.as_millis())
    };
    assert_eq!(patience(b"\x1b"), Some(30));
    assert_eq!(patience(b"["), Some(500));
    assert_eq!(patience(b"A"), None);
    assert_eq!(patience(b"\x1b]52;c;"), Some(500));
    assert_eq!(patience(&[b'x'; LONGEST]), Some(100));
    assert_eq!(patience(b"\x1b"), Some(100), "the end of a text may be split, too");
}

#[test]
fn answers_and_reports_are_no_typing() {
    for (sent, expect) in [
        ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\d", "light=false d"),
        ("\x1b]11;rgb:ffff/ffff/ffff\x07d", "light=true d"),
        ("\x1b]52;c;Y2xhaW1kZXNr\x07d", "d"),
        ("\x1b]0;été Ü \u{9c}\x1b\\d", "d"),
        ("\x1bP>|xterm(390)\x1b\\d", "d"),
        ("\x1b_Gi=1;OK\x1b\\\x1b^private\x1b\\\x1bXtext\x1b\\d", "d"),
        ("\x1b[?62;22cd", "identity d"),
        ("\x1b[>41;354;0cd", "d"),
        ("\x1b[?997;1nd", "light=false d"),
        ("\x1b[?2026;2$yd", "d"),
        ("\x1b[4;1$yd", "d"),
        ("\x1b[?0ud", "d"),
        ("\x1b[12;40Rd", "d"),
        ("\x1b[8;24;80td", "d"),
        ("\x1b[=1;2 qd", "d"),
        // Controls of eight bits, as bytes of UTF-8.
        ("\u{9b}997;1nd\u{9d}11;rgb:0/0/0\x07d", "d light=false d"),
        // A text that is broken off by a key, and the end of one that was given up.
        ("\x1b]11;rgb\x1b[Ad", "Up d"),
        ("\x1b\\d", "d"),
        ("\x1b[12\x18d", "d"),
    ] {
        check(sent.as_bytes(), expect);
    }
    check(b"\x9b997;1nd", "d");
}

#[test]
fn pastes_and_the_mouse() {
    check(b"\x1b[200~a\x1b[31mb\rc\x1b[201~d", r#""a\u{1b}[31mb\rc" d"#);
    check(b"\x1b[200~\xff\x1b[201~d", "\"\u{fffd}\" d");
    check(b"\x1b[200~\x1b[201~\x1b[201~d", "d");
    check(b"\x1b[<0;5;7M\x1b[<32;6;7M\x1b[<0;6;7m", "Press 4,6 Drag 5,6 Release 5,6");
    check(
        b"\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<35;1;1M\x1b[<4;1;1M",
        "WheelUp 0,0 WheelDown 0,0 Press 0,0",
    );
    check(b"\x1b[M !!d", "Press 0,0 d");
    check(b"\x1b[32;3;4Md", "Press 2,3 d");
    check(b"\x1b[<0;0;0Md\x1b[<99999999999;1;1Md", "d d");
}

/// A report that broke off must not take the beginning of a paste for its end: what is pasted
/// would be typed, a command a letter.
#[test]
fn a_paste_behind_a_sequence_that_broke_off_is_a_paste() {
    let reports: [&[u8]; 9] = [
        b"\x1b[M !!",
        b"\x1b[[A",
        b"\x1b[<0;12;30M",
        b"\x1bOP",
        b"\x1b[1;5A",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b",
        b"\x1bP>|xterm(390)\x1b",
        b"\x1b_G\x1b",
        "é👩".as_bytes(),
    ];
    for report in reports {
        for end in 0..report.len() {
            let sent = [&report[..end], b"\x1b[200~qd 12\x1b[201~"].concat();
            let inputs = decode(&[&sent]);
            assert_eq!(inputs.last(), Some(&Input::Paste("qd 12".into())), "{sent:?}");
            let typed = |input: &Input| matches!(input, Input::Key(key) if "qd12".contains(&key.to_string()));
            assert!(!inputs.iter().any(typed), "{sent:?}: {}", named(&inputs));
        }
    }
}

#[test]
fn what_is_broken_off_is_forgotten_after_silence() {
    for broken in [
        &b"\x1b["[..],
        b"\x1b[1;",
        b"\x1bO",
        b"\x1b]11;rgb",
        b"\x1bP>|",
        b"\x1b_G",
        b"\xe2\x82",
        b"\x1b[M ",
        b"\x1b]0;x\x1b",
        b"\x1b[[",
    ] {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        decoder.feed(broken, &mut out);
        decoder.silence(&mut out);
        decoder.feed(b"d", &mut out);
        assert_eq!(named(&out), "d", "{:?}", broken.escape_ascii().to_string());
    }
}

#[test]
fn a_torn_paste_is_handed_over_and_its_rest_is_no_typing() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    decoder.feed(b"\x1b[200~first", &mut out);
    decoder.silence(&mut out);
    decoder.feed(b"d", &mut out);
    decoder.feed(b"the rest of what was pasted\x1b[201~d", &mut out);
    decoder.feed(b"jjjjjjjjjjjjjjjjjjjjj", &mut out);
    let typed = "j ".repeat(21);
    assert_eq!(
        named(&out),
        format!("\"first\" d \"the rest of what was pasted\" d {}", typed.trim())
    );
}

#[test]
fn nothing_is_kept_of_a_long_paste() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    let mut paste = b"\x1b[200~".to_vec();
    paste.extend(vec![b'x'; 1 << 20]);
    paste.extend(PASTE_END);
    decoder.feed(&paste, &mut out);
    assert!(matches!(&out[..], [Input::Paste(text)] if text.len() == 1 << 20));
    assert!(decoder.kept.capacity() < 1024);
}

/// A sequence that is no key, with anything inside that may stand there.
fn report() -> impl Strategy<Value = Vec<u8>> {
    let text = prop::collection::vec(
        any::<u8>()
            .prop_filter("no control ends it", |byte| !matches!(byte, 0x07 | 0x18 | 0x1a | 0x1b)),
        0..40,
    );
    let introducer = prop::sample::select(vec![b']', b'P', b'X', b'^', b'_']);
    let strings = (introducer, text)
        .prop_map(|(introducer, text)| [&[ESC, introducer][..], &text, b"\x1b\\"].concat());
    let private = ("[?>=][0-9;:]{0,12}[ $!]{0,2}", 0x40..=0x7eu8)
        .prop_map(|(body, last)| [b"\x1b[", body.as_bytes(), &[last]].concat());
    prop_oneof![strings, private]
}

proptest! {
    #[test]
    fn no_report_is_a_key_at_any_split(reports in prop::collection::vec(report(), 1..4), size in 1..9usize) {
        let sent = [reports.concat(), b"d".to_vec()].concat();
        let chunks: Vec<&[u8]> = sent.chunks(size).collect();
        let keys: Vec<Input> =
            decode(&chunks).into_iter().filter(|input| !matches!(input, Input::Answer(_))).collect();
        prop_assert_eq!(named(&keys), "d");
    }

    #[test]
    fn after_any_bytes_a_key_arrives(chunks in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..30), 0..20)) {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        for chunk in &chunks {
            decoder.feed(chunk, &mut out);
        }
        decoder.silence(&mut out);
        prop_assert_eq!(decoder.patience(), None);
        out.clear();
        decoder.feed(b"d", &mut out);
        prop_assert_eq!(named(&out), "d");
    }

    #[test]
    fn what_is_kept_is_bounded(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        decoder.feed(b"\x1b]", &mut out);
        for _ in 0..8 {
            decoder.feed(&bytes, &mut out);
            prop_assert!(decoder.state == State::Paste || decoder.kept.len() <= LONGEST);
        }
    }
}
