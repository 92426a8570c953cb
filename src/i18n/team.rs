//! What the interface says of the team, in both languages.

use super::{Text, text};

messages! {
    /// A claim that an editor decided, and what it was decided over: who, when, how many.
    FINAL_BY: "final, {}, {} (over {} verdicts)", "final, {}, {} (au vu de {} verdicts)";
    /// The same over one verdict.
    FINAL_BY_ONE: "final, {}, {} (over 1 verdict)", "final, {}, {} (au vu d’un verdict)";
    /// A final verdict differs from one’s own.
    YOU_SAID: "you said {}", "vous aviez dit {}";
    /// A final verdict whose ground has changed: what people say now.
    OVERTAKEN: "overtaken: people have said otherwise since", "dépassé : des avis ont changé depuis";
    /// Two editors decided differently.
    CONTESTED: "contested: {} decided {}", "contesté : {} a tranché {}";
    /// The words under a final verdict have changed.
    FINAL_STALE: "its words have changed since: {} by {} is not in force", "ses mots ont changé depuis : {} par {} n’est plus en vigueur";
    /// Enough people say the same.
    AGREED: "agreed by {}", "d’accord : {}";
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
    ALPHA: "α {} ({} claims)", "α {} ({} affirmations)";
    /// An empty view of the list of disagreements.
    NOTHING_IN_VIEW: "Nothing here. Tab or 1–5: another view.", "Rien ici. Tab ou 1–5 : une autre vue.";
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
    REPLY_TITLE: "To the team (@ names a person, Tab completes)", "À l’équipe (@ désigne quelqu’un, Tab complète)";
    /// Title of what people say to each other.
    TALK: "Talk", "Discussion";
    /// What people say of a claim, for an editor.
    PEOPLE: "What people say", "Ce que chacun dit";
    /// The foot, where verdict keys decide for the team.
    FINAL_KEYS: "final", "final";
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
}
