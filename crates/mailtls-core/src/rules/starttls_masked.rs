//! Something on the way overwrote what the server said.
//!
//! A keyword of the answer to `EHLO` that reads `XXXXXXXA`, or a banner of asterisks, is left by firewalls that
//! inspect SMTP. `STARTTLS` was under it, so there is no handshake at all, and no version matters.

use crate::fact::Facts;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("starttls-masked"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::StarttlsStripped),
    rules_out: &[],
    explains: &[
        "session-starttls-demanded",
        "starttls-skipped",
        "session-starttls-not-offered",
        "message-refused",
        "session-unfinished",
    ],
    needs: &[],
    args: &handshake::SESSION,
    references: &[
        Reference {
            title: "Cisco ASA: application layer protocol inspection, SMTP and ESMTP",
            url: "https://www.cisco.com/c/en/us/td/docs/security/asa/asa923/configuration/firewall/asa-923-firewall-config/inspect-basic.html",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let masked = facts.smtp.tally().find(|_, _, signal| *signal == Signal::StarttlsMasked);
    handshake::report_at(&masked, &[Step::Masked, Step::BannerMasked], Certainty::Certain, out);
}
