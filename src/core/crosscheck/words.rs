//! The words of a stretch of text as terms that compare, with what is said not to be so.

use rustc_hash::FxHashMap;

use super::pack::{Lexeme, Mark, Pack, Phrase, Roles, mark};
use super::term::Term;
use super::tokens::tokens;
use crate::core::article::Span;
use crate::core::lang::stem::fold;

/// One word of a text, or a phrase that the lexicon knows.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what is known of a word, not states")]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What it is compared by; `None` where it says nothing about the subject.
    pub(super) term: Option<Term>,
    pub(super) lexeme: Lexeme,
    /// Said not to be so: `did not resign`.
    pub(super) negated: bool,
    /// And that by somebody who says so: `ruled out a fault`.
    pub(super) ruled_out: bool,
    /// Part of the name of a source: it says so, and nothing is told of it.
    pub(super) source: bool,
    /// Part of a name that a word of place leads to: where, not who.
    pub(super) placed: bool,
}

impl Word {
    pub(super) const fn is(&self, role: Roles) -> bool {
        self.lexeme.roles.has(role)
    }

    /// Whether a negation goes on to what follows it.
    const fn leads_on(&self) -> bool {
        self.is(Roles::MODAL) || self.is(Roles::BEARS)
    }

    /// Whether it tells that an event came about, and is none itself: `has broken out`, `was held`.
    pub(super) const fn is_of_event(&self) -> bool {
        self.is(Roles::HELD) || self.is(Roles::HAPPENS) && !self.is(Roles::EVENT)
    }

    /// Whether it tells the opposite of its class: `survived`, `did not die`.
    pub(super) fn is_opposite(&self) -> bool {
        (self.lexeme.sign == Some(-1)) != self.negated
    }
}

/// Reads words, and remembers what it made of them: most words of a desk come back, and stemming
/// is the slowest step.
#[derive(Clone, Default)]
pub(super) struct Reader {
    known: [Known; 4],
}

/// The words of a language that were met.
type Known = FxHashMap<Box<str>, Found>;

/// What a pack knows of a word.
#[derive(Clone, Copy)]
struct Found {
    term: Option<Term>,
    lexeme: Lexeme,
    /// What its folded form is known by.
    mark: Mark,
    /// The phrases that end with it.
    phrases: &'static [Phrase],
}

/// A word as it stands in a sentence.
#[derive(Clone, Copy)]
struct Said {
    mark: Mark,
    /// Which of the words read so far it belongs to: those of a phrase are one.
    word: usize,
}

/// How many words are remembered for a language before starting over: some 4 MB.
const REMEMBERED: usize = 50_000;
/// How far before the end of its clause a verb stands, in words.
const CLAUSE: usize = 24;
/// How many words a denial reaches: `denied that police had shot`.
const DENIAL: usize = 3;

impl Reader {
    /// The words of a stretch of `text`, in order, read with the pack of this number.
    pub(super) fn words(&mut self, text: &str, span: Span, pack: usize) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::with_capacity(span.len() / 5);
        let mut said = Vec::with_capacity(span.len() / 5);
        let mut negation = Negation::default();
        let mut last = span.start;
        for (start, end) in tokens(span.of(text)) {
            let (start, end) = (span.start + start, span.start + end);
            let gap = &text[last..start];
            // `dementierte, dass …` goes on.
            let goes_on = gap == ", " && words.last().is_some_and(|word| word.is(Roles::DENY));
            if gap != " " && gap.contains(BREAKS) && !goes_on {
                negation = Negation::default();
            }
            last = end;
            let Found { term, lexeme, mark, phrases } = self.look_up(&text[start..end], pack);
            let word = Word { start, end, term, lexeme, ..Word::default() };
            let (word, denies) = phrase(&mut words, &mut said, word, phrases);
            said.push(Said { mark, word: words.len() });
            if denies {
                // `corps sans vie`, `denies the charges` say what they say.
                negation = Negation::default();
            }
            negation.read(&mut words, word);
        }
        if Pack::numbered(pack).parts_verbs {
            self.rejoin(&mut words, text, pack);
        }
        words
    }

    /// Joins a verb to what of it stands at the end of its clause, `nahm den Mann fest`, and to the negation there.
    fn rejoin(&mut self, words: &mut [Word], text: &str, pack: usize) {
        for at in 0..words.len() {
            let last = words[at];
            let closes = || {
                words.get(at + 1).is_none_or(|next| {
                    next.is(Roles::AND) || text[last.end..next.start].contains(BREAKS)
                })
            };
            if !(last.is(Roles::PARTICLE) || last.is(Roles::NEGATOR)) || !closes() {
                continue;
            }
            let breaks = |i: &usize| text[words[*i].end..words[*i + 1].start].contains(BREAKS);
            let from = (0..at).rev().find(breaks).map_or(0, |i| i + 1);
            let clause = from.max(at.saturating_sub(CLAUSE))..at;
            let denies =
                (clause.clone().rev().take(1).chain([at])).any(|i| words[i].is(Roles::NEGATOR));
            let particle =
                last.is(Roles::PARTICLE).then(|| text[last.start..last.end].to_lowercase());
            let own = |word: &Word| &text[word.start..word.end];
            let verb =
                |word: &Word| word.term.is_some() && own(word).starts_with(char::is_lowercase);
            let found = clause.rev().filter(|i| verb(&words[*i])).find_map(|i| {
                let Some(particle) = &particle else { return Some((i, None)) };
                let Found { term, lexeme, .. } =
                    self.look_up(&format!("{particle}{}", own(&words[i])), pack);
                lexeme.class.is_some().then_some((i, Some((term, lexeme))))
            });
            let Some((i, joined)) = found else { continue };
            if let Some((term, lexeme)) = joined {
                (words[i].term, words[i].lexeme) = (term, lexeme);
            }
            words[i].negated |= denies;
        }
    }

    fn look_up(&mut self, token: &str, pack: usize) -> Found {
        let known = &mut self.known[pack];
        if let Some(&made) = known.get(token) {
            return made;
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let pack = Pack::numbered(pack);
        let (term, lexeme) = pack.look_up(token);
        let term = term.filter(|_| !token.chars().all(char::is_numeric));
        let folded = fold(token);
        let found = Found { term, lexeme, mark: mark(&folded), phrases: pack.phrases(&folded) };
        known.insert(token.into(), found);
        found
    }
}

