//! Each cipher suite that Exchange Online would accept needs an algorithm that is switched off.
//!
//! The suites of the list in force, or of the one Windows comes with, that are among the eight Exchange Online
//! documents for TLS 1.2, less those that need a cipher, a key exchange or a hash with `Enabled`
//! (`REG_DWORD`) = 0 under `Ciphers`, `KeyExchangeAlgorithms` or `Hashes`. Silent where one is left, where the
//! list itself has none, and where both AES ciphers or both key exchanges are off, which have rules of their own.

use crate::fact::Facts;
use crate::judge::suites::{accepted_and_left, switched_off};
use crate::judge::{at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("cipher-suites-all-switched-off"),
    severity: Severity::Error,
    grade: Grade::D,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &["hash-algorithm-disabled", "key-exchange-disabled", "cipher-aes-partly-disabled"],
    needs: &[],
    args: &["names", "suites"],
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
    for (server, os) in servers(facts) {
        let off = switched_off(server);
        let (accepted, left) = accepted_and_left(server, os, &off);
        let both = |one, other| [one, other].iter().all(|name| off.iter().any(|off| off.name == *name));
        let told = both("AES 128/128", "AES 256/256") || both("ECDH", "PKCS");
        if let Some(first) = off.first().filter(|_| !accepted.is_empty() && left.is_empty() && !told) {
            let names: Vec<&str> = off.iter().map(|off| off.name).collect();
            let firing = at(server, &first.mark).and(off.iter().map(|off| &off.mark));
            let firing = firing.direction(Direction::Both).arg("names", names.join(", "));
            out.report(firing.arg("suites", accepted.join(", ")));
        }
    }
}
