//! A mail server began TLS with the next server, and the handshake failed.
//!
//! `Cannot start TLS: handshake failure` is what Postfix writes, into the bounce too. STARTTLS was offered and
//! accepted, or the handshake would not have begun; a certificate that Postfix itself refused is called
//! `Server certificate not verified`. What is left is foremost that the two have no TLS version or no cipher
//! suite in common, and these words do not tell which: the version is only suspected. It is silent where the
//! reason stands beside it, as the line `TLS library problem` of the log has it, and where the far end is
//! Microsoft 365, whose refusal of old versions is known.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::{Group, HANDSHAKE_REASONS, groups};
use crate::vocabulary::{Cause, Certainty, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls-start-failed"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[Cause::StarttlsStripped],
    explains: &["connection-failed-unexplained"],
    needs: &[Kind::MtaLog],
    args: &[],
    references: &[Reference { title: "Postfix TLS support", url: "https://www.postfix.org/TLS_README.html" }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::HandshakeFailed]) {
        if !is_meant(&group) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Suspected));
    }
}

/// Whether a mail server says that it could not start TLS with somebody else than Microsoft 365, and no more.
pub(super) fn is_meant(group: &Group<'_>) -> bool {
    let outgoing = matches!(group.direction, Direction::Outbound | Direction::Both);
    // What ends a handshake from outside of it.
    let cut = group.also_says(&[Topic::ConnectionDropped, Topic::ConnectionTimedOut]);
    outgoing
        && !cut
        && group.has_word("Cannot start TLS")
        && group.involvement() != Involvement::Yes
        && !group.also_says(&HANDSHAKE_REASONS)
}
