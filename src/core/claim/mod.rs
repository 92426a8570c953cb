//! Finding what can be checked: facts, claims, scores and reasons.

mod clause;
mod cut;
mod feature;
#[cfg(test)]
mod growth;
mod heading;
mod level;
mod model;
mod parts;
mod place;
mod quotation;
mod reason;
mod sure;
mod tone;

pub use cut::LEAST;
pub use feature::{Term, weights};
pub use level::{Level, Strength};
pub use model::{Analysis, Claim, ClaimId, Kind, Kinds, Reason, Sentence, Sign};
pub use parts::{Ground, Seeker};

use std::cell::OnceCell;
use std::ops::Range;

use memchr::memchr;

use crate::core::article::Span;
use crate::core::article::columns;
use crate::core::article::furniture::is_credit;
use crate::core::article::sentence::sentences_from;
use crate::core::article::{dateline, margin};
use crate::core::fact::Attribution;
use crate::core::lang::lexicon::Lexicon;
use crate::core::lang::reading::Reading;
use clause::ties;
use feature::Features;
use quotation::{Course, Quotation};
use sure::Sight;

/// Reads a text and says what in it can be checked.
///
/// All spans are bytes of `text`. Any input gives an answer.
pub fn analyze(text: &str) -> Analysis {
    analyze_while(text, |_| true).unwrap_or_default()
}

/// The same as long as `go_on` says so: it is asked at each sentence, with the
/// byte where that begins. None where it said no.
pub fn analyze_while(text: &str, mut go_on: impl FnMut(usize) -> bool) -> Option<Analysis> {
    let ground = Ground::of(text);
    let mut whole = ground.nothing();
    let all = Span::new(0, text.len());
    ground.seeker().read(all, &mut whole, &mut go_on).then(|| ground.complete(whole))
}

impl Seeker<'_> {
    /// Adds what stands in the sentences of some lines as long as `go_on` says so: it is asked at each, with the byte where
    /// that begins. Tells whether it always did.
    pub fn read(
        &mut self,
        lines: Span,
        analysis: &mut Analysis,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> bool {
        let Self { ground, reading, finder, clauses } = self;
        let Ground { text, furniture, columns, .. } = ground;
        // How far the line of the last sentence reaches, and whether it is no part of the text.
        let (mut line, mut skipped) = (0, false);
        let mut quotation = Quotation::default();
        for span in sentences_from(text, lines.start).take_while(|span| span.start < lines.end) {
            if !go_on(span.start) {
                return false;
            }
            let mut label = Label::default();
            let opens = span.start >= line;
            if opens {
                line = memchr(b'\n', &text.as_bytes()[span.start..])
                    .map_or(text.len(), |at| span.start + at);
                let words = &text[span.start..line];
                // Half of one sentence stands beside half of another.
                skipped = furniture.is(words) || columns::holds(columns, span.start);
                label = Label::of(words, span);
                quotation = Quotation::default();
            }
            if skipped || is_credit(span.of(text)) {
                continue;
            }
            reading.read(text, span);
            let (tokens, language) = (&reading.tokens, reading.language());
            // What stands before the words of a paragraph is no part of a claim.
            let label_end = tokens.partition_point(|token| token.span.start < label.end);
            let facts = &mut analysis.facts;
            facts.attributions.extend(label.attribution(span));
            let words = finder.find(text, span, reading, (label_end, opens), facts);
            let settings = &Lexicon::of(language).settings;
            analysis.tone.read(text, tokens, quotation, settings);
            let facts = &analysis.facts;
            let features = Features::of(text, span, (tokens, settings), facts);
            let is_dateline = opens && heading::is_dateline(text, tokens, facts);
            let score = features.score();
            analysis.sentences.push(Sentence { span, score, language, is_dateline });
            if is_dateline {
                continue;
            }
            let lead = |at: usize| {
                let heads = [place::filed, place::kicker, place::byline];
                let mut heads = heads.iter().map(|head| head(text, &tokens[at..]));
                let dateline = || heading::dateline(text, &tokens[at..], &analysis.facts);
                heads.find(|len| *len > 0).unwrap_or_else(dateline)
            };
            let words = words + if opens { lead(words) } else { 0 };
            let words = words + place::heading(text, &tokens[words..], settings);
            let words = words + ties::label(text, &tokens[words..], (facts, settings));
            let begun = quotation.after(text, &tokens[..words]);
            quotation = quotation.after(text, tokens);
            let tokens = &tokens[words..];
            clause::clauses(text, tokens, facts, settings, clauses);
            let heading = OnceCell::new();
            let read = |clause: Range<usize>| {
                let part = &tokens[clause.clone()];
                let place = place::place(text, part)?;
                // A sentence of one clause was read above.
                let whole = clause.len() == tokens.len() && words == 0;
                let own = (!whole).then(|| Features::of(text, place, (part, settings), facts));
                let features = own.as_ref().unwrap_or(&features);
                let sight = Sight::new((text, language), tokens, clause, &heading);
                Some(reason::claim(&sight, place, span, facts, features))
            };
            let known = (facts, settings);
            let ties = |clause: &Range<usize>| Ties {
                leans: ties::leans(text, tokens, clause.clone(), known),
                tells_who: ties::tells_who(tokens, clause.clone(), facts),
                led_to: ties::is_led_to(text, tokens, clause.start, settings),
                goes_on: ties::goes_on(text, tokens, clause.clone(), known),
            };
            let mut course = Course::new(text, tokens, begun);
            for mut claim in told_together(clauses, ties, read) {
                if !language.has_pack() {
                    claim.score = claim.score.max(LEAST);
                }
                claim.partial = course.is_part(claim.span, facts);
                if claim.score >= LEAST {
                    analysis.claims.push(claim);
                }
            }
        }
        true
    }
}

