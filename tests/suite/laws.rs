//! What holds for any input: where it is cut makes no difference, asking twice makes none, nothing panics.

use crate::cases::case_files;
use crate::corpus::corpus;
use crate::files::name;
use mailtls_core::decode::NoDecoder;
use mailtls_core::partial::{Partial, Place};
use mailtls_core::session::{Options, Session, diagnose};
use mailtls_text::to_json;

/// Sizes of chunks that cut lines, fields, line ends and multi-byte characters in all ways.
const SIZES: [usize; 5] = [1, 2, 3, 61, 4099];
/// Longer inputs are cut in fewer ways, or the suite would not be run.
const LONG: usize = 20_000;

/// Every input of the cases and the corpus, with the place it comes from.
fn inputs() -> Vec<(String, Vec<u8>)> {
    let mut inputs = Vec::new();
    for (path, file) in case_files() {
        for section in &file.sections {
            for (word, content) in section.inputs() {
                inputs.push((
                    format!("{} {} {word}", name(&path), section.heading),
                    content.as_bytes().to_vec(),
                ));
            }
        }
    }
    for (folder, files) in corpus() {
        inputs.extend(files.into_iter().map(|(file, bytes)| (format!("{}/{file}", name(&folder)), bytes)));
    }
    inputs.sort_by(|one, two| one.1.cmp(&two.1));
    inputs.dedup_by(|one, two| one.1 == two.1);
    inputs
}

fn whole(bytes: &[u8]) -> String {
    to_json(&diagnose([("input", bytes)], &Options::default()))
}

#[test]
fn where_the_input_is_cut_makes_no_difference() {
    for (place, bytes) in inputs() {
        let expected = whole(&bytes);
        for size in SIZES.into_iter().filter(|size| bytes.len() < LONG || *size > 50) {
            let mut session = Session::new(Options::default(), Box::new(NoDecoder));
            session.open("input");
            bytes.chunks(size).for_each(|chunk| session.feed(chunk));
            assert!(expected == to_json(&session.finish()), "{place} in chunks of {size}");
        }
    }
}

#[test]
fn reading_apart_makes_no_difference() {
    for (place, bytes) in inputs() {
        let mut session = Session::apart(Box::new(NoDecoder));
        session.open_part(Place::of("input"));
        bytes.chunks(4099).for_each(|chunk| session.feed(chunk));
        let partial = Partial::from_bytes(&session.partial().to_bytes()).expect("what was written is read");
        let report = partial.report(Options::default(), Box::new(NoDecoder));
        assert!(whole(&bytes) == to_json(&report), "{place}");
    }
}

#[test]
fn asking_twice_gives_the_same_answer() {
    for (place, bytes) in inputs() {
        let mut session = Session::new(Options::default(), Box::new(NoDecoder));
        session.open("input");
        session.feed(&bytes);
        let first = to_json(&session.finish());
        assert!(first == to_json(&session.finish()), "{place}: finish");
        assert!(first == to_json(&session.finish_with(Options::default())), "{place}: finish_with");
    }
}

#[test]
fn every_beginning_of_an_input_can_be_read() {
    for (place, bytes) in inputs() {
        let step = (bytes.len() / 16).max(1);
        for end in (0..bytes.len()).step_by(step) {
            let report = diagnose([("input", &bytes[..end])], &Options::default());
            assert!(
                report.findings.iter().all(|finding| !finding.evidence.is_empty()),
                "{place}: first {end} bytes"
            );
        }
    }
}

#[test]
fn evidence_stands_where_it_is_said_to_stand() {
    for (place, bytes) in inputs() {
        let report = diagnose([("input", &*bytes)], &Options::default());
        let lines = bytes.split(|byte| *byte == b'\n').count() as u64;
        for evidence in report.findings.iter().flat_map(|finding| &finding.evidence) {
            let length = bytes.len() as u64;
            assert!(evidence.start <= evidence.end && evidence.end <= length, "{place}: {evidence:?}");
            assert!((1..=lines.max(1)).contains(&evidence.line), "{place}: {evidence:?}");
            let before =
                bytes.iter().zip(0..evidence.start).filter(|(byte, _)| **byte == b'\n').count() as u64 + 1;
            // In UTF-16 half a character may look like a line feed.
            assert!(
                !bytes.is_ascii() || before == evidence.line,
                "{place}: starts on line {before}: {evidence:?}"
            );
        }
    }
}
