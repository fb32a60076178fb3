//! The values of TLS 1.2 stand under another root than `HKEY_LOCAL_MACHINE`.
//!
//! Schannel settings are settings of the computer. Those of a user are never read.
//!
//! Silent where both values stand at the right place as well.

use crate::fact::Facts;
use crate::judge::stray::{Misplaced, report_strays};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-under-wrong-root"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &["key"],
    references: &[Reference {
        title: "Transport Layer Security (TLS) registry settings",
        url: "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    report_strays(facts, Misplaced::Root, out);
}
