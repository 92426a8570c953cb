//! git's merge driver for notebooks and for what is known of articles: three files in, one merged file out.

use std::fs;
use std::io;
use std::path::Path;

use super::files::{Disk, Files as _};
use super::format::{self, Parsed, Provenance, Repair};
use crate::core::annotation::{Notebook, merge};

/// Merges the versions git gives to a driver, into the file of ours, and gives
/// what should be told. Nothing is kept open: a field with two values keeps both.
///
/// # Errors
/// Where a file cannot be read or written, or is no notebook. Then ours holds
/// both sides between conflict markers, as git itself would leave it, and git
/// is to be told that the merge is not done.
pub fn merge_files(base: &Path, ours: &Path, theirs: &Path) -> Result<Vec<Repair>, DriverError> {
    let read = |path: &Path| {
        let missing = || io::Error::from(io::ErrorKind::NotFound);
        let read = Disk.read(path).and_then(|bytes| bytes.ok_or_else(missing));
        read.map_err(|source| DriverError::File { path: path.display().to_string(), source })
    };
    let (o, t) = (read(ours)?, read(theirs)?);
    if let (Ok(o), Ok(t)) = (Provenance::parse(&o), Provenance::parse(&t)) {
        let base = read(base).ok().and_then(|bytes| Provenance::parse(&bytes).ok());
        let merged = Provenance::merged(base.as_ref(), &o, &t);
        return write(ours, &merged.to_bytes()).map(|()| Vec::new());
    }
    // A base that cannot be understood is no base: then nothing counts as removed.
    let base = read(base).ok().and_then(|bytes| format::parse(&bytes).ok());
    let base = base.filter(|b| b.newer.is_none()).map(|b| b.notebook).unwrap_or_default();
    let sides = (understood("ours", &o, &base), understood("theirs", &t, &base));
    let (bytes, result) = match sides {
        (Ok(o), Ok(t)) => {
            let merged = merge::merge(&base, &o.notebook, &t.notebook);
            let cut = [&o, &t].into_iter().any(|side| side.repairs.contains(&Repair::CutShort));
            let notices = merged.notices.into_iter().map(Repair::from);
            let told = cut.then_some(Repair::CutShort).into_iter().chain(notices).collect();
            (format::serialize(&merged.notebook, o.style), Ok(told))
        }
        (Err(error), _) | (_, Err(error)) => (between_markers(&o, &t), Err(error)),
    };
    write(ours, &bytes)?;
    result
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), DriverError> {
    fs::write(path, bytes)
        .map_err(|source| DriverError::File { path: path.display().to_string(), source })
}

/// Why git has to leave a merge to a person.
#[derive(Debug, thiserror::Error)]
pub enum DriverError {
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// One side is no notebook.
    #[error("{side} cannot be merged: {why}")]
    Side {
        /// `ours` or `theirs`.
        side: &'static str,
        /// Why.
        why: String,
    },
}

fn understood(side: &'static str, bytes: &[u8], base: &Notebook) -> Result<Parsed, DriverError> {
    let wrong = |why| DriverError::Side { side, why };
    let parsed = format::parse_side(bytes, base).map_err(|e| wrong(e.to_string()))?;
    match parsed.newer {
        Some(newer) => Err(wrong(format!("it is in the newer format {newer}"))),
        None => Ok(parsed),
    }
}

fn between_markers(ours: &[u8], theirs: &[u8]) -> Vec<u8> {
    let mut bytes = b"<<<<<<< ours\n".to_vec();
    for (side, marker) in [(ours, "=======\n"), (theirs, ">>>>>>> theirs\n")] {
        bytes.extend(side);
        if !side.is_empty() && !side.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        bytes.extend(marker.bytes());
    }
    bytes
}
