//! Searching in all articles: the results come as they are found.

use super::desk::ArticleId;
use super::dialog::Dialog;
use super::model::Model;
use super::picker::{Moved, Picker};
use super::reader::Target;
use super::signal::Effect;
use super::{geometry, related, search};
use crate::command::{Command, Key};
use crate::core::search::{Excerpt, Needle};

/// The dialog.
#[derive(Clone, Debug)]
pub struct Find {
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
}

/// A line of an article that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article.
    pub article: ArticleId,
    /// The line.
    pub excerpt: Excerpt,
}

/// What a part of the search brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Lines that match, in order.
    pub hits: Vec<Hit>,
    /// How many matches there are.
    pub count: usize,
    /// How many articles were looked through.
    pub searched: usize,
}

/// No more lines than this are listed; the others are counted.
pub const MOST: usize = 2_000;

/// Opens the dialog, with what is searched in the article.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let query = search::query(model);
    open_with(model, &query)
}

/// Opens the dialog with a query.
pub(super) fn open_with(model: &mut Model, query: &str) -> Vec<Effect> {
    model.dialog = Some(Dialog::Find(Box::new(Find {
        picker: Picker::new(query),
        query: String::new(),
        hits: Vec::new(),
        count: 0,
        searched: 0,
    })));
    typed(model)
}

/// Carries out a command of the dialog.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let visible = geometry::picker_lines(model);
    let Some(Dialog::Find(find)) = &mut model.dialog else { return Vec::new() };
    match command {
        Command::Cancel => {
            model.dialog = None;
            return vec![Effect::StopFind];
        }
        Command::Accept => return accept(model),
        _ => {}
    }
    let all = find.hits.len();
    match find.picker.run(command, all, visible) {
        Moved::Typed => typed(model),
        Moved::Stayed => Vec::new(),
    }
}

/// Takes a key that is no command.
pub(super) fn key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(Dialog::Find(find)) = &mut model.dialog else { return Vec::new() };
    match find.picker.key(key) {
        Moved::Typed => typed(model),
        Moved::Stayed => Vec::new(),
    }
}

/// Takes pasted text.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(Dialog::Find(find)) = &mut model.dialog else { return Vec::new() };
    find.picker.paste(text);
    typed(model)
}

fn typed(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Find(find)) = &mut model.dialog else { return Vec::new() };
    let query = find.picker.editor.text();
    if query == find.query {
        return Vec::new();
    }
    find.query.clone_from(&query);
    find.hits.clear();
    find.count = 0;
    find.searched = 0;
    match Needle::new(&query) {
        Some(_) => vec![Effect::Find(query)],
        None => vec![Effect::StopFind],
    }
}

/// Takes a part of the results.
pub(super) fn found(model: &mut Model, query: &str, found: Found) {
    let Some(Dialog::Find(find)) = &mut model.dialog else { return };
    if find.query != query {
        return;
    }
    find.count += found.count;
    find.searched += found.searched;
    for hit in found.hits {
        let place = |hit: &Hit| (hit.article, hit.excerpt.at.start);
        let at = find.hits.partition_point(|other| place(other) < place(&hit));
        // The selected line stays the same line while others come in before it.
        if at <= find.picker.selected && find.picker.selected > 0 {
            find.picker.selected += 1;
            find.picker.top += 1;
        }
        find.hits.insert(at, hit);
    }
    find.hits.truncate(MOST);
    find.picker.selected = find.picker.selected.min(find.hits.len().saturating_sub(1));
}

/// Goes to the selected line; the search stays on in its article.
fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Find(find)) = &model.dialog else { return Vec::new() };
    let Some(hit) = find.hits.get(find.picker.selected) else { return Vec::new() };
    let (article, at, query) = (hit.article, hit.excerpt.at, find.query.clone());
    model.dialog = None;
    let mut effects = vec![Effect::StopFind];
    if model.reader.article == Some(article) {
        effects.extend(search::set(model, &query));
    } else {
        model.search = Some(search::Search::new(query));
    }
    effects.extend(related::jump(model, article, Target::Words(at)));
    effects
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::search::excerpts;
    use crate::state::Done;
    use crate::state::testing::{desk, done, press, read};

    const TEXTS: [&str; 3] = ["Le riz.\nDu riz et du RIZ.\n", "Rien.\n", "Encore du riz.\n"];

    /// What the outer world answers, one article at a time, the last one first.
    fn answer(model: &mut Model, query: &str) {
        let needle = Needle::new(query).unwrap();
        for (article, text) in TEXTS.iter().enumerate().rev() {
            let (lines, count) = excerpts(&needle, text, MOST);
            let hits = lines.into_iter().map(|excerpt| Hit { article, excerpt }).collect();
            done(model, Done::Found(query.into(), Found { hits, count, searched: 1 }));
        }
    }

    fn dialog(model: &Model) -> &Find {
        match &model.dialog {
            Some(Dialog::Find(find)) => find,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn results_come_in_order_and_enter_goes_there() {
        let mut model = desk(&TEXTS);
        let effects = press(&mut model, "sriz");
        let asked: Vec<_> = effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Find(query) => Some(query.as_str()),
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
        assert!(matches!(effects.last(), Some(Effect::StopFind)));
        assert!(model.dialog.is_none());
    }
}
