//! The overview: how far the desk is, by verdict, by person, by article.

use ratatui::layout::Rect;

use super::{browse, crew};
use crate::command::{Command, Context};
use crate::core::review::Progress;
use crate::core::review::team::Tally;
use crate::core::team::outline::View;
use crate::i18n::team as words;
use crate::state::act::related;
use crate::state::model::list::scrolled;
use crate::state::model::reader::Target;
use crate::state::model::sums::TeamSums;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::{due, geometry, team};

/// The dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Overview {
    /// The sums over the desk, as far as it was read.
    pub totals: Totals,
    /// The line of the selected article.
    pub selected: usize,
    /// The first visible article.
    pub top: usize,
}

/// Sums over all articles that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// How far one's own review is, at the present level of detail.
    pub progress: Progress,
    /// Claims on which people disagree.
    pub disputes: usize,
    /// Verdicts that others must look at.
    pub for_others: usize,
    /// Verdicts on articles that are gone.
    pub orphans: usize,
    /// One's own verdicts in force.
    pub own: Tally,
    /// The teammates' verdicts in force, in order of their names; where they are
    /// hidden until one decides, those on articles one is done with.
    pub team: Vec<Tally>,
}

impl Totals {
    fn of(model: &Model) -> Self {
        let sums = model.desk.sums();
        let blind = model.settings.blind;
        let (mut totals, mut seen) = (Self::default(), TeamSums::default());
        totals.own.annotator.clone_from(&model.settings.annotator);
        totals.own.verdicts.clone_from(sums.own());
        let level = usize::from(model.settings.level.number());
        for id in model.desk.order.iter().copied() {
            let Some(summary) = model.desk.articles[id].summary() else { continue };
            let Progress { decided, all, stale } = summary.progress[level];
            totals.progress.decided += decided;
            totals.progress.all += all;
            totals.progress.stale += stale;
            totals.disputes += team::count(model, id, View::Disputed);
            totals.for_others += due::of(model, id).filter(|due| due::is_for_others(due)).count();
            if blind {
                seen.count(&summary.tallies, 1, isize::from(decided == all));
            }
        }
        totals.orphans = model.desk.orphans.iter().map(|orphan| orphan.verdicts.len()).sum();
        totals.team = if blind { seen.tallies() } else { sums.team().tallies() };
        totals
    }
}

/// Rows of the overview's parts inside its frame; a part without room has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The sums in a line, and the bar of the whole desk.
    pub head: u16,
    /// Verdicts and people side by side, with a heading and a blank row.
    pub middle: u16,
    /// The articles, one a row, below a heading where there is room.
    pub articles: u16,
    /// The heading of the articles.
    pub heading: u16,
}

/// Divides the room: the articles keep at least as many rows as the rest.
pub(crate) fn parts(model: &Model, overview: &Overview) -> Parts {
    let room = geometry::screen(model).body.height.saturating_sub(2);
    let head = match room {
        0..4 => 0,
        4..8 => 2,
        _ => 3,
    };
    let verdicts = model.settings.labels.len() + 1;
    let people = overview.totals.team.len() + 1;
    let wanted = verdicts.max(people.min(verdicts + 2)) as u16 + 2;
    let middle = if room >= head + 2 * wanted { wanted } else { 0 };
    let heading = u16::from(room > head + middle + 2);
    Parts { head, middle, heading, articles: room.saturating_sub(head + middle + heading) }
}

/// Opens the overview on the open article: one's own, or the team's where one has not decided
/// anything.
pub(super) fn open(model: &mut Model) {
    let totals = Totals::of(model);
    let decided = totals.own.all() + totals.progress.stale;
    let is_own = decided > 0 || totals.team.is_empty();
    model.dialog = Some(if is_own { mine_of(model, totals) } else { all(model) });
}

fn mine(model: &Model) -> Box<dyn Dialog> {
    mine_of(model, Totals::of(model))
}

fn mine_of(model: &Model, totals: Totals) -> Box<dyn Dialog> {
    let article = model.reader.article.or(model.list.article()).unwrap_or_default();
    let selected = model.desk.order.iter().position(|id| *id == article).unwrap_or_default();
    let mut overview = Overview { totals, selected, top: 0 };
    overview.select(model, selected);
    Box::new(overview)
}

/// The whole team, people by articles.
fn all(model: &Model) -> Box<dyn Dialog> {
    browse::with_beside(Command::Overview, words::TEAM_OVERVIEW, crew::rows(model), mine)
}

/// Sums anew after something was read.
pub(in crate::state) fn refresh(model: &mut Model) {
    if model.dialog::<Overview>().is_some() {
        let totals = Totals::of(model);
        if let Some(overview) = model.dialog_mut::<Overview>() {
            overview.totals = totals;
        }
    }
}

impl Dialog for Overview {
    fn opened_by(&self) -> Command {
        Command::Overview
    }

    fn context(&self) -> Context {
        Context::Browse
    }

    fn has_views(&self) -> bool {
        true
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        let page = usize::from(parts(model, self).articles).max(1);
        let at = self.selected;
        match command {
            Command::Next => self.select(model, at + 1),
            Command::Previous => self.select(model, at.saturating_sub(1)),
            Command::PageDown => self.select(model, at + page),
            Command::PageUp => self.select(model, at.saturating_sub(page)),
            Command::Top => self.select(model, 0),
            Command::Bottom => self.select(model, usize::MAX),
            Command::Open => {
                let Some(article) = model.desk.order.get(at).copied() else {
                    return Out::default();
                };
                return Out::close(related::jump(model, article, Target::FirstOpen));
            }
            Command::NextPane | Command::PreviousPane => return Out::show(Vec::new(), all(model)),
            Command::Cancel => return Out::close(Vec::new()),
            _ => {}
        }
        Out::default()
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        let body = geometry::screen(model).body;
        let parts = parts(model, self);
        let room = geometry::inside(body);
        let above = (parts.head + parts.middle + parts.heading).min(room.height);
        let list = Rect { y: room.y + above, height: room.height - above, ..room };
        Some(Overlay { area: body, list })
    }

    fn choose(&mut self, model: &Model, row: usize) -> Option<Command> {
        let line = self.top + row;
        let known = line < model.desk.order.len();
        self.selected = if known { line } else { self.selected };
        known.then_some(Command::Open)
    }

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::Next, Command::Previous))
    }
}

impl Overview {
    fn select(&mut self, model: &Model, line: usize) {
        let count = model.desk.order.len();
        let visible = usize::from(parts(model, self).articles);
        self.selected = line.min(count.saturating_sub(1));
        self.top = scrolled(self.top, self.selected, visible, count);
    }
}
