//! What stands below the pictures of a page: captions, and who took them.
//!
//! A caption tells of the picture, often of another day or place than the article, and in the text
//! it would stand between two of its sentences. The page that is kept beside the article has it.

use dom_query::{Document, NodeRef};

/// What is no caption for its length, in bytes.
const LONGEST: usize = 600;
/// What a caption, or who took the picture, is called where no element says so.
const CLASSES: &str = "figcaption, [itemprop='caption'], [class*='caption' i], [class*='credit' i], \
    [class*='legende' i], [class*='bildunterschrift' i], [class*='copyright' i]";
const PICTURES: &str = "img, picture, video, svg, amp-img, iframe";

/// Takes the captions of pictures out of a page, unless they are most of what it says.
pub(super) fn leave_out(page: &Document) {
    let found = page.select(CLASSES);
    let captions: Vec<_> = found.nodes().iter().filter(|node| is_caption(node)).collect();
    if captions.is_empty() {
        return;
    }
    let told: usize = captions.iter().map(|node| node.text().trim().len()).sum();
    let text = page.select("p");
    let is_beside = |node: &&NodeRef<'_>| !captions.iter().any(|caption| holds(caption, node));
    let rest: usize = text.nodes().iter().filter(is_beside).map(|node| node.text().len()).sum();
    // A page of pictures says what it says below them.
    if told * 2 < rest {
        for node in &captions {
            node.remove_from_parent();
        }
    }
}

/// Whether a node is another one, or stands above it.
fn holds(above: &NodeRef<'_>, node: &NodeRef<'_>) -> bool {
    above.id == node.id || node.ancestors_it(None).any(|ancestor| ancestor.id == above.id)
}

/// Whether this is said of a picture beside it: nothing else stands there, and it is short.
fn is_caption(node: &NodeRef<'_>) -> bool {
    let has = |node: &NodeRef<'_>, what: &[&str]| {
        node.descendants_it().any(|below| what.iter().any(|name| below.has_name(name)))
    };
    let pictures: Vec<_> = PICTURES.split(", ").collect();
    let text = node.text();
    if text.len() > LONGEST || has(node, &pictures) || has(node, &["table", "blockquote", "pre"]) {
        return false;
    }
    let is_figure = |above: &NodeRef<'_>| above.has_name("figure") || node.has_name("figcaption");
    // What has no element of its own stands right beside its picture.
    let mut above = node.ancestors_it(Some(3));
    above.any(|above| {
        let is_small = above.text().trim().len() <= text.trim().len() + LONGEST / 4;
        has(&above, &pictures)
            && !has(&above, &["table", "blockquote", "pre"])
            && (is_figure(&above) || is_small)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::layout;

    const TEXT: &str = "<p>Le pont a été fermé lundi après la crue, a dit la préfecture de la Loire, qui \
        attend une décrue mercredi, et les écoles restent ouvertes.</p>";

    #[track_caller]
    fn holds(page: &str, expected: &[&str]) {
        let page = Document::from(page);
        leave_out(&page);
        let text = layout::text(&page.root());
        let lines: Vec<_> = text.split("\n\n").map(str::trim).collect();
        let starts = |(line, start): (&&str, &&str)| line.starts_with(*start);
        assert!(lines.iter().zip(expected).all(starts), "{lines:?}");
        assert_eq!(lines.len(), expected.len(), "{lines:?}");
    }

    #[test]
    fn what_is_said_of_a_picture_is_left_out() {
        let caption = "Le pont en 2019. © Ana Roux / AFP";
        for picture in [
            format!("<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"),
            format!("<figure><picture><img></picture><div class=legende>{caption}</div></figure>"),
            format!("<div class=wp-caption><img><p class=wp-caption-text>{caption}</p></div>"),
            format!("<div><img><span class='photo-credit'>{caption}</span></div>"),
        ] {
            holds(&format!("{TEXT}{picture}{TEXT}"), &["Le pont a été", "Le pont a été"]);
        }
    }

    #[test]
    fn what_is_said_of_anything_else_stays() {
        let table =
            "<figure><table><tr><td>1</td></tr></table><figcaption>Votes</figcaption></figure>";
        holds(&format!("{TEXT}{table}"), &["Le pont a été", "1", "Votes"]);
        let words = "<p class='captions'>Il a pris la parole devant 300 personnes.</p>";
        holds(
            &format!("<div><img>{TEXT}{words}{TEXT}</div>"),
            &["Le pont", "Il a pris", "Le pont"],
        );
    }

    #[test]
    fn a_page_of_pictures_keeps_what_it_says() {
        let picture =
            "<figure><img><figcaption>La crue de 1856 a fait 31 morts.</figcaption></figure>";
        holds(&picture.repeat(2), &["La crue", "La crue"]);
    }
}
