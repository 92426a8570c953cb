//! Makes `src/core/place/gazetteer.txt` out of what GeoNames and Unicode CLDR publish, but for second-level divisions.
//!
//! `cargo run --release --example gazetteer -- FOLDER > FOLDER/gazetteer.txt`, to which the example `divisions` adds those;
//! docs/places.md says what the folder holds, and the head of `src/core/place/gazetteer.rs` how the file is written.

#![expect(clippy::print_stdout, reason = "the gazetteer is what it is for")]

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use claimdesk::core::place::folded;

#[path = "shared/gazetteer.rs"]
mod format;

use format::{MEANINGS, base64, lines};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The languages that names are taken in.
const LANGUAGES: [&str; 7] = ["fr", "en", "de", "es", "it", "pt", "nl"];
/// Cities of countries where one of these is spoken are known from this size on, others from that.
const CITY: u64 = 15_000;
const FOREIGN_CITY: u64 = 45_000;
/// And from this size on by the names that other languages have for them.
const RENAMED: u64 = 200_000;
/// So many words of each language are too usual to name nothing larger: *East*, *Union*.
const USUAL: usize = 1_000;
const LARGE: u64 = 100_000;
/// What a division is: it is named with it or without.
const KINDS: [&str; 10] = [
    " province",
    " region",
    " oblast",
    " governorate",
    " prefecture",
    " state",
    " department",
    " voivodeship",
    " county",
    " district",
];

struct Country {
    code: String,
    capital: String,
    speaks: bool,
    population: u64,
}

struct City {
    /// Country and division, as `FR.84`.
    region: String,
    names: BTreeSet<String>,
    latitude: f64,
    longitude: f64,
    population: u64,
}

/// A record, and how large what it stands for is.
struct Region {
    code: String,
    record: String,
    corner: [f64; 2],
    step: [f64; 2],
    population: u64,
}

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    let countries = countries(folder)?;
    let cities = cities(folder, &countries)?;
    let regions = regions(&countries, &cities);
    let mut names: BTreeMap<String, Vec<(u64, String)>> = BTreeMap::new();
    for city in &cities {
        let Some(at) = regions.iter().position(|region| region.code == city.region) else {
            continue;
        };
        let meaning = format!(":{}{}", base64(at, 2), regions[at].steps(city));
        for name in &city.names {
            names.entry(name.clone()).or_default().push((city.population, meaning.clone()));
        }
    }
    for (code, known) in region_names(folder)? {
        let Some(at) = regions.iter().position(|region| region.code == code) else { continue };
        for name in known {
            let meaning = (regions[at].population, format!("={}", base64(at, 2)));
            names.entry(name).or_default().push(meaning);
        }
    }
    let usual = usual(folder)?;
    names.retain(|name, meanings| {
        !usual.contains(name) || meanings.iter().any(|(population, _)| *population >= LARGE)
    });
    print!("{}", written(&regions, names)?);
    Ok(())
}

