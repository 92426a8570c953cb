//! Places of the world: what a name may mean, and whether two names can mean one place.
//!
//! A name is known by a gazetteer of countries, their first-level divisions and cities; a smaller division that is called
//! like one of these is known by places in it, like so many cities of its name. Most names mean several places;
//! two are [`Apart`](Meeting::Apart) only where no meaning of the one can be, hold or lie beside one of the other, so that
//! what is not known never parts anything.

mod gazetteer;

use gazetteer::{Meaning, Spot};

use crate::core::keep::keep;

pub use gazetteer::folded;

/// A name of the gazetteer, told more precisely by the country or division that is named with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Where its meanings stand in the gazetteer; 0 for a name that it does not know.
    meanings: u32,
    /// The name of what it lies in, likewise.
    within: u32,
}

keep!(struct Place { meanings, within });

/// How two places stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// They may be one place.
    One,
    /// One may hold the other, or they may lie beside each other.
    Near,
    /// They are two, far from each other.
    Apart,
}

/// Places no further apart may be two names of one: a town and the city it belongs to, two quarters.
const BESIDE_KM: f32 = 50.0;
const KM_A_DEGREE: f32 = 111.2;

impl Place {
    /// What the gazetteer knows by this name.
    pub fn named(name: &str) -> Option<Self> {
        gazetteer::find(name).map(|meanings| Self { meanings, within: 0 })
    }

    /// A place of any name in this one: `Springfield, Missouri`.
    #[must_use]
    pub fn anywhere_within(self) -> Self {
        Self { meanings: 0, within: self.meanings }
    }

    /// The one of this name that lies in `outer`: `Paris, Texas`.
    #[must_use]
    pub fn within(self, outer: Self) -> Self {
        Self { within: outer.meanings, ..self }
    }

    /// Whether the name can be that of a country or of one of its divisions.
    pub fn is_region(self) -> bool {
        gazetteer::meanings(self.meanings).any(|meaning| meaning.spot.is_none())
    }

    /// Whether it can be a region that the other lies in.
    pub fn can_hold(self, other: Self) -> bool {
        let lies_in =
            |outer: Meaning| other.all().any(|place| place != outer && holds(outer, place));
        self.all().any(lies_in)
    }

    /// How two places stand to each other.
    pub fn meets(self, other: Self) -> Meeting {
        let mut meeting = Meeting::Apart;
        for (a, b) in self.all().flat_map(|a| other.all().map(move |b| (a, b))) {
            match meet(a, b) {
                Meeting::One => return Meeting::One,
                Meeting::Near => meeting = Meeting::Near,
                Meeting::Apart => {}
            }
        }
        meeting
    }

    /// All that it can mean: the meanings that lie where it is said to lie, else that region.
    fn all(self) -> impl Iterator<Item = Meaning> {
        let outer = move || gazetteer::meanings(self.within);
        let inside =
            move |place: &Meaning| self.within == 0 || outer().any(|outer| holds(outer, *place));
        let inner = gazetteer::meanings(self.meanings).filter(inside);
        let known = inner.clone().next().is_some();
        inner.chain(outer().filter(move |_| !known))
    }
}

fn meet(a: Meaning, b: Meaning) -> Meeting {
    match (a.spot, b.spot) {
        _ if a == b => Meeting::One,
        (Some(a), Some(b)) if distance(a, b) <= BESIDE_KM => Meeting::Near,
        _ if holds(a, b) || holds(b, a) => Meeting::Near,
        _ => Meeting::Apart,
    }
}

/// Whether a region is or holds a place.
fn holds(outer: Meaning, place: Meaning) -> bool {
    let region = outer.region;
    outer.spot.is_none() && (region == place.region || region == gazetteer::country(place.region))
}

