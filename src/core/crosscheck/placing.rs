//! Where things happen: names that a preposition of place introduces.

use super::facing::{Facing, Setting};
use super::near::Facts;
use super::pack::Roles;
use super::read::{Sentence, inside};
use super::statement::Statement;
use super::value::{Said, Site, Value};
use super::vector::Vector;
use super::words::Word;
use crate::core::article::Span;
use crate::core::fact::{Comparison, Name, NameKind};
use crate::core::lang::Language;
use crate::core::place::Place;

impl Sentence<'_> {
    /// The places that it names.
    pub(super) fn places(&self, facts: &Facts<'_>, values: &mut Vec<Value>) {
        let names = inside(facts.names, self.span, |name| name.span);
        for (i, name) in names.iter().enumerate() {
            let at = self.range(name.span);
            let place = matches!(name.kind, NameKind::Other | NameKind::State);
            if !place || !self.is_placed(at.start) || self.is_kind_of(name.span, at.end) {
                continue;
            }
            let words = &self.words[at.clone()];
            let Some(last) = words.iter().rev().find_map(|word| word.term) else { continue };
            let place = self.known(name, names.get(i + 1));
            let event = self.happening(name.span, &at);
            let site = Said::Place(Site { name: last.key(), place });
            let value = self.value(name.span, &at, site, event);
            let opposite = event.is_some_and(Word::is_opposite);
            values.push(Value { classed: event.is_some(), denied: opposite, ..value });
        }
    }

    /// Whether a preposition of place leads to the word: `in the city of Lyon`.
    pub(super) fn is_placed(&self, at: usize) -> bool {
        let small = |word: &&Word| word.term.is_none();
        let leads = self.words[..at].iter().rev().take_while(small);
        leads.take(LEADS).any(|word| word.is(Roles::PLACE))
    }

    /// `at the Carlton hotel`, `in Somali waters`: it tells which hotel and whose waters.
    fn is_kind_of(&self, name: Span, next: usize) -> bool {
        let Some(next) = self.words.get(next).filter(|next| next.term.is_some()) else {
            return false;
        };
        let beside = self.text.get(name.end..next.start) == Some(" ");
        let noun = self.text[next.start..].starts_with(char::is_lowercase) && !next.is(Roles::SAY);
        self.analysis.language == Language::English && beside && noun
    }

    /// What the gazetteer knows of a name: `Springfield, Missouri`, `Melun (Seine-et-Marne)`.
    fn known(&self, name: &Name, next: Option<&Name>) -> Option<Place> {
        let own = Place::named(name.span.of(self.text));
        let gap = |next: Span| self.text.get(name.span.end..next.start).unwrap_or_default();
        let beside = next.filter(|next| matches!(gap(next.span), ", " | " ("));
        let outer = beside.and_then(|next| Place::named(next.span.of(self.text)));
        match outer.filter(|outer| outer.is_region()) {
            Some(outer) => Some(own.map_or(outer.anywhere_within(), |own| own.within(outer))),
            None => own,
        }
    }
}

/// How many words lead from a preposition to the name.
const LEADS: usize = 2;
/// So alike are the words of sentences that say mostly the same.
const ALIKE: f32 = 0.5;

/// Whether two sentences tell of one happening that can only have been in one of two places: they open their articles,
/// or say the same beside it, no figures of it differ, and neither article knows the other place.
pub(super) fn is_of_one_happening(
    facing: &Facing<'_>,
    all: &[Facing<'_>],
    setting: Setting<'_>,
    (a, b): (&Statement, &Statement),
) -> bool {
    let Facing { x, y, .. } = facing;
    let role = x.role;
    let same = role == y.role || a.tells(y.role) && b.tells(role);
    let of_it = |other: &&Facing<'_>| {
        other.comparison == Comparison::Differs
            && matches!(other.x.said, Said::Figure(_) | Said::Date(_))
            && (other.x.role == role || other.y.role == y.role || other.x.role == other.y.role)
    };
    let known = |said: &Said, by: &Vector| match said {
        Said::Place(site) => by.knows(site.name),
        _ => false,
    };
    let told =
        setting.told.is_some_and(|told| known(&x.said, told.there) || known(&y.said, told.here));
    let one = setting.heads == 2 && setting.is_one_story() || setting.cosine > ALIKE;
    same && one && !told && !all.iter().any(|other| of_it(&other))
}

/// Whether two sentences tell of happenings in two places: none that one names can be, hold or lie beside one that the
/// other names.
pub(super) fn are_elsewhere(a: &Statement, b: &Statement) -> bool {
    let (a, b): (Vec<Site>, Vec<Site>) = (a.sites().collect(), b.sites().collect());
    let mut pairs = a.iter().flat_map(|x| b.iter().map(move |y| x.compare(*y))).peekable();
    pairs.peek().is_some() && pairs.all(|comparison| comparison == Some(Comparison::Differs))
}
