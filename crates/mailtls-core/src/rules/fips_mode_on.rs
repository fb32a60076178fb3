//! Windows is restricted to algorithms of FIPS 140.
//!
//! `Enabled` (`REG_DWORD`) other than 0 under `Control\Lsa\FIPSAlgorithmPolicy`. TLS 1.0 and later stay,
//! RC4 and MD5 go; the suites Exchange Online accepts are all allowed.

use crate::fact::Facts;
use crate::judge::{at, proof, servers};
use crate::known::Known;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("fips-mode-on"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "Transport Layer Security (TLS) registry settings",
        url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    const KEY: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Lsa\FIPSAlgorithmPolicy";
    for (server, _) in servers(facts) {
        if let Known::Is(1.., mark) = server.dword(KEY, "Enabled") {
            out.report(at(server, &mark).certainty(proof(server)));
        }
    }
}
