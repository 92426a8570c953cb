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

/// The heading for values of time: hours are no date.
pub(crate) fn time<'a>(values: impl IntoIterator<Item = &'a str>) -> Text {
    if are_hours(values) { text("Time", "Heure") } else { text("Date", "Date") }
}

/// Whether all of these values are times of day.
pub(crate) fn are_hours<'a>(values: impl IntoIterator<Item = &'a str>) -> bool {
    let mut values = values.into_iter().peekable();
    values.peek().is_some() && values.all(is_hour)
}

/// Words of a time of day, besides figures.
const HOURS: &[&str] = &[
    "h",
    "heure",
    "heures",
    "hour",
    "hours",
    "o’clock",
    "o'clock",
    "am",
    "pm",
    "a.m",
    "p.m",
    "uhr",
    "hora",
    "horas",
    "midi",
    "minuit",
    "noon",
    "midnight",
    "mittag",
    "mitternacht",
];
/// Words that may lead to one, or stand in it.
const AROUND_HOURS: &[&str] = &[
    "min", "minutes", "a", "à", "at", "vers", "about", "around", "um", "gegen", "las", "la", "les",
    "et", "demie", "half", "past", "quarter", "quart", "to", "vor", "nach",
];

/// Whether a value says a time of day and nothing else.
fn is_hour(value: &str) -> bool {
    let value = value.to_lowercase();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    // `2h30`, `18:30`, `6pm`: figures with what parts them in one word.
    let is_joined = |word: &str| {
        let parts = [":", "h", "am", "pm", "a.m", "p.m"];
        let split = |part: &&str| word.split_once(*part);
        parts.iter().filter_map(split).any(|(hour, rest)| {
            is_number(hour)
                && (rest.is_empty()
                    || is_number(rest.trim_end_matches("am").trim_end_matches("pm")))
        })
    };
    let mut tells = false;
    for word in value.split_whitespace().map(|word| word.trim_end_matches('.')) {
        let is_told = HOURS.contains(&word) || is_joined(word);
        tells |= is_told;
        let digits = word.replace(['.', ','], "");
        if !is_told && !is_number(&digits) && !AROUND_HOURS.contains(&word) {
            return false;
        }
    }
    tells
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
    fn hours_are_headed_as_such() {
        let heads = |values: &[&str]| time(values.iter().copied()).en;
        for values in [
            &["2h30", "4 heures"][..],
            &["15 h 30", "vers 16 h"],
            &["18:30", "6 p.m."],
            &["at six o’clock 6", "7.15 pm"][1..],
            &["noon", "5pm"],
            &["21 Uhr", "5.40 Uhr"],
        ] {
            assert_eq!(heads(values), "Time", "{values:?}");
        }
        for values in [
            &["mardi", "jeudi"][..],
            &["mardi à 15 h", "18 h"],
            &["2019", "2020"],
            &["3 mai à 6 h"],
            &[],
        ] {
            assert_eq!(heads(values), "Date", "{values:?}");
        }
    }

    #[test]
    fn classes_stand_in_order_and_each_once() {
        assert!(SLOTS.is_sorted_by(|x, y| x.0 < y.0));
        assert_eq!(title("death").map(|text| text.fr), Some("Morts"));
        assert_eq!(title("word"), None);
    }
}
