//! Finding named actors and places, as far as capitals and a small lexicon carry.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::model::{Name, NameKind};
use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::lexicon::{Classes, Lexicon, class};
use crate::core::lang::settings::{Head, Settings};
use crate::core::lang::stem::fold;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;
use crate::core::lang::words;

/// What is kept from sentence to sentence: the keys of the names of a text, each stored once.
#[derive(Default)]
pub(crate) struct Keys {
    known: FxHashSet<Arc<str>>,
    nouns: Nouns,
}

impl Keys {
    fn shared(&mut self, key: &str) -> Arc<str> {
        if let Some(known) = self.known.get(key) {
            return known.clone();
        }
        let key: Arc<str> = key.into();
        self.known.insert(key.clone());
        key
    }
}

/// Finds the names of a sentence.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    language: Language,
    keys: &mut Keys,
    out: &mut Vec<Name>,
) {
    let settings = &Lexicon::of(language).settings;
    let nouns = settings.nouns_have_capitals();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.is(class::PEOPLE) || token.is(class::STATE) && is_written_as_name(text, token) {
            let kind = if token.is(class::PEOPLE) { NameKind::People } else { NameKind::State };
            out.push(Name { span: token.span, key: keys.shared(token.entry.key), kind });
            at += 1;
        } else if is_field(tokens, at) {
            at += 1;
        } else if begins(text, tokens, at) {
            let mut end = end_of(text, tokens, at, settings);
            // `Kamal Nath-led government`: a name inside an adjective is none that acts.
            if tokens.get(end).is_some_and(|next| next.spaced && is_adjective_of_name(text, next)) {
                at = end + 1;
                continue;
            }
            if is_told(tokens, at, end, settings) {
                end = at + 1;
            }
            at = behind_body(tokens, at, end);
            at = if nouns { behind_nouns(text, tokens, at..end, &mut keys.nouns) } else { at };
            let run = &tokens[at..end];
            let titles = run.iter().all(|token| token.is(class::TITLE));
            // `THREE PEOPLE HAVE DIED`: words in capitals rather than names.
            let shouted = run.len() > 3
                && !run.iter().any(|token| token.span.of(text).contains(char::is_lowercase));
            if !(titles
                || shouted
                || nouns && is_noun(text, tokens, at..end, settings, &mut keys.nouns))
            {
                out.push(name(text, tokens, at, end, keys));
            }
            at = end;
        } else {
            at += 1;
        }
    }
}

/// `ministre de l’Intérieur Gérald Darmanin`: what a minister is of belongs to the title.
/// So does the state in `procurador da República Matheus Baraldi`, but `República Bolivariana` is one.
fn is_field(tokens: &[Token], at: usize) -> bool {
    const NEAR: usize = 4;
    let led =
        at > 0 && tokens[at - 1].is(class::OF | class::PREP | class::AND | class::TO | class::DET);
    let office = || {
        let near = &tokens[at.saturating_sub(NEAR)..at];
        // `dell’Interno`
        let of = tokens[at - 1].is(class::OF) || !tokens[at].spaced;
        of && near.iter().any(|t| t.is(class::TITLE))
    };
    let alone = || tokens.get(at + 1).is_none_or(|next| !next.is_capital());
    tokens[at].is(class::FIELD) && tokens[at].is_capital() && led && (alone() || office())
}

/// `UN` is a state's or body's name, `un` and `Un` are not.
fn is_written_as_name(text: &str, token: &Token) -> bool {
    let word = token.span.of(text);
    if word.len() == 2 {
        token.shape == Shape::Acronym
    } else {
        word.starts_with(char::is_uppercase)
    }
}

