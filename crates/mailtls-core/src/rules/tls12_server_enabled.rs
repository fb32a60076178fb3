//! The registry switches TLS 1.2 on for incoming connections, with both values as documented.
//!
//! Speaks against the TLS version as the cause in this direction, as far as Windows is concerned: an
//! Exchange that is too old to use TLS 1.2, or a restart that has not happened yet, no registry shows.
//! `Enabled` counts as on for every number but 0. Silent on Windows Server 2008, where the values do
//! nothing without an update that no export shows.

use crate::fact::Facts;
use crate::judge::report_enabled;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::Role;
use crate::vocabulary::{Cause, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-server-enabled"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[Cause::TlsVersion],
    explains: &[],
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
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    report_enabled(facts, Role::Server, out);
}
