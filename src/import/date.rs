//! Dates as pages, documents and mails write them, as ISO 8601.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::rfc2822;

/// Years an article can be of: what lies outside is another number.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// A date as ISO 8601: with time and zone where both are given, else the day.
/// None where no day can be told.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    with_time(text)
        .or_else(|| from_mail(text))
        .or_else(|| from_numbers(text).or_else(|| from_words(text)).map(|date| date.to_string()))
}

/// `2024-10-23T08:30:00+02:00` stays as it is.
fn with_time(text: &str) -> Option<String> {
    let stamp: Timestamp = text.parse().ok()?;
    let date = Date::strptime("%Y-%m-%d", text.get(..10)?).ok()?;
    let is_midnight = text.contains("T00:00:00");
    (is_plausible(date) && stamp.as_second() != 0)
        .then(|| if is_midnight { date.to_string() } else { text.to_owned() })
}

/// `Wed, 23 Oct 2024 08:30:00 +0200`.
fn from_mail(text: &str) -> Option<String> {
    let zoned = rfc2822::parse(text).ok()?;
    is_plausible(zoned.date()).then(|| zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// `2024-10-23`, `2024/10/23`, `20241023`, `23.10.2024`, `23/10/2024`, whatever follows.
fn from_numbers(text: &str) -> Option<Date> {
    let digits: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).take(3).collect();
    let number = |text: &str| text.parse::<i16>().ok();
    let date = match *digits.as_slice() {
        [all, ..] if all.len() == 8 => {
            (number(&all[..4])?, number(&all[4..6])?, number(&all[6..])?)
        }
        [year, month, day] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        _ => return None,
    };
    let (year, month, day) = date;
    // An American date shows itself where the second number is no month.
    let (month, day) = if month > 12 { (day, month) } else { (month, day) };
    plausible(year, month, day)
}

/// `23 octobre 2024`, `October 23, 2024`, `23. Okt. 2024`, also amid other words.
fn from_words(text: &str) -> Option<Date> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| month(word).is_some())?;
    let month = month(words[at])?;
    let number = |at: Option<usize>| -> Option<i16> {
        let word = *words.get(at?)?;
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse().ok().filter(|_| word.len() - digits.len() <= 2)
    };
    let is_day = |day: &i16| (1..=31).contains(day);
    // Spanish and Portuguese put `de` between: `23 de octubre de 2024`.
    let before = number(at.checked_sub(1)).or_else(|| number(at.checked_sub(2)));
    if let Some(day) = before.filter(is_day) {
        let year = number(Some(at + 1)).or_else(|| number(Some(at + 2)))?;
        return plausible(year, month, day);
    }
    plausible(number(Some(at + 2))?, month, number(Some(at + 1)).filter(is_day)?)
}

/// The month whose name a word is or begins, in the languages of the packs.
fn month(word: &str) -> Option<i16> {
    const NAMES: [&[&str]; 12] = [
        &["january", "janvier", "januar", "jänner", "enero", "gennaio", "janeiro", "januari"],
        &[
            "february",
            "février",
            "fevrier",
            "februar",
            "febrero",
            "febbraio",
            "fevereiro",
            "februari",
        ],
        &["march", "mars", "märz", "marzo", "março", "maart"],
        &["april", "avril", "abril", "aprile"],
        &["may", "mai", "mayo", "maggio", "maio", "mei"],
        &["june", "juin", "juni", "junio", "giugno", "junho"],
        &["july", "juillet", "juli", "julio", "luglio", "julho"],
        &["august", "août", "aout", "agosto", "augustus"],
        &["september", "septembre", "septiembre", "settembre", "setembro"],
        &["october", "octobre", "oktober", "octubre", "ottobre", "outubro"],
        &["november", "novembre", "noviembre", "novembro"],
        &["december", "décembre", "decembre", "dezember", "diciembre", "dicembre", "dezembro"],
    ];
    let word = word.to_lowercase();
    let is_name = |name: &&str| {
        *name == word || (word.chars().count() >= 3 && word.len() <= 5 && name.starts_with(&word))
    };
    let place = NAMES.iter().position(|names| names.iter().any(is_name))?;
    i16::try_from(place + 1).ok()
}

fn plausible(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|date| is_plausible(*date))
}

fn is_plausible(date: Date) -> bool {
    YEARS.contains(&date.year())
}

/// The day in an address such as `/2024/10/23/title`.
pub(super) fn of_url(url: &str) -> Option<String> {
    let parts: Vec<&str> = url.split(['/', '-', '_']).collect();
    let is_number = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    parts
        .windows(3)
        .find_map(|three| {
            let [year, month, day] = three else { return None };
            let fits = is_number(year, 4) && is_number(month, 2) && is_number(day, 2);
            fits.then(|| plausible(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
        })
        .map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2024-10-23T08:30:00+02:00", "2024-10-23T08:30:00+02:00"),
            ("2024-10-23T00:00:00Z", "2024-10-23"),
            ("2024-10-23 08:30", "2024-10-23"),
            ("Wed, 23 Oct 2024 08:30:00 +0200", "2024-10-23T08:30:00+02:00"),
            ("23.10.2024", "2024-10-23"),
            ("10/23/2024", "2024-10-23"),
            ("20241023", "2024-10-23"),
            ("Publié le mercredi 23 octobre 2024 à 8h30", "2024-10-23"),
            ("October 23rd, 2024", "2024-10-23"),
            ("Oct. 23, 2024", "2024-10-23"),
            ("23. März 2024", "2024-03-23"),
            ("23 de octubre de 2024", "2024-10-23"),
            ("1er mai 2024", "2024-05-01"),
        ] {
            assert_eq!(iso(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "yesterday", "2024", "31/31/2024", "0001-01-01", "3 marsouins 2024", "12"]
        {
            assert_eq!(iso(text), None, "{text}");
        }
        assert_eq!(of_url("https://x.org/a/2024/10/23/titre").as_deref(), Some("2024-10-23"));
        assert_eq!(of_url("https://x.org/a-2024-10-23.html"), None);
        assert_eq!(of_url("https://x.org/1234"), None);
    }
}
