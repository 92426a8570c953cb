//! Typed values: how figures, dates and sources are read, line by line.

use std::fmt::Write;

use claimdesk::core::article::Span;
use claimdesk::core::claim::analyze;
use claimdesk::core::fact::{Date, Facts, Moment, Quantity};

/// What stands behind `=>` in a table is what `print` gives for the text before it.
#[track_caller]
fn check(table: &str, print: impl Fn(&str, &Facts) -> String) {
    let mut wrong = String::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (text, want) = line.split_once("=>").unwrap();
        let (text, want) = (text.trim(), want.trim());
        let got = print(text, &analyze(text).facts);
        if got != want {
            writeln!(wrong, "{text}\n   want {want}\n    got {got}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn words(text: &str, span: Option<Span>) -> &str {
    span.map_or("", |span| span.of(text))
}

/// `low..high` or one value, `~` for vague, `~<` for a little less, then unit, noun and rate.
fn quantity(text: &str, q: &Quantity) -> String {
    let end = |x: Option<f64>| x.map_or(String::new(), |x| x.to_string());
    let value =
        if q.low == q.high { end(q.low) } else { format!("{}..{}", end(q.low), end(q.high)) };
    let about = if q.short {
        "~<"
    } else if q.vague {
        "~"
    } else {
        ""
    };
    let unit = q.unit.map_or("", |unit| unit.symbol);
    let noun = words(text, q.noun.as_ref().map(|noun| noun.span));
    let per = if q.per.is_some() { "/" } else { "" };
    let parts = [unit, noun, per, words(text, q.per)];
    let rest: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{about}{value} {}", rest.join(" ")).trim_end().to_owned()
}

fn moment(m: &Moment) -> String {
    let mut out = String::new();
    if m.year.is_some() || m.month.is_some() || m.day.is_some() {
        let year = m.year.map_or("?".to_owned(), |y| y.to_string());
        let month = m.month.map_or(String::new(), |m| format!("-{m}"));
        let day = m.day.map_or(String::new(), |d| format!("-{d}"));
        out = format!("{year}{month}{day}");
    }
    if let Some(part) = m.part {
        write!(out, " {part:?}").unwrap();
    }
    if let Some(weekday) = m.weekday {
        write!(out, " day {weekday}").unwrap();
    }
    if let Some(hour) = m.hour {
        let either = if m.either { "?" } else { "" };
        let minute = m.minute.map_or(String::new(), |m| m.to_string());
        write!(out, " {hour}h{minute}{either}").unwrap();
    }
    out.trim().to_owned()
}

fn date(text: &str, date: &Date) -> String {
    let end = date.to.as_ref().map_or(String::new(), |to| format!(" .. {}", moment(to)));
    if date.relative {
        format!("relative {}", date.span.of(text))
    } else {
        moment(&date.from) + &end
    }
}

#[test]
fn quantities() {
    check(
        "
        Il y a 12 000 soldats nord-coréens ici. => 12000 soldats nord-coréens
        Il y a environ 1.100 pertes là-bas. => ~1100 pertes
        Le prix est de 3,5 euros. => 3.5 EUR
        Il a versé 200 millions de dollars. => 200000000 USD
        La Russie offre 700 000 tonnes de riz. => 700000 t riz
        Chacun reçoit 2 000 dollars par mois. => 2000 USD / mois
        Entre 8 000 et 12 000 hommes sont là. => 8000..12000 hommes
        Ils sont 8-12 000 hommes. => 8000..12000 hommes
        De 3 à 4 millions de personnes ont voté. => 3000000..4000000 personnes
        Plus de 400 personnes sont venues. => 400.. personnes
        Il a reçu moins de 50 % des voix. => ..50 % voix
        Plusieurs milliers de soldats sont partis. => ~2000.. soldats
        Quatre-vingt-dix-sept députés ont voté. => 97 députés
        Il a livré 12 mille obus. => 12000 obus
        Le déficit atteint 1,2 milliard d’euros. => 1200000000 EUR
        Des canons de 170 mm et un avion Il-96. => 170 mm
        Le XI Corps et le G7 sont là. =>
        Appelez le 01 23 45 67 89. =>
        Un homme et une femme parlent. =>
        The company spent $1.5 billion there. => 1500000000 USD
        More than 3,000 North Korean soldiers were seen. => 3000.. North Korean soldiers
        One hundred and sixty-one people were killed. => 161 people
        ",
        |text, facts| {
            facts.quantities.iter().map(|q| quantity(text, q)).collect::<Vec<_>>().join("; ")
        },
    );
}

/// Checks a file of sentences: language, text, and what `print` gives for it.
#[track_caller]
fn check_file(file: &str, print: impl Fn(&str, &Facts) -> String) {
    let mut wrong = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let [language, text, want] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let analysis = analyze(text);
        let got = print(text, &analysis.facts);
        if got != want || analysis.language.code() != language {
            let code = analysis.language.code();
            writeln!(wrong, "{text}\n   want {language} {want}\n    got {code} {got}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn quantities_in_every_language() {
    check_file(include_str!("fixtures/facts/numbers.tsv"), |text, facts| {
        let read: Vec<_> = facts.quantities.iter().map(|q| quantity(text, q)).collect();
        match (read.is_empty(), facts.unread.is_empty()) {
            (true, true) => "none".to_owned(),
            (true, false) => "unread".to_owned(),
            _ => read.join("; "),
        }
    });
}

#[test]
fn bounds_in_every_language() {
    check_file(include_str!("fixtures/facts/bounds.tsv"), |text, facts| {
        facts.quantities.iter().map(|q| quantity(text, q)).collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn dates_in_every_language() {
    check_file(include_str!("fixtures/facts/dates.tsv"), |text, facts| {
        let read: Vec<_> = facts.dates.iter().map(|d| date(text, d)).collect();
        if read.is_empty() { "none".to_owned() } else { read.join("; ") }
    });
}

#[test]
fn clock_times_in_words() {
    check_file(include_str!("fixtures/facts/clock.tsv"), |text, facts| {
        let dates: Vec<_> = facts.dates.iter().map(|d| date(text, d)).collect();
        if dates.is_empty() { "none".to_owned() } else { dates.join("; ") }
    });
}

#[test]
fn dates() {
    check(
        "
        L’accord date du 3 juin 2024. => 2024-6-3
        Le pacte a été signé en juin. => ?-6
        Il est parti fin octobre. => ?-10 Late
        Il est là depuis mi-2023. => 2023 Middle
        La guerre a duré de 2022 à 2024. => 2022 .. 2024
        Ils se sont vus du 3 au 5 juin. => ?-6-3 .. ?-6-5
        Il a parlé lundi 12 août à 14 h 30. => ?-8-12 day 1; 14h30
        Il l’a dit hier. => relative hier
        They met on June 12, 2024 in Paris. => 2024-6-12
        It was signed on 2024-10-12 there. => 2024-10-12
        You may march with us. =>
        ",
        |text, facts| facts.dates.iter().map(|d| date(text, d)).collect::<Vec<_>>().join("; "),
    );
}

/// The sources of a text: a denial behind `not`, `?` where a pronoun stands for nobody known.
fn told(text: &str, facts: &Facts) -> String {
    let one = |a: &claimdesk::core::fact::Attribution| {
        let source = a.source.map_or("?", |source| source.of(text));
        format!("{}{source}", if a.denies { "not " } else { "" })
    };
    facts.attributions.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn sources() {
    check(
        "
        Selon les services sud-coréens, 12 000 soldats sont partis. => les services sud-coréens
        Le pays est prêt, a déclaré John Kirby. => John Kirby
        John Kirby, porte-parole du Conseil, a souligné que le pays est prêt. => John Kirby
        Séoul indique que Pyongyang fournit des drones. => Séoul
        Le Kremlin dément ces informations. => not Le Kremlin
        The plan failed, according to South Korean officials. => South Korean officials
        “We will win,” said John Kirby. => John Kirby
        Officials denied the report. => not Officials
        ",
        told,
    );
}

#[test]
fn sources_end_where_the_name_ends() {
    let lines = include_str!("fixtures/facts/sources.tsv").lines();
    let mut wrong = String::new();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let [_, text, want] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let got = told(text, &analyze(text).facts);
        if got != want {
            writeln!(wrong, "{text}\n   want {want}\n    got {got}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn names_are_joined_by_their_key() {
    check(
        "
        Moscou et le Kremlin parlent aux soldats russes. => russie russie russie
        Les troupes nord-coréennes de Pyongyang sont là. => coree-du-nord coree-du-nord
        Le président Volodymyr Zelensky est venu. => zelensky
        The U.S. and Russia met Vladimir Putin. => etats-unis russie putin
        THREE PEOPLE HAVE DIED IN A BLAZE in the city. =>
        Humberside Fire and Rescue Service came with Kent Police. => humberside fire and rescue service kent police
        He saw Capt. Ray Peavy on TV with the Sheriff. => peavy
        ",
        |_, facts| facts.names.iter().map(|name| name.key.clone()).collect::<Vec<_>>().join(" "),
    );
}

#[test]
fn a_noun_of_german_is_no_name() {
    check(
        "
        Die Regierung plant eine Reform der Schulen. =>
        Experten warnen vor der Entwicklung im Handel. =>
        Der Bürgermeister spricht von einem Millionendefizit. =>
        Neue Kredite soll es nicht geben. =>
        Kritik kommt von Merkel und von Siemens. => merkel siemens
        In Hamburg traf sie den Richter Tobias Rehnert. => hamburg rehnert
        ",
        |_, facts| facts.names.iter().map(|name| name.key.clone()).collect::<Vec<_>>().join(" "),
    );
}

#[test]
fn a_sentence_or_quotation_is_read_in_its_own_language() {
    const FRENCH: &str = "Le maire a présenté son budget lundi devant le conseil municipal.";
    for (text, want, language) in [
        ("« We have lost forty thousand jobs », a dit Jane Doe.", "40000 jobs", "fr"),
        ("\"Wir haben dreiundzwanzig Schulen geschlossen\", a-t-elle dit.", "23 Schulen", "fr"),
        ("The company said that it had lost half a million dollars.", "500000 USD", "en"),
        ("Il cite « The Wall Street Journal » et deux mille lecteurs.", "2000 lecteurs", "fr"),
        ("Emmanuel Macron, Gabriel Attal, Gérald Darmanin et 12 ministres.", "12 ministres", "fr"),
    ] {
        let text = format!("{FRENCH} {text} Les élus ont voté contre le projet.");
        let analysis = analyze(&text);
        let read: Vec<_> = analysis.facts.quantities.iter().map(|q| quantity(&text, q)).collect();
        assert_eq!(read, [want], "{text}");
        assert_eq!(analysis.sentences[1].language.code(), language, "{text}");
        assert_eq!(analysis.sentences[2].language.code(), "fr", "{text}");
    }
}

#[test]
fn a_text_may_end_with_a_sign() {
    for text in ["C minus", "A −", "C minus\n\nThe grade was a B minus"] {
        assert!(analyze(text).facts.quantities.is_empty(), "{text}");
    }
}
