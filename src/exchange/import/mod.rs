//! What other tools and people say of a desk's articles.
//!
//! A file is read into [`Incoming`] verdicts, each with the words and the place that it names.
//! Nothing here looks at the articles: whether words and place fit is for the caller to check.

mod brat;
mod csv;
mod doccano;
mod label_studio;
mod w3c;

use jiff::Timestamp;

use crate::core::annotation::{Evidence, Label, VerdictId};
use crate::i18n::{Message, line as say};

/// A file that was named, or that lies in a folder that was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// Its name below the folder, with `/` between folders.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// One person's verdict or note, as a file has it. None of what follows the verdict: the file has no
/// place for it, and what is there already stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Incoming {
    /// Where in the file it stands: `line 3`, `a.ann T1`.
    pub at: Message,
    /// Whose it is, where the file says so.
    pub author: Option<String>,
    /// Which article.
    pub article: About,
    /// Which words; none: it is on the whole article.
    pub place: Option<Place>,
    /// The verdict as the file spells it.
    pub verdict: Option<String>,
    /// The note.
    pub note: Option<String>,
    /// The claim in a few words.
    pub short: Option<String>,
    /// The tags.
    pub tags: Option<Vec<String>>,
    /// The evidence.
    pub evidence: Option<Vec<Evidence>>,
    /// When it was made and last changed, where the file says so.
    pub times: Option<(Timestamp, Timestamp)>,
}

/// How a file names an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// Its name below the folder of the articles.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its text, as the tool was given it.
    pub text: Option<String>,
}

/// How a file names words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// An annotation of the desk: `folder/id`. Another copy of the desk may not have it, but the words.
    Annotation(String, Option<Box<Self>>),
    /// Code points of the article's decoded text, and the words that stand there.
    Points {
        /// The first.
        start: usize,
        /// One past the last.
        end: usize,
        /// The words, with any white space between them.
        words: String,
    },
    /// The words and what stands around them.
    Quote {
        /// The words.
        exact: String,
        /// Before them.
        prefix: String,
        /// After them.
        suffix: String,
    },
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    /// What can be looked at further.
    pub found: Vec<Incoming>,
    /// What cannot, each with its place and the reason.
    pub misfits: Vec<(Message, Message)>,
}

impl Read {
    fn misfit(&mut self, at: impl Into<Message>, why: impl Into<Message>) {
        self.misfits.push((at.into(), why.into()));
    }
}

/// A format that can be read.
#[derive(Debug)]
pub(crate) struct Reader {
    /// Its id on the command line.
    pub id: &'static str,
    /// The ending of its files, in a folder.
    pub ending: &'static str,
    /// Reads files.
    ///
    /// An error is a file that is not of this format at all.
    pub read: fn(&[File]) -> Result<Read, Message>,
}

/// All formats that can be read.
pub(crate) const READERS: &[Reader] = &[
    Reader { id: "csv", ending: "csv", read: csv::read },
    Reader { id: "w3c", ending: "jsonl", read: w3c::read },
    Reader { id: "brat", ending: "ann", read: brat::read },
    Reader { id: "doccano", ending: "jsonl", read: doccano::read },
    Reader { id: "label-studio", ending: "json", read: label_studio::read },
];

impl Reader {
    /// The format of an id.
    pub(crate) fn of(id: &str) -> Option<&'static Self> {
        READERS.iter().find(|reader| reader.id == id)
    }
}

/// The verdict that a tool's spelling means: an id, or a name in either language, in any case,
/// with any sign for what a tool does not allow in names.
pub(crate) fn verdict(labels: &[Label], spelled: &str) -> Option<VerdictId> {
    let plain = |text: &str| {
        text.chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect::<String>()
            .to_lowercase()
    };
    let asked = plain(spelled.trim());
    let is_meant = |label: &&Label| {
        [&*label.id.0, &*label.en, &*label.fr].iter().any(|name| plain(name) == asked)
    };
    labels.iter().find(is_meant).map(|label| label.id.clone())
}

/// The objects of a file of JSON lines, or the members of one array, each with its place.
fn objects(file: &File) -> Result<Vec<(Message, serde_json::Value)>, Message> {
    let text = file.text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('[') {
        let all: Vec<_> =
            serde_json::from_str(text).map_err(|error| say::OF.with(&[&file.name, &error]))?;
        let numbered = all.into_iter().enumerate();
        return Ok(numbered
            .map(|(i, value)| (Message::same(format_args!("{} [{i}]", file.name)), value))
            .collect());
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(i, line)| {
            let at = say::LINE_OF.with(&[&file.name, &(i + 1)]);
            let value = serde_json::from_str(line).map_err(|error| say::OF.with(&[&at, &error]))?;
            Ok((at, value))
        })
        .collect()
}

/// A whole number of an object.
fn number(value: &serde_json::Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

/// The words at code points of a text; none where they do not stand in it in this order.
fn words(letters: &[char], start: usize, end: usize) -> Option<String> {
    (start < end).then(|| letters.get(start..end)).flatten().map(|words| words.iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_known_by_each_of_its_names() {
        let labels = Label::defaults();
        for spelled in ["not-a-claim", "Not a claim", "not_a_claim", "pas une affirmation"] {
            assert_eq!(verdict(&labels, spelled).unwrap().0, "not-a-claim");
        }
        assert_eq!(verdict(&labels, "maybe"), None);
    }
}