/// In kilometres, good enough for what is near.
fn distance(a: Spot, b: Spot) -> f32 {
    let up = a.latitude - b.latitude;
    let across = (a.longitude - b.longitude) * a.latitude.to_radians().cos();
    up.hypot(across) * KM_A_DEGREE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> Place {
        match name.split_once(", ") {
            Some((name, outer)) => {
                let outer = Place::named(outer).expect(outer);
                Place::named(name).map_or(outer.anywhere_within(), |place| place.within(outer))
            }
            None => Place::named(name).expect(name),
        }
    }

    #[test]
    fn a_region_holds_what_lies_in_it() {
        for (outer, inner) in [("Spain", "Seville"), ("Allemagne", "Hessen"), ("Texas", "Houston")]
        {
            assert!(place(outer).can_hold(place(inner)), "{outer} {inner}");
            assert!(!place(inner).can_hold(place(outer)), "{inner} {outer}");
        }
        assert!(!place("Spain").can_hold(place("Spain")));
        assert!(!place("Spain").can_hold(place("Houston")));
    }

    #[test]
    fn places_and_what_they_can_be() {
        for (a, b, meeting) in [
            ("Lyon", "Marseille", Meeting::Apart),
            ("Lyon", "France", Meeting::Near),
            ("Lyon", "Auvergne-Rhône-Alpes", Meeting::Near),
            ("Lyon", "Germany", Meeting::Apart),
            ("Londres", "London", Meeting::One),
            ("Mailand", "Milan", Meeting::One),
            ("Ginevra", "Genf", Meeting::One),
            ("Nueva York", "New York", Meeting::One),
            ("Baviera", "Bavière", Meeting::One),
            ("Alemania", "Deutschland", Meeting::One),
            ("Pékin", "Allemagne", Meeting::Apart),
            // A city and what may be its suburb or quarter.
            ("Brooklyn", "Manhattan", Meeting::Near),
            ("Milwaukee", "Brookfield, Wisconsin", Meeting::Near),
            // Names that mean several places.
            ("Washington", "Seattle", Meeting::Near),
            ("Paris", "Texas", Meeting::Near),
            ("Paris, France", "Texas", Meeting::Apart),
            ("Paris, Texas", "France", Meeting::Apart),
            ("Georgia", "Atlanta", Meeting::Near),
            ("Georgia", "Tbilisi", Meeting::Near),
            // A county is called like a city elsewhere, or like its own.
            ("Dover", "Kent", Meeting::Near),
            ("Margate", "Kent", Meeting::Near),
            ("Guildford", "Surrey", Meeting::Near),
            ("Norwich", "Norfolk", Meeting::Near),
            ("Great Yarmouth", "Norfolk", Meeting::Near),
            ("Truro", "Cornwall", Meeting::Near),
            ("Chester", "Cheshire", Meeting::Near),
            ("Valenciennes", "Nord", Meeting::Near),
            ("Drogheda", "Louth", Meeting::Near),
            ("Oshawa", "Durham", Meeting::Near),
            ("Bayreuth", "Franconia", Meeting::Near),
            ("Écija", "Sevilla", Meeting::Near),
            ("England", "Kent", Meeting::Near),
            ("Seattle", "Kent", Meeting::Near),
            ("Cap-Haïtien", "Nord", Meeting::Near),
            ("Paris, France", "Kent", Meeting::Apart),
            ("Manchester, England", "Kent", Meeting::Apart),
            ("Córdoba, Andalucía", "Sevilla, Andalucía", Meeting::Apart),
            // A town too small to be known is somewhere in its state.
            ("Nowhereville, Missouri", "Kansas City", Meeting::Near),
            ("Nowhereville, Missouri", "Chicago", Meeting::Apart),
        ] {
            assert_eq!(place(a).meets(place(b)), meeting, "{a}, {b}");
            assert_eq!(place(b).meets(place(a)), meeting, "{b}, {a}");
        }
    }

    #[test]
    fn what_is_no_place() {
        for name in ["", "Paris Hilton", "Jack London", "Reuters", "Nokia", "Weihnachten", "Samedi"]
        {
            assert_eq!(Place::named(name), None, "{name}");
        }
        assert!(place("Texas").is_region() && !place("Lyon").is_region());
    }
}
