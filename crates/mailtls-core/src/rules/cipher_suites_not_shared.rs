//! The two sides share no cipher suite.
//!
//! Windows writes event 36874 (or 36873), OpenSSL `no shared cipher`, Java `no cipher suites in common`. All
//! are written by the side that was connected to. The event names no client; Exchange Online never offers less
//! than TLS 1.2, so a client that offered TLS 1.0 was somebody else.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Direction, Grade, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("cipher-suites-not-shared"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::CipherMismatch),
    rules_out: &[],
    explains: &["handshake-failed-unexplained", "handshake-failed-with-microsoft365"],
    needs: &[Kind::Reg, Kind::SmtpReceiveLog],
    args: &[],
    references: &[
        Reference {
            title: "Schannel events",
            url: "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/dn786445(v=ws.11)",
        },
        Reference {
            title: "Technical reference details about encryption in Microsoft 365",
            url: "https://learn.microsoft.com/purview/technical-reference-details-about-encryption",
        },
        Reference {
            title: "OpenSSL error reasons",
            url: "https://github.com/openssl/openssl/blob/master/crypto/err/openssl.txt",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::NoSharedCipher]) {
        let Some(firing) = group.firing() else { continue };
        let direction = match group.direction {
            Direction::Unknown => Direction::Inbound,
            known @ (Direction::Outbound | Direction::Inbound | Direction::Both) => known,
        };
        out.report(firing.direction(direction));
    }
}
