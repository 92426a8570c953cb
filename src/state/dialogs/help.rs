//! The page of keys of a place, and the search among the keys of all places.

use std::collections::BTreeMap;

use crate::command::{Action, COMMANDS, Command, Context, Group, Key, Origin};
use crate::core::article::Span;
use crate::core::article::rows::wrap;
use crate::core::article::width::text_cells;
use crate::core::search::Needle;
use crate::i18n::{Text, messages as say};
use crate::state::model::editor::Editor;
use crate::state::model::sign::{Sample, Sign};
use crate::state::model::{Dialog, Model, Out, Overlay, Then};
use crate::state::query::{geometry, keys, names};

/// The help.
#[derive(Debug)]
pub(crate) struct Help {
    /// The place it explains.
    pub place: Context,
    /// First visible row.
    pub top: usize,
    /// What is searched for.
    pub line: Editor,
    /// Whether keys are typed into the line.
    pub typing: bool,
    /// The list it was asked from, which is shown again after it.
    pub under: Option<Box<dyn Dialog>>,
}

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// The title of a place.
    Title(String),
    /// Nothing.
    Blank,
    /// Signs and what they mean.
    Signs(Vec<Sign>),
    /// How something looks, in the first of its rows, and what that means.
    Sample(Option<Sample>, String),
    /// A command with its keys.
    Key {
        /// Its keys by name, the shortest first.
        keys: Vec<String>,
        /// What it does.
        doc: String,
        /// Which file set its keys, where one did.
        origin: String,
    },
}

impl Row {
    /// The keys in one text.
    pub(crate) fn keys(&self) -> String {
        match self {
            Self::Key { keys, .. } => keys.join(" "),
            _ => String::new(),
        }
    }
}

impl Help {
    /// The words searched for; none: every key of the place is shown.
    pub(crate) fn needles(&self) -> Vec<Needle> {
        self.line.text().split_whitespace().filter_map(Needle::new).collect()
    }

    /// Whether the line of the search is shown.
    pub(crate) fn is_searching(&self) -> bool {
        self.typing || !self.line.text().is_empty()
    }

    fn forget(&mut self) {
        self.line.erase();
        (self.typing, self.top) = (false, 0);
    }
}

/// Opens the help of the place where the person is.
pub(in crate::state) fn open(model: &mut Model) {
    let place = model.context();
    let under = model.dialog.take();
    let help = Help { place, top: 0, line: Editor::line(""), typing: false, under };
    model.dialog = Some(Box::new(help));
}

impl Dialog for Help {
    fn opened_by(&self) -> Command {
        Command::Help
    }

    fn context(&self) -> Context {
        if self.typing { Context::Search } else { Context::Help }
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        let page = visible(model, self);
        let last = rows(model, self).len().saturating_sub(page);
        let top = match command {
            Command::LineDown | Command::Next => self.top + 1,
            Command::LineUp | Command::Previous => self.top.saturating_sub(1),
            Command::PageDown => self.top + page,
            Command::PageUp => self.top.saturating_sub(page),
            Command::Top => 0,
            Command::Bottom => last,
            Command::Search => {
                // Another search begins anew.
                self.line.erase();
                self.typing = true;
                0
            }
            Command::Accept if self.typing => {
                self.typing = false;
                self.top
            }
            Command::Cancel if self.is_searching() => {
                self.forget();
                0
            }
            Command::EraseAll => {
                self.line.erase();
                0
            }
            Command::Accept | Command::Cancel => {
                let under = self.under.take();
                return Out { effects: Vec::new(), then: under.map_or(Then::Close, Then::Show) };
            }
            _ => self.top,
        };
        self.top = top.min(last);
        Out::default()
    }

    fn key(&mut self, _model: &mut Model, key: Key) -> Out {
        if !self.typing {
            return Out::ignored();
        }
        let before = self.line.text();
        self.line.key(key);
        if self.line.text() != before {
            self.top = 0;
        }
        Out::default()
    }

    fn paste(&mut self, _model: &mut Model, text: &str) -> Out {
        if self.typing {
            self.line.paste(text);
            self.top = 0;
        }
        Out::default()
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        let area = geometry::help(geometry::screen(model).body, height(model, self));
        Some(Overlay::of(area))
    }

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::LineDown, Command::LineUp))
    }

    fn under(&mut self) -> Option<&mut Box<dyn Dialog>> {
        self.under.as_mut()
    }
}

/// From so many cells for what a key does, two signs stand beside each other.
const WIDE: u16 = 52;
/// Cells that frame, margins and gaps take of its width.
const AROUND: u16 = 8;

/// How many rows its place has: so high is its box, also while a search shows fewer.
pub(crate) fn height(model: &Model, help: &Help) -> usize {
    page(model, help.place).len()
}

/// Rows that show at once.
fn visible(model: &Model, help: &Help) -> usize {
    let area = geometry::help(geometry::screen(model).body, height(model, help));
    let around = 2 + u16::from(help.is_searching());
    usize::from(area.height.saturating_sub(around)).max(1)
}

