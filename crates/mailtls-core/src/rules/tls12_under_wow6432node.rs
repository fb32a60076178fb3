//! The values of TLS 1.2 stand below a `WOW6432Node` key.
//!
//! `SYSTEM` has no view of its own for 32-bit programs; such a key is created by hand and read by nobody.
//!
//! Silent where both values stand at the right place as well.

use crate::fact::Facts;
use crate::judge::stray::{Misplaced, report_strays};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-under-wow6432node"),
    severity: Severity::Warning,
    grade: Grade::D,
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
    report_strays(facts, Misplaced::Wow6432, out);
}
