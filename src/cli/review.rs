//! `claimdesk review`: the open claims one by one, in lines: for screen
//! readers, dumb terminals, and whoever likes a conversation better than a screen.

use std::cell::OnceCell;
use std::fmt::Write as _;
use std::io::{self, BufRead};

use super::beside::Others;
use super::failure::{Failure, system};
use super::mark::{Job, moved};
use super::output::print;
use super::{Place, desk};
use crate::core::annotation::{Annotation, Label};
use crate::core::article::{Span, plain, rows};
use crate::core::review::{Item, Standing};
use crate::i18n::{Lang, line, messages as say};

/// Go through the open claims line by line: a question, an answer.
///
/// Each answer is saved at once. With a claim it is told what other articles of the desk say. Works
/// without a screen: answers are lines of standard input, so a screen reader speaks every question
/// once.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The articles, each by its file, its name below `seeds/`, or a beginning of the name; else all.
    article: Vec<String>,
    /// The language of questions and answers, `en` or `fr`; else the configuration's, else the locale's.
    #[arg(long, value_name = "LANG", value_parser = ["en", "fr"])]
    lang: Option<String>,
}

/// Characters in a line of a question.
const WIDTH: usize = 78;

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let lang = args.lang.as_deref().map_or(place.lang, Lang::of_locale);
    let names = match args.article.is_empty() {
        true => {
            let entries = desk::open(place)?.0.articles().entries;
            entries.into_iter().filter(|e| e.problem.is_none()).map(|e| e.name).collect()
        }
        false => args.article.clone(),
    };
    let lines = io::stdin().lock().lines();
    let mut talk = Talk { lang, lines, others: OnceCell::new(), decided: 0, left: 0 };
    let mut end = End::Done;
    for name in &names {
        let job = Job::open(place, name)?;
        end = talk.article(job)?;
        if end == End::Quit {
            break;
        }
    }
    let text = if end == End::Quit { say::REVIEW_LEFT } else { say::REVIEW_DONE };
    print(&format!("{}\n", text.fill(lang, &[&talk.decided, &talk.left])))
}

/// Whether the person wants to go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Done,
    Quit,
}

/// What an answer asks for.
enum Answer {
    Verdict(usize),
    Note(String),
    /// The note is on the next line.
    NoteNext,
    /// What other articles say.
    Others,
    /// Which of the places, or which words, the claim is about.
    Place(String),
    Skip,
    Back,
    More,
    Help,
    Quit,
    Unknown,
}

impl Answer {
    fn of(line: &str, labels: &[Label]) -> Self {
        let line = line.trim();
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let is = |label: &Label| word.chars().eq([label.key]) || named(label, line);
        match (labels.iter().position(is), word) {
            (Some(label), _) => Self::Verdict(label),
            (None, "" | "s") => Self::Skip,
            (None, "n") if !rest.trim().is_empty() => Self::Note(rest.trim().to_owned()),
            (None, "n") => Self::NoteNext,
            (None, "o") => Self::Others,
            (None, "p") if !rest.trim().is_empty() => Self::Place(rest.trim().to_owned()),
            (None, "b") => Self::Back,
            (None, "t") => Self::More,
            (None, "?" | "h") => Self::Help,
            (None, "q") => Self::Quit,
            _ => Self::Unknown,
        }
    }
}

struct Talk {
    lang: Lang,
    lines: io::Lines<io::StdinLock<'static>>,
    /// The other articles, once a claim was asked about.
    others: OnceCell<Others>,
    decided: usize,
    left: usize,
}

/// How it goes on after an answer.
enum Step {
    /// The claim is decided.
    Decided,
    /// To the next claim.
    Next,
    /// To the one before.
    Back,
    /// The same claim is asked about again.
    Again,
    /// Its question still stands.
    Waits,
    Quit,
}

