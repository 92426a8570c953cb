//! The palette: any command, article or claim by a few letters of its name.

use std::any::Any;
use std::borrow::Cow;
use std::cmp::Reverse;

use crate::command::{Action, COMMANDS, Command, Context, Entry, Key};
use crate::core::article::Span;
use crate::core::fuzzy::Fuzzy;
use crate::core::search::Needle;
use crate::i18n::{Lang, messages as say};
use crate::state::act::related;
use crate::state::model::desk::ArticleId;
use crate::state::model::picker::{Moved, Picker};
use crate::state::model::preview::Place;
use crate::state::model::reader::Target;
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::model::{Dialog, Model, Out, Overlay, Then};
use crate::state::query::geometry::{self, ListBox};

/// The dialog.
#[derive(Clone, Debug)]
pub(crate) struct Palette {
    /// What is typed and chosen.
    pub picker: Picker,
    /// What matches, the best first.
    pub found: Vec<Choice>,
    /// The articles that match what is typed, so that after the next letter no others are looked at.
    matched: Matched,
    /// How far the articles are looked at for what is typed now; until all are, what matched before shows.
    looking: Option<Looking>,
}

/// What is found so far.
#[derive(Clone, Debug)]
struct Looking {
    /// What the desk was like when it began.
    known: (usize, usize),
    /// How many articles were looked at.
    at: usize,
    /// Those that match, in their order, and how well.
    found: Vec<(u32, ArticleId)>,
}

/// The articles that match a query.
#[derive(Clone, Debug, Default)]
struct Matched {
    query: String,
    /// How many articles the desk had, and of how many the title was read.
    known: (usize, usize),
    articles: Vec<ArticleId>,
}

impl Matched {
    /// Those among which all are that match a query, where it goes on from this one.
    fn within<'a>(&'a self, query: &str, model: &'a Model) -> &'a [ArticleId] {
        // `!no`, `^start`, `end$`, `'exact` and `\ ` say something else than the same with a letter more.
        let plain = !query.contains(['!', '^', '$', '\'', '\\']);
        let goes_on = !self.query.is_empty() && query.starts_with(&self.query);
        let narrows = plain && goes_on && self.known == known(model);
        if narrows { &self.articles } else { &model.desk.order }
    }
}

fn known(model: &Model) -> (usize, usize) {
    (model.desk.order.len(), model.desk.read)
}

/// One line of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What it leads to.
    pub what: What,
    /// Its name.
    pub name: String,
    /// The letters of the name that match.
    pub marks: Vec<Span>,
}

/// What a line of the palette leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Doing something.
    Do(Action),
    /// An article.
    Article(ArticleId),
    /// A claim of the open article.
    Claim(usize),
}

/// No more lines than this are listed.
const MOST: usize = 200;

/// So many articles are looked at before the letter that was typed shows, and then between two looks at
/// what came meanwhile: about a millisecond.
const AT_ONCE: usize = 1000;

/// Opens the palette.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let typed = model.typed.remove(&Command::Palette).unwrap_or_default();
    let mut palette = Palette {
        picker: Picker::selected(&typed),
        found: Vec::new(),
        matched: Matched::default(),
        looking: None,
    };
    let effects = palette.look(model);
    model.dialog = Some(Box::new(palette));
    effects
}

/// Looks on for what is typed, where not all was looked at yet.
pub(in crate::state) fn look_on(model: &mut Model) -> Vec<Effect> {
    let Some(mut dialog) = model.dialog.take() else { return Vec::new() };
    let open: &mut dyn Any = &mut *dialog;
    let palette = open.downcast_mut::<Palette>();
    let effects = palette.map(|palette| palette.look_on(model)).unwrap_or_default();
    model.dialog = Some(dialog);
    effects
}

impl Dialog for Palette {
    fn opened_by(&self) -> Command {
        Command::Palette
    }

    fn context(&self) -> Context {
        Context::Palette
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::Cancel => return Out::leave(Vec::new()),
            // What is chosen is chosen from all that matches.
            _ => self.look_to_the_end(model),
        }
        if command == Command::Accept {
            return self.accept(model);
        }
        let moved = self.picker.run(command, self.found.len(), self.lines(model));
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
        Some(geometry::picking(self.boxed(model)))
    }

    fn places(&self, model: &Model) -> Vec<Place> {
        self.place(model).into_iter().collect()
    }

    fn choose(&mut self, _model: &Model, row: usize) -> Option<Command> {
        self.picker.choose(row, self.found.len()).then_some(Command::Accept)
    }

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::Next, Command::Previous))
    }
}

