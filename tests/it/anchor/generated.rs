//! Edits made by program on articles recombined from the five, scored.
//!
//! Every character remembers which one of the old text it comes from, so that the right
//! answer is known whatever the edits did. `ANCHOR_CASES` sets how many cases are tried.

use std::fmt::Write as _;

use claimdesk::core::anchor::{Outcome, Reanchor, anchor, select};
use claimdesk::core::article::Span;
use proptest::prelude::{any, prop_assert_eq, proptest};

use crate::random::Random;

const SEEDS: [&str; 5] = [
    include_str!("../../../seeds/000_cf8b07699ce024ff.txt"),
    include_str!("../../../seeds/001_1a3c13d83c6cbdae.txt"),
    include_str!("../../../seeds/002_afe45de9c2b8e846.txt"),
    include_str!("../../../seeds/003_e3c918ad9ca86fc4.txt"),
    include_str!("../../../seeds/004_508add9b65c0fc47.txt"),
];

pub(super) fn pick<T: Copy>(random: &mut Random, all: &[T]) -> T {
    all[random.below(all.len())]
}

pub(super) fn sentences() -> Vec<&'static str> {
    let all = SEEDS.iter().flat_map(|text| text.split_inclusive(". ")).flat_map(str::lines);
    all.map(str::trim).filter(|line| line.len() > 30).collect()
}

/// An article of sentences of the five, and a stretch of it between two words.
pub(super) fn article(seed: u64) -> (String, Span) {
    compose(&mut Random(seed))
}

fn compose(random: &mut Random) -> (String, Span) {
    let mut all = sentences();
    let mut text = String::new();
    for _ in 0..6 + random.below(30) {
        text.push_str(all.swap_remove(random.below(all.len())));
        text.push(if random.below(4) == 0 { '\n' } else { ' ' });
    }
    let starts: Vec<usize> = text.match_indices([' ', '\n']).map(|(at, _)| at + 1).collect();
    let first = random.below(starts.len() - 2);
    let most = if random.below(2) == 0 { 6 } else { 40 };
    let words = 2 + random.below(most);
    let end = starts[(first + words).min(starts.len() - 1)] - 1;
    (text, Span::new(starts[first], end))
}

/// A character and the one of the old text it comes from, both in code points.
type Traced = (char, Option<usize>);

struct Case {
    text: Vec<Traced>,
    quote: std::ops::Range<usize>,
}

impl Case {
    fn new(text: &str, quote: std::ops::Range<usize>) -> Self {
        Self { text: text.chars().enumerate().map(|(i, c)| (c, Some(i))).collect(), quote }
    }

    /// Where characters of the quote are now.
    fn places(&self) -> Vec<usize> {
        let ours = |k: &usize| self.text[*k].1.is_some_and(|i| self.quote.contains(&i));
        (0..self.text.len()).filter(ours).collect()
    }

    fn gold(&self) -> Option<(usize, usize)> {
        let places = self.places();
        Some((*places.first()?, places.last()? + 1))
    }

    /// Ends of sentences (after the space), with the two ends of the text.
    fn stops(&self) -> Vec<usize> {
        let mut out = vec![0];
        for k in 1..self.text.len() {
            let (before, here) = (self.text[k - 1].0, self.text[k].0);
            if here == '\n' || (here == ' ' && matches!(before, '.' | '?' | '!')) {
                out.push(k + 1);
            }
        }
        out.dedup();
        out
    }

    fn insert(&mut self, at: usize, words: &str) {
        self.text.splice(at..at, words.chars().map(|c| (c, None)));
    }

    /// Replaces a stretch; what is new stands for what was there.
    fn replace(&mut self, range: std::ops::Range<usize>, words: &str) {
        let from = self.text[range.clone()].iter().find_map(|(_, from)| *from);
        self.text.splice(range, words.chars().map(|c| (c, from)));
    }

    /// All sentences the quote touches, and some more after them.
    fn sentences(&self, extra: usize) -> std::ops::Range<usize> {
        let inside = self.places();
        let (first, last) = (inside[0], inside[inside.len() - 1]);
        let stops = self.stops();
        let start = stops.iter().rev().find(|&&stop| stop <= first).unwrap();
        let end = stops.iter().filter(|&&stop| stop > last).nth(extra);
        *start..end.copied().unwrap_or(self.text.len())
    }

    /// The word around a random place of `among`.
    fn word(&self, random: &mut Random, among: &[usize]) -> std::ops::Range<usize> {
        let at = pick(random, among);
        let letter = |k: &usize| self.text[*k].0.is_alphanumeric();
        let start = (0..at).rev().take_while(letter).last().unwrap_or(at);
        let end = (at..self.text.len()).take_while(letter).last().map_or(at, |k| k + 1);
        start..end
    }
}

