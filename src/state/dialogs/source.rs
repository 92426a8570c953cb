//! Where an article comes from, as a form: a person tells what no file says.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::command::{Command, Context, Key};
use crate::core::annotation::link::is_link;
use crate::core::article::Source;
use crate::i18n::messages as say;
use crate::state::model::about::About;
use crate::state::model::desk::ArticleId;
use crate::state::model::editor::Editor;
use crate::state::model::notice::Notice;
use crate::state::model::settings::Pane;
use crate::state::model::signal::Effect;
use crate::state::model::unfinished::Written;
use crate::state::model::work::{Job, Origin};
use crate::state::model::{Dialog, Model, Out};

/// The fields, in the order of the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Field {
    /// What the article is called.
    #[default]
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it, with semicolons between several.
    Author,
    /// When it was published.
    Published,
    /// Its address.
    Address,
    /// Its language, as a code.
    Language,
}

impl Field {
    /// All of them.
    pub(crate) const ALL: [Self; 6] =
        [Self::Title, Self::Outlet, Self::Author, Self::Published, Self::Address, Self::Language];

    /// Its name in the file.
    const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Author => "author",
            Self::Published => "published",
            Self::Address => "url",
            Self::Language => "lang",
        }
    }
}

/// What is being told of an article.
#[derive(Debug)]
pub(crate) struct SourceDialog {
    /// The article.
    pub article: ArticleId,
    /// The field that keys go to.
    pub focus: Field,
    editors: [Editor; Field::ALL.len()],
    /// What the fields held before.
    before: [String; Field::ALL.len()],
}

/// The article that is selected in the list, else the open one.
pub(super) fn chosen(model: &Model) -> Option<ArticleId> {
    let selected = model.list.article().filter(|_| model.focus == Pane::Articles);
    selected.or(model.reader.article)
}

/// Opens the form of an article.
pub(super) fn open(model: &mut Model, article: ArticleId) {
    let known = model.desk.articles[article].summary().map(|summary| &summary.source);
    let before = fields(&known.cloned().unwrap_or_default());
    let editors = before.each_ref().map(|text| Editor::line(text));
    model.dialog =
        Some(Box::new(SourceDialog { article, focus: Field::default(), editors, before }));
}

fn fields(source: &Source) -> [String; Field::ALL.len()] {
    let Source { title, outlet, author, published, url, lang, .. } = source;
    let author = Some(author.join("; "));
    [title, outlet, &author, published, url, lang].map(|text| text.clone().unwrap_or_default())
}

impl Dialog for SourceDialog {
    fn opened_by(&self) -> Command {
        Command::TellSource
    }

    fn context(&self) -> Context {
        Context::Source
    }

    fn run(&mut self, model: &mut Model, command: Command) -> Out {
        match command {
            Command::NextField => self.move_focus(1),
            Command::PreviousField => self.move_focus(Field::ALL.len() - 1),
            Command::EraseAll => self.editors[self.focus as usize].erase(),
            Command::Accept => return self.keep(model),
            Command::Cancel => return Out::leave(Vec::new()),
            _ => {}
        }
        Out::default()
    }

    fn key(&mut self, _model: &mut Model, key: Key) -> Out {
        let known = self.editors[self.focus as usize].key(key);
        if known { Out::default() } else { Out::ignored() }
    }

    fn paste(&mut self, _model: &mut Model, text: &str) -> Out {
        self.editors[self.focus as usize].paste(text);
        Out::default()
    }

    fn unsaved(&self) -> Option<About> {
        let mut fields = self.editors.iter().zip(&self.before);
        fields.any(|(editor, before)| editor.text() != *before).then(|| About::whole(self.article))
    }

    fn written(&self) -> Option<(Written, Written)> {
        let now = self.editors.iter().map(Editor::text).collect();
        let written = |texts| Written { texts, evidence: Vec::new() };
        Some((written(now), written(self.before.to_vec())))
    }

    /// What was told elsewhere meanwhile stays, where nothing was typed.
    fn go_on(&mut self, now: Written, before: Written) {
        for (at, editor) in self.editors.iter_mut().enumerate() {
            if now.at(at) != before.at(at) {
                *editor = Editor::line(now.at(at));
            }
        }
    }
}

impl SourceDialog {
    /// What is written in a field.
    pub(crate) fn editor(&self, field: Field) -> &Editor {
        &self.editors[field as usize]
    }

    fn move_focus(&mut self, by: usize) {
        self.focus = Field::ALL[(self.focus as usize + by) % Field::ALL.len()];
    }

    /// Tells what was changed, unless a field holds what it cannot hold.
    fn keep(&mut self, model: &mut Model) -> Out {
        let text = |field: Field| {
            let text = self.editor(field).text().trim().to_owned();
            Some(text).filter(|text| !text.is_empty())
        };
        let is_told =
            |field: &Field| text(*field).unwrap_or_default() != self.before[*field as usize];
        let told: Vec<_> = Field::ALL.into_iter().filter(is_told).collect();
        let wrong = told.iter().find_map(|field| Some((*field, fault(*field, &text(*field)?)?)));
        if let Some((field, why)) = wrong {
            model.notice = Some(Notice::warning(why.to(model.settings.lang)));
            self.focus = field;
            return Out::default();
        }
        if told.is_empty() {
            return Out::close(Vec::new());
        }
        let authors = text(Field::Author).unwrap_or_default();
        let authors = authors.split(';').map(str::trim).filter(|author| !author.is_empty());
        let source = Source {
            title: text(Field::Title),
            outlet: text(Field::Outlet),
            author: authors.map(str::to_owned).collect(),
            published: text(Field::Published),
            url: text(Field::Address),
            lang: text(Field::Language),
            ..Source::default()
        };
        let told = told.into_iter().map(Field::name).collect();
        let origin = Box::new(Origin { source, told });
        Out::close(vec![Effect::Work(Job::TellSource(self.article, origin))])
    }
}

/// What is wrong with what a field holds.
fn fault(field: Field, text: &str) -> Option<crate::i18n::Text> {
    let is_day = || text.parse::<Date>().is_ok() || text.parse::<Timestamp>().is_ok();
    match field {
        Field::Published if !is_day() => Some(say::NOT_A_DAY),
        Field::Address if !is_link(text) => Some(say::NOT_A_LINK),
        _ => None,
    }
}

/// It was written, or why not.
pub(in crate::state) fn told(
    model: &mut Model,
    article: ArticleId,
    written: &Result<String, String>,
) -> Vec<Effect> {
    let lang = model.settings.lang;
    model.notice = Some(match written {
        Ok(file) => Notice::info(say::SOURCE_TOLD.fill(lang, &[file])),
        Err(why) => Notice::warning(say::SOURCE_UNTOLD.fill(lang, &[why])),
    });
    if written.is_ok() { vec![Effect::Renew(article)] } else { Vec::new() }
}
