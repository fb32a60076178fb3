//! The server that mail was sent to refused it by its own rules.
//!
//! Decides on replies of 4xx and 5xx in send logs that speak neither of TLS nor of authentication: unknown
//! recipients, limits, blocked addresses, attribution (`5.7.64`). Some refusals are everyday life: they count when
//! they are a tenth of all sessions.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("message-refused"),
    severity: Severity::Warning,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::Policy),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Fix NDR error 5.7.64 in Exchange Online",
            url: "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/fix-error-code-5-7-64-in-exchange-online",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let tally = facts.smtp.tally();
    let refused = tally.find(|direction, _, signal| {
        direction == Direction::Outbound
            && matches!(signal, Signal::Refused(code) if !code.starts_with("PRX") && code != "TLS rate")
    });
    if refused.count * 10 >= tally.sessions {
        handshake::report_at(&refused, &[Step::Refused], Certainty::Likely, out);
    }
}