/// Words that only grammar capitalises are no names.
const COMMON: Classes = class::DET
    | class::PREP
    | class::CONJ
    | class::CLAUSE
    | class::THAT
    | class::AUX
    | class::PAST
    | class::PRESENT
    | class::FIRST
    | class::PLURAL
    | class::SECOND
    | class::THIRD
    | class::QUESTION
    | class::STOP
    | class::NEGATION
    | class::ACCORDING
    | class::RELATIVE
    | class::MONTH
    | class::WEEKDAY
    | class::NUMBER
    | class::ABOUT
    | class::MORE
    | class::LESS
    | class::LEAST
    | class::MOST
    | class::SOME
    | class::BETWEEN
    | class::MODAL
    | class::DUTY
    | class::FUTURE
    | class::HEDGE
    | class::OPINION
    | class::UNIT
    | class::HOPE
    | class::SAY;

fn begins(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let named = token.is_capital()
        || (token.shape == Shape::Code && token.span.of(text).starts_with(char::is_uppercase));
    if !named || token.is(class::PLAIN) || token.is(COMMON) && token.shape != Shape::Acronym {
        return false;
    }
    // `760 GBP`, `512GB`: a unit beside its figure.
    let figure = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.shape == Shape::Figure)
    };
    if token.entry.unit.is_some() && (figure(at.checked_sub(1)) || figure(Some(at + 1))) {
        return false;
    }
    if is_adjective_of_name(text, token) {
        return false;
    }
    if token.shape == Shape::Acronym {
        return token.span.len() > 1 && !is_roman(token.span.of(text));
    }
    let opens = at == 0
        || matches!(
            tokens[at - 1].span.of(text),
            "«" | "“" | "\"" | "”" | ":" | "-" | "–" | "—" | "." | "!" | "?"
        );
    // At the head of a sentence every word has a capital: a second one, or no other trace, shows a name.
    let followed =
        tokens.get(at + 1).is_some_and(|next| next.is_capital() && next.spaced && !next.is(COMMON));
    !opens
        || followed
        || (token.entry.class == 0
            && tokens.get(at + 1).is_some_and(|next| {
                next.is(class::AUX
                    | class::PAST
                    | class::SAY
                    | class::DENY
                    | class::PRESENT
                    | class::MODAL)
            }))
}

/// `Indian-controlled Kashmir`, `Kamal Nath-led`: an adjective made of a name.
fn is_adjective_of_name(text: &str, token: &Token) -> bool {
    let adjective =
        |(_, last): (&str, &str)| last.ends_with("ed") && last.starts_with(char::is_lowercase);
    token.is_capital() && token.span.of(text).rsplit_once('-').is_some_and(adjective)
}

/// `Commission [President Ursula Lang]`: where the person begins behind whose office it is.
fn behind_body(tokens: &[Token], at: usize, end: usize) -> usize {
    let office = |i: &usize| tokens[*i].is(class::TITLE) && tokens[*i - 1].is(class::BODY);
    (at + 1..end.saturating_sub(2)).find(office).unwrap_or(at)
}

/// `a expliqué à l’[AFP] Julie Andrès`: whom it is told, before a person named in full.
fn is_told(tokens: &[Token], at: usize, end: usize, settings: &Settings) -> bool {
    const LEADS: Classes = class::TO | class::PREP | class::DET | class::PER;
    let person = |token: &Token| token.shape == Shape::Capital && token.entry.class == 0;
    settings.head == Head::First
        && end == at + 3
        && tokens[at].shape == Shape::Acronym
        && at > 0
        && tokens[at - 1].is(LEADS)
        && tokens[at + 1..end].iter().all(person)
}

/// What stands before a noun rather than a name.
const LEADS: Classes = class::DET | class::NUMBER | class::SOME | class::ORDINAL;

