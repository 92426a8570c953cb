//! Finding the sources of a sentence: from the words that lead to one, and from verbs of saying.

use crate::core::article::Span;
use crate::core::fact::model::Attribution;
use crate::core::lang::Language;
use crate::core::lang::lexicon::{Classes, Lexicon, class};
use crate::core::lang::settings::{Head, Settings};
use crate::core::lang::tense::Tense;
use crate::core::lang::token::Token;

/// Finds the sources of a sentence. Tokens marked in `taken` belong to dates.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    taken: &[bool],
    sentence: Span,
    language: Language,
    out: &mut Vec<Attribution>,
) {
    const LEADS: Classes = class::ACCORDING | class::SAY | class::DENY;
    if !tokens.iter().any(|token| token.is(LEADS)) {
        return;
    }
    let lexicon = Lexicon::of(language);
    let finder = Finder { text, tokens, taken, sentence, lexicon, settings: &lexicon.settings };
    let (mut at, first) = (0, out.len());
    while at < tokens.len() {
        let token = &tokens[at];
        let found = if token.is(class::ACCORDING) {
            finder.according(at)
        } else if token.is(class::SAY | class::DENY) {
            finder.saying(at, &out[first..])
        } else {
            None
        };
        let Some(found) = found else {
            at += 1;
            continue;
        };
        at = found.end.max(at + 1);
        let source = match found.pronoun {
            Some(pronoun) => finder.antecedent(pronoun, out),
            None => Some(found.source),
        };
        out.push(Attribution {
            span: found.span,
            source,
            content: found.content,
            denies: found.denies,
        });
    }
}

pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) taken: &'a [bool],
    pub(super) sentence: Span,
    pub(super) lexicon: &'static Lexicon,
    pub(super) settings: &'static Settings,
}

/// A source as it stands in its sentence.
struct Found {
    span: Span,
    source: Span,
    /// The token of the pronoun that stands for the source.
    pronoun: Option<usize>,
    content: Span,
    denies: bool,
    /// One past its last token.
    end: usize,
}

