//! Evidence on a claim: links and quotes, what they do to it, and going there.
//!
//! The dialog holds all pieces of the claim, the last one new and empty, and
//! shows one at a time as a form. Keeping them is one step of undo.

use jiff::civil::Date;

use crate::command::{Command, Context, Key};
use crate::core::annotation::link::{is_link, link};
use crate::core::annotation::{Evidence, Stance};
use crate::i18n::messages as say;
use crate::state::act::related::next_stance;
use crate::state::act::{follow, verdict};
use crate::state::model::about::About;
use crate::state::model::editor::Editor;
use crate::state::model::notice::Notice;
use crate::state::model::unfinished::Written;
use crate::state::model::{Dialog, Model, Out};
use crate::state::query::annotation;

/// The fields to write in, in the order of the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Field {
    /// Where it is found.
    #[default]
    Link,
    /// What it is called.
    Title,
    /// Its words.
    Quote,
    /// The day it was looked at.
    Accessed,
    /// A copy that was kept: the address of an archive, or a file below `originals/`.
    Copy,
}

impl Field {
    /// All of them.
    pub(crate) const ALL: [Self; 5] =
        [Self::Link, Self::Title, Self::Quote, Self::Accessed, Self::Copy];

    const fn index(self) -> usize {
        self as usize
    }
}

/// Evidence being added or changed.
#[derive(Debug)]
pub(crate) struct EvidenceDialog {
    /// The claim.
    pub about: About,
    /// All pieces; the one in the form as it was when the form turned to it.
    pub pieces: Vec<Evidence>,
    /// The pieces before.
    before: Vec<Evidence>,
    /// Which one is in the form.
    pub at: usize,
    /// What it does to the claim.
    pub stance: Stance,
    /// The field that keys go to.
    pub focus: Field,
    editors: [Editor; 5],
}

/// Opens the dialog on a new piece for the claim on these words.
pub(super) fn open(model: &mut Model, about: About) {
    let own = annotation::about(model, &about);
    let known = own.map(|own| own.evidence.clone()).unwrap_or_default();
    // Days are kept as times are: in UTC.
    let today = model.stamp.now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    model.dialog = Some(Box::new(EvidenceDialog::new(about, &known, today)));
}

impl Dialog for EvidenceDialog {
    fn opened_by(&self) -> Command {
        Command::AddEvidence
    }

    fn context(&self) -> Context {
        Context::Evidence
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::NextField => self.move_focus(1),
            Command::PreviousField => self.move_focus(Field::ALL.len() - 1),
            Command::TurnStance => self.stance = next_stance(self.stance),
            Command::NextPiece => self.turn_to(Some(self.at + 1)),
            Command::PreviousPiece => self.turn_to(self.at.checked_sub(1)),
            Command::RemovePiece => self.remove(),
            Command::EraseAll => self.editors[self.focus.index()].erase(),
            Command::Accept => return self.keep(model),
            Command::Cancel => {
                self.keep_form();
                return Out::leave(Vec::new());
            }
            _ => {}
        }
        Out::default()
    }

    fn key(&mut self, _model: &mut Model, key: Key) -> Out {
        let known = self.editors[self.focus.index()].key(key);
        if known { Out::default() } else { Out::ignored() }
    }

    fn about(&mut self) -> Option<&mut About> {
        Some(&mut self.about)
    }

    fn unsaved(&self) -> Option<About> {
        (self.said() != self.before).then(|| self.about.clone())
    }

    fn written(&self) -> Option<(Written, Written)> {
        let written = |evidence| Written { texts: Vec::new(), evidence };
        Some((written(self.said()), written(self.before.clone())))
    }

    /// Pieces that were added elsewhere meanwhile stay.
    fn go_on(&mut self, now: Written, before: Written) {
        let known = |piece: &Evidence| self.before.iter().find(|known| is_same(known, piece));
        let fresh = self.pieces.pop().unwrap_or_default();
        let come = self.before.iter().filter(|known| {
            !before.evidence.iter().chain(&now.evidence).any(|piece| is_same(known, piece))
        });
        let typed = now.evidence.iter().map(|piece| known(piece).unwrap_or(piece));
        self.pieces = come.chain(typed).cloned().chain([fresh]).collect();
        // What was typed last is in the form.
        let last = self.pieces.iter().rposition(|piece| !is_blank(piece) && known(piece).is_none());
        self.fill(last.unwrap_or(self.pieces.len() - 1));
    }

    /// A link goes to the field of links, wherever the cursor is.
    fn paste(&mut self, _model: &mut Model, text: &str) -> Out {
        let links = &mut self.editors[Field::Link.index()];
        if is_link(text.trim()) {
            links.erase();
            links.paste(text.trim());
        } else {
            self.editors[self.focus.index()].paste(text);
        }
        Out::default()
    }
}

