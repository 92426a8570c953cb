//! Sentences that tell but where, when and by whom an article was written.

use crate::core::article::dateline::is_place;
use crate::core::article::{Span, within};
use crate::core::fact::{Date, Facts};
use crate::core::lang::lexicon::class;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// The most tokens of such a sentence.
const MOST: usize = 24;

/// `Lyon, le 3 mai 2025`, `Veröffentlicht am 3. Mai 2025 um 14.30 Uhr`, `By Ann Lee, May 3`: a date that belongs to the
/// article, with nothing that happened on it.
pub(super) fn is_dateline(text: &str, tokens: &[Token], facts: &Facts) -> bool {
    let (Some(begin), Some(end)) = (tokens.first(), tokens.last()) else { return false };
    if tokens.len() > MOST {
        return false;
    }
    let span = Span::new(begin.span.start, end.span.end);
    let dates = within(&facts.dates, span, |date| date.span);
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return false };
    let before = tokens.partition_point(|token| token.span.start < first.span.start);
    let behind = tokens.partition_point(|token| token.span.start < last.span.end);
    let in_dates = |token: &Token| dates.iter().any(|date| date.span.covers(token.span));
    let beside = |(at, token): (usize, &Token)| in_dates(token) || is_beside(token, at >= behind);
    dates.iter().any(is_day)
        && tokens.iter().enumerate().skip(before).all(beside)
        && leads(text, &tokens[..before])
}

/// A day of the calendar, or a month with its year; no stretch of time.
fn is_day(date: &Date) -> bool {
    let from = date.from;
    from.month.is_some() && (from.day.is_some() || from.year.is_some()) && date.to.is_none()
}

/// What stands between a day and its hour, or behind them: `um`, `Uhr`, `(AFP)`.
fn is_beside(token: &Token, behind: bool) -> bool {
    match token.shape {
        Shape::Mark => true,
        Shape::Acronym => behind,
        _ => is_small(token) || token.is(class::CLOCK | class::STAMP),
    }
}

/// A small word that tells nothing: `le`, `am`, `on`.
fn is_small(token: &Token) -> bool {
    token.is(class::PREP | class::DET | class::OF | class::HOURLY | class::STOP)
}

/// How many tokens at the head of a paragraph are such a sentence before a dash: `Lyon, 3 mai 2025 – `.
pub(super) fn dateline(text: &str, tokens: &[Token], facts: &Facts) -> usize {
    let dash = |token: &Token| token.spaced && matches!(token.span.of(text), "—" | "–" | "-");
    let ends = |at: &usize| dash(&tokens[*at]) && is_dateline(text, &tokens[..*at], facts);
    (0..tokens.len().min(MOST)).rev().find(ends).map_or(0, |at| at + 1)
}

/// Whether what stands before the day is a place, a name or `published`.
fn leads(text: &str, tokens: &[Token]) -> bool {
    let small = tokens.iter().rev().take_while(|token| is_small(token)).count();
    let tokens = &tokens[..tokens.len() - small];
    let Some(last) = tokens.last() else { return true };
    if tokens.iter().any(|token| token.is(class::STAMP)) {
        let tells = |token: &Token| matches!(token.shape, Shape::Small | Shape::Figure);
        return tokens
            .iter()
            .all(|token| is_small(token) || token.is(class::STAMP) || !tells(token));
    }
    // `Lyon (AFP)`
    let marks = tokens.iter().rev().take_while(|token| token.shape == Shape::Mark).count();
    let open = tokens.iter().position(|token| token.is_mark(text, "("));
    let end = open.unwrap_or(tokens.len() - marks);
    let words = end.checked_sub(1).map(|at| &text[tokens[0].span.start..tokens[at].span.end]);
    last.shape == Shape::Mark && words.is_some_and(is_place)
}
