//! Selecting words for a claim of one's own, or moving the borders of one.

use super::{copy, verdict};
use crate::command::Command;
use crate::core::annotation::AnnotationId;
use crate::core::article::sentence::sentences;
use crate::core::article::{Document, Span, rows, unit};
use crate::core::review::Standing;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::notice::Notice;
use crate::state::model::selection::{Border, Selection};
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::query::annotation::refusal;
use crate::state::query::{geometry, search};

/// Begins a selection: on the match or the claim gone to last, else on the sentence a third down the page.
pub(in crate::state) fn open(model: &mut Model) -> Vec<Effect> {
    if let Some(refusal) = refusal(model) {
        model.notice = Some(refusal);
        return Vec::new();
    }
    let Some(doc) = model.reader.doc.clone().filter(|doc| !doc.is_partial()) else {
        model.notice = Some(Notice::info(say::READING.to(model.settings.lang)));
        return Vec::new();
    };
    let (span, own) = beginning(model, &doc);
    if span.is_empty() {
        model.notice = Some(Notice::info(say::SELECT_NOTHING.to(model.settings.lang)));
        return Vec::new();
    }
    model.focus = Pane::Text;
    let fresh = own.is_none();
    model.selection = Some(Selection { own, fresh, ..Selection::new(span) });
    Vec::new()
}

/// The words to begin with, and one's own claim on them.
fn beginning(model: &Model, doc: &Document) -> (Span, Option<AnnotationId>) {
    if let Some(found) = search::here(model) {
        return (found, None);
    }
    let page = geometry::page(model);
    let item = model.reader.item();
    if let Some(item) =
        item.filter(|item| !item.span.is_empty() && model.reader.shows(item.span, page))
    {
        return (item.span, item.own().cloned());
    }
    let seen = rows::rows_from(doc, page.0, model.reader.top, page.1 / 3 + 1);
    let at = seen.last().map_or(model.reader.top, |row| row.start);
    // A claim whose words are gone can be given new ones.
    let lost = item.filter(|item| item.span.is_empty());
    (sentence_at(model, doc, at), lost.and_then(|item| item.own().cloned()))
}

/// Carries out a command of the selection.
pub(in crate::state) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Accept => return keep(model, None),
        Command::Cancel => model.selection = None,
        Command::CopyClaim => return copy::claim(model),
        _ => shape(model, command),
    }
    Vec::new()
}

/// Lets a command change the selected words.
fn shape(model: &mut Model, command: Command) {
    let (Some(doc), Some(mut selection)) = (model.reader.doc.clone(), model.selection.take())
    else {
        return;
    };
    let width = geometry::page(model).0;
    let marked = selection.border;
    match command {
        Command::SwapEnds => {
            selection.border = match marked {
                Border::Start => Border::End,
                Border::End => Border::Start,
            };
        }
        Command::OwnOrNew => selection.fresh = !selection.fresh || selection.own.is_none(),
        Command::TakeSentence => {
            selection.span = grown(&doc, selection.span, |at| sentence_at(model, &doc, at));
        }
        Command::TakeParagraph => {
            selection.span = grown(&doc, selection.span, |at| unit::paragraph_at(&doc, at));
        }
        _ => {
            if let Some((border, at)) = moved(&doc, width, &selection, command) {
                selection.border = border;
                selection.put(border, at);
            }
        }
    }
    let mark = selection.mark(&doc);
    model.selection = Some(selection);
    model.reader.reveal(mark, geometry::page(model));
}

/// Which border a command moves, and where to.
fn moved(
    doc: &Document,
    width: usize,
    selection: &Selection,
    command: Command,
) -> Option<(Border, usize)> {
    use Border::{End, Start};
    let marked = selection.border;
    let at = selection.at(marked);
    let word = |border: Border, forward: bool| {
        let at = selection.at(border);
        let to = match (border, forward) {
            (Start, true) => unit::next_start(doc, at),
            (Start, false) => unit::previous_start(doc, at),
            (End, true) => unit::next_end(doc, at),
            (End, false) => unit::previous_end(doc, at),
        };
        (border, to)
    };
    Some(match command {
        Command::EndRight => word(End, true),
        Command::EndLeft => word(End, false),
        Command::StartRight => word(Start, true),
        Command::StartLeft => word(Start, false),
        Command::BorderRight => word(marked, true),
        Command::BorderLeft => word(marked, false),
        Command::BorderRightChar => (marked, unit::next_letter(doc, at)),
        Command::BorderLeftChar => (marked, unit::previous_letter(doc, at)),
        Command::BorderDown => (marked, beside(doc, width, selection, 1)),
        Command::BorderUp => (marked, beside(doc, width, selection, -1)),
        _ => return None,
    })
}

