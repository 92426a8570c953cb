//! The table that figures of agreement are computed from: a row for each unit,
//! a place for each person. Final verdicts are no opinion and stay outside.

use std::collections::BTreeSet;

use super::agreement::Matrix;
use super::status::Unit;

/// A table of verdicts with the names of its people and verdicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// The people, by folder name, in order.
    pub people: Vec<String>,
    /// The verdicts in use, in order: the categories of the matrix.
    pub verdicts: Vec<String>,
    /// The verdicts in force.
    pub matrix: Matrix,
}

impl Panel {
    /// The table of these units, those without a verdict in force left out.
    pub fn of<'a>(units: impl IntoIterator<Item = &'a Unit>) -> Self {
        let rows = units
            .into_iter()
            .map(|unit| unit.firm().map(|(o, verdict)| (&*o.person, &*verdict.0)).collect());
        Self::of_verdicts(rows.collect())
    }

    /// The table of these rows: who gave which verdict on one unit.
    pub fn of_verdicts(mut rows: Vec<Vec<(&str, &str)>>) -> Self {
        rows.retain(|row| !row.is_empty());
        let people: BTreeSet<_> = rows.iter().flatten().map(|(person, _)| *person).collect();
        let verdicts: BTreeSet<_> = rows.iter().flatten().map(|(_, verdict)| *verdict).collect();
        let category = |verdict: &str| verdicts.iter().position(|known| *known == verdict);
        let row = |given: &Vec<(&str, &str)>| {
            let by = |person: &&str| given.iter().find(|(who, _)| who == person);
            people.iter().map(|person| by(person).and_then(|(_, v)| category(v))).collect()
        };
        Self {
            matrix: Matrix { raters: people.len(), rows: rows.iter().map(row).collect() },
            people: people.into_iter().map(str::to_owned).collect(),
            verdicts: verdicts.into_iter().map(str::to_owned).collect(),
        }
    }
}
