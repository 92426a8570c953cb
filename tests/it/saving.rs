//! Saving a notebook: alone, among other writers, and over a failing disk.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use claimdesk::core::annotation::edit::Edit;
use claimdesk::core::annotation::merge::Notice;
use claimdesk::core::annotation::{Annotation, AnnotationId, Notebook, Selector, VerdictId};
use claimdesk::store::annotator::Annotator;
use claimdesk::store::desk::Desk;
use claimdesk::store::files::{Disk, Files};
use claimdesk::store::format;
use claimdesk::store::notebook::News;
use claimdesk::store::refusal::SaveError;
use tempfile::{NamedTempFile, TempDir};

/// A desk with one article, `a.txt`.
fn desk() -> (TempDir, Desk) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("seeds")).unwrap();
    fs::write(dir.path().join("seeds/a.txt"), "Environ 12 000 soldats.\n").unwrap();
    let desk = Desk::open(dir.path()).unwrap();
    (dir, desk)
}

fn annotation(verdict: &str) -> Annotation {
    let time = "2026-11-20T10:12:03Z".parse().unwrap();
    let exact = "12 000 soldats".to_owned();
    let selector = Selector { exact, start: 8, end: 22, ..Selector::default() };
    let verdict = Some(VerdictId(verdict.to_owned()));
    Annotation { verdict, ..Annotation::new(selector, time) }
}

/// The notebook with one more annotation.
fn with(notebook: &Notebook, id: &str, verdict: &str) -> Notebook {
    let mut notebook = notebook.clone();
    Edit::add(AnnotationId(id.into()), annotation(verdict)).apply(&mut notebook);
    notebook
}

fn ids(notebook: &Notebook) -> Vec<&str> {
    notebook.annotations.keys().map(|id| id.0.as_str()).collect()
}

#[test]
fn the_first_save_makes_the_folders_and_the_next_load_reads_it() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let mut file = desk.notebook(&zoe, "a.txt");
    assert!(!file.exists() && file.refusal().is_none());
    let empty = file.notebook().clone();
    let ours = with(&empty, "k1", "disputed");
    let saved = file.save(&empty, &ours).unwrap();
    assert_eq!((saved.notebook, saved.merged), (ours.clone(), false));
    assert_eq!(file.path(), desk.root().join("annotations/zoe-martin/a.txt.json"));
    assert_eq!(desk.notebook(&zoe, "a.txt").notebook(), &ours);
}

#[test]
fn two_windows_keep_each_others_work() {
    // With locks, and without, as some network file systems are.
    for locks in [true, false] {
        let (_dir, desk) = desk();
        let zoe = Annotator::new("Zoé Martin");
        let (mut one, mut two) = (desk.notebook(&zoe, "a.txt"), desk.notebook(&zoe, "a.txt"));
        let empty = one.notebook().clone();
        let disk = Faulty { locks, ..Faulty::never() };
        one.save_with(&disk, &empty, &with(&empty, "k1", "disputed")).unwrap();
        let saved = two.save_with(&disk, &empty, &with(&empty, "k2", "misleading")).unwrap();
        assert!(saved.merged);
        assert_eq!(ids(&saved.notebook), ["k1", "k2"]);
        assert_eq!(one.reload(), News::Read { kept: vec![], owes: false });
        assert_eq!(one.notebook(), two.notebook());
    }
}

#[test]
fn a_save_already_under_way_removes_nothing_that_was_merged_meanwhile() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let (mut window, mut script) = (desk.notebook(&zoe, "a.txt"), desk.notebook(&zoe, "a.txt"));
    let empty = window.notebook().clone();
    script.save(&empty, &with(&empty, "k1", "disputed")).unwrap();
    // Two keys pressed before the window heard of the script's annotation.
    let first = with(&empty, "k2", "misleading");
    let second = with(&first, "k3", "unverified");
    window.save(&empty, &first).unwrap();
    let saved = window.save(&empty, &second).unwrap();
    assert_eq!(ids(&saved.notebook), ["k1", "k2", "k3"]);
}

