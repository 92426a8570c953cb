//! Third-party notices: every crate that is linked into the program for a system, with its licence
//! and the words that the licence asks to pass on, and the data of others in it, as Markdown.
//!
//!     cargo run --example notices -- x86_64-unknown-linux-musl > NOTICES.md
//!
//! Without a target it is this system. Texts that several crates share are printed once.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const HEAD: &str = "\
# Third-party notices

claimdesk is made with the standard library of Rust (MIT OR Apache-2.0, https://www.rust-lang.org),
in static Linux binaries with musl (MIT, https://musl.libc.org), and with these crates.
";

/// The data of others, in the words that their licences ask to pass on.
const DATA: [(&str, &str); 2] = [
    (
        "The lists of usual words",
        "wordfreq by Robyn Speer, https://github.com/rspeer/wordfreq: the most frequent words of seven languages.\n\
         Licensed under Creative Commons Attribution-ShareAlike 4.0, https://creativecommons.org/licenses/by-sa/4.0/.",
    ),
    ("The gazetteer", include_str!("../src/core/place/NOTICE.txt")),
];

/// How the files begin in which crates keep their licences.
const FILES: [&str; 7] =
    ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE", "MPL"];

fn main() -> Result<()> {
    let metadata = metadata(std::env::args().nth(1))?;
    let packages = metadata["packages"].as_array().ok_or("no packages")?;
    let linked = linked(&metadata)?;
    let mut heads = BTreeMap::new();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages.iter().filter(|package| linked.contains(text(package, "id"))) {
        let name = format!("{} {}", text(package, "name"), text(package, "version"));
        let licence = text(package, "license").replace('/', " OR ");
        let folder = Path::new(text(package, "manifest_path")).parent().ok_or("no folder")?;
        for words in licence_texts(folder)? {
            texts.entry(words).or_default().insert(name.clone());
        }
        heads.insert(name, format!("{licence}, {}", text(package, "repository")));
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{HEAD}")?;
    for (name, head) in &heads {
        writeln!(out, "- {name}: {head}")?;
    }
    for (name, words) in DATA {
        writeln!(out, "\n## {name}\n\n````text\n{}\n````", words.trim_end())?;
    }
    for (words, names) in &texts {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        writeln!(out, "\n## {}\n\n````text\n{words}\n````", names.join(", "))?;
    }
    Ok(())
}

fn metadata(target: Option<String>) -> Result<Value> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["metadata", "--format-version", "1", "--locked"]);
    let target = match target {
        Some(target) => target,
        None => host()?,
    };
    command.args(["--filter-platform", &target]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The system that this Rust builds for unless told otherwise.
fn host() -> Result<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
    let output = Command::new(rustc).arg("-vV").output()?;
    let said = String::from_utf8(output.stdout)?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc names no host")?.to_owned())
}

/// The ids of all packages that the program itself leads to, not those of tests or of building alone.
fn linked(metadata: &Value) -> Result<BTreeSet<&str>> {
    let resolve = &metadata["resolve"];
    let nodes = resolve["nodes"].as_array().ok_or("nothing is resolved")?;
    let nodes: BTreeMap<&str, &Value> = nodes.iter().map(|node| (text(node, "id"), node)).collect();
    let root = text(resolve, "root");
    let (mut found, mut open) = (BTreeSet::new(), vec![root]);
    while let Some(id) = open.pop() {
        for dependency in nodes[id]["deps"].as_array().into_iter().flatten() {
            let mut kinds = dependency["dep_kinds"].as_array().into_iter().flatten();
            let package = text(dependency, "pkg");
            if kinds.any(|kind| kind["kind"].is_null()) && found.insert(package) {
                open.push(package);
            }
        }
    }
    Ok(found)
}

/// What a crate says of its licence, without what differs only by space at the ends of lines.
fn licence_texts(folder: &Path) -> Result<Vec<String>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        path.is_file() && FILES.iter().any(|begin| name.starts_with(begin))
    });
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let lines = fs::read(path)?;
        let lines = String::from_utf8_lossy(&lines).into_owned();
        Ok(lines.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned())
    };
    paths.iter().map(read).collect()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
