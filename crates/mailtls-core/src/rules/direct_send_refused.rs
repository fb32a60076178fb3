//! The organization in Microsoft 365 does not take Direct Send.
//!
//! `550 5.7.68` says that mail to the own domain without a connector is switched off. A setting, not a
//! handshake.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("direct-send-refused"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Policy),
    rules_out: &[Cause::TlsVersion],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "Introducing more control over Direct Send in Exchange Online",
        url: "https://techcommunity.microsoft.com/blog/exchange/introducing-more-control-over-direct-send-in-exchange-online/4408790",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::DirectSendRefused]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Certain));
    }
}
