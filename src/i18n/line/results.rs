//! What is made of a desk: its setup, reports and exports, new names, merges.

use super::{Text, text};

messages! {
    /// A format that there is not.
    NO_FORMAT: "no format `{}`", "pas de format `{}`";
    /// A format of several files.
    IN_SEVERAL_FILES: "`{}` is written as several files", "`{}` s’écrit en plusieurs fichiers";
    /// A packed format.
    IN_A_PACKED_FILE: "`{}` is written as a packed file", "`{}` s’écrit en un fichier compressé";
    /// What to do about it.
    NAME_A_FOLDER_TO_WRITE: "name a folder with `-o`", "désigner un dossier avec `-o`";
    /// What to do about it.
    NAME_A_FILE_TO_WRITE: "name a file with `-o`", "désigner un fichier avec `-o`";
    /// A report of many pages.
    REPORT_IS_FOLDER: "a report of {} articles is a folder of pages", "un rapport de {} articles est un dossier de pages";
    /// What to do about it.
    REPORT_IS_FOLDER_HINT: "name a folder with `-o`, or fewer articles", "désigner un dossier avec `-o`, ou moins d’articles";
    /// A kind of file that no report is written as.
    NO_REPORT_AS: "a report is not written as .{}", "un rapport ne s’écrit pas en .{}";
    /// What to do about it.
    NO_REPORT_AS_HINT: "name a file that ends in .html or .md; a word processor opens both", "désigner un fichier en .html ou .md ; un traitement de texte ouvre les deux";
    /// What a day looks like.
    A_DAY_SUCH_AS: "a day such as 2026-11-20", "un jour comme 2026-11-20";
    /// What to do about a file.
    UNWRITTEN_HINT: "name a file or folder that you may write, outside the articles", "désigner un fichier ou un dossier avec droit d’écriture, hors des articles";
    /// It was stopped.
    STOPPED: "it was stopped", "interrompu";
    /// What to do about it.
    BEGIN_AGAIN: "begin again", "recommencer";
    /// An article that is not in it, and why.
    LEFT_OUT: "{}: {} (left out)", "{} : {} (laissé de côté)";
    /// An article that went away meanwhile.
    UNLISTED: "{} is not on the desk any more", "{} n’est plus dans le dossier";
    /// What is listed above is missing.
    LACKING: "nothing was written: what is listed above is required and not known", "rien n’a été écrit : ce qui est listé ci-dessus est exigé et n’est pas connu";
    /// What to do about it.
    LACKING_HINT: "write it into claimdesk.toml, the articles' sources and the claims, or name only articles that have it", "l’écrire dans claimdesk.toml, les sources des articles et les affirmations, ou ne désigner que les articles qui l’ont";
    /// What `ClaimReview` asks for.
    NO_PUBLISHER: "no `name` in [publish]: who publishes the fact check", "pas de `name` dans [publish] : qui publie la vérification";
    /// The same.
    NO_PAGE: "no `page` in [publish]: the address of a fact check", "pas de `page` dans [publish] : l’adresse d’une vérification";
    /// The same.
    NO_URL: "no address of the article, where the claim appeared (its source's `url`)", "pas d’adresse de l’article où l’affirmation a paru (`url` de sa source)";
    /// The same.
    NO_PUBLISHED: "no date of the article (its source's `published`)", "pas de date de l’article (`published` de sa source)";
    /// The same.
    NO_AUTHOR: "no author of the claim: no outlet and no author of the article", "pas d’auteur de l’affirmation : ni média ni auteur de l’article";
    /// An article and a claim of it.
    CLAIM_OF: "{}, claim {}", "{}, affirmation {}";
    /// What `ClaimReview` asks for.
    LONGER_THAN: "the claim is longer than {} characters: write it in a few words (`claim-in-short` in the reader’s palette, or `mark --short`)", "l’affirmation dépasse {} caractères : l’écrire en quelques mots (`claim-in-short` dans la palette du lecteur, ou `mark --short`)";
    /// A verdict that stays, and why.
    NOT_MOVED: ": not moved: {}", " : non déplacé : {}";
    /// Why a verdict stays.
    NAME_ONE_OF_THEM: "name one of them", "en désigner un";
    /// Why a verdict stays.
    NOT_ONCE: "the words do not stand there exactly once", "les mots n’y figurent pas exactement une fois";
    /// Why a verdict stays.
    DECIDED_THERE: "you have a verdict on these words there", "vous y avez déjà un verdict sur ces mots";
    /// Nothing to move.
    NONE_STRAYED: "no verdict whose words stand in another article\n", "aucun verdict dont les mots figurent dans un autre article\n";
    /// A verdict that moves: from, to, which, on what.
    STRAYED: "{} → {}: {} {}", "{} → {} : {} {}";
    /// A name that is taken.
    NAME_TAKEN: "there is an article `{}` already", "il y a déjà un article `{}`";
    /// What to do about it.
    NAME_TAKEN_HINT: "choose another name, or move that one away", "choisir un autre nom, ou déplacer celui-là";
    /// An article that stays where it is.
    UNMOVED: "`{}` could not be moved: {}", "`{}` n’a pas pu être déplacé : {}";
    /// What to do about it.
    MAY_WRITE_THERE: "see who may write there", "vérifier qui peut y écrire";
    /// An article's new name.
    IS_NOW: "{} is now {}\n", "{} s’appelle désormais {}\n";
    /// A file that stays as it is.
    UNCHANGED_FILE: "{} could not be changed: {}", "{} n’a pas pu être modifié : {}";
    /// What to do about it.
    WRITE_RENAMED: "write it by hand, below [renamed]: {}", "l’écrire à la main, sous [renamed] : {}";
    /// A name that can be none.
    NO_ARTICLE_NAME: "`{}` cannot be an article's name", "`{}` ne peut pas être le nom d’un article";
    /// What to do about it.
    NO_ARTICLE_NAME_HINT: "a name below the folder of the articles that ends in .txt", "un nom sous le dossier des articles, qui finit par .txt";
    /// What to do about a merge.
    LEFT_TO_YOU: "git leaves the file to you: put both sides in order, then `git add` it", "git laisse le fichier à régler : mettre les deux côtés en ordre, puis `git add`";
    /// A side of a merge.
    OURS: "ours", "le nôtre";
    /// A side of a merge.
    THEIRS: "theirs", "le leur";
    /// A side that is no notebook.
    CANNOT_BE_MERGED: "{} cannot be merged: {}", "{} ne peut pas être fusionné : {}";
    /// Nobody to ask for a review.
    NO_ACCOUNTS: "nobody of [team.people] has an account on the forge", "personne de [team.people] n’a de compte sur la forge";
    /// What to do about it.
    NO_ACCOUNTS_HINT: "write `forge = \"@anna\"` below [team.people.anna-berg] in claimdesk.toml", "écrire `forge = \"@anna\"` sous [team.people.anna-berg] dans claimdesk.toml";
    /// Who is missing in a file.
    NO_ACCOUNT_OF: "no account of {}", "pas de compte de {}";
    /// What to do about a clone.
    CLONE_HINT: "`git clone` must reach the address", "`git clone` doit atteindre l’adresse";
    /// A folder that is there.
    EXISTS: "{} exists already", "{} existe déjà";
    /// What to do about it.
    EXISTS_HINT: "name another folder, or run `claimdesk init --git-only` in that one", "désigner un autre dossier, ou lancer `claimdesk init --git-only` dans celui-là";
    /// A folder that is not there.
    NO_FOLDER_IN: "no folder `{}` in {}/", "pas de dossier `{}` dans {}/";
    /// What was done.
    CLONED: "cloned", "cloné";
    /// What to do about a folder.
    RUN_IN_A_CLONE: "run this inside a clone of the desk", "à lancer dans un clone du dossier";
    /// A folder outside of git.
    NO_REPOSITORY: "no git repository: to share the desk, `git init` and run this again with --git-only\n", "pas de dépôt git : pour partager le dossier, `git init`, puis relancer ceci avec --git-only\n";
    /// What to do about git.
    GIT_NOT_READY: "the files are ready; git is not", "les fichiers sont prêts ; git ne l’est pas";
    /// What was done.
    MADE: "made", "créé";
    /// What was done.
    LINES_ADDED: "lines added", "lignes ajoutées";
    /// What was not done.
    LEFT_AS_IT_IS: "there already, left as it is", "déjà là, laissé tel quel";
    /// What to do about a folder.
    MAY_WRITE_FOLDER: "see who may write to the folder", "vérifier qui peut écrire dans le dossier";
    /// What to do about a file.
    MAY_WRITE_GIT_CONFIG: "see who may write to `.git/config`", "vérifier qui peut écrire dans `.git/config`";
    /// A setting of git.
    SET_ALREADY: "set already", "déjà réglé";
    /// A setting of git.
    SET_ANEW: "changed; it was: {}", "changé ; c’était : {}";
    /// A setting of git.
    IS_SET: "set", "réglé";
    /// What was written, and where.
    WRITTEN: "{} decided {claim|claims} written to {}\n", "{} {affirmation traitée écrite|affirmations traitées écrites} dans {}\n";
    /// What to do about a folder.
    REMOVE_BY_HAND: "remove it by hand", "le supprimer à la main";
    /// A notebook of a newer version, and why.
    NOT_WHOLLY: "{}: {} (read as far as it is understood)", "{} : {} (lu autant qu’il est compris)";
    /// A verdict that is written though the desk does not know it.
    UNKNOWN_GOES_OUT: "{}: the desk does not know the verdict `{}`; it goes out as it stands", "{} : le dossier ne connaît pas le verdict `{}` ; il sort tel quel";
    /// Claims that a format does not take.
    WRITTEN_ASIDE: "{} more {has|have} no verdict that `{}` takes\n", "{} de plus {n’a|n’ont} pas de verdict que `{}` prenne\n";
    /// Something is missing in what was written.
    FILES_LEFT_OUT: "{} {file is|files are} left out", "{} {fichier est laissé|fichiers sont laissés} de côté";
    /// What to do about it.
    FILES_LEFT_OUT_HINT: "`claimdesk check` tells what is wrong with them", "`claimdesk check` dit ce qui ne va pas";
    /// What to do about a name.
    LEAVE_TOPICS_OUT: "the articles stand in {}/ itself: leave `--topics` out", "les articles sont dans {}/ même : retirer `--topics`";
}