// A failing disk: every step of a save fails in turn.

/// What a step does before it says that it failed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// Nothing.
    Before,
    /// Half of it, or all of it: the answer was lost, not the work.
    Halfway,
}

/// The disk, failing at its `nth` step (from 0) with an error of this kind.
struct Faulty {
    nth: usize,
    fault: Fault,
    kind: io::ErrorKind,
    steps: RefCell<Vec<&'static str>>,
    /// Whether it has locks.
    locks: bool,
}

impl Faulty {
    /// A disk that does not fail.
    fn never() -> Self {
        let kind = io::ErrorKind::Other;
        Self { nth: usize::MAX, fault: Fault::Before, kind, steps: RefCell::default(), locks: true }
    }

    fn step<T>(&self, name: &'static str, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        self.half_step(name, work, |work| work().map(drop))
    }

    fn half_step<T, W: FnOnce() -> io::Result<T>>(
        &self,
        name: &'static str,
        work: W,
        half: impl FnOnce(W) -> io::Result<()>,
    ) -> io::Result<T> {
        let n = self.steps.borrow().len();
        self.steps.borrow_mut().push(name);
        if n != self.nth {
            return work();
        }
        if self.fault == Fault::Halfway {
            half(work)?;
        }
        Err(self.kind.into())
    }
}

impl Files for Faulty {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.step("make folder", || Disk.make_folder(folder))
    }

    fn lock(&self, folder: &Path) -> io::Result<Option<File>> {
        self.step("lock", || if self.locks { Disk.lock(folder) } else { Ok(None) })
    }

    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        self.step("read", || Disk.read(path))
    }

    fn create(&self, path: &Path) -> io::Result<NamedTempFile> {
        self.step("create", || Disk.create(path))
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        let n = self.steps.borrow().len();
        if n == self.nth && self.fault == Fault::Halfway {
            Disk.write(file, &bytes[..bytes.len() / 2])?;
        }
        self.half_step("write", || Disk.write(file, bytes), |_| Ok(()))
    }

    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        self.step("sync", || Disk.sync(file))
    }

    fn replace(&self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        self.step("replace", || Disk.replace(file, path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step("sync folder", || Disk.sync_folder(folder))
    }
}

#[test]
fn whatever_step_fails_nothing_is_lost() {
    let kinds =
        [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::WouldBlock];
    let mut seen = BTreeSet::new();
    for (existing, fault, kind) in [false, true]
        .into_iter()
        .flat_map(|e| [Fault::Before, Fault::Halfway].map(|f| (e, f)))
        .flat_map(|(e, f)| kinds.map(|k| (e, f, k)))
    {
        for nth in 0.. {
            let (_dir, desk) = desk();
            let zoe = Annotator::new("Zoé Martin");
            let mut file = desk.notebook(&zoe, "a.txt");
            let empty = file.notebook().clone();
            let old = if existing { with(&empty, "k1", "disputed") } else { empty.clone() };
            if existing {
                file.save(&empty, &old).unwrap();
            }
            let new = with(&old, "k2", "misleading");
            let faulty = Faulty { nth, fault, kind, ..Faulty::never() };
            let result = file.save_with(&faulty, &old, &new);
            let steps = faulty.steps.into_inner();
            seen.extend(steps.iter().copied());
            if nth >= steps.len() {
                assert!(result.is_ok());
                break;
            }
            let case = format!("{} fails ({fault:?}, {kind:?}, existing: {existing})", steps[nth]);
            let error = result.expect_err(&case);
            assert!(error.is_transient() && !error.hint().is_empty(), "{case}");
            // Old or new, and whole.
            let on_disk = desk.notebook(&zoe, "a.txt");
            assert_eq!(on_disk.refusal(), None, "{case}");
            assert!([&old, &new].contains(&on_disk.notebook()), "{case}");
            assert_eq!(desk.leftovers(), Vec::<PathBuf>::new(), "{case}");
            // The change is still there, and the next try puts it on disk.
            let saved = file.save(&old, &new).unwrap_or_else(|e| panic!("{case}: again: {e}"));
            assert_eq!(saved.notebook, new, "{case}");
            assert_eq!(desk.notebook(&zoe, "a.txt").notebook(), &new, "{case}");
        }
    }
    let all = ["create", "lock", "make folder", "read", "replace", "sync", "sync folder", "write"];
    assert_eq!(seen, BTreeSet::from(all));
}

#[test]
fn a_file_taken_away_comes_back_whole_when_a_person_says_so() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let mut file = desk.notebook(&zoe, "a.txt");
    let empty = file.notebook().clone();
    let one = with(&empty, "k1", "disputed");
    file.save(&empty, &one).unwrap();
    fs::remove_dir_all(desk.annotations()).unwrap();
    let two = with(&one, "k2", "misleading");
    assert!(matches!(file.save(&one, &two), Err(SaveError::Gone { .. })));
    assert!(!desk.annotations().exists());
    assert_eq!((file.reload(), file.notebook()), (News::Gone, &one));
    file.insist();
    file.save(&one, &two).unwrap();
    assert_eq!(desk.notebook(&zoe, "a.txt").notebook(), &two);
    // Or that it stays away: then it is as if it had never been.
    fs::remove_dir_all(desk.annotations()).unwrap();
    file.forget();
    let saved = file.save(&empty, &with(&empty, "k3", "disputed")).unwrap();
    assert_eq!(ids(&saved.notebook), ["k3"]);
}

