//! The pages of this repository hang together: every link leads somewhere, nothing is fetched, all is there.

#![expect(clippy::expect_used, reason = "a helper of a test fails by panicking")]

use mailtls_core::rules::RULES;
use mailtls_pages::{Page, pages, rule_path};
use mailtls_text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let pages = pages(&top()).expect("the repository can be read");
    let count = pages.len();
    let by_path: BTreeMap<_, _> = pages.into_iter().map(|Page { path, html }| (path, html)).collect();
    assert_eq!(by_path.len(), count, "two pages have one path");
    by_path
});

/// Pages of the site that are made elsewhere.
const ELSEWHERE: [&str; 1] = ["index.html"];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate is in a repository").to_owned()
}

/// What stands between each `before` and the next quote.
fn quoted<'a>(html: &'a str, before: &str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The page without what it only shows: code that is meant for other pages.
fn without_samples(html: &str) -> String {
    html.split("<pre>").map(|part| part.split_once("</pre>").map_or(part, |(_, rest)| rest)).collect()
}

#[test]
fn every_rule_has_its_page_in_every_language() {
    for lang in Lang::ALL {
        for rule in RULES {
            let path = rule_path(lang, rule.id.as_str());
            let html = PAGES.get(&path).unwrap_or_else(|| panic!("{path} is missing"));
            assert!(
                html.contains(&format!("<html lang=\"{}\"", lang.tag())) && html.contains("<h1>"),
                "{path}"
            );
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for (path, html) in PAGES.iter() {
        let ids: BTreeSet<&str> = quoted(html, " id=\"").into_iter().collect();
        for target in quoted(html, "href=\"") {
            if target.starts_with("https://") {
                continue;
            }
            if let Some(id) = target.strip_prefix('#') {
                assert!(ids.contains(id), "{path}: #{id}");
                continue;
            }
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            for part in target.split('/') {
                if part == ".." {
                    parts.pop().unwrap_or_else(|| panic!("{path}: {target} leaves the site"));
                } else {
                    parts.push(part);
                }
            }
            let absolute = parts.join("/");
            assert!(PAGES.contains_key(&absolute) || ELSEWHERE.contains(&&*absolute), "{path}: {target}");
        }
    }
}

#[test]
fn nothing_is_fetched_and_only_the_search_runs() {
    for (path, html) in PAGES.iter() {
        assert!(html.contains("default-src 'none'"), "{path}");
        let html = without_samples(html);
        for forbidden in ["<img", "<link", "<iframe", "src=\"", " style=\"", " onclick", "@import", "url("] {
            assert!(!html.contains(forbidden), "{path}: {forbidden}");
        }
        let scripts = html.matches("<script").count();
        assert_eq!(scripts, usize::from(path.ends_with("/index.html")), "{path}");
        assert_eq!(html.contains("script-src 'sha256-"), scripts == 1, "{path}");
    }
}

#[test]
fn every_tag_that_opens_closes() {
    let tags = [
        "main", "nav", "ul", "ol", "li", "table", "tbody", "thead", "tr", "td", "th", "details", "article",
        "section", "pre", "code", "p", "mark", "a",
    ];
    for (path, html) in PAGES.iter() {
        for tag in tags {
            let opened =
                html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{path}: {tag}");
        }
        assert_eq!(html.matches("<h1>").count(), 1, "{path}");
        assert!(!html.contains("<h1></h1>") && !html.contains("<h2></h2>"), "{path}: an empty heading");
        assert!(
            !html.contains("<th scope=\"row\"></th>") && !without_samples(html).contains("{$"),
            "{path}: a word is missing"
        );
    }
}

#[test]
fn every_article_is_there_in_every_language() {
    let of = |lang: Lang| {
        let start = format!("help/{}/", lang.tag());
        PAGES.keys().filter_map(|path| path.strip_prefix(&start)).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    for lang in Lang::ALL {
        assert_eq!(of(lang), of(Lang::En), "{}", lang.tag());
    }
}
