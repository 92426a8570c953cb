//! Words and signs of a folded text.

use crate::core::article::Span;

/// Words longer than this are cut.
const LONG: usize = 32;

/// Every word and every sign of a folded text in order; spaces are left out.
///
/// Scripts without spaces give one token per character. A run without any
/// border (a link, a text whose spaces were lost) is cut where its bytes say
/// so, thus at the same places after an edit: content-defined chunking.
pub(super) fn tokens(folded: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(folded.len() / 5);
    let mut open: Option<usize> = None;
    for (at, c) in folded.char_indices() {
        let end = at + c.len_utf8();
        if joins(c) {
            open.get_or_insert(at);
            continue;
        }
        if let Some(start) = open.take() {
            word(folded, Span::new(start, at), &mut out);
        }
        if c != ' ' {
            out.push(Span::new(at, end));
        }
    }
    if let Some(start) = open {
        word(folded, Span::new(start, folded.len()), &mut out);
    }
    out
}

fn word(folded: &str, span: Span, out: &mut Vec<Span>) {
    if span.len() <= LONG {
        out.push(span);
        return;
    }
    let bytes = folded.as_bytes();
    let mut start = span.start;
    for at in span.start + 2..span.end {
        let len = at - start;
        let pair = u32::from(bytes[at - 1]) << 8 | u32::from(bytes[at - 2]);
        let cut = len >= 4 && pair.wrapping_mul(0x9E37_79B9) >> 29 == 0 || len >= LONG;
        if cut && folded.is_char_boundary(at) {
            out.push(Span::new(start, at));
            start = at;
        }
    }
    out.push(Span::new(start, span.end));
}

/// Whether a character is of a word that goes on beside it.
pub(super) fn joins(c: char) -> bool {
    c.is_alphanumeric() && !ideographic(c) || matches!(c, '\u{300}'..='\u{36F}')
}

/// Scripts written without spaces between words.
fn ideographic(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(folded: &str) -> Vec<&str> {
        tokens(folded).into_iter().map(|span| span.of(folded)).collect()
    }

    #[test]
    fn words_and_signs() {
        assert_eq!(
            words("l'armee de 1.100 (km²)"),
            ["l", "'", "armee", "de", "1", ".", "100", "(", "km²", ")"]
        );
        assert_eq!(words("北京 a"), ["北", "京", "a"]);
        assert_eq!(words(""), [""; 0]);
    }

    #[test]
    fn long_runs_are_cut_alike_after_an_insertion() {
        let run = "abcdefghijklmnopqrstuvwxyz".repeat(40);
        let shifted = format!("xyz0{run}");
        let (a, b) = (words(&run), words(&shifted));
        assert!(a.len() > 20);
        assert_eq!(a[a.len() - 10..], b[b.len() - 10..]);
        assert_eq!(a.concat(), run);
    }
}
