//! One side did not accept the other's certificate.
//!
//! `CertUnknown`, `CertExpired`, `UntrustedRoot`, `WrongPrincipal` and their numbers are what Windows makes of the
//! alerts about certificates, or of its own check of the peer's. Both sides had agreed on a version by then.

use crate::fact::Facts;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("session-certificate-rejected"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[],
    explains: &handshake::EFFECTS,
    needs: &[Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
        Reference {
            title: "TLS certificates in Exchange hybrid: common issues and how to fix them",
            url: "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid-common-issues--how-to-fix-them/4420592",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let failed = handshake::failed_with(facts, handshake::names_certificate);
    handshake::report(&failed, Certainty::Certain, out);
}
