//! A TLS 1.2 value is there, and is not a `REG_DWORD` of four bytes.
//!
//! Schannel is documented for `REG_DWORD` alone. What it does with a string, a binary value, a `REG_QWORD`
//! or a `REG_DWORD` of another length is not documented and not tested here, so the finding never gets
//! beyond a suspicion.

use crate::fact::Facts;
use crate::judge::{at, servers};
use crate::known::Known;
use crate::registry::ValuePath;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{DISABLED_BY_DEFAULT, ENABLED, Protocol, Role, Setting};
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-wrong-type"),
    severity: Severity::Warning,
    grade: Grade::M,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["value", "type"],
    references: &[Reference {
        title: "Transport Layer Security (TLS) registry settings",
        url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        for role in Role::ALL {
            for name in [ENABLED, DISABLED_BY_DEFAULT] {
                let path = ValuePath::new(&Protocol::Tls12.key(role), name);
                let Known::Is(data, mark) = server.value(&path) else { continue };
                if !Setting::from(data).is_malformed() {
                    continue;
                }
                let value = format!(r"TLS 1.2\{}: {name}", role.name());
                let kind = format!("{}, {} bytes", data.type_name(), data.bytes.len());
                let firing = at(server, &mark).direction(role.direction()).certainty(Certainty::Suspected);
                out.report(firing.arg("value", value).arg("type", kind));
            }
        }
    }
}
