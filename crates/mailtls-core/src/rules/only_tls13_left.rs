//! TLS 1.2 is off while TLS 1.3 is switched on: SMTP in Exchange has nothing to use.
//!
//! Exchange supports TLS 1.3 for HTTP since 2019 CU15, and not for SMTP. Fires for each role where TLS 1.2
//! is proven off and `Enabled` of TLS 1.3 is not 0.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{Effective, Protocol, Role, Setting};
use crate::vocabulary::{Cause, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("only-tls13-left"),
    severity: Severity::Error,
    grade: Grade::D,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "Exchange Server TLS configuration best practices",
            url: "https://learn.microsoft.com/exchange/exchange-tls-configuration",
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
        for role in Role::ALL {
            let tls12 = RoleFacts::of(server, Protocol::Tls12, role);
            let tls13 = RoleFacts::of(server, Protocol::Tls13, role);
            let (Effective::Off, Setting::Number(1..)) = (tls12.effective(os), tls13.enabled()) else {
                continue;
            };
            if let Some(mark) = tls13.enabled_mark() {
                out.report(at(server, mark).and(tls12.marks()).direction(role.direction()));
            }
        }
    }
}
