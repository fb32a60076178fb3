//! A program other than Exchange failed the TLS handshake with Microsoft 365.
//!
//! The words say that the handshake failed and not why. `protocol error` from an OpenSSL program is what it
//! prints when the other side breaks off after the first message, so with Microsoft 365 it is likely the
//! version; a bare `TLS handshake failed` is only suspected. It is silent where the reason stands beside it.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::{HANDSHAKE_REASONS, groups};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("handshake-failed-with-microsoft365"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::MtaLog],
    args: &[],
    references: &[
        Reference {
            title: "Understanding email scenarios if TLS versions cannot be agreed on with Exchange Online",
            url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/understanding-email-scenarios-if-tls-versions-cannot-be-agreed/ba-p/2065089",
        },
        Reference { title: "Postfix TLS support", url: "https://www.postfix.org/TLS_README.html" },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::HandshakeFailed, Topic::ProtocolError]) {
        if group.involvement() != Involvement::Yes || group.also_says(&HANDSHAKE_REASONS) {
            continue;
        }
        let certainty =
            if group.has_word("protocol error") { Certainty::Likely } else { Certainty::Suspected };
        let direction = match group.direction {
            Direction::Unknown => Direction::Outbound,
            known @ (Direction::Outbound | Direction::Inbound | Direction::Both) => known,
        };
        let Some(firing) = group.firing() else { continue };
        out.report(firing.direction(direction).certainty(certainty));
    }
}
