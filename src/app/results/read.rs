//! One article with all that was said about it.

use super::order::Order;
use crate::app::words;
use crate::core::annotation::BlobId;
use crate::core::article::Document;
use crate::core::claim::{Analysis, Level};
use crate::core::review::Item;
use crate::core::team::status::Rules;
use crate::desk::{Opened, Sheet, dated};
use crate::exchange::{Article, Gap, Said};
use crate::i18n::Message;
use crate::store::article::ArticleError;
use crate::store::notebook::NotebookFile;

/// What is kept of an article until it is written: all but its text, so that many can wait.
#[derive(Clone)]
pub(super) struct Kept {
    article: Article,
    /// The bytes that it was made of.
    blob: BlobId,
}

impl Kept {
    pub(super) fn article(&self) -> &Article {
        &self.article
    }

    pub(super) fn article_mut(&mut self) -> &mut Article {
        &mut self.article
    }
}

/// Reads an article; gives its text and what was found in it, which others are compared with, beside.
///
/// # Errors
/// Why it cannot be told.
pub(super) fn keep(order: &Order<'_>, name: &str) -> Result<((Document, Analysis), Kept), Message> {
    let (opened, article) = read(order, name)?;
    let Opened { document, blob, analysis, .. } = opened;
    Ok(((document, analysis), Kept { article, blob }))
}

/// The article with its text again. One that was changed meanwhile is read anew, without what
/// others say about it.
///
/// # Errors
/// Why it cannot be told.
pub(super) fn whole(order: &Order<'_>, kept: Kept) -> Result<Article, Message> {
    let Kept { mut article, blob } = kept;
    let (mut document, now) = order.library.document(&article.name).map_err(|why| unread(&why))?;
    if now != blob {
        let ((anew, _), kept) = keep(order, &article.name)?;
        (document, article) = (anew, kept.article);
    }
    article.fill_in(&document);
    Ok(article)
}

fn unread(why: &ArticleError) -> Message {
    Message::of(|lang| words::article(lang, why))
}

fn read(order: &Order<'_>, name: &str) -> Result<(Opened, Article), Message> {
    let library = order.library;
    let opened = library.open(name).map_err(|why| unread(&why))?;
    let sheet = library.sheet(name, order.folders, &order.config.roster);
    let sheet = sheet.map_err(|why| unread(&why))?;
    let review = opened.review(library, Level::ALL);
    let level = order.config.values.level;
    let is_shown = |item: &Item| item.detected.is_some() && item.level <= level;
    let source = dated(library.source(name), &opened.document, &opened.analysis);
    let said = said(order, &sheet);
    let mut article = Article::of(name, &opened.document, source, &review.items, is_shown, said);
    if let Some(since) = order.since {
        article.since(since);
    }
    Ok((opened, article))
}

fn said(order: &Order<'_>, sheet: &Sheet) -> Said {
    let roster = &order.config.roster;
    let per_article = usize::from(order.config.values.per_article);
    let lost = sheet.opinions.iter().filter(|opinion| !opinion.is_placed());
    let notes = sheet.books.iter().filter(|book| !book.notebook.note.is_empty()).map(|book| {
        let name = roster.name_of(roster.person_of(&book.folder));
        let name = name.unwrap_or(&book.notebook.annotator).to_owned();
        (name, book.notebook.note.clone())
    });
    Said {
        units: sheet.units(Rules { roster, per_article }),
        lost: lost.cloned().collect(),
        notes: notes.collect(),
        gaps: sheet.refused.iter().filter_map(gap).collect(),
    }
}

/// A notebook that costs no other: what everybody else says is told all the same.
fn gap(file: &NotebookFile) -> Option<Gap> {
    let refusal = file.refusal()?;
    Some(Gap {
        file: file.shown_path().display().to_string(),
        why: Message::of(|lang| words::refusal(lang, refusal)),
        is_left_out: refusal.hides(),
    })
}
