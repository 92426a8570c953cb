//! Addresses in the program's tables are packed, where the linker and the C library can do that.
//!
//! A program that the system may put anywhere has each pointer of its tables set at its start: here some
//! fifty thousand, most of them in tables of the libraries. A list of them takes 24 bytes for each; packed
//! (`DT_RELR`) it takes about a bit, so a start reads less, and the file is smaller by more than a megabyte.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

const PACKED: &str = "-Wl,-z,pack-relative-relocs";

/// Asks the linker for packed addresses.
pub(crate) fn pack() {
    if starts() == Some(true) {
        println!("cargo::rustc-link-arg-bins={PACKED}");
    }
}

/// Whether a program that is linked so starts here. Some linkers refuse it; glibc reads it since 2.36, musl since
/// 1.2.4, and a program that is made with an older one crashes. What cannot be tried is left as it is.
fn starts() -> Option<bool> {
    if env::var("CARGO_CFG_TARGET_OS").ok()? != "linux" {
        return None;
    }
    let folder = PathBuf::from(env::var_os("OUT_DIR")?);
    let (source, program) = (folder.join("starts.rs"), folder.join("starts"));
    fs::write(&source, "fn main() {}").ok()?;
    let mut rustc = Command::new(env::var_os("RUSTC")?);
    rustc.arg("--target").arg(env::var_os("TARGET")?);
    if let Ok(linker) = env::var("RUSTC_LINKER") {
        rustc.arg(format!("-Clinker={linker}"));
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    rustc.args(flags.split('\x1f').filter(|flag| !flag.is_empty()));
    rustc.arg(format!("-Clink-arg={PACKED}")).arg("-o").arg(&program).arg(&source);
    let is_linked = rustc.output().ok()?.status.success();
    Some(is_linked && Command::new(&program).output().ok()?.status.success())
}
