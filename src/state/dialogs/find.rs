//! Searching in all articles: the results come as they are found.

use crate::command::{Command, Context, Key};
use crate::state::act::{related, search};
use crate::state::model::hits::{Found, Hit, MOST};
use crate::state::model::picker::{Moved, Picker};
use crate::state::model::preview::Place;
use crate::state::model::reader::Target;
use crate::state::model::search::Search;
use crate::state::model::signal::Effect;
use crate::state::model::work::Job;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::geometry::{self, ListBox};
use crate::state::query::search as on;

/// The dialog.
#[derive(Clone, Debug)]
pub(crate) struct Find {
    /// What is typed and chosen.
    pub picker: Picker,
    /// What is being looked for.
    pub query: String,
    /// The lines found, by article and place.
    pub hits: Vec<Hit>,
    /// How many matches were found, also where their lines are not listed.
    pub count: usize,
    /// How many articles were looked through.
    pub searched: usize,
    /// How many of them could not be read.
    pub unread: usize,
}

/// Opens the dialog, with what is searched in the article.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let query = model.typed.get(&Command::SearchDesk).cloned();
    let on = Some(on::query(model)).filter(|query| !query.is_empty());
    let (mut find, effects) = Find::begin(&on.or(query).unwrap_or_default());
    find.picker.editor.select_all();
    model.dialog = Some(Box::new(find));
    effects
}

impl Dialog for Find {
    fn opened_by(&self) -> Command {
        Command::SearchDesk
    }

    fn context(&self) -> Context {
        Context::Search
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::Cancel => return Out::leave(vec![stop()]),
            Command::Accept => return self.accept(model),
            _ => {}
        }
        let moved = self.picker.run(command, self.hits.len(), lines(model));
        Out::stay(self.after(moved))
    }

    fn key(&mut self, _model: &mut Model, key: Key) -> Out {
        let moved = self.picker.key(key);
        Out::stay(self.after(moved))
    }

    fn paste(&mut self, _model: &mut Model, text: &str) -> Out {
        let moved = self.picker.paste(text);
        Out::stay(self.after(moved))
    }

    fn typed(&self) -> Option<String> {
        Some(self.picker.editor.text())
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        Some(geometry::picking(boxed(model)))
    }

    fn places(&self, _model: &Model) -> Vec<Place> {
        self.place().into_iter().collect()
    }

    fn choose(&mut self, _model: &Model, row: usize) -> Option<Command> {
        self.picker.choose(row, self.hits.len()).then_some(Command::Accept)
    }

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::Next, Command::Previous))
    }
}

/// Where it stands on the screen.
pub(crate) fn boxed(model: &Model) -> ListBox {
    geometry::picker_box(geometry::screen(model).body, true)
}

/// Lines that show at once.
fn lines(model: &Model) -> usize {
    usize::from(boxed(model).list.height).max(1)
}

/// Nothing is looked for any more.
const fn stop() -> Effect {
    Effect::Work(Job::Find(String::new()))
}

impl Find {
    /// The dialog with a query, and what that asks for.
    pub(super) fn begin(query: &str) -> (Self, Vec<Effect>) {
        let picker = Picker::new(query);
        let (query, hits) = (String::new(), Vec::new());
        let mut find = Self { picker, query, hits, count: 0, searched: 0, unread: 0 };
        let effects = find.after(Moved::Typed);
        (find, effects)
    }

    fn after(&mut self, moved: Moved) -> Vec<Effect> {
        let query = self.picker.editor.text();
        if moved == Moved::Stayed || query == self.query {
            return Vec::new();
        }
        self.query.clone_from(&query);
        self.hits.clear();
        (self.count, self.searched, self.unread) = (0, 0, 0);
        vec![Effect::Work(Job::Find(query))]
    }

    /// Takes a part of the results.
    pub(in crate::state) fn take(&mut self, query: &str, found: Found) {
        if self.query != query {
            return;
        }
        self.count += found.count;
        self.searched += found.searched;
        self.unread += found.unread;
        for hit in found.hits {
            let place = |hit: &Hit| (hit.article, hit.excerpt.at.start);
            let at = self.hits.partition_point(|other| place(other) < place(&hit));
            // The selected line stays the same line while others come in before it.
            if at <= self.picker.selected && self.picker.selected > 0 {
                self.picker.selected += 1;
                self.picker.top += 1;
            }
            self.hits.insert(at, hit);
        }
        self.hits.truncate(MOST);
        self.picker.selected = self.picker.selected.min(self.hits.len().saturating_sub(1));
    }

    /// Where the selected line stands.
    pub(crate) fn place(&self) -> Option<Place> {
        let hit = self.hits.get(self.picker.selected)?;
        Some(Place { article: hit.article, target: Target::Words(hit.excerpt.at) })
    }

    /// Goes to the selected line; the search stays on in its article.
    fn accept(&self, model: &mut Model) -> Out {
        let Some(hit) = self.hits.get(self.picker.selected) else { return Out::default() };
        let mut effects = vec![stop()];
        if model.reader.article == Some(hit.article) {
            effects.extend(search::set(model, &self.query));
        } else {
            model.search = Some(Search::new(self.query.clone()));
        }
        effects.extend(related::jump(model, hit.article, Target::Words(hit.excerpt.at)));
        // The query comes back with the next search.
        Out::leave(effects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::search::{Query, excerpts};
    use crate::state::model::signal::Done;
    use crate::state::model::work::Answer;
    use crate::state::testing::{desk, done, press, read};

    const TEXTS: [&str; 3] = ["Le riz.\nDu riz et du RIZ.\n", "Rien.\n", "Encore du riz.\n"];

    /// What the outer world answers, one article at a time, the last one first.
    fn answer(model: &mut Model, typed: &str) {
        let query = Query::parse(typed).unwrap().unwrap();
        for (article, text) in TEXTS.iter().enumerate().rev() {
            let (lines, count) = excerpts(query.find(text), text, MOST);
            let hits = lines.into_iter().map(|excerpt| Hit { article, excerpt }).collect();
            done(
                model,
                Done::Work(Answer::Found(
                    typed.into(),
                    Found { hits, count, searched: 1, unread: 0 },
                )),
            );
        }
    }

    fn dialog(model: &Model) -> &Find {
        model.dialog().expect("the search is open")
    }

    #[test]
    fn results_come_in_order_and_enter_goes_there() {
        let mut model = desk(&TEXTS);
        let effects = press(&mut model, "sriz");
        let asked: Vec<_> = effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Work(Job::Find(query)) => Some(query.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(asked, ["r", "ri", "riz"]);
        answer(&mut model, "ri");
        assert_eq!(dialog(&model).count, 0);
        answer(&mut model, "riz");
        let find = dialog(&model);
        let places: Vec<_> = find.hits.iter().map(|h| (h.article, h.excerpt.at.start)).collect();
        assert_eq!((places.as_slice(), find.count), (&[(0, 3), (0, 11), (2, 10)][..], 4));
        press(&mut model, "<Down><Down><Enter>");
        assert_eq!(model.reader.article, Some(2));
        read(&mut model, 2, TEXTS[2]);
        let search = model.search.as_ref().unwrap();
        assert_eq!((search.query.as_str(), search.current), ("riz", Some(0)));
        press(&mut model, "b");
        assert_eq!(model.reader.article, Some(0));
    }

    #[test]
    fn leaving_stops_the_search() {
        let mut model = desk(&TEXTS);
        let effects = press(&mut model, "sriz<Esc>");
        assert!(matches!(effects.last(), Some(Effect::Work(Job::Find(query))) if query.is_empty()));
        assert!(model.dialog.is_none());
    }
}
