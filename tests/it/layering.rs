//! The layers: who may name whom, and who may touch the world.
//!
//! Reads `src/` and fails on a forbidden name or a folder that is not listed
//! here. What a module's own tests name is free. Exceptions stand below with
//! their reason; one that is no longer needed fails, too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A folder of `src/` and the other folders it may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("i18n", &[]),
    ("exchange", &["core", "i18n"]),
    ("import", &["core"]),
    ("store", &["core"]),
    ("git", &["core"]),
    ("desk", &["core", "store", "git"]),
    ("command", &["core", "i18n"]),
    // `lang` is a setting; keys and labels are checked against the command table.
    ("config", &["core", "command", "exchange", "i18n"]),
    ("state", &["core", "command", "i18n"]),
    ("ui", &["core", "command", "i18n", "state"]),
    ("term", &["command"]),
    ("app", ALL),
    ("cli", ALL),
];

const ALL: &[&str] = &[
    "core", "i18n", "import", "exchange", "store", "git", "desk", "command", "config", "state",
    "ui", "term", "app", "cli",
];

/// Names that belong to some folders or files only, and why.
const ONLY: &[(&[&str], &[&str], &str)] = &[
    (&["crossterm", "ratatui::crossterm"], &["term/"], "one place knows the terminal's events"),
    (&["ratatui"], &["ui/", "term/"], "what is shown is apart from what is"),
    (&["tui_textarea"], &["state/model/editor.rs", "ui/editor.rs"], "the editor can be replaced"),
    (
        &["serde", "serde_json"],
        &["store/", "import/", "exchange/", "cli/"],
        "what is saved has types of its own; the domain's do not know how they are written",
    ),
    (&["toml"], &["config/", "cli/config.rs"], "one place knows the form of the configuration"),
    (&["clap", "clap_complete", "clap_mangen"], &["cli/"], "one place knows the command line"),
    (&["anyhow"], &["app/", "cli/"], "below, errors are types that a caller can tell apart"),
    (&["tempfile"], &["store/"], "only the store writes"),
    (&["signal_hook"], &["app/", "term/"], "news of the world come in by the loop"),
    (&["notify"], &["desk/"], "one place sees that files change"),
    (&["chardetng"], &["core/article/"], "the encoding of a text is guessed in one place"),
    (&["encoding_rs"], &["core/article/", "import/html.rs"], "pages declare their encoding"),
    (
        &["dom_query", "dom_smoothie", "quick_xml", "mail_parser", "pulldown_cmark"],
        &["import/"],
        "only importers know the forms of other files",
    ),
    (&["zip"], &["import/", "exchange/refi_qda.rs"], "packed files are read and written in memory"),
    (&["regex"], &["core/search/"], "a line of a search is read in one place"),
    (&["nucleo_matcher"], &["state/", "core/"], "matching names is no matter of drawing"),
    (&["std::net"], &[], "claimdesk knows no network"),
    (
        &["std::fs"],
        &["store/", "config/source.rs", "cli/", "app/intake/"],
        "files are read where they belong; what is imported lies anywhere",
    ),
    (
        &["std::io"],
        &["store/", "git/", "config/source.rs", "term/", "app/", "cli/"],
        "the pure layers touch nothing",
    ),
    (&["std::env"], &["cli/", "term/"], "the environment is read at the border"),
    (&["std::process"], &["git/", "app/", "cli/", "main.rs"], "programs are run at the border"),
    (&["std::thread", "std::sync::mpsc"], &["app/", "term/"], "one channel leads into the loop"),
    (&["std::time::Instant", "std::time::SystemTime"], &["app/", "term/"], "time arrives as data"),
];

/// Calls that change files: only the store has them. Searched as text, since
/// a method's name is no path.
const WRITING: &[&str] = &[
    "fs::write",
    "fs::copy",
    "fs::rename",
    "fs::remove_",
    "fs::create_dir",
    "fs::hard_link",
    "fs::set_permissions",
    "File::create",
    "File::options",
    "OpenOptions",
    ".persist(",
    "Timestamp::now",
    "Zoned::now",
];

/// Calls that stand in one place of the program (and in what sets up tests).
const ONE_PLACE: &[(&str, &[&str], &str)] = &[
    ("Document::new", &["desk/mod.rs", "state/testing.rs"], "bytes become a document in one place"),
    ("Document::head", &["desk/library.rs"], "the same"),
    (
        "Decisions::of",
        &["desk/library.rs", "state/model/reader.rs"],
        "decisions are placed where files are read, and again where one decides",
    ),
];

