//! Format 1 as types, for its JSON Schema alone: `docs/annotations.schema.json` is
//! made from them, and tests hold it to what is read and written.
//!
//! Reading and writing do not go through derived code: they keep the order of
//! unknown fields, doubled names, and the place of an error, which it would drop.

use std::collections::BTreeMap;

use expect_test::expect_file;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, RestrictFormats};
use schemars::{JsonSchema, Schema};

/// All annotations of one person on one article: the file
/// `annotations/<annotator>/<article>.json`. Fields that are not listed here are
/// kept; absent means default.
#[derive(JsonSchema)]
#[schemars(title = "claimdesk notebook, format 1")]
#[expect(dead_code, reason = "only its schema is used")]
struct Notebook {
    /// The version of this format.
    #[schemars(extend("const" = "claimdesk/1"))]
    format: String,
    /// The article's path below `seeds/`, with `/` between folders.
    article: String,
    /// The person's readable name; the folder's name is made from it.
    annotator: String,
    /// The annotations by id: short, made from its words and their place. Written in order of id.
    annotations: BTreeMap<String, Annotation>,
}

/// One decision on a stretch of the article. The quote (`exact` with its
/// surroundings) is the truth, the position a hint.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Annotation {
    /// What was decided, by the id of one of the desk's labels. Absent: the claim is open.
    #[schemars(with = "String", default)]
    verdict: Option<String>,
    #[serde(flatten)]
    place: Place,
    /// Free text.
    #[schemars(with = "String", default)]
    note: Option<String>,
    /// What speaks for or against.
    #[schemars(with = "Vec<Evidence>", default)]
    evidence: Option<Vec<Evidence>>,
    /// Short words to find it by.
    #[schemars(with = "Vec<String>", default)]
    tags: Option<Vec<String>>,
    /// Values that lost to a later one in a merge and wait for a choice, one field each.
    #[schemars(with = "Vec<Rival>", default)]
    conflict: Option<Vec<Rival>>,
    /// When it was made, in UTC.
    #[schemars(extend("format" = "date-time"))]
    created: String,
    /// When it was last changed, in UTC. It never goes back.
    #[schemars(extend("format" = "date-time"))]
    updated: String,
}

/// Where an annotation stands, as in the W3C Web Annotation model: a quote with
/// its surroundings, and a position in Unicode code points of the decoded text.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Place {
    /// The words themselves.
    exact: String,
    /// The words before.
    #[schemars(with = "String", default)]
    prefix: Option<String>,
    /// The words after.
    #[schemars(with = "String", default)]
    suffix: Option<String>,
    /// First code point.
    #[schemars(range(min = 0))]
    start: usize,
    /// One past the last code point.
    #[schemars(range(min = 0))]
    end: usize,
    /// git's object id of the article as it was then.
    #[schemars(with = "String", default, regex(pattern = "^([0-9a-f]{40}|[0-9a-f]{64})$"))]
    blob: Option<String>,
}

/// Something that supports, refutes or explains: a link, or words of another article.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Evidence {
    /// What it does to the claim. Absent: context.
    #[schemars(with = "Stance", default)]
    stance: Option<Stance>,
    /// Another article of the desk: its path below `seeds/`.
    #[schemars(with = "String", default)]
    article: Option<String>,
    /// The words quoted from it.
    #[schemars(with = "String", default)]
    quote: Option<String>,
    /// A link.
    #[schemars(with = "String", default)]
    url: Option<String>,
    /// The title of what the link leads to.
    #[schemars(with = "String", default)]
    title: Option<String>,
    /// The day it was looked at, as `YYYY-MM-DD`.
    #[schemars(with = "String", default, extend("format" = "date"))]
    accessed: Option<String>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(dead_code, reason = "only its schema is used")]
enum Stance {
    Supports,
    Refutes,
    Context,
}

/// The other value of one field; a field that is not listed here is one this
/// version does not know.
#[derive(JsonSchema)]
#[schemars(extend("minProperties" = 1, "maxProperties" = 1))]
#[expect(dead_code, reason = "only its schema is used")]
struct Rival {
    /// Another verdict; null where it was taken back.
    #[schemars(default)]
    verdict: Option<String>,
    /// Another note; empty where it was cleared.
    #[schemars(with = "String", default)]
    note: Option<String>,
    /// Another place.
    #[schemars(with = "Place", default)]
    place: Option<Place>,
}

#[test]
fn the_schema_in_docs_is_that_of_the_types() {
    // An absent field is absent: none of them may be null.
    let no_defaults = RecursiveTransform(|schema: &mut Schema| drop(schema.remove("default")));
    let settings = SchemaSettings::draft2020_12()
        .with_transform(RestrictFormats::default())
        .with_transform(no_defaults);
    let schema = settings.into_generator().into_root_schema_for::<Notebook>();
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    expect_file!["../../../docs/annotations.schema.json"].assert_eq(&text);
}