/// The marked border, a row below or above where it stands.
fn beside(doc: &Document, width: usize, selection: &Selection, by: isize) -> usize {
    let mark = selection.mark(doc).start;
    // A border steps over the empty row between paragraphs.
    let doc = &doc.with_air(false);
    let row = rows::row_at(doc, width, mark);
    let cell = rows::cell_of(doc, width, row, mark);
    let there = rows::row_at(doc, width, rows::step(doc, width, mark, by));
    if there == row {
        return selection.at(selection.border);
    }
    let words = there.of(doc.text()).trim_end_matches('\n').len();
    let there = Span::new(there.start, there.start + words);
    let at = rows::byte_at_cell(doc, width, there, cell);
    match selection.border {
        Border::Start => at,
        Border::End => unit::next_letter(doc, at),
    }
}

/// A stretch made whole by `around`; one that is whole already takes what follows, too.
fn grown(doc: &Document, span: Span, around: impl Fn(usize) -> Span) -> Span {
    let last = unit::previous_letter(doc, span.end);
    let (first, end) = (around(span.start), around(last));
    let whole = Span::new(first.start.min(span.start), end.end.max(span.end));
    if whole != span {
        return whole;
    }
    let rest = &doc.text()[span.end..];
    let blank = rest.len() - rest.trim_start().len();
    if blank == rest.len() {
        return span;
    }
    Span::new(span.start, around(span.end + blank).end.max(span.end))
}

/// The sentence at a place, or the next one.
fn sentence_at(model: &Model, doc: &Document, at: usize) -> Span {
    if let Some(analysis) = &model.reader.analysis {
        let found = &analysis.sentences;
        let index = found.partition_point(|sentence| sentence.span.end <= at);
        let sentence = found.get(index).or(found.last());
        return sentence.map_or(Span::default(), |sentence| sentence.span);
    }
    let line = unit::paragraph_at(doc, at);
    let mut shifted =
        sentences(line.of(doc.text())).map(|s| Span::new(s.start + line.start, s.end + line.start));
    shifted.find(|sentence| sentence.end > at).unwrap_or(line)
}

/// Keeps the selected words as a claim, with a verdict where one is given.
pub(in crate::state) fn keep(model: &mut Model, label: Option<usize>) -> Vec<Effect> {
    let (Some(selection), Some(doc)) = (model.selection.take(), model.reader.doc.clone()) else {
        return Vec::new();
    };
    let span = selection.words(&doc);
    if span.is_empty() {
        model.notice = Some(Notice::info(say::SELECT_NOTHING.to(model.settings.lang)));
        model.selection = Some(selection);
        return Vec::new();
    }
    let verdict = label.and_then(|label| Some(model.settings.labels.get(label)?.id.clone()));
    let items = &model.reader.items;
    let same = items.iter().find(|item| item.span == span && item.own().is_some());
    let moved = selection.own.filter(|_| !selection.fresh);
    let id = moved.or_else(|| same.and_then(|item| item.own().cloned()));
    let in_place =
        same.is_some_and(|item| item.own() == id.as_ref() && *item.standing() == Standing::Firm);
    let effects = verdict::mark(model, span, id.as_ref(), verdict, in_place);
    if let Some(index) = model.reader.items.iter().position(|item| item.span == span) {
        model.reader.show(index, geometry::page(model));
    }
    if label.is_none() {
        let next = [(Command::WriteNote, say::NOTE_ON_IT), (Command::Undo, say::UNDO_IT)];
        let words = span.of(doc.text());
        let text = say::CLAIM_ADDED.to(model.settings.lang);
        model.notice = Some(Notice::info(text).about(words).then(&next));
    }
    effects
}

