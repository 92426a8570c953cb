//! Findings as code hosts show them beside a change: SARIF 2.1.0 (OASIS) and the workflow
//! commands of GitHub.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sha1_smol::Sha1;

/// Something that a check found.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// The stable name of its kind.
    pub rule: &'static str,
    /// How much it matters.
    pub grade: Grade,
    /// What is wrong, in a sentence.
    pub message: String,
    /// The file, below the desk's folder.
    pub file: String,
    /// Line and column, from 1, in code points; the first where they are not known.
    pub at: (usize, usize),
    /// What tells it from others of its kind in this file, whatever line it stands in.
    pub key: String,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grade {
    /// It must be settled.
    Error,
    /// Somebody should look.
    Warning,
    /// It was repaired just now.
    Fixed,
}

/// One run as a SARIF log. A log without findings says that the check passed; a repaired finding
/// is a pass, too, and a pass has no level.
pub(crate) fn log(version: &str, findings: &[Finding]) -> Value {
    let rules: BTreeMap<&str, usize> = findings.iter().map(|f| (f.rule, 0)).collect();
    let rules: Vec<&str> = rules.into_keys().collect();
    let results: Vec<_> = findings
        .iter()
        .map(|finding| {
            let index = rules.iter().position(|rule| *rule == finding.rule);
            result(finding, index.unwrap_or_default())
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "claimdesk",
                "semanticVersion": version,
                "rules": rules.iter().map(|rule| json!({ "id": rule })).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(finding: &Finding, index: usize) -> Value {
    let (kind, level) = match finding.grade {
        Grade::Error => ("fail", "error"),
        Grade::Warning => ("fail", "warning"),
        Grade::Fixed => ("pass", "none"),
    };
    let mut hash = Sha1::new();
    hash.update(format!("{}\n{}\n{}", finding.rule, finding.file, finding.key).as_bytes());
    json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "kind": kind,
        "level": level,
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": address(&finding.file) },
            "region": { "startLine": finding.at.0, "startColumn": finding.at.1 },
        }}],
        "partialFingerprints": { "claimdesk/v1": hash.digest().to_string() },
    })
}

/// The findings as workflow commands, a line each: GitHub shows them in the change.
pub(crate) fn github(findings: &[Finding]) -> String {
    let line = |finding: &Finding| {
        let command = match finding.grade {
            Grade::Error => "error",
            Grade::Warning => "warning",
            Grade::Fixed => "notice",
        };
        let (line, column) = finding.at;
        format!(
            "::{command} file={},line={line},col={column},title={}::{}\n",
            property(&finding.file),
            property(finding.rule),
            data(&finding.message)
        )
    };
    findings.iter().map(line).collect()
}

/// A message as a workflow command holds it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property, which a comma or a colon would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A path as an address (RFC 3986).
fn address(path: &str) -> String {
    super::w3c::path(&path.replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_cannot_begin_a_command_of_its_own() {
        let finding = Finding {
            rule: "stale",
            grade: Grade::Error,
            message: "a\n::error::b 50 %".to_owned(),
            file: "annotations/zoé, max/a.json".to_owned(),
            at: (3, 1),
            key: "k".to_owned(),
        };
        let text = github(std::slice::from_ref(&finding));
        assert_eq!(
            text,
            "::error file=annotations/zoé%2C max/a.json,line=3,col=1,title=stale::a%0A::error::b 50 %25\n"
        );
        let log = log("1.0.0", &[Finding { grade: Grade::Fixed, ..finding }]);
        let result = &log["runs"][0]["results"][0];
        assert_eq!((&result["kind"], &result["level"]), (&json!("pass"), &json!("none")));
    }

    #[test]
    fn a_log_says_what_code_hosts_ask_for() {
        let finding = |grade, line| Finding {
            rule: "stale",
            grade,
            message: "x".to_owned(),
            file: "annotations/zoé/a b.json".to_owned(),
            at: (line, 2),
            key: "k".to_owned(),
        };
        let all = [finding(Grade::Error, 3), finding(Grade::Warning, 9), finding(Grade::Fixed, 1)];
        let log = log("1.0.0", &all);
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        assert_eq!(run["tool"]["driver"]["rules"], json!([{ "id": "stale" }]));
        let results = run["results"].as_array().unwrap();
        let graded: Vec<_> = results.iter().map(|r| (&r["kind"], &r["level"])).collect();
        let wanted = [("fail", "error"), ("fail", "warning"), ("pass", "none")];
        assert!(graded.iter().zip(wanted).all(|((kind, level), (k, l))| *kind == k && *level == l));
        // A finding is the same one when lines move above it.
        let print = |i: usize| results[i]["partialFingerprints"]["claimdesk/v1"].as_str().unwrap();
        assert!(print(0) == print(1) && print(0).len() == 40);
        for result in results {
            let place = &result["locations"][0]["physicalLocation"];
            assert_eq!(place["artifactLocation"]["uri"], "annotations/zo%C3%A9/a%20b.json");
            assert!(place["region"]["startLine"].as_u64() >= Some(1));
            assert_eq!(result["ruleIndex"], 0);
        }
    }
}
