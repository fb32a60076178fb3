//! A message was accepted.
//!
//! `Queued mail for delivery`, `status=sent` and the answers 250 2.x.x say that the far end took a message. It
//! is no failure, though `queued` sounds like one. A sign of health only where nothing in the same document
//! failed.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::{FAILURE_REASONS, groups};
use crate::vocabulary::{Cause, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("message-accepted"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[Cause::NetworkTimeout, Cause::Dns],
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
    for group in groups(facts, &[Topic::Accepted]) {
        if group.also_says(&FAILURE_REASONS) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing);
    }
}