impl Palette {
    /// Where it stands on the screen: what lines of it lead to is seen below it.
    pub(crate) fn boxed(&self, model: &Model) -> ListBox {
        let has_places = self.found.iter().any(|choice| !matches!(choice.what, What::Do(_)));
        geometry::picker_box(geometry::screen(model).body, has_places)
    }

    /// Lines that show at once.
    fn lines(&self, model: &Model) -> usize {
        usize::from(self.boxed(model).list.height).max(1)
    }

    /// The place that the selected line leads to.
    pub(crate) fn place(&self, model: &Model) -> Option<Place> {
        match self.found.get(self.picker.selected)?.what {
            What::Do(_) => None,
            What::Article(article) => Some(Place { article, target: Target::First }),
            What::Claim(index) => {
                let target = Target::Item(model.reader.items.get(index)?.span);
                Some(Place { article: model.reader.article?, target })
            }
        }
    }

    fn after(&mut self, model: &Model, moved: Moved) -> Out {
        match moved {
            Moved::Typed => Out::stay(self.look(model)),
            Moved::Stayed => Out::default(),
        }
    }

    fn accept(&self, model: &mut Model) -> Out {
        let Some(choice) = self.found.get(self.picker.selected) else { return Out::default() };
        match choice.what {
            What::Do(action) => Out { effects: Vec::new(), then: Then::Act(action) },
            What::Article(article) => Out::close(related::jump(model, article, Target::FirstOpen)),
            What::Claim(index) => {
                model.focus = Pane::Text;
                model.reader.show(index, geometry::page(model));
                Out::close(Vec::new())
            }
        }
    }

    /// Lists what matches: commands and articles by their letters, claims by their words.
    fn look(&mut self, model: &Model) -> Vec<Effect> {
        self.looking = Some(Looking { known: known(model), at: 0, found: Vec::new() });
        self.look_on(model)
    }

    fn look_to_the_end(&mut self, model: &Model) {
        while self.looking.is_some() {
            self.look_on(model);
        }
    }

    /// Looks at some more articles, and lists what matches when all were looked at.
    fn look_on(&mut self, model: &Model) -> Vec<Effect> {
        let Some(mut looking) = self.looking.take() else { return Vec::new() };
        if looking.known != known(model) {
            looking = Looking { known: known(model), at: 0, found: Vec::new() };
        }
        let query = self.picker.editor.text();
        let mut fuzzy = Fuzzy::new(&query);
        let all = match query.trim().is_empty() {
            true => &[],
            false => self.matched.within(&query, model),
        };
        let until = all.len().min(looking.at + AT_ONCE);
        for &article in &all[looking.at..until] {
            let name = model.desk.title(article);
            let file = &model.desk.articles[article].listing.name;
            let score = fuzzy.score(name).or_else(|| fuzzy.score(file));
            looking.found.extend(score.map(|score| (score, article)));
        }
        looking.at = until;
        if until < all.len() {
            self.looking = Some(looking);
            return vec![Effect::GoOn];
        }
        self.list(model, &query, &mut fuzzy, looking);
        Vec::new()
    }

