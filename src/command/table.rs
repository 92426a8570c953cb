//! The table of commands.

use super::context::Context::{
    self, Adjudicate, Articles, Browse, Bulk, Claim, Compare, Confirm, Desk, Evidence, Filter,
    Help, Note, Palette, Search, Select, Source, Tags,
};
use crate::i18n::{Text, text};

/// Everything a person can ask for, verdicts apart (they come from the labels).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each has its line of help in COMMANDS")]
pub enum Command {
    Next,
    Previous,
    NextOpen,
    PreviousOpen,
    Open,
    Back,
    Forward,
    NextArticle,
    PreviousArticle,
    NextPane,
    PreviousPane,
    Leave,
    LineDown,
    LineUp,
    PageDown,
    PageUp,
    HalfDown,
    HalfUp,
    Top,
    Bottom,
    Withdraw,
    Confirm,
    WriteNote,
    AddEvidence,
    TellSource,
    EditTags,
    ShortClaim,
    ArticleNote,
    NoteLast,
    EvidenceLast,
    TagsLast,
    Advance,
    SelectText,
    TakeAsEvidence,
    Overlapping,
    Repeat,
    Bulk,
    Mark,
    NextMark,
    MoreClaims,
    FewerClaims,
    Search,
    SearchDesk,
    NextMatch,
    PreviousMatch,
    Filter,
    ClearFilter,
    Differences,
    Compare,
    Facts,
    Attention,
    Disagreements,
    Adjudicate,
    Undecidable,
    WriteReason,
    HideNames,
    Reply,
    Work,
    Changes,
    MarkRead,
    Sync,
    Overview,
    Results,
    Import,
    SortArticles,
    Story,
    ReadAhead,
    MoveBorderRight,
    MoveBorderLeft,
    HideList,
    WiderColumn,
    NarrowerColumn,
    LineSpacing,
    FileLines,
    CopyClaim,
    OpenLink,
    Undo,
    Redo,
    Palette,
    Help,
    Redraw,
    Suspend,
    Quit,
    Accept,
    Cancel,
    NewLine,
    ExternalEditor,
    NextField,
    PreviousField,
    EraseAll,
    TurnStance,
    NextPiece,
    PreviousPiece,
    RemovePiece,
    Complete,
    LastRemark,
    EndRight,
    EndLeft,
    StartRight,
    StartLeft,
    BorderRight,
    BorderLeft,
    BorderRightChar,
    BorderLeftChar,
    BorderUp,
    BorderDown,
    TakeSentence,
    TakeParagraph,
    SwapEnds,
    OwnOrNew,
    Yes,
    KeepElsewhere,
    No,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its name in configuration and palette.
    pub name: &'static str,
    /// What it does, in one line.
    pub doc: Text,
    /// A word or two for the foot, where it is shown there.
    pub foot: Option<Text>,
    /// Its default keys by place.
    pub keys: &'static [(Context, &'static [&'static str])],
}

impl Command {
    /// Its row.
    ///
    /// # Panics
    /// Never: a test holds that every command has a row.
    pub(crate) fn entry(self) -> &'static Entry {
        COMMANDS.iter().find(|entry| entry.command == self).expect("every command has a row")
    }

    /// Whether what is typed next is meant for the dialog that this opens.
    pub(crate) const fn asks_for_text(self) -> bool {
        matches!(
            self,
            Self::WriteNote
                | Self::ShortClaim
                | Self::ArticleNote
                | Self::AddEvidence
                | Self::TellSource
                | Self::EditTags
                | Self::NoteLast
                | Self::EvidenceLast
                | Self::TagsLast
                | Self::WriteReason
                | Self::Reply
                | Self::Search
                | Self::SearchDesk
                | Self::Filter
                | Self::Palette
        )
    }

    /// The command of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        COMMANDS.iter().find(|entry| entry.name == name).map(|entry| entry.command)
    }
}