/// Whether a run of capitals is no name where all nouns have them: a common noun, or one behind
/// the adjective that opens the sentence.
fn is_noun(
    text: &str,
    tokens: &[Token],
    run: Range<usize>,
    settings: &Settings,
    german: &mut Nouns,
) -> bool {
    const NO_ADJECTIVE: Classes = class::SAY | class::PREP | class::AUX | class::CONJ | class::PAST;
    let word = |at: usize| tokens[at].span.of(text);
    let (first, last) = (&tokens[run.start], &tokens[run.end - 1]);
    // `Einsatzkräfte von Polizei`
    let nouns = |at: &usize| german.has(word(*at));
    if run.len() > 2 && tokens[run.start + 1].shape == Shape::Small {
        return [run.start, run.end - 1].iter().all(nouns);
    }
    if run.len() > 2 || last.shape != Shape::Capital {
        return false;
    }
    if run.len() == 2 {
        return is_pair(text, tokens, run, german);
    }
    if first.is(class::TITLE) {
        return true;
    }
    let before = run.start.checked_sub(1).map(|at| &tokens[at]).filter(|_| first.spaced);
    // A name may stand behind a title, a noun not behind another.
    if before.is_some_and(|before| before.is(class::TITLE)) {
        return false;
    }
    let described = |before: &Token| {
        let written = before.span.of(text);
        before.shape == Shape::Small
            && !before.is(NO_ADJECTIVE)
            && is_adjective(written)
            && !written.ends_with("te")
            && !written.ends_with("ten")
    };
    before.is_some_and(|before| {
        before.is(LEADS)
            || before.shape == Shape::Figure
            || settings.contracted.contains(&before.span.of(text))
            || described(before) && is_usual(&word(run.start).to_lowercase())
    }) || german.has(word(run.start))
}

/// Whether a word may be an adjective, by its ending.
fn is_adjective(word: &str) -> bool {
    word.len() >= 4 && ["e", "en", "er", "es", "em"].iter().any(|end| word.ends_with(end))
}

/// Whether two words with capitals are no name where all nouns have them.
fn is_pair(text: &str, tokens: &[Token], run: Range<usize>, german: &mut Nouns) -> bool {
    // Of surnames that end as nouns do.
    const LONGEST: usize = 7;
    let (first, last) = (&tokens[run.start], &tokens[run.end - 1]);
    let (one, other) = (first.span.of(text), last.span.of(text));
    let before = run.start.checked_sub(1).map(|at| &tokens[at]);
    if before.is_none_or(|before| before.shape == Shape::Mark)
        && is_adjective(one)
        && german.has(other)
    {
        return true;
    }
    if first.is(class::BODY | class::TITLE) || last.is(class::BODY) {
        return false;
    }
    // `dass ihre Kinder Teil …`, `in mehr Branchen Einzug`: two nouns side by side.
    let led = before.is_some_and(|before| before.is(LEADS | class::MORE | class::QUESTION));
    if led && !is_declined(one) && german.has(one) && german.has(other) {
        return true;
    }
    // `im Norden Israels`
    let state = other.strip_suffix('s').is_some_and(|of| {
        let entry = Lexicon::of(Language::German).get(&of.to_lowercase());
        entry.is_some_and(|entry| entry.is(class::STATE))
    });
    // `Trumps Mut`
    let owned = one.strip_suffix('s').is_some_and(|of| is_usual(&of.to_lowercase()));
    // `vom Nachbarland Richtung Israel`, but `Volker Jung`
    let derived = other.len() > LONGEST && is_derived(&other.to_lowercase()) && !is_declined(one);
    state || derived || owned && german.has(other)
}

/// `Deutsche`: whether other forms show an adjective, which a noun does not have.
fn is_declined(word: &str) -> bool {
    let word = word.to_lowercase();
    let stem = ["en", "er", "es", "em", "e"].iter().find_map(|end| word.strip_suffix(end));
    stem.is_some_and(|stem| ["e", "en", "er"].iter().all(|end| is_usual(&format!("{stem}{end}"))))
}

/// Which German words are common nouns, each looked up once.
#[derive(Default)]
pub(crate) struct Nouns(FxHashMap<String, bool>);

impl Nouns {
    fn has(&mut self, word: &str) -> bool {
        if let Some(known) = self.0.get(word) {
            return *known;
        }
        let noun = is_common(&word.to_lowercase());
        self.0.insert(word.to_owned(), noun);
        noun
    }
}

