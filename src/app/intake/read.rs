//! What somebody wants imported: finding the files, reading them, taking their text out.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::app::words;
use crate::core::article::decode;
use crate::i18n::{Message, line as say};
use crate::import::{self, Extracted, Kind, Refusal, Warning, text_of_pages};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 128_000_000;

/// The most text that is taken from a PDF, in bytes.
const MOST_PRINTED: u64 = 16_000_000;

/// More files and folders than these are not looked through.
const MOST_FOUND: usize = 10_000;

/// Endings of plain text.
const PLAIN: [&str; 2] = ["txt", "text"];

/// One file to import.
#[derive(Debug)]
pub(crate) struct Input {
    /// The file; none for standard input.
    path: Option<PathBuf>,
    /// Whether it was found in a folder rather than named.
    pub is_found: bool,
    /// Why it cannot be read, where that is known.
    problem: Option<Message>,
}

/// The text of a file, and what took it out.
#[derive(Debug)]
pub(crate) struct Read {
    /// The text and what the file says of itself.
    pub extracted: Extracted,
    /// What took it out, with its version.
    pub extractor: &'static str,
    /// The ending that a copy of the file gets where it has no name.
    pub ending: &'static str,
}

/// The files that somebody named, and those of known kinds in the folders.
pub(crate) fn inputs(named: &[PathBuf]) -> Vec<Input> {
    let mut inputs = Vec::new();
    for path in named {
        if path == Path::new("-") {
            inputs.push(Input { path: None, is_found: false, problem: None });
        } else if path.is_dir() {
            folder(path, &mut inputs);
        } else {
            inputs.push(Input::named(path.clone()));
        }
    }
    inputs
}

/// The files of known kinds in a folder, sorted; links and hidden names are left out.
fn folder(root: &Path, inputs: &mut Vec<Input>) {
    let (mut found, mut folders, mut left) = (Vec::new(), vec![root.to_owned()], MOST_FOUND);
    let mut problem = None;
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                inputs.push(Input::new(folder, true, Some(unread(&error))));
                continue;
            }
        };
        for entry in entries.flatten() {
            let (name, Ok(kind)) = (entry.file_name(), entry.file_type()) else { continue };
            let name = name.to_string_lossy();
            if left == 0 {
                problem = Some(say::MORE_FILES_THAN.with(&[&MOST_FOUND]));
                folders.clear();
                break;
            }
            left -= 1;
            if name.starts_with('.') || name == "originals" {
                continue;
            }
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() && Kind::of_name(&name).is_some() {
                found.push(entry.path());
            }
        }
    }
    if found.is_empty() && problem.is_none() {
        problem = Some(say::NOTHING_TO_IMPORT_HERE.into());
    }
    if problem.is_some() {
        return inputs.push(Input::new(root.to_owned(), true, problem));
    }
    found.sort_unstable();
    inputs.extend(found.into_iter().map(Input::found));
}

impl Input {
    /// A file that somebody named.
    pub(crate) const fn named(path: PathBuf) -> Self {
        Self::new(path, false, None)
    }

    /// A file that was found, rather than named.
    pub(crate) const fn found(path: PathBuf) -> Self {
        Self::new(path, true, None)
    }

    const fn new(path: PathBuf, is_found: bool, problem: Option<Message>) -> Self {
        Self { path: Some(path), is_found, problem }
    }

