//! From bytes to text, never failing.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::core::lang::Language;

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

    /// Whether other letters may be meant: some are lost, or the page was guessed by a few of them.
    pub fn is_doubtful(&self) -> bool {
        let certain = [WINDOWS_1252, UTF_16LE, UTF_16BE].map(encoding_rs::Encoding::name);
        self.lossy || (self.guessed && !certain.iter().any(|name| self.name.ends_with(name)))
    }
}

/// The one character whose UTF-8 was read as Windows-1252 to give `text`: `é` for `Ã©`.
pub(crate) fn misread(text: &str) -> Option<char> {
    let (bytes, _, failed) = WINDOWS_1252.encode(text);
    let mut chars = std::str::from_utf8(&bytes).ok().filter(|_| !failed)?.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// The text of `bytes`, without a byte order mark, and how it was read.
///
/// UTF-8 first, then UTF-16 by its mark or its look, then detection (chardetng).
/// A file that is UTF-8 but for a few bytes stays UTF-8: only those are guessed.
pub fn decode(bytes: Vec<u8>) -> (String, Encoding) {
    let bytes = match encoding_rs::Encoding::for_bom(&bytes) {
        Some((enc, mark)) if enc == UTF_16LE || enc == UTF_16BE => {
            let (text, lossy) = enc.decode_without_bom_handling(&bytes[mark..]);
            return (text.into_owned(), Encoding { name: enc.name(), guessed: false, lossy });
        }
        Some((_, mark)) => bytes[mark..].to_vec(),
        None => bytes,
    };
    if let Some(enc) = unmarked_utf16(&bytes) {
        let (text, lossy) = enc.decode_without_bom_handling(&bytes);
        return (text.into_owned(), Encoding { name: enc.name(), guessed: true, lossy });
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, Encoding::UTF8),
        Err(error) => decode_other(&error.into_bytes()),
    }
}

/// Bytes on which the look of UTF-16 is judged.
const LOOK: usize = 4096;

