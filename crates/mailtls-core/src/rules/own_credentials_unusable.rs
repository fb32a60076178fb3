//! The server’s own certificate or its private key cannot be used.
//!
//! `NoCredentials` and `UnknownCredentials` are local errors: the certificate chosen for the connector has no
//! usable private key, or is not enabled for SMTP. Schannel events 36869 and 36870 say the same of a key. The
//! sentence around the word is the same as for a refused version, so the word decides.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("own-credentials-unusable"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Credentials),
    rules_out: &[Cause::TlsVersion],
    explains: &[
        "connection-timed-out",
        "connection-failed-unexplained",
        "frontend-proxy-failed",
        "handshake-failed-unexplained",
    ],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "TLS negotiation failed with error NoCredentials",
            url: "https://learn.microsoft.com/exchange/troubleshoot/mailflow/tls-negotiation-failed-with-error-nocredentials-error",
        },
        Reference {
            title: "TLS negotiation failed with error UnknownCredentials",
            url: "https://support.microsoft.com/help/4051498",
        },
        Reference {
            title: "Schannel events",
            url: "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/dn786445(v=ws.11)",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::OwnCredentials]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
