//! git as the keeper of old texts, tried on real repositories.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use claimdesk::core::annotation::BlobId;
use claimdesk::git::{Error, Repo, Stages, user_name};

/// A repository in a folder of its own, away from the user's settings.
struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { dir: tempfile::tempdir().unwrap() };
        desk.git(&["init", "--quiet", "--initial-branch=main"]);
        desk.git(&["config", "user.name", "Zoé Martin"]);
        desk.git(&["config", "user.email", "zoe@example.org"]);
        desk
    }

    fn path(&self) -> PathBuf {
        self.dir.path().canonicalize().unwrap()
    }

    #[track_caller]
    fn git(&self, args: &[&str]) -> String {
        let (ok, out) = self.try_git(args);
        assert!(ok, "git {args:?}: {out}");
        out
    }

    fn try_git(&self, args: &[&str]) -> (bool, String) {
        let output = Command::new("git")
            .args(args)
            .current_dir(self.dir.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .unwrap();
        let text = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&text).trim().to_owned())
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Writes and commits a file and gives the id of its blob.
    fn commit(&self, name: &str, bytes: &[u8]) -> BlobId {
        self.write(name, bytes);
        self.git(&["add", "--", name]);
        self.git(&["commit", "--quiet", "-m", "x"]);
        BlobId(self.git(&["hash-object", "--", name]))
    }

    fn repo(&self) -> Repo {
        Repo::discover(self.dir.path()).unwrap()
    }
}

#[test]
fn a_repository_is_found_from_any_folder_of_it() {
    let desk = Desk::new();
    desk.write("seeds/a folder\n-C/a.txt", b"x");
    assert_eq!(desk.repo().root(), desk.path());
    let deep = Repo::discover(&desk.path().join("seeds/a folder\n-C")).unwrap();
    assert_eq!(deep, desk.repo());
}

#[test]
fn a_folder_without_repository_is_told_as_such() {
    let plain = tempfile::tempdir().unwrap();
    let found = Repo::discover(plain.path());
    assert!(matches!(found, Err(Error::NoRepository(_))), "{found:?}");
    let found = Repo::discover(&plain.path().join("gone"));
    assert!(matches!(found, Err(Error::Failed { .. })), "{found:?}");
    let bare = Desk::new();
    bare.git(&["init", "--quiet", "--bare", "bare"]);
    let found = Repo::discover(&bare.path().join("bare"));
    assert!(matches!(found, Err(Error::NoRepository(_))), "{found:?}");
}

#[test]
fn old_texts_come_back_byte_for_byte() {
    let desk = Desk::new();
    let texts: [&[u8]; 5] =
        [b"", b"un\n", b"sans fin de ligne", b"\xFF\xFE\0\n\n\r", "été\n".as_bytes()];
    let ids: Vec<BlobId> =
        texts.iter().enumerate().map(|(i, text)| desk.commit(&format!("{i}.txt"), text)).collect();
    let read = desk.repo().read_blobs(&ids).unwrap();
    assert_eq!(read, texts.map(|text| Some(text.to_vec())));
}

#[test]
fn what_is_no_blob_is_none_and_harms_no_neighbour() {
    let desk = Desk::new();
    let id = desk.commit("a.txt", b"text");
    let commit = desk.git(&["rev-parse", "HEAD"]);
    let asked =
        ["0".repeat(40).as_str(), &id.0, "--help", "", "HEAD:a.txt", &commit, "a\nb", &id.0]
            .map(|id| BlobId(id.to_owned()));
    let read = desk.repo().read_blobs(&asked).unwrap();
    let found: Vec<usize> = (0..read.len()).filter(|&i| read[i].is_some()).collect();
    assert_eq!(found, [1, 7]);
    assert_eq!(read[7].as_deref(), Some(&b"text"[..]));
    assert_eq!(desk.repo().read_blobs(&[]).unwrap(), []);
}

#[test]
fn more_blobs_than_a_pipe_holds_are_read_by_one_process() {
    let desk = Desk::new();
    let big = b"0123456789abcdef".repeat(20_000);
    let id = desk.commit("big.txt", &big);
    let asked = vec![id; 3000];
    let read = desk.repo().read_blobs(&asked[..30]).unwrap();
    assert!(read.iter().all(|text| text.as_deref() == Some(&big[..])));
    let gone = vec![BlobId("1".repeat(40)); 5000];
    assert_eq!(desk.repo().read_blobs(&gone).unwrap(), vec![None; 5000]);
}

#[test]
fn the_sides_of_a_conflict() {
    let desk = Desk::new();
    let name = "annotations/zoé/[a] *.json";
    desk.commit(name, b"base\n");
    desk.commit("annotations/zo\u{e9}/[a] b.json", b"other\n");
    desk.git(&["checkout", "--quiet", "-b", "theirs"]);
    desk.commit(name, b"theirs\n");
    desk.git(&["checkout", "--quiet", "main"]);
    desk.commit(name, b"ours\n");
    let repo = desk.repo();
    assert_eq!(repo.stages(Path::new(name)).unwrap(), Stages::default());
    assert!(!desk.try_git(&["merge", "theirs"]).0);
    let some = |text: &str| Some(text.as_bytes().to_vec());
    let sides = Stages { base: some("base\n"), ours: some("ours\n"), theirs: some("theirs\n") };
    assert_eq!(repo.stages(Path::new(name)).unwrap(), sides);
    assert_eq!(repo.stages(&desk.path().join(name)).unwrap(), sides);
    assert_eq!(repo.stages(Path::new("gone.json")).unwrap(), Stages::default());
    assert_eq!(repo.stages(Path::new("--help")).unwrap(), Stages::default());
    assert!(repo.stages(Path::new("/")).is_err());
}

#[test]
fn a_conflict_without_a_side_or_a_base() {
    let desk = Desk::new();
    desk.commit("a.json", b"base");
    desk.git(&["checkout", "--quiet", "-b", "theirs"]);
    desk.commit("new.json", b"their new");
    desk.git(&["rm", "--quiet", "a.json"]);
    desk.git(&["commit", "--quiet", "-m", "x"]);
    desk.git(&["checkout", "--quiet", "main"]);
    desk.commit("new.json", b"our new");
    desk.commit("a.json", b"ours");
    assert!(!desk.try_git(&["merge", "theirs"]).0);
    let repo = desk.repo();
    let deleted = repo.stages(Path::new("a.json")).unwrap();
    assert_eq!((deleted.base, deleted.theirs), (Some(b"base".to_vec()), None));
    let added = repo.stages(Path::new("new.json")).unwrap();
    assert_eq!((added.base, added.ours), (None, Some(b"our new".to_vec())));
    assert_eq!(repo.stages(Path::new(".")).unwrap(), Stages::default());
}

#[test]
fn settings_of_the_clone() {
    let desk = Desk::new();
    let repo = desk.repo();
    assert_eq!(user_name(desk.dir.path()).unwrap().as_deref(), Some("Zoé Martin"));
    let key = "merge.claimdesk.driver";
    assert_eq!(repo.config(key).unwrap(), None);
    for value in ["claimdesk merge-driver %O %A %B", "--global", "a \"b\"\n$(c) \\ 'd'", ""] {
        repo.set_config(key, value).unwrap();
        assert_eq!(repo.config(key).unwrap().as_deref(), Some(value));
    }
    assert!(repo.set_config("--global", "x").is_err());
    assert!(repo.set_config("nodot", "x").is_err());
}
