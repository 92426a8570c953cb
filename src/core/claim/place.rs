//! Where a claim begins and ends: without what only leads in, stands over it, or is half of a quotation.

use std::ops::Range;

use crate::core::article::Span;
use crate::core::article::dateline::is_place;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::{Head, Settings};
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::place::Place;

/// Where a clause stands without the marks at its ends; `None` where no word is left.
pub(super) fn place(text: &str, tokens: &[Token]) -> Option<Span> {
    let loose = |token: &Token| {
        token.shape == Shape::Mark
            && matches!(token.span.of(text), "," | ";" | ":" | "." | "–" | "—" | "-" | "…" | "•")
    };
    // A clause that goes on with `et` or `mais`, or before which another is put in, is read without it.
    let outer = |token: &Token| {
        let tie = token.is(class::AND | class::CONTRAST) && token.shape == Shape::Small;
        loose(token) || tie
    };
    let cut = |tokens: &[Token]| -> Option<Range<usize>> {
        let first = tokens.iter().position(|token| !outer(token))?;
        let last = tokens.iter().rposition(|token| !outer(token))?;
        Some(first..last + 1)
    };
    let all = cut(tokens)?;
    let inner = quoted_whole(text, &tokens[all.clone()]);
    let quoted = all.start + inner.start..all.start + inner.end;
    let rest = cut(&tokens[quoted.clone()])?;
    let run = &tokens[quoted.start + rest.start..quoted.start + rest.end];
    let word = run.iter().any(|token| token.shape != Shape::Mark);
    word.then(|| Span::new(run[0].span.start, run[run.len() - 1].span.end))
}

/// `[“]It was down for years.`, `Un tiers a réduit sa consommation[", rapporte la journaliste]`: of a
/// quotation that begins or ends in another sentence, its words.
fn quoted_whole(text: &str, tokens: &[Token]) -> Range<usize> {
    let (opened, closed) = half_quotes(text, tokens);
    let (mut start, mut end) = (0, tokens.len());
    // `Tessa explained: “They have brought it back`
    if let Some(mark) = opened.filter(|mark| *mark == 0 || only_tells_who(text, &tokens[..*mark])) {
        start = mark + 1;
    }
    if let Some(mark) = closed {
        let behind = &tokens[mark + 1..];
        if behind.is_empty() || only_tells_who(text, behind) {
            end = mark;
        }
    }
    if start < end { start..end } else { 0..tokens.len() }
}

/// The mark that opens a quotation and is not closed here, and the one that closes what was not opened.
fn half_quotes(text: &str, tokens: &[Token]) -> (Option<usize>, Option<usize>) {
    let (mut open, mut closed) = (Vec::new(), None);
    let mut straight = None;
    for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.shape == Shape::Mark) {
        match token.span.of(text) {
            // It closes in German: `„…“`.
            "“" if open.last().is_some_and(|at: &usize| tokens[*at].is_mark(text, "„")) => {
                open.pop();
            }
            "«" | "“" | "„" => open.push(at),
            "»" | "”" if open.pop().is_none() => closed = closed.or(Some(at)),
            "\"" => match straight.take() {
                Some(_) => {}
                // The first one closes where a word stands right before it and none right behind.
                None if at > 0
                    && !token.spaced
                    && tokens.get(at + 1).is_none_or(|t| t.spaced || t.shape == Shape::Mark) =>
                {
                    closed = closed.or(Some(at));
                }
                None => straight = Some(at),
            },
            _ => {}
        }
    }
    (open.first().copied().or(straight), closed)
}

/// `, rapporte la journaliste de France 2`, `Tessa explained:`: nothing but who says what stands beside.
fn only_tells_who(text: &str, beside: &[Token]) -> bool {
    const NEAR: usize = 3;
    const MOST: usize = 40;
    const MORE: Classes = class::CLAUSE | class::THAT | class::DEED | class::CHANGE;
    let mark = |token: &&Token| token.shape == Shape::Mark;
    let says = |token: &Token| token.is(class::SAY);
    let near = match beside.last() {
        // Before a quotation the verb stands at the end.
        Some(last) if last.is_mark(text, ":") => {
            beside.iter().rev().filter(|t| !mark(t)).take(1).any(says)
        }
        _ => beside.iter().skip_while(mark).take(NEAR).any(says),
    };
    near && beside.len() <= MOST && !beside.iter().any(|token| token.is(MORE) && !says(token))
}

