//! The files of a desk as JSON Schemas: `docs/annotations.schema.json`, made from the table of
//! fields by which notebooks are read and written, and `docs/source.schema.json`.

use expect_test::expect_file;
use serde_json::{Value, json};

use super::Provenance;
use crate::core::annotation::field::{FIELDS, members};
use crate::core::annotation::team::WORK;
use crate::core::annotation::value::{Member, Members as _, Shape};

/// Where the schemas are found; a file may name its own in `$schema`, which is kept.
fn id(name: &str) -> String {
    format!("{}/raw/main/docs/{name}.schema.json", env!("CARGO_PKG_REPOSITORY"))
}

fn schema() -> Value {
    let annotation = object(&members().collect::<Vec<_>>());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id("annotations"),
        "title": "claimdesk notebook, format 1",
        "description": "All annotations of one person on one article: the file `annotations/<annotator>/<article>.json`. Fields that are not listed here are kept; absent means default.",
        "type": "object",
        "properties": {
            "format": { "description": "The version of this format.", "type": "string", "const": "claimdesk/1" },
            "article": { "description": "The article's path below `seeds/`, with `/` between folders.", "type": "string" },
            "annotator": { "description": "The person's readable name; the folder's name is made from it.", "type": "string" },
            "imported": { "description": "The format that an import made this of; absent where a person wrote it.", "type": "string" },
            "note": { "description": "What the person notes on the article as a whole.", "type": "string" },
            "work": work(),
            "annotations": {
                "description": "The annotations by id: short, made from its words and their place. Written in order of id.",
                "type": "object",
                "additionalProperties": { "$ref": "#/$defs/annotation" },
            },
        },
        "required": ["format", "article", "annotator", "annotations"],
        "$defs": { "annotation": annotation, "rival": rival() },
    })
}

/// The file that says where an article comes from.
fn source_schema() -> Value {
    let texts = [
        ("title", "The headline."),
        ("outlet", "The newspaper, agency or site."),
        ("published", "When it was first published: an ISO 8601 day, or a time with its zone."),
        ("modified", "When it was last changed, in the same form."),
        ("url", "Its address."),
        ("lang", "Its language after BCP 47."),
        ("accessed", "When it was fetched or imported."),
        ("extractor", "What took the text out of another file, with its version."),
        ("notes", "Whatever a person wants to say."),
        (
            "updated",
            "When a person or a merge last changed this file; of two new values of a field the later one is in force.",
        ),
    ];
    let mut properties = json!({
        "format": { "description": "The version of this format.", "const": "claimdesk-source/1" },
        "author": {
            "description": "Who wrote it: names; one may stand without a list.",
            "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "type": ["string", "null"] }],
        },
        "original": {
            "description": "The file that the text was taken from.",
            "type": ["object", "null"],
            "properties": {
                "file": { "description": "Its path below the desk's folder, where it was kept.", "type": ["string", "null"] },
                "blob": { "description": "git's name for its bytes.", "type": ["string", "null"] },
            },
        },
    });
    for (name, about) in texts {
        properties[name] = json!({ "description": about, "type": ["string", "null"] });
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id("source"),
        "title": "claimdesk source, format 1",
        "description": "Where an article comes from: the file `<name>.source.json` beside `<name>.txt`. Fields that are not listed here are kept.",
        "type": "object",
        "properties": properties,
        "required": ["format"],
    })
}

fn work() -> Value {
    let mut work = object(&WORK.list());
    work["description"] = "How far the person is with the article.".into();
    work
}

fn object(members: &[Member]) -> Value {
    let properties = members.iter().map(|member| {
        let mut value = json!({ "description": member.about });
        if let (Some(value), Value::Object(shape)) = (value.as_object_mut(), shape(&member.shape)) {
            value.extend(shape);
        }
        (member.name.to_owned(), value)
    });
    let mut object =
        json!({ "type": "object", "properties": properties.collect::<serde_json::Map<_, _>>() });
    let required: Vec<_> = members.iter().filter(|m| m.required).map(|m| m.name).collect();
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Word(words) => json!({ "type": "string", "enum": words }),
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::Time => json!({ "type": "string", "format": "date-time" }),
        Shape::Digest => {
            json!({ "type": "string", "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$" })
        }
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Nullable(of) => json!({ "anyOf": [self::shape(of), { "type": "null" }] }),
        Shape::Map(of) => json!({ "type": "object", "additionalProperties": self::shape(of) }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::List(of) => json!({ "type": "array", "items": self::shape(of) }),
        Shape::Object(members) => object(&members.list()),
        Shape::Rival => json!({ "$ref": "#/$defs/rival" }),
    }
}

/// An object of one field; one that is not listed is one this version does not know.
fn rival() -> Value {
    let properties = FIELDS.iter().filter(|row| row.rule.has_rivals()).map(|row| {
        let value = shape(&row.field.member.shape);
        // What may be absent may have been taken back.
        let nullable = row.field.blank == crate::core::annotation::value::Value::Null && !row.flat;
        let value = if nullable { json!({ "anyOf": [value, { "type": "null" }] }) } else { value };
        (row.name().to_owned(), value)
    });
    json!({
        "description": "The other value of one field.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "properties": properties.collect::<serde_json::Map<_, _>>(),
    })
}

#[test]
fn the_schemas_in_docs_are_made_here() {
    let text = |schema: &Value| format!("{}\n", serde_json::to_string_pretty(schema).unwrap());
    expect_file!["../../../docs/annotations.schema.json"].assert_eq(&text(&schema()));
    expect_file!["../../../docs/source.schema.json"].assert_eq(&text(&source_schema()));
}

#[test]
fn the_schema_of_a_source_lists_what_is_written() {
    let schema = source_schema();
    let known = schema["properties"].as_object().unwrap();
    let mut all: serde_json::Map<_, _> =
        known.keys().map(|name| (name.clone(), Value::from("2024-10-23"))).collect();
    all["format"] = "claimdesk-source/1".into();
    all["original"] = json!({ "file": "originals/a.html", "blob": "e69de29" });
    all.insert("$schema".to_owned(), id("source").into());
    let read = Provenance::parse(Value::from(all.clone()).to_string().as_bytes()).unwrap();
    let written: Value = serde_json::from_slice(&read.to_bytes()).unwrap();
    all["author"] = json!(["2024-10-23"]);
    assert_eq!(written, Value::from(all));
    assert!(jsonschema::is_valid(&schema, &written));
    assert!(!jsonschema::is_valid(&schema, &json!({ "format": "claimdesk-source/1", "url": 5 })));
}
