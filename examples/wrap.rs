//! How well hard-wrapped texts are read: `cargo run --release --example wrap -- [FILE|FOLDER…]`.
//!
//! Every text is parted into paragraphs with a blank line between them and
//! wrapped at several widths, in three ways: between words as `fmt` does,
//! behind hyphens too as Python's `textwrap` does, and with words divided as
//! newspapers do; and, in divided words, set in two columns side by side, which are
//! imported. Counted are the claims that are no longer the same words.
//! Without arguments it reads `seeds/`. `WHY=1` prints what differs.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it prints what it counts")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use claimdesk::core::article::Document;
use claimdesk::core::claim::analyze;
use claimdesk::import::plain;

#[derive(Clone, Copy, Debug)]
enum Way {
    Words,
    Hyphens,
    Divided,
    Columns,
}

const WIDTHS: [usize; 4] = [40, 60, 72, 80];

fn main() {
    let mut paths: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push("seeds".into());
    }
    let texts: Vec<String> = paths.iter().flat_map(|path| read(path)).collect();
    let texts: Vec<String> = texts.iter().map(|text| parted(text)).collect();
    let why = std::env::var_os("WHY").is_some();
    println!("{} texts; claims that change, of all, in percent", texts.len());
    println!("{:8} {:>6} {:>6} {:>6} {:>6}", "columns", WIDTHS[0], WIDTHS[1], WIDTHS[2], WIDTHS[3]);
    for way in [Way::Words, Way::Hyphens, Way::Divided, Way::Columns] {
        print!("{:8}", format!("{way:?}").to_lowercase());
        for width in WIDTHS {
            let (mut changed, mut all) = (0, 0);
            for text in &texts {
                let (c, a) = compare(text, &wrapped(text, width, way), why);
                changed += c;
                all += a;
            }
            print!(" {:6.2}", 100.0 * f64::from(changed) / f64::from(all.max(1)));
        }
        println!();
    }
}

/// The texts below a path; of `.jsonl` files the field `text` of each line.
fn read(path: &Path) -> Vec<String> {
    if path.is_dir() {
        let mut inside: Vec<_> =
            std::fs::read_dir(path).into_iter().flatten().flatten().map(|e| e.path()).collect();
        inside.sort();
        return inside.iter().flat_map(|path| read(path)).collect();
    }
    let Ok(bytes) = std::fs::read(path) else { return Vec::new() };
    match path.extension().and_then(|ext| ext.to_str()) {
        Some("txt") => vec![Document::new(bytes).text().to_owned()],
        Some("jsonl") => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let lines =
                text.lines().filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok());
            lines.filter_map(|line| Some(line.get("text")?.as_str()?.to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

/// A blank line between any two lines.
fn parted(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n\n") + "\n"
}

fn wrapped(text: &str, width: usize, way: Way) -> String {
    let lines: Vec<String> = text.lines().map(|line| wrap_line(line, width, way)).collect();
    let text = lines.join("\n");
    match way {
        Way::Columns => plain(&in_columns(&text, width)).text,
        Way::Words | Way::Hyphens | Way::Divided => text,
    }
}

/// Rows of a page.
const PAGE: usize = 50;

/// The lines of a text on pages of two columns.
fn in_columns(text: &str, width: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    for page in lines.chunks(2 * PAGE) {
        let (left, right) = page.split_at(page.len().div_ceil(2));
        for (row, left) in left.iter().enumerate() {
            let right = right.get(row).copied().unwrap_or_default();
            out += format!("{left:width$}   {right}").trim_end();
            out.push('\n');
        }
        out.push('\u{c}');
    }
    out
}

fn wrap_line(line: &str, width: usize, way: Way) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in line.split(' ') {
        let len = word.chars().count();
        if column > 0 && column + 1 + len > width {
            let room = width.saturating_sub(column + 1);
            let cut = match way {
                Way::Words => None,
                Way::Hyphens => behind_hyphen(word, room).map(|at| (at, "")),
                Way::Divided | Way::Columns => behind_hyphen(word, room)
                    .map(|at| (at, ""))
                    .or(syllable(word, room).map(|at| (at, "-"))),
            };
            if let Some((at, sign)) = cut {
                out.push(' ');
                out.push_str(&word[..at]);
                out.push_str(sign);
                out.push('\n');
                out.push_str(&word[at..]);
                column = word[at..].chars().count();
                continue;
            }
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += len;
    }
    out
}

/// The last place behind a hyphen between letters that lies within `room` letters.
fn behind_hyphen(word: &str, room: usize) -> Option<usize> {
    let mut places = word.match_indices('-').map(|(at, _)| at + 1);
    let sound = |at: &usize| {
        word[..at - 1].ends_with(char::is_alphabetic)
            && word[*at..].starts_with(char::is_alphabetic)
            && word[..*at].chars().count() <= room
    };
    places.rfind(sound)
}

/// A place between a vowel and a consonant, three letters from either end.
fn syllable(word: &str, room: usize) -> Option<usize> {
    if !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let vowel = |c: char| "aeiouyàâäéèêëîïôöùûüáíóú".contains(c.to_lowercase().next().unwrap_or(c));
    let letters: Vec<_> = word.char_indices().collect();
    let places = (3..letters.len().saturating_sub(2)).rev();
    let mut sound = places.filter(|i| {
        i + 1 < room + 1
            && vowel(letters[i - 1].1)
            && !vowel(letters[*i].1)
            && vowel(letters[i + 1].1)
    });
    sound.next().filter(|i| *i < room).map(|i| letters[i].0)
}

/// How many claims of `text` are no claims of `other`, and how many it has.
fn compare(text: &str, other: &str, why: bool) -> (u32, u32) {
    let (before, after) = (claims(text), claims(other));
    let mut left: HashMap<&str, i32> = HashMap::new();
    for claim in &after {
        *left.entry(claim).or_default() += 1;
    }
    let mut changed = 0;
    for claim in &before {
        match left.get_mut(claim.as_str()).filter(|n| **n > 0) {
            Some(n) => *n -= 1,
            None => {
                changed += 1;
                if why {
                    eprintln!("- {claim}");
                }
            }
        }
    }
    if why {
        for (claim, n) in left {
            if n > 0 {
                eprintln!("+ {claim}");
            }
        }
    }
    (changed, before.len() as u32)
}

fn claims(text: &str) -> Vec<String> {
    let doc = Document::new(text.as_bytes().to_vec());
    let analysis = analyze(doc.text());
    let words = |span: claimdesk::core::article::Span| {
        span.of(doc.text()).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    analysis.claims.iter().map(|claim| words(claim.span)).collect()
}
