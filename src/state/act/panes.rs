//! Commands of the three panes.

use super::{
    adjudicate, article, copy, filter, list, mark, related, repeat, search, select, settle, share,
    verdict, work,
};
use crate::command::Command;
use crate::core::claim::Level;
use crate::i18n::messages as say;
use crate::state::model::Model;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::Notice;
use crate::state::model::reader::Target;
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::query::geometry;
use crate::state::query::related::of_current;

/// Carries out a command while a pane has the focus.
pub(in crate::state) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::CopyClaim => return copy::claim(model),
        Command::ClearFilter => return filter::clear(model),
        Command::SortArticles => return list::sort(model),
        Command::Story => return list::story(model),
        Command::ReadAhead => return read_ahead(model),
        Command::NextMatch | Command::PreviousMatch => {
            search::step(model, command == Command::NextMatch);
            return Vec::new();
        }
        Command::SelectText => return select::open(model),
        Command::Overlapping => return overlapping(model),
        Command::Withdraw => return verdict::withdraw(model),
        Command::Undo => return verdict::undo(model),
        Command::Back => return related::back(model),
        Command::Forward => return related::forward(model),
        Command::Repeat => return repeat::go_on(model),
        Command::TakeAsEvidence => return related::take(model),
        Command::Confirm => return settle::confirm(model),
        Command::Mark => return mark::turn(model),
        Command::NextMark => return mark::next(model),
        Command::Redo => return verdict::redo(model),
        Command::Adjudicate => return adjudicate::turn(model),
        Command::Work => return work::turn(model),
        Command::Sync => return share::plan(model),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Open if model.focus == Pane::Claim => {
            return related::open(model, model.reader.picked + 1);
        }
        Command::Open => return open_selected(model),
        Command::Next | Command::Previous => return step(model, command == Command::Next),
        Command::NextOpen => return next_open(model),
        Command::PreviousOpen => previous_open(model),
        Command::NextArticle => return next_article(model, 1, None),
        Command::PreviousArticle => return next_article(model, -1, None),
        Command::NextPane => focus(model, 1),
        Command::PreviousPane => focus(model, 2),
        Command::Leave if model.search.is_some() => model.search = None,
        Command::Leave => model.focus = Pane::Articles,
        Command::MoreClaims | Command::FewerClaims => {
            return set_level(model, command == Command::MoreClaims);
        }
        Command::Advance => advance(model),
        Command::WiderColumn => set_column(model, 4),
        Command::NarrowerColumn => set_column(model, -4),
        Command::MoveBorderRight => move_border(model, 1),
        Command::MoveBorderLeft => move_border(model, -1),
        Command::HideList => hide_list(model),
        Command::LineSpacing => line_spacing(model),
        Command::FileLines => file_lines(model),
        _ => return scroll(model, command),
    }
    list::arrange(model)
}

/// Turns from paragraphs that stand apart to none, to double spacing.
fn line_spacing(model: &mut Model) {
    let (air, spacing, said) = match (model.reader.air, model.settings.spacing) {
        (true, _) => (false, 1, say::SPACING_TIGHT),
        (false, ..=1) => (false, 2, say::SPACING_DOUBLE),
        (false, _) => (true, 1, say::SPACING_AIR),
    };
    model.settings.spacing = spacing;
    model.reader.show_air(air);
    model.notice = Some(Notice::info(said.to(model.settings.lang)));
}

/// Turns between the lines of the file and those that its layout means.
fn file_lines(model: &mut Model) {
    let lang = model.settings.lang;
    let on = !model.reader.file_lines;
    let Some(doc) = &model.reader.doc else { return };
    if !doc.is_reflowed() {
        model.notice = Some(Notice::info(say::FILE_LINES_SHOWN.to(lang)));
        return;
    }
    model.reader.show_file_lines(on);
    let said = if on { say::FILE_LINES } else { say::FLOWING_LINES };
    model.notice = Some(Notice::info(said.to(lang)));
}

fn open_selected(model: &mut Model) -> Vec<Effect> {
    let Some(article) = model.list.article() else { return Vec::new() };
    model.focus = Pane::Text;
    article::open(model, article, None)
}