    /// The file; none for standard input.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Its name without the folder, to show and to call the article after.
    pub(crate) fn name(&self) -> String {
        let Some(path) = &self.path else { return "standard input".to_owned() };
        path.file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// Its bytes.
    ///
    /// # Errors
    /// Why they cannot be read.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Message> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        let mut bytes = Vec::new();
        let read = match &self.path {
            None => io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes),
            Some(path) => {
                open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
            }
        };
        read.map_err(|error| unread(&error))?;
        if bytes.len() as u64 > LARGEST {
            return Err(say::LARGER_THAN.with(&[&(LARGEST / 1_000_000)]));
        }
        Ok(bytes)
    }

    /// Takes the text out.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn read(&self, bytes: &[u8]) -> Result<Read, Message> {
        self.read_with(bytes, import::extract)
    }

    /// Takes the text of many articles out.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn read_whole(&self, bytes: &[u8]) -> Result<Read, Message> {
        self.read_with(bytes, import::extract_whole)
    }

    fn read_with(
        &self,
        bytes: &[u8],
        extract: fn(Kind, &[u8]) -> Result<Extracted, Refusal>,
    ) -> Result<Read, Message> {
        let kind = match &self.path {
            None => Kind::of_bytes(bytes),
            Some(_) => Kind::of_name(&self.name()),
        };
        let Some(kind) = kind else { return self.plain(bytes) };
        let extracted = match kind {
            Kind::Pdf => pages(self.path(), bytes),
            kind => extract(kind, bytes),
        };
        let ending = match kind {
            Kind::Html => "html",
            Kind::Pdf => "pdf",
            Kind::Subtitles => "vtt",
            _ => "txt",
        };
        let extracted = extracted.map_err(|why| refused(&why))?;
        Ok(Read { extracted, extractor: kind.extractor(), ending })
    }

    /// Plain text is an article as it is.
    fn plain(&self, bytes: &[u8]) -> Result<Read, Message> {
        if let Some(path) = &self.path {
            let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            if !PLAIN.iter().any(|plain| ending.eq_ignore_ascii_case(plain)) {
                return Err(match ending.to_ascii_lowercase().as_str() {
                    "rtf" => say::NO_RTF.into(),
                    "doc" => say::NO_OLD_WORD.into(),
                    "" => say::NO_ENDING.into(),
                    ending => say::UNKNOWN_KIND.with(&[&ending]),
                });
            }
        }
        let (text, encoding) = decode(bytes.to_vec());
        if text.contains('\0') {
            return Err(say::NO_TEXT_FILE.into());
        }
        if text.trim().is_empty() {
            return Err(say::NO_TEXT.into());
        }
        let mut extracted = import::plain(&text);
        extracted.warning =
            extracted.warning.or(encoding.is_doubtful().then_some(Warning::Letters));
        Ok(Read { extracted, extractor: "text/3", ending: "txt" })
    }
}

fn unread(error: &io::Error) -> Message {
    say::UNREADABLE_FILE.with(&[&Message::of(|lang| words::system(lang, error))])
}

/// Why a file was not read.
fn refused(why: &Refusal) -> Message {
    match why {
        Refusal::TooLarge { limit } => say::LARGER_THAN.with(&[&(limit / 1_000_000)]),
        Refusal::TooDeep { limit } => say::TOO_DEEP.with(&[limit]),
        Refusal::NoText => say::NO_TEXT.into(),
        Refusal::Scanned { pages } => say::SCANNED.with(&[pages]),
        Refusal::NoArchive => say::NO_ARCHIVE.into(),
        Refusal::Damaged(what) => say::DAMAGED.with(&[what]),
        Refusal::NeedsProgram => say::NEEDS_PDFTOTEXT.into(),
    }
}

/// Opens a plain file; opening a pipe would wait for a writer.
fn open(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() {
        return File::open(path);
    }
    Err(io::Error::other("not a plain file"))
}

/// The text of a PDF, by `pdftotext`.
fn pages(path: Option<&Path>, bytes: &[u8]) -> Result<Extracted, Refusal> {
    let damaged = |error: io::Error| Refusal::Damaged(error.to_string());
    // An absolute path cannot be taken for an option.
    let path = path.map(fs::canonicalize).transpose().map_err(damaged)?;
    let mut child = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8", "-q"])
        .arg(path.as_deref().unwrap_or(Path::new("-")))
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Refusal::NeedsProgram,
            _ => Refusal::Damaged(error.to_string()),
        })?;
    if let (None, Some(mut stdin)) = (&path, child.stdin.take()) {
        // Where it stops reading, its exit says why.
        let _ = stdin.write_all(bytes);
    }
    drop(child.stdin.take());
    let mut printed = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        stdout.take(MOST_PRINTED + 1).read_to_end(&mut printed).map_err(damaged)?;
    }
    if printed.len() as u64 > MOST_PRINTED {
        // It has nothing more to say that would be read.
        let _ = child.kill().and_then(|()| child.wait().map(drop));
        return Err(Refusal::TooLarge { limit: MOST_PRINTED as usize });
    }
    if !child.wait().map_err(damaged)?.success() {
        return Err(Refusal::Damaged("`pdftotext` cannot read it".to_owned()));
    }
    text_of_pages(&String::from_utf8_lossy(&printed))
}
