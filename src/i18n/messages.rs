//! The messages that stand nowhere else.

use super::{Text, text};

messages! {
    /// Title of the dialog of report and exports.
    RESULTS: "Report and exports", "Rapport et exports";
    /// A row of it.
    REPORT_HTML: "report to read, print and forward", "rapport à lire, imprimer et transmettre";
    /// A row of it.
    REPORT_MARKDOWN: "report for wikis and pull requests", "rapport pour wikis et demandes de fusion";
    /// While it is written: how many articles of how many.
    WRITING: "writing: {} of {} {article|articles}", "écriture : {} {article|articles} sur {}";
    /// It is written.
    WRITTEN: "{} decided {claim|claims} written to {}", "{} {affirmation traitée écrite|affirmations traitées écrites} dans {}";
    /// It is written but for files that cannot be read.
    WRITTEN_BUT: "{} decided {claim|claims} written to {}; left out: {}", "{} {affirmation traitée écrite|affirmations traitées écrites} dans {} ; laissés de côté : {}";
    /// A format asks for more than is known: the first thing that is missing, and how many there are.
    LACKING: "not written: {} ({} missing in all)", "non écrit : {} ({} {manque|manques} en tout)";
    /// A file cannot be written.
    UNWRITTEN: "cannot write {}: {}", "impossible d’écrire {} : {}";
    /// Heading of the note on the whole article.
    ARTICLE_NOTE: "Note on the article", "Note sur l’article";
    /// Title of the dialog of a claim in a few words: how many characters of how many.
    SHORT_CLAIM: "The claim in a few words ({} of {} characters)", "L’affirmation en quelques mots ({} {caractère|caractères} sur {})";
    /// Heading of it.
    IN_SHORT: "As it is published", "Telle qu’elle est publiée";
    /// Answer to it.
    SHORT_SAVED: "claim in short saved", "affirmation abrégée enregistrée";
    /// Answer to it, emptied.
    SHORT_REMOVED: "claim in short removed", "affirmation abrégée supprimée";
    /// It is too long: how long at most.
    SHORT_TOO_LONG: "At most {} {character|characters}", "{} {caractère|caractères} au plus";
    /// A long claim with a verdict that is published.
    SHORT_WANTED: "To be published, it is to be written in at most {} {character|characters} (claim-in-short)", "Pour être publiée, elle est à écrire en {} {caractère|caractères} au plus (claim-in-short)";
    /// What the desk asks for beside a verdict.
    NEEDS_EVIDENCE: "needs evidence", "demande une preuve";
    /// The same.
    NEEDS_NOTE: "needs a note", "demande une note";
    /// A copy of evidence that was kept.
    KEPT_COPY: "copy kept: {}", "copie conservée : {}";
    /// A field of the form of evidence.
    COPY_FIELD: "Copy", "Copie";
    /// A copy that is neither an address nor a file below `originals/`.
    NOT_A_COPY: "A copy is the address of an archive, or a file below originals/", "Une copie est l’adresse d’une archive ou un fichier sous originals/";
    /// A key asks for a claim where there is none.
    NO_CLAIM_HERE: "There is no claim here", "Aucune affirmation ici";
    /// Where no claim of an article stands out: the key that points out more of them.
    NONE_STANDS_OUT: "No claim stands out here; {} points out more", "Aucune affirmation ne ressort ici ; {} en signale davantage";
    /// Why: how many claims were found.
    WHY_NONE_STANDS_OUT: "Found here: {}, with too little in {it|them} that can be checked", "{} {trouvée|trouvées} ici, où trop peu est à vérifier";
    /// A filter lets no claim of the article through: the key that shows all again.
    FILTER_HIDES_ALL: "The filter shows no claim of this article; {} shows all again", "Le filtre ne montre aucune affirmation de cet article ; {} remontre tout";
    /// No claim is open, and an article is shown in which none stands out.
    NONE_OPEN_SEE_WEAK: "No open claim; in this article none stands out", "Aucune affirmation ouverte ; dans cet article aucune ne ressort";
    /// What a key does, behind it.
    POINT_OUT_MORE: "points out more", "en signale davantage";
    /// A key takes a verdict back that was never given.
    NO_VERDICT_YET: "This claim has no verdict yet", "Cette affirmation n’a pas encore de verdict";
    /// Undo at the start of the session.
    NOTHING_TO_UNDO: "Nothing to undo", "Rien à annuler";
    /// Redo without an undo.
    NOTHING_TO_REDO: "Nothing to redo", "Rien à rétablir";
    /// A step that was not taken back: why.
    NOT_UNDONE: "not undone: {}", "pas annulé : {}";
    /// A step that was not done again: why.
    NOT_REDONE: "not done again: {}", "pas refait : {}";
    /// Why: its article.
    ARTICLE_AWAY: "{} is not there now", "{} n’est plus là pour l’instant";
    /// Why.
    CHANGED_ELSEWHERE: "it was changed elsewhere since", "cela a été modifié ailleurs depuis";
    /// Of a step in several articles, so many.
    SOME_CHANGED_ELSEWHERE: "changed elsewhere since, and left: {}", "modifiés ailleurs depuis, et laissés : {}";
    /// Answer to undo: what was undone.
    UNDONE: "undone: {}", "annulé : {}";
    /// The same in another article than was open.
    UNDONE_IN: "undone in {}: {}", "annulé dans {} : {}";
    /// Answer to redo.
    REDONE: "redone: {}", "rétabli : {}";
    /// The same in another article than was open.
    REDONE_IN: "redone in {}: {}", "rétabli dans {} : {}";
    /// Answer to a step that changed several claims: how many, and what.
    CLAIMS_CHANGED: "{} {claim|claims}: {}", "{} {affirmation|affirmations} : {}";
    /// Answer to a step that changed claims of several articles: how many, in how many, and what.
    CLAIMS_CHANGED_IN: "{} {claim|claims} in {} {article|articles}: {}", "{} {affirmation|affirmations} dans {} {article|articles} : {}";
    /// Title of a verdict for many claims.
    BULK: "A verdict for many claims", "Un verdict pour plusieurs affirmations";
    /// Which claims are meant.
    BULK_MARKED: "The marked claims", "Les affirmations marquées";
    /// Which claims are meant.
    BULK_FILTERED: "The claims that the filter shows", "Les affirmations que montre le filtre";
    /// Which claims are meant.
    BULK_SAME_WORDS: "All claims with the words of this one", "Toutes celles qui ont les mots de celle-ci";
    /// How many claims, in how many articles.
    BULK_COUNT: "claims: {} · articles: {}", "affirmations : {} · articles : {}";
    /// How many of them have a verdict.
    BULK_DECIDED: "decided already: {}", "dont déjà traitées : {}";
    /// How many articles were looked through.
    BULK_GOING: "{} of {} {article|articles} read", "{} {article lu|articles lus} sur {}";
    /// Whether really: the verdict, how many claims and articles, the keys.
    BULK_ASK: "{} for all of these ({})? {} yes, {} no", "{} pour toutes ({}) ? {} oui, {} non";
    /// What the answer yes replaces.
    BULK_REPLACES: "Verdicts that are replaced: {}. One undo takes it all back.", "Verdicts remplacés : {}. Une annulation reprend le tout.";
    /// The verdict is given once the notebooks of so many articles are read.
    BULK_READING: "Not given yet: annotations are being read, articles: {}", "Pas encore fait : lecture des annotations, articles : {}";
    /// A key of a verdict before all articles were looked through.
    BULK_COUNTING: "Still counting", "Comptage en cours";
    /// A key of a verdict where there is no claim.
    BULK_NONE: "There is no such claim", "Aucune affirmation de ce genre";
    /// All have that verdict.
    BULK_SAME: "They have this verdict already", "Elles ont déjà ce verdict";
    /// There is nothing to decide together.
    BULK_NOTHING: "No claim is marked, and no filter is on", "Aucune affirmation marquée, aucun filtre";
    /// What a key does, behind an answer.
    MARK_IT: "mark", "marquer";
    /// What a key does, behind an answer.
    FILTER_IT: "filter", "filtrer";
    /// A claim was marked: how many are.
    MARKED: "marked, in all: {}", "marquée, en tout : {}";
    /// A claim is marked no more: how many are.
    UNMARKED: "mark removed, in all: {}", "marque ôtée, en tout : {}";
    /// What a key does, behind an answer.
    TO_NEXT_MARK: "next mark", "marque suivante";
    /// What a key does, behind an answer.
    DECIDE_MARKED: "verdict for all", "verdict pour toutes";
    /// A key asks for a mark where there is none, nor any step.
    NO_MARK: "No claim is marked, and nothing was changed yet", "Aucune affirmation marquée ni modifiée";
    /// Answer to a verdict taken back.
    OPEN_AGAIN: "open again; it was {}", "de nouveau ouverte ; c’était {}";
    /// A key would have decided a claim that is not on the screen: the key.
    BACK_IN_SIGHT: "was off the screen; {} again decides", "était hors de l’écran ; encore {} pour décider";
    /// Answer to a verdict that the claim has already.
    ALREADY: "already {}", "déjà {}";
    /// Answer to a note.
    NOTE_SAVED: "note saved", "note enregistrée";
    /// Answer to a note emptied.
    NOTE_REMOVED: "note removed", "note supprimée";
    /// Answer to evidence: how many pieces there are now.
    EVIDENCE_NOW: "evidence saved, pieces: {}", "preuves enregistrées : {}";
    /// Answer to tags.
    TAGS_NOW: "tags: {}", "étiquettes : {}";
    /// Answer to tags emptied.
    TAGS_REMOVED: "tags removed", "étiquettes supprimées";
    /// Answer to a claim made of selected words.
    CLAIM_ADDED: "claim kept", "affirmation gardée";
    /// Answer to a claim of one's own that is gone.
    CLAIM_REMOVED: "claim removed", "affirmation retirée";
    /// Answer to borders moved.
    CLAIM_MOVED: "words changed", "mots changés";
    /// Answer to a stale verdict confirmed.
    CONFIRMED: "confirmed", "confirmé";
    /// What a key does, behind an answer.
    UNDO_IT: "undo", "annuler";
    /// What a key does, behind an answer.
    REDO_IT: "redo", "rétablir";
    /// What a key does, behind an answer.
    NOTE_ON_IT: "note", "note";
    /// What a key does, behind an answer.
    GO_ON: "next open claim", "affirmation ouverte suivante";
    /// What a key does, behind an answer.
    SEE_OVERVIEW: "overview", "vue d’ensemble";
    /// What a key does, behind an answer.
    OTHER_STANCE: "another stance", "autre rôle";
    /// What a key does, behind an answer.
    TO_GO_ON: "go on writing", "reprendre";
    /// What a key does, behind an answer.
    ALL_KEYS: "all keys", "toutes les touches";
    /// The one claim of all articles is decided.
    DESK_DECIDED_ONE: "the {} claim of the desk is decided", "la seule affirmation du dossier est traitée ({})";
    /// Every claim of every article is decided.
    DESK_DECIDED: "all {} claims of the desk are decided", "les {} affirmations du dossier sont toutes traitées";
    /// A key that does nothing here.
    UNBOUND: "{}: no such key", "{} : touche sans effet";
    /// A dialog was left without saving.
    DRAFT_KEPT: "not saved; the draft is kept", "non enregistré ; le brouillon est gardé";
    /// A dialog opens with what was typed before.
    DRAFT_IS_BACK: "your draft, not saved yet", "votre brouillon, pas encore enregistré";
    /// The claim decided last is asked for, but none was decided.
    NOTHING_DECIDED: "Nothing was decided yet", "Rien n’a encore été décidé";
    /// From now on a verdict moves on.
    ADVANCES: "After a verdict: on to the next open claim", "Après un verdict : passage à l’affirmation ouverte suivante";
    /// From now on a verdict stays.
    STAYS: "After a verdict: stay on the claim", "Après un verdict : rester sur l’affirmation";
    /// In the foot, as long as verdicts stay.
    STAYS_HERE: "verdicts stay here · {} move on", "le verdict reste ici · {} avancer";
    /// Another window changed a claim on the screen.
    CHANGED_OUTSIDE: "Changed elsewhere: {}", "Modifié ailleurs : {}";
    /// Another window changed the note that is being written.
    NOTE_CHANGED_OUTSIDE: "This note was changed elsewhere; saving keeps both", "Cette note a été modifiée ailleurs ; enregistrer garde les deux";
    /// A teammate decided the current claim.
    DECIDED_BY: "{}: {}", "{} : {}";
    /// A change is on its way to the disk.
    SAVING: "saving…", "enregistrement…";
    /// What a key does, behind an answer.
    SEARCH_IT: "search", "chercher";
    /// What a key does, behind an answer.
    SEE_CHOICES: "what waits for a choice", "choix à faire";
    /// A list of what matches is empty.
    NOTHING_FOUND: "Nothing found", "Aucun résultat";
    /// A search in all articles found nothing.
    FIND_NOTHING: "No matches in {} {article|articles}", "Aucun résultat dans {} {article|articles}";
    /// A number without a related claim.
    NO_RELATED: "No related claim {}", "Pas d’affirmation liée {}";
    /// Back, where no jump began.
    NOWHERE_BACK: "No earlier position", "Pas de position antérieure";
    /// Forward, where nobody came back from.
    NOWHERE_AHEAD: "No later position", "Pas de position suivante";
    /// A related claim was taken as evidence with this stance.
    TAKEN: "evidence: {}", "preuve : {}";
    /// Heading of what other articles say.
    OTHERS_SAY: "Other articles", "Ailleurs";
    /// A relation.
    REL_AGREE: "agrees", "concorde";
    /// What the same article says once more.
    SAID_AGAIN: "also said here", "dit aussi ici";
    /// A relation.
    REL_DIFFER: "differs", "diffère";
    /// A relation.
    REL_RELATED: "related", "lié";
    /// What comes nearest in an article that says nothing surely of the same event.
    REL_NEAREST: "nearest", "le plus proche";
    /// Heading of these: the program says nothing about how they stand to the claim.
    NEAREST: "Nearest, not compared", "Proche, non comparé";
    /// Two values of which one may be told of a part.
    MAY_BE_PART: "{} ↔ {} (may be part of the other)", "{} ↔ {} (l’un fait peut-être partie de l’autre)";
    /// Two values side by side.
    BOTH: "{} ↔ {}", "{} ↔ {}";
    /// A value that does not contradict the others.
    ALSO: "also {}", "aussi {}";
    /// What values are of: when.
    DATE_HEAD: "Date", "Date";
    /// What values are of: at what time of day.
    HOUR_HEAD: "Time", "Heure";
    /// What values are of: where.
    PLACE_HEAD: "Place", "Lieu";
    /// What values are of: who did it, or to whom it was done.
    WHO_HEAD: "Who", "Qui";
    /// What values are of: what became of it.
    DEED_HEAD: "Outcome", "Issue";
    /// What figures measure: money.
    AMOUNT_HEAD: "Amount", "Montant";
    /// Parts of the whole.
    SHARE_HEAD: "Percentage", "Pourcentage";
    /// How long or how far.
    LENGTH_HEAD: "Length or distance", "Longueur ou distance";
    /// How much time.
    DURATION_HEAD: "Duration", "Durée";
    /// Of several articles the one that was published last tells it.
    LATEST: "the latest", "le plus récent";
    /// The other article was published later: its value is the latest.
    LATEST_THERE: "latest figure: {} ({})", "dernier chiffre : {} ({})";
    /// The other article was published earlier.
    LATEST_HERE: "older; latest figure: {}, here ({})", "plus ancien ; dernier chiffre : {}, ici ({})";
    /// Another article prints the same text.
    SAME_COPY: "same text as {}: one source", "même texte que {} : une seule source";
    /// The other article prints the text of this one.
    SAME_TEXT: "same text: one source", "même texte : une seule source";
    /// Heading: the articles that report the same story, and how many.
    STORY: "On this story: {} {article|articles}", "Sur ce sujet : {} {article|articles}";
    /// The same where some print one text: how many articles, how many sources.
    STORY_SOURCES: "On this story: {} {article|articles}, {} {source|sources}", "Sur ce sujet : {} {article|articles}, {} {source|sources}";
    /// How many articles report a story.
    STORY_ARTICLES: "{} {article|articles}", "{} {article|articles}";
    /// How many articles are not listed.
    MORE_ARTICLES: "… {} more", "… {} de plus";
    /// Only the articles on one story are listed.
    STORY_ONLY: "Only the articles on this story: {}", "Seuls les articles sur ce sujet : {}";
    /// All articles are listed again.
    STORY_ALL: "All articles again", "De nouveau tous les articles";
    /// The open article is the only one on its story.
    STORY_ALONE: "No other article is on this story", "Aucun autre article sur ce sujet";
    /// Head of the list while it shows one story.
    STORY_HEAD: "this story", "ce sujet";
    /// According to whom.
    ACCORDING_TO: "source: {}", "source : {}";
    /// Work in the background.
    READING_DESK: "reading {} of {} · {} stop", "lecture {} sur {} · {} arrêter";
    /// Work in the background that was stopped.
    READING_STOPPED: "{} of {} read · {} resume", "lus {} sur {} · {} reprendre";
    /// Work in the background.
    STUDYING: "finding claims {} % · {} stop", "recherche des affirmations {} % · {} arrêter";
    /// Work in the background that was stopped.
    STUDYING_STOPPED: "claims found to {} % · {} resume", "affirmations cherchées à {} % · {} reprendre";
    /// There is nothing left to read.
    DESK_IS_READ: "All articles are read", "Tous les articles sont lus";
    /// Title of two places side by side.
    COMPARE: "Side by side", "Côte à côte";
    /// Nothing stands beside the current claim.
    NOTHING_TO_COMPARE: "No other article speaks of this fact", "Aucun autre article ne parle de ce fait";
    /// Evidence is added to the claim that is open.
    OPEN_TO_TAKE: "Open the claim to take evidence for it", "Ouvrez l’affirmation pour y ajouter une preuve";
    /// The selected line has no counterpart to stand beside.
    NO_COUNTERPART: "Nothing stands beside this line", "Rien à placer à côté de cette ligne";
    /// Title of the list of differences.
    DIFFERENCES: "Differences between the articles", "Différences entre les articles";
    /// No differences.
    NO_DIFFERENCES: "The articles do not differ on any fact that was recognised", "Les articles ne diffèrent sur aucun fait reconnu";
    /// The list of differences, while articles are still read: how many are, of how many.
    NOT_ALL_READ: "Not all articles are read yet ({} of {}): more may differ", "Tous les articles ne sont pas encore lus ({} sur {}) : d’autres différences peuvent suivre";
    /// Not all of a large desk is in the list of differences.
    NOT_ALL_COMPARED: "A large desk: only its first claims are compared here", "Grand dossier : seules ses premières affirmations sont comparées ici";
    /// How many claims of a group are not listed.
    MORE_CLAIMS: "… {} more", "… {} de plus";
    /// How many claims of a group are open.
    OPEN_OF: "{} of {} open", "{} {ouverte|ouvertes} sur {}";
    /// Title of the list of facts.
    FACTS: "Facts of the article", "Faits de l’article";
    /// No facts.
    NO_FACTS: "No figure, date, source, quote or name was found", "Aucun chiffre, date, source, citation ou nom trouvé";
    /// A group of facts.
    FIGURES: "Figures", "Chiffres";
    /// Title of the list of verdicts that need a look.
    ATTENTION: "Verdicts that need a look", "Verdicts à revoir";
    /// None does.
    NO_ATTENTION: "All verdicts stand on the words they were given for", "Tous les verdicts portent sur les mots pour lesquels ils ont été donnés";
    /// Heading: verdicts that their authors must look at.
    OTHERS_SETTLE: "For others to settle", "À régler par d’autres";
    /// Heading: verdicts in force on values that are written otherwise now.
    SAME_VALUES: "The same value, said otherwise: in force", "La même valeur, dite autrement : en vigueur";
    /// Beside that heading: the key, and how many.
    CONFIRMS_ALL: "{}: confirm all {}", "{} : confirmer les {}";
    /// Such a verdict cannot be confirmed from a list, which names the key that shows it.
    CONFIRM_THERE: "nothing to confirm in this line; {} shows it", "rien à confirmer sur cette ligne ; {} l’affiche";
    /// Words that became others.
    BECOMES: "{} → {}", "{} → {}";
    /// Where a figure went.
    UP: "up", "en hausse";
    /// Where a figure went.
    DOWN: "down", "en baisse";
    /// Where a date went.
    LATER: "later", "plus tard";
    /// Where a date went.
    EARLIER: "earlier", "plus tôt";
    /// Why a verdict needs a look, in a list.
    DUE_CONFLICT: "two values", "deux valeurs";
    /// Why a verdict needs a look, in a list.
    DUE_STALE: "words changed", "mots modifiés";
    /// Why a verdict needs a look, in a list.
    DUE_AMBIGUOUS: "several places", "plusieurs endroits";
    /// Why a verdict needs a look, in a list.
    DUE_LOST: "words gone", "mots disparus";
    /// Why a verdict needs a look, in a list.
    DUE_SAME_VALUE: "same value", "même valeur";
    /// How a verdict stands.
    IN_FORCE: "in force", "en vigueur";
    /// How a verdict stands.
    SAID_OTHERWISE: "in force: the same value, said otherwise", "en vigueur : la même valeur, dite autrement";
    /// How a verdict stands.
    BESIDE: "in force; the sentence around it changed", "en vigueur ; la phrase autour a changé";
    /// How a verdict stands.
    AMBIGUOUS: "These words stand in several places", "Ces mots figurent à plusieurs endroits";
    /// How a verdict stands.
    LOST: "The words of this verdict are gone", "Les mots de ce verdict ont disparu";
    /// Two machines gave two values.
    IN_CONFLICT: "Two values were given on two machines", "Deux valeurs ont été données sur deux machines";
    /// What the machine said whose values are in force.
    SIDE_IN_FORCE: "in force: {}", "en vigueur : {}";
    /// What the other machine said.
    SIDE_OTHER: "the other: {}", "l’autre : {}";
    /// The words a verdict was given for.
    WORDS_THEN: "Was: “{}”", "Avant : « {} »";
    /// How to settle it.
    HOW_STALE: "{}: confirm for these words · {}: withdraw", "{} : confirmer pour ces mots · {} : retirer";
    /// How to settle it.
    HOW_LOST: "{}: select its words anew · {}: withdraw", "{} : sélectionner d’autres mots · {} : retirer";
    /// How to settle it.
    HOW_AMBIGUOUS: "{}: next place · {}: here · {}: withdraw", "{} : endroit suivant · {} : ici · {} : retirer";
    /// How to settle it.
    HOW_CONFLICT: "{}: keep the value in force · {}: take the other", "{} : garder la valeur en vigueur · {} : prendre l’autre";
    /// There is nothing to confirm.
    NOTHING_TO_CONFIRM: "Nothing to confirm here", "Rien à confirmer ici";
    /// A lost verdict cannot be confirmed where nothing stands.
    NO_WORDS_LEFT: "No words are left here; {} withdraws, {} selects others", "Il ne reste pas de mots ici ; {} retire, {} en sélectionne d’autres";
    /// No other claim overlaps.
    NO_OVERLAP: "No other claim overlaps this one", "Aucune autre affirmation ne chevauche celle-ci";
    /// What a change touches.
    TOUCHES_NEGATION: "negation", "négation";
    /// What a change touches.
    TOUCHES_UNIT: "unit", "unité";
    /// What a change touches.
    TOUCHES_NAME: "name", "nom";
    /// What a change touches.
    TOUCHES_OTHER: "words", "mots";
    /// What changed words are about.
    TOUCHES_HEDGE: "certainty", "certitude";
    /// What changed words are about.
    TOUCHES_QUANTIFIER: "how many", "combien";
    /// What changed words are about.
    TOUCHES_SOURCE: "source", "source";
    /// What changed words are about.
    TOUCHES_DIRECTION: "direction", "sens";
    /// What changed words are about.
    TOUCHES_TENSE: "tense", "temps du verbe";
    /// Repeat, before any verdict was given.
    NOTHING_TO_REPEAT: "No verdict to repeat yet", "Pas encore de verdict à répéter";
    /// A place that says the same is shown.
    REPEAT_HERE: "Does it say the same? {}: “{}” here too, and on · anything else: leave it", "Dit-elle la même chose ? {} : « {} » ici aussi, puis suite · autre touche : laisser";
    /// All places that say the same were looked at.
    REPEATED_ALL: "No other place says the same", "Aucun autre endroit ne dit la même chose";
    /// The article on the screen has another name now.
    FOLLOWED: "{} is now {}: its verdicts follow", "{} s’appelle désormais {} : ses verdicts suivent";
    /// The article on the screen is gone.
    GONE: "The article is gone.", "L’article a disparu.";
    /// The same, with several.
    GONE_KEPT: "The article is gone; your {} {verdict is|verdicts are} kept.", "L’article a disparu ; {} de vos verdicts {est conservé|sont conservés}.";
    /// The article on the screen has changed.
    CHANGED: "{} changed", "{} a changé";
    /// The same, and several do.
    CHANGED_DUE: "{} changed: {} {verdict|verdicts} to look at", "{} a changé : {} {verdict|verdicts} à revoir";
    /// What a key does, behind an answer.
    SEE_DUE: "show", "afficher";
    /// How many verdicts stand on articles that are gone.
    N_ORPHANS: "on articles that are gone", "sur des articles disparus";
    /// Heading: verdicts on articles that are gone.
    ORPHANS: "Articles that are gone", "Articles disparus";
    /// The article that a notebook whose own is gone may be about, with how many quotes, and the command that says so.
    ORPHAN_OFFER: "{} of {} {quote stands|quotes stand} in {} · claimdesk mv {} {}", "{} {citation figure|citations figurent}, sur {}, dans {} · claimdesk mv {} {}";
    /// Two machines or windows changed the same field.
    MERGED_IN_CONFLICT: "Another window or machine decided otherwise", "Une autre fenêtre ou machine a décidé autrement";
    /// Removed on one side, changed on the other.
    KEPT_DESPITE_REMOVAL: "Removed here, changed elsewhere at the same time: it was kept", "Retirée ici, modifiée ailleurs en même temps : elle a été gardée";
    /// git put a file in place that lacks what was never committed.
    KEPT_FROM_GIT: "git took away what was never committed: it was kept", "git a retiré ce qui n’était dans aucun commit : c’est gardé";
    /// Another writer removed what this session decided.
    KEPT_FROM_SESSION: "Removed elsewhere, decided in this session: it was kept", "Retirée ailleurs, décidée dans cette session : elle a été gardée";
    /// The system does not tell of changed files.
    WATCH_LOOKS: "The system does not tell of changes: looking every five seconds", "Le système ne signale pas les changements : vérification toutes les cinq secondes";
    /// Changed files are not seen.
    UNWATCHED: "Changes by others are not seen; open an article again to read it anew", "Les changements des autres ne sont pas vus ; rouvrez un article pour le relire";
    /// A save waits until git, or another program, is done with the file.
    SAVE_WAITS: "Unsaved: waiting for git or another program", "Non enregistré : attente de git ou d’un autre programme";
    /// Why nothing is saved, to be read after “not saved”.
    FILE_GONE: "the annotation file of {} is gone or empty", "le fichier d’annotations de {} a disparu ou est vide";
    /// A damaged file was read.
    MENDED: "The annotation file was damaged, by git perhaps; it was read whole and is written clean at the next change", "Le fichier d’annotations était abîmé, peut-être par git ; il a été lu entier et sera réécrit proprement";
    /// Articles that a search could not look through.
    ARTICLES_UNREAD: "Not read: {}", "Non lus : {}";
    /// Word of the foot: leave a list or page.
    CLOSE: "close", "fermer";
    /// Word of the foot: the next view of a list.
    VIEW: "view", "vue";
    /// Word of the foot: take the selected line.
    CHOOSE: "choose", "choisir";
    /// The person's own editor could not run, or ended badly: which, and why.
    EDITOR_FAILED: "The editor `{}` failed: {}; $VISUAL or $EDITOR names another", "L’éditeur `{}` a échoué : {} ; $VISUAL ou $EDITOR en désigne un autre";
    /// Something typed is offered again after the reader ended.
    NOT_FINISHED: "This was not finished last time, nor saved", "Ceci n’a été ni terminé ni enregistré la dernière fois";
    /// Why nothing can be decided on this article.
    READ_ONLY: "Read only: {}", "Lecture seule : {}";
    /// The last open claim of an article was decided.
    ALL_DECIDED: "all claims of this article are decided", "toutes les affirmations de l’article sont traitées";
    /// No article has an open claim.
    NO_OPEN_CLAIM: "No open claim", "Aucune affirmation ouverte";
    /// Behind the last claim.
    LAST_CLAIM: "Last claim; once more for the next article", "Dernière affirmation ; encore une fois pour l’article suivant";
    /// Before the first claim.
    FIRST_CLAIM: "First claim; once more for the previous article", "Première affirmation ; encore une fois pour l’article précédent";
    /// Behind the last article.
    LAST_ARTICLE: "This is the last article", "C’est le dernier article";
    /// Before the first article.
    FIRST_ARTICLE: "This is the first article", "C’est le premier article";
    /// How many claims are shown.
    LEVEL: "Detail {} of {}: {} {claim|claims} shown", "Détail {} sur {} : {} {affirmation affichée|affirmations affichées}";
    /// Columns stand side by side in the text: the article.
    IN_COLUMNS: "Columns stand side by side here, and no claim is sought in them: `claimdesk import {}` reads them one after the other.", "Des colonnes se côtoient ici, et aucune affirmation n’y est cherchée : `claimdesk import {}` les lit l’une après l’autre.";
    /// The same in the head line.
    IN_COLUMNS_SHORT: "columns side by side", "colonnes côte à côte";
    /// What is read of a text in a language without word lists, behind the language's name.
    FIGURES_ONLY: "{}: sentences and figures only", "{} : phrases et chiffres seulement";
    /// The same in a narrow pane.
    FIGURES_ONLY_SHORT: "figures only", "chiffres seuls";
    /// How far lines stand apart.
    SPACING_AIR: "Paragraphs stand apart", "Alinéas espacés";
    /// The same.
    SPACING_TIGHT: "Single spacing", "Interligne simple";
    /// The same.
    SPACING_DOUBLE: "Double spacing", "Interligne double";
    /// A border cannot be moved further, or there is none here.
    BORDER_STAYS: "No border can be moved that way here", "Aucune bordure à déplacer de ce côté";
    /// The list of articles is hidden.
    LIST_HIDDEN: "The list shows only while you are in it", "La liste ne s’affiche que si vous y êtes";
    /// The list of articles is shown.
    LIST_SHOWN: "The list shows again", "La liste s’affiche de nouveau";
    /// How wide the text is.
    COLUMN: "Text column: {} cells", "Colonne de texte : {} cellules";
    /// A save that had failed has now succeeded.
    SAVED_AGAIN: "Saved now", "Enregistré à présent";
    /// Something in a configuration file was not understood.
    CONFIG_PROBLEMS: "Configuration: {} not understood; `claimdesk config --check` says more ({})", "Configuration : {} {erreur|erreurs} ; voir `claimdesk config --check` ({})";
    /// Title of the list pane.
    ARTICLES: "Articles", "Articles";
    /// Title of the text pane before an article is open.
    TEXT: "Text", "Texte";
    /// Before the place of a claim among those pointed out: its number among all, as `show` has it.
    NUMBER_OF_ALL: "no. {}", "nº {}";
    /// Title of the claim pane.
    CLAIM: "Claim", "Affirmation";
    /// An empty folder.
    NO_ARTICLES: "No article here. Put plain text files (.txt) into {}: they appear at once.", "Aucun article ici. Placez des fichiers texte (.txt) dans {} : ils apparaissent aussitôt.";
    /// The months in short, for dates of articles.
    MONTHS: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.";
    /// Something is being read.
    READING: "Reading…", "Lecture…";
    /// No article is open yet.
    CHOOSE_ARTICLE: "Choose an article and press {}.", "Choisissez un article et appuyez sur {}.";
    /// A claim without verdict.
    OPEN: "open", "ouverte";
    /// A verdict whose words changed.
    STALE: "The words of this verdict have changed", "Les mots de ce verdict ont changé";
    /// Heading: why it was highlighted.
    WHY: "Why", "Pourquoi";
    /// Instead of reasons where a person marked the claim.
    MARKED_BY_HAND: "marked by hand", "marquée à la main";
    /// A reason and the words it rests on.
    REASON: "{}: {}", "{} : {}";
    /// Heading of the note.
    NOTE: "Note", "Note";
    /// Heading of the evidence.
    EVIDENCE: "Evidence", "Preuves";
    /// A quotation.
    QUOTED: "“{}”", "« {} »";
    /// Title of the dialog of evidence: which piece, of how many.
    PIECE: "Evidence {} of {}", "Preuve {} sur {}";
    /// Title of the dialog of evidence.
    NEW_PIECE: "New evidence", "Nouvelle preuve";
    /// A field of evidence.
    STANCE: "Role", "Rôle";
    /// A field of evidence.
    LINK: "Link", "Lien";
    /// A field of evidence.
    TITLE: "Title", "Titre";
    /// A field of evidence.
    QUOTE: "Quote", "Citation";
    /// A field of evidence.
    ACCESSED: "Seen on", "Vu le";
    /// A field of evidence: another article of the desk.
    ARTICLE: "Article", "Article";
    /// The key that turns to the next stance.
    TO_TURN: "{} to change", "{} pour changer";
    /// Heading of the form of an article's origin.
    SOURCE_FORM: "Where it comes from: {}", "D’où il vient : {}";
    /// A field of an article's origin.
    OUTLET: "Outlet", "Média";
    /// A field of an article's origin.
    AUTHORS: "Author", "Auteur";
    /// A field of an article's origin.
    PUBLISHED: "Published", "Publié le";
    /// A field of an article's origin.
    ADDRESS: "Address", "Adresse";
    /// A field of an article's origin.
    LANGUAGE: "Language", "Langue";
    /// What a person told of an article's origin is written.
    SOURCE_TOLD: "Written for all: {}", "Écrit pour tous : {}";
    /// It could not be written.
    SOURCE_UNTOLD: "Not written: {}", "Non écrit : {}";
    /// A link that is none.
    NOT_A_LINK: "This is not a link (https…)", "Ce n’est pas un lien (https…)";
    /// A day that is none.
    NOT_A_DAY: "Write the day as 2026-11-21", "Écrivez le jour comme 2026-11-21";
    /// More was pasted than fits.
    PASTE_TOO_LONG: "Too long to paste here: {} KB, at most {} KB", "Trop long pour être collé ici : {} Ko, au plus {} Ko";
    /// A letter that no command has, as the keyboard is not Latin.
    OTHER_LAYOUT: "{} is no command: switch the keyboard to Latin letters", "{} n’est pas une commande : passez le clavier en lettres latines";
    /// The program cannot be suspended.
    NO_SHELL: "No shell to go back to: nothing would continue claimdesk", "Aucun shell où revenir : rien ne relancerait claimdesk";
    /// There is no link anywhere.
    NO_LINK: "Neither evidence nor text has a link, and the article has no address", "Ni les preuves ni le texte n’ont de lien, et l’article n’a pas d’adresse";
    /// A link was opened.
    LINK_OPENED: "Opened: {}", "Ouvert : {}";
    /// When words of a recording were said.
    SAID_AT: "said at {}", "dit à {}";
    /// Heading of what can be imported.
    IMPORTS: "Import", "Importer";
    /// Documents are looked for.
    LOOKING_FOR_IMPORTS: "looking for documents…", "recherche de documents…";
    /// There are none.
    NOTHING_TO_IMPORT: "Nothing to import: no .html, .docx, .odt, .md, .eml, .srt, .epub, .pdf", "Rien à importer : ni .html, .docx, .odt, .md, .eml, .srt, .epub, .pdf";
    /// Several do.
    TO_IMPORT: "{} {file of another kind|files of other kinds} · {} to import", "{} {fichier d’un autre type|fichiers d’autres types} · {} {l’importe|les importe}";
    /// The line that imports all of them.
    IMPORT_ALL: "all", "tous";
    /// How many these are.
    ALL_FILES: "{} {document|documents}", "{} {document|documents}";
    /// They are being imported.
    IMPORTING: "importing {}…", "import de {}…";
    /// They were imported.
    IMPORTED: "{} imported; the {original is|originals are} kept", "{} {importé ; l’original est conservé|importés ; les originaux sont conservés}";
    /// How many were imported; the first of those whose text may be wrong, and why.
    IMPORTED_DOUBTED: "{} imported; {}: {}", "{} {importé|importés} ; {} : {}";
    /// How many were imported; of how many not, and the first of them with its reason.
    IMPORTED_BUT: "{} imported, {} not: {}: {}", "{} {importé|importés}, {} non : {} : {}";
    /// Heading of the list of links.
    LINKS: "Links", "Liens";
    /// Where a link stands.
    LINK_OF_EVIDENCE: "evidence", "preuve";
    /// Where a link stands.
    LINK_OF_ARTICLE: "article", "article";
    /// Where a link stands.
    LINK_IN_TEXT: "text", "texte";
    /// Heading of what teammates decided.
    TEAM: "Team", "Équipe";
    /// A teammate's verdict is not one's own.
    DISAGREES: "disagrees", "en désaccord";
    /// Others' verdicts, hidden until one's own is given.
    TEAM_HIDDEN: "{} hidden until you decide", "{} {verdict masqué|verdicts masqués} tant que vous n’avez pas tranché";
    /// A teammate's words are not quite the claim's.
    ON_WORDS: "on “{}”", "sur « {} »";
    /// A teammate's verdict was given for other words.
    THEIRS_STALE: "given for other words", "donné pour d’autres mots";
    /// Instead of reasons where only teammates marked the claim.
    MARKED_BY: "marked by {}", "marquée par {}";
    /// Teammates whose names are hidden for now made this claim.
    MARKED_BY_TEAM: "marked by a teammate", "marquée par l’équipe";
    /// Title of the list of disagreements.
    DISAGREEMENTS: "Disagreements", "Désaccords";
    /// An empty list of disagreements in blind mode.
    NO_DISAGREEMENTS_BLIND: "Nobody disagrees with a verdict of yours; others are hidden until you decide.", "Personne ne contredit vos verdicts ; les autres restent cachés jusqu’au vôtre.";
    /// Oneself, in a list of people.
    YOU: "you", "vous";
    /// Title of the overview.
    OVERVIEW: "Overview", "Vue d’ensemble";
    /// Behind a number of articles.
    N_ARTICLES: "articles", "articles";
    /// Behind the number one.
    ONE_ARTICLE: "article", "article";
    /// Behind the number one.
    ONE_CLAIM: "claim", "affirmation";
    /// Behind the number one.
    ONE_DECIDED: "decided", "traitée";
    /// Behind the number one.
    ONE_OPEN: "open", "ouverte";
    /// Behind a number of claims.
    N_CLAIMS: "claims", "affirmations";
    /// Behind a number of claims.
    N_DECIDED: "decided", "traitées";
    /// Behind a number of claims.
    N_OPEN: "open", "ouvertes";
    /// Behind a number of verdicts.
    N_STALE: "to look at", "à revoir";
    /// How many verdicts their authors, others, must look at.
    N_FOR_OTHERS: "for others", "pour d’autres";
    /// What stands where the words of a verdict were.
    THERE_NOW: "Now there: “{}”", "À la place : « {} »";
    /// Behind a number of claims.
    N_DISPUTED: "in dispute", "en désaccord";
    /// Heading of the verdicts' bars.
    VERDICTS: "Your verdicts", "Vos verdicts";
    /// Heading of the people's bars.
    PEOPLE: "People", "Équipe";
    /// The same, where others' verdicts are hidden until one decides.
    PEOPLE_BLIND: "People, on articles you are done with", "Équipe, sur les articles que vous avez terminés";
    /// Review by lines: an article begins.
    REVIEW_ARTICLE: "{} ({})\nOpen claims: {}", "{} ({})\nAffirmations ouvertes : {}";
    /// Review by lines: which claim.
    REVIEW_CLAIM: "Claim {} of {}", "Affirmation {} sur {}";
    /// Review by lines: the answers.
    REVIEW_KEYS: "{}. Enter: later. ?: all answers.", "{}. Entrée : plus tard. ? : toutes les réponses.";
    /// Review by lines: all answers apart from the verdicts.
    REVIEW_HELP: "n TEXT, or n alone and the text on the next line  write a note\ns or Enter  skip the claim for now\nb  back to the claim before\no  what other articles say, with their words\nt  the paragraph around the claim\np N, p TEXT  the claim is about the place with this number, about these words\nq  leave; everything is saved", "n TEXTE, ou n seul et le texte à la ligne suivante  écrire une note\ns ou Entrée  passer l’affirmation pour l’instant\nb  revenir à la précédente\no  ce que disent d’autres articles, avec leurs mots\nt  l’alinéa autour de l’affirmation\np N, p TEXTE  l’affirmation porte sur l’endroit de ce numéro, sur ces mots\nq  quitter ; tout est enregistré";
    /// Review by lines: the words a verdict was given for.
    REVIEW_GIVEN_FOR: "given for “{}”", "donné pour « {} »";
    /// Review by lines: one of the places where the words may stand.
    REVIEW_PLACE: "place {}: {}", "endroit {} : {}";
    /// Review by lines: words that name no place.
    REVIEW_NOT_ONCE: "“{}” does not stand here exactly once.", "« {} » ne figure pas ici exactement une fois.";
    /// Review by lines: no verdict without words.
    REVIEW_WHERE: "For which words? p and a number, or p and the words.", "Pour quels mots ? p et un numéro, ou p et les mots.";
    /// Review by lines: a verdict is on disk.
    REVIEW_SAVED: "Saved: {}", "Enregistré : {}";
    /// Review by lines: a note is on disk.
    REVIEW_NOTED: "Note saved. And the verdict?", "Note enregistrée. Et le verdict ?";
    /// Review by lines: the note comes with the next line.
    REVIEW_NOTE: "The note, on one line. Enter alone: none.", "La note, sur une ligne. Entrée seule : aucune.";
    /// Review by lines: what the other articles say is long.
    REVIEW_MORE: "and {} more; o tells all", "et {} de plus ; o les dit tous";
    /// Review by lines: no other article tells of it.
    REVIEW_NO_OTHERS: "No other article says anything about this.", "Aucun autre article n’en parle.";
    /// Review by lines: an answer that means nothing.
    REVIEW_UNKNOWN: "“{}” is no answer here.", "« {} » n’est pas une réponse ici.";
    /// Review by lines: the end.
    REVIEW_DONE: "That was all. Decided now: {}. Still open: {}.", "C’est tout. Traitées maintenant : {}. Encore ouvertes : {}.";
    /// Review by lines: left before the end.
    REVIEW_LEFT: "Until next time. Decided now: {}. Left open here: {}.", "À la prochaine fois. Traitées maintenant : {}. Laissées ouvertes ici : {}.";
    /// Adjudication by lines: the answers.
    ADJUDICATE_KEYS: "For the team: {}, =N as person N, 0 cannot be decided; a reason may follow. Enter: later. q: leave.", "Pour l’équipe : {}, =N comme la personne N, 0 indécidable ; un motif peut suivre. Entrée : plus tard. q : quitter.";
    /// Adjudication by lines: a verdict is on disk.
    ADJUDICATE_SAVED: "Saved as final.", "Enregistré comme final.";
    /// Adjudication by lines: what an editor decided before.
    ADJUDICATE_OVERTAKEN: "Final until now: {}, {}", "Final jusqu’ici : {}, {}";
    /// Adjudication by lines: the end.
    ADJUDICATE_DONE: "That was all. Decided for the team: {}. Left: {}.", "C’est tout. Tranchées pour l’équipe : {}. Laissées : {}.";
    /// A final verdict that gives none.
    UNDECIDABLE: "cannot be decided", "indécidable";
    /// The lesson.
    TUTOR_OPEN: "Welcome. Five articles are here to practise on. {} goes to their list, {} down in it, {} opens: open the second one.", "Bienvenue. Cinq articles pour s’exercer. {} mène à leur liste, {} y descend, {} ouvre : ouvrez le deuxième.";
    /// The lesson.
    TUTOR_NEXT: "What can be checked is highlighted. {} goes to the next claim, {} to the one before.", "Ce qui peut être vérifié est surligné. {} mène à l’affirmation suivante, {} à la précédente.";
    /// The lesson.
    TUTOR_SIGNS: "{} tells every sign and colour of the screen, and the keys below; {} closes it.", "{} explique chaque signe et chaque couleur de l’écran, puis les touches ; {} ferme l’aide.";
    /// The lesson.
    TUTOR_VERDICT: "Decide in one key: {} corroborated, {} disputed, {} unverified. It is saved at once, and the next open claim is shown.", "Tranchez d’une touche : {} corroboré, {} contesté, {} non vérifié. C’est enregistré aussitôt, et l’affirmation ouverte suivante s’affiche.";
    /// The lesson.
    TUTOR_UNDO: "{} takes back the last change, as often as you like.", "{} annule la dernière modification, autant de fois qu’on veut.";
    /// The lesson.
    TUTOR_REDO: "{} does again what was taken back.", "{} rétablit ce qui a été annulé.";
    /// The lesson.
    TUTOR_NOTE: "{} writes a note on the claim: type something, then {} keeps it.", "{} ouvre une note sur l’affirmation : écrivez, puis {} la garde.";
    /// The lesson.
    TUTOR_EVIDENCE: "{} adds evidence, a link or a quote: type https://example.org, then {} keeps it.", "{} ajoute une preuve, lien ou citation : écrivez https://example.org, puis {} la garde.";
    /// The lesson.
    TUTOR_RELATED: "“Other articles” lists what the other articles say about the same fact. Go with {} to a claim that has such a list; {} opens its first line.", "« Ailleurs » montre ce que les autres articles disent du même fait. Allez avec {} à une affirmation qui a cette liste ; {} en ouvre la première ligne.";
    /// The lesson.
    TUTOR_BACK: "{} comes back to where you were.", "{} revient où l’on était.";
    /// The lesson.
    TUTOR_DIFFERENCES: "{} lists where the articles contradict each other; {} closes the list.", "{} montre où les articles se contredisent ; {} ferme la liste.";
    /// The lesson.
    TUTOR_SELECT: "Something is not highlighted? {} selects words, {} {} and {} {} move the borders, {} makes them a claim of your own.", "Un passage n’est pas surligné ? {} sélectionne des mots, {} {} et {} {} déplacent les bornes, {} en fait une affirmation à vous.";
    /// The lesson.
    TUTOR_OVERVIEW: "{} shows how far the whole desk is.", "{} montre l’avancement de tout le dossier.";
    /// The lesson is over.
    TUTOR_END: "That is all you need. {} lists every key of a place, {} leaves ({} closes what is open). Nothing of this lesson is kept.", "Vous savez l’essentiel. {} montre toutes les touches d’un endroit, {} quitte ({} ferme ce qui est ouvert). Rien de cette leçon n’est gardé.";
    /// The offer to make a folder a desk, on the terminal before the screen.
    ASK_LARGE: "{}\nis a home folder, or holds more than {} {file|files}.\nLook for articles in all of it? [y/N] ", "{}\nest un dossier personnel, ou contient plus de {} {fichier|fichiers}.\nY chercher partout des articles ? [o/N] ";
    /// A desk without articles.
    FIRST_START: "This desk has no articles yet. Put plain text files (.txt) into {}, and they appear here; `claimdesk import` makes them of pages and documents. What can be checked is highlighted, one key is a verdict, and all of it is saved in annotations/ on this desk. “claimdesk tutor” teaches it in thirteen steps.", "Ce dossier n’a pas encore d’articles. Placez des fichiers texte (.txt) dans {}, et ils apparaissent ici ; `claimdesk import` en fait à partir de pages et de documents. Ce qui peut être vérifié est surligné, une touche est un verdict, et tout est enregistré dans annotations/, dans ce dossier. « claimdesk tutor » l’apprend en dix étapes.";
    /// Heading of the tags.
    TAGS: "Tags", "Étiquettes";
    /// What the dialog of tags explains.
    TAGS_HINT: "Several tags: put commas between them.", "Plusieurs étiquettes : séparez-les par des virgules.";
    /// Words with their place: article, file, first and last code point.
    COPY_TITLED: "{} ({}, {}, {}–{})", "{} ({}, {}, {}–{})";
    /// Words with their place: file, first and last code point.
    COPY: "{} ({}, {}–{})", "{} ({}, {}–{})";
    /// What is on the clipboard now.
    COPIED: "Copied: {}", "Copié : {}";
    /// A stance of evidence.
    SUPPORTS: "supports", "confirme";
    /// A stance of evidence.
    REFUTES: "refutes", "contredit";
    /// A stance of evidence.
    CONTEXT: "context", "contexte";
    /// When an annotation was made.
    CREATED: "Made {}", "Créée le {}";
    /// When an annotation was changed.
    UPDATED: "Changed {}", "Modifiée le {}";
    /// How strongly a claim was detected.
    STRONG: "strong", "forte";
    /// How strongly a claim was detected.
    FAIR: "fair", "moyenne";
    /// How strongly a claim was detected.
    WEAK: "weak", "faible";
    /// A kind of claim.
    KIND_QUANTITY: "figure", "chiffre";
    /// A kind of claim.
    KIND_DATE: "date", "date";
    /// A kind of claim.
    KIND_ATTRIBUTION: "attributed", "propos rapporté";
    /// A kind of claim.
    KIND_QUOTE: "quote", "citation";
    /// A kind of claim.
    KIND_EVENT: "event", "événement";
    /// A kind of claim.
    KIND_COMPARISON: "comparison", "comparaison";
    /// A kind of claim.
    KIND_DENIAL: "denial", "démenti";
    /// Heading: the words being selected.
    SELECTED_WORDS: "Words to keep", "Mots à garder";
    /// How much is selected.
    SELECTED_SIZE: "{} {word|words}, {} {character|characters}", "{} {mot|mots}, {} {caractère|caractères}";
    /// What a selection becomes.
    SELECT_NEW: "A claim of your own", "Votre propre affirmation";
    /// What a selection becomes, with the key for a new claim instead.
    SELECT_MOVE: "New borders for your claim; {}: a new claim instead", "Nouvelles bornes de l’affirmation ; {} : en créer plutôt une autre";
    /// What a selection becomes, with the key for moving the old claim instead.
    SELECT_NEW_INSTEAD: "A new claim; {}: move your claim instead", "Une nouvelle affirmation ; {} : déplacer plutôt la vôtre";
    /// How to go on from a selection: the keys that accept and drop it.
    SELECT_HOW: "{}: keep without verdict; a verdict’s key: keep with it; {}: drop", "{} : garder sans verdict ; touche d’un verdict : garder avec lui ; {} : abandonner";
    /// Nothing but white space is selected.
    SELECT_NOTHING: "No words are selected", "Aucun mot n’est sélectionné";
    /// What is being written is about words that the article no longer has.
    WRITTEN_ON_GONE: "The article changed: the words you write about are gone; what you keep stays with them", "L’article a changé : les mots que vous commentez ont disparu ; ce que vous gardez leur reste lié";
    /// Before words that the article no longer has.
    WORDS_GONE_OF: "words gone: {}", "mots disparus : {}";
    /// Something cannot be kept while its article is not there.
    NOT_SAVED_GONE: "Not saved: the article is not there now", "Non enregistré : l’article n’est plus là pour l’instant";
    /// Places to come back to and marks whose words are gone.
    PLACES_DROPPED: "The article changed; marks and places to come back to dropped: {}", "L’article a changé ; marques et lieux de retour abandonnés : {}";
    /// In the foot: the words under the cursor are gone.
    ASTRAY_GONE_SHORT: "The article changed: the words here are gone, no claim is chosen", "L’article a changé : les mots d’ici ont disparu, aucune affirmation n’est choisie";
    /// What a key does then.
    ASTRAY_ON: "go on from here", "continuer d’ici";
    /// In the foot: they read otherwise.
    ASTRAY_CHANGED_SHORT: "The article changed: this reads otherwise now, no claim is chosen", "L’article a changé : ceci se lit autrement, aucune affirmation n’est choisie";
    /// The words under the cursor are gone: which, and the keys that go on.
    ASTRAY_GONE: "The article changed: “{}” is gone, no claim is chosen; {} {} go on", "L’article a changé : « {} » a disparu, aucune affirmation n’est choisie ; {} {} pour continuer";
    /// They read otherwise: how they did, how they do, and the keys that go on.
    ASTRAY_CHANGED: "The article changed: “{}” now reads “{}”, no claim is chosen; {} {} go on", "L’article a changé : « {} » est devenu « {} », aucune affirmation n’est choisie ; {} {} pour continuer";
    /// The text is shown in the lines of its file.
    FILE_LINES: "The file’s own lines", "Les lignes du fichier";
    /// The text is shown with the lines of its file joined.
    FLOWING_LINES: "The text as it reads", "Le texte suivi";
    /// The lines of the file are those of the text.
    FILE_LINES_SHOWN: "No line of this file is broken", "Aucune ligne coupée dans ce fichier";
    /// A search is asked to go on, but none is on.
    NO_SEARCH: "No search is on", "Aucune recherche en cours";
    /// The words of a query are nowhere in the article.
    NOT_FOUND: "“{}” is not in this article", "« {} » n’est pas dans cet article";
    /// A search went around the end of the article.
    SEARCH_AROUND: "Around the end of the article", "On repasse par l’autre bout de l’article";
    /// Title of the search in all articles.
    FIND: "Search in all articles", "Recherche dans tous les articles";
    /// Before anything is typed into a search.
    FIND_HINT: "Accents and capitals count if typed · \"whole word\" · /pattern/ · {} in notes, evidence", "Accents et majuscules comptent si tapés · \"mot entier\" · /motif/ · {} dans notes et preuves";
    /// A pattern to search with makes no sense: why.
    BAD_PATTERN: "Not a pattern yet: {}", "Pas encore un motif : {}";
    /// What a search found, and in how many articles.
    FIND_COUNT: "{} {match|matches} in {} {article|articles}", "{} {résultat|résultats} dans {} {article|articles}";
    /// How far a search is.
    FIND_GOING: "{} {match|matches}; {} of {} {article|articles} read", "{} {résultat|résultats} ; {} {article lu|articles lus} sur {}";
    /// Title of the palette.
    PALETTE: "Palette", "Palette";
    /// What the palette finds.
    PALETTE_HINT: "Commands, articles by title, claims by words", "Commandes, articles par titre, affirmations par mots";
    /// A verdict in the palette.
    VERDICT_NAMED: "Verdict: {}", "Verdict : {}";
    /// A format in the palette: what opens the list, its name, what it is, where it goes.
    EXPORT_NAMED: "{}: {} · {} → {}", "{} : {} · {} → {}";
    /// Title of the filter.
    FILTER: "Filter", "Filtre";
    /// How far a filter is, and what it lets through.
    FILTER_COUNT: "{} of {} {claim|claims} here, {} of {} {article|articles}; {}: complete", "{} {affirmation|affirmations} sur {} ici, {} {article|articles} sur {} ; {} : compléter";
    /// Before anything is typed into a filter.
    FILTER_HINT: "Words combine; - excludes; others are searched for; {}: complete", "Combinables ; - exclut ; tout autre mot est cherché ; {} : compléter";
    /// Words that look like a filter's but are none.
    FILTER_UNKNOWN: "Not understood: {}", "Non compris : {}";
    /// A key clears a filter where there is none.
    NO_FILTER: "No filter is on; everything is shown", "Aucun filtre ; tout est affiché";
    /// No article holds a claim that the filter lets through.
    FILTER_NOTHING: "No article holds such claims. {}: show all again", "Aucun article n’a de telles affirmations. {} : tout afficher";
    /// A word of a filter.
    FILTER_OPEN: "without verdict, or to be looked at again", "sans verdict, ou à revoir";
    /// A word of a filter.
    FILTER_DECIDED: "with a verdict in force", "avec un verdict en vigueur";
    /// A word of a filter.
    FILTER_STALE: "the words changed since the verdict", "mots modifiés depuis le verdict";
    /// A word of a filter.
    FILTER_NOTED: "with a note of yours", "avec une note de vous";
    /// A word of a filter.
    FILTER_OWN: "annotated by you", "annotée par vous";
    /// A word of a filter.
    FILTER_DISAGREED: "on which people disagree", "sur lesquelles on n’est pas d’accord";
    /// A key of a filter.
    FILTER_KIND: "quantity, date, quote…", "chiffre, date, citation…";
    /// A key of a filter.
    FILTER_VERDICT: "by verdict", "selon le verdict";
    /// A key of a filter.
    FILTER_TAG: "by tag", "selon l’étiquette";
    /// A key of a filter.
    FILTER_BY: "by annotator", "selon la personne";
    /// How the list is sorted now.
    SORT_NAME: "Sorted by name", "Triés par nom";
    /// How the list is sorted now.
    SORT_OPEN: "Sorted by open claims", "Triés par affirmations ouvertes";
    /// How the list is sorted now.
    SORT_DIFFERENCES: "Sorted by disagreement", "Triés par désaccord";
    /// How the list is sorted now.
    SORT_STORY: "Grouped by story", "Groupés par sujet";
    /// The list is sorted by day of publication.
    SORT_PUBLISHED: "Sorted by date, the latest first", "Triés par date, les plus récents d’abord";
    /// The list is sorted by who published it.
    SORT_OUTLET: "Sorted by outlet", "Triés par média";
    /// The list begins with what one has to check.
    SORT_ASSIGNED: "Assigned to you first, the soonest due on top", "Ceux qui vous sont attribués d’abord, les plus urgents en haut";
    /// What `outlet:` looks for.
    FILTER_OUTLET: "articles of this outlet", "articles de ce média";
    /// What `published:` looks for.
    FILTER_PUBLISHED: "articles of this day, month or year: 2024-10", "articles de ce jour, mois ou an : 2024-10";
    /// A save failed and is tried again.
    NOT_SAVED: "{} NOT SAVED: {}; will retry", "{} NON ENREGISTRÉ{|S} : {} ; nouvel essai prévu";
    /// What was decided on this claim is not on disk.
    CLAIM_NOT_SAVED: "not saved", "non enregistré";
    /// Word of the foot for the verdict keys.
    VERDICT: "Verdict", "Verdict";
    /// Title of a question.
    QUESTION: "Question", "Question";
    /// Leaving with changes that are not on disk.
    QUIT_UNSAVED: "Some decisions are not on disk yet: {}.\n\n{}  keep them elsewhere and leave\n{}  leave and lose them\n{}  stay", "Des décisions ne sont pas encore enregistrées : {}.\n\n{}  les garder ailleurs et quitter\n{}  quitter et les perdre\n{}  rester";
    /// The answer to the key that keeps elsewhere, where something else is asked.
    NOT_ASKED: "That is not an answer to this question", "Ce n’est pas une réponse à cette question";
    /// What could not be saved could not be kept elsewhere: why.
    NOT_KEPT_EITHER: "Not kept elsewhere either: {}", "Impossible de les garder ailleurs non plus : {}";
    /// After leaving: what is not on the desk is kept in this folder.
    KEPT_ELSEWHERE: "Not saved in {}, but kept in {}: the next start on this desk saves it.", "Non enregistré dans {}, mais gardé dans {} : le prochain démarrage dans ce dossier l’enregistrera.";
    /// The same where the next start does not look.
    KEPT_ANYWHERE: "Not saved in {}, but kept in {}: copy the folder `annotations` from there.", "Non enregistré dans {}, mais gardé dans {} : copiez-en le dossier `annotations`.";
    /// What was kept elsewhere is on the desk.
    TAKEN_BACK: "What could not be saved last time is saved now", "Ce qui n’avait pas pu être enregistré la dernière fois l’est maintenant";
    /// What was kept elsewhere cannot be saved yet: why, and where it is.
    STILL_ELSEWHERE: "Not saved last time, and not now ({}): it is kept in {}", "Non enregistré la dernière fois, ni maintenant ({}) : c’est gardé dans {}";
    /// The folder cannot be written: why.
    FOLDER_READ_ONLY: "Nothing can be saved in this folder: {}", "Rien ne peut être enregistré dans ce dossier : {}";
    /// Question about a file that is gone.
    WRITE_BACK: "The annotation file of {} is gone: another branch, or somebody deleted it. Write yours back? {} yes, {} no", "Le fichier d’annotations de {} a disparu : autre branche, ou quelqu’un l’a supprimé. Réécrire le vôtre ? {} oui, {} non";
    /// The question after that, where the answer was no.
    LET_GO: "Then take what the disk has, and drop yours here? {} yes (undo brings them back), {} leave them unsaved", "Prendre alors l’état du disque et laisser les vôtres ? {} oui (annuler les ramène), {} les garder sans enregistrer";
    /// Title of the help.
    HELP: "Keys", "Touches";
    /// A search among the keys found none.
    NO_SUCH_KEY: "No key with these words", "Aucune touche avec ces mots";
    /// Behind what is searched for in the help.
    HELP_SEARCHED: "in all places; {}: all keys again", "partout ; {} : toutes les touches";
    /// Which file set a key.
    KEY_SET_IN: "set in {}", "réglée dans {}";
    /// Help line of a verdict's key.
    GIVE_VERDICT: "Verdict {}, then on to the next open claim", "Verdict {}, puis affirmation ouverte suivante";
    /// Heading of the legend.
    SIGNS: "Signs", "Signes";
    /// Words that show how words look.
    SAMPLE: "words", "mots";
    /// The same, of who says something.
    SAMPLE_SOURCE: "she says", "dit-elle";
    /// Beside it, the key that goes to the end of the page.
    COLOURS_BELOW: "colours: {}", "couleurs : {}";
    /// The same of words.
    COLOURS: "Colours and looks", "Couleurs et aspects";
    /// Word of the foot: the digits that lead to what is said elsewhere.
    TO_OTHERS: "other claims", "autres affirmations";
    /// The same where there is one.
    TO_OTHER: "other claim", "autre affirmation";
    /// Word of the foot: take what another article says as evidence.
    AS_EVIDENCE: "as evidence", "comme preuve";
    /// Word of the foot: a claim and what another says, beside each other.
    COMPARE_THEM: "compare", "comparer";
    /// Word of the foot: what the articles differ on.
    TO_DIFFERENCES: "differences", "différences";
    /// Help line of the keys 1 to 9.
    OPEN_RELATED: "Open the related claim of this number ({} to 9)", "Ouvrir l’affirmation liée de ce numéro ({} à 9)";
}

