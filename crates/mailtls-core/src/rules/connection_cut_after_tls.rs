//! The connection was cut after the handshake had succeeded.
//!
//! `Remote(SocketError)` on the last row looks like the failed handshake in a queue or a bounce (`421 4.4.2`), but
//! the same session has its success row: the version was agreed. What cuts in the middle of a message is a device
//! on the way, a size limit, or the peer.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("connection-cut-after-tls"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::ConnectionReset),
    rules_out: &[Cause::TlsVersion],
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
    let cut = facts.smtp.tally().find(|direction, side, signal| {
        matches!(signal, Signal::CutAfterTls(_))
            && (direction == Direction::Outbound || side == Side::Microsoft365)
    });
    handshake::report_at(&cut, &[Step::End], Certainty::Likely, out);
}
