//! Microsoft 365 could not tell which organization the mail belongs to.
//!
//! `550 5.7.51` and `550 5.7.64` come after a successful handshake: the certificate or address of the sender
//! fits no inbound connector. The TLS version is thereby acquitted.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tenant-attribution-failed"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Policy),
    rules_out: &[Cause::TlsVersion],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "Fix error code 5.7.64 in Exchange Online",
            url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/fix-error-code-5-7-64-in-exchange-online",
        },
        Reference {
            title: "TLS certificates in Exchange hybrid: common issues and how to fix them",
            url: "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid-common-issues--how-to-fix-them/4420592",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::AttributionFailed]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Certain));
    }
}
