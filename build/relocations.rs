//! Addresses in the program's tables are packed, where the C library can unpack them.
//!
//! A program that the system may put anywhere has each pointer of its tables set at its start: here some
//! fifty thousand, most of them in tables of the libraries. A list of them takes 24 bytes for each; packed
//! (`DT_RELR`) it takes a bit, so a start reads less, and the file is smaller by more than a megabyte.

use std::process::Command;

/// The glibc that reads them first; an older one refuses the program.
const GLIBC: (u32, u32) = (2, 36);
/// The Rust that brings a musl which reads them first (1.2.5); with an older one the program would crash.
const RUST_OF_MUSL: (u32, u32) = (1, 93);

/// Asks the linker for packed addresses. One that does not know them warns and goes on.
pub(crate) fn pack() {
    if are_read() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// Whether what starts the program surely reads them.
fn are_read() -> bool {
    let cargo = |name: &str| std::env::var(name).unwrap_or_default();
    if cargo("CARGO_CFG_TARGET_OS") != "linux" {
        return false;
    }
    match cargo("CARGO_CFG_TARGET_ENV").as_str() {
        // What is built for this system is mostly run on it, or on a later one.
        "gnu" if cargo("HOST") == cargo("TARGET") => {
            said("getconf", "GNU_LIBC_VERSION").is_some_and(|version| version >= GLIBC)
        }
        "musl" => said(&cargo("RUSTC"), "--version").is_some_and(|version| version >= RUST_OF_MUSL),
        _ => false,
    }
}

/// The version that a program prints behind its name: `glibc 2.36`, `rustc 1.95.0 (59807616e 2026-04-14)`.
fn said(program: &str, argument: &str) -> Option<(u32, u32)> {
    let output = Command::new(program).arg(argument).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let mut numbers = said.split_whitespace().nth(1)?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}
