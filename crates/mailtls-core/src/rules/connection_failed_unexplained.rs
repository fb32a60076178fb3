//! Delivery failed or expired, and the text gives no reason.
//!
//! `421 4.2.1 Unable to connect`, `4.4.7` and `Message expired` say that retries ended. Where the reason stands
//! beside them, in an older line or behind an arrow, that one counts and this is silent.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::{FAILURE_REASONS, groups};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("connection-failed-unexplained"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::Queue, Kind::SmtpSendLog],
    args: &[],
    references: &[Reference {
        title: "Non-delivery reports in Exchange Online",
        url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let topics =
        [Topic::UnableToConnect, Topic::Expired, Topic::ServiceUnavailable, Topic::StoppedAfterStarttls];
    for group in groups(facts, &topics) {
        if group.also_says(&FAILURE_REASONS) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Suspected));
    }
}
