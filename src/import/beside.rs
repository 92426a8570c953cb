//! Lines of a page beside its article: where it breaks off for those who do not pay, how long it
//! takes to read, where it stands on the site.
//!
//! They would be claims: `35 % of this article`, `3 min`, `45,000 subscribers`.

use std::sync::LazyLock;

/// A longer line is text, in bytes.
const LONGEST: usize = 200;

/// What begins with a phrase and goes on for longer is a sentence of its own, in bytes.
const MORE: usize = 50;

/// Among so many paragraphs stands where a page is on its site.
const HEAD: usize = 4;

/// How many words `*` stands for at most.
const FEW: usize = 5;

/// What a line says about the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// The rest is for those who pay.
    Cut,
    /// Nothing of what the article says.
    Aside,
}

/// Phrases, and what a line says that begins with one or has it as a sentence.
static PHRASES: LazyLock<Vec<(Says, &str)>> = LazyLock::new(|| {
    let row = |line: &'static str| match line.split_once(' ')? {
        ("cut", phrase) => Some((Says::Cut, phrase)),
        ("aside", phrase) => Some((Says::Aside, phrase)),
        _ => None,
    };
    include_str!("beside.txt").lines().filter_map(row).collect()
});

/// The text of a page without such lines, and whether one says that the text is cut.
pub(super) fn leave_out(text: &str) -> (String, bool) {
    let mut is_cut = false;
    let mut stays = |(at, paragraph): (usize, &str)| {
        let says = says(paragraph);
        is_cut |= says == Some(Says::Cut);
        says.is_none() && !(at < HEAD && is_path(paragraph))
    };
    let all = text.trim_end().split("\n\n").enumerate();
    let kept: Vec<_> = all.filter(|one| stays(*one)).map(|(_, paragraph)| paragraph).collect();
    let text = kept.join("\n\n");
    if text.is_empty() { (text, is_cut) } else { (text + "\n", is_cut) }
}

/// What a paragraph says about the page; nothing where it is text.
fn says(paragraph: &str) -> Option<Says> {
    if paragraph.len() > LONGEST || paragraph.contains('\n') {
        return None;
    }
    let line = paragraph.to_lowercase().replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ");
    let line = line.replace(" :", ":");
    let starts = |part: &str, phrase: &str| {
        part.len() <= phrase.len() + MORE
            && match phrase.split_once('*') {
                None => part.starts_with(phrase),
                Some((before, after)) => part.strip_prefix(before).is_some_and(|rest| {
                    let at = rest.find(after.trim_start());
                    at.is_some_and(|at| (1..=FEW).contains(&rest[..at].split_whitespace().count()))
                }),
            }
    };
    // Each sentence, and each piece of `By … · 3 min`.
    let pieces = || line.split(['.', '·', '|', '•', '!', '—', '–']).map(str::trim);
    // `Read more: …` leads to another article, whose title may be long.
    let leads = |phrase: &str| phrase.ends_with(':') && line.starts_with(phrase);
    let said = PHRASES
        .iter()
        .find(|(_, phrase)| leads(phrase) || pieces().any(|piece| starts(piece, phrase)));
    said.map(|(says, _)| *says)
}

/// `Home > Society`: where a page stands on its site.
fn is_path(line: &str) -> bool {
    let steps: Vec<_> = line.split(['>', '›', '»']).map(str::trim).collect();
    let is_step = |step: &&str| (1..=4).contains(&step.split_whitespace().count());
    steps.len() > 1
        && steps.iter().all(is_step)
        && !line.contains(['«', '.', '<', '='])
        && !line.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_the_rest_is_for_those_who_pay_is_left_out_and_told() {
        for line in [
            "Il vous reste 35 % de cet article à lire. La suite est réservée aux abonnés.",
            "Article réservé à nos abonnés",
            "Subscribe to continue reading",
            "This article is for subscribers only. Already a subscriber? Log in",
            "Jetzt weiterlesen mit Plus",
            "Suscríbete para seguir leyendo",
            "Questo articolo è riservato agli abbonati.",
            "Conteúdo exclusivo para assinantes",
            "Dit artikel is alleen voor abonnees.",
        ] {
            let (text, is_cut) = leave_out(&format!("La crue\n\nElle monte.\n\n{line}\n"));
            assert_eq!((text.as_str(), is_cut), ("La crue\n\nElle monte.\n", true), "{line}");
        }
    }

    #[test]
    fn where_a_page_stands_and_how_long_it_takes_is_left_out() {
        for line in [
            "Accueil > Société",
            "Home › News › Local",
            "Par Zoé Roux · Publié le 17 février 2026 à 18h42 · Temps de lecture\u{a0}: 3 min",
            "5 min read",
            "We value your privacy. Accept all cookies",
            "Recevez chaque matin notre lettre. Déjà 45 000 abonnés !",
            "Lire aussi\u{a0}: Séisme de 1999, le récit d’une nuit qui a coûté la vie à 17 000 personnes",
            "Partager sur Facebook",
            "Read more: Five things we know",
            "Lees ook: 12 doden bij brand",
        ] {
            let (text, is_cut) = leave_out(&format!("{line}\n\nElle monte.\n"));
            assert_eq!((text.as_str(), is_cut), ("Elle monte.\n", false), "{line}");
        }
    }

    #[test]
    fn what_an_article_says_of_subscribers_stays() {
        for text in [
            "Le journal a dit que la suite est réservée aux abonnés de la ville.\n",
            "Le service compte 45 000 abonnés.\n",
            "Il vous reste deux jours pour voter dans cette ville, a dit la maire de Blois.\n",
            "« Paris » a dit non.\n",
            "Partager sur les réseaux une photo de la crue leur a coûté 300 euros à Blois et à Tours, dit-on.\n",
            "Il fallait lire aussi les 12 annexes.\n",
            "2024 > 2023\n",
            "Année | Morts\n2024 | 12\n",
        ] {
            assert_eq!(leave_out(text), (text.to_owned(), false), "{text}");
        }
    }
}
