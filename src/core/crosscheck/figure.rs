//! Figures of a sentence: which are values, of what, and whether of a part of it.

use std::ops::Range;
use std::sync::LazyLock;

use super::measures::Measures;
use super::pack::{Lexeme, Pack, Roles};
use super::read::{Sentence, inside};
use super::term::{Key, Term};
use super::tokens::tokens;
use super::value::{AGAINST, AGE, FOR, SOUGHT, Said, Value};
use super::words::Word;
use crate::core::article::Span;
use crate::core::fact::quantity::Amount;
use crate::core::fact::{Date, Quantity};
use crate::core::lang::Measure;
use crate::core::lang::words::is_usual_in;

/// What becomes of people only, or nearly so.
static DEATH: LazyLock<Key> = LazyLock::new(|| Term::class("death").key());
static INJURY: LazyLock<Key> = LazyLock::new(|| Term::class("injury").key());
pub(super) static CUSTODY: LazyLock<Key> = LazyLock::new(|| Term::class("custody").key());
/// How many words lie between a figure and what says that it was asked for, that included.
const WANTED: usize = 8;
/// What votes are values of.
pub(super) static VOTE: LazyLock<Key> = LazyLock::new(|| Term::class("vote").key());
/// Stand for the thing counted where a length of time tells when something was: before or after something, or before the day of
/// writing.
static POINTS: LazyLock<[Key; 3]> =
    LazyLock::new(|| ["earlier", "later", "ago"].map(|name| Term::class(name).key()));
/// How many words lie between a figure and what says that it is of one place or time, that included.
const ALONE: usize = 10;
/// What leads to an age: `dies at 77`, and how old nobody becomes.
const AGED: [&str; 6] = ["at", "age", "aged", "à", "mit", "con"];
const OLDEST: f64 = 125.0;
/// How many words lie between an age and whose it is: `the 61-year-old former employee Jane Roe`.
const OLD: usize = 6;
/// How many words lie between a name and the age beside it, that included.
const BESIDE: usize = 3;
/// How many telling words away the event of a figure is looked for.
const REACH: usize = 7;
/// And that of a bare number: `Five were wounded`, `Quatorze de leurs collègues ont été blessés`.
const ADJACENT: usize = 2;
/// How many words lie between people and what became of them, small ones but the last.
const SMALL: usize = 4;
/// And that of people whose fate is told.
const CLOSE: usize = 5;

/// In seconds.
const DAY: f64 = 86_400.0;
/// How many bytes lie between a figure and the year or month that it is of: ` in the year `.
const LEADS: usize = 16;

/// Whether a length of time is told to say when something was.
pub(super) fn is_point(head: Key) -> bool {
    POINTS.contains(&head)
}