/// Shows the selected article beside the list, without leaving the list.
pub(in crate::state) fn preview(model: &mut Model) -> Vec<Effect> {
    let mut effects = list::wanted(model);
    if let Some(article) = model.list.article() {
        effects.extend(article::open(model, article, None));
    }
    effects
}

fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    if model.focus == Pane::Articles {
        let visible = geometry::list_lines(model);
        model.list.step(if forward { 1 } else { -1 }, visible);
        return preview(model);
    }
    if model.focus == Pane::Claim && !of_current(model).is_empty() {
        related::step(model, forward);
        return Vec::new();
    }
    let page = geometry::page(model);
    let Some(current) = model.reader.current else {
        if let Some(index) = model.reader.beside_astray(forward) {
            model.reader.show(index, page);
            return Vec::new();
        }
        return beyond(model, forward);
    };
    // Scrolled away: go on from what is on the page, not from what was left behind.
    let index = if model.reader.is_visible(current, page) {
        model.reader.stop_beside(current, forward)
    } else {
        model.reader.stop_from_page(page, forward)
    };
    match index {
        Some(index) => model.reader.show(index, page),
        None => return beyond(model, forward),
    }
    Vec::new()
}

/// At the end of an article: says so once, then goes on into the next.
fn beyond(model: &mut Model, forward: bool) -> Vec<Effect> {
    let lang = model.settings.lang;
    if model.reader.at_end == Some(forward) {
        let target = if forward { Target::First } else { Target::Last };
        return next_article(model, if forward { 1 } else { -1 }, Some(target));
    }
    model.reader.at_end = Some(forward);
    let text = if forward { say::LAST_CLAIM } else { say::FIRST_CLAIM };
    model.notice = Some(Notice::info(text.to(lang)));
    Vec::new()
}

fn next_article(model: &mut Model, by: isize, target: Option<Target>) -> Vec<Effect> {
    let line = line_of(model, model.reader.article).unwrap_or(model.list.selected);
    let next = line.checked_add_signed(by).and_then(|line| model.list.order.get(line).copied());
    match next {
        Some(article) => {
            let mut effects = article::open(model, article, target);
            effects.extend(list::arrange(model));
            effects
        }
        None => {
            let text = if by > 0 { say::LAST_ARTICLE } else { say::FIRST_ARTICLE };
            model.notice = Some(Notice::info(text.to(model.settings.lang)));
            Vec::new()
        }
    }
}

fn line_of(model: &Model, article: Option<ArticleId>) -> Option<usize> {
    let article = article?;
    if model.list.article() == Some(article) {
        return Some(model.list.selected);
    }
    model.list.order.iter().position(|a| *a == article)
}

fn next_open(model: &mut Model) -> Vec<Effect> {
    let (reader, page) = (&model.reader, geometry::page(model));
    // Scrolled away: go on from the page, not from what was left behind.
    let from = match reader.current {
        None => 0,
        Some(current) if reader.is_visible(current, page) => current + 1,
        Some(_) => reader.stop_from_page(page, true).unwrap_or(reader.items.len()),
    };
    let here = reader.open_stops().find(|index| *index >= from);
    if let Some(index) = here {
        model.reader.show(index, geometry::page(model));
        return Vec::new();
    }
    let line = line_of(model, model.reader.article).unwrap_or_default();
    let count = model.list.order.len();
    let later = (1..count)
        .map(|by| model.list.order[(line + by) % count])
        .find(|article| has_open(model, *article));
    match later {
        Some(article) => article::open(model, article, Some(Target::FirstOpen)),
        None => {
            let first = model.reader.open_stops().next();
            let Some(index) = first else { return next_weak(model, line) };
            model.reader.show(index, geometry::page(model));
            Vec::new()
        }
    }
}

