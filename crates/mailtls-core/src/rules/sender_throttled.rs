//! The receiver takes no more for the moment.
//!
//! Codes 4.7.500 to 4.7.699 and 4.7.850 to 4.7.899, `rate limited`, and `maximum TLS rate exceeded` limit how
//! much an address may send. They are answers over a working connection.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("sender-throttled"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Policy),
    rules_out: &[Cause::TlsVersion],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "Non-delivery reports in Exchange Online",
        url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::Throttled]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
