//! Every crate that is linked into the program may be: its licence is one of this list.

use std::process::Command;

use serde_json::Value;

/// Licences that ask for no more than their text beside the program.
const FREE: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates under MPL-2.0, which asks for changes of their own files only: we make none, and their
/// source is on crates.io. The last four come with `dom_smoothie`.
const MPL: [&str; 5] =
    ["nucleo-matcher", "cssparser", "cssparser-macros", "dtoa-short", "selectors"];

fn is_excepted(package: &Value) -> bool {
    package["license"] == "MPL-2.0" && MPL.iter().any(|name| package["name"] == *name)
}

/// Whether one of the alternatives asks for nothing else: `(MIT OR GPL-3.0) AND Unicode-3.0`.
fn is_free(licence: &str) -> bool {
    let licence = licence.replace('/', " OR ");
    let all = licence.split(" AND ");
    all.map(|part| part.trim_matches(['(', ')', ' ']))
        .all(|part| part.split(" OR ").any(|one| FREE.contains(&one.trim_matches(['(', ')', ' ']))))
}

#[test]
fn every_crate_may_be_used() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let others: Vec<String> = packages
        .iter()
        .filter(|package| {
            !package["license"].as_str().is_some_and(is_free) && !is_excepted(package)
        })
        .map(|package| {
            format!("{} {}: {}", package["name"], package["version"], package["license"])
        })
        .collect();
    assert_eq!(others, Vec::<String>::new(), "look at these before the list grows");
}

#[test]
fn expressions_are_understood() {
    for free in ["MIT", "MIT/Apache-2.0", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert!(is_free(free), "{free}");
    }
    for other in ["GPL-3.0", "MIT AND GPL-3.0", "MPL-2.0", ""] {
        assert!(!is_free(other), "{other}");
    }
}
