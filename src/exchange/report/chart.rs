//! Small charts, as SVG that needs no script.

use std::fmt::Write as _;

/// A part of a bar.
pub(super) struct Part {
    /// Its class, which gives its colour.
    pub class: String,
    /// What it counts.
    pub name: String,
    /// How many.
    pub count: usize,
}

/// A bar of parts, 100 units wide, with its counts in words for a screen reader.
/// A part that is not empty is at least 1 unit wide, so that it can be seen.
pub(super) fn bar(parts: &[Part], escape: impl Fn(&str) -> String) -> String {
    let total: usize = parts.iter().map(|part| part.count).sum();
    let shown: Vec<_> = parts.iter().filter(|part| part.count > 0).collect();
    let said: Vec<_> = shown.iter().map(|part| format!("{} {}", part.count, part.name)).collect();
    let said = escape(&said.join(", "));
    let mut out = format!(
        "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{said}\">"
    );
    let mut at = 0.0;
    for part in shown {
        let width = (part.count as f64 * 100.0 / total as f64).max(1.0).min(100.0 - at);
        let _ = write!(
            out,
            "<rect class=\"{}\" x=\"{at:.2}\" y=\"0\" width=\"{width:.2}\" height=\"4\"><title>{} {}</title></rect>",
            part.class,
            part.count,
            escape(&part.name)
        );
        at += width;
    }
    out.push_str("</svg>");
    out
}