/// So many tokens are told together at most, so that the work grows with a sentence.
const TOGETHER: usize = 120;

/// What ties a clause to the one before it.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "what is known of a clause, not states")]
struct Ties {
    /// It has no subject or no verb of its own: `…, which gave £30m`.
    leans: bool,
    /// It says who tells both: `…, while 30 were lost, according to the mayor`.
    tells_who: bool,
    /// The one before leads to it: `He made one promise: …`.
    led_to: bool,
    /// It contradicts the one before, whose subject is its own: `He gave 30, but [refuses to say why]`.
    goes_on: bool,
}

/// The claims of the clauses of a sentence. One that leans on the one before it, and may be pointed out, is
/// told with it; and so is one that the clause before it, if that may be pointed out, would be cut without.
fn told_together(
    clauses: &mut Vec<Range<usize>>,
    ties: impl Fn(&Range<usize>) -> Ties,
    read: impl Fn(Range<usize>) -> Option<Claim>,
) -> impl Iterator<Item = Claim> {
    let mut found: Vec<(Range<usize>, bool, Option<Claim>)> = Vec::with_capacity(clauses.len());
    let shows = |claim: &Option<Claim>| claim.as_ref().is_some_and(cut::may_be_pointed_out);
    for mut clause in clauses.drain(..) {
        let (ties, mut claim) = (ties(&clause), read(clause.clone()));
        let owed = ties.tells_who || ties.goes_on || ties.led_to && !shows(&claim);
        let before = found.last().filter(|_| owed).and_then(|(_, _, before)| before.as_ref());
        let main = before.filter(|claim| cut::may_be_pointed_out(claim)).cloned();
        let mut leaning = ties.leans && shows(&claim) || main.is_some();
        if leaning {
            let end = clause.end;
            let near =
                |found: &mut (Range<usize>, bool, Option<Claim>)| end - found.0.start <= TOGETHER;
            while leaning && let Some((before, further, _)) = found.pop_if(near) {
                (clause, leaning) = (before.start..end, further);
            }
            claim = read(clause.clone());
            // It says no less for what is told with it.
            if let (Some(claim), Some(main)) = (&mut claim, main) {
                claim.founded |= main.founded;
                claim.grounded |= main.grounded;
                claim.asks &= main.asks;
                claim.score = claim.score.max(main.score);
            }
        }
        found.push((clause, leaning || ties.leans, claim));
    }
    found.into_iter().filter_map(|(_, _, claim)| claim)
}

impl Analysis {
    /// The features and weights behind the score of any stretch of the analysed text.
    pub fn explain(&self, text: &str, span: Span) -> Vec<Term> {
        let mut reading = Reading::new(self.language);
        reading.read(text, span);
        let settings = &Lexicon::of(reading.language()).settings;
        Features::of(text, span, (&reading.tokens, settings), &self.facts).terms()
    }
}

/// What stands before the words of a paragraph: who speaks, or where and when it was filed.
#[derive(Clone, Copy, Debug, Default)]
struct Label {
    /// Who speaks.
    speaker: Option<Span>,
    /// Where the words begin; 0 where nothing stands before them.
    end: usize,
}

impl Label {
    /// Of the line `words`, whose first sentence is `span`.
    fn of(words: &str, span: Span) -> Self {
        let at = |inside: usize| span.start + inside;
        let margin = margin::of(words);
        if let Some(name) = margin.speaker.filter(|_| at(margin.width) < span.end) {
            let speaker = Span::new(at(name.start), at(name.end));
            // `Q: …`, `A: …` name nobody, and `NATO: Russia must pay more` is a heading.
            let heading = !words.trim_end().ends_with(is_closing);
            let names = speaker.len() > 1 && !(heading && margin.signs == 0);
            let speaker = names.then_some(speaker);
            return Self { speaker, end: at(margin.width) };
        }
        let end = dateline::of(words).map(|dateline| at(dateline.end));
        Self { speaker: None, end: end.filter(|end| *end < span.end).unwrap_or_default() }
    }

