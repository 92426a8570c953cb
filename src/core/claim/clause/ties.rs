//! What ties a clause to the one before it.

use std::ops::Range;

use super::{Classes, Cutter, Head, Settings, Shape, Token, class};
use crate::core::article::{Span, within};
use crate::core::claim::quotation::Quotation;
use crate::core::fact::Facts;

/// Whether a clause has no subject or no verb of its own: `which gave £30m`, `portant le total à 300`,
/// `mais a perdu 30 voix`, `comme 30 autres`. What it tells is of the one before.
pub(crate) fn leans(
    text: &str,
    tokens: &[Token],
    clause: Range<usize>,
    (facts, settings): (&Facts, &Settings),
) -> bool {
    if clause.start == 0 {
        return false;
    }
    let cutter = Cutter::new(text, tokens, (facts, settings));
    let Some(first) = clause.clone().find(|at| tokens[*at].shape != Shape::Mark) else {
        return false;
    };
    let verb = |from: usize| {
        (from..clause.end).any(|at| cutter.is_finite(at) || tokens[at].is(class::SAY))
    };
    // `arguably cheaper: around 10p an hour`
    if matches!(cutter.mark_before(clause.start), ":" | "—" | "–") {
        let word = tokens[first].shape == Shape::Small && !tokens[first].is(class::THIRD);
        let bare = word || tokens[first].shape == Shape::Figure;
        return bare && !verb(first) || word && cutter.is_gerund(first);
    }
    let begins = tokens[first].shape == Shape::Small;
    // `by which`, `dans laquelle`
    let led = tokens[first].is(class::PREP | class::OF)
        && tokens.get(first + 1).is_some_and(|t| t.is(class::RELATIVE_PRONOUN));
    // `même si elle reste`; `but lost 30 seats`, whose subject is that of the one before.
    let condition = |at: usize| {
        let last = cutter.word(at).rsplit(' ').next().unwrap_or_default();
        settings.condition.contains(&last)
    };
    let next = first + 1;
    let subject = tokens.get(next).is_some_and(|next| next.is(class::THIRD));
    let that = tokens[first].is(class::CONTRAST)
        && tokens.get(next).is_some_and(|next| next.is(class::THAT));
    // `avant que le préfet n’annonce trois morts`
    let said = within(&facts.attributions, cutter.span(clause.clone()), |a| a.span);
    let says = !said.is_empty();
    let bare = cutter.is_finite(next) || that || !verb(next) && !subject && !says;
    // `mais à celles de ses voisins, a déclaré le ministre`
    let saying = |at: usize| said.iter().any(|said| said.span.overlaps(tokens[at].span));
    let other = (next..clause.end).any(|at| cutter.is_finite(at) && !saying(at));
    let led_on =
        tokens.get(next).is_some_and(|t| t.is(class::PREP) && !t.is(class::FROM)) && !other;
    // `when he delayed it`, `tandis que 40 % sont brûlés`
    let pronoun = subject && !tokens[first].is(class::CONTRAST);
    let share = cutter.word(next + 1) == "%" && cutter.is_finite(next + 2);
    // `avant d’être tué`
    let ends = |at: usize| settings.infinitive.iter().any(|end| cutter.word(at).ends_with(end));
    let infinitive = settings.head == Head::First
        && tokens[first].span.len() > 3
        && ends(next)
        && !tokens[first].is(class::CONTRAST)
        && tokens.get(next).is_some_and(|next| next.shape == Shape::Small);
    let loose =
        infinitive || bare || led_on || pronoun || share || condition(first) || condition(next);
    // `since it was closed in May`
    let subordinate = settings.subordinate.contains(&cutter.word(first));
    let tied = tokens[first].is(class::CLAUSE) && (loose || subordinate);
    // `avant que` ends like a gerund.
    let participle = cutter.is_participle(first) && !tokens[first].is(class::PREP);
    // `while 24 percent of the others are`
    let last = tokens[first..clause.end].iter().rev().find(|token| token.shape != Shape::Mark);
    let breaks_off = matches!(settings.head, Head::First | Head::Last)
        && tokens[first].is(class::CONTRAST)
        && last.is_some_and(|last| last.is(class::AUX) && last.shape == Shape::Small);
    begins && (cutter.is_relative(first) || led || participle || tied || breaks_off)
}

