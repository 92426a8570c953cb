//! Verbs at the end of their clause: `hat die Polizei am Montag mitgeteilt`, `wie die Zeitung am
//! Montag berichtete`.
//!
//! In German and Dutch the object and the circumstances stand between the subject and such a verb,
//! so that the words right before it are seldom who says it.

use super::find::Finder;
use crate::core::lang::lexicon::{Classes, class};

/// A clause whose verb stands at its end.
pub(super) struct Bracket {
    /// The first token of the auxiliary, or of the word that leads to the clause.
    pub(super) start: usize,
    /// Who says it, where that is known.
    pub(super) subject: Option<(usize, usize)>,
    /// Whether the clause stands behind what is said.
    pub(super) closes: bool,
}

impl Finder<'_> {
    /// The bracket that the verb at `verb` closes.
    pub(super) fn bracket(&self, verb: usize) -> Option<Bracket> {
        if !self.verb_is_second() {
            return None;
        }
        let perfect = |i: usize| self.is_one_of(i, &self.settings.perfect);
        let opens = |i: &usize| perfect(*i) || self.is_one_of(*i, &self.settings.likewise);
        let clause = (0..verb).rev().take_while(|i| !self.ends_clause(*i));
        let start = clause.filter(opens).last()?;
        let before = if perfect(start) { self.subject(start) } else { None };
        let subject = before.or_else(|| self.behind(start + 1, true));
        let closes = self.tokens[..start].iter().filter(|token| token.is_word()).count() > 1
            && before.is_none();
        Some(Bracket { start, subject, closes })
    }

    /// Whether another clause begins at a token.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        const BEGINS: Classes = class::CLAUSE | class::THAT | class::RELATIVE_PRONOUN;
        matches!(self.word(at), "," | ";" | ":" | "–" | "—") || self.is(at, BEGINS)
    }
}
