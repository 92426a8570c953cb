//! Colours and signs by role. Nothing else in `ui/` names a colour.
//!
//! The hues are those of Okabe and Ito (2008), "Color Universal Design",
//! chosen to be told apart by colour-blind readers; a sign and a word always
//! stand beside a colour.

use ratatui::style::{Color, Modifier, Style};

use crate::core::annotation::Hue;
use crate::core::claim::Strength;
use crate::core::palette::{Rgb, Role};
use crate::state::model::look::{Depth, Look, Scheme};
use crate::state::model::sign::Sign;

/// The look, asked by role.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theme {
    look: Look,
}

impl Theme {
    pub(super) const fn new(look: Look) -> Self {
        Self { look }
    }

    /// Running text.
    pub(super) fn text() -> Style {
        Style::new()
    }

    /// What may be overlooked: file names, hints.
    pub(super) fn dim(self) -> Style {
        let style = match self.look.depth {
            Depth::None => Style::new().add_modifier(Modifier::DIM),
            // What is faint is no contrast.
            _ if self.look.scheme.is_contrast() => Style::new(),
            _ => self.fg((150, 156, 168), (96, 102, 114), Color::DarkGray),
        };
        self.own(Role::Dim, style)
    }

    /// Lines between panes.
    pub(super) fn border(self) -> Style {
        let style = if self.look.scheme.is_contrast() {
            Style::new()
        } else {
            self.fg((74, 80, 94), (196, 200, 208), Color::DarkGray)
        };
        self.own(Role::Border, style)
    }

    /// What draws the eye: titles of the focused pane, keys in the foot.
    pub(super) fn accent(self) -> Style {
        self.own(
            Role::Accent,
            self.fg((86, 180, 233), (0, 92, 148), Color::Cyan).add_modifier(Modifier::BOLD),
        )
    }

    /// The head of a pane.
    pub(super) fn header(self, focused: bool) -> Style {
        match (focused, self.look.scheme.is_contrast()) {
            (true, true) => self.accent().add_modifier(Modifier::REVERSED),
            (false, true) => Style::new(),
            (true, _) => self.accent(),
            (false, _) => self.dim().add_modifier(Modifier::BOLD),
        }
    }

    /// A heading inside a pane.
    pub(super) fn heading(self) -> Style {
        self.dim().add_modifier(Modifier::BOLD)
    }

    /// The selected line of a list.
    pub(super) fn selected(self, focused: bool) -> Style {
        if self.is_plain() {
            return if focused {
                Style::new().add_modifier(Modifier::REVERSED)
            } else {
                Style::new().add_modifier(Modifier::BOLD)
            };
        }
        if focused {
            self.on((44, 62, 92), (205, 224, 244))
        } else {
            self.on((38, 42, 52), (232, 235, 240))
        }
    }

    /// A verdict's colour.
    pub(super) fn hue(self, hue: Hue) -> Style {
        match hue {
            Hue::Green => self.fg((64, 200, 156), (0, 112, 82), Color::Green),
            Hue::Red => self.fg((255, 138, 76), (178, 70, 0), Color::Red),
            Hue::Yellow => self.fg((240, 228, 66), (128, 104, 0), Color::Yellow),
            Hue::Magenta => self.fg((224, 146, 188), (150, 58, 108), Color::Magenta),
            Hue::Blue => self.fg((110, 170, 240), (0, 84, 150), Color::Blue),
            Hue::Cyan => self.fg((96, 200, 240), (0, 104, 140), Color::Cyan),
            Hue::Dim => self.dim(),
        }
    }

    /// The words of an open claim.
    pub(super) fn open(self, strength: Strength) -> Style {
        let style = if self.is_plain() {
            let tint = self.fg((240, 228, 66), (112, 84, 0), Color::Yellow);
            match strength {
                Strength::Strong => tint.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
                Strength::Fair => tint.add_modifier(Modifier::UNDERLINED),
                Strength::Weak => tint.add_modifier(Modifier::ITALIC),
            }
        } else {
            match strength {
                Strength::Strong => self.on((50, 48, 34), (255, 246, 206)),
                Strength::Fair => self.on((42, 42, 38), (253, 249, 230)),
                Strength::Weak => self.on((35, 37, 42), (242, 242, 238)),
            }
        };
        self.own(Role::Open, style)
    }

