//! Authentication between servers, or of a client, was refused.
//!
//! `LogonDenied`, `454 4.7.0 Temporary authentication failure`, `535 5.7.3`, `504 5.7.4` and events 2017 and
//! 1035 are about names and secrets. They come after the connection, and after TLS where there is any. `535
//! 5.7.3` shares its second part with `451 5.7.3`, so the whole code counts.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("authentication-failed"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Auth),
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
    for group in groups(facts, &[Topic::AuthFailed]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
