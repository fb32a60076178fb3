//! TLS 1.2 or later was agreed on with Microsoft 365.
//!
//! The success row of a session (`SP_PROT_TLS1_2_CLIENT` or `_SERVER`) proves that this server speaks TLS 1.2 in
//! that direction. It speaks against the version as the cause only where no handshake with Microsoft 365 failed in
//! the same direction.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-negotiated"),
    severity: Severity::Note,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[Cause::TlsVersion],
    explains: &[],
    needs: &[],
    args: &handshake::SESSION_AND_WORD,
    references: &[
        Reference {
            title: "Protocol logging in Exchange Server",
            url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
        },
        Reference {
            title: "Cannot send or receive email: SocketError",
            url: "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/send-receive-emails-socketerror",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let tally = facts.smtp.tally();
    for direction in [Direction::Outbound, Direction::Inbound] {
        let with_microsoft = |wanted: fn(&Signal) -> bool| {
            tally.find(|way, side, signal| way == direction && side == Side::Microsoft365 && wanted(signal))
        };
        let modern =
            with_microsoft(|signal| matches!(signal, Signal::Negotiated(version) if !version.is_old()));
        let failed = with_microsoft(|signal| {
            matches!(signal, Signal::HandshakeFailed(word)
                if handshake::is_bare_cut(word) || handshake::names_version(word))
        });
        if failed.count == 0 {
            handshake::report_at(&modern, &[Step::Negotiated], Certainty::Certain, out);
        }
    }
}