    /// Figures, dates and names inside a claim: what is to be checked in it.
    pub(super) fn fact(self, strength: Strength) -> Style {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let style = match strength {
            _ if self.is_plain() => bold,
            Strength::Strong => self.bg((92, 82, 24), (255, 222, 110)).patch(bold),
            Strength::Fair => self.bg((66, 62, 40), (252, 236, 176)).patch(bold),
            Strength::Weak => bold,
        };
        self.own(Role::Fact, style)
    }

    /// The words of a decided claim.
    pub(super) fn decided(self, hue: Hue) -> Style {
        let style = self.hue(hue);
        match self.look.depth {
            Depth::None => style.add_modifier(Modifier::UNDERLINED),
            _ if self.look.scheme.is_contrast() => style.add_modifier(Modifier::UNDERLINED),
            // The terminal's own red and blue are dark; in bold they can be read.
            Depth::Sixteen => style.add_modifier(Modifier::BOLD),
            _ => style,
        }
    }

    /// The words of a verdict that needs a look.
    pub(super) fn stale(self) -> Style {
        self.warning().add_modifier(Modifier::UNDERLINED)
    }

    /// Words that stood there before.
    pub(super) fn struck(self) -> Style {
        self.dim().add_modifier(Modifier::CROSSED_OUT)
    }