/// What was done to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Edit {
    Nothing,
    SentencesAdded,
    SentencesRemoved,
    WordsReplaced,
    WordsAdded,
    Typos,
    FigureChanged,
    Typography,
    SentenceMoved,
    ParagraphMoved,
    NeighboursRewritten,
    QuoteRemoved,
    SentenceRemoved,
    CopyOfSentenceChanged,
    Several,
}

const EDITS: [Edit; 15] = [
    Edit::Nothing,
    Edit::SentencesAdded,
    Edit::SentencesRemoved,
    Edit::WordsReplaced,
    Edit::WordsAdded,
    Edit::Typos,
    Edit::FigureChanged,
    Edit::Typography,
    Edit::SentenceMoved,
    Edit::ParagraphMoved,
    Edit::NeighboursRewritten,
    Edit::QuoteRemoved,
    Edit::SentenceRemoved,
    Edit::CopyOfSentenceChanged,
    Edit::Several,
];

fn apply(edit: Edit, case: &mut Case, random: &mut Random) {
    let all = sentences();
    let inside = case.places();
    if inside.is_empty() {
        return;
    }
    match edit {
        Edit::Nothing => {}
        Edit::SentencesAdded => {
            for _ in 0..=random.below(3) {
                let at = pick(random, &case.stops());
                case.insert(at, &format!("{} ", pick(random, &all)));
            }
        }
        Edit::SentencesRemoved => {
            for _ in 0..=random.below(3) {
                let stops = case.stops();
                let k = random.below(stops.len() - 1);
                let gone = stops[k]..stops[k + 1];
                if case.places().iter().all(|place| !gone.contains(place)) {
                    case.text.drain(gone);
                }
            }
        }
        Edit::WordsReplaced => {
            // At most about a quarter of the words.
            for _ in 0..inside.len() / 24 {
                let word = case.word(random, &case.places());
                case.replace(word, pick(random, &["autre", "depuis", "militaire", "selon"]));
            }
        }
        Edit::WordsAdded => {
            let word = case.word(random, &inside);
            case.insert(
                word.end,
                pick(random, &[" très", " d’après lui", " aussi", " (on le sait)"]),
            );
        }
        Edit::Typos => {
            for _ in 0..=inside.len() / 40 {
                let places = case.places();
                let at = pick(random, &places);
                if random.below(2) == 0 || at + 1 == case.text.len() {
                    case.text[at].0 = 'x';
                } else {
                    case.text.swap(at, at + 1);
                }
            }
        }
        Edit::FigureChanged => {
            for at in
                inside.into_iter().filter(|&k| case.text[k].0.is_ascii_digit()).collect::<Vec<_>>()
            {
                case.text[at].0 = char::from(b'1' + random.below(9) as u8);
            }
        }
        Edit::Typography => {
            for (c, _) in &mut case.text {
                *c = match *c {
                    '’' => '\'',
                    'é' | 'è' => 'e',
                    '\u{A0}' => ' ',
                    ' ' if random.below(20) == 0 => '\n',
                    other => other,
                };
            }
        }
        Edit::SentenceMoved => move_sentences(case, random, 0),
        Edit::ParagraphMoved => move_sentences(case, random, 2),
        Edit::NeighboursRewritten => rewrite_neighbours(case, random),
        Edit::QuoteRemoved => {
            case.text.drain(inside[0]..=inside[inside.len() - 1]);
        }
        Edit::SentenceRemoved => {
            let gone = case.sentences(0);
            case.text.drain(gone);
        }
        Edit::CopyOfSentenceChanged => copy_sentence(case, random),
        Edit::Several => {
            for _ in 0..3 {
                apply(EDITS[1 + random.below(10)], case, random);
            }
        }
    }
}

fn move_sentences(case: &mut Case, random: &mut Random, extra: usize) {
    let moved: Vec<Traced> = case.text.drain(case.sentences(extra)).collect();
    let at = pick(random, &case.stops());
    case.text.splice(at..at, moved);
}

fn rewrite_neighbours(case: &mut Case, random: &mut Random) {
    let inside = case.places();
    let (first, last) = (inside[0], inside[inside.len() - 1]);
    for side in [last + 2..last + 60, first.saturating_sub(60)..first.saturating_sub(2)] {
        let around: Vec<usize> = side.filter(|&k| k < case.text.len()).collect();
        if !around.is_empty() && random.below(2) == 0 {
            let word = case.word(random, &around);
            if case.places().iter().all(|place| !word.contains(place)) {
                case.replace(word, "nouvelle");
            }
        }
    }
}

