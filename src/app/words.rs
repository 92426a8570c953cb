//! What the disk says, in the person's language: the store tells it in enums.

use std::io::{self, ErrorKind};

use crate::git::{self, sync::SyncError};
use crate::i18n::{Lang, Text, text};
use crate::store::article::{ArticleError, Unread};
use crate::store::listing::Problem;
use crate::store::notebook::NotebookFile;
use crate::store::refusal::{Refusal, SaveError, Step};

/// Why an article of the listing is none.
pub(super) fn problem(lang: Lang, problem: Problem) -> &'static str {
    let fr = match problem {
        Problem::Unreadable => "illisible",
        Problem::Folder => "un dossier, pas un article",
        Problem::LinkOutside => "un lien qui sort du bureau",
        Problem::LinkBroken => "un lien qui ne mène nulle part",
        Problem::LinkFolder => "un lien vers un dossier",
        Problem::NotAFile => "un tube, une socket ou un périphérique",
        Problem::NameControl => "des caractères de contrôle dans son nom",
        Problem::NameEncoding => "son nom n’est pas en UTF-8",
    };
    lang.pick(problem.describe(), fr)
}

/// An article that cannot be read.
pub(super) fn article(lang: Lang, error: &ArticleError) -> String {
    let words = text("cannot read the article {}: {}", "impossible de lire l’article {} : {}");
    words.fill(lang, &[&error.name, &unread(lang, &error.why)])
}

/// Why an article cannot be read.
pub(super) fn unread(lang: Lang, why: &Unread) -> String {
    let fr = match why {
        Unread::Name => "ce nom sort du bureau",
        Unread::LinkOutside => "un lien qui sort du bureau",
        Unread::NotAFile => "ce n’est pas un fichier ordinaire",
        Unread::TooLarge => "il est trop grand pour un article",
        Unread::System(error) => return system(lang, error),
    };
    match lang {
        Lang::En => why.to_string(),
        Lang::Fr => fr.to_owned(),
    }
}

/// A notebook that is not used, and why; none where it is used.
pub(super) fn refused(lang: Lang, file: &NotebookFile) -> Option<String> {
    let why = refusal(lang, file.refusal()?);
    let words = text("{}: {}", "{} : {}");
    Some(words.fill(lang, &[&file.shown_path().display(), &why]))
}

/// The same, and what to do about it.
pub(super) fn read_only(lang: Lang, file: &NotebookFile) -> Option<String> {
    let hint = refusal_hint(lang, file.refusal()?).to_owned();
    refused(lang, file).map(|why| with_hint(lang, &why, &hint))
}

fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match (lang, refusal) {
        (Lang::En, _) => refusal.to_string(),
        // The reader of the file says where; what stands there is told as JSON has it.
        (Lang::Fr, Refusal::Broken(e)) => {
            format!(
                "ligne {}, colonne {} : ce n’est pas un carnet lisible ({})",
                e.line, e.column, e.what
            )
        }
        (Lang::Fr, Refusal::Newer(format)) => format!("il est au format plus récent {format}"),
        (Lang::Fr, Refusal::Unreadable(why)) => format!("il ne peut pas être lu : {why}"),
        (Lang::Fr, Refusal::Outside) => "il se trouverait hors du bureau".to_owned(),
    }
}

fn refusal_hint(lang: Lang, refusal: &Refusal) -> &str {
    let fr = match refusal {
        Refusal::Broken(_) => {
            "il est laissé tel quel ; corrigez-le à la main ou reprenez-le de git"
        }
        Refusal::Newer(_) => "mettez claimdesk à jour ; d’ici là, il est montré sans être écrit",
        Refusal::Unreadable(_) => "vérifiez qui peut lire le fichier et ses dossiers",
        Refusal::Outside => "les liens dans `annotations/` doivent rester dans le bureau",
    };
    lang.pick(refusal.hint(), fr)
}

/// Why nothing was saved, and what to do about it.
pub(super) fn unsaved(lang: Lang, error: &SaveError) -> String {
    if lang == Lang::En {
        return with_hint(lang, &error.to_string(), error.hint());
    }
    let what = match error {
        SaveError::Refused { path, refusal: why } => {
            format!("{} n’est pas écrit : {}", path.display(), refusal(lang, why))
        }
        SaveError::Gone { path } => format!("{} a disparu", path.display()),
        SaveError::Emptied { path } => format!("{} est devenu vide", path.display()),
        SaveError::Failed { step, path, source } => {
            format!("{} {} : {}", failed(*step), path.display(), system(lang, source))
        }
    };
    with_hint(lang, &what, unsaved_hint(error))
}

const fn failed(step: Step) -> &'static str {
    match step {
        Step::MakeFolder => "impossible de créer le dossier de",
        Step::Lock => "impossible de verrouiller le dossier de",
        Step::Create => "impossible de créer un fichier à côté de",
        Step::Write | Step::Flush => "impossible d’écrire",
        Step::Replace => "impossible de remplacer",
        Step::FlushFolder => "impossible d’écrire le dossier de",
    }
}

