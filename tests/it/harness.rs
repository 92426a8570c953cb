//! Keys in, screen out; files in, files out: the one place that knows how the
//! reader is driven.
//!
//! ```ignore
//! drive("Hier, ⟦300 soldats sont morts⟧. ⟦La ville est prise⟧.", "jd").check(expect![[…]]);
//! ```
//!
//! What stands in ⟦ ⟧ is a claim, whatever the detector thinks; a text without
//! such marks goes through the real detector. Keys are written as in the
//! keymap, those with names in angle brackets: `jd<Enter>n<Ctrl-S>`. Nothing
//! of the machine comes in: the desk and the home are temporary folders, the
//! clock ticks one second a message, the zone is UTC.

#![expect(clippy::needless_pass_by_value, reason = "an expectation is written where it is used")]

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use claimdesk::app::Folders;
use claimdesk::app::bench::{Bench, Setup};
use claimdesk::app::history::GitHistory;
#[cfg(has_seeds)]
use claimdesk::command::Context;
use claimdesk::command::{Code, Key};
use claimdesk::core::annotation::{Annotation, VerdictId};
use claimdesk::core::article::Span;
use claimdesk::core::claim::{Claim, Kind, Reason, Sign, analyze_while};
use claimdesk::desk::{Detector, Library};
use claimdesk::i18n::Lang;
use claimdesk::state::model::look::{Depth, Look};
use claimdesk::state::model::signal::{Mouse, MouseAct};
use claimdesk::state::query::annotation;
use claimdesk::state::{Model, Msg, Settings, Stamp};
use claimdesk::store::annotator::Annotator;
use claimdesk::store::desk::Desk;
use claimdesk::store::files::{Disk, Files};
use claimdesk::store::notebook::NotebookFile;
use claimdesk::ui;
use expect_test::Expect;
use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell as ScreenCell};
use ratatui::style::{Color, Modifier, Style};
use tempfile::{NamedTempFile, TempDir};
use unicode_width::UnicodeWidthStr as _;

/// One article, `a.txt`, open on a narrow screen with the keys already pressed.
#[track_caller]
pub(crate) fn drive(text: &str, keys: &str) -> Reader {
    let mut reader = desk(&[("a.txt", text)]).size(60, 12).start();
    reader.keys(keys);
    reader
}

/// A desk of these articles, by name and text.
pub(crate) fn desk(articles: &[(&str, &str)]) -> Setting {
    let setting = Setting::empty();
    for (name, text) in articles {
        setting.article(name, text);
    }
    setting
}

/// The desk on disk and what the reader is started with.
pub(crate) struct Setting {
    dir: TempDir,
    size: (u16, u16),
    settings: Settings,
    fault: Fault,
    start: Timestamp,
    studied: Arc<AtomicUsize>,
    git: bool,
}

/// Where a fault of the disk is switched on and off.
type Fault = Rc<Cell<Option<io::ErrorKind>>>;

