//! Whom a pronoun stands for: the source named last in the paragraph that fits it.

use super::find::Finder;
use crate::core::article::Span;
use crate::core::fact::model::Attribution;
use crate::core::lang::lexicon::class;

/// How far back the one that a pronoun stands for is looked for, in bytes.
const FAR: usize = 1000;

impl Finder<'_> {
    /// Whether a phrase is a pronoun.
    pub(super) fn is_pronoun(&self, start: usize, end: usize) -> bool {
        const PERSONS: u128 = class::FIRST | class::SECOND | class::THIRD | class::PLURAL;
        end == start + 1
            && (self.word(start).starts_with('-')
                || self.is(start, PERSONS) && self.is_subject_pronoun(start))
    }

    /// `il`, `they`, but not `ses`, `their`.
    pub(super) fn is_subject_pronoun(&self, at: usize) -> bool {
        !self.is(at, class::DET | class::TITLE | class::BODY)
    }

    /// The source that the pronoun at `at` stands for, if one was named that fits it.
    pub(super) fn antecedent(&self, at: usize, before: &[Attribution]) -> Option<Span> {
        let word = self.word(at).trim_start_matches("-t-").trim_start_matches('-');
        if self.is(at, class::FIRST | class::SECOND) || self.is(at, class::PLURAL) {
            return None;
        }
        let is = |list: &[&str]| list.iter().any(|one| word.eq_ignore_ascii_case(one));
        let (many, she) = (is(&self.settings.they), is(&self.settings.she));
        let here = self.tokens[at].span.start;
        let last = before.iter().rev().take(4).filter_map(|a| a.source).find(|source| {
            source.end <= here && here - source.end < FAR && self.fits(*source, many, she)
        })?;
        (!Span::new(last.end, here).of(self.text).contains('\n')).then_some(last)
    }

    /// Whether a source agrees with a pronoun, as far as its words show that.
    fn fits(&self, source: Span, many: bool, she: bool) -> bool {
        let words = source.of(self.text);
        let first = words.split([' ', '’', '\'', '\u{a0}']).next().unwrap_or_default();
        let leads = |list: &[&str]| list.iter().any(|one| first.eq_ignore_ascii_case(one));
        let last = words.rsplit(' ').next().unwrap_or_default();
        let small = last.chars().all(char::is_lowercase);
        let english = small && self.settings.they.contains(&"they") && last.ends_with('s');
        let several = leads(&self.settings.many) || english || words.contains(" and ");
        let body = first.chars().all(char::is_uppercase) || words.contains("olice");
        let number = several == many || body;
        let gender = if she {
            !leads(&self.settings.masculine)
        } else {
            many || !leads(&self.settings.feminine)
        };
        number && gender
    }
}
