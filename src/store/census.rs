//! Which files of a desk are not as they were when they were last looked at.
//!
//! A folder's own times tell whether a name in it came, went or was replaced, so the names of most
//! folders are known from the last look. A file that was written in place is told by its own times
//! alone, so each file is asked for them, below its opened folder: from the root of the system that
//! costs several times as much.

#[cfg_attr(unix, path = "census/unix.rs")]
#[cfg_attr(not(unix), path = "census/elsewhere.rs")]
mod system;

use std::collections::{HashMap, HashSet};
use std::path::Path;

use jiff::Timestamp;

use self::system::Opened;
use super::desk::Desk;
use super::intake::ORIGINALS;
use super::kind;
use crate::core::keep::{Keep, keep};

/// All files of a desk's folders when they were last looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Census {
    folders: Vec<Folder>,
}
keep!(struct Census { folders });

/// A folder when it was last looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folder {
    /// Its path below the desk, with `/` between folders; empty for the desk itself.
    path: String,
    mark: Mark,
    /// The folders in it.
    folders: Vec<String>,
    /// Its files: their names, each with a NUL behind it, as the system wants them.
    names: String,
    /// Their marks, in the same order.
    marks: Marks,
}
keep!(struct Folder { path, mark, folders, names, marks });

/// What tells a version of a file or folder from others.
type Mark = u64;

/// In place of a mark: it may change without the mark telling. The next look takes it for changed.
const UNSURE: Mark = 0;

/// Marks of many files, kept as they lie.
#[derive(Clone, Debug, Default)]
struct Marks(Vec<Mark>);

impl Keep for Marks {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.len().put(out);
        out.extend(self.0.iter().flat_map(|mark| mark.to_le_bytes()));
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let len = usize::take(from)?.checked_mul(size_of::<Mark>())?;
        let (bytes, rest) = from.split_at_checked(len)?;
        *from = rest;
        let (marks, _) = bytes.as_chunks();
        Some(Self(marks.iter().map(|mark| Mark::from_le_bytes(*mark)).collect()))
    }
}

/// What a look at a folder found.
#[derive(Default)]
pub(crate) struct Look {
    /// None where it is gone.
    folder: Option<Folder>,
    /// The files that are not as they were.
    changed: Vec<String>,
}

impl Census {
    /// Looks at all files again and gives those that came, went or changed, or may have: their paths
    /// below the desk, with `/` between folders, in no order. None where a folder of the desk lies
    /// elsewhere. `each` looks at each folder, in any order, or at several at once.
    pub(crate) fn look(
        &mut self,
        desk: &Desk,
        now: Timestamp,
        each: impl Fn(Vec<Folder>, &(dyn Fn(Folder) -> Look + Sync)) -> Vec<Look>,
    ) -> Option<Vec<String>> {
        let roots = roots(desk)?;
        let known: HashSet<_> = self.folders.iter().map(|folder| folder.path.clone()).collect();
        let mut waiting = std::mem::take(&mut self.folders);
        waiting.extend(
            roots.iter().filter(|root| !known.contains(*root)).map(|path| Folder::at(path)),
        );
        let mut changed = Vec::new();
        while !waiting.is_empty() {
            let look = |folder: Folder| {
                let is_root = roots.contains(&folder.path);
                folder.look(desk, is_root, now)
            };
            for look in each(std::mem::take(&mut waiting), &look) {
                changed.extend(look.changed);
                let Some(folder) = look.folder else { continue };
                let new = folder.folders.iter().filter(|path| !known.contains(*path));
                waiting.extend(new.map(|path| Folder::at(path)));
                self.folders.push(folder);
            }
        }
        Some(changed)
    }
}

