//! Subtitles: what is said in a recording, joined over the lines of the screen.

use super::{Extracted, Refusal, decoded};
use crate::core::article::{Moment, Source};

/// A silence longer than this, in milliseconds, ends a paragraph.
const PAUSE: u64 = 3000;

/// What stands on the screen from one moment to another, in milliseconds.
struct Cue {
    start: u64,
    end: u64,
    text: String,
}

/// Reads `SubRip` or `WebVTT`.
pub(super) fn read(bytes: &[u8]) -> Result<Extracted, Refusal> {
    let text = decoded(bytes).replace("\r\n", "\n");
    let mut out = String::new();
    let mut times = Vec::new();
    let mut points = 0;
    let mut before: Option<u64> = None;
    for cue in cues(&text) {
        let gap = match before {
            None => "",
            Some(end) if cue.start > end + PAUSE || is_turn(&cue.text) => "\n\n",
            Some(_) => " ",
        };
        out.push_str(gap);
        points += gap.len();
        times.push(Moment { point: points, millis: cue.start });
        out.push_str(&cue.text);
        points += cue.text.chars().count();
        before = Some(cue.end);
    }
    if times.is_empty() {
        return Err(Refusal::Damaged("it has no time like 00:00:01,000 --> 00:00:02,000".into()));
    }
    out.push('\n');
    let source = Source { times, ..Source::default() };
    Ok(Extracted { text: out, source, ..Extracted::default() })
}

/// The cues with words, in order; rolling captions that repeat the line before are said once.
fn cues(text: &str) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut last = String::new();
    for (start, end, lines) in blocks(text) {
        let spoken: Vec<String> =
            lines.into_iter().map(words).filter(|line| !line.is_empty()).collect();
        let fresh: Vec<&str> =
            spoken.iter().map(String::as_str).skip_while(|line| *line == last).collect();
        if !fresh.is_empty() {
            cues.push(Cue { start, end, text: fresh.join(" ") });
        }
        if let Some(line) = spoken.into_iter().last() {
            last = line;
        }
    }
    cues
}

/// What stands below each time, with when it begins and ends. A time begins anew whatever stands above it,
/// for the blank line between is often missing; a number alone right above a time counts the cues.
fn blocks(text: &str) -> Vec<(u64, u64, Vec<&str>)> {
    let mut blocks: Vec<(u64, u64, Vec<&str>)> = Vec::new();
    let mut is_inside = false;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some((start, end)) = span(line) {
            blocks.push((start, end, Vec::new()));
            is_inside = true;
        } else if line.trim().is_empty() {
            is_inside = false;
        } else if let Some(block) = blocks.last_mut().filter(|_| is_inside)
            && !(is_number(line) && lines.peek().copied().and_then(span).is_some())
        {
            block.2.push(line);
        }
    }
    blocks
}

fn is_number(line: &str) -> bool {
    line.trim().chars().all(|c| c.is_ascii_digit())
}

/// Whether somebody else begins to speak.
fn is_turn(text: &str) -> bool {
    let label = text.split_once(": ").map(|(label, _)| label);
    text.starts_with(['-', '–', '—'])
        || text.starts_with(">>")
        || label.is_some_and(|label| {
            label.chars().any(char::is_alphabetic)
                && label.chars().count() <= 30
                && label.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        })
}

fn span(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once("-->")?;
    Some((millis(start.trim())?, millis(end.split_whitespace().next()?)?))
}

/// `01:02:03,456` or `02:03.456`.
fn millis(time: &str) -> Option<u64> {
    let (clock, fraction) = time.split_once([',', '.']).unwrap_or((time, "0"));
    let mut seconds = 0_u64;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    let fraction: u64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    seconds.checked_mul(1000)?.checked_add(fraction)
}

/// A line without tags; `<v Ana>` names who speaks.
fn words(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + end];
        if let Some(name) = tag.strip_prefix("v ").or_else(|| {
            tag.split_once(' ').filter(|(v, _)| v.starts_with("v.")).map(|(_, name)| name)
        }) {
            out.push_str(&name.to_uppercase());
            out.push_str(": ");
        }
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    let out = out.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">");
    let out = out.replace("&amp;", "&").replace("{\\an8}", "");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoken_words_are_joined_over_the_screens_and_keep_their_times() {
        let text = "1\n00:00:01,000 --> 00:00:02,500\nLa Corée du Nord\na envoyé\n\n\
            2\n00:00:02,600 --> 00:00:04,000\n<i>12 000 soldats.</i>\n\n\
            3\n00:00:09,000 --> 00:00:10,000\nÉté.\n";
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.text, "La Corée du Nord a envoyé 12 000 soldats.\n\nÉté.\n");
        let times: Vec<_> = read.source.times.iter().map(|t| (t.point, t.millis)).collect();
        assert_eq!(times, [(0, 1000), (26, 2600), (43, 9000)]);
        assert_eq!(read.source.said_at(30).as_deref(), Some("0:00:02"));
    }

    #[test]
    fn a_time_begins_a_cue_whatever_stands_above_it() {
        for between in ["", " \n", "\n \n", "\n\n", "\n2\n\n"] {
            let text = format!(
                "1\n00:00:01,000 --> 00:00:02,000\nThe toll is 12.\n{between}\
                 2\n00:00:02,000 --> 00:00:03,000\nIt was 14,\n30\n{between}\
                 3\n00:00:03,000 --> 00:00:04,000\nor more --> 31.\n"
            );
            for text in [text.replace('\n', "\r\n"), text] {
                let read = read(text.as_bytes()).unwrap();
                assert_eq!(read.text, "The toll is 12. It was 14, 30 or more --> 31.\n");
                assert_eq!(read.source.times.len(), 3);
            }
        }
    }

    #[test]
    fn webvtt_names_speakers_and_rolling_captions_are_said_once() {
        let text = "WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:02.000 align:start\n<v Ana>Bonjour.\n\n\
            00:02.000 --> 00:03.000\n<v.loud Ben>Oui ?\n\n00:03.000 --> 00:04.000\nBEN: Oui ?\nNon.\n";
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.text, "ANA: Bonjour.\n\nBEN: Oui ? Non.\n");
        assert!(matches!(super::read(b"no times"), Err(Refusal::Damaged(_))));
    }
}
