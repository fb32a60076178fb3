//! Windows is told to allow renegotiation without its protection.
//!
//! `AllowInsecureRenegoClients` or `AllowInsecureRenegoServers` (`REG_DWORD`) other than 0 under
//! `SCHANNEL`. A matter of security: mail flows either way.

use crate::fact::Facts;
use crate::judge::{SCHANNEL_KEY, at, proof, servers};
use crate::known::Known;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("insecure-renegotiation-allowed"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["names"],
    references: &[
        Reference {
            title: "HealthChecker: TLS configuration check",
            url: "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/TLSConfigurationCheck/",
        },
        Reference {
            title: "Exchange Server TLS configuration best practices",
            url: "https://learn.microsoft.com/exchange/exchange-tls-configuration",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let allowed: Vec<_> = ["AllowInsecureRenegoClients", "AllowInsecureRenegoServers"]
            .into_iter()
            .filter_map(|name| match server.dword(SCHANNEL_KEY, name) {
                Known::Is(1.., mark) => Some((name, mark)),
                Known::Is(..) | Known::Absent(_) | Known::Unknown => None,
            })
            .collect();
        if let Some((_, first)) = allowed.first() {
            let names: Vec<&str> = allowed.iter().map(|(name, _)| *name).collect();
            let firing = at(server, first).and(allowed.iter().map(|(_, mark)| mark));
            out.report(firing.certainty(proof(server)).arg("names", names.join(", ")));
        }
    }
}
