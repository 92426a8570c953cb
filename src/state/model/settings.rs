//! The panes, and what the program was started with.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::look::Look;
use crate::command::{Context, Keymap};
use crate::core::annotation::{Book, Label, Notebook, VerdictId};
use crate::core::claim::Level;
use crate::core::team::roster::Roster;
use crate::core::team::status::Rules;
use crate::i18n::{Lang, Text};

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
    pub(crate) const fn context(self) -> Context {
        match self {
            Self::Articles => Context::Articles,
            Self::Text => Context::Text,
            Self::Claim => Context::Claim,
        }
    }
}

/// Who is in the team, oneself in it, and what it asks for.
#[derive(Clone, Debug)]
pub struct Team {
    /// One's own folder below the annotations.
    pub folder: String,
    /// Who is who.
    pub roster: Roster,
    /// How many people must say the same.
    pub per_article: usize,
    /// After so many days without a step an article in work is stalled.
    pub stalled_days: u16,
}

impl Default for Team {
    fn default() -> Self {
        let (folder, roster) = (String::new(), Roster::default());
        Self { folder, roster, per_article: 1, stalled_days: 3 }
    }
}

impl Team {
    /// What it asks for.
    pub(crate) const fn rules(&self) -> Rules<'_> {
        Rules { roster: &self.roster, per_article: self.per_article }
    }

    /// The folder name under which one counts.
    pub(crate) fn me(&self) -> &str {
        self.roster.person_of(&self.folder)
    }

    /// Whether one decides for the team.
    pub(crate) fn is_editor(&self) -> bool {
        self.roster.decides(self.me())
    }

    /// One's own notebook of an article together with the teammates'.
    pub(crate) fn books(&self, own: &Arc<Notebook>, team: &[Book]) -> Vec<Book> {
        let own = Book { folder: self.folder.clone(), notebook: own.clone() };
        [own].into_iter().chain(team.iter().cloned()).collect()
    }
}

/// How claims are copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// As a line of text.
    #[default]
    Plain,
    /// As a quotation in Markdown.
    Markdown,
}

/// What does not change while the program runs, and a few switches that do.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the configuration")]
pub struct Settings {
    /// The person's readable name.
    pub annotator: String,
    /// The folder of the articles, as one calls it.
    pub folder: String,
    /// The way to an article from the desk's own folder: `seeds/`, or nothing.
    pub way: String,
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
    /// Whether paragraphs stand apart.
    pub air: bool,
    /// Colours and signs.
    pub look: Look,
    /// How many claims are shown.
    pub level: Level,
    /// Who is in the team, and what it asks for.
    pub team: Team,
    /// Whether others' verdicts stay hidden until one's own is given.
    pub blind: bool,
    /// Whether a verdict moves on to the next open claim.
    pub advance: bool,
    /// Whether all articles are read in the background from the start.
    pub read_ahead: bool,
    /// Whether the lesson is given.
    pub lesson: bool,
    /// Whether to begin with deciding for the team.
    pub adjudicate: bool,
    /// Whether the desk publishes fact checks: then long claims want a short form.
    pub publishes: bool,
    /// How claims are copied.
    pub copy: Copied,
    /// What can be exported: id, what it is, and the file or folder below `exports/`.
    pub exports: Vec<(&'static str, Text, String)>,
    /// What to say in the first frame about the configuration.
    pub warnings: Vec<String>,
}

impl Settings {
    /// The settings of a desk without configuration.
    pub fn new(annotator: &str, lang: Lang) -> Self {
        let labels = Label::defaults();
        Self {
            annotator: annotator.to_owned(),
            folder: "seeds/".to_owned(),
            way: "seeds/".to_owned(),
            keymap: Keymap::new(&labels),
            labels,
            lang,
            zone: TimeZone::UTC,
            column: 84,
            spacing: 1,
            air: true,
            look: Look::default(),
            level: Level::default(),
            team: Team::default(),
            blind: false,
            advance: true,
            read_ahead: true,
            lesson: false,
            adjudicate: false,
            publishes: false,
            copy: Copied::default(),
            exports: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// The label of a verdict, unless this desk does not know it.
    pub(crate) fn label(&self, verdict: &VerdictId) -> Option<&Label> {
        self.labels.iter().find(|label| label.id == *verdict)
    }
}
