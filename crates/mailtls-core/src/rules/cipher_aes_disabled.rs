//! Both AES ciphers are switched off.
//!
//! `Enabled` (`REG_DWORD`) = 0 under `Ciphers\AES 128/128` and `Ciphers\AES 256/256`. Every suite Exchange
//! Online accepts uses AES. One of the two left on is enough, and the rule is silent.

use crate::fact::Facts;
use crate::judge::{algorithm_off, at, proof, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("cipher-aes-disabled"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &[],
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
        let off = ["AES 128/128", "AES 256/256"].map(|name| algorithm_off(server, "Ciphers", name));
        if let [Some(small), Some(large)] = &off {
            let firing = at(server, small).and([large]).direction(Direction::Both);
            out.report(firing.certainty(proof(server)));
        }
    }
}
