//! What is wrong in a configuration, and what may stand there.

use super::{Text, text};

messages! {
    /// A name that is near to one that is known.
    MEANT: "did you mean `{}`?", "vouliez-vous dire `{}` ?";
    /// All names that are known.
    KNOWN_HERE: "known here: {}", "connus ici : {}";
    /// A value that is none for this setting.
    CANNOT_BE: "`{}` cannot be {}", "`{}` ne peut pas être {}";
    /// What it may be.
    A_TABLE: "a table: [{}]", "une table : [{}]";
    /// The same of several.
    TABLES: "tables: [{}]", "des tables : [{}]";
    /// The same of a colour.
    A_COLOUR: "a colour: {}, or {}", "une couleur : {} ou {}";
    /// The same of when to share.
    A_RHYTHM: "\"by-hand\", or \"every 10m\" (5m to 12h)", "\"by-hand\" ou \"every 10m\" (de 5m à 12h)";
    /// The same of an address.
    AN_ADDRESS: "an address that begins with {}", "une adresse qui commence par {}";
    /// The same of a text.
    A_TEXT: "a text in quotes, on one line, of at most {} characters", "un texte entre guillemets, sur une ligne, de {} caractères au plus";
    /// The same of a switch.
    A_SWITCH: "true or false, without quotes", "true ou false, sans guillemets";
    /// The same of a number.
    A_NUMBER: "a whole number from {} to {}, without quotes", "un nombre entier de {} à {}, sans guillemets";
    /// The same of a folder.
    A_FOLDER: "a folder inside the desk, such as \"seeds\" or \"texts/fr\"", "un dossier à l’intérieur du dossier de travail, comme \"seeds\" ou \"texts/fr\"";
    /// The same of a list.
    A_LIST: "a list of texts in quotes: [\"…\", \"…\"]", "une liste de textes entre guillemets : [\"…\", \"…\"]";
    /// The same of what a verdict needs.
    A_LIST_OF_NEEDS: "a list such as [\"evidence\"]", "une liste comme [\"evidence\"]";
    /// The same of a day.
    A_DAY: "a day: \"2026-11-30\"", "un jour : \"2026-11-30\"";
    /// The same of an account.
    AN_ACCOUNT: "an account on the forge: \"@anna\"", "un compte sur la forge : \"@anna\"";
    /// The same of folders.
    FOLDERS_BELOW: "names of folders below the annotations", "des noms de dossiers sous les annotations";
    /// The same of what a key does.
    A_COMMAND: "the name of a command in quotes, or false for none", "le nom d’une commande entre guillemets, ou false pour aucune";
    /// The same of signs.
    ONE_SIGN: "one sign that is one cell wide", "un seul signe, large d’une cellule";
    /// The same of signs.
    ONE_ASCII_SIGN: "one ASCII sign", "un seul signe ASCII";
    /// The same of a verdict's key.
    ONE_CHARACTER: "one character; other keys go under [keys.desk]", "un seul caractère ; les autres touches vont sous [keys.desk]";
    /// Keys of a place that there is not.
    NO_PLACE: "no place `{}` for keys", "pas d’endroit `{}` pour des touches";
    /// A key that there is not.
    NO_KEY: "`{}` is no key", "`{}` n’est pas une touche";
    /// How keys are written.
    NO_KEY_HINT: "keys are written like j, Ctrl-R, Alt-x, Enter, PgDn, F3, Space", "les touches s’écrivent comme j, Ctrl-R, Alt-x, Enter, PgDn, F3, Space";
    /// A key with two commands.
    BOUND_TWICE: "`{}` is bound twice in [keys.{}], first at {}", "`{}` est réglée deux fois dans [keys.{}], d’abord en {}";
    /// What to do about two of one name.
    KEEP_ONE: "keep one of the two", "n’en garder qu’une";
    /// A key that is a letter where one writes.
    TYPES_ITSELF: "`{}` types itself in [keys.{}]", "`{}` s’écrit elle-même dans [keys.{}]";
    /// What to do about it.
    TYPES_ITSELF_HINT: "bind it with Ctrl or Alt, or a named key such as F2", "la régler avec Ctrl ou Alt, ou une touche nommée comme F2";
    /// Verdicts where none are given.
    VERDICTS_WHERE: "verdicts are given in the panes and in [keys.select]", "les verdicts se donnent dans les volets et dans [keys.select]";
    /// Related claims where there are none.
    RELATED_WHERE: "related 1 to related 9, in the panes", "related 1 à related 9, dans les volets";
    /// A command that works in other places.
    WORKS_ELSEWHERE: "`{}` does nothing there; it works in {}", "`{}` n’y fait rien ; elle agit dans {}";
    /// A label that is none.
    NO_LABEL: "`{}` is no label", "`{}` n’est pas un verdict";
    /// How labels are written.
    NO_LABEL_HINT: "write [labels.<id>] with its fields, or `<id> = false` to leave a verdict out", "écrire [labels.<id>] avec ses champs, ou `<id> = false` pour écarter un verdict";
    /// All labels were left out.
    NO_VERDICT_LEFT: "no verdict is left", "il ne reste aucun verdict";
    /// What to do about it.
    KEEP_A_LABEL: "keep at least one label", "en garder au moins un";
    /// A label left out that there is not.
    NONE_TO_LEAVE_OUT: "no verdict `{}` to leave out", "pas de verdict `{}` à écarter";
    /// A label's id that may not be one.
    NO_ID: "`{}` cannot name a verdict", "`{}` ne peut pas nommer un verdict";
    /// How ids are written.
    NO_ID_HINT: "ids are lower-case letters, digits and hyphens, begin with a letter, and have at most 40", "un nom n’a que minuscules sans accent, chiffres et traits d’union, commence par une lettre et compte 40 signes au plus";
    /// More labels than there are keys.
    ONE_TOO_MANY: "`{}` is one verdict too many", "`{}` est un verdict de trop";
    /// How many there may be.
    AT_MOST: "a desk has at most {}", "un dossier en a {} au plus";
    /// A field that labels do not have.
    NO_LABEL_FIELD: "a label has no `{}`", "un verdict n’a pas de champ `{}`";
    /// A label without name or key.
    LACKS_NAME: "the new verdict `{}` lacks a name or a key", "il manque un nom ou une touche au nouveau verdict `{}`";
    /// What to do about it.
    LACKS_NAME_HINT: "give at least `en` and `key`; `fr`, `symbol`, `ascii`, `colour` and `order` are up to you", "donner au moins `en` et `key` ; `fr`, `symbol`, `ascii`, `colour` et `order` sont facultatifs";
    /// Where a key comes from that no file sets.
    A_DEFAULT: "a default", "valeur par défaut";
    /// One key for two verdicts: the key, both, and where it was set.
    ONE_KEY_FOR_BOTH: "the key `{}` would give both `{}` and `{}` ({})", "la touche `{}` donnerait à la fois `{}` et `{}` ({})";
    /// What to do about it.
    ANOTHER_KEY: "give one of them another `key`", "donner à l’un des deux une autre `key`";
    /// A verdict's key was that of a command, which has no other: the key, the verdict, the command and what it does.
    KEY_TAKEN: "the key `{}` of the verdict `{}` was that of `{}` ({}), which has none left", "la touche `{}` du verdict `{}` était celle de `{}` ({}), qui n’en a plus";
    /// The same, and a key that it still has.
    KEY_TAKEN_ONE: "the key `{}` of the verdict `{}` was that of `{}` ({}), which keeps {}", "la touche `{}` du verdict `{}` était celle de `{}` ({}), qui garde {}";
    /// What to do about it: the command.
    KEY_TAKEN_HINT: "give the verdict another `key`, or `{}` one below `[keys.desk]`; the palette has it, too", "donner au verdict une autre `key`, ou une touche à `{}` sous `[keys.desk]` ; la palette l’a aussi";
    /// An article that has its own former name.
    TO_ITSELF: "`{}` is renamed to itself", "`{}` est renommé en lui-même";
    /// What to do about it.
    TO_ITSELF_HINT: "write the name it has now, and the one it had", "écrire le nom actuel, puis l’ancien";
    /// A folder that can be none.
    NAMES_NO_FOLDER: "`{}` names no folder of annotations", "`{}` ne désigne aucun dossier d’annotations";
    /// How folders are named.
    NAMES_NO_FOLDER_HINT: "write the folder's name, such as [team.people.zoe-martin]", "écrire le nom du dossier, comme [team.people.zoe-martin]";
    /// A field that people do not have.
    NO_PERSON_FIELD: "a person has no `{}`", "une personne n’a pas de champ `{}`";
    /// A folder of two people.
    FOLDER_TAKEN: "`{}` is the folder of `{}` already", "`{}` est déjà le dossier de `{}`";
    /// What to do about it.
    FOLDER_TAKEN_HINT: "a folder belongs to one person", "un dossier est à une seule personne";
    /// A file that cannot be read.
    UNREADABLE_FILE: "cannot be read: {}", "lecture impossible : {}";
    /// What to do about it.
    UNREADABLE_FILE_HINT: "a configuration is a plain UTF-8 file below 1 MB that you may read", "une configuration est un fichier ordinaire en UTF-8 de moins de 1 Mo, avec droit de lecture";
    /// Articles and decisions in one another.
    FOLDERS_OVERLAP: "the folders {} and {} overlap", "les dossiers {} et {} se recouvrent";
    /// What to do about it.
    FOLDERS_OVERLAP_HINT: "name two folders of which none is inside the other", "désigner deux dossiers dont aucun n’est dans l’autre";
    /// A setting of another table.
    WRITE_AT_TOP: "write `{}` at the top, before the first table", "écrire `{}` tout en haut, avant la première table";
    /// The same.
    WRITE_BELOW: "write it below `[{}]`", "l’écrire sous `[{}]`";
    /// A setting that there is not.
    NO_SETTING: "no setting `{}`", "pas de réglage `{}`";
    /// The same in a table.
    NO_SETTING_IN: "no setting `{}` in [{}]", "pas de réglage `{}` dans [{}]";
    /// A person's setting in the desk's file.
    ONE_PERSONS: "`{}` is one person's, not the desk's", "`{}` est à chacun, non au dossier";
    /// What to do about it.
    ONE_PERSONS_HINT: "put it into your own claimdesk/config.toml, or use --annotator", "l’écrire dans son propre claimdesk/config.toml, ou utiliser --annotator";
    /// The desk's setting in a person's file.
    THE_DESKS: "`{}` belongs to the desk, not to one person", "`{}` est au dossier, non à une personne";
    /// What to do about it.
    THE_DESKS_HINT: "put it into the desk's claimdesk.toml, which the team shares", "l’écrire dans le claimdesk.toml du dossier, que l’équipe partage";
    /// A setting that stands twice in a file.
    SET_TWICE: "`{}` is set twice", "`{}` est réglé deux fois";
    /// The same, and where it stands first.
    SET_TWICE_AT: "`{}` is set twice, first at {}", "`{}` est réglé deux fois, d’abord en {}";
    /// What TOML looks like, and where it is explained.
    TOML: "lines are `name = value` or `[table]`; texts stand in quotes ({})", "une ligne est `nom = valeur` ou `[table]` ; les textes sont entre guillemets ({})";
}