/// `DUBAI, United Arab Emirates — `: how many tokens at the head of a paragraph tell where it was filed.
pub(super) fn filed(text: &str, tokens: &[Token]) -> usize {
    const MOST: usize = 8;
    let dash = |token: &Token| matches!(token.span.of(text), "—" | "–" | "-");
    let Some(at) = tokens.iter().take(MOST).position(dash).filter(|at| *at > 0) else { return 0 };
    let words = &text[tokens[0].span.start..tokens[at - 1].span.end];
    let town = words.split(',').next().unwrap_or_default();
    let parted = tokens[at].spaced
        && tokens.get(at + 1).is_some_and(|next| next.spaced && next.is_capital());
    let filed = parted && is_place(words) && Place::named(town).is_some();
    if filed { at + 1 } else { 0 }
}

/// `JT 20H - `, `REPORTAGE – `: how many tokens at the head of a paragraph tell what it is.
pub(super) fn kicker(text: &str, tokens: &[Token]) -> usize {
    const MOST: usize = 7;
    // `(CNN) On Monday …`
    if let [open, agency, close, next, ..] = tokens
        && open.is_mark(text, "(")
        && agency.shape == Shape::Acronym
        && close.is_mark(text, ")")
    {
        let dash = usize::from(matches!(next.span.of(text), "—" | "–" | "-"));
        return 3 + dash;
    }
    let dash = |token: &Token| token.spaced && matches!(token.span.of(text), "—" | "–" | "-");
    let Some(at) = tokens.iter().take(MOST).position(dash).filter(|at| *at > 0) else { return 0 };
    let (words, behind) = (&tokens[..at], &tokens[at + 1..]);
    let loud = |token: &&Token| matches!(token.shape, Shape::Acronym | Shape::Code);
    // `L’essentiel JT 20H`
    let long = words.iter().filter(loud).map(|token| token.span.len()).sum::<usize>() > 1;
    let begins = behind.first().is_some_and(|next| {
        next.spaced
            && (next.shape == Shape::Capital || matches!(next.span.of(text), "«" | "\"" | "“"))
    });
    let goes_on = behind.get(1).is_some_and(|next| next.shape != Shape::Mark || !next.spaced);
    let small = words.iter().filter(|token| token.shape == Shape::Small).count();
    if long && begins && goes_on && small < 2 { at + 1 } else { 0 }
}

