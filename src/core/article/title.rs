//! What to call an article.

use std::collections::HashSet;
use std::ops::RangeBounds;

use super::columns;
use super::furniture::Furniture;
use super::margin;
use super::sentence::sentences;
use super::span::Span;
use super::width::{fit, text_cells};

/// A line of at most this many cells is a title.
const SHORT: usize = 120;
/// Cells of a title made from first words.
const WORDS: usize = 80;
/// Lines in which a title is looked for.
const LINES: usize = 60;

/// Fields that name a text, at the head of a mail, a book or a page.
const FIELDS: &[&str] = &[
    "subject", "objet", "betreff", "asunto", "oggetto", "assunto", "title", "titre", "titel",
    "título", "titolo", "headline",
];

/// Fields at the head of a mail, each of which makes one by itself.
const MAIL: &[&str] = &[
    "from",
    "to",
    "cc",
    "bcc",
    "date",
    "sent",
    "reply-to",
    "de",
    "à",
    "envoyé",
    "von",
    "an",
    "gesendet",
    "para",
    "enviado",
    "da",
    "inviato",
    "van",
    "aan",
    "verzonden",
];
/// What heads a list of what stands in a text.
const CONTENTS: &[&str] = &[
    "contents",
    "table of contents",
    "sommaire",
    "table des matières",
    "inhalt",
    "inhaltsverzeichnis",
    "índice",
    "contenido",
    "indice",
    "sommario",
    "sumário",
    "inhoud",
    "inhoudsopgave",
];

/// So many short words between bars are a menu, or the head of a table.
const ITEMS: usize = 4;
/// So many lines of a word or two, one right below the other, are a menu.
const SHORT_LINES: usize = 3;

/// The title of a text: what its head says, its first line that says something,
/// else its first sentence or words.
pub fn title(text: &str) -> String {
    let furniture = Furniture::default();
    let end = memchr::memchr_iter(b'\n', text.as_bytes()).nth(LINES - 1).unwrap_or(text.len());
    let head = &text[..end];
    // Half of one sentence stands beside half of another.
    let columns = columns::beside(head);
    let lines = || lines(head, &columns);
    if let Some(named) = lines().take_while(|line| is_head(line)).find_map(named) {
        return cut(named);
    }
    // Two fields make a head; one line with a colon is a title.
    let fields = lines().take_while(|line| is_head(line)).filter(|line| is_field(line)).count();
    let menu = menu(head);
    let may_name = |line: &&str| {
        let is_aside = is_of_mail(line)
            || is_menu(line)
            || menu.contains(line)
            || is_contents(line)
            || is_speaker(line)
            || is_time(line)
            || fields > 1 && is_field(line);
        says_something(line) && !furniture.is(line) && !is_aside
    };
    let mut found = lines().map(words).filter(may_name);
    let first = found.next();
    let below = match first.filter(|first| is_kicker(first)) {
        Some(_) => found.find(|next| !is_kicker(next) && !is_field(next)),
        None => None,
    };
    let line = below.filter(|line| is_heading(head, line)).or(first);
    // All else stands in columns: what is above them at the left names the page.
    let cell = || head.lines().map(first_cell).find(may_name);
    if let Some(whole) = line.and_then(|line| joined(head, first.unwrap_or(line), line, &furniture))
    {
        return cut(&whole);
    }
    let line = line.or_else(cell).or_else(|| lines().find(|line| !line.is_empty()));
    cut(line.unwrap_or_default())
}

/// Most lines that a headline is broken into.
const BROKEN: usize = 3;

/// A headline that is broken into lines: a few that read on, with nothing right above or below.
/// `first` is the first line of the text that says something, `line` the one to begin with.
fn joined(text: &str, first: &str, line: &str, furniture: &Furniture) -> Option<String> {
    let mut all = text.lines().map(words).skip_while(|whole| *whole != first);
    let mut block: Vec<_> =
        all.by_ref().take_while(|line| !line.is_empty()).take(BROKEN + 1).collect();
    // What stands above a headline is no part of it, unless it breaks off.
    if first != line && !breaks_off(first) {
        block.retain(|known| *known != first);
    }
    let is_whole = (2..=BROKEN).contains(&block.len())
        && block.contains(&line)
        && block
            .iter()
            .all(|line| !furniture.is(line) && !is_field(line) && text_cells(line) <= SHORT)
        && !block.iter().any(|line| line.ends_with(['.', '!', '?', ':', '…', ';']))
        && block.windows(2).all(|pair| reads_on(pair[0], pair[1]));
    is_whole.then(|| block.join(" "))
}

