//! The values of TLS 1.2 stand in a numbered control set.
//!
//! `ControlSet001` and its like are live only where they are the current one, which
//! `HKLM\SYSTEM\Select` says. Fires where the export does not show it. A single control set is then taken
//! for the current one, as it nearly always is, and nothing that rests on it is certain.

use crate::fact::Facts;
use crate::judge::stray::{Misplaced, report_strays};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-in-numbered-control-set"),
    severity: Severity::Note,
    grade: Grade::M,
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
    report_strays(facts, Misplaced::ControlSet, out);
}
