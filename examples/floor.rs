//! The least that a program of this kind does: it takes the terminal, draws three empty panes and
//! waits for a key. `cargo bench --bench reader` starts it beside claimdesk, so that what the
//! terminal, the loader and ratatui take is told apart from what claimdesk adds.

use std::io;

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{Event, read};
use ratatui::layout::{Constraint, Layout};
use ratatui::widgets::Block;

fn main() -> io::Result<()> {
    ratatui::run(wait)
}

fn wait(terminal: &mut DefaultTerminal) -> io::Result<()> {
    terminal.draw(|frame| {
        let panes =
            Layout::horizontal([Constraint::Fill(1), Constraint::Fill(2), Constraint::Fill(1)]);
        for area in panes.split(frame.area()).iter() {
            frame.render_widget(Block::bordered(), *area);
        }
    })?;
    while !matches!(read()?, Event::Key(_)) {}
    Ok(())
}
