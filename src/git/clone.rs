//! A clone of a part of a desk: the topics that one works on, without the history of the others.

use std::path::Path;

use super::call::{Call, lines_of_nul};
use super::{Error, Repo};

impl Repo {
    /// Clones a repository without old contents, with the files of its top folder only.
    ///
    /// # Errors
    /// When git cannot be run or refuses.
    pub(crate) fn clone_top(url: &str, folder: &Path) -> Result<Self, Error> {
        let here = Path::new(".");
        let call = Call::acting(here, "clone").args(["--filter=blob:none", "--sparse", "--quiet"]);
        call.arg("--").arg(url).arg(folder).success()?;
        Self::discover(folder)
    }

    /// The folders right below a folder of the last commit, by name.
    ///
    /// # Errors
    /// When git cannot be run.
    pub(crate) fn folders(&self, below: &str) -> Result<Vec<String>, Error> {
        let call =
            Call::reading(self.root(), "ls-tree").args(["-d", "-z", "--name-only", "HEAD", "--"]);
        let answer = call.arg(format!("{below}/")).success()?;
        let name = |path: &[u8]| {
            let path = String::from_utf8_lossy(path);
            path.rsplit('/').next().unwrap_or_default().to_owned()
        };
        Ok(lines_of_nul(&answer).map(name).collect())
    }

    /// Checks out these folders and what is right below the folders around them, with an index
    /// that knows no more.
    ///
    /// # Errors
    /// When git cannot be run or refuses.
    pub(crate) fn check_out_only(&self, folders: &[String]) -> Result<(), Error> {
        let mut call = Call::acting(self.root(), "sparse-checkout").args([
            "set",
            "--cone",
            "--sparse-index",
            "--end-of-options",
        ]);
        for folder in folders {
            call = call.arg(folder);
        }
        call.success().map(drop)
    }
}
