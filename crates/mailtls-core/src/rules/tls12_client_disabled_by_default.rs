//! TLS 1.2 is left out of the protocols Exchange gets for outgoing connections.
//!
//! Exchange asks Schannel for the system's protocols, and `DisabledByDefault` other than 0 takes a protocol
//! out of them. With `Enabled` other than 0 beside it the two values contradict each other and only look
//! switched on: that is certain. Without `Enabled` nothing switches TLS 1.2 on, which is derived from the
//! same page and only likely. `Enabled` = 0 is another rule's matter.

use crate::fact::Facts;
use crate::judge::report_disabled_by_default;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::Role;
use crate::vocabulary::{Cause, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-client-disabled-by-default"),
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
            title: "Exchange Server TLS configuration best practices",
            url: "https://learn.microsoft.com/exchange/exchange-tls-configuration",
        },
        Reference {
            title: "HealthChecker: TLS configuration check",
            url: "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/TLSConfigurationCheck/",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    report_disabled_by_default(facts, Role::Client, out);
}