/// Whether the line below goes on with what a line of a headline says.
fn reads_on(line: &str, below: &str) -> bool {
    let are_capitals = |line: &str| !line.chars().any(char::is_lowercase);
    let begins = below.chars().next();
    breaks_off(line)
        || begins.is_some_and(char::is_lowercase)
        || (are_capitals(line) && are_capitals(below) && begins.is_some_and(char::is_alphanumeric))
}

/// Whether a line ends with a word that another must follow, or with a comma.
fn breaks_off(line: &str) -> bool {
    const SMALL: [&str; 46] = [
        "le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "à", "et", "en", "par",
        "pour", "sur", "dans", "the", "a", "an", "of", "to", "in", "on", "at", "and", "for",
        "with", "by", "der", "die", "das", "den", "und", "von", "für", "el", "los", "las", "del",
        "y", "il", "di", "o", "het", "van",
    ];
    let last = line.split_whitespace().next_back().unwrap_or_default();
    line.ends_with(',') || SMALL.contains(&&*last.to_lowercase())
}

/// A few words in capitals, as they stand above a title: `INTERVIEW`.
fn is_kicker(line: &str) -> bool {
    has_words(line, ..=3)
        && line.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-' | '’' | '\''))
}

/// Whether a line has so many words: a paragraph is not counted to its end.
fn has_words(line: &str, count: impl RangeBounds<usize>) -> bool {
    count.contains(&line.split_whitespace().take(4).count())
}

/// Whether a line of a text is a paragraph of its own, and neither a sentence nor short, as the name
/// of who wrote it is.
fn is_heading(text: &str, line: &str) -> bool {
    let below = text.lines().skip_while(|whole| !whole.contains(line)).nth(1);
    below.is_none_or(|below| below.trim().is_empty())
        && !line.ends_with('.')
        && has_words(line, 4..)
}

/// `TREASURER:` alone: what follows is said by somebody.
fn is_speaker(line: &str) -> bool {
    line.ends_with(':') && has_words(line, ..=3)
}

/// `21.07.2021 | 05:45 Uhr`: more figures than letters.
fn is_time(line: &str) -> bool {
    let count = |is: fn(char) -> bool| line.chars().take(SHORT).filter(|c| is(*c)).count();
    count(|c| c.is_ascii_digit()) > count(char::is_alphabetic)
}

/// `Table of contents`.
fn is_contents(line: &str) -> bool {
    line.len() <= 24
        && CONTENTS.contains(&&*line.trim_end_matches([':', ' ', '\u{a0}']).to_lowercase())
}

/// What stands at the left of a line in columns.
fn first_cell(line: &str) -> &str {
    line.trim().split("   ").next().unwrap_or_default()
}

/// The lines of a text, without those in columns.
fn lines<'a>(text: &'a str, columns: &[Span]) -> impl Iterator<Item = &'a str> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        (!columns::holds(columns, start)).then(|| line.trim())
    })
}

/// A line without what stands before its words.
fn words(line: &str) -> &str {
    let line = line.trim_start_matches('#').trim_start();
    line[margin::of(line).width..].trim()
}

/// Whether a line has words, not only figures and signs.
fn says_something(line: &str) -> bool {
    line.chars().take(SHORT).filter(|c| c.is_alphabetic()).count() > 1
}

/// Whether a line may belong to the head of a mail or of a page.
fn is_head(line: &str) -> bool {
    line.is_empty() || line == "---" || is_field(line)
}

/// `Subject: …`.
fn is_field(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(':') else { return false };
    let plain = |c: char| c.is_alphabetic() || c == '-';
    !name.is_empty()
        && name.len() <= 24
        && name.chars().all(plain)
        && (rest.is_empty() || rest.starts_with(' '))
}

