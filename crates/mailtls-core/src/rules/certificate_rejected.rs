//! A certificate was not accepted.
//!
//! Exchange writes `454 4.7.5 Certificate validation failure` or event 11005, Exchange Online `4.7.320`, others
//! that verification failed; alerts 42 to 46 and 49 say the same. The certificate is looked at after the
//! version was agreed, so the version is not the cause.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("certificate-rejected"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[Cause::TlsVersion],
    explains: &[
        "handshake-failed-unexplained",
        "handshake-failed-with-microsoft365",
        "connection-failed-unexplained",
    ],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "TLS certificates in Exchange hybrid: common issues and how to fix them",
            url: "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid-common-issues--how-to-fix-them/4420592",
        },
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
        Reference {
            title: "Mail flow intelligence",
            url: "https://learn.microsoft.com/defender-office-365/connectors-mail-flow-intelligence",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::CertificateRejected]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
