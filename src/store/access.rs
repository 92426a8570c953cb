//! Whether a folder may be written, asked without writing.

use std::io;
use std::path::Path;

/// Says whether files can be made in a folder.
///
/// # Errors
/// Why they cannot.
#[cfg(unix)]
pub(super) fn to_write(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Says whether files can be made in a folder: elsewhere only a write tells.
#[cfg(not(unix))]
pub(super) fn to_write(_folder: &Path) -> io::Result<()> {
    Ok(())
}
