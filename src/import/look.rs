//! How documents set words, as far as it changes what they say: above the line, struck
//! out, hidden.

use std::collections::{HashMap, HashSet};

use super::Refusal;
use super::blocks::Blocks;
use super::package::{Element, Step, walk};

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Above the line.
    is_raised: bool,
    /// Struck out, or not shown.
    is_gone: bool,
}

impl Look {
    /// Adds words that are set like this.
    pub(super) fn push(self, words: &str, blocks: &mut Blocks) {
        if self.is_gone {
            return;
        }
        if self.is_raised {
            blocks.raise(false);
        }
        blocks.push(words);
        blocks.lower();
    }

    /// The same inside of another.
    pub(super) const fn inside(self, outer: Self) -> Self {
        Self {
            is_raised: self.is_raised || outer.is_raised,
            is_gone: self.is_gone || outer.is_gone,
        }
    }

    /// Takes over what an element of `.docx` says of a run.
    pub(super) fn set(&mut self, element: &Element<'_>) {
        let value = element.attribute("val");
        let value = value.as_deref().unwrap_or("true");
        match element.name {
            "vertAlign" => self.is_raised = value == "superscript",
            "strike" | "dstrike" | "vanish" => {
                self.is_gone = !matches!(value, "0" | "false" | "off");
            }
            _ => {}
        }
    }

    /// What an element of `.odt` says.
    fn of(element: &Element<'_>) -> Self {
        let is = |name, value| element.attribute(name).is_some_and(|said| said == value);
        let is_set = |name| element.attribute(name).is_some_and(|said| said != "none");
        let position = element.attribute("text-position").unwrap_or_default();
        let height = position.split(' ').next().unwrap_or_default();
        let is_above = |percent: &str| percent.parse::<f32>().is_ok_and(|percent| percent > 0.0);
        Self {
            is_raised: height == "super" || height.strip_suffix('%').is_some_and(is_above),
            is_gone: is_set("text-line-through-style")
                || is_set("text-line-through-type")
                || is("display", "none"),
        }
    }
}

/// The styles of a document that change what words say, by their names.
#[derive(Debug, Default)]
pub(super) struct Styles {
    looks: HashMap<String, Look>,
    /// Those of a `.docx` whose paragraphs are headings.
    headings: HashSet<String>,
    /// The style that is being told.
    open: Option<String>,
}

impl Styles {
    /// Those of a `.docx`.
    pub(super) fn of_docx(xml: &str) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        walk(xml, |step| match step {
            Step::Open(element) if element.name == "style" => {
                styles.open = element.attribute("styleId");
            }
            Step::Open(element) => {
                if let Some(name) = &styles.open {
                    // Ids are in the language of the program, names are not.
                    if element.name == "name"
                        && element.attribute("val").is_some_and(|name| is_heading(&name))
                    {
                        styles.headings.insert(name.clone());
                    }
                    let mut look = styles.look(name);
                    look.set(element);
                    styles.note(look);
                }
            }
            Step::Close("style") => styles.open = None,
            _ => {}
        })?;
        Ok(styles)
    }

    /// Takes over what a step through an `.odt` tells.
    pub(super) fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Open(element) if element.name == "style" => {
                self.open = element.attribute("name");
            }
            Step::Open(element) if element.name == "text-properties" => {
                self.note(Look::of(element));
            }
            Step::Close("style") => self.open = None,
            _ => {}
        }
    }

    fn note(&mut self, look: Look) {
        if let Some(name) = &self.open
            && look != self.look(name)
        {
            self.looks.insert(name.clone(), look);
        }
    }

    /// Whether a style of a `.docx` is that of headings.
    pub(super) fn is_heading(&self, name: &str) -> bool {
        self.headings.contains(name) || is_heading(name)
    }

    /// How a style sets words.
    pub(super) fn look(&self, name: &str) -> Look {
        self.looks.get(name).copied().unwrap_or_default()
    }
}

fn is_heading(style: &str) -> bool {
    let style = style.to_lowercase().replace(' ', "");
    matches!(style.as_str(), "title" | "heading1" | "heading2")
}
