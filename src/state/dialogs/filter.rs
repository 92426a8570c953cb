//! Showing only some claims, and the articles that hold such claims.

use std::collections::BTreeSet;

use crate::command::{Command, Context, Key};
use crate::core::anchor::fold::Fold;
use crate::core::annotation::{Annotation, Label};
use crate::core::article::Source;
use crate::core::filter::{self as filtering, KEYS, KINDS, STATES, State};
use crate::i18n::{Lang, Text, messages as say};
use crate::state::act::{article, filter};
use crate::state::model::notice::Notice;
use crate::state::model::picker::{Moved, Picker};
use crate::state::model::reader::Target;
use crate::state::model::signal::Effect;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::geometry;

/// The line a filter is written in.
#[derive(Clone, Debug)]
pub(crate) struct FilterDialog {
    /// What is typed, and the completion chosen.
    pub picker: Picker,
    /// What the last word may become.
    pub offers: Vec<Offer>,
    /// Whether it begins one of them.
    pub completes: bool,
    /// The filter before.
    before: String,
}

/// A word that a filter knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The word.
    pub word: String,
    /// What it lets through.
    pub doc: String,
}

/// Opens the line, with the filter in force.
pub(super) fn open(model: &mut Model) {
    let before = model.filter.as_ref().map_or(String::new(), |active| active.line.clone());
    let typed = model.typed.remove(&Command::Filter).filter(|_| before.is_empty());
    let picker = match typed {
        Some(typed) => Picker::selected(&typed),
        None if before.is_empty() => Picker::new(""),
        None => Picker::new(&format!("{before} ")),
    };
    let mut dialog = FilterDialog { picker, offers: Vec::new(), completes: false, before };
    dialog.offer(model);
    model.dialog = Some(Box::new(dialog));
}

impl Dialog for FilterDialog {
    fn opened_by(&self) -> Command {
        Command::Filter
    }

    fn context(&self) -> Context {
        Context::Filter
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            // What is not understood filters nothing, and would look as if it did.
            Command::Accept if not_understood(model) => return Out::default(),
            Command::Accept => return Out::close(keep(model)),
            Command::Cancel => return Out::leave(filter::set(model, &self.before)),
            Command::Complete => return self.complete(model),
            _ => {}
        }
        let visible = usize::from(boxed(model).list.height);
        let moved = self.picker.run(command, self.offers.len(), visible);
        self.after(model, moved)
    }

    fn key(&mut self, model: &mut Model, key: Key) -> Out {
        let moved = self.picker.key(key);
        self.after(model, moved)
    }

    fn paste(&mut self, model: &mut Model, text: &str) -> Out {
        let moved = self.picker.paste(text);
        self.after(model, moved)
    }

    fn typed(&self) -> Option<String> {
        Some(self.picker.editor.text())
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        Some(geometry::picking(boxed(model)))
    }

    fn choose(&mut self, _model: &Model, row: usize) -> Option<Command> {
        self.picker.choose(row, self.offers.len()).then_some(Command::Complete)
    }

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::Next, Command::Previous))
    }

    fn beside(&self) -> Command {
        Command::Accept
    }
}

/// Where it stands on the screen.
fn boxed(model: &Model) -> geometry::ListBox {
    geometry::filter_box(geometry::screen(model).body)
}

impl FilterDialog {
    fn after(&mut self, model: &mut Model, moved: Moved) -> Out {
        match moved {
            Moved::Typed => self.typed(model),
            Moved::Stayed => Out::default(),
        }
    }

    fn typed(&mut self, model: &mut Model) -> Out {
        self.offer(model);
        Out::stay(filter::set(model, &self.picker.editor.text()))
    }

    /// Puts the chosen offer in the place of the last word.
    fn complete(&mut self, model: &mut Model) -> Out {
        let Some(offer) = self.offers.get(self.picker.selected) else { return Out::default() };
        let text = self.picker.editor.text();
        let (before, last) = text.split_at(last_word(&text));
        let not = if last.starts_with('-') { "-" } else { "" };
        let space = if offer.word.ends_with(':') { "" } else { " " };
        self.picker = Picker::new(&format!("{before}{not}{}{space}", offer.word));
        self.typed(model)
    }

