//! No connection came about.
//!
//! `Failed to connect. Winsock error code: 10061` and its kin: nothing listens there, a firewall refuses, or the
//! way is closed. No byte of SMTP was exchanged, and none of TLS.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("connection-failed"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::NetworkTimeout),
    rules_out: &[],
    explains: &["session-unfinished"],
    needs: &[],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Windows Sockets error codes",
            url: "https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let failed = facts.smtp.tally().find(|_, _, signal| matches!(signal, Signal::ConnectFailed(_)));
    handshake::report_at(&failed, &[Step::ConnectFailed], Certainty::Certain, out);
}
