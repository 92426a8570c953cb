//! Two places side by side: a claim, and what another says about the same fact.

use super::browse::Browse;
use crate::command::{Action, Command, Context, Key};
use crate::core::article::Span;
use crate::core::crosscheck::{Compared, Relation};
use crate::i18n::messages as say;
use crate::state::act::related;
use crate::state::model::desk::ArticleId;
use crate::state::model::divergence::{Divergence, Voice};
use crate::state::model::follow::Follow;
use crate::state::model::notice::Notice;
use crate::state::model::preview::Place;
use crate::state::model::reader::Target;
use crate::state::model::related::Reason;
use crate::state::model::{Dialog, Model, Out, Overlay};
use crate::state::query::geometry;
use crate::state::query::related::of_current;

/// The dialog.
#[derive(Debug)]
pub(crate) struct Compare {
    /// The claim: article and words.
    pub here: (ArticleId, Span),
    /// What stands beside it, one after the other.
    pub others: Vec<Counterpart>,
    /// The one that shows.
    pub at: usize,
    /// The list that it lies over, which is shown again after it; else the claim is that of the
    /// text pane, to which evidence can be added.
    under: Option<Box<dyn Dialog>>,
}

/// What is told elsewhere about the same fact.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Counterpart {
    /// Article and words.
    pub there: (ArticleId, Span),
    /// How it stands to the claim.
    pub relation: Relation,
    /// Why, with the values of both sides.
    pub why: Vec<Reason>,
}

/// Opens it on the current claim and the related one that is marked.
pub(super) fn open(model: &mut Model) {
    let related = of_current(model).iter().map(|one| Counterpart {
        there: (one.article, one.span),
        relation: one.relation,
        why: one.why.clone(),
    });
    let others: Vec<_> = related.collect();
    let claim = model.reader.article.zip(model.reader.item().map(|item| item.span));
    let Some(here) = claim.filter(|_| !others.is_empty()) else {
        let text = say::NOTHING_TO_COMPARE.to(model.settings.lang);
        model.notice = Some(Notice::info(text));
        return;
    };
    let at = model.reader.picked.min(others.len() - 1);
    model.dialog = Some(Box::new(Compare { here, others, at, under: None }));
}

/// Opens it over a list, on the claim of the selected line and those that say otherwise.
pub(in crate::state) fn over(model: &mut Model) {
    let place = model.dialog::<Browse>().and_then(|list| Some((list.place(model)?, &list.facts)));
    let found = place.and_then(|(place, facts)| match place.target {
        Target::Item(span) => facts.iter().find_map(|one| beside(one, (place.article, span))),
        _ => None,
    });
    match found {
        Some((here, others)) => {
            let under = model.dialog.take();
            model.dialog = Some(Box::new(Compare { here, others, at: 0, under }));
        }
        None => {
            let text = say::NO_COUNTERPART.to(model.settings.lang);
            model.notice = Some(Notice::info(text));
        }
    }
}

/// A claim that gives a value, and those that give others.
type Beside = ((ArticleId, Span), Vec<Counterpart>);

fn beside(one: &Divergence, (article, span): (ArticleId, Span)) -> Option<Beside> {
    let here = one.voices().find(|voice| (voice.article, voice.span) == (article, span))?;
    let own = one.values.iter().position(|value| value.voices.contains(here))?;
    let others = one.values.iter().enumerate().filter(|(index, _)| *index != own);
    let others: Vec<_> = others
        .flat_map(|(_, value)| value.voices.iter().map(|voice| (voice, value.differs)))
        .map(|(there, differs)| Counterpart {
            there: (there.article, there.span),
            relation: if differs { Relation::Differ } else { Relation::Related },
            why: vec![reason(one, here, there, differs)],
        })
        .collect();
    (!others.is_empty()).then_some(((article, span), others))
}

fn reason(one: &Divergence, here: &Voice, there: &Voice, differs: bool) -> Reason {
    Reason {
        kind: one.kind,
        slot: one.slot,
        agreement: if differs { Compared::Differs } else { Compared::Meets },
        here: here.value.clone(),
        there: there.value.clone(),
        places: (here.place, there.place),
    }
}

/// Goes with words; tells whether they are still there.
fn moved((article, span): &mut (ArticleId, Span), to: &Follow<'_>) -> bool {
    let there = to.there(*article, *span);
    *span = there.unwrap_or(*span);
    there.is_some()
}

impl Compare {
    /// The counterpart that shows.
    pub(crate) fn other(&self) -> Option<&Counterpart> {
        self.others.get(self.at)
    }

    fn turn(&mut self, model: &mut Model, to: usize) {
        self.at = to.min(self.others.len().saturating_sub(1));
        if self.under.is_none() {
            model.reader.picked = self.at;
            model.reader.following = true;
        }
    }
}

impl Dialog for Compare {
    fn opened_by(&self) -> Command {
        Command::Compare
    }

    fn context(&self) -> Context {
        Context::Compare
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::Next => self.turn(model, self.at + 1),
            Command::Previous => self.turn(model, self.at.saturating_sub(1)),
            Command::Top => self.turn(model, 0),
            Command::Bottom => self.turn(model, usize::MAX),
            Command::Open => {
                let Some(other) = self.other() else { return Out::default() };
                let (article, span) = other.there;
                return Out::close(related::jump(model, article, Target::Item(span)));
            }
            Command::TakeAsEvidence if self.under.is_none() => {
                return Out::stay(related::take(model));
            }
            Command::TakeAsEvidence => {
                let text = say::OPEN_TO_TAKE.to(model.settings.lang);
                model.notice = Some(Notice::info(text));
            }
            Command::Cancel => {
                return match self.under.take() {
                    Some(list) => Out::show(Vec::new(), list),
                    None => Out::close(Vec::new()),
                };
            }
            _ => {}
        }
        Out::default()
    }

    fn key(&mut self, model: &mut Model, key: Key) -> Out {
        // The digits lead to the same counterparts as in the panes.
        match model.settings.keymap.action(Context::Claim, key) {
            Some(Action::Related(number)) if number <= self.others.len() => {
                self.turn(model, number - 1);
                Out::default()
            }
            _ => Out::ignored(),
        }
    }

    fn overlay(&self, model: &Model) -> Option<Overlay> {
        Some(Overlay::of(geometry::compare(geometry::screen(model).body)))
    }

    fn under(&mut self) -> Option<&mut Box<dyn Dialog>> {
        self.under.as_mut()
    }

    fn follow(&mut self, to: &Follow<'_>) {
        self.others.retain_mut(|other| moved(&mut other.there, to));
        self.at = self.at.min(self.others.len().saturating_sub(1));
        if !moved(&mut self.here, to) {
            // Nothing is left that others could stand beside.
            self.others.clear();
        }
    }

    fn wheel(&self) -> Option<(Command, Command)> {
        Some((Command::Next, Command::Previous))
    }

    fn places(&self, _model: &Model) -> Vec<Place> {
        let there = self.other().map(|other| other.there);
        let places = [Some(self.here), there].into_iter().flatten();
        places.map(|(article, span)| Place { article, target: Target::Item(span) }).collect()
    }
}
