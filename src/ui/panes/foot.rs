//! The last row: what went wrong, what was just said, or the keys that matter here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Run};

use crate::command::{Action, COMMANDS, Code, Command, Context, Entry, Key};
use crate::core::article::width::{fit, text_cells};
use crate::core::team::outline::View;
use crate::i18n::{Text, messages as say, team};
use crate::state::Model;
use crate::state::dialogs::browse::Browse;
use crate::state::dialogs::confirm::Question;
use crate::state::model::desk::ArticleId;
use crate::state::model::notice::{Notice, Weight};
use crate::state::model::sign::Sign;
use crate::state::query::{keys, related, team as people};
use crate::ui::paint::{put, put_line};
use crate::ui::theme::Theme;

/// So many cells the keys have before the signs of a claim are told, those of an article in the
/// list, and what goes on in the background.
const MOST_HINTS: u16 = 90;
const SOME_HINTS: u16 = 40;
const FEW_HINTS: u16 = 20;
/// Fewer cells of quoted words than this say nothing.
const SHORTEST: usize = 5;
/// So many cells of them are shown before what may come next.
const FIRST_WORDS: usize = 12;

/// Draws the row.
pub(in crate::ui) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.foot());
    let mut x = area.x + 1;
    let kept = search(model, theme, area, buf);
    let kept = kept + sharing(model, theme, Rect { width: area.width - kept, ..area }, buf);
    let kept = kept + saving(model, theme, Rect { width: area.width - kept, ..area }, buf);
    let room = |x: u16| (area.right() - kept).saturating_sub(x);
    if let Some(failure) = model.desk.failure() {
        let (lang, count) = (model.settings.lang, model.desk.count_unsaved());
        let text = say::NOT_SAVED.fill(lang, &[&count, &failure.cause]);
        let text = format!("{} {text}", theme.stale_sign());
        // A part of the row stays for the rest, so that the keys do not vanish for good.
        let width = room(x) * 3 / 4;
        x += put(buf, x, area.y, width, &text, theme.foot().patch(theme.warning())) + 2;
    } else if model.desk.waits() {
        let text = say::SAVE_WAITS.to(model.settings.lang);
        x += put(buf, x, area.y, room(x) / 2, text, theme.foot().patch(theme.warning())) + 2;
    }
    // What was changed is told once it is on disk.
    let is_owed = model.desk.is_saving() || model.desk.failure().is_some();
    let is_told = |notice: &&Notice| !(notice.change && is_owed);
    if let Some(notice) = model.notice.as_ref().filter(is_told) {
        // As at the left, a cell stays free: what ends at the border looks cut off.
        let room = room(x).saturating_sub(1);
        put_line(buf, x, area.y, room, &said(model, notice, theme, usize::from(room)));
        return;
    }
    let (progress, least) = match progress(model) {
        progress if progress.is_empty() => {
            let is_list = model.context() == Context::Articles;
            (meaning(model, theme), if is_list { SOME_HINTS } else { MOST_HINTS })
        }
        progress => (progress, FEW_HINTS),
    };
    let tail = text_cells(&progress) as u16;
    if tail > 0 && room(x) > tail + least {
        put(
            buf,
            area.right() - kept - tail - 1,
            area.y,
            tail,
            &progress,
            theme.foot().patch(theme.dim()),
        );
        put_line(
            buf,
            x,
            area.y,
            room(x) - tail - 3,
            &hints(model, theme, usize::from(room(x) - tail - 3)),
        );
        return;
    }
    put_line(buf, x, area.y, room(x), &hints(model, theme, usize::from(room(x))));
}

