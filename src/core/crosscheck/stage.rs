//! How far a case has come: one article tells whom the police look for or who is charged, another whom they hold or
//! what the verdict was. The later one is news to whoever read only the earlier.

use std::sync::LazyLock;

use super::denial::{clause, has};
use super::event::{TELLING, Weighed};
use super::statement::Statement;
use super::term::{Key, Term, meet};
use super::told::Told;
use super::value::{Piece, Said, Value};
use super::vector::Vector;

/// A stage of a case, the one that ends it, and what an article that is no further knows nothing of.
struct Stage {
    before: Key,
    after: Key,
    later: Box<[Key]>,
}

/// The classes of each: of the stage, of the one that ends it, and of what comes later.
const NAMED: [(&str, &str, &[&str]); 2] = [
    ("hunt", "custody", &["custody", "charge", "verdict", "sentence"]),
    ("charge", "verdict", &["verdict", "plea", "sentence"]),
];

static STAGES: LazyLock<[Stage; 2]> = LazyLock::new(|| {
    let class = |name: &str| Term::class(name).key();
    NAMED.map(|(before, after, later)| Stage {
        before: class(before),
        after: class(after),
        later: later.iter().map(|name| class(name)).collect(),
    })
});

/// The class of the stage that one of this class ends.
pub(super) fn ended_by(class: &str) -> Option<&'static str> {
    NAMED.into_iter().find(|(_, after, _)| *after == class).map(|(before, ..)| before)
}

/// Where two sentences of one story tell one case at two stages, the words for each.
pub(super) fn stages(a: &Weighed<'_>, b: &Statement, told: Told<'_>) -> Option<(Key, [Piece; 2])> {
    STAGES.iter().find_map(|stage| {
        let found = |x: (&Statement, &Vector), y: &Statement| {
            let earlier = plainly(x.0, stage.before)?;
            let later = deed(y, stage.after)?;
            let is_behind = !stage.later.iter().any(|key| x.1.knows(*key));
            is_behind.then_some([earlier, later])
        };
        let pieces = found((a.statement, told.here), b)
            .or_else(|| found((b, told.there), a.statement).map(|[x, y]| [y, x]))?;
        is_one_case(a, b, stage).then_some((stage.after, pieces))
    })
}

/// The claim in which a sentence says something in so many words.
fn plainly(statement: &Statement, key: Key) -> Option<Piece> {
    let at = statement.terms.binary_search_by_key(&key, |term| term.key()).ok()?;
    has(statement.plain, at).then(|| clause(statement, at).0)
}

/// The word by which a sentence says that something was done.
fn deed(statement: &Statement, role: Key) -> Option<Piece> {
    let done = |value: &&Value| {
        let said = matches!(value.said, Said::Deed(sign) if sign != 0);
        said && value.classed && !value.denied && !value.earlier && value.role == role
    };
    statement.values.iter().find(done).map(|value| value.piece)
}

/// Whether both say enough of one person or deed.
fn is_one_case(a: &Weighed<'_>, b: &Statement, stage: &Stage) -> bool {
    let terms = &a.statement.terms;
    let (mut weight, mut count) = (0.0_f32, 0);
    meet(terms, &b.terms, |i, _| {
        let own = [stage.before, stage.after].contains(&terms[i].key());
        if !own && a.weights[i] >= TELLING {
            weight += a.weights[i];
            count += 1;
        }
    });
    count >= MANY && weight >= ABOUT
}

/// So many telling words, and so telling, are of one case.
const MANY: usize = 2;
const ABOUT: f32 = 1.2;
