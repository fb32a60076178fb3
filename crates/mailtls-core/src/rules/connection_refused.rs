//! Nothing listens at the far end, or a firewall turns the connection away.
//!
//! Winsock 10061, `4.4.316` and `Connection refused` come from the first packet: no SMTP and no TLS was spoken.
//! `Socket error code` looks like `SocketError` and is not.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("connection-refused"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::NetworkTimeout),
    rules_out: &[Cause::TlsVersion],
    explains: &["connection-failed-unexplained", "connection-timed-out"],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "Mail flow intelligence",
        url: "https://learn.microsoft.com/defender-office-365/connectors-mail-flow-intelligence",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::ConnectionRefused]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
