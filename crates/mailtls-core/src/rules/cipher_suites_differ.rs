//! The two sides share no cipher suite.
//!
//! `AlgorithmMismatch` (0x80090331) stands for the alert `insufficient_security`, and for what Windows finds itself
//! when nothing the client offers is allowed here. A version that is switched off can end in the same word, so
//! this is likely, and the registry settles which of the two it is.

use crate::fact::Facts;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("cipher-suites-differ"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &handshake::EFFECTS,
    needs: &[Kind::Reg, Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
        Reference {
            title: "Technical reference details about encryption",
            url: "https://learn.microsoft.com/purview/technical-reference-details-about-encryption",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let failed = handshake::failed_with(facts, handshake::names_cipher);
    handshake::report(&failed, Certainty::Likely, out);
}
