//! Fits the weights of `core/crosscheck/weights.rs` and prints the table, with what it reaches on
//! topics that were not fitted on.
//!
//! `cargo run --release --example fit_crosscheck -- ecb.jsonl`: one article a line, as
//! `{"doc", "topic", "story", "text", "sents": [{"start", "end", "events": […]}]}` with places in
//! code points. Such data are not in the repository; docs/crosscheck.md says which were used.

#![expect(clippy::unwrap_used, reason = "a program that cannot read its data has nothing to say")]
#![expect(clippy::print_stdout, reason = "the table is what it is for")]

#[path = "shared/linear.rs"]
mod linear;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use claimdesk::core::claim::analyze;
use claimdesk::core::crosscheck::fitting::Sentences;
use claimdesk::core::crosscheck::{DocId, Index};
use claimdesk::core::fact::Comparison;
use linear::solve;
use serde::Deserialize;

#[derive(Deserialize)]
struct Doc {
    topic: String,
    story: String,
    text: String,
    sents: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Annotated {
    start: usize,
    end: usize,
    events: Vec<String>,
}

/// Some of the articles as one desk.
struct Desk<'a> {
    docs: Vec<&'a Doc>,
    index: Index,
    /// The events of each sentence that is annotated, by article and first byte.
    events: HashMap<(DocId, usize), BTreeSet<&'a str>>,
}

/// One thing to learn from.
struct Case {
    topic: String,
    features: Vec<f32>,
    is: bool,
}

/// Parts that are held out in turn.
const FOLDS: usize = 7;
/// How many topics share a large desk.
const TOGETHER: usize = 7;
/// What has lower log odds of being one event never differs.
const UNLIKELY: f32 = -0.6;

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let lines = std::fs::read_to_string(path).unwrap();
    let docs: Vec<Doc> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut topics: BTreeMap<&str, Vec<&Doc>> = BTreeMap::new();
    for doc in &docs {
        topics.entry(&doc.topic).or_default().push(doc);
    }
    let topics: Vec<Vec<&Doc>> = topics.into_values().collect();
    let small: Vec<Desk<'_>> = topics.iter().map(|docs| Desk::new(docs.clone())).collect();
    let large: Vec<Desk<'_>> = topics.chunks(TOGETHER).map(|t| Desk::new(t.concat())).collect();
    let names: Vec<&str> = topics.iter().map(|docs| docs[0].topic.as_str()).collect();
    let fold = |topic: &str| names.iter().position(|name| *name == topic).unwrap() % FOLDS;

    let stories: Vec<Case> = small.iter().chain(&large).flat_map(Desk::stories).collect();
    let story = fit(&stories, |_| true);
    let held = held_out(&stories, fold);
    report("story", &held);

    let by_fold: Vec<Vec<f32>> =
        (0..FOLDS).map(|held| fit(&stories, |case| fold(&case.topic) != held)).collect();
    let mut events = Vec::new();
    let mut slots: [Vec<Case>; 4] = Default::default();
    let mut contrasts: [Vec<Case>; 2] = Default::default();
    for (n, desk) in small.iter().chain(&large).enumerate() {
        // Story odds as for topics that were not fitted on.
        let odds = desk.odds(|topic| &by_fold[fold(topic)]);
        let known = n < small.len();
        let wanted = |a, b| (known || desk.is_sampled(a, b)).then(|| odds[&(a, b)]);
        for pair in desk.index.fit_sentences(wanted) {
            desk.learn_event(&pair, &mut events);
            if known {
                desk.learn_slots(&pair, &mut slots);
                desk.learn_contrasts(&pair, &mut contrasts);
            }
        }
    }
    let event = fit(&events, |_| true);
    let held = held_out(&events, fold);
    report("event", &held);
    calibration(&held);
    let kinds = ["figures", "dates", "places", "deeds"];
    let tables: Vec<Vec<f32>> = slots.iter().map(|cases| fit(cases, |_| true)).collect();
    for (kind, cases) in kinds.iter().zip(&slots) {
        let held = held_out(cases, fold);
        report(kind, &held);
        calibration(&held);
    }
    for (kind, cases) in kinds.iter().zip(&contrasts) {
        recall_by_shown(kind, &held_out(cases, fold));
    }
    println!("STORY: {story:.2?}\nEVENT: {event:.2?}");
    kinds.iter().zip(tables).for_each(|(kind, table)| println!("SLOT, {kind}: {table:.2?}"));
    for (kind, cases) in kinds.iter().zip(&contrasts) {
        println!("CONTRAST, {kind}: {:.2?}", fit(cases, |_| true));
    }
}

