//! What one sentence denies and another tells: `did not have a gun`, `pointed a gun at them`.
//!
//! Any word can be denied, so this needs no lexicon; but a word that an article uses often is said of many
//! things. So it counts only what either article says once.

use super::event::{TELLING, Weighed};
use super::pack::Roles;
use super::read::Sentence;
use super::statement::{Statement, has};
use super::term::{Key, Term, meet};
use super::told::Told;
use super::value::{NEAR, Piece, Said, Value};
use super::vector::Vector;

/// How many words before a word deny it, or say that it is only meant, and how many that it is lacking.
const BESIDE: usize = 2;
const REACH: usize = 4;
/// What is shorter may be a piece of a word: `co-counsel`.
const SHORT: usize = 3;

impl Sentence<'_> {
    /// Which terms are told, and which are denied: one bit each. What is only meant, or said both ways, is neither.
    pub(super) fn told_and_denied(&self, terms: &[(Term, u8)]) -> [u128; 2] {
        let (mut told, mut denied, mut open) = (0_u128, 0_u128, 0_u128);
        // Most sentences have no word of a role.
        let roles =
            self.words.iter().fold(Roles::default(), |all, word| all.and(word.lexeme.roles));
        for (at, word) in self.words.iter().enumerate() {
            let Some(term) = word.term.filter(|term| !term.is_name() && !term.is_number()) else {
                continue;
            };
            let place = terms.binary_search_by_key(&term.key(), |(term, _)| term.key());
            let Some(bit) = place.ok().filter(|at| *at < u128::BITS as usize) else { continue };
            let leads = |reach: usize, any: &[Roles]| {
                let before = &self.words[at.saturating_sub(reach)..at];
                let mut any = any.iter().filter(|role| roles.has(**role));
                any.any(|role| before.iter().any(|word| word.is(*role)))
            };
            // `no emotion` and `without a fight` say what is not there, of which another may tell in another sense.
            let meant = leads(BESIDE, &[Roles::AIM]) || leads(REACH, &[Roles::LACKS, Roles::NONE]);
            // That there is no appeal is what the lexicon knows: the opposite of one.
            let none = word.negated && word.lexeme.sign.is_some() && leads(REACH, &[Roles::NONE]);
            let set = match word.negated {
                true if none => &mut denied,
                _ if meant || word.source || word.ruled_out => &mut open,
                _ if roles.has(Roles::MAYBE) && self.is_open(at) => &mut open,
                _ if word.is(Roles::MODAL) || word.end - word.start < SHORT => &mut open,
                true if !leads(BESIDE, &[Roles::NEGATOR, Roles::REFUSES, Roles::OPENS]) => {
                    &mut open
                }
                true => &mut denied,
                false => &mut told,
            };
            *set |= 1 << bit;
        }
        [told & !denied & !open, denied & !told & !open]
    }
}

/// Where one of two sentences denies what the other tells, if they tell of one thing: the denied word, and the claim in
/// which the other tells it, or nothing where that is the whole sentence.
pub(super) fn denied(a: &Weighed<'_>, b: &Statement, told: Told<'_>) -> Option<(Key, [Piece; 2])> {
    let one = a.statement;
    if one.denied | b.denied == 0 {
        return None;
    }
    let mut shared: Vec<(usize, usize)> = Vec::new();
    meet(&one.terms, &b.terms, |i, j| shared.push((i, j)));
    let opposite = |&&(i, j): &&(usize, usize)| {
        has(one.denied, i) && has(b.plain, j) || has(one.plain, i) && has(b.denied, j)
    };
    let fits = |&&(i, j): &&(usize, usize)| {
        let key = one.terms[i].key();
        let once = told.here.times_of(key) == 1 && told.there.times_of(key) == 1;
        let clauses = (clause(one, i).1, clause(b, j).1);
        let beside = if has(one.denied, i) {
            stands_beside(one, key, b, clauses.1)
        } else {
            stands_beside(b, key, one, clauses.0)
        };
        // What a class of words tells may be told in two senses; where it has opposites, deeds are compared.
        let one_word = !one.terms[i].is_class();
        let one_word = one_word && once && a.weights[i] >= TELLING && beside;
        let strangers = || {
            are_strangers((one, clauses.0), told.there) || are_strangers((b, clauses.1), told.here)
        };
        one_word && about(a, &shared, (i, j), clauses) && !strangers()
    };
    let &(i, j) = shared.iter().filter(opposite).find(fits)?;
    let key = one.terms[i].key();
    let piece = |statement: &Statement, at: usize| {
        let word = denied_word(statement, key).map(|value| value.piece);
        word.unwrap_or_else(|| clause(statement, at).0)
    };
    Some((key, [piece(one, i), piece(b, j)]))
}

