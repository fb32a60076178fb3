//! The list of elliptic curves has neither `NistP256` nor `NistP384`.
//!
//! `EccCurves` beside `Functions`, of the policy, else of the computer. Six of the eight suites Exchange Online
//! documents use ECDHE, for which both sides must share a curve; without these two few mail servers do. A
//! suspicion, since suites with RSA key exchange need none. Windows Server 2012 R2 and earlier name curves in the
//! suites and have no such list: there the rule is silent.

use crate::fact::Facts;
use crate::judge::suites::{curves, names_curves};
use crate::judge::{at, servers};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("cipher-curves-without-nist"),
    severity: Severity::Warning,
    grade: Grade::D,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["curves"],
    references: &[
        Reference {
            title: "TLS Elliptic Curves in Windows 10 version 1607 and later",
            url: "https://learn.microsoft.com/windows/win32/secauthn/tls-elliptic-curves-in-windows-10-1607-and-later",
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
        if os.is_some_and(names_curves) {
            continue;
        }
        let Some((curves, mark)) = curves(server) else { continue };
        if !curves.iter().any(|curve| matches!(curve.as_str(), "NISTP256" | "NISTP384")) {
            let firing = at(server, &mark).direction(Direction::Both).certainty(Certainty::Suspected);
            out.report(firing.arg("curves", curves.join(", ")));
        }
    }
}