type Keys = &'static [(Context, &'static [&'static str])];

const fn row(command: Command, name: &'static str, doc: Text, keys: Keys) -> Entry {
    Entry { command, name, doc, foot: None, keys }
}

const fn shown(command: Command, name: &'static str, doc: Text, foot: Text, keys: Keys) -> Entry {
    Entry { command, name, doc, foot: Some(foot), keys }
}

/// All commands, in the order of the help and the foot.
pub const COMMANDS: &[Entry] = &[
    shown(
        Command::Next,
        "next",
        text(
            "Next claim, or next line of a list",
            "Affirmation suivante, ou ligne suivante d’une liste",
        ),
        text("next", "suivante"),
        &[
            (Articles, &["j"]),
            (Context::Text, &["j"]),
            (Claim, &["j"]),
            (Browse, &["j", "Down", "Ctrl-N"]),
            (Compare, &["j", "Down", "Ctrl-N"]),
            (Palette, &["Down", "Ctrl-N"]),
            (Filter, &["Down", "Ctrl-N"]),
            (Tags, &["Down", "Ctrl-N"]),
            (Search, &["Down", "Ctrl-N"]),
        ],
    ),
    shown(
        Command::Previous,
        "previous",
        text(
            "Previous claim, or previous line of a list",
            "Affirmation précédente, ou ligne précédente d’une liste",
        ),
        text("previous", "précédente"),
        &[
            (Articles, &["k"]),
            (Context::Text, &["k"]),
            (Claim, &["k"]),
            (Browse, &["k", "Up", "Ctrl-P"]),
            (Compare, &["k", "Up", "Ctrl-P"]),
            (Palette, &["Up", "Ctrl-P"]),
            (Filter, &["Up", "Ctrl-P"]),
            (Tags, &["Up", "Ctrl-P"]),
            (Search, &["Up", "Ctrl-P"]),
        ],
    ),
    shown(
        Command::Open,
        "open",
        text(
            "Open the article, or what the line leads to",
            "Ouvrir l’article, ou ce que désigne la ligne",
        ),
        text("open", "ouvrir"),
        &[
            (Articles, &["Enter", "Right", "l"]),
            (Claim, &["Enter"]),
            (Browse, &["Enter", "Right"]),
            (Compare, &["Enter"]),
        ],
    ),
    row(
        Command::NextOpen,
        "next-open",
        text(
            "Next open claim, in this article or a later one",
            "Affirmation ouverte suivante, ici ou dans un article suivant",
        ),
        &[(Desk, &["o"])],
    ),
    row(
        Command::PreviousOpen,
        "previous-open",
        text(
            "Previous open claim of this article",
            "Affirmation ouverte précédente de cet article",
        ),
        &[(Desk, &["O"])],
    ),
    shown(
        Command::WriteNote,
        "note",
        text("Write a note on the claim", "Écrire une note sur l’affirmation"),
        text("note", "note"),
        &[(Desk, &["n"])],
    ),
    shown(
        Command::AddEvidence,
        "evidence",
        text("Add evidence: a link or a quote", "Ajouter une preuve : lien ou citation"),
        text("evidence", "preuve"),
        &[(Desk, &["e"])],
    ),
    row(
        Command::ShortClaim,
        "claim-in-short",
        text(
            "Write the claim in a few words, as it is published",
            "Écrire l’affirmation en quelques mots, pour la publier",
        ),
        &[],
    ),
    row(
        Command::ArticleNote,
        "article-note",
        text("Write a note on the whole article", "Écrire une note sur tout l’article"),
        &[(Articles, &["n"])],
    ),
    row(
        Command::TellSource,
        "source",
        text("Tell where the article comes from", "Dire d’où vient l’article"),
        &[(Articles, &["e"])],
    ),
    row(
        Command::EditTags,
        "tags",
        text("Give the claim tags", "Étiqueter l’affirmation"),
        &[(Desk, &["t"])],
    ),
    row(
        Command::NoteLast,
        "note-last",
        text(
            "Write a note on the claim decided last",
            "Écrire une note sur la dernière affirmation traitée",
        ),
        &[(Desk, &["N"])],
    ),
    row(
        Command::EvidenceLast,
        "evidence-last",
        text(
            "Add evidence to the claim decided last",
            "Ajouter une preuve à la dernière affirmation traitée",
        ),
        &[(Desk, &["E"])],
    ),
    row(
        Command::TagsLast,
        "tags-last",
        text("Give the claim decided last tags", "Étiqueter la dernière affirmation traitée"),
        &[],
    ),
    row(
        Command::Advance,
        "advance",
        text("After a verdict, move on or stay", "Après un verdict, avancer ou rester"),
        &[(Desk, &["Ctrl-K"])],
    ),
    row(
        Command::Withdraw,
        "withdraw",
        text(
            "Take the verdict back; the claim is open again",
            "Retirer le verdict ; l’affirmation redevient ouverte",
        ),
        &[(Desk, &["Backspace", "Delete"])],
    ),
    row(
        Command::Confirm,
        "confirm",
        text(
            "Confirm a stale verdict for the new words",
            "Confirmer un verdict périmé pour les nouveaux mots",
        ),
        &[(Desk, &["y"]), (Browse, &["y"])],
    ),
    shown(
        Command::SelectText,
        "select",
        text("Select words for a claim of your own", "Sélectionner les mots de votre affirmation"),
        text("select", "sélectionner"),
        &[(Desk, &["v"])],
    ),
    row(
        Command::Overlapping,
        "overlapping",
        text(
            "Go through the claims that overlap here",
            "Parcourir les affirmations qui se chevauchent ici",
        ),
        &[(Desk, &["w"])],
    ),
    row(
        Command::TakeAsEvidence,
        "take",
        text("Take the related claim as evidence", "Prendre l’affirmation liée comme preuve"),
        &[(Desk, &["a"]), (Compare, &["a"])],
    ),
    row(
        Command::Repeat,
        "repeat",
        text(
            "The last verdict also where the same is said, one by one",
            "Le dernier verdict aussi là où la même chose est dite",
        ),
        &[(Desk, &["r"])],
    ),
    row(
        Command::Bulk,
        "bulk",
        text(
            "A verdict for all marked or filtered claims, or same words",
            "Un verdict pour toutes : marquées, filtrées, mêmes mots",
        ),
        &[(Desk, &["*"])],
    ),
    row(
        Command::Mark,
        "mark",
        text("Mark the claim, or take its mark away", "Marquer l’affirmation, ou la démarquer"),
        &[(Desk, &["M"])],
    ),
    row(
        Command::NextMark,
        "next-mark",
        text(
            "Next marked claim, or the one changed last",
            "Affirmation marquée suivante, ou dernière modifiée",
        ),
        &[(Desk, &["Z"])],
    ),
    row(
        Command::Back,
        "back",
        text("Come back to where you were", "Revenir où l’on était"),
        &[(Desk, &["b", "Alt-Left"])],
    ),
    row(
        Command::Forward,
        "forward",
        text("Go again where you came back from", "Retourner là d’où l’on est revenu"),
        &[(Desk, &["Alt-Right"])],
    ),
    shown(
        Command::Undo,
        "undo",
        text("Undo the last change", "Annuler la dernière modification"),
        text("undo", "annuler"),
        &[(Desk, &["U", "Ctrl-Z"]), (Note, &["Ctrl-Z"])],
    ),
    row(
        Command::Redo,
        "redo",
        text("Redo what was undone", "Rétablir ce qui a été annulé"),
        &[(Desk, &["Ctrl-R"]), (Note, &["Ctrl-R", "Ctrl-Y"])],
    ),
    row(
        Command::NextArticle,
        "next-article",
        text("Next article", "Article suivant"),
        &[(Desk, &["J", "Ctrl-N"])],
    ),
    row(
        Command::PreviousArticle,
        "previous-article",
        text("Previous article", "Article précédent"),
        &[(Desk, &["K"])],
    ),
    shown(
        Command::NextPane,
        "next-pane",
        text("Next pane, or next view of a list", "Volet suivant, ou autre vue d’une liste"),
        text("pane", "volet"),
        &[(Desk, &["Tab"]), (Browse, &["Tab"]), (Bulk, &["Tab", "Down"])],
    ),
    row(
        Command::PreviousPane,
        "previous-pane",
        text("Previous pane, or view of a list", "Volet précédent, ou vue d’une liste"),
        &[(Desk, &["Shift-Tab"]), (Browse, &["Shift-Tab"]), (Bulk, &["Shift-Tab", "Up"])],
    ),
    row(
        Command::Leave,
        "leave",
        text(
            "Leave the pane for the list of articles",
            "Quitter le volet pour la liste des articles",
        ),
        &[(Desk, &["Esc"]), (Context::Text, &["Left", "h"]), (Claim, &["Left", "h"])],
    ),
    row(
        Command::LineDown,
        "line-down",
        text("One line down", "Une ligne plus bas"),
        &[(Desk, &["Down"]), (Help, &["Down", "j"])],
    ),
    row(
        Command::LineUp,
        "line-up",
        text("One line up", "Une ligne plus haut"),
        &[(Desk, &["Up"]), (Help, &["Up", "k"])],
    ),
    row(
        Command::PageDown,
        "page-down",
        text("One page down", "Une page plus bas"),
        &[
            (Desk, &["Space", "PgDn", "Ctrl-F"]),
            (Help, &["Space", "PgDn"]),
            (Browse, &["PgDn", "Space"]),
            (Palette, &["PgDn"]),
            (Filter, &["PgDn"]),
            (Search, &["PgDn"]),
        ],
    ),
    row(
        Command::PageUp,
        "page-up",
        text("One page up", "Une page plus haut"),
        &[
            (Desk, &["PgUp", "Ctrl-B"]),
            (Help, &["PgUp"]),
            (Browse, &["PgUp"]),
            (Palette, &["PgUp"]),
            (Filter, &["PgUp"]),
            (Search, &["PgUp"]),
        ],
    ),
    row(
        Command::HalfDown,
        "half-down",
        text("Half a page down", "Une demi-page plus bas"),
        &[(Desk, &["Ctrl-D"])],
    ),
    row(
        Command::HalfUp,
        "half-up",
        text("Half a page up", "Une demi-page plus haut"),
        &[(Desk, &["Ctrl-U"])],
    ),
    row(
        Command::Top,
        "top",
        text("To the beginning", "Au début"),
        &[
            (Desk, &["g", "Home"]),
            (Help, &["Home", "g"]),
            (Browse, &["Home", "g"]),
            (Compare, &["Home", "g"]),
        ],
    ),
    row(
        Command::Bottom,
        "bottom",
        text("To the end", "À la fin"),
        &[
            (Desk, &["G", "End"]),
            (Help, &["End", "G"]),
            (Browse, &["End", "G"]),
            (Compare, &["End", "G"]),
        ],
    ),
    row(
        Command::MoreClaims,
        "more-claims",
        text("Highlight more claims", "Surligner davantage d’affirmations"),
        &[(Desk, &["+", "="])],
    ),
    row(
        Command::FewerClaims,
        "fewer-claims",
        text("Highlight fewer claims", "Surligner moins d’affirmations"),
        &[(Desk, &["-"])],
    ),
    shown(
        Command::Search,
        "search",
        text("Search in the article, or in the help", "Chercher dans l’article, ou dans l’aide"),
        text("search", "chercher"),
        &[(Desk, &["/"]), (Help, &["/"])],
    ),
    row(
        Command::SearchDesk,
        "search-desk",
        text("Search in all articles", "Chercher dans tous les articles"),
        &[(Desk, &["s"]), (Search, &["Ctrl-G"])],
    ),
    row(
        Command::NextMatch,
        "next-match",
        text("Next match of the search", "Résultat suivant de la recherche"),
        &[(Desk, &[".", "F3"])],
    ),
    row(
        Command::PreviousMatch,
        "previous-match",
        text("Previous match of the search", "Résultat précédent de la recherche"),
        &[(Desk, &[",", "Shift-F3"])],
    ),
    row(
        Command::Filter,
        "filter",
        text("Filter articles and claims", "Filtrer articles et affirmations"),
        &[(Desk, &["f"])],
    ),
    row(
        Command::ClearFilter,
        "clear-filter",
        text("Show all again", "Tout afficher de nouveau"),
        &[(Desk, &["F"])],
    ),
    row(
        Command::Differences,
        "differences",
        text("What the articles differ on", "Ce sur quoi les articles diffèrent"),
        &[(Desk, &["D"])],
    ),
    row(
        Command::Compare,
        "compare",
        text(
            "Two places side by side, what differs marked",
            "Deux passages côte à côte, l’écart marqué",
        ),
        &[(Desk, &["V"]), (Browse, &["V"])],
    ),
    row(
        Command::Facts,
        "facts",
        text("All facts of the article", "Tous les faits de l’article"),
        &[(Desk, &["i"])],
    ),
    row(
        Command::Attention,
        "attention",
        text(
            "Verdicts that need a look: stale, ambiguous, lost",
            "Verdicts à revoir : périmés, ambigus, perdus",
        ),
        &[(Desk, &["A"])],
    ),
    row(
        Command::Disagreements,
        "disagreements",
        text("Where teammates disagree", "Les désaccords de l’équipe"),
        &[(Desk, &["T"])],
    ),
    row(
        Command::Adjudicate,
        "adjudicate",
        text("Decide for the team, or end that", "Trancher pour l’équipe, ou finir"),
        &[(Desk, &["Ctrl-T"])],
    ),
    shown(
        Command::Undecidable,
        "undecidable",
        text(
            "The team cannot decide this claim",
            "L’équipe ne peut pas trancher cette affirmation",
        ),
        text("undecidable", "indécidable"),
        &[(Adjudicate, &["0"])],
    ),
    shown(
        Command::WriteReason,
        "reason",
        text("Write why the team decided so", "Écrire le motif de la décision"),
        text("reason", "motif"),
        &[(Adjudicate, &["n"])],
    ),
    row(
        Command::HideNames,
        "hide-names",
        text("Hide or show who said what", "Cacher ou montrer qui a dit quoi"),
        &[(Adjudicate, &["."])],
    ),
    row(
        Command::Reply,
        "reply",
        text("Say something to the team about the claim", "Répondre à l’équipe sur l’affirmation"),
        &[(Desk, &["R"])],
    ),
    row(
        Command::Work,
        "work",
        text("The article: taken, done, published, none", "L’article : pris, fini, publié, rien"),
        &[(Desk, &["W"])],
    ),
    row(
        Command::Changes,
        "changes",
        text(
            "What others did since you last looked",
            "Ce que d’autres ont fait depuis la dernière fois",
        ),
        &[(Desk, &["C"])],
    ),
    row(
        Command::MarkRead,
        "mark-read",
        text("In the list of changes: all are seen", "Dans la liste des changements : tout est vu"),
        &[(Browse, &["m"])],
    ),
    row(
        Command::Sync,
        "sync",
        text(
            "Share through git: commit, merge, push",
            "Partager par git : valider, fusionner, pousser",
        ),
        &[(Desk, &["Ctrl-G"])],
    ),
    row(
        Command::Overview,
        "overview",
        text("Progress of the desk", "Avancement du dossier"),
        &[(Desk, &["P"])],
    ),
    row(
        Command::Results,
        "results",
        text("Report and exports", "Rapport et exports"),
        &[(Desk, &["X"])],
    ),
    row(
        Command::Import,
        "import",
        text(
            "Import documents of other kinds that lie among the articles",
            "Importer les documents d’autres types parmi les articles",
        ),
        &[(Desk, &["I"])],
    ),
    row(
        Command::Story,
        "story",
        text(
            "Only the articles on this story, or all again",
            "Seulement les articles sur ce sujet, ou tous",
        ),
        &[(Desk, &[";"])],
    ),
    row(
        Command::SortArticles,
        "sort",
        text(
            "Sort articles: name, open, disagreement, story, date, outlet",
            "Trier : nom, ouvertes, désaccord, sujet, date, média",
        ),
        &[(Articles, &["S"])],
    ),
    row(
        Command::ReadAhead,
        "read-ahead",
        text(
            "Stop reading the desk in the background, or go on",
            "Arrêter la lecture du dossier en arrière-plan, ou reprendre",
        ),
        &[(Desk, &["p"])],
    ),
    row(
        Command::MoveBorderRight,
        "move-border-right",
        text("Move the border of the pane right", "Déplacer la bordure du volet à droite"),
        &[(Desk, &["Ctrl-Right"])],
    ),
    row(
        Command::MoveBorderLeft,
        "move-border-left",
        text("Move the border of the pane left", "Déplacer la bordure du volet à gauche"),
        &[(Desk, &["Ctrl-Left"])],
    ),
    row(
        Command::HideList,
        "hide-list",
        text(
            "Hide the list of articles, or show it",
            "Cacher la liste des articles, ou la montrer",
        ),
        &[(Desk, &["z"])],
    ),
    row(
        Command::WiderColumn,
        "wider",
        text("Wider text column", "Colonne de texte plus large"),
        &[(Desk, &[">"])],
    ),
    row(
        Command::NarrowerColumn,
        "narrower",
        text("Narrower text column", "Colonne de texte plus étroite"),
        &[(Desk, &["<"])],
    ),
    row(
        Command::LineSpacing,
        "spacing",
        text(
            "Space between paragraphs, none, or between all lines",
            "Espace entre alinéas, aucun, ou entre les lignes",
        ),
        &[(Desk, &["L"])],
    ),
    row(
        Command::FileLines,
        "file-lines",
        text("The file's own lines, or the text as it reads", "Lignes du fichier, ou texte suivi"),
        &[(Desk, &["H"])],
    ),
    row(
        Command::CopyClaim,
        "copy",
        text(
            "Copy the claim, or the marked related one, with its place",
            "Copier l’affirmation, ou la liée marquée, et sa référence",
        ),
        &[(Desk, &["Y"]), (Select, &["Y"])],
    ),
    row(
        Command::OpenLink,
        "open-link",
        text(
            "Open a link: of evidence, in the text, the article’s own",
            "Ouvrir un lien : d’une preuve, du texte ou de l’article",
        ),
        &[(Desk, &["B"])],
    ),
    shown(
        Command::Palette,
        "palette",
        text(
            "Find a command, article or claim by name",
            "Trouver une commande, un article ou une affirmation",
        ),
        text("palette", "palette"),
        &[(Desk, &[":", "Ctrl-P"])],
    ),
    shown(
        Command::Help,
        "help",
        text("All keys of this place", "Toutes les touches d’ici"),
        text("help", "aide"),
        &[
            (Desk, &["?", "F1"]),
            (Browse, &["?", "F1"]),
            (Compare, &["?", "F1"]),
            (Bulk, &["?", "F1"]),
            (Select, &["?", "F1"]),
        ],
    ),
    row(
        Command::Redraw,
        "redraw",
        text("Redraw the screen", "Redessiner l’écran"),
        &[(Desk, &["Ctrl-L"])],
    ),
    row(
        Command::Suspend,
        "suspend",
        text("Back to the shell for a while (fg returns)", "Retour au shell un moment (fg ramène)"),
        // Ctrl-Z, which does so elsewhere, takes back an edit.
        &[(Desk, &[])],
    ),
    shown(
        Command::Quit,
        "quit",
        text("Quit; everything is saved", "Quitter ; tout est enregistré"),
        text("quit", "quitter"),
        &[(Desk, &["q", "Ctrl-C"])],
    ),
    shown(
        Command::EndRight,
        "end-right",
        text("Move the end one word right", "Étendre la fin d’un mot"),
        text("end", "fin"),
        &[(Select, &["]", ")"])],
    ),
    row(
        Command::EndLeft,
        "end-left",
        text("Move the end one word left", "Reculer la fin d’un mot"),
        &[(Select, &["[", "("])],
    ),
    shown(
        Command::StartLeft,
        "start-left",
        text("Move the start one word left", "Reculer le début d’un mot"),
        text("start", "début"),
        &[(Select, &["{", "<"])],
    ),
    row(
        Command::StartRight,
        "start-right",
        text("Move the start one word right", "Avancer le début d’un mot"),
        &[(Select, &["}", ">"])],
    ),
    row(
        Command::BorderRight,
        "border-right",
        text("Move the marked border one word right", "Avancer la borne marquée d’un mot"),
        &[(Select, &["Right", "l"])],
    ),
    row(
        Command::BorderLeft,
        "border-left",
        text("Move the marked border one word left", "Reculer la borne marquée d’un mot"),
        &[(Select, &["Left", "h"])],
    ),
    row(
        Command::BorderRightChar,
        "border-right-char",
        text("Move the marked border one letter right", "Avancer la borne marquée d’une lettre"),
        &[(Select, &["Ctrl-Right", "Shift-Right", "L"])],
    ),
    row(
        Command::BorderLeftChar,
        "border-left-char",
        text("Move the marked border one letter left", "Reculer la borne marquée d’une lettre"),
        &[(Select, &["Ctrl-Left", "Shift-Left", "H"])],
    ),
    row(
        Command::BorderDown,
        "border-down",
        text("Move the marked border one line down", "Descendre la borne marquée d’une ligne"),
        &[(Select, &["Down", "j"])],
    ),
    row(
        Command::BorderUp,
        "border-up",
        text("Move the marked border one line up", "Monter la borne marquée d’une ligne"),
        &[(Select, &["Up", "k"])],
    ),
    shown(
        Command::TakeSentence,
        "take-sentence",
        text(
            "Select the sentence, then the next too",
            "Sélectionner la phrase, puis la suivante aussi",
        ),
        text("sentence", "phrase"),
        &[(Select, &["s"])],
    ),
    row(
        Command::TakeParagraph,
        "take-paragraph",
        text(
            "Select the paragraph, then the next too",
            "Sélectionner l’alinéa, puis le suivant aussi",
        ),
        &[(Select, &["p"])],
    ),
    shown(
        Command::SwapEnds,
        "swap-ends",
        text(
            "Mark the other border: arrows move it",
            "Marquer l’autre borne : les flèches la déplacent",
        ),
        text("other end", "autre borne"),
        &[(Select, &["Tab", "Shift-Tab"])],
    ),
    row(
        Command::OwnOrNew,
        "own-or-new",
        text("Move your claim, or make a new one", "Déplacer son affirmation, ou en créer une"),
        &[(Select, &["v"])],
    ),
    shown(
        Command::Accept,
        "accept",
        text("Keep", "Garder"),
        text("keep", "garder"),
        &[
            (Select, &["Enter"]),
            (Note, &["Esc", "Ctrl-S"]),
            (Evidence, &["Enter", "Esc", "Ctrl-S"]),
            (Source, &["Enter", "Esc", "Ctrl-S"]),
            (Tags, &["Enter", "Esc", "Ctrl-S"]),
            (Search, &["Enter"]),
            (Palette, &["Enter"]),
            (Filter, &["Enter"]),
            (Help, &["Enter"]),
        ],
    ),
    shown(
        Command::Cancel,
        "cancel",
        text("Drop, or close", "Abandonner, ou fermer"),
        text("drop", "abandonner"),
        &[
            (Select, &["Esc", "q", "Ctrl-C"]),
            (Note, &["Ctrl-C"]),
            (Evidence, &["Ctrl-C"]),
            (Source, &["Ctrl-C"]),
            (Tags, &["Ctrl-C"]),
            (Search, &["Esc", "Ctrl-C"]),
            (Palette, &["Esc", "Ctrl-C"]),
            (Filter, &["Esc", "Ctrl-C"]),
            (Browse, &["Esc", "q", "Left", "Ctrl-C"]),
            (Compare, &["Esc", "q", "V", "Ctrl-C"]),
            (Bulk, &["Esc", "Ctrl-C"]),
            (Help, &["Esc", "q", "?", "Ctrl-C"]),
        ],
    ),
    row(
        Command::NewLine,
        "new-line",
        text("Begin a new line", "Commencer une nouvelle ligne"),
        &[(Note, &["Enter"])],
    ),
    shown(
        Command::ExternalEditor,
        "external-editor",
        text("Write on in your own editor", "Continuer dans votre propre éditeur"),
        text("editor", "éditeur"),
        &[(Note, &["F4"])],
    ),
    row(
        Command::NextField,
        "next-field",
        text("Next field", "Champ suivant"),
        &[(Evidence, &["Tab", "Down"]), (Source, &["Tab", "Down"])],
    ),
    row(
        Command::PreviousField,
        "previous-field",
        text("Previous field", "Champ précédent"),
        &[(Evidence, &["Shift-Tab", "Up"]), (Source, &["Shift-Tab", "Up"])],
    ),
    row(
        Command::EraseAll,
        "erase-all",
        text("Erase the line", "Effacer la ligne"),
        &[
            (Search, &["Ctrl-U"]),
            (Palette, &["Ctrl-U"]),
            (Filter, &["Ctrl-U"]),
            (Evidence, &["Ctrl-U"]),
            (Source, &["Ctrl-U"]),
            (Tags, &["Ctrl-U"]),
        ],
    ),
    shown(
        Command::TurnStance,
        "turn-stance",
        text("Supports, refutes, or context", "Confirme, contredit ou éclaire"),
        text("role", "rôle"),
        &[(Evidence, &["Ctrl-T"])],
    ),
    row(
        Command::NextPiece,
        "next-piece",
        text("Next piece of evidence", "Preuve suivante"),
        &[(Evidence, &["PgDn", "Ctrl-N"])],
    ),
    shown(
        Command::PreviousPiece,
        "previous-piece",
        text("Previous piece of evidence", "Preuve précédente"),
        text("previous", "précédente"),
        &[(Evidence, &["PgUp", "Ctrl-P"])],
    ),
    shown(
        Command::RemovePiece,
        "remove-piece",
        text("Remove this piece of evidence", "Retirer cette preuve"),
        text("remove", "retirer"),
        &[(Evidence, &["Ctrl-X"])],
    ),
    shown(
        Command::Complete,
        "complete",
        text("Complete the word being typed", "Compléter le mot en cours"),
        text("complete", "compléter"),
        &[(Filter, &["Tab"]), (Tags, &["Tab"]), (Note, &["Tab"])],
    ),
    row(
        Command::LastRemark,
        "last-remark",
        text("Change your last remark", "Modifier sa dernière remarque"),
        &[(Note, &["Ctrl-P"])],
    ),
    shown(
        Command::Yes,
        "yes",
        text("Yes", "Oui"),
        text("yes", "oui"),
        &[(Confirm, &["y", "o", "Enter"])],
    ),
    shown(
        Command::KeepElsewhere,
        "keep-elsewhere",
        text(
            "Keep elsewhere what is not saved, and leave",
            "Garder ailleurs ce qui n’est pas enregistré, et quitter",
        ),
        text("keep elsewhere", "garder ailleurs"),
        &[(Confirm, &["s"])],
    ),
    shown(
        Command::No,
        "no",
        text("No", "Non"),
        text("no", "non"),
        &[(Confirm, &["n", "Esc", "q", "Ctrl-C"])],
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::command::Key;

    #[test]
    fn every_command_has_one_row_and_every_name_is_one_command() {
        let names: HashSet<_> = COMMANDS.iter().map(|e| e.name).collect();
        let commands: HashSet<_> = COMMANDS.iter().map(|e| e.command).collect();
        assert_eq!((names.len(), commands.len()), (COMMANDS.len(), COMMANDS.len()));
        // The last variant tells how many there are.
        assert_eq!(COMMANDS.len(), Command::No as usize + 1);
    }

    #[test]
    fn a_key_does_one_thing_in_a_place() {
        let mut seen = HashSet::new();
        for entry in COMMANDS {
            for (context, keys) in entry.keys {
                for key in *keys {
                    let key: Key = key.parse().expect("default keys are keys");
                    assert!(seen.insert((*context, key)), "{key} twice in {}", context.name());
                }
            }
        }
    }

    #[test]
    fn help_lines_are_one_line_in_both_languages() {
        for entry in COMMANDS {
            for doc in [entry.doc.en, entry.doc.fr] {
                assert!(
                    !doc.is_empty() && doc.chars().count() <= 60 && !doc.contains('\n'),
                    "{}",
                    entry.name
                );
            }
        }
    }
}
