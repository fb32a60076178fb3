//! A device or server of the own network failed its handshake with this server.
//!
//! Decides on receive logs and private addresses. Printers and old programs that speak only TLS 1.0 end here where
//! it was switched off. It is not the way to or from Microsoft 365, and changing that would not help.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("device-handshake-failed"),
    severity: Severity::Warning,
    grade: Grade::D,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Exchange Server TLS configuration best practices",
            url: "https://learn.microsoft.com/exchange/exchange-tls-configuration",
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
            && side == Side::Local
            && matches!(signal, Signal::HandshakeFailed(word)
                if handshake::is_bare_cut(word) || handshake::names_version(word))
    });
    handshake::report(&failed, Certainty::Suspected, out);
}
