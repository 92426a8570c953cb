//! Making articles of files, for the command line and the reader.

mod pick;
mod read;

use std::path::{Path, PathBuf};

pub(in crate::app) use self::pick::{by_names, count_importable, importable};
pub(crate) use self::read::{Input, Read, inputs};
use super::clock::stamp;
use super::words::system;
use crate::core::annotation::BlobId;
use crate::desk::document;
use crate::i18n::{Message, line as say};
use crate::import::{Extracted, Rule, Warning};
use crate::store::desk::Desk;
use crate::store::format::Provenance;
use crate::store::intake::{Intake, Taken};

/// Between what took the text of a file out, and the rule that parted it.
pub(crate) const ONE_OF_MANY: &str = ", split by ";

/// Makes articles for a desk.
pub(crate) struct Importer<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// Where the articles go.
    pub intake: &'a Intake<'a>,
    /// What a person says of the origin; it wins over what a file says.
    pub told: &'a dyn Fn(&mut Provenance),
    /// Whether a copy of the file is kept.
    pub keep: bool,
    /// How a file that holds many articles is parted.
    pub split: Option<&'a Rule>,
}

/// An article that was made.
#[derive(Debug)]
pub(crate) struct Made {
    /// Its file, below the desk's folder.
    pub article: PathBuf,
    /// What took its text out, with its version.
    pub extractor: &'static str,
    /// What somebody should know who reads it.
    pub warning: Option<Warning>,
    /// What is known of its origin.
    pub provenance: Provenance,
}

impl Importer<'_> {
    /// Makes articles of a file; none where that was done before.
    ///
    /// # Errors
    /// Why it cannot be done; of a file that holds many articles those before may be made.
    pub(crate) fn import(
        &self,
        input: &Input,
        is_known: impl FnOnce(&BlobId) -> bool,
    ) -> Result<Vec<Made>, Message> {
        let is_article = input.path().is_some_and(|path| self.is_article(path));
        let bytes = input.bytes()?;
        // One in columns makes another that reads on.
        if is_article && !document(bytes.clone()).is_in_columns() {
            return Err(say::AN_ARTICLE_ALREADY.into());
        }
        if is_known(&BlobId::of(&bytes)) {
            return Ok(Vec::new());
        }
        let Some(rule) = self.split else {
            let Read { extracted, extractor, ending } = input.read(&bytes)?;
            let told = self.told(&extracted, extractor);
            let title = told.source.title.clone().unwrap_or_default();
            let name = input.path().map_or(format!("{title}.{ending}"), |_| input.name());
            let taken = Taken { name: &name, stem: None, bytes: &bytes, keep: self.keep };
            return Ok(vec![self.add(taken, extracted, extractor, told)?]);
        };
        let Read { extracted, extractor, .. } = input.read_whole(&bytes)?;
        let articles = rule.split(&extracted.text).into_iter();
        // What took the text out would give all of them: so it is told that it is one of many.
        let way = format!("{extractor}{ONE_OF_MANY}{}", rule.text());
        articles
            .map(|article| {
                let told = self.told(&article, &way);
                let (name, title) = (input.name(), told.source.title.clone().unwrap_or_default());
                let stem = Some(&*title);
                let taken = Taken { name: &name, stem, bytes: &bytes, keep: self.keep };
                self.add(taken, article, extractor, told)
            })
            .collect()
    }

    /// What is known of a text, by the file and by the person.
    fn told(&self, extracted: &Extracted, extractor: &str) -> Provenance {
        let source = extracted.source.clone();
        let mut provenance = Provenance::extracted(source, stamp().now, extractor);
        (self.told)(&mut provenance);
        provenance
    }

    fn add(
        &self,
        taken: Taken<'_>,
        extracted: Extracted,
        extractor: &'static str,
        provenance: Provenance,
    ) -> Result<Made, Message> {
        let Extracted { text, warning, .. } = extracted;
        let article = self.intake.add(taken, &text, provenance.clone());
        let article = article.map_err(|error| {
            say::CANNOT_BE_WRITTEN.with(&[&Message::of(|lang| system(lang, &error))])
        })?;
        Ok(Made { article, extractor, warning, provenance })
    }

    fn is_article(&self, path: &Path) -> bool {
        let name = std::fs::canonicalize(path).ok().and_then(|path| self.desk.article_name(&path));
        name.is_some_and(|name| {
            self.desk.may_list(&name) && self.desk.articles().entries.iter().any(|e| e.name == name)
        })
    }
}
