//! What a page shows by its style alone, in words: what is struck out is gone, notes and
//! exponents stand above the line, quotations have their marks.

use dom_query::{Document, NodeRef};

use super::quotes;
use crate::core::lang::Language;

/// Puts a page in the form in which its words say what its reader sees. It comes before the
/// article is looked for, which leaves no styles.
pub(super) fn mend(page: &Document) {
    page.select("del, s, strike, [style*='line-through']").remove();
    page.select("[style*='vertical-align:super'], [style*='vertical-align: super']").rename("sup");
    for link in page.select("a[href*='#']").nodes().iter().filter(|link| is_note(link)) {
        link.wrap_html("<sup></sup>");
    }
    quotations(page);
}

/// Whether a link to a place of a page is the number of a note that a style alone sets above.
fn is_note(link: &NodeRef<'_>) -> bool {
    let text = link.text();
    let sign = text.trim();
    let is_number = matches!(sign.len(), 1..=3) && sign.bytes().all(|b| b.is_ascii_digit());
    let is_above = |node: NodeRef<'_>| node.has_name("sup");
    let is_glued = || {
        let before = link.prev_sibling().map(|node| node.text()).unwrap_or_default();
        // Dots lead to the page of a chapter.
        before.ends_with(|c: char| !c.is_whitespace() && !matches!(c, '(' | '[' | '|' | '…'))
            && !before.ends_with("..")
    };
    is_number
        && is_glued()
        && !link.ancestors_it(Some(4)).any(is_above)
        && !link.descendants_it().any(is_above)
}

/// Gives quotations the marks of the page's language where they have none, nested ones the inner marks.
fn quotations(page: &Document) {
    let all = page.select("q");
    if !all.exists() {
        return;
    }
    let told = page.select("html, body").attr("lang");
    let told = told.unwrap_or_else(|| Language::of(&page.text()).code().into());
    for quotation in all.nodes() {
        let depth = quotation.ancestors_it(None).filter(|node| node.has_name("q")).count();
        if depth >= quotes::DEEPEST {
            continue;
        }
        let before = quotation.prev_sibling().map(|node| node.text()).unwrap_or_default();
        if let Some((open, close)) = quotes::missing(&told, depth, &before, &quotation.text()) {
            quotation.prepend_html(open);
            quotation.append_html(close);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::layout;

    #[track_caller]
    fn holds(page: &str, expected: &str) {
        let page = Document::from(page);
        mend(&page);
        assert_eq!(layout::text(&page.root()).trim_end(), expected);
    }

    #[test]
    fn what_is_struck_out_is_gone() {
        holds(
            "<p>Il y a <del>300</del> <ins>400</ins> morts, <s>onze</s> douze.",
            "Il y a 400 morts, douze.",
        );
        holds(
            "<p>Prix : <span style='text-decoration: line-through'>20</span> 30 €, <strike>1</strike>2.",
            "Prix : 30 €, 2.",
        );
    }

    #[test]
    fn notes_stand_in_brackets_and_exponents_above() {
        holds(
            "<p>In 2024.<sup><a href='#n'>2</a></sup> It counted 1,240<sup>3</sup> families",
            "In 2024.[2] It counted 1,240[3] families",
        );
        holds(
            "<p>40 m<sup>2</sup>, 15<sup>th</sup>, CO<sub>2</sub>, <a>XIX<sup>e</sup> siècle</a>",
            "40 m², 15th, CO2, XIXe siècle",
        );
        holds(
            "<p>1998<a href='n.html#n12'>12</a>, 3 m<a href='#n'><sup>2</sup></a>",
            "1998[12], 3 m[2]",
        );
        holds(
            "<p>1 240<span style='vertical-align: super'>3</span> euros, <a href='#3'>3</a>",
            "1 240[3] euros, 3",
        );
        holds(
            "<p>mot<sup>[<a href='#n'>1</a>]</sup><sup>,</sup><sup><a href='#n'>2</a></sup>",
            "mot[1],[2]",
        );
    }

    #[test]
    fn quotations_have_the_marks_of_their_language() {
        holds(
            "<html lang='fr'><p>Il dit : <q> Nous irons <q>au bout</q></q>, puis s’en va.",
            "Il dit : «\u{a0}Nous irons “au bout”\u{a0}», puis s’en va.",
        );
        holds("<html lang='en-GB'><p>He said: <q>No</q> and left.", "He said: “No” and left.");
        holds(
            "<p>Der Minister sagte gestern Abend in der Stadt: <q>Nein.</q>",
            "Der Minister sagte gestern Abend in der Stadt: „Nein.“",
        );
        holds("<p>She said “<q>no</q>” and <q>“yes”</q><q></q>", "She said “no” and “yes”");
    }
}
