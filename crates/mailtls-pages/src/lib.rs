//! Writes the knowledge pages: static HTML that needs no server, no script and nothing from elsewhere.
//!
//! Nothing on a rule's page is written by hand: its texts, its own documentation, its cases and what they give
//! today are put together, so a page cannot say what the rule does not do. What no rule can say (how to get
//! the files, what a reply code means, how to check the privacy promise) is in `articles/<language>/`.

mod article;
mod frame;
mod html;
mod index;
mod labels;
mod markdown;
mod rule_page;
mod snippets;

pub use snippets::{element_script, integrity};

use article::Article;
use labels::Labels;
use mailtls_core::fix::reg_text;
use mailtls_core::report::Report;
use mailtls_core::rules::RULES;
use mailtls_tests::{CaseFile, Section};
use mailtls_text::Lang;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::{fs, io};

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it belongs below the top of the site, with forward slashes.
    pub path: String,
    /// What is in it.
    pub html: String,
}

/// Where the page of a rule is below the top of the site.
#[must_use]
pub fn rule_path(lang: Lang, rule: &str) -> String {
    format!("help/{}/rules/{rule}.html", lang.tag())
}

/// Where the page of a reply code is below the top of the site: `421 4.4.2` is `421-4.4.2`.
#[must_use]
pub fn code_path(lang: Lang, code: &str) -> String {
    format!("help/{}/codes/{}.html", lang.tag(), code.replace(' ', "-"))
}

/// Every page in every language. `top` is the top folder of the repository: rules are documented in their source.
///
/// # Errors
///
/// Where a file of the repository cannot be read.
pub fn pages(top: &Path) -> io::Result<Vec<Page>> {
    let mut pages = Vec::new();
    let cases = cases(top)?;
    for lang in Lang::ALL {
        let library = Library::read(top, lang, cases.clone())?;
        pages.push(Page { path: format!("help/{}/index.html", lang.tag()), html: index::render(&library) });
        for book in &library.books {
            pages.push(Page { path: book.path(lang), html: article::render(book, &library) });
        }
        for code in &library.codes {
            pages.push(Page { path: code.path(lang), html: article::render(code, &library) });
        }
        for rule in RULES {
            let path = rule_path(lang, rule.id.as_str());
            pages.push(Page { path, html: rule_page::render(rule, &library) });
        }
    }
    Ok(pages)
}

/// The files that pages offer, as they are downloaded: where each belongs below the top of the site, and its bytes.
///
/// # Errors
///
/// Where a file of the repository cannot be read.
pub fn downloads(top: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for lang in Lang::ALL {
        let tag = lang.tag();
        let text = fs::read_to_string(top.join(format!("crates/mailtls-pages/files/{tag}/{BASELINE}")))?;
        let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
        files.push((format!("help/{tag}/{BASELINE}"), reg_text::to_bytes(&text)));
    }
    Ok(files)
}

/// Switches TLS 1.2 on where nothing is known of the server.
const BASELINE: &str = "tls12-on.reg";

/// What pages of one language are made of.
struct Library {
    lang: Lang,
    labels: Labels,
    /// The articles about the subject, in the order of reading.
    books: Vec<Article>,
    /// The articles about reply codes, by code.
    codes: Vec<Article>,
    /// How each rule decides, by id, as Markdown: in English its documentation, else the translation of it.
    docs: BTreeMap<&'static str, String>,
    /// The cases of each rule, by id.
    cases: Rc<Cases>,
}

/// The cases of each rule, by id.
type Cases = BTreeMap<&'static str, Vec<Case>>;

/// A case, and the report on it, which is the same before it is said in a language.
struct Case {
    section: Section,
    report: Report,
}

impl Case {
    fn of(file: CaseFile) -> Vec<Self> {
        let run = |section: Section| Self { report: section.run(), section };
        file.sections.into_iter().map(run).collect()
    }
}

fn cases(top: &Path) -> io::Result<Rc<Cases>> {
    let mut cases = Cases::new();
    for rule in RULES {
        let id = rule.id.as_str();
        let path = top.join(format!("tests/rules/{id}.md"));
        if path.exists() {
            let file = CaseFile::read(&fs::read_to_string(path)?.replace("\r\n", "\n"));
            cases.insert(id, Case::of(file));
        }
    }
    Ok(Rc::new(cases))
}

impl Library {
    fn read(top: &Path, lang: Lang, cases: Rc<Cases>) -> io::Result<Self> {
        let mut docs = BTreeMap::new();
        for rule in RULES {
            let id = rule.id.as_str();
            docs.insert(id, explanation(top, lang, id)?);
        }
        let folder = top.join("crates/mailtls-pages/articles").join(lang.tag());
        Ok(Self {
            lang,
            labels: Labels::new(lang),
            books: article::BOOKS
                .iter()
                .map(|name| Article::read(&folder, name, top))
                .collect::<io::Result<_>>()?,
            codes: article::codes(&folder, top)?,
            docs,
            cases,
        })
    }

    /// The headline of a rule; what a finding fills in stands as `<name>`.
    fn title(&self, rule: &str) -> Option<String> {
        mailtls_text::rule(rule, self.lang).map(|words| words.title)
    }

    /// The codes whose text is in the documentation or the cases of a rule.
    fn codes_of(&self, rule: &str) -> impl Iterator<Item = &Article> {
        let fences = self.cases.get(rule).into_iter().flatten();
        let fences = fences.flat_map(|case| &case.section.fences).map(|fence| &*fence.content);
        let known: Vec<&str> = self.docs.get(rule).map(|docs| &**docs).into_iter().chain(fences).collect();
        self.codes.iter().filter(move |code| known.iter().any(|text| text.contains(&code.code())))
    }
}

/// How a rule decides, as Markdown. English stands in its source, where the code it speaks of is; the other languages
/// in `rules/<language>/<id>.md`.
///
/// # Errors
///
/// Where the file cannot be read.
pub fn explanation(top: &Path, lang: Lang, rule: &str) -> io::Result<String> {
    if lang == Lang::En {
        let source = format!("crates/mailtls-core/src/rules/{}.rs", rule.replace('-', "_"));
        return Ok(documentation(&fs::read_to_string(top.join(source))?));
    }
    let path = top.join(format!("crates/mailtls-pages/rules/{}/{rule}.md", lang.tag()));
    let text = fs::read_to_string(&path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    Ok(text.replace("\r\n", "\n"))
}

/// The `//!` lines of a source file, without the marks.
fn documentation(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_ends_where_the_code_begins() {
        assert_eq!(documentation("//! One.\n//!\n//! Two.\n\n//! no\nuse x;\n"), "One.\n\nTwo.");
    }
}
