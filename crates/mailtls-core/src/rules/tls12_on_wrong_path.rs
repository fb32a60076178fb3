//! The values of TLS 1.2 stand below `SCHANNEL\Protocols`, and the way there is not the right one.
//!
//! A part of `SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols` is missing or spelt
//! differently, blanks around a backslash included.
//!
//! Silent where both values stand at the right place as well.

use crate::fact::Facts;
use crate::judge::stray::{Misplaced, report_strays};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-on-wrong-path"),
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
    report_strays(facts, Misplaced::Path, out);
}