/// A file, the name it may use against the rules, and the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("state/model/mod.rs", "ratatui", "Rect is plain numbers; drawing and the mouse must agree"),
    ("state/query/geometry.rs", "ratatui", "the same"),
    ("state/dialogs/overview.rs", "ratatui", "the same"),
    ("app/log.rs", "std::fs", "the log lies outside every desk, where the user asked for it"),
    ("app/log.rs", "OpenOptions", "the same"),
    ("git/place.rs", "std::fs", "whether git is at work is asked too often to run a program"),
    ("app/event.rs", "std::env", "tests of what happens on a panic ask for one by a variable"),
    ("cli/progress.rs", "std::time::Instant", "a word now and then, not for every article"),
    ("exchange/refi_qda.rs", "std::io", "a project is packed through its traits, in memory"),
    ("import/package.rs", "std::io", "archives are read through its traits, in memory"),
    ("git/call.rs", "std::thread", "git is fed while its answer is read, lest both wait"),
    ("store/files.rs", "std::thread", "a lock held by another program is waited for, briefly"),
    ("store/files.rs", "std::time::Instant", "how long that wait may last"),
];

#[test]
fn every_folder_is_a_layer() {
    let listed: BTreeSet<_> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    assert_eq!(listed, ALL.iter().copied().collect());
    for path in sources().into_keys() {
        let folder = path.split_once('/').map(|(folder, _)| folder);
        let known =
            folder.map_or(["lib.rs", "main.rs"].contains(&path.as_str()), |f| listed.contains(f));
        assert!(known, "src/{path}: its folder is no layer; list it here and say what it may name");
    }
}

#[test]
fn layers_name_only_what_they_may() {
    let mut breaches = Breaches::default();
    for (file, text) in sources() {
        let layer = LAYERS.iter().find(|(layer, _)| file.starts_with(&format!("{layer}/")));
        for path in paths(&file, &text) {
            if let (Some((layer, may)), Some(named)) = (layer, path.strip_prefix("crate::")) {
                let named = named.split("::").next().unwrap();
                let other = ALL.contains(&named) && named != *layer;
                breaches.when(
                    other && !may.contains(&named),
                    &file,
                    &format!("crate::{named}"),
                    "layers",
                );
            }
            for (names, places, why) in ONLY {
                for name in names.iter().filter(|name| begins(&path, name)) {
                    let there = places.iter().any(|place| file.starts_with(place));
                    breaches.when(!there, &file, name, why);
                }
            }
        }
        for (call, places, why) in ONE_PLACE {
            let there = file.starts_with("core/") || places.contains(&file.as_str());
            breaches.when(text.contains(call) && !there, &file, call, why);
        }
        for call in WRITING.iter().filter(|call| text.contains(**call)) {
            let clock = call.ends_with("::now");
            let there = file.starts_with("store/") && !clock || file.starts_with("app/") && clock;
            breaches.when(!there, &file, call, "only the store writes, and time arrives as data");
        }
    }
    breaches.assert_none();
}

/// What breaks a rule, exceptions apart.
#[derive(Default)]
struct Breaches {
    found: BTreeSet<String>,
    excused: BTreeSet<(&'static str, &'static str)>,
}

impl Breaches {
    fn when(&mut self, broken: bool, file: &str, name: &str, why: &str) {
        let excuse = EXCEPTIONS.iter().find(|(f, n, _)| *f == file && *n == name);
        match excuse {
            Some((file, name, _)) if broken => drop(self.excused.insert((file, name))),
            _ if broken => drop(self.found.insert(format!("src/{file} names {name}: {why}"))),
            _ => {}
        }
    }

    #[track_caller]
    fn assert_none(self) {
        let found: Vec<_> = self.found.into_iter().collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
        for (file, name, _) in EXCEPTIONS {
            assert!(self.excused.contains(&(*file, *name)), "no exception needed: {file} {name}");
        }
    }
}