/// Cells for the keys and for what they do.
pub(crate) fn columns(model: &Model) -> (u16, u16) {
    let room = model.size.0.min(geometry::HELP_WIDTH).saturating_sub(AROUND);
    let keys = (room / 4).clamp(1, 22);
    (keys, (room - keys.min(room)).max(1))
}

/// The rows that the help shows: without a search the keys of its place and of
/// its parents, with one the keys of all places that hold all its words, those
/// of its own place first.
pub(crate) fn rows(model: &Model, help: &Help) -> Vec<Row> {
    let needles = help.needles();
    if needles.is_empty() {
        return page(model, help.place);
    }
    let near: Vec<_> = with_parents(help.place).collect();
    let far = Context::ALL.into_iter().filter(|place| !near.contains(place));
    let places: Vec<_> = near.iter().copied().chain(far).collect();
    let keys = sections(model, &places, &needles, None);
    let legend = signs(model, &needles).into_iter().chain(looks(model, &needles));
    let mut rows: Vec<_> = legend.collect();
    rows.truncate(rows.len() - usize::from(keys.is_empty() && !rows.is_empty()));
    rows.extend(keys);
    rows
}

/// Where these words stand in a text, in order and without overlap.
pub(crate) fn marks(needles: &[Needle], text: &str) -> Vec<Span> {
    let mut found: Vec<_> = needles.iter().flat_map(|needle| needle.find(text)).collect();
    found.sort_unstable_by_key(|span| (span.start, span.end));
    let mut end = 0;
    found.retain(|span| {
        let apart = span.start >= end;
        end = end.max(span.end);
        apart
    });
    found
}

fn page(model: &Model, place: Context) -> Vec<Row> {
    let keys = sections(model, &with_parents(place).collect::<Vec<_>>(), &[], Some(place));
    if !is_pane(place) {
        return keys;
    }
    // The keys are looked for more often than colours, which stand behind them.
    let looks = std::iter::once(Row::Blank).chain(looks(model, &[]));
    signs(model, &[]).into_iter().chain(keys).chain(looks).collect()
}

const fn is_pane(place: Context) -> bool {
    matches!(place, Context::Articles | Context::Text | Context::Claim | Context::Adjudicate)
}

/// What the signs of the panes mean, as far as that holds all these words; where one looks for none,
/// with the key that goes to the looks of words.
fn signs(model: &Model, needles: &[Needle]) -> Vec<Row> {
    let lang = model.settings.lang;
    let title = say::SIGNS.to(lang);
    let fits = |sign: &Sign| holds(needles, &format!("{title} {}", sign.meaning().to(lang)));
    let found: Vec<_> = Sign::ALL.into_iter().filter(fits).collect();
    let key = keys::in_place(model, Context::Help, Command::Bottom);
    let title = match needles {
        [] => format!("{title} · {}", say::COLOURS_BELOW.fill(lang, &[&key])),
        _ => title.to_owned(),
    };
    let beside = if columns(model).1 < WIDE { 1 } else { 2 };
    titled(title, found.chunks(beside).map(|signs| Row::Signs(signs.to_vec())).collect())
}

/// How words and values look, and what that means, as far as it holds all these words.
fn looks(model: &Model, needles: &[Needle]) -> Vec<Row> {
    let (lang, width) = (model.settings.lang, usize::from(columns(model).1));
    let title = say::COLOURS.to(lang);
    let samples = Sample::all(model.settings.labels.len()).map(|one| (one, meaning(model, one)));
    let fits = |(sample, doc): &(Sample, String)| {
        holds(needles, &format!("{title} {doc} {}", sample.looks().to(lang)))
    };
    let rows = samples.filter(fits).flat_map(|(sample, doc)| {
        let parts = wrap(&doc, width).into_iter().map(|part| part.of(&doc).trim_end().to_owned());
        let firsts = std::iter::once(Some(sample)).chain(std::iter::repeat(None));
        firsts.zip(parts).map(|(sample, doc)| Row::Sample(sample, doc)).collect::<Vec<_>>()
    });
    titled(title.to_owned(), rows.collect())
}

fn holds(needles: &[Needle], words: &str) -> bool {
    needles.iter().all(|needle| needle.find(words).next().is_some())
}

/// Rows below their title, and a blank one; nothing where there are none.
fn titled(title: String, rows: Vec<Row>) -> Vec<Row> {
    if rows.is_empty() {
        return rows;
    }
    std::iter::once(Row::Title(title)).chain(rows).chain([Row::Blank]).collect()
}

fn meaning(model: &Model, sample: Sample) -> String {
    let (lang, text) = (model.settings.lang, sample.meaning());
    let Sample::Verdict(at) = sample else { return text.to(lang).to_owned() };
    let label = model.settings.labels.get(at);
    let name = label.map_or("", |label| lang.pick(&label.en, &label.fr));
    text.fill(lang, &[&name])
}

