//! The front end could not reach its own back end.
//!
//! `451 4.7.0 Temporary server error … PRX2`, `PRX4` or `PRX5` is written by the front-end transport about the
//! connection inside the server or the site: authentication, name resolution or the internal certificate.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("frontend-proxy-failed"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::SmtpReceiveLog, Kind::EventLog],
    args: &[],
    references: &[Reference {
        title: "Non-delivery reports in Exchange Online",
        url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::ProxyFailed]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Suspected));
    }
}
