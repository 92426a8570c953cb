//! `claimdesk claims`: what is found in an article, for people and for programs.

mod object;

use std::fmt::Write as _;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::output::{self, Format, List, Piece, on_one_line};
use super::{Place, desk};
use crate::app::parallel;
use crate::core::article::{Document, Span};
use crate::core::claim::{self, Analysis, Claim, Level};
use crate::desk::document;
use crate::i18n::{Lang, line as say, messages};
use crate::import;

/// Print the checkable claims of articles.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Articles, each by its file or its name on the desk; `-` reads standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Print the features and weights behind each score.
    #[arg(long)]
    explain: bool,
}

/// Prints what is found in each file, one after the other where the format allows it.
pub(super) fn run(args: &Args, place: &Place, format: Format) -> Result<(), Failure> {
    let level = desk::configuration(&place.desk).values.level;
    if format == Format::Text {
        let text = |(): &mut (), path: &PathBuf| {
            Ok(Page::read(path, place, level)?.text(place.lang, args.explain))
        };
        return parallel::in_order(
            &args.files,
            || (),
            text,
            |text: Result<_, Failure>| output::print(&text?),
        );
    }
    let lines = format != Format::Json;
    let mut list = List::new(lines);
    let piece = |(): &mut (), path: &PathBuf| {
        let page = Page::read(path, place, level)?;
        Piece::of(&page.object(args.explain), lines)
    };
    parallel::in_order(
        &args.files,
        || (),
        piece,
        |piece: Result<_, Failure>| list.push_piece(&piece?),
    )?;
    list.end()
}

/// A web page or document is no text yet: its tags would be read as words.
fn refuse_sources(path: &Path) -> Result<(), Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if !path.is_file() || import::Kind::of_name(&name).is_none() {
        return Ok(());
    }
    Err(no_text_yet(path))
}

fn no_text_yet(path: &Path) -> Failure {
    let shown = output::on_one_line(&path.display().to_string());
    Failure::usage(say::NO_TEXT_YET.with(&[&shown]), say::NO_TEXT_YET_HINT.with(&[&shown]))
}

/// One article and what was found in it.
struct Page<'a> {
    path: &'a Path,
    doc: Document,
    analysis: Analysis,
    /// The level that the configuration sets.
    level: Level,
}

impl<'a> Page<'a> {
    fn read(path: &'a Path, place: &Place, level: Level) -> Result<Self, Failure> {
        let doc = if path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes)?;
            if import::Kind::of_bytes(&bytes).is_some() {
                return Err(no_text_yet(path));
            }
            document(bytes)
        } else {
            refuse_sources(path)?;
            desk::file_or_article(place, path)?
        };
        Ok(Self { path, analysis: claim::analyze(doc.text()), doc, level })
    }

    fn words(&self, span: Span) -> &str {
        span.of(self.doc.text())
    }

    fn reasons(&self, lang: Lang, claim: &Claim) -> Vec<String> {
        let one = |reason: &claim::Reason| {
            let sign = say::name(reason.sign.name()).to(lang).replace('-', " ");
            match reason.words(self.doc.text()) {
                Some(words) => say::OF.fill(lang, &[&sign, &words]),
                None => sign,
            }
        };
        claim.reasons.iter().map(one).collect()
    }

    fn text(&self, lang: Lang, explain: bool) -> String {
        let name = on_one_line(&self.path.display().to_string());
        let language = self.analysis.language;
        let only = match language.has_pack() {
            true => language.code().to_owned(),
            false => messages::FIGURES_ONLY.fill(lang, &[&language.code()]),
        };
        let mut out = format!("{name} ({only})\n");
        for (number, claim) in (1..).zip(&self.analysis.claims) {
            let kinds: Vec<_> =
                claim.kinds.iter().map(|kind| say::name(kind.name()).to(lang)).collect();
            let strength = say::name(claim.level.strength().name()).to(lang);
            let strength = format!("{strength} {}", lang.decimals(&format!("{:.2}", claim.score)));
            let (words, kinds) = (self.words(claim.span), kinds.join(", "));
            let kinds = say::OF.fill(lang, &[&strength, &kinds]);
            let reasons = self.reasons(lang, claim).join(" · ");
            let _ = write!(out, "\n{number:>4}  {words}\n      {kinds}\n      {reasons}\n");
            let terms = explain.then(|| self.analysis.explain(self.doc.text(), claim.span));
            for term in terms.into_iter().flatten() {
                let claim::Term { name, value, weight } = term;
                let _ =
                    writeln!(out, "      {:+.2}  {name} {value:.2} × {weight:+.2}", value * weight);
            }
        }
        out.push('\n');
        out
    }
}