/// No claim is open: goes to the articles in which none stands out, each once, and says so.
fn next_weak(model: &mut Model, line: usize) -> Vec<Effect> {
    let lang = model.settings.lang;
    let count = model.list.order.len();
    let later = (1..=count).map(|by| model.list.order[(line + by) % count]);
    let weak = later.filter(|article| is_weak(model, *article));
    let Some(article) = weak.min_by_key(|article| model.weak_seen.contains(article)) else {
        model.notice = Some(Notice::info(say::NO_OPEN_CLAIM.to(lang)));
        return Vec::new();
    };
    if !model.weak_seen.insert(article) {
        let text = say::NO_OPEN_CLAIM.to(lang);
        let next = [(Command::MoreClaims, say::POINT_OUT_MORE)];
        model.notice = Some(Notice::info(text).then(&next));
        return Vec::new();
    }
    let effects = article::open(model, article, None);
    let next = [(Command::MoreClaims, say::POINT_OUT_MORE), (Command::NextOpen, say::GO_ON)];
    model.notice = Some(Notice::info(say::NONE_OPEN_SEE_WEAK.to(lang)).then(&next));
    effects.into_iter().chain(list::arrange(model)).collect()
}

/// Whether an article has claims, none of which is pointed out.
fn is_weak(model: &Model, article: ArticleId) -> bool {
    let level = usize::from(model.settings.level.number());
    let progress = model.desk.articles[article].summary().map(|summary| &summary.progress);
    progress.is_some_and(|all| all[level].all == 0 && all.iter().any(|one| one.all > 0))
}

fn has_open(model: &Model, article: ArticleId) -> bool {
    let level = usize::from(model.settings.level.number());
    let article = &model.desk.articles[article];
    if article.listing.problem.is_some() {
        return false;
    }
    // Not read yet: it may have some.
    article.summary().is_none_or(|s| s.progress[level].decided < s.progress[level].all)
}

fn previous_open(model: &mut Model) {
    let (reader, page) = (&model.reader, geometry::page(model));
    let until = match reader.current.filter(|index| reader.is_visible(*index, page)) {
        Some(current) => current,
        None => reader.stop_from_page(page, false).map_or(0, |index| index + 1),
    };
    let before = model.reader.open_stops().take_while(|index| *index < until).last();
    match before {
        Some(index) => model.reader.show(index, geometry::page(model)),
        None => model.notice = Some(Notice::info(say::NO_OPEN_CLAIM.to(model.settings.lang))),
    }
}

/// Goes to the next of the claims that overlap the current one, directly or in a chain;
/// of a verdict that waits for a choice, to the next that can be chosen.
fn overlapping(model: &mut Model) -> Vec<Effect> {
    if let Some(effects) = settle::turn(model) {
        return effects;
    }
    let next = model.reader.current.and_then(|index| model.reader.next_overlapping(index));
    match next {
        Some(index) => model.reader.show(index, geometry::page(model)),
        None => model.notice = Some(Notice::info(say::NO_OVERLAP.to(model.settings.lang))),
    }
    Vec::new()
}

fn focus(model: &mut Model, by: usize) {
    const RING: [Pane; 3] = [Pane::Articles, Pane::Text, Pane::Claim];
    let at = RING.iter().position(|pane| *pane == model.focus).unwrap_or_default();
    model.focus = RING[(at + by) % RING.len()];
}

fn set_level(model: &mut Model, more: bool) -> Vec<Effect> {
    let mut effects = Vec::new();
    let level = model.settings.level;
    model.settings.level = if more { level.more() } else { level.fewer() };
    if let Some(open) = model.reader.article {
        effects = article::rebuild(model, open);
    }
    effects.extend(filter::again(model));
    let shown = model.reader.stops.len();
    let number = model.settings.level.number() + 1;
    model.notice =
        Some(Notice::info(say::LEVEL.fill(model.settings.lang, &[&number, &Level::COUNT, &shown])));
    effects
}

