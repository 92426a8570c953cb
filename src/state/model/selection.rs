//! Words being selected.

use crate::core::annotation::AnnotationId;
use crate::core::article::{Document, Span, unit};

/// Words being selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The words.
    pub span: Span,
    /// Which border the arrows move.
    pub border: Border,
    /// One's own claim on which it began.
    pub own: Option<AnnotationId>,
    /// Whether it makes a claim of its own rather than moving that one.
    pub fresh: bool,
}

/// A border of a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    /// Its first letter.
    Start,
    /// Its last letter.
    End,
}

impl Selection {
    /// A selection for a new claim.
    pub(crate) const fn new(span: Span) -> Self {
        Self { span, border: Border::End, own: None, fresh: true }
    }

    /// The words as they will be stored: without white space at the ends.
    pub(crate) fn words(&self, doc: &Document) -> Span {
        unit::trimmed(doc.text(), self.span)
    }

    /// The letter at the marked border.
    pub(crate) fn mark(&self, doc: &Document) -> Span {
        match self.border {
            Border::Start => Span::new(self.span.start, unit::next_letter(doc, self.span.start)),
            Border::End => Span::new(unit::previous_letter(doc, self.span.end), self.span.end),
        }
    }

    /// Moves a border; a move that would leave no letter is not made.
    pub(in crate::state) fn put(&mut self, border: Border, at: usize) {
        let span = match border {
            Border::Start => Span::new(at, self.span.end),
            Border::End => Span::new(self.span.start, at),
        };
        if !span.is_empty() {
            self.span = span;
        }
    }

    pub(in crate::state) const fn at(&self, border: Border) -> usize {
        match border {
            Border::Start => self.span.start,
            Border::End => self.span.end,
        }
    }
}
