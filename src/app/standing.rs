//! How the team stands on articles, for the command line: what the reader kept of those that have not
//! changed since.

use super::clock::stamp;
use super::context::{Context, Folders};
use super::kept::Untouched;
use crate::config::Config;
use crate::core::team::progress::Progress;
use crate::desk::Library;
use crate::i18n::Lang;
use crate::state::Settings;
use crate::state::model::settings::Team;

/// What the reader kept.
pub(crate) struct Standings(Context);

impl Standings {
    /// What it kept for this person and team.
    pub(crate) fn of(library: Library, config: Config, team: Team, folders: &Folders) -> Self {
        let settings = Settings { team, ..Settings::new(library.annotator().name(), Lang::En) };
        let listing = library.list();
        Self(Context::new(library, listing, config, &settings, folders))
    }

    /// How the team stands on an article, and its claims that nobody has spoken about; none where
    /// it has to be read.
    pub(crate) fn get(&self, name: &str) -> Option<(Progress, Untouched)> {
        let people = self.0.authors(self.0.article(name)?);
        let kept = self.0.kept();
        let key = kept.key(self.0.library(), name, &people, stamp().now)?;
        let (summary, untouched) = kept.standing(name, &key)?;
        Some((summary.team.progress, untouched))
    }
}
