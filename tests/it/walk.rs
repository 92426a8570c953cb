//! Every key in every place, on desks made by a seed, at all sizes: it never
//! panics, always draws, and what is on disk is what is on the screen.

use claimdesk::command::{COMMANDS, Code, Key};
use claimdesk::state::Msg;
use claimdesk::state::model::signal::{Mouse, MouseAct};

use crate::corpus::Corpus;
use crate::harness::{Reader, desk};
use crate::random::Random;

/// Every key that is bound somewhere, and some that are bound nowhere; none leaves the program.
fn keys() -> Vec<Key> {
    let named = COMMANDS.iter().flat_map(|entry| entry.keys.iter().flat_map(|(_, keys)| *keys));
    let mut keys: Vec<Key> = named.map(|name| name.parse().unwrap()).collect();
    keys.extend("cdumx123456789éß中 \u{301}".chars().map(|c| Key::plain(Code::Char(c))));
    keys.extend(["F12", "Insert", "Alt-x", "Ctrl-X"].map(|name| name.parse::<Key>().unwrap()));
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn desk_of(seed: u64, dice: &mut Random) -> Reader {
    let mut articles: Vec<String> = Corpus::new(seed).take(3).collect();
    articles.push(String::new());
    articles.push("a\u{301}\u{200b}👩‍👩‍👧中文\u{202e}\t\x1b[31m 12 000 \u{fffd}".repeat(20));
    let names: Vec<String> = (0..articles.len()).map(|i| format!("{i}.txt")).collect();
    let pairs: Vec<_> =
        names.iter().map(String::as_str).zip(articles.iter().map(String::as_str)).collect();
    let (width, height) = SIZES[dice.below(SIZES.len())];
    desk(&pairs).size(width, height).start()
}

const SIZES: [(u16, u16); 10] =
    [(120, 40), (80, 24), (40, 12), (1, 1), (2, 2), (3, 7), (200, 3), (7, 60), (110, 18), (69, 17)];

#[test]
fn every_key_in_every_place() {
    let keys = keys();
    for seed in 0..6 {
        let mut dice = Random(seed);
        let mut reader = desk_of(seed, &mut dice);
        for _ in 0..400 {
            if reader.has_quit() {
                reader.restart();
            }
            match dice.below(40) {
                0 => {
                    let (width, height) = SIZES[dice.below(SIZES.len())];
                    reader.resize(width, height);
                }
                1 => {
                    reader.paste("collé\n\t\x1b[0m«12 %»");
                }
                2..5 => {
                    let acts = [
                        MouseAct::Press,
                        MouseAct::Drag,
                        MouseAct::Release,
                        MouseAct::WheelDown,
                        MouseAct::WheelUp,
                    ];
                    let act = acts[dice.below(acts.len())];
                    let (x, y) = (dice.below(220) as u16, dice.below(70) as u16);
                    reader.send(Msg::Mouse(Mouse { act, x, y }));
                }
                5 => {
                    reader.keys("j");
                }
                _ => {
                    let key = keys[dice.below(keys.len())];
                    reader.send(Msg::Key(key));
                }
            }
        }
        reader.resize(80, 24).keys_to_the_desk();
        let (before, saved) = (reader.notebook(), reader.saved());
        reader.restart();
        assert_eq!(reader.saved(), saved, "seed {seed}");
        // A note that was left unfinished opens again, in its own article.
        if !reader.shows("not finished last time") {
            assert_eq!(reader.notebook(), before, "seed {seed}");
        }
    }
}

#[test]
fn all_keys_from_each_place() {
    // Each key once from a fresh start in each place, so that none hides behind another.
    let places = ["", "<Esc>", "<Tab>", "n", "?", "v", "e", "/", ":", "D", "i", "A", "P", "f", "T"];
    let mut dice = Random(7);
    let mut reader = desk_of(7, &mut dice);
    for place in places {
        for key in keys() {
            reader.keys_to_the_desk();
            if !reader.has_quit() {
                reader.keys(place);
            }
            if !reader.has_quit() {
                reader.send(Msg::Key(key));
            }
            if reader.has_quit() {
                reader.restart();
            }
        }
    }
}