/// How many tokens at the head of a sentence are a heading that lost its line: `Renforcer les contrôles
/// [Un accord était en discussion]`. Behind it a word of the sentence has a capital that only the first
/// one has; before a capital it would be part of a name (`Le Monde`, `La Réunion`).
pub(super) fn heading(text: &str, tokens: &[Token], settings: &Settings) -> usize {
    const FEWEST: usize = 3;
    const MOST: usize = 14;
    const BEGINS: Classes = class::DET
        | class::SOME
        | class::NUMBER
        | class::PREP
        | class::THIRD
        | class::CLAUSE
        | class::ACCORDING;
    if settings.head != Head::First || tokens.len() < FEWEST {
        return 0;
    }
    let plain = |token: &Token| {
        token.shape != Shape::Mark || matches!(token.span.of(text), "'" | "’" | "%" | "€")
    };
    let most = MOST.min(tokens.iter().position(|token| !plain(token)).unwrap_or(tokens.len()));
    let begins = |at: &usize| {
        let (before, token) = (&tokens[at - 1], &tokens[*at]);
        // `Cependant, …`
        let goes_on = tokens.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Small
                || next.shape == Shape::Figure && token.is(class::PREP | class::TO)
                || next.is_mark(text, ",") && token.is(class::CLAUSE | class::ADVERB)
        });
        let condition =
            settings.condition.iter().any(|one| one.eq_ignore_ascii_case(token.span.of(text)));
        let adverb = || settings.adverb.iter().any(|end| token.span.of(text).ends_with(end));
        let comma = || tokens.get(at + 1).is_some_and(|next| next.is_mark(text, ","));
        // `De Lens à Lille, …`
        let way = || {
            let to = tokens.get(at + 2).is_some_and(|next| next.is(class::TO));
            // `À Lens en 2024, …`
            let town = token.is(class::TO) && tokens.get(at + 1).is_some_and(Token::is_capital);
            (token.is(class::PREP | class::OF) && to || town) && before.shape == Shape::Small
        };
        token.shape == Shape::Capital
            && ((token.is(BEGINS | class::ADVERB) || condition) && goes_on
                || comma() && adverb()
                || way())
            && token.spaced
            && before.shape != Shape::Mark
            && !before.is(BEGINS
                | class::OF
                | class::BODY
                | class::REPORT
                | class::TITLE
                | class::SAY)
    };
    let finite = |token: &Token| {
        token.is(class::AUX | class::PAST | class::PRESENT)
            || token.tense != Tense::None && settings.head == Head::First
    };
    let found = (FEWEST..most).find(begins);
    // What has a figure and a verb is a sentence that lost its stop.
    let tells = |words: &[Token]| {
        words.iter().any(finite) && words.iter().any(|token| token.shape == Shape::Figure)
    };
    found.filter(|at| tokens[*at..].iter().any(finite) && !tells(&tokens[..*at])).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;

    /// The claims of a text.
    fn claims(text: &str) -> Vec<&str> {
        analyze(text).claims.iter().map(|claim| claim.span.of(text)).collect()
    }

    #[test]
    fn of_half_a_quotation_only_its_words_are_a_claim() {
        for (text, want) in [
            (
                "“Leeds was down for 30 years. It rose in 2019,” said Ann Lee.",
                "Leeds was down for 30 years",
            ),
            (
                "\"Lens a fermé 30 gares. Lille a fermé 20 gares en 2019\", rapporte la journaliste Anne Roux.",
                "Lille a fermé 20 gares en 2019",
            ),
            (
                "« Lens a fermé 30 gares. Lille a fermé 20 gares en 2019 », rapporte Anne Roux.",
                "Lille a fermé 20 gares en 2019",
            ),
            (
                "« Lens a fermé 30 gares », rapporte Anne Roux.",
                "« Lens a fermé 30 gares », rapporte Anne Roux",
            ),
            (
                "Tessa explained: “They closed 30 schools in Leeds. It was sad.”",
                "They closed 30 schools in Leeds",
            ),
            (
                "“Leeds was sad. Leeds will be rich again,” Tom Ray said as he signed 30 laws.",
                "Leeds will be rich again,” Tom Ray said as he signed 30 laws",
            ),
            ("„Lens schloss 2019 30 Werke“, sagt Roth.", "„Lens schloss 2019 30 Werke“, sagt Roth"),
            ("Lens a fermé 30 \"gares\" en 2019.", "Lens a fermé 30 \"gares\" en 2019"),
        ] {
            assert!(claims(text).contains(&want), "{text}: {:?}", claims(text));
        }
    }

    #[test]
    fn where_a_text_was_filed_is_no_part_of_a_claim() {
        for (text, want) in [
            ("WASHINGTON — Leeds lost 30 jobs in 2019.", "Leeds lost 30 jobs in 2019"),
            ("DUBAI, United Arab Emirates — Leeds lost 30 jobs.", "Leeds lost 30 jobs"),
            (
                "Indianapolis – Several thousand teachers marched.",
                "Several thousand teachers marched",
            ),
            ("Ann Lee — Tom Ray lost 30 jobs.", "Ann Lee — Tom Ray lost 30 jobs"),
        ] {
            assert_eq!(claims(text), [want]);
        }
    }

    #[test]
    fn what_kind_of_text_it_is_is_no_part_of_a_claim() {
        for (text, want) in [
            ("REPORTAGE - Le maire a fermé 30 gares.", "Le maire a fermé 30 gares"),
            ("L’essentiel JT 20H - Le maire a fermé 30 gares.", "Le maire a fermé 30 gares"),
            ("(CNN) The mayor closed 30 schools.", "The mayor closed 30 schools"),
            ("L’OTAN - la seule alliance - a 30 gares.", "L’OTAN - la seule alliance - a 30 gares"),
        ] {
            assert_eq!(claims(text), [want]);
        }
    }

    #[test]
    fn who_says_the_end_of_a_quotation_is_told_beside_it() {
        let text = "\"Lens a fermé 30 gares. Lille a fermé 20 gares en 2019\", rapporte la journaliste Anne Roux.";
        let claims = analyze(text).claims;
        let last = claims.last().unwrap();
        let source = last.reasons.iter().find(|r| r.sign == super::super::Sign::Source);
        assert_eq!(source.and_then(|r| Some(r.span()?.of(text))), Some("la journaliste Anne Roux"));
    }

    #[test]
    fn a_heading_that_lost_its_line_is_no_part_of_a_claim() {
        for (text, want) in [
            (
                "Tout va bien. Renforcer les points de contrôle Un accord sur 30 gares était en discussion.",
                "Un accord sur 30 gares était en discussion",
            ),
            (
                "Tout va bien. De nombreuses plaintes depuis 2020 Sur les six ans, 900 plaintes ont été comptées.",
                "Sur les six ans, 900 plaintes ont été comptées",
            ),
            (
                "Les lecteurs de Le Monde ont reçu 30 euros.",
                "Les lecteurs de Le Monde ont reçu 30 euros",
            ),
            (
                "Le préfet de La Réunion a fermé 30 gares.",
                "Le préfet de La Réunion a fermé 30 gares",
            ),
        ] {
            assert!(claims(text).contains(&want), "{text}: {:?}", claims(text));
        }
    }
}
