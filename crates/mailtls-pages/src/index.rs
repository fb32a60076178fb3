//! The list of all pages, which a small script filters.

use crate::html::{escaped, link, list, with_code};
use crate::{Library, frame};
use mailtls_core::rule::Rule;
use mailtls_core::rules::RULES;
use mailtls_core::vocabulary::Severity;
use std::fmt::Write as _;

/// The index of one language.
pub(crate) fn render(library: &Library) -> String {
    let labels = &library.labels;
    let mut body = format!(
        "<p>{}</p>\n<p class=\"search\" hidden><label for=\"search\">{}</label> \
         <input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"> \
         <span id=\"none\" role=\"status\" data-none=\"{}\"></span></p>\n",
        escaped(&labels.say("page-index-about")),
        escaped(&labels.say("page-search")),
        escaped(&labels.say("page-search-none")),
    );
    let books: Vec<String> = library
        .books
        .iter()
        .map(|book| {
            let about = with_code(book.first_sentence());
            format!("{} <small>{about}</small>", link(&format!("{}.html", book.name), &book.title))
        })
        .collect();
    section(&mut body, &labels.say("page-guides"), "guides", &books);
    let codes: Vec<String> =
        library.codes.iter().map(|code| link(&format!("{}.html", code.name), &code.title)).collect();
    section(&mut body, &labels.say("page-codes"), "entries", &codes);
    for severity in Severity::ALL.iter().rev() {
        let rules: Vec<String> =
            RULES.iter().filter(|rule| rule.severity == *severity).map(|rule| entry(rule, library)).collect();
        section(&mut body, &labels.say(&format!("page-rules-{severity}")), "entries", &rules);
    }
    frame::render(
        library,
        &format!("help/{}/index.html", library.lang.tag()),
        &labels.say("page-index-title"),
        &body,
    )
}

fn section(body: &mut String, title: &str, class: &str, items: &[String]) {
    if !items.is_empty() {
        let list = list(items).replacen("<ul>", &format!("<ul class=\"{class}\">"), 1);
        let _ = write!(body, "<section>\n<h2>{}</h2>\n{list}</section>\n", with_code(title));
    }
}

fn entry(rule: &Rule, library: &Library) -> String {
    let id = rule.id.as_str();
    let title = library.title(id).unwrap_or_default();
    format!("{} <small><code>{id}</code></small>", link(&format!("rules/{id}.html"), &title))
}