/// Selects whole words from where the mouse button went down to where it is now.
pub(in crate::state) fn drag(model: &mut Model, from: usize, to: usize) {
    let Some(doc) = model.reader.doc.clone().filter(|doc| !doc.is_partial()) else { return };
    if let Some(refusal) = refusal(model) {
        model.notice = Some(refusal);
        return;
    }
    let (first, last) = (from.min(to), from.max(to));
    let (Some(first), Some(last)) = (unit::word_at(&doc, first), unit::word_at(&doc, last)) else {
        return;
    };
    let span = Span::new(first.start, last.end.max(first.end));
    let border = if to < from { Border::Start } else { Border::End };
    model.selection = Some(Selection { border, ..Selection::new(span) });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::signal::{Mouse, MouseAct, Msg};
    use crate::state::query::annotation::own;
    use crate::state::testing::{desk, press, stamp};
    use crate::state::update;

    const TEXT: &str = "Selon l’accord, 12 000 soldats sont partis aujourd’hui. La hausse est de 5 % en Russie.\nUn autre alinéa dit que 300 chars ont été détruits à Koursk.\n";

    /// The selected words after these keys.
    #[track_caller]
    fn check(keys: &str, want: &str) {
        let mut model = desk(&[TEXT]);
        press(&mut model, "v");
        model.selection = Some(Selection::new(span("soldats")));
        press(&mut model, keys);
        let doc = model.reader.doc.as_ref().unwrap();
        let selection = model.selection.as_ref().unwrap();
        assert_eq!(selection.words(doc).of(doc.text()), want, "{keys}");
    }

    fn span(words: &str) -> Span {
        let at = TEXT.find(words).unwrap();
        Span::new(at, at + words.len())
    }

    #[test]
    fn borders_move_by_word_letter_row_sentence_and_paragraph() {
        check("{", "12 000 soldats");
        check("{{{", "l’accord, 12 000 soldats");
        check("]]]", "soldats sont partis aujourd’hui");
        check("{{{}", "accord, 12 000 soldats");
        check("]][", "soldats sont");
        check("[", "soldats");
        check("<Right><Right>", "soldats sont partis");
        check("<Tab><Left>", "12 000 soldats");
        check("<Tab><Ctrl-Right><Ctrl-Right>", "ldats");
        check("<Ctrl-Left>", "soldat");
        check("s", "Selon l’accord, 12 000 soldats sont partis aujourd’hui.");
        check("ss", TEXT.lines().next().unwrap());
        check("p", TEXT.lines().next().unwrap());
        check("pp", TEXT.trim_end());
        check("ppp", TEXT.trim_end());
        check("<Down>", "soldats sont partis aujourd’hui. La hausse est de");
    }

    #[test]
    fn a_selection_becomes_a_claim_and_its_borders_move_in_one_step() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "v");
        model.selection = Some(Selection::new(span("5 %")));
        press(&mut model, "d");
        let item = model.reader.item().unwrap().clone();
        assert_eq!((item.span, item.verdict().unwrap().0.as_str()), (span("5 %"), "disputed"));
        press(&mut model, "v]]<Enter>");
        let item = model.reader.item().unwrap().clone();
        assert_eq!(item.span, span("5 % en Russie"));
        let own = own(&model, model.reader.item().unwrap()).unwrap().clone();
        assert_eq!((own.selector.exact.as_str(), item.own().is_some()), ("5 % en Russie", true));
        press(&mut model, "U");
        assert_eq!(model.reader.item().unwrap().span, span("5 %"));
        press(&mut model, "U");
        assert!(model.desk.books[&0].now.annotations.is_empty());
    }

    #[test]
    fn a_second_v_makes_a_new_claim_beside_the_old_one() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "v");
        model.selection = Some(Selection::new(span("12 000 soldats sont partis")));
        press(&mut model, "<Enter>vv[[u");
        assert_eq!(model.desk.books[&0].now.annotations.len(), 2);
        assert_eq!(model.reader.item().unwrap().span, span("12 000 soldats"));
        press(&mut model, "w");
        assert_ne!(model.reader.item().unwrap().span, span("12 000 soldats"));
        for _ in 0..10 {
            if model.reader.item().unwrap().span == span("12 000 soldats") {
                return;
            }
            press(&mut model, "w");
        }
        panic!("the way through overlapping claims goes around");
    }

    #[test]
    fn escape_leaves_all_as_it_was() {
        let mut model = desk(&[TEXT]);
        let effects = press(&mut model, "v]]<Esc>");
        assert!(effects.is_empty() && model.selection.is_none());
        assert!(model.desk.books[&0].now.annotations.is_empty());
    }

    #[test]
    fn the_mouse_selects_whole_words() {
        let mut model = desk(&[TEXT]);
        let pane = geometry::screen(&model).text.unwrap();
        let column = geometry::column(pane, model.settings.column);
        for (act, x) in [(MouseAct::Press, 17), (MouseAct::Drag, 25), (MouseAct::Release, 25)] {
            let stamp = stamp(&model);
            update(&mut model, Msg::Mouse(Mouse { act, x: column.x + x, y: column.y }), stamp);
        }
        assert_eq!(model.selection.unwrap().span, span("12 000 soldats"));
    }
}
