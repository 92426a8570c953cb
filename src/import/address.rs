//! The address of a web page, as the page itself tells it.
//!
//! That of the whole site counts only where the page names no other, and that of another page is
//! worse than none. `<base>` tells where links are read from: most name a folder there, some the page.

use std::collections::HashMap;

use dom_query::Document;
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// An address and the place where it stood.
type Found = Option<(String, &'static str)>;

/// The address of a page. `data` is its JSON-LD, `told` what it says in `<meta>`, `given` where it
/// was fetched from, where that is known.
pub(super) fn of(document: &Document, data: &Value, told: Found, given: Option<&str>) -> Found {
    let link = |selector: &str, place: &'static str| {
        let links = document.select(selector);
        links.iter().find_map(|l| web_address(&l.attr("href")?)).map(|url| (url, place))
    };
    let found = [
        link("link[rel=canonical]", "canonical"),
        told.and_then(|(url, place)| Some((web_address(&url)?, place))),
        of_data(data),
        given.and_then(web_address).map(|url| (url, "the file")),
        saved_from(document),
        in_own_language(document),
        link("link[hreflang=x-default], link[rel=shortlink]", "<link>"),
        based(document),
        shared(document),
    ];
    let mut found: Vec<_> = found.into_iter().flatten().collect();
    found.sort_by_key(|(url, _)| is_site(url));
    found.into_iter().next()
}

fn of_data(data: &Value) -> Found {
    let page = data.get("mainEntityOfPage");
    let page = page.and_then(|page| page.get("@id").or(Some(page)));
    let said = page.into_iter().chain(data.get("url"));
    said.filter_map(Value::as_str).find_map(web_address).map(|url| (url, "JSON-LD"))
}

/// Of the editions of a page the one in its own language.
fn in_own_language(document: &Document) -> Found {
    let own = document.select("html").attr("lang")?.to_ascii_lowercase().replace('_', "-");
    let editions = document.select("link[rel=alternate][hreflang][href]");
    let edition = |link: dom_query::Selection<'_>| {
        let lang = link.attr("hreflang")?.to_ascii_lowercase().replace('_', "-");
        Some((lang, web_address(&link.attr("href")?)?))
    };
    let all: Vec<_> = editions.iter().filter_map(edition).collect();
    // `de` is the edition of a page in `de-DE`, where there is no nearer one, and the other way round.
    let of = |lang: &str| lang.split('-').next().unwrap_or_default().to_owned();
    let exact = all.iter().find(|(lang, _)| *lang == own);
    let mut near = all.iter().filter(|(lang, _)| of(lang) == of(&own));
    let only = near.next().filter(|_| near.next().is_none());
    exact.or(only).map(|(_, url)| (url.clone(), "<link>"))
}

/// What links are read from, where that is a page: a folder ends with a slash.
fn based(document: &Document) -> Found {
    let url = web_address(&document.select("base").attr("href")?)?;
    (!url.ends_with('/')).then_some((url, "<base>"))
}

/// What browsers and `SingleFile` write into a comment at the head of a saved page:
/// `saved from url=(0020)https://…`, `url: https://…`.
fn saved_from(document: &Document) -> Found {
    let html = document.html();
    let comments = html.split("<!--").skip(1).take(4);
    comments.filter_map(|rest| rest.split_once("-->")).find_map(|(comment, _)| {
        let (_, behind) = comment.split_once("url=").or_else(|| comment.split_once("url:"))?;
        let address = &behind[behind.find("http")?..];
        let end = address.find(char::is_whitespace).unwrap_or(address.len());
        web_address(&address[..end]).map(|url| (url, "saved page"))
    })
}

/// Where pages are sent on to friends: the address of the page stands in such links.
const NETWORKS: [&str; 16] = [
    "facebook.com",
    "twitter.com",
    "x.com",
    "linkedin.com",
    "whatsapp.com",
    "wa.me",
    "t.me",
    "telegram.me",
    "pinterest.com",
    "reddit.com",
    "xing.com",
    "tumblr.com",
    "getpocket.com",
    "vk.com",
    "flipboard.com",
    "bsky.app",
];

/// What the links name that send a page on, where two of them agree and no other is named as often.
fn shared(document: &Document) -> Found {
    let mut named: HashMap<String, usize> = HashMap::new();
    for link in &document.select("a[href*='?']") {
        let Some(href) = link.attr("href") else { continue };
        let Some((before, query)) = href.split_once('?') else { continue };
        if !(before.starts_with("mailto:") || before.starts_with("whatsapp:") || is_network(before))
        {
            continue;
        }
        let mut inside: Vec<String> = query.split('&').filter_map(of_share).collect();
        inside.sort_unstable();
        inside.dedup();
        for address in inside {
            *named.entry(address).or_default() += 1;
        }
    }
    let most = named.values().copied().max().filter(|most| *most > 1)?;
    let mut best = named.into_iter().filter(|(_, times)| *times == most);
    let (address, _) = best.next()?;
    best.next().is_none().then_some((address, "links to share it"))
}

