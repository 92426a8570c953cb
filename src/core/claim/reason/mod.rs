//! From a clause to a claim: its span, score, kinds and reasons.

mod fact;
mod figure;
mod name;
mod weight;
mod word;

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::feature::{Feature, Features};
use super::model::{Claim, Kind, Kinds, Reason, Sign};
use super::sure::Sight;
use super::tone::{is_glued, is_table};
use crate::core::article::Span;
use crate::core::fact::Facts;

pub(super) use figure::tells;

/// Makes a claim of the clause at `place` in `sentence`, whose tokens and features are given.
pub(crate) fn claim(
    sight: &Sight<'_>,
    place: Span,
    sentence: Span,
    facts: &Facts,
    features: &Features,
) -> Claim {
    let mut told = Told { span: place, ..Told::default() };
    let real = features.gain(Feature::Past) > 0.0 && !features.are_against(UNREAL);
    told.add_facts(sight, sentence, facts, real);
    told.add_words(sight, features);
    // No sentence of its own.
    let idle = told.told(Sign::Figure).is_empty() && sight.only_tells_who()
        || is_table(sight.part(), place, sight.settings)
        || is_glued(sight.text, sight.part());
    let asks = told.asks(sight.text, features)
        || sight.only_names_a_deed()
        || idle
        || told.has_no_verb(sight, features)
        || told.tells_whom_it_asked(sight);
    let caption = told.is_only_dated() && sight.is_of_a_picture(facts);
    let founded = told.is_founded(features) && !asks && !caption && !told.is_of_oneself(features);
    let asks = asks || !founded && told.is_meant(features);
    let thin = told.is_thin(sight.text);
    let grounded = told.is_grounded(sight.text, features)
        && !idle
        && !(told.is_of_oneself(features) && features.gain(Feature::Plural) >= 0.0);
    let Told { span, kinds, reasons, hard, .. } = told;
    let reasons = reasons.into();
    let score = features.score();
    Claim { span, score, kinds, reasons, founded, asks, grounded, thin, hard, ..Claim::default() }
}

/// What speaks of something that may, will or should be.
const UNREAL: &[Feature] = &[Feature::Modal, Feature::Hedge, Feature::Wish, Feature::Future];

/// A claim being told.
#[derive(Default)]
struct Told {
    span: Span,
    kinds: Kinds,
    reasons: Vec<Reason>,
    /// Behind the first few, the last reason of words and a sign with this hash.
    words: FxHashMap<u64, usize>,
    /// Figures and dates among the reasons that say little by themselves.
    light: Vec<Span>,
    /// Those figures among them that tell how long, how old, or which one is meant.
    lasting: Vec<Span>,
    /// Those that tell of how many persons something was done, in digits or words.
    persons: Vec<Span>,
    /// Those of which only the scale is told: `dozens`.
    vague: Vec<Span>,
    /// Years that tell which thing is meant.
    things: Vec<Span>,
    /// Dates that only tell when something was said.
    saying: Vec<Span>,
    /// See [`Claim::hard`].
    hard: bool,
    /// Whether it tells a share of something.
    shares: bool,
}

impl Told {
    /// The words of all reasons of one kind.
    fn told(&self, sign: Sign) -> Vec<Span> {
        let told = self.reasons.iter().filter(|reason| reason.sign == sign);
        told.filter_map(Reason::span).collect()
    }

    /// What is told with the same words already is not told again.
    fn push_once(&mut self, text: &str, kind: Kind, sign: Sign, span: Span) {
        /// So many are compared one by one; of a list with as many as words each would be with all others.
        const FEW: usize = 8;
        let words = |span: Span| span.of(text).split_whitespace();
        let same =
            |r: &Reason| r.sign == sign && r.span().is_some_and(|told| words(told).eq(words(span)));
        let few = self.reasons.len().min(FEW);
        if self.reasons[..few].iter().any(same) {
            return;
        }
        if few < FEW {
            return self.push(kind, sign, span);
        }
        let mut hasher = FxHasher::default();
        (sign, words(span).count()).hash(&mut hasher);
        words(span).for_each(|word| word.hash(&mut hasher));
        let hash = hasher.finish();
        let told = self.words.get(&hash).is_some_and(|last| {
            self.reasons.get(*last).is_some_and(same) || self.reasons.iter().any(same)
        });
        if !told {
            self.words.insert(hash, self.reasons.len());
            self.push(kind, sign, span);
        }
    }

    fn push(&mut self, kind: Kind, sign: Sign, span: Span) {
        self.kinds.push(kind);
        self.reasons.push(Reason::new(sign, Some(span)));
    }
}

/// Whether one of these shares a letter with a stretch. They are sorted, none inside another.
fn meets(sorted: &[Span], span: Span) -> bool {
    let first = sorted.partition_point(|one| one.end <= span.start);
    sorted.get(first).is_some_and(|one| one.overlaps(span))
}

/// Whether the words of a reason are among these, which are sorted.
fn holds(sorted: &[Span], reason: &Reason) -> bool {
    reason.span().is_some_and(|span| sorted.binary_search(&span).is_ok())
}

#[cfg(test)]
mod tests {
    use crate::core::claim::analyze;

    #[test]
    fn a_claim_ends_before_an_and_that_leads_on() {
        let text = "Le maire a fermé 30 écoles en septembre, et alors que Lens comptait 12 cas, \
                    il a rouvert la gare.";
        let claims = analyze(text).claims;
        assert!(claims.iter().all(|claim| !claim.span.of(text).ends_with(" et")));
    }
}
