//! The far end named the protocol version as the reason why it broke the handshake off.
//!
//! `TLS negotiation failed with error Unsupported` (or `UnsupportedFunction`, or its number 0x80090302) is what
//! Windows makes of the alert `protocol_version`: no other alert has this code. So no doubt is left. Only
//! sessions with Microsoft 365 count here, or with a peer the log does not name.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls-version-refused"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[
        "clear-text-after-failed-handshake",
        "session-starttls-demanded",
        "starttls-skipped",
        "connection-cut-before-handshake",
        "session-unfinished",
        "message-refused",
        "old-tls-in-use",
    ],
    needs: &[Kind::Reg],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
        Reference {
            title: "Cannot send or receive email: SocketError",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let failed = facts.smtp.tally().find(|_, side, signal| {
        matches!(side, Side::Microsoft365 | Side::Unknown)
            && matches!(signal, Signal::HandshakeFailed(word) if handshake::names_version(word))
    });
    handshake::report(&failed, Certainty::Certain, out);
}
