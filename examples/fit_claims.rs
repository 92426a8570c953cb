//! Fits the weights of `core/claim/feature.rs` and prints the table, with the ranking it reaches on
//! sentences that were not fitted on.
//!
//! `cargo run --release --example fit_claims -- news_en.jsonl news_fr.jsonl debates.jsonl`: each
//! file holds sentences of one language and kind, one a line, as `{"text", "label", "split"}`; label 1
//! is worth checking, and what is not of the split `train` is only judged on. All files weigh alike,
//! the last one less: see [`SHARE`]. Such data are not in the repository; docs/claims.md says which
//! were used.

#![expect(clippy::unwrap_used, reason = "a program that cannot read its data has nothing to say")]
#![expect(clippy::print_stdout, reason = "the table is what it is for")]

#[path = "shared/linear.rs"]
mod linear;

use claimdesk::core::article::Span;
use claimdesk::core::claim::{Term, analyze, weights};
use linear::solve;
use serde::Deserialize;

#[derive(Deserialize)]
struct Sentence {
    text: String,
    label: u8,
    split: String,
}

/// One sentence as the model sees it.
struct Case {
    file: usize,
    train: bool,
    features: Vec<f64>,
    worth: bool,
}

/// Parts of a file that are held out in turn.
const FOLDS: usize = 5;
/// How strongly a weight is drawn to the one in force, so that what the data hardly show stays.
const RIDGE: f64 = 100.0;
/// What the sentences of one file weigh together, in sentences.
const MASS: f64 = 1000.0;
/// Features that tell debates from themselves but not news from news, where nearly all is told as
/// past and of public affairs: weights that are not fitted.
const GIVEN: [(&str, f64); 2] = [("past", 0.7), ("topic", 0.8)];

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let cases: Vec<Case> = paths.iter().enumerate().flat_map(|(n, path)| read(n, path)).collect();
    let weight = |term: Term| {
        let given = GIVEN.iter().find(|(name, _)| *name == term.name);
        given.map_or(f64::from(term.weight), |(_, weight)| *weight)
    };
    let in_force: Vec<f64> = weights().map(|term| f64::from(term.weight)).collect();
    let start: Vec<f64> = weights().map(weight).collect();
    let train = |fold: usize| {
        let all = cases.iter().enumerate();
        all.filter(move |(i, case)| case.train && i % FOLDS != fold).map(|(_, case)| case)
    };
    let fitted = fit(&train(FOLDS).collect::<Vec<_>>(), &start);
    let by_fold: Vec<_> = (0..FOLDS).map(|f| fit(&train(f).collect::<Vec<_>>(), &start)).collect();
    for (file, path) in paths.iter().enumerate() {
        let here = || cases.iter().enumerate().filter(move |(_, case)| case.file == file);
        let held = here().filter(|(_, case)| case.train);
        report(&format!("{path}, in force"), here().map(|(_, c)| (odds(&in_force, c), c.worth)));
        let held = held.map(|(i, case)| (odds(&by_fold[i % FOLDS], case), case.worth));
        report(&format!("{path}, held out in turn"), held);
        let test = || here().filter(|(_, case)| !case.train);
        report(
            &format!("{path}, never fitted on, in force"),
            test().map(|(_, c)| (odds(&in_force, c), c.worth)),
        );
        report(
            &format!("{path}, never fitted on"),
            test().map(|(_, c)| (odds(&fitted, c), c.worth)),
        );
    }
    for (term, weight) in weights().zip(&fitted) {
        println!("{:>22} {:+.2} (in force {:+.2})", term.name, weight, term.weight);
    }
}

/// The sentences of a file, read as the lines of one text, so that its language is certain.
fn read(file: usize, path: &str) -> Vec<Case> {
    let lines = std::fs::read_to_string(path).unwrap();
    let sentences: Vec<Sentence> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let line = |s: &Sentence| s.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = sentences.iter().map(line).collect();
    let text = lines.join("\n") + "\n";
    let analysis = analyze(&text);
    let mut at = 0;
    let case = |(sentence, line): (&Sentence, &String)| {
        let span = Span::new(at, at + line.len());
        at = span.end + 1;
        let terms = analysis.explain(&text, span);
        let value = |name| terms.iter().find(|term| term.name == name).map_or(0.0, |t| t.value);
        Case {
            file,
            train: sentence.split == "train",
            features: weights().map(|term| f64::from(value(term.name))).collect(),
            worth: sentence.label == 1,
        }
    };
    sentences.iter().zip(&lines).map(case).collect()
}

fn odds(weights: &[f64], case: &Case) -> f64 {
    weights.iter().zip(&case.features).map(|(w, x)| w * x).sum()
}

/// Logistic regression by Newton's method, drawn towards `start`. The bias is then set anew by the
/// files but the last: how many sentences are worth checking differs between news and debates.
fn fit(cases: &[&Case], start: &[f64]) -> Vec<f64> {
    let last = cases.iter().map(|case| case.file).max().unwrap();
    let count = |file| cases.iter().filter(|case| case.file == file).count() as f64;
    let masses: Vec<f64> = (0..=last).map(|file| MASS / count(file)).collect();
    let mut weights = start.to_vec();
    for _ in 0..12 {
        let mut hessian = vec![vec![0.0; weights.len()]; weights.len()];
        let mut gradient: Vec<f64> =
            weights.iter().zip(start).map(|(w, s)| -RIDGE * (w - s)).collect();
        (0..weights.len()).for_each(|k| hessian[k][k] = RIDGE);
        for case in cases {
            let (p, mass) = (chance(odds(&weights, case)), masses[case.file]);
            let error = f64::from(u8::from(case.worth)) - p;
            for (i, x) in case.features.iter().enumerate().filter(|(_, x)| **x != 0.0) {
                gradient[i] += mass * error * x;
                for (j, y) in case.features.iter().enumerate() {
                    hessian[i][j] += mass * p * (1.0 - p) * x * y;
                }
            }
        }
        for k in weights_given() {
            hessian[k].fill(0.0);
            (hessian[k][k], gradient[k]) = (1.0, 0.0);
        }
        let step = solve(hessian, gradient);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s.clamp(-1.0, 1.0));
    }
    for _ in 0..20 {
        let news = cases.iter().filter(|case| case.file < last);
        let (mut error, mut slope) = (0.0, 1e-9);
        for case in news {
            let (p, mass) = (chance(odds(&weights, case)), masses[case.file]);
            error += mass * (f64::from(u8::from(case.worth)) - p);
            slope += mass * p * (1.0 - p);
        }
        weights[0] += error / slope;
    }
    weights
}

/// The places of the weights that are not fitted.
fn weights_given() -> impl Iterator<Item = usize> {
    let is_given = |name: &str| GIVEN.iter().any(|(given, _)| *given == name);
    weights().enumerate().filter(move |(_, term)| is_given(term.name)).map(|(k, _)| k)
}

fn chance(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// Average precision.
fn report(name: &str, scored: impl Iterator<Item = (f64, bool)>) {
    let mut scored: Vec<_> = scored.collect();
    scored.sort_by(|x, y| y.0.total_cmp(&x.0));
    let all = scored.iter().filter(|(_, worth)| *worth).count();
    let (mut hits, mut area) = (0_usize, 0.0);
    for (i, (_, worth)) in scored.iter().enumerate() {
        hits += usize::from(*worth);
        area += if *worth { hits as f64 / (i + 1) as f64 } else { 0.0 };
    }
    if all > 0 {
        println!(
            "{name}: {} sentences, {all} worth checking, average precision {:.3}",
            scored.len(),
            area / all as f64
        );
    }
}