/// The address of a page in a field of a link that sends it on: `u=https%3A%2F%2F…`, or a text with it.
fn of_share(field: &str) -> Option<String> {
    let (_, value) = field.split_once('=')?;
    let text = percent_decode_str(value).decode_utf8().ok()?;
    let address = &text[text.find("http")?..];
    let end = address.find(|c: char| c.is_whitespace() || "<>\"".contains(c));
    let address =
        web_address(address[..end.unwrap_or(address.len())].trim_end_matches(['.', ',']))?;
    let address = without_campaign(&address);
    let is_page = !is_site(&address) && !is_network(&address) && !is_picture(&address);
    is_page.then_some(address)
}

/// An address without what only counts where readers come from, and without its `#`.
fn without_campaign(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let Some((page, query)) = address.split_once('?') else { return address.to_owned() };
    let fields = query.split('&').filter(|field| !field.starts_with("utm_"));
    let query = fields.collect::<Vec<_>>().join("&");
    if query.is_empty() { page.to_owned() } else { format!("{page}?{query}") }
}

fn is_network(address: &str) -> bool {
    let rest = address.split_once("//").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    NETWORKS.iter().any(|network| {
        host.strip_suffix(network).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    })
}

fn is_picture(address: &str) -> bool {
    let page = address.split('?').next().unwrap_or_default().to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"].iter().any(|end| page.ends_with(end))
}

/// Whether an address leads to a site as a whole.
fn is_site(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.trim_end_matches('/').find(['/', '?', '#']).is_none()
}

fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("//").map_or_else(|| text.to_owned(), |t| format!("https://{t}"));
    crate::core::annotation::link::is_link(&text).then(|| with_small_host(text))
}

/// The same address with its host in small letters, as hosts are compared (RFC 3986, 6.2.2.1).
fn with_small_host(url: String) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    if !rest[..end].contains(|c: char| c.is_ascii_uppercase()) {
        return url;
    }
    format!("{scheme}://{}{}", rest[..end].to_ascii_lowercase(), &rest[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, address: Option<&str>) {
        let found = of(&Document::from(page), &Value::Null, None, None);
        assert_eq!(found.map(|(url, _)| url).as_deref(), address, "{page}");
    }

    #[test]
    fn the_address_is_the_pages_and_not_its_sites() {
        check("<link rel=canonical href='https://a.example/'>", Some("https://a.example/"));
        check("<base href='https://a.example/'>", None);
        check(
            "<link rel=canonical href='https://a.example/'><link rel=shortlink href='https://a.example/?p=1'>",
            Some("https://a.example/?p=1"),
        );
    }

    #[test]
    fn a_base_tells_the_address_where_it_is_a_page() {
        check("<base href='https://a.example/cms/'>", None);
        check(
            "<base href='https://a.example/cms/2-a-bridge'>",
            Some("https://a.example/cms/2-a-bridge"),
        );
        check(
            "<link rel=canonical href='https://a.example/x'><base href='https://a.example/y'>",
            Some("https://a.example/x"),
        );
    }

    #[test]
    fn of_several_editions_the_page_is_the_one_in_its_language() {
        let links = "<link rel=alternate hreflang=en href='https://a.example/en/x'>\
            <link rel=alternate hreflang=fr-CH href='https://a.example/fr/x'>\
            <link rel=alternate hreflang=x-default href='https://a.example/x'>";
        check(&format!("<html lang=fr><head>{links}"), Some("https://a.example/fr/x"));
        check(&format!("<html lang=EN><head>{links}"), Some("https://a.example/en/x"));
        check(&format!("<html lang=de><head>{links}"), Some("https://a.example/x"));
        let two = "<link rel=alternate hreflang=fr-BE href='https://a.example/be/x'>";
        check(&format!("<html lang=fr><head>{links}{two}"), Some("https://a.example/x"));
    }

    #[test]
    fn hosts_are_written_in_small_letters() {
        check(
            "<link rel=canonical href='https://WWW.A.example/Xy'>",
            Some("https://www.a.example/Xy"),
        );
    }

    #[test]
    fn links_that_send_a_page_on_name_it() {
        let facebook = "<a href='https://www.facebook.com/sharer.php?u=https%3A%2F%2Fa.example%2Fx%3Futm_source%3Dfb'>f</a>";
        let twitter =
            "<a href='//twitter.com/intent/tweet?text=Un%20pont&amp;url=https://a.example/x'>t</a>";
        let mail = "<a href='mailto:?subject=Un%20pont&amp;body=Lire%20https%3A%2F%2Fa.example%2Fx.'>m</a>";
        let other = "<a href='https://wa.me/?text=https%3A%2F%2Fa.example%2Fy'>w</a>";
        check(&format!("{facebook}{twitter}"), Some("https://a.example/x"));
        check(&format!("{other}{twitter}{mail}"), Some("https://a.example/x"));
        // One link alone, or links that contradict each other, say nothing.
        check(facebook, None);
        check(&format!("{facebook}{twitter}{other}{other}"), None);
        let site = facebook.replace("%2Fx", "%2F");
        check(&format!("{site}{site}"), None);
        let picture = facebook.replace("%2Fx", "%2Fx.jpg");
        check(&format!("{picture}{picture}"), None);
        // A link of the page to somewhere else is no such.
        let search = "<a href='https://b.example/?q=https%3A%2F%2Fa.example%2Fx'>s</a>";
        check(&format!("{search}{search}"), None);
    }
}
