//! Recovering the text from its layout: lines broken by hand, words divided at line ends.
//!
//! One judgement per file, made on its head so that the head that is shown
//! first and the whole are read alike; then block by block. What comes out
//! are edits: stretches of the decoded text that stand for a space or for
//! nothing. A text in which every line end means something has none.

mod block;
mod hyphen;
mod line;

use block::Measure;
use hyphen::{Heal, Hyphens};
use line::{Head, Line, Tail, floor, lines};

use super::columns;
use super::furniture::Furniture;
use super::span::Span;

/// A stretch of the decoded text that is read as something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// Bytes of the decoded text.
    pub span: Span,
    /// What stands there when it is read.
    pub with: &'static str,
}

/// Bytes of a text on which its layout is judged.
const HEAD: usize = 128 * 1024;

/// The line ends of a text that mean nothing, in order. Those of `columns`, stretches in which columns
/// stand side by side, mean what they say.
pub(super) fn edits(text: &str, columns: &[Span]) -> Vec<Edit> {
    let head = &text[..floor(text, HEAD)];
    let furniture = Furniture::of(head);
    let text = File { text, columns, furniture: &furniture };
    let head = File { text: head, ..text };
    // The head is gone through several times.
    let known: Vec<_> = lines(head.text).collect();
    let measure = measure(head, &known);
    let hyphens = learn(head, &known, measure);
    let mut out = Vec::new();
    let mut joins = Vec::new();
    let mut last: Option<Line<'_>> = None;
    // A longer text is read anew: its head may end inside a line.
    let is_whole = head.text.len() == text.text.len();
    let (first, rest) = if is_whole { (&*known, "") } else { (&[][..], text.text) };
    blocks(text, first.iter().copied().chain(lines(rest)), |block, page| {
        let text = text.text;
        if let (Some(last), true) = (&last, page) {
            out.extend(goes_over(last, &block[0]).then(|| edit(text, &hyphens, last, &block[0])));
        }
        last = block.last().copied();
        block::judge(block, measure, &mut joins);
        let pairs = block.windows(2).zip(&joins).filter(|(_, joins)| **joins);
        out.extend(pairs.map(|(pair, _)| edit(text, &hyphens, &pair[0], &pair[1])));
    });
    out
}

/// Whether a sentence goes on from the foot of one page to the next.
fn goes_over(foot: &Line<'_>, top: &Line<'_>) -> bool {
    let open = !matches!(foot.tail(), Tail::Stop | Tail::Colon);
    open && top.head() == Head::Small && !top.has_margin()
}

/// A text, with what is known of it before it is read.
#[derive(Clone, Copy)]
struct File<'a> {
    text: &'a str,
    /// Where columns stand side by side.
    columns: &'a [Span],
    furniture: &'a Furniture,
}

/// Calls `each` with every run of these lines between blank ones and columns, and whether only the
/// end of a page, with its number and what heads the next, parts it from the one before.
fn blocks<'a>(
    text: File<'a>,
    lines: impl Iterator<Item = Line<'a>>,
    mut each: impl FnMut(&[Line<'a>], bool),
) {
    let File { columns, furniture, .. } = text;
    let mut block: Vec<Line<'a>> = Vec::new();
    // Whether a page has ended since the last block, and whether columns stood there.
    let (mut page, mut apart) = (false, false);
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let alone =
            block.is_empty() && lines.peek().is_none_or(|next| next.is_blank() || next.page);
        let short = !line.is_blank() && line.columns < line::LONG;
        let mark = short && furniture.is_page_mark(line.text);
        let head = short && (line.page || alone) && furniture.repeats(line.text);
        let beside = !columns.is_empty() && columns::holds(columns, line.ink);
        if line.is_blank() || mark || head || beside {
            if !block.is_empty() {
                each(&block, page && !apart);
                block.clear();
                (page, apart) = (false, false);
            }
            page |= mark || line.page;
            apart |= beside;
            continue;
        }
        page |= line.page && block.is_empty();
        block.push(line);
        if block.len() >= BLOCK {
            each(&block, page && !apart);
            (page, apart) = (false, false);
            block.clear();
            block.push(line);
        }
    }
    if !block.is_empty() {
        each(&block, page && !apart);
    }
}

/// Lines judged together at most.
const BLOCK: usize = 1000;

/// Fewest line ends that settle how a file is wrapped.
const ENOUGH: usize = 8;

