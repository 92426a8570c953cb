//! What a language does otherwise than by its words: how plurals and tenses end, where the noun
//! stands, what ties a name. A line of its pack is `!name values`.

use rustc_hash::FxHashSet;

/// What a language does otherwise than by its words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// `!noun`: where the counted noun stands among its modifiers.
    pub head: Head,
    /// `!contracted`: prepositions that hold an article, `im`.
    pub contracted: Vec<&'static str>,
    /// `!ties`: what ties the parts of a name, `de`; in `names.txt`, since names keep theirs in
    /// other languages.
    pub ties: Vec<&'static str>,
    /// `!body_ties`: what ties only those of a body's name, `del`.
    pub body_ties: Vec<&'static str>,
    /// `!glued`: small articles that are glued to a name, `al-`; in `names.txt`, too.
    pub glued: Vec<&'static str>,
    /// `!pairs`: two words each that *and* ties in one name, `Fire and Rescue Service`.
    pub pairs: Vec<&'static str>,
    /// `!field_ties`: what leads to a ministry's field, `für`.
    pub field_ties: Vec<&'static str>,
    /// `!bare_of`: words for *of* that hold no article.
    pub bare_of: Vec<&'static str>,
    /// `!plural`: how plurals end.
    pub plural: Vec<&'static str>,
    /// `!glue`: number words are written as one, with these between units and tens.
    pub glue: Option<Vec<&'static str>>,
    /// `!dates mdy`: the month may stand first in a date of figures.
    pub month_first: bool,
    /// `!clock`: what a figure behind a word like `alle` may look like as a time of day: `.`, its
    /// minutes stand behind a point; `hour`, it is an hour without more; `minutes`, words behind the hour are its minutes.
    pub clock: Vec<&'static str>,
    /// `!clock_past`, `!clock_to`: between minutes and the hour, `ten past six`, `zehn vor sechs`.
    pub clock_past: Vec<&'static str>,
    pub clock_to: Vec<&'static str>,
    /// `!clock_less`: between the hour and the minutes that it lacks, `moins`.
    pub clock_less: Vec<&'static str>,
    /// `!clock_lead`: what leads to a time in words, and to much else, `at`.
    pub clock_lead: Vec<&'static str>,
    /// `!clock_it`: of whom a time is told, `it was`.
    pub clock_it: Vec<&'static str>,
    /// `!lasts`: before hours and minutes, how long something goes on: `dure`, `pendant`.
    pub lasts: Vec<&'static str>,
    /// `!lives`: before a year in two digits, somebody's birth or death: `né`.
    pub lives: Vec<&'static str>,
    /// `!clock_article`: the article of an hour, `las`.
    pub clock_article: Vec<&'static str>,
    /// `!half_hour`: before an hour, half an hour before it, `halb`.
    pub half_hour: Vec<&'static str>,
    /// `!morning`, `!evening`, `!night`: behind an hour, in which half of the day it is.
    pub morning: Vec<&'static str>,
    pub evening: Vec<&'static str>,
    pub night: Vec<&'static str>,
    /// `!year_off`: behind a stretch of time, how far off something is, not how often: `a year earlier`.
    pub year_off: Vec<&'static str>,
    /// `!times`: behind a number, how many times as much, `fois`.
    pub times: Vec<&'static str>,
    /// `!away`: behind a length, how far off something is: `300 km de là`.
    pub away: Vec<&'static str>,
    /// `!each`: before a time that comes again, `chaque`.
    pub each: Vec<&'static str>,
    /// `!eras`: behind a year, from when it is counted, `BCE`.
    pub eras: Vec<&'static str>,
    /// `!bar`: what stands beside a figure that is passed or not, `barre`, `mark`.
    pub bar: Vec<&'static str>,
    /// `!crosses`: verbs that with such a bar tell that there is more than the figure, `franchit`.
    pub crosses: Vec<&'static str>,
    /// `!quarters`: letters before the number of a quarter, `T1`.
    pub quarters: Vec<&'static str>,
    /// `!ordinals`: what behind a figure makes it an ordinal, `er`, `th`.
    pub ordinals: Vec<&'static str>,
    /// `!nth`: what behind a number word makes it an ordinal, `ste`, `esimo`.
    pub nth: Vec<&'static str>,
    /// `!parts`: what behind a number word makes it a part of so many, `stel`, `avos`.
    pub parts: Vec<&'static str>,
    /// `!past`: how past tenses end.
    pub past: Vec<&'static str>,
    /// `!participle`: how participles end, which tell a past behind an auxiliary.
    pub participle: Vec<&'static str>,
    /// `!finite`: how other forms of verbs end; with `-`, how none do. Without it any word in
    /// small letters may be a verb.
    pub finite: Vec<&'static str>,
    /// `!future`: how future tenses end.
    pub future: Vec<&'static str>,
    /// `!gerund`: how gerunds end.
    pub gerund: Vec<&'static str>,
    /// `!infinitive`: how infinitives end, where that shows them.
    pub infinitive: Vec<&'static str>,
    /// `!adverb`: how adverbs end.
    pub adverb: Vec<&'static str>,
    /// `!marker`: what stands before an infinitive, `to`.
    pub marker: Vec<&'static str>,
    /// `!hearsay_with`: infinitives that a verb of hearsay needs, `zou … hebben`.
    pub hearsay_with: Vec<&'static str>,
    /// `!conditions`: words beside which a conditional is no hearsay, `si`.
    pub conditions: Vec<&'static str>,
    /// `!reflexive`: what turns a verb on itself, `se`.
    pub reflexive: Vec<&'static str>,
    /// `!passive`: auxiliaries of the passive, `été`.
    pub passive: Vec<&'static str>,
    /// `!happens`: past tenses of what nobody does to another, `died`; in French, whose passive is
    /// formed like them, `mort`.
    pub happens: Vec<&'static str>,
    /// `!ongoing`: what says that something is still being done, `being`.
    pub ongoing: Vec<&'static str>,
    /// `!without`: at the head of a sentence, what makes a conditional tell what would have been, `sans`.
    pub without: Vec<&'static str>,
    /// `!unreal`: participles behind a conditional that tell what was not done, `dû`.
    pub unreal: Vec<&'static str>,
    /// `!agent`: before the one who does it in the passive, `par`.
    pub agent: Vec<&'static str>,
    /// `!perfect`: auxiliaries that stand apart from their participle, `hat`.
    pub perfect: Vec<&'static str>,
    /// `!likewise`: leads to a clause that tells who said it, `wie`.
    pub likewise: Vec<&'static str>,
    /// `!zones`: what behind an hour tells in which zone, `GMT`.
    pub zones: Vec<&'static str>,
    /// `!day_parts`: what goes on with a weekday, `night`.
    pub day_parts: Vec<&'static str>,
    /// `!tells`: verbs of saying behind which stands who is told, never who tells.
    pub tells: Vec<&'static str>,
    /// `!wins`: verbs of saying that with a thing alone tell what is won or wanted, `claimed`.
    pub wins: Vec<&'static str>,
    /// `!who`: relative pronouns that are always the subject, `qui`.
    pub who: Vec<&'static str>,
    /// `!states`: participles that tell a state unless an auxiliary stands before them, `occupé`.
    pub states: Vec<&'static str>,
    /// `!of_year`: what stands behind a year without being counted by it, `2005 levels`.
    pub of_year: Vec<&'static str>,
    /// `!of_time`: what leads with *of* to a time rather than tells which thing is meant, `cours`.
    pub of_time: Vec<&'static str>,
    /// `!pictured`: what the words below a picture begin with, `this photo`.
    pub pictured: Vec<&'static str>,
    /// `!seen`: participles that tell who is in a picture, `pictured`.
    pub seen: Vec<&'static str>,
    /// `!dailies`: names of newspapers that go on with a weekday, `Bild am Sonntag`.
    pub dailies: Vec<&'static str>,
    /// `!denies`: divided verbs of denying, `schließt+aus`: the verb, and what closes its clause.
    pub denies: Vec<&'static str>,
    /// `!refuses`: those that deny only what is said, `weist+zurück`.
    pub refuses: Vec<&'static str>,
    /// `!unsaid`: those that say nothing, `sagt+ab`, though the verb alone does.
    pub unsaid: Vec<&'static str>,
    /// `!idle`: those that tell no deed, `fired+ahead` of a goal, though the verb alone does.
    pub idle: Vec<&'static str>,
    /// `!adjective`: how adjectives end that go on with a body's name, `Tribunal pénal`.
    pub adjective: Vec<&'static str>,
    /// `!they`: pronouns of several.
    pub they: Vec<&'static str>,
    /// `!she`: pronouns of the feminine, where nouns have it.
    pub she: Vec<&'static str>,
    /// `!many`: what leads several, `les`.
    pub many: Vec<&'static str>,
    /// `!feminine`: what leads one of the feminine, `la`.
    pub feminine: Vec<&'static str>,
    /// `!masculine`: what leads one of the masculine, `le`.
    pub masculine: Vec<&'static str>,
    /// `!named_days`: what makes a name with a weekday, `Black Friday`.
    pub named_days: Vec<&'static str>,
    /// `!denied`: before an auxiliary, that it was not done, `n’`.
    pub denied: Vec<&'static str>,
    /// `!leisure`: words of plays, games and stars, `film`, `goalkeeper`; the line may stand more than once.
    pub leisure: FxHashSet<&'static str>,
    /// `!whole_months`: months so short that they might be cut, and are not: a stop behind `mai` ends the sentence.
    pub whole_months: Vec<&'static str>,
    /// `!per_head`: of whom a rate may be, `par habitant`.
    pub per_head: Vec<&'static str>,
    /// `!hearsay_ends`: how the verbs of hearsay end, where a conditional tells it: `auraient`.
    pub hearsay_ends: Vec<&'static str>,
    /// `!hearsay_not`: what such an ending stands behind in other words, `portrait`.
    pub hearsay_not: Vec<&'static str>,
    /// `!imperfect`: how infinitives end whose imperfect looks like a conditional: `entrait`.
    pub imperfect: Vec<&'static str>,
    /// `!owner`: behind a name, whose something is, `’s`.
    pub owner: Vec<&'static str>,
    /// `!is_short`: how *is* and *are* end a word, `they’re`.
    pub is_short: Vec<&'static str>,
    /// `!pointing`: words at the head of a sentence that point back to the one before it, `Cela`.
    pub pointing: Vec<&'static str>,
    /// `!if`: what leads to a condition, `if`.
    pub condition: Vec<&'static str>,
    /// `!persons`: who is counted, where the words of a class do not say so, `hommes`.
    pub persons: Vec<&'static str>,
    /// `!subordinate`: how clauses begin that tell when, why or in spite of what the one before them is so, `since`.
    pub subordinate: Vec<&'static str>,
    /// `!comparative`: how those comparatives end that need what they are compared to, or where they
    /// may be superlatives their article.
    pub comparative: Vec<&'static str>,
    /// `!than`: leads to what is compared to.
    pub than: Vec<&'static str>,
    /// `!sample`: of whom a survey asked, `échantillon`: how many they were is not what it found.
    pub sample: Vec<&'static str>,
    /// `!best`: what is a best of its kind, but with *of* behind it a list, `record`.
    pub best: Vec<&'static str>,
    /// `!numbered`: articles behind which a bare number is a name or a day, `le 115`.
    pub numbered: Vec<&'static str>,
    /// `!after`: behind which an infinitive tells what was done, `après`.
    pub after: Vec<&'static str>,
    /// `!before_name`: a letter that leads to a place: `vola a Roma`, but `vole à Rome`.
    pub before_name: Vec<&'static str>,
    /// `!object`: articles that never lead a subject, `den`.
    pub object: Vec<&'static str>,
    /// `!declined`: what a noun may end in beside its plain form, where nouns have capitals.
    pub declined: Vec<&'static str>,
    /// `!conditional`: how conditionals end.
    pub conditional: Vec<&'static str>,
    /// `!would_be`: how the conditional of *to be* begins.
    pub would_be: Vec<&'static str>,
    /// `!parts_end`: how several parts of a whole end, `quarts`.
    pub parts_end: Vec<&'static str>,
}