    /// Lists what the last word may become.
    fn offer(&mut self, model: &Model) {
        let text = self.picker.editor.text();
        let typed = Fold::of(text[last_word(&text)..].trim_start_matches('-'));
        let key = typed.split_once(':').map(|(key, _)| key);
        let words = known(model, key);
        let is_taken = words.iter().any(|offer| Fold::of(&offer.word) == typed);
        let begun = |offer: &&Offer| {
            let word = Fold::of(&offer.word);
            word.starts_with(&typed) && word != typed
        };
        let offers: Vec<_> = words.iter().filter(begun).cloned().collect();
        self.completes = !offers.is_empty();
        // Of what has so many values and no others, all are shown to whoever writes another one.
        let has_all = key.is_some_and(has_fixed_values) && !is_taken;
        self.offers = if self.completes || !has_all { offers } else { words };
        (self.picker.selected, self.picker.top) = (0, 0);
    }
}

/// Whether words of the line are not understood; says which.
fn not_understood(model: &mut Model) -> bool {
    let unknown = model.filter.as_ref().map_or(&[][..], |active| &active.filter.unknown);
    if unknown.is_empty() {
        return false;
    }
    let words = unknown.join(" ");
    let text = say::FILTER_UNKNOWN.fill(model.settings.lang, &[&words]);
    model.notice = Some(Notice::warning(text));
    true
}

/// The line is done: the filter stays. Where nothing of the open article is let
/// through, the first article with such claims is opened.
fn keep(model: &mut Model) -> Vec<Effect> {
    if model.filter.is_none() {
        return Vec::new();
    }
    match model.list.order.first().copied() {
        Some(first) if model.reader.stops.is_empty() => {
            article::open(model, first, Some(Target::Claim(0)))
        }
        _ => Vec::new(),
    }
}

/// Where the last word of a line begins, in bytes.
fn last_word(line: &str) -> usize {
    line.rfind(char::is_whitespace)
        .map_or(0, |at| at + line[at..].chars().next().map_or(0, char::len_utf8))
}

/// What stands before a colon, folded.
fn key_of(word: &str) -> Option<filtering::Key> {
    let named = KEYS.iter().find(|(_, en, fr)| *en == word || Fold::of(fr) == word);
    named.map(|(key, ..)| *key)
}

/// Whether a key takes none but the values that are offered.
fn has_fixed_values(key: &str) -> bool {
    matches!(key_of(key), Some(filtering::Key::Kind | filtering::Key::Verdict))
}

/// The words a filter knows: states and keys, or the values of a key.
fn known(model: &Model, key: Option<&str>) -> Vec<Offer> {
    let lang = model.settings.lang;
    let pick = |en: &str, fr: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Fr => fr.to_owned(),
    };
    let Some(key) = key else {
        let states = STATES.iter().map(|(state, en, fr)| (pick(en, fr), state_doc(*state)));
        let keys = KEYS.iter().map(|(key, en, fr)| (format!("{}:", pick(en, fr)), key_doc(*key)));
        let all = states.chain(keys);
        return all.map(|(word, doc)| Offer { word, doc: doc.to(lang).to_owned() }).collect();
    };
    let values: Vec<(String, String)> = match key_of(key) {
        Some(filtering::Key::Kind) => {
            KINDS.iter().map(|(_, en, fr)| (pick(en, fr), String::new())).collect()
        }
        Some(filtering::Key::Verdict) => {
            let labels = model.settings.labels.iter();
            let name = |label: &Label| pick(&label.en, &label.fr);
            labels.map(|label| (name(label), String::new())).collect()
        }
        Some(filtering::Key::Tag) => in_use(model, |a| a.tags.clone()),
        Some(filtering::Key::By) => annotators(model),
        Some(filtering::Key::Outlet) => of_sources(model, |source| source.outlet.clone()),
        Some(filtering::Key::Published) => {
            of_sources(model, |source| Some(source.day()?.get(..7)?.to_owned()))
        }
        None => Vec::new(),
    };
    let word = |value: &str| format!("{key}:{}", value.replace(' ', "-"));
    values.into_iter().map(|(value, doc)| Offer { word: word(&value), doc }).collect()
}

/// The tags of the notebooks read so far, each once.
fn in_use(model: &Model, of: impl Fn(&Annotation) -> Vec<String>) -> Vec<(String, String)> {
    let books = model.desk.books.values();
    let tags: BTreeSet<String> = books
        .flat_map(|book| book.now.annotations.values().flat_map(&of))
        .filter(|tag| !tag.contains(char::is_whitespace))
        .collect();
    tags.into_iter().map(|tag| (tag, String::new())).collect()
}

/// What is known of where the articles come from, each value once.
fn of_sources(model: &Model, of: impl Fn(&Source) -> Option<String>) -> Vec<(String, String)> {
    let known = model.desk.articles.iter().filter_map(|article| article.summary());
    let values: BTreeSet<String> = known.filter_map(|summary| of(&summary.source)).collect();
    values.into_iter().map(|value| (value, String::new())).collect()
}

