//! What a web page says of itself: headline, outlet, authors, dates, address.
//!
//! Publishers say it in several places that contradict each other, so for each
//! fact the places are asked in a fixed order, from the one that publishers
//! keep right for search engines to the one they forget.

use dom_query::{Document, Selection};
use serde_json::Value;

use super::{address, date, layout};
use crate::core::article::Source;

/// What was found, and where.
#[derive(Default)]
pub(super) struct Meta {
    pub source: Source,
    /// `published: JSON-LD`, a line for each fact.
    pub found: Vec<String>,
}

/// Reads a page. `address` is where it was fetched from, where that is known.
pub(super) fn read(document: &Document, address: Option<&str>) -> Meta {
    let page = Page { document, data: json_ld(document) };
    let mut meta = Meta::default();
    let url = meta.note("url", page.url(address));
    meta.source = Source {
        title: meta.note("title", page.title()),
        outlet: meta.note("outlet", page.outlet()),
        author: page.authors(),
        published: meta.note("published", page.published(url.as_deref())),
        modified: meta.note("modified", page.modified()),
        lang: meta.note("lang", page.lang()),
        url,
        ..Source::default()
    };
    meta
}

/// A value and the place where it stood.
type Found = Option<(String, &'static str)>;

impl Meta {
    fn note(&mut self, what: &str, found: Found) -> Option<String> {
        let (value, place) = found?;
        self.found.push(format!("{what}: {place}"));
        Some(value)
    }
}

struct Page<'a> {
    document: &'a Document,
    /// The object of JSON-LD that describes the article, or an empty one.
    data: Value,
}

impl Page<'_> {
    fn title(&self) -> Found {
        self.data_text("headline")
            .or_else(|| self.meta(&["og:title", "twitter:title", "dc.title", "citation_title"]))
            .or_else(|| self.element("h1", "<h1>"))
            .or_else(|| self.element("title", "<title>"))
    }

    fn outlet(&self) -> Found {
        let names = ["og:site_name", "application-name", "dc.publisher", "citation_journal_title"];
        let publisher = self.data.get("publisher").and_then(name_of);
        publisher
            .map(|name| (name, "JSON-LD"))
            .or_else(|| self.meta(&names))
            .filter(|(name, _)| !name.contains("://"))
    }

    fn authors(&self) -> Vec<String> {
        let said = match self.data.get("author").or_else(|| self.data.get("creator")) {
            Some(Value::Array(all)) => all.iter().filter_map(name_of).collect(),
            Some(one) => name_of(one).into_iter().collect(),
            None => Vec::new(),
        };
        let names = ["author", "article:author", "dc.creator", "sailthru.author", "parsely-author"];
        let mut authors: Vec<String> = if said.is_empty() {
            self.meta(&names).map(|(name, _)| name).into_iter().collect()
        } else {
            said
        };
        authors.retain(|name| !name.contains("://") && name.chars().count() < 100);
        authors.dedup();
        authors
    }

    fn published(&self, url: Option<&str>) -> Found {
        const NAMES: [&str; 20] = [
            "article:published_time",
            "og:published_time",
            "datepublished",
            "date.issued",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.issued",
            "sailthru.date",
            "parsely-pub-date",
            "cxenseparse:recs:publishtime",
            "publication_date",
            "pubdate",
            "publish-date",
            "publishdate",
            "citation_publication_date",
            "dc.date",
            "dcterms.date",
            "date",
            "article:published",
            "last-modified",
        ];
        self.data_date(&["datePublished", "dateCreated", "uploadDate"])
            .or_else(|| self.meta_date(&NAMES))
            .or_else(|| self.element_date("[itemprop=datePublished]", "itemprop"))
            .or_else(|| {
                self.element_date("time[pubdate], time.published, time.entry-date", "<time>")
            })
            .or_else(|| self.element_date("article time, main time, header time", "<time>"))
            .or_else(|| {
                self.element_date(".published, .entry-date, .post-date, .date-published", "class")
            })
            .or_else(|| url.and_then(date::of_url).map(|date| (date, "address")))
            .or_else(|| self.element_date("time", "<time>"))
            .or_else(|| self.element_date("[class*=date], [id*=date], [class*=byline]", "class"))
            .or_else(|| self.data_date(&["dateModified"]))
            .or_else(|| self.meta_date(&["article:modified_time", "og:updated_time"]))
    }

    fn modified(&self) -> Found {
        self.data_date(&["dateModified"]).or_else(|| {
            self.meta_date(&["article:modified_time", "og:updated_time", "dcterms.modified"])
        })
    }

    fn url(&self, given: Option<&str>) -> Found {
        let told = self.meta(&["og:url", "twitter:url", "parsely-link"]);
        address::of(self.document, &self.data, told, given)
    }

    fn lang(&self) -> Found {
        let tag =
            self.document.select("html").attr("lang").map(|lang| (lang.to_string(), "<html>"));
        tag.or_else(|| self.data_text("inLanguage"))
            .or_else(|| self.meta(&["og:locale", "content-language", "dc.language"]))
            .map(|(lang, place)| (lang.trim().replace('_', "-"), place))
            .filter(|(lang, _)| lang.len() >= 2 && lang.len() <= 12 && lang.is_ascii())
    }

    fn data_text(&self, key: &str) -> Found {
        let text = self.data.get(key)?.as_str()?;
        tidy(text).map(|text| (text, "JSON-LD"))
    }

    fn data_date(&self, keys: &[&str]) -> Found {
        let mut said = keys.iter().filter_map(|key| self.data.get(*key)?.as_str());
        said.find_map(date::iso).map(|date| (date, "JSON-LD"))
    }

    /// The first of some `<meta>` names that is there and not empty.
    fn meta(&self, names: &[&str]) -> Found {
        self.metas(names, tidy)
    }

    fn meta_date(&self, names: &[&str]) -> Found {
        self.metas(names, date::iso)
    }

    fn metas(&self, names: &[&str], read: impl Fn(&str) -> Option<String>) -> Found {
        let tags = self.document.select("meta[content]");
        let mut all: Vec<(String, String)> = Vec::new();
        for tag in &tags {
            let Some(content) = tag.attr("content") else { continue };
            for key in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(name) = tag.attr(key) {
                    all.push((name.to_ascii_lowercase(), content.to_string()));
                }
            }
        }
        names.iter().find_map(|name| {
            let mut found = all.iter().filter(|(known, _)| known == name);
            found.find_map(|(_, content)| read(content)).map(|value| (value, "<meta>"))
        })
    }

    fn element(&self, selector: &str, place: &'static str) -> Found {
        let found = self.document.select(selector);
        found.nodes().iter().find_map(|e| tidy(&layout::text(e))).map(|text| (text, place))
    }

    fn element_date(&self, selector: &str, place: &'static str) -> Found {
        let found = self.document.select(selector);
        found.iter().take(MOST).find_map(|e| date_of(&e)).map(|date| (date, place))
    }
}