/// At which column the lines of a text are full, and whether they agree.
fn measure<'a>(head: File<'a>, lines: &[Line<'a>]) -> Measure {
    let mut columns = Vec::new();
    blocks(head, lines.iter().copied(), |block, _| {
        let ends = &block[..block.len() - 1];
        columns.extend(ends.iter().map(|line| line.columns).filter(|c| *c < line::LONG));
    });
    columns.sort_unstable();
    let Some(width) = columns.get(columns.len() * 19 / 20).copied() else {
        return Measure { width: 0, sure: false, likely: false };
    };
    let (mut all, mut open, mut goes_on, mut full) = (0, 0, 0, 0);
    blocks(head, lines.iter().copied(), |block, _| {
        for pair in block::pairs(block, width).iter().filter(|pair| !pair.apart) {
            all += 1;
            open += usize::from(pair.open);
            goes_on += usize::from(pair.open && pair.goes_on);
            full += usize::from(pair.open && pair.near);
        }
    });
    let likely = goes_on > 0 && full * 4 >= open * 3;
    let sure = likely && all >= ENOUGH && open * 2 >= all && goes_on * 3 >= open;
    Measure { width, sure, likely }
}

/// Reads the words of a text to judge the hyphens at its line ends.
fn learn<'a>(head: File<'a>, lines: &[Line<'a>], measure: Measure) -> Hyphens<'a> {
    let (mut ends, mut joined, mut joins) = (Vec::new(), 0, Vec::new());
    blocks(head, lines.iter().copied(), |block, _| {
        block::judge(block, measure, &mut joins);
        for (pair, _) in block.windows(2).zip(&joins).filter(|(_, joins)| **joins) {
            joined += 1;
            ends.extend(hyphen::parts(&pair[0], &pair[1]));
        }
    });
    Hyphens::learn(head.text, &ends, joined)
}

fn edit(text: &str, hyphens: &Hyphens<'_>, a: &Line<'_>, b: &Line<'_>) -> Edit {
    let gap = Span::new(a.end, b.ink);
    if line::division(a.last_word()).is_some() {
        let sign = a.text.chars().next_back().map_or(0, char::len_utf8);
        return match hyphens.heal(a, b) {
            Heal::Word => Edit { span: Span::new(gap.start - sign, gap.end), with: "" },
            Heal::Compound => Edit { span: gap, with: "" },
            Heal::Apart => Edit { span: gap, with: " " },
        };
    }
    let glued = text[..a.end].ends_with(is_unspaced) && b.text.starts_with(is_unspaced)
        || (a.text.ends_with("--") || ends_with_dash(a.text));
    Edit { span: gap, with: if glued { "" } else { " " } }
}

/// A letter of a script that puts no space between words.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}' | '\u{0E00}'..='\u{0E7F}')
}