impl Finder<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn is(&self, at: usize, class: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end)
    }

    /// Whether a word is one of a list, in small letters or with a capital.
    pub(super) fn is_one_of(&self, at: usize, list: &[&str]) -> bool {
        !list.is_empty() && list.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    /// Whether the verb stands second, with what belongs to it at the end: German and Dutch.
    pub(super) fn verb_is_second(&self) -> bool {
        matches!(self.settings.head, Head::Capital | Head::Plural)
    }

    /// `selon les services de renseignement sud-coréens`.
    fn according(&self, at: usize) -> Option<Found> {
        if self.is(at, class::POSTPOSED) {
            return self.postposed(at);
        }
        let opens =
            self.tokens[..at].iter().all(|t| t.is(class::CLAUSE | class::CONJ) || !t.is_word());
        // `…, selon la préfecture`, but `les prix varient selon les régions`.
        let apart = opens || self.verb_is_second() || self.stops(at - 1);
        let noun = || self.noun_behind(at + 1).filter(|_| apart);
        let (start, end) = self.behind(at + 1, self.verb_is_second() && !opens).or_else(noun)?;
        let (start, end) = self.giver(start, end).unwrap_or((start, end));
        let end = if opens { self.before_subject(start, end) } else { end };
        let span = self.span(at, end);
        let content = if opens {
            Span::new(self.after_comma(end), self.sentence.end)
        } else {
            Span::new(self.sentence.start, span.start)
        };
        Some(self.found(span, (start, end), content, false, end))
    }

    /// `einem Bericht [zufolge]`: the word stands behind the source.
    fn postposed(&self, at: usize) -> Option<Found> {
        let (start, last) = self.phrase_of_postposed(at)?;
        let opens = self.tokens[..start].iter().all(|t| !t.is_word());
        let content = if opens {
            Span::new(self.after_comma(at + 1), self.sentence.end)
        } else {
            Span::new(self.sentence.start, self.tokens[start].span.start)
        };
        Some(self.found(self.span(start, at + 1), (start, last), content, false, at + 1))
    }

    fn after_comma(&self, end: usize) -> usize {
        let at = if self.word(end) == "," { end + 1 } else { end };
        self.tokens.get(at).map_or(self.sentence.end, |token| token.span.start)
    }

    /// `Séoul indique …`, `…, a déclaré John Kirby`.
    fn saying(&self, at: usize, before: &[Attribution]) -> Option<Found> {
        let verb = self.verb(at)?;
        let denies = self.is(at, class::DENY) && !self.is_negated(verb.start, at);
        if !self.is(at, class::DENY) && self.is_unsaid(verb.start, at) {
            return None;
        }
        if self.is(at, class::REFUSE) && !self.is(at, class::SAY) && !self.refuses_words(at) {
            return None;
        }
        if verb.passive {
            let (start, end) = self.agent(at + 1)?;
            let content = Span::new(self.sentence.start, self.tokens[verb.start].span.start);
            return Some(self.found(self.span(at, end), (start, end), content, denies, end));
        }
        // `a-t-il précisé`, `affirme-t-elle`
        if let Some(i) = (verb.start..=at + 1).find(|i| self.is_joined_pronoun(*i)) {
            let end = at + 1 + usize::from(i > at);
            let span = self.span(verb.start, end);
            let content = self.rest_of_inverted(verb.start, span);
            return Some(self.found(span, (i, i + 1), content, denies, end));
        }
        let quoted = self.closes_quotation(verb.start);
        let apart = verb.start == 0 || self.stops(verb.start - 1);
        let comma = verb.start > 0 && self.word(verb.start - 1) == ",";
        let behind = || {
            // `…, told [the Herald]`: whom it is told; `qui confirme [un arrêt]`: what.
            let who = verb.start > 0 && self.is_one_of(verb.start - 1, &self.settings.who);
            if who || self.is_one_of(at, &self.settings.tells) {
                return None;
            }
            let noun = || self.noun_behind(at + 1).filter(|_| quoted || comma);
            let name = || self.name_alone(at + 1).filter(|_| apart);
            let (start, end) = self.behind(at + 1, true).or_else(noun).or_else(name)?;
            // What follows is the subject of another verb.
            // `said [the bridge brought] …`: in English also of one in the past.
            let past = self.settings.head == Head::Last
                && (self.is(end, class::PAST)
                    || self.tokens.get(end).is_some_and(|t| t.tense == Tense::Past));
            let ends = !past
                && !self
                    .is(end, class::AUX | class::MODAL | class::THAT | class::SAY | class::DENY);
            let span = self.span(verb.start, end);
            let content = self.rest_of_inverted(verb.start, span);
            ends.then(|| self.found(span, (start, end), content, denies, end))
        };
        if quoted || apart && !comma && !self.ends_in_quoted_name(verb.start) {
            return behind();
        }
        let plain = self.plain(verb.start, at, denies, before);
        if comma {
            // `Le parquet, dans un avis motivé, demande l’absolution de …`: who opens the sentence.
            let opens = |plain: &Found| self.opens(plain.source) && !self.is_unknown(plain.source);
            return match plain {
                Some(plain) if opens(&plain) => Some(plain),
                plain => behind().filter(|found| self.may_follow(found.source)).or(plain),
            };
        }
        // `Sinngemäß sagt Wodarg`: in German the verb stands second, whatever is first.
        let unknown = |plain: &Found| self.verb_is_second() && self.is_unknown(plain.source);
        // In English a subject stands behind its verb only where a mark parts it from what is said.
        let doubtful = plain.as_ref().is_none_or(unknown) && self.settings.head != Head::Last;
        let one = |plain: &Found| !plain.source.of(self.text).contains(' ');
        if !doubtful {
            return plain;
        }
        // `Le géant suisse publie un bénéfice …`: whoever it is stands before the verb.
        let subject = self.settings.head == Head::First && self.noun_before(verb.start).is_some();
        let behind = if subject { None } else { behind() };
        behind.or(plain.filter(one))
    }

    /// Whether a source is what the sentence begins with.
    fn opens(&self, source: Span) -> bool {
        let first = self.tokens.iter().find(|token| token.is_word());
        first.is_some_and(|first| first.span.start == source.start)
    }

    /// `-t-il`, `-elle`, but not a dash.
    fn is_joined_pronoun(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 1 && word.starts_with('-')
    }

    fn rest_of_inverted(&self, verb: usize, span: Span) -> Span {
        let whole = if verb == 0 {
            Span::new(span.end, self.sentence.end)
        } else {
            Span::new(self.sentence.start, span.start)
        };
        self.trim(whole)
    }

    /// `John Kirby, porte-parole du Conseil, a souligné que …`; `Séoul indique …`.
    fn plain(&self, verb: usize, at: usize, denies: bool, before: &[Attribution]) -> Option<Found> {
        // `informó de que`
        let that = at + 1 + usize::from(self.is(at + 1, class::OF));
        let mut after = if self.is(that, class::THAT) { that } else { at + 1 };
        while self.is(after, class::THAT) || matches!(self.word(after), ":" | ",") {
            after += 1;
        }
        let rest = self.tokens.get(after).map_or(self.sentence.end, |token| token.span.start);
        let content = self.trim(Span::new(rest, self.sentence.end));
        if let Some(bracket) = self.bracket(verb) {
            // `hat keinen Plan angekündigt`
            if !self.is(at, class::DENY) && self.is_unsaid(bracket.start, verb) {
                return None;
            }
            let span = self.span(bracket.start, at + 1);
            let content = if bracket.closes { self.up_to(bracket.start) } else { content };
            return Some(self.found(span, bracket.subject?, content, denies, at + 1));
        }
        // Whoever tells that something is so is a source.
        let tells = || self.noun_before(verb).filter(|_| self.is(that, class::THAT));
        let subject = self.subject(verb).or_else(tells);
        let (start, end) = match subject.filter(|subject| !self.is_noun_of(at, *subject)) {
            Some(subject) => subject,
            // `X a salué … et a annoncé …`: the subject is that of the verb before.
            None if self.is(verb - 1, class::AND) => {
                let span = self.span(verb, at + 1);
                let known = before.last().and_then(|last| last.source);
                if let Some(source) = known {
                    return Some(Found {
                        span,
                        source,
                        pronoun: None,
                        content,
                        denies,
                        end: at + 1,
                    });
                }
                let (start, end) = self.subject_of_clause(verb - 1)?;
                return Some(self.found(span, (start, end), content, denies, at + 1));
            }
            None => return None,
        };
        Some(self.found(self.span(start, at + 1), (start, end), content, denies, at + 1))
    }

    /// `a blockbuster [report] that …`: with one thing before it the word is a noun; `’s flash [report]`.
    fn is_noun_of(&self, at: usize, (start, end): (usize, usize)) -> bool {
        const NOUNS: Classes = class::REPORT | class::CHARGE;
        let inflected = self.word(at).ends_with('s') || self.word(at).ends_with("ed");
        let one = self.is(start, class::DET) && !self.word(end - 1).ends_with('s');
        let noun = self.settings.head == Head::Last && self.is(at, NOUNS) && !inflected;
        noun && one || self.word(start).starts_with(['\'', '’'])
    }

    /// The words before a token.
    fn up_to(&self, at: usize) -> Span {
        self.trim(Span::new(self.sentence.start, self.tokens[at].span.start))
    }

    fn found(
        &self,
        span: Span,
        (start, last): (usize, usize),
        content: Span,
        denies: bool,
        end: usize,
    ) -> Found {
        // `[wie] Carl Roth, Chef der Bahn, betont`
        let likewise = last > start + 1 && self.is_one_of(start, &self.settings.likewise);
        let start = start + usize::from(likewise);
        let pronoun = self.is_pronoun(start, last).then_some(start);
        let source = self.span(start, last);
        Found { span, source, pronoun, content: self.trim(content), denies, end }
    }

    /// Without white space and the marks at its ends.
    fn trim(&self, span: Span) -> Span {
        let words = span.of(self.text);
        let edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.');
        let start = span.start + words.len() - words.trim_start_matches(edge).len();
        Span::new(start, (start + words.trim_matches(edge).len()).max(start))
    }
}