impl Talk {
    /// Goes through the open claims of an article.
    fn article(&mut self, mut job: Job) -> Result<End, Failure> {
        let level = job.team.config.values.level;
        let open = job.review.items.iter().filter(|item| item.is_shown(level) && item.is_open());
        let mut items: Vec<Item> = open.cloned().collect();
        if items.is_empty() {
            return Ok(End::Done);
        }
        let source = job.team.library.source(&job.opened.name);
        let title = source.title_of(job.opened.document.text());
        tell(&say::REVIEW_ARTICLE.fill(self.lang, &[&title, &job.opened.name, &items.len()]))?;
        let mut answered = vec![false; items.len()];
        let all = items.len();
        let mut at = 0;
        let mut ask = true;
        while let Some(item) = items.get_mut(at) {
            if ask {
                self.question(&job, item, (at + 1, all))?;
            }
            ask = true;
            let Some(line) = self.answer()? else {
                self.left += answered.iter().filter(|done| !**done).count();
                return Ok(End::Quit);
            };
            match self.take(&mut job, item, line.trim())? {
                Step::Decided => {
                    self.decided += usize::from(!std::mem::replace(&mut answered[at], true));
                    at += 1;
                }
                Step::Next => at += 1,
                Step::Back => at = at.saturating_sub(1),
                Step::Again => {}
                Step::Waits => ask = false,
                Step::Quit => {
                    self.left += answered.iter().filter(|done| !**done).count();
                    return Ok(End::Quit);
                }
            }
        }
        self.left += answered.iter().filter(|done| !**done).count();
        Ok(End::Done)
    }

    /// Does what a line asks for; tells how it goes on.
    fn take(&mut self, job: &mut Job, item: &mut Item, line: &str) -> Result<Step, Failure> {
        let say = |text: &str| print(&format!("{text}\n> "));
        Ok(match Answer::of(line, &job.labels) {
            Answer::Verdict(_)
                if matches!(item.standing(), Standing::Ambiguous(_)) || item.span.is_empty() =>
            {
                say(say::REVIEW_WHERE.to(self.lang))?;
                Step::Waits
            }
            Answer::Verdict(label) => {
                item.give(job.decide(item, job.labels[label].id.clone(), |_| ())?);
                let name = label_name(&job.labels[label], self.lang).to_owned();
                tell(&say::REVIEW_SAVED.fill(self.lang, &[&name]))?;
                Step::Decided
            }
            Answer::Note(note) => self.note(job, item, note)?,
            Answer::NoteNext => {
                say(say::REVIEW_NOTE.to(self.lang))?;
                let note = self.answer()?.map(|line| line.trim().to_owned()).unwrap_or_default();
                if note.is_empty() { Step::Again } else { self.note(job, item, note)? }
            }
            Answer::Others => {
                let others = self.others(job)?.quoted(self.lang, &job.opened, item.span);
                let nothing = say::REVIEW_NO_OTHERS.to(self.lang).to_owned();
                let lines = if others.is_empty() { vec![nothing] } else { others };
                say(wrapped(&lines.join("\n")).trim_end())?;
                Step::Waits
            }
            Answer::Place(place) => {
                if let Ok(words) = chosen(job, item, &place) {
                    *item = moved(item.clone(), words);
                    return Ok(Step::Again);
                }
                say(&say::REVIEW_NOT_ONCE.fill(self.lang, &[&plain(&place)]))?;
                Step::Waits
            }
            Answer::Skip => Step::Next,
            Answer::Back => Step::Back,
            Answer::More => {
                tell(&around(job, item.span))?;
                Step::Again
            }
            Answer::Help => {
                self.help(&job.labels)?;
                Step::Again
            }
            Answer::Unknown => {
                tell(&say::REVIEW_UNKNOWN.fill(self.lang, &[&plain(line)]))?;
                self.help(&job.labels)?;
                Step::Waits
            }
            Answer::Quit => Step::Quit,
        })
    }

    fn note(&self, job: &mut Job, item: &mut Item, note: String) -> Result<Step, Failure> {
        item.give(job.amend(item, |a| a.write_note(note))?);
        print(&format!("{}\n> ", say::REVIEW_NOTED.to(self.lang)))?;
        Ok(Step::Waits)
    }

    /// The articles of the desk, compared when that is asked for the first time.
    fn others(&self, job: &Job) -> Result<&Others, Failure> {
        if let Some(others) = self.others.get() {
            return Ok(others);
        }
        let others = Others::of(&job.team.library, self.lang)?;
        Ok(self.others.get_or_init(|| others))
    }

    /// The claim's words and what is known of it, then the keys.
    fn question(
        &self,
        job: &Job,
        item: &Item,
        (number, all): (usize, usize),
    ) -> Result<(), Failure> {
        let lang = self.lang;
        let words = item.span.of(job.opened.document.text());
        let mut out = format!("\n{}\n", say::REVIEW_CLAIM.fill(lang, &[&number, &all]));
        if !words.is_empty() {
            out += &wrapped(&say::QUOTED.fill(lang, &[&words]));
        }
        let own = item.own().and_then(|id| job.opened.annotation(Some(id)));
        if let Some(own) = own {
            out += &standing(job, item, own, lang);
        }
        if let Some(note) = own.map(|own| &own.note).filter(|note| !note.is_empty()) {
            out += &wrapped(&say::REASON.fill(lang, &[&say::NOTE.to(lang), note]));
        }
        let others = self.others(job)?.told(lang, &job.opened, item.span);
        if !others.is_empty() {
            let heading = say::OTHERS_SAY.to(lang).to_owned();
            out += &wrapped(&[vec![heading], others].concat().join("\n"));
        }
        let keys: Vec<_> = job
            .labels
            .iter()
            .map(|label| format!("{} {}", label.key, label_name(label, lang)))
            .collect();
        out += &wrapped(&say::REVIEW_KEYS.fill(lang, &[&keys.join(", ")]));
        out += "> ";
        print(&out)
    }

