//! A list to choose from: differences, facts, what needs a look. Each line may
//! lead to a place; coming back is `back`, as after any jump.

use std::borrow::Cow;
use std::fmt;

use crate::command::{Command, Context, Key};
use crate::i18n::{Text, messages as say, team as words};
use crate::state::act::{related, settle};
use crate::state::model::desk::ArticleId;
use crate::state::model::divergence::Divergence;
use crate::state::model::follow::Follow;
use crate::state::model::list::scrolled;
use crate::state::model::notice::Notice;
use crate::state::model::preview::Place;
use crate::state::model::reader::Target;
use crate::state::model::signal::Effect;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::geometry::{self, ListBox};
use crate::state::query::keys;
use crate::state::query::names::title;

/// How a line looks: the theme decides what that means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Running text.
    Plain,
    /// What may be overlooked.
    Dim,
    /// What needs a look.
    Warning,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// What several groups stand under, with something short at its right.
    Title(String, String),
    /// The head of a group, with something short at its right.
    Head(String, String),
    /// The words that the entry above is taken from.
    Quote(String),
    /// The head of a group that is confirmed as a whole, by a key on it.
    All {
        /// What it holds.
        text: String,
        /// How to confirm it.
        detail: String,
    },
    /// An entry.
    Entry {
        /// Its words.
        text: String,
        /// More, behind it and less loud.
        detail: String,
        /// How it looks.
        tone: Tone,
        /// Where it leads: an article and a place in it.
        target: Option<(ArticleId, Target)>,
    },
    /// An entry that is worded when it shows, since there may be thousands: of an article, the
    /// one of this number.
    Later(ArticleId, usize),
    /// The head of so many of them.
    LaterHead(ArticleId, usize),
    /// Nothing.
    Blank,
}

impl Row {
    /// Whether the selection can stand on it.
    const fn is_entry(&self) -> bool {
        matches!(self, Self::Entry { .. } | Self::Later(..) | Self::All { .. })
    }

    /// Whether it leads to a place.
    const fn leads(&self) -> bool {
        matches!(self, Self::Entry { target: Some(_), .. } | Self::Later(..))
    }
}

/// Words an entry that waited until it shows: in this view, of this article, the one of this number.
pub(super) struct Wording(Box<Word>);

type Word = dyn Fn(&Model, usize, ArticleId, usize) -> Row;

impl Wording {
    /// One by this function.
    pub(super) fn new(word: impl Fn(&Model, usize, ArticleId, usize) -> Row + 'static) -> Self {
        Self(Box::new(word))
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wording")
    }
}

/// The dialog.
#[derive(Debug)]
pub(crate) struct Browse {
    /// The command it was opened by.
    pub by: Command,
    /// Its title.
    pub title: Text,
    /// What to say where there is nothing.
    pub empty: Text,
    /// The lines; none while they are being gathered.
    pub rows: Option<Vec<Row>>,
    /// How those are worded that wait until they show.
    wording: Option<Wording>,
    /// The selected line.
    pub selected: usize,
    /// The first visible line.
    pub top: usize,
    /// The ways to look at it; none where there is one.
    pub views: Option<Views>,
    /// What is looked at beside it, with the same keys as another view.
    pub beside: Option<Beside>,
    /// A command that closes it and does something.
    pub does: Option<(Command, Effect)>,
    /// The facts on which its lines differ, to show them side by side.
    pub facts: Vec<Divergence>,
}

/// Makes what is looked at beside a list.
type Beside = fn(&Model) -> Box<dyn Dialog>;

/// Several ways to look at a list, one at a time.
#[derive(Clone, Debug)]
pub(crate) struct Views {
    /// What each is called, with its number.
    pub names: Vec<String>,
    /// The one that shows.
    pub current: usize,
    /// What is said beside them.
    pub note: String,
    /// The lines of a view.
    rows: fn(&Model, usize) -> Vec<Row>,
}

impl Views {
    /// These views, each with how many lines it has; the first that has some is shown.
    pub(super) fn new(
        names: Vec<(String, usize)>,
        note: String,
        rows: fn(&Model, usize) -> Vec<Row>,
    ) -> Self {
        let current = names.iter().position(|(_, count)| *count > 0).unwrap_or(0);
        let names = names.into_iter().map(|(name, count)| format!("{name} {count}")).collect();
        Self { names, current, note, rows }
    }
}

/// Opens a list.
pub(super) fn open(
    model: &mut Model,
    by: Command,
    title: Text,
    empty: Text,
    rows: Option<Vec<Row>>,
) {
    let mut browse = Browse::new(by, title, empty);
    if let Some(rows) = rows {
        browse.fill(rows);
    }
    model.dialog = Some(Box::new(browse));
}

