//! The borders of a quote: a word or figure that goes on beyond them is another one.

use std::fmt::Write as _;

use claimdesk::core::anchor::{Outcome, anchor, select};
use claimdesk::core::article::Span;
use expect_test::expect;
use proptest::prelude::*;

const BEFORE: &str = "Intro words stand here today. ";
const AFTER: &str = " And then the text goes on for a while.";

/// What becomes of the quote between the bars when the text becomes another.
fn becomes(old: &str, new: &str, old_text_at_hand: bool) -> Outcome {
    let [before, quote, after] = old.split('|').collect::<Vec<_>>()[..] else { panic!("{old}") };
    let text = [before, quote, after].concat();
    let span = Span::new(before.len(), before.len() + quote.len());
    anchor(old_text_at_hand.then_some(&text), new, &select(&text, span, None))
}

/// Each line: how the quote stood, and how its sentence stands now. Those in force, or not, against `want`.
fn wrong(lines: &[(&str, &str)], want: bool) -> String {
    let mut out = String::new();
    for (was, is) in lines {
        // At the ends of a text there is hardly anything to find changed words by.
        for (before, after) in [(BEFORE, AFTER), ("", "")].into_iter().take(2 - usize::from(want)) {
            for old_text in [true, false] {
                let (old, new) = (format!("{before}{was}{after}"), format!("{before}{is}{after}"));
                let outcome = becomes(&old, &new, old_text);
                if outcome.in_force() != want {
                    writeln!(out, "{was} → {is}: {}", outcome.name()).unwrap();
                }
            }
        }
    }
    out
}

#[test]
fn a_word_or_figure_that_goes_on_is_another() {
    let lines = [
        ("|The storm killed 12| people in Lens.", "The storm killed 120 people in Lens."),
        ("|The storm killed 12| people in Lens.", "The storm killed 12,000 people in Lens."),
        ("|The storm killed 12| people in Lens.", "The storm killed 12 000 people in Lens."),
        ("|The storm killed 12| people in Lens.", "The storm killed 12.5 people in Lens."),
        ("|The death toll in Lens rose to 12|.", "The death toll in Lens rose to 120."),
        ("|The death toll in Lens rose to 12|.", "The death toll in Lens rose to 12 million."),
        ("|The death toll in Lens rose to 12|.", "The death toll in Lens rose to 12.5."),
        ("|The death toll in Lens rose to 12|.", "The death toll in Lens rose to 12-15."),
        ("|The death toll in Lens rose to 12|.", "The death toll in Lens rose to 12th."),
        ("|The cost is €5| in all.", "The cost is €50 in all."),
        ("|The cost is €5| in all.", "The cost is €5bn in all."),
        ("|The cost is €5| million in all.", "The cost is €5 billion in all."),
        ("|She visited Niger| last week.", "She visited Nigeria last week."),
        ("|She met Marie| last week.", "She met Marie-Claude last week."),
        ("|the plan is legal| now.", "the plan is legally void now."),
        ("|He says that he can| go.", "He says that he can't go."),
        ("|growth of 2| % in May.", "growth of 2.9 % in May."),
        ("|Le bilan est de 3| morts.", "Le bilan est de 30 morts."),
        ("|Le bilan est de 3| morts.", "Le bilan est de 3 000 morts."),
        ("|Le bilan est de 3|.", "Le bilan est de 3,5 millions."),
        ("|Le suspect est mort|.", "Le suspect est mortel."),
        ("|It happened in 2019|.", "It happened in 2019-2021."),
        ("|The shop opens at 10|.", "The shop opens at 10 pm."),
        ("|The road is 5 km| long.", "The road is 5 km² long."),
        ("|12 dead| in Lens.", "112 dead in Lens."),
        ("|12 dead| in Lens.", "1,112 dead in Lens."),
        ("|12 dead| in Lens.", "1 112 dead in Lens."),
        ("|5 degrees| in Lens.", "-5 degrees in Lens."),
        ("He paid |5 million| in all.", "He paid $5 million in all."),
        ("|legal| as of now, he said.", "illegal as of now, he said."),
        ("They are |elected officials| of the town.", "They are un-elected officials of the town."),
        ("Ils étaient |cent| à Lens.", "Ils étaient deux cents à Lens."),
    ];
    expect![""].assert_eq(&wrong(&lines, false));
}

#[test]
fn the_same_word_or_figure_stays_in_force() {
    let lines = [
        ("|The storm killed 12| people in Lens.", "The storm killed 12 persons in Lens."),
        ("|The storm killed 12| people in Lens.", "The storm killed 12, a mayor said."),
        ("|The storm killed 12| people in Lens.", "The storm killed 12. Nobody else was hurt."),
        ("|The cost is €5| million in all.", "The cost is €5\u{A0}million in total."),
        ("|growth of 2| % in May.", "growth of 2% in June."),
        ("|It happened on 12 May| in Lens.", "It happened on 12 May 2024 in Lens."),
        ("|It happened in 2019|, he said.", "It happened in 2019: he said."),
        ("|She met Marie| last week.", "She met Marie, he said."),
        ("la presse |sud|-coréenne dit cela.", "la presse sud coréenne dit cela."),
        ("Yesterday |12 dead| in Lens.", "Today: 12 dead in Lens."),
        ("the |govern|ment fell in May.", "the government fell in June."),
    ];
    expect![""].assert_eq(&wrong(&lines, true));
}

proptest! {
    /// Whatever letters or digits are put to a border of a quote, its words are not in force.
    #[test]
    fn what_is_put_to_a_border_makes_another_word(
        quote in "[A-Z][a-z]{2,9}( [a-z]{3,9}){1,6} ([a-z]{4,9}|[1-9][0-9]{0,4})",
        letters in "[a-z]{1,4}",
        digits in "[1-9]{1,4}",
        behind in any::<bool>(),
        around in any::<bool>(),
        old_text in any::<bool>(),
    ) {
        let figure = quote.ends_with(|c: char| c.is_ascii_digit());
        let put = if behind && figure { digits } else { letters };
        let (before, after) = if around { (BEFORE, AFTER) } else { ("", "") };
        let old = format!("{before}|{quote}|.{after}");
        let now = if behind { format!("{quote}{put}") } else { format!("{put}{quote}") };
        let outcome = becomes(&old, &format!("{before}{now}.{after}"), old_text);
        prop_assert!(!outcome.in_force(), "{quote} → {now}: {outcome:?}");
    }
}
