//! What people write: pages about the subject, and about each reply code.

use crate::html::{link, list};
use crate::snippets::fill_in;
use crate::{Library, code_path, frame, markdown};
use mailtls_core::rules::RULES;
use mailtls_text::Lang;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// The articles about the subject, in the order of reading.
pub(crate) const BOOKS: [&str; 6] =
    ["bounce-to-restart", "get-the-files", "privacy", "embed", "host", "release-notes"];

/// One article.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    /// Its file name without the ending; `codes/421-4.4.2` for a code.
    pub(crate) name: String,
    /// Its title.
    pub(crate) title: String,
    /// The text under it, as Markdown.
    body: String,
}

impl Article {
    pub(crate) fn read(folder: &Path, name: &str, top: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(folder.join(format!("{name}.md")))?.replace("\r\n", "\n");
        let (title, body) = markdown::titled(&fill_in(&text, top)?);
        Ok(Self { name: name.to_owned(), title, body })
    }

    /// The reply code it is about: `421 4.4.2`.
    pub(crate) fn code(&self) -> String {
        self.name.trim_start_matches("codes/").replace('-', " ")
    }

    /// Where its page is below the top of the site.
    pub(crate) fn path(&self, lang: Lang) -> String {
        match self.name.strip_prefix("codes/") {
            Some(_) => code_path(lang, &self.code()),
            None => format!("help/{}/{}.html", lang.tag(), self.name),
        }
    }

    /// What its first paragraph begins with, without the point; nothing where it has none.
    pub(crate) fn first_sentence(&self) -> &str {
        let paragraph = self.body.split("\n\n").next().unwrap_or_default();
        let ends = [". ", ".\n", ": ", ":\n"].iter().filter_map(|end| paragraph.find(end)).min();
        ends.and_then(|end| paragraph.get(..end)).unwrap_or_else(|| paragraph.trim_end_matches(['.', ':']))
    }

    fn is_code(&self) -> bool {
        self.name.starts_with("codes/")
    }
}

/// The articles about reply codes, in the order of their titles, which begin with the code.
pub(crate) fn codes(folder: &Path, top: &Path) -> io::Result<Vec<Article>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder.join("codes"))? {
        let path = entry?.path();
        if let Some(stem) = path.file_stem().filter(|_| path.extension().is_some_and(|end| end == "md")) {
            names.push(format!("codes/{}", stem.to_string_lossy()));
        }
    }
    let mut codes =
        names.iter().map(|name| Article::read(folder, name, top)).collect::<io::Result<Vec<_>>>()?;
    codes.sort_by(|one, other| one.title.cmp(&other.title));
    Ok(codes)
}

/// Its page.
pub(crate) fn render(article: &Article, library: &Library) -> String {
    let labels = &library.labels;
    let up = if article.is_code() { "../" } else { "" };
    // Articles name each other by file: `codes/421-4.4.2.md`, `rule:tls12-client-disabled`.
    let mut body = markdown::to_html(&article.body, |target| match target.strip_prefix("rule:") {
        Some(rule) => format!("{up}rules/{rule}.html"),
        None if target.starts_with("https://") => target.to_owned(),
        None => format!("{up}{}", target.replace(".md", ".html")),
    });
    // A browser may show such a file, which is text to it.
    body = body.replace(".reg\">", ".reg\" download>");
    if article.is_code() {
        let about = RULES
            .iter()
            .map(|rule| rule.id.as_str())
            .filter(|rule| library.codes_of(rule).any(|code| code.name == article.name));
        let rules: Vec<String> = about
            .map(|rule| {
                let title = library.title(rule).unwrap_or_default();
                link(&format!("../rules/{rule}.html"), &title)
            })
            .collect();
        if !rules.is_empty() {
            let _ = write!(body, "<h2>{}</h2>\n{}", labels.say("page-rules-for-code"), list(&rules));
        }
    }
    frame::render(library, &article.path(library.lang), &article.title, &body)
}
