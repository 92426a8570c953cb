//! From a clause to a claim: its span, score, kinds and reasons.

use super::fact::{Attribution, Facts, NameKind};
use super::feature::{Feature, Features, within};
use super::lexicon::class;
use super::model::{Claim, Kind, Reason};
use super::token::Token;
use crate::core::text::Span;
use crate::core::text::word::Shape;

/// Makes a claim of the clause at `place` in `sentence`, whose tokens and features are given.
pub(super) fn claim(
    place: Span,
    sentence: Span,
    tokens: &[Token],
    facts: &Facts,
    features: &Features,
) -> Claim {
    let mut claim = Claim { span: place, score: features.score(), ..Claim::default() };
    add_facts(&mut claim, sentence, facts);
    add_words(&mut claim, tokens, features);
    claim
}

/// Where a clause stands without the marks at its ends; `None` where no word is left.
pub(super) fn place(text: &str, tokens: &[Token]) -> Option<Span> {
    let loose = |token: &Token| {
        token.shape == Shape::Mark
            && matches!(token.span.of(text), "," | ";" | ":" | "." | "–" | "—" | "-" | "…" | "•")
    };
    let first = tokens.iter().position(|token| !loose(token))?;
    let last = tokens.iter().rposition(|token| !loose(token))?;
    tokens[first..=last]
        .iter()
        .any(|token| token.shape != Shape::Mark)
        .then(|| Span::new(tokens[first].span.start, tokens[last].span.end))
}

fn add_facts(claim: &mut Claim, sentence: Span, facts: &Facts) {
    let span = claim.span;
    for quantity in within(&facts.quantities, span, |q| q.span) {
        push(claim, Kind::Quantity, "figure", quantity.span);
    }
    // The source may stand in another clause of the sentence.
    let speaks = |a: &&Attribution| span.overlaps(a.span) || span.overlaps(a.content);
    for attribution in within(&facts.attributions, sentence, |a| a.span).iter().filter(speaks) {
        let (kind, name) = if attribution.denies {
            (Kind::Denial, "denied-by")
        } else {
            (Kind::Attribution, "source")
        };
        push(claim, kind, name, attribution.source);
    }
    for date in within(&facts.dates, span, |d| d.span) {
        push(claim, Kind::Date, "date", date.span);
    }
    for hearsay in within(&facts.hearsay, span, |s| *s) {
        push(claim, Kind::Attribution, "hearsay", *hearsay);
    }
    let person = |kind: NameKind| kind == NameKind::Person || kind == NameKind::Organisation;
    for name in within(&facts.names, span, |n| n.span).iter().filter(|n| person(n.kind)) {
        claim.reasons.push(Reason { name: "name", span: Some(name.span) });
    }
}

fn add_words(claim: &mut Claim, tokens: &[Token], features: &Features) {
    let first = |class: u64| tokens.iter().find(|token| token.is(class)).map(|token| token.span);
    if let Some(span) = first(class::DEED) {
        push(claim, Kind::Event, "event", span);
    } else if features.gain(Feature::Past) > 0.0 {
        claim.kinds.push(Kind::Event);
    }
    if features.gain(Feature::Past) > 0.0 {
        claim.reasons.push(Reason { name: "past-event", span: None });
    }
    if let Some(span) = first(class::CHANGE) {
        push(claim, Kind::Comparison, "change", span);
    }
    if let Some(span) = first(class::COMPARISON) {
        push(claim, Kind::Comparison, "comparison", span);
    }
}

fn push(claim: &mut Claim, kind: Kind, name: &'static str, span: Span) {
    if !claim.kinds.contains(&kind) {
        claim.kinds.push(kind);
    }
    claim.reasons.push(Reason { name, span: Some(span) });
}
