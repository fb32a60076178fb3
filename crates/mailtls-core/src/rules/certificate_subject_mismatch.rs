//! Exchange Online expected another name in the certificate than the server presents.
//!
//! The trace says `SubjectMismatch` with the expected and the presented subject. The handshake went far enough
//! to show a certificate, so the version is not the cause.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("certificate-subject-mismatch"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[Cause::TlsVersion],
    explains: &["certificate-rejected", "connection-failed-unexplained"],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "TLS certificates in Exchange hybrid: common issues and how to fix them",
        url: "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid-common-issues--how-to-fix-them/4420592",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::SubjectMismatch]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Certain));
    }
}