    /// The words of the current claim, laid over the rest.
    pub(super) fn current(self) -> Style {
        let style = if self.is_plain() {
            Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED)
        } else {
            self.bg((32, 72, 122), (184, 216, 250))
        };
        self.own(Role::Current, style)
    }

    /// A claim beside another.
    pub(super) fn compared(self) -> Style {
        match self.is_plain() {
            true => Style::new().add_modifier(Modifier::BOLD),
            false => self.on((40, 52, 74), (222, 234, 248)),
        }
    }

    /// A value that another contradicts.
    pub(super) fn differing(self) -> Style {
        self.hue(Hue::Red).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// A value that another repeats.
    pub(super) fn agreeing(self) -> Style {
        self.hue(Hue::Green).add_modifier(Modifier::BOLD)
    }

    /// Words that match a search.
    pub(super) fn found(self) -> Style {
        let style = if self.is_plain() {
            let tint = self.fg((64, 200, 156), (0, 112, 82), Color::Green);
            tint.add_modifier(Modifier::REVERSED | Modifier::BOLD)
        } else {
            self.on((20, 98, 78), (150, 232, 206))
        };
        self.own(Role::Found, style)
    }

    /// The match gone to last.
    pub(super) fn found_here(self) -> Style {
        if self.is_plain() {
            return Style::new()
                .fg(Color::Reset)
                .add_modifier(Modifier::REVERSED | Modifier::UNDERLINED);
        }
        self.on((0, 150, 112), (58, 206, 164)).add_modifier(Modifier::BOLD)
    }

    /// Words being selected.
    pub(super) fn selection(self) -> Style {
        let style = if self.is_plain() {
            Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED)
        } else {
            self.on((116, 68, 8), (255, 208, 138))
        };
        self.own(Role::Selection, style)
    }

    /// The letter at the border of a selection that the arrows move.
    pub(super) fn border_mark(self) -> Style {
        if self.is_plain() {
            return Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD);
        }
        self.on((214, 138, 32), (214, 120, 0)).add_modifier(Modifier::BOLD)
    }

    /// A warning.
    pub(super) fn warning(self) -> Style {
        self.own(
            Role::Warning,
            self.fg((255, 176, 64), (160, 82, 0), Color::Yellow).add_modifier(Modifier::BOLD),
        )
    }

    /// What people disagree on.
    pub(super) fn dispute(self) -> Style {
        self.own(Role::Dispute, self.hue(Hue::Magenta).add_modifier(Modifier::BOLD))
    }

    /// The foot.
    pub(super) fn foot(self) -> Style {
        self.own(
            Role::Foot,
            if self.is_plain() { Style::new() } else { self.on((30, 33, 41), (236, 238, 242)) },
        )
    }

    /// The ground of what lies over the panes.
    pub(super) fn dialog(self) -> Style {
        self.own(
            Role::Dialog,
            if self.is_plain() { Style::new() } else { self.on((24, 27, 34), (250, 250, 252)) },
        )
    }

    /// A line to write in.
    pub(super) fn input(self) -> Style {
        if self.is_plain() {
            return Style::new().add_modifier(Modifier::UNDERLINED);
        }
        self.on((44, 50, 62), (226, 234, 244))
    }

    /// Few colours or strong contrast: no tinted grounds.
    fn is_plain(self) -> bool {
        self.look.depth <= Depth::Sixteen || self.look.scheme.is_contrast()
    }

    /// The style of a role with the colours that the person chose for it.
    fn own(self, role: Role, style: Style) -> Style {
        let paint = self.look.palette.get(role);
        let colour = |rgb: Option<Rgb>| rgb.and_then(|rgb| self.chosen(rgb));
        let style = colour(paint.ink).map_or(style, |ink| style.fg(ink));
        colour(paint.ground).map_or(style, |ground| style.bg(ground))
    }

    /// A colour that the person chose, where the terminal has more than sixteen.
    fn chosen(self, rgb: Rgb) -> Option<Color> {
        match self.look.depth {
            Depth::None | Depth::Sixteen => None,
            Depth::Indexed => Some(Color::Indexed(indexed(rgb))),
            Depth::True => Some(Color::Rgb(rgb.0, rgb.1, rgb.2)),
        }
    }

    fn fg(self, dark: Rgb, light: Rgb, named: Color) -> Style {
        self.color(dark, light, named).map_or_else(Style::new, |color| Style::new().fg(color))
    }

    fn bg(self, dark: Rgb, light: Rgb) -> Style {
        self.color(dark, light, Color::Reset)
            .map_or_else(Style::new, |color| Style::new().bg(color))
    }

    /// A tinted ground, with words that can be read on it even where the
    /// terminal's own ground is not what we believe.
    fn on(self, dark: Rgb, light: Rgb) -> Style {
        self.bg(dark, light).patch(self.fg((224, 226, 232), (28, 30, 36), Color::Reset))
    }

    fn color(self, dark: Rgb, light: Rgb, named: Color) -> Option<Color> {
        let rgb = match self.look.scheme {
            Scheme::Dark => dark,
            Scheme::Light => light,
            Scheme::Contrast => stronger(dark, 255),
            Scheme::ContrastLight => stronger(light, 120),
        };
        match self.look.depth {
            Depth::None => None,
            Depth::Sixteen => Some(self.legible(named)),
            Depth::Indexed => Some(Color::Indexed(indexed(rgb))),
            Depth::True => Some(Color::Rgb(rgb.0, rgb.1, rgb.2)),
        }
    }

    /// One of the sixteen colours as it can be read: yellow and cyan vanish on a light ground.
    const fn legible(self, named: Color) -> Color {
        match (self.look.scheme, named) {
            (Scheme::Light | Scheme::ContrastLight, Color::Yellow | Color::Cyan) => Color::Blue,
            _ => named,
        }
    }

    /// The sign of an open claim.
    pub(super) const fn open_sign(self) -> &'static str {
        if self.look.ascii { "o" } else { "○" }
    }

    /// The sign of an open claim that is not pointed out.
    pub(super) const fn quiet_sign(self) -> &'static str {
        if self.look.ascii { "." } else { "·" }
    }

    /// The sign of a claim that the person marked.
    pub(super) const fn mark_sign(self) -> &'static str {
        if self.look.ascii { "@" } else { "◆" }
    }

    /// The sign of an article among other things.
    pub(super) const fn page(self) -> &'static str {
        if self.look.ascii { "=" } else { "≡" }
    }

    /// The sign of a filter in force.
    pub(super) const fn sieve(self) -> &'static str {
        if self.look.ascii { "|" } else { "▽" }
    }

    /// Before a line to type in.
    pub(super) const fn prompt(self) -> &'static str {
        if self.look.ascii { "> " } else { "› " }
    }

    /// The sign of the current line.
    pub(super) const fn pointer(self) -> &'static str {
        if self.look.ascii { ">" } else { "▌" }
    }

    /// The sign of a verdict that needs a look.
    pub(super) const fn stale_sign(self) -> &'static str {
        if self.look.ascii { "!" } else { "⚠" }
    }

    /// The signs of commits that the others lack, that are not here, and of files in no commit.
    pub(super) const fn sharing_signs(self) -> [&'static str; 3] {
        if self.look.ascii { ["^", "v", "*"] } else { ["↑", "↓", "●"] }
    }

    /// The sign of what an editor decided.
    pub(super) const fn final_sign(self) -> &'static str {
        if self.look.ascii { "*" } else { "★" }
    }

    /// The sign of a claim on which people disagree.
    pub(super) const fn dispute_sign(self) -> &'static str {
        if self.look.ascii { "%" } else { "⇄" }
    }

    /// The sign of what differs between articles.
    pub(super) const fn differs_sign(self) -> &'static str {
        if self.look.ascii { "/=" } else { "≠" }
    }

    /// A sign that is no verdict, and its colour.
    pub(super) fn sign(self, sign: Sign) -> (&'static str, Style) {
        let [ahead, behind, uncommitted] = self.sharing_signs();
        match sign {
            Sign::Open => (self.open_sign(), self.dim()),
            Sign::Quiet => (self.quiet_sign(), self.dim()),
            Sign::Mark => (self.mark_sign(), self.accent()),
            Sign::Stale => (self.stale_sign(), self.warning()),
            Sign::Dispute => (self.dispute_sign(), self.dispute()),
            Sign::Differs => (self.differs_sign(), self.hue(Hue::Red)),
            Sign::Final => (self.final_sign(), self.accent()),
            Sign::Filter => (self.sieve(), self.accent()),
            Sign::Ahead => (ahead, self.dim()),
            Sign::Behind => (behind, self.dim()),
            Sign::Uncommitted => (uncommitted, self.dim()),
        }
    }

    /// Done and to do in a bar.
    pub(super) const fn bar(self) -> (&'static str, &'static str) {
        if self.look.ascii { ("#", "-") } else { ("━", "─") }
    }

    /// What the bars of a chart are made of.
    pub(super) const fn block(self) -> &'static str {
        if self.look.ascii { "#" } else { "█" }
    }

    /// The line between panes, upright and level.
    pub(super) const fn lines(self) -> (&'static str, &'static str) {
        if self.look.ascii { ("|", "-") } else { ("│", "─") }
    }

    /// The thumb of a scroll bar.
    pub(super) const fn thumb(self) -> &'static str {
        if self.look.ascii { "#" } else { "┃" }
    }

    /// In the corner of a pane below which there is more.
    pub(super) const fn below(self) -> &'static str {
        if self.look.ascii { "v" } else { "↓" }
    }

    /// On a frame below which there is more.
    pub(super) const fn more(self) -> &'static str {
        if self.look.ascii { " ... " } else { " ↓ … " }
    }

    /// Between parts of a line.
    pub(super) const fn dot(self) -> &'static str {
        if self.look.ascii { "-" } else { "·" }
    }

    /// What holds lines together: its first row, those between, its last.
    pub(super) const fn bracket(self) -> [&'static str; 3] {
        if self.look.ascii { ["|", "|", "|"] } else { ["┌", "│", "└"] }
    }

    /// Whether the terminal opens links by itself.
    pub(super) const fn has_links(self) -> bool {
        self.look.links
    }

    /// Whether only ASCII signs may be used.
    pub(super) const fn is_ascii(self) -> bool {
        self.look.ascii
    }
}

/// The same hue, its strongest part at `most`.
fn stronger((r, g, b): Rgb, most: u16) -> Rgb {
    let top = u16::from(r.max(g).max(b)).max(1);
    let scaled = |part: u8| (u16::from(part) * most / top).min(255) as u8;
    (scaled(r), scaled(g), scaled(b))
}

/// The nearest of the 256 colours: the cube of 6 × 6 × 6, or the ramp of greys.
fn indexed((r, g, b): Rgb) -> u8 {
    let level = |value: u8| {
        [0u8, 95, 135, 175, 215, 255]
            .iter()
            .enumerate()
            .min_by_key(|(_, l)| l.abs_diff(value))
            .map_or(0, |(i, _)| i as u8)
    };
    let spread = r.max(g).max(b) - r.min(g).min(b);
    if spread < 14 {
        let grey = (u16::from(r) + u16::from(g) + u16::from(b)) / 3;
        return (232 + grey.saturating_sub(8) / 10).min(255) as u8;
    }
    16 + 36 * level(r) + 6 * level(g) + level(b)
}
