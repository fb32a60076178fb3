//! What every page has: head, way back, languages, foot.

use crate::Library;
use crate::html::{escaped, list, plain_title, with_code};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use mailtls_text::Lang;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// The look: the colours and fonts of the app, then what is the pages' own. It is inlined so that a page saved
/// to disk keeps it.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    format!("{}{}", shared(include_str!("../../../www/style.css")), include_str!("pages.css"))
});
/// Filters the lists of the index. Without it the lists are whole.
const SCRIPT: &str = include_str!("search.js");

/// What the app's style names for everything else: its first rule, with the colours, lengths and fonts.
fn shared(style: &str) -> &str {
    let start = style.find(":root {").unwrap_or_default();
    let rest = style.get(start..).unwrap_or_default();
    rest.split_inclusive("}\n").next().unwrap_or_default()
}

/// A page with this body. `path` is where it is below the top of the site.
pub(crate) fn render(library: &Library, path: &str, title: &str, body: &str) -> String {
    let say = |key: &str| escaped(&library.labels.say(key));
    let (lang, heading, title) = (library.lang, with_code(title), plain_title(title));
    let up = "../".repeat(path.matches('/').count());
    let searched = body.contains("id=\"search\"");
    let script = if searched { format!("<script>{SCRIPT}</script>\n") } else { String::new() };
    let allowed = if searched { format!(" script-src {};", hash(SCRIPT)) } else { String::new() };
    let index = format!("help/{}/index.html", lang.tag());
    let help = if path == index {
        format!("<li aria-current=\"page\">{}</li>\n", say("page-help"))
    } else {
        format!("<li><a href=\"{up}{index}\">{}</a></li>\n", say("page-help"))
    };
    let languages = Lang::ALL.map(|other| {
        let target = path.replacen(&format!("help/{}/", lang.tag()), &format!("help/{}/", other.tag()), 1);
        let (tag, name) = (other.tag(), other.own_name());
        let current = if other == lang { " aria-current=\"true\"" } else { "" };
        format!("<li><a href=\"{up}{target}\" lang=\"{tag}\" hreflang=\"{tag}\"{current}>{name}</a></li>\n")
    });
    let (body, contents) = contents(body);
    format!(
        "<!doctype html>\n<html lang=\"{tag}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {style_hash};{allowed} \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title} - mailtls</title>\n<style>{style}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">{skip}</a>\n\
         <header class=\"top\">\n<a class=\"brand\" href=\"{up}index.html\">{LOGO}mailtls</a>\n\
         <nav class=\"languages\" aria-label=\"{languages_label}\">\n<ul>\n{languages}</ul>\n</nav>\n</header>\n\
         <div class=\"layout\">\n<main id=\"content\">\n\
         <nav class=\"trail\" aria-label=\"{way}\">\n<ol>\n<li><a href=\"{up}index.html\">mailtls</a></li>\n{help}</ol>\n</nav>\n\
         <h1>{heading}</h1>\n{body}</main>\n\
         <nav class=\"side\" aria-label=\"{help_label}\">\n<div class=\"side-inner\">\n{side}</div>\n</nav>\n\
         <nav class=\"toc\" aria-label=\"{here}\">\n<div class=\"toc-inner\">\n{contents}</div>\n</nav>\n</div>\n\
         <footer><p>{foot}</p></footer>\n{script}</body>\n</html>\n",
        tag = lang.tag(),
        dir = lang.dir(),
        style_hash = hash(&STYLE),
        style = *STYLE,
        skip = say("page-skip"),
        way = say("page-way"),
        help_label = say("page-help"),
        languages_label = say("page-languages"),
        languages = languages.concat(),
        side = side(library, path, &up),
        here = say("page-here"),
        contents = if contents.is_empty() {
            String::new()
        } else {
            format!("<h2>{}</h2>\n{}", say("page-here"), list(&contents))
        },
        foot = say("page-foot"),
    )
}

/// The mark of the app.
const LOGO: &str = "<svg viewBox=\"0 0 32 32\" width=\"28\" height=\"28\" aria-hidden=\"true\" class=\"logo\">\
    <rect width=\"32\" height=\"32\" rx=\"7\"/><path d=\"M6 11h20v12H6zM6 11l10 8 10-8\"/></svg>";

/// What can be read beside this page: guides, codes, and the list of all.
fn side(library: &Library, path: &str, up: &str) -> String {
    let mut html = String::new();
    for (title, articles) in [("page-guides", &library.books), ("page-codes", &library.codes)] {
        if articles.is_empty() {
            continue;
        }
        let items: Vec<String> = articles
            .iter()
            .map(|article| {
                let target = article.path(library.lang);
                let current = if target == path { " aria-current=\"page\"" } else { "" };
                format!("<a href=\"{up}{target}\"{current}>{}</a>", with_code(&article.title))
            })
            .collect();
        let _ = write!(html, "<h2>{}</h2>\n{}", escaped(&library.labels.say(title)), list(&items));
    }
    html
}

/// The body with an id on each of its headings, and the links to them.
fn contents(body: &str) -> (String, Vec<String>) {
    let mut pieces = body.split("<h2>");
    let mut with_ids = pieces.next().unwrap_or_default().to_owned();
    let mut links = Vec::new();
    for (number, piece) in (1..).zip(pieces) {
        let heading = piece.split("</h2>").next().unwrap_or_default();
        links.push(format!("<a href=\"#part-{number}\">{heading}</a>"));
        let _ = write!(with_ids, "<h2 id=\"part-{number}\">{piece}");
    }
    (with_ids, links)
}

/// What the Content-Security-Policy calls these very bytes.
fn hash(source: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(source)))
}