    /// The speaker is the source of what follows.
    fn attribution(self, span: Span) -> Option<Attribution> {
        let source = self.speaker?;
        let content = Span::new(self.end, span.end);
        Some(Attribution { span: source, source: Some(source), content, denies: false })
    }
}

/// What a line that is no heading ends with.
fn is_closing(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…' | '»' | '”' | '"' | ')' | ',' | ';' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::lang::Language;
    use crate::core::lang::form;

    /// The words of a text that are told as a reason of one kind.
    pub(super) fn told(text: &str, sign: Sign) -> Vec<&str> {
        let claims = analyze(text).claims;
        let reasons = claims.iter().flat_map(|claim| claim.reasons.iter());
        reasons.filter(|r| r.sign == sign).filter_map(|r| Some(r.span()?.of(text))).collect()
    }

    pub(super) fn each(sign: Sign, cases: &[(&str, &[&str])]) {
        for (text, want) in cases {
            assert_eq!(told(text, sign), *want, "{text}");
        }
    }

    pub(super) fn founded(text: &str) -> bool {
        analyze(text).claims.iter().any(|claim| claim.founded)
    }

    /// Of whatever an article is made, the stack that reads it stays small: else a text from a
    /// stranger ends the program.
    #[test]
    fn a_word_again_and_again_takes_no_stack() {
        for language in Language::PACKS {
            let pack = language.pack();
            let small = pack.lines().find_map(|line| line.strip_prefix("!small ")).unwrap();
            let mut classes = std::collections::HashSet::new();
            let lines = pack.lines().filter_map(|line| line.split_once(' '));
            let forms = lines.filter(|(class, _)| {
                !class.starts_with(['!', '#']) && classes.insert(class.split('=').next())
            });
            let text = |form: &str| format!("{small}. {}.", format!("{form} 9 ").repeat(600));
            let forms = forms.filter_map(|(_, form)| form::forms(form).next());
            let texts: Vec<_> = forms.map(|form| text(&form)).collect();
            let reads = move || texts.iter().map(|text| analyze(text).claims.len()).sum::<usize>();
            let thread = std::thread::Builder::new().stack_size(128 * 1024).spawn(reads);
            thread.unwrap().join().unwrap();
        }
    }

    #[test]
    fn nothing_is_no_unread_figure() {
        assert!(analyze(",3,5").facts.unread.is_empty());
    }

    #[test]
    fn what_stands_before_the_words_is_no_claim() {
        let sources = |text: &str| {
            let facts = analyze(text).facts;
            facts
                .attributions
                .iter()
                .filter_map(|a| a.source)
                .map(|s| s.of(text).to_owned())
                .collect::<Vec<_>>()
        };
        let claims = |text: &str| {
            let found = analyze(text).claims;
            found.iter().map(|claim| claim.span.of(text).to_owned()).collect::<Vec<_>>()
        };
        let text = "00:14:32 MME LEROY : Nous avons créé 40 000 postes depuis 2022.";
        assert_eq!(sources(text), ["MME LEROY"]);
        assert_eq!(claims(text), ["Nous avons créé 40 000 postes depuis 2022"]);
        let text = "LYON, 3 juin (AFP) - La Métropole a annoncé mardi 12 000 places de vélo.";
        assert_eq!(sources(text), ["La Métropole"]);
        assert_eq!(claims(text), ["La Métropole a annoncé mardi 12 000 places de vélo"]);
        let text = "12 000 soldats déployés, selon @agence ⚡ #alerte https://t.co/AbC123";
        assert_eq!(sources(text), ["@agence"]);
        let text = "May 5, 2010 A bomb in Athens killed at least three people.";
        assert_eq!(claims(text), ["A bomb in Athens killed at least three people"]);
        let text = "9 September 2013 11:55 Four men stole jewels of €2 million.";
        assert_eq!(claims(text), ["Four men stole jewels of €2 million"]);
        let text = "Rapport annuel, page 12 000 ........ 14\n© 2024 L’Écho, 300 rue de Lyon\n";
        assert_eq!(claims(text), [""; 0]);
    }

    #[test]
    fn it_ends_where_it_is_told_to() {
        let text = "Il pleut. Hier, 300 soldats sont morts. La ville est prise.";
        let mut asked = Vec::new();
        let found = analyze_while(text, |at| {
            asked.push(at);
            true
        });
        assert_eq!((found, asked.as_slice()), (Some(analyze(text)), &[0, 10, 40][..]));
        assert_eq!(analyze_while(text, |at| at < 40), None);
    }
}
