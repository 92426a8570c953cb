//! The configuration in force as TOML, and the sample file.

use std::fmt::Write as _;

use toml::de::DeValue;

use super::settings::{SETTINGS, Setting};
use super::{Config, Values, keys, labels, roster};
use crate::core::article::width::text_cells;

/// The column where a line says where its value came from, in cells.
const ASIDE: usize = 40;

/// A plain setting that a file sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// Its dotted name.
    pub name: &'static str,
    /// Its value as TOML; none where it holds somebody's own words.
    pub value: Option<String>,
    /// `file:line:column`.
    pub origin: String,
}

impl Setting {
    /// Whether it takes any words: a name, a folder, an address.
    fn is_free(&self) -> bool {
        ["words", "https://words.example"]
            .into_iter()
            .any(|words| (self.set)(&mut Values::default(), &DeValue::String(words.into())).is_ok())
    }
}

impl Config {
    /// The plain settings that a file sets, for a report that anybody may read.
    pub(crate) fn set(&self) -> impl Iterator<Item = Set> {
        SETTINGS.iter().filter_map(|setting| {
            let value = (!setting.is_free()).then(|| (setting.show)(&self.values));
            let origin = self.origin(setting.name)?.to_owned();
            Some(Set { name: setting.name, value, origin })
        })
    }

    /// All settings with their values, each with where it came from. `over`
    /// are values that stand above the files: name, TOML, and where from.
    pub fn print(&self, over: &[(&str, String, String)]) -> String {
        let mut out = String::new();
        let mut last = "";
        for setting in SETTINGS {
            let (group, name) = setting.split();
            if group != last {
                let _ = write!(out, "\n[{group}]\n");
                last = group;
            }
            let above = over.iter().find(|(name, ..)| *name == setting.name);
            let (value, origin) = match above {
                Some((_, value, origin)) => (value.clone(), Some(origin.as_str())),
                None => ((setting.show)(&self.values), self.origin(setting.name)),
            };
            line(&mut out, &format!("{name} = {value}"), origin);
        }
        for (label, order) in self.labels.iter().zip(&self.orders) {
            let _ = write!(out, "\n[labels.{}]\n", label.id.0);
            for (field, value) in labels::fields(label, *order) {
                let origin = self.origin(&format!("labels.{}.{field}", label.id.0));
                line(&mut out, &format!("{field} = {value}"), origin);
            }
        }
        for (slug, person) in &self.roster.people {
            let _ = write!(out, "\n[team.people.{}]\n", roster::key(slug));
            for (field, value) in roster::fields(person) {
                let origin = self.origin(&format!("team.people.{slug}.{field}"));
                line(&mut out, &format!("{field} = {value}"), origin);
            }
        }
        if !self.renamed.is_empty() {
            out.push_str("\n[renamed]\n");
            for (new, old) in &self.renamed {
                let _ = writeln!(out, "{}", renamed_line(new, old));
            }
        }
        if !self.roster.assign.is_empty() {
            out.push_str("\n[team.assign]\n");
        }
        for (pattern, people) in &self.roster.assign {
            let people: Vec<_> = people.iter().map(|one| super::settings::quoted(one)).collect();
            let entry = super::settings::quoted(pattern.text());
            line(&mut out, &format!("{entry} = [{}]", people.join(", ")), None);
        }
        if !self.roster.due.is_empty() {
            out.push_str("\n[team.due]\n");
        }
        for (pattern, day) in &self.roster.due {
            let entry = super::settings::quoted(pattern.text());
            line(&mut out, &format!("{entry} = \"{day}\""), None);
        }
        let mut last = None;
        let mut set: Vec<_> = self.keys.iter().collect();
        set.sort_by_key(|binding| binding.context);
        for binding in set {
            if last != Some(binding.context) {
                let _ = write!(out, "\n[keys.{}]\n", binding.context.name());
                last = Some(binding.context);
            }
            let key = super::settings::quoted(&binding.key.to_string());
            let action = super::settings::quoted(&keys::name(binding.action, &self.labels));
            line(&mut out, &format!("{key} = {action}"), Some(&binding.place));
        }
        out
    }
}

