//! From bytes to text, never failing.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

/// How the bytes of an article were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// The WHATWG name: `UTF-8`, `windows-1252`.
    pub name: &'static str,
    /// Found by looking at the letters, not told by the file: shown to the reader.
    pub guessed: bool,
    /// Some bytes fit no letter and became `U+FFFD`.
    pub lossy: bool,
}

impl Encoding {
    const UTF8: Self = Self { name: "UTF-8", guessed: false, lossy: false };
}

/// The text of `bytes`, without a byte order mark, and how it was read.
///
/// UTF-8 first, then UTF-16 by its mark, then detection (chardetng). A file
/// that is UTF-8 but for a few broken bytes stays UTF-8: its accents are
/// worth more than a guess.
pub(super) fn decode(bytes: Vec<u8>) -> (String, Encoding) {
    let bytes = match encoding_rs::Encoding::for_bom(&bytes) {
        Some((enc, mark)) if enc == UTF_16LE || enc == UTF_16BE => {
            let (text, lossy) = enc.decode_without_bom_handling(&bytes[mark..]);
            return (text.into_owned(), Encoding { name: enc.name(), guessed: false, lossy });
        }
        Some((_, mark)) => bytes[mark..].to_vec(),
        None => bytes,
    };
    match String::from_utf8(bytes) {
        Ok(text) => (text, Encoding::UTF8),
        Err(error) => decode_other(&error.into_bytes()),
    }
}

fn decode_other(bytes: &[u8]) -> (String, Encoding) {
    if mostly_utf8(bytes) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return (text, Encoding { lossy: true, ..Encoding::UTF8 });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let enc = detector.guess(None, Utf8Detection::Deny);
    debug_assert_ne!(enc, UTF_8);
    let (text, lossy) = enc.decode_without_bom_handling(bytes);
    (text.into_owned(), Encoding { name: enc.name(), guessed: true, lossy })
}

/// More whole multi-byte letters than broken bytes.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Cuts a head of a file where its last letter is whole.
pub(super) fn whole_letters(bytes: &mut Vec<u8>) {
    let tail = bytes.len().saturating_sub(4);
    if let Some(lead) = bytes[tail..].iter().rposition(|b| *b >= 0xC0) {
        let at = tail + lead;
        let need = match bytes[at] {
            0xC0..=0xDF => 2,
            0xE0..=0xEF => 3,
            _ => 4,
        };
        if at + need > bytes.len() {
            bytes.truncate(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, name: &str, guessed: bool, lossy: bool) {
        let got = decode(bytes.to_vec());
        assert_eq!(
            (got.0.as_str(), got.1.name, got.1.guessed, got.1.lossy),
            (text, name, guessed, lossy)
        );
    }

    #[test]
    fn reads_what_newsrooms_have() {
        check("été".as_bytes(), "été", "UTF-8", false, false);
        check(b"\xEF\xBB\xBFoui", "oui", "UTF-8", false, false);
        check(b"\xFF\xFEo\0u\0i\0", "oui", "UTF-16LE", false, false);
        check(b"\xFE\xFF\0o\0u\0i", "oui", "UTF-16BE", false, false);
        check(b"L'\xE9t\xE9 derni\xE8re", "L'été dernière", "windows-1252", true, false);
        check(b"\xC3\xA9t\xC3\xA9 \xFF fin", "été \u{FFFD} fin", "UTF-8", false, true);
        check(b"", "", "UTF-8", false, false);
    }

    #[test]
    fn a_head_ends_with_a_whole_letter() {
        for cut in 0..="aé€😀".len() {
            let mut head = "aé€😀".as_bytes()[..cut].to_vec();
            whole_letters(&mut head);
            assert!(std::str::from_utf8(&head).is_ok(), "{cut}");
        }
    }
}
