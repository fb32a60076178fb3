//! A certificate chain did not validate in a session with Microsoft 365, or the sender's connector said so.
//!
//! Decides on `Client certificate chain validation status` with another word than `Valid` or `EmptyCertificate`
//! (a client without a certificate is normal), and on the sender's `454 4.7.5`. With other peers an unknown issuer
//! is everyday life and no finding.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("certificate-not-validated"),
    severity: Severity::Error,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[],
    explains: &["session-unfinished", "message-refused"],
    needs: &[Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
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
    let failed = facts.smtp.tally().find(|direction, side, signal| {
        matches!(signal, Signal::ChainStatus(_))
            && (side == Side::Microsoft365 || direction == Direction::Outbound)
    });
    handshake::report_at(&failed, &[Step::ChainStatus], Certainty::Likely, out);
}
