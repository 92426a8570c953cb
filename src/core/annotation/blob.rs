//! git's name for the bytes of a file.

use super::BlobId;

impl BlobId {
    /// The id git gives these bytes: SHA-1 over `blob <length>\0` and the bytes.
    ///
    /// Computed here rather than asked of git, so that a folder outside any
    /// repository has ids too; `git cat-file blob ID` finds the text later.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hash = sha1_smol::Sha1::new();
        hash.update(format!("blob {}\0", bytes.len()).as_bytes());
        hash.update(bytes);
        Self(hash.digest().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_git_hash_object() {
        assert_eq!(BlobId::of(b"").0, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(BlobId::of(b"hello\n").0, "ce013625030ba8dba906f756967f9e9ca394464a");
    }
}