impl Sentence<'_> {
    /// Whether a figure says how many or how much: it is no part of a name, and was read wholly.
    pub(super) fn is_value(&self, quantity: &Quantity) -> bool {
        !self.is_part_of_a_word(quantity)
            && !self.is_model(quantity)
            && !self.is_conversion(quantity)
            && !self.is_score(quantity)
            && !self.is_composed(quantity)
            && !self.is_moving(quantity)
    }

    /// The figures that are values.
    pub(super) fn figures(&self) -> Vec<Value> {
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        let mut values = Vec::new();
        let mut whole = None;
        for quantity in all.iter().filter(|quantity| self.is_value(quantity)) {
            // `two of its five carriages`: nothing is told to have become of five.
            if whole == Some(quantity.figure) {
                continue;
            }
            let of = self.of_whole(quantity);
            let value = self.figure(of.as_ref().unwrap_or(quantity));
            let value = Value { part: value.part && of.is_none(), ..value };
            let value = match values.last() {
                Some(all) if !self.is_some_of(quantity, all) => value,
                Some(all) if all.head != 0 => {
                    Value { head: all.head, who: all.who, part: true, ..value }
                }
                Some(&Value { role, fate, .. }) if !value.classed => {
                    Value { role, fate, classed: true, part: true, ..value }
                }
                _ => value,
            };
            values.push(value);
            whole = of.and(self.whole_of(quantity)).map(|whole| whole.figure);
        }
        values
    }

    /// `47 lambs, nine of which died`, `47 Fälle, neun davon tödlich`: of those counted last.
    fn is_some_of(&self, quantity: &Quantity, all: &Value) -> bool {
        let at = self.range(quantity.figure);
        let bare = quantity.unit.is_none() && quantity.noun.is_none();
        let mut beside = [at.start.checked_sub(1), Some(at.end)].into_iter().flatten();
        let part = |at: usize| self.words.get(at).is_some_and(|word| word.is(Roles::PART));
        let known = all.head != 0 || all.classed && all.fate;
        bare && known && !all.is_age() && beside.any(part)
    }

    pub(super) fn figure(&self, quantity: &Quantity) -> Value {
        let noun = quantity.noun.as_ref().map(|noun| noun.span);
        // The head of the noun is the word that its stem is of.
        let head = noun.and_then(|span| {
            let stem = &quantity.noun.as_ref()?.stem;
            let start: String = stem.chars().take(4).collect();
            let folded =
                |word: &Word| crate::core::lang::stem::fold(&self.text[word.start..word.end]);
            // `soldats du feu` may be longer than the noun that was counted.
            let from = self.range(span).start;
            let words = self.words[from..].iter().take_while(|word| word.start < span.end);
            words.filter(|word| word.term.is_some()).find(|word| folded(word).starts_with(&start))
        });
        let at = self.range(quantity.figure);
        let fallen = head.is_some_and(|head| self.is_fallen(quantity, head));
        let measure = if fallen { Measures::PEOPLE } else { measure(quantity, head) };
        // What stands alone counts only what is said beside it, and an age nothing: `Gray, 16,`.
        let bare = head.is_none() && quantity.unit.is_none();
        let reach = if bare { ADJACENT } else { REACH };
        let apart: &[char] = if bare { &[';', ':', ',', '('] } else { &[';', ':'] };
        // Nobody counts six and a half people: `killed by 6.5 magnitude earthquake`.
        let broken = quantity.unit.is_none() && Amount::of(quantity).is_broken();
        let counts = !(bare && !self.counts(quantity) || self.is_how_often(quantity));
        let takes = |word: &&Word| {
            let elsewhere = self.is_beyond(word, quantity) || self.is_of_somebody_else(&at, word);
            let people = broken && word.is(Roles::FATE);
            counts && word.lexeme.takes.meets(measure) && !elsewhere && !people
        };
        let own = head.filter(takes);
        let fate = |word: &&Word| takes(word) && word.is(Roles::FATE);
        let nearest = self.nearest(&at, reach, apart, takes);
        let other = own.or(nearest.filter(|word| !fate(word)));
        let event = own
            .filter(fate)
            .or_else(|| {
                let nearest = |kind: &dyn Fn(&&Word) -> bool| {
                    self.nearest(&at, reach.min(CLOSE), &[';', ':', ',', '('], kind)
                };
                let alone = |word: &&Word| fate(word) && !self.is_of_another(word, quantity);
                // `The toll stands at nine missing`: of them it is one.
                let own = |word: &&Word| alone(word) && !word.is(Roles::TALLY);
                let any = || nearest(&fate).filter(|_| other.is_none());
                nearest(&own).or_else(|| nearest(&alone)).or_else(any)
            })
            .or(own)
            .or(nearest)
            .filter(|word| !(fate(word) && self.is_across(word, quantity)));
        let event = if bare && !broken { self.toll_raised(&at).or(event) } else { event };
        // What becomes of people does not become of things: who `will miss two games` is not missing.
        let happens = |word: &&Word| {
            word.is(Roles::EVENT)
                && !(broken && word.is(Roles::FATE))
                && head.is_none_or(|h| h.term != word.term && !word.is(Roles::FATE))
        };
        let known = event.is_some();
        let event = event.or_else(|| self.nearest(&at, reach, apart, happens));
        // Bills are things, though a bill of so much is what something costs.
        let bill = |takes: Measures| takes.meets(Measures::MONEY) && !takes.meets(measure);
        let thing = |word: &Word| word.is(Roles::THING) || bill(word.lexeme.takes);
        let anybody =
            |word: &&Word| word.is(Roles::PEOPLE) || word.is(Roles::EVENT) && !thing(word);
        // `6,000 demonstrators marched`: as many as `6,000 people`.
        let of_event = |word: &Word| event.is_some_and(|event| event.term == word.term);
        let head = head.filter(|word| !anybody(word) && !of_event(word) && !fallen);
        let said = Said::Figure(Amount::of(quantity));
        let value = self.value(quantity.span, &at, said, event);
        let topic =
            if known || quantity.unit.is_none() { None } else { self.topic_before(measure) };
        let role = topic.map_or(value.role, Term::key);
        let (known, value) = (known || topic.is_some(), Value { role, ..value });
        // A unit says nothing of what is measured.
        let near =
            if quantity.unit.is_some() { self.near(&self.whole(quantity)) } else { value.near };
        let things = head.is_some_and(|word| !word.is(Roles::WHO));
        let others = (things || !value.fate) && self.are_others(quantity.span, &at);
        // Two women and a man are three people.
        let some = head.is_some_and(|word| word.is(Roles::SOME));
        let alone = some || self.is_alone(quantity.span, &at);
        let rest = self.is_rest(quantity.span, &at) || self.is_each(quantity.span);
        let before = self.is_compared(quantity.span, &at)
            || event.is_some_and(|event| self.is_of_one_before(event, &at));
        let (part, earlier) = (value.part || alone || rest, value.earlier || others || before);
        let value = Value { near, part, earlier, ..value };
        // `Der Sturm fordert neun Tote`: nobody wants them.
        if !event.is_some_and(is_toll) && self.is_wanted(quantity, &at) {
            let head = head.and_then(|word| word.term).map_or(0, Term::key);
            return Value {
                role: *SOUGHT,
                classed: true,
                fate: false,
                earlier: true,
                head,
                ..value
            };
        }
        let years = quantity.unit.is_some_and(|unit| unit.measure == Measure::Duration);
        if self.is_age(quantity, &at) || (bare || years) && self.is_apposed(quantity, &at) {
            return self.age(&at, others, value);
        }
        if let Some(side) = self.side(quantity) {
            return Value { role: side, classed: true, ..value };
        }
        let key = |head: Option<&Word>| head.and_then(|word| word.term).map_or(0, Term::key);
        let sought = value.role == *SOUGHT;
        Value {
            classed: known || sought,
            earlier: value.earlier || sought,
            head: self.point(quantity).unwrap_or_else(|| key(head)),
            who: head.is_some_and(|word| word.is(Roles::WHO)),
            denied: event.is_some_and(Word::is_opposite),
            ..value
        }
    }

    /// An age, by whose it is: their name, or what they are.
    fn age(&self, at: &Range<usize>, others: bool, value: Value) -> Value {
        let holder = self.aged(at);
        let classed = holder[0] != 0;
        let who = if classed { None } else { self.somebody(at) };
        let head = who.and_then(|word| word.term).map_or(0, Term::key);
        let who = head != 0;
        // Whoever `announced last week` is as old today.
        let earlier = others;
        Value { role: *AGE, classed, holder, head, who, earlier, fate: false, ..value }
    }

    /// `The council passed its budget. It amounts to …`: the one thing that can be so much in the sentence before, where this
    /// goes on about it.
    fn topic_before(&self, measure: Measures) -> Option<Term> {
        let opens = self.words.first()?;
        // `Son montant : …`
        let goes_on = opens.is(Roles::PRONOUN) || opens.is(Roles::ITS);
        let before = self.sentence_before().filter(|_| goes_on)?;
        let pack = Pack::numbered(self.pack);
        let told = tokens(before.of(self.text))
            .map(|(start, end)| pack.look_up(&before.of(self.text)[start..end]));
        let mut topics =
            told.filter(|(_, lexeme)| lexeme.takes.meets(measure)).filter_map(|(term, _)| term);
        let topic = topics.next()?;
        topics.all(|other| other.key() == topic.key()).then_some(topic)
    }

    /// `Eleven pilgrims died`, `tuant onze pèlerins`: whatever they are called, they are people.
    fn is_fallen(&self, quantity: &Quantity, head: &Word) -> bool {
        let fate = |word: &Word| {
            let key = word.term.map_or(0, Term::key);
            word.is(Roles::FATE)
                && [*DEATH, *INJURY, *CUSTODY].contains(&key)
                && !self.is_beyond(word, quantity)
        };
        let told = |word: &&Word| word.term.is_some();
        let before = self.words[..self.range(quantity.span).start].iter().rev();
        let end = self.words.partition_point(|word| word.end <= quantity.span.end);
        let after = self.words[end..].iter().take(SMALL).find(told);
        let after = after.filter(|word| {
            let gap = self.text.get(quantity.span.end..word.start).unwrap_or_default();
            !gap.contains([',', ';', ':', '('])
        });
        // `Neun Wanderer wurden bei der Lawine getötet`
        let opens = self.words.get(end).is_some_and(|word| word.is(Roles::PASSIVE));
        let last = || self.words[self.clause(quantity.span)].iter().rev().find(told);
        let bracket = || opens && last().is_some_and(fate);
        let unknown = head.lexeme.class.is_none() && quantity.unit.is_none();
        let unknown = unknown && !head.is(Roles::TIMES);
        let beside = after.is_some_and(fate) || before.take(2).find(told).is_some_and(fate);
        unknown && (beside || bracket())
    }

    /// `The death toll from the storm rose to four`, `le bilan s’établit à douze`: what a toll came to, however far before the
    /// number it is named.
    fn toll_raised(&self, at: &Range<usize>) -> Option<&Word> {
        let mut next = self.words.get(at.start)?.start;
        let mut raised = false;
        let mut told = 0;
        for word in self.words[..at.start].iter().rev() {
            let gap = self.text.get(word.end..next)?;
            if gap.contains([';', ':', ',', '(']) || told == REACH || word.is(Roles::AND) {
                return None;
            }
            next = word.start;
            if word.is(Roles::FATE) {
                let sums = word.is(Roles::TALLY) || raised;
                return (sums && word.lexeme.takes.meets(Measures::PEOPLE)).then_some(word);
            }
            raised |= word.is(Roles::TURN);
            told += usize::from(word.term.is_some());
        }
        None
    }

    /// `It is hard for 12 people to see another person die`: somebody else dies.
    fn is_of_somebody_else(&self, at: &Range<usize>, event: &Word) -> bool {
        let mut between = self.words[at.end..].iter().take_while(|word| word.start < event.start);
        between.any(|word| word.is(Roles::ANOTHER))
    }

    /// `three died as thousands of protesters marched`: another figure stands nearer to the event.
    fn is_of_another(&self, event: &Word, quantity: &Quantity) -> bool {
        let gap = |span: Span| {
            event.start.saturating_sub(span.end) + span.start.saturating_sub(event.end)
        };
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        all.iter().any(|other| gap(other.span) < gap(quantity.span))
    }

    /// `confirmed eight victims and raised to 26 the number…`: what another figure counts was told before what joins the two.
    fn is_across(&self, event: &Word, quantity: &Quantity) -> bool {
        let between = Span::new(event.end, quantity.span.start.max(event.end));
        let mut between = self.words[self.range(between)].iter();
        self.is_of_another(event, quantity) && between.any(|word| word.is(Roles::AND))
            || self.is_counted_next(event, quantity)
    }

    /// `37 cases and three deaths`: what the next figure counts is its own.
    fn is_counted_next(&self, event: &Word, quantity: &Quantity) -> bool {
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        let next = all.iter().find(|other| other.span.start > quantity.span.end);
        let counts = |other: &&Quantity| {
            other
                .noun
                .as_ref()
                .is_some_and(|noun| noun.span.start <= event.start && event.end <= noun.span.end)
        };
        let Some(next) = next.filter(counts) else { return false };
        let mut between =
            self.words[self.range(Span::new(quantity.span.end, next.span.start))].iter();
        between.any(|word| word.is(Roles::AND))
    }

    /// `asked for five years`, `invited 300 guests`, `fünf Jahre Haft gefordert`: what was wanted, which is no other answer
    /// than what came.
    fn is_wanted(&self, quantity: &Quantity, at: &Range<usize>) -> bool {
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        let counted = |word: &Word| {
            let covers = |q: &Quantity| q.span.start <= word.start && word.end <= q.span.end;
            all.iter().any(|other| other.span != quantity.span && covers(other))
        };
        let ends = |word: &Word| word.is(Roles::WHEN) || word.is(Roles::AND) || counted(word);
        let wanted = |word: &Word| {
            word.is(Roles::WANTED) || word.term.is_some_and(|term| term.key() == *SOUGHT)
        };
        let reaches = |words: &mut dyn Iterator<Item = &Word>| {
            let mut last = quantity.span;
            let mut near = words.take(WANTED).take_while(|word| {
                let (from, to) = (last.end.min(word.end), last.start.max(word.start));
                let gap = self.text.get(from..to).unwrap_or_default();
                last = Span::new(word.start, word.end);
                !gap.contains([',', ';', ':', '(']) && !ends(word)
            });
            near.find(|word| wanted(word)).is_some_and(|word| !word.negated)
        };
        let end = self.words.partition_point(|word| word.end <= quantity.span.end);
        // Those who demand something are counted before it.
        let measured = quantity.unit.is_some();
        reaches(&mut self.words[..at.start].iter().rev())
            || measured && reaches(&mut self.words[end..].iter())
    }

    /// `two of its five carriages`: what the first figure counts, and the whole that the second tells.
    fn whole_of(&self, quantity: &Quantity) -> Option<&Quantity> {
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        let next = all.iter().find(|other| other.span.start > quantity.span.end)?;
        let between = self.words.get(self.range(Span::new(quantity.span.end, next.span.start)))?;
        let leads = match between {
            [of] => of.is(Roles::OF),
            [of, its] => of.is(Roles::OF) && its.term.is_none(),
            _ => false,
        };
        let counts = |q: &Quantity| q.unit.is_none() && q.value().is_some();
        let (part, whole) = quantity.value().zip(next.value())?;
        let bare = quantity.noun.is_none() && counts(quantity) && counts(next);
        (leads && bare && part < whole && next.noun.is_some()).then_some(next)
    }

    /// What a figure counts that is told as some of a whole, where the whole is of things: of `30 of the 80 wounded` the whole is
    /// what is told.
    fn of_whole(&self, quantity: &Quantity) -> Option<Quantity> {
        let whole = self.whole_of(quantity)?;
        let noun = whole.noun.clone()?;
        let told = |word: &Word| word.is(Roles::FATE);
        if self.words[self.range(noun.span)].iter().any(told) {
            return None;
        }
        let span = Span::new(quantity.span.start, whole.span.end);
        Some(Quantity { noun: Some(noun), span, ..quantity.clone() })
    }

    /// `23 were hurt when a ferry with 241 people ran aground`: what became of people is told of those of its own
    /// clause. `12 are listed as missing` and `five were treated after being hurt` name nobody else.
    fn is_beyond(&self, fate: &Word, quantity: &Quantity) -> bool {
        let between = |from: usize, to: usize| {
            let range = self.range(Span::new(from.min(to), to));
            self.words.get(range).unwrap_or_default()
        };
        let when = |word: &Word| word.is(Roles::WHEN);
        if !fate.is(Roles::FATE) {
            return false;
        }
        if fate.start < quantity.span.start {
            return between(fate.end, quantity.span.start).iter().any(when);
        }
        let words = between(quantity.span.end, fate.start);
        let Some(at) = words.iter().rposition(when) else { return false };
        let clause = Span::new(words[at].end, fate.start);
        let counted = inside(self.analysis.facts.quantities, clause, |q| q.span);
        let somebody = |word: &Word| word.is(Roles::PEOPLE) || word.is(Roles::WHO);
        !counted.is_empty() || words[at..].iter().any(somebody)
    }

    /// The words of a figure with its unit.
    fn whole(&self, quantity: &Quantity) -> Range<usize> {
        let (figure, whole) = (self.range(quantity.figure), self.range(quantity.span));
        figure.start.min(whole.start)..figure.end.max(whole.end)
    }

    /// Which side of a vote a figure counts: `by 27 votes to 19`, `mit 27 zu 19 Stimmen`, `21 voix pour et 12 contre`.
    fn side(&self, quantity: &Quantity) -> Option<Key> {
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        let at = all.iter().position(|other| other.span == quantity.span)?;
        let pair = |i: usize| self.are_sides(all.get(i)?, all.get(i + 1)?).then_some(());
        if at.checked_sub(1).and_then(pair).is_some() {
            return Some(*AGAINST);
        }
        pair(at).map(|()| *FOR)
    }

    /// Whether two figures, one behind the other, count those for and those against something.
    fn are_sides(&self, own: &Quantity, other: &Quantity) -> bool {
        let votes = |word: &Word| {
            let key = word.term.map_or(0, Term::key);
            [*VOTE, *FOR, *AGAINST].contains(&key)
        };
        let beside = |from: usize, to: usize| self.text.get(from..to) == Some(" ");
        let against = |word: &&Word| {
            word.is(Roles::AGAINST) || word.term.is_some_and(|term| term.key() == *AGAINST)
        };
        // `24 contre 9`, `24 voix contre 9`
        let before = self.words.get(self.range(other.figure).start.wrapping_sub(1));
        let faces = before.filter(against).is_some_and(|word| {
            beside(word.end, other.figure.start)
                && (beside(own.span.end, word.start) || votes(word) && word.start <= own.span.end)
        });
        let behind = self.words.get(self.range(other.span).end);
        let follows = behind.filter(against).is_some_and(|word| beside(other.span.end, word.start));
        let bare = own.unit.is_none() && other.unit.is_none();
        let stretch = self.range(Span::new(own.span.start, other.span.end));
        bare && (faces || follows) && self.words[stretch].iter().any(votes)
    }

    /// `37-year-old`, `âgé de 34 ans`: whose, not how long.
    fn is_age(&self, quantity: &Quantity, at: &Range<usize>) -> bool {
        let years = quantity.unit.is_some_and(|unit| unit.measure == Measure::Duration);
        let before = self.words[..at.start].iter().rev().take(2);
        let after = self.words[at.end..].iter().take(2);
        let bare = quantity.unit.is_none() && quantity.noun.is_none();
        years && before.chain(after).any(|word| word.is(Roles::AGED))
            || (years || bare) && self.is_of_somebody(quantity, at)
    }

    /// `une patiente de 27 ans`, `a boy of 13`, `Jane Roe, who is 52`: somebody of so many years.
    fn is_of_somebody(&self, quantity: &Quantity, at: &Range<usize>) -> bool {
        // `des adolescents de 11 à 14 ans`
        let oldest = quantity.value().or(quantity.high);
        let young = oldest.is_some_and(|years| (1.0..OLDEST).contains(&years));
        let leads = at.start.checked_sub(1).is_some_and(|i| self.words[i].is(Roles::YEARS));
        let named = |word: &Word| is_somebody(word) || word.term.is_some_and(Term::is_name);
        let who = at.start.checked_sub(2).and_then(|i| self.words.get(i));
        young && leads && who.is_some_and(named)
    }

    /// Who is of an age where nobody is named: `the driver, a 46-year-old man`.
    fn somebody(&self, at: &Range<usize>) -> Option<&Word> {
        let mut before = self.words[..at.start].iter().rev().take(OLD);
        before.find(|word| word.term.is_some()).filter(|word| is_somebody(word))
    }

    /// `Kimani Gray, 16, was shot`, `Kimani Gray (16)`, `Lina Roux, 19 ans,`: a number that a name alone explains.
    fn is_apposed(&self, quantity: &Quantity, at: &Range<usize>) -> bool {
        let young = quantity.value().is_some_and(|years| (1.0..OLDEST).contains(&years));
        let before = self.text[self.span.start..quantity.figure.start].trim_end();
        let after = self.text[quantity.span.end..].trim_start();
        let named = at.start > 0 && {
            let word = &self.words[at.start - 1];
            let gap = self.text.get(word.end..quantity.figure.start).unwrap_or_default();
            let capital = self.text[word.start..].starts_with(char::is_uppercase);
            (capital || is_somebody(word)) && word.term.is_some() && gap.trim().len() == 1
        };
        let beside = before.ends_with(',') && after.starts_with([',', '.', ';'])
            || before.ends_with('(') && after.starts_with(')');
        young && named && beside
    }

    /// Who is of an age: the name behind it, else that before; the last words of it.
    fn aged(&self, at: &Range<usize>) -> [Key; 2] {
        let named = |word: &Word| word.term.is_some_and(Term::is_name);
        let last_of = |name: &mut dyn Iterator<Item = &Word>| {
            let mut last = name.map(|word| word.term.map_or(0, Term::key));
            [last.next().unwrap_or_default(), last.next().unwrap_or_default()]
        };
        // `Jane Roe, 54, said`, `Roe, who is 52`: whose words they are as well.
        let before = &self.words[at.start.saturating_sub(BESIDE)..at.start];
        let beside = before.iter().rposition(|word| word.term.is_some());
        if beside.is_some_and(|i| named(&before[i])) {
            let before = self.words[..at.start].iter().rev();
            let mut name = before.skip_while(|word| !named(word)).take_while(|word| named(word));
            return last_of(&mut name);
        }
        let after = &self.words[at.end..];
        let Some(start) = after.iter().take(OLD).position(named) else { return self.holder(at) };
        let name = after[start..].iter().take_while(|word| named(word)).collect::<Vec<_>>();
        last_of(&mut name.into_iter().rev())
    }

    /// Whether a bare number counts something: no age between commas, no part of a word or name.
    fn counts(&self, quantity: &Quantity) -> bool {
        let figure = quantity.figure;
        let young = quantity.value().is_some_and(|years| years < OLDEST);
        let before = self.text[self.span.start..figure.start].trim_end();
        let after = &self.text[figure.end..self.span.end];
        let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let next = self.words.get(self.range(figure).end);
        // Titles have capitals everywhere: `Five Wounded by Quake`.
        let names = next.is_some_and(|word| {
            let gap = self.text.get(figure.end..word.start).unwrap_or_default();
            let beside = gap.trim().is_empty();
            beside && word.term.is_some_and(Term::is_name) && !word.is(Roles::EVENT)
        });
        let whole = quantity.value().is_some_and(|years| years.fract() == 0.0);
        let aged = young && whole && AGED.contains(&last.to_lowercase().as_str());
        let apart = before.ends_with(['(', '-', '–'])
            || after.starts_with(['-', ')', '–'])
            || before.ends_with(',') && after.starts_with(',');
        !(apart || names || aged)
    }

    /// `two other rifles`: beside those that were told before. `17 others were hurt` may be all, as those who died are
    /// told before.
    fn are_others(&self, span: Span, at: &Range<usize>) -> bool {
        let end = self.words.partition_point(|word| word.end <= span.end);
        let told = self.words.get(at.start.saturating_sub(1)..end).unwrap_or_default();
        told.iter().chain(self.words.get(end)).any(|word| word.is(Roles::MORE))
    }

    /// `arrested three times`: not how many.
    fn is_how_often(&self, quantity: &Quantity) -> bool {
        let at = self.range(quantity.span);
        let end = at.end.max(self.range(quantity.figure).end + 1).min(self.words.len());
        self.words[at.start..end].iter().any(|word| word.is(Roles::TIMES))
    }

    /// `30 of the 80 wounded`, `his first 17 passes`: not all of them.
    fn is_rest(&self, span: Span, at: &Range<usize>) -> bool {
        let end = self.words.partition_point(|word| word.end <= span.end);
        let start = at.start.saturating_sub(1);
        // Of `hundreds of people` the figure tells of what, `eight of the jurors` are not all.
        let leads = |at: usize, role: Roles| self.words.get(at).is_some_and(|word| word.is(role));
        let of = leads(at.end, Roles::OF) && (end == at.end || leads(at.end + 1, Roles::ARTICLE));
        of || self.words[start..at.start].iter().any(|word| word.is(Roles::FIRST))
    }

    /// `20,000 marched in Athens alone`, `allein am Samstag`: of one place or time of more.
    fn is_alone(&self, span: Span, at: &Range<usize>) -> bool {
        let clause = self.clause(span);
        let (start, end) = (at.start.saturating_sub(ALONE), at.end + ALONE);
        let near = start.max(clause.start)..end.min(clause.end);
        self.words.get(near).unwrap_or_default().iter().any(|word| word.is(Roles::ALONE))
    }

    /// `for five days`, told of what began then, `Three days after the wreck, …`: it grows from article to article.
    fn is_moving(&self, quantity: &Quantity) -> bool {
        let whole = self.whole(quantity);
        let is = |at: Option<usize>, role: Roles| {
            at.and_then(|at| self.words.get(at)).is_some_and(|word| word.is(role))
        };
        let lasts = quantity.unit.is_some_and(|unit| unit.measure == Measure::Duration);
        let days = quantity.unit.is_some_and(|unit| unit.scale >= DAY);
        let opens = self.words[..whole.start].iter().all(|word| word.term.is_none());
        lasts
            && (is(whole.start.checked_sub(1), Roles::SINCE)
                || days && opens && is(Some(whole.end), Roles::AFTER))
    }

    /// `Ada struck ten days after storm Bo killed 14`: of what was before, which has another name.
    fn is_of_one_before(&self, event: &Word, at: &Range<usize>) -> bool {
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        let later = Some(POINTS[1]);
        let Some(days) = all.iter().rfind(|q| q.span.end <= event.start && self.point(q) == later)
        else {
            return false;
        };
        let until = self.words.partition_point(|word| word.start < event.start).min(at.start);
        let (before, behind) = (&self.words[..self.whole(days).start], self.whole(days).end);
        let Some(behind) = self.words.get(behind..until) else { return false };
        let gap = self.text.get(days.span.end..event.start).unwrap_or_default();
        let named = |word: &&Word| {
            let written = &self.text[word.start..word.end];
            let usual = || is_usual_in(self.analysis.language, &written.to_lowercase());
            let capital = written.starts_with(char::is_uppercase) && usual() != Some(true);
            word.term.is_some_and(|term| term.is_name() || capital)
        };
        let known = |word: &Word| before.iter().any(|other| other.term == word.term);
        !gap.contains([',', ';', ':'])
            && before.iter().any(|word| named(&word))
            && behind.iter().rfind(named).is_some_and(|word| !known(word))
    }

    /// A toll of other things than its word tells, `le bilan fait état de 120 blessés`: that word tells nothing.
    pub(super) fn tolls_of_others(&mut self, values: &[Value]) {
        let fates: Vec<Key> =
            values.iter().filter(|value| value.fate).map(|value| value.role).collect();
        let of_others = |word: &Word| {
            let role = word.term.map(Term::key);
            word.is(Roles::TALLY)
                && word.is(Roles::FATE)
                && role.is_some_and(|role| !fates.contains(&role))
        };
        if !fates.is_empty() {
            let words = self.words.iter_mut().filter(|word| of_others(word));
            words.for_each(|word| *word = Word { term: None, lexeme: Lexeme::default(), ..*word });
        }
    }

    /// `58,4 %, contre 41,2 % en 2020`: what it was before, told to be compared with.
    fn is_compared(&self, span: Span, at: &Range<usize>) -> bool {
        // `rose to 7.4 percent in March` compares nothing.
        let leads = at.start.checked_sub(1).is_some_and(|i| {
            let word = &self.words[i];
            let before = self.text[self.span.start..word.start].trim_end();
            word.is(Roles::AGAINST) && before.ends_with([',', '(', ';'])
        });
        let dates = inside(self.analysis.facts.dates, self.span, |date| date.span);
        let past = |date: &&Date| {
            let gap = self.text.get(span.end..date.span.start);
            let coarse = date.from.day.is_none() && date.from.weekday.is_none();
            coarse && gap.is_some_and(|gap| gap.len() <= LEADS && !gap.contains([',', ';', ':']))
        };
        leads && dates.iter().any(|date| past(&date))
    }

    /// `nine days before the vote`, `il y a trois jours`: when it was, not how long.
    fn point(&self, quantity: &Quantity) -> Option<Key> {
        let whole = self.whole(quantity);
        let is = |word: Option<&Word>, role: Roles| word.is_some_and(|word| word.is(role));
        let before = whole.start.checked_sub(1).and_then(|at| self.words.get(at));
        let behind = self.words.get(whole.end);
        let [earlier, later, ago] = *POINTS;
        match quantity.unit?.measure {
            Measure::Duration if is(behind, Roles::AGO) || is(before, Roles::AGO) => Some(ago),
            Measure::Duration if is(behind, Roles::BEFORE) => Some(earlier),
            Measure::Duration if is(behind, Roles::AFTER) => Some(later),
            _ => None,
        }
    }

    /// `$23 million per season`, `an annual 5,000`: not of the whole.
    fn is_each(&self, span: Span) -> bool {
        let at = self.range(span);
        let beside = self.words[at.start.saturating_sub(6)..at.start].iter();
        beside.chain(self.words[at.end..].iter().take(2)).any(|word| word.is(Roles::EACH))
    }

    /// `the 15,800-square-metre building`: a measure that was not read.
    fn is_part_of_a_word(&self, quantity: &Quantity) -> bool {
        let bare = quantity.unit.is_none() && quantity.noun.is_none();
        let mut after = self.text[quantity.figure.end..].chars();
        bare && after.next() == Some('-') && after.next().is_some_and(char::is_alphabetic)
    }

    /// `AK 47 rifles`, `MH370`: the number of a model.
    fn is_model(&self, quantity: &Quantity) -> bool {
        let before = self.text[self.span.start..quantity.figure.start].trim_end_matches([' ', '-']);
        let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let capitals = last.chars().all(char::is_uppercase) && (1..=4).contains(&last.len());
        quantity.unit.is_none() && capitals && !before.ends_with(char::is_whitespace)
    }

    /// `1 million euros ($1.1 million)`: the same in another currency or unit.
    fn is_conversion(&self, quantity: &Quantity) -> bool {
        let before = self.text[self.span.start..quantity.span.start].trim_end();
        let after = self.text[quantity.span.end..self.span.end].trim_start();
        quantity.unit.is_some() && before.ends_with('(') && after.starts_with(')')
    }

    /// `4 minutes 48 seconds`: one value that was read as two.
    fn is_composed(&self, quantity: &Quantity) -> bool {
        let measure = |q: &Quantity| q.unit.map(|unit| unit.measure);
        let gap = |from: usize, to: usize| {
            self.text.get(from..to).is_some_and(|gap| {
                gap.len() <= 2 && gap.chars().all(|c| c == ',' || c.is_whitespace())
            })
        };
        let all = inside(self.analysis.facts.quantities, self.span, |q| q.span);
        let beside = |other: &&Quantity| {
            let (own, next) = (quantity.span, other.span);
            gap(own.end, next.start) || gap(next.end, own.start)
        };
        let duration = measure(quantity) == Some(Measure::Duration);
        duration && all.iter().filter(beside).any(|other| measure(other) == Some(Measure::Duration))
    }

    /// `a 27-24 loss`, `a record of 122-147`, `the 9-11 attacks`: two numbers that are one name or result.
    fn is_score(&self, quantity: &Quantity) -> bool {
        const DASHES: [char; 3] = ['-', '–', '/'];
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let figure = quantity.figure.of(self.text);
        let before = &self.text[self.span.start..quantity.figure.start];
        let after = &self.text[quantity.figure.end..self.span.end];
        let behind =
            before.strip_suffix(DASHES).is_some_and(|rest| digit(rest.chars().next_back()));
        let ahead = after.strip_prefix(DASHES).is_some_and(|rest| digit(rest.chars().next()));
        if after.starts_with("'s") || after.starts_with("’s") {
            return quantity.unit.is_none();
        }
        let pair = || figure.split_once(DASHES).filter(|_| quantity.unit.is_none());
        // `10-15 people` is a range.
        let result = pair().is_some_and(|(low, high)| {
            let number = |s: &str| s.trim().parse::<u32>().ok();
            let falls = number(low).zip(number(high)).is_some_and(|(low, high)| low >= high);
            quantity.noun.is_none() || falls || (low, high) == ("9", "11")
        });
        quantity.unit.is_none() && (behind || ahead || result)
    }
}

