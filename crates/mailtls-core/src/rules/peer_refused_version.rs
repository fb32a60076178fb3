//! The far end refused the connection with an alert that names the TLS version.
//!
//! The alert `protocol_version` (70) is sent for one reason alone: the versions offered are none that the other
//! side accepts. OpenSSL writes `tlsv1 alert protocol version` or `SSL alert number 70`, Java `Received fatal
//! alert: protocol_version`, Windows event 36887 with the number 70. With the far end named it is proof. A
//! Windows event names neither the far end nor the service, which may be a web site, so it is likely and no
//! more.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("peer-refused-version"),
    severity: Severity::Error,
    grade: Grade::A,
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
            title: "Schannel error codes for TLS and SSL alerts",
            url: "https://learn.microsoft.com/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts",
        },
        Reference {
            title: "Schannel events",
            url: "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/dn786445(v=ws.11)",
        },
        Reference {
            title: "OpenSSL error reasons",
            url: "https://github.com/openssl/openssl/blob/master/crypto/err/openssl.txt",
        },
        Reference { title: "Postfix TLS support", url: "https://www.postfix.org/TLS_README.html" },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::VersionAlert]) {
        let windows =
            group.said.iter().all(|said| said.word.starts_with("70") || said.word.starts_with("SEC_E"))
                && group.delivery.platform != Platform::Openssl;
        let certainty = if windows || group.involvement() == Involvement::Unknown {
            Certainty::Likely
        } else {
            Certainty::Certain
        };
        let Some(firing) = group.firing() else { continue };
        out.report(firing.certainty(certainty).arg("peer", group.peer()));
    }
}
