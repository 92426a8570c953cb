//! The subcommands about what the whole team thinks, whoever asks.

pub(super) mod agreement;
pub(super) mod changes;
pub(super) mod reply;
pub(super) mod status;
pub(super) mod todo;
pub(super) mod verdicts;
pub(super) mod work;

use std::sync::atomic::{AtomicUsize, Ordering};

use super::failure::Failure;
use super::output::{self, on_one_line};
use super::{Place, desk};
use crate::app::words;
use crate::config::Config;
use crate::core::team::roster::Roster;
use crate::core::team::status::Rules;
use crate::desk::{Library, Sheet};
use crate::i18n::{Lang, Message, Text, line as say};
use crate::store::annotator::Annotator;
use crate::store::notebook::NotebookFile;

/// A desk with everybody who decided something on it.
pub(super) struct Team {
    pub(super) library: Library,
    pub(super) config: Config,
    /// The language that people are answered in.
    pub(super) lang: Lang,
    /// The folders of all, one's own included.
    folders: Vec<String>,
    /// How many notebooks were told to be left out.
    left_out: AtomicUsize,
}

impl Team {
    pub(super) fn open(place: &Place) -> Result<Self, Failure> {
        let (library, config) = desk::library(place)?;
        Ok(Self::of(place, library, config))
    }

    pub(super) fn of(place: &Place, library: Library, config: Config) -> Self {
        let folders = library.desk().annotators();
        Self { library, config, lang: place.lang, folders, left_out: AtomicUsize::new(0) }
    }

    /// Warns of people among these who are called otherwise than their folders: nothing reaches them.
    pub(super) fn warn_of_strays<'a>(&self, people: impl IntoIterator<Item = &'a String>) {
        let strays = strays(self.roster(), &self.folders);
        for person in people {
            if let Some((_, folder)) = strays.iter().find(|(stray, _)| *stray == person) {
                output::warn(self.lang, &say::HAS_NO_FOLDER.with(&[person, folder]));
            }
        }
    }

    /// The first of these people who is called otherwise than the folder, and that.
    pub(super) fn stray_among(&self, people: &[String]) -> Option<(String, String)> {
        let strays = strays(self.roster(), &self.folders);
        let found = strays.into_iter().find(|(stray, _)| people.iter().any(|one| one == stray));
        found.map(|(person, folder)| (person.to_owned(), folder.to_owned()))
    }

    /// Leaves only the folders of these people.
    pub(super) fn only(&mut self, people: &[String]) -> Result<(), Failure> {
        let roster = &self.config.roster;
        for person in people {
            if !self.folders.iter().any(|folder| roster.person_of(folder) == person) {
                let known: Vec<_> = self.folders.iter().map(|f| roster.person_of(f)).collect();
                return Err(Failure::not_found(
                    say::DECIDED_NOTHING.with(&[person]),
                    say::PEOPLE_BY_FOLDER.with(&[&known.join(", ")]),
                ));
            }
        }
        self.folders.retain(|folder| people.iter().any(|p| roster.person_of(folder) == p));
        Ok(())
    }

    /// The folders of all who are asked about.
    pub(super) fn folders(&self) -> &[String] {
        &self.folders
    }

    pub(super) const fn roster(&self) -> &Roster {
        &self.config.roster
    }

    pub(super) fn rules(&self) -> Rules<'_> {
        let per_article = usize::from(self.config.values.per_article);
        Rules { roster: &self.config.roster, per_article }
    }

    /// Refuses whoever may not decide for the team.
    pub(super) fn editor(&self) -> Result<(), Failure> {
        let me = self.me();
        if self.roster().decides(me) {
            return Ok(());
        }
        Err(Failure::failed(say::IS_NO_EDITOR.with(&[&me]), say::IS_NO_EDITOR_HINT))
    }

    /// Who checks an article.
    fn assigned(&self, article: &str) -> Vec<String> {
        self.roster().assigned(article, self.rules().per_article)
    }

    /// Everybody by folder name, whether they have decided anything or not.
    pub(super) fn people(&self) -> Vec<String> {
        let folders = self.folders.iter().map(|folder| self.roster().person_of(folder).to_owned());
        let mut people: Vec<_> = self.roster().people.keys().cloned().chain(folders).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// The folder name under which the person who asks counts.
    pub(super) fn me(&self) -> &str {
        self.roster().person_of(self.library.annotator().slug())
    }

    /// The articles asked for; all that can be read where none is.
    pub(super) fn articles(&self, asked: &[String]) -> Result<Vec<String>, Failure> {
        if asked.is_empty() {
            let entries = self.library.list().entries.into_iter();
            return Ok(entries.filter(|e| e.problem.is_none()).map(|e| e.name).collect());
        }
        asked.iter().map(|name| desk::article(self.library.desk(), name)).collect()
    }

    /// The same without a word about notebooks that cannot be read.
    pub(super) fn quiet_sheet(&self, article: &str) -> Result<Sheet, Failure> {
        Ok(self.library.sheet(article, &self.folders, self.roster())?)
    }

    /// What everybody said about an article. A notebook that cannot be read is
    /// told: the answer is not the whole one.
    pub(super) fn sheet(&self, article: &str) -> Result<Sheet, Failure> {
        let sheet = self.quiet_sheet(article)?;
        self.complain(&sheet.refused);
        Ok(sheet)
    }

    /// Tells of notebooks that cannot be read, or not wholly.
    fn complain(&self, refused: &[NotebookFile]) {
        self.left_out.fetch_add(unread(self.lang, refused), Ordering::Relaxed);
    }

    /// Fails where the answer lacks what a notebook says.
    pub(super) fn whole(&self) -> Result<(), Failure> {
        match self.left_out.load(Ordering::Relaxed) {
            0 => Ok(()),
            files => Err(Failure::left_out(files)),
        }
    }
}