impl<'a> Desk<'a> {
    fn new(docs: Vec<&'a Doc>) -> Self {
        let mut index = Index::new();
        let mut events: HashMap<_, BTreeSet<&str>> = HashMap::new();
        for (i, doc) in docs.iter().enumerate() {
            let (id, analysis) = (DocId::new(i), analyze(&doc.text));
            index.insert(id, &doc.text, &analysis);
            let points: Vec<usize> =
                doc.text.char_indices().map(|(at, _)| at).chain([doc.text.len()]).collect();
            for annotated in &doc.sents {
                let (start, end) = (points[annotated.start], points[annotated.end]);
                let shared = |s: claimdesk::core::article::Span| {
                    s.end.min(end).saturating_sub(s.start.max(start))
                };
                let best = analysis.sentences.iter().max_by_key(|s| shared(s.span)).unwrap();
                let known = events.entry((id, best.span.start)).or_default();
                known.extend(annotated.events.iter().map(String::as_str));
            }
        }
        Self { docs, index, events }
    }

    fn doc(&self, id: DocId) -> &Doc {
        self.docs[id.index()]
    }

    /// Whether two articles report one story.
    fn stories(&self) -> Vec<Case> {
        let pairs = self.index.fit_articles().into_iter();
        let case = |pair: claimdesk::core::crosscheck::fitting::Articles| {
            let (a, b) = (self.doc(pair.ids.0), self.doc(pair.ids.1));
            Case { topic: a.topic.clone(), features: pair.features, is: a.story == b.story }
        };
        pairs.map(case).collect()
    }

    fn odds<'w>(&self, weights: impl Fn(&str) -> &'w Vec<f32>) -> BTreeMap<(DocId, DocId), f32> {
        self.index.fit_stories(|a, _, alike| logit(alike, weights(&self.doc(a).topic)))
    }

    /// Of a large desk some articles are enough: of one topic a third, of two topics few.
    fn is_sampled(&self, a: DocId, b: DocId) -> bool {
        let number = a.0 * 31 + b.0 * 17;
        let one = self.doc(a).topic == self.doc(b).topic;
        number.is_multiple_of(if one { 3 } else { 60 })
    }

    /// Whether two sentences report one event.
    fn learn_event(&self, pair: &Sentences, cases: &mut Vec<Case>) {
        let [a, b] = &pair.ends;
        let (Some(x), Some(y)) = (self.events.get(a), self.events.get(b)) else { return };
        cases.push(Case {
            topic: self.doc(a.0).topic.clone(),
            features: pair.features.clone(),
            is: !x.is_disjoint(y),
        });
    }

    /// Whether two values fill one slot. That they are equal tells it nearly always: real
    /// differences are rare, and the features do not see the values.
    fn learn_slots(&self, pair: &Sentences, slots: &mut [Vec<Case>; 4]) {
        let (a, b) = (self.doc(pair.ends[0].0), self.doc(pair.ends[1].0));
        let (event, rare) = (pair.odds, (pair.ends[0].1 + pair.ends[1].1).is_multiple_of(4));
        // What is hardly one event is left out, and of two stories a part is enough.
        if event < -1.0 || a.story != b.story && !rare {
            return;
        }
        // Ranges and bounds meet by chance.
        for values in pair.values.iter().filter(|v| v.comparison != Comparison::Meets) {
            // A value that the other article tells elsewhere is of something else.
            if values.comparison == Comparison::Differs && values.explained {
                continue;
            }
            slots[values.kind].push(Case {
                topic: a.topic.clone(),
                features: values.features.clone(),
                is: values.comparison == Comparison::Same && a.story == b.story,
            });
        }
    }

    /// Whether two values answer one question in two ways. Real differences are rare, so that equal
    /// values of one event, as if one were another, stand for them; of the unequal ones hardly any is one.
    fn learn_contrasts(&self, pair: &Sentences, contrasts: &mut [Vec<Case>; 2]) {
        let (a, b) = (self.doc(pair.ends[0].0), self.doc(pair.ends[1].0));
        let events = pair.ends.each_ref().map(|end| self.events.get(end));
        // Most sentences are not annotated.
        let other_event = matches!(events, [Some(x), Some(y)] if x.is_disjoint(y));
        let one_event = a.story == b.story && !other_event;
        if pair.odds < UNLIKELY || !pair.one_story {
            return;
        }
        for values in &pair.values {
            let same = values.comparison == Comparison::Same;
            if if same { !one_event } else { !values.free } {
                continue;
            }
            let topic = a.topic.clone();
            let case = |features: &Vec<f32>| Case {
                topic: topic.clone(),
                features: features.clone(),
                is: same,
            };
            contrasts[values.kind.min(1)].extend(values.contrasts.iter().map(case));
        }
    }
}

/// Of so many unequal values shown, the log odds of the last and how many of the made differences are
/// shown as well.
fn recall_by_shown(kind: &str, scored: &[(f32, bool)]) {
    let all = scored.iter().filter(|(_, is)| *is).count();
    let (mut shown, mut found) = (0, 0);
    let mut told = Vec::new();
    for (odds, is) in scored {
        found += usize::from(*is);
        shown += usize::from(!is);
        if !is && [50, 100, 150, 200, 300, 500].contains(&shown) {
            told.push(format!("{shown} ({odds:.2}): {:.2}", f64::from(found as u32) / all as f64));
        }
    }
    println!("{kind} that differ, shown of the unequal → found of {all} made: {}", told.join(", "));
}

