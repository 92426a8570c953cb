//! How what lies over the panes is drawn: a file per dialog, with the same names as in `state/`.

mod browse;
mod bulk;
mod choose;
mod compare;
mod confirm;
mod evidence;
mod filter;
mod find;
mod help;
mod note;
mod overview;
mod palette;
mod picker;
mod search;
mod source;
mod tags;

use std::any::Any;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::theme::Theme;
use crate::state::Model;
use crate::state::dialogs::browse::Browse;
use crate::state::dialogs::bulk::Bulk;
use crate::state::dialogs::choose::Choose;
use crate::state::dialogs::compare::Compare;
use crate::state::dialogs::confirm::Question;
use crate::state::dialogs::evidence::EvidenceDialog;
use crate::state::dialogs::filter::FilterDialog;
use crate::state::dialogs::find::Find;
use crate::state::dialogs::help::Help;
use crate::state::dialogs::note::NoteDialog;
use crate::state::dialogs::overview::Overview;
use crate::state::dialogs::palette::Palette;
use crate::state::dialogs::search::SearchLine;
use crate::state::dialogs::source::SourceDialog;
use crate::state::dialogs::tags::TagsDialog;

/// A dialog as a picture.
trait Draw {
    /// Draws it over the `body` of the screen; gives the cell of the cursor.
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position>;
}

/// The picture of a dialog, where it is of one kind.
type Drawer = fn(&dyn Any) -> Option<&dyn Draw>;

/// The dialogs that can be drawn.
const DIALOGS: &[Drawer] = &[
    of::<Browse>,
    of::<Bulk>,
    of::<Choose>,
    of::<Compare>,
    of::<EvidenceDialog>,
    of::<FilterDialog>,
    of::<Find>,
    of::<Help>,
    of::<NoteDialog>,
    of::<Overview>,
    of::<Palette>,
    of::<Question>,
    of::<SearchLine>,
    of::<SourceDialog>,
    of::<TagsDialog>,
];

fn of<D: Draw + 'static>(dialog: &dyn Any) -> Option<&dyn Draw> {
    dialog.downcast_ref::<D>().map(|dialog| dialog as &dyn Draw)
}

/// Draws the open dialog; gives the cell of its cursor.
pub(super) fn draw(model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
    let dialog: &dyn Any = model.dialog.as_deref()?;
    let drawn = DIALOGS.iter().find_map(|of| of(dialog));
    debug_assert!(drawn.is_some(), "a dialog without a line in DIALOGS: {:?}", model.dialog);
    drawn?.draw(model, theme, body, buf)
}
