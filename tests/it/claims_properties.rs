//! What holds of the analysis of any text at all.

use claimdesk::core::article::sentence::sentences;
use claimdesk::core::article::{Span, margin};
use claimdesk::core::claim::analyze;
use claimdesk::core::fact::Quantity;
use proptest::prelude::*;
use unicode_segmentation::GraphemeCursor;

/// Texts made of what splitters and finders stumble over.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-zé]{1,8}",
        2 => Just(" ".to_owned()),
        1 => prop::sample::select(vec![
            ". ", "M. ", "etc. ", "J.-C. ", "« ", " »", "“", "”", "\"", "…", " ? ", " ! ", "\n", "\r\n", "; ", ", ", " : ",
            "12 000", "1.100", "3,5", "12\u{a0}000", "8-12 000", " soldats ", " millions ", "deux cent", "quatre-vingt-dix",
            " de ", "$", "%", "en juin ", "2024", "5/17/2018", "Kim ", "Séoul ", "OTAN", "a déclaré ", "selon ", "auraient ",
            "U.S. ", "said ", "-t-il", "l’", "e\u{301}", "\u{301}", "🇫🇷", "👩\u{200d}🚀", "\u{200d}", "。", "العربية", "\u{600}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn is_border(text: &str, at: usize) -> bool {
    text.is_char_boundary(at)
        && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap()
}

/// Ordered by place, on grapheme borders, not empty.
fn check_places(text: &str, what: &str, spans: &[Span]) -> Result<(), TestCaseError> {
    for span in spans {
        prop_assert!(span.start < span.end, "{what} is empty: {span:?}");
        prop_assert!(
            is_border(text, span.start) && is_border(text, span.end),
            "{what} {:?} {span:?}",
            span.of(text)
        );
    }
    prop_assert!(spans.is_sorted_by_key(|span| span.start), "{what} out of order: {spans:?}");
    Ok(())
}

proptest! {
    #[test]
    fn sentences_cover_all_ink_in_order(text in text()) {
        let mut at = 0;
        for span in sentences(&text) {
            let before = &text[at..span.start];
            let line = before.rfind(['\n', '\r']).map_or(at, |feed| at + feed + 1);
            let signs = margin::of(&text[line..]).signs;
            let free = before.trim().is_empty() || text[at..line].trim().is_empty() && line + signs >= span.start;
            prop_assert!(span.start >= at && free, "{before:?} before {span:?}");
            at = span.end;
        }
        prop_assert!(text[at..].trim().is_empty());
        check_places(&text, "sentence", &sentences(&text).collect::<Vec<_>>())?;
    }

    #[test]
    fn everything_found_lies_inside_a_sentence(text in text()) {
        let analysis = analyze(&text);
        let facts = &analysis.facts;
        let found = [
            ("claim", analysis.claims.iter().map(|c| c.span).collect::<Vec<_>>()),
            ("quantity", facts.quantities.iter().map(|q| q.span).collect()),
            ("date", facts.dates.iter().map(|d| d.span).collect()),
            ("name", facts.names.iter().map(|n| n.span).collect()),
            ("hearsay", facts.hearsay.clone()),
            ("attribution", facts.attributions.iter().map(|a| a.span).collect()),
            ("unread", facts.unread.clone()),
        ];
        for (what, spans) in &found {
            check_places(&text, what, spans)?;
            for span in spans {
                let inside = analysis.sentences.iter().any(|sentence| sentence.span.covers(*span));
                prop_assert!(inside, "{what} {:?} outside", span.of(&text));
            }
        }
        check_places(&text, "quote", &facts.quotes.iter().map(|q| q.span).collect::<Vec<_>>())?;
        for claim in &analysis.claims {
            prop_assert!((0.0..=1.0).contains(&claim.score));
        }
    }

    #[test]
    fn a_score_is_the_sum_of_its_terms(text in text()) {
        let analysis = analyze(&text);
        for sentence in &analysis.sentences {
            let odds: f32 = analysis.explain(&text, sentence.span).iter().map(|term| term.value * term.weight).sum();
            let score = 1.0 / (1.0 + (-odds).exp());
            prop_assert!((score - sentence.score).abs() < 1e-4, "{score} is not {}", sentence.score);
        }
    }

    #[test]
    fn a_printed_value_is_read_again(value in 2_u64..2_000_000_000, french: bool, narrow: bool) {
        let (intro, noun, mark) = match (french, narrow) {
            (true, true) => ("Il y a", "soldats dans le pays", "\u{202f}"),
            (true, false) => ("Il y a", "soldats dans le pays", " "),
            (false, _) => ("There are", "soldiers in the country", ","),
        };
        let text = format!("{intro} {} {noun}.", grouped(value, mark));
        let quantities = analyze(&text).facts.quantities;
        prop_assert_eq!(quantities.iter().map(Quantity::value).collect::<Vec<_>>(), [Some(value as f64)], "{}", text);
    }

    #[test]
    fn a_spelled_number_is_read_again(value in 2_u32..1_000_000) {
        let text = format!("Il y a {} soldats dans le pays.", french_words(value));
        let quantities = analyze(&text).facts.quantities;
        prop_assert_eq!(quantities.iter().map(Quantity::value).collect::<Vec<_>>(), [Some(f64::from(value))], "{}", text);
    }
}

/// The digits in groups of three.
fn grouped(value: u64, mark: &str) -> String {
    let digits = value.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap())
        .collect();
    groups.join(mark)
}

/// A number in French words, as in France.
fn french_words(n: u32) -> String {
    const SMALL: [&str; 17] = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize",
    ];
    const TENS: [&str; 7] = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"];
    match n {
        0..=16 => SMALL[n as usize].to_owned(),
        17..=19 => format!("dix-{}", SMALL[n as usize - 10]),
        20..=69 => match n % 10 {
            0 => TENS[n as usize / 10].to_owned(),
            1 => format!("{} et un", TENS[n as usize / 10]),
            unit => format!("{}-{}", TENS[n as usize / 10], SMALL[unit as usize]),
        },
        70..=79 if n == 71 => "soixante et onze".to_owned(),
        70..=79 => format!("soixante-{}", french_words(n - 60)),
        80 => "quatre-vingts".to_owned(),
        81..=99 => format!("quatre-vingt-{}", french_words(n - 80)),
        100..=999 => {
            let head = if n / 100 == 1 {
                "cent".to_owned()
            } else {
                format!("{} cent", SMALL[n as usize / 100])
            };
            if n.is_multiple_of(100) { head } else { format!("{head} {}", french_words(n % 100)) }
        }
        _ => {
            let head = if n / 1000 == 1 {
                "mille".to_owned()
            } else {
                format!("{} mille", french_words(n / 1000))
            };
            if n.is_multiple_of(1000) { head } else { format!("{head} {}", french_words(n % 1000)) }
        }
    }
}
