//! How the team stands on each claim of an article: what everybody said, what
//! an editor decided, and which verdict is in force.

use std::collections::BTreeMap;

use super::opinion::Opinion;
use super::roster::Roster;
use super::unit::{Mark, units};
use crate::core::annotation::{Final, VerdictId};
use crate::core::article::{Span, near};
use crate::core::keep::keep;

/// How the team stands on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nobody has given a verdict.
    Open,
    /// Fewer people than the team asks for have given one.
    Single,
    /// As many people as the team asks for say the same.
    Agreed,
    /// People say different things.
    Disputed,
    /// An editor has decided.
    Final,
    /// An editor has decided, and what it was decided over has changed.
    Overtaken,
    /// Two editors have decided differently without knowing of each other.
    Contested,
    /// The words that it was decided for have changed.
    Stale,
}

keep!(
    enum Status {
        Open,
        Single,
        Agreed,
        Disputed,
        Final,
        Overtaken,
        Contested,
        Stale,
    }
);

impl Status {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Open,
        Self::Single,
        Self::Agreed,
        Self::Disputed,
        Self::Final,
        Self::Overtaken,
        Self::Contested,
        Self::Stale,
    ];

    /// Whether an editor is asked.
    pub const fn asks_editor(self) -> bool {
        matches!(self, Self::Disputed | Self::Overtaken | Self::Contested)
    }

    /// Its name in JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Single => "single",
            Self::Agreed => "agreed",
            Self::Disputed => "disputed",
            Self::Final => "final",
            Self::Overtaken => "overtaken",
            Self::Contested => "contested",
            Self::Stale => "stale",
        }
    }
}

/// What a verdict is in force by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// An editor decided.
    Final,
    /// Enough people say the same.
    Agreed,
    /// Nothing is in force.
    None,
}

impl How {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Agreed => "agreed",
            Self::None => "none",
        }
    }
}

/// A final verdict and who gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The editor's folder name.
    pub person: String,
    /// The editor's readable name.
    pub name: String,
    /// The annotation it stands in: `folder/id`.
    pub key: String,
    /// What was decided.
    pub verdict: Final,
}

impl Decision {
    fn of(opinion: &Opinion) -> Option<Self> {
        Some(Self {
            person: opinion.person.clone(),
            name: opinion.name.clone(),
            key: opinion.key.clone(),
            verdict: opinion.annotation.final_verdict.clone()?,
        })
    }
}

/// One claim, whoever looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its words, as the first who marked them drew them.
    pub span: Span,
    /// What people said, those whose words have changed last.
    pub opinions: Vec<Opinion>,
    /// The final verdict in force.
    pub decision: Option<Decision>,
    /// Earlier final verdicts that it does not know of, and that differ.
    pub contesting: Vec<Decision>,
    /// How the team stands on it.
    pub status: Status,
}

/// What a team asks for.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Who is in it.
    pub roster: &'a Roster,
    /// How many people must say the same.
    pub per_article: usize,
}

impl Unit {
    /// The verdict that the team gives, and by what: the final one, else the agreed one.
    pub fn effective(&self) -> (Option<&VerdictId>, How) {
        match (&self.decision, self.status) {
            (Some(decision), _) => (decision.verdict.verdict.as_ref(), How::Final),
            (None, Status::Agreed) => (self.firm().next().map(|(_, verdict)| verdict), How::Agreed),
            (None, _) => (None, How::None),
        }
    }

    /// The verdicts in force with their people.
    pub fn firm(&self) -> impl Iterator<Item = (&Opinion, &VerdictId)> {
        self.opinions.iter().filter_map(|opinion| Some((opinion, opinion.firm()?)))
    }

    /// Whether people differ once the verdicts on changed words are counted, too:
    /// such a dispute is not settled by an edit of the article.
    pub fn is_stale_dispute(&self) -> bool {
        let all = || self.opinions.iter().filter_map(|o| o.annotation.verdict.as_ref());
        let stale =
            self.opinions.iter().any(|o| o.annotation.verdict.is_some() && o.firm().is_none());
        stale && all().any(|verdict| Some(verdict) != all().next())
    }

    /// The final verdicts on words that have changed since, which are not in force.
    pub fn unheld(&self) -> impl Iterator<Item = Decision> {
        let lost = self.opinions.iter().filter(|opinion| !opinion.standing.is_in_force());
        lost.filter_map(Decision::of)
    }

    /// What a final verdict would be decided over now: the verdicts in force, and the
    /// final ones of other editors.
    pub fn over(&self) -> BTreeMap<String, VerdictId> {
        let mut over: BTreeMap<_, _> = self
            .opinions
            .iter()
            .filter_map(|o| {
                Some((o.key.clone(), o.annotation.final_verdict.as_ref()?.verdict.clone()?))
            })
            .collect();
        over.extend(self.firm().map(|(o, verdict)| (o.key.clone(), verdict.clone())));
        over
    }

    fn of(opinions: Vec<Opinion>, rules: Rules<'_>) -> Self {
        let mut decisions = decisions(&opinions, rules.roster);
        let decision = decisions.pop();
        let contesting =
            decision.as_ref().map_or_else(Vec::new, |last| contesting(last, decisions));
        let span = opinions[0].span;
        let mut unit = Self { span, opinions, decision, contesting, status: Status::Open };
        unit.status = unit.judge(rules.per_article.max(1));
        unit
    }

