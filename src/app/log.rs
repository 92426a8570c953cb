//! The log: to a file, never to the terminal, and only where one is asked for.

use std::fs::OpenOptions;
use std::path::Path;
use std::sync::Mutex;

/// Writes what the program notes to the end of `path`.
///
/// # Errors
/// Where the file cannot be opened.
pub(crate) fn start(path: &Path) -> std::io::Result<()> {
    let file = OpenOptions::new().create(true).append(true).open(path)?;
    let log = tracing_subscriber::fmt().with_writer(Mutex::new(file)).with_ansi(false).finish();
    // A log that is already running stays.
    let _ = tracing::subscriber::set_global_default(log);
    Ok(())
}
