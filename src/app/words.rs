//! What the disk says, in the person's language: the store tells it in enums.

use std::io::{self, ErrorKind};

use crate::core::typed;
use crate::desk::share::Unshared;
use crate::git::{self, sync::SyncError};
use crate::i18n::{Lang, Text, text};
use crate::import::Warning;
use crate::state::model::desk::Failure;
use crate::store::article::{ArticleError, Unread};
use crate::store::desk::DeskError;
use crate::store::format::Repair;
use crate::store::listing::Problem;
use crate::store::notebook::NotebookFile;
use crate::store::refusal::{Refusal, SaveError, Step};

/// Why an article of the listing is none.
pub(crate) fn problem(lang: Lang, problem: Problem) -> &'static str {
    let fr = match problem {
        Problem::Unreadable => "illisible",
        Problem::Folder => "un dossier, pas un article",
        Problem::LinkOutside => "un lien qui sort du dossier",
        Problem::LinkBroken => "un lien qui ne mène nulle part",
        Problem::LinkFolder => "un lien vers un dossier",
        Problem::NotAFile => "un tube, une socket ou un périphérique",
        Problem::NameControl => "des caractères de contrôle dans son nom",
        Problem::NameEncoding => "son nom n’est pas en UTF-8",
    };
    lang.pick(problem.describe(), fr)
}

/// Why a folder cannot be opened as a desk.
pub(crate) fn desk(lang: Lang, error: &DeskError) -> String {
    match (lang, error) {
        (Lang::En, _) => error.to_string(),
        (Lang::Fr, DeskError::Root { path, source }) => {
            format!("impossible d’ouvrir le dossier {} : {}", path.display(), system(lang, source))
        }
        (Lang::Fr, DeskError::NoSeeds { path }) => {
            format!("pas de dossier d’articles : {} n’existe pas", path.display())
        }
    }
}

/// What to do about it.
pub(crate) fn desk_hint(lang: Lang, error: &DeskError) -> String {
    match (lang, error) {
        (Lang::En, _) => error.hint(),
        (Lang::Fr, DeskError::Root { .. }) => {
            "indiquer le dossier qui contient les articles".into()
        }
        (Lang::Fr, DeskError::NoSeeds { path }) => match path.parent() {
            Some(root) if root.is_file() => {
                "il faut un dossier ; `claimdesk claims FICHIER` examine un seul fichier".to_owned()
            }
            _ => format!(
                "`claimdesk init` prépare un dossier ; les articles vont dans {}",
                path.display()
            ),
        },
    }
}

/// An article that cannot be read.
pub(crate) fn article(lang: Lang, error: &ArticleError) -> String {
    let words = text("cannot read the article {}: {}", "impossible de lire l’article {} : {}");
    words.fill(lang, &[&error.name, &unread(lang, &error.why)])
}

/// Why an article cannot be read.
pub(crate) fn unread(lang: Lang, why: &Unread) -> String {
    let fr = match why {
        Unread::Name => "ce nom sort du dossier",
        Unread::LinkOutside => "un lien qui sort du dossier",
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
pub(crate) fn refused(lang: Lang, file: &NotebookFile) -> Option<String> {
    let why = refusal(lang, file.refusal()?);
    let words = text("{}: {}", "{} : {}");
    Some(words.fill(lang, &[&file.shown_path().display(), &why]))
}

/// The same, and what to do about it.
pub(crate) fn read_only(lang: Lang, file: &NotebookFile) -> Option<String> {
    let hint = refusal_hint(lang, file.refusal()?).to_owned();
    refused(lang, file).map(|why| with_hint(lang, &why, &hint))
}

/// Why a notebook is not used.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
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
        (Lang::Fr, Refusal::Outside) => "il se trouverait hors du dossier".to_owned(),
    }
}

/// What to do about it.
pub(crate) fn refusal_hint(lang: Lang, refusal: &Refusal) -> &str {
    let fr = match refusal {
        Refusal::Broken(_) => {
            "il est laissé tel quel ; corrigez-le à la main ou reprenez-le de git"
        }
        Refusal::Newer(_) => "mettez claimdesk à jour ; d’ici là, il est montré sans être écrit",
        Refusal::Unreadable(_) => "vérifiez qui peut lire le fichier et ses dossiers",
        Refusal::Outside => "les liens dans `annotations/` doivent rester dans le dossier",
    };
    lang.pick(refusal.hint(), fr)
}

