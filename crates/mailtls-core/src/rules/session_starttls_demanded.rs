//! Mail was refused because the session had no TLS.
//!
//! In a send log the peer says it, in a receive log this server does to its client (`451 5.7.3` or `530 5.7.0`
//! `Must issue a STARTTLS command first`). It is a policy at work; why there was no TLS is another question, which
//! the handshake before it answers where it was logged.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("session-starttls-demanded"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::StarttlsRequired),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::SmtpSendLog, Kind::Reg],
    args: &handshake::SESSION,
    references: &[
        Reference {
            title: "Cannot send or receive email: SocketError",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
        Reference {
            title: "TLS certificates in Exchange hybrid: common issues and how to fix them",
            url: "https://techcommunity.microsoft.com/blog/exchange/tls-certificates-in-exchange-hybrid-common-issues--how-to-fix-them/4420592",
        },
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let tally = facts.smtp.tally();
    let demanded = tally.find(|_, side, signal| {
        *signal == Signal::TlsDemanded
            || (*signal == Signal::StarttlsSkipped && !matches!(side, Side::Microsoft365 | Side::Unknown))
    });
    handshake::report_at(&demanded, &[Step::Demanded], Certainty::Likely, out);
}
