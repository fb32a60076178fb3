//! The far end does not answer, or there is no way to it.
//!
//! Winsock 10060, 10051, 10065 and 995, `421 4.4.1`, `4.4.315` and `Connection dropped due to TimedOut` are
//! about packets that got no answer. A refused TLS version is answered at once.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("connection-timed-out"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::NetworkTimeout),
    rules_out: &[Cause::TlsVersion],
    explains: &["connection-failed-unexplained"],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "Mail flow intelligence",
        url: "https://learn.microsoft.com/defender-office-365/connectors-mail-flow-intelligence",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::ConnectionTimedOut]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