/// What was done, the words it was done to as far as they fit, and what may come next.
fn said(model: &Model, notice: &Notice, theme: Theme, width: usize) -> Line<'static> {
    let style = theme.foot().patch(match notice.weight {
        Weight::Info => Theme::text(),
        Weight::Warning => theme.warning(),
    });
    let (key_style, dim) = (theme.foot().patch(theme.accent()), theme.foot().patch(theme.dim()));
    let lang = model.settings.lang;
    let to_share = left_to_share(model).filter(|_| notice.done);
    let share = to_share.as_ref().map(|_| (Command::Sync, team::SHARE_IT));
    let text = [Some(notice.text.clone()), to_share].into_iter().flatten().collect::<Vec<_>>();
    let text = text.join(" · ");
    let around = text_cells(&say::QUOTED.fill(lang, &[&""])) + text_cells(" · ");
    // Which words it was comes before what may come next.
    let named = match text_cells(&notice.words) {
        0 => 0,
        cells => around + cells.min(FIRST_WORDS),
    };
    let (mut tail, mut rest) = (Vec::new(), 0);
    for (command, word) in share.iter().chain(&notice.next) {
        let gap = if tail.is_empty() { " · " } else { "  " };
        let (key, word) = (keys::first(model, *command), format!(" {}", word.to(lang)));
        rest += text_cells(gap) + text_cells(&key) + text_cells(&word);
        // A key that is cut in two names nothing.
        if text_cells(&text) + named + rest > width && (named > 0 || !tail.is_empty()) {
            break;
        }
        tail.push(Run::styled(gap, dim));
        tail.push(Run::styled(key, key_style));
        tail.push(Run::styled(word, dim));
    }
    let rest: usize = tail.iter().map(|run| text_cells(&run.content)).sum();
    // Where all of it leaves no room for them, they stand behind what was done.
    let (text, more) = match text.split_once(" · ") {
        Some((done, more)) if text_cells(&text) + named > width => {
            (done.to_owned(), format!(" · {more}"))
        }
        _ => (text, String::new()),
    };
    let left = width.saturating_sub(text_cells(&text) + rest + around);
    let left = if more.is_empty() { left } else { left.min(FIRST_WORDS) };
    let mut line = vec![Run::styled(text, style)];
    if !notice.words.is_empty() && left >= SHORTEST.min(text_cells(&notice.words)) {
        let words = say::QUOTED.fill(lang, &[&fit(&notice.words, left)]);
        line.push(Run::styled(format!(" · {words}"), dim));
    }
    line.push(Run::styled(more, style));
    line.into_iter().chain(tail).collect()
}

