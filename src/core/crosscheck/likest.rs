//! Which claims of two sentences say most alike: of a match without common values they are what is shown.

use super::event::Weighed;
use super::statement::{Part, Statement};
use super::term::meet;
use super::value::Piece;

/// A claim of each side, from the start of its sentence; none where the sentence makes but one.
pub(super) type Likest = [Option<Piece>; 2];

/// The two claims that have most in common for their length.
pub(super) fn likest(a: &Weighed<'_>, b: &Statement) -> Likest {
    let (ours, theirs) = (parts(a.statement), parts(b));
    if ours.len() == 1 && theirs.len() == 1 {
        return [None, None];
    }
    let mut both = Vec::new();
    meet(&a.statement.terms, &b.terms, |i, j| both.push((i, j, a.weights[i])));
    let has = |part: &Part, at: usize| at < u128::BITS as usize && part.terms >> at & 1 == 1;
    let alike = |x: &Part, y: &Part| {
        let shared = both.iter().filter(|(i, j, _)| has(x, *i) && has(y, *j));
        let shared: f32 = shared.map(|(.., weight)| weight).sum();
        let lengths = x.terms.count_ones().max(1) * y.terms.count_ones().max(1);
        shared / (lengths as f32).sqrt()
    };
    let pairs = ours.iter().flat_map(|x| theirs.iter().map(move |y| (x, y, alike(x, y))));
    // Of equals the longer ones; the same from both ends.
    let length = |x: &Part, y: &Part| x.terms.count_ones() + y.terms.count_ones();
    let most = pairs
        .max_by(|x, y| x.2.total_cmp(&y.2).then_with(|| length(x.0, x.1).cmp(&length(y.0, y.1))));
    let piece = |parts: &[Part], part: &Part| (parts.len() > 1).then_some(part.piece);
    most.map_or([None, None], |(x, y, _)| [piece(&ours, x), piece(&theirs, y)])
}

/// The claims of a sentence, or all of it.
fn parts(statement: &Statement) -> Vec<Part> {
    // As many bits as it has terms.
    let all = |terms: usize| (0..terms.min(u128::BITS as usize)).fold(0, |bits, at| bits | 1 << at);
    match &*statement.claims {
        [] => vec![Part { piece: Piece::default(), terms: all(statement.terms.len()) }],
        claims => claims.to_vec(),
    }
}
