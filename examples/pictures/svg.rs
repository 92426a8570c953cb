//! Cells of a terminal as SVG: one picture, or several after one another.

use std::fmt::Write as _;

use vt100::{Cell, Color};

/// Width and height of a cell, and the size of its letters, in units of the picture.
const CELL: (f32, f32, f32) = (8.4, 18.0, 14.0);
/// Free space around the cells.
const MARGIN: f32 = 8.0;

const FONT: &str = "ui-monospace,DejaVu Sans Mono,Menlo,Consolas,monospace";

#[derive(Clone, Copy)]
pub(crate) enum Ground {
    Dark,
    Light,
}

impl Ground {
    /// Ink and paper.
    const fn colours(self) -> (&'static str, &'static str) {
        match self {
            Self::Dark => ("#d6d8de", "#16181e"),
            Self::Light => ("#1c1e24", "#ffffff"),
        }
    }

    /// What the terminal says of its paper.
    pub(crate) const fn answer(self) -> &'static str {
        match self {
            Self::Dark => "1616/1818/1e1e",
            Self::Light => "ffff/ffff/ffff",
        }
    }
}

/// A screen of a session, what is said of it, and how long it stands, in seconds.
pub(crate) struct Shot {
    pub(crate) cells: Vec<Vec<Cell>>,
    pub(crate) caption: &'static str,
    pub(crate) seconds: f32,
}

/// One picture.
pub(crate) fn still(cells: &[Vec<Cell>], ground: Ground) -> String {
    let mut styles = Styles::new(ground);
    let rows: String =
        cells.iter().enumerate().map(|(y, row)| placed(y, "", &styles.row(row))).collect();
    whole(size(cells, 0), &styles, "", &rows)
}

/// Pictures after one another, for ever. A row that several share is drawn once and shown as long.
pub(crate) fn moving(shots: &[Shot], ground: Ground) -> String {
    let mut styles = Styles::new(ground);
    let rows: Vec<Vec<String>> = shots
        .iter()
        .map(|shot| {
            let mut rows: Vec<_> = shot.cells.iter().map(|row| styles.row(row)).collect();
            let caption = escaped(shot.caption);
            rows.extend([String::new(), format!("<text y=\"14\" class=\"says\">{caption}</text>")]);
            rows
        })
        .collect();
    let ends: Vec<f32> = shots
        .iter()
        .scan(0.0, |sum, shot| {
            *sum += shot.seconds;
            Some(*sum)
        })
        .collect();
    let all = ends.last().copied().unwrap_or(1.0);
    let (mut css, mut body) = (String::new(), String::new());
    for y in 0..rows[0].len() {
        let mut from = 0;
        while from < shots.len() {
            let row = &rows[from][y];
            let same = rows[from..].iter().take_while(|shot| shot[y] == *row).count();
            let to = from + same;
            if !row.is_empty() {
                let class = interval(&mut css, (from, to), &ends, all);
                body += &placed(y, &class, row);
            }
            from = to;
        }
    }
    let (ink, _) = ground.colours();
    // Who wants nothing to move sees the first picture.
    let css = format!(
        ".says{{fill:{ink};font-weight:bold}}\n{css}@media (prefers-reduced-motion:reduce){{g{{animation:none!important}}}}\n"
    );
    whole(size(&shots[0].cells, 2), &styles, &css, &body)
}

/// The class of what is shown from one shot to another; nothing for what always is.
fn interval(css: &mut String, (from, to): (usize, usize), ends: &[f32], all: f32) -> String {
    if from == 0 && to == ends.len() {
        return String::new();
    }
    let name = format!("s{from}_{to}");
    if !css.contains(&format!(".{name}{{")) {
        let share = |shot: usize| {
            let time = shot.checked_sub(1).map_or(0.0, |before| ends[before]);
            format!("{:.2}%", time / all * 100.0)
        };
        let (begin, end) = if from == 0 {
            ("visible", format!("{}{{visibility:hidden}}", share(to)))
        } else {
            let shown = format!("{}{{visibility:visible}}", share(from));
            ("hidden", shown + &format!("{}{{visibility:hidden}}", share(to)))
        };
        let _ = writeln!(
            css,
            ".{name}{{visibility:{begin};animation:{name} {all}s step-end infinite}}\n\
             @keyframes {name}{{0%{{visibility:{begin}}}{end}}}"
        );
    }
    format!(" class=\"{name}\"")
}

