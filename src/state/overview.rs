//! The overview: how far the desk is, by verdict, by person, by article.

use std::collections::BTreeMap;

use super::desk::ArticleId;
use super::dialog::Dialog;
use super::list::scrolled;
use super::model::Model;
use super::reader::Target;
use super::signal::Effect;
use super::{geometry, help, related, team};
use crate::command::Command;
use crate::core::annotation::VerdictId;
use crate::core::review::Progress;
use crate::core::team::Tally;

/// The dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The sums over the desk, as far as it was read.
    pub totals: Totals,
    /// The selected article.
    pub selected: ArticleId,
    /// The first visible article.
    pub top: usize,
}

/// Sums over all articles that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How far one's own review is, at the present level of detail.
    pub progress: Progress,
    /// Claims on which people disagree.
    pub disputes: usize,
    /// One's own verdicts in force.
    pub own: Tally,
    /// The teammates' verdicts in force, in order of their names; where they are
    /// hidden until one decides, those on articles one is done with.
    pub team: Vec<Tally>,
}

impl Totals {
    fn of(model: &Model) -> Self {
        let mut totals = Self::default();
        totals.own.annotator.clone_from(&model.settings.annotator);
        let mut team: BTreeMap<&str, BTreeMap<VerdictId, usize>> = BTreeMap::new();
        let level = usize::from(model.settings.level.number());
        for (id, article) in model.desk.articles.iter().enumerate() {
            let Some(summary) = &article.summary else { continue };
            let Progress { decided, all, stale } = summary.progress[level];
            totals.progress.decided += decided;
            totals.progress.all += all;
            totals.progress.stale += stale;
            totals.disputes += team::disputes(model, id).count();
            let mut tallies = summary.tallies.iter();
            if let Some(own) = tallies.next() {
                add(&mut totals.own.verdicts, own);
            }
            for tally in tallies {
                let sums = team.entry(&tally.annotator).or_default();
                if !model.settings.blind || decided == all {
                    add(sums, tally);
                }
            }
        }
        let tally = |(name, verdicts): (&str, _)| Tally { annotator: name.to_owned(), verdicts };
        totals.team = team.into_iter().map(tally).collect();
        totals
    }
}

fn add(sums: &mut BTreeMap<VerdictId, usize>, tally: &Tally) {
    for (verdict, count) in &tally.verdicts {
        *sums.entry(verdict.clone()).or_default() += count;
    }
}

/// Rows of the overview's parts inside its frame; a part without room has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
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
pub fn parts(model: &Model, overview: &Overview) -> Parts {
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

impl Overview {
    /// Selects an article; tells whether there is one of this number.
    pub(super) fn choose(&mut self, article: ArticleId, count: usize) -> bool {
        self.selected = if article < count { article } else { self.selected };
        article < count
    }
}

/// Opens the overview on the open article.
pub(super) fn open(model: &mut Model) {
    let selected = model.reader.article.or(model.list.article()).unwrap_or_default();
    let overview = Overview { totals: Totals::of(model), selected, top: 0 };
    model.dialog = Some(Dialog::Overview(overview));
    select(model, selected);
}

/// Sums anew after something was read.
pub(super) fn refresh(model: &mut Model) {
    if matches!(model.dialog, Some(Dialog::Overview(_))) {
        let totals = Totals::of(model);
        if let Some(Dialog::Overview(overview)) = &mut model.dialog {
            overview.totals = totals;
        }
    }
}

/// Carries out a command of the overview.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Dialog::Overview(overview)) = &model.dialog else { return Vec::new() };
    let page = usize::from(parts(model, overview).articles).max(1);
    let at = overview.selected;
    match command {
        Command::Next => select(model, at + 1),
        Command::Previous => select(model, at.saturating_sub(1)),
        Command::PageDown => select(model, at + page),
        Command::PageUp => select(model, at.saturating_sub(page)),
        Command::Top => select(model, 0),
        Command::Bottom => select(model, usize::MAX),
        Command::Open => {
            model.dialog = None;
            return related::jump(model, at, Target::FirstOpen);
        }
        Command::Help => return help::open(model),
        Command::Cancel => model.dialog = None,
        _ => {}
    }
    Vec::new()
}

fn select(model: &mut Model, article: ArticleId) {
    let count = model.desk.articles.len();
    let Some(Dialog::Overview(overview)) = &model.dialog else { return };
    let visible = usize::from(parts(model, overview).articles);
    let selected = article.min(count.saturating_sub(1));
    let top = scrolled(overview.top, selected, visible, count);
    if let Some(Dialog::Overview(overview)) = &mut model.dialog {
        (overview.selected, overview.top) = (selected, top);
    }
}
