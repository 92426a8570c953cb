//! What kind of article a text is: one that argues, or one about plays, games and stars. What such an article tells
//! is less often worth checking than the same words in the news, as readers of highlights found.

use super::quotation::Quotation;
use crate::core::article::Span;
use crate::core::lang::lexicon::{Classes, class};
use crate::core::lang::settings::Settings;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// So many sentences are read at most: the head of a text shows what it is.
const SENTENCES: usize = 200;

/// A text of fewer words shows nothing.
const FEWEST: usize = 60;

/// Words of somebody who argues: who speaks of himself or to the reader, and who values.
const SPEAKS: Classes = class::FIRST | class::PLURAL | class::SECOND | class::OPINION;
const ARGUES: Classes = SPEAKS | class::PRAISE | class::DUTY;

/// What was counted in a text, sentence by sentence: it may be read in parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tone {
    sentences: Vec<Counts>,
}

/// What was counted in a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Counts {
    words: usize,
    /// Words of argument, question and exclamation marks outside quotation marks.
    argues: usize,
    /// Those of them that are of somebody who speaks.
    speaks: usize,
    /// Words of leisure.
    leisure: usize,
}

impl Tone {
    /// Counts the words of a sentence, with the quotation that it begins in.
    pub(super) fn read(
        &mut self,
        text: &str,
        tokens: &[Token],
        mut quotation: Quotation,
        settings: &Settings,
    ) {
        if self.sentences.len() == SENTENCES {
            return;
        }
        let mut counts = Counts::default();
        for (at, token) in tokens.iter().enumerate() {
            quotation.pass(text, tokens, at);
            let quoted = quotation.is_open();
            if token.shape == Shape::Mark {
                let argues = !quoted && matches!(token.span.of(text), "?" | "!");
                counts.argues += usize::from(argues);
                continue;
            }
            counts.words += 1;
            let leisure =
                token.shape == Shape::Small && settings.leisure.contains(token.span.of(text));
            counts.leisure += usize::from(leisure);
            counts.argues += usize::from(!quoted && token.is(ARGUES));
            counts.speaks += usize::from(!quoted && token.is(SPEAKS));
        }
        self.sentences.push(counts);
    }

    /// Adds what was counted in the next part of the text.
    pub(super) fn append(&mut self, part: Self) {
        let room = SENTENCES - self.sentences.len();
        self.sentences.extend(part.sentences.into_iter().take(room));
    }

    /// How much less than in the news a claim that is [told in nothing hard](super::Claim::hard) weighs.
    ///
    /// Of 212 articles of English news and comment 46 have more than 2.5 words of argument in a hundred, nearly all of
    /// them comment. Of 356 articles of English news 17 have more than 1.4 words of leisure, of 341 French ones 32,
    /// nearly all of them about sports, films and the like.
    pub(super) fn burden(&self) -> f32 {
        const ARGUED: f32 = 2.5;
        const AT_LEISURE: f32 = 1.4;
        /// One in so many of them at least is of somebody who speaks.
        const SPEAKER: usize = 3;
        const COLUMN: f32 = 0.2;
        const GAMES: f32 = 0.2;
        let sum = |count: fn(&Counts) -> usize| self.sentences.iter().map(count).sum::<usize>();
        let words = sum(|counts| counts.words);
        if words < FEWEST {
            return 0.0;
        }
        let share = |count: usize| count as f32 * 100.0 / words as f32;
        // News value, too: `a significant strategic pact`.
        let (argues, speaks) = (sum(|counts| counts.argues), sum(|counts| counts.speaks));
        let argues = share(argues) > ARGUED && speaks * SPEAKER >= argues;
        let column = if argues { COLUMN } else { 0.0 };
        let games = if share(sum(|counts| counts.leisure)) > AT_LEISURE { GAMES } else { 0.0 };
        column + games
    }
}

/// Whether most words of a claim are figures and names, as in a table that lost its columns.
pub(super) fn is_table(tokens: &[Token], span: Span, settings: &Settings) -> bool {
    const LONG: usize = 20;
    let words = tokens.iter().filter(|t| t.shape != Shape::Mark && span.contains(t.span.start));
    let (mut all, mut small, mut figures) = (0, 0, 0);
    for token in words {
        all += 1;
        small += usize::from(token.shape == Shape::Small);
        figures += usize::from(token.shape == Shape::Figure);
    }
    !settings.nouns_have_capitals() && all > LONG && small * 5 < all * 2 && figures * 6 > all
}

