//! A REFI-QDA project (QDA-XML 1.0, 2019): a zip of `project.qde` and the texts, as `NVivo`,
//! ATLAS.ti, MAXQDA and `QualCoder` read it. Each person is a user, each verdict a code.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use jiff::Timestamp;
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::results::{Article, Claim, Header};
use super::{Missing, Piece, Writer, xml};
use crate::core::annotation::VerdictId;
use crate::core::team::opinion::Opinion;
use crate::i18n::Message;

/// The project so far. The texts are packed as they come.
pub(super) struct RefiQda {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    sources: String,
    notes: String,
    people: BTreeSet<String>,
    /// Verdicts in use that the desk does not know.
    unknown: BTreeSet<VerdictId>,
    failed: Option<ZipError>,
}

impl Default for RefiQda {
    fn default() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::default()),
            sources: String::new(),
            notes: String::new(),
            people: BTreeSet::new(),
            unknown: BTreeSet::new(),
            failed: None,
        }
    }
}

impl Writer for RefiQda {
    fn article(&mut self, desk: &Header, article: &Article) -> Vec<Piece> {
        let guid = guid("source", &article.name);
        self.pack(&format!("sources/{guid}.txt"), &article.original);
        self.unknown.extend(desk.unknown(article));
        self.source(article, &guid);
        Vec::new()
    }

    fn end(&mut self, desk: &Header) -> Result<Vec<Piece>, Vec<Missing>> {
        let project = self.project(desk);
        self.pack("project.qde", &project);
        let done = std::mem::replace(&mut self.zip, ZipWriter::new(Cursor::default()));
        let packed = match self.failed.take() {
            Some(error) => Err(error),
            None => done.finish(),
        };
        let failed = |error: ZipError| {
            vec![Missing::new(Message::same("project.qdpx"), Message::same(error))]
        };
        packed.map(|bytes| vec![Piece::Part(bytes.into_inner())]).map_err(failed)
    }
}

impl RefiQda {
    fn pack(&mut self, name: &str, text: &str) {
        let options = SimpleFileOptions::default();
        let packed = self.zip.start_file(name, options);
        let packed = packed.and_then(|()| Ok(self.zip.write_all(text.as_bytes())?));
        self.failed = self.failed.take().or(packed.err());
    }

    fn source(&mut self, article: &Article, id: &str) {
        let origin = article.source.in_short();
        let _ = write!(
            self.sources,
            "<TextSource guid=\"{id}\" name=\"{}\" plainTextPath=\"internal://{id}.txt\">",
            xml::text(&article.name)
        );
        let title = if origin.is_empty() {
            article.title.clone()
        } else {
            format!("{} ({origin})", article.title)
        };
        let _ = write!(self.sources, "<Description>{}</Description>", xml::text(&title));
        for claim in article.decided() {
            for opinion in &claim.opinions {
                self.selection(article, claim, opinion);
            }
        }
        for (person, note) in &article.notes {
            let note_id = guid("note", &format!("{}/{person}", article.name));
            self.people.insert(person.clone());
            let _ = write!(
                self.notes,
                "<Note guid=\"{note_id}\" name=\"{}\" creatingUser=\"{}\"><PlainTextContent>{}</PlainTextContent></Note>",
                xml::text(&article.title),
                guid("user", person),
                xml::text(note)
            );
            let _ = write!(self.sources, "<NoteRef targetGUID=\"{note_id}\"/>");
        }
        self.sources.push_str("</TextSource>\n");
    }

    /// One person's verdict on a claim.
    fn selection(&mut self, article: &Article, claim: &Claim, opinion: &Opinion) {
        let (start, end) = claim.points;
        let place = format!("{}/{}", article.name, opinion.key);
        let user = guid("user", &opinion.name);
        self.people.insert(opinion.name.clone());
        let said = &opinion.annotation;
        let made = time(said.created);
        let words: String = article.words(claim).chars().take(80).collect();
        let _ = write!(
            self.sources,
            "<PlainTextSelection guid=\"{}\" name=\"{}\" startPosition=\"{start}\" endPosition=\"{end}\" \
             creatingUser=\"{user}\" creationDateTime=\"{made}\" modifiedDateTime=\"{}\">",
            guid("selection", &place),
            xml::text(&words),
            time(said.updated)
        );
        if !said.note.is_empty() {
            let _ = write!(self.sources, "<Description>{}</Description>", xml::text(&said.note));
        }
        if let Some(verdict) = opinion.firm() {
            let _ = write!(
                self.sources,
                "<Coding guid=\"{}\" creatingUser=\"{user}\" creationDateTime=\"{made}\"><CodeRef targetGUID=\"{}\"/></Coding>",
                guid("coding", &place),
                guid("code", &verdict.0)
            );
        }
        self.sources.push_str("</PlainTextSelection>");
    }

    fn project(&self, desk: &Header) -> String {
        let user = |name: &String| {
            format!("<User guid=\"{}\" name=\"{}\"/>", guid("user", name), xml::text(name))
        };
        let users = self.people.iter().map(user).collect::<Vec<_>>().concat();
        let unknown = self.unknown.iter().map(|verdict| (verdict, &*verdict.0, ""));
        let known = desk.labels.iter().map(|label| (&label.id, &*label.en, &*label.help));
        let codes: String =
            known.chain(unknown).map(|(id, name, help)| code(id, name, help)).collect();
        let part = |name: &str, inside: &str| match inside {
            "" => String::new(),
            inside => format!("<{name}>{inside}</{name}>\n"),
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"{}\" origin=\"claimdesk\" creationDateTime=\"{}\">\n{}\
             <CodeBook><Codes>{codes}</Codes></CodeBook>\n{}{}</Project>\n",
            xml::text(&desk.desk),
            time(desk.made),
            part("Users", &users),
            part("Sources", &self.sources),
            part("Notes", &self.notes),
        )
    }
}

fn code(id: &VerdictId, name: &str, help: &str) -> String {
    let guid = guid("code", &id.0);
    let help = match help {
        "" => String::new(),
        help => format!("<Description>{}</Description>", xml::text(help)),
    };
    format!("<Code guid=\"{guid}\" name=\"{}\" isCodable=\"true\">{help}</Code>", xml::text(name))
}

/// A time as XML Schema has it, in seconds.
fn time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A name-based UUID (version 5, RFC 9562), so that two exports of one desk agree.
fn guid(kind: &str, name: &str) -> String {
    let mut hash = sha1_smol::Sha1::new();
    hash.update(format!("claimdesk:{kind}:{name}").as_bytes());
    let mut bytes = hash.digest().bytes();
    bytes[6] = bytes[6] & 0x0f | 0x50;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes[..16].iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02X}");
        hex
    });
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}