/// Why nothing was saved, and what to do about it.
pub(crate) fn unsaved(lang: Lang, error: &SaveError) -> String {
    with_hint(lang, &unsaved_why(lang, error), unsaved_hint(lang, error))
}

/// The same for the screen, and the cause in a few words.
pub(crate) fn failure(lang: Lang, error: &SaveError) -> Failure {
    const TRIED: Text = text("cannot {} {}: {}", "{} {} : {}");
    let (cause, why) = match error {
        SaveError::Failed { step, path, source } => {
            let cause = cause(lang, source);
            let tried = lang.pick(&step.to_string(), failed(*step)).to_owned();
            let why = TRIED.fill(lang, &[&tried, &path.display(), &cause]);
            (cause, why)
        }
        _ => (unsaved_why(lang, error), unsaved_why(lang, error)),
    };
    Failure { cause, whole: with_hint(lang, &why, unsaved_hint(lang, error)) }
}

/// What the system said, as a person would say it.
pub(crate) fn cause(lang: Lang, error: &io::Error) -> String {
    let en = match error.kind() {
        ErrorKind::PermissionDenied => "permission denied",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "the quota is used up",
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        ErrorKind::WouldBlock => "the file is busy",
        _ => return system(lang, error),
    };
    match lang {
        Lang::En => en.to_owned(),
        Lang::Fr => system(lang, error),
    }
}

/// Why nothing was saved.
pub(crate) fn unsaved_why(lang: Lang, error: &SaveError) -> String {
    if lang == Lang::En {
        return error.to_string();
    }
    match error {
        SaveError::Refused { path, refusal: why } => {
            format!("{} n’est pas écrit : {}", path.display(), refusal(lang, why))
        }
        SaveError::Gone { path } => format!("{} a disparu", path.display()),
        SaveError::Emptied { path } => format!("{} est devenu vide", path.display()),
        SaveError::Failed { step, path, source } => {
            format!("{} {} : {}", failed(*step), path.display(), system(lang, source))
        }
    }
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
pub(crate) const fn saver_failed(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "claimdesk failed while saving; CLAIMDESK_LOG=FILE keeps the cause",
        Lang::Fr => {
            "claimdesk a échoué pendant l’enregistrement ; CLAIMDESK_LOG=FICHIER en garde la cause"
        }
    }
}

