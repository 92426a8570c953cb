//! The editor of a note.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Draw;
use crate::command::{Command, Context};
use crate::core::annotation::SHORT;
use crate::i18n::{messages as say, team};
use crate::state::Model;
use crate::state::dialogs::note::{NoteDialog, What};
use crate::state::query::{geometry, keys, team as query};
use crate::ui::editor;
use crate::ui::frame::dialog_box;
use crate::ui::paint::put;
use crate::ui::theme::Theme;

impl Draw for NoteDialog {
    fn draw(&self, model: &Model, theme: Theme, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = geometry::note(body, self.editor.text().lines().count());
        let title = match self.what {
            What::Note => say::NOTE,
            What::Article => say::ARTICLE_NOTE,
            What::Short => say::SHORT_CLAIM,
            What::Remark if self.remark.is_some() => team::CHANGE_REMARK,
            What::Remark if query::last_remark(model, &self.about).is_some() => {
                team::REPLY_OR_CHANGE
            }
            What::Remark => team::REPLY_TITLE,
            What::Reason => team::REASON_TITLE,
        };
        let title = match self.what {
            What::Remark => {
                let key = keys::in_place(model, Context::Note, Command::LastRemark);
                title.fill(model.settings.lang, &[&key])
            }
            // Only the claim in short counts its characters.
            _ => {
                let used = self.editor.text().trim().chars().count();
                title.fill(model.settings.lang, &[&used, &SHORT])
            }
        };
        let room = dialog_box(theme, area, &title, buf);
        let article = || model.reader.article.map(|article| model.desk.title(article));
        let words = match self.what {
            What::Article => article().unwrap_or_default(),
            _ => model.reader.words_of(&self.about),
        };
        let gone = self.about.are_gone();
        let words = if gone {
            say::WORDS_GONE_OF.fill(model.settings.lang, &[&words])
        } else {
            words.to_owned()
        };
        let words = words.as_str();
        let quote = u16::from(room.height > 4) * 2;
        if quote > 0 {
            put(buf, room.x, room.y, room.width, words, theme.dialog().patch(theme.dim()));
        }
        editor::draw(
            &self.editor,
            theme,
            Rect { y: room.y + quote, height: room.height - quote, ..room },
            buf,
        )
    }
}
