//! The connector meant for Microsoft 365 hands its mail to another host.
//!
//! Its name says Office 365, the peer calls itself something else and has none of Microsoft's addresses: a
//! smarthost or an appliance. The handshake with Microsoft 365 is then made by that host, with its own TLS.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::{self, Signal};
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("smarthost-in-path"),
    severity: Severity::Note,
    grade: Grade::D,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &handshake::PLACE,
    references: &[Reference {
        title: "Protocol logging in Exchange Server",
        url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let tally = facts.smtp.tally();
    let peer = tally.find(|direction, side, signal| {
        direction == Direction::Outbound
            && matches!(side, Side::Other | Side::Local)
            && !matches!(signal, Signal::Unfinished | Signal::ConnectFailed(_))
    });
    let other = peer
        .kept
        .iter()
        .find(|example| !example.name.is_empty() && signal::is_hybrid_connector(&example.peer.connector));
    if let Some(example) = other
        && let Some(mark) = example.first_mark(&[Step::Banner, Step::EhloAnswer])
    {
        let firing = handshake::firing_of(example, &mark, 1, out);
        out.report(firing.certainty(Certainty::Likely));
    }
}
