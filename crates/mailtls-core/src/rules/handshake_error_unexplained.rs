//! A handshake failed with a word that does not name one cause.
//!
//! `IllegalMessage`, `InvalidToken`, `InternalError`, `DecryptFailure` and words not known here are kept as they
//! are. Several alerts share one code, and text in the place of a handshake gives the same.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("handshake-error-unexplained"),
    severity: Severity::Error,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[],
    explains: &handshake::EFFECTS,
    needs: &[Kind::EventLog, Kind::Reg],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
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
        matches!(signal, Signal::HandshakeFailed(word) if handshake::is_unexplained(word))
            && (direction == Direction::Outbound || side != Side::Other)
    });
    handshake::report(&failed, Certainty::Suspected, out);
}
