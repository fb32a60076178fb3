//! TLS 1.2 works in one role and not in the other.
//!
//! The two roles are set independently: mail then flows in one direction only, and Exchange, which is
//! client and server to itself, may fail between its own services. Fires where one role is proven on and
//! the other proven off, on the release that is told or on every release.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{Effective, Protocol, Role};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-roles-differ"),
    severity: Severity::Warning,
    grade: Grade::D,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["on", "off"],
    references: &[
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
    for (server, os) in servers(facts) {
        let [client, accepting] = Role::ALL.map(|role| RoleFacts::of(server, Protocol::Tls12, role));
        let (on, off, broken) = match (client.effective(os), accepting.effective(os)) {
            (Effective::On, Effective::Off) => (Role::Client, Role::Server, &accepting),
            (Effective::Off, Effective::On) => (Role::Server, Role::Client, &client),
            (Effective::On | Effective::Off | Effective::NotProven, _) => continue,
        };
        if let Some(mark) = broken.marks().first() {
            let firing = at(server, mark).and(broken.marks()).and(client.marks()).and(accepting.marks());
            out.report(firing.direction(off.direction()).arg("on", on.name()).arg("off", off.name()));
        }
    }
}