    fn help(&self, labels: &[Label]) -> Result<(), Failure> {
        let mut out = String::new();
        for label in labels {
            let _ = writeln!(out, "  {}  {}", label.key, label_name(label, self.lang));
        }
        for line in say::REVIEW_HELP.to(self.lang).split('\n') {
            let _ = writeln!(out, "  {line}");
        }
        out += "> ";
        print(&out)
    }

    /// The next line of standard input; none at its end.
    fn answer(&mut self) -> Result<Option<String>, Failure> {
        let line = self.lines.next().transpose();
        line.map_err(|error| {
            Failure::failed(line::STANDARD_INPUT.with(&[&system(&error)]), line::ANSWER_IN_UTF8)
        })
    }
}

/// How a verdict stands, with the words it was given for, where these are not those shown.
fn standing(job: &Job, item: &Item, own: &Annotation, lang: Lang) -> String {
    let (how, places) = match item.standing() {
        Standing::Firm => return String::new(),
        Standing::Beside(_) => (say::BESIDE, &[][..]),
        Standing::SameValue(_) => (say::SAID_OTHERWISE, &[][..]),
        Standing::Stale(_) => (say::STALE, &[][..]),
        Standing::Ambiguous(places) => (say::AMBIGUOUS, &places[..]),
        Standing::Lost(_) => (say::LOST, &[][..]),
    };
    let verdict = item.verdict().map_or("", |v| &v.0);
    let mut out = wrapped(&say::REASON.fill(lang, &[&how.to(lang), &verdict]));
    out += &wrapped(&say::REVIEW_GIVEN_FOR.fill(lang, &[&own.selector.exact]));
    for (n, place) in places.iter().enumerate() {
        let words = sentence_around(job, *place);
        out += &wrapped(&say::REVIEW_PLACE.fill(lang, &[&(n + 1), &words]));
    }
    out
}

/// The words that `place` names: one of the places of the claim by number, or any words.
fn chosen(job: &Job, item: &Item, place: &str) -> Result<Span, Failure> {
    if let (Standing::Ambiguous(places), Ok(number)) = (item.standing(), place.parse::<usize>())
        && let Some(place) = number.checked_sub(1).and_then(|n| places.get(n))
    {
        return Ok(*place);
    }
    job.quoted(place)
}

/// Some words with what stands around them in their line.
fn sentence_around(job: &Job, span: Span) -> String {
    const AROUND: usize = 40;
    let text = job.opened.document.text();
    let line = line_around(text, span);
    let cut = |at: usize| (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = cut(span.start.saturating_sub(AROUND)).max(line.start);
    let end = cut((span.end + AROUND).min(text.len())).min(line.end);
    format!("…{}[{}]{}…", &text[start..span.start], span.of(text), &text[span.end..end])
}

fn line_around(text: &str, span: Span) -> Span {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    Span::new(start, end)
}

fn tell(text: &str) -> Result<(), Failure> {
    print(&wrapped(text))
}

/// Whether a verdict is called so, by key, id or name.
pub(super) fn named(label: &Label, word: &str) -> bool {
    let names = [&label.id.0, &label.en, &label.fr];
    word.chars().eq([label.key])
        || names.iter().any(|name| name.to_lowercase() == word.to_lowercase())
}

pub(super) fn label_name(label: &Label, lang: Lang) -> &str {
    match lang {
        Lang::En => &label.en,
        Lang::Fr => &label.fr,
    }
}

/// The paragraph around a claim.
fn around(job: &Job, span: Span) -> String {
    let text = job.opened.document.text();
    line_around(text, span).of(text).to_owned()
}

/// Text in lines, safe to show.
pub(super) fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for line in plain(text).split('\n') {
        for row in rows::wrap(line, WIDTH) {
            out += row.of(line).trim_end();
            out.push('\n');
        }
    }
    out
}
