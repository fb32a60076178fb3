//! Mail was sent in clear text although Microsoft 365 offered `STARTTLS`, and was refused.
//!
//! Exchange uses `STARTTLS` whenever it is offered. A session that does not is its second try after a handshake
//! that failed: the first one stands in another session, or in rows that were not pasted. The refusal reads `451
//! 5.7.3 Must issue a STARTTLS command first`.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("starttls-skipped"),
    severity: Severity::Error,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &["session-starttls-demanded"],
    needs: &[Kind::SmtpSendLog, Kind::Reg],
    args: &handshake::SESSION,
    references: &[
        Reference {
            title: "Understanding email scenarios if TLS versions cannot be agreed on with Exchange Online",
            url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/understanding-email-scenarios-if-tls-versions-cannot-be-agreed/ba-p/2065089",
        },
        Reference {
            title: "Cannot send or receive email: SocketError",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let skipped = facts.smtp.tally().find(|_, side, signal| {
        *signal == Signal::StarttlsSkipped && matches!(side, Side::Microsoft365 | Side::Unknown)
    });
    handshake::report_at(&skipped, &[Step::Demanded, Step::Offered], Certainty::Likely, out);
}