fn rows(path: &Path) -> Result<Vec<Vec<String>>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    Ok(lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

fn countries(folder: &Path) -> Result<Vec<Country>> {
    let row = |row: Vec<String>| {
        let first = row[15].split([',', '-']).next().unwrap_or_default();
        Country {
            code: row[0].clone(),
            capital: row[5].clone(),
            speaks: LANGUAGES.contains(&first),
            population: row[7].parse().unwrap_or_default(),
        }
    };
    let mut all: Vec<_> = rows(&folder.join("countryInfo.txt"))?.into_iter().map(row).collect();
    all.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(all)
}

fn cities(folder: &Path, countries: &[Country]) -> Result<Vec<City>> {
    let countries: HashMap<&str, &Country> = countries.iter().map(|c| (&*c.code, c)).collect();
    let words = words(folder)?;
    let mut cities = Vec::new();
    for row in rows(&folder.join("cities15000.txt"))? {
        let Some(country) = countries.get(&*row[8]) else { continue };
        let population = row[14].parse()?;
        let capital = row[1] == country.capital;
        if population < if country.speaks { CITY } else { FOREIGN_CITY } && !capital {
            continue;
        }
        let mut names = BTreeSet::from([folded(&row[1])]);
        if population >= RENAMED || capital {
            let others = row[3].split(',').filter(|name| is_name(name)).map(folded);
            names.extend(others.filter(|name| words.iter().any(|known| is_known(name, known))));
        }
        names.retain(|name| is_written(name));
        let region = format!("{}.{}", row[8], row[10]);
        let (latitude, longitude) = (row[4].parse()?, row[5].parse()?);
        cities.push(City { region, names, latitude, longitude, population });
    }
    Ok(cities)
}

/// The words of each language. GeoNames does not tell in this file in which language a city is called so: one that is in
/// none of the lists is left out.
fn words(folder: &Path) -> Result<Vec<HashSet<String>>> {
    let list = |language| -> Result<HashSet<String>> {
        let text = fs::read_to_string(folder.join(format!("words/{language}.txt")))?;
        Ok(text.lines().map(folded).collect())
    };
    LANGUAGES.into_iter().map(list).collect()
}

fn usual(folder: &Path) -> Result<HashSet<String>> {
    let mut usual = HashSet::new();
    for language in LANGUAGES {
        let text = fs::read_to_string(folder.join(format!("words/{language}.txt")))?;
        usual.extend(text.lines().take(USUAL).map(folded));
    }
    Ok(usual)
}

/// No abbreviation, transcription or nickname of many words.
fn is_name(name: &str) -> bool {
    name.chars().count() >= 4
        && name.starts_with(char::is_uppercase)
        && name.chars().any(char::is_lowercase)
        && name.split(' ').count() <= 3
}

fn is_known(name: &str, words: &HashSet<String>) -> bool {
    name.split([' ', '\'', '.']).all(|word| word.is_empty() || words.contains(word))
}

/// Whether a folded name can be looked for, and be written into the file.
fn is_written(name: &str) -> bool {
    name.len() >= 3 && name.chars().all(|c| c.is_lowercase() || " '.".contains(c))
}

/// The countries, each followed by its divisions that have a city.
fn regions(countries: &[Country], cities: &[City]) -> Vec<Region> {
    let mut parts: BTreeMap<&str, Vec<&City>> = BTreeMap::new();
    for city in cities {
        parts.entry(&city.region).or_default().push(city);
    }
    let mut regions = Vec::new();
    for country in countries {
        let prefix = format!("{}.", country.code);
        let own = || cities.iter().filter(|city| city.region.starts_with(&prefix));
        regions.push(Region::around(&country.code, own(), country.population));
        let divisions = parts.range(&*prefix..).take_while(|(code, _)| code.starts_with(&prefix));
        regions.extend(divisions.map(|(code, cities)| {
            let population = cities.iter().map(|city| city.population).sum();
            Region::around(code, cities.iter().copied(), population)
        }));
    }
    regions
}

impl Region {
    fn around<'a>(code: &str, cities: impl Iterator<Item = &'a City>, population: u64) -> Self {
        let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
        for city in cities {
            for (i, x) in [city.latitude, city.longitude].into_iter().enumerate() {
                (low[i], high[i]) = (low[i].min(x), high[i].max(x));
            }
        }
        let (fine, origin) = (4096.0 / 360.0, [90.0, 180.0]);
        let corner = [0, 1].map(|i| ((low[i].min(origin[i]) + origin[i]) * fine).floor());
        let start = [0, 1].map(|i| corner[i] / fine - origin[i]);
        // In fiftieths of a degree, at most 63 of them.
        let steps = [0, 1].map(|i| ((high[i] - start[i]) / 63.0 * 50.0).ceil().clamp(1.0, 63.0));
        let number = |x: f64, digits| base64(x as usize, digits);
        let record =
            [number(corner[0], 2), number(corner[1], 2), number(steps[0], 1), number(steps[1], 1)];
        Self {
            code: code.to_owned(),
            record: record.concat(),
            corner: start,
            step: steps.map(|step| step / 50.0),
            population,
        }
    }

    /// How many steps a city lies from the corner.
    fn steps(&self, city: &City) -> String {
        let place = [city.latitude, city.longitude];
        let steps =
            |i: usize| ((place[i] - self.corner[i]) / self.step[i]).round().clamp(0.0, 63.0);
        base64(steps(0) as usize, 1) + &base64(steps(1) as usize, 1)
    }
}

