//! The Exchange server that failed cannot speak TLS 1.2 at all, whatever its registry says.
//!
//! Exchange 2010 before SP3 RU9 (14.3.235), Exchange 2013 before CU8 (15.0.1076), and 2007 and older fix SMTP
//! to TLS 1.0 in their code. The build is read from the newest `Received:` header that an Exchange server on
//! premises wrote; hops before it say nothing about the failing connection. It fires only where the same
//! document shows mail failing on TLS with Microsoft 365, or with a far end that is not named.

use crate::fact::Facts;
use crate::fact::delivery::{Involvement, Topic};
use crate::fact::host::{Tls12, release};
use crate::rule::{Findings, Firing, Reference, Rule, RuleId};
use crate::said::groups;
use crate::vocabulary::{Cause, Certainty, Grade, Platform, Severity};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("exchange-build-tls10-only"),
    severity: Severity::Error,
    grade: Grade::A,
    since: "0.1.0",
    cause: Some(Cause::TlsVersion),
    rules_out: &[],
    explains: &[
        "socket-error-bounce",
        "tls-negotiation-quoted",
        "starttls-demanded",
        "starttls-required-by-sender",
        "connection-dropped",
        "exchange-build-below-floor",
    ],
    needs: &[],
    args: &["product", "update", "build"],
    references: &[
        Reference {
            title: "Exchange Server build numbers and release dates",
            url: "https://learn.microsoft.com/exchange/new-features/build-numbers-and-release-dates",
        },
        Reference {
            title: "Exchange Server TLS guidance, part 1: getting ready for TLS 1.2",
            url: "https://techcommunity.microsoft.com/t5/exchange-team-blog/exchange-server-tls-guidance-part-1-getting-ready-for-tls-1-2/ba-p/607649",
        },
    ],
    check,
};

fn check(facts: &Facts, out: &mut Findings<'_>) {
    const SYMPTOMS: [Topic; 5] = [
        Topic::DroppedSocketError,
        Topic::NegotiationFailed,
        Topic::MustIssueStarttls,
        Topic::StarttlsRequired,
        Topic::ConnectionDropped,
    ];
    for group in groups(facts, &SYMPTOMS) {
        if group.involvement() == Involvement::No || group.delivery.generated_by_microsoft365() {
            continue;
        }
        let Some((hop, build)) = group.delivery.failing_server() else { continue };
        let Some(release) = release(build).filter(|release| release.tls12 == Tls12::Impossible) else {
            continue;
        };
        let proven = group.involvement() == Involvement::Yes
            && group.also_says(&[Topic::DroppedSocketError, Topic::NegotiationFailed]);
        let certainty = if proven { Certainty::Certain } else { Certainty::Likely };
        let marks = group.said.iter().map(|said| &said.mark);
        out.report(
            Firing::at(&hop.mark)
                .and(marks)
                .certainty(certainty)
                .direction(group.direction)
                .platform(Platform::Schannel)
                .arg("product", release.product)
                .arg("update", release.update)
                .arg("build", build.map(|part| part.to_string()).join(".")),
        );
    }
}
