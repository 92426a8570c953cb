//! One sentence without end: the work of reading it grows in proportion to it, whatever it is made of.

#[cfg(test)]
mod tests {
    use crate::core::article::sentence::LONGEST;
    use crate::core::claim::{analyze, analyze_while};
    use crate::core::looks::looks;

    /// A word of letters that is another one for each number.
    fn word(number: usize) -> String {
        let letter = |at: u32| char::from(b'a' + (number / 26_usize.pow(at) % 26) as u8);
        [2, 1, 0].map(letter).into_iter().collect()
    }

    fn name(number: usize) -> String {
        format!("X{}", word(number))
    }

    /// What a sentence without end is made of, piece by piece.
    type Piece = (&'static str, fn(usize) -> String);

    const PIECES: &[Piece] = &[
        ("numbers", |i| format!("{i}, ")),
        ("numbers tied", |i| format!("{i},")),
        ("numbers alone", |i| format!("{} ", 1000 + i)),
        ("numbers of things", |i| format!("{i} soldats, ")),
        ("things", |i| format!("{i} houses and ")),
        ("sums", |i| format!("{i} millions de dollars ou € {i} ")),
        ("shares", |i| format!("{i} % of the {i} ")),
        ("number words", |_| "deux cent mille three hundred zwei ".to_owned()),
        ("hundreds", |_| "hundred ".to_owned()),
        ("cents", |_| "cent ".to_owned()),
        ("ranges", |i| format!("{i}-{} ", i + 1)),
        ("between", |i| format!("between {i} and ")),
        ("hyphens", |i| format!("{}-", word(i))),
        ("number words tied", |_| "deux-".to_owned()),
        ("dashes", |i| format!("{} – ", word(i))),
        ("names", |i| format!("{} {}, ", name(i), name(i + 7))),
        ("names tied", |i| format!("{} ", name(i))),
        ("names of", |i| format!("{} of ", name(i))),
        ("states", |_| "Russia France Deutschland, ".to_owned()),
        ("bodies", |i| format!("the Council of {} ", name(i))),
        ("quoted", |i| format!("“{}” ", word(i))),
        ("quoted straight", |i| format!("\"{}\" ", word(i))),
        ("quoted in French", |i| format!("« {} » ", word(i))),
        ("opened", |i| format!("« {} ", word(i))),
        ("clauses", |i| format!("which closed {i} schools, ")),
        ("clauses in French", |i| format!("qui a fermé {i} gares en 2019, ")),
        ("clauses in German", |i| format!("die {i} Schulen schloss, ")),
        ("and", |i| format!("and the mayor has closed {i} schools ")),
        ("et", |i| format!("et le maire a fermé {i} gares ")),
        ("gerunds", |i| format!("leaving {i} houses, ")),
        ("participles", |i| format!("portant le total à {i}, ")),
        ("deeds", |_| "was killed by a bomb ".to_owned()),
        ("changes", |_| "les ventes ont reculé ".to_owned()),
        ("said", |i| format!("{} said that ", name(i))),
        ("selon", |i| format!("selon {}, ", name(i))),
        ("he said", |_| "he said, ".to_owned()),
        ("comparisons", |_| "more than the first ".to_owned()),
        ("dates", |i| format!("{} May {}, ", i % 28 + 1, 1900 + i % 100)),
        ("dates tied", |i| format!("{} mai ", i % 28 + 1)),
        ("years", |i| format!("{}, ", 1900 + i % 100)),
        ("times", |i| format!("{}:30 ", i % 24)),
        ("days", |_| "on Monday last week ".to_owned()),
        ("speech", |i| format!("and then {} we went to see {i} of them ", word(i))),
        ("spoken", |i| format!("alors {} on est allés voir les {i} ", word(i))),
        ("hearsay", |_| "aurait été vu ".to_owned()),
        ("conditions", |_| "if it would be ".to_owned()),
        ("not", |_| "not ".to_owned()),
        ("the", |_| "the ".to_owned()),
        ("of", |_| "of ".to_owned()),
        ("commas", |_| ", ".to_owned()),
        ("a word", |_| "a".to_owned()),
        ("a number", |_| "1".to_owned()),
        ("thousands", |_| "000 ".to_owned()),
        ("dots", |_| ".".to_owned()),
        ("dotted", |i| format!("{}.", word(i))),
        ("brackets", |_| "(".to_owned()),
        ("bracketed", |i| format!("({i}) ")),
        ("quotes", |_| "\"".to_owned()),
        ("apostrophes", |_| "l’".to_owned()),
        ("slashes", |i| format!("{i}/")),
        ("colons", |i| format!("{} : ", word(i))),
        ("semicolons", |i| format!("{} ; ", word(i))),
        ("percent", |_| "% ".to_owned()),
        ("dollars", |_| "$ ".to_owned()),
        ("signs", |_| "@ # ".to_owned()),
        ("minus", |i| format!("-{i} ")),
        ("first", |i| format!("more than the first {i} houses, ")),
        ("ages", |i| format!("{} years, ", i % 90)),
        ("according", |i| format!("the mayor, according to {}, closed {i} schools, ", name(i))),
        ("said on", |i| {
            format!("{} said on {} May that {i} schools closed, ", name(i), i % 28 + 1)
        }),
        ("brackets of figures", |i| format!("{i}) ")),
        ("tags", |i| format!("#{} ", word(i))),
        ("links", |i| format!("https://{}.org/{i} ", word(i))),
        ("no words", |_| "的是".to_owned()),
    ];

    /// What tells the language.
    const HEADS: [&str; 3] = [
        "The mayor said that they were in the city and had not seen it. ",
        "Le maire a dit que la ville était dans le besoin et ne l’a pas vue. ",
        "Der Rat hat gesagt, dass die Stadt nicht in der Lage ist und es nicht gibt. ",
    ];

    fn text(head: &str, piece: fn(usize) -> String, size: usize) -> String {
        let mut text = head.to_owned();
        let mut number = 0;
        while text.len() < size {
            text += &piece(number);
            number += 1;
        }
        text
    }

    /// Up to the longest that a sentence may be in proportion to it; and no text takes much for each byte.
    #[test]
    fn the_work_grows_with_a_sentence_and_not_with_its_square() {
        const SIZE: usize = LONGEST * 2 / 5;
        /// Most looks for a byte.
        const MOST: usize = 300;
        /// From so many on what grows is told where it does in one language, or in all: twice as long a
        /// sentence may also be one of which another language is known.
        const ONE: usize = 110;
        const ALL: usize = 30;
        let mut told = Vec::new();
        for (what, piece) in PIECES {
            let looks =
                |head: &str, size: usize| looks(|| drop(analyze(&text(head, *piece, size))));
            let counts = HEADS.map(|head| (looks(head, SIZE), looks(head, 2 * SIZE)));
            let grows = |least: usize| {
                move |(one, two): &(usize, usize)| *two > one * 5 / 2 && *two > least * 2 * SIZE
            };
            let long = looks(HEADS[0], 3 * LONGEST);
            if counts.iter().any(grows(ONE))
                || counts.iter().all(grows(ALL))
                || long > MOST * 3 * LONGEST
            {
                told.push(format!("{what}: {counts:?} {long}"));
            }
        }
        assert!(told.is_empty(), "{told:#?}");
    }

    /// Whoever has found a key pressed waits for the end of no text.
    #[test]
    fn a_sentence_without_end_can_be_stopped() {
        for (_, piece) in PIECES {
            let text = text(HEADS[0], *piece, 8 * LONGEST);
            let mut asked = 0;
            let stopped = analyze_while(&text, |_| {
                asked += 1;
                asked < 4
            });
            assert_eq!(stopped, None, "{text:.200}");
        }
    }
}
