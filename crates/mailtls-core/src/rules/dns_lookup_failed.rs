//! A name could not be resolved.
//!
//! `4.4.312`, `5.4.312`, `SMTPSEND.DNS.*` and what other servers say of unknown hosts come before any
//! connection.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("dns-lookup-failed"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Dns),
    rules_out: &[Cause::TlsVersion],
    explains: &["connection-failed-unexplained"],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "Mail flow intelligence",
            url: "https://learn.microsoft.com/defender-office-365/connectors-mail-flow-intelligence",
        },
        Reference {
            title: "Non-delivery reports in Exchange Online",
            url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::DnsFailed]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