/// Stops reading the desk and looking for claims in the background, or takes both up again.
fn read_ahead(model: &mut Model) -> Vec<Effect> {
    let (desk, reader) = (&mut model.desk, &mut model.reader);
    let (unread, unanalyzed) = (!desk.indexed, reader.is_unanalyzed());
    if !unread && !unanalyzed {
        model.notice = Some(Notice::info(say::DESK_IS_READ.to(model.settings.lang)));
        return Vec::new();
    }
    if unread && !desk.stopped || unanalyzed && !reader.stopped {
        (desk.stopped, reader.stopped) = (unread, unanalyzed);
        return vec![Effect::ReadAhead(false)];
    }
    let again = reader.article.filter(|_| std::mem::take(&mut reader.stopped));
    desk.stopped = false;
    [Effect::ReadAhead(true)].into_iter().chain(again.map(Effect::Open)).collect()
}

/// After a verdict one moves on, or stays, from now on.
fn advance(model: &mut Model) {
    model.settings.advance = !model.settings.advance;
    let text = if model.settings.advance { say::ADVANCES } else { say::STAYS };
    model.notice = Some(Notice::info(text.to(model.settings.lang)));
}

/// Cells that a border moves at once.
const STEP: i16 = 4;

/// Moves the border between the pane with the focus and the one at its right, of the last pane that
/// at its left.
fn move_border(model: &mut Model, way: i16) {
    let before = geometry::screen(model);
    match model.focus {
        Pane::Articles => model.widths.list += way * STEP,
        Pane::Text | Pane::Claim => model.widths.claim -= way * STEP,
    }
    if geometry::screen(model) == before {
        // No further: the next step back is seen at once.
        match model.focus {
            Pane::Articles => model.widths.list -= way * STEP,
            Pane::Text | Pane::Claim => model.widths.claim += way * STEP,
        }
        let said = say::BORDER_STAYS.to(model.settings.lang);
        model.notice = Some(Notice::info(said));
    }
}

/// Hides the list of articles while the keys go elsewhere, or shows it again.
fn hide_list(model: &mut Model) {
    let hides = !model.widths.hides_list;
    model.widths.hides_list = hides;
    if hides && model.focus == Pane::Articles {
        model.focus = Pane::Text;
    }
    let said = if hides { say::LIST_HIDDEN } else { say::LIST_SHOWN };
    model.notice = Some(Notice::info(said.to(model.settings.lang)));
}

fn set_column(model: &mut Model, by: i16) {
    model.settings.column = model.settings.column.saturating_add_signed(by).clamp(20, 200);
    model.notice =
        Some(Notice::info(say::COLUMN.fill(model.settings.lang, &[&model.settings.column])));
}

fn scroll(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = match model.focus {
        Pane::Articles => geometry::list_lines(model),
        _ => geometry::page(model).1,
    } as isize;
    let page = (rows - 1).max(1);
    let by = match command {
        Command::LineDown => 1,
        Command::LineUp => -1,
        Command::PageDown => page,
        Command::PageUp => -page,
        Command::HalfDown => (rows / 2).max(1),
        Command::HalfUp => -(rows / 2).max(1),
        Command::Top => isize::MIN / 2,
        Command::Bottom => isize::MAX / 2,
        _ => return Vec::new(),
    };
    scroll_by(model, model.focus, by)
}

/// Scrolls a pane by rows (the list: by articles).
pub(in crate::state) fn scroll_by(model: &mut Model, pane: Pane, by: isize) -> Vec<Effect> {
    match pane {
        Pane::Articles => {
            let visible = geometry::list_lines(model);
            let last = model.list.order.len() as isize;
            model.list.step(by.clamp(-last, last), visible);
            return preview(model);
        }
        Pane::Text => scroll_text(model, by),
        Pane::Claim => {
            model.reader.claim_top = model.reader.claim_top.saturating_add_signed(by);
            model.reader.following = false;
        }
    }
    Vec::new()
}

/// Scrolls the text; the cursor follows the page.
fn scroll_text(model: &mut Model, by: isize) {
    let page = geometry::page(model);
    let reader = &mut model.reader;
    match by {
        _ if by > isize::MAX / 4 => reader.scroll_to_end(page),
        _ if by < isize::MIN / 4 => reader.top = 0,
        _ => reader.scroll(by, page),
    }
    let is_end = by > isize::MAX / 4;
    reader.follow(page, is_end || by < 0 && by > isize::MIN / 4);
}