/// Joins the last words to the longest of these phrases, which end with this one; and whether a negation is part of it.
fn phrase(
    words: &mut Vec<Word>,
    said: &mut [Said],
    last: Word,
    phrases: &'static [Phrase],
) -> (Word, bool) {
    // How many words a phrase spans, this one left out; a small word may slip in: `continues for now to run`.
    let spanned = |phrase: &'static Phrase| {
        // Those of a phrase that was joined one by one, as a longer one may hold it.
        let mut before = said.iter().rev();
        let mut spanned = 0;
        for want in phrase.marks.iter().rev().skip(1) {
            loop {
                let own = before.next()?;
                if own.mark == *want {
                    spanned = words.len() - own.word;
                    break;
                }
                if !words[own.word].is(Roles::SLIPS) {
                    return None;
                }
            }
        }
        // No phrase begins within another one.
        let whole = before.next().is_none_or(|next| words.len() - next.word > spanned);
        whole.then_some((spanned, phrase))
    };
    // Of nearly all another word is the last but one.
    let near = said.last().map(|own| own.mark);
    let slips = said.last().is_some_and(|own| words[own.word].is(Roles::SLIPS));
    let may_be = |phrase: &&'static Phrase| {
        slips || phrase.marks.iter().rev().nth(1).is_none_or(|want| near == Some(*want))
    };
    let found = phrases.iter().filter(may_be).filter_map(spanned);
    let found = found.max_by_key(|(_, phrase)| phrase.words.len());
    let Some((spanned, Phrase { lexeme, .. })) = found else { return (last, false) };
    let from = words.len() - spanned;
    let start = words.get(from).map_or(last.start, |word| word.start);
    let own =
        [Roles::NEGATOR, Roles::REFUSES, Roles::OPENS, Roles::NONE, Roles::LACKS, Roles::DENY];
    let joined = &words[from..];
    let denies = joined.iter().any(|word| own.into_iter().any(|role| word.is(role)));
    // `has not pleaded guilty`: said not to be so from its first word on.
    let negated = !denies && joined.iter().any(|word| word.negated);
    words.truncate(from);
    said.iter_mut().rev().take_while(|one| one.word > from).for_each(|one| one.word = from);
    (Word { start, term: lexeme.class, lexeme: *lexeme, negated, ..last }, denies)
}

/// What a negation reaches: the predicate, not the rest of the sentence.
#[derive(Default)]
struct Negation {
    /// Where `ne` stands.
    opened: Option<usize>,
    /// `aucun` was said.
    none: bool,
    /// A negator was said.
    said: bool,
    /// How many of the next words are negated.
    reach: usize,
    /// They are ruled out.
    denies: bool,
}

