//! Exchange Online could not set up a session since its certificates end in a newer root.
//!
//! Since March 2026 the certificates of Exchange Online end in DigiCert Global Root G2. A server that does not
//! trust it breaks off, and Exchange Online writes `Cannot establish session with remote server` with the
//! demand for STARTTLS. A refused TLS version and a missing certificate look the same from outside, so it is
//! only suspected.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("digicert-root-g2-untrusted"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::Certificate),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::SmtpReceiveLog],
    args: &[],
    references: &[Reference {
        title: "Trust DigiCert Global Root G2 to avoid Exchange Online email disruption",
        url: "https://techcommunity.microsoft.com/blog/exchange/trust-digicert-global-root-g2-certificate-authority-to-avoid-exchange-online-ema/4488311",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::SessionNotEstablished]) {
        if !group.also_says(&[Topic::StarttlsRequired, Topic::MustIssueStarttls]) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.direction(Direction::Inbound).certainty(Certainty::Suspected));
    }
}
