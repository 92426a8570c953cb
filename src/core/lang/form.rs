//! How the lines of a pack are read: for the build script, which lays their words out, and for the tests.

use super::word::words;
use crate::core::article::span::Span;

/// The class and the form of a line; none where it is a remark or a setting.
pub(crate) fn class_and_form(line: &str) -> Option<(&str, &str)> {
    line.split_once(' ').filter(|_| !line.starts_with(['#', '!']))
}

/// The words of a form, the first one apart, of a stem with `~` behind it those of each ending.
pub(crate) fn word_and_rest(form: &str) -> Vec<(String, Vec<String>)> {
    if form.contains('~') {
        return forms(form).map(|form| (form, Vec::new())).collect();
    }
    let mut words = words_of(form).into_iter();
    words.next().map(|first| (first, words.collect())).into_iter().collect()
}

/// The forms of a line: of a stem with `~` behind it one with each ending.
pub(crate) fn forms(form: &str) -> impl Iterator<Item = String> {
    let (stem, endings) = form.split_once('~').unwrap_or((form, ""));
    endings.split(' ').map(move |ending| format!("{stem}{ending}"))
}

/// Whether a form is one word in small letters, as it stands.
pub(crate) fn is_word(form: &str) -> bool {
    !form.is_empty() && form.chars().all(char::is_lowercase)
}

fn words_of(form: &str) -> Vec<String> {
    if form.split(' ').all(is_word) {
        return form.split(' ').map(str::to_owned).collect();
    }
    let mut cut = Vec::new();
    // A letter behind an apostrophe at the end shows that it is an elision: `pas plus d'`.
    let whole = if form.ends_with('\'') { format!("{form}a") } else { form.to_owned() };
    words(&whole, Span::new(0, whole.len()), &mut cut);
    let words = cut.iter().filter(|word| word.span.start < form.len());
    words.map(|word| whole[word.span.start..word.span.end.min(form.len())].to_lowercase()).collect()
}
