//! Tasks for Label Studio, with the configuration they need.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::results::{Article, Claim, Header};
use super::{Piece, Writer, xml};
use crate::core::annotation::VerdictId;

/// The labelling configuration and the tasks; positions are code points.
#[derive(Debug, Default)]
pub(super) struct LabelStudio {
    tasks: usize,
    /// Verdicts in use that the desk does not know: a label that the configuration lacks would
    /// make its annotation invalid.
    unknown: BTreeSet<VerdictId>,
}

impl Writer for LabelStudio {
    fn begin(&mut self, _: &Header) -> Vec<Piece> {
        Piece::part("[")
    }

    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        self.tasks += 1;
        self.unknown.extend(desk.unknown(article));
        let comma = if self.tasks == 1 { "\n" } else { ",\n" };
        Piece::part(format!("{comma}{}", task(self.tasks, article)))
    }

    fn takes(&self, claim: &Claim) -> bool {
        claim.opinions.iter().any(|opinion| opinion.firm().is_some())
            && claim.points.0 < claim.points.1
    }

    fn end(&mut self, desk: &Header) -> Result<Vec<Piece>, Vec<super::Missing>> {
        let configuration = Piece::file("config.xml", configuration(desk, &self.unknown));
        Ok(vec![configuration, Piece::Part(b"\n]\n".to_vec())])
    }
}

fn configuration(desk: &Header, unknown: &BTreeSet<VerdictId>) -> String {
    let mut labels = String::new();
    for label in &desk.labels {
        let hint = match &*label.help {
            "" => String::new(),
            help => format!(" hint=\"{}\"", xml::text(help)),
        };
        let _ = writeln!(labels, "    <Label value=\"{}\"{hint}/>", xml::text(&label.id.0));
    }
    for verdict in unknown {
        let _ = writeln!(labels, "    <Label value=\"{}\"/>", xml::text(&verdict.0));
    }
    format!(
        "<View>\n  <Labels name=\"verdict\" toName=\"text\">\n{labels}  </Labels>\n  \
         <Text name=\"text\" value=\"$text\"/>\n  \
         <TextArea name=\"note\" toName=\"text\" perRegion=\"true\"/>\n</View>\n"
    )
}

/// An article, with an annotation for each person.
fn task(id: usize, article: &Article) -> Value {
    let people: BTreeSet<&str> =
        article.claims.iter().flat_map(|c| c.opinions.iter().map(|o| o.name.as_str())).collect();
    let annotations = people.iter().map(|person| {
        let results: Vec<Value> =
            article.claims.iter().flat_map(|claim| regions(article, claim, person)).collect();
        json!({ "result": results, "completed_by": { "email": person }, "was_cancelled": false })
    });
    let source = &article.source;
    json!({
        "id": id,
        "data": {
            "text": article.original,
            "article": article.name,
            "outlet": source.outlet,
            "published": source.published,
            "url": source.url,
        },
        "annotations": annotations.collect::<Vec<_>>(),
    })
}

fn regions(article: &Article, claim: &Claim, person: &str) -> Vec<Value> {
    let (start, end) = claim.points;
    let mut out = Vec::new();
    let own = claim.opinions.iter().filter(|opinion| opinion.name == person);
    for (i, opinion) in own.enumerate() {
        let Some(verdict) = opinion.firm().filter(|_| start < end) else { continue };
        let id = format!("claim-{}-{i}", claim.number);
        let quote = article.quote(claim);
        let value = json!({ "start": start, "end": end, "text": quote, "labels": [verdict.0] });
        out.push(region(&id, "verdict", "labels", &value));
        let note = &opinion.annotation.note;
        if !note.is_empty() {
            let value = json!({ "start": start, "end": end, "text": [note], "quote": quote });
            out.push(region(&id, "note", "textarea", &value));
        }
    }
    out
}

fn region(id: &str, from: &str, kind: &str, value: &Value) -> Value {
    json!({ "id": id, "from_name": from, "to_name": "text", "type": kind, "value": value })
}