impl EvidenceDialog {
    fn new(about: About, known: &[Evidence], today: Date) -> Self {
        let fresh = Evidence { accessed: Some(today.to_string()), ..Evidence::default() };
        let pieces: Vec<_> = known.iter().cloned().chain([fresh]).collect();
        let mut dialog = Self {
            about,
            at: 0,
            stance: Stance::default(),
            focus: Field::Link,
            editors: [""; 5].map(Editor::line),
            before: known.to_vec(),
            pieces,
        };
        dialog.fill(known.len());
        dialog
    }

    /// What is written in a field.
    pub(crate) fn editor(&self, field: Field) -> &Editor {
        &self.editors[field.index()]
    }

    /// Whether the piece in the form is new.
    pub(crate) fn is_new(&self) -> bool {
        self.at + 1 == self.pieces.len()
    }

    /// The piece in the form, as written so far.
    pub(crate) fn piece(&self) -> Evidence {
        let text = |field: Field| {
            let text = self.editor(field).text();
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        let url = text(Field::Link).map(|url| link(&url).unwrap_or(url));
        let title = text(Field::Title);
        // A day says when a source was looked at; words of the desk's articles need none.
        let accessed = text(Field::Accessed).filter(|_| url.is_some() || title.is_some());
        let before = &self.pieces[self.at];
        let (archive_url, archived) = match text(Field::Copy) {
            copy if copy == copy_of(before) => {
                (before.archive_url.clone(), before.archived.clone())
            }
            Some(copy) if is_link(&copy) => (Some(copy), None),
            copy => (None, copy),
        };
        Evidence {
            stance: self.stance,
            quote: text(Field::Quote),
            url,
            title,
            accessed,
            archive_url,
            archived,
            ..before.clone()
        }
    }

    /// Puts a piece into the form.
    fn fill(&mut self, at: usize) {
        let piece = &self.pieces[at];
        let copy = copy_of(piece);
        let texts = [&piece.url, &piece.title, &piece.quote, &piece.accessed, &copy];
        self.editors = texts.map(|text| Editor::line(text.as_deref().unwrap_or_default()));
        self.stance = piece.stance;
        self.focus = if piece.article.is_some() { Field::Quote } else { Field::Link };
        self.at = at;
    }

    fn turn_to(&mut self, at: Option<usize>) {
        if let Some(at) = at.filter(|at| *at < self.pieces.len()) {
            self.keep_form();
            self.fill(at);
        }
    }

    /// Takes the form's words over; a new piece that says nothing keeps its day.
    fn keep_form(&mut self) {
        let piece = self.piece();
        if !is_blank(&piece) || !self.is_new() {
            self.pieces[self.at] = piece;
        }
    }

    /// All pieces that say something, that of the form as it is written so far.
    fn said(&self) -> Vec<Evidence> {
        let mut pieces = self.pieces.clone();
        pieces[self.at] = self.piece();
        pieces.retain(|piece| !is_blank(piece));
        pieces
    }

    /// Removes the piece in the form; a new one is emptied.
    fn remove(&mut self) {
        if self.is_new() {
            let accessed = self.pieces[self.at].accessed.take();
            self.pieces[self.at] = Evidence { accessed, ..Evidence::default() };
        } else {
            self.pieces.remove(self.at);
        }
        self.fill(self.at);
    }

    fn move_focus(&mut self, by: usize) {
        self.focus = Field::ALL[(self.focus.index() + by) % Field::ALL.len()];
    }

    /// Keeps all pieces, unless one cannot be kept as it is: then the form shows it.
    fn keep(&mut self, model: &mut Model) -> Out {
        if follow::is_stranded(model, &self.about) {
            return Out::default();
        }
        self.keep_form();
        let wrong =
            self.pieces.iter().enumerate().find_map(|(at, piece)| Some((at, fault(piece)?)));
        if let Some((at, field)) = wrong {
            let text = match field {
                Field::Link => say::NOT_A_LINK,
                Field::Copy => say::NOT_A_COPY,
                _ => say::NOT_A_DAY,
            };
            model.notice = Some(Notice::warning(text.to(model.settings.lang)));
            self.fill(at);
            self.focus = field;
            return Out::default();
        }
        let mut pieces = std::mem::take(&mut self.pieces);
        pieces.retain(|piece| !is_blank(piece));
        Out::close(verdict::set(model, &self.about, |a| a.evidence = pieces))
    }
}

/// The copy that the form shows: that of an archive, else the file.
fn copy_of(piece: &Evidence) -> Option<String> {
    piece.archive_url.clone().or_else(|| piece.archived.clone())
}

/// Whether a piece says nothing.
fn is_blank(piece: &Evidence) -> bool {
    let Evidence { article, quote, url, title, extra, archived, archive_url, .. } = piece;
    [article, quote, url, title, archived, archive_url].iter().all(|text| text.is_none())
        && extra.is_empty()
}

/// Whether two pieces say the same, apart from what only newer versions know.
fn is_same(a: &Evidence, b: &Evidence) -> bool {
    Evidence { extra: Vec::new(), ..a.clone() } == Evidence { extra: Vec::new(), ..b.clone() }
}

/// The field that says something it cannot say.
fn fault(piece: &Evidence) -> Option<Field> {
    if piece.url.as_deref().is_some_and(|url| !is_link(url)) {
        return Some(Field::Link);
    }
    if piece.archived.as_deref().is_some_and(|file| !is_kept_file(file)) {
        return Some(Field::Copy);
    }
    let day = piece.accessed.as_deref().filter(|_| !is_blank(piece));
    day.is_some_and(|day| day.parse::<Date>().is_err()).then_some(Field::Accessed)
}

/// Whether a name stays below `originals/`.
fn is_kept_file(name: &str) -> bool {
    let mut parts = name.split('/');
    parts.next() == Some("originals")
        && parts.clone().next().is_some()
        && parts.all(|part| !["", ".", ".."].contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::signal::{Effect, Msg};
    use crate::state::model::work::Job;
    use crate::state::testing::{desk, press, stamp};
    use crate::state::update;

    const TEXT: &str = "Selon Séoul, 12 000 soldats nord-coréens sont en Russie.\n";

    fn evidence(model: &Model) -> Vec<Evidence> {
        let own = model.reader.item().and_then(|item| annotation::own(model, item));
        own.map(|own| own.evidence.clone()).unwrap_or_default()
    }

    fn focus(model: &Model) -> Field {
        model.dialog::<EvidenceDialog>().expect("the form is open").focus
    }

    fn paste(model: &mut Model, text: &str) {
        let stamp = stamp(model);
        update(model, Msg::Paste(text.to_owned()), stamp);
    }

    #[test]
    fn a_link_pasted_and_one_typed_leave_the_cursor_where_it_is() {
        let link = "https://example.org/a";
        for is_pasted in [true, false] {
            let mut model = desk(&[TEXT]);
            press(&mut model, "e");
            match is_pasted {
                true => paste(&mut model, link),
                false => drop(press(&mut model, link)),
            }
            press(&mut model, "<Tab>Titre<Tab>Mots<Enter>");
            let kept = &evidence(&model)[0];
            assert_eq!(kept.url.as_deref(), Some(link), "{is_pasted}");
            let texts = (kept.title.as_deref(), kept.quote.as_deref());
            assert_eq!(texts, (Some("Titre"), Some("Mots")), "{is_pasted}");
        }
    }

    #[test]
    fn a_pasted_link_finds_its_field_and_the_day_is_filled_in() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "e<Tab><Tab>1 500 hommes");
        paste(&mut model, " https://example.org/a\n");
        press(&mut model, "<Ctrl-T>");
        let effects = press(&mut model, "<Enter>");
        assert!(matches!(effects[..], [Effect::Save { .. }]), "{effects:?}");
        let want = Evidence {
            stance: Stance::Supports,
            quote: Some("1 500 hommes".into()),
            url: Some("https://example.org/a".into()),
            accessed: Some("1970-01-01".into()),
            ..Evidence::default()
        };
        assert_eq!(evidence(&model), [want]);
    }

