//! A peer that is not Microsoft 365 named the protocol version as the reason why it broke the handshake off.
//!
//! The word is the same as with Microsoft 365 (`Unsupported`, the alert `protocol_version`), and so is the
//! mechanism: two Exchange servers of different age, or a partner that switched the old versions off. Devices that
//! connect to this server are another matter and have a rule of their own.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls-version-refused-by-other-peer"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &handshake::EFFECTS,
    needs: &[Kind::Reg],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
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
        (side == Side::Other || (side == Side::Local && direction == Direction::Outbound))
            && matches!(signal, Signal::HandshakeFailed(word) if handshake::names_version(word))
    });
    handshake::report(&failed, Certainty::Certain, out);
}
