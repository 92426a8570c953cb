//! Who gives whom: planes to Pyongyang, arms to Moscow.

use super::statement::Piece;
use super::words::{Key, Role, Word, name_key};
use crate::core::article::Span;
use crate::core::fact::{Name, NameKind};

/// Something changes hands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Transfer {
    pub(super) piece: Piece,
    pub(super) giver: Option<Key>,
    pub(super) getter: Option<Key>,
}

/// Who gives whom: the actor before the verb and the one a preposition leads to after it.
pub(super) fn transfer(base: Span, words: &[Word], names: &[Name]) -> Option<Transfer> {
    let verb = words.iter().find(|word| matches!(word.role, Role::Gives | Role::Gets))?;
    let actor = |name: &&Name| {
        matches!(name.kind, NameKind::State | NameKind::Organisation | NameKind::Person)
    };
    let subject = names.iter().filter(actor).rfind(|name| name.span.end <= verb.start);
    let led = names.iter().filter(actor).find(|name| {
        let at = words.partition_point(|word| word.start < name.span.start);
        name.span.start >= verb.end && at > 0 && words[at - 1].key.is_none() && leads(words, at)
    });
    let by = names.iter().find(|name| {
        let at = words.partition_point(|word| word.start < name.span.start);
        name.span.start >= verb.end
            && words[at.saturating_sub(2)..at].iter().any(|word| word.role == Role::By)
    });
    let key = |name: Option<&Name>| name.map(|name| name_key(&name.key));
    let (giver, getter) = match (verb.role, by) {
        (Role::Gives, None) => (key(subject), key(led)),
        (Role::Gives, by) => (key(by), key(led)),
        (_, _) => (None, key(subject)),
    };
    (giver.is_some() || getter.is_some()).then(|| Transfer {
        piece: Piece::new(base, Span::new(verb.start, verb.end)),
        giver,
        getter,
    })
}

/// Whether a preposition leads to the word at `at`, an article in between or not.
fn leads(words: &[Word], at: usize) -> bool {
    words[at.saturating_sub(2)..at]
        .iter()
        .rev()
        .take_while(|word| word.key.is_none())
        .any(|word| word.role == Role::Leads)
}
