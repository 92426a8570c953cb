//! How a clone stands to the others, in one run of git where that tells it all: each takes milliseconds
//! of a person who waits.

use std::path::{MAIN_SEPARATOR, Path};

use super::call::{Call, path_from};
use super::{Error, Repo, is_id};
use crate::core::annotation::BlobId;

/// How a clone stands, as of the last fetch.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    /// The repository.
    pub(crate) repo: Repo,
    /// Commits that the others do not have.
    pub(crate) ahead: usize,
    /// Commits of the others that are not here.
    pub(crate) behind: usize,
    /// What git calls a folder in the last commit; none where it is not in it.
    pub(crate) folder: Option<BlobId>,
}

impl Stand {
    /// Asks for the clone that holds `dir`, and for a folder below that.
    ///
    /// # Errors
    /// As [`Repo::discover`].
    pub(crate) fn look(dir: &Path, folder: &Path) -> Result<Self, Error> {
        let below = folder.strip_prefix(dir).ok().and_then(Path::to_str);
        let below = below.map(|below| format!("HEAD:./{}", below.replace(MAIN_SEPARATOR, "/")));
        let call = Call::reading(dir, "rev-parse").args(["--show-toplevel", "HEAD"]);
        let answer = call.arg(below.as_deref().unwrap_or("HEAD")).arg("@{upstream}").output()?;
        let mut lines = answer.bytes.split(|byte| *byte == b'\n');
        // A name with a line end is none, and then it is asked for by itself.
        let root = lines.next().map(path_from).filter(|root| !root.as_os_str().is_empty());
        let holds = |root: &Path| dir.canonicalize().is_ok_and(|dir| dir.starts_with(root));
        let repo = match root.filter(|root| holds(root)) {
            Some(root) => Repo { root },
            None => Repo::discover(dir)?,
        };
        let ids = lines.map_while(|line| str::from_utf8(line).ok().filter(|line| is_id(line)));
        let ids: Vec<&str> = ids.collect();
        let behind_and_ahead = match *ids {
            // The last name is an upstream that there is not.
            [_, _] => (0, 0),
            [head, _, upstream] if head == upstream => (0, 0),
            _ => repo.distance().unwrap_or_default(),
        };
        let folder = match (ids.get(1), below) {
            (Some(id), Some(_)) => Some(BlobId((*id).to_owned())),
            _ => repo.folder("HEAD", folder).ok().flatten(),
        };
        let (behind, ahead) = behind_and_ahead;
        Ok(Self { repo, ahead, behind, folder })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::*;

    fn git(dir: &Path, args: &[&str]) -> String {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@b.fr"];
        let output = Command::new("git").arg("-C").arg(dir).args(identity).args(args).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// What is told of a clone, and what asking for each by itself tells.
    #[track_caller]
    fn check(dir: &Path, folder: &Path, ahead: usize, behind: usize) {
        let told = Stand::look(dir, folder).unwrap();
        let repo = Repo::discover(dir).unwrap();
        assert_eq!(told.folder, repo.folder("HEAD", folder).unwrap());
        assert_eq!(told, Stand { repo, ahead, behind, folder: told.folder.clone() });
    }

    #[test]
    fn one_look_tells_what_several_would() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().canonicalize().unwrap();
        let (first, second) = (root.join("first"), root.join("second"));
        fs::create_dir_all(first.join("desk/annotations/zoé m")).unwrap();
        assert!(matches!(Stand::look(&first, &first), Err(Error::NoRepository(_))));
        git(&first, &["init", "-q", "-b", "main"]);
        let (desk, own) = (first.join("desk"), first.join("desk/annotations/zoé m"));
        // No commit yet, none of the folder, no upstream.
        check(&desk, &own, 0, 0);
        let commit = |dir: &Path, name: &str| {
            fs::write(dir.join(name), name).unwrap();
            git(dir, &["add", "-A"]);
            git(dir, &["commit", "-qm", name]);
        };
        commit(&desk, "a.txt");
        check(&desk, &own, 0, 0);
        commit(&own, "a.txt.json");
        check(&desk, &own, 0, 0);
        git(&root, &["clone", "-q", "first", "second"]);
        let (desk, own) = (second.join("desk"), second.join("desk/annotations/zoé m"));
        check(&desk, &own, 0, 0);
        check(&desk, &desk.join("annotations/ben"), 0, 0);
        commit(&desk, "b.txt");
        commit(&first, "c.txt");
        commit(&first, "d.txt");
        check(&desk, &own, 1, 0);
        git(&second, &["fetch", "-q"]);
        check(&desk, &own, 1, 2);
        check(&desk, &desk.join("annotations/ben"), 1, 2);
    }
}
