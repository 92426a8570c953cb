//! Exports of Europresse: each article ends with its number and a certificate.

use super::head::Head;
use super::line::Line;
use crate::core::article::Source;

/// How lines at the foot of an article of Europresse begin.
const FOOT: &[&str] = &[
    "Numéro de document",
    "Document number",
    "news·",
    "pub·",
    "Certificat émis",
    "Certificate issued",
    "Ce certificat",
    "This certificate",
    "Date d'émission",
    "Date d’émission",
    "Issue date",
    "Le présent document est protégé",
    "This material is protected",
];

pub(super) fn line(line: &str) -> Line {
    if FOOT.iter().any(|mark| line.starts_with(mark)) { Line::Last } else { Line::Text }
}

/// What the head of an article says of its origin.
pub(super) fn source(head: &Head<'_>) -> Source {
    // A section may stand between day and title, in capitals.
    let is_section = |line: &&&str| line.chars().any(char::is_lowercase);
    let title = head.behind().iter().find(is_section).copied().or_else(|| head.first());
    head.source(title, head.before())
}