/// Puts a near copy, every fourth word another, somewhere else.
fn copy_sentence(case: &mut Case, random: &mut Random) {
    let here = case.sentences(0);
    let copy: String = case.text[here.clone()].iter().map(|(c, _)| *c).collect();
    let mut words: Vec<&str> = copy.split(' ').collect();
    words.iter_mut().skip(1).step_by(4).for_each(|word| *word = "même");
    let at = pick(random, &case.stops());
    if at <= here.start || at >= here.end {
        case.insert(at, &words.join(" "));
    }
}

#[derive(Default)]
struct Tally {
    placed: usize,
    good: usize,
    wrong: usize,
    all: usize,
}

impl Tally {
    fn add(&mut self, got: Option<(usize, usize)>, gold: Option<(usize, usize)>) {
        let iou =
            |a: (usize, usize), b: (usize, usize)| Span::new(a.0, a.1).iou(Span::new(b.0, b.1));
        self.all += 1;
        self.placed += usize::from(gold.is_some());
        match (got, gold) {
            (Some(got), Some(gold)) => {
                self.good += usize::from(iou(got, gold) >= 0.8);
                self.wrong += usize::from(iou(got, gold) < 0.3);
            }
            (Some(_), None) => self.wrong += 1,
            (None, _) => {}
        }
    }

    fn good(&self) -> f64 {
        self.good as f64 / self.placed.max(1) as f64
    }

    fn wrong(&self) -> f64 {
        self.wrong as f64 / self.all.max(1) as f64
    }
}

/// Runs `cases` and gives the tallies with and without the old text.
fn run(cases: usize, seed: u64) -> ([Tally; 2], String) {
    let mut out = String::new();
    let random = &mut Random(seed);
    let mut tallies = [Tally::default(), Tally::default()];
    let mut kinds = std::collections::BTreeMap::<Edit, [Tally; 2]>::new();
    let show = std::env::var_os("ANCHOR_SHOW").is_some();
    for n in 0..cases {
        let (old, span) = compose(random);
        let selector = select(&old, span, None);
        let whole = [&*selector.prefix, &selector.exact, &selector.suffix].concat();
        if old.matches(&whole).count() > 1 {
            continue;
        }
        let edit = EDITS[n % EDITS.len()];
        let mut case = Case::new(&old, selector.start..selector.end);
        apply(edit, &mut case, random);
        let new: String = case.text.iter().map(|(c, _)| *c).collect();
        for (k, old) in [Some(old.as_str()), None].into_iter().enumerate() {
            let outcome = anchor(old, &new, &selector);
            let points = claimdesk::core::anchor::Points::new(&new);
            let got = outcome.span().map(|span| points.points(span));
            tallies[k].add(got, case.gold());
            let tally = &mut kinds.entry(edit).or_default()[k];
            let before = (tally.good, tally.wrong);
            tally.add(got, case.gold());
            let bad = tally.wrong > before.1 || (case.gold().is_some() && tally.good == before.0);
            if show && bad && (k == 0 || tally.wrong > before.1) {
                let words = |at: Option<(usize, usize)>| {
                    at.map(|(a, b)| new.chars().skip(a).take(b - a).collect::<String>())
                };
                let _ = writeln!(
                    out,
                    "{k} {edit:?} {}\n  quote {:?}\n  gold  {:?}\n  got   {:?}",
                    outcome.name(),
                    selector.exact,
                    words(case.gold()),
                    words(got)
                );
            }
        }
    }
    for (edit, both) in &kinds {
        out += &report(&format!("{edit:?}"), both);
    }
    out += &report("all", &tallies);
    (tallies, out)
}

fn report(name: &str, [with, without]: &[Tally; 2]) -> String {
    let shares = |tally: &Tally| {
        format!("{:5.1} % placed {:5.2} % wrong", tally.good() * 100.0, tally.wrong() * 100.0)
    };
    format!(
        "{name:<22} {:5} cases, old text {}, quote only {}\n",
        with.all,
        shares(with),
        shares(without)
    )
}

#[test]
fn edits_made_by_program() {
    let cases = std::env::var("ANCHOR_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(600);
    let ([with, without], report) = run(cases, 7);
    println!("{report}");
    assert!(
        with.good() >= 0.985 && with.wrong() <= 0.003,
        "old text: {} {}",
        with.good(),
        with.wrong()
    );
    assert!(without.wrong() <= 0.006, "quote only: {} {}", without.good(), without.wrong());
}

proptest! {
    #[test]
    fn an_edit_elsewhere_keeps_the_words(seed in any::<u64>(), before in "[A-Z][a-z ]{0,60}\\. ", after in " [A-Z][a-z ]{0,60}\\.") {
        let (old, span) = article(seed);
        let selector = select(&old, span, None);
        let new = format!("{before}{old}{after}");
        let pair = Reanchor::new(Some(&old), &new);
        let found = pair.find(&selector);
        prop_assert_eq!(found, Outcome::Moved { span: Span::new(span.start + before.len(), span.end + before.len()) });
    }
}
