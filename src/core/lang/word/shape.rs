//! What words are, without how they are found.

use crate::core::article::span::Span;

/// One word, figure or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub shape: Shape,
    /// Whether white space, or nothing, stands before it.
    pub spaced: bool,
}

/// What a [`Word`] is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Letters, the first one small or without case.
    Small,
    /// Letters, the first one a capital.
    Capital,
    /// Two capitals or more and no small letter; perhaps with figures: `OTAN`, `U.S.`, `G7`.
    Acronym,
    /// Letters and figures that name something: `Il-96`, `AF447`.
    Code,
    /// A figure with its separators.
    Figure,
    /// One mark or symbol.
    Mark,
}
