//! A handshake with a peer that is not Microsoft 365 broke off without a reason.
//!
//! `SocketError` alone does not say why, and what Microsoft 365 refuses does not matter here. Where this server
//! receives, strangers who only try the door are left out: they count when they are a tenth of all sessions.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("peer-handshake-failed"),
    severity: Severity::Warning,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[],
    explains: &["clear-text-after-failed-handshake", "session-unfinished"],
    needs: &[Kind::Reg, Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
        Reference {
            title: "Exchange Server TLS configuration best practices",
            url: "https://learn.microsoft.com/exchange/exchange-tls-configuration",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let tally = facts.smtp.tally();
    let failed = tally.find(|direction, side, signal| {
        let peer = match direction {
            Direction::Outbound => matches!(side, Side::Other | Side::Local),
            Direction::Inbound | Direction::Both | Direction::Unknown => {
                matches!(side, Side::Other | Side::Unknown)
            }
        };
        peer && matches!(signal, Signal::HandshakeFailed(word) if handshake::is_bare_cut(word))
    });
    let outbound = failed.kept.iter().any(|example| example.peer.direction == Direction::Outbound);
    if outbound || failed.count * 10 >= tally.sessions {
        handshake::report(&failed, Certainty::Suspected, out);
    }
}
