//! What surrounds a text on its pages: numbers, heads and feet, menus, notices.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use rustc_hash::{FxHashMap, FxHashSet};

/// A line longer than this, in bytes, is text.
const LONGEST: usize = 160;

/// Bytes of a text on which it is judged what comes again on each page.
const HEAD: usize = 256 * 1024;

/// So often a line comes again that heads the pages.
const OFTEN: usize = 3;

static PHRASES: LazyLock<Vec<Finder<'static>>> =
    LazyLock::new(|| lines().filter(|line| !line.starts_with(OPENS)).map(Finder::new).collect());

/// What opens a sentence about the broadcast, by its first letter.
static CREDITS: LazyLock<FxHashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut credits: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for credit in lines().filter_map(|line| line.strip_prefix(OPENS)) {
        credits.entry(credit.chars().next().unwrap_or_default()).or_default().push(credit);
    }
    credits
});

/// Marks words that open a sentence.
const OPENS: char = '^';

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("furniture.txt").lines().filter(|line| !line.starts_with('#'))
}

/// Whether a sentence tells when and where a report was broadcast.
pub fn is_credit(sentence: &str) -> bool {
    let bare = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = || bare.chars().flat_map(char::to_lowercase);
    let Some(first) = lower().next() else { return false };
    let opens = |credit: &&str| {
        let mut own = lower();
        // `une équipe de france 2` is none of France 24.
        credit.chars().all(|c| own.next() == Some(c))
            && own.next().is_none_or(|next| !next.is_alphanumeric())
    };
    CREDITS.get(&first).is_some_and(|credits| credits.iter().any(opens))
}

/// What comes again on the pages of one text.
#[derive(Clone, Debug, Default)]
pub struct Furniture {
    /// Heads and feet, without their figures.
    repeated: FxHashSet<String>,
    /// Lines that are but a number count the pages, or the cues of subtitles.
    numbered: bool,
}

impl Furniture {
    /// Looks through the head of a text.
    pub fn of(text: &str) -> Self {
        let mut seen: FxHashMap<String, usize> = FxHashMap::default();
        let (mut last, mut rising) = (0, 0);
        let mut alone = true;
        let mut lines = head(text).split('\n').peekable();
        while let Some(line) = lines.next() {
            // What heads a page stands between blank lines, or behind the form feed.
            let page = line.contains('\u{c}');
            let next = lines.peek().is_none_or(|next| is_blank(next));
            let stands_alone = page || (alone && next);
            let line = line.trim();
            alone = line.is_empty();
            if let Some(number) = number(line) {
                rising += usize::from(number > last);
                last = number;
                alone = true;
            } else if stands_alone && may_repeat(line) {
                *seen.entry(key(line)).or_default() += 1;
            }
        }
        let repeated = seen.into_iter().filter(|(_, times)| *times >= OFTEN);
        Self { repeated: repeated.map(|(key, _)| key).collect(), numbered: rising >= OFTEN }
    }

    /// Whether a line is no part of the text.
    pub fn is(&self, line: &str) -> bool {
        let line = line.trim();
        if line.is_empty() || line.len() > LONGEST {
            return false;
        }
        self.is_page_mark(line) || self.repeats(line) || is_contents(line) || is_notice(line)
    }

    /// Whether a line numbers a page or a subtitle: the text goes on over it.
    pub(super) fn is_page_mark(&self, line: &str) -> bool {
        (self.numbered && number(line).is_some()) || is_page_number(line) || is_cue(line)
    }

    /// Whether a line comes again and again: it may head the pages.
    pub(super) fn repeats(&self, line: &str) -> bool {
        !self.repeated.is_empty() && may_repeat(line) && self.repeated.contains(&key(line))
    }
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('\u{c}')
}

fn head(text: &str) -> &str {
    let mut at = text.len().min(HEAD);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    &text[..at]
}

/// A line that is but a number of up to four digits.
fn number(line: &str) -> Option<u32> {
    let bare = line.trim_matches(['-', '–', '—', '[', ']', ' ', '.']);
    (bare.len() <= 4 && bare.bytes().all(|b| b.is_ascii_digit())).then(|| bare.parse().ok())?
}