fn logit(features: &[f32], weights: &[f32]) -> f32 {
    let (constant, weights) = weights.split_last().unwrap();
    constant + features.iter().zip(weights).map(|(x, w)| x * w).sum::<f32>()
}

/// Scores of cases by weights fitted on other topics.
fn held_out(cases: &[Case], fold: impl Fn(&str) -> usize) -> Vec<(f32, bool)> {
    let mut scored = Vec::new();
    for held in 0..FOLDS {
        let weights = fit(cases, |case| fold(&case.topic) != held);
        let held = cases.iter().filter(|case| fold(&case.topic) == held);
        scored.extend(held.map(|case| (logit(&case.features, &weights), case.is)));
    }
    scored.sort_by(|x, y| y.0.total_cmp(&x.0));
    scored
}

/// Logistic regression by Newton's method on standardised features, with a small ridge.
fn fit(cases: &[Case], wanted: impl Fn(&Case) -> bool) -> Vec<f32> {
    const RIDGE: f64 = 1.0;
    let cases: Vec<&Case> = cases.iter().filter(|case| wanted(case)).collect();
    let n = cases[0].features.len();
    let mean = |f: &dyn Fn(&Case) -> f64| {
        cases.iter().map(|case| f(case)).sum::<f64>() / cases.len() as f64
    };
    let means: Vec<f64> = (0..n).map(|k| mean(&|c| f64::from(c.features[k]))).collect();
    let spread = |k: usize| mean(&|c| (f64::from(c.features[k]) - means[k]).powi(2)).sqrt();
    let spreads: Vec<f64> = (0..n).map(|k| spread(k).max(1e-6)).collect();
    let row = |case: &Case| -> Vec<f64> {
        let at = |k: usize| (f64::from(case.features[k]) - means[k]) / spreads[k];
        (0..n).map(at).chain([1.0]).collect()
    };
    let rows: Vec<(Vec<f64>, bool)> = cases.iter().map(|case| (row(case), case.is)).collect();
    let mut weights = vec![0.0; n + 1];
    for _ in 0..12 {
        let mut gradient: Vec<f64> =
            (0..=n).map(|k| if k < n { -RIDGE * weights[k] } else { 0.0 }).collect();
        let mut hessian = vec![vec![0.0; n + 1]; n + 1];
        for (row, is) in &rows {
            let logit: f64 = row.iter().zip(&weights).map(|(x, w)| x * w).sum();
            let p = 1.0 / (1.0 + (-logit).exp());
            for i in 0..=n {
                gradient[i] += (f64::from(u8::from(*is)) - p) * row[i];
                for j in 0..=n {
                    hessian[i][j] += p * (1.0 - p) * row[i] * row[j];
                }
            }
        }
        (0..n).for_each(|k| hessian[k][k] += RIDGE);
        hessian[n][n] += 1e-6;
        let step = solve(hessian, gradient);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s.clamp(-2.0, 2.0));
    }
    let constant = weights[n] - (0..n).map(|k| weights[k] * means[k] / spreads[k]).sum::<f64>();
    (0..n).map(|k| (weights[k] / spreads[k]) as f32).chain([constant as f32]).collect()
}

/// Average precision and the recall where 85 and 95 of 100 are right.
fn report(name: &str, scored: &[(f32, bool)]) {
    let all = scored.iter().filter(|(_, is)| *is).count();
    let (mut hits, mut area, mut at85, mut at95) = (0, 0.0, 0.0, 0.0);
    for (i, (_, is)) in scored.iter().enumerate() {
        hits += usize::from(*is);
        let (precision, recall) = (hits as f64 / (i + 1) as f64, hits as f64 / all as f64);
        area += if *is { precision } else { 0.0 };
        at85 = if precision >= 0.85 { recall } else { at85 };
        at95 = if precision >= 0.95 { recall } else { at95 };
    }
    println!(
        "{name}: {} cases, {all} so; held out: average precision {:.3}, recall {at85:.3} at .85, {at95:.3} at .95",
        scored.len(),
        area / all as f64
    );
}

/// How often it is so, by the chance that was given for it.
fn calibration(scored: &[(f32, bool)]) {
    let mut bins = [(0_u32, 0_u32); 10];
    for (logit, is) in scored {
        let bin = &mut bins[((10.0 / (1.0 + (-logit).exp())) as usize).min(9)];
        bin.0 += 1;
        bin.1 += u32::from(*is);
    }
    let told = bins.iter().enumerate().map(|(i, (all, so))| {
        format!(".{i}: {:.2} of {all}", f64::from(*so) / f64::from((*all).max(1)))
    });
    println!("   chance given → so: {}", told.collect::<Vec<_>>().join(", "));
}
