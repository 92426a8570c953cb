//! What changed in the sentence around words that stayed what they were: `did not`, `according to`,
//! a place. The verdict holds; its author may want to know.

use super::change::{self, Change, Judgement};
use super::point::floor;
use crate::core::annotation::Selector;
use crate::core::article::{Span, sentence::sentences};

/// Words that tell where a context begins that was cut.
const FIRST: usize = 3;

/// The material changes in the rest of the sentence of a quote that now stands at `span`, as far
/// as its selector remembers that sentence.
pub fn beside(selector: &Selector, text: &str, span: Span) -> Vec<Change> {
    let Selector { prefix, exact, suffix, .. } = selector;
    let (left, right) = (&text[..span.start], &text[span.end..]);
    if left.ends_with(prefix.as_str()) && right.starts_with(suffix.as_str()) {
        return Vec::new();
    }
    let remembered = [prefix.as_str(), exact, suffix].concat();
    let quote = Span::new(prefix.len(), prefix.len() + exact.len());
    let was = around(&remembered, quote);
    let window = window(text, span, 2 * remembered.len());
    let part = window.of(text);
    let here = Span::new(span.start - window.start, span.end - window.start);
    let is = around(part, here);
    let old = (Span::new(was.start, quote.start), Span::new(quote.end, was.end));
    let new = (Span::new(is.start, here.start), Span::new(here.end, is.end));
    let (before, after) = (old.0.of(&remembered), old.1.of(&remembered));
    // A context that ends inside the sentence is compared with as much of it.
    let cut = |edge: &str| !edge.is_empty();
    let is_cut_before = cut(before) && remembered[..was.start].trim().is_empty();
    let is_cut_after = cut(after) && remembered[was.end..].trim().is_empty();
    let now = match is_cut_before {
        true => since(new.0.of(part), before),
        false => new.0.of(part),
    };
    let then = match is_cut_after && !ends_sentence(after) {
        true => until(new.1.of(part), after),
        false => new.1.of(part),
    };
    let mut changes = Vec::new();
    for (old, new) in [(before, now), (after, then)] {
        if let Judgement::Material(found) = change::judge(old, new, true) {
            changes.extend(found);
        }
    }
    changes
}

/// The sentence, or sentences, that hold these words.
fn around(text: &str, words: Span) -> Span {
    let mut all = sentences(text).filter(|sentence| sentence.overlaps(words));
    let first = all.next().unwrap_or(words);
    let last = all.last().unwrap_or(first);
    Span::new(first.start.min(words.start), last.end.max(words.end))
}

/// As much on both sides as may matter.
fn window(text: &str, span: Span, reach: usize) -> Span {
    let start = floor(text, span.start.saturating_sub(reach));
    Span::new(start, floor(text, span.end.saturating_add(reach).min(text.len())))
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '…', '»', '”', '"'])
}

/// The end of `text` that begins like `old`, else as many words of it.
fn since<'a>(text: &'a str, old: &str) -> &'a str {
    let first = old.split_whitespace().take(FIRST).last().map_or(old, |word| {
        let end = word.as_ptr() as usize - old.as_ptr() as usize + word.len();
        old[..end].trim_start()
    });
    if let Some(at) = text.rfind(first) {
        return &text[at..];
    }
    let words: Vec<_> = text.split_whitespace().collect();
    let count = old.split_whitespace().count();
    match words.len().checked_sub(count).and_then(|skip| words.get(skip)) {
        Some(word) => &text[word.as_ptr() as usize - text.as_ptr() as usize..],
        None => text,
    }
}

/// The beginning of `text` that ends like `old`, else as many words of it.
fn until<'a>(text: &'a str, old: &str) -> &'a str {
    let words: Vec<_> = old.split_whitespace().collect();
    let last = words.len().checked_sub(FIRST).and_then(|skip| words.get(skip));
    let last =
        last.map_or(old, |word| old[word.as_ptr() as usize - old.as_ptr() as usize..].trim_end());
    if let Some(at) = text.find(last) {
        return &text[..at + last.len()];
    }
    let end = text.split_whitespace().take(words.len()).last();
    end.map_or("", |word| &text[..word.as_ptr() as usize - text.as_ptr() as usize + word.len()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::anchor::select;

    #[track_caller]
    fn check(old: &str, new: &str, quote: &str, expect: &[(&str, &str)]) {
        let at = |text: &str| {
            let at = text.find(quote).unwrap();
            Span::new(at, at + quote.len())
        };
        let found = beside(&select(old, at(old), None), new, at(new));
        let found: Vec<_> = found.iter().map(|c| (&*c.old, &*c.new)).collect();
        assert_eq!(found, expect, "{new}");
    }

    #[test]
    fn what_changes_beside_a_short_claim_is_told() {
        let old =
            "Le maire arrive. Selon la police, 300 personnes ont défilé hier à Lyon. Il a plu.";
        let quote = "300 personnes";
        for (from, to, expect) in [
            ("la police", "les organisateurs", &[("la police", "les organisateurs")][..]),
            ("ont défilé", "n’ont pas défilé", &[("", "n"), ("", "pas")]),
            ("à Lyon", "à Lille", &[("Lyon", "Lille")]),
            ("Il a plu", "Il a neigé", &[]),
            ("Le maire arrive", "La maire est là", &[]),
            ("ont défilé", "ont  défilé", &[]),
        ] {
            check(old, &old.replace(from, to), quote, expect);
        }
        check(old, &format!("Autre chose ici. {old}"), quote, &[]);
    }

    #[test]
    fn a_context_that_was_cut_is_compared_as_far_as_it_goes() {
        let old = "Dans un rapport très attendu que la commission a remis mardi soir au ministre de \
                   l’intérieur, les experts estiment que 45 millions d’euros ont été dépensés sans \
                   contrôle par les services de la région entre les années 2019 et 2023, ce que \
                   personne n’avait encore dit.";
        let quote = "45 millions d’euros";
        check(old, &old.replace("mardi soir", "lundi"), quote, &[]);
        check(old, &old.replace("sans", "sous"), quote, &[("sans", "sous")]);
        check(old, &old.replace("estiment que", "nient que"), quote, &[("estiment", "nient")]);
        check(old, &format!("Hier. {old}"), quote, &[]);
    }
}
