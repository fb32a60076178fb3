//! What every page has: head, way back, languages, foot.

use crate::Library;
use crate::html::escaped;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use mailtls_text::Lang;
use sha2::{Digest as _, Sha256};

/// The look, the same as the app's: it is inlined so that a page saved to disk keeps it.
const STYLE: &str = include_str!("pages.css");
/// Filters the lists of the index. Without it the lists are whole.
const SCRIPT: &str = include_str!("search.js");

/// A page with this body. `path` is where it is below the top of the site.
pub(crate) fn render(library: &Library, path: &str, title: &str, body: &str) -> String {
    let labels = &library.labels;
    let (lang, title) = (library.lang, escaped(title));
    let up = "../".repeat(path.matches('/').count());
    let searched = body.contains("id=\"search\"");
    let script = if searched { format!("<script>{SCRIPT}</script>\n") } else { String::new() };
    let allowed = if searched { format!(" script-src {};", hash(SCRIPT)) } else { String::new() };
    let index = format!("{up}help/{}/index.html", lang.tag());
    let languages = Lang::ALL.map(|other| {
        let target = path.replacen(&format!("help/{}/", lang.tag()), &format!("help/{}/", other.tag()), 1);
        let (tag, name) = (other.tag(), other.own_name());
        let current = if other == lang { " aria-current=\"true\"" } else { "" };
        format!("<li><a href=\"{up}{target}\" lang=\"{tag}\" hreflang=\"{tag}\"{current}>{name}</a></li>\n")
    });
    format!(
        "<!doctype html>\n<html lang=\"{tag}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {style};{allowed} \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title} - mailtls</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">{skip}</a>\n\
         <header class=\"top\">\n<nav aria-label=\"{way}\">\n<ul>\n\
         <li><a href=\"{up}index.html\">mailtls</a></li>\n<li><a href=\"{index}\">{help}</a></li>\n</ul>\n</nav>\n\
         <nav aria-label=\"{languages_label}\">\n<ul>\n{languages}</ul>\n</nav>\n</header>\n\
         <main id=\"content\">\n<h1>{title}</h1>\n{body}</main>\n\
         <footer>{foot}</footer>\n{script}</body>\n</html>\n",
        tag = lang.tag(),
        dir = lang.dir(),
        style = hash(STYLE),
        skip = escaped(&labels.say("page-skip")),
        way = escaped(&labels.say("page-way")),
        help = escaped(&labels.say("page-help")),
        languages_label = escaped(&labels.say("page-languages")),
        languages = languages.concat(),
        foot = escaped(&labels.say("page-foot")),
    )
}

/// What the Content-Security-Policy calls these very bytes.
fn hash(source: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(source)))
}
