//! What the team thinks, does, and shares.

use super::{Text, text};

messages! {
    /// A person who decided nothing.
    DECIDED_NOTHING: "`{}` has decided nothing on this desk", "`{}` n’a rien tranché dans ce dossier";
    /// All people.
    PEOPLE_BY_FOLDER: "people by folder name: {}", "personnes par nom de dossier : {}";
    /// A person who may not decide.
    IS_NO_EDITOR: "`{}` is no editor of this desk", "`{}` n’est pas de la rédaction de ce dossier";
    /// What to do about it.
    IS_NO_EDITOR_HINT: "a final verdict is an editor's: `role` in claimdesk.toml, [team.people]", "un verdict final revient à la rédaction : `role` dans claimdesk.toml, [team.people]";
    /// A notebook that cannot be read.
    IS_LEFT_OUT: "{} is left out: {}", "{} est laissé de côté : {}";
    /// A head.
    AN_ARTICLE: "article", "article";
    /// A head.
    A_CLAIM: "claim", "affirmation";
    /// A head.
    STATE: "state", "état";
    /// A head.
    PEOPLE: "people", "personnes";
    /// A head.
    VERDICT: "verdict", "verdict";
    /// A head.
    BY: "by", "par";
    /// A head.
    WHY: "why", "motif";
    /// A head.
    AT: "at", "date";
    /// A head.
    WHEN: "when", "quand";
    /// A head.
    WHO: "who", "qui";
    /// A head.
    WHAT: "what", "quoi";
    /// Nobody did anything.
    NOBODY_DID: "Nobody did anything.\n", "Personne n’a rien fait.\n";
    /// A title.
    CHANGES: "Changes", "Changements";
    /// An act.
    TOOK_BACK: "took back {}", "a retiré {}";
    /// An act.
    TOOK_BACK_FINAL: "took back the final {}", "a retiré le verdict final {}";
    /// An act, with what it says behind it.
    A_NOTE_SAYS: "note", "note";
    /// An act.
    REMOVED_NOTE: "removed the note", "a supprimé la note";
    /// An act.
    FINALLY: "final: {}", "final : {}";
    /// An act.
    SAID_THAT: "said: {}", "a dit : {}";
    /// An act.
    MOVED_TO: "moved to “{}”", "a déplacé vers « {} »";
    /// What to do about a revision.
    HISTORY_IS_GITS: "git keeps the history: `git status` says how the folder stands", "git tient l’historique : `git status` dit où en est le dossier";
    /// Where git knows no commit by a name.
    NAMES_OF_COMMITS: "`git branch --all` lists the branches, `git log --oneline` the commits", "`git branch --all` énumère les branches, `git log --oneline` les commits";
    /// Nothing was marked as seen.
    NOTHING_SEEN: "nothing was looked at yet in this clone", "rien n’a encore été vu dans ce clone";
    /// What to do about it.
    NOTHING_SEEN_HINT: "`C` in the reader marks changes as seen; `--since DATE` asks for a time", "`C` dans le lecteur marque les changements comme vus ; `--since DATE` demande un moment";
    /// Nothing to do.
    NOTHING_WAITS: "nothing waits for you\n", "rien ne vous attend\n";
    /// A verdict that is not in force.
    ON_OLD_WORDS: " (on words that have changed)", " (sur des mots qui ont changé)";
    /// A remark that there is not.
    SAID_NOTHING: "you said nothing under the name `{}` here", "vous n’avez rien dit ici sous le nom `{}`";
    /// What to do about it.
    SAID_NOTHING_HINT: "`claimdesk verdicts --format json` and the notebook name remarks", "`claimdesk verdicts --format json` et le carnet nomment les remarques";
    /// An empty remark.
    NOTHING_TO_SAY: "there is nothing to say", "il n’y a rien à dire";
    /// What to do about it.
    NOTHING_TO_SAY_HINT: "give `--text`, or `--done`", "donner `--text` ou `--done`";
    /// A remark's name.
    SAID_AS: "said as {}\n", "dit sous le nom {}\n";
    /// A person that there is not.
    IS_NOBODY: "`{}` is nobody of [team.people]", "`{}` n’est personne de [team.people]";
    /// What to do about it.
    IS_NOBODY_HINT: "people are named by their folders, as claimdesk.toml has them", "les personnes se nomment par leur dossier, comme dans claimdesk.toml";
    /// A person that there is not.
    IS_NOBODY_HERE: "`{}` is nobody here", "`{}` n’est personne ici";
    /// Whom there is.
    THERE_ARE: "there are: {}", "il y a : {}";
    /// People whom a text names, and who is there.
    NAMES_NOBODY: "`@{}` is nobody here; there are: {}", "`@{}` n’est personne ici ; il y a : {}";
    /// A person of the roster, and the folder that has their name.
    HAS_NO_FOLDER: "nothing reaches `{}`: the folder with this name is `{}`; call the person so in [team.people], or add it to `also`", "rien n’atteint `{}` : le dossier de ce nom est `{}` ; nommer ainsi la personne dans [team.people], ou l’ajouter à `also`";
    /// What another machine of the same person says of a field, which waits for a choice.
    IN_CONFLICT: "in conflict, another machine says: {}: {}", "en conflit, une autre machine dit : {} : {}";
    /// What is in conflict was shared as it is.
    CONFLICTS_SHARED: "shared, but two of your machines say different things of {} {claim|claims}", "partagé, mais deux de vos machines disent des choses différentes de {} {affirmation|affirmations}";
    /// What to do about it.
    CONFLICTS_SHARED_HINT: "`claimdesk check` names them; choose in the reader (`A`), then sync again", "`claimdesk check` les nomme ; choisissez dans le lecteur (`A`), puis synchronisez à nouveau";
    /// What to do about a person whose folder is called otherwise.
    CALL_AS_FOLDER: "name the folder, call the person so in [team.people], or add it to `also`; `--force` writes it all the same", "nommer le dossier, ou appeler ainsi la personne dans [team.people], ou l’ajouter à `also` ; `--force` l’écrit quand même";
    /// Nothing that is said to a person is seen.
    NOBODY_IN_FOLDER: "nothing would reach `{}`: the folder is `{}`", "rien n’atteindrait `{}` : le dossier est `{}`";
    /// A pattern without articles.
    NONE_FITS: "no article fits `{}`", "aucun article ne correspond à `{}`";
    /// What to do about a file.
    MAY_WRITE_CONFIG: "see who may write to claimdesk.toml", "vérifier qui peut écrire claimdesk.toml";
    /// A title.
    AGREEMENT: "Agreement", "Accord";
    /// A head.
    FIGURE: "figure", "mesure";
    /// A head.
    VALUE: "value", "valeur";
    /// A head.
    PAIR: "pair", "paire";
    /// A head.
    N: "n", "n";
    /// A head.
    EQUAL: "equal", "égal";
    /// A head.
    UNITS: "units", "unités";
    /// A head.
    ALPHA: "α", "α";
    /// A head.
    COHENS_KAPPA: "Cohen’s κ", "κ de Cohen";
    /// A figure.
    VERDICTS: "verdicts", "verdicts";
    /// A figure.
    OBSERVED_AGREEMENT: "observed agreement", "accord observé";
    /// A figure.
    KRIPPENDORFFS_ALPHA: "Krippendorff’s α", "α de Krippendorff";
    /// A figure.
    FLEISS_KAPPA: "Fleiss’ κ", "κ de Fleiss";
    /// A figure.
    INTERVAL_OF_ALPHA: "95 % interval of α", "intervalle à 95 % de α";
    /// Two bounds.
    FROM_TO: "{} to {}", "de {} à {}";
    /// A figure of one verdict.
    ALPHA_OF: "α of {}", "α de {}";
    /// A title.
    ALPHA_OF_EACH: "\nα of each verdict against all others\n", "\nα de chaque verdict contre tous les autres\n";
    /// A head of columns six, five and six wide.
    PAIR_HEAD: "\n     n  equal       κ  pair\n", "\n     n   égal       κ  paire\n";
    /// A head of columns six and six wide.
    ARTICLE_HEAD: "\n units       α  article\n", "\nunités       α  article\n";
    /// A figure that is not defined.
    ALL_AGREE: "–, all agree", "–, tous d’accord";
    /// A figure that is not defined.
    NOTHING_SHARED: "–, nothing shared", "–, rien en commun";
    /// A figure that is not defined.
    NO_FULL_UNIT: "–, no unit that all decided", "–, aucune unité tranchée par tous";
    /// A figure that stands on little.
    FEW: " (few)", " (peu)";
    /// A figure that is too low.
    ALPHA_BELOW: "α is {}, below {}", "α est de {}, sous {}";
    /// What to do about it.
    VERDICTS_PRINTS: "`claimdesk verdicts` prints where people differ", "`claimdesk verdicts` affiche où les avis diffèrent";
    /// What to do about a folder that is no clone.
    SHARED_DESK: "`git init`, a remote and `claimdesk init --git-only` make the desk a shared one", "`git init`, un dépôt distant et `claimdesk init --git-only` en font un dossier partagé";
    /// What to do about git that is not there.
    INSTALL_GIT: "install git to share a desk; all else works without", "installez git pour partager un dossier ; tout le reste marche sans";
    /// What to do about git.
    SEE_GIT_STATUS: "see `git status`", "voir `git status`";
    /// A file to share.
    TO_SHARE: "to share: {}\n", "à partager : {}\n";
    /// What to do about a folder.
    SEE_STATE_FOLDER: "see your own state folder", "voir son propre dossier d’état";
    /// Programs that a clone names.
    RUNS_PROGRAMS: "this clone's own settings make git run programs:\n{}", "les réglages de ce clone font exécuter des programmes par git :\n{}";
    /// What to do about it.
    RUNS_PROGRAMS_HINT: "where you know them, `claimdesk sync --trust` agrees, once", "s’ils sont connus, `claimdesk sync --trust` les accepte, une fois pour toutes";
    /// What to do about a file.
    NAME_AN_EXISTING_FILE: "name a file that exists", "désigner un fichier qui existe";
    /// A file that is another's.
    NOT_YOURS: "{} is not yours to share", "{} n’est pas à vous de partager";
    /// What to do about it.
    NOT_YOURS_HINT: "`--with` names articles and settings of the desk, not annotations", "`--with` désigne des articles et des réglages du dossier, non des annotations";
    /// What was shared.
    COMMITTED: "committed: {}\n", "validés : {}\n";
    /// How many files came that are nobody's own.
    RECEIVED_SHARED: "received of articles and what stands beside them: {}\n", "reçus, articles et ce qui les accompagne : {}\n";
    /// How many notebooks of a person came.
    RECEIVED: "received from {}: {}\n", "reçus de {} : {}\n";
    /// What was shared.
    PUSHED: "pushed\n", "envoyé\n";
    /// Nothing was shared.
    NOTHING_TO_PUSH: "nothing to push\n", "rien à envoyer\n";
    /// What a figure stands on.
    FULL_UNITS: "{} {unit|units} that all decided", "{} {unité tranchée|unités tranchées} par tous";
    /// How a clone stands.
    TO_PUSH: "{} to push", "{} à pousser";
    /// How a clone stands.
    TO_TAKE_OVER: "{} to take over", "{} à reprendre";
    /// How a clone stands.
    UNCOMMITTED: "{} not committed", "{} non {validé|validés}";
    /// To how many articles this applies.
    N_ARTICLES_ARE: "{} {article|articles}: {}\n", "{} {article|articles} : {}\n";
}
