//! Corrections that cite what they correct: the old words stand beside the new ones.
//!
//! Articles recombined from the five get one figure corrected, and the old words cited in the
//! ways newsrooms do. The verdict was given for the old words, so it must not be in force.

use std::fmt::Write as _;

use claimdesk::core::anchor::{Outcome, anchor, select};
use claimdesk::core::article::Span;

use super::generated::{pick, sentences};
use super::{check, show, unmark};
use crate::random::Random;
use expect_test::expect;

/// Where the old words are cited.
#[derive(Clone, Copy, Debug)]
enum Note {
    PullQuoteAfter,
    PullQuoteBefore,
    AfterLastParagraph,
    StruckThrough,
    StruckSentence,
    InParentheses,
    AtTheHead,
    AtTheEnd,
    OnlyTheFigure,
}

const NOTES: [Note; 9] = [
    Note::PullQuoteAfter,
    Note::PullQuoteBefore,
    Note::AfterLastParagraph,
    Note::StruckThrough,
    Note::StruckSentence,
    Note::InParentheses,
    Note::AtTheHead,
    Note::AtTheEnd,
    Note::OnlyTheFigure,
];

/// The digits of a figure of two or more, shifted: `12` becomes `23`.
fn other_figure(figure: &str) -> String {
    let shift = |c: char| match c {
        '0'..='8' => char::from(c as u8 + 1),
        '9' => '1',
        other => other,
    };
    figure.chars().map(shift).collect()
}

/// The first figure of two or more digits in a sentence.
fn figure(sentence: &str) -> Option<Span> {
    let start = sentence.find(|c: char| c.is_ascii_digit())?;
    let tail = &sentence[start..];
    let len = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
    let stands_alone = !sentence[..start].ends_with(char::is_alphanumeric)
        && !tail[len..].starts_with(char::is_alphanumeric);
    (len >= 2 && stands_alone).then(|| Span::new(start, start + len))
}

/// A stretch of the sentence around the figure: the sentence, or some words.
fn claim(sentence: &str, figure: Span, random: &mut Random) -> Span {
    if random.below(2) == 0 {
        return Span::new(0, sentence.len());
    }
    let words: Vec<usize> = sentence.match_indices(' ').map(|(at, _)| at).collect();
    let before = words.iter().rev().filter(|&&at| at < figure.start).nth(random.below(4));
    let after = words.iter().filter(|&&at| at >= figure.end).nth(random.below(4));
    Span::new(before.map_or(0, |at| at + 1), after.copied().unwrap_or(sentence.len()))
}

/// The article before and after; `⟦ ⟧` marks the quote in the one, the new figure in the other.
fn correct(note: Note, random: &mut Random) -> (String, String) {
    let mut all = sentences();
    let with_figure: Vec<usize> = (0..all.len()).filter(|&i| figure(all[i]).is_some()).collect();
    let sentence = all.swap_remove(pick(random, &with_figure));
    let mut lines = |n: usize| {
        let mut text = String::new();
        for _ in 0..n {
            text.push_str(all.swap_remove(random.below(all.len())));
            text.push(if random.below(3) == 0 { '\n' } else { ' ' });
        }
        text
    };
    let (head, tail) =
        (format!("{}\n{}", lines(3).trim_end(), lines(2)), format!("\n{}", lines(4)));
    let tail = if matches!(note, Note::AfterLastParagraph) { String::new() } else { tail };

    let digits = figure(sentence).unwrap();
    let (left, right) = (&sentence[..digits.start], &sentence[digits.end..]);
    let was = digits.of(sentence);
    let is = format!("⟦{}⟧", other_figure(was));
    let corrected = format!("{left}{is}{right}");
    let intro =
        pick(random, &["Une première version disait :", "Nous avions écrit :", "Correction:"]);
    let text = match note {
        Note::PullQuoteAfter => format!("{corrected}\n« {sentence} »"),
        Note::PullQuoteBefore => format!("« {sentence} »\n{corrected}"),
        Note::AfterLastParagraph => format!("{corrected}\nCorrectif. {intro} {sentence}\n"),
        Note::StruckThrough => format!("{left}~~{was}~~ {is}{right}"),
        Note::StruckSentence => format!("~~{sentence}~~ {corrected}"),
        Note::InParentheses => format!("{left}{is} (et non {was}){right}"),
        Note::AtTheHead | Note::AtTheEnd => corrected,
        Note::OnlyTheFigure => format!("{corrected} ({intro} {was}.)"),
    };
    let mut new = format!("{head}{text}{tail}");
    match note {
        Note::AtTheHead => new.insert_str(0, &format!("Erratum : « {sentence} » était faux.\n")),
        Note::AtTheEnd => write!(new, "\n{intro} « {sentence} »\n").unwrap(),
        _ => {}
    }
    let claim = claim(sentence, digits, random);
    let quote =
        format!("{}⟦{}⟧{}", &sentence[..claim.start], claim.of(sentence), &sentence[claim.end..]);
    (format!("{head}{quote}{tail}"), new)
}

