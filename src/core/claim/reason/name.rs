//! Whether a name is shown whole.

use crate::core::article::Span;
use crate::core::claim::sure::Sight;
use crate::core::lang::lexicon::class;
use crate::core::lang::settings::{Head, Settings};
use crate::core::lang::token::Token;
use crate::core::lang::word::Shape;

/// `l’[Association] d’insertion des pays`, `Works [Agency] for Palestine`: of a body's name only its
/// first word has a capital, and it alone names nobody.
pub(super) fn goes_on(sight: &Sight<'_>, name: Span) -> bool {
    let (text, tokens, settings) = (sight.text, sight.part(), sight.settings);
    let at = tokens.partition_point(|token| token.span.start < name.start);
    let end = tokens.partition_point(|token| token.span.start < name.end);
    let plain = |token: &Token| token.shape == Shape::Capital && sight.is_usual_word(token);
    let body = tokens.get(at).is_some_and(|t| t.is(class::BODY) && t.shape == Shape::Capital);
    // `la [Fédération nationale] des familles`: with the adjectives behind it.
    let rest = tokens.get(at + 1..end).unwrap_or_default();
    let alone = body && rest.iter().all(|token| token.shape == Shape::Small);
    // `l’[Assemblée générale] de l’ONU`, `le [Conseil européen] de Bruxelles` are whole; `el
    // [Ministerio francés] del Interior`, `la [Organización Mundial] de la Salud` are not.
    let named = || {
        let mut behind = tokens.get(end + 1..).unwrap_or_default().iter();
        behind.find(|token| !token.is(class::DET)).filter(|token| token.is_capital())
    };
    let field = || named().is_some_and(|token| plain(token) && !token.is(class::STATE));
    let described = body
        && !rest.is_empty()
        && rest
            .iter()
            .all(|token| (plain(token) || token.is(class::PEOPLE)) && !token.is(class::OF));
    tokens.get(end).is_some_and(|next| {
        let of = next.is(class::OF);
        // `[Société] Française de Casinos`
        let people = next.is(class::PEOPLE) && next.is_capital() && settings.head == Head::First;
        let of_name = end > at + 1 && named().is_some();
        alone && (people || of && !of_name || settings.field_ties.contains(&next.span.of(text)))
            || described && of && field()
    })
}

/// `the [Royal Bank of Canada]`: of a body's name a state is part that stands before it or behind
/// `of`.
pub(super) fn whole_name(text: &str, tokens: &[Token], name: Span, settings: &Settings) -> Span {
    let end = tokens.partition_point(|token| token.span.start < name.end);
    let body = end > 0 && tokens[end - 1].is(class::BODY);
    // `[Canadian Western Bank]`
    let first = tokens.partition_point(|token| token.span.start < name.start);
    let people = first.checked_sub(1).map(|at| &tokens[at]).filter(|before| {
        body && end > first + 1 && before.is(class::PEOPLE | class::STATE) && before.is_capital()
    });
    if let Some(people) = people {
        return Span::new(people.span.start, name.end);
    }
    let goes_on = tokens.get(end + 2).is_some_and(|next| next.is_capital() && next.spaced);
    match tokens.get(end..end + 2) {
        Some([of, state])
            if body
                && !goes_on
                && settings.head == Head::Last
                && (of.is(class::OF) || settings.field_ties.contains(&of.span.of(text)))
                && state.is(class::STATE)
                && state.is_capital() =>
        {
            Span::new(name.start, state.span.end)
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use crate::core::claim::model::Sign;
    use crate::core::claim::tests::told as words;

    #[test]
    fn a_unit_is_no_name() {
        let name = |text| words(text, Sign::Name);
        assert_eq!(name("Der Tarif von Eon kostet 760 GBP im Jahr 2019."), [""; 0]);
        assert_eq!(name("La Corte di Cassazione ha chiuso 30 casi."), ["Corte di Cassazione"]);
    }

    #[test]
    fn a_name_is_shown_whole_or_not() {
        for (text, want) in [
            (
                "Le Tribunal pénal international a clos 30 cas.",
                vec!["Tribunal pénal international"],
            ),
            ("L’Association d’insertion des vallées a vendu 30 vélos en 2019.", vec![]),
            ("La Asociación para la defensa del río tiene 30 socios.", vec![]),
            ("Le président de la République Jean Lebon a 30 voix.", vec!["Jean Lebon"]),
            ("O procurador da República Mateus Baraldo tem 30 casos.", vec!["Mateus Baraldo"]),
            ("A juíza Maria Isabel do Prado ouviu 30 pessoas.", vec!["Maria Isabel do Prado"]),
            ("Am Montag nahmen 30 Eltern und ihre Kinder Teil.", vec![]),
            ("L’Assemblée générale de l’ONU a reçu 30 textes en 2019.", vec!["Assemblée générale"]),
            ("La Fédération nationale des familles a vendu 30 vélos en 2019.", vec![]),
            ("The Royal Bank of Canada cut 30 jobs in 2019.", vec!["Royal Bank of Canada"]),
            ("About 30 people fled Indian-controlled Jammu in 2019.", vec![]),
            ("La Société Française de Vélos a 30 gares depuis 2019.", vec![]),
            ("Commission President Ursula Lang cut 30 jobs.", vec!["President Ursula Lang"]),
            ("The Kamal Nath-led council cut 30 jobs in 2019.", vec![]),
            ("The Canadian Western Bank cut 30 jobs in 2019.", vec!["Canadian Western Bank"]),
            ("The firm paid £30m of VAT in Leeds in 2019.", vec![]),
        ] {
            assert_eq!(words(text, Sign::Name), want, "{text}");
        }
    }

    #[test]
    fn what_a_minister_is_of_is_part_of_no_name() {
        for (text, want) in [
            ("Il ministro dell’Interno Matteo Ferri è a Parma dal 2019.", vec!["Matteo Ferri"]),
            ("El Ministerio del Interior cerró 30 oficinas.", vec!["Ministerio del Interior"]),
            ("Le ministre de l’Intérieur a fermé 30 bureaux.", vec![]),
        ] {
            assert_eq!(words(text, Sign::Name), want, "{text}");
        }
    }
}
