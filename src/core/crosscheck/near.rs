//! Names that are spelt almost the same: `Kouïsk` and `Koursk`.

/// Shorter names differ by a letter too often by right: `Iran` and `Irak`.
const SHORTEST: usize = 6;

/// Whether two different folded names look like spellings of one: of one
/// word each, six letters or more, the same first letter, and one letter
/// changed, added, dropped or two swapped (Damerau's four errors).
pub(super) fn near(a: &str, b: &str) -> bool {
    if a.chars().next() != b.chars().next() {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let plain = |name: &[char]| name.len() >= SHORTEST && name.iter().all(|c| c.is_alphabetic());
    if a == b || !plain(&a) || !plain(&b) {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let head = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[head..], &long[head..]);
    match long.len() - short.len() {
        0 => {
            short[1..] == long[1..]
                || (short.len() > 1
                    && short[0] == long[1]
                    && short[1] == long[0]
                    && short[2..] == long[2..])
        }
        1 => *short == long[1..],
        _ => false,
    }
}

/// What two near names have in common: each with one letter, or none, left out.
///
/// Looking names up by these finds all near ones without comparing each with
/// each (symmetric deletion, W. Garbe 2012).
pub(super) fn shadows(name: &str) -> Vec<String> {
    let count = name.chars().count();
    if count < SHORTEST || !name.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let without =
        |i: usize| name.chars().enumerate().filter(|&(j, _)| j != i).map(|(_, c)| c).collect();
    std::iter::once(name.to_owned()).chain((1..count).map(without)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_near() {
        for (a, b, want) in [
            ("kouisk", "koursk", true),
            ("zelensky", "zelenskyy", true),
            ("koursk", "kuorsk", true),
            ("koursk", "koursk", false),
            ("iran", "irak", false),
            ("poutine", "potin", false),
            ("austria", "australie", false),
            ("coree du nord", "coree du sud", false),
        ] {
            assert_eq!((near(a, b), near(b, a)), (want, want), "{a} {b}");
            let shared = shadows(a).iter().any(|shadow| shadows(b).contains(shadow));
            assert!(shared || !near(a, b), "{a} {b}");
        }
    }
}
