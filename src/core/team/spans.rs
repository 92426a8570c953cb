//! How far people agree on *which* stretches are claims: Krippendorff's αU.
//!
//! Source: K. Krippendorff, *On the Reliability of Unitizing Continuous Data*
//! (1995), and *Content Analysis* (2004), p. 251–256, whose example the tests hold.

use crate::core::article::Span;

/// αU with what it is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unitizing {
    /// Observed disagreement.
    pub observed: f64,
    /// Disagreement expected by chance.
    pub expected: f64,
    /// 1 − observed / expected; none where no disagreement is possible.
    pub alpha: Option<f64>,
}

/// A stretch that a rater marked, or the gap between two.
#[derive(Clone, Copy)]
struct Section {
    start: f64,
    len: f64,
    marked: bool,
}

/// αU of one article of `length` units (code points or bytes): for each rater
/// their stretches, sorted and without overlap ([`disjoint`] makes them so).
///
/// Costs the product of the stretches of each pair of raters.
pub fn unitizing(length: usize, raters: &[Vec<Span>]) -> Unitizing {
    let sections: Vec<_> = raters.iter().map(|marks| cut(length, marks)).collect();
    let (m, l) = (raters.len() as f64, length as f64);
    let mut difference = 0.0;
    for (i, one) in sections.iter().enumerate() {
        for (j, other) in sections.iter().enumerate() {
            if i != j {
                difference +=
                    one.iter().flat_map(|g| other.iter().map(|h| apart(g, h))).sum::<f64>();
            }
        }
    }
    let observed = if m > 1.0 { difference / (m * (m - 1.0) * l * l) } else { 0.0 };
    let expected = expected(m, l, &sections);
    Unitizing { observed, expected, alpha: (expected != 0.0).then(|| 1.0 - observed / expected) }
}

fn cut(length: usize, marks: &[Span]) -> Vec<Section> {
    let section = |start: usize, end: usize, marked| Section {
        start: start as f64,
        len: (end - start) as f64,
        marked,
    };
    let mut sections = Vec::new();
    let mut at = 0;
    for mark in marks {
        if mark.start > at {
            sections.push(section(at, mark.start, false));
        }
        sections.push(section(mark.start, mark.end, true));
        at = mark.end;
    }
    if at < length {
        sections.push(section(at, length, false));
    }
    sections
}

/// The squared difference of two sections (Krippendorff 2004, p. 253).
fn apart(g: &Section, h: &Section) -> f64 {
    let x = g.start - h.start;
    match (g.marked, h.marked) {
        (true, true) if -g.len < x && x < h.len => x * x + (x + g.len - h.len).powi(2),
        (true, false) if h.len - g.len >= x && x >= 0.0 => g.len * g.len,
        (false, true) if g.len - h.len >= -x && -x >= 0.0 => h.len * h.len,
        _ => 0.0,
    }
}

/// The disagreement that chance would give (Krippendorff 2004, p. 254).
fn expected(m: f64, l: f64, sections: &[Vec<Section>]) -> f64 {
    let lens = |marked: bool| -> Vec<f64> {
        let all = sections.iter().flatten().filter(|section| section.marked == marked);
        all.map(|section| section.len).collect()
    };
    let (marks, gaps) = (lens(true), lens(false));
    let pairs = m * l * (m * l - 1.0) - marks.iter().map(|len| len * (len - 1.0)).sum::<f64>();
    if pairs == 0.0 {
        return 0.0;
    }
    let others = (marks.len() as f64 - 1.0) / 3.0;
    let weigh = |len: &f64| {
        let room: f64 = gaps.iter().filter(|gap| *gap >= len).map(|gap| gap - len + 1.0).sum();
        others * (2.0 * len.powi(3) - 3.0 * len * len + len) + len * len * room
    };
    2.0 / l * marks.iter().map(weigh).sum::<f64>() / pairs
}

/// The stretches one person marked as a text's own cut: sorted, overlapping ones joined.
pub fn disjoint(mut marks: Vec<Span>) -> Vec<Span> {
    marks.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for mark in marks {
        match out.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => out.push(mark),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_marks_of_one_person_are_one_stretch() {
        let spans = [(5, 9), (0, 4), (8, 12), (12, 13)].map(|(a, b)| Span::new(a, b));
        let joined = [(0, 4), (5, 12), (12, 13)].map(|(a, b)| Span::new(a, b));
        assert_eq!(disjoint(spans.to_vec()), joined);
    }
}
