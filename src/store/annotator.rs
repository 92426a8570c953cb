//! Who annotates: a readable name, and the folder it stands for.

use super::slug::slug;

/// A person, by readable name and by folder name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Annotator {
    name: String,
    slug: String,
}

impl Annotator {
    /// A person of this name. Any text gives a folder name that is safe everywhere.
    pub fn new(name: &str) -> Self {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { slug: slug(&name, "anonymous"), name }
    }

    /// The same person, who writes into another folder.
    #[must_use]
    pub(crate) fn in_folder(self, folder: &str) -> Self {
        Self { slug: folder.to_owned(), ..self }
    }

    /// The readable name (`Zoé Martin`).
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The folder's name below `annotations/` (`zoe-martin`): letters and digits of
    /// any script in lower case, single hyphens between, never empty.
    pub(crate) fn slug(&self) -> &str {
        &self.slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_safe_folders() {
        for (name, expected) in [
            ("Zoé Martin", "zoe-martin"),
            ("  Zoé   Martin ", "zoe-martin"),
            ("../../x", "x"),
            ("..", "anonymous"),
            ("", "anonymous"),
            ("\0/\\:*?\"<>|", "anonymous"),
            ("O’Brien, J. (AFP)", "o-brien-j-afp"),
            ("CON", "con-"),
            ("lpt1", "lpt1-"),
            ("Зоя Иванова", "зоя-иванова"),
            ("李明", "李明"),
            ("Æsa Straße", "æsa-straße"),
            ("-x-", "x"),
        ] {
            assert_eq!(Annotator::new(name).slug(), expected, "{name:?}");
        }
        assert!(Annotator::new(&"é".repeat(5000)).slug().len() <= 100);
    }
}
