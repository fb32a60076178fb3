//! A hash algorithm that TLS 1.2 with Exchange Online needs is switched off.
//!
//! `Enabled` (`REG_DWORD`) = 0 under `Hashes\SHA`, `Hashes\SHA256` or `Hashes\SHA384`. Without SHA the
//! suites that end in it are gone, which up to Windows Server 2012 R2 are most of those with elliptic
//! curves; without SHA256 and SHA384 the rest goes too. How much is left depends on the release, so it
//! stays a suspicion. MD5 off is no finding.

use crate::fact::Facts;
use crate::judge::{algorithm_off, at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("hash-algorithm-disabled"),
    severity: Severity::Warning,
    grade: Grade::D,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["names"],
    references: &[
        Reference {
            title: "Restrict the use of certain cryptographic algorithms and protocols in Schannel.dll",
            url: "https://support.microsoft.com/help/245030",
        },
        Reference {
            title: "Technical reference details about encryption",
            url: "https://learn.microsoft.com/purview/technical-reference-details-about-encryption",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, _) in servers(facts) {
        let off: Vec<_> = ["SHA", "SHA256", "SHA384"]
            .into_iter()
            .filter_map(|name| Some((name, algorithm_off(server, "Hashes", name)?)))
            .collect();
        if let Some((_, first)) = off.first() {
            let names: Vec<&str> = off.iter().map(|(name, _)| *name).collect();
            let firing = at(server, first).and(off.iter().map(|(_, mark)| mark)).direction(Direction::Both);
            out.report(firing.certainty(Certainty::Suspected).arg("names", names.join(", ")));
        }
    }
}
