//! Microsoft 365 closed the connection in the middle of the handshake.
//!
//! Decides on a session of a send log: `STARTTLS`, the go-ahead `220`, then `TLS negotiation failed with error
//! SocketError`, or the end of the connection without that row. Microsoft 365 sends no alert for an old version,
//! it just closes. The same is seen where no cipher suite is shared or something on the way cuts in, so this is
//! likely and no more. A session that succeeded acquits itself only: with another peer it shows nothing, with
//! Microsoft 365 at TLS 1.2 and before the failure it makes the version a mere suspicion. A peer that the log
//! does not name counts as Microsoft 365, since the sentence is the documented one.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("send-handshake-failed"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &handshake::EFFECTS,
    needs: &[Kind::Reg, Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Cannot send or receive email: SocketError",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
        Reference {
            title: "Understanding email scenarios if TLS versions cannot be agreed on with Exchange Online",
            url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/understanding-email-scenarios-if-tls-versions-cannot-be-agreed/ba-p/2065089",
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
    let failed = tally.find(|direction, side, signal| {
        direction == Direction::Outbound
            && matches!(side, Side::Microsoft365 | Side::Unknown)
            && matches!(signal, Signal::HandshakeFailed(word) if handshake::is_bare_cut(word))
    });
    let modern = tally.find(|direction, side, signal| {
        direction == Direction::Outbound
            && side == Side::Microsoft365
            && matches!(signal, Signal::Negotiated(version) if !version.is_old())
    });
    let worked_before = match (modern.kept.first(), failed.kept.first()) {
        (Some(modern), Some(failed)) => modern.place < failed.place,
        _ => false,
    };
    let certainty = if worked_before { Certainty::Suspected } else { Certainty::Likely };
    handshake::report(&failed, certainty, out);
}
