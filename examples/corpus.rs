//! Writes a desk of any size: articles of about 2.5 kB, recombined from the
//! five of `seeds/` with a fixed seed, in folders of a thousand.
//!
//! `cargo run --release --example corpus -- 100000 DIR`

#![expect(clippy::print_stdout, reason = "it says what it wrote")]
#![expect(clippy::unwrap_used, reason = "without its seeds it has nothing to write")]

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

#[path = "../tests/it/corpus.rs"]
mod corpus;
#[path = "../tests/it/random.rs"]
mod random;

/// Articles in a folder.
const FOLDER: usize = 1000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(count), Some(desk)) = (arguments.next(), arguments.next()) else {
        return Err("how many articles, and the folder of the desk".into());
    };
    let (count, desk): (usize, _) = (count.parse()?, PathBuf::from(desk));
    let mut bytes = 0;
    for (i, text) in corpus::Corpus::new(7).take(count).enumerate() {
        let folder = desk.join(format!("seeds/topic-{:03}", i / FOLDER));
        if i % FOLDER == 0 {
            fs::create_dir_all(&folder)?;
        }
        bytes += text.len();
        fs::write(folder.join(format!("{i:06}.txt")), text)?;
    }
    println!("{count} articles, {:.1} MB", bytes as f64 / 1e6);
    Ok(())
}
