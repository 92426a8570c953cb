//! Tells what the binary is made of: the size of its symbols by crate, as `nm` names them.
//!
//!     CARGO_PROFILE_RELEASE_STRIP=none cargo build --release --target-dir target/symbols
//!     cargo run --example binary -- target/symbols/release/claimdesk
//!
//! Generic code of the standard library counts there, whoever uses it.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::collections::BTreeMap;
use std::error::Error;
use std::process::Command;

fn main() -> Result<(), Box<dyn Error>> {
    let binary = std::env::args().nth(1).ok_or("which binary")?;
    let symbols = Command::new("nm").args(["--print-size", "--demangle", &binary]).output()?;
    let mut sizes: BTreeMap<String, u64> = BTreeMap::new();
    for line in String::from_utf8_lossy(&symbols.stdout).lines() {
        let mut fields = line.splitn(4, ' ');
        let (Some(_), Some(size), Some(_), Some(name)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        if let Ok(size) = u64::from_str_radix(size, 16) {
            *sizes.entry(crate_of(name)).or_default() += size;
        }
    }
    let mut sizes: Vec<_> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    for (name, size) in sizes.iter().filter(|(_, size)| *size > 20_000) {
        println!("{:>6} kB  {name}", size / 1000);
    }
    let all: u64 = sizes.iter().map(|(_, size)| size).sum();
    println!("{:>6} kB  in all", all / 1000);
    Ok(())
}

/// The first crate that a symbol names: `<clap::Command as core::clone::Clone>::clone` is clap's.
fn crate_of(symbol: &str) -> String {
    let names = symbol.match_indices("::").map(|(end, _)| {
        let before = &symbol[..end];
        let start = before.rfind(|c: char| !(c.is_alphanumeric() || c == '_'));
        &before[start.map_or(0, |at| at + 1)..]
    });
    names.into_iter().find(|name| !name.is_empty()).unwrap_or("(no crate)").to_owned()
}