/// `word—`: a dash set without spaces.
fn ends_with_dash(text: &str) -> bool {
    text.strip_suffix('—').is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{columns, edits};

    /// A text as it is read.
    #[track_caller]
    fn check(text: &str, want: &str) {
        let (mut got, mut at) = (String::new(), 0);
        for edit in edits(text, &columns::beside(text)) {
            got.push_str(&text[at..edit.span.start]);
            got.push_str(edit.with);
            at = edit.span.end;
        }
        got.push_str(&text[at..]);
        assert_eq!(got, want);
    }

    #[track_caller]
    fn check_same(text: &str) {
        check(text, text);
    }

    #[test]
    fn broken_lines_go_on() {
        check(
            "Le rapport remis mardi soir au conseil régional a été rédigé par M.\nDupont, ancien directeur.\n",
            "Le rapport remis mardi soir au conseil régional a été rédigé par M. Dupont, ancien directeur.\n",
        );
        check(
            "Die Landesregierung teilte am Dienstag mit, dass in den vergangenen drei\r\nJahren rund 12.000 Wohnungen gebaut worden seien, vor allem in kleineren\r\nStädten und Gemeinden.\r\n",
            "Die Landesregierung teilte am Dienstag mit, dass in den vergangenen drei Jahren rund 12.000 Wohnungen gebaut worden seien, vor allem in kleineren Städten und Gemeinden.\r\n",
        );
        check(
            "audit office found that spending on roads had risen by 12 %\n\x0cbetween 2019 and 2023, to 4.5 billion.\n",
            "audit office found that spending on roads had risen by 12 % between 2019 and 2023, to 4.5 billion.\n",
        );
        check(
            "> The committee found that more than 1,200 houses in the\n> valley had been without power.\n> > Really?\n",
            "> The committee found that more than 1,200 houses in the valley had been without power.\n> > Really?\n",
        );
    }

    #[test]
    fn a_line_of_a_short_text_may_begin_with_a_name_or_a_sentence() {
        let first = "The Northline ferry with 250 people aboard struck rocks off Kelso\nPoint on Saturday night. Forty passengers were hurt, hospitals said.\nIt took five hours to evacuate the ship.\n";
        let second = "Captain Laird had no trace of alcohol in his blood at the time, his\nlawyer said. An inquiry opens in May.\n";
        check(
            &format!("Captain held\n\n{first}\n{second}"),
            &format!(
                "Captain held\n\n{}\n\n{}\n",
                first.trim_end().replace('\n', " "),
                second.trim_end().replace('\n', " ")
            ),
        );
        // By itself it may be a title over two paragraphs.
        check_same(&format!("Captain held\n\n{first}"));
    }

    #[test]
    fn sentences_go_on_over_the_page() {
        check(
            "Spending on roads, the office says, had risen by 12 %\n\n                 - 3 -\n\n\x0cAudit report\n\nbetween 2019 and 2023.\n",
            "Spending on roads, the office says, had risen by 12 %\n\n                 - 3 -\n\n\x0cAudit report\n\nbetween 2019 and 2023.\n",
        );
        let page = |n: usize, text: &str| format!("\x0cAudit report        {n}\n\n{text}\n\n");
        let text = format!(
            "{}{}{}",
            page(1, "Spending on roads had risen by 12 %"),
            page(2, "between 2019 and 2023. It had"),
            page(3, "fallen before.")
        );
        check(
            &text,
            "\x0cAudit report        1\n\nSpending on roads had risen by 12 % between 2019 and 2023. It had fallen before.\n\n",
        );
        check(
            "1\n00:00:01,000 --> 00:00:02,000\nNous avons dit que les prix\n\n00:00:02,000 --> 00:00:03,000\nont monté.\n",
            "1\n00:00:01,000 --> 00:00:02,000\nNous avons dit que les prix ont monté.\n",
        );
    }

    #[test]
    fn divided_words_are_whole_and_compounds_stay() {
        check(
            "Le préfet a déclaré que 4 500 entre-\nprises avaient été aidées, pour 320 mil-\nlions d'euros.\n",
            "Le préfet a déclaré que 4 500 entreprises avaient été aidées, pour 320 millions d'euros.\n",
        );
        check(
            "The report found that more than 4,500 House-\nholds are the base of the non-\nprofit sector and of F-\n16 sales.\n",
            "The report found that more than 4,500 Households are the base of the non-profit sector and of F-16 sales.\n",
        );
        // It begins like a compound, and ends like a word.
        check(
            "Les usines ont livré pour 300 millions d'euros de pro-\nduction automati-\nque aux troupes pro-\nrusses.\n",
            "Les usines ont livré pour 300 millions d'euros de production automatique aux troupes pro-russes.\n",
        );
        check(
            "Nach Angaben der Polizei in Nord-\nund Ostdeutschland kamen 300 Menschen.\n",
            "Nach Angaben der Polizei in Nord- und Ostdeutschland kamen 300 Menschen.\n",
        );
        check(
            "Les rapports sur la Corée indiquent que des troupes nord-\ncoréennes sont parties avec le porte-parole en jan\u{ad}\nvier.\n",
            "Les rapports sur la Corée indiquent que des troupes nord-coréennes sont parties avec le porte-parole en janvier.\n",
        );
    }

    #[test]
    fn columns_side_by_side_are_not_glued() {
        let columns = "Le préfet a déclaré mardi soir  vis depuis la galerie du siège.\nque 4 500 entreprises de la     Les associations de la vallée\nrégion avaient été aidées, pour ont  pourtant demandé un délai\nun montant de 320 millions.     plus long, le temps de relire\n";
        let columns = columns
            .replace("pour ont  pourtant", "pour  ont pourtant")
            .replace("soir  vis", "soir    vis")
            .replace("la     Les", "la      Les")
            .replace("millions.     plus", "millions.       plus");
        check_same(&format!("{columns}{columns}"));
        // Nor is what stands before them glued to what stands behind, over the end of a page.
        check_same(&format!(
            "Le conseil a dit que\n\n{columns}{columns}\n- 3 -\n\nles prix ont monté.\n"
        ));
    }

    #[test]
    fn lines_that_mean_something_stay() {
        check_same(
            "Un titre sans point final\nUn premier alinéa tient sur une seule ligne, si longue qu’elle soit, et finit par un point.\nUn second alinéa, lui aussi.\n",
        );
        check_same(
            "Sous le pont Mirabeau coule la Seine\nEt nos amours\nFaut-il qu'il m'en souvienne\nLa joie venait toujours après la peine\n",
        );
        check_same(
            "so much depends\nupon\n\na red wheel\nbarrow\n\nglazed with rain\nwater\n\nbeside the white\nchickens\n",
        );
        check_same(
            "Shall I compare thee to a summer's day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer's lease hath all too short a date;\n",
        );
        check_same(
            "Les mesures :\n\n- 450 millions d'euros pour les hôpitaux en 2024 ;\n- 12 000 postes supprimés en 2025 ;\n- des prêts.\n",
        );
        check_same("pommes\npoires\nabricots secs\nraisins\n");
        check_same(
            "Region      2022     2023\nNorth        120      140\nSouth         80       95\n",
        );
        check_same(
            "From: Anna <anna@example.org>\nTo: Zoé <zoe@example.org>\nSubject: figures for the report\n",
        );
        check_same(
            "---\nid: 2108\ntitle: \"A title that is as long as titles of newsletters are\"\ndate: 2004-01-21\nauthor: Anna\n---\n",
        );
        check_same("");
    }
}
