//! The server that mail was sent to did not offer `STARTTLS`.
//!
//! Decides on the whole answer to `EHLO`: all keywords are there, that one is not. With Microsoft 365 that alone is
//! a finding, since it always offers it: something on the way takes it out, or the sending address is blocked. With
//! others it is one where our connector demands TLS. An answer that the paste cuts off says nothing.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("session-starttls-not-offered"),
    severity: Severity::Error,
    grade: Grade::C,
    since: "0.1.0",
    cause: Some(Cause::StarttlsStripped),
    rules_out: &[],
    explains: &["session-starttls-demanded", "starttls-skipped", "message-refused", "session-unfinished"],
    needs: &[Kind::SmtpSendLog],
    args: &handshake::SESSION,
    references: &[
        Reference {
            title: "RFC 3207: SMTP service extension for secure SMTP over TLS",
            url: "https://www.rfc-editor.org/rfc/rfc3207",
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
    let missing = tally.find(|direction, side, signal| {
        direction == Direction::Outbound
            && ((*signal == Signal::StarttlsMissing && side == Side::Microsoft365)
                || *signal == Signal::TlsRequiredHere)
    });
    handshake::report_at(&missing, &[Step::RequiredHere, Step::EhloEnd], Certainty::Likely, out);
}
