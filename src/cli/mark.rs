//! `claimdesk mark` and `claimdesk unmark`: decisions without the screen.

use serde_json::json;

use super::failure::{Failure, Wrong};
use super::offers::{self, Offers};
use super::output::{self, Format, on_one_line};
use super::team::Team;
use super::{Place, desk};
use crate::core::annotation::{Annotation, AnnotationId, Final, Label, SHORT, VerdictId};
use crate::core::article::Span;
use crate::core::review::{Item, Review, Standing};
use crate::core::search::Needle;
use crate::core::team::status::Unit;
use crate::core::typed;
use crate::desk::Opened;
use crate::i18n::{Lang, line as say, messages};
use crate::store::desk::Desk;
use crate::store::format::Repair;
use crate::store::notebook::NotebookFile;

/// Which claim is meant: by its number, or by its words.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = true, id = "which")]
pub(super) struct Which {
    /// The claim's number, as `claimdesk show` prints it. With words, too, the claim is put there:
    /// so one whose words are gone, or may stand in several places, is settled.
    #[arg(long, value_name = "N")]
    claim: Option<usize>,
    /// The words themselves; they must stand in the article exactly once.
    #[arg(long, value_name = "TEXT")]
    quote: Option<String>,
    /// First code point of the words; needs --end.
    #[arg(long, value_name = "A", requires = "end", conflicts_with = "quote")]
    start: Option<usize>,
}

/// Give a verdict or a note to a claim.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("said").args(["verdict", "final_verdict", "note", "short"]).required(true).multiple(true))]
pub(super) struct MarkArgs {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
    #[command(flatten)]
    which: Which,
    /// One past the last code point of the words.
    #[arg(long, value_name = "B", requires = "start")]
    end: Option<usize>,
    /// The verdict, by id, key or name.
    #[arg(long, value_parser = Offers(offers::verdicts), hide_possible_values = true)]
    verdict: Option<String>,
    /// The verdict that the team publishes, by id, key or name, given by an editor; `none` where it
    /// cannot be decided, `open` takes the final verdict back.
    #[arg(long = "final", value_name = "V", value_parser = Offers(offers::rulings), hide_possible_values = true)]
    final_verdict: Option<String>,
    /// Why the team says so.
    #[arg(long, value_name = "T", requires = "final_verdict")]
    why: Option<String>,
    /// A note; replaces the one there is.
    #[arg(long, value_name = "T")]
    note: Option<String>,
    /// The claim in at most 75 characters, as it is published; replaces the one there is.
    #[arg(long, value_name = "T", value_parser = short)]
    short: Option<String>,
}

/// Take a verdict back: the annotation is removed.
#[derive(Debug, clap::Args)]
pub(super) struct UnmarkArgs {
    /// The article: its file, its name below `seeds/`, or a beginning of the name.
    article: String,
    #[command(flatten)]
    which: Which,
    /// One past the last code point of the words.
    #[arg(long, value_name = "B", requires = "start")]
    end: Option<usize>,
}

fn short(text: &str) -> Result<String, Wrong> {
    let text = text.trim().to_owned();
    match text.chars().count() <= SHORT {
        true => Ok(text),
        false => Err(Wrong(messages::SHORT_TOO_LONG.with(&[&SHORT]))),
    }
}

pub(super) fn mark(args: &MarkArgs, place: &Place, format: Format) -> Result<(), Failure> {
    let mut job = Job::open(place, &args.article)?;
    let verdict = args.verdict.as_deref().map(|asked| desk::verdict(&job.labels, asked));
    let verdict = verdict.transpose()?;
    let item = job.find(&args.which, args.end)?;
    let asked = args.final_verdict.as_deref().map(|asked| job.ruling(asked)).transpose()?;
    let why = args.why.as_deref().unwrap_or_default();
    let ruling = asked.map(|ruling| job.decision(item.span, ruling, why)).transpose()?;
    let note = |annotation: &mut Annotation| {
        if let Some(ruling) = ruling {
            annotation.rule(ruling);
        }
        if let Some(note) = &args.note {
            annotation.write_note(note.clone());
        }
        if let Some(short) = &args.short {
            annotation.write_short(short.clone());
        }
    };
    let id = match verdict {
        Some(verdict) => {
            job.is_placed(&item)?;
            job.decide(&item, verdict, note)?
        }
        None => job.amend(&item, note)?,
    };
    job.tell(format, &id, item.span)
}

pub(super) fn unmark(args: &UnmarkArgs, place: &Place, format: Format) -> Result<(), Failure> {
    let mut job = Job::open(place, &args.article)?;
    let item = job.find(&args.which, args.end)?;
    let Some(id) = item.own().cloned() else {
        return Err(Failure::not_found(say::NO_VERDICT_HERE, say::SHOW_PRINTS_VERDICTS));
    };
    job.opened.withdraw(&id)?;
    job.tell(format, &id, item.span)
}

