//! The certificate shown in the name of Microsoft 365 is not Microsoft's.
//!
//! Decides on the certificate row of a session with Microsoft 365 that names a holder and none of Microsoft's
//! names: something on the way ends the TLS connection and makes its own.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls-inspected"),
    severity: Severity::Warning,
    grade: Grade::D,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &handshake::SESSION,
    references: &[Reference {
        title: "Protocol logging in Exchange Server",
        url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let inspected = facts.smtp.tally().find(|_, _, signal| *signal == Signal::Inspected);
    handshake::report_at(&inspected, &[Step::RemoteCertificate], Certainty::Likely, out);
}
