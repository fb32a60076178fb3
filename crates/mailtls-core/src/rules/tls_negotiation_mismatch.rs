//! The two sides spoke, and found no protocol or cipher suite in common.
//!
//! `AlgorithmMismatch`, `Unsupported` and `UnsupportedFunction` are what Schannel reports when the hello
//! messages do not meet. Exchange Online always offers TLS 1.2, so it is either TLS 1.2 switched off here or
//! its cipher suites removed by hardening; the word alone does not tell which.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Grade, Kind, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls-negotiation-mismatch"),
    severity: Severity::Error,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::Reg],
    args: &[],
    references: &[
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
        Reference {
            title: "Technical reference details about encryption in Microsoft 365",
            url: "https://learn.microsoft.com/purview/technical-reference-details-about-encryption",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::NegotiationFailed]) {
        let words = ["AlgorithmMismatch", "Unsupported", "UnsupportedFunction"];
        if !words.iter().any(|word| group.has_word(word)) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.platform(Platform::Schannel));
    }
}
