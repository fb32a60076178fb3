//! The sender demands TLS and was not offered STARTTLS.
//!
//! Postfix and Exim say that TLS is required and was not offered, Exchange that the remote does not support
//! TLS; in a session typed by hand, the answer to EHLO lacks it or is overwritten. The handshake never began, so no TLS version can be the cause: a device that masks SMTP, a receiver
//! without a certificate, or a blocked address is.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("starttls-not-offered"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::StarttlsStripped),
    rules_out: &[Cause::TlsVersion],
    explains: &[
        "starttls-demanded",
        "connection-failed-unexplained",
        "handshake-failed-unexplained",
        "handshake-failed-with-microsoft365",
    ],
    needs: &[],
    args: &[],
    references: &[
        Reference { title: "Postfix TLS support", url: "https://www.postfix.org/TLS_README.html" },
        Reference {
            title: "Exim specification: encrypted SMTP connections",
            url: "https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::StarttlsNotOffered]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