/// UTF-16 without a mark: its spaces and line ends have a zero byte, always on the same side.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let units = bytes[..bytes.len().min(LOOK)].chunks_exact(2);
    let (all, zeros) = (units.len(), |side: usize| units.clone().filter(|u| u[side] == 0).count());
    let (high, low) = (zeros(0), zeros(1));
    let plain = |many: usize, few: usize| many * 10 >= all && many > 1 && few * 20 <= many;
    match (plain(high, low), plain(low, high)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn decode_other(bytes: &[u8]) -> (String, Encoding) {
    if mostly_utf8(bytes) {
        return mend_utf8(bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let enc = detector.guess(None, Utf8Detection::Deny);
    debug_assert_ne!(enc, UTF_8);
    let (text, lossy) = enc.decode_without_bom_handling(bytes);
    if enc != WINDOWS_1252 && enc.is_single_byte() {
        let western = WINDOWS_1252.decode_without_bom_handling(bytes).0;
        if is_western(&western, &text) {
            let name = WINDOWS_1252.name();
            return (western.into_owned(), Encoding { name, guessed: true, lossy: false });
        }
    }
    (text.into_owned(), Encoding { name: enc.name(), guessed: true, lossy })
}

/// Whether a text is windows-1252 after all, where a few letters made the detector guess another
/// page of one byte a letter: its words are those of a language that is written in it, or what
/// the guess takes for a letter stands before a figure, as only a currency does.
fn is_western(western: &str, guessed: &str) -> bool {
    let letters = || western.chars().zip(guessed.chars());
    let is_latin = |c: char| matches!(c, '\u{C0}'..='\u{24F}');
    let money = letters().zip(western.chars().skip(1)).any(|((sign, guessed), next)| {
        matches!(sign, '£' | '¥') && is_latin(guessed) && next.is_ascii_digit()
    });
    // One word may have a letter like `naïve`; another language has more of its own.
    let words = letters().zip(western.chars().skip(1));
    let own = words.filter(|((letter, guessed), next)| letter != guessed && next.is_alphabetic());
    let is_spoken = || Language::PACKS.contains(&Language::of(western));
    money || (own.count() < 2 && is_spoken() && !has_signs_for_letters(western))
}

/// Whether signs stand inside words or begin them, as letters of another page do that is read as
/// windows-1252: `Wa³êsa`, `£ódŸ`. Soft hyphens and the point of `col·lega` may.
fn has_signs_for_letters(text: &str) -> bool {
    let is_sign = |c: char| matches!(c, '\u{A1}'..='\u{BF}' if !c.is_alphabetic() && !matches!(c, '\u{AD}' | '·'));
    let letters = |text: &str| text.chars().take_while(|c| c.is_alphabetic()).take(3).count();
    text.char_indices().filter(|(_, c)| is_sign(*c)).any(|(at, sign)| {
        let inside = text[..at].ends_with(char::is_alphabetic);
        let behind = letters(&text[at + sign.len_utf8()..]);
        // `£bn` is money.
        (inside && behind > 0) || (matches!(sign, '£' | '¥' | '¦' | '¬' | '¯') && behind == 3)
    })
}

/// Enough whole multi-byte letters beside the broken bytes: no other encoding
/// has more than a few of them by chance.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole * 4 >= broken
}

/// UTF-8 with some bytes that are none: a line pasted from elsewhere, a damaged letter.
/// Where windows-1252 makes a word or a mark of them, that is taken.
fn mend_utf8(bytes: &[u8]) -> (String, Encoding) {
    let mut text = String::with_capacity(bytes.len());
    let mut encoding = Encoding::UTF8;
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        for byte in chunk.invalid() {
            at += 1;
            let letter = text.ends_with(char::is_alphabetic)
                || bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
            if let Some(c) = western(*byte, letter) {
                text.push(c);
                encoding = Encoding { name: "UTF-8, windows-1252", guessed: true, ..encoding };
            } else {
                text.push('\u{FFFD}');
                encoding.lossy = true;
            }
        }
    }
    (text, encoding)
}

/// A byte of windows-1252, where it is a mark or a letter beside other letters.
fn western(byte: u8, beside_letter: bool) -> Option<char> {
    let byte = [byte];
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&byte);
    let c = text.chars().next()?;
    let mark = matches!(
        c,
        '€' | '…'
            | '‘'
            | '’'
            | '“'
            | '”'
            | '•'
            | '–'
            | '—'
            | '\u{a0}'
            | '£'
            | '¥'
            | '§'
            | '«'
            | '»'
            | '°'
            | 'à'
            | 'À'
    );
    (mark || (beside_letter && c.is_alphabetic())).then_some(c)
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
        check(b"o\0u\0i\0 \0d\0", "oui d", "UTF-16LE", true, false);
        check(b"\0o\0u\0i", "oui", "UTF-16BE", true, false);
        check(b"", "", "UTF-8", false, false);
    }

    /// Reads a text that was written in a page of one byte a letter.
    #[track_caller]
    fn reads_back(page: &'static encoding_rs::Encoding, text: &str) {
        let (bytes, _, failed) = page.encode(text);
        assert!(!failed, "{text}");
        let (got, encoding) = decode(bytes.into_owned());
        assert_eq!((got.as_str(), encoding.guessed), (text, true), "{}", encoding.name);
    }

    #[test]
    fn a_sign_of_money_is_no_letter_of_another_page() {
        for text in [
            "Fine for water firm\n\nThe firm was fined £1.2 million on Friday, the regulator said.\n",
            "The minister promised “£5m” for the schools of the town.",
            "The company lost ¥3 billion in the last quarter.",
            "The laboratory measured 5 ± 2 grams of it in the water.",
            "The µ variant was found in three towns of the county.",
            "He called the plan naïve and said that it would fail.",
            "Costs (in £m) rose from 3 to 4 while the firm sold its mills.",
            "L'amende est de £1,2 million, a dit la police de la ville vendredi.",
            "Die Firma muss £3 Millionen an die Stadt zahlen, sagte der Richter.",
            "La multa es de £5 millones, dijo el ministerio el viernes.",
            "La multa è di £5 milioni, ha detto il ministero.",
            "De boete bedraagt £5 miljoen, zei de minister vrijdag.",
            "Firmaet fik en bøde på £5 mio., siger ministeren fredag.",
            "Fines\n\n£3",
        ] {
            reads_back(WINDOWS_1252, text);
        }
    }

    #[test]
    fn other_pages_keep_their_letters() {
        use encoding_rs::{ISO_8859_2, WINDOWS_1250, WINDOWS_1251, WINDOWS_1253, WINDOWS_1254};
        use encoding_rs::{KOI8_U, WINDOWS_1257};
        for (page, text) in [
            (WINDOWS_1250, "Prezydent Lech Wałęsa powiedział w piątek, że zginęło 12 osób."),
            (WINDOWS_1250, "W Łodzi zginęło 12 osób."),
            (ISO_8859_2, "Prezydent powiedział w piątek, że w Łodzi zginęło 12 osób."),
            (WINDOWS_1250, "The strikes that Lech Wałęsa led began in Gdańsk on Friday."),
            (WINDOWS_1250, "The fire in Łódź killed three people, the mayor said."),
            (WINDOWS_1250, "Ministr řekl v pátek, že při nehodě zemřelo pět lidí."),
            (WINDOWS_1250, "A miniszter azt mondta, hogy öten haltak meg a tűzben."),
            (WINDOWS_1250, "Ministrul a spus că cinci oameni au murit în oraş."),
            (WINDOWS_1250, "Ministar je rekao da je u požaru poginulo petero ljudi."),
            (WINDOWS_1251, "Министр сообщил в пятницу, что погибли 12 человек."),
            (KOI8_U, "Министр сообщил в пятницу, что погибли ещё 12 человек."),
            (WINDOWS_1253, "Ο υπουργός είπε ότι σκοτώθηκαν 12 άνθρωποι."),
            (WINDOWS_1254, "Bakan cuma günü yangında beş kişinin öldüğünü söyledi."),
            (WINDOWS_1257, "Ministrs piektdien paziņoja, ka ugunsgrēkā gāja bojā pieci cilvēki."),
        ] {
            let (bytes, _, _) = page.encode(text);
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(&bytes, true);
            let guess = detector.guess(None, Utf8Detection::Deny).name();
            assert_eq!(decode(bytes.into_owned()).1.name, guess, "{text}");
        }
    }

    #[test]
    fn a_few_strange_bytes_do_not_garble_the_rest() {
        let mixed = "UTF-8, windows-1252";
        let stray = b"\xC3\xA9t\xC3\xA9 et d\xE9but, \x93oui\x94, \xE0 5 \x80";
        check(stray, "été et début, “oui”, à 5 €", mixed, true, false);
        check(b"\xC3\xA9t\xC3\xA9\nL'\xE9t\xE9 \xFF\n", "été\nL'été \u{FFFD}\n", mixed, true, true);
        let line = "Le été.\n".repeat(3).into_bytes();
        let line = [&line[..], b"D\xE9j\xE0 vu \xE0 No\xEBl, \xE9t\xE9 compris"].concat();
        assert!(decode(line).0.ends_with("Déjà vu à Noël, été compris"));
    }

    #[test]
    fn other_scripts_in_utf16_are_known_by_their_spaces() {
        let text = "Москва сообщила во вторник, что 12 000 человек.";
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&bytes, text, "UTF-16LE", true, false);
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
