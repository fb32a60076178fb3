//! Exchange gave up a connection with `SocketError`: what it writes when Microsoft 365 drops a handshake in an old TLS version.
//!
//! The text is `421 4.4.2 Connection dropped due to SocketError`, recognised by its code and its token in every
//! language of the documentation. It is written by the sending Exchange after the far end closed the connection
//! and names no reason. With Microsoft 365 as the far end, or with no far end named, it is the documented sign
//! and therefore likely; proof comes from the registry or a protocol log. Beside another far end a rule of its
//! own speaks. It does not count where a Winsock error stands in its place: then no connection was made at all.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("socket-error-bounce"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &["starttls-demanded", "connection-failed-unexplained"],
    needs: &[Kind::Reg, Kind::SmtpSendLog],
    args: &[],
    references: &[
        Reference {
            title: "Unable to send or receive email to or from Microsoft 365 because of the TLS 1.0 and TLS 1.1 disablement",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
        Reference {
            title: "Understanding email scenarios if TLS versions cannot be agreed on with Exchange Online",
            url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/understanding-email-scenarios-if-tls-versions-cannot-be-agreed/ba-p/2065089",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::DroppedSocketError]) {
        if group.involvement() == Involvement::No {
            continue;
        }
        let exact = group.said.iter().any(|said| said.code.is_some());
        let certainty = if exact || group.involvement() == Involvement::Yes {
            Certainty::Likely
        } else {
            Certainty::Suspected
        };
        let Some(firing) = group.firing() else { continue };
        let direction = match (group.documented_direction(), group.direction) {
            (_, known @ (Direction::Inbound | Direction::Outbound)) if !group.has_no_host() => known,
            (Some(told), _) => told,
            (None, Direction::Unknown) if group.involvement() == Involvement::Yes => Direction::Outbound,
            (None, known) => known,
        };
        let platform = match group.delivery.platform {
            Platform::Unknown => Platform::Schannel,
            known @ (Platform::Schannel | Platform::Openssl | Platform::Java) => known,
        };
        out.report(firing.direction(direction).certainty(certainty).platform(platform));
    }
}
