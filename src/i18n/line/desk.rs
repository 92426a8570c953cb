//! The desk, its articles and claims, and what every subcommand may have to say.

use super::{Text, text};

messages! {
    /// What failed, and what to do.
    ERROR: "error: {}\nhint: {}\n", "erreur : {}\nastuce : {}\n";
    /// One more, between two others.
    AND_ERROR: "{}\nhint: {}\nerror: {}", "{}\nastuce : {}\nerreur : {}";
    /// What to do.
    HINT: "hint: {}\n", "astuce : {}\n";
    /// What does not stop anything.
    WARNING: "warning: {}\n", "attention : {}\n";
    /// A file, and what the system said.
    CANNOT_READ: "cannot read {}: {}", "impossible de lire {} : {}";
    /// A web page or document where an article is meant.
    NO_TEXT_YET: "{} is no text yet: its tags would be read as words", "{} n’est pas encore un texte : ses balises seraient lues comme des mots";
    /// What to do about it.
    NO_TEXT_YET_HINT: "`claimdesk import {}` takes the text out, and `claimdesk claims` reads that", "`claimdesk import {}` en extrait le texte, que `claimdesk claims` lit ensuite";
    /// Standard input or output failed.
    STANDARD_IO: "standard input or output: {}", "entrée ou sortie standard : {}";
    /// What to do about it.
    STANDARD_IO_HINT: "see where they lead, and whether there is room", "voir où elles mènent, et s’il reste de la place";
    /// Standard input failed.
    STANDARD_INPUT: "standard input: {}", "entrée standard : {}";
    /// What to do about it.
    ANSWER_IN_UTF8: "answer in UTF-8 text", "répondre en texte UTF-8";
    /// A value that cannot be written.
    NO_JSON: "cannot write this as JSON: {}", "impossible d’écrire ceci en JSON : {}";
    /// What to do about it.
    NO_JSON_HINT: "use `--format text`", "utiliser `--format text`";
    /// What to do about an article.
    ARTICLE_UNREAD_HINT: "see who may read the file, and that it is a plain file", "vérifier qui peut lire le fichier, et que c’est un fichier ordinaire";
    /// A format that a subcommand does not have.
    NO_SUCH_FORMAT: "this does not print {}", "cette commande n’a pas de sortie {}";
    /// What to do about it.
    NO_SUCH_FORMAT_HINT: "leave `--format` out: it prints {}", "retirer `--format` : la sortie est alors {}";
    /// Options in the wrong place.
    READERS_OPTION: "folder, language and colours are given to the reader, or after the name of a subcommand that takes them", "un dossier, la langue et les couleurs se donnent au lecteur, ou après le nom de la sous-commande qui les accepte";
    /// What to do about it.
    READERS_OPTION_HINT: "put options after the subcommand; `--desk` names the folder", "mettre les options après la sous-commande ; `--desk` désigne le dossier";
    /// A subcommand that was meant.
    DID_YOU_MEAN: "did you mean `claimdesk {}`?", "vouliez-vous dire `claimdesk {}` ?";
    /// Neither a folder nor a file nor a subcommand.
    NO_SUCH_PLACE: "no folder, file or subcommand `{}`", "ni dossier, ni fichier, ni sous-commande `{}`";
    /// What there is.
    HELP_LISTS: "`claimdesk --help` lists the subcommands", "`claimdesk --help` liste les sous-commandes";
    /// All that may stand there.
    ONE_OF: "one of: {}", "au choix : {}";
    /// The reader without a terminal.
    NEEDS_TERMINAL: "the reader needs a terminal on standard input and output", "le lecteur a besoin d’un terminal en entrée et en sortie standard";
    /// What to do about it.
    NEEDS_TERMINAL_HINT: "without one use `claimdesk list`, `claimdesk show ARTICLE`, `claimdesk mark ARTICLE …`, `claimdesk claims FILE…`", "sans terminal : `claimdesk list`, `claimdesk show ARTICLE`, `claimdesk mark ARTICLE …`, `claimdesk claims FICHIER…`";
    /// A terminal that can only print lines.
    DUMB_TERMINAL: "this terminal (TERM=dumb) cannot show the reader", "ce terminal (TERM=dumb) ne peut pas afficher le lecteur";
    /// What to do about it.
    DUMB_TERMINAL_HINT: "`claimdesk review` asks claim by claim in plain lines; `list` and `show` print", "`claimdesk review` interroge affirmation par affirmation, ligne à ligne ; `list` et `show` affichent";
    /// The terminal failed.
    TERMINAL: "the terminal: {}", "le terminal : {}";
    /// What to do about it.
    TERMINAL_HINT: "see whether other programs can use it", "voir si d’autres programmes peuvent s’en servir";
    /// The log cannot be written.
    NO_LOG: "cannot write the log {}: {}", "impossible d’écrire le journal {} : {}";
    /// What to do about it.
    NO_LOG_HINT: "CLAIMDESK_LOG names a file", "CLAIMDESK_LOG désigne un fichier";
    /// A large folder that is not looked through.
    LARGE_FOLDER: "{} is a home folder, or holds more than {} files", "{} est un dossier personnel, ou contient plus de {} fichiers";
    /// What to do about it.
    LARGE_FOLDER_HINT: "name the folder that holds the articles, or put them into `seeds/`", "désigner le dossier qui contient les articles, ou les mettre dans `seeds/`";
    /// The person said no.
    NOT_OPENED: "{} was not opened", "{} n’a pas été ouvert";
    /// A file that is no article.
    IS_NO_ARTICLE: "{} is no article of {}", "{} n’est pas un article de {}";
    /// What to do about it.
    IS_NO_ARTICLE_HINT: "articles are plain text, with names that end in `.txt`", "un article est un texte brut dont le nom finit par `.txt`";
    /// A name that several articles begin with.
    SEVERAL_ARTICLES: "several articles begin with `{}`", "plusieurs articles commencent par `{}`";
    /// What to do about it.
    SEVERAL_ARTICLES_HINT: "write more of the name; `claimdesk list` prints all names", "écrire plus du nom ; `claimdesk list` affiche tous les noms";
    /// An article that there is not.
    NO_ARTICLE: "no article `{}` in {}", "pas d’article `{}` dans {}";
    /// Where names are seen.
    LIST_NAMES: "`claimdesk list` prints all names", "`claimdesk list` affiche tous les noms";
    /// What to do about a file.
    NAME_A_FILE: "name a file that you may read", "désigner un fichier avec droit de lecture";
    /// A verdict that there is not.
    NO_VERDICT: "no verdict `{}` on this desk", "pas de verdict `{}` dans ce dossier";
    /// What was written for all cannot be remembered.
    SYNC_NEEDS_WITH: "`claimdesk sync` will need `--with`: {}", "`claimdesk sync` aura besoin de `--with` : {}";
    /// The first of several problems.
    FIRST_PROBLEM: "{} (the first of {} problems; `claimdesk config --check` lists all)", "{} (le premier de {} problèmes ; `claimdesk config --check` les liste tous)";
    /// The configuration has no problem.
    CONFIG_IN_ORDER: "the configuration is in order\n", "la configuration est correcte\n";
    /// Which files it is of.
    CONFIG_HEAD: "# yours: {}\n# the desk's: {}\n\n", "# le vôtre : {}\n# celui du dossier : {}\n\n";
    /// A file that may be there.
    NOT_THERE: "{} (not there)", "{} (absent)";
    /// No folder for one's own files.
    NO_HOME: "nowhere: no home folder", "nulle part : pas de dossier personnel";
    /// An article that is gone, and where its words stand.
    ORPHAN_OFFER: " · {} of {} {quote|quotes} in {}: `claimdesk mv` takes it", " · {} sur {} {citation|citations} dans {} : `claimdesk mv` les reprend";
    /// The words a verdict was given for.
    WAS: "was: {}", "avant : {}";
    /// A change in the sentence around the words.
    BESIDE_IT: "{} beside it", "{} à côté";
    /// What was decided: the article, the verdict, the words.
    MARKED: "{}: {}: {}\n", "{} : {} : {}\n";
    /// No verdict to take back.
    NO_VERDICT_HERE: "there is no verdict on these words", "aucun verdict ne porte sur ces mots";
    /// Where verdicts are seen.
    SHOW_PRINTS_VERDICTS: "`claimdesk show` prints the claims with their verdicts", "`claimdesk show` affiche les affirmations avec leurs verdicts";
    /// A notebook that may have been lost.
    IS_EMPTY: "{} is empty", "{} est vide";
    /// What to do about it.
    IS_EMPTY_HINT: "take it back from git, or remove it to begin anew; another program may be writing it", "le reprendre de git, ou le supprimer pour recommencer ; un autre programme l’écrit peut-être";
    /// A notebook that was lost.
    IS_GONE: "{} is gone, and git has it", "{} a disparu, et git l’a";
    /// What to do about it.
    IS_GONE_HINT: "`git checkout -- FILE` takes it back; `git rm` and a commit remove it for good", "`git checkout -- FICHIER` le reprend ; `git rm` et un commit le suppriment pour de bon";
    /// No claim is meant.
    NO_WORDS_NAMED: "no words are named", "aucun mot n’est désigné";
    /// What to do about it.
    NO_WORDS_NAMED_HINT: "give --claim, --quote, or --start and --end", "donner --claim, --quote, ou --start et --end";
    /// A number without a claim.
    NO_CLAIM: "no claim {}", "pas d’affirmation {}";
    /// A lost claim.
    WORDS_GONE: "the words of this claim are gone", "les mots de cette affirmation ont disparu";
    /// What to do about it.
    WORDS_GONE_HINT: "add --quote with the words it is about now; `claimdesk unmark` removes it", "ajouter --quote avec les mots dont il s’agit maintenant ; `claimdesk unmark` la retire";
    /// A claim whose words stand in several places.
    SEVERAL_PLACES: "the words of this claim may stand in several places", "les mots de cette affirmation figurent peut-être à plusieurs endroits";
    /// What to do about it.
    SEVERAL_PLACES_HINT: "add one of them: {}", "en ajouter un : {}";
    /// Words that do not stand there.
    WORDS_NOT_IN: "these words do not stand in {}", "ces mots ne figurent pas dans {}";
    /// Where the text is seen.
    SHOW_PRINTS_TEXT: "`claimdesk show` prints the text", "`claimdesk show` affiche le texte";
    /// Words that stand there several times.
    WORDS_SEVERAL_TIMES: "these words stand in the article several times", "ces mots figurent plusieurs fois dans l’article";
    /// What to do about it.
    WORDS_SEVERAL_TIMES_HINT: "quote more words, or use --start and --end", "citer plus de mots, ou utiliser --start et --end";
    /// Positions that are no stretch.
    NO_STRETCH: "no words from {} to {}", "pas de mots de {} à {}";
    /// What to do about it.
    NO_STRETCH_HINT: "positions are code points, start before end, at most {}", "les positions sont des points de code, le début avant la fin, {} au plus";
    /// A line that asks nothing.
    NO_QUESTION: "line {} is no question: {}", "la ligne {} n’est pas une question : {}";
    /// What to do about it.
    NO_QUESTION_HINT: "`claimdesk anchor --help` describes the lines", "`claimdesk anchor --help` décrit les lignes";
    /// What a score is.
    A_SCORE: "a score is a number from 0 to 1", "un score est un nombre de 0 à 1";
    /// How far it is.
    COMPARED_OF: "compared {} of {}", "comparés : {} sur {}";
    /// How far it is.
    ANALYSED_OF: "analysed {} of {}", "analysés : {} sur {}";
    /// How far it is.
    DONE_OF: "done {} of {}", "faits : {} sur {}";
    /// Between two reasons.
    SEMICOLON: "; ", " ; ";
    /// How two facts agree.
    HOW_SAME: "same", "identiques";
    /// How two facts agree.
    HOW_MEETS: "both can be true", "compatibles";
    /// How a figure and that of a part stand to each other.
    HOW_PART: "one may be part of the other", "l’un fait peut-être partie de l’autre";
    /// How two facts differ.
    HOW_FIGURE: "other figure", "autre chiffre";
    /// How two facts differ.
    HOW_DATE: "other date", "autre date";
    HOW_TIME: "other time", "autre heure";
    /// How two facts differ.
    HOW_PLACE: "other place", "autre lieu";
    /// How two facts differ.
    HOW_WHO: "somebody else", "quelqu’un d’autre";
    /// How two facts differ.
    HOW_OPPOSITE: "the opposite", "le contraire";
    /// A folder for a lesson.
    NO_SCRATCH: "no scratch folder: {}", "pas de dossier temporaire : {}";
    /// What to do about it.
    NO_SCRATCH_HINT: "TMPDIR names a folder that can be written to", "TMPDIR désigne un dossier où l’on peut écrire";
    /// Documents among the articles, by their endings.
    OTHER_FILES: "{} {file of another kind|files of other kinds} ({}) · `claimdesk import` reads {it|them}\n", "{} {fichier d’un autre type|fichiers d’autres types} ({}) · `claimdesk import` {le|les} lit\n";
    /// An article in columns: its file.
    COLUMNS_BESIDE: "columns side by side: `claimdesk import {}` reads them one after the other", "colonnes côte à côte : `claimdesk import {}` les lit l’une après l’autre";
    /// How many claims there are.
    NO_CLAIM_HINT: "the article has {} {claim|claims}; `claimdesk show {}` prints {it|them}", "l’article a {} {affirmation|affirmations} ; `claimdesk show {}` {l’|les }affiche";
    /// Pairs that are not printed.
    MORE_PAIRS: "{} more {pair|pairs}: name an article, or ask for more with --limit\n", "{} {autre paire|autres paires} : désigner un article, ou en demander plus avec --limit\n";
}
