//! TLS 1.3 is switched on where Windows has none.
//!
//! Schannel has TLS 1.3 from Windows Server 2022 on; Microsoft calls enabling it on earlier releases an
//! unsafe configuration. Fires only where the release is told.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, proof, release, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{OsDefault, Protocol, Role, Setting, os_default};
use crate::vocabulary::{Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls13-on-unsupported-windows"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["os"],
    references: &[
        Reference {
            title: "Protocols in TLS/SSL (Schannel SSP)",
            url: "https://learn.microsoft.com/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp-",
        },
        Reference {
            title: "HealthChecker: TLS configuration check",
            url: "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/TLSConfigurationCheck/",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, os) in servers(facts) {
        let unsupported = |os: &_| os_default(*os, Protocol::Tls13, Role::Client) == OsDefault::Unsupported;
        let Some(os) = os.filter(unsupported) else { continue };
        let tls13: Vec<_> = Role::ALL
            .into_iter()
            .map(|role| (role, RoleFacts::of(server, Protocol::Tls13, role)))
            .filter(|(_, tls13)| matches!(tls13.enabled(), Setting::Number(1..)))
            .collect();
        let marks: Vec<_> = tls13.iter().filter_map(|(_, tls13)| tls13.enabled_mark()).collect();
        let Some(mark) = marks.first() else { continue };
        let direction =
            tls13.iter().fold(Direction::Unknown, |joined, (role, _)| joined.join(role.direction()));
        let firing = at(server, mark).and(marks.iter().copied()).direction(direction);
        out.report(firing.certainty(proof(server)).arg("os", release(os)));
    }
}
