//! A TLS handshake failed, and nothing says why.
//!
//! The log of a mail server, a program or Windows reports the failure alone. The lines around it usually carry
//! the reason; without them no cause is named.

use super::tls_start_failed;
use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::{HANDSHAKE_REASONS, groups};
use crate::vocabulary::{Cause, Certainty, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("handshake-failed-unexplained"),
    severity: Severity::Warning,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[],
    explains: &[],
    needs: &[Kind::MtaLog],
    args: &[],
    references: &[Reference { title: "Postfix TLS support", url: "https://www.postfix.org/TLS_README.html" }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::HandshakeFailed, Topic::ProtocolError, Topic::OtherAlert]) {
        let alerts = group.has_word("protocol error") || !group.also_says(&[Topic::OtherAlert]);
        if (alerts && group.involvement() == Involvement::Yes) || group.also_says(&HANDSHAKE_REASONS) {
            continue;
        }
        if tls_start_failed::is_meant(&group) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Suspected));
    }
}