/// The folders of a desk that hold what it is made of; none where one lies elsewhere.
fn roots(desk: &Desk) -> Option<Vec<String>> {
    let below = |path: &Path| Some(path.strip_prefix(desk.root()).ok()?.to_str()?.to_owned());
    let mut roots = vec![below(desk.seeds())?];
    if !desk.annotations().starts_with(desk.seeds()) {
        roots.push(below(desk.annotations())?);
    }
    Some(roots)
}

impl Folder {
    /// A folder of which nothing is known.
    fn at(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    fn look(self, desk: &Desk, is_root: bool, now: Timestamp) -> Look {
        // A link is followed only where the desk's own folder is one, as it is when the desk is listed.
        let Some(opened) = Opened::at(&desk.root().join(&self.path), is_root) else {
            return Look { changed: self.files().collect(), ..Look::default() };
        };
        // Before the names: what comes while they are read makes it another mark.
        let mark = opened.mark(now);
        let mut look = Look::default();
        let mut folder = match mark == self.mark && mark != UNSURE {
            true => self,
            false => match opened.entries() {
                Some(entries) => Self { mark, ..self.listed(entries, desk, &mut look.changed) },
                None => Self { mark: UNSURE, ..self },
            },
        };
        for (name, known) in folder.names.split_inclusive('\0').zip(&mut folder.marks.0) {
            let mark = opened.mark_of(name, now);
            if mark != *known || mark == UNSURE {
                look.changed.push(join(&folder.path, name));
            }
            *known = mark;
        }
        Look { folder: Some(folder), ..look }
    }

    /// The same folder with what is in it now, as far as that can matter: files that were not there
    /// have no mark yet, and those that are no longer there are told.
    fn listed(self, entries: Vec<Entry>, desk: &Desk, gone: &mut Vec<String>) -> Self {
        let marks = self.names.split_inclusive('\0').zip(self.marks.0.iter().copied());
        let mut known: HashMap<&str, Mark> = marks.collect();
        let mut now = Self::at(&self.path);
        for Entry { name, is_folder } in entries {
            if name.starts_with('.') {
                continue;
            }
            if !is_folder {
                now.marks.0.push(known.remove(&*name).unwrap_or(UNSURE));
                now.names.push_str(&name);
                continue;
            }
            let path = join(&self.path, &name);
            if is_entered(desk, &path) {
                now.folders.push(path);
            }
        }
        gone.extend(known.into_keys().map(|name| join(&self.path, name)));
        now
    }

    /// The paths of its files.
    fn files(&self) -> impl Iterator<Item = String> {
        self.names.split_inclusive('\0').map(|name| join(&self.path, name))
    }
}

/// Whether a folder may hold what a desk is made of: beside articles stand others, too.
fn is_entered(desk: &Desk, path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let is_beside = desk.is_flat() && !desk.root().join(path).starts_with(desk.annotations());
    !is_beside || (path != ORIGINALS && !kind::is_built(name))
}

/// A path below the desk; the name may have its NUL behind it.
fn join(folder: &str, name: &str) -> String {
    let name = name.trim_end_matches('\0');
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// What is in a folder: a name with a NUL behind it.
struct Entry {
    name: String,
    is_folder: bool,
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::PathBuf;

    use jiff::SignedDuration;

    use super::*;

    /// A desk and what was last known of its files.
    struct Home {
        dir: tempfile::TempDir,
        census: Census,
    }

    impl Home {
        fn new(files: &[&str]) -> Self {
            let home = Self { dir: tempfile::tempdir().unwrap(), census: Census::default() };
            for file in files {
                home.write(file, "Il y a 300 soldats.");
            }
            home
        }

        fn path(&self, name: &str) -> PathBuf {
            self.dir.path().join(name)
        }

        fn write(&self, name: &str, text: &str) {
            fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
            fs::write(self.path(name), text).unwrap();
        }

        /// What a look finds so much later, when it knows what a program that ended kept.
        fn look(&mut self, later: SignedDuration) -> Vec<String> {
            let mut kept = Vec::new();
            self.census.put(&mut kept);
            self.census = Census::take(&mut &kept[..]).unwrap();
            let desk = Desk::open(self.dir.path()).unwrap();
            let each = |folders: Vec<Folder>, look: &(dyn Fn(Folder) -> Look + Sync)| {
                folders.into_iter().map(look).collect()
            };
            let mut changed = self.census.look(&desk, Timestamp::now() + later, each).unwrap();
            changed.sort_unstable();
            self.tick();
            changed
        }

        /// What a look finds when all that is there is old by now.
        fn changed(&mut self) -> Vec<String> {
            self.look(SignedDuration::from_hours(1))
        }

        /// Lets the clock of the files go on, which moves every few milliseconds: what happens next is later than all that is there.
        fn tick(&self) {
            let stamp = || {
                let path = self.path(".tick");
                fs::write(&path, "").unwrap();
                File::open(path).unwrap().metadata().unwrap().modified().unwrap()
            };
            let before = stamp();
            while stamp() == before {}
        }
    }

    #[test]
    fn what_came_went_or_changed_is_told_once() {
        let (a, b, note) = ("seeds/a.txt", "seeds/2026-11/b.txt", "annotations/ana/a.txt.json");
        let mut home = Home::new(&[a, b, note, "seeds/.hidden"]);
        assert_eq!(home.changed(), [note, b, a]);
        assert!(home.changed().is_empty());
        home.write(a, "Il y a 200 soldats.");
        assert_eq!(home.changed(), [a], "written in place, as long as before");
        home.write("seeds/c.txt", "new");
        assert_eq!(home.changed(), ["seeds/c.txt"]);
        fs::remove_file(home.path(note)).unwrap();
        assert_eq!(home.changed(), [note]);
        home.write("annotations/bob/2026-11/b.txt.json", "{}");
        assert_eq!(home.changed(), ["annotations/bob/2026-11/b.txt.json"]);
        fs::rename(home.path("seeds/c.txt"), home.path(b)).unwrap();
        assert_eq!(home.changed(), [b, "seeds/c.txt"], "in the place of another");
        fs::remove_dir_all(home.path("seeds/2026-11")).unwrap();
        assert_eq!(home.changed(), [b]);
        fs::remove_dir_all(home.path("annotations")).unwrap();
        assert_eq!(home.changed(), ["annotations/bob/2026-11/b.txt.json"]);
        assert!(home.changed().is_empty());
        home.write(note, "{}");
        assert_eq!(home.changed(), [note]);
    }

    #[test]
    fn what_may_change_unseen_is_told_each_time() {
        let mut home = Home::new(&["seeds/a.txt"]);
        let now = SignedDuration::ZERO;
        assert_eq!(home.look(now), ["seeds/a.txt"]);
        assert_eq!(home.look(now), ["seeds/a.txt"], "it changed a moment ago");
        assert_eq!(home.changed(), ["seeds/a.txt"]);
        assert!(home.changed().is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_told_each_time_and_lead_nowhere_but_from_the_top() {
        use std::os::unix::fs::symlink;
        let mut home = Home::new(&["texts/a.txt", "far/b.txt"]);
        symlink("texts", home.path("seeds")).unwrap();
        symlink("../far", home.path("texts/far")).unwrap();
        symlink("../far/b.txt", home.path("texts/b.txt")).unwrap();
        assert_eq!(home.changed(), ["seeds/a.txt", "seeds/b.txt", "seeds/far"]);
        assert_eq!(home.changed(), ["seeds/b.txt", "seeds/far"]);
    }

    #[test]
    fn beside_articles_only_their_folders_and_the_notebooks_are_looked_at() {
        let files = ["a.txt", "annotations/target/a.txt.json", "target/x.txt", "originals/a.html"];
        let mut home = Home::new(&files);
        assert_eq!(home.changed(), &files[..2]);
        home.write("2026-11/b.txt", "new");
        assert_eq!(home.changed(), ["2026-11/b.txt"]);
    }
}
