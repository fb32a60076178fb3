//! The pages of this repository hang together: every link leads somewhere, nothing is fetched, all is there.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what a test calls fails by panicking"
)]

use mailtls_core::rules::RULES;
use mailtls_core::session::{Options, diagnose};
use mailtls_pages::{Page, downloads, explanation, pages, rule_path};
use mailtls_text::{CODES, Lang};
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

static DOWNLOADS: LazyLock<BTreeMap<String, Vec<u8>>> =
    LazyLock::new(|| downloads(&top()).expect("the repository can be read").into_iter().collect());

/// Pages of the site that are made elsewhere.
const ELSEWHERE: [&str; 1] = ["index.html"];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate is in a repository").to_owned()
}

/// One test, since the pages are made once for all of these and every test may be a process of its own.
#[test]
fn the_pages_hang_together() {
    every_rule_has_its_page_in_every_language();
    how_a_rule_decides_is_said_in_every_language_with_the_same_facts();
    no_page_and_no_explanation_stands_for_a_rule_that_is_gone();
    every_link_leads_somewhere();
    nothing_is_fetched_and_only_the_search_runs();
    every_tag_that_opens_closes();
    every_article_is_there_in_every_language();
    the_baseline_file_can_be_had_without_script_and_switches_tls_12_on();
}

/// What stands between each `before` and the next quote.
fn quoted<'a>(html: &'a str, before: &str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The page without what it only shows: code that is meant for other pages.
fn without_samples(html: &str) -> String {
    html.split("<pre>").map(|part| part.split_once("</pre>").map_or(part, |(_, rest)| rest)).collect()
}

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

/// What a translation must not change: everything between backticks, and every number outside them.
fn facts(text: &str) -> BTreeSet<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut facts = BTreeSet::new();
    for (index, piece) in words.split('`').enumerate() {
        if index % 2 == 1 {
            facts.insert(piece.to_owned());
        } else {
            let numbers = piece.split(|letter: char| !letter.is_ascii_alphanumeric());
            facts.extend(
                numbers
                    .filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
                    .map(str::to_owned),
            );
        }
    }
    facts
}

fn how_a_rule_decides_is_said_in_every_language_with_the_same_facts() {
    for rule in RULES {
        let id = rule.id.as_str();
        let english = explanation(&top(), Lang::En, id).expect("the source of the rule");
        for lang in Lang::ALL {
            let text = explanation(&top(), lang, id).unwrap_or_else(|error| panic!("{error}"));
            assert!(text.trim().len() * 2 > english.len(), "{}: {id} says next to nothing", lang.tag());
            let (has, wanted) = (facts(&text), facts(&english));
            let differ: Vec<_> = has.symmetric_difference(&wanted).collect();
            assert!(differ.is_empty(), "{}: {id} differs from its source in {differ:?}", lang.tag());
            if lang != Lang::En {
                let own = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
                assert_ne!(own(&text), own(&english), "{}: {id} is not translated", lang.tag());
            }
        }
    }
}

fn no_page_and_no_explanation_stands_for_a_rule_that_is_gone() {
    let known: BTreeSet<&str> = RULES.iter().map(|rule| rule.id.as_str()).collect();
    for lang in Lang::ALL {
        let pages = format!("help/{}/rules/", lang.tag());
        let of_page = |path: &'static String| path.strip_prefix(&*pages)?.strip_suffix(".html");
        assert_eq!(PAGES.keys().filter_map(of_page).collect::<BTreeSet<_>>(), known, "{}", lang.tag());
        if lang == Lang::En {
            continue;
        }
        let folder = top().join("crates/mailtls-pages/rules").join(lang.tag());
        for entry in std::fs::read_dir(&folder).expect("the folder of the language") {
            let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            let id = name.strip_suffix(".md").unwrap_or_else(|| panic!("{name} is no explanation"));
            assert!(known.contains(id), "{}/{name} explains no rule", folder.display());
        }
    }
}

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
            let known = PAGES.contains_key(&absolute)
                || DOWNLOADS.contains_key(&absolute)
                || ELSEWHERE.contains(&&*absolute);
            assert!(known, "{path}: {target}");
        }
    }
}

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

fn every_article_is_there_in_every_language() {
    let of = |lang: Lang| {
        let start = format!("help/{}/", lang.tag());
        PAGES.keys().filter_map(|path| path.strip_prefix(&start)).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    for lang in Lang::ALL {
        assert_eq!(of(lang), of(Lang::En), "{}", lang.tag());
    }
}

fn the_baseline_file_can_be_had_without_script_and_switches_tls_12_on() {
    let key = r"SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2";
    for lang in Lang::ALL {
        let tag = lang.tag();
        let guide = PAGES.get(&format!("help/{tag}/bounce-to-restart.html")).expect("the guide");
        assert!(guide.contains("<a href=\"tls12-on.reg\" download>"), "{tag}");
        let bytes = DOWNLOADS.get(&format!("help/{tag}/tls12-on.reg")).expect("the file");
        assert!(bytes.starts_with(&[0xFF, 0xFE]), "{tag}: as regedit writes it");
        let report = diagnose([("tls12-on.reg", &**bytes)], &Options::default());
        assert!(
            report.sources.iter().all(|source| source.problems.is_empty()),
            "{tag}: {:?}",
            report.sources
        );
        let rules: BTreeSet<&str> = report.findings.iter().map(|finding| &*finding.rule).collect();
        assert_eq!(rules, BTreeSet::from(["tls12-client-enabled", "tls12-server-enabled"]), "{tag}");
        assert!(report.fix.is_none(), "{tag}: nothing is left to change");
        let units: Vec<u16> =
            bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let text = String::from_utf16(&units).expect("UTF-16");
        let lines: Vec<&str> = text
            .split("\r\n")
            .filter(|line| !line.starts_with([';', '\u{feff}']) && !line.is_empty())
            .collect();
        let role = |role: &str| {
            let key = format!("[HKEY_LOCAL_MACHINE\\{key}\\{role}]");
            [key, "\"Enabled\"=dword:00000001".to_owned(), "\"DisabledByDefault\"=dword:00000000".to_owned()]
        };
        assert_eq!(lines, [role("Client"), role("Server")].concat(), "{tag}: these values and no others");
    }
}

#[test]
fn the_release_notes_tell_of_this_version_and_of_every_version_a_rule_is_from() {
    let versions: BTreeSet<&str> =
        RULES.iter().map(|rule| rule.since).chain([env!("CARGO_PKG_VERSION")]).collect();
    for lang in Lang::ALL {
        let path = format!("help/{}/release-notes.html", lang.tag());
        let html = PAGES.get(&path).unwrap_or_else(|| panic!("{path} is missing"));
        for version in &versions {
            assert!(html.contains(&format!(">{version}</h2>")), "{path} says nothing of {version}");
        }
    }
}

#[test]
fn the_page_knows_every_code_that_has_an_article() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/en/codes");
    let mut articles = 0;
    for entry in std::fs::read_dir(folder).expect("the articles") {
        let path = entry.expect("an article").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let text = std::fs::read_to_string(&path).expect("an article can be read");
        let known = CODES.iter().find(|known| known.code.replace(' ', "-") == name);
        let known = known.unwrap_or_else(|| panic!("{name} is not in CODES"));
        let title = text.lines().next().unwrap_or_default();
        assert!(title.ends_with(known.words), "{name}: {title}");
        for rule in known.rules {
            assert!(RULES.iter().any(|one| one.id.as_str() == *rule), "{name}: no rule {rule}");
        }
        articles += 1;
    }
    assert_eq!(articles, CODES.len());
}
