//! Standoff files of brat (<https://brat.nlplab.org/standoff.html>).

use std::fmt::Write as _;

use super::Output;
use super::results::{Article, Results};

/// A text and its annotations for each article, and the configuration.
pub(super) fn write(results: &Results) -> Vec<Output> {
    let mut outputs = vec![Output::new("annotation.conf", configuration(results))];
    for article in &results.articles {
        let stem = article.name.trim_end_matches(".txt");
        outputs.push(Output::new(format!("{stem}.txt"), article.original.clone()));
        outputs.push(Output::new(format!("{stem}.ann"), standoff(article)));
    }
    outputs
}

fn configuration(results: &Results) -> String {
    let verdicts: Vec<_> = results.labels.iter().map(|label| value(&label.id.0)).collect();
    format!(
        "[entities]\nClaim\n\n[relations]\n\n[events]\n\n[attributes]\n\
         Verdict\tArg:Claim, Value:{verdicts}\nPerson\tArg:Claim, Value:<any>\n",
        verdicts = verdicts.join("|")
    )
}

fn standoff(article: &Article) -> String {
    let mut out = String::new();
    let (mut spans, mut attributes, mut notes) = (0, 0, 0);
    let letters: Vec<char> = article.original.chars().collect();
    for claim in article.claims.iter().filter(|claim| !claim.opinions.is_empty()) {
        for opinion in &claim.opinions {
            let Some(verdict) = &opinion.annotation.verdict else { continue };
            let fragments = fragments(&letters, claim.points);
            let places: Vec<_> = fragments.iter().map(|(a, b)| format!("{a} {b}")).collect();
            let words: Vec<String> =
                fragments.iter().map(|&(a, b)| letters[a..b].iter().collect()).collect();
            if places.is_empty() {
                continue;
            }
            spans += 1;
            attributes += 1;
            let _ = writeln!(out, "T{spans}\tClaim {}\t{}", places.join(";"), words.join(" "));
            let _ = writeln!(out, "A{attributes}\tVerdict T{spans} {}", value(&verdict.0));
            notes += 1;
            let _ = writeln!(
                out,
                "#{notes}\tAnnotatorNotes T{spans}\t{}",
                note(&opinion.name, &opinion.annotation.note)
            );
        }
    }
    out
}

/// A stretch without the line ends in it: brat wants one fragment a line.
fn fragments(letters: &[char], (start, end): (usize, usize)) -> Vec<(usize, usize)> {
    let words = &letters[start.min(letters.len())..end.min(letters.len())];
    let mut out = Vec::new();
    let mut from = start;
    for line in words.split(|letter| matches!(letter, '\n' | '\r')) {
        if !line.is_empty() {
            out.push((from, from + line.len()));
        }
        from += line.len() + 1;
    }
    out
}

/// A value that holds no space, which would end it.
fn value(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect()
}

fn note(person: &str, note: &str) -> String {
    let line = format!("{person}: {note}");
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_over_a_line_end_is_two_fragments() {
        let letters: Vec<char> = "ab\r\ncd e\n".chars().collect();
        assert_eq!(fragments(&letters, (1, 8)), [(1, 2), (4, 8)]);
        assert_eq!(fragments(&letters, (2, 4)), []);
        assert_eq!(value("pas une affirmation"), "pas_une_affirmation");
    }
}
