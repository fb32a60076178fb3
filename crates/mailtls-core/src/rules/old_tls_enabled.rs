//! The registry switches SSL, TLS 1.0 or TLS 1.1 on explicitly.
//!
//! Microsoft 365 does not use them, so mail with it gains nothing; devices and older servers may need them.
//! Fires where `Enabled` is not 0 and `DisabledByDefault` is 0. What Windows has on by itself is no
//! finding.

use crate::fact::Facts;
use crate::judge::{RoleFacts, at, proof, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::schannel::{Protocol, Role};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("old-tls-enabled"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["protocols"],
    references: &[
        Reference {
            title: "Exchange Server TLS configuration best practices",
            url: "https://learn.microsoft.com/exchange/exchange-tls-configuration",
        },
        Reference {
            title: "Transport Layer Security (TLS) registry settings",
            url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    const OLD: [Protocol; 4] = [Protocol::Ssl20, Protocol::Ssl30, Protocol::Tls10, Protocol::Tls11];
    for (server, _) in servers(facts) {
        let mut names = Vec::new();
        let mut marks = Vec::new();
        for protocol in OLD {
            for role in Role::ALL {
                let facts = RoleFacts::of(server, protocol, role);
                if facts.is_explicitly_on() {
                    names.push(protocol.name());
                    marks.extend(facts.enabled_mark().cloned());
                }
            }
        }
        names.dedup();
        if let Some(first) = marks.first() {
            let firing = at(server, first).and(&marks).certainty(proof(server));
            out.report(firing.arg("protocols", names.join(", ")));
        }
    }
}
