//! The model: everything the screen shows is in here.

use jiff::tz::TimeZone;

use super::desk::{ArticleId, Desk};
use super::dialog::Dialog;
use super::filter::Sieve;
use super::history::History;
use super::list::List;
use super::look::Look;
use super::note::Offer;
use super::notice::Notice;
use super::reader::{ClaimPage, Reader};
use super::repeat::Repeat;
use super::search::Search;
use super::select::Selection;
use super::signal::Stamp;
use super::tutor::Tutor;
use crate::command::{Context, Keymap};
use crate::core::annotation::{Label, VerdictId};
use crate::core::review::Level;
use crate::i18n::Lang;

/// The three panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The list of articles.
    #[default]
    Articles,
    /// The text.
    Text,
    /// The current claim.
    Claim,
}

impl Pane {
    /// Where keys are looked up while it has the focus.
    pub const fn context(self) -> Context {
        match self {
            Self::Articles => Context::Articles,
            Self::Text => Context::Text,
            Self::Claim => Context::Claim,
        }
    }
}

/// What does not change while the program runs, and a few switches that do.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The person's readable name.
    pub annotator: String,
    /// The desk's verdicts.
    pub labels: Vec<Label>,
    /// All keys.
    pub keymap: Keymap,
    /// The language of the interface.
    pub lang: Lang,
    /// The person's time zone.
    pub zone: TimeZone,
    /// Widest text column, in cells.
    pub column: u16,
    /// Rows from one line of text to the next.
    pub spacing: u16,
    /// Colours and signs.
    pub look: Look,
    /// How many claims are shown.
    pub level: Level,
    /// Whether others' verdicts stay hidden until one's own is given.
    pub blind: bool,
    /// Whether all articles are read in the background from the start.
    pub read_ahead: bool,
    /// Whether the lesson is given.
    pub lesson: bool,
    /// What to say in the first frame about the configuration.
    pub warnings: Vec<String>,
}

impl Settings {
    /// The settings of a desk without configuration.
    pub fn new(annotator: &str, lang: Lang) -> Self {
        let labels = Label::defaults();
        Self {
            annotator: annotator.to_owned(),
            keymap: Keymap::new(&labels),
            labels,
            lang,
            zone: TimeZone::UTC,
            column: 84,
            spacing: 1,
            look: Look::default(),
            level: Level::default(),
            blind: false,
            read_ahead: true,
            lesson: false,
            warnings: Vec::new(),
        }
    }

    /// The label of a verdict, unless this desk does not know it.
    pub fn label(&self, verdict: &VerdictId) -> Option<&Label> {
        self.labels.iter().find(|label| label.id == *verdict)
    }
}

/// All that changes.
#[derive(Debug)]
pub struct Model {
    /// What the program was started with.
    pub settings: Settings,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The pane that keys go to.
    pub focus: Pane,
    /// The articles and decisions.
    pub desk: Desk,
    /// The list pane.
    pub list: List,
    /// The text pane and the claim pane: the open article.
    pub reader: Reader,
    /// The filter in force.
    pub filter: Option<Sieve>,
    /// The search that is on.
    pub search: Option<Search>,
    /// The words being selected.
    pub selection: Option<Selection>,
    /// Where the mouse button went down in the text: a byte.
    pub pressed: Option<usize>,
    /// What lies over the panes.
    pub dialog: Option<Dialog>,
    /// The lesson, where it is given.
    pub tutor: Option<Tutor>,
    /// What can be undone and redone.
    pub history: History,
    /// Where jumps began, the last one last: an article and a byte.
    pub trail: Vec<(ArticleId, usize)>,
    /// A dialog could not open or save: what is typed before the screen says so was meant for
    /// it, and is dropped.
    pub refused: bool,
    /// Whether the person leaves as soon as all is on disk.
    pub leaving: bool,
    /// The last verdict, on its way to where the same is said.
    pub repeat: Repeat,
    /// A note that an earlier session left unfinished.
    pub offered: Option<Offer>,
    /// What the foot says until the next key.
    pub notice: Option<Notice>,
    /// The time of the message at hand.
    pub stamp: Stamp,
}

impl Model {
    /// An empty desk on a screen of `size` columns and rows.
    pub fn new(settings: Settings, size: (u16, u16), stamp: Stamp) -> Self {
        let notice = settings.warnings.first().map(|warning| Notice::warning(warning.clone()));
        Self {
            tutor: settings.lesson.then(Tutor::default),
            desk: Desk { stopped: !settings.read_ahead, ..Desk::default() },
            settings,
            size,
            focus: Pane::default(),
            list: List::default(),
            reader: Reader::default(),
            filter: None,
            search: None,
            selection: None,
            pressed: None,
            dialog: None,
            refused: false,
            leaving: false,
            offered: None,
            trail: Vec::new(),
            repeat: Repeat::default(),
            history: History::default(),
            notice,
            stamp,
        }
    }

    /// The screen was drawn, with this page of the claim pane where that shows:
    /// scrolling goes on from what is seen, not from what was asked for.
    pub fn drawn(&mut self, page: Option<ClaimPage>) {
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
            (None, None) => self.focus.context(),
        }
    }
}
