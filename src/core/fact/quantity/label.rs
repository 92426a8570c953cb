//! Figures that name rather than count: `CAC 40`, `article 49.3`, `AK 47`, `3-0`, `01 23 45 67 89`.

use super::find::{Figure, Finder};
use crate::core::article::Span;
use crate::core::lang::Language;
use crate::core::lang::Measure;
use crate::core::lang::lexicon::{Lexicon, class};
use crate::core::lang::settings::Head;
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// Most figures that are tied to one: `2019-222`, `2019/12/3/1`.
const LINKS: usize = 8;

impl Finder<'_> {
    /// Whether the figure at `at`, which ends before `end`, names something.
    pub(super) fn is_label(&self, at: usize, end: usize) -> bool {
        let token = &self.tokens[at];
        if token.shape != Shape::Figure {
            return false;
        }
        let next = self.tokens.get(end);
        let letters = |next: &&Token| next.is_word() && !is_caseless(next.span.of(self.text));
        let glued = next.filter(|next| !next.spaced).filter(letters);
        let signed = at > 0 && !self.word(at - 1).starts_with(char::is_alphanumeric);
        let glued =
            glued.filter(|_| self.degrees(end, signed).is_none() && self.hundredths(end).is_none());
        if glued.is_some_and(|next| {
            self.is_ordinal(next.span.of(self.text))
                || !next.is(class::UNIT | class::NUMBER) && !self.is_scaled(end)
        }) {
            return true;
        }
        self.heads_item(at, end)
            || self.is_of_compound(end)
            || self.is_named(at, end)
            || self.is_inside(at, end)
            || self.is_model(at)
            || self.is_day_of_year(end)
            || self.goes_on_with_labels(at, end)
            || self.is_of_law(at)
            || self.is_phone(at)
            || self.is_dialled(at, end)
            || self.is_address(at, end)
    }

    /// `1.` and `a)` of a list.
    fn heads_item(&self, at: usize, end: usize) -> bool {
        let mark = self.tokens.get(end).map_or("", |next| next.span.of(self.text));
        // `…; 2) les transferts`: an item inside a sentence.
        let open = || {
            self.tokens[..at].iter().rev().find_map(|t| match t.span.of(self.text) {
                "(" => Some(true),
                ")" => Some(false),
                _ => None,
            })
        };
        let item = at > 0 && mark == ")" && open() != Some(true);
        (at == 0 && matches!(mark, "." | ")" | "°") || item) && self.tokens.len() > end + 1
    }

    /// Whether the word before the figure makes it a name: `article 49`, `Boeing 737`, `n° 3`.
    fn is_named(&self, at: usize, end: usize) -> bool {
        self.is_named_by(at, end, LINKS)
    }

    /// The same, looking through so many figures before it that a hyphen or slash ties to it.
    fn is_named_by(&self, at: usize, end: usize, links: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|i| &self.tokens[i]) else { return false };
        let token = &self.tokens[at];
        let word = before.span.of(self.text);
        // `l’11 per cento` is no name.
        let elided = word.ends_with(['\'', '’']);
        if !token.spaced && before.is_word() && !is_caseless(word) && !elided {
            return true;
        }
        // `Nantes	4`: a cell of a table beside another.
        let gap = Span::new(before.span.end, token.span.start).of(self.text);
        if !before.is(class::LABEL) && (gap.contains('\t') || gap.len() > 1) {
            return false;
        }
        // `n° 3`, `Art. 12`: the stop or sign stands between.
        let sign = matches!(word, "." | "°" | "º");
        let label = if sign { at.checked_sub(2).map(|i| &self.tokens[i]) } else { Some(before) };
        let counted = self.token(end).is_some_and(|next| {
            next.is(class::UNIT) || !next.is(class::OF) && self.is_counted(end)
        });
        let grammar = class::DET
            | class::PREP
            | class::ABOUT
            | class::MORE
            | class::PASSES
            | class::NEARS
            | class::ATTAINS
            | class::LEAST
            | class::LESS
            | class::MOST
            | class::AUX
            | class::PAST
            | class::PRESENT
            | class::CONJ
            | class::CLAUSE
            | class::SAY
            | class::UNIT
            | class::MONTH
            | class::WEEKDAY
            | class::BETWEEN
            | class::SOME
            | class::NUMBER
            | class::STOP
            | class::ACCORDING
            | class::CHANGE;
        // `loi n° 2019-222`
        let tied = matches!(word, "-" | "/") && !before.spaced && !token.spaced && at > 2;
        if matches!(word, "#" | "§" | "№" | "°" | "º")
            || tied
                && links > 0
                && self.is_plain_figure(at - 2)
                && self.is_named_by(at - 2, at - 1, links - 1)
        {
            return true;
        }
        if label.is_some_and(|label| label.is(class::LABEL))
            && (!sign || label.is_some_and(|l| l.span.len() <= 4))
        {
            return !counted || before.is_capital();
        }
        let name = before.is_capital() || before.shape == Shape::Code;
        // `classe de CM 2`: lengths are not written in capitals.
        let length = before.entry.unit.is_some_and(|unit| unit.measure == Measure::Length);
        let level = before.shape == Shape::Acronym && length;
        let unit = before.is(class::UNIT) && before.entry.unit.is_some() && !level;
        // `six AK 47 rifles`, but `all EU 27 members`
        let model = before.shape == Shape::Acronym
            && word.len() <= 3
            && !before.is(class::STATE | class::BODY | class::PEOPLE);
        let sure = name && (level || !before.is(grammar)) && !unit && (!counted || model);
        let bare = self.word(at).chars().all(|c| c.is_ascii_digit()) && self.word(at).len() <= 4;
        let nouns = self.settings.head == Head::Capital;
        // `Radeon Pro 5500M`, but `MSF 45 million`
        let letter = self.word(end - 1).len() == 1 && !self.tokens[end - 1].spaced;
        let scaled = end > at + 1 && !(letter && before.shape == Shape::Capital && at > 1);
        sure && !scaled && (bare || !nouns && at > 1)
    }

    /// `punti 1 e [2]`, `articles 3 et [5]`: a second figure behind one that a word makes a name.
    fn goes_on_with_labels(&self, at: usize, end: usize) -> bool {
        let tied =
            at > 2 && (self.is(at - 1, class::AND | class::CONJ) || self.word(at - 1) == ",");
        let counted = self.is(end, class::UNIT) || !self.is(end, class::OF) && self.is_counted(end);
        tied && self.is_plain_figure(at - 2)
            && self.is(at - 3, class::LABEL)
            && !counted
            && self.is_named(at - 2, at - 1)
    }

    /// `the Big Six`, `RTÉ’s Six One News`: inside a sentence a number word with a capital is part
    /// of a name, but not in a headline, where each word has one.
    pub(super) fn is_word_of_name(&self, at: usize) -> bool {
        const TELLING: usize = 5;
        let token = &self.tokens[at];
        let named = |at: usize| self.token(at).is_some_and(|t| t.is_capital() && !t.is(class::DET));
        let inside = at > 0 && self.tokens[at - 1].shape != Shape::Mark;
        let small = |t: &Token| t.shape == Shape::Small && t.span.len() >= TELLING;
        token.shape == Shape::Capital
            && token.is(class::NUMBER)
            && !self.settings.nouns_have_capitals()
            && inside
            && (named(at - 1) && at > 1 || named(at + 1))
            && *self.small.get_or_init(|| self.tokens.iter().any(small))
    }

    /// `du matériel neuf`, `l’acte deux`: a number word behind a noun, where what is counted stands
    /// behind its number, says which or what it is.
    pub(super) fn describes_noun(&self, at: usize) -> bool {
        let plain = |t: &Token| t.shape == Shape::Small && t.entry.class == 0;
        let noun = at > 1
            && plain(&self.tokens[at - 1])
            && !self.taken[at - 1]
            && self.is(at - 2, class::DET | class::OF | class::SOME);
        let goes_on = self.is(at + 1, class::NUMBER | class::SCALE | class::UNIT | class::AND)
            || self.word(at + 1) == "-"
            || self.is_counted(at + 1)
            || self.is_figure(at + 1);
        self.settings.head == Head::First
            && self.tokens[at].shape == Shape::Small
            && self.is(at, class::NUMBER)
            && !self.is(at, class::DET | class::SCALE)
            && noun
            && !goes_on
    }

    /// `das 9-Euro-Ticket`: in German and Dutch a figure that hyphens tie to a compound names it.
    fn is_of_compound(&self, end: usize) -> bool {
        let tight = |at: usize| self.token(at).is_some_and(|token| !token.spaced);
        let compound = self.word(end + 1);
        let nouns = matches!(self.settings.head, Head::Capital | Head::Plural);
        let measure =
            compound.split('-').next().is_some_and(|first| self.is_scale_or_length(first));
        nouns
            && self.word(end) == "-"
            && tight(end)
            && tight(end + 1)
            && compound.contains('-')
            && compound.starts_with(char::is_uppercase)
            && !measure
    }

    /// `300-Millionen-Euro-Anleihe`, `10-Meter-Turm`: a value that a compound tells.
    fn is_scale_or_length(&self, word: &str) -> bool {
        let entry = Lexicon::of(self.language).get(&word.to_lowercase());
        entry.is_some_and(|entry| {
            entry.is(class::SCALE) || entry.unit.is_some_and(|unit| unit.measure != Measure::Money)
        })
    }

    /// `el 1-O`, `11-M`: a day that is known by its number and the letter of its month.
    fn is_day_of_year(&self, end: usize) -> bool {
        let tight = |at: usize| self.token(at).is_some_and(|token| !token.spaced);
        let letter = self.word(end + 1);
        let month = letter.len() == 1 && letter.starts_with(char::is_uppercase);
        self.word(end) == "-" && tight(end) && tight(end + 1) && month
    }

    /// `§§ 89a Abs. 1, 30 Abs. 2, 211 StGB`: a list of paragraphs of a law.
    fn is_of_law(&self, at: usize) -> bool {
        const FARTHEST: usize = 16;
        const SHORT: usize = 5;
        let listed = |i: &usize| {
            let token = &self.tokens[*i];
            token.shape == Shape::Figure || token.span.len() <= SHORT
        };
        let mut near = (at.saturating_sub(FARTHEST)..at).rev().take_while(listed);
        near.any(|i| self.word(i).starts_with('§'))
    }

    /// `12, rue Pasteur`, `325 E. Dahlia Ave.`; `911` is what one calls in America.
    fn is_address(&self, at: usize, end: usize) -> bool {
        const NEAR: usize = 5;
        let house =
            self.word(at).len() <= 4 && !self.tokens[at].span.of(self.text).contains(['.', ',']);
        let next = end + usize::from(self.word(end) == ",");
        let leads = self.settings.head == Head::First && self.is(next, class::STREET);
        let words = (end..end + NEAR).take_while(|i| {
            self.tokens.get(*i).is_some_and(|t| t.is_capital() || t.is_mark(self.text, "."))
        });
        let ends = words.skip(1).any(|i| self.is(i, class::STREET));
        let emergency = self.language == Language::English && self.word(at) == "911";
        emergency || house && (leads || ends)
    }

    /// `[3]`, `/2381394`, `192.168.1.2`, `007`.
    fn is_inside(&self, at: usize, end: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.word(i));
        let after = self.tokens.get(end).map_or("", |next| next.span.of(self.text));
        let tight = at > 0 && !self.tokens[at].spaced;
        let written = self.word(at);
        let zeros = written.len() > 1
            && written.starts_with('0')
            && !written.trim_matches('0').is_empty()
            && written.bytes().all(|b| b.is_ascii_digit());
        // `192.168.1.2`, `ID.3`
        let version = written.matches('.').count() > 2
            || before == "."
                && tight
                && at > 1
                && !self.tokens[at - 1].spaced
                && self.tokens[at - 2].is_capital();
        let note = before == "[" && after == "]" || tight && matches!(before, "%" | "»" | "”");
        let word = at > 1 && !self.tokens[at - 1].spaced && self.tokens[at - 2].is_word();
        // `Rio+20`
        let sum = tight && before == "+" && word;
        let path = sum || tight && matches!(before, "/" | "=" | "_" | "@" | "&" | "?");
        let clock = tight && before == ":"
            || after == ":"
                && self.tokens.get(end + 1).is_some_and(|t| !t.spaced && t.shape == Shape::Figure);
        let slash = after == "/"
            && self.tokens.get(end).is_some_and(|t| !t.spaced)
            && self.tokens.get(end + 1).is_some_and(|t| !t.spaced && t.shape == Shape::Figure);
        note || slash || path || zeros || version || clock || self.is_tie_break(at, end)
    }

    /// `7-6 (5)`: the points behind a set.
    fn is_tie_break(&self, at: usize, end: usize) -> bool {
        let side = |at: usize| self.is_plain_figure(at) && self.word(at).len() <= 2;
        let bracketed = at > 3 && self.word(at - 1) == "(" && self.word(end) == ")";
        bracketed && side(at) && side(at - 2) && self.is_dash(at - 3) && side(at - 4)
    }

    /// `787-9 Dreamliner`: the parts of a model's number, which tight hyphens tie.
    fn is_model(&self, at: usize) -> bool {
        let part = |i: usize| self.is_plain_figure(i) && self.word(i).len() <= 3;
        let model = |first: usize| {
            self.is_dash(first + 1)
                && !self.tokens[first + 1].spaced
                && part(first)
                && part(first + 2)
                && self.word(first).len() > self.word(first + 2).len()
                && self.token(first + 3).is_some_and(|next| next.is_capital() && next.spaced)
        };
        self.settings.head != Head::Capital && (model(at) || at > 1 && model(at - 2))
    }

    fn is_plain_figure(&self, at: usize) -> bool {
        let digits = self.word(at).bytes().all(|b| b.is_ascii_digit());
        digits && self.token(at).is_some_and(|token| token.shape == Shape::Figure)
    }

    /// `3-0`, `2 à 1`: the two sides of a match; one past it.
    pub(super) fn score(&self, at: usize, figure: &Figure) -> Option<usize> {
        let small = |i: usize| {
            let word = self.word(i);
            self.tokens.get(i).is_some_and(|t| t.shape == Shape::Figure)
                && word.len() <= 2
                && word.bytes().all(|b| b.is_ascii_digit())
        };
        let apart = |i: usize| self.token(i).is_some_and(|t| t.spaced);
        let tied = self.is_dash(at + 1) && !self.tokens[at + 1].spaced
            || matches!(self.word(at + 1), "-" | "–") && apart(at + 1) && apart(at + 2);
        // `le score de 24 à 17`, `Ergebnis von 3 zu 1`
        let of_result = at > 1
            && self.is(at - 2, class::RESULT)
            && self.token(at + 1).is_some_and(Token::is_word);
        let told = of_result
            || self.is(at + 1, class::TO)
                && figure.low >= figure.high
                && !(at > 0 && self.is(at - 1, class::FROM));
        if !small(at) || !small(at + 2) || !(tied || told) {
            return None;
        }
        let end = at + 3;
        // `met 3 - 2 verloren`
        let verb = self.is(end, class::DEED | class::PAST | class::PARTICIPLE);
        // `a 2-0 loss`: no range falls.
        let value = |i: usize| self.word(i).parse::<u32>().unwrap_or_default();
        let falls = self.is_dash(at + 1) && value(at) > value(at + 2);
        let counted =
            self.token(end).is_some_and(|next| next.is(class::UNIT | class::NUMBER | class::SCALE))
                || !verb && !falls && self.is_counted(end)
                || self.plain_unit(end).is_some();
        (!counted).then_some(end)
    }

    /// `81′`, `(67')`: minutes of a match, of an angle, or feet; one past it. A quotation that was opened ends so, too.
    pub(super) fn primed(&self, end: usize) -> Option<usize> {
        let mark = self.token(end).filter(|mark| !mark.spaced)?.span.of(self.text);
        let quote = || {
            self.tokens[..end]
                .iter()
                .any(|t| t.spaced && matches!(t.span.of(self.text), "'" | "‘" | "’"))
        };
        let primed = matches!(mark, "′" | "″") || matches!(mark, "'" | "’") && !quote();
        primed.then_some(end + 1)
    }

    /// Four groups of two digits and more, or groups of a number called: `+1-222-222-2222`.
    fn is_phone(&self, at: usize) -> bool {
        let pair = |t: &Token| t.shape == Shape::Figure && t.span.len() == 2;
        let run = |ahead: &mut dyn Iterator<Item = &Token>| ahead.take_while(|t| pair(t)).count();
        let before = run(&mut self.tokens[..at].iter().rev().take(5));
        let here = run(&mut self.tokens[at..].iter().take(5));
        if here > 0 && before + here >= 4 {
            return true;
        }
        let part = |t: &Token| {
            t.shape == Shape::Figure && !t.span.of(self.text).contains(['.', ','])
                || !t.spaced && matches!(t.span.of(self.text), "-" | "." | "/" | "(" | ")" | "+")
        };
        let ahead = self.tokens[at..].iter().take(9).take_while(|t| part(t));
        let behind = self.tokens[..at]
            .iter()
            .rev()
            .take(9)
            .take_while(|t| part(t) || matches!(t.span.of(self.text), "+" | "("));
        let all = behind.chain(ahead);
        let (mut groups, mut plus, mut naught) = (0, false, false);
        for token in all {
            groups += usize::from(token.shape == Shape::Figure);
            let word = token.span.of(self.text);
            plus |= word == "+";
            // `0800 123 4567`
            naught |= word.len() > 2 && word.starts_with('0') && word.bytes().any(|b| b > b'0');
        }
        let hyphens = self.is_dash(at + 1) && self.is_dash(at + 3)
            || at > 1
                && self.is_dash(at - 1)
                && (self.is_dash(at + 1) || at > 3 && self.is_dash(at - 3));
        groups >= 4 || (plus || naught) && groups >= 2 || hyphens && groups >= 3
    }

    /// `call 999`, `au numéro vert 3919 ou au 112`, `Tel. 0800 1234`: what is called rather than
    /// counted.
    fn is_dialled(&self, at: usize, end: usize) -> bool {
        const NEAR: usize = 9;
        let plain = self.word(at).chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
        let counts = self.is(end, class::UNIT | class::SCALE | class::NUMBER)
            || self.plain_unit(end).is_some()
            || self.is_counted(end) && !self.is(end, class::CONJ | class::PREP);
        if !plain || counts {
            return false;
        }
        let tied = |i: &usize| {
            let token = &self.tokens[*i];
            matches!(token.shape, Shape::Figure | Shape::Mark)
                || token.is(class::DET
                    | class::PREP
                    | class::CONJ
                    | class::TO
                    | class::OF
                    | class::DIAL)
        };
        let lead = (at.saturating_sub(NEAR)..at).rev().take_while(tied);
        lead.into_iter().any(|i| self.is(i, class::DIAL))
    }

    /// What makes the figure before it an ordinal: `er`, `th`.
    pub(super) fn is_ordinal(&self, word: &str) -> bool {
        self.settings.ordinals.contains(&word)
    }

    /// Whether letters glued to a figure are a scale or a currency: `45m`, `12k€`.
    fn is_scaled(&self, at: usize) -> bool {
        // `4K`
        let picture = self.word(at) == "K" && matches!(self.word(at - 1), "4" | "8");
        !picture
            && matches!(
                self.word(at),
                "m" | "M" | "k" | "K" | "bn" | "B" | "b" | "万" | "萬" | "亿" | "億"
            )
            || self.word(at).len() == 4 && self.word(at).starts_with(['M', 'k', 'K'])
    }
}

/// Whether a word is of a script without capitals: figures stand right behind it.
fn is_caseless(word: &str) -> bool {
    word.chars()
        .next_back()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
}
