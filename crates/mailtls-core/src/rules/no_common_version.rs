//! One side found no TLS version in common with the other.
//!
//! OpenSSL writes `unsupported protocol` or `version too low`, Java `No appropriate protocol` or that a version
//! is not accepted, .NET that client and server do not possess a common algorithm. These are local findings:
//! they say that the ranges do not meet, not which side is behind. So likely; the sentences of .NET and of Java
//! that also cover cipher suites leave a suspicion, unless Microsoft 365 is the far end.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("no-common-version"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[
        "handshake-failed-unexplained",
        "handshake-failed-with-microsoft365",
        "mail-sent-in-clear-text",
    ],
    needs: &[],
    args: &["peer"],
    references: &[
        Reference {
            title: "OpenSSL error reasons",
            url: "https://github.com/openssl/openssl/blob/master/crypto/err/openssl.txt",
        },
        Reference {
            title: "Transport Layer Security best practices with .NET Framework",
            url: "https://learn.microsoft.com/dotnet/framework/network-programming/tls",
        },
        Reference { title: "Postfix TLS support", url: "https://www.postfix.org/TLS_README.html" },
    ],
    check,
};

/// Sentences that also cover cipher suites.
const VAGUE: [&str; 2] = ["no common algorithm", "No appropriate protocol"];

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::UnsupportedProtocol]) {
        let vague = group.said.iter().all(|said| VAGUE.contains(&said.word.as_str()));
        let certainty = if vague && group.involvement() != Involvement::Yes {
            Certainty::Suspected
        } else {
            Certainty::Likely
        };
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(certainty).arg("peer", group.peer()));
    }
}