/// Whether a clause says at its end who tells what the one before it tells, too: `…, as a first payment, reports the
/// Gazette`.
pub(crate) fn tells_who(tokens: &[Token], clause: Range<usize>, facts: &Facts) -> bool {
    // `…, said Ann Lee, the mayor of Leeds`
    const BEHIND: usize = 12;
    let (Some(first), Some(last)) = (tokens.get(clause.start), tokens.get(clause.end - 1)) else {
        return false;
    };
    let span = Span::new(first.span.start, last.span.end);
    let near = tokens[clause.end.saturating_sub(BEHIND).max(clause.start)].span.start;
    within(&facts.attributions, span, |a| a.span)
        .iter()
        .any(|a| a.content.start < span.start && a.content.end <= a.span.start && a.span.end > near)
}

/// Whether a clause goes on with the subject of the one before it and contradicts it: `…, but [refuses to say so]`.
pub(crate) fn goes_on(
    text: &str,
    tokens: &[Token],
    clause: Range<usize>,
    known: (&Facts, &Settings),
) -> bool {
    let cutter = Cutter::new(text, tokens, known);
    let first = clause.clone().find(|at| tokens[*at].shape != Shape::Mark);
    first.is_some_and(|first| {
        tokens[first].is(class::CONTRAST) && first + 1 < clause.end && cutter.is_finite(first + 1)
    })
}

/// Whether a colon stands before a clause: what stands before it leads to what it tells. But where that is a quotation
/// which goes on in the next sentence, it would be cut in the middle.
pub(crate) fn is_led_to(text: &str, tokens: &[Token], start: usize, settings: &Settings) -> bool {
    let led = start > 1 && tokens[start - 1].is_mark(text, ":");
    // `…, writing: “…`
    let word = |token: &Token| settings.gerund.iter().any(|end| token.span.of(text).ends_with(end));
    let says = || tokens[start - 2].is(class::SAY | class::DENY) || word(&tokens[start - 2]);
    led && (says() || !Quotation::default().after(text, &tokens[start..]).is_open())
}

/// `The truth behind the ad: [98 % was oil]`: how many tokens at the head of a sentence are a heading of what its colon
/// leads to. It tells nothing by itself, and what follows is whole.
pub(crate) fn label(text: &str, tokens: &[Token], known: (&Facts, &Settings)) -> usize {
    const MOST: usize = 12;
    const LEADS: Classes = class::DET | class::PREP | class::OF | class::TO;
    const SAYS: Classes = class::SAY | class::DENY | class::THIRD | class::FIRST | class::ACCORDING;
    let colon = tokens.iter().take(MOST).position(|token| token.is_mark(text, ":"));
    let Some(colon) = colon.filter(|at| *at > 1) else { return 0 };
    let cutter = Cutter::new(text, tokens, known);
    let words = &tokens[..colon];
    // `Le maire promet : …`: a verb in the present stands behind its noun.
    let (last, before) = (&words[colon - 1], &words[colon - 2]);
    let noun = before.is(LEADS) || last.is_capital() || cutter.is_participle(colon - 1);
    let small = words.iter().any(|token| token.shape == Shape::Small && !token.is(LEADS));
    let plain = words.iter().all(|token| token.is_word() && !token.is(SAYS));
    let quoted = matches!(cutter.word(colon + 1), "«" | "“" | "„" | "\"" | "”" | "‘" | "'");
    let heads =
        noun && small && plain && !quoted && tokens.get(colon + 1).is_some_and(|next| next.spaced);
    let tells = |range| cutter.has_value(range) || cutter.has_main(0..colon);
    let whole =
        || cutter.has_main(colon + 1..tokens.len()) && cutter.stands(colon + 1..tokens.len());
    if heads && !tells(0..colon) && whole() { colon + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;

    #[test]
    fn a_heading_that_a_colon_ends_is_no_part_of_a_claim() {
        for (label, claim) in [
            ("The truth behind the ad: ", "between 2010 and 2018, Leeds paid 98 % of the plan"),
            ("Les membres chez les lézards : ", "sur 41 espèces, 17 ont perdu leurs pattes à Lens"),
            ("Même tentative au PS : ", "30 élus ont voté la loi en 2019 à Lens"),
        ] {
            let text = format!("{label}{claim}.");
            let claims = analyze(&text).claims;
            assert_eq!(claims.iter().map(|c| c.span.of(&text)).collect::<Vec<_>>(), [claim]);
        }
        for whole in [
            "Le maire promet : 30 écoles seront construites en 2030",
            "Bilan de la nuit à Lens : trois morts et 30 blessés",
            "The council of Leeds in 2019: 30 schools were closed by it",
        ] {
            let text = format!("{whole}.");
            assert_eq!(analyze(&text).claims[0].span.of(&text), whole);
        }
    }
}