/// Whether it tells of dead or hurt.
fn is_toll(word: &Word) -> bool {
    word.is(Roles::FATE) && word.term.is_some_and(|term| [*DEATH, *INJURY].contains(&term.key()))
}

/// Whether it names somebody: `driver`, `woman`.
const fn is_somebody(word: &Word) -> bool {
    word.is(Roles::HUMAN) || word.is(Roles::WHO) || word.is(Roles::PEOPLE)
}

/// What kind of figure it is, of this thing counted.
fn measure(quantity: &Quantity, head: Option<&Word>) -> Measures {
    match quantity.unit.map(|unit| unit.measure) {
        Some(Measure::Money) => Measures::MONEY,
        Some(Measure::Share | Measure::Points) => Measures::SHARE,
        Some(Measure::Length) => Measures::LENGTH,
        Some(Measure::Duration) => Measures::DURATION,
        Some(Measure::Speed) => Measures::SPEED,
        Some(Measure::Area) => Measures::AREA,
        Some(Measure::Mass) => Measures::MASS,
        Some(_) => Measures::default(),
        None => match head {
            Some(word) if is_somebody(word) => Measures::PEOPLE,
            Some(word) if !word.is(Roles::FATE) => Measures::COUNT,
            Some(_) => Measures::COUNTED,
            None => Measures::BARE,
        },
    }
}
