//! No version of TLS is left for a role.
//!
//! Fires where the registry switches TLS 1.0, 1.1 and 1.2 off, by `Enabled` = 0 or by `DisabledByDefault`
//! other than 0. Windows may then refuse to give out credentials at all (Schannel event 36871). SSL is not
//! counted: nobody speaks it any more, and Exchange has no TLS 1.3 for SMTP.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{Protocol, Role, Setting};
use crate::vocabulary::{Cause, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("all-tls-off-for-role"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["role"],
    references: &[Reference {
        title: "Transport Layer Security (TLS) registry settings",
        url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        for role in Role::ALL {
            let versions = [Protocol::Tls12, Protocol::Tls11, Protocol::Tls10]
                .map(|protocol| RoleFacts::of(server, protocol, role));
            let is_off = |facts: &RoleFacts<'_>| {
                facts.enabled() == Setting::Number(0)
                    || matches!(facts.disabled_by_default(), Setting::Number(1..))
            };
            if !versions.iter().all(is_off) {
                continue;
            }
            let marks: Vec<_> = versions.iter().flat_map(RoleFacts::marks).collect();
            if let Some(mark) = marks.first() {
                let firing = at(server, mark).and(marks.iter().copied()).direction(role.direction());
                out.report(firing.arg("role", role.name()));
            }
        }
    }
}