/// `Page 3`, `- 3 -`, `page 3 sur 12`, `3 / 12`.
fn is_page_number(line: &str) -> bool {
    if line.len() > 24 {
        return false;
    }
    if number(line).is_some() {
        return line.starts_with(['-', '–', '—', '[']) && line.ends_with(['-', '–', '—', ']']);
    }
    let line = line.to_lowercase();
    let word = ["page", "seite", "página", "pagina", "p.", "pg."]
        .iter()
        .find_map(|word| line.strip_prefix(word));
    let rest = word.unwrap_or(&line).trim();
    let mut numbers = 0;
    let plain = rest.split([' ', '/']).filter(|part| !part.is_empty()).all(|part| {
        let figure = part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        numbers += usize::from(figure);
        figure || matches!(part, "of" | "sur" | "von" | "de" | "di" | "|")
    });
    plain
        && (numbers == 1 && word.is_some()
            || numbers == 2 && (word.is_some() || rest.contains('/')))
}

/// The time of a subtitle: `00:00:01,000 --> 00:00:03,000`.
fn is_cue(line: &str) -> bool {
    let time =
        |part: &str| part.trim().starts_with(|c: char| c.is_ascii_digit()) && part.contains(':');
    time(line) && line.split_once("-->").is_some_and(|(from, to)| time(from) && time(to))
}

/// A line of a table of contents: dots that lead to a page.
fn is_contents(line: &str) -> bool {
    line.ends_with(|c: char| c.is_ascii_digit())
        && (line.contains("....") || line.contains(". . .") || line.contains("……"))
}

fn is_notice(line: &str) -> bool {
    if line.starts_with('©') {
        return true;
    }
    let line = line.to_lowercase();
    PHRASES.iter().any(|phrase| phrase.find(line.as_bytes()).is_some())
}

/// Words that end no sentence: a sentence that comes again is one all the same.
fn may_repeat(line: &str) -> bool {
    line.len() <= LONGEST
        && line.chars().filter(|c| c.is_alphabetic()).count() > 3
        && !line.ends_with(['.', '!', '?', '…', ',', ';', '»', '”', '"', ':'])
}

/// A line without what differs from page to page.
fn key(line: &str) -> String {
    let words = line.split_whitespace();
    let bare =
        words.map(|word| word.trim_matches(|c: char| c.is_ascii_digit() || "-–—|/.".contains(c)));
    bare.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_surrounds_a_text_is_known() {
        let text = "Annual report 2023    12\n\nSpending rose.\n\n13    Annual report 2023\n\nIt fell again.\n\nAnnual report 2023  14\n";
        let furniture = Furniture::of(text);
        let lines: Vec<_> = text.lines().filter(|line| furniture.is(line)).collect();
        assert_eq!(lines.len(), 3, "{lines:?}");
        let none = Furniture::default();
        for line in [
            "Page 3 of 12",
            "- 7 -",
            "3/12",
            "page 4 sur 9",
            "Summary ........ 12",
            "© 2024 L’Écho",
            "Nous utilisons des cookies pour mesurer l’audience.",
            "00:00:01,000 --> 00:00:03,000",
        ] {
            assert!(none.is(line), "{line}");
        }
        for line in
            ["2024", "12", "La page 3 du rapport dit 12", "5/12/2024", "300 morts", "de 3 de 4"]
        {
            assert!(!none.is(line), "{line}");
        }
        let cues = Furniture::of("1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n\n3\n");
        assert!(cues.is("2") && !cues.is("2 morts"));
    }

    #[test]
    fn a_credit_opens_a_sentence() {
        assert!(is_credit("Ce sujet a été diffusé dans le journal télévisé de 20H, sur TF1."));
        assert!(!is_credit("Il a dit que ce sujet a été diffusé dans le journal."));
        assert!(!is_credit("Ce sujet"));
        assert!(is_credit("Une équipe de France 2 s’est rendue à Lens."));
        assert!(!is_credit("Une équipe de France 24 joueurs a gagné."));
    }
}