/// What is in no commit yet, and which commits the others do not have.
fn left_to_share(model: &Model) -> Option<String> {
    let standing = model.sharing.standing.as_ref()?;
    let lang = model.settings.lang;
    let parts = [(team::LEFT_TO_COMMIT, standing.unsaved), (team::LEFT_TO_PUSH, standing.ahead)];
    let parts: Vec<_> =
        parts.iter().filter(|(_, n)| *n > 0).map(|(text, n)| text.fill(lang, &[n])).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What is going on in the background.
fn progress(model: &Model) -> String {
    let (desk, reader, lang) = (&model.desk, &model.reader, model.settings.lang);
    let all = desk.order.len();
    let keys = model.settings.keymap.keys(model.focus.context(), Action::Do(Command::ReadAhead));
    let key = keys.first().map_or_else(|| ":".to_owned(), |key| key.label(lang));
    if reader.is_unanalyzed() {
        let text = if reader.stopped { say::STUDYING_STOPPED } else { say::STUDYING };
        text.fill(lang, &[&reader.analyzed, &key])
    } else if desk.listed && !desk.indexed && all > 0 {
        let text = if desk.stopped { say::READING_STOPPED } else { say::READING_DESK };
        text.fill(lang, &[&desk.read, &all, &key])
    } else if !model.settings.advance {
        say::STAYS_HERE.fill(lang, &[&keys::first(model, Command::Advance)])
    } else {
        String::new()
    }
}

/// What the signs under the cursor mean: those of the claim, or of the article in the list.
fn meaning(model: &Model, theme: Theme) -> String {
    let lang = model.settings.lang;
    let told = |(sign, count): (Sign, usize)| {
        let count = if count > 0 { count.to_string() } else { String::new() };
        format!("{}{count} {}", theme.sign(sign).0, sign.meaning().to(lang))
    };
    let signs = match model.context() {
        Context::Articles => model.list.article().map_or_else(Vec::new, |id| marks(model, id)),
        Context::Text | Context::Claim => model.reader.item().map_or_else(Vec::new, |item| {
            let stale = item.verdict().is_some() && !item.standing().is_in_force();
            let open = item.verdict().is_none() && item.is_shown(model.settings.level);
            let quiet = item.verdict().is_none() && !open;
            let disputed = people::is_disputed(model, item);
            let article = model.reader.article;
            let marked = article.is_some_and(|article| model.marks.has(article, item.span));
            let signs = [
                (marked, Sign::Mark),
                (stale, Sign::Stale),
                (disputed, Sign::Dispute),
                (open, Sign::Open),
                (quiet, Sign::Quiet),
            ];
            signs.into_iter().filter_map(|(on, sign)| on.then_some((sign, 0))).collect()
        }),
        _ => Vec::new(),
    };
    signs.into_iter().map(told).collect::<Vec<_>>().join(" · ")
}

/// The signs of an article in the list, with their numbers.
fn marks(model: &Model, article: ArticleId) -> Vec<(Sign, usize)> {
    let entry = &model.desk.articles[article];
    let level = usize::from(model.settings.level.number());
    let stale = entry.summary().map_or(0, |summary| summary.progress[level].stale);
    let disputes = people::count(model, article, View::Disputed);
    let signs = [
        (Sign::Stale, stale),
        (Sign::Dispute, disputes),
        (Sign::Differs, entry.differs.unwrap_or_default()),
    ];
    signs.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// That a change is not on disk yet, at the right; gives the cells it takes.
fn saving(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) -> u16 {
    if !model.desk.is_saving() {
        return 0;
    }
    let text = say::SAVING.to(model.settings.lang);
    let width = (text_cells(text) as u16 + 1).min(area.width / 3);
    put(buf, area.right() - width, area.y, width, text, theme.foot().patch(theme.dim()));
    width + 1
}

/// How the clone stands to the others, at the right; gives the cells it takes.
fn sharing(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) -> u16 {
    let Some(standing) = &model.sharing.standing else { return 0 };
    let parts =
        theme.sharing_signs().into_iter().zip([standing.ahead, standing.behind, standing.unsaved]);
    let parts: Vec<_> =
        parts.filter(|(_, n)| *n > 0).map(|(sign, n)| format!("{sign}{n}")).collect();
    let text = format!("{} ", parts.join(" "));
    let width = text_cells(&text) as u16;
    // The keys come first where there is hardly room for them.
    if parts.is_empty() || area.width < width + 40 {
        return 0;
    }
    put(buf, area.right() - width, area.y, width, &text, theme.foot().patch(theme.dim()));
    width + 1
}

/// The search that is on, at the right; gives the cells it takes.
fn search(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) -> u16 {
    let Some(search) = &model.search else { return 0 };
    let text = format!(" /{} {} ", fit(&search.query, 24), search.count());
    let width = (text_cells(&text) as u16).min(area.width / 2);
    put(buf, area.right() - width, area.y, width, &text, theme.found());
    width + 1
}

/// Keys and what they do, as many as fit.
pub(in crate::ui) fn hints(model: &Model, theme: Theme, width: usize) -> Line<'static> {
    let mut runs = Vec::new();
    let mut used = 0;
    for (key, word) in shown(model) {
        let gap = if used == 0 { "" } else { "  " };
        let size = gap.len() + text_cells(&key) + 1 + text_cells(&word);
        if used + size > width {
            continue;
        }
        used += size;
        runs.push(Run::styled(format!("{gap}{key}"), theme.foot().patch(theme.accent())));
        runs.push(Run::styled(format!(" {word}"), theme.foot().patch(theme.dim())));
    }
    Line::from(runs)
}

/// Where nothing is being made there is nothing to keep or drop.
fn wording(model: &Model, context: Context, entry: &Entry, word: Text) -> Text {
    match (context, entry.name) {
        (Context::Browse, "open") => {
            model.dialog.as_ref().and_then(|dialog| dialog.opening()).unwrap_or(word)
        }
        (Context::Help, "accept")
        | (
            Context::Help
            | Context::Browse
            | Context::Compare
            | Context::Palette
            | Context::Search
            | Context::Filter,
            "cancel",
        ) => say::CLOSE,
        (Context::Palette, "accept") => say::CHOOSE,
        (Context::Browse, "next-pane") => say::VIEW,
        _ => word,
    }
}

/// Whether a command of the foot does something now.
fn is_of_use(model: &Model, command: Command) -> bool {
    match command {
        Command::NextPane => model.dialog.as_ref().is_none_or(|dialog| dialog.has_views()),
        Command::Open => model.dialog.as_ref().is_none_or(|dialog| dialog.can_open()),
        Command::KeepElsewhere => model.dialog() == Some(&Question::QuitUnsaved),
        Command::Undo => model.dialog.is_some() || model.history.can_undo(),
        _ => true,
    }
}

/// The keys to what other articles say, where they say something about the current claim.
fn beside(model: &Model, context: Context) -> Vec<(String, String)> {
    let lang = model.settings.lang;
    let count = related::of_current(model).len().min(9);
    let key = |action| {
        let keys = model.settings.keymap.keys(context, action);
        keys.first().map(|key| key.label(lang))
    };
    let said = |keys: &[(Option<String>, Text)]| -> Vec<_> {
        let word =
            |(key, word): &(Option<String>, Text)| Some((key.clone()?, word.to(lang).to_owned()));
        keys.iter().filter_map(word).collect()
    };
    let compare = (key(Action::Do(Command::Compare)), say::COMPARE_THEM);
    let take = (key(Action::Do(Command::TakeAsEvidence)), say::AS_EVIDENCE);
    match context {
        Context::Browse if model.dialog::<Browse>().is_some_and(|list| !list.facts.is_empty()) => {
            return said(&[compare]);
        }
        Context::Compare => return said(&[take]),
        Context::Adjudicate => return said(&[(voices(model, key), team::AS_THEY_SAY)]),
        Context::Text | Context::Claim if count > 0 => {}
        _ => return Vec::new(),
    }
    let digits = key(Action::Related(1)).map(|first| match key(Action::Related(count)) {
        Some(last) if count > 1 => format!("{first}–{last}"),
        _ => first,
    });
    let differences = (key(Action::Do(Command::Differences)), say::TO_DIFFERENCES);
    let others = if count > 1 { say::TO_OTHERS } else { say::TO_OTHER };
    said(&[(digits, others), compare, take, differences])
}

/// The keys that take what a person says of a claim.
fn voices(model: &Model, key: impl Fn(Action) -> Option<String>) -> Option<String> {
    let panel = model.reader.item().map(|item| people::panel(model, item));
    let count = panel.map_or(0, |panel| panel.len().min(9));
    let first = key(Action::Related(1)).filter(|_| count > 0)?;
    match key(Action::Related(count)).filter(|_| count > 1) {
        Some(last) => Some(format!("{first}–{last}")),
        None => Some(first),
    }
}

fn shown(model: &Model) -> Vec<(String, String)> {
    let context = model.context();
    let keymap = &model.settings.keymap;
    let lang = model.settings.lang;
    let mut out = Vec::new();
    if matches!(context, Context::Text | Context::Claim | Context::Adjudicate) {
        let keys: String = model.settings.labels.iter().map(|label| label.key).collect();
        let word = match context {
            Context::Adjudicate => team::FINAL_KEYS.to(lang).to_owned(),
            _ => say::VERDICT.to(lang).to_lowercase(),
        };
        out.push((keys, word));
    }
    // Help and the ways out come first: the last to be cut where room is short.
    let is_first = |entry: &Entry| matches!(entry.name, "help" | "quit" | "accept" | "cancel");
    let (first, mut rest): (Vec<&Entry>, Vec<&Entry>) = COMMANDS.iter().partition(|e| is_first(e));
    // What only works in this place says more of it than what works everywhere.
    let is_common = |entry: &&Entry| {
        let action = Action::Do(entry.command);
        context != Context::Adjudicate || !keymap.keys(Context::Text, action).is_empty()
    };
    rest.sort_by_key(is_common);
    let key = |entry: &Entry| {
        let keys = keymap.keys(context, Action::Do(entry.command));
        let (first, rest) = keys.split_first()?;
        // What Esc does is told wherever it keeps: elsewhere it closes.
        let is_esc = |key: &&Key| entry.name == "accept" && key.code == Code::Esc;
        let esc = rest.iter().find(is_esc).map(|esc| format!("/{}", esc.label(lang)));
        Some(first.label(lang) + &esc.unwrap_or_default())
    };
    let hint = |entry: &&Entry| {
        let word = entry.foot.filter(|_| is_of_use(model, entry.command))?;
        Some((key(entry)?, wording(model, context, entry, word).to(lang).to_owned()))
    };
    out.extend(first.iter().filter_map(hint));
    out.extend(beside(model, context));
    out.extend(rest.iter().filter_map(hint));
    out
}