impl Setting {
    /// A desk without articles.
    pub(crate) fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("desk/seeds")).unwrap();
        let look = Look { depth: Depth::Sixteen, ..Look::default() };
        let settings = Settings { look, ..Settings::new("Zoé Martin", Lang::En) };
        let start = "2026-11-20T10:12:03Z".parse().unwrap();
        Self {
            dir,
            size: (80, 24),
            settings,
            fault: Rc::default(),
            start,
            studied: Arc::default(),
            git: false,
        }
    }

    /// Writes an article; claims in ⟦ ⟧.
    pub(crate) fn article(&self, name: &str, text: &str) -> &Self {
        let (plain, claims) = unmark(text);
        self.file(&format!("seeds/{name}"), plain.as_bytes());
        if !claims.is_empty() {
            let marks = self.dir.path().join("marks").join(name);
            fs::create_dir_all(marks.parent().unwrap()).unwrap();
            fs::write(marks, text).unwrap();
        }
        self
    }

    /// Writes any file of the desk.
    pub(crate) fn file(&self, path: &str, bytes: &[u8]) -> &Self {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Columns and rows of the screen.
    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// The language of the interface.
    pub(crate) fn lang(self, lang: Lang) -> Self {
        self.settings(|settings| settings.lang = lang)
    }

    /// Lets git be asked about the desk. It counts as resting as soon as it has let go.
    pub(crate) fn with_git(self) -> Self {
        Self { git: true, ..self }
    }

    fn open(&self) -> Desk {
        let desk = Desk::open(self.root()).unwrap();
        match self.git {
            true => {
                let history = GitHistory::of(desk.root(), Duration::ZERO);
                desk.with_history(Arc::new(history))
            }
            false => desk,
        }
    }

    /// Changes any setting.
    pub(crate) fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// The desk's folder.
    pub(crate) fn root(&self) -> PathBuf {
        self.dir.path().join("desk")
    }

    /// Starts the reader and waits until it has nothing left to do.
    pub(crate) fn start(self) -> Reader {
        let (bench, now) = self.bench();
        let terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        let mut reader = Reader { setting: self, bench: Some(bench), now, terminal };
        reader.draw();
        reader
    }

    fn bench(&self) -> (Bench, Rc<Cell<Timestamp>>) {
        let now = Rc::new(Cell::new(self.start));
        let bench = Bench::start(Setup {
            library: Library::new(self.open(), Annotator::new(&self.settings.annotator))
                .detecting(detector(&self.dir.path().join("marks"), self.studied.clone())),
            settings: self.settings.clone(),
            size: self.size,
            folders: Folders {
                state: Some(self.dir.path().join("home")),
                cache: Some(self.dir.path().join("home/cache")),
                program: String::new(),
            },
            clock: clock(now.clone()),
            files: Wobbly { disk: Disk, fault: self.fault.clone() },
        });
        (bench, now)
    }
}

/// One second a message.
fn clock(now: Rc<Cell<Timestamp>>) -> Box<dyn FnMut() -> Stamp> {
    Box::new(move || {
        now.set(now.get() + SignedDuration::from_secs(1));
        Stamp { now: now.get() }
    })
}

/// Finds the claims that a test marked, and in other texts those of the program.
fn detector(marks: &Path, studied: Arc<AtomicUsize>) -> Detector {
    let mut known = HashMap::new();
    for path in tree(marks) {
        let (text, spans) = unmark(&fs::read_to_string(marks.join(path)).unwrap());
        known.insert(text, spans);
    }
    Box::new(move |text, go_on| {
        studied.fetch_add(1, Ordering::Relaxed);
        let mut analysis = analyze_while(text, go_on)?;
        if let Some(spans) = known.get(text) {
            analysis.claims = spans.iter().map(|span| claim(*span)).collect();
        }
        Some(analysis)
    })
}

fn claim(span: Span) -> Claim {
    let reason = Reason::new(Sign::Figure, Some(span));
    Claim {
        level: claimdesk::core::claim::Level::default(),
        span,
        score: 0.9,
        kinds: [Kind::Quantity].into_iter().collect(),
        reasons: [reason].into(),
        founded: true,
        grounded: true,
        asks: false,
        thin: false,
        hard: true,
        partial: false,
        burden: 0.0,
    }
}

/// A text without its ⟦ ⟧, and where they stood; they may nest.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), Vec::new());
    for c in marked.chars() {
        match c {
            '⟦' => open.push(text.len()),
            '⟧' => spans.push(Span::new(open.pop().expect("⟧ without ⟦"), text.len())),
            c => text.push(c),
        }
    }
    assert!(open.is_empty(), "⟦ without ⟧");
    spans.sort_by_key(|span| (span.start, span.end));
    (text, spans)
}

/// A running reader before a screen.
pub(crate) struct Reader {
    setting: Setting,
    bench: Option<Bench>,
    now: Rc<Cell<Timestamp>>,
    terminal: Terminal<TestBackend>,
}

