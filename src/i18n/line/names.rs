//! The words behind the stable names that other programs read: states, kinds, fields.

use super::{Text, text};

/// A stable name as people read it: in English as it is.
pub(crate) fn name(stable: &'static str) -> Text {
    known_name(stable).unwrap_or(text(stable, stable))
}

/// The same of a name that may be anybody's.
pub(crate) fn known_name(stable: &str) -> Option<Text> {
    NAMES.iter().find(|(known, _)| *known == stable).map(|(en, fr)| text(en, fr))
}

/// Every name, for the tests of the tables.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = (&'static str, Text)> {
    NAMES.iter().map(|(known, fr)| (*known, text(known, fr)))
}

const NAMES: &[(&str, &str)] = &[
    // How a claim stands with the team.
    ("open", "ouverte"),
    ("single", "un avis"),
    ("agreed", "accord"),
    ("disputed", "désaccord"),
    ("final", "finale"),
    ("overtaken", "dépassée"),
    ("contested", "contestée"),
    ("none", "aucun"),
    // How a verdict stands with the words of today.
    ("firm", "en vigueur"),
    ("same-value", "même valeur"),
    ("stale", "à revoir"),
    ("ambiguous", "plusieurs endroits"),
    ("lost", "mots disparus"),
    // How far an article is, and what somebody said of it.
    ("to do", "à faire"),
    ("in work", "en cours"),
    ("checked", "vérifié"),
    ("decided", "tranché"),
    ("published", "publié"),
    ("taken", "pris"),
    ("done", "fini"),
    ("stalled", "à l’arrêt"),
    ("overdue", "en retard"),
    ("changed since published", "modifié depuis sa publication"),
    // What waits for somebody.
    ("assigned", "attribué"),
    ("asked", "question"),
    ("overruled", "tranché autrement"),
    // What changed in words.
    ("negation", "négation"),
    ("figure", "chiffre"),
    ("date", "date"),
    ("unit", "unité"),
    ("name", "nom"),
    ("hedge", "certitude"),
    ("quantifier", "combien"),
    ("source", "source"),
    ("direction", "sens"),
    ("tense", "temps du verbe"),
    ("other", "mots"),
    ("later", "plus tard"),
    ("earlier", "plus tôt"),
    ("up", "en hausse"),
    ("down", "en baisse"),
    // Claims.
    ("weak", "faible"),
    ("fair", "moyenne"),
    ("strong", "forte"),
    ("quantity", "chiffre"),
    ("attribution", "propos rapporté"),
    ("quote", "citation"),
    ("event", "événement"),
    ("comparison", "comparaison"),
    ("denial", "démenti"),
    ("denied-by", "démenti par"),
    ("hearsay", "ouï-dire"),
    ("change", "évolution"),
    // How two claims are related.
    ("related", "lié"),
    ("nearest", "le plus proche"),
    ("agree", "concorde"),
    ("differ", "diffère"),
    // Fields.
    ("verdict", "verdict"),
    ("place", "endroit"),
    ("note", "note"),
    ("evidence", "preuves"),
    ("tags", "étiquettes"),
    ("short", "en abrégé"),
    ("talk", "discussion"),
    ("conflict", "conflit"),
    ("title", "titre"),
    ("outlet", "média"),
    ("author", "auteur"),
    ("modified", "modifié"),
    ("url", "adresse"),
    ("lang", "langue"),
    ("notes", "notes"),
    ("extractor", "extracteur"),
    ("original", "original"),
    ("created", "créé"),
    ("updated", "mis à jour"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::annotation::field::{FIELDS, Row};
    use crate::core::claim::Strength;
    use crate::core::team::status::Status;

    #[test]
    fn each_stands_once_and_all_that_is_told_is_there() {
        for (i, (known, _)) in NAMES.iter().enumerate() {
            assert!(NAMES[..i].iter().all(|(other, _)| other != known), "{known} stands twice");
        }
        let strengths = [Strength::Weak, Strength::Fair, Strength::Strong].map(Strength::name);
        let statuses = Status::ALL.map(Status::name);
        let fields = FIELDS.iter().map(Row::name);
        for told in strengths.into_iter().chain(statuses).chain(fields) {
            assert!(NAMES.iter().any(|(known, _)| *known == told), "{told} has no French");
        }
    }
}
