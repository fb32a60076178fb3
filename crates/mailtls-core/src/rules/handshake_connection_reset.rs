//! The connection was reset while the handshake was under way.
//!
//! `ConnectionReset`, `ConnectionAborted` and the like come from a reset packet, which inspecting firewalls send.
//! A server that refuses a version may look the same, so this is a suspicion.

use crate::fact::Facts;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("handshake-connection-reset"),
    severity: Severity::Error,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::ConnectionReset),
    rules_out: &[],
    explains: &handshake::EFFECTS,
    needs: &[Kind::Reg, Kind::EventLog],
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
    handshake::report(&handshake::failed_with(facts, handshake::names_reset), Certainty::Suspected, out);
}
