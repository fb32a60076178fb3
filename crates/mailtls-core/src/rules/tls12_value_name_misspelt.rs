//! A value under a TLS 1.2 role is almost named `Enabled` or `DisabledByDefault`.
//!
//! Schannel asks for the exact names, apart from letter case: `Enable`, `DisableByDefault` or a blank at
//! the end are never read.
//!
//! Silent where both values stand at the right place as well.

use crate::fact::Facts;
use crate::judge::stray::{Misplaced, report_strays};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-value-name-misspelt"),
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
    report_strays(facts, Misplaced::ValueName, out);
}
