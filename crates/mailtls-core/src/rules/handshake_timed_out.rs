//! The handshake got no answer in time.
//!
//! `TLS negotiation failed with error TimedOut`: packets were lost on the way, often the large ones that carry
//! certificates, or a device in between waits. A peer that refuses a version closes at once and does not wait.

use crate::fact::Facts;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("handshake-timed-out"),
    severity: Severity::Error,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::NetworkTimeout),
    rules_out: &[],
    explains: &handshake::EFFECTS,
    needs: &[Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Windows Sockets error codes",
            url: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    handshake::report(&handshake::failed_with(facts, handshake::names_time), Certainty::Likely, out);
}
