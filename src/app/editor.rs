//! The person's own editor, which has the terminal while it runs.

use std::io;
use std::process::ExitStatus;
use std::time::Instant;

use super::App;
use super::shell;
use crate::i18n::messages as say;
use crate::state::{Done, Msg, written_note};
use crate::store::draft::Draft;
use crate::term::{Screen, guard};

impl App {
    /// Lends the terminal to the person's editor, on the note that is open.
    pub(super) fn lend(&mut self, screen: &mut Screen) -> io::Result<()> {
        let Some(text) = written_note(&self.model) else { return Ok(()) };
        // Who looks at the desk from the editor finds all of it on disk.
        self.saver.wait();
        guard::lend();
        let written = self.edit(&text);
        let taken = screen.take_again();
        self.taken_back = Some(Instant::now());
        self.update(Msg::Done(Done::Edited(written)));
        taken
    }

    /// What the editor leaves of a text, or why it could not run.
    fn edit(&self, text: &str) -> Result<String, String> {
        let lang = self.model.settings.lang;
        let failed = |why: &str| say::EDITOR_FAILED.fill(lang, &[&self.editor, &why]);
        let draft = Draft::new(text).map_err(|error| failed(&error.to_string()))?;
        let status = shell::command(&self.editor).arg(draft.path()).status();
        match status {
            Ok(status) if status.success() => {
                draft.read().map_err(|error| failed(&error.to_string()))
            }
            Ok(status) => Err(failed(&ended(status))),
            Err(error) => Err(failed(&error.to_string())),
        }
    }
}

fn ended(status: ExitStatus) -> String {
    status.to_string()
}
