//! The help of the command line in French, by its English paragraphs: the parser takes English from
//! the documentation of the code.

/// The French of a paragraph of the help; with or without its full stop.
pub(crate) fn paragraph(english: &str) -> Option<String> {
    let known = |text: &str| HELP.iter().find(|(en, _)| *en == text).map(|(_, fr)| *fr);
    known(english)
        .map(str::to_owned)
        .or_else(|| known(english.strip_suffix('.')?).map(|french| format!("{french}.")))
}

/// How the help is laid out: the parser's own way, with French words.
pub(crate) const TEMPLATE: &str =
    "{about-with-newline}\nUtilisation : {usage}\n\n{all-args}{after-help}";
/// Head of the subcommands; a colon follows.
pub(crate) const COMMANDS: &str = "Sous-commandes ";
/// Head of the arguments.
pub(crate) const ARGUMENTS: &str = "Arguments ";
/// Head of the options.
pub(crate) const OPTIONS: &str = "Options ";
/// What an argument may be.
pub(crate) const VALUES: &str = "valeurs : ";
/// What it is where it is not given.
pub(crate) const DEFAULT: &str = "par défaut : ";

/// What the help says, in English and in French.
const HELP: &[(&str, &str)] = &[
    (
        "A folder with articles, or an article to open in its folder; else the folder that `--desk` names",
        "Un dossier d’articles, ou un article à ouvrir dans son dossier ; sinon le dossier que désigne `--desk`",
    ),
    ("A note on it", "Une note à son sujet"),
    ("Also where nobody's folder is called so", "Même si aucun dossier ne porte ce nom"),
    ("A note; replaces the one there is", "Une note ; elle remplace la précédente"),
    (
        "A terminal reader for fact-checkers",
        "Un lecteur en terminal pour la vérification des faits",
    ),
    (
        "Without a command it opens the reader on a desk: a folder with articles in plain text, in it or in its `seeds/`; decisions go into `annotations/` beside them.",
        "Sans sous-commande, il ouvre un dossier de travail : un dossier d’articles en texte brut, à la racine ou dans `seeds/` ; les décisions vont dans `annotations/`, à côté.",
    ),
    (
        "Agree that git runs the programs that this clone's own settings and hooks name",
        "Accepter que git lance les programmes que désignent les réglages et les hooks de ce clone",
    ),
    (
        "Also a 95 % interval of α: the bootstrap over units, 1,000 draws, a fixed seed",
        "Ajouter un intervalle à 95 % pour α : bootstrap sur les unités, 1 000 tirages, graine fixe",
    ),
    ("Also count what others have to settle", "Compter aussi ce que les autres ont à régler"),
    (
        "Also how far people agree on which words are claims: αU of each article",
        "Ajouter l’accord sur ce qui est une affirmation : αU de chaque article",
    ),
    (
        "Also see that the commits `A..B` write only into folders of their authors, by the addresses in [team.people]",
        "Vérifier aussi que les commits `A..B` n’écrivent que dans les dossiers de leurs auteurs, d’après les adresses de [team.people]",
    ),
    (
        "Also share this file or folder of the desk: new articles, `claimdesk.toml`",
        "Partager aussi ce fichier ou ce dossier : nouveaux articles, `claimdesk.toml`",
    ),
    (
        "Articles, each by its file or its name on the desk; `-` reads standard input",
        "Les articles, par leur fichier ou leur nom dans le dossier ; `-` lit l’entrée standard",
    ),
    (
        "Begin with deciding for the team (editors), as `Ctrl-T` does, once the articles are read",
        "Commencer par trancher pour l’équipe (rédaction), comme `Ctrl-T`, une fois les articles lus",
    ),
    ("Call the matter settled", "Déclarer la question réglée"),
    (
        "Change this remark of yours instead of adding one",
        "Modifier cette remarque, de vous, au lieu d’en ajouter une",
    ),
    (
        "Clone the desk of this address first, without old contents",
        "Cloner d’abord le dossier de cette adresse, sans les anciens contenus",
    ),
    (
        "Decide for the team where people differ: a question, an answer",
        "Trancher pour l’équipe en cas de désaccord : une question, une réponse",
    ),
    (
        "Shows what each person says of a claim, with note and evidence; the answer is the final verdict. Only editors decide, where `claimdesk.toml` names some. Each answer is saved at once.",
        "Montre ce que chacun dit d’une affirmation, avec notes et preuves ; la réponse est le verdict final. Seule la rédaction tranche, si `claimdesk.toml` en nomme une. Chaque réponse est enregistrée aussitôt.",
    ),
    ("Divide the articles among people", "Répartir les articles"),
    (
        "Without arguments, prints who checks what. `claimdesk assign '2026-11/**' anna-berg ben` writes into `claimdesk.toml` that these people check the articles of that pattern; all others are divided by rule among the checkers. Of several patterns that fit the one said last counts.",
        "Sans argument, affiche qui vérifie quoi. `claimdesk assign '2026-11/**' anna-berg ben` écrit dans `claimdesk.toml` que ces personnes vérifient les articles de ce motif ; tous les autres sont répartis selon la règle. Si plusieurs motifs conviennent, le dernier l’emporte.",
    ),
    (
        "Exit codes: 0 done; 1 failed, or a check found something; 2 wrong usage; 3 no such desk, article, file or claim.",
        "Codes de sortie : 0 fait ; 1 échec, ou un contrôle a trouvé quelque chose ; 2 mauvais usage ; 3 dossier, article, fichier ou affirmation introuvable.",
    ),
    ("Fail with exit code 1 where α is below this", "Échouer avec le code 1 si α est plus bas"),
    (
        "Files; folders, for the files of these kinds in them; `-` for standard input; else what lies among the desk's articles. With `--again` articles; else all that have a kept original",
        "Des fichiers ; des dossiers, pour les fichiers de ces types ; `-` pour l’entrée standard ; sinon ce qui se trouve parmi les articles du dossier. Avec `--again`, des articles ; sinon tous ceux dont l’original est conservé",
    ),
    (
        "Find quotes again in changed articles: JSON lines in, JSON lines out",
        "Retrouver des citations dans des articles modifiés : lignes JSON en entrée et en sortie",
    ),
    (
        "First code point of the words; needs --end",
        "Premier point de code des mots ; demande --end",
    ),
    ("For pages and comments of a forge", "Pour les pages et commentaires d’une forge"),
    ("For people", "Pour les humains"),
    ("For programs: one object a line", "Pour les programmes : un objet par ligne"),
    ("For programs: one value", "Pour les programmes : une seule valeur"),
    (
        "For γ, which other programs compute: annotator, label, start, end",
        "Pour γ, que d’autres programmes calculent : annotateur, verdict, début, fin",
    ),
    ("Give a verdict or a note to a claim", "Donner un verdict ou une note à une affirmation"),
    (
        "Go through the open claims line by line: a question, an answer",
        "Parcourir les affirmations ouvertes ligne à ligne : une question, une réponse",
    ),
    (
        "Each answer is saved at once. With a claim it is told what other articles of the desk say. Works without a screen: answers are lines of standard input, so a screen reader speaks every question once.",
        "Chaque réponse est enregistrée aussitôt. Avec une affirmation est dit ce que disent d’autres articles du dossier. Fonctionne sans écran : les réponses sont des lignes de l’entrée standard, et un lecteur d’écran dit chaque question une fois.",
    ),
    (
        "How to print; else as people read it, or as the subcommand's help says. None prints in all of these; asked for another, it names its own",
        "Format d’affichage ; sinon pour les humains, ou comme le dit l’aide de la sous-commande. Aucune ne les a tous ; à qui en demande un autre, elle nomme les siens",
    ),
    ("Its address", "Son adresse"),
    ("Its language: `fr`, `en-GB`", "Sa langue : `fr`, `en-GB`"),
    (
        "Keep no copy of the file in `originals/`",
        "Ne pas garder de copie du fichier dans `originals/`",
    ),
    (
        "Learn the reader in thirteen steps, on five articles in a scratch folder",
        "Apprendre le lecteur en treize étapes, sur cinq articles d’un dossier temporaire",
    ),
    (
        "A strip above the foot says what to try and notices when it is done. Nothing of the lesson is kept.",
        "Une bande au-dessus du pied dit quoi essayer et remarque quand c’est fait. Rien de la leçon n’est conservé.",
    ),
    ("Leave the mouse to the terminal", "Laisser la souris au terminal"),
    (
        "List the articles with their titles and how many claims are decided",
        "Lister les articles, leurs titres et le nombre d’affirmations traitées",
    ),
    (
        "List what was decided on articles that are gone instead",
        "Lister plutôt ce qui a été décidé sur des articles disparus",
    ),
    (
        "Look for what is wrong with the annotations of a desk",
        "Chercher ce qui ne va pas dans les annotations d’un dossier",
    ),
    (
        "Ends with 1 when a file is broken, or an error of your own is left; what others have to settle is said and counts with `--all`. Warnings alone end with 0.",
        "Le code est 1 si un fichier est abîmé ou si une de vos erreurs demeure ; ce que les autres ont à régler est dit, et compte avec `--all`. Des avertissements seuls donnent 0.",
    ),
    (
        "Make articles of web pages, documents, mails, subtitles and books",
        "Faire des articles à partir de pages web, documents, courriels, sous-titres et livres",
    ),
    (
        "The text is taken out once, and is the article from then on: `NAME.txt`, with what is known of its origin beside it in `NAME.source.json`. No file is overwritten. Reads .html, .htm, .md, .docx, .odt, .eml, .mhtml, .srt, .vtt, .epub, plain text, and .pdf where `pdftotext` is installed.",
        "Le texte est extrait une fois, et c’est dès lors l’article : `NOM.txt`, avec à côté, dans `NOM.source.json`, ce qu’on sait de son origine. Aucun fichier n’est écrasé. Lit .html, .htm, .md, .docx, .odt, .eml, .mhtml, .srt, .vtt, .epub, le texte brut, et .pdf si `pdftotext` est installé.",
    ),
    (
        "Merge two versions of a notebook (git calls this; `claimdesk init` sets it up)",
        "Fusionner deux versions d’un carnet (appelé par git ; réglé par `claimdesk init`)",
    ),
    (
        "Of the clone check out these folders of articles only, with what everybody decided on them",
        "Du clone, ne sortir que ces dossiers d’articles, avec ce que tous y ont décidé",
    ),
    ("One past the last code point of the words", "Le point de code qui suit le dernier des mots"),
    ("Only ASCII signs", "Seulement des signes ASCII"),
    (
        "Only claims on which something was said since then: a day such as 2026-11-20, or a time such as 2026-11-20T10:00:00Z",
        "Seulement les affirmations dont on a parlé depuis : un jour comme 2026-11-20, ou un instant comme 2026-11-20T10:00:00Z",
    ),
    (
        "Only count what is not so at this revision: what was changed since broke it",
        "Ne compter que ce qui n’est pas déjà ainsi à cette révision : ce qu’on a changé depuis l’a cassé",
    ),
    (
        "Only pairs with a claim of these articles, each by its file, its name or a beginning of the name; files outside a desk are compared with each other",
        "Seulement les paires avec une affirmation de ces articles, chacun par son fichier, son nom ou le début du nom ; hors d’un dossier de travail, les fichiers sont comparés entre eux",
    ),
    (
        "Only since this revision or time (`today`, `2026-11-20`, `2.weeks`), or `last-seen`",
        "Seulement depuis cette révision ou cet instant (`today`, `2026-11-20`, `2.weeks`), ou `last-seen`",
    ),
    (
        "Only tell git in this clone how to merge: for each further clone of a desk",
        "Dire seulement au git de ce clone comment fusionner : pour chaque autre clone d’un dossier",
    ),
    ("Only tell what would move", "Dire seulement ce qui bougerait"),
    (
        "Only these articles: their names, or beginnings of them",
        "Seulement ces articles : leurs noms, ou leurs débuts",
    ),
    ("Only these people, by folder name", "Seulement ces personnes, par nom de dossier"),
    (
        "Only to this article: its file, its name below `seeds/`, or a beginning of the name",
        "Seulement vers cet article : son fichier, son nom sous `seeds/`, ou le début du nom",
    ),
    (
        "Only what these people decided: their folders, with commas between",
        "Seulement ce que ces personnes ont décidé : leurs dossiers, séparés par des virgules",
    ),
    (
        "Only what these people did, by folder name; `me` is yourself",
        "Seulement ce que ces personnes ont fait, par nom de dossier ; `me`, c’est vous",
    ),
    (
        "Only what this person said, where the file names people",
        "Seulement ce que cette personne a dit, si le fichier nomme des personnes",
    ),
    (
        "Our version, which becomes the merged one (%A)",
        "Notre version, qui devient la version fusionnée (%A)",
    ),
    (
        "Part a file that holds many articles: `factiva`, `lexisnexis`, `europresse`, or how a line begins that stands between them: `begin:WORDS`, `end:WORDS`, `line:WORDS`",
        "Découper un fichier de plusieurs articles : `factiva`, `lexisnexis`, `europresse`, ou le début d’une ligne qui les sépare : `begin:MOTS`, `end:MOTS`, `line:MOTS`",
    ),
    (
        "Prepare a folder as a desk, and this clone's git to merge notebooks",
        "Préparer un dossier de travail, et le git de ce clone à fusionner les carnets",
    ),
    ("What exists is left as it is, or said.", "Ce qui existe est laissé tel quel, ou signalé."),
    (
        "Print all settings as TOML, each with its origin (done when nothing else is asked)",
        "Afficher tous les réglages en TOML, chacun avec son origine (par défaut)",
    ),
    (
        "Print an article with its claims numbered, and the verdicts given",
        "Afficher un article avec ses affirmations numérotées et leurs verdicts",
    ),
    ("Print completions for a shell", "Afficher les complétions d’un shell"),
    (
        "Print every git command that would change something, and run none",
        "Afficher chaque commande git qui changerait quelque chose, sans en lancer",
    ),
    ("Print help (see a summary with '-h')", "Afficher l’aide (un résumé avec `-h`)"),
    ("Print help (see more with '--help')", "Afficher l’aide (complète avec `--help`)"),
    ("Print help", "Afficher l’aide"),
    ("Print how far people agree", "Afficher à quel point on est d’accord"),
    (
        "Observed agreement, Krippendorff’s α, Cohen’s and Fleiss’ κ. A unit is one claim, whoever looks: the verdicts of several people on about the same words. Final verdicts are no opinion and do not count.",
        "Accord observé, α de Krippendorff, κ de Cohen et de Fleiss. Une unité est une affirmation, vue par n’importe qui : les verdicts de plusieurs personnes sur à peu près les mêmes mots. Les verdicts finaux ne sont pas des avis et ne comptent pas.",
    ),
    (
        "Print how far the team is with each article",
        "Afficher où en est l’équipe pour chaque article",
    ),
    (
        "Who is on it, and how many claims are open, agreed, disputed, final.",
        "Qui s’en charge, et combien d’affirmations sont ouvertes, en accord, en désaccord, finales.",
    ),
    (
        "Print no more pairs than this as text; on a terminal 200 unless set. Other formats print all",
        "En texte, ne pas afficher plus de paires ; dans un terminal, 200 par défaut. Les autres formats affichent tout",
    ),
    (
        "Print pairs from this score on, 0 to 1",
        "Afficher les paires à partir de ce score, de 0 à 1",
    ),
    ("Print the checkable claims of articles", "Afficher les affirmations vérifiables d’articles"),
    (
        "Print the features and weights behind each score",
        "Afficher les traits et les poids derrière chaque score",
    ),
    (
        "Print the history of a claim: what everybody ever said of it",
        "Afficher l’historique d’une affirmation : tout ce que chacun en a dit",
    ),
    (
        "Print the manual page (roff): `claimdesk man | man -l -`",
        "Afficher la page de manuel (roff) : `claimdesk man | man -l -`",
    ),
    (
        "Print the settings in force and where each came from, or check the files",
        "Afficher les réglages en vigueur et leur origine, ou contrôler les fichiers",
    ),
    ("Print version", "Afficher la version"),
    (
        "Print what a bug report should say: version, terminal, colours, git, paths, settings",
        "Afficher ce qu’un rapport de bogue devrait dire : version, terminal, couleurs, git, chemins, réglages",
    ),
    (
        "It holds no name of yours, of an article or of a folder, and no text: the home folder is shown as `~`, the desk's as `DESK`.",
        "On n’y trouve ni votre nom, ni celui d’un article ou d’un dossier, ni aucun texte : le dossier personnel est noté `~`, celui de travail `DESK`.",
    ),
    (
        "Print what people did: verdicts, notes, decisions, replies, edited articles",
        "Afficher ce qui a été fait : verdicts, notes, décisions, réponses, articles modifiés",
    ),
    (
        "Out of git, so only what is committed. Without a range, all since the commit that you last looked at in the reader, else since yesterday.",
        "D’après git, donc seulement ce qui est validé. Sans intervalle, tout depuis le commit que vous avez vu en dernier dans le lecteur, sinon depuis hier.",
    ),
    (
        "Print what the team says of each claim",
        "Afficher ce que l’équipe dit de chaque affirmation",
    ),
    (
        "The claims that people decided, each with the verdict in force and everybody's.",
        "Les affirmations tranchées, chacune avec le verdict en vigueur et ceux de tous.",
    ),
    (
        "In force is the final verdict of an editor, else the one on which as many people as `per-article` asks for agree, else none.",
        "Est en vigueur le verdict final de la rédaction, sinon celui sur lequel s’accordent autant de personnes que le veut `per-article`, sinon aucun.",
    ),
    ("Print what waits for you", "Afficher ce qui vous attend"),
    (
        "Articles that are assigned to you and not done, questions, claims on which an editor decided otherwise, verdicts on words that have changed or on which your machines differ; for an editor also what is to be decided.",
        "Articles qui vous sont attribués et pas finis, questions, affirmations tranchées autrement par la rédaction, verdicts sur des mots qui ont changé ; pour celle-ci, aussi ce qui est à trancher.",
    ),
    (
        "Print which claims of a desk speak about the same fact, and how they agree or differ",
        "Afficher quelles affirmations d’un dossier parlent du même fait, et si elles concordent ou diffèrent",
    ),
    (
        "Print who checks what, as without arguments",
        "Afficher qui vérifie quoi, comme sans argument",
    ),
    ("Rename an article; its verdicts follow", "Renommer un article ; ses verdicts suivent"),
    (
        "Moves the file (through git where git has it) and writes the former name into claimdesk.toml. Nobody's notebook is written: each moves with its owner's next save, or by `check --fix`. Of an article that was renamed already, only the former name is written.",
        "Déplace le fichier (par git s’il le connaît) et note l’ancien nom dans claimdesk.toml. Aucun carnet n’est écrit : chacun suit au prochain enregistrement de son auteur, ou par `check --fix`. Si l’article est déjà renommé, seul l’ancien nom est noté.",
    ),
    (
        "Repair what can be repaired without loss in your own folder, and say what was done",
        "Réparer sans perte ce qui peut l’être dans votre dossier, et dire ce qui a été fait",
    ),
    ("SARIF 2.1.0, for code scanning", "SARIF 2.1.0, pour l’analyse de code"),
    (
        "Say something to the team about a claim",
        "Dire quelque chose à l’équipe au sujet d’une affirmation",
    ),
    (
        "It stands in your own notebook, in answer to what somebody else said last. `@folder` in the text names a person.",
        "La remarque va dans votre carnet, en réponse à ce qu’un autre a dit en dernier. `@dossier` dans le texte désigne une personne.",
    ),
    (
        "Say that an article is published, as an editor",
        "Dire, pour la rédaction, qu’un article est publié",
    ),
    ("Say that you are done with an article", "Dire que vous avez fini un article"),
    (
        "Say what is wrong in the files; exit code 1 where something is",
        "Dire ce qui ne va pas dans les fichiers ; code 1 s’il y a quelque chose",
    ),
    (
        "Share your decisions through git, and take over the others'",
        "Partager vos décisions par git, et reprendre celles des autres",
    ),
    (
        "Commits your folder of annotations and nothing else, fetches, merges, pushes, and tries again where others were faster. It never forces, rebases, resets or stashes, and never touches other people's files.",
        "Valide votre dossier d’annotations et rien d’autre, récupère, fusionne, pousse, et recommence si d’autres ont été plus rapides. Jamais de force, de rebase, de reset ni de stash, et jamais un fichier des autres.",
    ),
    ("Show where an article comes from, or say it", "Montrer d’où vient un article, ou le dire"),
    (
        "It is kept beside the article, in `NAME.source.json`. An empty value takes a field away.",
        "C’est noté à côté de l’article, dans `NOM.source.json`. Une valeur vide retire un champ.",
    ),
    (
        "Take a verdict back: the annotation is removed",
        "Reprendre un verdict : l’annotation est retirée",
    ),
    (
        "Take an article: others see that you are on it",
        "Prendre un article : les autres voient que vous vous en chargez",
    ),
    ("Take back what you said of it", "Reprendre ce que vous en avez dit"),
    (
        "Take the text of articles out of their kept originals anew: shows what changes, and what becomes of each verdict",
        "Extraire de nouveau le texte des originaux conservés : montre ce qui change, et ce que devient chaque verdict",
    ),
    (
        "Take verdicts over that were given in another tool",
        "Reprendre des verdicts donnés dans un autre outil",
    ),
    (
        "They get a folder of their own, NAME, which must be new, or one that an import made. Each must fit the words of its article; what does not fit is listed and left out, and then this ends with 1.",
        "Ils vont dans un dossier à part, NAME, nouveau ou issu d’un import. Chacun doit convenir aux mots de son article ; ce qui ne convient pas est listé et laissé de côté, et le code est alors 1.",
    ),
    (
        "Take your verdicts along to the articles in which their words stand now",
        "Emmener vos verdicts vers les articles où se trouvent maintenant leurs mots",
    ),
    (
        "Where an article was split, or its words went elsewhere, a verdict is lost in the one and missing in the other. Each that stands in one other article, exactly once, moves there with its note and evidence; the others are told. Nobody else's are touched.",
        "Si un article a été coupé, ou ses mots déplacés, un verdict est perdu dans l’un et manque dans l’autre. Chacun dont les mots se trouvent une seule fois, dans un seul autre article, y passe avec note et preuves ; les autres sont signalés. Ceux d’autrui ne sont pas touchés.",
    ),
    (
        "The article: its file, its name below `seeds/`, or a beginning of the name",
        "L’article : son fichier, son nom sous `seeds/`, ou le début du nom",
    ),
    (
        "The articles, each by its file, its name below `seeds/`, or a beginning of the name; else all",
        "Les articles, par leur fichier, leur nom sous `seeds/`, ou le début du nom ; sinon tous",
    ),
    (
        "The claim in at most 75 characters, as it is published; replaces the one there is",
        "L’affirmation en 75 caractères au plus, telle qu’elle est publiée ; remplace la précédente",
    ),
    (
        "The claim's number, as `claimdesk show` prints it. With words, too, the claim is put there: so one whose words are gone, or may stand in several places, is settled",
        "Le numéro de l’affirmation, tel que l’affiche `claimdesk show`. Avec des mots en plus, l’affirmation y est placée : ainsi se règle celle dont les mots ont disparu, ou peuvent être en plusieurs endroits",
    ),
    (
        "The colours; else the configuration's, else chosen from the terminal's ground",
        "Les couleurs ; sinon celles de la configuration, sinon d’après le fond du terminal",
    ),
    (
        "The commit's message; else how many verdicts on how many articles",
        "Le message du commit ; sinon combien de verdicts sur combien d’articles",
    ),
    ("The commits `A..B`, as git names them", "Les commits `A..B`, comme git les nomme"),
    (
        "The day by which they are to be checked: 2026-12-01",
        "Le jour où ils doivent être vérifiés : 2026-12-01",
    ),
    ("The desk's folder", "Le dossier de travail"),
    (
        "The file or folder to write; else standard output, where the format is one file of text",
        "Le fichier ou dossier à écrire ; sinon la sortie standard, si le format tient en un fichier texte",
    ),
    (
        "The file to write: `.html` or `.md`. Above 100 articles a folder, with a page per article",
        "Le fichier à écrire : `.html` ou `.md`. Au-delà de 100 articles, un dossier, avec une page par article",
    ),
    (
        "The file's name in the repository, for messages (%P)",
        "Le nom du fichier dans le dépôt, pour les messages (%P)",
    ),
    (
        "The file; of brat, a folder or an .ann file with its .txt beside it",
        "Le fichier ; pour brat, un dossier ou un fichier .ann avec son .txt à côté",
    ),
    (
        "The folder; else the one that `--desk` names",
        "Le dossier ; sinon celui que désigne `--desk`",
    ),
    (
        "The format: csv (verdicts filled in by row), w3c, brat, doccano, label-studio",
        "Le format : csv (verdicts remplis ligne à ligne), w3c, brat, doccano, label-studio",
    ),
    ("The format; see below", "Le format ; voir plus bas"),
    ("The headline", "Le titre"),
    (
        "The language of questions and answers, `en` or `fr`; else the configuration's, else the locale's",
        "La langue des questions et réponses, `en` ou `fr` ; sinon celle de la configuration, sinon de la locale",
    ),
    (
        "The language of the interface; else the configuration's, else the locale's",
        "La langue de l’interface ; sinon celle de la configuration, sinon de la locale",
    ),
    (
        "The language of the report, `en` or `fr`; else the configuration's, else the locale's",
        "La langue du rapport, `en` ou `fr` ; sinon celle de la configuration, sinon de la locale",
    ),
    (
        "The name it gets, or has by now; a name without an ending keeps the one it had",
        "Le nom qu’il reçoit, ou qu’il a désormais ; sans extension, il garde celle qu’il avait",
    ),
    ("The name it has, or had", "Le nom qu’il a, ou avait"),
    ("The newspaper, agency or site", "Le journal, l’agence ou le site"),
    ("The shell", "Le shell"),
    (
        "The verdict that the team publishes, by id, key or name, given by an editor; `none` where it cannot be decided, `open` takes the final verdict back",
        "Le verdict que publie l’équipe, par identifiant, touche ou nom, donné par la rédaction ; `none` si l’on ne peut trancher, `open` reprend le verdict final",
    ),
    ("The verdict, by id, key or name", "Le verdict, par identifiant, touche ou nom"),
    ("The version both sides started from (%O)", "La version dont partent les deux côtés (%O)"),
    (
        "The words themselves; they must stand in the article exactly once",
        "Les mots eux-mêmes ; ils doivent se trouver une seule fois dans l’article",
    ),
    ("Their version (%B)", "Leur version (%B)"),
    (
        "Under which name: a new one, or one that an import made",
        "Sous quel nom : un nouveau, ou celui d’un import",
    ),
    (
        "What to say; an empty text takes the remark of `--edit` back",
        "Ce qu’il y a à dire ; un texte vide reprend la remarque de `--edit`",
    ),
    ("When it was last changed", "Quand il a été modifié pour la dernière fois"),
    (
        "When it was published: `2024-10-23`, or as people write it",
        "Quand il a paru : `2024-10-23`, ou comme on l’écrit",
    ),
    (
        "Which articles: `*` stands for anything in a name, `**` also for folders",
        "Quels articles : `*` vaut n’importe quoi dans un nom, `**` aussi des dossiers",
    ),
    ("Who checks them, by folder name", "Qui les vérifie, par nom de dossier"),
    (
        "Who wrote it; several times for several people",
        "Qui l’a écrit ; plusieurs fois pour plusieurs personnes",
    ),
    ("Whom it is for, by folder name", "À qui elle s’adresse, par nom de dossier"),
    ("Why the team says so", "Pourquoi l’équipe le dit"),
    ("With `--again`: write it, too", "Avec `--again` : écrire aussi"),
    (
        "Workflow commands, which GitHub shows beside a change",
        "Commandes de workflow, que GitHub montre à côté d’un changement",
    ),
    (
        "Write CODEOWNERS, too, so that a forge asks each person of [team.people] that has a `forge` account about changes to their folder, and the editors about claimdesk.toml",
        "Écrire aussi CODEOWNERS, pour que la forge consulte chaque personne de [team.people] qui a un compte `forge` sur les changements de son dossier, et la rédaction sur claimdesk.toml",
    ),
    (
        "Write a report of the desk: one HTML page that needs nothing else, or Markdown",
        "Écrire un rapport du dossier : une page HTML autonome, ou du Markdown",
    ),
    ("Write nothing; tell what would be done", "Ne rien écrire ; dire ce qui serait fait"),
    (
        "Write the decisions in a format of another tool",
        "Écrire les décisions dans le format d’un autre outil",
    ),
    (
        "Your name; else `CLAIMDESK_ANNOTATOR`, the configuration, git's `user.name`, the login name",
        "Votre nom ; sinon `CLAIMDESK_ANNOTATOR`, la configuration, le `user.name` de git, le nom de connexion",
    ),
    (
        "Each line of standard input is a question:\n  {\"id\", \"text\", \"old_text\"?, \"selector\": {\"exact\", \"prefix\", \"suffix\", \"start\", \"end\"}}\nEach gets one line as its answer:\n  {\"id\", \"state\", \"start\", \"end\", \"changes\"?, \"candidates\"?, \"there\"?}\nOffsets are Unicode code points; start and end are null where the quote attaches nowhere.\nStates: exact, moved, cosmetic, same-value, material, ambiguous, lost.",
        "Chaque ligne de l’entrée standard est une question :\n  {\"id\", \"text\", \"old_text\"?, \"selector\": {\"exact\", \"prefix\", \"suffix\", \"start\", \"end\"}}\nChacune reçoit une ligne de réponse :\n  {\"id\", \"state\", \"start\", \"end\", \"changes\"?, \"candidates\"?, \"there\"?}\nLes positions sont des points de code Unicode ; start et end sont nuls si la citation ne se retrouve nulle part.\nÉtats : exact, moved, cosmetic, same-value, material, ambiguous, lost.",
    ),
];