fn whole((width, height): (f32, f32), styles: &Styles, css: &str, body: &str) -> String {
    let (_, paper) = styles.ground.colours();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"{FONT}\" font-size=\"{}\">\n\
         <style>\n{}{css}</style>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{paper}\"/>\n{body}</svg>\n",
        CELL.2,
        styles.css(),
    )
}

fn size(cells: &[Vec<Cell>], more: usize) -> (f32, f32) {
    let (rows, cols) = (cells.len() + more, cells.first().map_or(0, Vec::len));
    (cols as f32 * CELL.0 + 2.0 * MARGIN, rows as f32 * CELL.1 + 2.0 * MARGIN)
}

fn placed(y: usize, class: &str, row: &str) -> String {
    if row.is_empty() {
        return String::new();
    }
    let y = y as f32 * CELL.1 + MARGIN;
    format!("<g transform=\"translate({MARGIN} {y})\"{class}>{row}</g>\n")
}

/// The looks that were met, each with a class of its own.
struct Styles {
    ground: Ground,
    rules: Vec<String>,
}

impl Styles {
    const fn new(ground: Ground) -> Self {
        Self { ground, rules: Vec::new() }
    }

    fn css(&self) -> String {
        let rules = self.rules.iter().enumerate().map(|(i, rule)| format!(".c{i}{{{rule}}}\n"));
        rules.collect::<Vec<_>>().concat()
    }

    fn class(&mut self, rule: String) -> usize {
        self.rules.iter().position(|known| *known == rule).unwrap_or_else(|| {
            self.rules.push(rule);
            self.rules.len() - 1
        })
    }

    /// A row of cells: the runs of one look, each with its paper and its words.
    fn row(&mut self, cells: &[Cell]) -> String {
        let mut out = String::new();
        let mut at = 0;
        for run in cells.chunk_by(alike) {
            self.run(&mut out, at, run);
            at += run.len();
        }
        out
    }

    fn run(&mut self, out: &mut String, at: usize, run: &[Cell]) {
        let (x, width) = (at as f32 * CELL.0, run.len() as f32 * CELL.0);
        let (ink, paper) = self.colours(&run[0]);
        if let Some(paper) = paper {
            let class = self.class(format!("fill:{paper}"));
            let _ = write!(
                out,
                "<rect x=\"{x:.1}\" width=\"{width:.1}\" height=\"{}\" class=\"c{class}\"/>",
                CELL.1
            );
        }
        let text: String =
            run.iter().map(|c| if c.has_contents() { c.contents() } else { " " }).collect();
        let words = text.trim();
        if words.is_empty() {
            return;
        }
        // Viewers drop spaces at the ends and between words, which would stretch the rest.
        let before = text.len() - text.trim_start().len();
        let after = text.len() - text.trim_end().len();
        let x = x + before as f32 * CELL.0;
        let width = width - (before + after) as f32 * CELL.0;
        let words = words.replace(' ', "\u{a0}");
        let mut rule = format!("fill:{ink}");
        for (on, more) in [
            (run[0].bold(), ";font-weight:bold"),
            (run[0].italic(), ";font-style:italic"),
            (run[0].underline(), ";text-decoration:underline"),
        ] {
            rule += if on { more } else { "" };
        }
        let class = self.class(rule);
        // Stretched to the cells' width, whatever font the viewer has.
        let _ = write!(
            out,
            "<text x=\"{x:.1}\" y=\"{}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\" class=\"c{class}\">{}</text>",
            CELL.2,
            escaped(&words)
        );
    }

    /// Ink, and paper where it is not that of the whole.
    fn colours(&self, cell: &Cell) -> (String, Option<String>) {
        let plain = self.ground.colours();
        let (ink, paper) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
        if cell.inverse() {
            let paper = paper.unwrap_or_else(|| plain.1.to_owned());
            return (paper, ink.or_else(|| Some(plain.0.to_owned())));
        }
        (ink.unwrap_or_else(|| plain.0.to_owned()), paper)
    }
}

fn alike(a: &Cell, b: &Cell) -> bool {
    let look =
        |c: &Cell| (c.fgcolor(), c.bgcolor(), c.bold(), c.italic(), c.underline(), c.inverse());
    look(a) == look(b)
}

fn colour(color: Color) -> Option<String> {
    match color {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        // The reader uses true colours where the terminal has them, as here.
        Color::Default | Color::Idx(_) => None,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
