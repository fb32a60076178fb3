//! The connection was cut where no handshake had begun.
//!
//! `Remote(SocketError)` without `STARTTLS` before it says nothing about TLS. Where this server receives, that is
//! what load balancers and monitors do all day, so only what this server sends counts.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("connection-cut-before-handshake"),
    severity: Severity::Warning,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::ConnectionReset),
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
        Reference {
            title: "Windows Sockets error codes",
            url: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let cut = facts.smtp.tally().find(|direction, _, signal| {
        direction == Direction::Outbound && matches!(signal, Signal::CutWithoutHandshake(_))
    });
    handshake::report_at(&cut, &[Step::End], Certainty::Likely, out);
}
