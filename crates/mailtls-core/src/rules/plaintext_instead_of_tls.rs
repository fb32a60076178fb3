//! Plain text met TLS: a port or a mode is mixed up.
//!
//! OpenSSL says `wrong version number`, Java `Unrecognized SSL message, plaintext connection?`, Windows event
//! 36888 with state 1203: one side spoke TLS at once, the other plain SMTP. The words sound like a TLS version
//! and are not: it speaks against that cause.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("plaintext-instead-of-tls"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::Unknown),
    rules_out: &[Cause::TlsVersion],
    explains: &["handshake-failed-unexplained", "handshake-failed-with-microsoft365"],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "OpenSSL error reasons",
        url: "https://github.com/openssl/openssl/blob/master/crypto/err/openssl.txt",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::WrongVersionNumber, Topic::PlaintextOnTls]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(Certainty::Likely));
    }
}
