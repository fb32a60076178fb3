//! Somebody quotes the protocol log: TLS negotiation failed with `SocketError`.
//!
//! The sentence stands outside the rows of a log, so there is no session to follow: which far end, and what
//! came before, is not known. It is the documented sign of a refused TLS version and therefore likely, unless
//! another far end than Microsoft 365 is named. Recognised by its token beside a word for TLS in every language
//! of the documentation.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Firing, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls-negotiation-quoted"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &["starttls-demanded"],
    needs: &[Kind::SmtpSendLog, Kind::Reg],
    args: &[],
    references: &[
        Reference {
            title: "Unable to send or receive email to or from Microsoft 365 because of the TLS 1.0 and TLS 1.1 disablement",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
        Reference {
            title: "Protocol logging",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::NegotiationFailed]) {
        let said: Vec<_> = group.said.iter().filter(|said| said.word == "SocketError").collect();
        let Some(first) = said.first() else { continue };
        let certainty =
            if group.involvement() == Involvement::No { Certainty::Suspected } else { Certainty::Likely };
        let direction = match (group.documented_direction(), group.direction) {
            (Some(told), _) if group.has_no_host() => told,
            (_, Direction::Unknown) => Direction::Unknown,
            (_, known) => known,
        };
        out.report(
            Firing::at(&first.mark)
                .and(said.iter().map(|said| &said.mark))
                .direction(direction)
                .certainty(certainty)
                .platform(Platform::Schannel),
        );
    }
}
