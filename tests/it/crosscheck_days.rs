//! Days of what a story has one of: whoever tells another one tells it otherwise, in whatever words.

use crate::pairs::apart;

fn differ(a: &str, b: &str, days: [&str; 2]) {
    assert_eq!(apart(a, b), [days], "{a} | {b}");
    let [here, there] = days;
    assert_eq!(apart(b, a), [[there, here]], "{b} | {a}");
}

fn nothing(a: &str, b: &str) {
    assert_eq!(apart(a, b), Vec::<[String; 2]>::new(), "{a} | {b}");
    assert_eq!(apart(b, a), Vec::<[String; 2]>::new(), "{b} | {a}");
}

#[test]
fn the_day_of_a_fire_differs_in_whatever_words_it_is_told() {
    let a = "A blaze tore through the Harrow Street market hall on Tuesday night, the fire brigade said. The market hall of Harrow Street had stood for ninety years.";
    let b = "Traders of the Harrow Street market hall have lost their stock. The fire in the market hall broke out on Wednesday, says the owner of Harrow Street, and insurers have begun to count the loss.";
    differ(a, b, ["Tuesday", "Wednesday"]);
}

#[test]
fn the_night_that_a_fire_is_told_of_is_that_of_the_fire() {
    let a = "Investigators say arson is to blame for Friday night's fire at the Wendle Bible Church. Nobody was in the Wendle Bible Church.";
    let b = "Flames destroyed the Wendle Bible Church. The fire at the Wendle Bible Church started on Saturday, neighbours said.";
    differ(a, b, ["Friday", "Saturday"]);
}

/// What lasts has one day and many hours.
#[test]
fn a_fire_is_told_of_at_many_hours() {
    let a = "A fire broke out in the Harrow Street market hall at 6 a.m., the brigade said. The market hall of Harrow Street had stood for ninety years.";
    let b = "The fire in the Harrow Street market hall was still burning at 9.30 a.m., the brigade said.";
    nothing(a, b);
}

/// An article that tells of two has no one day of it.
#[test]
fn a_second_fire_has_a_day_of_its_own() {
    let a = "A fire gutted the Harrow Street market hall on Tuesday. A second fire damaged the Harrow Street depot on Thursday.";
    let b = "The fire in the Harrow Street depot broke out on Friday, the brigade said.";
    nothing(a, b);
}