/// A claim whose author says where its words are now.
pub(super) fn moved(mut item: Item, words: Span) -> Item {
    item.span = words;
    if let Some(given) = &mut item.given {
        given.standing = Standing::Stale(Vec::new());
    }
    item
}

/// What an editor says of a claim for the team.
pub(super) enum Ruling {
    /// This is its verdict.
    Verdict(VerdictId),
    /// It cannot be decided.
    Undecidable,
    /// The final verdict is taken back.
    Withdrawn,
}

/// Refuses to write where an earlier notebook may have been lost: unlike the reader, this
/// remembers none.
fn trustworthy(desk: &Desk, file: &NotebookFile) -> Result<(), Failure> {
    let shown = file.shown_path();
    if file.repairs().contains(&Repair::Empty) {
        return Err(Failure::failed(say::IS_EMPTY.with(&[&shown.display()]), say::IS_EMPTY_HINT));
    }
    if !file.exists() && desk.is_tracked(file.path()) {
        return Err(Failure::failed(say::IS_GONE.with(&[&shown.display()]), say::IS_GONE_HINT));
    }
    Ok(())
}

/// One article and its claims, to decide on.
pub(super) struct Job {
    lang: Lang,
    /// The desk's verdicts.
    pub labels: Vec<Label>,
    /// The article.
    pub opened: Opened,
    /// The desk with everybody on it.
    pub team: Team,
    /// Its claims, numbered as `claimdesk show` does.
    pub review: Review,
}

impl Job {
    /// Opens an article for decisions.
    pub(super) fn open(place: &Place, article: &str) -> Result<Self, Failure> {
        let (library, config) = desk::library_to_write(place)?;
        let name = desk::article(library.desk(), article)?;
        let opened = desk::opened(&library, &name)?;
        // A newer one can be read, but not written.
        let own = &opened.notebooks.own;
        if let Some(refusal) = own.refusal() {
            return Err(Failure::refused(own, refusal));
        }
        trustworthy(library.desk(), own)?;
        let review = opened.review(&library, config.values.level);
        let (lang, labels) = (place.lang, config.labels.clone());
        Ok(Self { lang, labels, opened, review, team: Team::of(place, library, config) })
    }

    /// The claim meant; one that is named by its number and by words stands on these words.
    pub(super) fn find(&self, which: &Which, end: Option<usize>) -> Result<Item, Failure> {
        let words = match (&which.quote, which.start, end) {
            (Some(quote), ..) => Some(self.quoted(quote)?),
            (_, Some(start), Some(end)) => Some(self.stretch(start, end)?),
            _ => None,
        };
        match (which.claim, words) {
            (Some(number), None) => self.numbered(number),
            (Some(number), Some(words)) => Ok(moved(self.numbered(number)?, words)),
            (None, Some(words)) => {
                let same = self.review.items.iter().find(|item| item.span == words);
                Ok(same.cloned().unwrap_or_else(|| Item::marked(words)))
            }
            (None, None) => Err(Failure::usage(say::NO_WORDS_NAMED, say::NO_WORDS_NAMED_HINT)),
        }
    }

    fn numbered(&self, number: usize) -> Result<Item, Failure> {
        let items = &self.review.items;
        let item = number.checked_sub(1).and_then(|index| items.get(index)).cloned();
        item.ok_or_else(|| {
            let hint = say::NO_CLAIM_HINT.with(&[&items.len(), &typed::word(&self.opened.name)]);
            Failure::not_found(say::NO_CLAIM.with(&[&number]), hint)
        })
    }

    /// Whether it is certain which words a verdict would be for.
    fn is_placed(&self, item: &Item) -> Result<(), Failure> {
        match item.standing() {
            Standing::Firm | Standing::Beside(_) | Standing::SameValue(_) | Standing::Stale(_) => {
                Ok(())
            }
            Standing::Lost(_) => Err(Failure::failed(say::WORDS_GONE, say::WORDS_GONE_HINT)),
            Standing::Ambiguous(places) => {
                let places = places.iter().map(|place| self.opened.document.to_points(*place));
                let places: Vec<_> =
                    places.map(|(start, end)| format!("--start {start} --end {end}")).collect();
                Err(Failure::failed(
                    say::SEVERAL_PLACES,
                    say::SEVERAL_PLACES_HINT.with(&[&places.join(" · ")]),
                ))
            }
        }
    }