/// `From: …`.
fn is_of_mail(line: &str) -> bool {
    let name = line.split_once(':').map(|(name, _)| name.trim().to_lowercase());
    name.is_some_and(|name| MAIL.contains(&&*name))
}

/// `Home | News | Sport | Weather`.
fn is_menu(line: &str) -> bool {
    let items = line.split('|').map(str::trim).filter(|item| !item.is_empty());
    let (mut count, mut are_short) = (0, true);
    for item in items {
        count += 1;
        are_short &= has_words(item, ..=3);
    }
    count >= ITEMS && are_short
}

/// The lines of a menu whose items stand one below the other.
fn menu(text: &str) -> HashSet<&str> {
    let is_item =
        |line: &str| has_words(line, 1..=2) && line.chars().all(|c| c.is_alphabetic() || c == ' ');
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    let runs = lines.chunk_by(|one, next| is_item(one) == is_item(next));
    runs.filter(|run| run.len() >= SHORT_LINES && run.iter().all(|line| is_item(line)))
        .flatten()
        .copied()
        .collect()
}

fn named(line: &str) -> Option<&str> {
    let (name, value) = line.split_once(':')?;
    let value = value.trim().trim_matches(['"', '\'']);
    let known = FIELDS.contains(&name.trim().to_lowercase().as_str());
    (known && says_something(value)).then_some(value)
}

