//! The report of `doctor`: its subjects, of at most ten letters, and what it says of each.

use super::{Text, text};

messages! {
    /// A subject.
    DOC_SYSTEM: "system", "système";
    /// A subject.
    DOC_TERMINAL: "terminal", "terminal";
    /// No variable names the terminal.
    DOC_NOTHING_SAID: "nothing is said of it", "rien n’en est dit";
    /// What an end is.
    DOC_IS_TERMINAL: "a terminal", "un terminal";
    /// What an end is.
    DOC_NO_TERMINAL: "no terminal", "pas un terminal";
    /// Both ends, and the size.
    DOC_ENDS: "input {}, output {}{}", "entrée : {}, sortie : {}{}";
    /// A subject.
    DOC_COLOURS: "colours", "couleurs";
    /// How many.
    DOC_NO_COLOURS: "none", "aucune";
    /// How many.
    DOC_TRUE_COLOURS: "true colours", "couleurs vraies";
    /// The ground.
    DOC_LIGHT: "light ground", "fond clair";
    /// The ground.
    DOC_DARK: "dark ground", "fond sombre";
    /// The ground.
    DOC_ASKED: "the terminal is asked for its ground", "le fond est demandé au terminal";
    /// Links.
    DOC_LINKS: "opens links", "ouvre les liens";
    /// Links.
    DOC_NO_LINKS: "not known to open links", "liens : non connus";
    /// Colours, ground, signs, links.
    DOC_FOUR: "{}, {}, {}, {}", "{}, {}, {}, {}";
    /// A subject.
    DOC_LANGUAGE: "language", "langue";
    /// What says so.
    DOC_BY_LOCALE: "{}, by the locale", "{}, d’après la locale";
    /// What says so.
    DOC_BY_SETTING: "{}, by the configuration", "{}, d’après la configuration";
    /// A subject.
    DOC_DESK: "desk", "dossier";
    /// A large folder.
    DOC_MANY_FILES: "none, a folder of many files", "aucun, un dossier de nombreux fichiers";
    /// A kind of desk.
    DOC_TEXTS: "a folder of texts", "un dossier de textes";
    /// A kind of desk.
    DOC_A_DESK: "a desk", "un dossier de travail";
    /// What there is in it.
    DOC_COUNTS: "{}: articles {}, other files {}, people {}, notebooks {}", "{} : articles {}, autres fichiers {}, personnes {}, carnets {}";
    /// What gives the name.
    DOC_NAME_FROM: "your name comes from {}", "le nom vient de {}";
    /// Git.
    DOC_NO_REPOSITORY: "the desk is in no repository", "le dossier n’est dans aucun dépôt";
    /// Git.
    DOC_DRIVER: "the desk is in a repository, merge driver set", "le dossier est dans un dépôt, pilote de fusion réglé";
    /// Git.
    DOC_NO_DRIVER: "the desk is in a repository, merge driver not set (`claimdesk init`)", "le dossier est dans un dépôt, pilote de fusion non réglé (`claimdesk init`)";
    /// A subject.
    DOC_PROGRAM: "program", "programme";
    /// A subject: a file.
    DOC_YOURS: "yours", "le vôtre";
    /// A subject: a file.
    DOC_DESKS: "the desk's", "du dossier";
    /// A subject: a folder.
    DOC_STATE: "state", "état";
    /// A subject: a folder.
    DOC_CACHE: "cache", "cache";
    /// A subject: a file.
    DOC_LOG: "log", "journal";
    /// A subject.
    DOC_SETTINGS: "settings", "réglages";
    /// A value that is not told.
    DOC_YOUR_WORDS: "(your words)", "(vos mots)";
    /// How many of each.
    DOC_NAMED: "verdicts {}, people named {}, keys set {}", "verdicts {}, personnes nommées {}, touches réglées {}";
    /// No plain setting is set.
    DOC_DEFAULTS: "all plain ones are the defaults; {}", "les réglages simples sont par défaut ; {}";
    /// A subject.
    DOC_PROBLEMS: "problems", "problèmes";
    /// How many, and where the first.
    DOC_FIRST: "{}, the first at {} (`claimdesk config --check`)", "{}, le premier en {} (`claimdesk config --check`)";
}
