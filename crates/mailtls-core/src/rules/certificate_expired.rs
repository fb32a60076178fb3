//! A certificate in the handshake has expired.
//!
//! Alert 45, event 36881 and the words of OpenSSL and Exchange name the expiry. A version problem ends the
//! handshake before any certificate is looked at.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("certificate-expired"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[Cause::TlsVersion],
    explains: &["handshake-failed-unexplained", "handshake-failed-with-microsoft365", "certificate-rejected"],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
        Reference {
            title: "Schannel events",
            url: "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/dn786445(v=ws.11)",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::CertificateExpired]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
