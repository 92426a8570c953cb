//! What to call an article.

use super::width::fit;

/// A first line of at most this many cells is a title.
const SHORT: usize = 120;
/// Cells of a title made from first words.
const WORDS: usize = 80;

/// The title of a text: its first line with ink where that is short, else its first words.
pub fn title(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    // A long line is looked at no further than a title can reach.
    let head: String = line.chars().take(4 * SHORT).collect();
    let short = fit(&head, SHORT);
    if short == line { short } else { fit(&head, WORDS) }
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn titles_are_first_lines_or_first_words() {
        assert_eq!(title("\n  Un titre \nTexte."), "Un titre");
        assert_eq!(title(""), "");
        let long = title(&"mot ".repeat(100));
        assert!(long.ends_with('…') && long.chars().count() <= 80);
    }
}
