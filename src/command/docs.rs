//! The reference of keys, `docs/keys.md`, made from the table.

use std::fmt::Write;

use super::context::Context;
use super::keymap::{Action, Keymap};
use super::table::COMMANDS;
use crate::core::annotation::Label;
use crate::i18n::Lang;

/// The Markdown text of `docs/keys.md`.
pub fn markdown() -> String {
    let labels = Label::defaults();
    let keymap = Keymap::new(&labels);
    let mut out = String::from(
        "# Keys\n\nMade from the command table (`src/command/table.rs`) by `UPDATE_EXPECT=1 cargo test keys_page`.\n\
         Every key can be changed under `[keys.<place>]` in `claimdesk.toml`; the names are the commands'.\n",
    );
    for context in Context::ALL {
        let _ = write!(
            out,
            "\n## {} (`{}`)\n\n| key | command | what it does |\n|---|---|---|\n",
            context.title().to(Lang::En),
            context.name()
        );
        if context == Context::Desk {
            for (i, label) in labels.iter().enumerate() {
                row(
                    &mut out,
                    &keymap,
                    context,
                    Action::Verdict(i),
                    &format!("verdict {}", label.id.0),
                    &format!("{} {}; on to the next open claim", label.symbol, label.en),
                );
            }
            row(
                &mut out,
                &keymap,
                context,
                Action::Related(1),
                "related 1 … 9",
                "Open the related claim of this number",
            );
        }
        for entry in
            COMMANDS.iter().filter(|entry| entry.keys.iter().any(|(place, _)| *place == context))
        {
            row(
                &mut out,
                &keymap,
                context,
                Action::Do(entry.command),
                entry.name,
                entry.doc.to(Lang::En),
            );
        }
    }
    out
}

fn row(out: &mut String, keymap: &Keymap, context: Context, action: Action, name: &str, doc: &str) {
    let mut keys: Vec<_> = keymap
        .bound(context)
        .filter(|(_, bound, _)| *bound == action)
        .map(|(key, ..)| key)
        .collect();
    keys.sort_by_key(|key| {
        let name = key.to_string();
        (name.chars().count(), !name.chars().all(|c| c.is_ascii_alphanumeric()), *key)
    });
    let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`").replace('|', "\\|")).collect();
    let _ = writeln!(out, "| {} | `{name}` | {doc} |", keys.join(" "));
}
