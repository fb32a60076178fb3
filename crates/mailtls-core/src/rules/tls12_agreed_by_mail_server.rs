//! A mail server agreed on TLS 1.2 or newer with the far end.
//!
//! Postfix and others write the version and the cipher of a finished handshake. It acquits the TLS version for
//! that far end; a failure elsewhere in the same log is not touched where the two name different hosts.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("tls12-agreed-by-mail-server"),
    severity: Severity::Note,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[Cause::TlsVersion],
    explains: &[],
    needs: &[],
    args: &["peer"],
    references: &[Reference { title: "Postfix TLS support", url: "https://www.postfix.org/TLS_README.html" }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::TlsEstablished]) {
        if group.also_says(&[Topic::VersionAlert, Topic::UnsupportedProtocol, Topic::HandshakeFailed]) {
            continue;
        }
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Certain).arg("peer", group.peer()));
    }
}