/// A list with something beside it.
pub(super) fn with_beside(
    by: Command,
    title: Text,
    (rows, wording): (Vec<Row>, Wording),
    beside: Beside,
) -> Box<dyn Dialog> {
    let mut browse = Browse::new(by, title, title);
    (browse.beside, browse.wording) = (Some(beside), Some(wording));
    browse.fill(rows);
    Box::new(browse)
}

/// Opens a list that can be looked at in several ways.
pub(super) fn open_views(
    model: &mut Model,
    by: Command,
    (title, empty): (Text, Text),
    views: Views,
    wording: Wording,
) {
    let (first, views, wording) = (views.current, Some(views), Some(wording));
    let mut browse = Browse { wording, views, ..Browse::new(by, title, empty) };
    browse.show(model, first);
    model.dialog = Some(Box::new(browse));
}

impl Dialog for Browse {
    fn opened_by(&self) -> Command {
        self.by
    }

    fn context(&self) -> Context {
        Context::Browse
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        if let Some((_, effect)) = self.does.take_if(|(does, _)| *does == command) {
            return Out::close(vec![effect]);
        }
        let (at, visible) = (self.selected, self.visible(model));
        match command {
            Command::Next => self.select(at + 1, true, visible),
            Command::Previous => self.select(at.saturating_sub(1), false, visible),
            Command::PageDown => self.select(at + visible, true, visible),
            Command::PageUp => self.select(at.saturating_sub(visible), false, visible),
            Command::Top => self.select(0, true, visible),
            Command::Bottom => self.select(usize::MAX, false, visible),
            Command::Open => {
                let Some(Place { article, target }) = self.place(model) else {
                    return Out::default();
                };
                return Out::close(related::jump(model, article, target));
            }
            Command::Confirm => {
                return self.confirm(model);
            }
            Command::NextPane | Command::PreviousPane if self.beside.is_some() => {
                let beside = self.beside.map(|beside| beside(model));
                return beside.map_or_else(Out::default, |beside| Out::show(Vec::new(), beside));
            }
            Command::NextPane | Command::PreviousPane => {
                self.turn(model, command == Command::NextPane);
            }
            Command::Cancel => {
                if self.by == Command::Sync {
                    model.sharing.busy = false;
                }
                return Out::close(Vec::new());
            }
            _ => {}
        }
        Out::default()
    }

    fn key(&mut self, model: &mut Model, key: Key) -> Out {
        let digit = key.typed().and_then(|c| c.to_digit(10)).and_then(|n| n.checked_sub(1));
        let known = self.views.as_ref().map_or(0, |views| views.names.len());
        match digit.map(|n| n as usize).filter(|view| *view < known) {
            Some(view) => {
                self.show(model, view);
                Out::default()
            }
            None => Out::ignored(),
        }
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        Some(geometry::picking(self.boxed(model)))
    }

    fn places(&self, model: &Model) -> Vec<Place> {
        self.place(model).into_iter().collect()
    }

    fn choose(&mut self, _model: &Model, row: usize) -> Option<Command> {
        let line = self.top + row;
        let entry = self.rows.iter().flatten().nth(line).is_some_and(Row::is_entry);
        self.selected = if entry { line } else { self.selected };
        entry.then_some(Command::Open)
    }

    fn can_open(&self) -> bool {
        let does = self.does.as_ref().is_some_and(|(command, _)| *command == Command::Open);
        let row = self.rows.iter().flatten().nth(self.selected);
        does || row.is_some_and(Row::leads)
    }

    fn opening(&self) -> Option<Text> {
        (self.by == Command::Sync).then_some(words::SHARE)
    }

    fn has_views(&self) -> bool {
        self.views.is_some() || self.beside.is_some()
    }

    fn follow(&mut self, to: &Follow<'_>) {
        for row in self.rows.iter_mut().flatten() {
            let Row::Entry { target, .. } = row else { continue };
            let moved = |(article, at): (ArticleId, Target)| match article == to.article {
                true => Some((article, at.follow(to)?)),
                false => Some((article, at)),
            };
            *target = target.and_then(moved);
        }
        for voice in self.facts.iter_mut().flat_map(Divergence::voices_mut) {
            if let Some(span) = to.there(voice.article, voice.span) {
                voice.span = span;
            }
        }
    }

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::Next, Command::Previous))
    }
}

impl Browse {
    fn new(by: Command, title: Text, empty: Text) -> Self {
        let (rows, wording, views, does, beside) = (None, None, None, None, None);
        let (selected, top, facts) = (0, 0, Vec::new());
        Self { by, title, empty, rows, wording, selected, top, views, beside, does, facts }
    }

