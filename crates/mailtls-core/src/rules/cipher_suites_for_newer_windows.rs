//! The list of cipher suites is written for Windows Server 2016 and later, and stands on an older one.
//!
//! Up to Windows Server 2012 R2 suites with elliptic curves carry the curve in their name (`…_P256`,
//! `…_P384`), and names without one mean nothing. What is left of the list is said. Fires only where the
//! release is told.

use crate::fact::Facts;
use crate::judge::suites::{SuiteList, names_curves};
use crate::judge::{at, release, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("cipher-suites-for-newer-windows"),
    severity: Severity::Warning,
    grade: Grade::D,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["os", "left"],
    references: &[
        Reference {
            title: "TLS Cipher Suites in Windows 8.1",
            url: "https://learn.microsoft.com/windows/win32/secauthn/tls-cipher-suites-in-windows-8-1",
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
        let Some(os) = os.filter(|os| names_curves(*os)) else { continue };
        let Some(list) = SuiteList::of(server).filter(SuiteList::is_for_newer_windows) else { continue };
        let left = list.shared(Some(os)).join(", ");
        let left = if left.is_empty() { "0".to_owned() } else { left };
        let firing = at(server, &list.mark).direction(Direction::Both);
        out.report(firing.arg("os", release(os)).arg("left", left));
    }
}