/// Whether a path is this name or goes on from it.
fn begins(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The files below `src/` without comments and without their own tests.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root.clone()];
    let mut files = BTreeMap::new();
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                files.insert(name, code(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files
}

fn code(text: &str) -> String {
    let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = own.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    // How far something can be seen is no name of that place.
    let lines = lines.map(|line| match line.trim_start().split_once("pub(in ") {
        Some(("", rest)) => rest.split_once(')').map_or("", |(_, rest)| rest),
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path that a file names, `use` trees spread out and `super` resolved.
fn paths(file: &str, text: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut rest = text;
    while let Some(at) = rest.find("use ") {
        let begins = rest[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == ')');
        let tree = &rest[at + 4..];
        let end = tree.find(';').unwrap_or(tree.len());
        if begins {
            spread("", &tree[..end], &mut all);
        }
        rest = &tree[if begins { end } else { 0 }..];
    }
    let word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let inline = text.split(|c| !word(c)).filter(|path| path.contains("::"));
    // What ends in colons goes on in braces, and was spread out above.
    all.extend(inline.filter(|path| !path.ends_with(':')).map(str::to_owned));
    all.into_iter().map(|path| absolute(file, &path)).collect()
}

/// `a::{b, c::{d}}` as `a::b` and `a::c::d`.
fn spread(before: &str, tree: &str, all: &mut BTreeSet<String>) {
    let tree = tree.trim();
    let Some((head, group)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap().trim();
        all.insert(format!("{before}{name}"));
        return;
    };
    let before = format!("{before}{}", head.trim());
    let group = group.strip_suffix('}').unwrap_or(group);
    let (mut depth, mut from) = (0, 0);
    for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                spread(&before, &group[from..at], all);
                from = at + 1;
            }
            _ => {}
        }
    }
}

/// A path that begins with `super`, as one that begins with `crate`.
fn absolute(file: &str, path: &str) -> String {
    let mut module: Vec<_> = file.trim_end_matches(".rs").split('/').collect();
    module.retain(|part| *part != "mod");
    let mut rest = path;
    while let Some(after) = rest.strip_prefix("super::") {
        module.pop();
        rest = after;
    }
    if rest == path {
        return path.to_owned();
    }
    format!("crate::{}", module.into_iter().chain([rest]).collect::<Vec<_>>().join("::"))
}

/// Folders whose files must not name each other in a circle.
const ACYCLIC: &[&str] = &["state", "app", "ui", "core/*"];

/// The parts of `state`, each of which may name those before it.
const STATE: &[&str] = &["model", "query", "act", "dialogs"];

#[test]
fn no_files_of_a_folder_name_each_other_in_a_circle() {
    let names = named_files();
    let mut found = Vec::new();
    for folder in folders() {
        let inside = |file: &String| file.starts_with(&format!("{folder}/"));
        let files = names.keys().filter(|file| inside(file));
        let circle: Vec<_> = files.filter(|file| reaches(&names, file, file, &inside)).collect();
        if !circle.is_empty() {
            found.push(format!("src/{folder}: {circle:?}"));
        }
    }
    assert!(found.is_empty(), "files that name each other in a circle:\n{}", found.join("\n"));
}

#[test]
fn state_knows_types_then_answers_then_handlers_then_dialogs() {
    let part = |file: &str| {
        let folder = file.strip_prefix("state/")?.split('/').next()?;
        STATE.iter().position(|part| *part == folder)
    };
    for (file, named) in named_files() {
        for other in named {
            let (here, there) = (part(&file), part(&other));
            assert!(here >= there || here.is_none(), "src/{file} names src/{other}");
            let handler = there == part("state/act/");
            assert!(!file.starts_with("ui/") || !handler, "src/{file} names src/{other}");
        }
    }
}

/// The folders that [`ACYCLIC`] means.
fn folders() -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for file in sources().into_keys() {
        for pattern in ACYCLIC {
            let folder = match pattern.strip_suffix("/*") {
                None => file.starts_with(&format!("{pattern}/")).then(|| (*pattern).to_owned()),
                Some(above) => file.strip_prefix(&format!("{above}/")).and_then(|below| {
                    let (folder, _) = below.split_once('/')?;
                    Some(format!("{above}/{folder}"))
                }),
            };
            out.extend(folder);
        }
    }
    out
}

/// The files of `src/` that each file names.
fn named_files() -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources();
    let files: BTreeSet<_> = sources.keys().cloned().collect();
    let named = |file: &str, text: &str| -> BTreeSet<String> {
        let paths = paths(file, text).into_iter().chain(below(file, text, &files));
        paths.filter_map(|path| defined_in(&path, &files)).filter(|other| other != file).collect()
    };
    sources.iter().map(|(file, text)| (file.clone(), named(file, text))).collect()
}

/// The file that defines what a path from the crate's root names.
fn defined_in(path: &str, files: &BTreeSet<String>) -> Option<String> {
    let mut parts: Vec<_> = path.strip_prefix("crate::")?.split("::").collect();
    while !parts.is_empty() {
        let module = parts.join("/");
        for file in [format!("{module}.rs"), format!("{module}/mod.rs")] {
            if files.contains(&file) {
                return Some(file);
            }
        }
        parts.pop();
    }
    None
}

/// The paths that begin with a module below this file, as paths from the crate's root.
fn below(file: &str, text: &str, files: &BTreeSet<String>) -> Vec<String> {
    let module = file.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
    let all = paths(file, text).into_iter().filter(|path| !path.starts_with("crate::"));
    let full = all.map(|path| format!("crate::{module}::{path}"));
    full.filter(|path| defined_in(path, files).as_deref() != Some(file)).collect()
}

/// Whether one gets from a file to another by what files name, inside a folder.
fn reaches(
    names: &BTreeMap<String, BTreeSet<String>>,
    from: &str,
    to: &str,
    inside: &impl Fn(&String) -> bool,
) -> bool {
    let mut open: Vec<&String> = names[from].iter().filter(|file| inside(file)).collect();
    let mut seen = BTreeSet::new();
    while let Some(file) = open.pop() {
        if file == to {
            return true;
        }
        if seen.insert(file) {
            open.extend(names[file].iter().filter(|file| inside(file)));
        }
    }
    false
}

#[test]
fn paths_are_found_however_they_are_written() {
    let text = "use std::{fs, io::{self, Write as _}};\npub use super::super::ui::Theme;\nfn f() { std::env::var(\"X\"); }\n";
    let found = paths("state/reader.rs", text);
    for path in ["std::fs", "std::io::self", "std::io::Write", "crate::ui::Theme", "std::env::var"]
    {
        assert!(found.contains(path), "{path} in {found:?}");
    }
    assert_eq!(absolute("core/article/mod.rs", "super::claim::Claim"), "crate::core::claim::Claim");
}
