//! What the rest of a desk says about the same fact.
//!
//! A [`Digest`] is made of each article, on any thread; an [`Index`] takes the digests and answers
//! what the desk says about one claim. Articles are compared first (do they report one story?),
//! then sentences (one event?), then values (one slot of it?). Two statements *differ*; that they
//! contradict each other is for a person to say.

mod about;
mod among;
mod apart;
mod around;
mod articles;
mod ask;
mod before;
mod calendar;
mod contrast;
mod dating;
mod days;
mod deeds;
mod denial;
mod differences;
mod digest;
mod event;
mod facing;
mod figure;
pub mod fitting;
mod gathered;
mod gist;
mod holders;
mod index;
mod last_asked;
mod likest;
mod measures;
mod model;
mod names;
mod near;
mod norms;
mod one;
mod pack;
mod packed;
mod part;
mod parties;
mod placing;
mod postings;
mod predicate;
mod read;
mod relate;
mod slot;
mod sole;
mod standing;
mod stated;
mod statement;
mod steps;
mod stories;
mod telling;
mod term;
mod time;
mod tokens;
mod told;
mod value;
mod vector;
mod weights;
mod wording;
mod words;

pub use ask::LIMIT;
pub use differences::{Collected, Difference, Differences, Holder, MANY, Value};
pub use digest::{Digest, DigestPart, Digester, Source};
pub use gathered::Gathered;
pub use index::Index;
pub use measures::is_amount;
pub use model::{Compared, DocId, FactKind, Match, Pair, Relation, Why};
pub use pack::class_named;
pub use relate::DEFAULT_SCORE;
