//! The front end could not hand the session on to the transport service behind it.
//!
//! `451 4.7.0 Temporary server error. Please try again later. PRX2` (or `PRX4`, `PRX5`) is said where Exchange is
//! client and server to itself: internal name resolution, the certificate between the two, or a stopped service. It
//! is not the way to Microsoft 365.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("proxy-session-failed"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[],
    explains: &["message-refused"],
    needs: &[Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[Reference {
        title: "Protocol logging in Exchange Server",
        url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let failed = facts
        .smtp
        .tally()
        .find(|_, _, signal| matches!(signal, Signal::Refused(code) if code.starts_with("PRX")));
    handshake::report_at(&failed, &[Step::Refused], Certainty::Likely, out);
}
