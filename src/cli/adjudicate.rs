//! `claimdesk adjudicate`: the claims on which people differ one by one, in lines, for an editor.

use std::fmt::Write as _;
use std::io::{self, BufRead as _};

use super::Place;
use super::failure::Failure;
use super::mark::{Job, Ruling};
use super::output::print;
use super::review::{label_name, named, wrapped};
use super::team::Team;
use crate::core::annotation::{Label, Stance, VerdictId};
use crate::core::team::opinion::Opinion;
use crate::core::team::status::{Status, Unit};
use crate::i18n::{Lang, Text, messages as say};

/// Decide for the team where people differ: a question, an answer.
///
/// Shows what each person says of a claim, with note and evidence; the answer is the final
/// verdict. Only editors decide, where `claimdesk.toml` names some. Each answer is saved at once.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The articles, each by its file, its name below `seeds/`, or a beginning of the name; else all.
    article: Vec<String>,
    /// The language of questions and answers, `en` or `fr`; else the configuration's, else the locale's.
    #[arg(long, value_name = "LANG", value_parser = ["en", "fr"])]
    lang: Option<String>,
}

pub(super) fn run(args: &Args, place: &Place) -> Result<(), Failure> {
    let lang = args.lang.as_deref().map_or(place.lang, Lang::of_locale);
    let team = Team::open(place)?;
    let names = team.articles(&args.article)?;
    let mut talk = Talk { lang, lines: io::stdin().lock().lines(), decided: 0, left: 0 };
    for name in &names {
        let job = Job::open(place, name)?;
        job.team.editor()?;
        if !talk.article(job)? {
            break;
        }
    }
    print(&format!("{}\n", say::ADJUDICATE_DONE.fill(lang, &[&talk.decided, &talk.left])))
}

/// What an answer asks for.
enum Answer {
    Rule(Ruling, String),
    Skip,
    Quit,
    Unknown,
}

impl Answer {
    /// `d`, `disputed`, `=2`, `0`, each with a reason behind it.
    fn of(line: &str, labels: &[Label], people: &[(&Opinion, &VerdictId)]) -> Self {
        let line = line.trim();
        let (word, why) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let taken = word.strip_prefix('=').and_then(|n| n.parse::<usize>().ok());
        let taken = taken.and_then(|n| people.get(n.checked_sub(1)?));
        let ruling = match (word, taken) {
            ("", _) => return Self::Skip,
            ("q", _) => return Self::Quit,
            ("0", _) => Ruling::Undecidable,
            (_, Some((_, verdict))) => Ruling::Verdict((*verdict).clone()),
            _ => match labels.iter().find(|label| named(label, word)) {
                Some(label) => Ruling::Verdict(label.id.clone()),
                None => return Self::Unknown,
            },
        };
        Self::Rule(ruling, why.trim().to_owned())
    }
}

/// A stance in words.
const fn stance(stance: Stance) -> Text {
    match stance {
        Stance::Supports => say::SUPPORTS,
        Stance::Refutes => say::REFUTES,
        Stance::Context => say::CONTEXT,
    }
}

struct Talk {
    lang: Lang,
    lines: io::Lines<io::StdinLock<'static>>,
    decided: usize,
    left: usize,
}

impl Talk {
    /// Goes through the claims of an article on which an editor is asked; whether to go on.
    fn article(&mut self, mut job: Job) -> Result<bool, Failure> {
        let units = job.team.sheet(&job.opened.name)?.units(job.team.rules());
        let asked = [Status::Disputed, Status::Overtaken, Status::Contested];
        let units: Vec<_> = units.iter().filter(|unit| asked.contains(&unit.status)).collect();
        for (at, unit) in units.iter().enumerate() {
            self.question(&job, unit)?;
            loop {
                let Some(line) = self.lines.next().transpose()? else {
                    self.left += units.len() - at;
                    return Ok(false);
                };
                let people: Vec<_> = unit.firm().collect();
                match Answer::of(&line, &job.labels, &people) {
                    Answer::Rule(ruling, why) => {
                        self.rule(&mut job, unit, ruling, &why)?;
                        break;
                    }
                    Answer::Skip => {
                        self.left += 1;
                        break;
                    }
                    Answer::Quit => {
                        self.left += units.len() - at;
                        return Ok(false);
                    }
                    Answer::Unknown => {
                        let said = say::REVIEW_UNKNOWN.fill(self.lang, &[&line.trim()]);
                        print(&format!("{}> ", wrapped(&said)))?;
                    }
                }
            }
        }
        Ok(true)
    }

    fn rule(
        &mut self,
        job: &mut Job,
        unit: &Unit,
        ruling: Ruling,
        why: &str,
    ) -> Result<(), Failure> {
        let decision = job.decision(unit.span, ruling, why)?;
        job.rule(unit.span, decision)?;
        self.decided += 1;
        print(&wrapped(say::ADJUDICATE_SAVED.to(self.lang)))
    }

    /// The claim's words, what each person says, then the keys.
    fn question(&self, job: &Job, unit: &Unit) -> Result<(), Failure> {
        let lang = self.lang;
        let words = unit.span.of(job.opened.document.text());
        let mut out = format!("\n{}", wrapped(&job.opened.name));
        out += &wrapped(&say::QUOTED.fill(lang, &[&words]));
        let name = |verdict: &VerdictId| {
            let label = job.labels.iter().find(|label| label.id == *verdict);
            label.map_or(verdict.0.as_str(), |label| label_name(label, lang)).to_owned()
        };
        for (n, (opinion, verdict)) in unit.firm().enumerate() {
            let mut line = format!("={}  {} · {}", n + 1, name(verdict), opinion.name);
            if !opinion.annotation.note.is_empty() {
                let _ = write!(line, " — {}", opinion.annotation.note);
            }
            out += &wrapped(&line);
            for evidence in &opinion.annotation.evidence {
                let parts = [&evidence.title, &evidence.quote, &evidence.url, &evidence.article];
                let parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
                let said = say::REASON.fill(lang, &[&stance(evidence.stance), &parts.join(" · ")]);
                out += &wrapped(&format!("    {said}"));
            }
        }
        if let Some(decision) = &unit.decision {
            let verdict = decision.verdict.verdict.as_ref();
            let verdict = verdict.map_or(say::UNDECIDABLE.to(lang).to_owned(), name);
            let said = say::ADJUDICATE_OVERTAKEN.fill(lang, &[&verdict, &decision.name]);
            out += &wrapped(&said);
        }
        let keys: Vec<_> =
            job.labels.iter().map(|l| format!("{} {}", l.key, label_name(l, lang))).collect();
        out += &wrapped(&say::ADJUDICATE_KEYS.fill(lang, &[&keys.join(", ")]));
        out += "> ";
        print(&out)
    }
}
