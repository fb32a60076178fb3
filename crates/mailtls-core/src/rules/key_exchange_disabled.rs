//! A key exchange that Exchange Online uses is switched off.
//!
//! `Enabled` (`REG_DWORD`) = 0 under `KeyExchangeAlgorithms\ECDH` or `KeyExchangeAlgorithms\PKCS`. With
//! both off no suite Exchange Online accepts is left, which is certain; with one off some are, and it stays
//! a suspicion. Diffie-Hellman off is no finding: Exchange Online does not use it.

use crate::fact::Facts;
use crate::judge::{algorithm_off, at, proof, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("key-exchange-disabled"),
    severity: Severity::Warning,
    grade: Grade::A,
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
            title: "Transport Layer Security (TLS) registry settings",
            url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
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
        let off: Vec<_> = ["ECDH", "PKCS"]
            .into_iter()
            .filter_map(|name| Some((name, algorithm_off(server, "KeyExchangeAlgorithms", name)?)))
            .collect();
        if let Some((_, first)) = off.first() {
            let names: Vec<&str> = off.iter().map(|(name, _)| *name).collect();
            let certainty = if off.len() == 2 { proof(server) } else { Certainty::Suspected };
            let firing = at(server, first).and(off.iter().map(|(_, mark)| mark)).direction(Direction::Both);
            out.report(firing.certainty(certainty).arg("names", names.join(", ")));
        }
    }
}
