//! Bytes that Markdown cannot hold: `tests/corpus/<format>/<case>/{input.*, expected.txt}`.
//!
//! `expected.txt` is what all `input.*` of the folder say together: verdict, findings, problems. What is in
//! `tests/corpus/clean/` is mail that works, and no finding above a note may speak of it.

use crate::files::{below, difference, name, text, update};
use mailtls_core::report::Report;
use mailtls_core::session::{Options, diagnose};
use mailtls_core::vocabulary::Severity;
use mailtls_tests::{snapshot, tests_folder};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// The inputs of every case, by folder.
pub(crate) fn corpus() -> BTreeMap<PathBuf, Vec<(String, Vec<u8>)>> {
    let mut cases: BTreeMap<PathBuf, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    for path in below(&tests_folder().join("corpus")) {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let (true, Some(folder)) = (file.starts_with("input"), path.parent()) {
            let bytes = fs::read(&path).expect("the input can be read");
            cases.entry(folder.to_owned()).or_default().push((file, bytes));
        }
    }
    cases
}

fn report(inputs: &[(String, Vec<u8>)]) -> Report {
    diagnose(inputs.iter().map(|(name, bytes)| (&**name, &**bytes)), &Options::default())
}

#[test]
fn every_corpus_case_says_what_is_expected() {
    let mut wrong = String::new();
    for (folder, inputs) in corpus() {
        let report = report(&inputs);
        let mut said = String::new();
        for word in ["verdict", "findings", "problems"] {
            let snapshot = snapshot(word, &report);
            if !snapshot.is_empty() {
                let _ = writeln!(said, "{word}\n{snapshot}");
            }
        }
        for source in &report.sources {
            let forms: Vec<&str> = source.documents.iter().map(|document| &*document.form).collect();
            let (name, kind, encoding) = (&source.name, source.kind, &source.encoding);
            let _ = writeln!(said, "{name} {kind} {encoding} lines={} {}", source.lines, forms.join(","));
        }
        let path = folder.join("expected.txt");
        let expected = if path.exists() { text(&path) } else { String::new() };
        if said != expected {
            let _ = writeln!(wrong, "{}\n{}", name(&path), difference(&expected, &said));
            if update() {
                fs::write(&path, said).expect("the snapshot can be written");
            }
        }
    }
    assert!(wrong.is_empty() || update(), "\n{wrong}\nUPDATE=1 rewrites the snapshots; read what it wrote.");
}

#[test]
fn mail_that_works_gives_no_finding_above_a_note() {
    let clean = tests_folder().join("corpus").join("clean");
    for (folder, inputs) in corpus().into_iter().filter(|(folder, _)| folder.starts_with(&clean)) {
        let findings = report(&inputs).findings;
        let loud: Vec<_> = findings.iter().filter(|finding| finding.severity > Severity::Note).collect();
        assert!(loud.is_empty(), "{}: {loud:#?}", name(&folder));
    }
}