/// Whether a name stands glued to other words behind itself, as where links to other articles were taken for words:
/// `Ann Lee Ann Mary LeeMayor loses vote MORE`.
pub(super) fn is_glued(text: &str, tokens: &[Token]) -> bool {
    const FEWEST: usize = 4;
    let half = |word: &str| {
        // Nearly all are of small letters but the first.
        let plain =
            |byte: &u8| byte.is_ascii() && !byte.is_ascii_uppercase() && !byte.is_ascii_digit();
        if word.as_bytes()[FEWEST..].iter().all(plain) {
            return None;
        }
        let mut before = ' ';
        let at = word.char_indices().find(|(at, c)| {
            let ends = before.is_lowercase() && (c.is_uppercase() || c.is_ascii_digit());
            before = *c;
            ends && *at >= FEWEST
        });
        at.map(|(at, _)| at)
    };
    tokens.iter().enumerate().any(|(at, token)| {
        if !token.is_word() || token.span.len() <= 2 * FEWEST {
            return false;
        }
        let word = token.span.of(text);
        let name = half(word).map(|len| &word[..len]);
        name.is_some_and(|name| tokens[..at].iter().any(|token| token.span.of(text) == name))
    })
}

#[cfg(test)]
mod tests {
    use crate::core::claim::{Claim, analyze};

    const NEWS: &str = "The council of Leeds closed the school in May. The mayor said the roof was old. A builder was \
                        asked to look at it. The school of Lille was closed in June. It was built in the north of the town. \
                        Parents were told by letter. The council met on Monday.";

    fn last(text: &str) -> Claim {
        analyze(text).claims.pop().unwrap()
    }

    #[test]
    fn in_an_article_that_argues_a_claim_weighs_less_unless_it_tells_money() {
        let column = format!(
            "{NEWS} We must ask why. Do you think I am wrong? I think you should look. Our town must act!"
        );
        let town = "Leeds closed three schools on 3 May 2019.";
        assert!(last(&format!("{NEWS} {town}")).burden == 0.0);
        assert!(last(&format!("{column} {town}")).burden > 0.0);
        assert!(last(&format!("{column} Leeds paid £30m for schools.")).burden == 0.0);
        let quoted = format!(
            "{NEWS} He said: “We must ask why. Do you think I am wrong? I think you should look.”"
        );
        assert!(last(&format!("{quoted} {town}")).burden == 0.0);
    }

    #[test]
    fn news_that_value_argue_nothing() {
        let news = format!(
            "{NEWS} It was a significant and terrible loss. The council must act. A strategic, important, dangerous roof."
        );
        assert!(last(&format!("{news} Leeds closed three schools on 3 May 2019.")).burden == 0.0);
    }

    #[test]
    fn so_it_does_in_one_about_games() {
        let games =
            format!("{NEWS} The coach left the team before the match. The players lost the game.");
        assert!(last(&format!("{games} Leeds won three cups on 3 May 2019.")).burden > 0.0);
        assert!(last(&format!("{games} Leeds sells a pie for £18.")).burden > 0.0);
        assert!(last(&format!("{games} Leeds sold a player for £18m.")).burden == 0.0);
    }

    #[test]
    fn what_links_are_glued_into_is_not_founded() {
        let glued = "Mayor Ann Ray Ann Mary RayMayor loses vote RaymondLeeds wins MORE closed 30 schools in Leeds.";
        assert!(last(glued).founded, "no name stands there twice");
        assert!(
            !last(&glued.replace("Raymond", "Leeds").replace("Mayor Ann", "Leeds Ann")).founded
        );
        assert!(last("The YouTube channel of Ann Lee and McKenzie cost 30 million euros.").founded);
    }

    #[test]
    fn a_table_that_lost_its_columns_is_not_founded() {
        let table = "Ann Lee 30 Tom Ray 20 Jo May 10 Al Fox 9 Ed Roe 8 Su Hay 7 Di Orr 6 Ty Poe 5 Bo Kim 4.";
        assert!(!last(table).founded);
    }
}
