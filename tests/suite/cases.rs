//! Every section of every `tests/rules/*.md` says what its fences say.
//!
//! `UPDATE=1 cargo test -p mailtls-tests` writes the snapshots; `CASE=part-of-an-id` runs some of them.

use crate::files::{below, difference, name, text, update};
use mailtls_tests::{CaseFile, snapshot, tests_folder};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// The case files, or those the environment asks for.
pub(crate) fn case_files() -> Vec<(PathBuf, CaseFile)> {
    let wanted = std::env::var("CASE").unwrap_or_default();
    let files = below(&tests_folder().join("rules")).into_iter();
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let files =
        files.filter(|path| path.file_stem().is_some_and(|stem| stem.to_string_lossy().contains(&wanted)));
    files.map(|path| (path.clone(), CaseFile::read(&text(&path)))).collect()
}

#[test]
fn every_case_says_what_its_fences_say() {
    let mut wrong = String::new();
    for (path, file) in case_files() {
        let mut changes = Vec::new();
        for section in &file.sections {
            if section.inputs().next().is_none() {
                let _ = writeln!(wrong, "{}: `{}` has no input", name(&path), section.heading);
                continue;
            }
            let report = section.run();
            for fence in section.fences.iter().filter(|fence| fence.is_snapshot()) {
                let said = snapshot(&fence.word, &report);
                if said != fence.content {
                    let heading = format!("{}:{} {}", name(&path), fence.line, fence.word);
                    let _ = writeln!(wrong, "{heading}\n{}", difference(&fence.content, &said));
                    changes.push((fence.line, fence.content.lines().count(), said));
                }
            }
            if section.fence("findings").is_none() {
                let _ = writeln!(wrong, "{}: `{}` has no findings fence", name(&path), section.heading);
                if let Some(last) = section.fences.last() {
                    let after = last.line + last.content.lines().count() + 1;
                    let fence = format!("\n```findings\n{}```\n", snapshot("findings", &report));
                    changes.push((after, 0, fence));
                }
            }
        }
        if update() {
            write(&path, changes);
        }
    }
    assert!(wrong.is_empty() || update(), "\n{wrong}\nUPDATE=1 rewrites the snapshots; read what it wrote.");
}

/// Replaces, below each line given, that many lines with the text.
fn write(path: &PathBuf, mut changes: Vec<(usize, usize, String)>) {
    if changes.is_empty() {
        return;
    }
    let source = text(path);
    let mut lines: Vec<&str> = source.split_inclusive('\n').collect();
    changes.sort();
    for (line, count, said) in changes.iter().rev() {
        lines.splice(line..&(line + count), [&**said]);
    }
    fs::write(path, lines.concat()).expect("the case file can be written");
}

#[test]
fn a_case_file_is_read_into_sessions() {
    let file = CaseFile::read(
        "# some-rule\n\nSays it.\n\n## It fires\n\nProse.\n\n```reg\n[KEY]\n```\n\n```reg#2\nx\n```\n\n\
         ```findings os=2008R2\nerror certain some-rule  reg:1\n```\n\n## It is silent\n\n````text\n```\n````\n",
    );
    assert_eq!((&*file.title, &*file.intro, file.sections.len()), ("some-rule", "Says it.", 2));
    let first = &file.sections[0];
    assert_eq!(first.inputs().collect::<Vec<_>>(), [("reg", "[KEY]\n"), ("reg#2", "x\n")]);
    assert_eq!(first.options().os, Some(mailtls_core::vocabulary::Os::Ws2008R2));
    assert_eq!((&*first.prose, first.fences[2].line), ("Prose.", 17));
    assert_eq!(file.sections[1].inputs().collect::<Vec<_>>(), [("text", "```\n")]);
}
