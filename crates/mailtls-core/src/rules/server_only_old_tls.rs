//! The words beside the error name a server whose newest TLS version is 1.0.
//!
//! Windows Server 2003, Exchange 2003 and Exchange 2007 have no TLS 1.2. It fires where one of them, or the
//! statement that TLS 1.0 is all there is, stands beside a failure that a refused version explains, and
//! Microsoft 365 is named. Words of a person weigh less than a build number, so it is likely and no more.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::rule::{Findings, Firing, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Grade, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("server-only-old-tls"),
    severity: Severity::Error,
    grade: Grade::B,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[
        "connection-dropped",
        "socket-error-bounce",
        "starttls-required-by-sender",
        "exchange-online-starttls-missing",
    ],
    needs: &[],
    args: &[],
    references: &[Reference {
        title: "Exchange Server TLS guidance, part 1: getting ready for TLS 1.2",
        url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/exchange-server-tls-guidance-part-1-getting-ready-for-tls-1-2/ba-p/607649",
    }],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    for group in
        groups(facts, &[Topic::DroppedSocketError, Topic::ConnectionDropped, Topic::StarttlsRequired])
    {
        if group.involvement() == Involvement::No && group.delivery.speaks_of_microsoft365.is_none() {
            continue;
        }
        let named = group.delivery.named_products.iter().map(|(_, mark)| mark);
        let only =
            group.delivery.said.iter().filter(|said| said.topic == Topic::OnlyOldTls).map(|said| &said.mark);
        let Some(first) = only.chain(named).next() else { continue };
        let marks = group.said.iter().map(|said| &said.mark);
        out.report(Firing::at(first).and(marks).direction(group.direction).platform(Platform::Schannel));
    }
}
