//! A version that ends too early.
//!
//! git asks how large a file is and then reads so much of it: where a larger one took its place in
//! between, what `stash` and `commit` keep is its beginning. As one of two sides of a merge that
//! beginning is worth reading. A file that lies there cut short is not: a person has to look at it.

use super::v1;
use crate::core::annotation::Notebook;

/// What stands whole in a version that ends too early; none where it is damaged otherwise. What
/// it does not say is as in `base`, since behind its end anything may have stood.
pub(super) fn read(bytes: &[u8], base: &Notebook) -> Option<Notebook> {
    // How an annotation ends, which is reliable because we wrote it.
    const END: &str = "\n    }";
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
    };
    let text = text.replace("\r\n", "\n");
    let end = text.rfind(END)? + END.len();
    let parsed = v1::read(&format!("{}\n  }}\n}}\n", &text[..end])).ok()?;
    (parsed.newer.is_none() && parsed.repairs.is_empty()).then(|| completed(parsed.notebook, base))
}

fn completed(mut cut: Notebook, base: &Notebook) -> Notebook {
    for (id, annotation) in &base.annotations {
        if !cut.annotations.contains_key(id) {
            cut.annotations.insert(id.clone(), annotation.clone());
        }
    }
    for unknown in &base.extra {
        if cut.extra.iter().all(|known| known.name != unknown.name) {
            cut.extra.push(unknown.clone());
        }
    }
    if cut.note.is_empty() {
        cut.note.clone_from(&base.note);
    }
    cut.imported = cut.imported.or_else(|| base.imported.clone());
    cut.work = cut.work.or_else(|| base.work.clone());
    cut
}

/// The bytes without the piece of a character, at `at`, with which one side between conflict
/// markers ends.
pub(super) fn without_torn_character(bytes: &[u8], at: usize) -> Option<Vec<u8>> {
    // A piece of a character has three bytes at most.
    let end = at + bytes[at..].iter().take(4).position(|byte| *byte == b'\n')?;
    let marker = &bytes[end + 1..];
    (marker.starts_with(b"=======") || marker.starts_with(b">>>>>>>"))
        .then(|| [&bytes[..at], &bytes[end..]].concat())
}
