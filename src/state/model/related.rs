//! What other articles say about the current claim.

use super::desk::ArticleId;
use crate::core::article::Span;
use crate::core::crosscheck::{Compared, FactKind, Relation, class_named};
use crate::core::keep::{Keep, keep};

/// A claim that speaks about the same fact as the current one.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The article it stands in.
    pub article: ArticleId,
    /// Its place there, in bytes of the shown text.
    pub span: Span,
    /// Whether it is a claim; else it is a title in which none was found.
    pub is_claim: bool,
    /// The same in code points of the original, for a reference.
    pub points: (usize, usize),
    /// Its words.
    pub words: String,
    /// Whom it names as its source.
    pub source: Option<String>,
    /// How it stands to the current claim.
    pub relation: Relation,
    /// Why, the strongest reason first.
    pub why: Vec<Reason>,
}

keep!(struct Related { article, span, is_claim, points, words, source, relation, why });

/// A reason for a relation, with the words of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What is compared.
    pub kind: FactKind,
    /// The class of event or measure that both are values of, where one names it.
    pub slot: Option<&'static str>,
    /// How it compares.
    pub agreement: Compared,
    /// The words here.
    pub here: String,
    /// The words there.
    pub there: String,
    /// Where both stand in their texts.
    pub places: (Span, Span),
}

/// A class is kept by its name.
impl Keep for Reason {
    fn put(&self, out: &mut Vec<u8>) {
        let Self { kind, slot, agreement, here, there, places } = self;
        kind.put(out);
        slot.map(str::to_owned).put(out);
        agreement.put(out);
        here.put(out);
        there.put(out);
        places.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let (kind, slot) = (Keep::take(from)?, <Option<String> as Keep>::take(from)?);
        let slot = match slot {
            Some(name) => Some(class_named(&name)?),
            None => None,
        };
        let (agreement, here, there) = (Keep::take(from)?, Keep::take(from)?, Keep::take(from)?);
        Some(Self { kind, slot, agreement, here, there, places: Keep::take(from)? })
    }
}

impl Reason {
    /// Whether it tells more than the words: that both say the same word does not, unless one denies it.
    pub fn says_more(&self) -> bool {
        let differs = self.agreement == Compared::Differs;
        differs || self.kind != FactKind::Deed || self.here != self.there
    }
}
