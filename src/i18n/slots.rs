//! What the kinds of facts and the classes of events and measures are called, as headings.

use super::{Text, text};

/// The heading for a class; none where it says nothing to a person.
pub(crate) fn title(class: &str) -> Option<Text> {
    SLOTS.iter().find(|(known, _)| *known == class).map(|(_, text)| *text)
}

/// The heading for the facts of a kind; none for one that is no use in a list.
pub(crate) fn facts(kind: &str) -> Option<Text> {
    FACTS.iter().find(|(known, _)| *known == kind).map(|(_, text)| *text)
}

const FACTS: &[(&str, Text)] = &[
    ("quantities", text("Figures", "Chiffres")),
    ("dates", text("Dates", "Dates")),
    ("attributions", text("Sources and what they say", "Sources et leurs propos")),
    ("quotes", text("Quotes", "Citations")),
    ("names", text("Names", "Noms")),
];

const SLOTS: &[(&str, Text)] = &[
    ("adopt", text("Adopted or rejected", "Adopté ou rejeté")),
    ("aftershock", text("Aftershocks", "Répliques")),
    ("age", text("Age", "Âge")),
    ("agreement", text("Agreement", "Accord")),
    ("appeal", text("Appeal", "Appel")),
    ("attack", text("Attack", "Attaque")),
    ("beat", text("Result", "Résultat")),
    ("board", text("On board", "À bord")),
    ("build", text("Building", "Construction")),
    ("buy", text("Purchase", "Achat")),
    ("change", text("Change", "Évolution")),
    ("charge", text("Charges", "Poursuites")),
    ("confirm", text("Confirmed or denied", "Confirmé ou démenti")),
    ("cost", text("Cost", "Coût")),
    ("crash", text("Accident", "Accident")),
    ("credit", text("Loan", "Prêt")),
    ("custody", text("Arrests", "Arrestations")),
    ("damage", text("Damage", "Dégâts")),
    ("damages", text("Damages", "Dommages et intérêts")),
    ("death", text("Deaths", "Morts")),
    ("debt", text("Debt", "Dette")),
    ("deficit", text("Deficit", "Déficit")),
    ("deploy", text("Deployment", "Déploiement")),
    ("depth", text("Depth", "Profondeur")),
    ("distance", text("Distance", "Distance")),
    ("dividend", text("Dividend", "Dividende")),
    ("donation", text("Donations", "Dons")),
    ("drunk", text("Drunk or sober", "Ivre ou sobre")),
    ("elect", text("Election", "Élection")),
    ("embezzle", text("Embezzlement", "Détournement")),
    ("evacuate", text("Evacuated", "Personnes évacuées")),
    ("expense", text("Spending", "Dépenses")),
    ("explosion", text("Explosion", "Explosion")),
    ("fall", text("Fall", "Chute")),
    ("fee", text("Fees", "Redevances")),
    ("fine", text("Fine", "Amende")),
    ("fire", text("Fire", "Incendie")),
    ("flood", text("Flood", "Inondation")),
    ("funeral", text("Funeral", "Obsèques")),
    ("goal", text("Goals", "Buts")),
    ("growth", text("Growth", "Croissance")),
    ("home", text("Homes", "Logements")),
    ("ill", text("Cases of illness", "Malades")),
    ("ineligible", text("Ban from office", "Inéligibilité")),
    ("inflation", text("Inflation", "Inflation")),
    ("injury", text("Injured", "Blessés")),
    ("invest", text("Investment", "Investissement")),
    ("job", text("Jobs", "Emplois")),
    ("kidnap", text("Abductions", "Enlèvements")),
    ("launch", text("Launch", "Lancement")),
    ("level", text("Level", "Niveau")),
    ("magnitude", text("Magnitude", "Magnitude")),
    ("march", text("Crowd", "Manifestants")),
    ("match", text("Match", "Match")),
    ("meeting", text("Meeting", "Rencontre")),
    ("missing", text("Missing", "Disparus")),
    ("mourning", text("Mourning", "Deuil")),
    ("murder", text("Murder", "Meurtre")),
    ("offer", text("Offer", "Offre")),
    ("office", text("In or out of office", "Nomination ou départ")),
    ("open", text("Open or closed", "Ouvert ou fermé")),
    ("people", text("People", "Personnes")),
    ("plane", text("Aircraft", "Avions")),
    ("population", text("Population", "Population")),
    ("power", text("Power cut", "Coupure de courant")),
    ("profit", text("Profit", "Bénéfice")),
    ("quake", text("Earthquake", "Séisme")),
    ("rate", text("Rate", "Taux")),
    ("recall", text("Recall", "Rappel")),
    ("release", text("Release", "Sortie")),
    ("relief", text("Relief", "Aide")),
    ("remand", text("Held or freed", "Détenu ou libre")),
    ("rescue", text("Rescued", "Personnes secourues")),
    ("sales", text("Sales", "Ventes")),
    ("saving", text("Savings", "Économies")),
    ("search", text("Search", "Recherches")),
    ("seat", text("Seats", "Sièges")),
    ("sentence", text("Sentence", "Peine")),
    ("severance", text("Severance pay", "Indemnité de départ")),
    ("shoot", text("Shooting", "Tirs")),
    ("sign", text("Signing", "Signature")),
    ("sink", text("Sinking", "Naufrage")),
    ("soldier", text("Soldiers", "Soldats")),
    ("staff", text("Staff", "Effectifs")),
    ("start", text("Beginning", "Début")),
    ("stock", text("Share price", "Cours de l’action")),
    ("storm", text("Storm", "Tempête")),
    ("strike", text("Strike", "Grève")),
    ("supply", text("Deliveries", "Livraisons")),
    ("suspend", text("Suspension", "Suspension")),
    ("tax", text("Tax", "Impôts")),
    ("theft", text("Theft", "Vol")),
    ("train", text("Training", "Entraînement")),
    ("trial", text("Trial", "Procès")),
    ("truce", text("Truce", "Trêve")),
    ("unemployment", text("Unemployment", "Chômage")),
    ("verdict", text("Verdict", "Jugement")),
    ("victim", text("Victims", "Victimes")),
    ("visit", text("Visit", "Visite")),
    ("vote", text("Vote", "Vote")),
    ("vote_against", text("Votes against", "Voix contre")),
    ("vote_for", text("Votes for", "Voix pour")),
    ("wage", text("Pay", "Salaires")),
    ("weapon", text("Weapons", "Armes")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_stand_in_order_and_each_once() {
        assert!(SLOTS.is_sorted_by(|x, y| x.0 < y.0));
        assert_eq!(title("death").map(|text| text.fr), Some("Morts"));
        assert_eq!(title("word"), None);
    }
}