impl Reader {
    /// Presses keys: `jd<Enter>`; `<<` is the key `<`.
    #[track_caller]
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            assert!(!self.has_quit(), "`{key}` is pressed after the reader has quit");
            self.send(Msg::Key(key));
        }
        self
    }

    /// Presses keys faster than anything they set off is answered.
    #[track_caller]
    pub(crate) fn burst(&mut self, keys: &str) -> &mut Self {
        self.bench_mut().burst(parse(keys).into_iter().map(Msg::Key));
        self.draw();
        self
    }

    /// Leaves whatever is open, with what is written in it.
    #[cfg(has_seeds)]
    pub(crate) fn keys_to_the_desk(&mut self) -> &mut Self {
        for _ in 0..4 {
            if !self.has_quit() && self.model().context().parent() != Some(Context::Desk) {
                self.keys("<Esc>");
            }
        }
        self
    }

    /// Types text into an editor, as it is.
    pub(crate) fn typed(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let code = if c == '\n' { Code::Enter } else { Code::Char(c) };
            self.send(Msg::Key(Key::plain(code)));
        }
        self
    }

    /// Pastes text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Msg::Paste(text.to_owned()))
    }

    /// Presses the mouse button, or turns the wheel, on the first place that shows these words.
    #[track_caller]
    pub(crate) fn mouse(&mut self, act: MouseAct, words: &str) -> &mut Self {
        let (x, y) = self.find(words).unwrap_or_else(|| panic!("no `{words}`:\n{}", self.screen()));
        self.send(Msg::Mouse(Mouse { act, x, y }))
    }

    /// Gives the screen another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.setting.size = (width, height);
        self.terminal.backend_mut().resize(width, height);
        self.send(Msg::Resize(width, height))
    }

    /// Lets anything happen.
    pub(crate) fn send(&mut self, msg: Msg) -> &mut Self {
        self.bench_mut().send(msg);
        self.draw();
        self
    }

    /// What was put on the clipboard since this was last asked.
    pub(crate) fn copied(&mut self) -> Option<String> {
        self.bench_mut().copied()
    }

    /// Changes a file of the desk behind the reader's back, who is then told.
    pub(crate) fn change(&mut self, path: &str, bytes: &[u8]) -> &mut Self {
        self.setting.file(path, bytes);
        self.noticed(path)
    }

    /// From now on the disk fails so, or works again.
    pub(crate) fn disk(&mut self, fault: Option<io::ErrorKind>) -> &mut Self {
        self.setting.fault.set(fault);
        self
    }

    /// Lets the time pass after which failed saves are tried again.
    pub(crate) fn retry(&mut self) -> &mut Self {
        self.bench_mut().retry();
        self.draw();
        self
    }

    /// Ends the reader; it can be started again.
    pub(crate) fn end(&mut self) {
        self.bench.take().into_iter().for_each(Bench::end);
    }

    /// Ends the reader where it runs, and starts it again on the same desk.
    pub(crate) fn restart(&mut self) -> &mut Self {
        self.end();
        self.setting.start = self.now.get();
        let (bench, now) = self.setting.bench();
        (self.bench, self.now) = (Some(bench), now);
        self.draw();
        self
    }

    /// Pulls the plug and starts again: nothing is kept that was not kept already.
    pub(crate) fn crash(&mut self) -> &mut Self {
        drop(self.bench.take());
        self.setting.start = self.now.get();
        let (bench, now) = self.setting.bench();
        (self.bench, self.now) = (Some(bench), now);
        self.draw();
        self
    }

    /// Changes several files of the desk at the same time.
    pub(crate) fn change_all(&mut self, files: &[(&str, &str)]) -> &mut Self {
        for (path, text) in files {
            self.setting.file(path, text.as_bytes());
        }
        let root = fs::canonicalize(self.setting.root()).unwrap();
        let paths: Vec<_> = files.iter().map(|(path, _)| root.join(path)).collect();
        self.bench_mut().noticed(paths.iter().map(PathBuf::as_path));
        self.draw();
        self
    }

    /// Tells the reader of a file of the desk that changed.
    pub(crate) fn noticed(&mut self, path: &str) -> &mut Self {
        let path = fs::canonicalize(self.setting.root()).unwrap().join(path);
        self.bench_mut().noticed([path.as_path()]);
        self.draw();
        self
    }

    /// How many texts have been looked through for claims so far.
    pub(crate) fn studied(&self) -> usize {
        self.setting.studied.load(Ordering::Relaxed)
    }

    /// Whether the reader wants to leave.
    pub(crate) fn has_quit(&self) -> bool {
        self.bench.as_ref().unwrap().has_quit()
    }

    /// The words of the current claim.
    pub(crate) fn current(&self) -> &str {
        let reader = &self.model().reader;
        let doc = reader.doc.as_ref().expect("an article is open");
        reader.item().map_or("", |item| item.span.of(doc.text()))
    }

    /// The note of the current claim.
    pub(crate) fn note(&self) -> String {
        let own = self.model().reader.item().and_then(|item| annotation::own(self.model(), item));
        own.map(|own| own.note.clone()).unwrap_or_default()
    }

    /// One's own notebook of the open article as the screen shows it.
    pub(crate) fn notebook(&self) -> String {
        let article = self.model().reader.article.expect("an article is open");
        format!("{:?}", self.model().desk.books[&article].now)
    }

    /// What the files hold: words and verdict of each annotation, sorted.
    pub(crate) fn saved(&self) -> Vec<(String, String)> {
        let desk = Desk::open(self.root()).unwrap();
        let books = desk.notebooks().into_iter().map(|found| desk.notebook_at(&found));
        let verdict = |id: &Option<VerdictId>| id.as_ref().map_or("open", |id| &id.0).to_owned();
        let told = |one: &Annotation| (one.selector.exact.clone(), verdict(&one.verdict));
        let told = |book: NotebookFile| -> Vec<_> {
            book.notebook().annotations.values().map(told).collect()
        };
        let mut saved: Vec<_> = books.flat_map(told).collect();
        saved.sort();
        saved
    }

    /// One small screen after each key.
    #[track_caller]
    pub(crate) fn film(&mut self, keys: &str) -> String {
        let mut film = format!("── start\n{}", self.screen());
        for key in parse(keys) {
            self.send(Msg::Key(key));
            let _ = write!(film, "── {key}\n{}", self.screen());
        }
        film
    }

    /// The model.
    pub(crate) fn model(&self) -> &Model {
        self.bench.as_ref().unwrap().model()
    }

    /// Compares the screen.
    #[track_caller]
    pub(crate) fn check(&self, expect: Expect) -> &Self {
        expect.assert_eq(&self.screen());
        self
    }

    /// Compares one pane alone, by its title.
    #[track_caller]
    pub(crate) fn check_pane(&self, title: &str, expect: Expect) -> &Self {
        let buffer = self.buffer();
        let width = buffer.area.width;
        let borders: Vec<u16> = (0..width).filter(|x| buffer[(*x, 0)].symbol() == "│").collect();
        let ends = borders.iter().copied().chain([width]);
        let starts = [0].into_iter().chain(borders.iter().map(|x| x + 1));
        let mut panes = starts.zip(ends).map(|(from, to)| from..to);
        let is_it = |columns: &Range<u16>| part(buffer, 0, columns.clone()).contains(title);
        let columns = panes.find(is_it).unwrap_or_else(|| panic!("no pane {title}"));
        expect.assert_eq(&self.rows(0..buffer.area.height - 1, columns));
        self
    }

    /// Compares the open dialog alone.
    #[track_caller]
    pub(crate) fn check_dialog(&self, expect: Expect) -> &Self {
        let (left, top) = self.find("╭").unwrap_or_else(|| panic!("no dialog"));
        let (right, _) = self.find("╮").unwrap_or_else(|| panic!("no dialog"));
        let (_, bottom) = self.find("╰").unwrap_or_else(|| panic!("no dialog"));
        expect.assert_eq(&self.rows(top..bottom + 1, left..right + 1));
        self
    }

    /// A part of the screen as text, without the spaces at the ends and empty rows below, nor what
    /// all rows are indented by: an expectation loses it, too.
    fn rows(&self, rows: Range<u16>, columns: Range<u16>) -> String {
        let row = |y| part(self.buffer(), y, columns.clone()).trim_end().to_owned();
        let mut text: Vec<String> = rows.map(row).collect();
        while text.iter().all(|row| row.is_empty() || row.starts_with(' ')) {
            for row in text.iter_mut().filter(|row| !row.is_empty()) {
                row.remove(0);
            }
        }
        text.join("\n").trim_end().to_owned() + "\n"
    }

    /// Compares the screen with its styles.
    #[track_caller]
    pub(crate) fn check_styles(&self, expect: Expect) -> &Self {
        expect.assert_eq(&self.styles());
        self
    }

    /// Compares the files below `annotations/`.
    #[track_caller]
    pub(crate) fn check_files(&self, expect: Expect) -> &Self {
        expect.assert_eq(&self.files());
        self
    }

    /// The screen as text: one line a row, without the spaces at the ends.
    pub(crate) fn screen(&self) -> String {
        let buffer = self.buffer();
        (0..buffer.area.height).map(|y| row(buffer, y).trim_end().to_owned() + "\n").collect()
    }

    /// The last row.
    pub(crate) fn foot(&self) -> String {
        let buffer = self.buffer();
        row(buffer, buffer.area.height - 1).trim().to_owned()
    }

    /// The screen with a letter below each cell that has a style, and what the letters mean.
    pub(crate) fn styles(&self) -> String {
        let buffer = self.buffer();
        let mut legend: Vec<Style> = Vec::new();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            out += row(buffer, y).trim_end();
            out.push('\n');
            let marks: String =
                (0..buffer.area.width).map(|x| mark(buffer[(x, y)].style(), &mut legend)).collect();
            if !marks.trim().is_empty() {
                out += marks.trim_end();
                out.push('\n');
            }
        }
        for (style, letter) in legend.iter().zip('a'..) {
            let _ = writeln!(out, "{letter}: {}", describe(*style));
        }
        out
    }

    /// The words on the screen that are drawn in styles that `wanted` accepts, run by run.
    pub(crate) fn styled(&self, wanted: impl Fn(Style) -> bool) -> Vec<String> {
        let buffer = self.buffer();
        let mut runs = Vec::new();
        for y in 0..buffer.area.height {
            let mut run = String::new();
            for cell in cells(buffer, y) {
                if wanted(cell.style()) {
                    run += cell.symbol();
                } else if !run.is_empty() {
                    runs.push(std::mem::take(&mut run));
                }
            }
            runs.extend((!run.is_empty()).then_some(run));
        }
        runs
    }

    /// The column and row of the first place that shows these words.
    pub(crate) fn find(&self, words: &str) -> Option<(u16, u16)> {
        let buffer = self.buffer();
        (0..buffer.area.height).find_map(|y| {
            let line = row(buffer, y);
            let at = line.find(words)?;
            Some((line[..at].width() as u16, y))
        })
    }

    /// Whether the screen shows these words somewhere in one row.
    pub(crate) fn shows(&self, words: &str) -> bool {
        self.find(words).is_some()
    }

    /// The files below `annotations/`, each after its name.
    pub(crate) fn files(&self) -> String {
        let folder = self.setting.root().join("annotations");
        let mut out = String::new();
        for path in tree(&folder) {
            let text = fs::read_to_string(folder.join(&path)).unwrap();
            let _ = write!(out, "── {path}\n{text}");
        }
        out
    }

    /// The cells as drawn.
    pub(crate) fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// The desk's folder.
    pub(crate) fn root(&self) -> PathBuf {
        self.setting.root()
    }

    fn bench_mut(&mut self) -> &mut Bench {
        self.bench.as_mut().unwrap()
    }

    fn draw(&mut self) {
        let model = self.bench.as_ref().unwrap().model();
        let mut page = None;
        self.terminal.draw(|frame| page = ui::view(model, frame)).unwrap();
        self.bench_mut().drawn(page);
    }
}

