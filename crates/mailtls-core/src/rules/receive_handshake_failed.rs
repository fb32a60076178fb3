//! A handshake that Microsoft 365 began with this server broke off.
//!
//! Decides on a session of a receive log: the client is Microsoft 365 by name or address, it sent `STARTTLS`, and
//! the handshake failed without a word that names another cause. Microsoft 365 never offers less than TLS 1.2, so
//! a server that cannot answer with it ends here. So does one that shares no cipher suite; therefore likely.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("receive-handshake-failed"),
    severity: Severity::Error,
    grade: Grade::D,
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
    let failed = facts.smtp.tally().find(|direction, side, signal| {
        direction == Direction::Inbound
            && side == Side::Microsoft365
            && matches!(signal, Signal::HandshakeFailed(word) if handshake::is_bare_cut(word))
    });
    handshake::report(&failed, Certainty::Likely, out);
}
