//! The results, piece by piece, into files.

use std::path::Path;

use super::order::{Order, Place, Progress, Steps, Stopped, Written};
use super::read::{Kept, keep, whole};
use super::survey::Survey;
use crate::app::clock::stamp;
use crate::app::parallel;
use crate::core::crosscheck::Collected;
use crate::exchange::{Gap, Header, Piece, Writer};
use crate::i18n::Message;
use crate::store::outside::{self, Growing};

/// Writes the results into files.
///
/// # Errors
/// As [`Stopped`] tells; then files of earlier articles may stand in the folder that was named,
/// but no file is written in part.
pub(crate) fn write(
    order: &Order<'_>,
    writer: Box<dyn Writer>,
    at: &Place<'_>,
    progress: Progress<'_>,
) -> Result<Written, Stopped> {
    let desk = order.library.desk();
    let path = if at.is_folder { at.path.join(at.main) } else { at.path.to_owned() };
    let unwritten = |path: &Path| {
        let path = path.to_owned();
        move |error| Stopped::Unwritten(path, error)
    };
    let mut main: Option<Growing> = None;
    let mut put = |piece| match piece {
        Piece::Part(bytes) => {
            let file = match &mut main {
                Some(file) => file,
                None => main.insert(Growing::begin(desk, &path).map_err(unwritten(&path))?),
            };
            file.append(&bytes).map_err(unwritten(&path))
        }
        Piece::File(name, bytes) => {
            let path = at.path.join(name);
            outside::write(desk, &path, &bytes).map_err(unwritten(&path))
        }
    };
    let written = pieces(order, writer, &mut put, progress)?;
    if let Some(main) = main {
        main.finish().map_err(unwritten(&path))?;
    }
    Ok(written)
}

/// Gives the results piece by piece. The articles are read on all processors, and what was made of
/// one is let go once it is written.
///
/// # Errors
/// As [`Stopped`] tells.
pub(crate) fn pieces(
    order: &Order<'_>,
    mut writer: Box<dyn Writer>,
    put: &mut dyn FnMut(Piece) -> Result<(), Stopped>,
    progress: Progress<'_>,
) -> Result<Written, Stopped> {
    let articles = &order.articles[..];
    let mut header = header(order);
    let mut steps = Steps::of(articles.len(), progress);
    steps.begin()?;
    let survey = match order.crosscheck {
        true => Some(Survey::of(order, &mut steps)?),
        false => None,
    };
    if let Some(survey) = &survey {
        header.titles = survey.titles();
    }
    writer.begin(&header).into_iter().try_for_each(&mut *put)?;
    let mut written = Written::default();
    let mut write = |kept: Result<Kept, Message>, name: &String| {
        match kept.and_then(|kept| whole(order, kept)) {
            Ok(article) => {
                let decided = article.claims.iter().filter(|claim| claim.is_decided());
                let (taken, aside): (Vec<_>, Vec<_>) =
                    decided.partition(|claim| writer.takes(claim));
                (written.claims, written.aside) =
                    (written.claims + taken.len(), written.aside + aside.len());
                let unknown = header.unknown(&article);
                written.unknown.extend(unknown.map(|verdict| (article.name.clone(), verdict)));
                written.gaps.extend(article.gaps.iter().cloned());
                writer.article(&header, &article).into_iter().try_for_each(&mut *put)?;
            }
            Err(why) => written.gaps.push(Gap { file: name.clone(), why, is_left_out: true }),
        }
        steps.step()
    };
    let mut names = articles.iter();
    let mut take = |kept| names.next().map_or(Ok(()), |name| write(kept, name));
    match &survey {
        None => {
            let read = |(): &mut (), name: &String| keep(order, name).map(|(_, kept)| kept);
            parallel::in_order(articles, || (), read, take)?;
        }
        Some(survey) => {
            let told = |(): &mut (), name: &String| survey.told(name);
            let mut collected = Collected::default();
            parallel::in_order(
                articles,
                || (),
                told,
                |told| {
                    take(told.map(|(kept, pairs)| {
                        collected.add(&pairs);
                        kept
                    }))
                },
            )?;
            header.differences = survey.differences(&collected);
        }
    }
    header.gaps.clone_from(&written.gaps);
    let rest = writer.end(&header).map_err(Stopped::Missing)?;
    rest.into_iter().try_for_each(put)?;
    Ok(written)
}

fn header(order: &Order<'_>) -> Header {
    let root = order.library.desk().root();
    let named = root.file_name().map(|name| name.to_string_lossy().into_owned());
    Header {
        desk: named.unwrap_or_else(|| "claimdesk".into()),
        labels: order.config.labels.clone(),
        made: stamp().now,
        publisher: order.config.values.publisher.clone(),
        articles: order.articles.len(),
        since: order.since,
        ..Header::default()
    }
}
