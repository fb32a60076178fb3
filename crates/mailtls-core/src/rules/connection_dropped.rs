//! The connection was cut, and nothing says that it was during a handshake.
//!
//! `ConnectionReset`, `ConnectionAborted`, a bare `Connection dropped`, Winsock 10054, `4.4.318` and
//! `SuspiciousRemoteServerError` all say that the far end or something in between cut the connection. A server
//! that refuses a version may look the same; so do overloaded servers and devices that inspect SMTP. Likely as
//! what happened; the reason needs the log.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Direction, Grade, Kind, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("connection-dropped"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::ConnectionReset),
    rules_out: &[],
    explains: &["connection-failed-unexplained"],
    needs: &[Kind::SmtpSendLog, Kind::SmtpReceiveLog],
    args: &[],
    references: &[Reference {
        title: "Mail flow intelligence",
        url: "https://learn.microsoft.com/defender-office-365/connectors-mail-flow-intelligence",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::ConnectionDropped]) {
        let suspicious = group.has_word("SuspiciousRemoteServerError") || group.has_word("4.4.318");
        let direction = match group.direction {
            Direction::Unknown | Direction::Outbound if suspicious && !group.peer_is_microsoft365() => {
                Direction::Inbound
            }
            known @ (Direction::Outbound | Direction::Inbound | Direction::Both | Direction::Unknown) => {
                known
            }
        };
        let Some(firing) = group.firing() else { continue };
        out.report(firing.direction(direction));
    }
    for group in groups(facts, &[Topic::NegotiationFailed]) {
        if !group.has_word("ConnectionReset")
            && !group.has_word("IllegalMessage")
            && !group.has_word("InvalidToken")
        {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.platform(Platform::Schannel));
    }
}
