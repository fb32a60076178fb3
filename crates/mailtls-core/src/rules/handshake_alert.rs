//! The handshake ended with an alert that names no version.
//!
//! Alert 40 (`handshake_failure`) and 71 (`insufficient_security`) come when no cipher suite fits, and 40 also
//! when a certificate is demanded and missing. A refused version has an alert of its own (70), so this speaks
//! for cipher suites first.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("handshake-alert"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &["handshake-failed-unexplained"],
    needs: &[Kind::Reg],
    args: &[],
    references: &[
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
        Reference {
            title: "OpenSSL error reasons",
            url: "https://github.com/openssl/openssl/blob/master/crypto/err/openssl.txt",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::HandshakeAlert]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Suspected));
    }
}
