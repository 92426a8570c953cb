//! What `check` finds.

use super::{Text, text};

messages! {
    /// What is wrong with one annotation.
    ANNOTATION: "annotation {}: {}", "annotation {} : {}";
    /// What is wrong, and what to do.
    AND_HINT: "{}; {}", "{} ; {}";
    /// A copy.
    COPY_OF_NONE: "a copy of no notebook", "une copie d’aucun carnet";
    /// A copy.
    COPY_LEFT: "a copy of `{}` that a sync tool left", "une copie de `{}` laissée par un outil de synchronisation";
    /// A copy that says nothing.
    COPY_UNREAD: "{}; it cannot be read: {}", "{} ; lecture impossible : {}";
    /// A copy that stays.
    COPY_NOT_TAKEN: "{}; not taken over: {}", "{} ; non reprise : {}";
    /// A twin.
    SAME_BYTES: "the same bytes as `{}`", "les mêmes octets que `{}`";
    /// Columns side by side: the file.
    IN_COLUMNS: "columns side by side, in which no claim is sought; `claimdesk import {}` reads them one after the other", "des colonnes côte à côte, où aucune affirmation n’est cherchée ; `claimdesk import {}` les lit l’une après l’autre";
    /// An encoding: its name.
    LETTERS_GUESSED: "read as {}, which was guessed or leaves letters out; saved as UTF-8 it is certain", "lu en {}, deviné ou qui laisse des lettres de côté ; enregistré en UTF-8, il sera certain";
    /// An origin with two values: the field, the article, the option.
    TWO_VALUES_OF: "`{}` has two values, {} and {}: `claimdesk source {} --{}` chooses", "`{}` a deux valeurs, {} et {} : `claimdesk source {} --{}` choisit";
    /// What two machines of one person say of a claim.
    TWO_VALUES: "two machines differ on “{}”: {}; choose", "deux machines diffèrent sur « {} » : {} ; choisissez";
    /// A field, what it is here and what it is there.
    HERE_AND_THERE: "{}: {} here, {} there", "{} : {} ici, {} là-bas";
    /// A notebook that lies somewhere.
    STRAY_NOTEBOOK: "a notebook belongs into a folder named after its annotator", "un carnet va dans un dossier au nom de son auteur";
    /// A leftover.
    LEFT_BEHIND: "left behind by a claimdesk that was killed while saving", "laissé par un claimdesk interrompu pendant un enregistrement";
    /// Evidence of another name.
    EVIDENCE_RENAMED: "the evidence `{}` is now `{}`", "la preuve `{}` s’appelle désormais `{}`";
    /// A layout that git merges badly.
    NOT_LAID_OUT: "not laid out as claimdesk does, so git merges it badly", "pas mis en page comme le fait claimdesk, d’où de mauvaises fusions par git";
    /// A name inside.
    SAYS_OLD_NAME: "it says it is about `{}`, which has this name now", "il se dit sur `{}`, qui porte désormais ce nom";
    /// An article of another name.
    ARTICLE_RENAMED: "`{}` is now `{}`: its verdicts follow", "`{}` s’appelle désormais `{}` : ses verdicts suivent";
    /// A notebook in another's place.
    STANDS_ELSEWHERE: "it says it is about `{}`, and stands where `{}` belongs", "il se dit sur `{}`, et se trouve à la place de `{}`";
    /// A notebook in another's folder.
    IN_ANOTHERS_FOLDER: "it says it is by {}, whose folder is `{}`, and stands in `{}`", "il se dit de {}, dont le dossier est `{}`, et se trouve dans `{}`";
    /// A verdict without what the desk asks for.
    WITHOUT: "{} without {}", "{} sans {}";
    /// A copy of evidence.
    COPY_GONE: "the copy `{}` is gone", "la copie `{}` a disparu";
    /// Evidence.
    EVIDENCE_IS_GONE: "the evidence `{}` is gone", "la preuve `{}` a disparu";
    /// An article, and what is kept of it.
    ARTICLE_IS_GONE: "the article `{}` is gone; {}", "l’article `{}` a disparu ; {}";
    /// The same, and where its words stand.
    GONE_OFFER: "{}; {}: `claimdesk mv {} {}`", "{} ; {} : `claimdesk mv {} {}`";
    /// So many in an article.
    SO_MANY_IN: "{} in `{}`", "{} dans `{}`";
    /// The same in several articles.
    QUOTES_ELSEWHERE: "{}; quotes stand elsewhere: {}: `claimdesk follow`", "{} ; des citations figurent ailleurs : {} : `claimdesk follow`";
    /// Words that are gone.
    LOST_WORDS: "the words are gone: {}", "les mots ont disparu : {}";
    /// The same, and where they stand.
    LOST_BUT_THERE: "the words are gone: {}; they stand in `{}` now: `claimdesk follow`", "les mots ont disparu : {} ; ils figurent maintenant dans `{}` : `claimdesk follow`";
    /// Words said otherwise.
    SAME_VALUE_NOW: "the same value, said otherwise: {} is now {}", "la même valeur, dite autrement : {} est devenu {}";
    /// Words that changed.
    WORDS_CHANGED: "the words have changed: {} is now {}", "les mots ont changé : {} est devenu {}";
    /// Words in several places.
    ANY_OF_PLACES: "the words may be any of {} places: {}", "les mots figurent peut-être à {} endroits : {}";
    /// A folder of two people.
    TWO_IN_A_FOLDER: "two people write into one folder, or one under two names: {}", "deux personnes écrivent dans un dossier, ou une sous deux noms : {}";
    /// Two people of one name.
    ONE_NAME: "`{}` is also the name of `{}`: two people of one name, or one person of two (`also` in [team.people] joins them)", "`{}` est aussi le nom de `{}` : deux personnes d’un même nom, ou une personne de deux (`also` dans [team.people] les réunit)";
    /// Two people of one address.
    ONE_ADDRESS: "has an address of `{}`: one person of two names", "a une adresse de `{}` : une personne sous deux noms";
    /// A published article.
    GONE_ON_SINCE: "somebody has gone on since it was published", "quelqu’un a continué depuis sa publication";
    /// A final verdict that has lost its ground.
    SAID_OTHERWISE_SINCE: "people have said otherwise since {} decided: {}", "des avis ont changé depuis la décision de {} : {}";
    /// Two editors.
    DECIDED_DIFFERENTLY: "{} and {} decided differently: {}", "{} et {} ont tranché différemment : {}";
    /// A commit into a folder of nobody.
    NOBODYS_FOLDER: "commit {} by {}: the folder is nobody's of [team.people]", "commit {} de {} : le dossier n’est à personne de [team.people]";
    /// A commit into another's folder.
    FOREIGN_WRITE: "commit {} by {} writes into the folder of {}", "le commit {} de {} écrit dans le dossier de {}";
    /// What to do about a range.
    NAME_COMMITS: "name commits as `A..B`", "désigner des commits comme `A..B`";
    /// What to do about a revision.
    NAME_A_REVISION: "name a revision that git knows", "désigner une révision que git connaît";
    /// What to do about problems.
    CHECK_FIX: "`claimdesk check --fix` repairs what can be repaired without loss", "`claimdesk check --fix` répare ce qui peut l’être sans perte";
    /// What to do about problems.
    ONLY_A_PERSON: "open the reader to decide what only a person can", "ouvrir le lecteur pour trancher ce qu’une personne seule peut trancher";
    /// How bad it is.
    GRADE_FIXED: "fixed", "réparé";
    /// How bad it is.
    GRADE_THEIRS: "for its owner", "à son auteur";
    /// How bad it is.
    GRADE_ERROR: "error", "erreur";
    /// How bad it is.
    GRADE_WARNING: "warning", "attention";
    /// A file, how bad it is, what is wrong, its stable name.
    FINDING: "{}: {}: {} [{}]", "{} : {} : {} [{}]";
    /// Nothing at all.
    NOTHING_WRONG: "{}: nothing wrong\n", "{} : rien à signaler\n";
    /// So many notebooks.
    NOTEBOOKS: "{} {notebook|notebooks}", "{} {carnet|carnets}";
    /// So many errors in so many notebooks.
    ERRORS_LEFT: "{} {error|errors} left in {}", "il reste {} {erreur|erreurs} dans {}";
    /// What is kept of an article that is gone.
    KEPT_OF_GONE: "{} {annotation is|annotations are} kept", "{} {annotation est gardée|annotations sont gardées}";
    /// Where its quotes stand.
    QUOTES_STAND_IN: "{} {quote|quotes} found in `{}`", "{} {citation trouvée|citations trouvées} dans `{}`";
    /// What to do about a file that is no notebook.
    MEND_BY_HAND: "mend {} by hand, or take it back from git: `git checkout -- FILE`", "corriger {} à la main, ou le reprendre de git : `git checkout -- FICHIER`";
}
