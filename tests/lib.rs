//! Reads and runs case files: fixture, specification and documentation in one.
//!
//! `tests/rules/<id>.md` opens with `# id` and a sentence; every `## heading` is one session. Its fences are
//! inputs, named by their word (a second one of a word is `word#2`), or snapshots of what the session says:
//! `findings` (all of them, always), `verdict`, `fix` and `problems` (where wanted). `findings os=2008R2`
//! tells the session the Windows release. The tests are in `suite/`.

use mailtls_core::report::Report;
use mailtls_core::session::{Options, Session};
use mailtls_core::vocabulary::{Os, Profile};
use std::fmt::Write as _;
use std::path::PathBuf;

/// The words of fences that are snapshots. Every other word is an input.
const SNAPSHOTS: [&str; 5] = ["findings", "verdict", "fix", "no-fix", "problems"];

/// The folder that holds `rules/` and `corpus/`.
#[must_use]
pub fn tests_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// One case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// What stands after `# `: the rule's id.
    pub title: String,
    /// The text under the title.
    pub intro: String,
    /// The sessions.
    pub sections: Vec<Section>,
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What stands after `## `; empty for fences before the first such heading.
    pub heading: String,
    /// The text outside the fences.
    pub prose: String,
    /// The fences, in order.
    pub fences: Vec<Fence>,
}

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// The first word of the opening line.
    pub word: String,
    /// The rest of the opening line.
    pub attributes: String,
    /// The number of the opening line in the file, from 1.
    pub line: usize,
    /// The content, each line with its line feed.
    pub content: String,
}

impl Fence {
    /// Whether it says what a session gives, rather than what goes in.
    #[must_use]
    pub fn is_snapshot(&self) -> bool {
        SNAPSHOTS.contains(&&*self.word)
    }
}

impl CaseFile {
    /// Reads a case file. What is not a heading or a fence is prose.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut file = Self { title: String::new(), intro: String::new(), sections: Vec::new() };
        let mut open: Option<(Fence, String)> = None;
        for (number, line) in text.lines().enumerate() {
            if let Some((mut fence, ticks)) = open.take() {
                if line.trim_end() == ticks {
                    file.keep(fence);
                } else {
                    fence.content.push_str(line);
                    fence.content.push('\n');
                    open = Some((fence, ticks));
                }
            } else if line.starts_with("```") {
                let ticks: String = line.chars().take_while(|letter| *letter == '`').collect();
                let info = line.trim_start_matches('`').trim();
                let (word, attributes) = info.split_once(' ').unwrap_or((info, ""));
                let (word, attributes) = (word.to_owned(), attributes.trim().to_owned());
                open = Some((Fence { word, attributes, line: number + 1, content: String::new() }, ticks));
            } else if let Some(heading) = line.strip_prefix("## ") {
                let heading = heading.trim().to_owned();
                file.sections.push(Section { heading, prose: String::new(), fences: Vec::new() });
            } else if let Some(title) = line.strip_prefix("# ") {
                title.trim().clone_into(&mut file.title);
            } else {
                let prose = file.sections.last_mut().map_or(&mut file.intro, |section| &mut section.prose);
                prose.push_str(line);
                prose.push('\n');
            }
        }
        if let Some((fence, _)) = open {
            file.keep(fence);
        }
        let intro = file.intro.trim().to_owned();
        file.intro = intro;
        for section in &mut file.sections {
            let prose = section.prose.trim().to_owned();
            section.prose = prose;
        }
        file
    }

    /// Puts a fence into the section that is being read.
    fn keep(&mut self, fence: Fence) {
        if let Some(section) = self.sections.last_mut() {
            section.fences.push(fence);
        } else {
            let (heading, prose, fences) = (String::new(), String::new(), vec![fence]);
            self.sections.push(Section { heading, prose, fences });
        }
    }
}

impl Section {
    /// The inputs: name and text. An empty section has none.
    pub fn inputs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fences.iter().filter(|fence| !fence.is_snapshot()).map(|fence| (&*fence.word, &*fence.content))
    }

    /// The first fence of this word.
    #[must_use]
    pub fn fence(&self, word: &str) -> Option<&Fence> {
        self.fences.iter().find(|fence| fence.word == word)
    }

    /// What `name=value` says on the opening line of the `findings` fence.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.fence("findings")?.attributes.split_whitespace();
        attributes.find_map(|attribute| attribute.strip_prefix(name)?.strip_prefix('='))
    }

    /// The options the section asks for.
    #[must_use]
    pub fn options(&self) -> Options {
        let os = self.attribute("os").and_then(Os::from_word);
        let profile = self.attribute("profile").and_then(Profile::from_word).unwrap_or(Profile::Minimal);
        Options { os, profile, strays: self.attribute("strays").is_some() }
    }

    /// The report on the inputs.
    #[must_use]
    pub fn run(&self) -> Report {
        let mut session = Session::new(self.options(), Box::new(mailtls_core::decode::NoDecoder));
        for (name, content) in self.inputs() {
            session.open(name);
            session.feed(content.as_bytes());
        }
        session.finish()
    }
}

/// The content of the snapshot fence `word` for a report.
#[must_use]
pub fn snapshot(word: &str, report: &Report) -> String {
    let mut said = String::new();
    match word {
        "findings" => {
            for finding in &report.findings {
                let _ = write!(said, "{} {} {} ", finding.severity, finding.certainty, finding.rule);
                for evidence in &finding.evidence {
                    let _ = write!(said, " {}:{}", evidence.source, evidence.line);
                }
                said.push('\n');
            }
        }
        "verdict" => {
            let verdict = &report.verdict;
            let _ = writeln!(said, "{} {} {}", verdict.cause, verdict.certainty, verdict.direction);
        }
        "fix" => {
            if let Some(fix) = &report.fix {
                said.push_str(&fix.reg.replace("\r\n", "\n"));
            }
        }
        "no-fix" => {
            if let Some(reason) = &report.no_fix {
                let _ = writeln!(said, "{}", reason.code);
            }
        }
        "problems" => {
            for source in &report.sources {
                for problem in &source.problems {
                    let _ = writeln!(said, "{} {}:{}", problem.code, source.name, problem.line);
                }
            }
        }
        _ => {}
    }
    said
}
