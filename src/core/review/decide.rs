//! Deciding on a claim: one way for the reader, `claimdesk mark` and `claimdesk review`.

use jiff::Timestamp;

use super::item::{Item, Standing};
use crate::core::annotation::edit::Edit;
use crate::core::annotation::{Annotation, AnnotationId, Final, Notebook, Selector, VerdictId};

/// Gives a claim a verdict, and whatever `also` adds. The verdict is for the words that stand there
/// now (`here`): where the annotation does not stand firmly on its own, its place is renewed, or the
/// verdict would come to stand on the old words when they return.
pub fn decide(
    notebook: &Notebook,
    item: &Item,
    here: Selector,
    now: Timestamp,
    verdict: VerdictId,
    also: impl FnOnce(&mut Annotation),
) -> (AnnotationId, Edit) {
    let place = (*item.standing() != Standing::Firm).then(|| here.clone());
    amend(notebook, item.own(), here, now, |annotation| {
        annotation.decide(Some(verdict));
        if let Some(place) = place {
            annotation.selector = place;
        }
        also(annotation);
    })
}

/// Confirms the verdict of a claim for the words that stand there now; of values in conflict, the
/// one in force.
pub fn confirm(notebook: &Notebook, item: &Item, here: Selector, now: Timestamp) -> Edit {
    let Some(id) = item.own() else { return Edit::default() };
    Edit::change(notebook, id, now, |annotation| {
        annotation.conflict.clear();
        if *item.standing() != Standing::Firm {
            annotation.selector = here;
        }
    })
}

/// Decides a claim for the team on the words that stand there now, or takes that back. One's own
/// verdict on old words does not come into force by it: then the decision stands by itself.
pub fn rule(
    notebook: &Notebook,
    item: &Item,
    here: Selector,
    now: Timestamp,
    ruling: Option<Final>,
) -> (AnnotationId, Edit) {
    let own = item.own().and_then(|id| Some((id, notebook.annotations.get(id)?)));
    let Some((id, before)) = own else {
        return amend(notebook, None, here, now, |annotation| annotation.rule(ruling));
    };
    let in_force = item.standing().is_in_force();
    if !in_force && before.verdict.is_some() && ruling.is_some() {
        return amend(notebook, None, here, now, |annotation| annotation.rule(ruling));
    }
    let mut rest = before.clone();
    rest.rule(None);
    if ruling.is_none() && rest.verdict.is_none() && rest.is_bare() {
        return (id.clone(), Edit::remove(notebook, id));
    }
    let place = (!in_force && ruling.is_some()).then_some(here);
    let edit = Edit::change(notebook, id, now, |annotation| {
        annotation.rule(ruling);
        if let Some(place) = place {
            annotation.selector = place;
        }
    });
    (id.clone(), edit)
}

/// Changes what is said about a claim (its note, evidence, tags), making an annotation where there
/// is none. It decides nothing, so a place stays what it was.
pub fn amend(
    notebook: &Notebook,
    own: Option<&AnnotationId>,
    here: Selector,
    now: Timestamp,
    change: impl FnOnce(&mut Annotation),
) -> (AnnotationId, Edit) {
    if let Some(id) = own {
        return (id.clone(), Edit::change(notebook, id, now, change));
    }
    let mut annotation = Annotation::new(here, now);
    change(&mut annotation);
    let taken = |id: &AnnotationId| notebook.annotations.contains_key(id);
    let id = AnnotationId::of(&annotation.selector, taken);
    (id.clone(), Edit::add(id, annotation))
}

#[cfg(test)]
mod tests {
    use super::super::Given;
    use super::*;
    use crate::core::anchor::select;
    use crate::core::article::{Document, Span};
    use crate::core::claim::Level;
    use crate::core::review::place::place;

    const OLD: &str = "L’incendie a détruit 12 000 hectares. La pluie est venue.";
    const NEW: &str = "L’incendie a détruit 1 200 hectares. La pluie est venue.";

    fn words(text: &str, quote: &str) -> Selector {
        let at = text.find(quote).unwrap();
        select(text, Span::new(at, at + quote.len()), None)
    }

    #[test]
    fn a_verdict_on_a_changed_claim_is_for_the_new_words() {
        let now = Timestamp::UNIX_EPOCH;
        let mut notebook = Notebook::default();
        let mut annotation = Annotation::new(words(OLD, "12 000 hectares"), now);
        let disputed = VerdictId("disputed".into());
        annotation.decide(Some(disputed.clone()));
        let id = AnnotationId("a".into());
        notebook.annotations.insert(id.clone(), annotation);

        let item = Item {
            span: Span::new(NEW.find("1 200").unwrap(), NEW.find(". La").unwrap()),
            detected: None,
            given: Some(Box::new(Given {
                standing: Standing::Stale(Vec::new()),
                ..Given::new(id.clone())
            })),
            level: Level::FEWEST,
        };
        let here = words(NEW, "1 200 hectares");
        // The same verdict again is a decision, too; a note is none.
        let note = |annotation: &mut Annotation| annotation.write_note("faux".into());
        let (_, noted) = amend(&notebook, Some(&id), here.clone(), now, note);
        let (_, decided) = decide(&notebook, &item, here.clone(), now, disputed, |_| ());
        for (edit, exact) in [
            (noted, "12 000 hectares"),
            (decided, "1 200 hectares"),
            (confirm(&notebook, &item, here, now), "1 200 hectares"),
        ] {
            let mut after = notebook.clone();
            edit.apply(&mut after);
            assert_eq!(after.annotations[&id].selector.exact, exact);
            // The article is reverted: what was decided for the new words is not in force.
            let doc = Document::new(OLD.as_bytes().to_vec());
            let placed = place(&doc, &id, &after.annotations[&id], None);
            assert_eq!(placed.standing == Standing::Firm, exact == "12 000 hectares");
        }
    }
}