    /// The status, from the verdicts in force and the final ones.
    fn judge(&self, per_article: usize) -> Status {
        if let Some(last) = &self.decision {
            return match self.is_overtaken(last) {
                _ if !self.contesting.is_empty() => Status::Contested,
                true => Status::Overtaken,
                false => Status::Final,
            };
        }
        let is_lost = |o: &Opinion| !o.standing.is_in_force();
        let mut verdicts = self.firm().map(|(_, verdict)| verdict);
        let Some(first) = verdicts.next() else {
            return if self.opinions.iter().any(is_lost) { Status::Stale } else { Status::Open };
        };
        let (mut given, mut same) = (1, true);
        for verdict in verdicts {
            given += 1;
            same &= verdict == first;
        }
        match (same, given >= per_article) {
            (false, _) => Status::Disputed,
            (true, true) => Status::Agreed,
            (true, false) => Status::Single,
        }
    }

    /// Whether what a decision was taken over has changed, or a new person came.
    fn is_overtaken(&self, decision: &Decision) -> bool {
        let over = &decision.verdict.over;
        let says = |opinion: &Opinion, verdict: &VerdictId| {
            let ruled = opinion.annotation.final_verdict.as_ref();
            let ruled = ruled.and_then(|ruled| ruled.verdict.as_ref());
            opinion.annotation.verdict.as_ref() == Some(verdict) || ruled == Some(verdict)
        };
        // One that was taken back, or stands elsewhere now, has changed, too.
        let stays = |key: &str, verdict: &VerdictId| {
            self.opinions.iter().any(|opinion| opinion.key == key && says(opinion, verdict))
        };
        let changed =
            over.iter().any(|(key, verdict)| *key != decision.key && !stays(key, verdict));
        let came = |(opinion, _): (&Opinion, &VerdictId)| {
            opinion.person != decision.person && !over.contains_key(&opinion.key)
        };
        changed || self.firm().any(came)
    }
}

/// Of the earlier decisions those that the last one does not know of, and that differ. One that says
/// "cannot be decided" contests nothing.
fn contesting(last: &Decision, earlier: Vec<Decision>) -> Vec<Decision> {
    let unknown = |one: &Decision| {
        one.person != last.person
            && one.verdict.verdict.is_some()
            && one.verdict.verdict != last.verdict.verdict
            && !last.verdict.over.contains_key(&one.key)
    };
    earlier.into_iter().filter(unknown).collect()
}

/// The final verdicts on the words as they stand, by those who may decide: the one in force last.
fn decisions(opinions: &[Opinion], roster: &Roster) -> Vec<Decision> {
    let mut all: Vec<_> = opinions
        .iter()
        .filter(|opinion| opinion.standing.is_in_force() && roster.decides(&opinion.person))
        .filter_map(Decision::of)
        .collect();
    all.sort_by(|a, b| (a.verdict.at, &a.person).cmp(&(b.verdict.at, &b.person)));
    all
}

/// The claims that people spoke about, in the order of the text, as the opinions come. Verdicts
/// in force make the units; what else was said joins the one about the same words.
pub fn team_units(opinions: &[Opinion], rules: Rules<'_>) -> Vec<Unit> {
    let firm: Vec<&Opinion> = opinions.iter().filter(|o| o.firm().is_some()).collect();
    let marks: Vec<Mark<'_>> = firm
        .iter()
        .filter_map(|o| Some(Mark { rater: &o.person, span: o.span, verdict: &o.firm()?.0 }))
        .collect();
    let mut groups: Vec<Vec<&Opinion>> =
        units(&marks).iter().map(|unit| unit.iter().map(|&i| firm[i]).collect()).collect();
    let (firm, longest) = (groups.len(), opinions.iter().map(|o| o.span.len()).max());
    for rest in opinions.iter().filter(|o| o.firm().is_none() && o.is_placed()) {
        match place_of(rest, &groups, firm, longest.unwrap_or_default()) {
            Some(group) => groups[group].push(rest),
            None => groups.push(vec![rest]),
        }
    }
    let mut units: Vec<_> = groups
        .into_iter()
        .map(|group| Unit::of(group.into_iter().cloned().collect(), rules))
        .collect();
    units.sort_by_key(|unit| unit.span);
    units
}

/// The group about the same words in which this person has no other verdict. The groups of
/// verdicts in force, then those of the rest, both in the order of their first opinions: one that
/// is about the same words as all of a group is near the first.
fn place_of(
    rest: &Opinion,
    groups: &[Vec<&Opinion>],
    firm: usize,
    longest: usize,
) -> Option<usize> {
    let fits = |group: &Vec<&Opinion>| {
        let twice = |o: &&Opinion| rest.annotation.verdict.is_some() && o.person == rest.person;
        group.iter().all(|o| o.span.coincides(rest.span) && !twice(o))
    };
    let iou =
        |group: &Vec<&Opinion>| group.iter().map(|o| o.span.iou(rest.span)).fold(0.0, f64::max);
    let close = |groups: &[Vec<&Opinion>]| near(groups, longest, rest.span, |group| group[0].span);
    let (of_firm, others) = groups.split_at(firm);
    let close = close(of_firm).chain(close(others).map(|place| firm + place));
    let fitting = close.map(|place| (place, &groups[place])).filter(|(_, group)| fits(group));
    fitting.max_by(|(_, a), (_, b)| iou(a).total_cmp(&iou(b))).map(|(place, _)| place)
}
