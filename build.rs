//! Tells a release build which commit it is made of, and the tests whether `seeds/` is there.
//! Other builds are not made anew for each commit. And lays out the lexicons so that a start points at
//! their words instead of reading them, and has the linker pack the addresses that a start sets.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use rust_stemmers::Algorithm;

#[path = "build/forms.rs"]
mod forms;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/pack.rs"]
mod pack;
#[path = "build/relocations.rs"]
mod relocations;

/// What of the program the words are laid out with: so they are cut, folded and hashed as in a text.
#[path = "src/core"]
#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "they are there for the program; here a part of them is enough"
)]
mod core {
    pub(crate) mod article {
        pub(crate) mod border;
        pub(crate) mod sentence {
            pub(crate) mod class;
        }
        pub(crate) mod span;
    }
    pub(crate) mod crosscheck {
        pub(crate) mod tokens;
    }
    pub(crate) mod keep {
        /// Nothing is kept from one build to the next.
        macro_rules! keep {
            ($($ignored:tt)*) => {};
        }
        pub(crate) use keep;
    }
    pub(crate) mod lang {
        pub(crate) mod fold;
        pub(crate) mod form;
        pub(crate) mod laid;
        pub(crate) mod packing;
        pub(crate) mod table;
        pub(crate) mod word;
    }
    pub(crate) mod looks;
}

/// The lexicons of the crosscheck, by the codes of their languages.
const LEXICONS: [(&str, Algorithm); 4] = [
    ("en", Algorithm::English),
    ("fr", Algorithm::French),
    ("de", Algorithm::German),
    ("es", Algorithm::Spanish),
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=CLAIMDESK_COMMIT");
    // The published package comes without the articles, so without the tests that read them.
    println!("cargo:rustc-check-cfg=cfg(has_seeds)");
    if Path::new("seeds").is_dir() {
        println!("cargo:rustc-cfg=has_seeds");
    }
    let is_optimised = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    // A package unpacked inside somebody else's repository is none of it.
    let is_release = is_optimised && Path::new(".git").exists();
    if is_release {
        watch_the_commit();
    }
    // Packagers without the repository name it themselves: `abc1234 2026-11-25`.
    let named = env::var("CLAIMDESK_COMMIT").ok();
    let commit = named.or_else(|| is_release.then(commit).flatten());
    let build = commit.map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo:rustc-env=CLAIMDESK_BUILD={build}");
    if is_optimised {
        relocations::pack();
    }
    lay_out();
}

/// Makes the files that `core/lang/`, `core/article/sentence/forms.rs` and `core/crosscheck/pack.rs` include.
fn lay_out() {
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("a folder to build in"));
    let write = |name: &str, kind: &str, bytes: &[u8]| {
        let path = folder.join(format!("{name}.{kind}"));
        fs::create_dir_all(path.parent().expect("a folder above it")).expect("a folder");
        fs::write(path, bytes).expect("space on the disk");
    };
    let lexicons = LEXICONS.map(|(code, _)| read(&format!("crosscheck/lexicon/{code}.txt")));
    write("lexicon/all", "classes", lexicon::classes(&lexicons).as_bytes());
    for ((code, algorithm), text) in LEXICONS.into_iter().zip(&lexicons) {
        for (kind, bytes) in lexicon::files(text, algorithm) {
            write(&format!("lexicon/{code}"), kind, &bytes);
        }
    }
    write("sentence/forms", "words", &forms::words(&read("article/sentence/forms.txt")));
    let shared = ["units", "names"].map(|name| read(&format!("lang/packs/{name}.txt")));
    let languages = languages();
    for name in languages.iter().map(String::as_str).chain(["scales"]) {
        let [units, names] = shared.clone();
        let pack = read(&format!("lang/packs/{name}.txt"));
        for (kind, bytes) in pack::files(&[units, names, pack]) {
            write(&format!("packs/{name}.txt"), kind, &bytes);
        }
    }
    for name in languages {
        let packed = read(&format!("lang/words/{name}.txt"));
        write(&format!("words/{name}.txt"), "heads", &pack::heads(&packed));
    }
}

/// The codes of the languages with a list of usual words, which all that have a pack have.
fn languages() -> Vec<String> {
    let folder = Path::new("src/core/lang/words");
    println!("cargo:rerun-if-changed={}", folder.display());
    let files = fs::read_dir(folder).expect("the lists of words").flatten();
    let code = |file: fs::DirEntry| Some(file.path().file_stem()?.to_str()?.to_owned());
    files.filter_map(code).collect()
}

/// Reads a file of `src/core`, and has cargo build anew when it changes.
fn read(path: &str) -> String {
    let path = format!("src/core/{path}");
    println!("cargo:rerun-if-changed={path}");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Has a release built anew when another commit is checked out. A file that is not there would have
/// it built each time, so git is asked where its files are: in a linked worktree not under `.git`.
fn watch_the_commit() {
    let mut git = Command::new("git");
    git.args(["rev-parse", "--git-path", "HEAD", "--git-path", "logs/HEAD"]);
    let Ok(output) = git.output() else { return };
    for path in
        String::from_utf8_lossy(&output.stdout).lines().filter(|path| Path::new(path).exists())
    {
        println!("cargo:rerun-if-changed={path}");
    }
}

/// The commit of this repository and its day, where this is one and git is there.
fn commit() -> Option<String> {
    let output =
        Command::new("git").args(["log", "-1", "--format=%h %cs", "--abbrev=9"]).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !said.is_empty()).then_some(said)
}
