//! The receiver refuses this message or this recipient.
//!
//! Codes such as 5.1.x, 5.2.x, 5.3.4 and most of 5.7.x, and names like `RESOLVER.ADR.RecipNotFound`, are
//! answers about a recipient, a size, a quota or the content. They need a working connection, so TLS is not the
//! cause.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("receiver-refused-message"),
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
            title: "Non-delivery reports in Exchange Online",
            url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online",
        },
        Reference {
            title: "RFC 3463: enhanced mail system status codes",
            url: "https://www.rfc-editor.org/rfc/rfc3463",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::RecipientRefused, Topic::TooLarge, Topic::ContentRefused]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
