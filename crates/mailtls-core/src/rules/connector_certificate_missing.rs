//! No certificate fits the name of a connector.
//!
//! MSExchangeTransport event 12014 (and 12016, 12018) says that no certificate in the store fits the name the
//! connector announces. Exchange then may not offer STARTTLS to other systems, which looks like a TLS problem
//! from outside.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Direction, Grade, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("connector-certificate-missing"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "TLS certificates in Exchange hybrid: common issues and how to fix them",
        url: "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid-common-issues--how-to-fix-them/4420592",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::ConnectorCertificateMissing]) {
        let direction = match group.direction {
            Direction::Unknown => Direction::Inbound,
            known @ (Direction::Outbound | Direction::Inbound | Direction::Both) => known,
        };
        let Some(firing) = group.firing() else { continue };
        out.report(firing.direction(direction).platform(Platform::Schannel));
    }
}