/// Whether one of two sentences denies a word that the other tells.
pub(super) fn denies_told(a: &Statement, b: &Statement) -> bool {
    let mut denies = false;
    if a.denied | b.denied != 0 {
        meet(&a.terms, &b.terms, |i, j| {
            denies |= has(a.denied, i) && has(b.plain, j) || has(a.plain, i) && has(b.denied, j);
        });
    }
    denies
}

/// Whether a clause names somebody, and nobody whom an article knows.
fn are_strangers((statement, clause): (&Statement, u128), article: &Vector) -> bool {
    let terms = statement.terms.iter().enumerate();
    let mut names = terms.filter(|(at, term)| term.is_name() && has(clause, *at)).peekable();
    names.peek().is_some() && !names.any(|(_, term)| article.knows(term.key()))
}

/// Whether a word beside the denied one stands in the clause of the other sentence: it is denied of one thing.
fn stands_beside(denying: &Statement, key: Key, other: &Statement, clause: u128) -> bool {
    let Some(word) = denied_word(denying, key) else { return false };
    let beside = [word.near[0], word.near[NEAR / 2]];
    beside.into_iter().filter(|term| term.0 != 0 && term.key() != key).any(|term| {
        let at = other.terms.binary_search_by_key(&term.key(), |term| term.key());
        at.is_ok_and(|at| has(clause, at))
    })
}

/// What a sentence says of a word of no class that it denies.
fn denied_word(statement: &Statement, key: Key) -> Option<&Value> {
    let own =
        |value: &&Value| value.role == key && matches!(value.said, Said::Deed(_)) && !value.classed;
    statement.values.iter().find(own)
}

/// Whether the two clauses say more of one thing than the word.
fn about(
    a: &Weighed<'_>,
    shared: &[(usize, usize)],
    own: (usize, usize),
    (here, there): (u128, u128),
) -> bool {
    let terms = &a.statement.terms;
    let both = shared.iter().filter(|&&pair| {
        let (i, j) = pair;
        pair != own && has(here, i) && has(there, j) && !terms[i].is_number()
    });
    let (mut weight, mut count) = (0.0_f32, 0);
    for &(i, _) in both {
        count += usize::from(a.weights[i] >= TELLING);
        weight += a.weights[i];
    }
    let fewer = here.count_ones().min(there.count_ones()).max(1);
    count > 0 && weight >= ABOUT && (count + 1) as f32 / fewer as f32 >= COVERED
}

/// The claim that a term stands in, and which terms it holds; all where the sentence is one.
pub(super) fn clause(statement: &Statement, at: usize) -> (Piece, u128) {
    let own = statement.claims.iter().filter(|part| has(part.terms, at));
    let own = own.min_by_key(|part| part.terms.count_ones());
    let all = || u128::MAX >> (u128::BITS as usize - statement.terms.len().clamp(1, MOST));
    own.map_or_else(|| (Piece::default(), all()), |part| (part.piece, part.terms))
}

/// Of so many terms it is known.
const MOST: usize = u128::BITS as usize;
/// So much must two clauses say of one thing beside the word, and so many of the words of the shorter one be in both.
const ABOUT: f32 = 0.6;
const COVERED: f32 = 0.4;
