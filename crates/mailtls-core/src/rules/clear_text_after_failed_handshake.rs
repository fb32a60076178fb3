//! Mail went out in clear text right after a handshake with the same peer had failed.
//!
//! A connector that does not demand TLS tries again without it. The mail arrives and nobody gets a bounce, so only
//! the log shows that it crossed the network unencrypted. Decides on two sessions with the same peer and connector
//! within a minute.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("clear-text-after-failed-handshake"),
    severity: Severity::Warning,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[Kind::Reg],
    args: &handshake::SESSION,
    references: &[
        Reference {
            title: "Understanding email scenarios if TLS versions cannot be agreed on with Exchange Online",
            url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/understanding-email-scenarios-if-tls-versions-cannot-be-agreed/ba-p/2065089",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let clear = facts.smtp.tally().find(|_, _, signal| *signal == Signal::ClearAfterFailure);
    handshake::report_at(&clear, &[Step::Mail, Step::DataBegun], Certainty::Certain, out);
}