/// The name of a reason for a highlight, where it has one here.
pub(crate) fn reason(name: &str) -> Option<Text> {
    REASONS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// A language by its code.
pub(crate) fn language(code: &str) -> Text {
    let known = LANGUAGES.iter().find(|(known, _)| *known == code);
    known.map_or(OTHER_LANGUAGE, |(_, text)| *text)
}

const OTHER_LANGUAGE: Text = text("other language", "autre langue");

const LANGUAGES: &[(&str, Text)] = &[
    ("fr", text("French", "français")),
    ("en", text("English", "anglais")),
    ("de", text("German", "allemand")),
    ("es", text("Spanish", "espagnol")),
    ("it", text("Italian", "italien")),
    ("pt", text("Portuguese", "portugais")),
    ("nl", text("Dutch", "néerlandais")),
    ("ru", text("Russian", "russe")),
    ("ar", text("Arabic", "arabe")),
    ("zh", text("Chinese", "chinois")),
    ("ja", text("Japanese", "japonais")),
];

/// Reasons by the stable name that `core::claim` gives them.
pub(crate) const REASONS: &[(&str, Text)] = &[
    ("figure", text("figure", "chiffre")),
    ("date", text("date", "date")),
    ("source", text("source", "source")),
    ("quote", text("quote", "citation")),
    ("denied-by", text("denied by", "démenti par")),
    ("hearsay", text("hearsay", "ouï-dire")),
    ("name", text("name", "nom")),
    ("event", text("event", "événement")),
    ("change", text("change", "évolution")),
    ("comparison", text("comparison", "comparaison")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{COMMANDS, Context};

    fn all() -> impl Iterator<Item = (&'static str, Text)> {
        let commands = COMMANDS.iter().flat_map(|entry| {
            [Some(entry.doc), entry.foot].into_iter().flatten().map(|text| (entry.name, text))
        });
        let places = Context::ALL.iter().map(|place| (place.name(), place.title()));
        let line = crate::i18n::line::all();
        ALL.iter().chain(crate::i18n::team::ALL).copied().chain(line).chain(commands).chain(places)
    }

    #[test]
    fn no_message_is_missing_and_both_take_the_same_values() {
        for (name, text) in all() {
            assert!(!text.en.is_empty() && !text.fr.is_empty(), "{name}");
            assert_eq!(text.en.matches("{}").count(), text.fr.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn french_is_set_as_french() {
        for (name, text) in all() {
            for sign in [':', ';', '!', '?'] {
                // The colon of a link is none of a sentence.
                let signs = text.fr.match_indices(sign);
                for (at, _) in signs.filter(|(at, _)| !text.fr[*at..].starts_with("://")) {
                    let before = text.fr[..at].chars().next_back();
                    assert!(
                        before.is_none_or(|c| c == '\u{a0}' || c == '\u{202f}' || "?!".contains(c)),
                        "{name}: `{}` wants a no-break space before `{sign}`",
                        text.fr
                    );
                }
            }
            assert!(
                !text.fr.contains('\''),
                "{name}: `{}` wants a typographic apostrophe",
                text.fr
            );
        }
    }
}
