//! The sending side demands TLS and could not have it.
//!
//! `451 5.7.3 STARTTLS is required to send mail` is written by the sender about itself: its connector demands
//! TLS, and the far end did not offer STARTTLS or the handshake failed. Event 2015 says the same. The text does
//! not tell which, and a version is one explanation among several.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("starttls-required-by-sender"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::StarttlsRequired),
    rules_out: &[],
    explains: &["connection-failed-unexplained"],
    needs: &[Kind::SmtpSendLog, Kind::Reg],
    args: &[],
    references: &[
        Reference {
            title: "TLS certificates in Exchange hybrid: common issues and how to fix them",
            url: "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid-common-issues--how-to-fix-them/4420592",
        },
        Reference {
            title: "Unable to send or receive email to or from Microsoft 365 because of the TLS 1.0 and TLS 1.1 disablement",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::StarttlsRequired]) {
        if group.also_says(&[Topic::ExchangeOnlineTrace]) {
            continue;
        }
        let direction = match group.direction {
            Direction::Unknown => Direction::Outbound,
            known @ (Direction::Outbound | Direction::Inbound | Direction::Both) => known,
        };
        let Some(firing) = group.firing() else { continue };
        out.report(firing.direction(direction));
    }
}