/// That a save failed by a fault of ours.
pub(super) const fn saver_failed(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "claimdesk failed while saving; CLAIMDESK_LOG=FILE keeps the cause",
        Lang::Fr => {
            "claimdesk a échoué pendant l’enregistrement ; CLAIMDESK_LOG=FICHIER en garde la cause"
        }
    }
}

fn unsaved_hint(error: &SaveError) -> &str {
    let kind = match error {
        SaveError::Refused { refusal, .. } => return refusal_hint(Lang::Fr, refusal),
        SaveError::Gone { .. } => {
            return "reprenez-le de git ou d’une copie, ou supprimez-le exprès";
        }
        SaveError::Emptied { .. } => {
            return "voyez quel programme l’écrit ; `git checkout -- FICHIER` le reprend de git";
        }
        SaveError::Failed { source, .. } => source.kind(),
    };
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "faites de la place sur le disque",
        ErrorKind::PermissionDenied => "vérifiez qui peut écrire dans le dossier",
        ErrorKind::ReadOnlyFilesystem => "enregistrez ailleurs, ou rendez le disque inscriptible",
        ErrorKind::WouldBlock => "un autre claimdesk enregistre dans ce dossier ; réessayez",
        ErrorKind::InvalidFilename => "raccourcissez le nom : il est trop long pour ce disque",
        _ => "vérifiez le dossier et son disque",
    }
}

/// What the system said; it speaks its own language but for the everyday cases.
fn system(lang: Lang, error: &io::Error) -> String {
    let fr = match error.kind() {
        ErrorKind::NotFound => "ce fichier n’existe pas",
        ErrorKind::PermissionDenied => "accès refusé",
        ErrorKind::StorageFull => "le disque est plein",
        ErrorKind::QuotaExceeded => "le quota est atteint",
        ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule",
        ErrorKind::WouldBlock => "le fichier est occupé",
        _ => return error.to_string(),
    };
    match lang {
        Lang::En => error.to_string(),
        Lang::Fr => fr.to_owned(),
    }
}

/// Why nothing was shared, and what to do about it.
pub(super) fn unshared(lang: Lang, error: &SyncError) -> String {
    if lang == Lang::En {
        return with_hint(lang, &error.to_string(), error.hint());
    }
    let (what, hint) = match error {
        SyncError::UnderWay => (
            "une fusion, un rebase ou autre est en cours dans ce clone".to_owned(),
            "terminez-le (`git status` dit comment), puis partagez à nouveau",
        ),
        SyncError::Detached => (
            "aucune branche n’est active (HEAD détachée)".to_owned(),
            "`git switch BRANCHE` en prend une",
        ),
        SyncError::NoUpstream(branch) => (
            format!("la branche `{branch}` ne suit aucune branche d’un dépôt distant"),
            "`git push -u origin BRANCHE`, une fois, lui en donne une",
        ),
        SyncError::Staged(paths) => (
            format!("des fichiers d’autres personnes sont indexés : {paths}"),
            "validez-les vous-même, ou retirez-les par `git restore --staged`",
        ),
        SyncError::Unreached(said) => (
            format!("impossible de recevoir : {said}"),
            "rien n’a changé ; voyez le réseau et `git remote -v`",
        ),
        SyncError::Unmerged(said) => (
            format!("impossible de fusionner, rien n’a changé : {said}"),
            "votre travail est validé ici ; `git merge` à la main montre le conflit",
        ),
        SyncError::Refused(said) => (
            format!("impossible d’envoyer : {said}"),
            "votre travail est validé ici ; voyez qui peut pousser",
        ),
        SyncError::Later => (
            "d’autres ont poussé en même temps, à chaque essai".to_owned(),
            "votre travail est validé ici ; partagez à nouveau",
        ),
        SyncError::Git(error) => (git(lang, error), "voyez `git status`"),
    };
    with_hint(lang, &what, hint)
}

/// Why git did not answer.
pub(super) fn git(lang: Lang, error: &git::Error) -> String {
    let fr = match error {
        git::Error::NoGit => "git n’est pas installé".to_owned(),
        git::Error::NoRepository(path) => {
            format!("{} n’est pas dans un dépôt git", path.display())
        }
        git::Error::Failed { command, message } => {
            format!("git {command} a échoué : {message}")
        }
        git::Error::Io { command, source } => format!("git {command} : {}", system(lang, source)),
    };
    match lang {
        Lang::En => error.to_string(),
        Lang::Fr => fr,
    }
}

fn with_hint(lang: Lang, what: &str, hint: &str) -> String {
    const WITH_HINT: Text = text("{}; {}", "{} ; {}");
    WITH_HINT.fill(lang, &[&what, &hint])
}