/// `Hauptstadt Belgrad`, `Branchenliebling Slack`: where the name begins behind the nouns that tell
/// what it is of. Short ones may be first names: `Mark`.
fn behind_nouns(text: &str, tokens: &[Token], run: Range<usize>, german: &mut Nouns) -> usize {
    const SHORT: usize = 6;
    const OF_NAMES: Classes = class::TITLE | class::BODY | class::STATE;
    let mut start = run.start;
    // `Motion Picture Association`
    if tokens[run.clone()].iter().any(|token| token.is(class::BODY)) {
        return start;
    }
    while start + 1 < run.end && tokens[start + 1].is_capital() {
        let word = tokens[start].span.of(text);
        let noun = word.len() >= SHORT && !tokens[start].is(OF_NAMES) && !is_adjective(word);
        if !noun || !german.has(word) {
            break;
        }
        start += 1;
    }
    start
}

/// Whether a word in small letters ends as only nouns do, has forms as only they have, or ends in
/// such a noun of some length: `Haushaltsdefizit`, but `Orlestadt` is a place.
fn is_common(word: &str) -> bool {
    const TAIL: usize = 6;
    let mut tails = (4..word.len().saturating_sub(TAIL)).filter(|at| word.is_char_boundary(*at));
    is_derived(word) || has_forms(word) || tails.any(|at| has_forms(&word[at..]))
}

/// Whether a word ends as only nouns made from other words do.
fn is_derived(word: &str) -> bool {
    const ENDS: [&str; 13] = [
        "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
        "tät", "ismus", "nisse",
    ];
    ENDS.iter().any(|end| word.ends_with(end))
}

/// Whether other forms of a noun are usual words: its plural, or its singular. Names have none
/// but in `s` and `er` (`Berlins`, `Berliner`).
fn has_forms(word: &str) -> bool {
    let plural = || ["e", "en", "n"].iter().any(|end| is_usual(&format!("{word}{end}")));
    let singular = || {
        ["innen", "in", "en", "n", "e"]
            .iter()
            .any(|end| word.strip_suffix(end).is_some_and(|stem| stem.len() > 3 && is_usual(stem)))
    };
    is_usual(word) && (plural() || singular())
}

fn is_usual(word: &str) -> bool {
    words::is_usual_in(Language::German, word) == Some(true)
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

/// `Western Washington University`: the state is part of a body's name.
fn is_of_body(tokens: &[Token], at: usize) -> bool {
    let body = tokens.get(at + 1).is_some_and(|next| next.is_capital() && next.is(class::BODY));
    body && tokens[at].is(class::STATE)
}

/// Whether a word ties the parts of a name, or only of a `body`: `Ministerio del Interior`,
/// `Banque de la Poste`.
fn ties(settings: &Settings, word: &str, body: bool) -> bool {
    let (first, article) = word.split_once(' ').map_or((word, false), |(first, _)| (first, true));
    let tie = settings.ties.contains(&first);
    tie && !article || body && (tie || settings.body_ties.contains(&word))
}

/// `al-Maliki`: a small article that is glued to a name.
fn is_glued(settings: &Settings, word: &str) -> bool {
    let (article, rest) = word.split_at(word.find('-').map_or(0, |hyphen| hyphen + 1));
    settings.glued.contains(&article) && rest.starts_with(char::is_uppercase)
}

/// `de la ministre Ann Lee [Cet aveu survient …]`: a sentence that lost its stop begins here.
fn begins_sentence(tokens: &[Token], at: usize, settings: &Settings) -> bool {
    let token = &tokens[at];
    let goes_on = tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Small && next.spaced);
    settings.head == Head::First
        && token.shape == Shape::Capital
        && token.is(class::DET | class::THIRD)
        && !token.is(class::BODY | class::TITLE | class::STATE)
        && goes_on
}

