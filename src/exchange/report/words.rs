//! The words of the report.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::i18n::{Lang, Text, text};

pub(super) const REPORT: Text = text("Fact-check report", "Rapport de vérification");
pub(super) const SUMMARY: Text = text("Summary", "Résumé");
pub(super) const CLAIMS: Text = text("claims", "affirmations");
pub(super) const DECIDED: Text = text("with a verdict", "avec un verdict");
pub(super) const OPEN: Text = text("open", "à vérifier");
pub(super) const DISPUTED: Text = text("people differ", "avis divergents");
pub(super) const PEOPLE: Text = text("People", "Personnes");
pub(super) const ARTICLES: Text = text("Articles", "Articles");
pub(super) const OF_CLAIMS: Text =
    text("{} of {} {claim|claims} with a verdict", "{} sur {} avec un verdict");
pub(super) const UP_HERE: Text = text("Back to the top", "Haut de la page");
pub(super) const UP: Text = text("Back to the summary", "Retour au résumé");
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
pub(super) const AGREEMENT: Text = text("agreement", "d’accord");
pub(super) const ALPHA: Text = text("Krippendorff’s α", "α de Krippendorff");
pub(super) const SINCE: Text = text("changes since {}", "changements depuis le {}");
pub(super) const PEOPLE_DIFFER: Text = text("Where people differ", "Où les avis divergent");
pub(super) const ARTICLES_DIFFER: Text =
    text("Where the articles differ", "Où les articles divergent");
pub(super) const MORE: Text = text("and {} more", "et {} autres");
pub(super) const ALSO: Text = text("also {}", "aussi {}");
pub(super) const OTHERS: Text = text("What other articles say", "Ce que disent d’autres articles");
pub(super) const RELATED: Text = text("same event", "même événement");
pub(super) const AGREES: Text = text("agrees", "concorde");
pub(super) const DIFFERS: Text = text("differs", "diverge");
pub(super) const FIGURE: Text = text("figure", "chiffre");
pub(super) const OTHER_MACHINE: Text =
    text("undecided: another machine says {}", "à choisir : une autre machine dit {}");
pub(super) const DATE: Text = text("date", "date");
pub(super) const HOUR: Text = text("time", "heure");
pub(super) const PLACE: Text = text("place", "lieu");
pub(super) const WHO: Text = text("who", "qui");
pub(super) const DEED: Text = text("what happened", "ce qui s’est passé");
pub(super) const FINAL: Text = text("Final verdict by {}", "Verdict final de {}");
pub(super) const LOST: Text =
    text("Words that are no longer in the text", "Passages qui ne sont plus dans le texte");
pub(super) const GAPS: Text = text("What is missing here", "Ce qui manque ici");
pub(super) const LEFT_OUT: Text = text("{} is left out: {}", "{} est laissé de côté : {}");
pub(super) const NOT_WHOLLY: Text =
    text("{} is read as far as it is understood: {}", "{} est lu autant qu’il est compris : {}");
pub(super) const ARCHIVED: Text = text("archived copy", "copie archivée");
pub(super) const KEPT: Text = text("kept in", "conservé dans");

/// The months, for a day in words.
const MONTHS: [Text; 12] = [
    text("January", "janvier"),
    text("February", "février"),
    text("March", "mars"),
    text("April", "avril"),
    text("May", "mai"),
    text("June", "juin"),
    text("July", "juillet"),
    text("August", "août"),
    text("September", "septembre"),
    text("October", "octobre"),
    text("November", "novembre"),
    text("December", "décembre"),
];

/// A day in words: `26 November 2026`, `1er mai 2026`.
pub(super) fn day(time: Timestamp, lang: Lang) -> String {
    let date = TimeZone::UTC.to_datetime(time).date();
    let month = MONTHS.get(usize::from(date.month().unsigned_abs()) - 1);
    let first = if date.day() == 1 { lang.pick("", "er") } else { "" };
    let month = month.map_or("", |month| month.to(lang));
    format!("{}{first}\u{a0}{month} {}", date.day(), date.year())
}
