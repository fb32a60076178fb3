//! What is fuzzed and what must hold of whatever comes out.
//!
//! A target is a function over bytes that panics where a promise is broken: the same ones run under libFuzzer
//! (`cargo xtask fuzz`) and under the small mutator in `main.rs`, which needs nothing but a stable compiler.

mod registry;
pub mod seeds;

use mailtls_core::report::{FixReport, Report};
use mailtls_core::session::{Options, Session, diagnose};
use mailtls_core::vocabulary::{Kind, Os, Profile};
use mailtls_text::Lang;

/// Something that is fuzzed.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Panics where a promise is broken.
    pub run: fn(&[u8]),
}

/// All of them. A reader is reached by telling the session what its input is; `detect` lets it find out.
pub const TARGETS: &[Target] = &[
    Target { name: "detect", run: detect },
    Target { name: "session", run: session },
    Target { name: "fix", run: fix },
    Target { name: "reg", run: |data| told(Kind::Reg, data) },
    Target { name: "smtp-send-log", run: |data| told(Kind::SmtpSendLog, data) },
    Target { name: "smtp-receive-log", run: |data| told(Kind::SmtpReceiveLog, data) },
    Target { name: "ndr", run: |data| told(Kind::Ndr, data) },
    Target { name: "queue", run: |data| told(Kind::Queue, data) },
    Target { name: "event-log", run: |data| told(Kind::EventLog, data) },
    Target { name: "mta-log", run: |data| told(Kind::MtaLog, data) },
    Target { name: "text", run: |data| told(Kind::Text, data) },
];

/// The target of that name.
#[must_use]
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().copied().find(|target| target.name == name)
}

/// One input of a kind the session finds out itself.
fn detect(data: &[u8]) {
    let report = diagnose([("input", data)], &Options::default());
    sound(&report, &[data]);
}

/// One input of a kind the user insists on, right or wrong.
fn told(kind: Kind, data: &[u8]) {
    let mut session = Session::new(Options::default(), Box::new(mailtls_core::decode::NoDecoder));
    session.open_as("input", Some(kind));
    session.feed(data);
    sound(&session.finish(), &[data]);
}

/// Several inputs in one session, cut into chunks anywhere: the cuts make no difference.
///
/// The first four bytes decide on release, profile and cuts; a byte 0x1E separates inputs.
fn session(data: &[u8]) {
    let Some((&[os, profile, first, step], rest)) = data.split_first_chunk::<4>() else { return };
    let options = options(os, profile);
    let inputs: Vec<&[u8]> = rest.split(|byte| *byte == 0x1E).take(4).collect();
    let whole = diagnose(inputs.iter().map(|input| ("input", *input)), &options);
    sound(&whole, &inputs);

    let mut session = Session::new(options, Box::new(mailtls_core::decode::NoDecoder));
    let mut size = usize::from(first) % 61;
    for input in &inputs {
        session.open("input");
        let mut rest = *input;
        while !rest.is_empty() {
            let (chunk, after) = rest.split_at(size.min(rest.len()));
            session.feed(chunk);
            rest = after;
            size = (size * 7 + usize::from(step) + 1) % 61;
        }
    }
    let cut = session.finish();
    assert_eq!(mailtls_text::to_json(&whole), mailtls_text::to_json(&cut), "the cuts made a difference");
}

/// An export with random values at the places mailtls knows: the corrective file can be read back, is enough,
/// and its undo restores.
fn fix(data: &[u8]) {
    let Some((&[os, profile], rest)) = data.split_first_chunk::<2>() else { return };
    let options = options(os, profile);
    let export = registry::export(rest);
    let report = diagnose([("server.reg", export.as_bytes())], &options);
    sound(&report, &[export.as_bytes()]);
    let Some(fix) = &report.fix else { return };
    if !fix.conflicts.is_empty() {
        return;
    }
    let after = registry::apply(&export, &fix.reg);
    let again = diagnose([("server.reg", after.as_bytes())], &options);
    if let Some(more) = &again.fix {
        panic!("the fix was not enough:\n{export}\n--- fix\n{}\n--- and then\n{}", fix.reg, more.reg);
    }
    let restored = registry::apply(&after, &fix.undo);
    let back = diagnose([("server.reg", restored.as_bytes())], &options);
    assert_eq!(
        registry::values(&report),
        registry::values(&back),
        "the undo does not restore:\n{export}\n--- fix\n{}\n--- undo\n{}",
        fix.reg,
        fix.undo
    );
}

fn options(os: u8, profile: u8) -> Options {
    let os = Os::ALL.get(usize::from(os) % (Os::ALL.len() + 1)).copied();
    let profile = Profile::ALL[usize::from(profile) % Profile::ALL.len()];
    Options { os, profile, ..Options::default() }
}

/// What holds of every report.
fn sound(report: &Report, inputs: &[&[u8]]) {
    assert_eq!(report.sources.len(), inputs.len());
    for (source, input) in report.sources.iter().zip(inputs) {
        assert_eq!(source.bytes, input.len() as u64, "the length of {}", source.name);
    }
    for finding in &report.findings {
        assert!(!finding.evidence.is_empty(), "{} has no evidence", finding.rule);
        for evidence in &finding.evidence {
            let source = report.sources.iter().find(|source| source.name == evidence.source);
            let source =
                source.unwrap_or_else(|| panic!("{} cites a source that is not there", finding.rule));
            assert!(
                evidence.start <= evidence.end && evidence.end <= source.bytes,
                "{}: {evidence:?}",
                finding.rule
            );
            assert!((1..=source.lines.max(1)).contains(&evidence.line), "{}: {evidence:?}", finding.rule);
        }
    }
    let json = mailtls_text::to_json(report);
    let bytes: usize = inputs.iter().map(|input| input.len()).sum();
    assert!(json.len() < (1 << 20) + 64 * bytes, "{bytes} bytes became a report of {}", json.len());
    assert_eq!(&serde_json::from_str::<Report>(&json).expect("a report can be read back"), report);
    for lang in Lang::ALL {
        let mut spoken = report.clone();
        mailtls_text::speak(&mut spoken, lang);
        for finding in &spoken.findings {
            assert!(!finding.title.is_empty(), "{} has no title in {}", finding.rule, lang.tag());
        }
    }
    let fixes = report.fix.iter().chain(report.servers.iter().filter_map(|server| server.fix.as_ref()));
    for fix in fixes {
        readable(fix);
    }
}

/// A generated file holds nothing that Windows would not read, and no line break or NUL from the input.
fn readable(fix: &FixReport) {
    for (name, text) in [("fix.reg", &fix.reg), ("undo.reg", &fix.undo)] {
        let control = |letter: char| letter.is_control() && letter != '\r' && letter != '\n';
        assert!(!text.contains(control), "{name} has a control character: {text:?}");
        for line in text.split("\r\n") {
            let known = line.is_empty()
                || line.starts_with("Windows Registry Editor Version 5.00")
                || line.starts_with([';', '[', '"', '@'])
                || line.starts_with("  ");
            assert!(known && !line.contains(['\r', '\n']), "{name} has a line of no sort: {line:?}");
        }
        let read = diagnose([(name, text.as_bytes())], &Options::default());
        for source in &read.sources {
            assert!(source.problems.is_empty(), "{name} cannot be read: {:?}\n{text}", source.problems);
        }
    }
}