/// What to do where nothing was saved.
pub(crate) fn unsaved_hint(lang: Lang, error: &SaveError) -> &str {
    if lang == Lang::En {
        return error.hint();
    }
    let kind = match error {
        SaveError::Refused { refusal, .. } => return refusal_hint(lang, refusal),
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
pub(crate) fn system(lang: Lang, error: &io::Error) -> String {
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

/// What somebody should know who reads an imported text.
pub(crate) const fn doubt(lang: Lang, warning: Warning) -> &'static str {
    let fr = match warning {
        Warning::Doubtful => "aucun article ne se détache de la page ; relire le texte",
        Warning::Columns => {
            "des colonnes côte à côte sont lues l’une après l’autre ; relire le texte"
        }
        Warning::Cut => "le texte est coupé : la page dit que la suite est réservée aux abonnés",
        Warning::BrokenOff => "le fichier s’arrête au milieu d’une phrase",
        Warning::Attachments => "les pièces jointes du message ne sont pas lues",
        Warning::Letters => {
            "l’encodage de ses lettres a été deviné ou certaines sont perdues ; relire noms et chiffres, ou enregistrer le fichier en UTF-8"
        }
        Warning::Chapters => "des parties manquent : le livre nomme des chapitres qui n’y sont pas",
    };
    lang.pick(warning.describe(), fr)
}

/// What was put in order in a notebook.
pub(crate) fn repair(lang: Lang, repair: &Repair) -> String {
    if lang == Lang::En {
        return repair.to_string();
    }
    match repair {
        Repair::Empty => "le fichier était vide".to_owned(),
        Repair::ConflictMarkers => {
            "des marqueurs de conflit de git : les deux côtés ont été fusionnés".to_owned()
        }
        Repair::Copy => {
            "une copie laissée par un outil de synchronisation a été fusionnée".to_owned()
        }
        Repair::CutShort => {
            "un côté de la fusion s’arrêtait trop tôt : ce qu’il contenait a été repris".to_owned()
        }
        Repair::Structure => {
            "des lignes cassées par une fusion ont été remises en ordre".to_owned()
        }
        Repair::DoubledEntry(id) => format!("l’annotation {} y figurait deux fois", id.0),
        Repair::DoubledField(id, field) => {
            format!("`{field}` de l’annotation {} y figurait deux fois", id.0)
        }
        Repair::Conflict(id) => {
            format!("l’annotation {} a deux valeurs pour un champ : choisir", id.0)
        }
        Repair::KeptDespiteRemoval(id) => {
            format!("l’annotation {} retirée d’un côté, modifiée de l’autre : gardée", id.0)
        }
    }
}

/// Why nothing was shared, and what to do about it.
pub(crate) fn unshared(lang: Lang, error: &Unshared) -> String {
    let (what, hint) = unshared_why(lang, error);
    with_hint(lang, &what, &hint)
}

/// The same as two things.
pub(crate) fn unshared_why(lang: Lang, error: &Unshared) -> (String, String) {
    match error {
        Unshared::Broken(file) => broken(lang, file),
        Unshared::Git(error) => {
            let (what, hint) = unsynced(lang, error);
            (what, hint.to_owned())
        }
    }
}

/// A notebook that is shared only once it is in order, and how it gets there.
fn broken(lang: Lang, file: &NotebookFile) -> (String, String) {
    const WHAT: Text = text(
        "nothing is shared while {} is broken: {}",
        "rien n’est partagé tant que {} est abîmé : {}",
    );
    const BY_HAND: Text = text(
        "mend it by hand, or `git checkout -- {}` takes back what was last committed",
        "corrigez-le à la main, ou `git checkout -- {}` reprend ce qui a été validé en dernier",
    );
    const FIX: Text = text(
        "`claimdesk check --fix` puts it in order without loss",
        "`claimdesk check --fix` le remet en ordre sans perte",
    );
    let path = file.shown_path().display().to_string();
    let why = match file.refusal() {
        Some(why) => refusal(lang, why),
        None => file.repairs().first().map(|why| repair(lang, why)).unwrap_or_default(),
    };
    let hint = match file.refusal() {
        Some(Refusal::Broken(_)) => BY_HAND.fill(lang, &[&typed::path(&path)]),
        Some(why) => refusal_hint(lang, why).to_owned(),
        None => FIX.to(lang).to_owned(),
    };
    (WHAT.fill(lang, &[&path, &why]), hint)
}

fn unsynced(lang: Lang, error: &SyncError) -> (String, &'static str) {
    const MERGE_BY_HAND: &str = "`git merge`, accordez le fichier, `git commit -a`, puis partagez à nouveau ; votre travail est validé ici";
    if lang == Lang::En {
        return (error.to_string(), error.hint());
    }
    match error {
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
        SyncError::Unmerged(said) => {
            (format!("impossible de fusionner, rien n’a changé : {said}"), MERGE_BY_HAND)
        }
        SyncError::OnBothSides(files) => {
            (format!("d’autres ont changé aussi, et rien n’est fusionné : {files}"), MERGE_BY_HAND)
        }
        SyncError::Refused(said) => (
            format!("impossible d’envoyer : {said}"),
            "votre travail est validé ici ; voyez qui peut pousser",
        ),
        SyncError::Later => (
            "d’autres ont poussé en même temps, à chaque essai".to_owned(),
            "votre travail est validé ici ; partagez à nouveau",
        ),
        SyncError::Git(error) => (git(lang, error), "voyez `git status`"),
    }
}

/// Why git did not answer.
pub(crate) fn git(lang: Lang, error: &git::Error) -> String {
    let fr = match error {
        git::Error::NoGit => "git n’est pas installé".to_owned(),
        git::Error::NoRepository(path) => {
            format!("{} n’est pas dans un dépôt git", path.display())
        }
        git::Error::NoCommit(name) => format!("git ne connaît aucun commit « {name} »"),
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
