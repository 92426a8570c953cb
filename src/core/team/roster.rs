//! Who is in the team, as its configuration names them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::assign::{Pattern, assigned};

/// What a person does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Checks claims.
    #[default]
    Checker,
    /// Checks claims, and decides for the team.
    Editor,
    /// Looks in; no article is assigned.
    Guest,
}

impl Role {
    /// All, with their names.
    pub const ALL: [(Self, &str); 3] =
        [(Self::Checker, "checker"), (Self::Editor, "editor"), (Self::Guest, "guest")];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Checker => "checker",
            Self::Editor => "editor",
            Self::Guest => "guest",
        }
    }
}

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The readable name; none: as the notebooks say.
    pub name: Option<String>,
    /// The addresses under which the person commits.
    pub emails: Vec<String>,
    /// What the person does.
    pub role: Role,
    /// Other folders that are the same person's.
    pub also: Vec<String>,
    /// The account on the forge that reviews what others write into the folder: `@anna`.
    pub forge: Option<String>,
}

/// The people of a team by folder name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The people.
    pub people: BTreeMap<String, Person>,
    /// Articles that are not divided by rule, and who checks them.
    pub assign: Vec<(Pattern, Vec<String>)>,
    /// By which day articles are to be checked.
    pub due: Vec<(Pattern, Date)>,
}

impl Roster {
    /// The folder name under which the owner of a folder counts.
    pub fn person_of<'a>(&'a self, folder: &'a str) -> &'a str {
        let owner = |(_, person): &(&String, &Person)| person.also.iter().any(|f| f == folder);
        self.people.iter().find(owner).map_or(folder, |(slug, _)| slug)
    }

    /// The readable name of a person; none where the roster gives none.
    pub fn name_of(&self, person: &str) -> Option<&str> {
        self.people.get(person)?.name.as_deref()
    }

    /// The person who commits under an address.
    pub fn by_email(&self, email: &str) -> Option<&str> {
        let same = |known: &String| known.eq_ignore_ascii_case(email);
        let found = self.people.iter().find(|(_, person)| person.emails.iter().any(same));
        found.map(|(slug, _)| slug.as_str())
    }

    /// Who checks an article: as the last pattern that fits says, else `per_article` people by rule.
    pub fn assigned(&self, article: &str, per_article: usize) -> Vec<String> {
        let named = self.assign.iter().rev().find(|(pattern, _)| pattern.fits(article));
        if let Some((_, people)) = named {
            return people.clone();
        }
        let by_rule = assigned(article, &self.checkers(), per_article);
        by_rule.into_iter().map(str::to_owned).collect()
    }

    /// By which day an article is to be checked: as the last pattern that fits says.
    pub fn due(&self, article: &str) -> Option<Date> {
        let named = self.due.iter().rev().find(|(pattern, _)| pattern.fits(article));
        named.map(|(_, day)| *day)
    }

    /// Whether the team has named its editors.
    pub fn has_editors(&self) -> bool {
        self.people.values().any(|person| person.role == Role::Editor)
    }

    /// Whether a person decides for the team: an editor, or anybody where none is named.
    pub fn decides(&self, person: &str) -> bool {
        !self.has_editors()
            || self.people.get(person).is_some_and(|person| person.role == Role::Editor)
    }

    /// The people among whom articles are divided.
    pub fn checkers(&self) -> Vec<&str> {
        let checkers = self.people.iter().filter(|(_, person)| person.role == Role::Checker);
        checkers.map(|(slug, _)| slug.as_str()).collect()
    }
}
