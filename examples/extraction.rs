//! Scores the extraction of web pages against published evaluation sets.
//!
//! The sets are other people's pages and are not in this repository. Lay out a
//! folder with `pages.json`, a list of `{"file", "text", "with", "without", "date",
//! "url"}` (each but the first may be missing; `with` and `without` are stretches
//! that belong to the article, or do not), and the pages beside it, then run
//! `cargo run --release --example extraction -- FOLDER`. It prints the mean F1 of
//! words, the F1 over the stretches, how many dates and addresses are right, and
//! what was refused. An address is right that begins with the one expected; it names the same
//! page, too, where only scheme, `www.`, fragment, session or a slash at the end differ. The headline, which most sets leave out, is left out
//! there, too. With `WHY` set it names the wrong ones.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a program for the terminal")]

use std::collections::HashMap;
use std::path::Path;

use claimdesk::import::{Kind, extract};
use serde_json::Value;

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let folder = Path::new(&folder);
    let pages: Vec<Value> =
        serde_json::from_slice(&std::fs::read(folder.join("pages.json")).unwrap()).unwrap();
    let (mut sum, mut texts, mut refused) = (0.0, 0, 0);
    let (mut kept, mut missed, mut stray) = (0, 0, 0);
    let mut facts: HashMap<&str, (usize, usize)> = HashMap::new();
    let (mut same, mut none) = (0, 0);
    for page in &pages {
        let file = page["file"].as_str().unwrap();
        let read = extract(Kind::Html, &std::fs::read(folder.join(file)).unwrap());
        if let Err(refusal) = &read {
            refused += 1;
            println!("{file}: {refusal}");
        }
        let (text, source) = read.map(|page| (page.text, page.source)).unwrap_or_default();
        if let Some(expected) = page["text"].as_str() {
            texts += 1;
            let head = source.title.as_deref().unwrap_or_default();
            let is_set_without = !in_one_line(expected).starts_with(&in_one_line(head));
            let body = text.strip_prefix(head).filter(|_| is_set_without).unwrap_or(&text);
            sum += f1(&words(body), &words(expected));
        }
        let line = in_one_line(&text);
        let holds = |stretch: &&Value| line.contains(&in_one_line(stretch.as_str().unwrap()));
        let stretches = |key: &str| page[key].as_array().into_iter().flatten();
        kept += stretches("with").filter(holds).count();
        missed += stretches("with").filter(|stretch| !holds(stretch)).count();
        stray += stretches("without").filter(holds).count();
        for (what, found) in [("date", source.published), ("url", source.url)] {
            // Some sets hold blanks around an address.
            let Some(expected) = page[what].as_str().map(str::trim) else { continue };
            let (right, all) = facts.entry(what).or_default();
            *all += 1;
            let found = found.unwrap_or_default();
            if what == "url" {
                none += usize::from(found.is_empty());
                same += usize::from(!found.is_empty() && bare(&found).starts_with(&bare(expected)));
            }
            if found.starts_with(expected) {
                *right += 1;
            } else if std::env::var_os("WHY").is_some() {
                println!("{file}: {what} {found:?}, not {expected:?}");
            }
        }
    }
    println!("{texts} texts, F1 {:.3}; {refused} refused", sum / f64::from(texts.max(1)));
    if kept > 0 {
        println!("stretches: F1 {:.3}", 2.0 * kept as f64 / (2 * kept + missed + stray) as f64);
    }
    for (what, (right, all)) in facts {
        println!("{what}: {right} of {all}");
    }
    println!("addresses of the same page {same}, none found {none}");
}

/// An address without what differs between two of one page.
fn bare(address: &str) -> String {
    let address = address.trim().split('#').next().unwrap_or_default();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let session = address.find(";jsessionid").unwrap_or(address.len());
    let address = &address[..session];
    address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/').to_owned()
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// F1 of two bags of words.
fn f1(found: &HashMap<String, usize>, expected: &HashMap<String, usize>) -> f64 {
    let count = |words: &HashMap<String, usize>| words.values().sum::<usize>() as f64;
    let shared: usize =
        found.iter().map(|(word, n)| (*n).min(expected.get(word).copied().unwrap_or(0))).sum();
    let sum = count(found) + count(expected);
    if sum == 0.0 { 1.0 } else { 2.0 * shared as f64 / sum }
}
