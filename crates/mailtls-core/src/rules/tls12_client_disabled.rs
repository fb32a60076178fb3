//! Windows is told not to use TLS 1.2 for outgoing connections.
//!
//! `Enabled` (`REG_DWORD`) = 0 under `TLS 1.2\Client` decides alone: whatever stands in
//! `DisabledByDefault`, no program can bring a protocol back that is not enabled. Exchange is the client
//! when it sends, so this direction has no TLS 1.2 at all. Another type or size is not this rule's matter.

use crate::fact::Facts;
use crate::judge::report_disabled;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::Role;
use crate::vocabulary::{Cause, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-client-disabled"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &["tls12-roles-differ", "only-tls13-left", "all-tls-off-for-role"],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "Transport Layer Security (TLS) registry settings",
            url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
        },
        Reference {
            title: "Cannot send or receive email: SocketError",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
        Reference {
            title: "Exchange Server TLS configuration best practices",
            url: "https://learn.microsoft.com/exchange/exchange-tls-configuration",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    report_disabled(facts, Role::Client, out);
}