/// What is wrong with the answer, if anything.
fn complaint(outcome: &Outcome, place: Span) -> Option<&'static str> {
    let first = match outcome {
        Outcome::Ambiguous { candidates } => candidates.first().copied(),
        outcome => outcome.span(),
    };
    match first {
        _ if outcome.in_force() => Some("in force on words it was not given for"),
        Some(span) if !span.overlaps(place) => Some("elsewhere"),
        _ => None,
    }
}

#[test]
fn old_words_cited_beside_their_correction_do_not_take_the_verdict() {
    let random = &mut Random(13);
    let mut report = String::new();
    for note in NOTES {
        for old_text_at_hand in [true, false] {
            let (mut bad, mut lost, mut text) = (0, 0, String::new());
            for _ in 0..60 {
                let (old, new) = correct(note, random);
                let ((old, quote), (new, place)) = (unmark(&old), unmark(&new));
                let selector = select(&old, quote, None);
                let outcome = anchor(old_text_at_hand.then_some(&old), &new, &selector);
                lost += usize::from(matches!(outcome, Outcome::Lost { .. }));
                if let Some(complaint) = complaint(&outcome, place) {
                    bad += 1;
                    writeln!(
                        text,
                        "  {complaint}: {:?}\n  {}\n  {new:?}",
                        selector.exact,
                        show(&new, &outcome)
                    )
                    .unwrap();
                }
            }
            writeln!(report, "{note:?}, old text {old_text_at_hand}: {bad} wrong, {lost} lost")
                .unwrap();
            if std::env::var_os("ANCHOR_SHOW").is_some() {
                report += &text;
            }
        }
    }
    println!("{report}");
    assert!(!report.contains("in force"), "{report}");
}

#[test]
fn a_note_after_the_last_sentence_leaves_the_choice() {
    check(
        "La ville est en fête. Selon la mairie, ⟦elle compte 12 millions d’habitants⟧.",
        "La ville est en fête. Selon la mairie, elle compte 21 millions d’habitants.\n\
         Correctif. Une première version disait : elle compte 12 millions d’habitants.",
        &expect![[r#"
            old text: ambiguous ⟦elle compte 21 millions d’habitants⟧ ⟦elle compte 12 millions d’habitants⟧
            quote only: lost
        "#]],
    );
}

#[test]
fn a_figure_struck_through_leaves_the_choice() {
    check(
        "Séoul indique que Pyongyang fournit des canons de ⟦170⟧ mm et des lance-roquettes.",
        "Séoul indique que Pyongyang fournit des canons de ~~170~~ 281 mm et des lance-roquettes.",
        &expect![[r#"
            old text: ambiguous ⟦281⟧ ⟦170⟧
            quote only: ambiguous ⟦281⟧ ⟦170⟧
        "#]],
    );
}

#[test]
fn a_line_put_in_beside_others_like_it_leaves_the_choice_too() {
    check(
        "Les morts :\nFrance : 1 200 morts.\n⟦Italie : 900 morts.⟧\nPologne : 300 morts.\n",
        "Les morts :\nFrance : 1 200 morts.\nItalie : 900 morts.\nEspagne : 400 morts.\nPologne : 300 morts.\n",
        &expect![[r#"
            old text: ambiguous ⟦Italie : 900 morts.⟧ ⟦Espagne : 400 morts.⟧
            quote only: ambiguous ⟦Italie : 900 morts.⟧ ⟦Espagne : 400 morts.⟧
        "#]],
    );
}

#[test]
fn what_is_put_in_between_does_not_become_the_claim() {
    let more = "Le ministre a longuement parlé de tout autre chose devant la presse. ".repeat(20);
    check(
        "Un début. ⟦Les pertes sont de 1 100 hommes. Séoul le confirme.⟧ Une fin.",
        &format!("Un début. Les pertes sont de 1 300 hommes. {more}Séoul le confirme. Une fin."),
        &expect![[r#"
            old text: material ⟦Les pertes sont de 1 300 hommes. Le ministre⟧ figure: 1 100 → 1 300; name: Séoul → ; source: confirme → ministre;
            quote only: lost
        "#]],
    );
}
