//! The server has had too many handshakes in a short time.
//!
//! `454 4.7.0 Cannot accept TLS as maximum TLS rate exceeded for server` is a throttle: later tries succeed.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls-rate-exceeded"),
    severity: Severity::Warning,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::Policy),
    rules_out: &[],
    explains: &["session-starttls-demanded", "session-unfinished", "message-refused"],
    needs: &[],
    args: &handshake::SESSION,
    references: &[Reference {
        title: "Protocol logging in Exchange Server",
        url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let throttled = facts.smtp.tally().find(|_, _, signal| {
        matches!(signal, Signal::StarttlsRefused(code) | Signal::Refused(code) if code == "TLS rate")
    });
    handshake::report_at(&throttled, &[Step::StarttlsRefused, Step::Refused], Certainty::Certain, out);
}
