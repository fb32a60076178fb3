//! The rows stop before anything was decided.
//!
//! No session of the log came to a result: neither a handshake nor a message, neither a refusal nor an end. More
//! rows of the same session id would show what happened. In a log with other sessions this is the usual edge of a
//! file and not reported.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("session-unfinished"),
    severity: Severity::Note,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::SmtpSendLog, Kind::SmtpReceiveLog],
    args: &handshake::SESSION,
    references: &[Reference {
        title: "Protocol logging in Exchange Server",
        url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let tally = facts.smtp.tally();
    let unfinished = tally.find(|_, _, signal| *signal == Signal::Unfinished);
    if unfinished.count > 0 && unfinished.count == tally.sessions {
        handshake::report_at(&unfinished, &[], Certainty::Suspected, out);
    }
}
