//! What a shell offers where an option takes one of a few words.

use std::ffi::OsStr;
use std::path::Path;
use std::sync::LazyLock;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};

use super::{HERE, desk};
use crate::exchange::FORMATS;
use crate::exchange::import::READERS;

/// Takes any text, and offers these words: whether it is one of them says who uses it, in words of its own.
#[derive(Clone)]
pub(super) struct Offers(pub(super) fn() -> Vec<&'static str>);

impl TypedValueParser for Offers {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.0)().into_iter().map(PossibleValue::new)))
    }
}

/// The formats that are written.
pub(super) fn formats() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.id).collect()
}

/// The formats that verdicts are read in.
pub(super) fn readers() -> Vec<&'static str> {
    READERS.iter().map(|reader| reader.id).collect()
}

/// The verdicts of the desk that the program is run in.
pub(super) fn verdicts() -> Vec<&'static str> {
    static KNOWN: LazyLock<Vec<String>> = LazyLock::new(|| {
        let config = desk::configuration(&desk::root_of(Path::new(HERE)));
        config.labels.iter().map(|label| label.id.0.clone()).collect()
    });
    KNOWN.iter().map(String::as_str).collect()
}

/// The same, and what else a final verdict may be.
pub(super) fn rulings() -> Vec<&'static str> {
    verdicts().into_iter().chain(["none", "open"]).collect()
}

/// How a file of many articles is parted.
pub(super) fn rules() -> Vec<&'static str> {
    vec!["factiva", "lexisnexis", "europresse", "begin:", "end:", "line:"]
}