    /// The words as typed, else in another typography: spaces, apostrophes, case, accents.
    pub(super) fn quoted(&self, quote: &str) -> Result<Span, Failure> {
        let text = self.opened.document.text();
        let quote = quote.trim();
        let mut found: Vec<Span> = text
            .match_indices(quote)
            .filter(|_| !quote.is_empty())
            .map(|(at, _)| Span::new(at, at + quote.len()))
            .take(2)
            .collect();
        if let (true, Some(needle)) = (found.is_empty(), Needle::new(quote)) {
            found = needle.find(text).take(2).collect();
        }
        match found[..] {
            [span] => Ok(span),
            [] => Err(Failure::not_found(
                say::WORDS_NOT_IN.with(&[&self.opened.name]),
                say::SHOW_PRINTS_TEXT,
            )),
            _ => Err(Failure::not_found(say::WORDS_SEVERAL_TIMES, say::WORDS_SEVERAL_TIMES_HINT)),
        }
    }

    /// What an editor rules.
    fn ruling(&self, asked: &str) -> Result<Ruling, Failure> {
        Ok(match asked {
            "none" => Ruling::Undecidable,
            "open" => Ruling::Withdrawn,
            asked => Ruling::Verdict(desk::verdict(&self.labels, asked)?),
        })
    }

    /// The final verdict of the person on these words, over all that people say of them
    /// now; none where it is taken back.
    pub(super) fn decision(
        &self,
        span: Span,
        ruling: Ruling,
        why: &str,
    ) -> Result<Option<Final>, Failure> {
        self.team.editor()?;
        let verdict = match ruling {
            Ruling::Withdrawn => return Ok(None),
            Ruling::Undecidable => None,
            Ruling::Verdict(verdict) => Some(verdict),
        };
        let units = self.team.sheet(&self.opened.name)?.units(self.team.rules());
        let unit = units.iter().filter(|unit| unit.span.coincides(span));
        let unit = unit.max_by(|a, b| a.span.iou(span).total_cmp(&b.span.iou(span)));
        let over = unit.map(Unit::over).unwrap_or_default();
        let at = crate::app::stamp().now;
        Ok(Some(Final { verdict, why: why.to_owned(), at, over, ..Final::default() }))
    }

    /// Decides the claim on these words for the team, as the reader does, and saves it.
    pub(super) fn rule(&mut self, span: Span, ruling: Option<Final>) -> Result<(), Failure> {
        let same = self.review.items.iter().find(|item| item.span == span);
        let item = same.cloned().unwrap_or_else(|| Item::marked(span));
        let now = crate::app::stamp().now;
        self.opened.rule(&item, now, ruling).map(drop).map_err(Failure::from)
    }

    fn stretch(&self, start: usize, end: usize) -> Result<Span, Failure> {
        let found = self.opened.document.from_points(start, end).filter(|span| !span.is_empty());
        found.ok_or_else(|| {
            let length = self.opened.document.original().chars().count();
            Failure::usage(
                say::NO_STRETCH.with(&[&start, &end]),
                say::NO_STRETCH_HINT.with(&[&length]),
            )
        })
    }

    /// Gives a claim a verdict for the words it stands on, and saves it.
    pub(super) fn decide(
        &mut self,
        item: &Item,
        verdict: VerdictId,
        also: impl FnOnce(&mut Annotation),
    ) -> Result<AnnotationId, Failure> {
        let now = crate::app::stamp().now;
        self.opened.decide(item, now, verdict, also).map_err(Failure::from)
    }

    /// Changes what is said about a claim, and saves it.
    pub(super) fn amend(
        &mut self,
        item: &Item,
        change: impl FnOnce(&mut Annotation),
    ) -> Result<AnnotationId, Failure> {
        let now = crate::app::stamp().now;
        self.opened.amend(item, now, change).map_err(Failure::from)
    }

    fn tell(&self, format: Format, id: &AnnotationId, span: Span) -> Result<(), Failure> {
        let annotation = self.opened.annotation(Some(id));
        let verdict = annotation.and_then(|a| a.verdict.as_ref());
        let ruling = annotation.and_then(|a| a.final_verdict.as_ref());
        let quote = span.of(self.opened.document.text());
        match format {
            Format::Text => {
                let lang = self.lang;
                let named = |id: &VerdictId| desk::verdict_name(&self.labels, id, lang).to_owned();
                let mut said: Vec<_> = verdict.map(named).into_iter().collect();
                said.extend(ruling.map(|ruling| {
                    let verdict = ruling.verdict.as_ref().map(named);
                    let verdict = verdict.unwrap_or_else(|| say::UNDECIDABLE.to(lang).to_owned());
                    say::FINALLY.fill(lang, &[&verdict])
                }));
                let said = match said.is_empty() {
                    true => say::OPEN.to(lang).to_owned(),
                    false => said.join(" · "),
                };
                let (name, said) = (on_one_line(&self.opened.name), on_one_line(&said));
                output::print(&say::MARKED.fill(lang, &[&name, &said, &quote]))
            }
            _ => {
                let (start, end) = self.opened.document.to_points(span);
                output::print_value(
                    &json!({"article": self.opened.name, "id": id.0, "verdict": verdict.map(|id| &id.0), "start": start, "end": end, "quote": quote}),
                )
            }
        }
    }
}
