//! What is said is complete, in every language, and shows nothing it should not.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a helper of a test fails by panicking"
)]

#[path = "../build/catalog.rs"]
mod catalog;

use mailtls_core::report::{
    ArgReport, ConflictReport, Considered, EvidenceReport, FindingReport, PeerReport, ProblemReport, Remark,
    Report, RuledOut, SourceReport,
};
use mailtls_core::session::{Options, diagnose};
use mailtls_core::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Os, Platform, Profile, Severity};
use mailtls_text::{
    Format, Lang, Style, arguments, entries, lookup, render, render_with, speak, text, to_json,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

const HOSTILE: &str = "\u{1b}[31m`<script>alert(1)</script>`\u{202e}\r|*_\"'=1";

/// A report with something everywhere words go.
fn full() -> Report {
    let mut report = diagnose([(HOSTILE, &b"nothing"[..])], &Options::default());
    report.verdict.cause = Cause::TlsVersion;
    report.verdict.certainty = Certainty::Certain;
    report.verdict.direction = Direction::Outbound;
    report.verdict.because = vec!["a-rule".to_owned()];
    report.verdict.ruled_out =
        vec![RuledOut { cause: Cause::Dns, rule: "a-rule".to_owned(), because: String::new() }];
    report.verdict.needs = vec![Kind::SmtpSendLog, Kind::Reg];
    let evidence = |line| EvidenceReport {
        source: HOSTILE.to_owned(),
        line,
        start: 0,
        end: 7,
        quote: HOSTILE.to_owned(),
    };
    report.findings = vec![FindingReport {
        rule: "a-rule".to_owned(),
        severity: Severity::Error,
        certainty: Certainty::Certain,
        cause: Some(Cause::TlsVersion),
        direction: Direction::Outbound,
        server: Some(HOSTILE.to_owned()),
        title: String::new(),
        what: String::new(),
        why: String::new(),
        remedy: String::new(),
        evidence: (1..=20).map(evidence).collect(),
        explained_by: Some("another-rule".to_owned()),
        args: BTreeMap::from([("peer".to_owned(), ArgReport::Text(HOSTILE.to_owned()))]),
    }];
    let mut fix = mailtls_core::fix::for_report(&report, Profile::Strict).expect("this verdict has a fix");
    HOSTILE.clone_into(&mut fix.edits[0].key);
    fix.reg.push_str(HOSTILE);
    fix.conflicts = vec![ConflictReport {
        key: "HKLM".to_owned(),
        name: "Enabled".to_owned(),
        rules: vec!["a-rule".to_owned(), "another-rule".to_owned()],
        message: String::new(),
    }];
    report.fix = Some(fix);
    report.no_fix =
        Some(Remark { code: "no-such-code".to_owned(), message: String::new(), args: BTreeMap::new() });
    report.smtp.peers = vec![PeerReport {
        name: HOSTILE.to_owned(),
        address: "192.0.2.1:25".to_owned(),
        connector: HOSTILE.to_owned(),
        direction: Direction::Outbound,
        sessions: 3,
        negotiated: BTreeMap::from([("TLS 1.2".to_owned(), 2)]),
        clear: 0,
        failed: 1,
        failures: BTreeMap::new(),
        ciphers: BTreeMap::new(),
        microsoft365: true,
        first: String::new(),
        last: String::new(),
    }];
    report.sources[0].problems = vec![ProblemReport {
        line: 3,
        code: "no-such-problem".to_owned(),
        message: String::new(),
        args: BTreeMap::new(),
        count: 1,
    }];
    report
}

fn every_language() -> impl Iterator<Item = Lang> {
    Lang::ALL.into_iter().chain(Lang::PSEUDO)
}

#[test]
fn every_word_of_the_vocabulary_has_words() {
    let mut keys = Vec::new();
    keys.extend(Cause::ALL.iter().map(|word| format!("cause-{word}")));
    keys.extend(
        Certainty::ALL
            .iter()
            .flat_map(|word| [format!("certainty-{word}"), format!("certainty-{word}.reason")]),
    );
    keys.extend(Direction::ALL.iter().map(|word| format!("direction-{word}")));
    keys.extend(Kind::ALL.iter().map(|word| format!("kind-{word}")));
    keys.extend(Severity::ALL.iter().map(|word| format!("severity-{word}")));
    keys.extend(Platform::ALL.iter().map(|word| format!("platform-{word}")));
    keys.extend(Os::ALL.iter().map(|word| format!("os-{word}")));
    keys.extend(Profile::ALL.iter().map(|word| format!("profile-{word}")));
    keys.extend(Grade::ALL.iter().map(|word| format!("grade-{word}")));
    keys.extend(
        ["enabled", "disabled", "os-default", "misconfigured", "unknown"].map(|s| format!("state-{s}")),
    );
    for lang in Lang::ALL {
        for key in &keys {
            let text = lookup(lang, key, &[]).unwrap_or_else(|| panic!("{key} has no words"));
            assert_eq!(text.lang, lang, "{key} falls back");
        }
    }
}

#[test]
fn every_language_has_the_keys_and_arguments_of_the_first() {
    let arguments_of = |pattern| arguments(pattern).collect::<BTreeSet<_>>();
    let first: BTreeMap<_, _> =
        entries(Lang::En).iter().map(|(key, text)| (*key, arguments_of(text))).collect();
    for lang in Lang::ALL {
        let here: BTreeMap<_, _> =
            entries(lang).iter().map(|(key, text)| (*key, arguments_of(text))).collect();
        let missing: Vec<_> = first.keys().filter(|key| !here.contains_key(*key)).collect();
        let surplus: Vec<_> = here.keys().filter(|key| !first.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{}: missing {missing:?}, surplus {surplus:?}",
            lang.tag()
        );
        let other: Vec<_> = here.iter().filter(|(key, names)| first.get(*key) != Some(*names)).collect();
        assert!(other.is_empty(), "{}: other arguments than English: {other:?}", lang.tag());
    }
}

/// Every sentence a verdict can be, for a person to read: `UPDATE=1` writes them.
#[test]
fn every_verdict_is_a_plain_sentence() {
    for lang in Lang::ALL {
        let mut said = String::new();
        for cause in Cause::ALL {
            for certainty in Certainty::ALL {
                for direction in Direction::ALL {
                    let mut report = full();
                    report.verdict.cause = *cause;
                    report.verdict.certainty = *certainty;
                    report.verdict.direction = *direction;
                    report.sources[0].kind = Kind::SmtpSendLog;
                    speak(&mut report, lang);
                    let summary = &report.verdict.summary;
                    assert!(
                        summary.ends_with('.') && !summary.contains("{$"),
                        "{cause} {certainty}: {summary}"
                    );
                    let _ = writeln!(said, "{cause} {certainty} {direction}\n  {summary}");
                }
            }
        }
        for (title, report) in corners() {
            let mut report = report;
            speak(&mut report, lang);
            let _ = writeln!(said, "{title}\n  {}", report.verdict.summary);
        }
        let path = format!("{}/tests/snapshots/verdicts-{}.txt", env!("CARGO_MANIFEST_DIR"), lang.tag());
        snapshot(Path::new(&path), &said);
    }
}

/// The verdicts that depend on more than cause, certainty and direction.
fn corners() -> Vec<(String, Report)> {
    let mut corners = Vec::new();
    for certainty in Certainty::ALL {
        for direction in Direction::ALL {
            let mut report = full();
            report.verdict.certainty = *certainty;
            report.verdict.direction = *direction;
            report.sources[0].kind = Kind::Reg;
            corners.push((format!("only a registry export, {certainty} {direction}"), report));
        }
    }
    for platform in Platform::ALL {
        let mut report = full();
        report.verdict.platform = *platform;
        corners.push((format!("platform {platform}"), report));
    }
    for cause in [Cause::Certificate, Cause::Unknown, Cause::None] {
        let mut report = full();
        report.verdict.cause = cause;
        report.verdict.ruled_out[0].cause = Cause::TlsVersion;
        corners.push((format!("{cause}, the version ruled out"), report.clone()));
        report.verdict.ruled_out.clear();
        report.verdict.considered = vec![Considered {
            cause: Cause::TlsVersion,
            certainty: Certainty::Suspected,
            speaks_for: Vec::new(),
            speaks_against: Vec::new(),
            needs: Vec::new(),
        }];
        corners.push((format!("{cause}, the version open"), report));
    }
    for kind in Kind::ALL {
        let mut report = full();
        report.verdict.cause = Cause::None;
        report.findings.clear();
        report.sources[0].kind = *kind;
        corners.push((format!("nothing found in {kind}"), report));
    }
    let mut empty = diagnose([("empty", &b""[..])], &Options::default());
    corners.push(("nothing given".to_owned(), empty.clone()));
    empty.sources = Vec::<SourceReport>::new();
    corners.push(("no input".to_owned(), empty));
    corners
}

#[test]
fn rendering_twice_gives_the_same_in_any_order_of_languages() {
    for format in Format::ALL {
        let english = render(&full(), Lang::En, format);
        let mut spanish = full();
        speak(&mut spanish, Lang::Es);
        assert_eq!(english, render(&spanish, Lang::En, format), "{format:?}");
        assert_eq!(Format::from_word(format.word()), Some(format));
    }
}

#[test]
fn nothing_steers_the_reader() {
    for lang in Lang::ALL {
        for format in Format::ALL {
            let rendered = render(&full(), lang, format);
            let stray = rendered.chars().find(|letter| matches!(letter, '\u{1b}' | '\u{202e}'));
            assert_eq!(stray, None, "{lang:?} {format:?}: {rendered}");
            let returns = rendered.replace("\r\n", "").contains('\r');
            assert!(!returns, "{lang:?} {format:?}: a lone carriage return");
            assert!(!rendered.contains("{$"), "{lang:?} {format:?}: a gap left open");
        }
    }
}

#[test]
fn text_colours_only_where_asked_and_keeps_its_width() {
    let plain = render_with(&full(), Lang::En, Format::Text, Style { width: 60, colour: false });
    // Quotes and tables are to be found again in the input; words are wrapped.
    for line in plain.lines().filter(|line| !line.contains("script") && !line.contains("  TLS versions")) {
        assert!(line.chars().count() <= 60 || !line.trim().contains(' '), "{line}");
    }
    let coloured = render_with(&full(), Lang::En, Format::Text, Style { width: 60, colour: true });
    assert!(coloured.contains("\u{1b}[1;31m") && coloured.ends_with('\n'));
}

#[test]
fn a_ticket_is_short_and_says_verdict_evidence_fix_and_checks() {
    for lang in Lang::ALL {
        let ticket = render(&full(), lang, Format::Markdown);
        assert!(ticket.lines().count() <= 25, "{ticket}");
        for key in ["render-evidence", "render-fix", "render-check-outbound"] {
            assert!(
                ticket.contains(text(lang, key, &[]).unwrap().split('_').next().unwrap()),
                "{key}: {ticket}"
            );
        }
    }
}

#[test]
fn the_page_runs_nothing_and_closes_what_it_opens() {
    for lang in every_language() {
        let page = render(&full(), lang, Format::Html);
        for forbidden in ["<script", "<img", " onclick", "javascript:", "http://", "https://", " style="] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert!(page.contains(&format!("<html lang=\"{}\" dir=\"{}\">", lang.tag(), lang.dir())));
        for tag in
            ["table", "thead", "tbody", "tr", "td", "th", "ul", "ol", "li", "p", "section", "article", "code"]
        {
            let opened =
                page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}

#[test]
fn json_is_the_report_and_can_be_read_back() {
    let mut report = full();
    speak(&mut report, Lang::PtBr);
    let json = render(&full(), Lang::PtBr, Format::Json);
    assert_eq!(json, to_json(&report));
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
}

#[test]
fn a_pseudo_language_is_longer_and_keeps_its_arguments() {
    let args = [("count", "17")];
    let english = text(Lang::En, "render-lines", &args).unwrap();
    let pseudo = text(Lang::Pseudo, "render-lines", &args).unwrap();
    assert!(
        pseudo.chars().count() > english.chars().count() && pseudo.contains("17") && pseudo.starts_with('⟦')
    );
    assert!(text(Lang::PseudoRtl, "render-lines", &args).unwrap().contains("17"));
}

#[test]
fn the_catalog_takes_its_subset_and_refuses_the_rest() {
    let read = catalog::read("a = One\n    two.\n\n    Three { $x }{ \"{\" }\n    .b = Four\n").unwrap();
    assert_eq!(read["a"], (1, "One two.\nThree \u{1}x\u{2}{".to_owned()));
    assert_eq!(read["a.b"], (5, "Four".to_owned()));
    let refused = [
        ("a = b\nc = { $n ->\n    [one] x\n   *[other] y\n }\n", 2, "a selector"),
        ("-a = b\n", 1, "a term"),
        ("a = { -b }\n", 1, "a term"),
        ("a = { b }\n", 1, "a reference to a message"),
        ("a = { DATE($d) }\n", 1, "a function"),
        ("a = b\na = c\n", 2, "twice"),
        ("a = b\nc d\n", 2, "Expected"),
    ];
    for (source, line, what) in refused {
        let faults = catalog::read(source).unwrap_err();
        assert!(faults.iter().any(|(at, said)| *at == line && said.contains(what)), "{source}: {faults:?}");
    }
}

fn snapshot(path: &Path, said: &str) {
    let expected = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    if expected != said && std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, said).unwrap();
    } else {
        assert!(expected == said, "{} differs; UPDATE=1 writes it, read what it wrote", path.display());
    }
}
