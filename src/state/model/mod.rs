//! The model: everything the screen shows is in here, as types that know no
//! handler. What lies over the panes is known by its trait alone.

pub(crate) mod about;
pub(crate) mod adjudication;
pub(crate) mod bulk;
pub(crate) mod decided;
pub(crate) mod desk;
pub(crate) mod divergence;
pub(crate) mod editor;
pub(crate) mod filter;
pub(crate) mod follow;
pub(crate) mod history;
pub(crate) mod hits;
pub(crate) mod list;
pub mod look;
pub mod mark;
pub(crate) mod notice;
pub(crate) mod offer;
pub(crate) mod picker;
pub(crate) mod preview;
pub(crate) mod reader;
pub(crate) mod related;
pub(crate) mod repeat;
mod scroll;
pub(crate) mod search;
pub(crate) mod selection;
pub(crate) mod settings;
pub(crate) mod sharing;
pub(crate) mod sign;
pub mod signal;
pub(crate) mod story;
pub(crate) mod summary;
pub(crate) mod sums;
pub(crate) mod tutor;
pub(crate) mod unfinished;
pub(crate) mod widths;
pub(crate) mod work;

use std::any::Any;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Debug;

use jiff::civil::Date;
use ratatui::layout::Rect;

use crate::command::{Action, Command, Context, Key};
use crate::i18n::Text;
use about::About;
use adjudication::Adjudication;
use decided::Decided;
use desk::{ArticleId, Desk};
use filter::ActiveFilter;
use follow::Follow;
use history::History;
use list::List;
use mark::Marks;
use notice::Notice;
use offer::Offer;
use preview::{Place, Previews};
use reader::{ClaimPage, Reader};
use repeat::Repeat;
use search::Search;
use selection::Selection;
use settings::{Pane, Settings};
use sharing::Sharing;
use signal::{Effect, Stamp};
use story::Stories;
use tutor::Tutor;
use unfinished::{Left, Written};
use widths::Widths;

/// All that changes.
#[derive(Debug)]
pub struct Model {
    /// What the program was started with.
    pub settings: Settings,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// How wide the person made the panes.
    pub widths: Widths,
    /// The pane that keys go to.
    pub focus: Pane,
    /// The articles and decisions.
    pub desk: Desk,
    /// Which articles belong together, once all were read.
    pub stories: Stories,
    /// The list pane.
    pub list: List,
    /// The text pane and the claim pane: the open article.
    pub reader: Reader,
    /// How the clone stands to the others.
    pub sharing: Sharing,
    /// Whether and how one decides for the team.
    pub adjudication: Option<Adjudication>,
    /// The filter in force.
    pub filter: Option<ActiveFilter>,
    /// The search that is on.
    pub search: Option<Search>,
    /// The words being selected.
    pub selection: Option<Selection>,
    /// Where the mouse button went down in the text: a byte.
    pub pressed: Option<usize>,
    /// What lies over the panes.
    pub dialog: Option<Box<dyn Dialog>>,
    /// The lesson, where it is given.
    pub tutor: Option<Tutor>,
    /// What can be undone and redone.
    pub history: History,
    /// Where jumps began, the last one last: an article and a byte.
    pub trail: Vec<(ArticleId, usize)>,
    /// Where one came back from, the last one last, until another jump.
    pub ahead: Vec<(ArticleId, usize)>,
    /// A dialog could not open or save: what is typed before the screen says so was meant for
    /// it, and is dropped.
    pub refused: bool,
    /// Whether the person leaves as soon as all is on disk.
    pub leaving: bool,
    /// Whether the person agreed to lose what is not on disk.
    pub loses: bool,
    /// What is to be said once the screen is given back.
    pub farewell: Option<String>,
    /// The claims that the person marked.
    pub marks: Marks,
    /// The articles in which no claim stands out that were gone through once no claim was open.
    pub weak_seen: BTreeSet<ArticleId>,
    /// The last verdict, on its way to where the same is said.
    pub repeat: Repeat,
    /// The claim decided last.
    pub decided: Option<Decided>,
    /// What was typed into dialogs and not saved.
    pub drafts: Vec<Box<dyn Dialog>>,
    /// What earlier readers left of such.
    pub left: Vec<Left>,
    /// What was typed last into the lines of searches, by what opens them.
    pub typed: HashMap<Command, String>,
    /// What is opened as soon as its article is there.
    pub offered: Option<Offer>,
    /// Texts that are looked at without being opened.
    pub previews: Previews,
    /// What the foot says until the next key.
    pub notice: Option<Notice>,
    /// The time of the message at hand.
    pub stamp: Stamp,
}

