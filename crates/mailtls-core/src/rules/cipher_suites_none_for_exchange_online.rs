//! The list of cipher suites in force has none that Exchange Online accepts.
//!
//! The list of the policy goes before the local one, and a suite that is not in it is not used. Compared
//! with the eight suites Exchange Online documents for TLS 1.2. Windows Server 2012 R2 and earlier write
//! suites with elliptic curves as `…_P256`: there a bare name does not count. An untouched list always has
//! some in common, so only a list that somebody set can be empty.

use crate::fact::Facts;
use crate::judge::suites::SuiteList;
use crate::judge::{at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("cipher-suites-none-for-exchange-online"),
    severity: Severity::Error,
    grade: Grade::D,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &["cipher-suites-for-newer-windows"],
    needs: &[],
    args: &["count"],
    references: &[
        Reference {
            title: "Technical reference details about encryption",
            url: "https://learn.microsoft.com/purview/technical-reference-details-about-encryption",
        },
        Reference {
            title: "Prioritizing Schannel Cipher Suites",
            url: "https://learn.microsoft.com/windows/win32/secauthn/prioritizing-schannel-cipher-suites",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for (server, os) in servers(facts) {
        let Some(list) = SuiteList::of(server) else { continue };
        if list.shared(os).is_empty() {
            let firing = at(server, &list.mark).direction(Direction::Both);
            out.report(firing.arg("count", list.suites.len() as u64));
        }
    }
}
