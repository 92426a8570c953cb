//! What the interface says of the team, in both languages.

use super::{Text, text};

messages! {
    /// A claim that an editor decided, and what it was decided over: who, when, how many.
    FINAL_BY: "final, {}, {} (over {} {verdict|verdicts})", "final, {}, {} (au vu de {} {verdict|verdicts})";
    /// A final verdict differs from one’s own.
    YOU_SAID: "you said {}", "vous aviez dit {}";
    /// A final verdict whose ground has changed: what people say now.
    OVERTAKEN: "overtaken: people have said otherwise since", "dépassé : des avis ont changé depuis";
    /// Two editors decided differently.
    CONTESTED: "contested: {} decided {}", "contesté : {} a tranché {}";
    /// The words under a final verdict have changed.
    FINAL_STALE: "its words have changed since: {} by {} is not in force", "ses mots ont changé depuis : {} par {} n’est plus en vigueur";
    /// A view of the list of disagreements.
    VIEW_DISPUTED: "disputed", "en désaccord";
    /// A view of the list of disagreements.
    VIEW_SINGLE: "one opinion", "un seul avis";
    /// A view of the list of disagreements.
    VIEW_OVERTAKEN: "overtaken", "dépassés";
    /// A view of the list of disagreements.
    VIEW_STALE: "on old words", "sur d’anciens mots";
    /// A view of the list of disagreements.
    VIEW_ALL: "all", "tout";
    /// The agreement of a desk: α, and on how many claims.
    ALPHA: "α {} ({} {claim|claims})", "α {} ({} {affirmation|affirmations})";
    /// An empty view of the list of disagreements.
    NOTHING_IN_VIEW: "Nothing in this view", "Rien dans cette vue";
    /// Verdicts on words that have changed.
    OLD_WORDS: "old words", "anciens mots";
    /// Deciding for the team ends.
    ADJUDICATION_ENDS: "Verdicts are your own again", "Les verdicts sont de nouveau les vôtres";
    /// Somebody who is no editor wants to decide for the team.
    NO_EDITOR: "Only an editor decides for the team ([team.people] in claimdesk.toml)", "Seule la rédaction tranche pour l’équipe ([team.people] dans claimdesk.toml)";
    /// No person of this number has a verdict.
    NO_PERSON: "No person {} has a verdict here", "Aucune personne {} n’a de verdict ici";
    /// Nothing to decide for the team.
    NOTHING_TO_DECIDE: "Nothing is left to decide for the team", "Plus rien à trancher pour l’équipe";
    /// The desk is not read yet.
    STILL_READING: "Nothing to decide so far; articles are still being read", "Rien à trancher pour l’instant ; la lecture des articles continue";
    /// How many claims are left to decide.
    LEFT_TO_DECIDE: "{} left", "encore {}";
    /// One has not decided this claim for the team.
    NO_FINAL_OF_YOURS: "No final verdict of yours here", "Aucun verdict final de vous ici";
    /// Answer to a final verdict.
    DECIDED_FINAL: "final: {}", "final : {}";
    /// Answer to a final verdict taken back.
    FINAL_TAKEN_BACK: "no longer final; it was {}", "n’est plus final ; c’était {}";
    /// Answer to a reason.
    REASON_SAVED: "reason saved", "motif enregistré";
    /// Answer to a remark.
    REMARK_SAVED: "said to the team", "dit à l’équipe";
    /// A reason without a final verdict.
    DECIDE_FIRST: "Decide first, then give the reason", "Tranchez d’abord, le motif ensuite";
    /// Title of the dialog of a reason.
    REASON_TITLE: "Why the team says so", "Le motif de l’équipe";
    /// Title of the dialog of a remark.
    REPLY_TITLE: "To the team (@ names a person)", "À l’équipe (@ désigne quelqu’un)";
    /// The same where one has said something already.
    REPLY_OR_CHANGE: "To the team (@ names a person; {}: change your last)", "À l’équipe (@ désigne quelqu’un ; {} : modifier la dernière)";
    /// One changes what one has said.
    CHANGE_REMARK: "Your remark (emptied, it is taken back)", "Votre remarque (vidée, elle est retirée)";
    /// Title of what people say to each other.
    TALK: "Talk", "Discussion";
    /// What people say of a claim, for an editor.
    PEOPLE: "What people say", "Ce que chacun dit";
    /// The foot, where verdict keys decide for the team.
    FINAL_KEYS: "final", "final";
    /// The foot, where a digit takes what a person says.
    AS_THEY_SAY: "as they say", "comme eux";
    /// A person whose name is hidden.
    PERSON: "person {}", "personne {}";
    /// Answer: an article is taken.
    WORK_TAKEN: "This article is yours", "Cet article est à vous";
    /// Answer: an article is done.
    WORK_DONE: "You are done with this article", "Vous avez fini cet article";
    /// Answer: an article is published.
    WORK_PUBLISHED: "This article is published", "Cet article est publié";
    /// Answer: an article is to do again.
    WORK_NONE: "This article is to do", "Cet article est à faire";
    /// How far the team is.
    STATE_TO_DO: "to do", "à faire";
    /// How far the team is.
    STATE_IN_WORK: "in work", "en cours";
    /// How far the team is.
    STATE_CHECKED: "checked", "vérifié";
    /// How far the team is.
    STATE_DECIDED: "decided", "tranché";
    /// How far the team is.
    STATE_PUBLISHED: "published", "publié";
    /// A remark whose author calls the matter settled.
    SETTLED: "settled", "réglé";
    /// A sync begins.
    SYNC_BEGINS: "Looking at what there is to share…", "Recherche de ce qu’il y a à partager…";
    /// What the clone would make git run is not what the person agreed to.
    CLONE_CHANGED: "this clone’s own settings have changed meanwhile", "les réglages de ce clone ont changé entre-temps";
    /// A sync is under way.
    SYNC_RUNS: "A sync is under way", "Un partage est en cours";
    /// What a sync pushed.
    SYNC_PUSHED: "shared; {} of your files committed", "partagé ; {} de vos fichiers {validé|validés}";
    /// A sync had nothing to push.
    SYNC_NOTHING_OUT: "nothing of yours to share", "rien de vous à partager";
    /// What a sync brought: how many files, from whom.
    SYNC_CAME: "{} {file|files} came: {}", "{} {fichier reçu|fichiers reçus} : {}";
    /// What is left to share.
    LEFT_TO_COMMIT: "{} {file|files} to commit", "{} {fichier|fichiers} à valider";
    /// What is left to share.
    LEFT_TO_PUSH: "{} {commit|commits} to push", "{} {commit|commits} à pousser";
    /// What a key does, behind an answer.
    SHARE_IT: "share", "partager";
    /// Where to see what came.
    SEE_CHANGES: "what came", "ce qui est venu";
    /// What others did came into the clone.
    CAME_FROM_OTHERS: "{} {change|changes} by others", "{} {changement d’une autre personne|changements d’autres personnes}";
    /// Title of the question before the first sync.
    SYNC_TITLE: "Git: commit, merge, push", "Git : valider, fusionner, pousser";
    /// The reader would share by itself, and nobody agreed yet.
    SYNC_ASK_FIRST: "{} once: then the reader shares by itself, as `[team] sync` says", "{} une fois : ensuite le lecteur partage de lui-même, comme le dit `[team] sync`";
    /// What to press to share.
    SYNC_AGREES: "{} agrees and shares", "{} accepte et partage";
    /// What a key does, in the foot.
    SHARE: "share", "partager";
    /// What to press not to.
    SYNC_REFUSES: "{} shares nothing", "{} ne partage rien";
    /// The files that a sync commits.
    SYNC_COMMITS: "Your files to commit", "Vos fichiers à valider";
    /// No file to commit.
    SYNC_NOTHING_OWN: "none: only what others did comes in", "aucun : seul le travail des autres arrive";
    /// Programs that the clone itself names.
    SYNC_RUNS_PROGRAMS: "This clone’s own settings make git run", "Les réglages de ce clone font exécuter par git";
    /// Title of the list of changes.
    CHANGES: "What others did (m: all seen)", "Ce que d’autres ont fait (m : vu)";
    /// An empty list of changes.
    NO_CHANGES: "Nobody else has done anything since you last looked.", "Personne d’autre n’a rien fait depuis votre dernière visite.";
    /// An act on an article.
    TOOK: "took the article", "a pris l’article";
    /// An act on an article.
    WAS_DONE: "is done with the article", "a fini l’article";
    /// An act on an article.
    DID_PUBLISH: "published the article", "a publié l’article";
    /// An act on an article.
    LET_GO: "let the article go", "a rendu l’article";
    /// An act on an article.
    ARTICLE_ADDED: "added the article", "a ajouté l’article";
    /// An act on an article.
    ARTICLE_EDITED: "edited the article", "a modifié l’article";
    /// An edit that changed the words of verdicts: the act, and of how many.
    EDIT_UNDID: "{} → {} {verdict no longer stands|verdicts no longer stand}", "{} → {} {verdict ne tient plus|verdicts ne tiennent plus}";
    /// An act on an article: its old and its new name.
    DID_RENAME: "renamed the article: {} → {}", "a renommé l’article : {} → {}";
    /// An act on an article.
    ARTICLE_REMOVED: "removed the article", "a retiré l’article";
    /// Title of what was ever said of a claim.
    HISTORY: "History", "Historique";
    /// A step that is in no commit yet.
    NOT_COMMITTED: "not committed", "non validé";
    /// Title of the overview of the team.
    TEAM_OVERVIEW: "Overview: the team", "Vue d’ensemble : l’équipe";
    /// What the signs of people and articles mean.
    SIGNS_OF_WORK: "{} done  {} begun  {} assigned", "{} fini  {} commencé  {} attribué";
    /// An article in work that nobody has touched for long.
    STALLED: "stalled", "à l’arrêt";
    /// By which day an article is to be checked.
    DUE: "due {}", "pour le {}";
    /// It is not, and that day is over.
    OVERDUE: "overdue since {}", "en retard depuis le {}";
    /// Somebody has gone on after an article was published.
    CHANGED_SINCE: "changed since published", "modifié depuis sa publication";
    /// Claims that a format does not take.
    NOT_TAKEN: "{} more {has|have} no verdict that it takes", "{} de plus {n’a|n’ont} pas de verdict que le format prenne";
    /// Files of annotations that cannot be read, or not wholly.
    NOTEBOOKS_UNREAD: "{} {notebook|notebooks} not read in full", "{} {carnet non lu|carnets non lus} en entier";
}
