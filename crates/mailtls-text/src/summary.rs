//! The verdict in plain words: one sentence that says what, how sure and which way, and a second one where
//! the question everybody comes with, "is it the TLS version?", would stay open.

use crate::Lang;
use crate::catalog::text;
use mailtls_core::report::{FindingReport, Report};
use mailtls_core::vocabulary::{Cause, Certainty, Direction, Kind, Platform, Severity};

/// The words of the verdict.
pub(crate) fn summary(report: &Report, lang: Lang) -> String {
    let verdict = &report.verdict;
    let mut sentences = vec![match verdict.cause {
        Cause::None => say(lang, &format!("summary-none-{}", nothing_found_in(report)), &[]),
        Cause::Unknown => directed(lang, "summary-unknown", verdict.direction),
        // Which server and which direction stands in their list.
        Cause::TlsVersion if only_registry(report) && report.servers.len() > 1 => {
            say(lang, &format!("summary-servers-{}", verdict.certainty), &[])
        }
        Cause::TlsVersion if only_registry(report) => {
            directed(lang, &format!("summary-registry-{}", verdict.certainty), verdict.direction)
        }
        Cause::TlsVersion | Cause::CipherMismatch | Cause::Certificate | Cause::Credentials => {
            framed(report, "subject-tls", lang)
        }
        Cause::StarttlsStripped
        | Cause::StarttlsRequired
        | Cause::NetworkTimeout
        | Cause::ConnectionReset
        | Cause::Dns
        | Cause::Auth
        | Cause::Policy => framed(report, "subject-mail", lang),
    }];
    let more =
        [about_tls_version(report), about_platform(verdict.cause, verdict.platform), about_warnings(report)];
    sentences.extend(more.into_iter().flatten().map(|key| say(lang, key, &[])));
    if verdict.os_assumed && verdict.certainty != Certainty::Certain && only_registry(report) {
        let os = say(lang, &format!("os-{}", verdict.os), &[]);
        sentences.push(say(lang, "summary-os-assumed", &[("os", &os)]));
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

/// What fails and why, in the frame that says how sure.
fn framed(report: &Report, subject: &str, lang: Lang) -> String {
    let verdict = &report.verdict;
    let subject = directed(lang, subject, verdict.direction);
    // Some findings say more exactly what the cause is.
    let own = verdict.because.first().and_then(|rule| text(lang, &format!("reason-of-{rule}"), &[]));
    let reason =
        own.unwrap_or_else(|| directed(lang, &format!("reason-{}", verdict.cause), verdict.direction));
    let frame = format!("frame-{}", verdict.certainty);
    let said = say(lang, &frame, &[("subject", &subject), ("reason", &reason)]);
    let mut letters = said.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The text for a direction where it has one, else the one for all.
fn directed(lang: Lang, key: &str, direction: Direction) -> String {
    text(lang, &format!("{key}.{direction}"), &[]).unwrap_or_else(|| say(lang, key, &[]))
}

fn say(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    text(lang, key, args).unwrap_or_default()
}

/// Why a cause is ruled out: the headline of the finding that speaks against it.
pub(crate) fn ruled_out(findings: &[FindingReport], cause: Cause, rule: &str, lang: Lang) -> String {
    let finding = findings.iter().find(|finding| finding.rule == rule);
    let title = finding.map(|finding| finding.title.clone());
    let title = title.filter(|title| !title.is_empty()).or_else(|| text(lang, &format!("{rule}.title"), &[]));
    let cause = text(lang, &format!("cause-{cause}"), &[]).unwrap_or_default();
    text(lang, "ruled-out", &[("cause", &cause), ("finding", &title.unwrap_or_default())]).unwrap_or_default()
}

/// What the inputs were, where none of them shows a failure.
fn nothing_found_in(report: &Report) -> &'static str {
    if report.sources.iter().all(|source| source.bytes == 0) {
        "empty"
    } else if has(report, &[Kind::SmtpSendLog, Kind::SmtpReceiveLog, Kind::MtaLog]) {
        "log"
    } else if has(report, &[Kind::Reg]) {
        "reg"
    } else if has(report, &[Kind::Ndr, Kind::Queue, Kind::EventLog]) || !report.findings.is_empty() {
        "mail"
    } else {
        "text"
    }
}

/// Whether registries are all there is to judge.
fn only_registry(report: &Report) -> bool {
    let others = Kind::ALL.iter().copied().filter(|kind| !matches!(kind, Kind::Reg | Kind::Text));
    has(report, &[Kind::Reg]) && !has(report, &others.collect::<Vec<_>>())
}

/// Whether any input, or any part of one, is of one of these kinds.
fn has(report: &Report, kinds: &[Kind]) -> bool {
    report.sources.iter().any(|source| {
        kinds.contains(&source.kind) || source.documents.iter().any(|document| kinds.contains(&document.kind))
    })
}

/// What the evidence says of the TLS version where that is not the verdict.
fn about_tls_version(report: &Report) -> Option<&'static str> {
    let verdict = &report.verdict;
    let ruled_out = verdict.ruled_out.iter().any(|ruled_out| ruled_out.cause == Cause::TlsVersion);
    let open = verdict.considered.iter().any(|considered| considered.cause == Cause::TlsVersion);
    if verdict.cause == Cause::TlsVersion {
        None
    } else if verdict.cause == Cause::None {
        ruled_out.then_some("summary-tls-version-fine")
    } else if ruled_out {
        Some("summary-tls-version-ruled-out")
    } else if open {
        Some("summary-tls-version-open")
    } else {
        (verdict.certainty == Certainty::Certain).then_some("summary-tls-version-not-seen")
    }
}

/// A sentence for a TLS stack no `.reg` file reaches, where the verdict is about that stack.
fn about_platform(cause: Cause, platform: Platform) -> Option<&'static str> {
    let about_tls =
        matches!(cause, Cause::TlsVersion | Cause::CipherMismatch | Cause::Certificate | Cause::Credentials);
    match platform {
        Platform::Openssl if about_tls => Some("summary-platform-openssl"),
        Platform::Java if about_tls => Some("summary-platform-java"),
        Platform::Openssl | Platform::Java | Platform::Schannel | Platform::Unknown => None,
    }
}

/// That no failure does not mean nothing to do.
fn about_warnings(report: &Report) -> Option<&'static str> {
    let warned = report.findings.iter().any(|finding| finding.severity >= Severity::Warning);
    (report.verdict.cause == Cause::None && warned).then_some("summary-with-warnings")
}
