//! The signs of the screen that are no verdicts, and what they mean.

use crate::i18n::{Text, text};

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// An open claim.
    Open,
    /// A claim that is not pointed out.
    Quiet,
    /// A claim that the person marked.
    Mark,
    /// A verdict that needs a look.
    Stale,
    /// People disagree.
    Dispute,
    /// Articles differ.
    Differs,
    /// An editor decided.
    Final,
    /// A filter is on.
    Filter,
    /// Commits to push.
    Ahead,
    /// Commits to take over.
    Behind,
    /// Files in no commit.
    Uncommitted,
}

impl Sign {
    /// All of them, in the order of the legend.
    pub(crate) const ALL: [Self; 11] = [
        Self::Open,
        Self::Quiet,
        Self::Mark,
        Self::Stale,
        Self::Dispute,
        Self::Differs,
        Self::Final,
        Self::Filter,
        Self::Ahead,
        Self::Behind,
        Self::Uncommitted,
    ];

    /// What it means.
    pub(crate) const fn meaning(self) -> Text {
        match self {
            Self::Open => text("open claim", "affirmation ouverte"),
            Self::Quiet => text("claim of little weight", "affirmation de peu de poids"),
            Self::Mark => text("marked by you", "marquée par vous"),
            Self::Stale => text("to look at again", "à revoir"),
            Self::Dispute => text("in dispute", "en désaccord"),
            Self::Differs => text("differ from other articles", "diffèrent d’autres articles"),
            Self::Final => text("final verdict", "verdict final"),
            Self::Filter => text("filter on", "filtre actif"),
            Self::Ahead => text("commits to push", "commits à pousser"),
            Self::Behind => text("commits to take over", "commits à reprendre"),
            Self::Uncommitted => text("files to commit", "fichiers à valider"),
        }
    }
}

/// How words of the text, values and numbers look on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    /// An open claim with much in it to check.
    Strong,
    /// One with less.
    Fair,
    /// One with little.
    Weak,
    /// What is to be checked in it.
    Fact,
    /// The current claim.
    Current,
    /// Its figures and dates.
    CurrentFact,
    /// Who says it.
    Source,
    /// A claim with the verdict of this place in the list of labels.
    Verdict(usize),
    /// A verdict given for other words.
    Stale,
    /// The words that stood there before.
    Former,
    /// What a search found.
    Found,
    /// A value that another article contradicts.
    Differing,
    /// A value that another article repeats.
    Agreeing,
    /// Two values that can both be true.
    Meeting,
    /// How many claims of an article are decided.
    Bar,
    /// How much in a claim can be checked.
    Strength,
}

impl Sample {
    /// All of them in the order of the legend, with so many labels.
    pub(crate) fn all(labels: usize) -> impl Iterator<Item = Self> {
        let open = [Self::Strong, Self::Fair, Self::Weak, Self::Fact];
        let current = [Self::Current, Self::CurrentFact, Self::Source];
        let rest = [
            Self::Stale,
            Self::Former,
            Self::Found,
            Self::Differing,
            Self::Agreeing,
            Self::Meeting,
            Self::Bar,
            Self::Strength,
        ];
        let verdicts = (0..labels).map(Self::Verdict);
        open.into_iter().chain(current).chain(verdicts).chain(rest)
    }

    /// What it means; `{}` stands for the name of a verdict.
    pub(crate) const fn meaning(self) -> Text {
        match self {
            Self::Strong => {
                text("open claim, pointed out first", "affirmation ouverte, signalée d’abord")
            }
            Self::Fair => {
                text("open claim, with one more +", "affirmation ouverte, avec un + de plus")
            }
            Self::Weak => {
                text("open claim with little to check", "affirmation ouverte, peu à vérifier")
            }
            Self::Fact => {
                text("figure, date or name in it", "chiffre, date ou nom qu’elle contient")
            }
            Self::Current => text("the claim you are on", "l’affirmation où vous êtes"),
            Self::CurrentFact => text("its figures and dates", "ses chiffres et ses dates"),
            Self::Source => text("who says it", "qui le dit"),
            Self::Verdict(_) => text("words decided as {}", "mots tranchés : {}"),
            Self::Stale => {
                text("verdict given for other words", "verdict donné pour d’autres mots")
            }
            Self::Former => text("words that stood there before", "mots qui étaient là avant"),
            Self::Found => text("found by a search", "trouvé par une recherche"),
            Self::Differing => text("value that differs elsewhere", "valeur qui diffère ailleurs"),
            Self::Agreeing => text("value that is the same elsewhere", "valeur identique ailleurs"),
            Self::Meeting => text("two values that can both be true", "deux valeurs compatibles"),
            Self::Bar => text("claims decided, of how many", "affirmations traitées, sur combien"),
            Self::Strength => text(
                "how much in a claim can be checked, up to 1",
                "ce qui est vérifiable dans l’affirmation, jusqu’à 1",
            ),
        }
    }

    /// Words for its look, by which a search in the help finds it.
    pub(crate) const fn looks(self) -> Text {
        match self {
            Self::Strong | Self::Fair | Self::Weak => {
                text("yellow background highlighted", "fond jaune surligné")
            }
            Self::Fact => text("yellow background bold", "fond jaune gras"),
            Self::Current => text("blue background bar", "fond bleu barre"),
            Self::CurrentFact => text("bold underlined", "gras souligné"),
            Self::Source => text("italic", "italique"),
            Self::Verdict(_) => text("coloured words", "mots en couleur"),
            Self::Stale => text("orange underlined", "orange souligné"),
            Self::Former => text("struck out", "barré"),
            Self::Found => text("green background", "fond vert"),
            Self::Differing => text("orange red underlined bold", "orange rouge souligné gras"),
            Self::Agreeing => text("green bold", "vert gras"),
            Self::Meeting => text("tilde", "tilde"),
            Self::Bar => text("bar numbers list", "barre nombres liste"),
            Self::Strength => {
                text("strong fair weak score number", "forte moyenne faible score nombre")
            }
        }
    }
}