impl Model {
    /// Which day it is where the person is.
    pub(crate) fn today(&self) -> Date {
        self.settings.zone.to_datetime(self.stamp.now).date()
    }

    /// An empty desk on a screen of `size` columns and rows.
    pub(crate) fn new(settings: Settings, size: (u16, u16), stamp: Stamp) -> Self {
        let notice = settings.warnings.first().map(|warning| Notice::warning(warning.clone()));
        Self {
            tutor: settings.lesson.then(Tutor::default),
            desk: Desk::new(settings.read_ahead),
            reader: Reader::new(settings.air),
            settings,
            size,
            widths: Widths::default(),
            focus: Pane::default(),
            stories: Stories::default(),
            list: List::default(),
            sharing: Sharing::default(),
            adjudication: None,
            filter: None,
            search: None,
            selection: None,
            pressed: None,
            dialog: None,
            refused: false,
            leaving: false,
            loses: false,
            farewell: None,
            decided: None,
            drafts: Vec::new(),
            left: Vec::new(),
            typed: HashMap::new(),
            offered: None,
            marks: Marks::default(),
            weak_seen: BTreeSet::new(),
            previews: Previews::default(),
            trail: Vec::new(),
            ahead: Vec::new(),
            repeat: Repeat::default(),
            history: History::default(),
            notice,
            stamp,
        }
    }

    /// The screen was drawn, with this page of the claim pane where that shows:
    /// scrolling goes on from what is seen, not from what was asked for.
    pub(crate) fn drawn(&mut self, page: Option<ClaimPage>) {
        self.refused = false;
        if let Some(page) = page {
            (self.reader.claim_top, self.reader.related_rows) = (page.top, page.related);
        }
    }

    /// Where keys are looked up now.
    pub fn context(&self) -> Context {
        match (&self.dialog, &self.selection) {
            (Some(dialog), _) => dialog.context(),
            (None, Some(_)) => Context::Select,
            (None, None) if self.adjudication.is_some() && self.focus != Pane::Articles => {
                Context::Adjudicate
            }
            (None, None) => self.focus.context(),
        }
    }

    /// The open dialog, where it is of this kind.
    pub(crate) fn dialog<D: Dialog>(&self) -> Option<&D> {
        let dialog: &dyn Any = self.dialog.as_deref()?;
        dialog.downcast_ref()
    }

    /// The same, to change it.
    pub(crate) fn dialog_mut<D: Dialog>(&mut self) -> Option<&mut D> {
        let dialog: &mut dyn Any = self.dialog.as_deref_mut()?;
        dialog.downcast_mut()
    }
}

/// What lies over the panes: at most one thing at a time.
///
/// While a method runs that may change the model, the dialog is taken out of it and
/// `Model::dialog` is empty; [`Out::then`] says whether it comes back.
pub trait Dialog: Any + Debug {
    /// The command that opens it.
    fn opened_by(&self) -> Command;

    /// Where keys are looked up while it is open.
    fn context(&self) -> Context;

    /// Carries out a command.
    fn run(&mut self, model: &mut Model, command: Command) -> Out;

    /// Takes a key that is no command.
    fn key(&mut self, _model: &mut Model, _key: Key) -> Out {
        Out::ignored()
    }

    /// Takes pasted text.
    fn paste(&mut self, _model: &mut Model, _text: &str) -> Out {
        Out::default()
    }

    /// Where the mouse meets it; none where a click beside it means nothing, since a
    /// slip of the hand would cost too much.
    fn overlay(&self, _model: &Model) -> Option<Overlay> {
        None
    }

