//! A .NET value keeps .NET programs from using TLS 1.2.
//!
//! `SystemDefaultTlsVersions` and `SchUseStrongCrypto` (`REG_DWORD`) = 0, for the .NET Framework 4 or 2, in
//! the view of 64-bit or 32-bit programs. It matters to web services (EWS, free/busy, Autodiscover, the
//! Hybrid Configuration Wizard) and to scripts, not to SMTP, which calls Schannel itself. A value that is
//! missing is no finding: newer programs bring their own default.

use crate::fact::Facts;
use crate::fix::plan::{DOTNET_VALUES, DOTNET_VERSIONS, SOFTWARE_VIEWS, dotnet_key};
use crate::judge::{at, servers};
use crate::known::Known;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("dotnet-tls-off"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["values"],
    references: &[
        Reference {
            title: "TLS best practices with .NET Framework",
            url: "https://learn.microsoft.com/dotnet/framework/network-programming/tls",
        },
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
    for (server, _) in servers(facts) {
        let mut values = Vec::new();
        let mut marks = Vec::new();
        for (view, bits) in SOFTWARE_VIEWS.into_iter().zip(["64-bit", "32-bit"]) {
            for version in DOTNET_VERSIONS {
                for name in DOTNET_VALUES {
                    let Known::Is(0, mark) = server.dword(&dotnet_key(view, version), name) else { continue };
                    values.push(format!("{version} {bits} {name}"));
                    marks.push(mark);
                }
            }
        }
        if let Some(first) = marks.first() {
            let firing = at(server, first).and(&marks).certainty(Certainty::Certain);
            out.report(firing.arg("values", values.join(", ")));
        }
    }
}
