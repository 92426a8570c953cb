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
        // `car la ville a perdu 30 emplois`
        let since = token.is(class::CONJ) && token.is(class::CLAUSE) && !token.is(class::PREP);
        let tie = token.shape == Shape::Small && (token.is(class::AND | class::CONTRAST) || since);
        loose(token) || tie
    };
    let cut = |tokens: &[Token]| -> Option<Range<usize>> {
        let first = tokens.iter().position(|token| !outer(token))?;
        let last = tokens.iter().rposition(|token| !outer(token))?;
        Some(first..last + 1)
    };
    let tokens = &tokens[..before_links(text, tokens)];
    let all = cut(tokens)?;
    let inner = quoted_whole(text, &tokens[all.clone()]);
    let quoted = all.start + inner.start..all.start + inner.end;
    let rest = cut(&tokens[quoted.clone()])?;
    let run = &tokens[quoted.start + rest.start..quoted.start + rest.end];
    let word = run.iter().any(|token| token.shape != Shape::Mark);
    word.then(|| Span::new(run[0].span.start, run[run.len() - 1].span.end))
}

/// Where the tokens end before the addresses of pictures and messages that were put in behind them:
/// `https://t.co/AbC123`.
fn before_links(text: &str, tokens: &[Token]) -> usize {
    const HEADS: &[&str] = &["http://", "https://", "www.", "pic.twitter.com"];
    let mut end = tokens.len();
    while let Some(last) = tokens[..end].iter().rposition(|token| token.spaced) {
        let word = &text[tokens[last].span.start..tokens[end - 1].span.end];
        if !HEADS.iter().any(|head| word.starts_with(head)) {
            break;
        }
        end = last;
    }
    end
}