#[test]
fn an_empty_file_withdraws_nothing() {
    for nothing in ["", " \n"] {
        let (_dir, desk) = desk();
        let zoe = Annotator::new("Zoé Martin");
        let mut file = desk.notebook(&zoe, "a.txt");
        let empty = file.notebook().clone();
        let one = with(&empty, "k1", "disputed");
        file.save(&empty, &one).unwrap();
        fs::write(file.path(), nothing).unwrap();
        let two = with(&one, "k2", "misleading");
        assert!(matches!(file.save(&one, &two), Err(SaveError::Emptied { .. })));
        assert_eq!(fs::read_to_string(file.path()).unwrap(), nothing);
        assert_eq!((file.reload(), file.notebook()), (News::Emptied, &one));
        file.insist();
        file.save(&one, &two).unwrap();
        assert_eq!(ids(desk.notebook(&zoe, "a.txt").notebook()), ["k1", "k2"]);
    }
}

#[test]
fn what_was_decided_in_this_session_is_not_taken_away_by_another_writer() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let mut before = desk.notebook(&zoe, "a.txt");
    let empty = before.notebook().clone();
    before.save(&empty, &with(&with(&empty, "old", "disputed"), "old2", "disputed")).unwrap();
    let mut file = desk.notebook(&zoe, "a.txt");
    let base = file.notebook().clone();
    let ours = with(&base, "new", "disputed");
    file.save(&base, &ours).unwrap();
    // Another program writes the file as it was, without one of the old ones.
    let theirs = with(&empty, "old2", "disputed");
    fs::write(file.path(), format::serialize(&theirs, format::Style::default())).unwrap();
    let id = AnnotationId("new".into());
    assert_eq!(file.reload(), News::Read { kept: vec![Notice::KeptFromSession(id)], owes: true });
    assert_eq!(ids(file.notebook()), ["new", "old2"], "the old one was removed on purpose");
}