    fn list(&mut self, model: &Model, query: &str, fuzzy: &mut Fuzzy, looking: Looking) {
        // Whoever types `csv` looks for what writes it.
        let exports = exports(model).filter(|_| !query.trim().is_empty());
        let actions = actions(model).chain(exports).filter_map(|(action, name)| {
            Some((fuzzy.score(&name)?, What::Do(action), Cow::Owned(name)))
        });
        let mut ranked: Vec<(u32, What, Cow<'_, str>)> = actions.collect();
        let named = |&(score, article): &(u32, ArticleId)| {
            (score, What::Article(article), Cow::Borrowed(model.desk.title(article)))
        };
        ranked.extend(best(&looking.found).iter().map(named));
        let articles = looking.found.into_iter().map(|(_, article)| article).collect();
        let query_end = query.trim_end().to_owned();
        self.matched = Matched { query: query_end, known: looking.known, articles };
        // Stable: what ranks alike stays in the order of the table and of the folder.
        ranked.sort_by_key(|(score, ..)| Reverse(*score));
        ranked.truncate(MOST);
        let choices = ranked.into_iter().filter_map(|(_, what, name)| {
            let marks = fuzzy.marks(&name);
            let is_meant = !fuzzy.are_scattered(&name, &marks);
            is_meant.then(|| Choice { what, name: name.into_owned(), marks })
        });
        self.found = choices.chain(claims(model, query)).collect();
    }
}

/// The articles that rank best, as many as are listed at most, in their order.
fn best(found: &[(u32, ArticleId)]) -> Vec<(u32, ArticleId)> {
    let mut places: Vec<usize> = (0..found.len()).collect();
    if places.len() > MOST {
        places.select_nth_unstable_by_key(MOST, |place| (Reverse(found[*place].0), *place));
        places.truncate(MOST);
        places.sort_unstable();
    }
    places.into_iter().map(|place| found[place]).collect()
}

/// All that can be done on the desk, in words, with the name that settings use.
fn actions(model: &Model) -> impl Iterator<Item = (Action, String)> {
    let lang = model.settings.lang;
    let verdicts = model.settings.labels.iter().enumerate().map(move |(index, label)| {
        let name = match lang {
            Lang::En => &label.en,
            Lang::Fr => &label.fr,
        };
        (Action::Verdict(index), say::VERDICT_NAMED.fill(lang, &[name]))
    });
    let commands = COMMANDS.iter().filter(|entry| is_of_the_desk(entry)).map(move |entry| {
        (Action::Do(entry.command), format!("{}  {}", entry.doc.to(lang), entry.name))
    });
    commands.chain(verdicts)
}

/// What can be written, each by its name.
fn exports(model: &Model) -> impl Iterator<Item = (Action, String)> {
    let lang = model.settings.lang;
    model.settings.exports.iter().map(move |(id, what, place)| {
        let named =
            say::EXPORT_NAMED.fill(lang, &[&say::RESULTS.to(lang), id, &what.to(lang), place]);
        (Action::Do(Command::Results), named)
    })
}

fn is_of_the_desk(entry: &Entry) -> bool {
    let desk = [Context::Desk, Context::Articles, Context::Text, Context::Claim];
    entry.command != Command::Palette
        && (entry.keys.is_empty() || entry.keys.iter().any(|(place, _)| desk.contains(place)))
}

/// The claims of the open article with these words.
fn claims(model: &Model, query: &str) -> Vec<Choice> {
    let (Some(needle), Some(doc)) = (Needle::new(query), &model.reader.doc) else {
        return Vec::new();
    };
    let items = model.reader.items.iter().enumerate();
    let found = items.filter_map(|(index, item)| {
        let words = item.span.of(doc.text());
        let marks: Vec<_> = needle.find(words).collect();
        (!marks.is_empty()).then(|| Choice {
            what: What::Claim(index),
            name: words.replace('\n', " "),
            marks,
        })
    });
    found.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::model::desk::Listing;
    use crate::state::model::signal::Done;
    use crate::state::model::signal::{Mouse, MouseAct, Msg};
    use crate::state::testing::{desk, done, press, stamp};

    fn palette(model: &Model) -> &Palette {
        model.dialog().expect("the palette is open")
    }

    const TEXT: &str = "En 2024, 300 soldats nord-coréens sont arrivés à Koursk.\n";

    #[test]
    fn commands_are_found_by_letters_and_run() {
        let mut model = desk(&[TEXT, "Autre.\n"]);
        press(&mut model, ":widcol");
        let first = &palette(&model).found[0];
        assert_eq!(first.what, What::Do(Action::Do(Command::WiderColumn)));
        let before = model.settings.column;
        press(&mut model, "<Enter>");
        assert!(model.dialog.is_none() && model.settings.column > before);
    }

    #[test]
    fn a_word_that_no_command_has_leads_to_none_and_a_format_to_what_writes_it() {
        let mut model = desk(&[TEXT, "Autre.\n"]);
        let csv = crate::i18n::text("a table", "un tableau");
        model.settings.exports = vec![("csv", csv, String::new())];
        let first = |model: &Model| palette(model).found.first().map(|choice| choice.what);
        press(&mut model, ":csv");
        assert_eq!(first(&model), Some(What::Do(Action::Do(Command::Results))));
        for word in ["delete", "theme", "xml", "xyzzy"] {
            press(&mut model, &format!("<Ctrl-U>{word}"));
            assert_eq!(first(&model), None, "{word}");
        }
        press(&mut model, "<Ctrl-U>verdict");
        let verdict = |choice: &Choice| matches!(choice.what, What::Do(Action::Verdict(_)));
        assert!(palette(&model).found.iter().take(2).any(verdict));
    }

    #[test]
    fn articles_and_claims_are_found_by_name_and_words() {
        let mut model = desk(&[TEXT, "Autre.\n"]);
        press(&mut model, "<Ctrl-P>1.txt");
        assert!(palette(&model).found.iter().any(|c| c.what == What::Article(1)));
        press(&mut model, "<Ctrl-U>nord-coreens");
        let found = &palette(&model).found;
        let claim = found.iter().find(|c| c.what == What::Claim(0)).expect("the claim");
        assert_eq!(claim.marks[0].of(&claim.name), "nord-coréens");
        press(&mut model, "<Ctrl-U>1.txt<Enter>");
        assert_eq!(model.reader.article, Some(1));
    }

    #[test]
    fn letter_by_letter_finds_what_the_whole_query_finds() {
        let texts = ["Crue à Halden.\n", "Halden : la crue monte\n", "Le maire d’Orrin élu\n"];
        let model = desk(&texts);
        let of = |typed: &str, matched| Palette {
            picker: Picker::selected(typed),
            found: Vec::new(),
            matched,
            looking: None,
        };
        for query in
            ["halden cr", "HAL", "^cr", "!crue", "d'orrin", "crue$", "elu", "ha  mo", "2.txt"]
        {
            let mut matched = Matched::default();
            for end in query.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
                let (mut next, mut whole) =
                    (of(&query[..end], matched), of(&query[..end], Matched::default()));
                next.look(&model);
                whole.look(&model);
                assert_eq!(next.found, whole.found, "{}", &query[..end]);
                matched = next.matched;
            }
        }
    }

