//! TLS 1.2 is switched on with another number than the documented 1.
//!
//! Any number but 0 switches a protocol on; 0xffffffff is what IIS Crypto and older instructions write.
//! Windows treats it as on, some tools report it as wrong. A note: nothing has to change.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, proof, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{Protocol, Role, Setting};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-enabled-not-one"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["number"],
    references: &[
        Reference {
            title: "Transport Layer Security (TLS) registry settings",
            url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
        },
        Reference {
            title: "HealthChecker: TLS configuration check",
            url: "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/TLSConfigurationCheck/",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let tls12 = Role::ALL.map(|role| (role, RoleFacts::of(server, Protocol::Tls12, role)));
        let mut odd = tls12.iter().filter_map(|(role, tls12)| match tls12.enabled() {
            Setting::Number(number @ 2..) => Some((*role, number, tls12.enabled_mark()?)),
            Setting::Number(_)
            | Setting::Absent
            | Setting::Unknown
            | Setting::WrongType
            | Setting::WrongSize => None,
        });
        let Some((role, number, mark)) = odd.next() else { continue };
        let mut firing = at(server, mark).arg("number", format!("0x{number:x}"));
        let mut direction = role.direction();
        for (role, _, mark) in odd {
            firing = firing.and([mark]);
            direction = direction.join(role.direction());
        }
        out.report(firing.direction(direction).certainty(proof(server)));
    }
}