#[test]
fn a_broken_file_is_not_touched_until_somebody_mends_it() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let mut file = desk.notebook(&zoe, "a.txt");
    let empty = file.notebook().clone();
    let one = with(&empty, "k1", "disputed");
    file.save(&empty, &one).unwrap();
    let whole = fs::read(file.path()).unwrap();
    for other in ["{ \"format\": ", r#"{ "format": "claimdesk/2" }"#] {
        fs::write(file.path(), other).unwrap();
        let two = with(&one, "k2", "misleading");
        let error = file.save(&one, &two).unwrap_err();
        assert!(matches!(error, SaveError::Refused { .. }), "{error}");
        assert_eq!(fs::read_to_string(file.path()).unwrap(), other, "{error}");
        assert!(desk.notebook(&zoe, "a.txt").refusal().is_some());
        fs::write(file.path(), &whole).unwrap();
        assert_eq!(ids(&file.save(&one, &two).unwrap().notebook), ["k1", "k2"]);
    }
}

#[test]
fn the_last_annotation_leaves_an_empty_notebook() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let mut file = desk.notebook(&zoe, "a.txt");
    let empty = file.notebook().clone();
    let one = with(&empty, "k1", "disputed");
    file.save(&empty, &one).unwrap();
    file.save(&one, &empty).unwrap();
    assert!(file.exists() && desk.notebook(&zoe, "a.txt").notebook().annotations.is_empty());
}

#[test]
fn what_is_not_changed_is_not_written() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    let mut file = desk.notebook(&zoe, "a.txt");
    let empty = file.notebook().clone();
    let one = with(&empty, "k1", "disputed");
    file.save(&empty, &one).unwrap();
    // Laid out by hand, without a final line end: as good as any other.
    let by_hand = fs::read_to_string(file.path()).unwrap().replace('\n', " ");
    fs::write(file.path(), &by_hand).unwrap();
    file.reload();
    file.save(&one, &one).unwrap();
    assert_eq!(fs::read_to_string(file.path()).unwrap(), by_hand);
}

#[cfg(unix)]
mod unix {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::process::{Command, Stdio};

