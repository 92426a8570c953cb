//! Where the lines of a text begin.

/// Longest line laid out as one, in bytes. A longer one is cut at a space near
/// here, so that showing a page never costs more than a page, even where a
/// file is a single line of 10 MB.
pub(super) const LINE: usize = 8192;

/// The first byte of each line of a text, at least one; a very long line counts as several.
pub(super) fn cut(text: &str) -> Vec<usize> {
    let mut lines = vec![0];
    let mut start = 0;
    for feed in memchr::memchr_iter(b'\n', text.as_bytes()) {
        cut_long(text, start, feed, &mut lines);
        start = feed + 1;
        lines.push(start);
    }
    cut_long(text, start, text.len(), &mut lines);
    if lines.len() > 1 && lines.last() == Some(&text.len()) {
        lines.pop();
    }
    lines
}

fn cut_long(text: &str, mut start: usize, end: usize, lines: &mut Vec<usize>) {
    while end - start > LINE {
        let cut = soft_cut(text, start + LINE);
        lines.push(cut);
        start = cut;
    }
}

/// After a space close before `limit`, else between two letters.
fn soft_cut(text: &str, limit: usize) -> usize {
    let near = limit - LINE / 8;
    if let Some(space) = memchr::memrchr(b' ', &text.as_bytes()[near..limit]) {
        return near + space + 1;
    }
    let mut at = limit;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
