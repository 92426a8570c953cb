//! The words of the report.

use crate::i18n::{Text, text};

pub(super) const REPORT: Text = text("Fact-check report", "Rapport de vérification");
pub(super) const SUMMARY: Text = text("Summary", "Résumé");
pub(super) const CLAIMS: Text = text("claims", "affirmations");
pub(super) const DECIDED: Text = text("with a verdict", "avec un verdict");
pub(super) const OPEN: Text = text("open", "à vérifier");
pub(super) const DISPUTED: Text = text("people differ", "avis divergents");
pub(super) const PEOPLE: Text = text("People", "Personnes");
pub(super) const ARTICLES: Text = text("Articles", "Articles");
pub(super) const ARTICLE: Text = text("Article", "Article");
pub(super) const VERDICTS: Text = text("Verdicts", "Verdicts");
pub(super) const LEGEND: Text = text("Legend", "Légende");
pub(super) const TEXT: Text = text("Text", "Texte");
pub(super) const NO_VERDICT: Text = text("no common verdict", "pas de verdict commun");
pub(super) const STALE: Text = text("given for other words", "donné pour d’autres mots");
pub(super) const EVIDENCE: Text = text("Evidence", "Preuves");
pub(super) const SUPPORTS: Text = text("supports", "appuie");
pub(super) const REFUTES: Text = text("refutes", "contredit");
pub(super) const CONTEXT: Text = text("context", "contexte");
pub(super) const NOTHING: Text =
    text("Nothing has been decided here yet.", "Rien n’a encore été décidé ici.");
pub(super) const MADE: Text = text("Made with claimdesk, {}", "Établi avec claimdesk, le {}");
pub(super) const INDEX: Text = text("All articles", "Tous les articles");
pub(super) const READ: Text = text("Read the article", "Lire l’article");