    use claimdesk::store::refusal::Refusal;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn modes_and_line_ends_are_kept() {
        let (_dir, desk) = desk();
        let zoe = Annotator::new("Zoé Martin");
        let mut file = desk.notebook(&zoe, "a.txt");
        let empty = file.notebook().clone();
        let one = with(&empty, "k1", "disputed");
        file.save(&empty, &one).unwrap();
        let plain = desk.root().join("plain");
        fs::write(&plain, "").unwrap();
        assert_eq!(mode(file.path()), mode(&plain), "as any new file");

        fs::set_permissions(file.path(), fs::Permissions::from_mode(0o640)).unwrap();
        let crlf = fs::read_to_string(file.path()).unwrap().replace('\n', "\r\n");
        fs::write(file.path(), crlf).unwrap();
        file.save(&one, &with(&one, "k2", "misleading")).unwrap();
        assert_eq!(mode(file.path()), 0o640);
        let text = fs::read_to_string(file.path()).unwrap();
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.contains("k2"));
    }

    #[test]
    fn links_inside_are_followed_and_links_outside_are_not() {
        let (_dir, desk) = desk();
        let outside = tempfile::tempdir().unwrap();
        let zoe = Annotator::new("Zoé Martin");
        let folder = desk.annotations().join("zoe-martin");
        fs::create_dir_all(desk.annotations()).unwrap();

        symlink(outside.path(), &folder).unwrap();
        let mut file = desk.notebook(&zoe, "a.txt");
        assert_eq!(file.refusal(), Some(&Refusal::Outside));
        let empty = file.notebook().clone();
        let error = file.save(&empty, &with(&empty, "k1", "disputed")).unwrap_err();
        assert!(matches!(error, SaveError::Refused { refusal: Refusal::Outside, .. }));
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);

        fs::remove_file(&folder).unwrap();
        fs::create_dir_all(&folder).unwrap();
        symlink(outside.path().join("new.json"), folder.join("a.txt.json")).unwrap();
        assert_eq!(desk.notebook(&zoe, "a.txt").refusal(), Some(&Refusal::Outside), "dangling");

        fs::remove_file(folder.join("a.txt.json")).unwrap();
        let made = Command::new("mkfifo").arg(folder.join("a.txt.json")).status().unwrap();
        assert!(made.success());
        let refusal = desk.notebook(&zoe, "a.txt").refusal().cloned();
        assert!(matches!(refusal, Some(Refusal::Unreadable(_))), "a pipe is not waited for");

        fs::remove_file(folder.join("a.txt.json")).unwrap();
        fs::write(folder.join("real.json"), "").unwrap();
        symlink("real.json", folder.join("a.txt.json")).unwrap();
        let mut file = desk.notebook(&zoe, "a.txt");
        file.save(&empty, &with(&empty, "k1", "disputed")).unwrap();
        assert!(folder.join("a.txt.json").is_symlink());
        assert!(fs::read_to_string(folder.join("real.json")).unwrap().contains("k1"));
    }

    #[test]
    fn another_writer_is_waited_for() {
        let (_dir, desk) = desk();
        let zoe = Annotator::new("Zoé Martin");
        let mut file = desk.notebook(&zoe, "a.txt");
        let empty = file.notebook().clone();
        let folder = file.path().parent().unwrap().to_owned();
        fs::create_dir_all(&folder).unwrap();
        let lock = Disk.lock(&folder).unwrap().expect("a file system with locks");
        std::thread::scope(|scope| {
            let save = scope.spawn(move || file.save(&empty, &with(&empty, "k1", "disputed")));
            drop(lock);
            save.join().unwrap().unwrap();
        });
    }

    /// Not a test by itself: what the next one starts, to kill it.
    #[test]
    fn child_that_saves_until_it_is_killed() {
        let Some(root) = std::env::var_os("CLAIMDESK_TEST_SAVES_IN") else { return };
        let desk = Desk::open(root).unwrap();
        let mut file = desk.notebook(&Annotator::new("Zoé Martin"), "a.txt");
        for n in 0_u32.. {
            let base = file.notebook().clone();
            file.save(&base, &with(&base, &format!("k{n:06}"), "disputed")).unwrap();
            let mut out = io::stdout().lock();
            writeln!(out, "saved").and_then(|()| out.flush()).unwrap();
        }
    }

    #[test]
    fn killed_at_any_moment_the_file_is_whole_and_has_all_that_was_answered() {
        for answers in 1..=12 {
            let (_dir, desk) = desk();
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args([
                    "--exact",
                    "saving::unix::child_that_saves_until_it_is_killed",
                    "--nocapture",
                ])
                .env("CLAIMDESK_TEST_SAVES_IN", desk.root())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            let said = lines
                .by_ref()
                .map_while(Result::ok)
                .filter(|line| line.ends_with("saved"))
                .take(answers);
            assert_eq!(said.count(), answers);
            child.kill().unwrap();
            child.wait().unwrap();
            // What it still said before it died was answered too.
            let rest = lines.map_while(Result::ok).filter(|line| line == "saved").count();
            let file = desk.notebook(&Annotator::new("Zoé Martin"), "a.txt");
            assert_eq!(file.refusal(), None);
            let kept = file.notebook().annotations.len();
            let answered = answers + rest;
            assert!((answered..=answered + 1).contains(&kept), "{answered} answered, {kept} kept");
        }
    }
}

#[test]
fn many_writers_at_once_keep_every_annotation() {
    let (_dir, desk) = desk();
    let zoe = Annotator::new("Zoé Martin");
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let (desk, zoe) = (&desk, &zoe);
            scope.spawn(move || {
                let mut file = desk.notebook(zoe, "a.txt");
                for n in 0..25 {
                    let base = file.notebook().clone();
                    file.save(&base, &with(&base, &format!("w{writer}n{n:02}"), "disputed"))
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(desk.notebook(&zoe, "a.txt").notebook().annotations.len(), 100);
}
