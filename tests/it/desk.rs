//! Listing and reading the articles of a desk, nice or not.

use std::fs;
use std::path::Path;

use claimdesk::store::desk::{Desk, DeskError};
use claimdesk::store::listing::Problem;

fn desk() -> (tempfile::TempDir, Desk) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("seeds")).unwrap();
    let desk = Desk::open(dir.path()).unwrap();
    (dir, desk)
}

fn listed(desk: &Desk) -> Vec<(String, Option<Problem>)> {
    desk.articles().entries.into_iter().map(|e| (e.name, e.problem)).collect()
}

#[test]
fn articles_are_listed_by_name_through_all_folders() {
    let (_dir, desk) = desk();
    for name in
        ["b.txt", "a.TXT", "notes.md", ".hidden.txt", "x.txt/inside.txt", "é/ü.txt", ".git/x.txt"]
    {
        let path = desk.seeds().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "é").unwrap();
    }
    let expected = [
        ("a.TXT", None),
        ("b.txt", None),
        ("x.txt", Some(Problem::Folder)),
        ("x.txt/inside.txt", None),
        ("é/ü.txt", None),
    ];
    assert_eq!(listed(&desk), expected.map(|(name, problem)| (name.to_owned(), problem)));
    assert_eq!(desk.read_article("é/ü.txt").unwrap(), "é".as_bytes());
    assert_eq!(desk.read_article_head("b.txt", 1).unwrap(), [0xc3]);
    assert_eq!(desk.article_name(&desk.seeds().join("é/ü.txt")).as_deref(), Some("é/ü.txt"));
    assert_eq!(desk.article_name(Path::new("/elsewhere.txt")), None);
}

#[test]
fn a_name_cannot_leave_the_desk() {
    let (_dir, desk) = desk();
    fs::write(desk.root().join("secret.txt"), "x").unwrap();
    for name in ["../secret.txt", "..", "/etc/passwd", "", "a/../../secret.txt"] {
        assert!(desk.read_article(name).is_err(), "{name:?}");
        let zoe = claimdesk::store::annotator::Annotator::new("../../x");
        assert_eq!(desk.notebook_path(&zoe, name), None, "{name:?}");
        assert!(desk.notebook(&zoe, name).refusal().is_some(), "{name:?}");
    }
}

#[test]
fn a_folder_without_seeds_holds_the_articles_itself() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), "Hier.").unwrap();
    fs::create_dir(dir.path().join("annotations")).unwrap();
    fs::write(dir.path().join("annotations/note.txt"), "x").unwrap();
    let desk = Desk::open(dir.path()).unwrap();
    assert!(desk.is_flat());
    assert_eq!(listed(&desk), [("a.txt".to_owned(), None)]);
    assert_eq!(desk.read_article("a.txt").unwrap(), b"Hier.");
    assert_eq!(desk.article_name(&desk.annotations().join("zoe/a.txt.json")), None);
    assert!(!desk.is_larger(10) && desk.is_larger(1));
    // A folder that the configuration names must be there.
    let error = Desk::with_folders(dir.path(), Path::new("texts"), Path::new("annotations"));
    let error = error.unwrap_err();
    assert!(matches!(error, DeskError::NoSeeds { .. }) && error.hint().contains("claimdesk init"));
    let error = Desk::open(dir.path().join("gone")).unwrap_err();
    assert!(matches!(error, DeskError::Root { .. }));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_opened_safely_is_listed_with_its_problem() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::os::unix::net::UnixListener;

    let (dir, desk) = desk();
    let seeds = desk.seeds();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.txt"), "x").unwrap();
    fs::write(dir.path().join("beside.txt"), "x").unwrap();
    fs::write(seeds.join("real.txt"), "x").unwrap();
    fs::create_dir(seeds.join("folder")).unwrap();
    fs::write(seeds.join("folder/in.txt"), "x").unwrap();
    let link = |target: &str, name: &str| symlink(target, seeds.join(name)).unwrap();
    link("real.txt", "link.txt");
    link(outside.path().join("secret.txt").to_str().unwrap(), "link-outside.txt");
    link("../beside.txt", "link-beside.txt");
    link("/dev/zero", "link-device.txt");
    link("link-loop.txt", "link-loop.txt");
    link("nowhere", "link-broken.txt");
    link("folder", "link-folder");
    link("..", "folder/link-up");
    fs::write(seeds.join("two\nlines.txt"), "x").unwrap();
    fs::write(seeds.join(OsStr::from_bytes(b"caf\xe9.txt")), "x").unwrap();
    let _socket = UnixListener::bind(seeds.join("socket.txt")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(seeds.join("pipe.txt")).status().unwrap();
    assert!(made.success());

    let expected = [
        ("caf\u{fffd}.txt", Some(Problem::NameEncoding)),
        ("folder/in.txt", None),
        ("folder/link-up", Some(Problem::LinkFolder)),
        ("link-beside.txt", None),
        ("link-broken.txt", Some(Problem::LinkBroken)),
        ("link-device.txt", Some(Problem::LinkOutside)),
        ("link-folder", Some(Problem::LinkFolder)),
        ("link-loop.txt", Some(Problem::LinkBroken)),
        ("link-outside.txt", Some(Problem::LinkOutside)),
        ("link.txt", None),
        ("pipe.txt", Some(Problem::NotAFile)),
        ("real.txt", None),
        ("socket.txt", Some(Problem::NotAFile)),
        ("two\nlines.txt", Some(Problem::NameControl)),
    ];
    assert_eq!(listed(&desk), expected.map(|(name, problem)| (name.to_owned(), problem)));
    assert_eq!(desk.read_article("link.txt").unwrap(), b"x");
    // Reading asks again: what is listed may have changed since.
    for name in
        ["link-outside.txt", "link-device.txt", "link-loop.txt", "pipe.txt", "socket.txt", "folder"]
    {
        assert!(desk.read_article(name).is_err(), "{name}");
    }

    fs::set_permissions(seeds.join("folder"), fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    if fs::read_dir(seeds.join("folder")).is_err() {
        assert!(listed(&desk).contains(&("folder".to_owned(), Some(Problem::Unreadable))));
    }
    fs::set_permissions(seeds.join("folder"), fs::Permissions::from_mode(0o755)).unwrap();
}
