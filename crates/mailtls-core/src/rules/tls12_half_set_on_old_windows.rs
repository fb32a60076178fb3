//! Only one of the two values of TLS 1.2 is there, on a Windows that wants both.
//!
//! Windows Server 2008 SP2 and 2008 R2 are documented to use TLS 1.2 where `Enabled` and
//! `DisabledByDefault` are both written. With one of them reports differ, so neither "on" nor "off" is
//! claimed. From Windows Server 2012 on one value is enough, and the rule is silent.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, release, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{Protocol, Role, Setting, needs_both_values};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-half-set-on-old-windows"),
    severity: Severity::Warning,
    grade: Grade::D,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["roles", "os"],
    references: &[
        Reference {
            title: "Transport Layer Security (TLS) registry settings",
            url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
        },
        Reference {
            title: "Protocols in TLS/SSL (Schannel SSP)",
            url: "https://learn.microsoft.com/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp-",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, os) in servers(facts) {
        let Some(os) = os.filter(|os| needs_both_values(*os, Protocol::Tls12)) else { continue };
        let halves: Vec<_> = Role::ALL
            .into_iter()
            .map(|role| (role, RoleFacts::of(server, Protocol::Tls12, role)))
            .filter(|(_, tls12)| {
                matches!(
                    (tls12.enabled(), tls12.disabled_by_default()),
                    (Setting::Number(1..), Setting::Absent) | (Setting::Absent, Setting::Number(0))
                )
            })
            .collect();
        let marks: Vec<_> = halves.iter().flat_map(|(_, tls12)| tls12.marks()).collect();
        let Some(first) = marks.first() else { continue };
        let roles: Vec<&str> = halves.iter().map(|(role, _)| role.name()).collect();
        let direction =
            halves.iter().fold(Direction::Unknown, |joined, (role, _)| joined.join(role.direction()));
        let firing = at(server, first).and(marks.iter().copied()).direction(direction);
        let firing = firing.certainty(Certainty::Suspected);
        out.report(firing.arg("roles", roles.join(", ")).arg("os", release(os)));
    }
}