/// A run of capitals, tied by `de` or `of` where the next word has one too.
fn end_of(text: &str, tokens: &[Token], at: usize, settings: &Settings) -> usize {
    let capital = |i: usize| {
        tokens.get(i).is_some_and(|t| {
            (t.is_capital() || t.shape == Shape::Code)
                && t.spaced
                && !is_adjective_of_name(text, t)
                && (!t.is(class::STATE | class::PEOPLE | class::MONTH | class::WEEKDAY)
                    || is_of_body(tokens, i))
        })
    };
    let mut end = at + 1;
    while end < at + 8 {
        let body = || tokens[at..end].iter().any(|t| t.is(class::BODY));
        let tie = tokens.get(end).is_some_and(|t| ties(settings, t.span.of(text), body()));
        // `Capt. Ray Peavy`
        let stop = tokens.get(end).is_some_and(|t| !t.spaced && t.is_mark(text, "."))
            && tokens[end - 1].is(class::TITLE)
            && tokens[end - 1].span.len() <= 4;
        // `Nouri al-Maliki`
        let glued =
            tokens.get(end).is_some_and(|t| t.spaced && is_glued(settings, t.span.of(text)));
        let pair = || is_pair_of_name(text, tokens, end, settings) && capital(end + 1);
        if capital(end) && !begins_sentence(tokens, end, settings) || glued {
            end += 1;
        } else if capital(end + 1) && (stop || tie) || pair() {
            end += 2;
        } else {
            break;
        }
    }
    behind_adjectives(text, tokens, end, settings)
}

/// `Humberside Fire [and] Rescue Service`: two words of one name.
fn is_pair_of_name(text: &str, tokens: &[Token], and: usize, settings: &Settings) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text)).to_lowercase();
    tokens.get(and).is_some_and(|token| token.is(class::AND))
        && settings.pairs.chunks(2).any(|pair| *pair == [word(and - 1), word(and + 1)])
}

/// `Tribunal pénal international`: where the name of a body ends that adjectives go on with.
fn behind_adjectives(text: &str, tokens: &[Token], end: usize, settings: &Settings) -> usize {
    const MOST: usize = 2;
    const VERBS: Classes = class::DEED | class::DENY | class::CHANGE | class::TITLE | class::BODY;
    let last = &tokens[end - 1];
    if !last.is(class::BODY) || last.shape != Shape::Capital {
        return end;
    }
    let adjective = |token: &&Token| {
        let word = token.span.of(text);
        token.shape == Shape::Small
            && word.len() > 4
            && settings.adjective.iter().any(|ending| word.ends_with(ending))
            && !token.is(VERBS | COMMON)
    };
    end + tokens[end..].iter().take(MOST).take_while(adjective).count()
}

fn name(text: &str, tokens: &[Token], at: usize, end: usize, keys: &mut Keys) -> Name {
    let span = Span::new(tokens[at].span.start, tokens[end - 1].span.end);
    let titled = at > 0 && tokens[at - 1].is(class::TITLE) || tokens[at].is(class::TITLE);
    // `maire de Saint-Dizier` names the place.
    let of = at > 0 && tokens[at - 1].is(class::OF);
    let near_title = !of && tokens[at.saturating_sub(3)..at].iter().any(|t| t.is(class::TITLE));
    // `B12`, `RD192`: what has a number in its name is a thing, with few exceptions.
    let acronym = |t: &Token| {
        t.shape == Shape::Acronym && !t.span.of(text).contains(|c: char| c.is_ascii_digit())
    };
    let body = tokens[at..end].iter().any(|t| t.is(class::BODY) || acronym(t));
    let kind = if body {
        NameKind::Organisation
    } else if titled
        || near_title
        || (end - at == 2 && tokens[at..end].iter().all(|t| t.entry.class == 0))
    {
        NameKind::Person
    } else {
        NameKind::Other
    };
    // Persons go by their last name.
    let key = if kind == NameKind::Person { tokens[end - 1].span } else { span };
    Name { span, key: keys.shared(&fold(key.of(text))), kind }
}
