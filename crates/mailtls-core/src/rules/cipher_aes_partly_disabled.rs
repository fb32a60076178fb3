//! One of the two AES ciphers is switched off.
//!
//! `Enabled` (`REG_DWORD`) = 0 under `Ciphers\AES 128/128` or `Ciphers\AES 256/256`, the other one left alone.
//! Exchange Online accepts suites with either, so mail with Microsoft 365 goes on; another server may offer
//! only the half that is gone.

use crate::fact::Facts;
use crate::judge::{algorithm_off, at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("cipher-aes-partly-disabled"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["name"],
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
        let off = |name| algorithm_off(server, "Ciphers", name);
        let (name, mark) = match (off("AES 128/128"), off("AES 256/256")) {
            (Some(mark), None) => ("AES 128/128", mark),
            (None, Some(mark)) => ("AES 256/256", mark),
            (None, None) | (Some(_), Some(_)) => continue,
        };
        out.report(at(server, &mark).direction(Direction::Both).arg("name", name));
    }
}
