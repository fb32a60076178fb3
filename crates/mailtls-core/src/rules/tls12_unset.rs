//! TLS 1.2 is left to Windows, and which Windows it is was not told.
//!
//! A missing key or value means off on Windows Server 2008 SP2 and 2008 R2 and on from Windows Server 2012
//! on. Fires where the export shows that at least one of the two values of a role is missing, nothing
//! switches the role off, and neither the input nor the caller names the release. It is a note and no
//! alarm: most servers are fine that way. What an export does not cover says nothing.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, proof, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{Protocol, Role, Setting};
use crate::vocabulary::{Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-unset"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["roles"],
    references: &[
        Reference {
            title: "Protocols in TLS/SSL (Schannel SSP)",
            url: "https://learn.microsoft.com/windows/win32/secauthn/protocols-in-tls-ssl--schannel-ssp-",
        },
        Reference {
            title: "Transport Layer Security (TLS) registry settings",
            url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts).filter(|(_, os)| os.is_none()) {
        let unset: Vec<_> = Role::ALL
            .into_iter()
            .map(|role| (role, RoleFacts::of(server, Protocol::Tls12, role)))
            .filter(|(_, tls12)| {
                matches!(
                    (tls12.enabled(), tls12.disabled_by_default()),
                    (Setting::Absent, Setting::Absent | Setting::Number(0))
                        | (Setting::Number(1..), Setting::Absent)
                )
            })
            .collect();
        let marks: Vec<_> = unset.iter().flat_map(|(_, tls12)| tls12.marks()).collect();
        let Some(first) = marks.first() else { continue };
        let roles: Vec<&str> = unset.iter().map(|(role, _)| role.name()).collect();
        let direction =
            unset.iter().fold(Direction::Unknown, |joined, (role, _)| joined.join(role.direction()));
        let firing = at(server, first).and(marks.iter().copied()).direction(direction);
        out.report(firing.certainty(proof(server)).arg("roles", roles.join(", ")));
    }
}