    #[test]
    fn pieces_are_changed_and_removed_and_all_is_one_step() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "eexample.org/a<Enter>eexample.org/b<Tab>B<Enter>");
        assert_eq!(evidence(&model).len(), 2);
        press(&mut model, "e<PgUp><PgUp><Ctrl-X><Tab> bis<Enter>");
        let left = evidence(&model);
        assert_eq!((left.len(), left[0].title.as_deref()), (1, Some("B bis")));
        assert_eq!(left[0].url.as_deref(), Some("https://example.org/b"));
        press(&mut model, "U");
        assert_eq!(evidence(&model).len(), 2);
    }

    #[test]
    fn what_is_no_link_or_no_day_stays_in_the_form() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "ehier soir<Enter>");
        assert_eq!(focus(&model), Field::Link);
        press(&mut model, "<Ctrl-U>example.org<Tab><Tab><Tab><Ctrl-U>hier<Enter>");
        assert_eq!(focus(&model), Field::Accessed);
        press(&mut model, "<Ctrl-U>2026-11-20<Enter>");
        assert_eq!(evidence(&model)[0].accessed.as_deref(), Some("2026-11-20"));
    }

    #[test]
    fn a_copy_is_an_address_or_a_kept_file() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "eexample.org<Tab><Tab><Tab><Tab>../secret<Enter>");
        assert_eq!(focus(&model), Field::Copy);
        press(&mut model, "<Ctrl-U>originals/a.html<Enter>");
        assert_eq!(evidence(&model)[0].archived.as_deref(), Some("originals/a.html"));
        press(&mut model, "e<PgUp><Tab><Tab><Tab><Tab><Ctrl-U>https://archive.org/a<Enter>");
        let kept = &evidence(&model)[0];
        let copies = (kept.archived.as_deref(), kept.archive_url.as_deref());
        assert_eq!(copies, (None, Some("https://archive.org/a")));
    }

    #[test]
    fn nothing_written_or_dropped_changes_nothing() {
        let mut model = desk(&[TEXT]);
        assert!(press(&mut model, "e<Enter>e<Esc>ewww.a.org<Ctrl-C>").is_empty());
        assert!(evidence(&model).is_empty() && model.dialog.is_none());
    }

    #[test]
    fn of_several_links_one_is_chosen() {
        let mut model = desk(&[TEXT]);
        let opened = |effects: Vec<Effect>| {
            let urls = effects.into_iter().filter_map(|effect| match effect {
                Effect::Work(Job::Browse(url)) => Some(url),
                _ => None,
            });
            urls.collect::<Vec<_>>()
        };
        press(&mut model, "ea.org<Enter>");
        assert_eq!(opened(press(&mut model, "B")), ["https://a.org"]);
        press(&mut model, "eb.org<Enter>");
        assert_eq!(opened(press(&mut model, "Bj<Enter>")), ["https://b.org"]);
    }
}