/// The line of `[renamed]` that says what an article was called.
pub fn renamed_line(new: &str, old: &str) -> String {
    format!("{} = {}", super::settings::quoted(new), super::settings::quoted(old))
}

fn line(out: &mut String, what: &str, origin: Option<&str>) {
    let pad = ASIDE.saturating_sub(text_cells(what)).max(2);
    let _ = writeln!(out, "{what}{:pad$}# {}", "", origin.unwrap_or("default"));
}

/// The sample of `claimdesk.toml`: every setting with its default.
pub fn sample() -> String {
    let config = Config::default();
    let mut out = String::from(SAMPLE_HEAD);
    let mut last = "";
    for setting in SETTINGS {
        let (group, name) = setting.split();
        if group != last {
            let _ = write!(out, "\n[{group}]");
            last = group;
        }
        let _ = write!(out, "\n# {}\n", setting.doc);
        if setting.only == Some(super::Layer::User) {
            let own = if name == "annotator" { "Zoé Martin" } else { "" };
            let _ = writeln!(out, "# {name} = {}", super::settings::quoted(own));
        } else {
            let _ = writeln!(out, "{name} = {}", (setting.show)(&config.values));
        }
    }
    out.push_str(SAMPLE_PEOPLE);
    out.push_str(SAMPLE_RENAMED);
    out.push_str(SAMPLE_LABELS);
    for (label, order) in config.labels.iter().zip(&config.orders) {
        let _ = write!(out, "\n[labels.{}]\n", label.id.0);
        for (field, value) in labels::fields(label, *order) {
            let _ = writeln!(out, "{field} = {value}");
        }
    }
    out.push_str(SAMPLE_KEYS);
    out
}

const SAMPLE_HEAD: &str = "\
# claimdesk.toml: the configuration of a desk, beside its seeds/. Made from the
# tables of src/config/; every value below is the default, so a desk needs
# only the lines that differ. A person's own file has the same form:
# claimdesk/config.toml in the configuration folder (~/.config on Linux). What
# the desk says wins over it; the command line wins over both.
# `claimdesk config` prints what is in force and where it came from.
";

const SAMPLE_PEOPLE: &str = "
# Who is in the team, by the name of the folder below annotations/. `role` is
# checker, editor (who decides for the team) or guest; where nobody is an
# editor, anybody decides. `also` are other folders of the same person.
# [team.people.zoe-martin]
# name = \"Zoé Martin\"
# email = [\"zoe@example.org\"]
# role = \"editor\"
# also = [\"martin-zoe\"]
# forge = \"@zoe\"   # for `claimdesk init --team`
#
# Who checks which articles, where the rule that divides them does not say it;
# of several patterns that fit the last counts.
# [team.assign]
# \"2026-11/**\" = [\"zoe-martin\", \"ben\"]
#
# By which day articles are to be checked.
# [team.due]
# \"2026-11/**\" = \"2026-12-01\"
";

const SAMPLE_RENAMED: &str = "
# Articles that had another name, `new = old`, so that their verdicts follow;
# `claimdesk mv OLD NEW` writes such a line.
# [renamed]
# \"2024/elections.txt\" = \"elections.txt\"
";

const SAMPLE_LABELS: &str = "
# The verdicts. A table of a known id changes the fields it names; a new id
# adds a verdict and needs at least `en` and `key`. To leave one out:
#   [labels]
#   misleading = false
# `symbol` is one cell wide; `ascii` stands for it on poor terminals; `colour`
# is green, red, yellow, magenta, blue, cyan or dim; labels are sorted by `order`.
# `help = \"…\"` says when a verdict is given (the team's code book); it is shown
# where verdicts are chosen, in reports and in exports. `needs = [\"evidence\"]` or
# [\"note\"] asks for it: `check` reports what is missing. `rating` is what
# ClaimReview shows instead of the name.
# A verdict's key wins over a command's.
";

const SAMPLE_KEYS: &str = "
# Keys by place: all places and commands are in docs/keys.md. `false` takes a
# key away. `verdict <id>` and `related <1 to 9>` can be bound, too.
# [keys.desk]
# \"F2\" = \"next-open\"
# \"F5\" = \"verdict disputed\"
# \"o\" = false
";