/// `[“]It was down for years.`, `It rose in 2019[”]`: the mark of a quotation that begins or ends in another sentence
/// is none of its words. But who says it stays with them: `It rose in 2019”, said Ann Lee`.
fn quoted_whole(text: &str, tokens: &[Token]) -> Range<usize> {
    let (opened, closed) = half_quotes(text, tokens);
    let start = usize::from(opened == Some(0));
    let end = tokens.len() - usize::from(closed.is_some_and(|mark| mark + 1 == tokens.len()));
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
    /// Letters of such a word by itself.
    const LOUD: usize = 8;
    // `(CNN) On Monday …`
    if let [open, agency, close, next, ..] = tokens
        && open.is_mark(text, "(")
        && agency.shape == Shape::Acronym
        && close.is_mark(text, ")")
    {
        let dash = usize::from(matches!(next.span.of(text), "—" | "–" | "-"));
        return 3 + dash;
    }
    // `INTERVIEW Anne Roux, chercheuse, …`
    if let [first, next, ..] = tokens
        && first.shape == Shape::Acronym
        && text[first.span.start..first.span.end].chars().count() >= LOUD
        && next.spaced
        && next.shape == Shape::Capital
    {
        return 1;
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
    if let behind @ 1.. = quoted_heading(text, tokens, settings) {
        return behind;
    }
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
    // `Les symptômes [La fièvre survient]`
    let many = tokens[0].span.of(text).to_lowercase();
    let fewest = FEWEST - usize::from(settings.many.contains(&&*many));
    let found = (fewest..most).find(begins);
    // What has a figure and a verb is a sentence that lost its stop.
    let tells = |words: &[Token]| {
        words.iter().any(finite) && words.iter().any(|token| token.shape == Shape::Figure)
    };
    found.filter(|at| tokens[*at..].iter().any(finite) && !tells(&tokens[..*at])).unwrap_or(0)
}

/// `"Abus de confiance" [Anne Roux travaillait …]`: how many tokens at the head of a sentence are a heading in quotation
/// marks.
fn quoted_heading(text: &str, tokens: &[Token], settings: &Settings) -> usize {
    const MOST: usize = 9;
    let is = |at: usize, marks: &[&str]| {
        tokens.get(at).is_some_and(|token| marks.contains(&token.span.of(text)))
    };
    if settings.nouns_have_capitals() || !is(0, &["\"", "«", "“"]) {
        return 0;
    }
    let Some(close) = (2..MOST).find(|at| is(*at, &["\"", "»", "”"])) else { return 0 };
    let [_, words @ ..] = &tokens[..close] else { return 0 };
    let small = words.iter().any(|token| token.shape == Shape::Small);
    let begins = tokens
        .get(close + 1)
        .is_some_and(|next| next.spaced && next.shape == Shape::Capital && !next.is(class::SAY));
    let finite = |token: &Token| token.is(class::AUX | class::PAST | class::PRESENT);
    let tells = tokens[close + 1..].iter().any(|token| finite(token) || token.tense != Tense::None);
    if small && begins && tells && !words.iter().any(finite) { close + 1 } else { 0 }
}

/// `By Ann Lee, 12 March 2024`, `Par Anne Roux & BBC News [Un navire …]`: how many tokens at the head of a paragraph tell
/// who wrote it.
pub(super) fn byline(text: &str, tokens: &[Token]) -> usize {
    const BY: &[&str] = &["By", "Par", "Von", "Por", "Di", "Door"];
    const MOST: usize = 24;
    const DATED: Classes = class::MONTH | class::WEEKDAY;
    const BEGINS: Classes = class::DET | class::SOME | class::NUMBER | class::PREP | class::THIRD;
    let [by, first, ..] = tokens else { return 0 };
    if !BY.contains(&by.span.of(text)) || !first.is_capital() || first.is(BEGINS | DATED) {
        return 0;
    }
    // `12. März`
    let stop = |at: usize| tokens[at].is_mark(text, ".") && tokens[at - 1].shape != Shape::Figure;
    let names = |at: &usize| {
        tokens[*at].shape != Shape::Small && !stop(*at) || tokens[*at].is(class::AND | DATED)
    };
    let run = 1 + (1..tokens.len().min(MOST)).take_while(names).count();
    if run == tokens.len() {
        return run;
    }
    // The words of the sentence begin with a capital, too.
    let last = &tokens[run - 1];
    if run > 3 && last.shape == Shape::Capital && last.is(BEGINS) { run - 1 } else { 0 }
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
                "Lille a fermé 20 gares en 2019\", rapporte la journaliste Anne Roux",
            ),
            (
                "« Lens a fermé 30 gares. Lille a fermé 20 gares en 2019 », rapporte Anne Roux.",
                "Lille a fermé 20 gares en 2019 », rapporte Anne Roux",
            ),
            (
                "« Lens a fermé 30 gares », rapporte Anne Roux.",
                "« Lens a fermé 30 gares », rapporte Anne Roux",
            ),
            (
                "Tessa explained: “They closed 30 schools in Leeds. It was sad.”",
                "Tessa explained: “They closed 30 schools in Leeds",
            ),
            ("“Leeds was sad. Leeds closed 30 schools.”", "Leeds closed 30 schools"),
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
    fn the_address_of_what_was_put_in_is_no_part_of_a_claim() {
        for (text, want) in [
            (
                "The mayor closed 30 schools, officials said https://t.co/mlM6jwiTyh",
                "The mayor closed 30 schools, officials said",
            ),
            ("Le maire a fermé 30 gares pic.twitter.com/1YClIwtLkp", "Le maire a fermé 30 gares"),
        ] {
            assert_eq!(claims(text), [want]);
        }
    }

    #[test]
    fn who_wrote_it_is_no_part_of_a_claim() {
        for (text, want) in [
            ("By Hannah Marlow, 12 March 2024", None),
            ("Par Anne Roux, le 12 mars 2024", None),
            ("Von Anna Roth, 12. März 2024", None),
            (
                "Par Reality Check & BBC Turquie BBC NEWS Un navire a été retenu avec 30 marins à Izmir.",
                Some("Un navire a été retenu avec 30 marins à Izmir"),
            ),
            (
                "By Ann Lee and Tom Ray The council of Leeds closed 30 schools in 2019.",
                Some("The council of Leeds closed 30 schools in 2019"),
            ),
            (
                "By May 2019 Leeds had closed 30 schools.",
                Some("By May 2019 Leeds had closed 30 schools"),
            ),
            ("Par Lens passent 30 trains en 2019.", Some("Par Lens passent 30 trains en 2019")),
        ] {
            assert_eq!(claims(text), want.into_iter().collect::<Vec<_>>());
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
            ("INTERVIEW Anne Roux a fermé 30 gares.", "Anne Roux a fermé 30 gares"),
            ("UNICEF Luxembourg a fermé 30 gares.", "UNICEF Luxembourg a fermé 30 gares"),
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
                "Tout va bien. Les symptômes La fièvre a touché 30 personnes en 2019.",
                "La fièvre a touché 30 personnes en 2019",
            ),
            (
                "Tout va bien. \"Abus de confiance\" Anne Roux a fermé 30 gares en 2019.",
                "Anne Roux a fermé 30 gares en 2019",
            ),
            (
                "All is well. “A great loss” Leeds closed 30 schools in 2019.",
                "Leeds closed 30 schools in 2019",
            ),
            (
                "« Lens a fermé 30 gares », Anne Roux l’a dit en 2019.",
                "« Lens a fermé 30 gares », Anne Roux l’a dit en 2019",
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