impl Negation {
    fn read(&mut self, words: &mut Vec<Word>, mut word: Word) {
        if word.is(Roles::OPENS) {
            self.opened = Some(words.len());
            // `aucun emploi ne sera supprimé`: the verb, too.
            self.reach = usize::from(self.none);
        } else if word.is(Roles::NONE) && !words.last().is_some_and(|before| before.is(Roles::ONE))
        {
            // `une personne` is one.
            (self.none, self.reach) = (true, 2);
        } else if word.is(Roles::NEGATOR) || word.is(Roles::REFUSES) {
            self.denies = false;
            // `n’a ni appelé ni félicité`: the second denies, too.
            if word.is(Roles::AND) && self.said {
                self.reach = 1;
            } else {
                self.negator(words);
            }
        } else if word.is(Roles::AND) {
            // `has not paid and has not said why`: two are denied, not one taken back.
            self.said = false;
        } else if word.is(Roles::DENY) {
            // `did not deny` leaves open whether it is so.
            self.reach = if self.reach > 0 { 0 } else { DENIAL };
            self.denies = true;
        } else if word.is(Roles::TOPIC) && self.denies {
            // `denied an inquiry into the notes`, `démenti une enquête sur les notes`: of which there are some.
            self.reach = 0;
        } else if word.is(Roles::ONLY) && words.last().is_some_and(|w| w.is(Roles::NEGATOR)) {
            self.reach = 0;
            words.iter_mut().rev().take(4).for_each(|word| word.negated = false);
        }
        if word.term.is_some() && self.reach > 0 {
            word.negated = true;
            word.ruled_out = self.denies;
            self.reach -= usize::from(!word.leads_on());
        }
        words.push(word);
    }

    fn negator(&mut self, words: &mut [Word]) {
        // `ne provient pas sans contrepartie`: two make none.
        if std::mem::replace(&mut self.said, true) {
            self.reach = 0;
            words.iter_mut().rev().take(4).for_each(|word| word.negated = false);
            return;
        }
        let opened = self.opened.take().unwrap_or(words.len()).min(words.len());
        let inside = words[opened..].iter_mut().filter(|word| word.term.is_some());
        // `ne participe pas`: the verb stands inside.
        let mut found = false;
        inside.for_each(|word| {
            word.negated = true;
            found |= !word.leads_on();
        });
        self.reach = usize::from(!found);
    }
}

/// Marks that end the reach of a negation.
const BREAKS: [char; 12] = ['.', ',', ';', ':', '!', '?', '\n', '«', '»', '“', '”', '"'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::lang::Language;

    fn words(text: &str) -> Vec<Word> {
        Reader::default().words(
            text,
            Span::new(0, text.len()),
            Pack::number_for(text, Language::Other),
        )
    }

    #[test]
    fn forms_and_classes_share_a_term() {
        let terms = |text: &str| words(text).iter().filter_map(|w| w.term).collect::<Vec<_>>();
        for (a, b) in [
            ("les soldats", "la troupe"),
            ("the troops", "des soldats"),
            ("les quatorze morts", "les victimes"),
            ("le feu a coûté la vie", "l’incendie des victimes"),
            ("l’usine continue de tourner", "la laiterie continue d’ailleurs de tourner"),
        ] {
            assert_eq!(terms(a).last(), terms(b).last(), "{a} {b}");
        }
        assert_ne!(terms("le riz"), terms("un avion"));
    }

    #[test]
    fn a_negation_reaches_the_predicate() {
        let negated = |text: &str| {
            let said: Vec<String> = words(text)
                .iter()
                .filter(|w| w.negated)
                .map(|w| text[w.start..w.end].to_owned())
                .collect();
            said.join(" ")
        };
        for (text, want) in [
            ("L'Ukraine ne participe pas au Mondial", "participe"),
            ("Le ministre n’a jamais signé le traité à Vienne", "signé"),
            ("The minister did not resign after the vote", "resign"),
            ("The company can't pay its workers", "pay"),
            ("Les soldats arrivent", ""),
            ("Personne n’est mort", "Personne mort"),
            ("Une personne est morte dans la rue", ""),
            ("Il n’a ni appelé ni félicité le maire", "appelé félicité"),
            ("Ce renfort ne provient pas sans contrepartie", ""),
            ("Aucun emploi ne sera supprimé dans le groupe", "emploi supprimé"),
            ("Le médecin n’a jamais présenté d’excuses à la famille", "présenté excuses"),
            ("The company has not filed an appeal with the court", "filed an appeal"),
            ("Jane Roe has not pleaded guilty in Halden", "pleaded guilty"),
            ("The company has not offered an apology", "offered apology"),
            ("The firm has not paid and has not resigned", "paid resigned"),
            ("Le maire n’a pas payé et n’a pas démissionné", "payé démissionné"),
            ("Un corps sans vie a été retrouvé", ""),
            ("El alcalde no ha pedido disculpas a la familia", "disculpas"),
            ("No hubo detenidos en Halden", "hubo detenidos"),
            ("Le barrage ne sert pas seulement à produire", ""),
        ] {
            assert_eq!(negated(text), want, "{text}");
        }
    }
}
