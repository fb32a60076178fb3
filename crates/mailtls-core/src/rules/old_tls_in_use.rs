//! Some peers still agree on TLS 1.0 or 1.1.
//!
//! A success row is no failure: both sides wanted it so. These are the connections that would fail, or lose their
//! encryption, on the day one side switches the old versions off, as Microsoft 365 has done.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("old-tls-in-use"),
    severity: Severity::Note,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "TLS version 1.0 and 1.1 deprecation in Windows",
            url: "https://learn.microsoft.com/windows/win32/secauthn/tls-10-11-deprecation-in-windows",
        },
        Reference {
            title: "Exchange Server TLS configuration best practices",
            url: "https://learn.microsoft.com/exchange/exchange-tls-configuration",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let old = facts
        .smtp
        .tally()
        .find(|_, _, signal| matches!(signal, Signal::Negotiated(version) if version.is_old()));
    handshake::report_at(&old, &[Step::Negotiated], Certainty::Certain, out);
}
