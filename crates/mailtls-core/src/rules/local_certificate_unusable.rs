//! This server could not use its own certificate for the handshake.
//!
//! `NoCredentials` (0x8009030E) and `UnknownCredentials` (0x8009030D) are said by Windows on this side, before the
//! peer has any part in it: the certificate that the connector names has no usable private key, is not enabled for
//! SMTP, or is gone. The protocol version plays no part.

use crate::fact::Facts;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("local-certificate-unusable"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Credentials),
    rules_out: &[],
    explains: &handshake::EFFECTS,
    needs: &[Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "TLS negotiation failed with error NoCredentials",
            url: "https://learn.microsoft.com/exchange/troubleshoot/mailflow/tls-negotiation-failed-with-error-nocredentials-error",
        },
        Reference {
            title: "TLS negotiation failed with error UnknownCredentials",
            url: "https://support.microsoft.com/help/4051498",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let failed = handshake::failed_with(facts, handshake::names_credentials);
    handshake::report(&failed, Certainty::Certain, out);
}
