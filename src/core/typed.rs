//! Words as they are typed into a shell, in the commands that a person is told to run.

use std::borrow::Cow;

/// A word as a shell takes it for one, whatever stands in it.
pub fn word(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./@{}:=,+%".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("'{}'", text.replace('\'', "'\\''")))
}

/// The same of a file's path, which no program takes for an option.
pub fn path(text: &str) -> Cow<'_, str> {
    match text.starts_with('-') {
        true => Cow::Owned(word(&format!("./{text}")).into_owned()),
        false => word(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_takes_it_for_one_word() {
        for plain in ["a.txt", "2026-11/café.txt", "000_l-été.txt", "日本.txt", "100%.txt"] {
            assert_eq!(word(plain), plain);
        }
        assert_eq!(word("page one.txt"), "'page one.txt'");
        assert_eq!(word("l'été.txt"), "'l'\\''été.txt'");
        assert_eq!(word("$HOME `x` \"y\".txt"), "'$HOME `x` \"y\".txt'");
        assert_eq!(word("l’été.txt"), "'l’été.txt'");
        assert_eq!(word(""), "''");
        assert_eq!(path("-x.txt"), "./-x.txt");
        assert_eq!(path("-x y.txt"), "'./-x y.txt'");
        assert_eq!(path("a/-x.txt"), "a/-x.txt");
    }
}
