//! Free/busy requests fail for want of TLS 1.2; mail is not meant.
//!
//! MSExchange Availability 4001 with a closed connection is about web requests between Exchange and Microsoft
//! 365. They go by the .NET values and WinHTTP, not by SMTP.

use crate::fact::Facts;
use crate::fact::delivery::Topic;
use crate::rule::{Findings, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Grade, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("availability-tls-failed"),
    severity: Severity::Note,
    grade: Grade::B,
    since: "0.1.0",
    cause: None,
    rules_out: &[],
    explains: &[],
    needs: &[],
    args: &[],
    references: &[
        Reference {
            title: "TLS 1.2 and hybrid free/busy",
            url: "https://techcommunity.microsoft.com/t5/exchange/tls-1-2-is-coming-to-exchange-on-premises-using-hybrid-and-free/td-p/3260911",
        },
        Reference {
            title: "Transport Layer Security best practices with .NET Framework",
            url: "https://learn.microsoft.com/dotnet/framework/network-programming/tls",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in groups(facts, &[Topic::HttpTlsFailed]) {
        let Some(firing) = group.firing() else { continue };
        out.report(firing.platform(Platform::Schannel));
    }
}
