//! A mail server sent the message in clear text after TLS failed.
//!
//! Exim writes `delivering unencrypted`. With opportunistic TLS a failed handshake does not stop the mail: it
//! goes out readable, and nobody gets a bounce.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("mail-sent-in-clear-text"),
    severity: Severity::Warning,
    grade: Grade::A,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "Exim specification: encrypted SMTP connections",
            url: "https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html",
        },
        Reference { title: "Postfix TLS support", url: "https://www.postfix.org/TLS_README.html" },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::ClearTextDelivery]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