    #[test]
    fn a_letter_shows_at_once_and_what_matches_follows() {
        let mut model = desk(&[TEXT]);
        let listing = |n: usize| Listing { name: format!("{n:05}.txt"), ..Listing::default() };
        done(&mut model, Done::Listed((0..2 * AT_ONCE + 500).map(listing).collect()));
        press(&mut model, ":");
        let before = palette(&model).found.clone();
        let goes_on = |effects: &[Effect]| effects.iter().any(|e| matches!(e, Effect::GoOn));
        // A letter more before all articles were looked at: they are looked at for both.
        press(&mut model, "0249");
        let effects = press(&mut model, "9");
        assert!(goes_on(&effects) && palette(&model).picker.editor.text() == "02499");
        assert_eq!(palette(&model).found, before);
        let rounds = (0..9).take_while(|_| goes_on(&done(&mut model, Done::WentOn))).count();
        assert_eq!(rounds, 1);
        assert_eq!(palette(&model).found[0].what, What::Article(2499));
        // Enter waits for the end.
        press(&mut model, "<Ctrl-U>02498<Enter>");
        assert!(model.dialog.is_none() && model.reader.article == Some(2498));
    }

    #[test]
    fn a_click_takes_a_line_and_the_wheel_goes_through_them() {
        let mut model = desk(&[TEXT, "Autre.\n"]);
        press(&mut model, ":1.txt");
        let list = palette(&model).boxed(&model).list;
        let mut mouse = |act, y| {
            let stamp = stamp(&model);
            crate::state::update(&mut model, Msg::Mouse(Mouse { act, x: list.x + 3, y }), stamp);
        };
        mouse(MouseAct::WheelDown, list.y);
        mouse(MouseAct::WheelUp, list.y);
        mouse(MouseAct::Press, list.bottom());
        mouse(MouseAct::Press, list.y);
        assert_eq!((model.reader.article, model.dialog.is_none()), (Some(1), true));
    }

    #[test]
    fn every_command_of_the_desk_is_listed() {
        let mut model = desk(&[TEXT]);
        press(&mut model, ":");
        let listed = palette(&model).found.iter().filter(|c| matches!(c.what, What::Do(_)));
        let bound = COMMANDS.iter().filter(|entry| is_of_the_desk(entry)).count();
        assert_eq!(listed.count(), bound + model.settings.labels.len());
        press(&mut model, "<Esc>");
        assert!(model.dialog.is_none());
    }
}
