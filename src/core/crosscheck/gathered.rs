//! The articles of a desk, story by story, and which of them print one text.

use std::collections::BTreeMap;

use super::differences::Forest;
use super::index::{FEW, Index};
use super::model::DocId;

/// Articles that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The stories that two or more articles report, each with its articles in order.
    pub stories: Vec<Vec<DocId>>,
    /// Articles that print one text, as those of an agency are: one source, however many they are.
    pub copies: Vec<Vec<DocId>>,
}

/// Articles that share so many sentences, word for word, and this share of the shorter one, print
/// one text.
const SHARED: usize = 3;
const SHARE: f32 = 0.5;
/// A sentence that more articles print is boilerplate.
const MOST_PRINTED: usize = 20;

impl Index {
    /// Which articles report one story, and which of them print one text.
    pub fn gathered(&self) -> Gathered {
        let stories = match (self.stories(), self.len()) {
            (Some(stories), _) => stories.groups().to_vec(),
            (None, 0..=FEW) => self.led(),
            // Each article would be compared with too many.
            (None, _) => Vec::new(),
        };
        let told = |group: &Vec<DocId>| group.len() > 1;
        Gathered { stories: stories.into_iter().filter(told).collect(), copies: self.copies() }
    }

    /// The stories of a desk of a few articles: an article joins the likeliest of those before it, by
    /// its first article.
    fn led(&self) -> Vec<Vec<DocId>> {
        let mut stories: Vec<Vec<DocId>> = Vec::new();
        for id in self.ids() {
            let Some(vector) = self.vector(id) else { continue };
            let asked = self.asked(id, vector);
            let stands =
                stories.iter().enumerate().map(|(i, story)| (i, self.alone(&asked, story[0])));
            let one = stands.filter(|(_, story)| story.one);
            match one.max_by(|x, y| x.1.odds.total_cmp(&y.1.odds)) {
                Some((i, _)) => stories[i].push(id),
                None => stories.push(vec![id]),
            }
        }
        stories
    }

    /// Articles that share most of their sentences, word for word.
    fn copies(&self) -> Vec<Vec<DocId>> {
        let ids: Vec<DocId> = self.ids().collect();
        let number: BTreeMap<DocId, usize> = ids.iter().copied().zip(0..).collect();
        let mut sentences = vec![0_usize; ids.len()];
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for makers in self.makers() {
            let makers: Vec<usize> = makers.iter().map(|id| number[id]).collect();
            for &maker in &makers {
                sentences[maker] += 1;
            }
            if makers.len() > MOST_PRINTED {
                continue;
            }
            for (at, &a) in makers.iter().enumerate() {
                for &b in &makers[at + 1..] {
                    *shared.entry((a, b)).or_default() += 1;
                }
            }
        }
        let mut copies = Forest::new(ids.len());
        for ((a, b), shared) in shared {
            let shorter = sentences[a].min(sentences[b]);
            if shared >= SHARED && shared as f32 >= SHARE * shorter as f32 {
                copies.join(a, b);
            }
        }
        let mut groups: BTreeMap<usize, Vec<DocId>> = BTreeMap::new();
        for (i, &id) in ids.iter().enumerate() {
            groups.entry(copies.root(i)).or_default().push(id);
        }
        groups.into_values().filter(|group| group.len() > 1).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::claim::analyze;

    const WIRE: &str = "Un incendie a tué 12 personnes lundi à Lyon. Le préfet a ordonné l’évacuation \
        de 300 habitants. Les pompiers ont mobilisé 80 hommes. Le maire a promis 2 millions d’euros.";

    fn gathered(texts: &[&str]) -> Gathered {
        let mut index = Index::new();
        for (i, text) in texts.iter().enumerate() {
            index.insert(DocId::new(i), text, &analyze(text));
        }
        index.gathered()
    }

    #[test]
    fn one_text_in_two_outlets_is_one_source() {
        let own = "Douze personnes sont mortes lundi à Lyon dans un incendie, selon le préfet.";
        let copy = format!("Drame à Lyon\n\n{WIRE} Nos reporters sont sur place.");
        let gathered = gathered(&[WIRE, own, &copy]);
        assert_eq!(gathered.copies, [[DocId(0), DocId(2)]]);
        assert_eq!(gathered.stories, [[DocId(0), DocId(1), DocId(2)]]);
    }

    #[test]
    fn what_tells_another_result_is_another_text() {
        let told = |result: &str, minute: u8| {
            format!(
                "PSG beat Lyon {result} in Paris on Sunday. Lyon had a man sent off in the {minute}th minute. \
                PSG beat Lyon {result} before a crowd in the rain in Paris. The players of Lyon left the town."
            )
        };
        let copies = |a: &str, b: &str| !gathered(&[a, b]).copies.is_empty();
        assert!(copies(&told("3-1", 60), &told("3-1", 60)));
        assert!(!copies(&told("3-1", 60), &told("2-1", 70)));
    }

    #[test]
    fn an_unlike_article_among_a_few_is_of_no_story() {
        let again = WIRE.replace("12 personnes", "15 personnes").replace("lundi", "mardi");
        let council = "Leeds city council voted 52 to 41 to reject a £14m plan to merge six libraries, council \
            leader Tom Reed said. About 2,300 readers had signed a petition against the merger, which \
            would have moved children’s books, archives and reading rooms into one new building.";
        assert_eq!(gathered(&[WIRE, &again, council]).stories, [[DocId(0), DocId(1)]]);
    }

    #[test]
    fn an_article_alone_is_no_story() {
        assert_eq!(gathered(&[WIRE]), Gathered::default());
        assert_eq!(gathered(&[]), Gathered::default());
    }
}
