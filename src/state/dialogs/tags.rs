//! Tags of a claim: short words, completed from those in use on the desk.

use std::collections::BTreeMap;

use crate::command::{Command, Context, Key};
use crate::state::act::{follow, verdict};
use crate::state::model::about::About;
use crate::state::model::editor::Editor;
use crate::state::model::unfinished::Written;
use crate::state::model::{Dialog, Model, Out};
use crate::state::query::annotation;

/// Tags being written, with commas between them.
#[derive(Debug)]
pub(crate) struct TagsDialog {
    /// The claim.
    pub about: About,
    /// What is written.
    pub editor: Editor,
    /// The completion that Tab takes, by its place in [`TagsDialog::completions`].
    pub picked: usize,
    /// The tags before.
    before: Vec<String>,
    /// All tags in use, the most used first.
    known: Vec<String>,
}

/// Opens the dialog on the tags of the claim on these words.
pub(super) fn open(model: &mut Model, about: About) {
    let own = annotation::about(model, &about);
    let mut text = own.map(|own| own.tags.join(", ")).unwrap_or_default();
    if !text.is_empty() {
        text.push_str(", ");
    }
    let (editor, before) = (Editor::line(&text), tags(&text));
    let known = in_use(model);
    model.dialog = Some(Box::new(TagsDialog { about, editor, before, picked: 0, known }));
}

impl Dialog for TagsDialog {
    fn opened_by(&self) -> Command {
        Command::EditTags
    }

    fn context(&self) -> Context {
        Context::Tags
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::Complete => self.complete(),
            Command::Next | Command::Previous => self.step(command == Command::Next),
            Command::EraseAll => self.editor.erase(),
            Command::Accept if follow::is_stranded(model, &self.about) => {}
            Command::Accept => {
                let tags = tags(&self.editor.text());
                return Out::close(verdict::set(model, &self.about, |a| a.tags = tags));
            }
            Command::Cancel => return Out::leave(Vec::new()),
            _ => {}
        }
        Out::default()
    }

    fn key(&mut self, _model: &mut Model, key: Key) -> Out {
        self.picked = 0;
        if self.editor.key(key) { Out::default() } else { Out::ignored() }
    }

    fn about(&mut self) -> Option<&mut About> {
        Some(&mut self.about)
    }

    fn unsaved(&self) -> Option<About> {
        (tags(&self.editor.text()) != self.before).then(|| self.about.clone())
    }

    fn written(&self) -> Option<(Written, Written)> {
        Some((Written::text(self.editor.text()), Written::text(self.before.join(", "))))
    }

    /// Tags that were given elsewhere meanwhile stay.
    fn go_on(&mut self, now: Written, before: Written) {
        let was = tags(before.at(0));
        let come = self.before.iter().filter(|tag| !was.contains(tag));
        let come = come.map(String::as_str).chain([now.at(0)]).collect::<Vec<_>>();
        self.editor = Editor::line(&come.join(", "));
    }

    fn paste(&mut self, _model: &mut Model, text: &str) -> Out {
        self.editor.paste(text);
        self.picked = 0;
        Out::default()
    }
}

impl TagsDialog {
    /// The tags in use that the last word may become, the most used first.
    pub(crate) fn completions(&self) -> Vec<&str> {
        let text = self.editor.text();
        let (before, last) = text.rsplit_once(',').unwrap_or(("", &text));
        let start = last.trim().to_lowercase();
        let given = tags(before);
        let fits = |tag: &&String| {
            let folded = tag.to_lowercase();
            folded.starts_with(&start) && folded != start && !given.contains(tag)
        };
        self.known.iter().filter(fits).map(String::as_str).collect()
    }

    fn complete(&mut self) {
        let Some(tag) = self.completions().get(self.picked).map(|tag| (*tag).to_owned()) else {
            return;
        };
        let text = self.editor.text();
        let before =
            text.rsplit_once(',').map_or(String::new(), |(before, _)| format!("{before}, "));
        self.editor = Editor::line(&format!("{before}{tag}, "));
        self.picked = 0;
    }

    fn step(&mut self, forward: bool) {
        let next = self.picked.checked_add_signed(if forward { 1 } else { -1 });
        if let Some(next) = next.filter(|next| *next < self.completions().len()) {
            self.picked = next;
        }
    }
}

/// The tags in a text, each once, in the order written.
fn tags(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split(',') {
        let tag = word.split_whitespace().collect::<Vec<_>>().join(" ");
        if !tag.is_empty() && !out.contains(&tag) {
            out.push(tag);
        }
    }
    out
}

/// The tags in use on the desk, one's own and the team's, the most used first.
pub(crate) fn in_use(model: &Model) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for book in model.desk.books.values() {
        let books = book.team.iter().map(|book| &book.notebook).chain([&book.now]);
        for tag in books.flat_map(|b| b.annotations.values()).flat_map(|a| &a.tags) {
            *counts.entry(tag).or_default() += 1;
        }
    }
    let closed = model.desk.articles.iter().enumerate();
    let closed = closed.filter(|(id, _)| !model.desk.books.contains_key(id));
    for tag in closed.filter_map(|(_, article)| article.summary()).flat_map(|s| &s.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let mut tags: Vec<_> = counts.into_iter().collect();
    tags.sort_by_key(|(tag, count)| (std::cmp::Reverse(*count), *tag));
    tags.into_iter().map(|(tag, _)| tag.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::testing::{desk, press};

    const TEXT: &str = "Selon Séoul, 12 000 soldats nord-coréens sont en Russie.\n\n\
                        Moscou a livré 700 000 tonnes de riz à Pyongyang en 2024.\n";

    fn tags_here(model: &Model) -> Vec<String> {
        let own = model.reader.item().and_then(|item| annotation::own(model, item));
        own.map(|own| own.tags.clone()).unwrap_or_default()
    }

    #[test]
    fn tags_are_completed_from_those_in_use() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "tEffectifs, nord  coréens,,Effectifs<Enter>");
        assert_eq!(tags_here(&model), ["Effectifs", "nord coréens"]);
        press(&mut model, "jteff<Tab>riz<Enter>");
        assert_eq!(tags_here(&model), ["Effectifs", "riz"]);
        press(&mut model, "t<Tab><Enter>");
        assert_eq!(tags_here(&model), ["Effectifs", "riz", "nord coréens"]);
        press(&mut model, "t<Ctrl-U><Enter>");
        assert!(tags_here(&model).is_empty());
    }

    #[test]
    fn the_arrows_choose_among_completions() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "ta, b, c<Enter>jt<Down><Down><Down><Up><Tab><Enter>");
        assert_eq!(tags_here(&model), ["b"]);
    }
}
