//! UIMA CAS as XMI (OASIS UIMA 1.0), as `INCEpTION` reads it: an XMI file per article, and the
//! type system. Offsets are UTF-16 code units.

use std::fmt::Write as _;

use super::results::{Article, Claim, Header};
use super::{Piece, Writer, xml};

/// The type of a claim: a custom span layer of `INCEpTION`.
const TYPE: &str = "webanno.custom.Claim";

/// The features of a claim, each with what it holds.
const FEATURES: [(&str, &str); 4] = [
    ("verdict", "The verdict that counts; absent where people differ."),
    ("how", "Whether an editor decided (final), or people agree."),
    ("people", "Each person's verdict."),
    ("note", "What people wrote on it."),
];

/// The type of what is known of the whole document: a layer of document metadata.
const SOURCE: &str = "webanno.custom.Source";

/// Its features, each with what it holds.
const ORIGINS: [(&str, &str); 4] = [
    ("title", "What the article is called."),
    ("outlet", "Who published it."),
    ("published", "When: ISO 8601."),
    ("url", "Its address."),
];

#[derive(Debug)]
pub(super) struct Cas;

impl Writer for Cas {
    fn begin(&mut self, desk: &Header) -> Vec<Piece> {
        Piece::part(type_system(desk))
    }

    fn article(&mut self, _: &Header, article: &Article) -> Vec<Piece> {
        vec![Piece::file(format!("{}.xmi", article.stem()), document(article))]
    }
}

fn type_system(desk: &Header) -> String {
    let defined = desk.labels.iter().filter(|label| !label.help.is_empty());
    let help = defined.map(|label| format!(" {}: {}", label.id.0, label.help));
    let help = help.collect::<Vec<_>>().concat();
    let claim = FEATURES.map(|(name, about)| match name {
        "verdict" => (name, format!("{about}{help}")),
        _ => (name, about.to_owned()),
    });
    let source = ORIGINS.map(|(name, about)| (name, about.to_owned()));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n  <types>\n{}{}  </types>\n\
         </typeSystemDescription>\n",
        type_description(TYPE, "A claim and its verdict.", "uima.tcas.Annotation", &claim),
        type_description(
            SOURCE,
            "Where the article comes from.",
            "uima.cas.AnnotationBase",
            &source
        ),
    )
}

fn type_description(name: &str, about: &str, of: &str, features: &[(&str, String)]) -> String {
    let feature = |(name, about): &(&str, String)| {
        format!(
            "        <featureDescription>\n          <name>{name}</name>\n          <description>{}</description>\n          \
             <rangeTypeName>uima.cas.String</rangeTypeName>\n        </featureDescription>\n",
            xml::text(about)
        )
    };
    let features = features.iter().map(feature).collect::<Vec<_>>().concat();
    format!(
        "    <typeDescription>\n      <name>{name}</name>\n      <description>{about}</description>\n      \
         <supertypeName>{of}</supertypeName>\n      <features>\n{features}      </features>\n    </typeDescription>\n"
    )
}

fn document(article: &Article) -> String {
    let offsets = Offsets::of(&article.original);
    let mut claims = String::new();
    let mut members = String::from("2");
    if let Some(origin) = origin(article) {
        let _ = writeln!(claims, "  <custom:Source xmi:id=\"3\" sofa=\"1\"{origin}/>");
        members.push_str(" 3");
    }
    let spans = article.decided().filter(|claim| claim.points.0 < claim.points.1);
    for (id, claim) in (4..).zip(spans) {
        let (begin, end) = (offsets.at(claim.points.0), offsets.at(claim.points.1));
        let _ = writeln!(
            claims,
            "  <custom:Claim xmi:id=\"{id}\" sofa=\"1\" begin=\"{begin}\" end=\"{end}\"{}/>",
            features(claim)
        );
        let _ = write!(members, " {id}");
    }
    let lang = article.source.lang.as_deref().unwrap_or("x-unspecified");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" \
         xmlns:tcas=\"http:///uima/tcas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\" xmi:version=\"2.0\">\n  \
         <cas:NULL xmi:id=\"0\"/>\n  \
         <tcas:DocumentAnnotation xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"{length}\" language=\"{lang}\"/>\n{claims}  \
         <cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text/plain\" sofaString=\"{text}\"/>\n  \
         <cas:View sofa=\"1\" members=\"{members}\"/>\n</xmi:XMI>\n",
        length = article.original.encode_utf16().count(),
        lang = xml::text(lang),
        text = xml::text(&article.original),
    )
}

fn features(claim: &Claim) -> String {
    let effective = claim.effective.as_ref();
    let people = claim.opinions.iter().filter_map(|o| Some(format!("{}: {}", o.name, o.firm()?.0)));
    let notes = claim.notes().map(|(name, note)| format!("{name}: {note}"));
    let values = [
        effective.map(|effective| effective.verdict.0.clone()).unwrap_or_default(),
        effective.map(|effective| effective.how.name().to_owned()).unwrap_or_default(),
        people.collect::<Vec<_>>().join("; "),
        notes.collect::<Vec<_>>().join("\n"),
    ];
    attributes(&FEATURES, &values)
}

/// What is known of the whole document; none where nothing is.
fn origin(article: &Article) -> Option<String> {
    let source = &article.source;
    let known = [&source.title, &source.outlet, &source.published, &source.url];
    let values = known.map(|value| value.clone().unwrap_or_default());
    Some(attributes(&ORIGINS, &values)).filter(|told| !told.is_empty())
}

/// The features that hold something.
fn attributes(names: &[(&str, &str)], values: &[String]) -> String {
    let told = names.iter().zip(values).filter(|(_, value)| !value.is_empty());
    told.map(|((name, _), value)| format!(" {name}=\"{}\"", xml::text(value)))
        .collect::<Vec<_>>()
        .concat()
}

/// Code points as UTF-16 code units.
struct Offsets {
    /// The code points that take two units, in order.
    wide: Vec<usize>,
}

impl Offsets {
    fn of(text: &str) -> Self {
        let wide = text.chars().enumerate().filter(|(_, c)| c.len_utf16() == 2);
        Self { wide: wide.map(|(at, _)| at).collect() }
    }

    fn at(&self, point: usize) -> usize {
        point + self.wide.partition_point(|wide| *wide < point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_utf16_units() {
        let offsets = Offsets::of("a👩‍🚒b");
        assert_eq!([0, 1, 2, 3, 4, 5].map(|point| offsets.at(point)), [0, 1, 3, 4, 6, 7]);
    }
}
