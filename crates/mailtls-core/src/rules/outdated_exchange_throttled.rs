//! Microsoft 365 throttles or blocks an Exchange server that is out of date.
//!
//! `4.7.230` and `5.7.230` are the transport-based enforcement against unsupported or unpatched servers. The
//! handshake succeeded, so the TLS version is not the cause; the remedy is an update all the same.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("outdated-exchange-throttled"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Policy),
    rules_out: &[Cause::TlsVersion],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "Throttling and blocking email from persistently vulnerable Exchange servers",
        url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/throttling-and-blocking-email-from-persistently-vulnerable/ba-p/3815328",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::OutdatedServerThrottled]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.direction(Direction::Outbound).certainty(Certainty::Certain));
    }
}
