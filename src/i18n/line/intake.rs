//! What comes into a desk: articles, their origins, other tools' verdicts.

use super::{Text, text};

messages! {
    /// A file that is an article.
    AN_ARTICLE_ALREADY: "it is an article of this desk already", "c’est déjà un article de ce dossier";
    /// An article that cannot be written.
    CANNOT_BE_WRITTEN: "cannot be written: {}", "écriture impossible : {}";
    /// A folder that is too large.
    MORE_FILES_THAN: "more than {} files; name a smaller folder", "plus de {} fichiers ; désigner un dossier plus petit";
    /// A folder of other things.
    NOTHING_TO_IMPORT_HERE: "nothing to import in this folder", "rien à importer dans ce dossier";
    /// A file that is too large.
    LARGER_THAN: "larger than {} MB", "plus de {} Mo";
    /// A file that is too deep.
    TOO_DEEP: "nested more than {} deep", "plus de {} niveaux d’imbrication";
    /// A kind that is not read.
    NO_RTF: "RTF is not read: save it as .docx, .odt or .html, and import that", "le RTF n’est pas lu : l’enregistrer en .docx, .odt ou .html, puis importer ce fichier";
    /// A kind that is not read.
    NO_OLD_WORD: "old Word files are not read: save it as .docx, and import that", "les anciens fichiers Word ne sont pas lus : l’enregistrer en .docx, puis importer ce fichier";
    /// A name without an ending.
    NO_ENDING: "its name has no ending that says what it is", "son nom n’a pas d’extension qui dise ce que c’est";
    /// A kind that is not read.
    UNKNOWN_KIND: "files like this (.{}) cannot be read", "les fichiers de ce type (.{}) ne sont pas lus";
    /// Bytes that are no text.
    NO_TEXT_FILE: "it is no text; a name with an ending says what it is", "ce n’est pas un texte ; un nom avec extension dit ce que c’est";
    /// A document without text.
    NO_TEXT: "no text in it", "aucun texte dedans";
    /// A broken document.
    DAMAGED: "damaged: {}", "abîmé : {}";
    /// A document that is no archive.
    NO_ARCHIVE: "cut off, or not what its ending says", "fichier coupé, ou autre chose que ce que dit son extension";
    /// A PDF.
    NEEDS_PDFTOTEXT: "it needs `pdftotext`, which is not installed", "il faut `pdftotext`, qui n’est pas installé";
    /// How a text may be parted.
    A_RULE: "{}, {}WORDS, {}WORDS or {}WORDS", "{}, {}MOTS, {}MOTS ou {}MOTS";
    /// A file that was found in a folder.
    IMPORTED_ALREADY: "imported already", "déjà importé";
    /// A file that was named again.
    IMPORTED_BEFORE: "the same file is an article already: {}", "ce fichier est déjà un article : {}";
    /// How many of how many.
    NOT_IMPORTED: "{} of {} not imported", "non importés : {} sur {}";
    /// What became of them.
    NOT_IMPORTED_HINT: "nothing was written for them; the others are done", "rien n’a été écrit pour ceux-là ; les autres sont faits";
    /// The text is what it was.
    UNCHANGED: "unchanged", "inchangé";
    /// What became of an article.
    NOTHING_OF_IT: "nothing of it was written", "rien n’en a été écrit";
    /// What was shown was not done.
    WRITE_WRITES: "nothing was written; `--write` puts the new texts in place\n", "rien n’a été écrit ; `--write` met les nouveaux textes en place\n";
    /// How many of how many.
    NOT_READ_AGAIN: "{} of {} not read again", "non relus : {} sur {}";
    /// What became of them.
    NOT_READ_AGAIN_HINT: "their texts are as they were", "leurs textes sont tels qu’ils étaient";
    /// An article that was not imported.
    NO_ORIGINAL: "no original is kept", "aucun original n’est conservé";
    /// An article out of many.
    ONE_OF_MANY: "its original holds many articles: import that anew with --split", "son original contient plusieurs articles : l’importer de nouveau avec --split";
    /// Verdicts that cannot be read.
    NO_FATES: "verdicts cannot be told: {}\n", "impossible de suivre les verdicts : {}\n";
    /// An annotation without verdict.
    A_NOTE: "a note", "une note";
    /// A verdict that does not stay in force: how it stood, stands, whose, which, on what.
    FATE: "{} → {}: {} · {} · {}", "{} → {} : {} · {} · {}";
    /// Nothing is known of an article.
    NOTHING_KNOWN: "nothing is known\n", "rien n’est connu\n";
    /// A date that is none.
    NO_DATE: "`{}` is no date", "`{}` n’est pas une date";
    /// What to do about it.
    NO_DATE_HINT: "write a day like this: 2024-10-23", "écrire le jour ainsi : 2024-10-23";
    /// An address that is none.
    NO_ADDRESS: "`{}` is no address of a page", "`{}` n’est pas l’adresse d’une page";
    /// What to do about it.
    NO_ADDRESS_HINT: "it begins with {} or {}", "elle commence par {} ou {}";
    /// A place in a file, and what is wrong there.
    AT_LINE: "line {}, column {}: {}", "ligne {}, colonne {} : {}";
    /// What to do about a file.
    UNKEPT_HINT: "the file is left as it is; mend it by hand, or see who may write it", "le fichier est laissé tel quel ; le corriger à la main, ou vérifier qui peut l’écrire";
    /// A format that is not read.
    NO_READER: "`{}` cannot be read", "le format `{}` n’est pas lu";
    /// What to do about a file.
    IS_IT_OF: "is it of the format `{}`?", "est-il bien au format `{}` ?";
    /// What to do about a name.
    ANOTHER_NAME: "choose another name with `--as`, such as that of the tool", "choisir un autre nom avec `--as`, comme celui de l’outil";
    /// A name that is taken.
    IS_YOU: "`{}` is you", "`{}`, c’est vous";
    /// A name that is taken.
    IS_IN_TEAM: "`{}` is in the team", "`{}` est dans l’équipe";
    /// A name that is taken.
    IS_A_PERSONS: "`{}` has verdicts that a person gave", "`{}` a des verdicts donnés par une personne";
    /// What to do about a folder.
    NAME_A_FOLDER: "name a folder that you may read", "désigner un dossier avec droit de lecture";
    /// What to do about a file.
    NAME_A_UTF8_FILE: "name a file of text in UTF-8 that you may read", "désigner un fichier texte en UTF-8, avec droit de lecture";
    /// What does not fit.
    TWO_NOTES: "two notes on one article", "deux notes sur un même article";
    /// What does not fit.
    SAID_BEFORE: "something else was said of the same words before; `--by` chooses one person", "autre chose a déjà été dit des mêmes mots ; `--by` choisit une personne";
    /// What does not fit.
    NO_ARTICLE_NAMED: "no article `{}` on this desk", "pas d’article `{}` dans ce dossier";
    /// What does not fit.
    NO_ARTICLE_FROM: "no article from {} on this desk", "pas d’article venant de {} dans ce dossier";
    /// What does not fit.
    NAMES_NO_ARTICLE: "it names no article", "aucun article n’est nommé";
    /// What does not fit.
    NO_ARTICLE_OF_TEXT: "no article of this desk has this text", "aucun article de ce dossier n’a ce texte";
    /// What does not fit.
    ARTICLE_UNREAD: "`{}` cannot be read", "`{}` ne peut pas être lu";
    /// What does not fit.
    NOT_AN_ID: "`{}` is no id", "`{}` n’est pas un identifiant";
    /// What does not fit.
    NO_ANNOTATION: "no annotation `{}` on this article", "pas d’annotation `{}` sur cet article";
    /// What does not fit.
    NOT_A_STRETCH: "{}–{} is no stretch of the article", "{}–{} n’est pas un passage de l’article";
    /// What does not fit: where, what stands there, what should.
    OTHER_WORDS_AT: "other words stand at {}–{}: “{}” instead of “{}”", "d’autres mots figurent en {}–{} : « {} » au lieu de « {} »";
    /// What does not fit.
    OTHER_WORDS: "other words stand there: “{}”", "d’autres mots y figurent : « {} »";
    /// What does not fit.
    MORE_THAN_ONCE: "“{}” stands there more than once", "« {} » y figure plus d’une fois";
    /// What does not fit.
    NOT_THERE_AT_ALL: "“{}” does not stand there", "« {} » n’y figure pas";
    /// What was taken, what was left, what changed.
    IMPORT_DONE: "{}, {}; {}\n", "{}, {} ; {}\n";
    /// What became of them.
    MISFITS_HINT: "the list above says why each; the others are taken", "la liste ci-dessus dit pourquoi ; les autres sont repris";
    /// A file of another tool.
    NO_ANN: "no .ann file", "pas de fichier .ann";
    /// What does not fit.
    NO_POSITION: "no position", "pas de position";
    /// What does not fit.
    NOT_TWO_NUMBERS: "a position that is not two numbers", "une position qui n’est pas deux nombres";
    /// What does not fit.
    NO_NUMBER: "“{}” is no number", "« {} » n’est pas un nombre";
    /// What does not fit.
    NOT_IN_THE_TEXT: "the position is not in the text", "la position n’est pas dans le texte";
    /// A table without a column.
    NO_COLUMN: "{}: no column `{}`; `export --to csv` writes them all", "{} : pas de colonne `{}` ; `export --to csv` les écrit toutes";
    /// A place in a file.
    ROW_OF: "{} row {}", "{} rangée {}";
    /// A place in a file.
    LINE_OF: "{} line {}", "{} ligne {}";
    /// A place in a file.
    LABEL_OF: "{} label {}", "{} étiquette {}";
    /// A place in a file.
    REGION_OF: "{} region {}", "{} région {}";
    /// A place in a file.
    ITEM_OF: "{} item {}", "{} élément {}";
    /// What does not fit.
    NO_PLACE_IN_ROW: "neither an id nor a position with its words", "ni identifiant ni position avec ses mots";
    /// What does not fit.
    NO_START_END_LABEL: "not a start, an end and a label", "pas un début, une fin et une étiquette";
    /// What does not fit.
    NO_START_END: "no start and end", "pas de début ni de fin";
    /// What does not fit.
    LABELS_INSTEAD: "{} labels instead of one", "{} étiquettes au lieu d’une";
    /// What does not fit.
    NO_TEXT_FIELD: "no text", "pas de texte";
    /// What does not fit.
    IS_NO_ANNOTATION: "no annotation", "pas une annotation";
    /// What does not fit.
    NO_TARGET: "it has no target", "pas de cible";
    /// What does not fit.
    TARGET_NAMES_NONE: "its target names no article", "sa cible ne nomme aucun article";
    /// What does not fit.
    NO_QUOTE_NOR_PLACE: "no quote and no position with its words", "ni citation ni position avec ses mots";
    /// A PDF of pictures.
    SCANNED: "hardly a letter on its {} {page|pages}: scanned?", "presque aucune lettre sur {} {page|pages} : numérisé ?";
    /// What became of verdicts.
    STAY_IN_FORCE: "verdicts and notes that stay in force: {}\n", "verdicts et notes qui restent en vigueur : {}\n";
    /// What was taken, into which folder.
    TAKEN_INTO: "{} taken into `{}`", "{} repris dans `{}`";
    /// The same of a trial.
    WOULD_BE_TAKEN: "{} would be taken into `{}`", "{} {serait|seraient} repris dans `{}`";
    /// What was left.
    LEFT: "{} left out", "{} {laissé|laissés} de côté";
    /// What changed.
    BOOKS_CHANGED: "{} {notebook|notebooks} changed", "{} {carnet modifié|carnets modifiés}";
    /// The same of a trial.
    BOOKS_WOULD_CHANGE: "{} {notebook|notebooks} would change", "{} {carnet changerait|carnets changeraient}";
    /// What does not fit.
    MISFITS: "{} left out: {it does|they do} not fit this desk", "{} {laissé|laissés} de côté : ne {convient|conviennent} pas à ce dossier";
}