/// Keys by name: characters as they are, others in angle brackets.
#[track_caller]
pub(crate) fn parse(keys: &str) -> Vec<Key> {
    let mut out = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let (name, after) = match rest[first.len_utf8()..].split_once('>') {
            _ if first != '<' => rest.split_at(first.len_utf8()),
            _ if rest.starts_with("<<") => ("<", &rest[2..]),
            Some((name, after)) => (name, after),
            None => ("<", &rest[1..]),
        };
        let name = if name == " " { "Space" } else { name };
        out.push(name.parse().unwrap_or_else(|error| panic!("{error}")));
        rest = after;
    }
    out
}

/// The files below a folder, sorted.
fn tree(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let Ok(entries) = fs::read_dir(folder.join(&below)) else { continue };
        for entry in entries {
            let entry = entry.unwrap();
            let path = below.join(entry.file_name());
            match entry.file_type().unwrap().is_dir() {
                true => folders.push(path),
                false => found.push(path.to_str().unwrap().to_owned()),
            }
        }
    }
    found.sort();
    found
}

/// The cells of a row, without those that a wide one covers.
fn cells(buffer: &Buffer, y: u16) -> impl Iterator<Item = &ScreenCell> {
    let mut covered = 0;
    (0..buffer.area.width).filter_map(move |x| {
        let cell = &buffer[(x, y)];
        if covered > 0 {
            covered -= 1;
            return None;
        }
        covered = words(cell.symbol()).width().saturating_sub(1);
        Some(cell)
    })
}