fn cut(line: &str) -> String {
    // A long line is looked at no further than a title can reach.
    let end = line.char_indices().nth(4 * SHORT).map_or(line.len(), |(at, _)| at);
    let head = &line[..end];
    if head.len() == line.len() && text_cells(head) <= SHORT {
        return head.to_owned();
    }
    let first = sentences(head).next().map_or("", |sentence| sentence.of(head));
    if text_cells(first) <= SHORT && first.len() < head.len() {
        return first.to_owned();
    }
    let short = fit(head, WORDS);
    // Whole words, where the last one is not very long.
    match short.rfind(' ') {
        Some(space) if space * 4 >= short.len() * 3 => {
            format!("{}…", short[..space].trim_end_matches([',', ';', ':', ' ']))
        }
        _ => short,
    }
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn what_stands_above_a_title_is_none() {
        assert_eq!(title("INTERVIEW\n\nWhy the bridge fell\n\nText."), "Why the bridge fell");
        assert_eq!(title("FAITS DIVERS\nLe pont est tombé\n\nTexte."), "Le pont est tombé");
        let release = "PRESS RELEASE\nFOR IMMEDIATE RELEASE\n\nContact: A. Small\n\n";
        let release = format!("{release}A BRIDGE FALLS IN TOWN\n\nText.");
        assert_eq!(title(&release), "A BRIDGE FALLS IN TOWN");
        assert_eq!(title("TREASURER:\nThe bridge fell.\n"), "The bridge fell.");
        assert_eq!(title("21.07.2021 | 05:45 Uhr\n\nDie Brücke fiel."), "Die Brücke fiel.");
        // Who wrote it is no title.
        assert_eq!(title("UKRAINE\n\nBy Jane Doe\n\nThe bridge fell."), "UKRAINE");
        // What follows is text.
        assert_eq!(title("UKRAINE\n\nThe bridge\nfell on Sunday."), "UKRAINE");
        assert_eq!(title("UKRAINE\n\nThe bridge fell."), "UKRAINE");
        assert_eq!(title("AFTER THE FALL\n\nAn essay\n\nText."), "AFTER THE FALL");
    }

    #[test]
    fn a_page_of_columns_is_called_after_what_stands_above_them() {
        let row = |left: &str, right: &str| format!("   {left:<36}{right}\n");
        let page = [
            row("THE YEAR OF THE FUND", "Page 3"),
            "\n".to_owned(),
            row("Introduction to the fund and", "The fund paid out 4 million"),
            row("its members, who are now two", "in grants of which a third"),
            row("hundred and twelve, fourteen", "went to hospitals of towns"),
            row("more than in the year before", "and villages of the region"),
            row("and more than in any year of", "where in 2024 no more than"),
            row("those that the fund has seen", "a tenth had gone to any of"),
            row("since it was begun by a town", "them, as the board said in"),
            row("of three thousand people who", "its report of the year, on"),
            "\n                              - 3 -\n".to_owned(),
        ];
        assert_eq!(title(&page.concat()), "THE YEAR OF THE FUND");
    }

    #[test]
    fn a_headline_over_several_lines_is_one_title() {
        let two =
            "LE CONSEIL DE VILLE ADOPTE\nUN BUDGET EN BAISSE DE 4 %\n\nPar Zoé Roux\n\nTexte.";
        assert_eq!(title(two), "LE CONSEIL DE VILLE ADOPTE UN BUDGET EN BAISSE DE 4 %");
        assert_eq!(
            title("TITRE COUPÉ AU\nMILIEU DE LA PHRASE\n\nTexte."),
            "TITRE COUPÉ AU MILIEU DE LA PHRASE"
        );
        assert_eq!(
            title("Un budget en forte\nbaisse à Blois\n\nTexte."),
            "Un budget en forte baisse à Blois"
        );
        assert_eq!(
            title("Bridge falls in the\nTown of Blois\n\nText."),
            "Bridge falls in the Town of Blois"
        );
        // What reads on to a full stop is text, and a line of its own sense is none of the title.
        assert_eq!(title("Le pont est tombé\nsur la route.\n\nTexte."), "Le pont est tombé");
        assert_eq!(title("Le pont est tombé\nJean Roux\n\nTexte."), "Le pont est tombé");
        assert_eq!(title("Un\ndeux\ntrois\nquatre\ncinq\n"), "Un");
    }

    #[test]
    fn titles_are_first_lines_or_first_words() {
        assert_eq!(title("\n  Un titre \nTexte."), "Un titre");
        assert_eq!(title(""), "");
        let long = "mot ".repeat(40);
        assert_eq!(title(&format!("Une première phrase. Puis {long}")), "Une première phrase.");
        let long = title(&"mot ".repeat(100));
        assert!(long.ends_with("mot…") && long.chars().count() <= 80);
    }

    #[test]
    fn titles_are_never_rules_numbers_or_fields() {
        assert_eq!(title("---\ntitle: \"Un titre\"\ndate: 2024\n---\nTexte."), "Un titre");
        assert_eq!(title("From: a@b.org\nSubject: Prices rose\n\nHello."), "Prices rose");
        assert_eq!(title("From: a@b.org\nTo: c@d.org\n\nHello."), "Hello.");
        assert_eq!(
            title("1\n00:00:01,000 --> 00:00:02,000\nNous avons dit oui.\n"),
            "Nous avons dit oui."
        );
        assert_eq!(
            title("00:14:32 MME LEROY : Nous avons créé 40 000 postes."),
            "Nous avons créé 40 000 postes."
        );
        assert_eq!(title("---\n1\nFrom: x\n\nThe bridge fell."), "The bridge fell.");
        assert_eq!(title("Von: Amt\n\nDie Brücke fiel."), "Die Brücke fiel.");
        assert_eq!(title("Table of contents\n\nThe bridge fell."), "The bridge fell.");
        assert_eq!(title("Sommaire :\n\nLe pont est tombé."), "Le pont est tombé.");
        assert_eq!(title("The contents\n\nText."), "The contents");
        assert_eq!(title("Home | News | Sport | Weather\n\nThe bridge fell."), "The bridge fell.");
        assert_eq!(title("Menu\nLog in\nSport\n\nThe bridge fell."), "The bridge fell.");
        assert_eq!(title("Menu\nLog in\n\nThe bridge fell."), "Menu");
        assert_eq!(title("The bridge fell | The Post\n"), "The bridge fell | The Post");
        assert_eq!(
            title("Année | Morts | Blessés | Total\n1 | 2 | 3 | 4\n"),
            "Année | Morts | Blessés | Total"
        );
        assert_eq!(title("# Les prix\n\nTexte."), "Les prix");
        assert_eq!(title("*****\n12\n"), "*****");
        assert_eq!(title("Ukraine: 300 dead\n\nText."), "Ukraine: 300 dead");
        assert_eq!(title("Moscou : la mairie dit non\n"), "Moscou : la mairie dit non");
    }
}
