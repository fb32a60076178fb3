//! The issuer of a certificate is not trusted.
//!
//! Alert 48, `UntrustedRoot`, `unable to get local issuer certificate` and Java’s `PKIX path building failed`
//! say that a chain ends in a root the other side does not have. With Microsoft 365 as the far end the root to
//! look for is DigiCert Global Root G2, needed since March 2026.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("root-not-trusted"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[Cause::TlsVersion],
    explains: &["certificate-rejected", "handshake-failed-unexplained", "handshake-failed-with-microsoft365"],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "Trust DigiCert Global Root G2 to avoid Exchange Online email disruption",
            url: "https://techcommunity.microsoft.com/blog/exchange/trust-digicert-global-root-g2-certificate-authority-to-avoid-exchange-online-ema/4488311",
        },
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::UntrustedRoot]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