/// A cell's symbol without what a link in it says to the terminal.
fn words(symbol: &str) -> &str {
    let opened = symbol.strip_prefix("\x1b]8;").and_then(|rest| rest.split_once("\x1b\\"));
    opened.map_or(symbol, |(_, rest)| rest.trim_end_matches("\x1b]8;;\x1b\\"))
}

fn row(buffer: &Buffer, y: u16) -> String {
    cells(buffer, y).map(ScreenCell::symbol).collect()
}

/// The cells of a row that begin in these columns.
fn part(buffer: &Buffer, y: u16, columns: Range<u16>) -> String {
    let mut next = 0;
    let begins_there = |cell: &&ScreenCell| {
        let here = next;
        next += words(cell.symbol()).width().max(1) as u16;
        columns.contains(&here)
    };
    cells(buffer, y).filter(begins_there).map(ScreenCell::symbol).collect()
}

fn mark(style: Style, legend: &mut Vec<Style>) -> char {
    if describe(style).is_empty() {
        return ' ';
    }
    let place = legend.iter().position(|known| *known == style).unwrap_or_else(|| {
        legend.push(style);
        legend.len() - 1
    });
    ('a'..).nth(place).unwrap()
}

/// A style in words: `bold underlined yellow`.
fn describe(style: Style) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(style.add_modifier.iter_names().map(|(name, _)| name.to_lowercase()));
    words.extend(style.fg.filter(|c| *c != Color::Reset).map(|c| c.to_string().to_lowercase()));
    words.extend(style.bg.filter(|c| *c != Color::Reset).map(|c| format!("on {c}").to_lowercase()));
    words.join(" ")
}

/// Whether a style is that of the current claim.
pub(crate) fn is_current(style: Style) -> bool {
    style.add_modifier.contains(Modifier::REVERSED)
}

/// A disk that fails on request.
pub(crate) struct Wobbly {
    disk: Disk,
    fault: Fault,
}

impl Wobbly {
    fn unless_faulty(&self) -> io::Result<()> {
        self.fault.get().map_or(Ok(()), |kind| Err(kind.into()))
    }
}

impl Files for Wobbly {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.disk.make_folder(folder)
    }

    fn lock(&self, folder: &Path) -> io::Result<Option<File>> {
        self.disk.lock(folder)
    }

    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        self.disk.read(path)
    }

    fn create(&self, path: &Path) -> io::Result<NamedTempFile> {
        self.disk.create(path)
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        self.unless_faulty()?;
        self.disk.write(file, bytes)
    }

    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        self.disk.sync(file)
    }

    fn replace(&self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        self.disk.replace(file, path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.disk.sync_folder(folder)
    }
}
