//! The one check that keeps reading, writing and deleting inside a desk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where the bytes of `path` are, or would be: the path itself, or where its links lead.
///
/// # Errors
/// Where that is outside `root`, which is free of links, or cannot be told.
pub(super) fn target(root: &Path, path: &Path) -> io::Result<PathBuf> {
    let mut existing = path;
    let mut rest = Vec::new();
    // A link is there even where it leads nowhere: it would be written through.
    while fs::symlink_metadata(existing).is_err() {
        let (Some(parent), Some(name)) = (existing.parent(), existing.file_name()) else {
            return Err(outside());
        };
        rest.push(name);
        existing = parent;
    }
    // A desk where nobody has said anything yet is asked for a notebook of each article.
    let real = if existing == root { Ok(root.to_owned()) } else { fs::canonicalize(existing) };
    let real = real.map_err(|error| match error.kind() {
        // A link to nothing: there is no telling where it would lead.
        io::ErrorKind::NotFound => outside(),
        _ => error,
    })?;
    let real = rest.iter().rev().fold(real, |path, part| path.join(part));
    if real.starts_with(root) { Ok(real) } else { Err(outside()) }
}

fn outside() -> io::Error {
    io::Error::other("a link that leaves the desk")
}
