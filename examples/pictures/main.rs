//! Makes the pictures of the docs: starts the release binary in a pseudo-terminal, presses keys, and
//! draws what a person sees as SVG, also as a session that moves.
//!
//!     cargo build --release && cargo run --example pictures
//!
//! The desk is that of the lesson (`claimdesk tutor`), written for this project; the verdicts are
//! given by the keys below, on a copy. `CLAIMDESK` names another binary.

mod screen;
mod svg;

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use screen::Screen;
use svg::{Ground, Shot};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A picture: its file, its size in columns and rows, the keys, and the ground.
struct Picture {
    name: &'static str,
    size: (u16, u16),
    keys: &'static [&'static str],
    ground: Ground,
}

/// Some verdicts in the first three articles, and back to the second.
const WORK: [&str; 12] = ["c", "c", "c", "c", "u", "J", "d", "c", "c", "J", "c", "K"];

const PICTURES: [Picture; 4] = [
    Picture { name: "reader", size: (132, 38), keys: &["g", "j", "k"], ground: Ground::Dark },
    Picture {
        name: "reader-light",
        size: (132, 38),
        keys: &["g", "j", "k"],
        ground: Ground::Light,
    },
    Picture { name: "differences", size: (120, 34), keys: &["D"], ground: Ground::Dark },
    Picture { name: "overview", size: (120, 34), keys: &["P"], ground: Ground::Dark },
];

/// What is pressed in the session, what is said of it, and how long that stands, in seconds.
const SESSION: [(&str, &str, f32); 13] = [
    ("", "claimdesk FOLDER: the articles, one of them with its claims, what others say", 4.0),
    ("J", "J: the next article; 430 people, it says", 3.0),
    ("", "At the right: the other articles say 340", 3.5),
    ("1", "1: there is the other place", 3.0),
    ("b", "b: and back", 2.0),
    ("d", "d: disputed. It is saved, and the next open claim comes", 3.0),
    ("N", "N: a note on the claim decided last", 1.5),
    ("Prefecture: 340.", "… in your own words", 2.0),
    ("\x13", "Ctrl-S: keep it", 2.0),
    ("c", "c: corroborated", 2.0),
    ("D", "D: all that the articles differ on", 4.0),
    ("\x1b", "Esc: back", 1.0),
    ("P", "P: how far the desk is", 4.0),
];

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let asked = std::env::var_os("CLAIMDESK").unwrap_or("target/release/claimdesk".into());
    let binary = root.join(asked);
    if !binary.exists() {
        let binary = binary.display();
        return Err(format!("{binary} is missing: run `cargo build --release` first").into());
    }
    for picture in PICTURES {
        let home = desk(root)?;
        let mut screen = Screen::start(&binary, home.path(), picture.size, picture.ground)?;
        for key in WORK.iter().chain(picture.keys) {
            screen.press(key)?;
        }
        save(root, picture.name, &svg::still(&screen.cells(), picture.ground))?;
    }
    let home = desk(root)?;
    let mut screen = Screen::start(&binary, home.path(), (116, 30), Ground::Dark)?;
    let mut shots = Vec::new();
    for (keys, caption, seconds) in SESSION {
        screen.press(keys)?;
        shots.push(Shot { cells: screen.cells(), caption, seconds });
    }
    save(root, "first-hour", &svg::moving(&shots, Ground::Dark))
}

/// A home folder with the lesson's desk in it.
fn desk(root: &Path) -> Result<tempfile::TempDir> {
    let home = tempfile::tempdir()?;
    let seeds = home.path().join("desk/seeds");
    fs::create_dir_all(&seeds)?;
    for entry in fs::read_dir(root.join("src/cli/tutor/en"))? {
        let entry = entry?;
        fs::copy(entry.path(), seeds.join(entry.file_name()))?;
    }
    Ok(home)
}

fn save(root: &Path, name: &str, svg: &str) -> Result<()> {
    let path = root.join("docs/pictures").join(name).with_extension("svg");
    fs::write(&path, svg)?;
    writeln!(std::io::stdout(), "{} ({} kB)", path.display(), svg.len() / 1000)?;
    Ok(())
}