/// Warns of notebooks that cannot be read, or not wholly; how many of them are left out.
pub(super) fn unread(lang: Lang, refused: &[NotebookFile]) -> usize {
    let mut left_out = 0;
    for (file, refusal) in refused.iter().filter_map(|file| Some((file, file.refusal()?))) {
        let path = on_one_line(&file.shown_path().display().to_string());
        let why = Message::of(|lang| words::refusal(lang, refusal));
        let told = if refusal.hides() { say::IS_LEFT_OUT } else { say::NOT_WHOLLY };
        output::warn(lang, &told.with(&[&path, &why]));
        left_out += usize::from(refusal.hides());
    }
    left_out
}

/// A text as a cell of a Markdown table.
fn cell(text: &str) -> String {
    on_one_line(text).replace('|', "\\|").replace('<', "&lt;")
}

/// A row of a Markdown table.
fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<_> = cells.into_iter().map(cell).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// The head of a Markdown table.
fn head(lang: Lang, names: &[Text]) -> String {
    let names = names.iter().map(|name| name.to(lang));
    format!("{}{}", row(names.clone()), row(names.map(|_| "---")))
}

/// The people of a roster who have no folder, while one that is of nobody has their name, or where
/// the roster gives none a longer form of what it calls them (`anna`, `anna-berg`): the folder's name
/// is not the one that the roster has for them.
pub(super) fn strays<'a>(roster: &'a Roster, folders: &'a [String]) -> Vec<(&'a str, &'a str)> {
    let has_folder = |slug: &String| folders.iter().any(|f| roster.person_of(f) == slug);
    let is_nobodys = |folder: &&String| !roster.people.contains_key(roster.person_of(folder));
    let without = roster.people.iter().filter(|(slug, _)| !has_folder(slug));
    without
        .filter_map(|(slug, person)| {
            let name = person.name.as_ref().map(|name| name_words(name));
            let is_theirs = |folder: &&String| match &name {
                Some(name) => name_words(folder) == *name,
                None => {
                    let words = name_words(folder);
                    words.len() > 1 && name_words(slug).iter().all(|word| words.contains(word))
                }
            };
            let mut theirs = folders.iter().filter(is_nobodys).filter(is_theirs);
            // Of two Annas nobody knows which one is meant.
            let folder = theirs.next().filter(|_| theirs.next().is_none())?;
            Some((slug.as_str(), folder.as_str()))
        })
        .collect()
}

/// The words of a name, whatever their order and case.
pub(super) fn name_words(name: &str) -> Vec<String> {
    let slug = Annotator::new(name).slug().to_owned();
    let mut words: Vec<_> = slug.split('-').map(str::to_owned).collect();
    words.sort_unstable();
    words
}
