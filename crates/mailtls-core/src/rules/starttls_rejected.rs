//! The server offered `STARTTLS` and then would not begin.
//!
//! It answered `STARTTLS` with 4xx or 5xx, such as `454 4.7.0 TLS not available`: it cannot use its own
//! certificate, or something else is wrong on that side. No handshake took place, so no version was tried.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("starttls-rejected"),
    severity: Severity::Error,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[Cause::TlsVersion],
    explains: &handshake::EFFECTS,
    needs: &[Kind::EventLog],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "RFC 3207: SMTP service extension for secure SMTP over TLS",
            url: "https://www.rfc-editor.org/rfc/rfc3207",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let rejected = facts
        .smtp
        .tally()
        .find(|_, _, signal| matches!(signal, Signal::StarttlsRefused(code) if code != "TLS rate"));
    handshake::report_at(&rejected, &[Step::StarttlsRefused], Certainty::Likely, out);
}