/// Where the head of a counted noun stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Head {
    /// Before its modifiers: `soldats nord-coréens`.
    #[default]
    First,
    /// Behind them, the last plural: `North Korean soldiers`.
    Last,
    /// Behind them, the first plural: `jonge mensen`.
    Plural,
    /// Behind them, with a capital: `freiwillige Helfer`.
    Capital,
}

impl Settings {
    /// Whether every noun has a capital, so that one shows no name.
    pub(crate) fn nouns_have_capitals(&self) -> bool {
        self.head == Head::Capital
    }

    /// Takes in a line of a pack, without its `!`; whether it is understood.
    pub(super) fn learn(&mut self, line: &'static str) -> bool {
        let mut values = line.split(' ');
        let name = values.next().unwrap_or_default();
        let values: Vec<_> = values.collect();
        let first = values.first().copied().unwrap_or_default();
        match name {
            "noun" => {
                self.head = match first {
                    "last" => Head::Last,
                    "plural" => Head::Plural,
                    "capital" => Head::Capital,
                    "first" => Head::First,
                    _ => return false,
                }
            }
            "leisure" => self.leisure.extend(values),
            "glue" => self.glue = Some(values),
            "dates" if matches!(first, "mdy" | "dmy") => self.month_first = first == "mdy",
            // What tells the language by: `detect.rs`.
            "letters" | "small" => {}
            _ => match self.of_figures(name) {
                Some(list) => *list = values,
                None => match self.of_words(name) {
                    Some(list) => *list = values,
                    None => return false,
                },
            },
        }
        true
    }

