//! Authentication failed in a session.
//!
//! Decides on the rows `Outbound Authentication failed with …` and `Inbound AUTH … failed because of …`, and on
//! replies like `535 5.7.3` to `AUTH`. A password, an account or the trust between two servers is wrong; where the
//! session has a success row, TLS was fine by then. What strangers try on a receive connector is only noted when it
//! is most of what the log shows.

use crate::fact::Facts;
use crate::fact::peer::Side;
use crate::fact::smtp::signal::Signal;
use crate::fact::smtp::trace::Step;
use crate::handshake;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("session-authentication-failed"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::Auth),
    rules_out: &[],
    explains: &["session-unfinished", "message-refused"],
    needs: &[],
    args: &handshake::SESSION,
    references: &[Reference {
        title: "Protocol logging in Exchange Server",
        url: "https://learn.microsoft.com/exchange/mail-flow/connectors/protocol-logging",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    let tally = facts.smtp.tally();
    let failed = tally.find(|direction, side, signal| {
        *signal == Signal::AuthFailed && (direction == Direction::Outbound || side != Side::Other)
    });
    let strangers = tally.find(|direction, side, signal| {
        *signal == Signal::AuthFailed && direction == Direction::Inbound && side == Side::Other
    });
    if failed.count > 0 {
        handshake::report_at(&failed, &[Step::AuthFailed], Certainty::Likely, out);
    } else if strangers.count * 2 >= tally.sessions {
        handshake::report_at(&strangers, &[Step::AuthFailed], Certainty::Likely, out);
    }
}
