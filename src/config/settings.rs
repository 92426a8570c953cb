//! The table of plain settings; labels and keys have files of their own.
//!
//! Reading, `config --print` and the sample file are all made from it.

use std::path::PathBuf;

use toml::de::DeValue;

use super::source::Layer;
use super::value::{
    BY_HAND, address, choice, folder, name_of, number, or_none, paint, quoted, rhythm, switch,
    words,
};
use crate::core::claim::Level;
use crate::core::palette::{Palette, Role};
use crate::exchange::Publisher;
use crate::i18n::{Lang, Message};

/// The colours asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// What suits the terminal's ground.
    #[default]
    Auto,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
    /// Strong contrast.
    Contrast,
}

/// The keyboard's layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Any: what a layout needs and nothing else has.
    #[default]
    Auto,
    /// AZERTY: its keys of digits do without Shift what the digits do.
    Azerty,
}

/// Whether the terminal is told of links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// Where it is known to open them.
    #[default]
    Auto,
    /// Whatever it is.
    Always,
    /// Not at all.
    Never,
}

/// How claims are copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copies {
    /// As a line of text.
    #[default]
    Plain,
    /// As a quotation in Markdown.
    Markdown,
}

/// All plain settings with their values.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the file")]
pub struct Values {
    /// The person's readable name, where the user's file says it.
    pub annotator: Option<String>,
    /// The language of the interface; none: the locale's.
    pub lang: Option<Lang>,
    /// The colours.
    pub theme: Theme,
    /// Only ASCII signs.
    pub ascii: bool,
    /// Whether the terminal is told of links.
    pub links: Links,
    /// Whether the mouse is ours.
    pub mouse: bool,
    /// The keyboard's layout.
    pub layout: Layout,
    /// Widest text column, in cells.
    pub column: u16,
    /// Rows from one line of text to the next.
    pub spacing: u16,
    /// Whether paragraphs stand apart.
    pub air: bool,
    /// How many claims are shown.
    pub level: Level,
    /// Whether a verdict moves on to the next open claim.
    pub advance: bool,
    /// Whether all articles are read in the background.
    pub read_ahead: bool,
    /// The folder of the articles, below the desk.
    pub seeds: PathBuf,
    /// The folder of the decisions, below the desk.
    pub annotations: PathBuf,
    /// Whether others' verdicts stay hidden until one's own is given.
    pub blind: bool,
    /// Colours of one's own.
    pub palette: Palette,
    /// How claims are copied.
    pub copy: Copies,
    /// What opens links; none: the system's.
    pub opener: Option<String>,
    /// What `show` shows its text in on a terminal; none: `$PAGER`, else less.
    pub pager: Option<String>,
    /// Who publishes the fact checks.
    pub publisher: Publisher,
    /// How many people must say the same for a verdict to be agreed; 0 asks for nobody in particular.
    pub per_article: u16,
    /// After so many days without a step an article in work is called stalled.
    pub stalled_days: u16,
    /// The reader shares one's work whenever so many minutes are over; 0: when it is told to.
    pub sync_minutes: u16,
}

impl Default for Values {
    fn default() -> Self {
        Self {
            annotator: None,
            lang: None,
            theme: Theme::Auto,
            ascii: false,
            links: Links::Auto,
            mouse: true,
            layout: Layout::Auto,
            column: 84,
            spacing: 1,
            air: true,
            level: Level::default(),
            advance: true,
            read_ahead: true,
            seeds: "seeds".into(),
            annotations: "annotations".into(),
            blind: false,
            palette: Palette::default(),
            copy: Copies::default(),
            opener: None,
            pager: None,
            publisher: Publisher::default(),
            per_article: 1,
            stalled_days: 3,
            sync_minutes: 0,
        }
    }
}