    /// The setting of this name, of figures and times.
    fn of_figures(&mut self, name: &str) -> Option<&mut Vec<&'static str>> {
        Some(match name {
            "named_days" => &mut self.named_days,
            "clock" => &mut self.clock,
            "clock_past" => &mut self.clock_past,
            "clock_to" => &mut self.clock_to,
            "clock_less" => &mut self.clock_less,
            "clock_lead" => &mut self.clock_lead,
            "clock_it" => &mut self.clock_it,
            "lasts" => &mut self.lasts,
            "lives" => &mut self.lives,
            "clock_article" => &mut self.clock_article,
            "half_hour" => &mut self.half_hour,
            "morning" => &mut self.morning,
            "evening" => &mut self.evening,
            "night" => &mut self.night,
            "year_off" => &mut self.year_off,
            "times" => &mut self.times,
            "away" => &mut self.away,
            "eras" => &mut self.eras,
            "each" => &mut self.each,
            "bar" => &mut self.bar,
            "crosses" => &mut self.crosses,
            "quarters" => &mut self.quarters,
            "ordinals" => &mut self.ordinals,
            "nth" => &mut self.nth,
            "parts" => &mut self.parts,
            "zones" => &mut self.zones,
            "day_parts" => &mut self.day_parts,
            "of_year" => &mut self.of_year,
            "of_time" => &mut self.of_time,
            "dailies" => &mut self.dailies,
            "whole_months" => &mut self.whole_months,
            "per_head" => &mut self.per_head,
            "numbered" => &mut self.numbered,
            "parts_end" => &mut self.parts_end,
            _ => return None,
        })
    }

    /// The setting of this name, of words and their endings.
    fn of_words(&mut self, name: &str) -> Option<&mut Vec<&'static str>> {
        Some(match name {
            "contracted" => &mut self.contracted,
            "ties" => &mut self.ties,
            "body_ties" => &mut self.body_ties,
            "glued" => &mut self.glued,
            "pairs" => &mut self.pairs,
            "denied" => &mut self.denied,
            "field_ties" => &mut self.field_ties,
            "bare_of" => &mut self.bare_of,
            "plural" => &mut self.plural,
            "past" => &mut self.past,
            "participle" => &mut self.participle,
            "finite" => &mut self.finite,
            "future" => &mut self.future,
            "gerund" => &mut self.gerund,
            "infinitive" => &mut self.infinitive,
            "adverb" => &mut self.adverb,
            "marker" => &mut self.marker,
            "hearsay_with" => &mut self.hearsay_with,
            "conditions" => &mut self.conditions,
            "reflexive" => &mut self.reflexive,
            "passive" => &mut self.passive,
            "happens" => &mut self.happens,
            "ongoing" => &mut self.ongoing,
            "without" => &mut self.without,
            "unreal" => &mut self.unreal,
            "agent" => &mut self.agent,
            "perfect" => &mut self.perfect,
            "likewise" => &mut self.likewise,
            "tells" => &mut self.tells,
            "wins" => &mut self.wins,
            "who" => &mut self.who,
            "states" => &mut self.states,
            "pictured" => &mut self.pictured,
            "seen" => &mut self.seen,
            "denies" => &mut self.denies,
            "refuses" => &mut self.refuses,
            "unsaid" => &mut self.unsaid,
            "idle" => &mut self.idle,
            "adjective" => &mut self.adjective,
            "they" => &mut self.they,
            "she" => &mut self.she,
            "many" => &mut self.many,
            "feminine" => &mut self.feminine,
            "masculine" => &mut self.masculine,
            "hearsay_ends" => &mut self.hearsay_ends,
            "hearsay_not" => &mut self.hearsay_not,
            "imperfect" => &mut self.imperfect,
            "owner" => &mut self.owner,
            "is_short" => &mut self.is_short,
            "pointing" => &mut self.pointing,
            "if" => &mut self.condition,
            "persons" => &mut self.persons,
            "subordinate" => &mut self.subordinate,
            "comparative" => &mut self.comparative,
            "than" => &mut self.than,
            "sample" => &mut self.sample,
            "best" => &mut self.best,
            "after" => &mut self.after,
            "before_name" => &mut self.before_name,
            "object" => &mut self.object,
            "declined" => &mut self.declined,
            "conditional" => &mut self.conditional,
            "would_be" => &mut self.would_be,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::lang::Language;

    #[test]
    fn every_setting_of_every_pack_is_understood() {
        for language in Language::PACKS {
            let mut settings = Settings::default();
            for line in language.pack().lines().filter_map(|line| line.strip_prefix('!')) {
                assert!(settings.learn(line), "{}: {line}", language.code());
            }
        }
        for line in ["dates ymd", "noun middle", "nouns first", ""] {
            assert!(!Settings::default().learn(line), "{line}");
        }
    }
}