/// The first words of the names of those who annotate, each once.
fn annotators(model: &Model) -> Vec<(String, String)> {
    let team = model.desk.books.values().flat_map(|book| &book.team);
    let names = team.map(|book| book.notebook.annotator.as_str());
    let names: BTreeSet<&str> = names.chain([model.settings.annotator.as_str()]).collect();
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
    names.into_iter().map(|name| (first(name), name.to_owned())).collect()
}

const fn state_doc(state: State) -> Text {
    match state {
        State::Open => say::FILTER_OPEN,
        State::Decided => say::FILTER_DECIDED,
        State::Stale => say::FILTER_STALE,
        State::Noted => say::FILTER_NOTED,
        State::Own => say::FILTER_OWN,
        State::Disagreed => say::FILTER_DISAGREED,
    }
}

const fn key_doc(key: filtering::Key) -> Text {
    match key {
        filtering::Key::Kind => say::FILTER_KIND,
        filtering::Key::Verdict => say::FILTER_VERDICT,
        filtering::Key::Tag => say::FILTER_TAG,
        filtering::Key::By => say::FILTER_BY,
        filtering::Key::Outlet => say::FILTER_OUTLET,
        filtering::Key::Published => say::FILTER_PUBLISHED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::signal::Done;
    use crate::state::model::work::{Answer, Job};
    use crate::state::testing::{desk, done, press};

    const TEXT: &str = "En 2024, 300 soldats sont arrivés à Koursk.\nSelon Séoul, la Corée du Nord a envoyé des troupes en Russie.\n";

    fn offers(model: &Model) -> Vec<&str> {
        let dialog = model.dialog::<FilterDialog>().expect("the filter is open");
        dialog.offers.iter().map(|offer| offer.word.as_str()).collect()
    }

    #[test]
    fn claims_and_articles_are_filtered_as_typed_and_shown_again() {
        let mut model = desk(&[TEXT, "Autre.\n", "Encore.\n"]);
        let all = model.reader.items.len();
        assert!(all >= 2);
        let effects = press(&mut model, "fkoursk");
        assert!(matches!(effects.last(), Some(Effect::Work(Job::Filter(_)))), "{effects:?}");
        assert_eq!((model.reader.items.len(), model.list.order.as_slice()), (1, &[0][..]));
        done(
            &mut model,
            Done::Work(Answer::Filtered {
                line: "kour".into(),
                kept: vec![1],
                searched: 1,
                unread: 0,
            }),
        );
        done(
            &mut model,
            Done::Work(Answer::Filtered {
                line: "koursk".into(),
                kept: vec![2],
                searched: 3,
                unread: 0,
            }),
        );
        assert_eq!(model.list.order, [0, 2]);
        press(&mut model, "<Enter>F");
        assert_eq!((model.reader.items.len(), model.list.order.len()), (all, 3));
        press(&mut model, "fkoursk<Enter>fx<Esc>");
        assert_eq!(model.filter.as_ref().unwrap().line, "koursk");
    }

    #[test]
    fn known_words_are_offered_and_completed() {
        let mut model = desk(&[TEXT]);
        press(&mut model, "f");
        assert_eq!(offers(&model).len(), STATES.len() + KEYS.len());
        press(&mut model, "ki<Tab>");
        assert_eq!(offers(&model)[0], "kind:quantity");
        press(&mut model, "da<Tab>-verd<Tab>dis<Tab>");
        assert_eq!(model.filter.as_ref().unwrap().line, "kind:date -verdict:disputed");
        assert!(model.filter.as_ref().unwrap().filter.unknown.is_empty());
    }

    #[test]
    fn a_decided_claim_leaves_and_the_next_one_comes() {
        let mut model = desk(&[TEXT]);
        let first = model.reader.items[0].span;
        press(&mut model, "fopen<Enter>gd");
        assert!(model.reader.items.iter().all(|item| item.span != first));
        assert_eq!(model.reader.current, Some(0));
        let done = model.reader.progress();
        assert_eq!((done.decided, done.all), (1, model.reader.items.len() + 1));
    }

    #[test]
    fn the_list_is_sorted() {
        let mut model = desk(&[TEXT, "b", "c"]);
        model.desk.articles[2].differs = Some(3);
        press(&mut model, "<Esc>SS");
        assert_eq!(model.list.order, [2, 0, 1]);
        press(&mut model, "S");
        assert_eq!(model.list.order, [0, 1, 2]);
    }
}