/// One row of the table.
pub(super) struct Setting {
    /// Its name, with the table it stands in: `folders.seeds`.
    pub(super) name: &'static str,
    /// What it is for, in one line.
    pub(super) doc: &'static str,
    /// The only file that may set it, where it is not both.
    pub(super) only: Option<Layer>,
    /// Takes a value, or says what it should be.
    pub(super) set: fn(&mut Values, &DeValue<'_>) -> Result<(), Message>,
    /// The value as TOML.
    pub(super) show: fn(&Values) -> String,
}

impl Setting {
    /// Its table (empty for none) and its name there.
    pub(super) fn split(&self) -> (&'static str, &'static str) {
        self.name.split_once('.').unwrap_or(("", self.name))
    }
}

const THEMES: [(Theme, &str); 4] = [
    (Theme::Auto, "auto"),
    (Theme::Dark, "dark"),
    (Theme::Light, "light"),
    (Theme::Contrast, "contrast"),
];

const LINKS: [(Links, &str); 3] =
    [(Links::Auto, "auto"), (Links::Always, "always"), (Links::Never, "never")];

const COPIES: [(Copies, &str); 2] = [(Copies::Plain, "plain"), (Copies::Markdown, "markdown")];

const LAYOUTS: [(Layout, &str); 2] = [(Layout::Auto, "auto"), (Layout::Azerty, "azerty")];

const LANGS: [(Option<Lang>, &str); 3] =
    [(None, "auto"), (Some(Lang::En), "en"), (Some(Lang::Fr), "fr")];

/// A colour of one's own for a role.
macro_rules! colour {
    ($role:ident, $name:literal, $doc:literal) => {
        Setting {
            name: $name,
            doc: $doc,
            only: None,
            set: |v, value| paint(value).map(|paint| v.palette.set(Role::$role, paint)),
            show: |v| quoted(&v.palette.get(Role::$role).to_string()),
        }
    };
}

/// All plain settings, in the order of the sample: those of tables last, as TOML wants it.
pub(super) const SETTINGS: &[Setting] = &[
    Setting {
        name: "annotator",
        doc: "Your name, in your own file only; else git's user.name, else the login name.",
        only: Some(Layer::User),
        set: |v, value| words(value, 80).map(|name| v.annotator = Some(name)),
        show: |v| quoted(v.annotator.as_deref().unwrap_or_default()),
    },
    Setting {
        name: "lang",
        doc: "The language of the interface: auto (from the locale), en, fr.",
        only: None,
        set: |v, value| choice(value, &LANGS).map(|lang| v.lang = lang),
        show: |v| name_of(v.lang, &LANGS),
    },
    Setting {
        name: "theme",
        doc: "The colours: auto (from the terminal's ground), dark, light, contrast.",
        only: None,
        set: |v, value| choice(value, &THEMES).map(|theme| v.theme = theme),
        show: |v| name_of(v.theme, &THEMES),
    },
    Setting {
        name: "ascii",
        doc: "Only ASCII signs, for poor terminals.",
        only: None,
        set: |v, value| switch(value).map(|on| v.ascii = on),
        show: |v| v.ascii.to_string(),
    },
    Setting {
        name: "links",
        doc: "Links that the terminal opens (OSC 8): auto (where it does), always, never.",
        only: None,
        set: |v, value| choice(value, &LINKS).map(|links| v.links = links),
        show: |v| name_of(v.links, &LINKS),
    },
    Setting {
        name: "mouse",
        doc: "Whether the mouse is ours; false leaves it to the terminal.",
        only: None,
        set: |v, value| switch(value).map(|on| v.mouse = on),
        show: |v| v.mouse.to_string(),
    },
    Setting {
        name: "layout",
        doc: "The keyboard: auto, or azerty, where all keys of digits work without Shift.",
        only: None,
        set: |v, value| choice(value, &LAYOUTS).map(|layout| v.layout = layout),
        show: |v| name_of(v.layout, &LAYOUTS),
    },
    Setting {
        name: "column",
        doc: "Widest text column, in cells: 20 to 400.",
        only: None,
        set: |v, value| number(value, 20, 400).map(|n| v.column = n),
        show: |v| v.column.to_string(),
    },
    Setting {
        name: "spacing",
        doc: "Rows from one line of text to the next: 1 to 3.",
        only: None,
        set: |v, value| number(value, 1, 3).map(|n| v.spacing = n),
        show: |v| v.spacing.to_string(),
    },
    Setting {
        name: "air",
        doc: "Whether an empty row stands between paragraphs, also where the file has none.",
        only: None,
        set: |v, value| switch(value).map(|on| v.air = on),
        show: |v| v.air.to_string(),
    },
    Setting {
        name: "level",
        doc: "How many of the detected claims are shown: 1 (few) to 5 (many).",
        only: None,
        set: |v, value| {
            number(value, 1, Level::COUNT as u16).map(|n| v.level = Level::new(n as u8 - 1))
        },
        show: |v| (v.level.number() + 1).to_string(),
    },
    Setting {
        name: "advance",
        doc: "Whether a verdict moves on to the next open claim; false stays on it.",
        only: None,
        set: |v, value| switch(value).map(|on| v.advance = on),
        show: |v| v.advance.to_string(),
    },
    Setting {
        name: "read-ahead",
        doc: "Whether all articles are read in the background; false waits for the key.",
        only: None,
        set: |v, value| switch(value).map(|on| v.read_ahead = on),
        show: |v| v.read_ahead.to_string(),
    },
    Setting {
        name: "copy",
        doc: "How `Y` copies a claim: plain, or markdown.",
        only: None,
        set: |v, value| choice(value, &COPIES).map(|copy| v.copy = copy),
        show: |v| name_of(v.copy, &COPIES),
    },
    Setting {
        name: "opener.command",
        doc: "What `B` opens links with, the address behind it; empty: the system's.",
        only: Some(Layer::User),
        set: |v, value| or_none(value, |value| words(value, 400)).map(|name| v.opener = name),
        show: |v| quoted(v.opener.as_deref().unwrap_or_default()),
    },
    Setting {
        name: "pager.command",
        doc: "What `claimdesk show` shows long text in; empty: $PAGER, else less; cat: nothing.",
        only: Some(Layer::User),
        set: |v, value| or_none(value, |value| words(value, 400)).map(|name| v.pager = name),
        show: |v| quoted(v.pager.as_deref().unwrap_or_default()),
    },
    colour!(
        Accent,
        "colours.accent",
        "What draws the eye: titles, keys: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Dim,
        "colours.dim",
        "What may be overlooked: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Border,
        "colours.border",
        "Lines between panes: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Current,
        "colours.current",
        "The current claim: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Open,
        "colours.open",
        "Open claims: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Fact,
        "colours.fact",
        "Figures, dates and names in open claims: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Found,
        "colours.found",
        "Matches of a search: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Selection,
        "colours.selection",
        "Words being selected: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Warning,
        "colours.warning",
        "Warnings, verdicts to look at again: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Dispute,
        "colours.dispute",
        "What people disagree on: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Foot,
        "colours.foot",
        "The last row: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    colour!(
        Dialog,
        "colours.dialog",
        "What lies over the panes: `#rrggbb`, `on #rrggbb`, or both; empty: the theme's."
    ),
    Setting {
        name: "folders.seeds",
        doc: "The folder of the articles, inside the desk.",
        only: Some(Layer::Desk),
        set: |v, value| folder(value).map(|path| v.seeds = path),
        show: |v| quoted(&v.seeds.to_string_lossy()),
    },
    Setting {
        name: "folders.annotations",
        doc: "The folder of the decisions, inside the desk.",
        only: Some(Layer::Desk),
        set: |v, value| folder(value).map(|path| v.annotations = path),
        show: |v| quoted(&v.annotations.to_string_lossy()),
    },
    Setting {
        name: "team.blind",
        doc: "Whether others' verdicts stay hidden until one's own is given.",
        only: Some(Layer::Desk),
        set: |v, value| switch(value).map(|on| v.blind = on),
        show: |v| v.blind.to_string(),
    },
    Setting {
        name: "team.per-article",
        doc: "How many people check an article; so many must say the same for a verdict to be agreed.",
        only: Some(Layer::Desk),
        set: |v, value| number(value, 0, 9).map(|n| v.per_article = n),
        show: |v| v.per_article.to_string(),
    },
    Setting {
        name: "team.stalled-days",
        doc: "After so many days without a step an article in work is called stalled.",
        only: Some(Layer::Desk),
        set: |v, value| number(value, 1, 365).map(|n| v.stalled_days = n),
        show: |v| v.stalled_days.to_string(),
    },
    Setting {
        name: "team.sync",
        doc: "When the open reader shares your work: by-hand, or \"every 10m\" (5m to 12h) in a clone that has synced once.",
        only: None,
        set: |v, value| rhythm(value).map(|minutes| v.sync_minutes = minutes),
        show: |v| match v.sync_minutes {
            0 => quoted(BY_HAND),
            minutes => quoted(&format!("every {minutes}m")),
        },
    },
    Setting {
        name: "publish.name",
        doc: "Who publishes the fact checks, for ClaimReview.",
        only: Some(Layer::Desk),
        set: |v, value| {
            or_none(value, |value| words(value, 200)).map(|name| v.publisher.name = name)
        },
        show: |v| quoted(v.publisher.name.as_deref().unwrap_or_default()),
    },
    Setting {
        name: "publish.url",
        doc: "The publisher's address.",
        only: Some(Layer::Desk),
        set: |v, value| or_none(value, address).map(|url| v.publisher.url = url),
        show: |v| quoted(v.publisher.url.as_deref().unwrap_or_default()),
    },
    Setting {
        name: "publish.page",
        doc: "The address of one fact check; `{article}` stands for its name, `{claim}` for an id of the claim that \
              lasts, `{number}` for its number, which moves when a claim before it is marked.",
        only: Some(Layer::Desk),
        set: |v, value| or_none(value, address).map(|url| v.publisher.page = url),
        show: |v| quoted(v.publisher.page.as_deref().unwrap_or_default()),
    },
];
