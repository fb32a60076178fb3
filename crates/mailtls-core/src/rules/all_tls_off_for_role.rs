//! No version of SSL or TLS is left for a role.
//!
//! Fires where every version that SMTP could use is proven off, TLS 1.0, 1.1 and 1.2 by values in the
//! registry. Windows may then refuse to give out credentials at all (Schannel event 36871), so even the old
//! versions of other servers do not help.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{Effective, Protocol, Role, Setting};
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
    const SET_OFF: [Protocol; 3] = [Protocol::Tls12, Protocol::Tls11, Protocol::Tls10];
    for (server, os) in servers(facts) {
        for role in Role::ALL {
            let off =
                |protocol: Protocol| RoleFacts::of(server, protocol, role).effective(os) == Effective::Off;
            let set: Vec<_> =
                SET_OFF.into_iter().map(|protocol| RoleFacts::of(server, protocol, role)).collect();
            let written = set.iter().all(|facts| {
                facts.enabled() == Setting::Number(0)
                    || matches!(facts.disabled_by_default(), Setting::Number(1..))
            });
            if !written || !Protocol::ALL.into_iter().filter(|protocol| protocol.serves_smtp()).all(off) {
                continue;
            }
            let marks: Vec<_> = set.iter().flat_map(RoleFacts::marks).collect();
            if let Some(mark) = marks.first() {
                let firing = at(server, mark).and(marks.iter().copied()).direction(role.direction());
                out.report(firing.arg("role", role.name()));
            }
        }
    }
}
