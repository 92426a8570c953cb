//! Figures: their digits in any script, and the marks between them.

/// The value of a decimal digit: ASCII, full-width, Arabic or Devanagari.
pub(crate) const fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some((c as u32 - zero as u32) as u8)
}

/// `½` and the like.
pub(super) const fn is_vulgar(c: char) -> bool {
    matches!(
        c,
        '½' | '¼'
            | '¾'
            | '⅓'
            | '⅔'
            | '⅕'
            | '⅖'
            | '⅗'
            | '⅘'
            | '⅙'
            | '⅚'
            | '⅛'
            | '⅜'
            | '⅝'
            | '⅞'
    )
}

/// One past the figure that begins at `start`: digits, groups of three behind a
/// space or apostrophe, digits behind a point or comma.
pub(super) fn figure_end(bytes: &[u8], start: usize, end: usize) -> usize {
    let digits = |from: usize| bytes[from..end].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut at = start;
    let mut group = digits(at);
    let grouped = group <= 3;
    let mut whole = true;
    at += group;
    let list = is_list(bytes, start, end);
    while at < end {
        let rest = &bytes[at..end];
        let (len, space) = match rest {
            [b',', ..] if list => break,
            [b'.' | b',', ..] => (1, false),
            [b' ' | b'\'', ..] => (1, true),
            [0xC2, 0xA0, ..] => (2, true),
            [0xE2, 0x80, 0xAF | 0x89 | 0x99, ..] => (3, true),
            _ => break,
        };
        group = if at + len < end { digits(at + len) } else { 0 };
        if group == 0 || (space && !(group == 3 && grouped && whole)) {
            break;
        }
        whole &= space || group == 3;
        at += len + group;
    }
    at
}

/// `22,24,26,31`: whether the figure at `start` is one of a list without spaces.
fn is_list(bytes: &[u8], start: usize, end: usize) -> bool {
    let follows = start > 1 && bytes[start - 1] == b',' && bytes[start - 2].is_ascii_digit();
    let run = bytes[start..end].iter().take(24).take_while(|b| b.is_ascii_digit() || **b == b',');
    let run = &bytes[start..start + run.count()];
    let mut groups = run.split(|b| *b == b',').skip(1);
    let short = groups.next().is_some_and(|group| matches!(group.len(), 1 | 2));
    follows || (short && groups.next().is_some_and(|group| matches!(group.len(), 1 | 2)))
}
