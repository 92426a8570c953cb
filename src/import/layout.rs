//! The words of an HTML tree in paragraphs, items and rows.

use dom_query::NodeRef;

use super::blocks::Blocks;

/// The text of a node: a block element is a paragraph of its own, no-break spaces stay.
pub(super) fn text(root: &NodeRef<'_>) -> String {
    let mut writer = Writer::default();
    // Entering a node leaves its end and its children to do, so that depth costs no stack.
    let mut todo = vec![Visit::Enter(*root, None)];
    while let Some(visit) = todo.pop() {
        match visit {
            Visit::Enter(node, _) if node.is_text() => writer.blocks.push(&node.text()),
            Visit::Enter(node, number) => {
                let name = node.node_name().unwrap_or_default();
                if is_skipped(&name) {
                    continue;
                }
                let shape = Shape::of(&name);
                writer.enter(shape);
                match shape {
                    Shape::Above => writer.blocks.raise(leads(&node)),
                    Shape::Item if writer.cells == 0 => {
                        let sign = number.map(|number| format!("{number}. "));
                        writer.blocks.item(sign.as_deref().unwrap_or("- "));
                    }
                    Shape::Meaning if writer.cells == 0 => writer.blocks.means(),
                    _ => {}
                }
                todo.push(Visit::Leave(shape));
                let below = todo.len();
                enter_children(&node, &mut todo);
                todo[below..].reverse();
            }
            Visit::Leave(shape) => writer.leave(shape),
        }
    }
    writer.blocks.finish()
}

/// What is in a node, in its order; the items of a list that counts them with their numbers.
fn enter_children<'a>(node: &NodeRef<'a>, todo: &mut Vec<Visit<'a>>) {
    let number = |node: &NodeRef<'_>, name| node.attr(name).and_then(|n| n.parse::<u32>().ok());
    let counts = node.has_name("ol") && node.attr("reversed").is_none();
    let mut next = counts.then(|| number(node, "start").unwrap_or(1));
    for child in node.children_it(false) {
        let mut own = None;
        if child.has_name("li") {
            own = number(&child, "value").or(next);
            next = own.filter(|_| counts).map(|number| number.saturating_add(1));
        }
        todo.push(Visit::Enter(child, own));
    }
}

enum Visit<'a> {
    /// A node, and the number it has in its list.
    Enter(NodeRef<'a>, Option<u32>),
    Leave(Shape),
}

/// What an element does to the lines around its words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Inline,
    Block,
    Item,
    /// What is told of a term: `43 per cent` of `Turnout`.
    Meaning,
    Row,
    Cell,
    Break,
    Above,
}

impl Shape {
    fn of(name: &str) -> Self {
        match name {
            "li" | "dt" => Self::Item,
            "dd" => Self::Meaning,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "br" => Self::Break,
            "sup" => Self::Above,
            "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center"
            | "details" | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer"
            | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hr" | "legend"
            | "main" | "nav" | "ol" | "p" | "pre" | "section" | "summary" | "table" | "ul" => {
                Self::Block
            }
            _ => Self::Inline,
        }
    }
}

#[derive(Default)]
struct Writer {
    blocks: Blocks,
    /// How many items deep: a block inside one is a line, no paragraph.
    items: usize,
    /// How many cells deep: a block inside one is no line of its own.
    cells: usize,
}

impl Writer {
    fn enter(&mut self, shape: Shape) {
        match shape {
            Shape::Block => self.border(),
            Shape::Item | Shape::Meaning if self.cells == 0 => {
                self.items += 1;
            }
            Shape::Cell => {
                self.blocks.cell();
                self.cells += 1;
            }
            Shape::Row if self.cells == 0 => self.blocks.end_line(),
            Shape::Item
            | Shape::Meaning
            | Shape::Row
            | Shape::Inline
            | Shape::Break
            | Shape::Above => {}
        }
    }

    fn leave(&mut self, shape: Shape) {
        match shape {
            Shape::Block => self.border(),
            Shape::Cell => self.cells = self.cells.saturating_sub(1),
            Shape::Above => self.blocks.lower(),
            _ if self.cells > 0 => self.space_unless(shape == Shape::Inline),
            Shape::Item | Shape::Meaning => {
                self.items = self.items.saturating_sub(1);
                self.blocks.end_line();
            }
            Shape::Row | Shape::Break => self.blocks.end_line(),
            Shape::Inline => {}
        }
    }

    /// Where a block begins or ends.
    fn border(&mut self) {
        match (self.cells, self.items) {
            (0, 0) => self.blocks.end(),
            // A bullet waits for its words, also where those are a paragraph.
            (0, _) if self.blocks.is_at_start() => {}
            (0, _) => self.blocks.end_line(),
            _ => self.blocks.push(" "),
        }
    }

    fn space_unless(&mut self, is_inline: bool) {
        if !is_inline {
            self.blocks.push(" ");
        }
    }
}

/// Whether what stands above the line is a link: it holds one, or is all that one holds.
fn leads(node: &NodeRef<'_>) -> bool {
    let is_link = |node: NodeRef<'_>| node.has_name("a");
    let is_alone = node.prev_sibling().is_none() && node.next_sibling().is_none();
    node.descendants_it().any(is_link) || (is_alone && node.parent().is_some_and(is_link))
}

fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "noscript" | "template" | "svg" | "head" | "button" | "select"
    )
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    #[test]
    fn blocks_items_and_rows_are_told_apart() {
        let page = Document::from(
            "<div><p>Un <b>mot</b>,<br>deux</p>trois<ul><li><p>a</p></li><li>b<ul><li>c</li></ul></li><li></li></ul>\
             <table><tr><td><p>1</p></td><td>2<br>3</td></tr><tr><th>x</th><th>y</th></tr></table>\
             <p>12&nbsp;000<script>no()</script></p></div>",
        );
        let expected = "Un mot,\ndeux\n\ntrois\n\n- a\n- b\n- c\n\n1 | 2 3\nx | y\n\n12\u{a0}000\n";
        assert_eq!(text(&page.root()), expected);
    }

    #[test]
    fn items_of_a_list_that_counts_keep_their_numbers() {
        let page = Document::from(
            "<ol><li>a</li> <li>b<ul><li>x</li></ul></li><li value=7>c</li><li>d</li></ol><p>Oui.</p>\
             <ol start=3><li><p>e</p></li><li>f</li></ol><ol reversed><li>g</li></ol>",
        );
        let expected = "1. a\n2. b\n- x\n7. c\n8. d\n\nOui.\n\n3. e\n4. f\n\n- g\n";
        assert_eq!(text(&page.root()), expected);
    }

    #[test]
    fn what_is_told_of_a_term_stands_behind_it() {
        let page = Document::from(
            "<dl><dt>Turnout</dt> <dd>43 per cent</dd><dt>Votes:</dt><dd><p>12 000</p></dd><dd>of 28 000</dd><dt>Blank</dt><dd></dd></dl><p>End.</p>",
        );
        assert_eq!(
            text(&page.root()),
            "- Turnout: 43 per cent\n- Votes: 12 000\n- of 28 000\n- Blank:\n\nEnd.\n"
        );
    }

    #[test]
    fn depth_costs_no_stack() {
        let page = Document::from(format!("{}x{}", "<i>".repeat(20_000), "</i>".repeat(20_000)));
        assert_eq!(text(&page.root()), "x\n");
    }
}