fn with_parents(place: Context) -> impl Iterator<Item = Context> {
    std::iter::successors(Some(place), |place| place.parent())
}

/// The keys of places, each below its title. What a key does goes on in rows
/// without keys where it does not fit into one.
///
/// Where one is, keys that do something else there are left out of what works everywhere.
fn sections(
    model: &Model,
    places: &[Context],
    needles: &[Needle],
    here: Option<Context>,
) -> Vec<Row> {
    let width = usize::from(columns(model).1);
    let mut out = Vec::new();
    let lang = model.settings.lang;
    let mut add = |title: Text, found: Vec<Row>| {
        if !found.is_empty() {
            out.extend((!out.is_empty()).then_some(Row::Blank));
            out.push(Row::Title(title.to(lang).to_owned()));
            out.extend(found.into_iter().flat_map(|row| folded(row, width)));
        }
    };
    for place in places {
        let found = keys_of(model, *place, needles, here);
        // What works in all panes is told by what it is for.
        if *place != Context::Desk || !needles.is_empty() {
            add(place.title(), found.into_iter().map(|(_, row)| row).collect());
            continue;
        }
        for group in Group::ALL {
            let own = found.iter().filter(|(action, _)| group_of(*action) == group);
            add(group.title(), own.map(|(_, row)| row.clone()).collect());
        }
    }
    out
}

const fn group_of(action: Action) -> Group {
    match action {
        Action::Do(command) => Group::of(command),
        Action::Verdict(_) => Group::Decide,
        Action::Related(_) => Group::Compare,
    }
}

/// The keys of a place itself that hold all these words; what a command is
/// called in the settings counts too.
fn keys_of(
    model: &Model,
    place: Context,
    needles: &[Needle],
    here: Option<Context>,
) -> Vec<(Action, Row)> {
    let lang = model.settings.lang;
    let verdicts = verdicts(model).map(|(action, doc)| (action, doc, ""));
    let commands = COMMANDS
        .iter()
        .map(|entry| (Action::Do(entry.command), entry.doc.to(lang).to_owned(), entry.name));
    let rows = verdicts.chain(commands).filter_map(|(action, doc, name)| {
        let row = row(model, (place, here), action, doc)?;
        let Row::Key { doc, origin, .. } = &row else { return None };
        let words = format!("{} {doc} {origin} {name}", row.keys());
        let fits = needles.iter().all(|needle| needle.find(&words).next().is_some());
        fits.then_some((action, row))
    });
    rows.collect()
}

fn folded(row: Row, width: usize) -> Vec<Row> {
    let Row::Key { mut keys, doc, origin } = row else { return vec![row] };
    let parts = wrap(&doc, width).into_iter().map(|part| part.of(&doc).trim_end().to_owned());
    let mut rows: Vec<_> = parts
        .map(|doc| Row::Key { keys: std::mem::take(&mut keys), doc, origin: String::new() })
        .collect();
    match rows.last_mut() {
        Some(Row::Key { doc, origin: last, .. })
            if text_cells(doc) + 2 + text_cells(&origin) <= width =>
        {
            *last = origin;
        }
        _ if origin.is_empty() => {}
        _ => rows.push(Row::Key { keys: Vec::new(), doc: String::new(), origin }),
    }
    rows
}

fn verdicts(model: &Model) -> impl Iterator<Item = (Action, String)> {
    let lang = model.settings.lang;
    let labels = model.settings.labels.iter().enumerate();
    let named = labels.map(move |(i, label)| {
        let name = names::verdict(model, &label.id);
        (Action::Verdict(i), say::GIVE_VERDICT.fill(lang, &[&name]))
    });
    named.chain([(Action::Related(1), say::OPEN_RELATED.fill(lang, &[&1]))])
}

fn row(
    model: &Model,
    (place, here): (Context, Option<Context>),
    action: Action,
    doc: String,
) -> Option<Row> {
    let keymap = &model.settings.keymap;
    let works = |key| here.is_none_or(|here| keymap.action(here, key) == Some(action));
    let mut bound: Vec<_> = keymap
        .bound(place)
        .filter(|(key, a, _)| *a == action && works(*key))
        .map(|(key, _, origin)| (key.label(model.settings.lang), origin))
        .collect();
    bound.sort_by_key(|(key, _)| (key.chars().count(), key.clone()));
    let origin = origin(model, &bound);
    let keys: Vec<_> = bound.into_iter().map(|(key, _)| key).collect();
    (!keys.is_empty()).then_some(Row::Key { keys, doc, origin })
}

/// Which files set which of these keys.
fn origin(model: &Model, bound: &[(String, &Origin)]) -> String {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, origin) in bound {
        if let Origin::File(file) = origin {
            files.entry(file).or_default().push(key);
        }
    }
    let told = files.into_iter().map(|(file, keys)| {
        let set = say::KEY_SET_IN.fill(model.settings.lang, &[&file]);
        if keys.len() == bound.len() { set } else { format!("{} {set}", keys.join(" ")) }
    });
    told.collect::<Vec<_>>().join(", ")
}