    /// The places of articles that it shows, so that their texts are at hand.
    fn places(&self, _model: &Model) -> Vec<Place> {
        Vec::new()
    }

    /// Selects the entry in a visible row of its list; gives the command that takes it.
    fn choose(&mut self, _model: &Model, _row: usize) -> Option<Command> {
        None
    }

    /// What the wheel does: down, up.
    fn wheel(&self) -> Option<(Command, Command)> {
        None
    }

    /// Whether the key that opens does something here.
    fn can_open(&self) -> bool {
        true
    }

    /// What that key does, where it opens nothing.
    fn opening(&self) -> Option<Text> {
        None
    }

    /// Whether the keys that turn to another pane turn to another view of it.
    fn has_views(&self) -> bool {
        false
    }

    /// What a click beside it does: where Enter keeps what was written, it is kept.
    fn beside(&self) -> Command {
        Command::Cancel
    }

    /// What it is written about.
    fn about(&mut self) -> Option<&mut About> {
        None
    }

    /// What it is written about, where something was typed that is not saved; no words for the
    /// article.
    fn unsaved(&self) -> Option<About> {
        None
    }

    /// What was typed that is not saved, and what stood there before, for another reader to go on with; none
    /// where no words of it are kept.
    fn written(&self) -> Option<(Written, Written)> {
        None
    }

    /// Goes on with what another reader left.
    fn go_on(&mut self, _now: Written, _before: Written) {}

    /// The text of an article is another: the places in it that it leads to are those of the same
    /// words. What it is written about is looked after by who calls this.
    fn follow(&mut self, _to: &Follow<'_>) {}

    /// What is typed into its line, which comes back selected when it is opened again.
    fn typed(&self) -> Option<String> {
        None
    }

    /// The dialog it was opened over, which is shown again after it.
    fn under(&mut self) -> Option<&mut Box<dyn Dialog>> {
        None
    }
}

/// Whether a dialog that was left is that of a command on these words.
pub(in crate::state) fn is_draft(left: &dyn Dialog, by: Command, about: &About) -> bool {
    left.opened_by() == by && left.unsaved().is_some_and(|its| its.is(about))
}

/// Where the mouse meets what lies over the panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// Its box.
    pub area: Rect,
    /// Its list, a row a line; empty where it has none.
    pub list: Rect,
}

impl Overlay {
    /// A box without a list.
    pub(crate) fn of(area: Rect) -> Self {
        Self { area, list: Rect::default() }
    }
}

/// What a dialog gives back.
#[derive(Debug, Default)]
pub struct Out {
    /// What the outer world should do.
    pub effects: Vec<Effect>,
    /// How it goes on.
    pub then: Then,
}

/// How it goes on after a dialog took a key.
#[derive(Debug, Default)]
pub enum Then {
    /// The dialog stays.
    #[default]
    Stay,
    /// It is closed.
    Close,
    /// It is closed without saving: what was typed comes back when it is opened again.
    Leave,
    /// The dialog stays: it has no such key.
    Ignored,
    /// Another one comes in its place.
    Show(Box<dyn Dialog>),
    /// It is closed, and this is done where the person was before.
    Act(Action),
}

impl Out {
    /// The dialog stays.
    pub(crate) fn stay(effects: Vec<Effect>) -> Self {
        Self { effects, then: Then::Stay }
    }

    /// The dialog is closed.
    pub(crate) fn close(effects: Vec<Effect>) -> Self {
        Self { effects, then: Then::Close }
    }

    /// The dialog is closed without saving.
    pub(crate) fn leave(effects: Vec<Effect>) -> Self {
        Self { effects, then: Then::Leave }
    }

    /// The dialog has no such key.
    pub(crate) fn ignored() -> Self {
        Self { effects: Vec::new(), then: Then::Ignored }
    }

    /// Another dialog comes in its place.
    pub(crate) fn show(effects: Vec<Effect>, dialog: Box<dyn Dialog>) -> Self {
        Self { effects, then: Then::Show(dialog) }
    }
}