/// How many elements are asked for a date: it stands near the headline.
const MOST: usize = 20;

fn date_of(element: &Selection<'_>) -> Option<String> {
    let mut said = ["datetime", "content", "title"].iter().filter_map(|key| element.attr(key));
    said.find_map(|text| date::iso(&text)).or_else(|| {
        let text = element.text();
        (text.len() < 120).then(|| date::iso(&text))?
    })
}

/// The object of a page's JSON-LD that describes an article.
fn json_ld(document: &Document) -> Value {
    let scripts = document.select("script[type='application/ld+json']");
    let mut all = Vec::new();
    for script in &scripts {
        let text = script.text();
        let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        // Line ends inside strings are a common fault.
        let parsed = serde_json::from_str(text)
            .or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")));
        if let Ok(value) = parsed {
            collect(value, &mut all, 0);
        }
    }
    let at = all.iter().position(is_article);
    at.map_or(Value::Null, |at| all.swap_remove(at))
}

fn collect(value: Value, all: &mut Vec<Value>, depth: usize) {
    match value {
        Value::Array(values) if depth < 4 => {
            for value in values {
                collect(value, all, depth + 1);
            }
        }
        Value::Object(mut object) => {
            if let Some(graph) = object.remove("@graph") {
                collect(graph, all, depth + 1);
            }
            all.push(Value::Object(object));
        }
        _ => {}
    }
}

fn is_article(value: &Value) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article")
                || matches!(kind, "BlogPosting" | "Report" | "LiveBlogPosting")
        })
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => tidy(name),
        Value::Array(all) => all.first().and_then(name_of),
        _ => tidy(value.get("name")?.as_str()?),
    }
}

/// A text in one line, entities read; none where nothing is left.
fn tidy(text: &str) -> Option<String> {
    let text = quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), Into::into);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty() && line.len() < 1000).then_some(line)
}
