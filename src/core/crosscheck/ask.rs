//! What the statements of a desk say about one.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::about::Asked;
use super::articles::Place;
use super::digest::{Digester, Source};
use super::event::{Shared, Sums, Weighed};
use super::index::{Index, Made};
use super::last_asked::LastAsked;
use super::likest::{Likest, likest};
use super::model::{Compared, DocId, FactKind, Match, Pair, Relation, Why};
use super::postings::{Scratch, Slot};
use super::relate::{DEFAULT_SCORE, Finding, Sentences, may_tell, relate};
use super::statement::Statement;
use super::stories::MOST_ARTICLES;
use super::term::meet;
use super::value::Piece;
use crate::core::article::{Span, within};
use crate::core::claim::Analysis;

/// What a sentence of the desk says about the one asked about.
pub(super) struct Hit<'a> {
    pub(super) finding: Finding,
    pub(super) made: Made<'a>,
    /// The claims that say most alike.
    likest: Likest,
}

/// Two claims of a hit and how they stand to each other.
pub(super) struct Link {
    pub(super) here: Span,
    pub(super) there: Span,
    pub(super) relation: Relation,
    /// In bytes of the two articles.
    pub(super) why: Vec<Why>,
}

/// How many statements are compared in full for one query, how many places of one, and of all.
const CANDIDATES: usize = 200;
const MOST_HOLDERS: usize = 20;
const MOST_COMPARED: usize = 400;
/// Comparing two statements takes about as long as reading so many numbers of a list.
const COMPARISON: usize = 2_000;
/// Two claims of one article have to match as surely.
const IN_ARTICLE: f32 = 0.9;
/// How many matches one query gives.
pub const LIMIT: usize = 50;
/// And of how many articles what comes nearest: a person reads them all.
const MOST_NEAREST: usize = 3;
/// So many of those that may be the nearest are asked in turn what is nearest to them.
const MOST_ASKED: usize = 8;
/// A sentence is shown as the nearest where it is likelier than not of one event with the claim: [`relate`] raises that
/// chance to its fourth power.
const NEAREST: f32 = 0.1;

