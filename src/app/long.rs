//! What is found in a long text, on all processors: one article of a hundred megabytes is the whole work there is.

use std::ops::Range;

use super::parallel::{in_order, step_back};
use crate::core::claim::{Analysis, Ground};
use crate::core::crosscheck::{Digest, DigestPart, Digester, Source};

/// Shorter texts are read by one thread, since other articles wait for the others.
pub(super) const LONG: usize = 4 << 20;

/// Bytes of a part: some hundredths of a second.
const PART: usize = 1 << 20;

/// Finds the claims of a text as long as `go_on` says so, with the byte up to which it is read.
pub(super) fn analyze(text: &str, go_on: impl Fn(usize) -> bool + Sync) -> Option<Analysis> {
    let ground = Ground::of(text);
    let mut whole = ground.nothing();
    let start = || {
        step_back();
        ground.seeker()
    };
    let read = in_order(
        &ground.parts(PART),
        start,
        |seeker, part| {
            let mut found = ground.nothing();
            let mut next = part.start + PART;
            // One long line is one part.
            let went_on = seeker.read(*part, &mut found, &mut |at| {
                let asks = at >= next;
                next += if asks { PART } else { 0 };
                !asks || go_on(at)
            });
            went_on.then_some((found, part.end))
        },
        |found| {
            let (found, end) = found.ok_or(())?;
            whole.append(found);
            if go_on(end) { Ok(()) } else { Err(()) }
        },
    );
    read.ok()?;
    Some(ground.complete(whole))
}

/// What is kept of an article.
pub(super) fn digest(text: &str, analysis: &Analysis, published: Option<&str>) -> Digest {
    let source = Source::published(text, analysis, published);
    let mut whole: Option<DigestPart> = None;
    let start = || {
        step_back();
        Digester::default()
    };
    let read = |digester: &mut Digester, sentences: &Range<usize>| {
        let mut part = DigestPart::default();
        digester.read(&source, sentences.clone(), &mut part);
        part
    };
    let take = |part| {
        match &mut whole {
            Some(whole) => whole.append(part),
            None => whole = Some(part),
        }
        Ok::<_, ()>(())
    };
    // Nothing is refused.
    let _ = in_order(&parts(analysis), start, read, take);
    whole.unwrap_or_default().digest(&source)
}

/// The sentences of a text, in parts.
fn parts(analysis: &Analysis) -> Vec<Range<usize>> {
    let sentences = &analysis.sentences;
    let (mut parts, mut from) = (Vec::new(), 0);
    while let Some(first) = sentences.get(from) {
        let end = first.span.start + PART;
        let until = sentences.partition_point(|sentence| sentence.span.start < end);
        parts.push(from..until);
        from = until;
    }
    parts
}