    /// A line as it shows.
    pub(crate) fn worded<'a>(&self, model: &Model, row: &'a Row) -> Cow<'a, Row> {
        match (row, &self.wording) {
            (Row::Later(article, n), Some(wording)) => {
                let view = self.views.as_ref().map_or(0, |views| views.current);
                Cow::Owned(wording.0(model, view, *article, *n))
            }
            (Row::LaterHead(article, count), _) => {
                Cow::Owned(Row::Head(title(model, *article), count.to_string()))
            }
            _ => Cow::Borrowed(row),
        }
    }

    /// Takes the lines.
    pub(super) fn fill(&mut self, rows: Vec<Row>) {
        let first = || rows.iter().position(Row::is_entry).unwrap_or_default();
        let before = self.rows.iter().flatten().nth(self.selected).filter(|row| row.is_entry());
        let same = before.and_then(|before| rows.iter().position(|row| row == before));
        // The line that somebody stands on stays where it shows.
        let above = self.selected.saturating_sub(self.top);
        self.selected = same.unwrap_or_else(first);
        self.top = same.map_or(0, |at| at.saturating_sub(above));
        self.rows = Some(rows);
    }

    /// Confirms what the selected line shows: a verdict for the words that stand there now, or all
    /// verdicts on values that are said otherwise.
    fn confirm(&mut self, model: &mut Model) -> Out {
        let row = self.rows.iter_mut().flatten().nth(self.selected);
        let effect = match row {
            Some(Row::All { .. }) => return Out::close(settle::confirm_same_values(model)),
            Some(Row::Entry {
                text, tone, target: Some((article, Target::Item(span))), ..
            }) => {
                let effect = settle::confirm_at(model, *article, *span);
                if effect.is_some() {
                    say::CONFIRMED.to(model.settings.lang).clone_into(text);
                    *tone = Tone::Dim;
                }
                effect
            }
            _ => None,
        };
        if effect.is_none() {
            let key = keys::in_place(model, Context::Browse, Command::Open);
            let text = say::CONFIRM_THERE.fill(model.settings.lang, &[&key]);
            model.notice = Some(Notice::info(text));
        }
        Out::stay(effect.into_iter().collect())
    }

    fn select(&mut self, line: usize, down: bool, visible: usize) {
        let Some(rows) = &self.rows else { return };
        let line = line.min(rows.len().saturating_sub(1));
        let below = rows.iter().skip(line).position(Row::is_entry).map(|i| i + line);
        let above = rows.iter().take(line + 1).rposition(Row::is_entry);
        let found = if down { below.or(above) } else { above.or(below) };
        self.selected = found.unwrap_or_default();
        // The head of the group stays in sight with its first entry.
        let head = if self.selected == rows.iter().position(Row::is_entry).unwrap_or_default() {
            0
        } else {
            self.selected.saturating_sub(1)
        };
        self.top = scrolled(self.top.min(head), self.selected, visible, rows.len());
    }

    /// Shows one of the views.
    fn show(&mut self, model: &Model, view: usize) {
        let Some(views) = &mut self.views else { return };
        views.current = view;
        let rows = (views.rows)(model, view);
        (self.rows, self.top) = (None, 0);
        self.fill(rows);
    }

    fn turn(&mut self, model: &Model, forward: bool) {
        let Some(views) = &self.views else { return };
        let count = views.names.len().max(1);
        let by = if forward { 1 } else { count - 1 };
        self.show(model, (views.current + by) % count);
    }

    /// Rows above the list.
    pub(crate) fn head(&self) -> u16 {
        if self.views.is_some() { 2 } else { 0 }
    }

    /// Where it stands on the screen.
    pub(crate) fn boxed(&self, model: &Model) -> ListBox {
        let rows = self.rows.as_ref().map_or(0, Vec::len);
        geometry::list_box(geometry::screen(model).body, rows, self.head(), self.has_places())
    }

    /// Lines that show at once.
    fn visible(&self, model: &Model) -> usize {
        usize::from(self.boxed(model).list.height).max(1)
    }

    /// Whether its lines lead to places, which are seen below it.
    fn has_places(&self) -> bool {
        self.rows.iter().flatten().any(Row::leads)
    }

    /// The place that the selected line leads to.
    pub(crate) fn place(&self, model: &Model) -> Option<Place> {
        let row = self.rows.as_ref()?.get(self.selected)?;
        match &*self.worded(model, row) {
            Row::Entry { target: Some((article, target)), .. } => {
                Some(Place { article: *article, target: *target })
            }
            _ => None,
        }
    }
}