impl Index {
    /// What the desk says about the claim at `span` of an article, what differs first, at most [`LIMIT`]; last what comes
    /// nearest in up to three other articles of its story, see [`Relation::Nearest`].
    ///
    /// The article need not be in the index; where it is, its other claims answer too.
    pub fn query(&self, id: DocId, text: &str, analysis: &Analysis, span: Span) -> Vec<Match> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut digester = Digester::default();
        let known = self.articles.get(id).map(|article| &article.vector);
        let source = Source::new(text, analysis, known.and_then(|vector| vector.written));
        let sentence = analysis.sentence_of(span);
        let Some(statement) = digester.statement(&source, sentence) else {
            return Vec::new();
        };
        let fresh;
        let vector = match known {
            Some(vector) => vector,
            None => {
                fresh = digester.vector(&source);
                &fresh
            }
        };
        let own = within(&analysis.claims, sentence, |claim| claim.span).iter().map(|c| c.span);
        let claims: Vec<Place> = own
            .chain([span])
            .map(|claim| Place {
                slot: 0,
                sentence: sentence.start as u32,
                start: claim.start as u32,
                end: claim.end as u32,
            })
            .collect();
        let here = Made { article: id, claims: &claims };
        let mut asked = self.asked(id, vector);
        let LastAsked { stories, mut scratch, .. } = self.last_asked(id);
        asked.stories = stories;
        let hits = self.hits(&mut asked, &statement, here, NEAREST, &mut scratch);
        let (hits, likely): (Vec<Hit<'_>>, Vec<Hit<'_>>) =
            hits.into_iter().partition(|hit| hit.finding.score >= DEFAULT_SCORE);
        let mut matches: Vec<Match> = hits
            .iter()
            .flat_map(|hit| Self::links(hit, here).into_iter().map(move |link| (hit, link)))
            .filter(|(_, link)| link.here.overlaps(span))
            .map(|(hit, link)| self.answer(hit, link))
            .collect();
        let likely = likely.into_iter().filter(|hit| self.has_word_of(hit, &statement)).collect();
        let nearest = self.nearest(&mut asked, likely, (here, span), &matches, &mut scratch);
        self.keep_last_asked(LastAsked { id, stories: asked.stories, scratch });
        let claims: BTreeMap<DocId, Relation> =
            matches.iter().rev().filter(|m| m.is_claim).map(|m| (m.article, m.relation)).collect();
        // A title says again what its article tells, unless no claim there says as much.
        matches.retain(|m| m.is_claim || claims.get(&m.article).is_none_or(|r| *r < m.relation));
        matches.truncate(LIMIT);
        matches.extend(nearest);
        matches
    }

    /// What comes nearest to a claim in each article of its story of which nothing is `known` to tell of it, the likeliest
    /// first. Titles neither tell enough nor are told again here: those of the story are listed.
    fn nearest(
        &self,
        asked: &mut Asked<'_>,
        mut likely: Vec<Hit<'_>>,
        (here, span): (Made<'_>, Span),
        known: &[Match],
        scratch: &mut Scratch,
    ) -> Vec<Match> {
        likely.retain(|hit| hit.made.sentence() != 0);
        likely.sort_by(|x, y| y.finding.score.total_cmp(&x.finding.score));
        likely.truncate(MOST_ASKED);
        let tells = |found: &Match| found.is_claim || found.relation != Relation::Related;
        let mut nearest: Vec<Match> = Vec::new();
        for mut hit in likely {
            let article = hit.made.article;
            let mut told = known.iter().chain(&nearest).filter(|found| tells(found));
            let is_new = article != here.article && told.all(|found| found.article != article);
            let of_story = is_new && self.story(asked, article).one;
            if !(of_story && self.is_mutual(&hit, here, scratch)) {
                continue;
            }
            hit.finding.relation = Relation::Nearest;
            hit.finding.why.clear();
            let links = Self::links(&hit, here).into_iter();
            let own = links.filter(|link| link.here.overlaps(span));
            nearest.extend(own.map(|link| self.answer(&hit, link)));
            if nearest.len() == MOST_NEAREST {
                break;
            }
        }
        nearest
    }

    /// Whether a hit shares a word with a statement that is no number: `12 people`, `12 euros` have nothing in common.
    fn has_word_of(&self, hit: &Hit<'_>, statement: &Statement) -> bool {
        let mut shares = false;
        if let Some(other) = self.statement(hit.made) {
            let terms = &statement.terms;
            meet(terms, &other.terms, |i, _| shares |= !terms[i].is_number());
        }
        shares
    }

    /// Whether the sentence asked about is in turn what its article says that comes nearest to that of a hit: else that one
    /// tells of something else which is told here, too.
    fn is_mutual(&self, hit: &Hit<'_>, here: Made<'_>, scratch: &mut Scratch) -> bool {
        let article = self.articles.get(hit.made.article);
        let Some((article, statement)) = article.zip(self.statement(hit.made)) else {
            return false;
        };
        let mut asked = self.asked(hit.made.article, &article.vector);
        let back = self.hits(&mut asked, &statement, hit.made, NEAREST, scratch);
        // A title says again what its article tells.
        let back = back
            .iter()
            .filter(|back| back.made.article == here.article && back.made.sentence() != 0);
        let nearest = back.max_by(|x, y| x.finding.score.total_cmp(&y.finding.score));
        // An article that is not in the index answers nothing.
        nearest.is_none_or(|nearest| nearest.made.sentence() == here.sentence())
    }

    /// All pairs of claims of the desk that say something about the same fact,
    /// with a score of `least` or more, in order of place.
    pub fn pairs(&self, least: f32) -> Vec<Pair> {
        let ids = self.articles.ids();
        let pairs = |id| self.pairs_beside(id, least, |other| other < id);
        ids.flat_map(pairs).filter(Pair::is_ordered).collect()
    }

    /// The pairs that the claims of one article belong to, but for those with articles of which they are known: where all
    /// articles are asked one after the other, each would be compared twice with each.
    pub fn pairs_beside(
        &self,
        id: DocId,
        least: f32,
        is_known: impl Fn(DocId) -> bool,
    ) -> Vec<Pair> {
        self.pairs_by(id, least, |_| true, Some(&is_known))
    }

    /// The pairs that the claims of one article belong to, in order of place in it.
    pub fn pairs_of(&self, id: DocId, least: f32) -> Vec<Pair> {
        self.pairs_where(id, least, |_| true)
    }

    /// The same of the sentences in which a claim is wanted.
    pub fn pairs_where(
        &self,
        id: DocId,
        least: f32,
        is_wanted: impl Fn(Span) -> bool,
    ) -> Vec<Pair> {
        self.pairs_by(id, least, is_wanted, None)
    }

    fn pairs_by<'a>(
        &'a self,
        id: DocId,
        least: f32,
        is_wanted: impl Fn(Span) -> bool,
        is_known: Option<&'a dyn Fn(DocId) -> bool>,
    ) -> Vec<Pair> {
        let Some(article) = self.articles.get(id) else { return Vec::new() };
        let mut asked = self.asked(id, &article.vector);
        asked.is_known = is_known;
        let mut scratch = Scratch::default();
        let mut pairs = Vec::new();
        for here in self.sentences_of(id) {
            if !here.claims.iter().any(|place| is_wanted(place.claim())) {
                continue;
            }
            let Some(statement) = self.statement(here) else { continue };
            let hits = self.hits(&mut asked, &statement, here, least, &mut scratch);
            for hit in &hits {
                pairs.extend(Self::links(hit, here).into_iter().map(|link| Pair {
                    article: id,
                    span: link.here,
                    found: self.answer(hit, link),
                }));
            }
        }
        pairs.sort_by_key(|pair| pair.span);
        pairs
    }

    /// What is known of the article last asked about, if this is it.
    fn last_asked(&self, id: DocId) -> LastAsked {
        let mut kept = self.last_asked.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.take() {
            Some(last) if last.id == id => last,
            _ => LastAsked { id, ..LastAsked::default() },
        }
    }

    /// Keeps what was worked out for an article, since a person asks about its claims in turn.
    fn keep_last_asked(&self, last: LastAsked) {
        // What is not in the index may come back with another text.
        if self.articles.get(last.id).is_some() {
            *self.last_asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(last);
        }
    }

    /// What the sentences of the desk say about one at `here`, what differs first.
    pub(super) fn hits(
        &self,
        asked: &mut Asked<'_>,
        statement: &Statement,
        here: Made<'_>,
        least: f32,
        scratch: &mut Scratch,
    ) -> Vec<Hit<'_>> {
        let weighed = Weighed::new(statement, self);
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let mut compared = 0;
        for slot in self.candidates(statement, scratch) {
            let Some(stored) = self.stored(slot) else { continue };
            // What nobody else says is not asked about.
            if !asked.of_itself && *stored.holders.all() == [here.article] {
                continue;
            }
            let terms = stored.packed.terms();
            let sums = scratch.sums(slot, || Sums::of(terms, self));
            let shared = Shared::of(&weighed, terms, sums, self.postings.mean_length());
            let likely = may_tell(&shared, least);
            if !(likely || self.may_tell_otherwise(asked, slot, &shared.0)) {
                continue;
            }
            let other = scratch.statement(slot, &stored.packed);
            let sentences = Sentences::new(&weighed, &other, shared);
            for made in self.made(slot).take(MOST_HOLDERS) {
                let same_article = made.article == here.article;
                let is_here = made.sentence() == here.sentence();
                if same_article && (is_here || !asked.of_itself) {
                    continue;
                }
                let story = self.story(asked, made.article);
                if !likely && !story.together {
                    continue;
                }
                compared += 1;
                scratch.work += COMPARISON;
                // Counted all the same, so that nothing else is compared than would be.
                if asked.is_known.is_some_and(|is_known| is_known(made.article)) {
                    continue;
                }
                let heads = u8::from(made.sentence() == 0) + u8::from(here.sentence() == 0);
                let told = self.told(asked, made.article);
                let Some(finding) = relate(&sentences, story, heads, told, least) else { continue };
                // An article goes on about its subject: it agrees with itself where it tells one value twice, and differs
                // where it names two sources; of two days each with its figure it tells one after the other.
                let days = |why: &Why| matches!(why.kind, FactKind::Date | FactKind::Hour);
                let differs = |why: &&Why| why.agreement == Compared::Differs;
                let series = || {
                    statement.has_figure()
                        && other.has_figure()
                        && finding.why.iter().filter(differs).all(days)
                };
                let sources = statement.has_other_source(&other);
                let repeats = same_article
                    && match finding.relation {
                        Relation::Related | Relation::Nearest => true,
                        Relation::Agree => finding.score < IN_ARTICLE || finding.why.is_empty(),
                        Relation::Differ => finding.score < IN_ARTICLE || !sources || series(),
                    };
                if !repeats {
                    hits.push(Hit { finding, made, likest: likest(&weighed, &other) });
                }
            }
            if compared >= MOST_COMPARED {
                break;
            }
        }
        let place = |hit: &Hit<'_>| (hit.made.article, hit.made.sentence());
        hits.sort_by(|x, y| {
            let (a, b) = (&x.finding, &y.finding);
            let surer = b.score.total_cmp(&a.score);
            b.relation.cmp(&a.relation).then(surer).then_with(|| place(x).cmp(&place(y)))
        });
        hits
    }

    /// Whether an article of the same story makes the statement in a slot, so that its values are compared
    /// whatever words they are told in: only a desk that is seen as a whole knows that.
    fn may_tell_otherwise(&self, asked: &mut Asked<'_>, slot: Slot, shared: &Shared) -> bool {
        let holders = || self.holders(slot).iter().take(MOST_HOLDERS);
        self.len() <= MOST_ARTICLES
            && shared.touches()
            && holders().any(|&id| self.story(asked, id).together)
    }

    /// The claims of a hit: those that hold the values which decide, else those that say most alike.
    pub(super) fn links(hit: &Hit<'_>, here: Made<'_>) -> Vec<Link> {
        let Finding { relation, why, .. } = &hit.finding;
        let decides = |why: &&Why| *relation > Relation::Related || why.agreement == Compared::Part;
        let moved = |why: &Why| why.shifted(here.sentence(), hit.made.sentence());
        let claims = |why: &Why| (here.claim_at(why.here), hit.made.claim_at(why.there));
        let mut places: Vec<(Span, Span)> =
            why.iter().filter(decides).map(|why| claims(&moved(why))).collect();
        places.sort_unstable();
        places.dedup();
        if places.is_empty() {
            let [ours, theirs] = hit.likest;
            let claim = |made: Made<'_>, piece: Option<Piece>| match piece {
                Some(piece) => made.claim_at(piece.at(made.sentence())),
                None => made.longest(),
            };
            places.push((claim(here, ours), claim(hit.made, theirs)));
        }
        let link = |(here, there): (Span, Span)| {
            let own = |why: &Why| claims(why) == (here, there);
            // Where a whole claim is what differs.
            let whole = |span: Span, claim: Span| if span.is_empty() { claim } else { span };
            let told = |why: Why| Why {
                here: whole(why.here, here),
                there: whole(why.there, there),
                ..why
            };
            let why: Vec<Why> = why.iter().map(moved).filter(own).map(told).collect();
            // Of sentences that differ in one claim others may agree, and a part neither agrees nor differs.
            let is = |agreement| why.iter().any(|why| why.agreement == agreement);
            let only_part = is(Compared::Part) && !is(Compared::Same) && !is(Compared::Meets);
            let relation = match relation {
                Relation::Differ | Relation::Agree if only_part && !is(Compared::Differs) => {
                    Relation::Related
                }
                Relation::Differ if !is(Compared::Differs) => Relation::Agree,
                relation => *relation,
            };
            Link { here, there, relation, why }
        };
        places.into_iter().map(link).collect()
    }

    fn answer(&self, hit: &Hit<'_>, link: Link) -> Match {
        let source = self.statement(hit.made).and_then(|statement| statement.source);
        Match {
            article: hit.made.article,
            span: link.there,
            relation: link.relation,
            score: hit.finding.score,
            is_claim: self.is_claim(hit.made),
            source: source.map(|source| source.at(hit.made.sentence())),
            why: link.why,
        }
    }

    /// The slots of the statements that share the most telling words, the most telling first.
    fn candidates(&self, statement: &Statement, scratch: &mut Scratch) -> Vec<Slot> {
        let keys = statement.terms.iter().map(|term| term.key());
        let mut ranked = self.postings.rank(keys, scratch);
        // Of equals those with the smaller hash first, so that the order of insertion does not tell.
        let hash = |slot: Slot| self.stored(slot).map(|stored| stored.hash);
        let order = |x: &(f32, Slot), y: &(f32, Slot)| {
            y.0.total_cmp(&x.0).then_with(|| hash(x.1).cmp(&hash(y.1)))
        };
        if ranked.len() > CANDIDATES {
            ranked.select_nth_unstable_by(CANDIDATES - 1, order);
            ranked.truncate(CANDIDATES);
        }
        ranked.sort_unstable_by(order);
        ranked.into_iter().map(|(_, slot)| slot).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::steps::steps;
    use super::*;
    use crate::core::claim::analyze;

    const REPEATED: &str = "La Corée du Nord a envoyé 12 000 soldats en Russie.\n";

    #[test]
    fn a_query_shows_only_so_much_of_what_is_repeated() {
        let mut index = Index::new();
        let text = REPEATED.repeat(3000);
        let analysis = analyze(&text);
        (0..2).for_each(|id| index.insert(DocId(id), &text, &analysis));
        let analysis = analyze(REPEATED);
        let span = analysis.claims[0].span;
        let mut found = Vec::new();
        let steps = steps(|| found = index.query(DocId(2), REPEATED, &analysis, span));
        assert_eq!(found.len(), MOST_HOLDERS);
        assert!(found.iter().all(|found| found.article == DocId(0)));
        assert!(steps < 3 * LIMIT, "{steps} steps");
    }
    #[test]
    fn what_is_kept_of_the_last_article_changes_no_answer() {
        let others =
            ["2 000 soldats", "9 000 soldats"].map(|new| REPEATED.replace("12 000 soldats", new));
        let texts = [REPEATED, &others[0], &others[1]];
        let desk = |texts: &[&str]| {
            let mut index = Index::new();
            for (id, text) in texts.iter().enumerate() {
                index.insert(DocId::new(id), text, &analyze(text));
            }
            index
        };
        let ask = |index: &Index, id: usize| {
            let analysis = analyze(texts[id]);
            index.query(DocId::new(id), texts[id], &analysis, analysis.claims[0].span)
        };
        let mut index = desk(&texts);
        for id in [0, 0, 1, 0] {
            let found = ask(&index, id);
            assert!(!found.is_empty() && found == ask(&desk(&texts), id), "{found:?}");
        }
        index.remove(DocId(2));
        assert_eq!(ask(&index, 0), ask(&desk(&texts[..2]), 0));
    }
}
