//! `SocketError` with a far end that is not Microsoft 365.
//!
//! The sentence is the documented one, but its far end is another system, on which the disablement in Microsoft
//! 365 has no bearing. Two servers of your own may still lack a TLS version in common, and a firewall may cut
//! the connection, so nothing is more than suspected.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("socket-error-elsewhere"),
    severity: Severity::Error,
    grade: Grade::D,
    since: "0.1.0",
    cause: Some(Cause::ConnectionReset),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::SmtpSendLog],
    args: &["peer"],
    references: &[Reference {
        title: "Unable to send or receive email to or from Microsoft 365 because of the TLS 1.0 and TLS 1.1 disablement",
        url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::DroppedSocketError]) {
        if group.involvement() != Involvement::No {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Suspected).arg("peer", group.peer()));
    }
}
