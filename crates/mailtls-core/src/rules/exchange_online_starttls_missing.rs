//! Exchange Online could not get TLS from the server it delivers to.
//!
//! The trace or bounce is written by Exchange Online (`450 4.4.317` with `[Message=451 5.7.3 STARTTLS is
//! required to send mail]`): its connector demands TLS. Either the server on premises does not offer STARTTLS,
//! for want of a usable certificate or because something removes it, or the handshake fails. The text does not
//! tell which; the receive log does.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("exchange-online-starttls-missing"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::StarttlsRequired),
    rules_out: &[],
    explains: &["connection-failed-unexplained"],
    needs: &[Kind::SmtpReceiveLog, Kind::Reg],
    args: &["peer"],
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
    for group in groups(facts, &[Topic::StarttlsRequired, Topic::MustIssueStarttls]) {
        if !group.also_says(&[Topic::ExchangeOnlineTrace]) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.direction(Direction::Inbound).arg("peer", group.peer()));
    }
}