/// What countries and divisions are called, by their codes of GeoNames. The divisions of CLDR have other codes: they are
/// those of the same name.
fn region_names(folder: &Path) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows(&folder.join("countryInfo.txt"))? {
        names.entry(row[0].clone()).or_default().extend(variants(&row[4]));
    }
    for row in rows(&folder.join("admin1CodesASCII.txt"))? {
        names.entry(row[0].clone()).or_default().extend(variants(&row[1]));
    }
    let mut divisions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for language in LANGUAGES {
        for (code, name) in elements(&folder.join(format!("main/{language}.xml")), "territory")? {
            if let Some(known) = names.get_mut(&code) {
                known.extend(variants(&name));
            }
        }
        let path = folder.join(format!("subdivisions/{language}.xml"));
        for (code, name) in elements(&path, "subdivision")? {
            divisions.entry(code.to_uppercase()).or_default().extend(variants(&name));
        }
    }
    let alike = names.clone();
    for (code, other) in divisions {
        let prefix = format!("{}.", &code[..2]);
        let own = alike.range(prefix.clone()..).take_while(|(code, _)| code.starts_with(&prefix));
        if let Some(known) = namesake(own, &other).and_then(|code| names.get_mut(code)) {
            known.extend(other);
        }
    }
    Ok(names)
}

/// The division that has one of these names; else the only one that has a part of them, as *Rhône-Alpes* is one of
/// *Auvergne-Rhône-Alpes*.
fn namesake<'a>(
    divisions: impl Iterator<Item = (&'a String, &'a BTreeSet<String>)> + Clone,
    names: &BTreeSet<String>,
) -> Option<&'a String> {
    let same = divisions.clone().find(|(_, known)| !known.is_disjoint(names));
    let part = |part: &String| {
        let part = format!(" {part} ");
        names.iter().any(|name| format!(" {name} ").contains(&part))
    };
    let mut parts = divisions.filter(|(_, known)| known.iter().any(part));
    let part = || parts.next().filter(|_| parts.next().is_none());
    same.or_else(part).map(|(code, _)| code)
}

/// A name without what is added in brackets, and without what kind of division it is.
fn variants(name: &str) -> impl Iterator<Item = String> {
    let name = folded(name.split(['(', '[']).next().unwrap_or_default());
    let short = KINDS.iter().find_map(|kind| name.strip_suffix(kind)).map(str::to_owned);
    [Some(name), short].into_iter().flatten().filter(|name| is_written(name))
}

/// `<territory type="FR">France</territory>`, a line each, as CLDR writes them.
fn elements(path: &Path, name: &str) -> Result<Vec<(String, String)>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let open = format!("<{name} type=\"");
    let element = |line: &str| {
        let (code, rest) = line.split_once(&open)?.1.split_once('"')?;
        let words = rest.split_once('>')?.1.split_once('<')?.0.replace("&amp;", "&");
        Some((code.to_owned(), words))
    };
    Ok(text.lines().filter_map(element).collect())
}

fn written(regions: &[Region], names: BTreeMap<String, Vec<(u64, String)>>) -> Result<String> {
    let mut out = String::new();
    for region in regions {
        if !region.code.contains('.') {
            write!(out, "{}{}", if out.is_empty() { "" } else { "\n" }, region.code)?;
        }
        out.push_str(&region.record);
    }
    out.push_str("\n\n");
    let largest = |mut meanings: Vec<(u64, String)>| {
        meanings.sort_by_key(|(population, _)| std::cmp::Reverse(*population));
        let mut known = HashSet::new();
        let meanings = meanings.into_iter().map(|(_, meaning)| meaning);
        meanings.filter(|meaning| known.insert(meaning.clone())).take(MEANINGS).collect()
    };
    let names = names.into_iter().map(|(name, meanings)| (name, largest(meanings))).collect();
    Ok(out + &lines(&names)?)
}
