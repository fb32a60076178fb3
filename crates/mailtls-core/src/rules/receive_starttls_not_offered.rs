//! This server did not offer `STARTTLS` to Microsoft 365.
//!
//! Exchange leaves the keyword out of its answer to `EHLO` where it has no certificate it could use: the chain does
//! not validate, or the connector names one that is gone. It still offers `X-ANONYMOUSTLS` to its own kind. The
//! protocol version plays no part.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("receive-starttls-not-offered"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[],
    explains: &["session-starttls-demanded", "message-refused", "session-unfinished"],
    needs: &[Kind::EventLog],
    args: &handshake::SESSION,
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
    let missing = facts.smtp.tally().find(|direction, side, signal| {
        direction == Direction::Inbound && side == Side::Microsoft365 && *signal == Signal::StarttlsMissing
    });
    handshake::report_at(&missing, &[Step::EhloEnd], Certainty::Likely, out);
}
