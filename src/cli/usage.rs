//! What is wrong with the arguments, in the words of the house: their parser speaks English alone.

use std::error::Error as _;
use std::num::{ParseFloatError, ParseIntError};
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::{Failure, Wrong};
use crate::core::typed;
use crate::i18n::{Message, line as say};

/// The parser's error as a failure; none where only the parser has words for it.
pub(super) fn failure(error: &clap::Error) -> Option<Failure> {
    let of = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::UnknownArgument => say::UNKNOWN_ARGUMENT.with(&[&argument]),
        ErrorKind::InvalidSubcommand => {
            say::UNKNOWN_SUBCOMMAND.with(&[&of(ContextKind::InvalidSubcommand)])
        }
        ErrorKind::InvalidValue if value.is_empty() => say::VALUE_MISSING.with(&[&argument]),
        ErrorKind::InvalidValue => say::NO_SUCH_VALUE.with(&[&value, &argument]),
        ErrorKind::ValueValidation => say::WRONG_VALUE.with(&[&value, &argument, &why(error)]),
        ErrorKind::MissingRequiredArgument => say::ARGUMENT_MISSING.with(&[&argument]),
        ErrorKind::ArgumentConflict => match of(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == argument => say::SAID_TWICE.with(&[&argument]),
            prior => say::NOT_TOGETHER.with(&[&argument, &prior]),
        },
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say::WRONG_NUMBER_OF_VALUES.with(&[&argument])
        }
        _ => return None,
    };
    let hint = match error.kind() {
        ErrorKind::UnknownArgument if Path::new(&argument).is_dir() => {
            say::DESK_IS_NAMED.with(&[&typed::path(&argument)])
        }
        ErrorKind::UnknownArgument if is_value(&argument) => say::DASH_IS_JOINED.into(),
        ErrorKind::UnknownArgument if is_of_mark(&of(ContextKind::Usage), &argument) => {
            say::VERDICT_IS_NAMED.with(&[&typed::word(&argument)])
        }
        _ => hint(&of),
    };
    Some(Failure::usage(what, hint))
}

/// Whether it is one word too many of `mark`, which takes the verdict by its option.
fn is_of_mark(usage: &str, argument: &str) -> bool {
    usage.split_whitespace().any(|word| word == "mark") && !argument.starts_with('-')
}

/// Whether what is taken for an option rather begins a text: `- a list`, `-2 %`.
fn is_value(argument: &str) -> bool {
    argument
        .strip_prefix('-')
        .is_some_and(|rest| !rest.starts_with(|c: char| c == '-' || c.is_alphabetic()))
}

/// What was meant, what there is, else how it is used.
fn hint(of: &impl Fn(ContextKind) -> String) -> Message {
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(meant) = suggested.map(of).iter().find(|meant| !meant.is_empty()) {
        return say::MEANT.with(&[meant]);
    }
    match of(ContextKind::ValidValue) {
        none if none.is_empty() => {
            let usage = of(ContextKind::Usage);
            let usage: Vec<_> = usage.trim_start_matches("Usage:").split_whitespace().collect();
            // Of a value that makes no sense the parser does not tell the subcommand.
            match usage.is_empty() {
                true => say::HELP_SAYS_MORE.into(),
                false => say::USED_LIKE_THIS.with(&[&usage.join(" ")]),
            }
        }
        all => say::ONE_OF.with(&[&all]),
    }
}

/// Why a value is none.
fn why(error: &clap::Error) -> Message {
    match error.source() {
        Some(source) if source.is::<ParseIntError>() => say::NOT_A_WHOLE_NUMBER.into(),
        Some(source) if source.is::<ParseFloatError>() => say::NOT_A_NUMBER.into(),
        Some(source) => match source.downcast_ref() {
            Some(Wrong(why)) => why.clone(),
            None => Message::same(source),
        },
        None => Message::default(),
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        ContextValue::StyledStrs(all) => {
            all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        value => value.to_string(),
    }
}
